import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyFormbody from '@fastify/formbody';
import fastifyMultipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { openSqliteStore } from '../../db/sqlite/open.ts';
import { type CastMember, cast, castPassword } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { readConfig } from '../../server/config.ts';
import { handleErrors } from '../../server/error-handler.ts';
import { registerPages, renderProblems, roleLabels } from '../../server/pages/index.ts';
import { hashPassword, registerSecurity, serverOptions, signInDependencies } from '../../server/security/index.ts';
import { type Dependencies, sortableIds } from '../../server/write/index.ts';
import type { Reference } from '../../workflows/index.ts';

/** A whole house over a real database file: pages, cast and a clock that a test moves. */
export interface House {
  readonly app: FastifyInstance;
  readonly dependencies: Dependencies;
  /** Sets the clock, in Asia/Shanghai to the minute. */
  readonly at: (moment: string) => void;
  readonly close: () => Promise<void>;
}

/** Opens a house. `town` may differ from Yantai: another court off the system. */
export async function openHouse({
  town = yantaiReference(),
  start = '2026-11-23T09:00',
  environment = {},
}: {
  readonly town?: Reference;
  readonly start?: string;
  readonly environment?: Readonly<Record<string, string>>;
} = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-house-'));
  const config = readConfig({
    JIEFEN_DATA: folder,
    JIEFEN_DEMO: '1',
    JIEFEN_LOG_LEVEL: 'silent',
    JIEFEN_RATE_LIMIT_PER_MINUTE: '100000',
    JIEFEN_SIGN_IN_LIMIT_PER_MINUTE: '100000',
    ...environment,
  });
  const memory = openSqliteStore({ dataFolder: folder });
  let instant = instantOf(start);
  const now = () => instant;
  const dependencies: Dependencies = {
    ...memory,
    config,
    town,
    now,
    calendar: yantaiCalendar(),
    ids: sortableIds(now),
  };
  await addCast(dependencies);
  const app = Fastify(serverOptions(config));
  handleErrors(app, renderProblems(dependencies));
  await registerSecurity(app, signInDependencies(dependencies), config);
  await app.register(fastifyFormbody);
  await app.register(fastifyMultipart, { limits: { fileSize: config.uploadLimitBytes } });
  await registerPages(app, dependencies, demoCast(town));
  const close = async () => {
    await app.close();
    await memory.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    app,
    dependencies,
    close,
    at: (moment) => {
      instant = instantOf(moment);
    },
  };
}

/** A house that is closed when the test is over. */
export async function houseForTest(options: Parameters<typeof openHouse>[0] = {}): Promise<House> {
  const house = await openHouse(options);
  onTestFinished(() => house.close());
  return house;
}

const passwordHash = hashPassword(castPassword);

async function addCast({ accounts }: Pick<Dependencies, 'accounts'>): Promise<void> {
  for (const { id, login, name, organisation, roles } of cast) {
    await accounts.create({ id, login, name, organisationId: organisation, roles, passwordHash: await passwordHash });
  }
}

export function demoCast(town: Reference) {
  const logins = cast.map(({ login, name, organisation, roles }: CastMember) => {
    const [role] = roles;
    if (role === undefined || role === 'system') throw new Error(`${login} has no role`);
    return {
      login,
      name,
      role: roleLabels[role],
      organisation: town.organisations[organisation ?? '']?.shortName ?? null,
    };
  });
  return { password: castPassword, logins };
}

function instantOf(moment: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(moment).toZonedDateTime('Asia/Shanghai').toInstant();
}
