import type { FastifyReply, FastifyRequest } from 'fastify';
import { keyedHash, newToken } from '../../db/keys.ts';
import type { CaseFile, Id, Party } from '../../workflows/index.ts';
import type { Config } from '../config.ts';
import { type Dependencies, queryCodeHash } from '../write/index.ts';
import { doorLimits } from './limits.ts';

/** One case of one party, opened by its query code. */
export interface Place {
  /** From 1: how pages name it, so that no code stands in an address. */
  readonly number: number;
  /** The keyed hash of its query code. */
  readonly queryCode: string;
  readonly caseId: Id;
  readonly caseFile: CaseFile;
  readonly party: Party;
  /** Whether a one-time code was given in this session, and not too long ago. */
  readonly isChecked: boolean;
}

/** A party at its door: what its codes open now. A code that was replaced meanwhile opens nothing any more. */
export interface Visit {
  readonly session: string;
  readonly places: readonly Place[];
}

/** Who is at the door; null for nobody, or when the session is over. */
export async function visitOf(request: FastifyRequest, dependencies: Dependencies): Promise<Visit | null> {
  const token = request.cookies[cookieName(dependencies.config)];
  if (token === undefined) return null;
  const session = sessionHash(token, dependencies);
  const nowMs = dependencies.now().epochMilliseconds;
  const held = await dependencies.store.door.held(session, { ...doorLimits.session, nowMs });
  if (held === null) return null;
  const places: Place[] = [];
  for (const [index, { queryCode, checkedUntilMs }] of held.entries()) {
    const opened = await openedBy(queryCode, dependencies);
    if (opened === null) continue;
    places.push({ ...opened, number: index + 1, queryCode, isChecked: (checkedUntilMs ?? 0) > nowMs });
  }
  return { session, places };
}

async function openedBy(
  queryCode: string,
  { store }: Dependencies,
): Promise<Pick<Place, 'caseId' | 'caseFile' | 'party'> | null> {
  const found = await store.loadByQueryCode(queryCode);
  const party = found?.caseFile.parties[found.party];
  return found === null || party === undefined ? null : { caseId: found.caseFile.id, caseFile: found.caseFile, party };
}

/**
 * Opens a case by its query code as people type it, in the session the browser has or in a new one. Null for a code that is
 * malformed, unknown or replaced: these are not told apart, and no session is opened for them.
 */
export async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  dependencies: Dependencies,
): Promise<{ readonly visit: Visit; readonly place: Place } | null> {
  const { store, keys, config, now } = dependencies;
  const queryCode = queryCodeHash(keys, code);
  if ((await openedBy(queryCode, dependencies)) === null) return null;
  const before = await visitOf(request, dependencies);
  const isKept = before !== null && before.places.length < doorLimits.codesHeld;
  if (!isKept) {
    const token = newToken();
    await store.door.open(sessionHash(token, dependencies), now().epochMilliseconds);
    reply.setCookie(cookieName(config), token, cookieOptions(config));
    // The rest of this request goes on in the new session.
    request.cookies[cookieName(config)] = token;
  }
  const session = isKept ? before.session : sessionHash(request.cookies[cookieName(config)] ?? '', dependencies);
  await store.door.add(session, queryCode);
  const visit = await visitOf(request, dependencies);
  const place = visit?.places.find((one) => one.queryCode === queryCode);
  return visit === null || place === undefined ? null : { visit, place };
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
