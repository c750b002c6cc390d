import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Held } from '../../db/door.ts';
import { keyedHash, newToken } from '../../db/keys.ts';
import type { PartyAccount } from '../../db/party-accounts.ts';
import { type CaseFile, type CodeEnd, codeEnd, type Id, type Party } from '../../workflows/index.ts';
import type { Config } from '../config.ts';
import { type Dependencies, openedByCode, queryCodeHash } from '../write/index.ts';
import { doorLimits } from './limits.ts';

/** One case of one party, opened by its query code now, or earlier into an account. */
export interface Place {
  /** From 1: how pages name it, so that no code stands in an address. */
  readonly number: number;
  /** What its one-time codes are bound to: the keyed hash of its query code; in an account, of its case and party. */
  readonly subject: string;
  readonly caseId: Id;
  readonly caseFile: CaseFile;
  readonly party: Party;
  /** Whether a one-time code was given in this session, and not too long ago. */
  readonly isChecked: boolean;
}

/** A case that an account held and that is closed to it now, with the reason. */
export interface GoneCase {
  readonly number: number;
  readonly caseCode: string;
  readonly why: CodeEnd;
}

/** Somebody at the parties' door: what the codes of the session, or the account, open now. */
export interface Visit {
  readonly session: string;
  /** Null: without an account. */
  readonly account: PartyAccount | null;
  readonly places: readonly Place[];
  /** Of an account. */
  readonly gone: readonly GoneCase[];
}

/** The session a browser has; null for a stranger, or when it is over. */
export async function sessionOf(
  request: FastifyRequest,
  dependencies: Dependencies,
): Promise<{ readonly session: string; readonly held: Held } | null> {
  const token = request.cookies[cookieName(dependencies.config)];
  if (token === undefined) return null;
  const session = sessionHash(token, dependencies);
  const nowMs = dependencies.now().epochMilliseconds;
  const held = await dependencies.store.door.held(session, { ...doorLimits.session, nowMs });
  return held === null ? null : { session, held };
}

/**
 * Who is at the door; null for nobody, or when the session is over. A code that was replaced meanwhile opens nothing any
 * more. `only` opens no other place of an account than the one of this number: there may be hundreds.
 */
export async function visitOf(
  request: FastifyRequest,
  dependencies: Dependencies,
  only: number | null = null,
): Promise<Visit | null> {
  const found = await sessionOf(request, dependencies);
  if (found === null) return null;
  const { session, held } = found;
  if (held.account !== null) return accountVisit(session, held, held.account, only, dependencies);
  const nowMs = dependencies.now().epochMilliseconds;
  const places: Place[] = [];
  for (const [index, { queryCode, checkedUntilMs }] of held.codes.entries()) {
    const opened = await openedByCode(queryCode, dependencies);
    const party = opened?.caseFile.parties[opened.party];
    if (opened === null || party === undefined) continue;
    const { caseFile } = opened;
    const isChecked = (checkedUntilMs ?? 0) > nowMs;
    places.push({ number: index + 1, subject: queryCode, caseId: caseFile.id, caseFile, party, isChecked });
  }
  return { session, account: null, places, gone: [] };
}

async function accountVisit(
  session: string,
  held: Held,
  id: Id,
  only: number | null,
  { store, keys, now }: Dependencies,
): Promise<Visit | null> {
  const account = await store.partyAccounts.find(id);
  if (account === null) return null;
  const checked = new Map(held.codes.map(({ queryCode, checkedUntilMs }) => [queryCode, checkedUntilMs ?? 0]));
  const nowMs = now().epochMilliseconds;
  const places: Place[] = [];
  const gone: GoneCase[] = [];
  for (const { number, caseId, party: partyId, caseCode, since } of await store.partyAccounts.cases(id)) {
    if (only !== null && only !== number) continue;
    const caseFile = await store.load(caseId);
    const party = caseFile?.parties[partyId];
    const why = caseFile === null || party === undefined ? 'replaced' : codeEnd(caseFile, partyId, since);
    if (why !== null || caseFile === null || party === undefined) {
      gone.push({ number, caseCode, why: why ?? 'replaced' });
      continue;
    }
    const subject = keyedHash(keys.queryCodes, `case of an account\n${caseId}\n${partyId}`);
    const isChecked = (checked.get(subject) ?? 0) > nowMs;
    places.push({ number, subject, caseId, caseFile, party, isChecked });
  }
  return { session, account, places, gone };
}

