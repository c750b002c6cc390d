import Fastify, { type FastifyInstance } from 'fastify';
import { generate } from 'otplib';
import { onTestFinished } from 'vitest';
import type { AccountRole, Accounts } from '../../db/accounts.ts';
import { sqliteAccounts } from '../../db/sqlite/accounts.ts';
import { sqliteAudit } from '../../db/sqlite/audit.ts';
import { sqliteStandIns } from '../../db/sqlite/stand-ins.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { handleErrors } from '../../server/error-handler.ts';
import { hashPassword, registerSecurity, type SignInDependencies, serverOptions } from '../../server/security/index.ts';
import { type DataFolder, movableClock, newDataFolder } from './database.ts';

export const password = '芝罘湾的海风 2026';
export const secondFactorSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** A guarded server over a real database file, with one account of each kind and a clock that stands still. */
export interface GuardedServer {
  readonly app: FastifyInstance;
  readonly accounts: Accounts;
  readonly dependencies: SignInDependencies;
  readonly data: DataFolder;
  readonly clock: ReturnType<typeof movableClock>;
  readonly config: Config;
}

/** Starts it with these settings; not a demonstration unless they say so. `routes` are added behind the guard. */
export async function guardedServer(
  environment: Readonly<Record<string, string>> = {},
  routes: (app: FastifyInstance) => void = () => {},
): Promise<GuardedServer> {
  const data = newDataFolder();
  const clock = movableClock();
  const settings = { JIEFEN_DEMO: '0', JIEFEN_SIGN_IN_LIMIT_PER_MINUTE: '1000', JIEFEN_LOG_LEVEL: 'silent' };
  const config = readConfig({ ...settings, ...environment });
  const accounts = sqliteAccounts(data.db, data.keys, clock.now);
  const { demo, oneTimeLinkHours } = config;
  const own = { audit: sqliteAudit(data.db, data.writer), standIns: sqliteStandIns(data.db) };
  const dependencies = { ...own, accounts, demo, oneTimeLinkHours, now: clock.now };
  await addCast(accounts);
  const app = await serverOver(dependencies, config, routes);
  return { app, accounts, dependencies, data, clock, config };
}

/** Another server process over the same accounts, for restarts and for several machines. */
export async function serverOver(
  dependencies: SignInDependencies,
  config: Config,
  routes: (app: FastifyInstance) => void = () => {},
): Promise<FastifyInstance> {
  const app = Fastify(serverOptions(config));
  onTestFinished(() => app.close());
  handleErrors(app, (problem) => `<!doctype html><title>${problem.title}</title>`);
  await registerSecurity(app, dependencies, config);
  routes(app);
  return app;
}

/** The code that the authenticator shows at this moment. */
export function codeAt(now: Temporal.Instant, secret: string = secondFactorSecret): Promise<string> {
  return generate({ secret, epoch: Math.floor(now.epochMilliseconds / 1000) });
}

/** One hash for all: computing it takes long. */
const passwordHash = hashPassword(password);

async function addCast(accounts: Accounts): Promise<void> {
  const cast: readonly (readonly [string, AccountRole])[] = [
    ['mediator', 'mediator'],
    ['mediator-without-factor', 'mediator'],
    ['claimant', 'party'],
  ];
  for (const [login, role] of cast) {
    const account = { id: `a-${login}`, login, name: login, organisationId: 'o-1', roles: [role] };
    await accounts.create({ ...account, passwordHash: await passwordHash });
  }
  await accounts.setSecondFactor('a-mediator', secondFactorSecret, 0);
}
