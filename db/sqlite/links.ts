import type { Accounts, LinkUse, OneTimeLink } from '../accounts.ts';
import { keyedHash, newToken, seal, unseal } from '../keys.ts';
import {
  type AccountStoreContext,
  endSessionsOf,
  findAccount,
  secondFactorContext,
  setSecondFactor,
} from './account-rows.ts';
import { statement } from './connection.ts';

/** One-time links: at most one per account, stored as a keyed hash, gone when used. Using one changes its account. */
export function links(
  context: AccountStoreContext,
  accountsChanged: <T>(result: T) => T,
): Pick<Accounts, 'createLink' | 'link' | 'useLink'> & { readonly sweepLinks: () => void } {
  const { db, keys, nowMs } = context;
  return {
    createLink: async (accountId, secondFactorSecret, validHours) =>
      db.transaction(() => {
        statement(db, 'DELETE FROM one_time_link WHERE account_id = ?').run(accountId);
        const token = newToken();
        statement(
          db,
          `INSERT INTO one_time_link (token_hash, account_id, second_factor_sealed, created_at_ms, expires_at_ms)
           VALUES (?, ?, ?, ?, ?)`,
        ).run(
          keyedHash(keys.signIn, token),
          accountId,
          seal(keys.master, secondFactorSecret, secondFactorContext(accountId)),
          nowMs(),
          nowMs() + validHours * 3_600_000,
        );
        return token;
      })(),
    link: async (token) => findLink(context, token),
    useLink: async (token, set) => accountsChanged(db.transaction(() => useLink(context, token, set)).immediate()),
    sweepLinks: () => {
      statement(db, 'DELETE FROM one_time_link WHERE expires_at_ms <= ?').run(nowMs());
    },
  };
}

function findLink({ db, keys, nowMs }: AccountStoreContext, token: string): OneTimeLink | undefined {
  const row = statement<[string, number], { accountId: string; sealed: string }>(
    db,
    `SELECT account_id AS accountId, second_factor_sealed AS sealed FROM one_time_link
     WHERE token_hash = ? AND expires_at_ms > ?`,
  ).get(keyedHash(keys.signIn, token), nowMs());
  const account = row && findAccount(db, row.accountId);
  if (!row || !account || account.status === 'suspended') return undefined;
  return { account, secondFactorSecret: unseal(keys.master, row.sealed, secondFactorContext(account.id)).toString() };
}

function useLink(context: AccountStoreContext, token: string, set: LinkUse): boolean {
  const link = findLink(context, token);
  if (!link) return false;
  const { db } = context;
  statement(db, 'DELETE FROM one_time_link WHERE account_id = ?').run(link.account.id);
  statement(db, `UPDATE account SET password_hash = ?, status = 'active' WHERE id = ?`).run(
    set.passwordHash,
    link.account.id,
  );
  if (set.usedStep !== null) setSecondFactor(context, link.account.id, link.secondFactorSecret, set.usedStep);
  endSessionsOf(db, link.account.id);
  return true;
}