/** What became of a query code that somebody typed. */
export type Entered =
  | { readonly kind: 'in'; readonly visit: Visit; readonly place: Place }
  /** Malformed, unknown, replaced or ended: these are not told apart. */
  | { readonly kind: 'unknown' }
  /** The account is at this case for the other side already. */
  | { readonly kind: 'otherSide' }
  | { readonly kind: 'full' };

/**
 * Opens a case by its query code as people type it: into the account the browser is signed in to, in the session it has, or
 * in a new one. No session is opened for a code that opens nothing.
 */
export async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  dependencies: Dependencies,
): Promise<Entered> {
  const { store, keys } = dependencies;
  const queryCode = queryCodeHash(keys, code);
  const opened = await openedByCode(queryCode, dependencies);
  if (opened === null) return { kind: 'unknown' };
  const before = await sessionOf(request, dependencies);
  if (before?.held.account != null) {
    const added = await addToAccount(before.held.account, opened, dependencies);
    return added.kind === 'added' ? entered(request, added.number, dependencies) : added;
  }
  const known = before?.held.codes.findIndex((one) => one.queryCode === queryCode) ?? -1;
  const isKept = before !== null && (known >= 0 || before.held.codes.length < doorLimits.codesHeld);
  const session = isKept ? before.session : await openSession(request, reply, dependencies);
  await store.door.add(session, queryCode);
  const number = known >= 0 ? known + 1 : isKept ? before.held.codes.length + 1 : 1;
  return entered(request, number, dependencies);
}

async function entered(request: FastifyRequest, number: number, dependencies: Dependencies): Promise<Entered> {
  const visit = await visitOf(request, dependencies);
  const place = visit?.places.find((one) => one.number === number);
  return visit === null || place === undefined ? { kind: 'unknown' } : { kind: 'in', visit, place };
}

/** Adds what a code opens to an account; a case is held for one side only. */
export async function addToAccount(
  account: Id,
  { caseFile, party }: { readonly caseFile: CaseFile; readonly party: Id },
  { store }: Dependencies,
): Promise<{ readonly kind: 'added'; readonly number: number } | { readonly kind: 'otherSide' | 'full' }> {
  const side = caseFile.parties[party]?.side;
  const held = await store.partyAccounts.cases(account);
  const isAgainst = held.some(({ caseId, party: other, since }) => {
    if (caseId !== caseFile.id || codeEnd(caseFile, other, since) !== null) return false;
    return caseFile.parties[other]?.side !== side;
  });
  if (isAgainst) return { kind: 'otherSide' };
  const since = Math.max(0, ...Object.values(caseFile.facts).map(({ seq }) => seq));
  const added = { caseId: caseFile.id, party, caseCode: caseFile.header.code, since };
  return store.partyAccounts.addCase(account, added, doorLimits.casesOfAccount);
}

/** Opens a session in the browser, in an account or without; one it had before is not ended by it. Returns its keyed hash. */
export async function openSession(
  request: FastifyRequest,
  reply: FastifyReply,
  dependencies: Dependencies,
  account?: Id,
): Promise<string> {
  const { store, config, now } = dependencies;
  const token = newToken();
  const session = sessionHash(token, dependencies);
  await store.door.open(session, now().epochMilliseconds, account);
  reply.setCookie(cookieName(config), token, cookieOptions(config));
  // The rest of this request goes on in the new session.
  request.cookies[cookieName(config)] = token;
  return session;
}

/** Leaves: the session is over at once, here and for whoever has its cookie. */
export async function leave(request: FastifyRequest, reply: FastifyReply, dependencies: Dependencies): Promise<void> {
  const { config, store } = dependencies;
  const token = request.cookies[cookieName(config)];
  if (token !== undefined) await store.door.end(sessionHash(token, dependencies));
  reply.clearCookie(cookieName(config), cookieOptions(config));
}

/** Forgets sessions and one-time codes that are over. */
export function sweepDoor({ store, now }: Pick<Dependencies, 'store' | 'now'>): Promise<void> {
  return store.door.sweep({ ...doorLimits.session, nowMs: now().epochMilliseconds });
}

function sessionHash(token: string, { keys }: Pick<Dependencies, 'keys'>): string {
  return keyedHash(keys.signIn, `door session\n${token}`);
}

/** Its own cookie: who is signed in for work and opens a letter of his own is two people. */
function cookieName({ secureCookies }: Config): string {
  return secureCookies ? '__Host-jiefen-door' : 'jiefen-door';
}

function cookieOptions({ secureCookies }: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
}
