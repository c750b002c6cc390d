import type { Audit, AuditDraft, AuditFilter } from '../audit.ts';
import { type AuditRow, auditGenesis, openRecord, sealRecords } from '../audit-chain.ts';
import type { ChainHead } from '../journal-chain.ts';
import type { KeyRing } from '../keys.ts';
import { CursorInvalid } from '../store.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { gathering } from './gathering.ts';
import type { Writer } from './writer.ts';

/** The audit store of a SQLite database, written through the one writer. */
export function sqliteAudit(db: SqliteDatabase, writer: Writer): Audit {
  const append = (drafts: readonly AuditDraft[]) => writer.run('keepAudit', drafts);
  const { note, flush } = gathering((drafts: readonly AuditDraft[]) => append(once(drafts)));
  return {
    record: (draft) => append([draft]),
    note,
    flush,
    page: async (filter, after, limit) => {
      const before = after === null ? Number.MAX_SAFE_INTEGER : seqOf(after);
      const rows = select(db, filter, 'audit.seq < ?', before, 'DESC', limit + 1);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { rows: shown.map(openRecord), next: rows.length > limit && last ? `audit-${last.seq}` : null };
    },
    following: async (filter, seq, limit) => select(db, filter, 'audit.seq > ?', seq, 'ASC', limit).map(openRecord),
    reasonOf: async (person, caseId, day) =>
      statement<[string, string, string], { seq: number }>(
        db,
        `SELECT seq FROM audit WHERE case_id = ? AND person = ? AND kind = 'caseReasonGiven' AND substr(at, 1, 10) = ?
         ORDER BY seq DESC LIMIT 1`,
      ).get(caseId, person, day)?.seq ?? null,
  };
}

/** Adds records, as a job of the writer. */
export function keepAudit(db: SqliteDatabase, _keys: KeyRing, drafts: readonly AuditDraft[]): void {
  appendAudit(db, drafts);
}

/** Adds records inside the caller's transaction. */
export function appendAudit(db: SqliteDatabase, drafts: readonly AuditDraft[]): void {
  if (drafts.length === 0) return;
  const sealed = sealRecords(drafts, auditHead(db));
  for (const { seq, envelope, hash, reason } of sealed) {
    statement(db, 'INSERT INTO audit (seq, envelope, hash) VALUES (?, ?, ?)').run(seq, envelope, hash);
    if (reason !== null) {
      const { salt, text } = reason;
      statement(db, 'INSERT INTO audit_reason (seq, salt, reason) VALUES (?, ?, ?)').run(seq, salt, text);
    }
  }
  const last = sealed.at(-1);
  statement(
    db,
    `INSERT INTO audit_head (only_row, seq, hash) VALUES (1, ?, ?)
     ON CONFLICT (only_row) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
  ).run(last?.seq, last?.hash);
}

/** Where the chain ends. */
export function auditHead(db: SqliteDatabase): ChainHead {
  return statement<[], ChainHead>(db, 'SELECT seq, hash FROM audit_head').get() ?? { seq: 0, hash: auditGenesis };
}

/** All records as stored, in order, one at a time. */
export function auditRows(db: SqliteDatabase): IterableIterator<AuditRow> {
  return statement<[], AuditRow>(db, `${selectAudit} ORDER BY audit.seq`).iterate();
}

const selectAudit = `SELECT audit.seq, envelope, hash, salt, reason FROM audit
  LEFT JOIN audit_reason ON audit_reason.seq = audit.seq`;

function select(
  db: SqliteDatabase,
  filter: AuditFilter,
  place: string,
  seq: number,
  order: 'ASC' | 'DESC',
  limit: number,
): readonly AuditRow[] {
  const { kind, person, account, caseId, from, to } = filter;
  const wanted: readonly (readonly [string, string | null])[] = [
    ['kind = ?', kind],
    ['person = ?', person],
    ['account = ?', account],
    ['case_id = ?', caseId],
    ['substr(at, 1, 10) >= ?', from],
    ['substr(at, 1, 10) <= ?', to],
  ];
  const used = wanted.flatMap(([test, value]) => (value === null ? [] : [{ test, value }]));
  const tests = [place, ...used.map(({ test }) => test)].join(' AND ');
  return statement<(string | number)[], AuditRow>(
    db,
    `${selectAudit} WHERE ${tests} ORDER BY audit.seq ${order} LIMIT ?`,
  ).all(seq, ...used.map(({ value }) => value), limit);
}

function seqOf(cursor: string): number {
  const digits = /^audit-(\d{1,15})$/.exec(cursor)?.[1];
  if (digits === undefined) throw new CursorInvalid();
  return Number(digits);
}

/** Equal records of one moment become one with how often: a page that looks twice was seen once. */
export function once(drafts: readonly AuditDraft[]): readonly AuditDraft[] {
  const found = new Map<string, { readonly draft: AuditDraft; times: number }>();
  for (const draft of drafts) {
    const { at: _moment, ...same } = draft;
    const key = JSON.stringify(same);
    const known = found.get(key);
    if (known === undefined) found.set(key, { draft, times: 1 });
    else known.times += 1;
  }
  return [...found.values()].map(({ draft, times }) =>
    times === 1 ? draft : { ...draft, details: { ...draft.details, times } },
  );
}
