import type { Id } from '../../workflows/case-file.ts';
import { assertCommit, recordedAtOf } from '../commit-rules.ts';
import { genesisHash } from '../journal-chain.ts';
import type { KeyRing } from '../keys.ts';
import {
  type Commit,
  type CommitFault,
  CommitInvalid,
  type CommitResult,
  type Store,
  type StoredAnswer,
} from '../store.ts';
import { turns } from '../turns.ts';
import { caseCache } from './case-cache.ts';
import { caseHead, writeCase } from './cases.ts';
import { applyDerived, derivedChanges } from './cases-derived.ts';
import { emptyWriteAheadLog, type SqliteDatabase, statement } from './connection.ts';
import { recordFile } from './files.ts';
import { appendEntries, removeBodies } from './journal.ts';
import { sqliteLetters, writeLetters } from './letters.ts';
import { reserveNumber, useNumbers, voidNumbers } from './official-numbers.ts';
import { peopleWriter } from './people.ts';
import { sqliteReads } from './reads.ts';
import { sqliteReconciliations } from './reconciliations.ts';
import { type GroupLimits, groupWriter } from './writer.ts';

/**
 * The store of cases in a migrated SQLite database. Commits that arrive together share one transaction
 * (`groupLimit`, default 4), each undone alone; as many commands are under way at a time, and `queueLimit` (default 1000)
 * may wait. `close` finishes what is queued and leaves the database to its owner.
 */
export function sqliteStore(db: SqliteDatabase, keys: KeyRing, limits: Partial<GroupLimits> = {}): Store {
  const { groupLimit = 4, queueLimit = 1000 } = limits;
  const writer = groupWriter(db, { groupLimit, queueLimit });
  const cases = caseCache(db);
  return {
    load: async (caseId) => cases.load(caseId),
    commit: async (commit) => {
      assertCommit(commit);
      const result = await writer.run(() => writeCommit(db, keys, commit));
      if (result.kind === 'committed') cases.keep(commit.after);
      if (commit.erasure !== undefined) emptyWriteAheadLog(db);
      return result;
    },
    ...turns(groupLimit, queueLimit),
    answered: async (person, commandId) => storedAnswer(db, person, commandId),
    reserveNumber: (request) => writer.run(() => reserveNumber(db, request)),
    voidNumber: (commandId, reason) => writer.run(() => voidNumbers(db, commandId, reason)),
    reads: sqliteReads(db),
    letters: sqliteLetters(db, writer),
    reconciliations: sqliteReconciliations(db, writer),
    close: async () => writer.close(),
  };
}

function writeCommit(db: SqliteDatabase, keys: KeyRing, commit: Commit): CommitResult {
  const { before, after, commandId, person, derived } = commit;
  const stored = storedAnswer(db, person, commandId);
  if (stored !== null) return { kind: 'duplicate', stored };
  const head = caseHead(db, after.id);
  if ((head?.version ?? 0) !== before.version) return { kind: 'conflict' };
  refuseOtherJournal(commit, head?.seq ?? 0);
  writeTruthAndEvidence(db, commit, head?.hash ?? genesisHash(after.id));
  writeOutside(db, keys, commit);
  asCommitFault(() => applyDerived(db, after.id, derivedChanges(db, after, derived, recordedAtOf(commit))));
  statement(
    db,
    'INSERT INTO command (person, command_id, case_id, version, request_digest, answer) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(person, commandId, after.id, after.version, commit.requestDigest, JSON.stringify(commit.answer));
  if (commit.letters !== undefined) writeLetters(db, commit.letters, Temporal.Instant.from(recordedAtOf(commit)));
  useNumbers(db, commandId);
  return { kind: 'committed', version: after.version };
}

function refuseOtherJournal({ before }: Commit, storedSeq: number): void {
  if (before.seq === storedSeq) return;
  throw new CommitInvalid(
    'journal-not-gapless',
    `the journal of ${before.id} ends at ${storedSeq}, not at ${before.seq}`,
  );
}

function writeTruthAndEvidence(db: SqliteDatabase, commit: Commit, previousHash: string): void {
  const { before, after, entries, erasure } = commit;
  // The header stands first, for everything refers to it; its last hash is known when the entries are sealed.
  writeCase(db, before, after, previousHash);
  const headHash = appendEntries(db, after.id, entries, previousHash);
  statement(db, 'UPDATE case_header SET head_hash = ? WHERE case_id = ?').run(headHash, after.id);
  if (erasure !== undefined) removeBodies(db, after.id, erasure, after.seq);
}

/** People, query codes and files: what a commit brings that is no part of the case file. */
function writeOutside(
  db: SqliteDatabase,
  keys: KeyRing,
  { before, after, persons, queryCodes, erasure }: Commit,
): void {
  const people = peopleWriter(db, keys);
  for (const { id, input } of persons) people.put({ id, ...input });
  for (const person of erasure?.persons ?? []) people.erase(person, erasure?.ground ?? '');
  for (const { party, hash } of queryCodes) {
    statement(
      db,
      `INSERT INTO query_code (hash, case_id, party) VALUES (?, ?, ?)
       ON CONFLICT (case_id, party) DO UPDATE SET hash = excluded.hash`,
    ).run(hash, after.id, party);
  }
  for (const item of Object.values(after.items)) {
    if (item === before.items[item.id] || item.sha256 === null || item.bytes === null) continue;
    recordFile(db, {
      hash: fileHash(item.sha256),
      bytes: item.bytes,
      mediaType: item.mediaType ?? 'application/octet-stream',
    });
  }
}

/** The address of an item's file: items keep the bare digest. */
export function fileHash(sha256: string): string {
  return `sha-256:${sha256}`;
}

function storedAnswer(db: SqliteDatabase, person: Id, commandId: Id): StoredAnswer | null {
  const row = statement<[Id, Id], { requestDigest: string; answer: string }>(
    db,
    'SELECT request_digest AS requestDigest, answer FROM command WHERE person = ? AND command_id = ?',
  ).get(person, commandId);
  // The text was written by `writeCommit` from a JsonObject.
  return row === undefined
    ? null
    : { requestDigest: row.requestDigest, answer: JSON.parse(row.answer) as StoredAnswer['answer'] };
}

/** Unique indexes that keep an invariant of the house, by the columns SQLite names. */
const faults: readonly (readonly [columns: string, code: CommitFault])[] = [
  ['open_handoff.from_proceeding', 'open-handoff-exists'],
  ['case_row.code', 'case-code-taken'],
];

function asCommitFault(write: () => void): void {
  try {
    write();
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const fault = faults.find(([columns]) => message.startsWith('UNIQUE') && message.includes(columns));
    throw fault === undefined ? error : new CommitInvalid(fault[1], message);
  }
}
