import { Writable } from 'node:stream';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { onTestFinished } from 'vitest';
import type { AccountRole } from '../../db/accounts.ts';
import { openSqliteStore } from '../../db/sqlite/open.ts';
import { type CastMember, cast, castPassword } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import type { Story } from '../../seeds/stories/story.ts';
import { commandOf } from '../../seeds/stories/tell.ts';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { hashPassword } from '../../server/security/index.ts';
import { revisionOf } from '../../server/views/index.ts';
import { type Dependencies, sortableIds } from '../../server/write/index.ts';
import { blankCaseFile, type CaseFile, commands, type Target } from '../../workflows/index.ts';
import { temporaryFolder } from './database.ts';

/** People beside the cast: another committee that is on the system, officers of the market regulator, and a party. */
const others: readonly CastMember[] = [
  {
    id: 'station-mediator',
    login: 'station',
    name: '站上调解员',
    organisation: 'laishanMediationStation',
    roles: ['mediator'],
  },
  {
    id: 'station-clerk',
    login: 'stationclerk',
    name: '站上登记员',
    organisation: 'laishanMediationStation',
    roles: ['committeeClerk'],
  },
  {
    id: 'market-officer',
    login: 'officer',
    name: '执法人员甲',
    organisation: 'yantaiMarketSupervision',
    roles: ['enforcementOfficer'],
  },
  {
    id: 'market-colleague',
    login: 'colleague',
    name: '执法人员乙',
    organisation: 'yantaiMarketSupervision',
    roles: ['enforcementOfficer'],
  },
  { id: 'somebody', login: 'somebody', name: '当事人甲', organisation: null, roles: ['party'] },
];

/** Everybody who can sign in to a served house. */
export const everybody: readonly CastMember[] = [...cast, ...others];

/** What to send beside the data. Without `ifMatch` the current revision is sent, without `key` a new one. */
export interface Sent {
  readonly target?: Target;
  readonly data?: unknown;
  readonly occurredOn?: string | null;
  readonly acknowledged?: readonly string[];
  readonly evidence?: string;
  readonly key?: string;
  readonly ifMatch?: string | null;
}

