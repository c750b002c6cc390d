import type { Id } from '../../workflows/case-file.ts';
import type { KeyRing } from '../keys.ts';
import {
  type AccountCase,
  type AccountCaseAdded,
  accountPerson,
  type NewPartyAccount,
  type PartyAccount,
  type PartyAccounts,
} from '../party-accounts.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { peopleWriter } from './people.ts';
import type { Writer } from './writer.ts';

/** The parties' accounts of a SQLite database, written through the one writer. */
export function sqlitePartyAccounts(db: SqliteDatabase, writer: Writer): PartyAccounts {
  return {
    open: (account) => writer.run('partyAccountOpen', account),
    find: async (id) => statement<[Id], PartyAccount>(db, `${account} WHERE id = ?`).get(id) ?? null,
    byContact: async (contact) => findByContact(db, contact),
    cases: async (id) =>
      statement<[Id], AccountCase>(
        db,
        `SELECT number, case_id AS caseId, party, case_code AS caseCode, since FROM party_account_case
         WHERE account = ? ORDER BY number`,
      ).all(id),
    addCase: (id, added, atMost) => writer.run('partyAccountAdd', { id, added, atMost }),
    removeCase: (id, number) => writer.run('partyAccountRemove', { id, number }),
    close: (id, ground) => writer.run('partyAccountClose', { id, ground }),
  };
}

const account = 'SELECT id, contact_kind AS contactKind, language FROM party_account';

function findByContact(db: SqliteDatabase, contact: string): PartyAccount | null {
  return statement<[string], PartyAccount>(db, `${account} WHERE contact = ?`).get(contact) ?? null;
}

/** What the writer does for accounts; each runs inside the caller's transaction. */
export const partyAccountJobs = {
  partyAccountOpen: (db: SqliteDatabase, keys: KeyRing, given: NewPartyAccount): PartyAccount => {
    const { id, contact, contactKind, language, address, nowMs } = given;
    const known = findByContact(db, contact);
    if (known !== null) return known;
    statement(
      db,
      `INSERT INTO party_account (id, contact, contact_kind, language, next_number, opened_at_ms) VALUES (?, ?, ?, ?, 1, ?)`,
    ).run(id, contact, contactKind, language, nowMs);
    const field = contactKind === 'email' ? { email: address } : { telephone: address };
    // An account has an address and nobody's name.
    peopleWriter(db, keys).put({ id: accountPerson(id), kind: 'natural', name: '当事人账户', ...field }, '');
    return { id, contactKind, language };
  },
  partyAccountAdd: (
    db: SqliteDatabase,
    _keys: KeyRing,
    { id, added, atMost }: { readonly id: Id; readonly added: Omit<AccountCase, 'number'>; readonly atMost: number },
  ): AccountCaseAdded => {
    const { caseId, party, caseCode, since } = added;
    const renewed = statement<[number, string, Id, Id, Id], { number: number }>(
      db,
      `UPDATE party_account_case SET since = ?, case_code = ? WHERE account = ? AND case_id = ? AND party = ?
       RETURNING number`,
    ).get(since, caseCode, id, caseId, party);
    if (renewed !== undefined) return { kind: 'added', number: renewed.number };
    const { held } = statement<[Id], { held: number }>(
      db,
      'SELECT count(*) AS held FROM party_account_case WHERE account = ?',
    ).get(id) ?? { held: 0 };
    if (held >= atMost) return { kind: 'full' };
    const next = statement<[Id], { number: number }>(
      db,
      'UPDATE party_account SET next_number = next_number + 1 WHERE id = ? RETURNING next_number - 1 AS number',
    ).get(id);
    if (next === undefined) return { kind: 'full' };
    statement(
      db,
      `INSERT INTO party_account_case (account, number, case_id, party, case_code, since) VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(id, next.number, caseId, party, caseCode, since);
    return { kind: 'added', number: next.number };
  },
  partyAccountRemove: (
    db: SqliteDatabase,
    _keys: KeyRing,
    { id, number }: { readonly id: Id; readonly number: number },
  ): void => {
    statement(db, 'DELETE FROM party_account_case WHERE account = ? AND number = ?').run(id, number);
  },
  partyAccountClose: (
    db: SqliteDatabase,
    keys: KeyRing,
    { id, ground }: { readonly id: Id; readonly ground: string },
  ): boolean => {
    // Its list and its sessions go with it.
    const { changes } = statement(db, 'DELETE FROM party_account WHERE id = ?').run(id);
    peopleWriter(db, keys).erase(accountPerson(id), ground);
    return changes === 1;
  },
} as const;
