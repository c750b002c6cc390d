import type { Role } from '../workflows/reference.ts';

/** The roles an account may have: every role of the house except the system itself. */
export const accountRoles = [
  'mediator',
  'committeeClerk',
  'centreStaff',
  'centreHead',
  'courtLiaison',
  'arbitrationSecretary',
  'rulingOfficer',
  'enforcementOfficer',
  'enforcementJudge',
  'criminalLiaison',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
  'party',
] as const satisfies readonly Exclude<Role, 'system'>[];
export type AccountRole = (typeof accountRoles)[number];

/** The three administrators (三员): each stands alone, and none sees the content of a case. */
export const administratorRoles = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;

/** Somebody who may sign in. `invited` has no password yet; `suspended` is signed out everywhere. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly roles: readonly AccountRole[];
  readonly status: 'invited' | 'active' | 'suspended';
}

/** What sign-in needs to know. `secondFactorSecret` is the base32 secret in the clear, null when none is set up. */
export interface Credentials extends Account {
  readonly passwordHash: string | null;
  readonly secondFactorSecret: string | null;
  /** The time step of the last code that was accepted: it and earlier ones are not accepted again. */
  readonly secondFactorLastStep: number | null;
}

/** A new account. With a password hash it is active at once (the demo cast), without one it waits for a one-time link. */
export interface NewAccount extends Omit<Account, 'status'> {
  readonly passwordHash?: string;
}

/** Why an account cannot have these roles; null when it can. Parties and administrators belong to no organisation. */
export function rolesProblem(
  roles: readonly AccountRole[],
  organisationId: string | null,
): 'role-missing' | 'roles-not-combinable' | 'organisation-mismatch' | null {
  if (roles.length === 0) return 'role-missing';
  const standsAlone = roles.some(isAdministrator) || roles.includes('party');
  if (standsAlone && new Set(roles).size > 1) return 'roles-not-combinable';
  return standsAlone === (organisationId !== null) ? 'organisation-mismatch' : null;
}

/** Whether a role is one of the three administrators'. */
export function isAdministrator(role: AccountRole): boolean {
  return administratorRoles.some((administrator) => administrator === role);
}

export type AccountCreated =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'login-taken' | 'login-invalid' | 'roles-not-combinable' | 'role-missing' };

/** A session as found by its cookie. `awaitsSecondFactor` opens nothing but the page that asks for the code. */
export interface Session {
  readonly account: Account;
  readonly stage: 'awaitsSecondFactor' | 'signedIn';
  readonly secondFactor: boolean;
}

/** How long a session lives: without use, and altogether. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

/** A link that was sent to somebody, not yet used and not yet over. */
export interface OneTimeLink {
  readonly account: Account;
  readonly secondFactorSecret: string;
}

/** What a person sets through a link; `usedStep` is the time step of the code that proved the second factor. */
export interface LinkUse {
  readonly passwordHash: string;
  readonly usedStep: number | null;
}

/** The account store. Tokens and codes come in the clear and are stored as keyed hashes. */
export interface Accounts {
  readonly create: (account: NewAccount) => Promise<AccountCreated>;
  /** An account that waits for its link and for its roles, which others grant: until then it opens nothing. */
  readonly invite: (account: Omit<NewAccount, 'roles' | 'passwordHash'>) => Promise<AccountCreated>;
  readonly find: (id: string) => Promise<Account | undefined>;
  readonly list: () => Promise<readonly Account[]>;
  /** Keeps an account's work e-mail address, or removes it (null): sealed, in the person store under {@link staffPerson}. */
  readonly setWorkEmail: (id: string, address: string | null) => Promise<void>;
  /** By login, written in any case and width. */
  readonly credentials: (login: string) => Promise<Credentials | undefined>;
  /** Replaces the password and ends all sessions of the account. */
  readonly setPassword: (id: string, passwordHash: string) => Promise<void>;
  /** Replaces only the stored form of the same password (stronger parameters); sessions go on. */
  readonly renewPasswordHash: (id: string, passwordHash: string) => Promise<void>;
  /** Suspends (ending all sessions and links) or reinstates an account. */
  readonly setStatus: (id: string, status: 'active' | 'suspended') => Promise<void>;
  /** Sets up the second factor; a code of `usedStep` or earlier is not accepted again. */
  readonly setSecondFactor: (id: string, secret: string, usedStep: number) => Promise<void>;
  /** Takes a time step for one use. False when it, or a later one, was already used. */
  readonly useSecondFactorStep: (id: string, step: number) => Promise<boolean>;

  /** Opens a session and returns the cookie's value; ends `replacing`, the session it grew out of. */
  readonly openSession: (session: NewSession) => Promise<string>;
  /** The session of a cookie, if it is not over and its account is active; notes that it was used, unless nobody did. */
  readonly session: (token: string, limits: SessionLimits, use?: 'used' | 'unused') => Promise<Session | undefined>;
  /** Whose session it was; null when there was none. */
  readonly endSession: (token: string) => Promise<string | null>;
  readonly endSessionsOf: (accountId: string) => Promise<void>;

  /** Makes a link for setting password and second factor, and voids earlier ones. Returns its token, which is not stored. */
  readonly createLink: (accountId: string, secondFactorSecret: string, validHours: number) => Promise<string>;
  readonly link: (token: string) => Promise<OneTimeLink | undefined>;
  /**
   * Uses up the link: sets the password, sets up its second factor (unless `usedStep` is null), activates the account and
   * ends its sessions. False when the link is gone.
   */
  readonly useLink: (token: string, set: LinkUse) => Promise<boolean>;

  /** Counts an attempt from these sources before it is checked. Returns seconds to wait; 0 means: go on. */
  readonly beginAttempt: (sources: readonly AttemptSource[]) => Promise<number>;
  /**
   * Forgives the attempt just begun. Only a complete sign-in clears the login's failures: a right password before each
   * wrong code must not give a guesser of codes new free attempts.
   */
  readonly attemptSucceeded: (sources: readonly AttemptSource[], stage: Session['stage']) => Promise<void>;
  /** Deletes sessions, links and counters that are over. */
  readonly sweep: (limits: SessionLimits) => Promise<void>;
}

export interface NewSession {
  readonly accountId: string;
  readonly stage: Session['stage'];
  readonly secondFactor: boolean;
  readonly replacing?: string;
}

/**
 * Where attempts come from. After `freeFailures` failures each further one locks, one minute at first, doubling up to
 * `longestLockMinutes`. Success clears a `login` and only gives an `address` its one attempt back: an attacker with an
 * account of his own must not be able to clear the address he guesses from.
 */
export interface AttemptSource {
  readonly kind: 'login' | 'address';
  readonly value: string;
  readonly freeFailures: number;
  readonly longestLockMinutes: number;
}

/** Under which id the person store keeps what is known of an account's person: the work e-mail address. */
export function staffPerson(accountId: string): string {
  return `account:${accountId}`;
}

/** A login in its one written form: full-width and upper-case letters are the same login. */
export function normaliseLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}
