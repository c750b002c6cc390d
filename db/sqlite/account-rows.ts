import { type Account, type AccountRole, accountRoles } from '../accounts.ts';
import { type KeyRing, seal } from '../keys.ts';
import { dataVersion, type SqliteDatabase, statement } from './connection.ts';

/** What the parts of the account store share. */
export interface AccountStoreContext {
  readonly db: SqliteDatabase;
  readonly keys: KeyRing;
  readonly nowMs: () => number;
}

/** An account by id; for the other parts of this store. */
export function findAccount(db: SqliteDatabase, id: string): Account | undefined {
  const row = statement<[string], AccountRow>(db, `${selectAccount} WHERE account.id = ?`).get(id);
  return row && accountOf(row);
}

/** All accounts by login, read again only after `changed` or when another process wrote: every command needs them. */
export function accountList(db: SqliteDatabase): AccountList {
  const known = lists.get(db);
  if (known !== undefined) return known;
  const fresh = newAccountList(db);
  lists.set(db, fresh);
  return fresh;
}

/** The list of one database, shared by every part of the account store that changes accounts. */
export interface AccountList {
  readonly list: () => readonly Account[];
  /** Says that accounts have changed, and passes the result of the change on. */
  readonly changed: <T>(result: T) => T;
}

const lists = new WeakMap<SqliteDatabase, AccountList>();

function newAccountList(db: SqliteDatabase): AccountList {
  let known: { readonly accounts: readonly Account[]; readonly text: string; readonly version: number } | null = null;
  return {
    list: () => {
      // Changes whenever another connection has committed; our own changes of accounts say so themselves.
      const version = dataVersion(db);
      if (known?.version !== version) {
        const rows = statement<[], AccountRow>(db, `${selectAccount} ORDER BY account.login`).all();
        const text = JSON.stringify(rows);
        // What was committed is seldom an account. The same list then, for others remember what they made of it.
        known = { accounts: known?.text === text ? known.accounts : rows.map(accountOf), text, version };
      }
      return known.accounts;
    },
    changed: (result) => {
      known = null;
      return result;
    },
  };
}

/** Ends all sessions of an account, inside the caller's transaction. */
export function endSessionsOf(db: SqliteDatabase, accountId: string): void {
  statement(db, 'DELETE FROM session WHERE account_id = ?').run(accountId);
}

/** Sets up a second factor, inside the caller's transaction. */
export function setSecondFactor(context: AccountStoreContext, id: string, secret: string, usedStep: number): void {
  statement(context.db, 'UPDATE account SET second_factor_sealed = ?, second_factor_last_step = ? WHERE id = ?').run(
    seal(context.keys.master, secret, secondFactorContext(id)),
    usedStep,
    id,
  );
}

/** What a sealed second factor is bound to. */
export function secondFactorContext(accountId: string): string {
  return `account:${accountId}:second-factor`;
}

/** An account as selected; roles are joined by commas. */
export interface AccountRow extends Omit<Account, 'roles'> {
  readonly roles: string;
}

/** Selects an {@link AccountRow}; a WHERE or ORDER clause follows. */
const selectAccount = `SELECT account.id, account.login, account.name, account.organisation_id AS organisationId, account.status,
  (SELECT coalesce(group_concat(role), '') FROM account_role WHERE account_id = account.id) AS roles FROM account`;

/** Reads an {@link AccountRow}. */
export function accountOf({ roles, ...row }: AccountRow): Account {
  return { ...row, roles: roles.split(',').filter(isAccountRole) };
}

function isAccountRole(role: string): role is AccountRole {
  return accountRoles.some((known) => known === role);
}
