import { channel } from 'node:diagnostics_channel';
import fastifyRateLimit from '@fastify/rate-limit';
import { type Account, type Accounts, type AttemptSource, normaliseLogin, type Session } from '../../db/accounts.ts';
import type { Audit, AuditDraft, AuditKind } from '../../db/audit.ts';
import type { StandIns } from '../../db/stand-ins.ts';
import type { Config } from '../config.ts';
import type { ProblemCode } from '../errors.ts';
import { momentOf } from '../write/given.ts';
import { hashPassword, isAcceptablePassword, needsRenewal, verifyPassword } from './passwords.ts';
import { newSecondFactorSecret, secondFactorUri, stepOfCode } from './second-factor.ts';

/** What signing in needs. `demo` lets the cast of the demonstration in without a second factor. */
export interface SignInDependencies {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly standIns: StandIns;
  readonly demo: boolean;
  readonly oneTimeLinkHours: number;
  readonly now: () => Temporal.Instant;
}

/** What signing in needs of the whole. */
export function signInDependencies({
  config: { demo, oneTimeLinkHours },
  accounts,
  audit,
  standIns,
  now,
}: Omit<SignInDependencies, 'demo' | 'oneTimeLinkHours'> & {
  readonly config: Pick<Config, 'demo' | 'oneTimeLinkHours'>;
}): SignInDependencies {
  return { accounts, audit, standIns, now, demo, oneTimeLinkHours };
}

/** Signed in, or one step before it; `token` is the value of the session cookie. */
export type SignInResult =
  | { readonly ok: true; readonly token: string; readonly account: Account; readonly session: SignedInSession }
  | SignInRefusal;

export type SignedInSession = Pick<Session, 'stage' | 'secondFactor'>;

export interface SignInRefusal {
  readonly ok: false;
  readonly code: Extract<
    ProblemCode,
    | 'sign-in-failed'
    | 'locked-out'
    | 'second-factor-not-set-up'
    | 'role-not-granted'
    | 'second-factor-needed'
    | 'second-factor-wrong'
    | 'link-not-valid'
    | 'password-too-weak'
  >;
  readonly retryAfterSeconds?: number;
}

/**
 * Checks login and password. An unknown login, a wrong password and a suspended account are answered alike, after the
 * same work. `replacing` is the session cookie the browser came with; that session ends.
 */
export async function signIn(
  dependencies: SignInDependencies,
  given: { readonly login: string; readonly password: string; readonly address: string; readonly replacing?: string },
): Promise<SignInResult> {
  const { accounts, demo } = dependencies;
  const sources = guessedFrom(given.login, given.address);
  const retryAfterSeconds = await accounts.beginAttempt(sources);
  const found = await accounts.credentials(given.login);
  const refused = async (kind: AuditKind, code: SignInRefusal['code']): Promise<SignInRefusal> => {
    await keep(dependencies, kind, { account: found?.id ?? null, thing: code });
    return { ok: false, code };
  };
  if (retryAfterSeconds > 0) return { ...(await refused('signInLocked', 'locked-out')), retryAfterSeconds };
  const isRight = await verifyPassword(given.password, found?.passwordHash ?? null);
  if (!isRight || !found || found.passwordHash === null || found.status !== 'active') {
    return refused('signInFailed', 'sign-in-failed');
  }
  const stage = found.secondFactorSecret === null ? 'signedIn' : 'awaitsSecondFactor';
  await accounts.attemptSucceeded(sources, stage);
  if (needsRenewal(found.passwordHash)) {
    await accounts.renewPasswordHash(found.id, await hashPassword(given.password));
  }
  if (found.roles.length === 0) return refused('signInFailed', 'role-not-granted');
  if (stage === 'signedIn' && needsSecondFactor(found, demo)) {
    return refused('signInFailed', 'second-factor-not-set-up');
  }
  return open(dependencies, found, { stage, secondFactor: false }, given.replacing);
}

/** Checks the code of somebody whose password was right. Each code is taken once; wrong ones count like wrong passwords. */
export async function passSecondFactor(
  dependencies: SignInDependencies,
  given: {
    readonly account: Account | null;
    readonly code: string;
    readonly address: string;
    readonly replacing: string;
  },
): Promise<SignInResult> {
  const { accounts, now } = dependencies;
  if (!given.account) return { ok: false, code: 'sign-in-failed' };
  const account = given.account.id;
  const sources = guessedFrom(given.account.login, given.address);
  const retryAfterSeconds = await accounts.beginAttempt(sources);
  if (retryAfterSeconds > 0) {
    await keep(dependencies, 'signInLocked', { account, thing: 'locked-out' });
    return { ok: false, code: 'locked-out', retryAfterSeconds };
  }
  const secret = (await accounts.credentials(given.account.login))?.secondFactorSecret;
  const step = secret ? await stepOfCode(secret, given.code, now()) : undefined;
  if (step === undefined || !(await accounts.useSecondFactorStep(given.account.id, step))) {
    await keep(dependencies, 'secondFactorFailed', { account, thing: 'second-factor-wrong' });
    return { ok: false, code: 'second-factor-wrong' };
  }
  await accounts.attemptSucceeded(sources, 'signedIn');
  return open(dependencies, given.account, { stage: 'signedIn', secondFactor: true }, given.replacing);
}

