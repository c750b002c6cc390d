import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AttemptSource } from '../../db/accounts.ts';
import { accountPerson, type PartyAccount } from '../../db/party-accounts.ts';
import { text } from '../../workflows/index.ts';
import {
  addToAccount,
  doorLimits,
  newOneTimeCode,
  oneTimeCodeHash,
  openSession,
  sendOneTimeCode,
  sessionOf,
  typedCode,
} from '../door/index.ts';
import type { Posts } from '../letters/index.ts';
import { guessedFrom } from '../security/index.ts';
import { type Dependencies, openedByCode } from '../write/index.ts';
import { keepAudit } from './audit.ts';
import { type Contact, contactOf } from './contact.ts';

/** What became of asking to sign in. Whether there is an account is not told, by the answer or by the time it takes. */
export type Asked =
  | {
      readonly kind: 'sent';
      readonly by: Contact['kind'];
      /** The code itself, in a demonstration only. */
      readonly shown: string | null;
    }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'tooMany' };

const { minutes, tries, countForSignIn, windowMs } = doorLimits.oneTimeCode;
const writer = text('解纷', 'Jiefen');
/** Codes on their way: nobody waits for the mail server, or the time would tell who has an account. */
const underWay = new Set<Promise<unknown>>();

/**
 * Makes a one-time code for whoever has an account under this contact, bound to this browser, and sends it there. For a
 * contact without an account the same is done but for the sending.
 */
export async function askToSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
  posts: Posts,
  dependencies: Dependencies,
): Promise<Asked> {
  const { store, keys, now, config } = dependencies;
  const contact = contactOf(typed, keys);
  if (contact === null) return { kind: 'malformed' };
  const session =
    (await sessionOf(request, dependencies))?.session ?? (await openSession(request, reply, dependencies));
  const code = newOneTimeCode();
  const nowMs = now().epochMilliseconds;
  const isKept = await store.door.keepCode({
    session,
    queryCode: contact.hash,
    hash: oneTimeCodeHash(keys.signIn, session, contact.hash, code),
    nowMs,
    expiresAtMs: nowMs + minutes * 60_000,
    tries,
    atMost: { count: countForSignIn, sinceMs: nowMs - windowMs },
  });
  if (!isKept) return { kind: 'tooMany' };
  const account = await store.partyAccounts.byContact(contact.hash);
  if (account !== null) {
    const { id, contactKind: by, language } = account;
    const sending = { person: accountPerson(id), by, code, writer, language };
    const sent = isAnswered(reply)
      .then(() => sendOneTimeCode(posts[by], sending, dependencies))
      .catch((error: unknown) => request.log.error({ error }, 'a one-time code could not be sent'));
    underWay.add(sent);
    sent.finally(() => underWay.delete(sent));
  }
  return { kind: 'sent', by: contact.kind, shown: config.demo ? code : null };
}

/** When the answer has gone, or whoever asked has. */
function isAnswered({ raw }: FastifyReply): Promise<void> {
  return new Promise((resolve) => {
    raw.once('finish', resolve);
    raw.once('close', resolve);
  });
}

/** Waits for the codes that are on their way: before a server closes. */
export async function codesUnderWay(): Promise<void> {
  await Promise.all(underWay);
}

/** What became of a sign-in. A wrong code and a contact without an account are not told apart. */
export type SignedIn =
  | { readonly kind: 'in'; readonly account: PartyAccount }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

/**
 * Signs in with the code that was sent. The session is a new one; the one in which the code was asked for ends, and what its
 * query codes opened comes along where `bring` says so.
 */
export async function signInToAccount(
  request: FastifyRequest,
  reply: FastifyReply,
  given: { readonly contact: string; readonly code: string; readonly bring: boolean },
  dependencies: Dependencies,
): Promise<SignedIn> {
  const { store, accounts, keys, now } = dependencies;
  const contact = contactOf(given.contact, keys);
  const before = await sessionOf(request, dependencies);
  if (contact === null || before === null) return { kind: 'gone' };
  const sources = guessedFrom(`party ${contact.hash}`, request.ip) satisfies readonly AttemptSource[];
  const retryAfterSeconds = await accounts.beginAttempt(sources);
  if (retryAfterSeconds > 0) {
    await keepAudit('partySignInLocked', null, {}, dependencies);
    return { kind: 'locked', retryAfterSeconds };
  }
  const code = typedCode(given.code);
  const nowMs = now().epochMilliseconds;
  const hash = oneTimeCodeHash(keys.signIn, before.session, contact.hash, code ?? '');
  const attempt = { session: before.session, queryCode: contact.hash, hash, nowMs, checkedUntilMs: nowMs };
  // What cannot be a code is wrong without costing a try.
  const tried = code === null ? 'wrong' : await store.door.tryCode(attempt);
  const account = await store.partyAccounts.byContact(contact.hash);
  if (tried !== 'right' || account === null) {
    await keepAudit('partySignInFailed', account?.id ?? null, {}, dependencies);
    return { kind: tried === 'gone' ? 'gone' : 'wrong' };
  }
  await accounts.attemptSucceeded(sources, 'signedIn');
  await openSession(request, reply, dependencies, account.id);
  await store.door.end(before.session);
  await keepAudit('partySignedIn', account.id, {}, dependencies);
  if (given.bring) await bringAlong(account.id, before.held.codes, dependencies);
  return { kind: 'in', account };
}

/** Adds what the codes of a session open to an account; what does not go in stays out. */
export async function bringAlong(
  account: string,
  codes: readonly { readonly queryCode: string }[],
  dependencies: Dependencies,
): Promise<void> {
  for (const { queryCode } of codes) {
    const opened = await openedByCode(queryCode, dependencies);
    if (opened === null) continue;
    const { kind } = await addToAccount(account, opened, dependencies);
    if (kind === 'added') await keepAudit('partyCaseAdded', account, { caseId: opened.caseFile.id }, dependencies);
  }
}
