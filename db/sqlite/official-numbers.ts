import type { Id } from '../../workflows/case-file.ts';
import { numberText } from '../commit-rules.ts';
import type { NumberRequest } from '../store.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** Gives a command the next number of a register, or the one it has. Inside the caller's transaction. */
export function reserveNumber(db: SqliteDatabase, request: NumberRequest): string {
  const { commandId, kind, organisation, year, pattern } = request;
  const known = statement<[Id, string, Id], { text: string }>(
    db,
    `UPDATE official_number SET state = iif(state = 'void', 'reserved', state), reason = NULL
     WHERE command_id = ? AND kind = ? AND organisation = ? RETURNING text`,
  ).get(commandId, kind, organisation);
  if (known !== undefined) return known.text;
  const last = statement<[string, Id, number], { number: number | null }>(
    db,
    'SELECT max(number) AS number FROM official_number WHERE kind = ? AND organisation = ? AND year = ?',
  ).get(kind, organisation, year);
  const number = (last?.number ?? 0) + 1;
  const text = numberText(pattern, year, number);
  statement(
    db,
    `INSERT INTO official_number (kind, organisation, year, number, text, command_id, state)
     VALUES (?, ?, ?, ?, ?, ?, 'reserved')`,
  ).run(kind, organisation, year, number, text, commandId);
  return text;
}

/** Marks the numbers a committed command had reserved; also those given up while the same command was still on its way. */
export function useNumbers(db: SqliteDatabase, commandId: Id): void {
  statement(
    db,
    `UPDATE official_number SET state = 'used', reason = NULL WHERE command_id = ? AND state <> 'used'`,
  ).run(commandId);
}

/** Keeps the gap of a refused command with its reason; a number in use stays. */
export function voidNumbers(db: SqliteDatabase, commandId: Id, reason: string): void {
  statement(
    db,
    `UPDATE official_number SET state = 'void', reason = ? WHERE command_id = ? AND state = 'reserved'`,
  ).run(reason, commandId);
}