export interface Reply {
  readonly status: number;
  // Tests read whatever members a reply has; what is not there is undefined and fails their expectation.
  readonly body: Readonly<Record<string, never>>;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The whole server over a real database file, with everybody signed in on demand and a clock that a test moves. */
export interface ServedHouse {
  readonly server: FastifyInstance;
  readonly dependencies: Dependencies;
  readonly folder: string;
  /** All that was logged. */
  readonly logs: readonly string[];
  /** Sets the clock, to the minute in Asia/Shanghai. */
  readonly at: (moment: string) => void;
  /** One request, as somebody or as nobody. */
  readonly ask: (login: string | null, request: InjectOptions) => Promise<Reply>;
  readonly get: (login: string | null, url: string) => Promise<Reply>;
  /** One command over HTTP; `caseId` null opens a case. */
  readonly give: (login: string, caseId: string | null, type: string, sent?: Sent) => Promise<Reply>;
  readonly file: (caseId: string) => Promise<CaseFile>;
  readonly close: () => Promise<void>;
}

const passwordHash = hashPassword(castPassword);

/** Serves a house that goes when the test is over. `folder`: an earlier house's, for restarts. */
export async function serve(
  options: {
    readonly start?: string;
    readonly folder?: string;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<ServedHouse> {
  const folder = options.folder ?? temporaryFolder();
  const config = readConfig({ ...settings, JIEFEN_DATA: folder, ...options.environment });
  const { isNew, close: closeMemory, ...memory } = openSqliteStore({ dataFolder: folder });
  let instant = instantOf(options.start ?? '2026-11-23T09:00');
  const now = () => instant;
  const dependencies: Dependencies = {
    ...memory,
    config,
    now,
    calendar: yantaiCalendar(),
    town: yantaiReference(),
    ids: sortableIds(now),
  };
  if (isNew) await addEverybody(dependencies);
  const logs: string[] = [];
  const log = new Writable({
    write: (chunk, _encoding, done) => {
      logs.push(String(chunk));
      done();
    },
  });
  const { server } = await buildApp(dependencies, null, log);
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await server.close();
    await closeMemory();
  };
  onTestFinished(close);
  return {
    server,
    dependencies,
    folder,
    logs,
    close,
    at: (moment) => (instant = instantOf(moment)),
    ...client(server, dependencies),
  };
}

const settings = {
  JIEFEN_DEMO: '1',
  JIEFEN_LOG_LEVEL: 'trace',
  JIEFEN_RATE_LIMIT_PER_MINUTE: '1000000',
  JIEFEN_SIGN_IN_LIMIT_PER_MINUTE: '1000000',
};

function client(server: FastifyInstance, { store }: Dependencies): Pick<ServedHouse, 'ask' | 'get' | 'give' | 'file'> {
  const cookies = new Map<string, Promise<string>>();
  const signIn = async (login: string) => {
    const payload = { login, password: castPassword };
    const reply = await server.inject({ method: 'POST', url: '/api/session', payload });
    return String(reply.headers['set-cookie']).split(';', 1)[0] ?? '';
  };
  const cookieOf = (login: string) => {
    const cookie = cookies.get(login) ?? signIn(login);
    cookies.set(login, cookie);
    return cookie;
  };
  const ask: ServedHouse['ask'] = async (login, request) => {
    const cookie = login === null ? {} : { cookie: await cookieOf(login) };
    const reply = await server.inject({ ...request, headers: { ...request.headers, ...cookie } });
    const isJson = /\bjson\b/.test(String(reply.headers['content-type'] ?? ''));
    return {
      status: reply.statusCode,
      body: isJson && reply.payload !== '' ? reply.json() : {},
      text: reply.payload,
      headers: reply.headers,
    };
  };
  const file = async (caseId: string) => (await store.load(caseId)) ?? blankCaseFile(caseId);
  let keys = 0;
  const give: ServedHouse['give'] = async (login, caseId, type, sent = {}) => {
    keys += 1;
    const { target, key = `key-${keys}`, ifMatch, ...rest } = sent;
    const aim = target ?? { kind: 'case', id: caseId ?? '' };
    const revision = caseId === null ? null : `"${revisionOf(await file(caseId), aim)}"`;
    const match = ifMatch === undefined ? revision : ifMatch;
    return ask(login, {
      method: 'POST',
      url: caseId === null ? '/api/cases' : `/api/cases/${caseId}/commands/${type}`,
      headers: { 'idempotency-key': key, ...(match === null ? {} : { 'if-match': match }) },
      payload: { ...(aim.kind === 'case' ? {} : { target: aim.id }), ...rest },
    });
  };
  return { ask, get: (login, url) => ask(login, { method: 'GET', url }), give, file };
}

/** Tells a story over HTTP, one request per step, and returns the id of its case. `until`: the number of steps told. */
export async function tellOverHttp(
  house: ServedHouse,
  story: Story,
  options: { readonly until?: number; readonly twice?: boolean } = {},
): Promise<string> {
  let caseId: string | null = null;
  for (const [index, step] of story.steps.slice(0, options.until).entries()) {
    house.at(step.at);
    const caseFile = caseId === null ? blankCaseFile('') : await house.file(caseId);
    const { type, target, occurredOn, data, acknowledged } = commandOf(story, step, index, caseFile);
    // Everybody who is named in the story has signed in with the login of the cast.
    const sent: Sent = {
      target,
      data,
      occurredOn,
      acknowledged,
      key: `${story.id}-${index}`,
      ...(step.evidence ? { evidence: step.evidence } : {}),
    };
    const reply: Reply = await house.give(step.by, caseId, type, sent);
    if (reply.status >= 300) throw new Error(`step ${index + 1} ${type}: ${reply.status} ${reply.text}`);
    if (options.twice) {
      const again = await house.give(step.by, caseId, type, sent);
      if (again.status !== reply.status || again.body.version !== reply.body.version) {
        throw new Error(`step ${index + 1} ${type} given twice: ${again.status} ${again.text}`);
      }
    }
    caseId ??= String(reply.body.caseId);
  }
  return caseId ?? '';
}

/** The latest of the things a command may be about. */
export function latest(caseFile: CaseFile, kind: 'proceeding' | 'handoff' | 'matter', channel?: string): Target {
  const ids =
    kind === 'proceeding'
      ? Object.values(caseFile.proceedings)
          .filter((one) => channel === undefined || one.channel === channel)
          .map(({ id }) => id)
      : Object.keys(kind === 'handoff' ? caseFile.handoffs : caseFile.matters);
  return { kind, id: ids.at(-1) ?? '' };
}

/** Commands people can give, by type. */
export const commandTypes = Object.values(commands)
  .filter(({ relation }) => relation !== 'system')
  .map(({ type }) => type);

async function addEverybody({ accounts }: Dependencies): Promise<void> {
  for (const { id, login, name, organisation, roles } of everybody) {
    const accountRoles = roles.filter((role): role is AccountRole => role !== 'system');
    await accounts.create({
      id,
      login,
      name,
      organisationId: organisation,
      roles: accountRoles,
      passwordHash: await passwordHash,
    });
  }
}

function instantOf(moment: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(moment).toZonedDateTime('Asia/Shanghai').toInstant();
}
