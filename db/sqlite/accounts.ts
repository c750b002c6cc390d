import {
  type AccountCreated,
  type Accounts,
  type Credentials,
  isAdministrator,
  type NewAccount,
  normaliseLogin,
  staffPerson,
} from '../accounts.ts';
import { type KeyRing, unseal } from '../keys.ts';
import {
  type AccountStoreContext,
  accountList,
  endSessionsOf,
  findAccount,
  secondFactorContext,
  setSecondFactor,
} from './account-rows.ts';
import { attempts } from './attempts.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { links } from './links.ts';
import { peopleWriter } from './people.ts';
import { sessions } from './sessions.ts';

/** Tells the time; tests put their own clock here. */
export type Now = () => Temporal.Instant;

/** The account store of a SQLite database: accounts, sessions, one-time links and the counting of failed attempts. */
export function sqliteAccounts(db: SqliteDatabase, keys: KeyRing, now: Now = () => Temporal.Now.instant()): Accounts {
  const context: AccountStoreContext = { db, keys, nowMs: () => now().epochMilliseconds };
  const roster = accountList(db);
  return {
    create: async (account) => roster.changed(db.transaction(() => createAccount(context, account)).immediate()),
    invite: async (account) =>
      roster.changed(db.transaction(() => insertAccount(context, { ...account, roles: [] })).immediate()),
    find: async (id) => findAccount(db, id),
    list: async () => roster.list(),
    setWorkEmail: async (id, address) =>
      db
        .transaction(() => {
          const account = findAccount(db, id);
          if (account === undefined) throw new Error(`there is no account ${id}`);
          const { name } = account;
          peopleWriter(db, keys).put({ id: staffPerson(id), kind: 'natural', name, email: address });
        })
        .immediate(),
    credentials: async (login) => findCredentials(context, login),
    setPassword: async (id, passwordHash) =>
      roster.changed(
        db.transaction(() => {
          statement(
            db,
            `UPDATE account SET password_hash = ?, status = iif(status = 'invited', 'active', status) WHERE id = ?`,
          ).run(passwordHash, id);
          endSessionsOf(db, id);
        })(),
      ),
    renewPasswordHash: async (id, passwordHash) => {
      statement(db, 'UPDATE account SET password_hash = ? WHERE id = ?').run(passwordHash, id);
    },
    setStatus: async (id, status) => roster.changed(db.transaction(() => setStatus(db, id, status))()),
    setSecondFactor: async (id, secret, usedStep) => setSecondFactor(context, id, secret, usedStep),
    useSecondFactorStep: async (id, step) => useSecondFactorStep(db, id, step),
    ...sessions(context),
    ...links(context, roster.changed),
    ...attempts(context),
    sweep: async (limits) =>
      db.transaction(() => {
        sessions(context).sweepSessions(limits);
        links(context, roster.changed).sweepLinks();
        attempts(context).sweepAttempts();
      })(),
  };
}

function createAccount(context: AccountStoreContext, account: NewAccount): AccountCreated {
  const roles = [...new Set(account.roles)];
  if (roles.length === 0) return { ok: false, code: 'role-missing' };
  if (roles.some(isAdministrator) && roles.length > 1) return { ok: false, code: 'roles-not-combinable' };
  return insertAccount(context, { ...account, roles });
}

function insertAccount({ db, nowMs }: AccountStoreContext, account: NewAccount): AccountCreated {
  const login = normaliseLogin(account.login);
  if (login === '' || login.length > 64) return { ok: false, code: 'login-invalid' };
  const { changes } = statement(
    db,
    `INSERT INTO account (id, login, name, organisation_id, status, password_hash, created_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (login) DO NOTHING`,
  ).run(
    account.id,
    login,
    account.name,
    account.organisationId,
    account.passwordHash === undefined ? 'invited' : 'active',
    account.passwordHash ?? null,
    nowMs(),
  );
  if (changes === 0) return { ok: false, code: 'login-taken' };
  for (const role of account.roles)
    statement(db, 'INSERT INTO account_role (account_id, role) VALUES (?, ?)').run(account.id, role);
  return { ok: true };
}

interface SecretsRow {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly sealed: string | null;
  readonly lastStep: number | null;
}

function findCredentials({ db, keys }: AccountStoreContext, login: string): Credentials | undefined {
  const secrets = statement<[string], SecretsRow>(
    db,
    `SELECT id, password_hash AS passwordHash, second_factor_sealed AS sealed, second_factor_last_step AS lastStep
     FROM account WHERE login = ?`,
  ).get(normaliseLogin(login));
  const account = secrets && findAccount(db, secrets.id);
  if (!secrets || !account) return undefined;
  return {
    ...account,
    passwordHash: secrets.passwordHash,
    secondFactorSecret:
      secrets.sealed && unseal(keys.master, secrets.sealed, secondFactorContext(account.id)).toString(),
    secondFactorLastStep: secrets.lastStep,
  };
}

/** Whoever never set a password goes back to waiting for a link when reinstated. */
function setStatus(db: SqliteDatabase, id: string, status: 'active' | 'suspended'): void {
  statement(
    db,
    `UPDATE account SET status = iif(? = 'active' AND password_hash IS NULL, 'invited', ?) WHERE id = ?`,
  ).run(status, status, id);
  if (status === 'active') return;
  endSessionsOf(db, id);
  statement(db, 'DELETE FROM one_time_link WHERE account_id = ?').run(id);
}

/** One statement, so that of two requests with the same code only one gets it. */
function useSecondFactorStep(db: SqliteDatabase, id: string, step: number): boolean {
  const { changes } = statement(
    db,
    'UPDATE account SET second_factor_last_step = ? WHERE id = ? AND coalesce(second_factor_last_step, -1) < ?',
  ).run(step, id, step);
  return changes === 1;
}