/** Where the token of a session that its person ended is published, for what is still open under it. */
export const signedOutChannel = channel('jiefen:signed-out');

/** Ends the session of a cookie, on every server. */
export async function signOut(dependencies: SignInDependencies, token: string | undefined): Promise<void> {
  const person = token === undefined ? null : await dependencies.accounts.endSession(token);
  if (signedOutChannel.hasSubscribers) signedOutChannel.publish(token);
  if (person !== null) await keep(dependencies, 'signedOut', { person, account: person });
}

/** Makes a one-time link for an account, voiding earlier ones; the token goes to that person and nowhere else. */
export function invite({ accounts, oneTimeLinkHours }: SignInDependencies, accountId: string): Promise<string> {
  return accounts.createLink(accountId, newSecondFactorSecret(), oneTimeLinkHours);
}

/** What the page of a one-time link shows. `secondFactor` is null for those who need none. */
export interface OpenedLink {
  readonly login: string;
  readonly name: string;
  readonly secondFactor: { readonly secret: string; readonly uri: string } | null;
}

/** What a link is for, or undefined when it was used, is over or never was. */
export async function openLink({ accounts }: SignInDependencies, token: string): Promise<OpenedLink | undefined> {
  const link = await accounts.link(token);
  if (!link) return undefined;
  const { login, name } = link.account;
  const secret = link.secondFactorSecret;
  const isStaff = needsSecondFactor(link.account, false);
  return { login, name, secondFactor: isStaff ? { secret, uri: secondFactorUri(login, secret) } : null };
}

/** Sets password and second factor through a link. The person then signs in; nobody is signed in by a link. */
export async function acceptLink(
  dependencies: SignInDependencies,
  given: { readonly token: string; readonly password: string; readonly code: string },
): Promise<{ readonly ok: true } | SignInRefusal> {
  const { accounts, now } = dependencies;
  const link = await accounts.link(given.token);
  if (!link) return { ok: false, code: 'link-not-valid' };
  if (!isAcceptablePassword(given.password, link.account.login)) return { ok: false, code: 'password-too-weak' };
  let usedStep: number | null = null;
  if (needsSecondFactor(link.account, false)) {
    usedStep = (await stepOfCode(link.secondFactorSecret, given.code, now())) ?? null;
    if (usedStep === null) return { ok: false, code: 'second-factor-wrong' };
  }
  const isUsed = await accounts.useLink(given.token, { passwordHash: await hashPassword(given.password), usedStep });
  if (!isUsed) return { ok: false, code: 'link-not-valid' };
  await keep(dependencies, 'linkUsed', { account: link.account.id });
  return { ok: true };
}

/** Everybody but parties, outside a demonstration; also those whose roles are not granted yet. */
export function needsSecondFactor(account: Pick<Account, 'roles'>, demo: boolean): boolean {
  const isParty = account.roles.length > 0 && account.roles.every((role) => role === 'party');
  return !demo && !isParty;
}

async function open(
  dependencies: SignInDependencies,
  account: Account,
  session: SignedInSession,
  replacing: string | undefined,
): Promise<SignInResult> {
  const opened = { accountId: account.id, ...session };
  const token = await dependencies.accounts.openSession(replacing === undefined ? opened : { ...opened, replacing });
  if (session.stage === 'signedIn') {
    const details = { secondFactor: session.secondFactor ? 'passed' : 'none' };
    await keep(dependencies, 'signedIn', { person: account.id, account: account.id, details });
  }
  return { ok: true, token, account, session };
}

/** Where guesses come from. A whole office may share one address, so it has more attempts than one login. */
export function guessedFrom(login: string, address: string): readonly AttemptSource[] {
  return [
    { kind: 'login', value: normaliseLogin(login), freeFailures: 5, longestLockMinutes: 15 },
    { kind: 'address', value: fastifyRateLimit.normalizeIP(address), freeFailures: 50, longestLockMinutes: 15 },
  ];
}

/** Keeps what happened at the door. Never the login as typed: people type passwords there. */
async function keep(
  { audit, now }: SignInDependencies,
  kind: AuditKind,
  of: Partial<Pick<AuditDraft, 'person' | 'account' | 'thing' | 'details'>>,
): Promise<void> {
  await audit.record({ person: null, ...of, kind, at: momentOf(now()) });
}
