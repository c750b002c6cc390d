import { existsSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { onTestFinished } from 'vitest';
import type { AccountRole } from '../../db/accounts.ts';
import { databaseFile, openSqliteStore } from '../../db/sqlite/open.ts';
import { type CastMember, cast, castElsewhere, castPassword, type StoryLogin } from '../../seeds/cast.ts';
import { withElsewhere } from '../../seeds/reference/elsewhere.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import type { Story, StoryStep } from '../../seeds/stories/story.ts';
import { commandOf } from '../../seeds/stories/tell.ts';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { hashPassword } from '../../server/security/index.ts';
import { revisionOf } from '../../server/views/index.ts';
import { type Dependencies, sortableIds } from '../../server/write/index.ts';
import { blankCaseFile, type CaseFile, type Command, commands, type Target } from '../../workflows/index.ts';
import { fillFolder, temporaryFolder } from './database.ts';

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
  readonly bytes: Buffer;
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
    /** With the organisations of told cases that are not of Yantai, and their people. */
    readonly elsewhere?: boolean;
    /** For several tests: it stays, with its folder, until it is closed by hand. */
    readonly lasting?: boolean;
  } = {},
): Promise<ServedHouse> {
  const folder = options.folder ?? temporaryFolder();
  const people = options.elsewhere ? [...everybody, ...castElsewhere] : everybody;
  // A folder of the test's own may hold a house already.
  if (!existsSync(databaseFile(folder))) {
    await fillFolder(folder, options.elsewhere ? 'elsewhere' : 'everybody', (empty) => addAccounts(people, empty));
  }
  const config = readConfig({ ...settings, JIEFEN_DATA: folder, ...options.environment });
  const { close: closeMemory, ...memory } = openSqliteStore({ dataFolder: folder });
  let instant = instantOf(options.start ?? '2026-11-23T09:00');
  const now = () => instant;
  const dependencies: Dependencies = {
    ...memory,
    config,
    now,
    calendar: yantaiCalendar(),
    town: options.elsewhere ? withElsewhere(yantaiReference()) : yantaiReference(),
    ids: sortableIds(now),
  };
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
  if (!options.lasting) onTestFinished(close);
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
    const isPacked = reply.headers['content-encoding'] !== undefined;
    const isJson = !isPacked && /\bjson\b/.test(String(reply.headers['content-type'] ?? ''));
    return {
      status: reply.statusCode,
      body: isJson && reply.payload !== '' ? reply.json() : {},
      text: reply.payload,
      bytes: reply.rawPayload,
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

/** One step of a story told over HTTP: how the case stood before it (null: there was none), and the command it is. */
export interface StepOverHttp {
  readonly index: number;
  readonly step: StoryStep<StoryLogin>;
  readonly command: Command;
  readonly before: CaseFile | null;
}

/**
 * Tells a story over HTTP: each step is a request of its own person, at its own moment, with the revision that was seen and
 * an idempotency key of its own; papers that have content are uploaded first. Returns the id of its case. `until`: the number
 * of steps told; `twice`: every request is sent a second time and must be answered alike; `before` and `after` look at the
 * house around each step.
 */
export async function tellOverHttp(
  house: ServedHouse,
  story: Story<StoryLogin>,
  options: {
    readonly until?: number;
    readonly twice?: boolean;
    readonly before?: (step: StepOverHttp) => Promise<void>;
    readonly after?: (step: StepOverHttp, caseId: string) => Promise<void>;
  } = {},
): Promise<string> {
  let caseId: string | null = null;
  for (const [index, step] of story.steps.slice(0, options.until).entries()) {
    house.at(step.at);
    const before: CaseFile | null = caseId === null ? null : await house.file(caseId);
    const command = commandOf(story, step, index, before ?? blankCaseFile(''));
    const standing: StepOverHttp = { index, step, command, before };
    await options.before?.(standing);
    if (step.content !== undefined) await upload(house, step.by, step.content);
    const reply = await giveStep(house, caseId, story, standing);
    if (options.twice) {
      const again = await giveStep(house, caseId, story, standing);
      if (again.status !== reply.status || again.body.version !== reply.body.version) {
        throw new Error(`step ${index + 1} ${command.type} given twice: ${again.status} ${again.text}`);
      }
    }
    caseId ??= String(reply.body.caseId);
    await options.after?.(standing, caseId);
  }
  return caseId ?? '';
}

async function giveStep(
  house: ServedHouse,
  caseId: string | null,
  story: Story<StoryLogin>,
  { index, step, command, before }: StepOverHttp,
): Promise<Reply> {
  const { type, target, occurredOn, data, acknowledged, evidence } = command;
  const seen = before === null ? null : `"${revisionOf(before, target)}"`;
  const reply = await house.give(step.by, caseId, type, {
    ...{ target, data, occurredOn, acknowledged, ifMatch: seen, key: `${story.id}-${index}` },
    ...(evidence === null ? {} : { evidence }),
  });
  if (reply.status >= 300) throw new Error(`step ${index + 1} ${type}: ${reply.status} ${reply.text}`);
  return reply;
}

/** Uploads a paper of plain text as somebody; the reply is what `addItem` takes as its file. */
export function upload(house: ServedHouse, login: string, content: string, name = 'paper.txt'): Promise<Reply> {
  const head = `content-disposition: form-data; name="file"; filename="${encodeURIComponent(name)}"`;
  return house.ask(login, {
    method: 'POST',
    url: '/api/uploads',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: `--x\r\n${head}\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--x--\r\n`,
  });
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

async function addAccounts(people: readonly CastMember[], dataFolder: string): Promise<void> {
  const { accounts, close } = openSqliteStore({ dataFolder });
  for (const { id, login, name, organisation, roles } of people) {
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
  await close();
}

function instantOf(moment: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(moment).toZonedDateTime('Asia/Shanghai').toInstant();
}
