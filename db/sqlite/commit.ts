import type { Id } from '../../workflows/case-file.ts';
import { recordedAtOf } from '../commit-rules.ts';
import type { SavedBytes } from '../files.ts';
import { genesisHash } from '../journal-chain.ts';
import type { KeyRing } from '../keys.ts';
import { spokenText } from '../spoken.ts';
import { type Commit, type CommitFault, CommitInvalid, type CommitResult, type StoredAnswer } from '../store.ts';
import { type CaseChanges, caseChanges, caseHead, writeCase } from './cases.ts';
import { applyDerived, changesTo, type DerivedRows, wantedRows } from './cases-derived.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { recordFile } from './files.ts';
import { appendEntries, removeBodies } from './journal.ts';
import { writeLetters } from './letters.ts';
import { useNumbers } from './official-numbers.ts';
import { peopleWriter } from './people.ts';
import { outdatedWords, writeWords } from './search.ts';

/**
 * A commit as rows: what changed, in texts and numbers. Made where the case file is and written where the connection is,
 * which may be another thread; a case file itself is too large to be sent there for every command.
 */
export interface CommitRows
  extends Pick<Commit, 'commandId' | 'person' | 'requestDigest' | 'entries' | 'queryCodes' | 'letters' | 'erasure'> {
  readonly caseId: Id;
  readonly persons: readonly SpokenPerson[];
  readonly before: Place;
  readonly after: Place;
  readonly changes: CaseChanges;
  readonly files: readonly SavedBytes[];
  readonly derived: DerivedRows;
  readonly recordedAt: string;
  readonly answer: string;
}

/** A person, and how the name is spoken: the thread that writes knows no pinyin. */
type SpokenPerson = Commit['persons'][number] & { readonly spoken: string };

/** How far a case has come: its version and the number of its last entry. */
interface Place {
  readonly version: number;
  readonly seq: number;
}

/** The rows of a commit; reads nothing. */
export function rowsOf(commit: Commit): CommitRows {
  const { before, after, derived, answer, persons, ...same } = commit;
  const recordedAt = recordedAtOf(commit);
  return {
    ...same,
    caseId: after.id,
    persons: persons.map((one) => ({ ...one, spoken: spokenText(one.input.name, one.input.kind === 'natural') })),
    before: { version: before.version, seq: before.seq },
    after: { version: after.version, seq: after.seq },
    changes: caseChanges(before, after),
    files: filesOf(commit),
    derived: wantedRows(after, derived, recordedAt),
    recordedAt,
    answer: JSON.stringify(answer),
  };
}

function filesOf({ before, after }: Commit): readonly SavedBytes[] {
  return Object.values(after.items).flatMap((item) => {
    const { id, sha256, bytes, mediaType } = item;
    if (item === before.items[id] || sha256 === null || bytes === null) return [];
    return [{ hash: fileHash(sha256), bytes, mediaType: mediaType ?? 'application/octet-stream' }];
  });
}

/** Writes a commit inside the caller's transaction. Throws {@link CommitInvalid}; the caller then undoes it. */
export function writeCommit(db: SqliteDatabase, keys: KeyRing, commit: CommitRows): CommitResult {
  const { before, after, caseId, commandId, person, recordedAt } = commit;
  const stored = storedAnswer(db, person, commandId);
  if (stored !== null) return { kind: 'duplicate', stored };
  const head = caseHead(db, caseId);
  if ((head?.version ?? 0) !== before.version) return { kind: 'conflict' };
  refuseOtherJournal(commit, head?.seq ?? 0);
  writeTruthAndEvidence(db, commit, head?.hash ?? genesisHash(caseId));
  writeOutside(db, keys, commit);
  const changed = changesTo(db, caseId, commit.derived);
  asCommitFault(() => applyDerived(db, caseId, changed));
  const people = [...commit.persons.map(({ id }) => id), ...(commit.erasure?.persons ?? [])];
  // A case is found by words of its listings and by names; most commits change neither.
  if (people.length > 0 || changed.some(({ table }) => table === 'case_listing'))
    writeWords(db, outdatedWords(db, caseId, people));
  statement(
    db,
    'INSERT INTO command (person, command_id, case_id, version, request_digest, answer) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(person, commandId, caseId, after.version, commit.requestDigest, commit.answer);
  if (commit.letters !== undefined) writeLetters(db, commit.letters, Temporal.Instant.from(recordedAt));
  useNumbers(db, commandId);
  return { kind: 'committed', version: after.version };
}

function refuseOtherJournal({ before, caseId }: CommitRows, storedSeq: number): void {
  if (before.seq === storedSeq) return;
  throw new CommitInvalid('journal-not-gapless', `the journal of ${caseId} ends at ${storedSeq}, not at ${before.seq}`);
}

function writeTruthAndEvidence(db: SqliteDatabase, commit: CommitRows, previousHash: string): void {
  const { caseId, after, changes, entries, erasure } = commit;
  // The header stands first, for everything refers to it; its last hash is known when the entries are sealed.
  writeCase(db, { caseId, ...after, hash: previousHash }, changes);
  const headHash = appendEntries(db, caseId, entries, previousHash);
  statement(db, 'UPDATE case_header SET head_hash = ? WHERE case_id = ?').run(headHash, caseId);
  if (erasure !== undefined) removeBodies(db, caseId, erasure, after.seq);
}

/** People, query codes and files: what a commit brings that is no part of the case file. */
function writeOutside(
  db: SqliteDatabase,
  keys: KeyRing,
  { caseId, persons, queryCodes, files, erasure }: CommitRows,
): void {
  const people = peopleWriter(db, keys);
  for (const { id, input, spoken } of persons) people.put({ id, ...input }, spoken);
  for (const person of erasure?.persons ?? []) people.erase(person, erasure?.ground ?? '');
  for (const { party, hash } of queryCodes) {
    statement(
      db,
      `INSERT INTO query_code (hash, case_id, party) VALUES (?, ?, ?)
       ON CONFLICT (case_id, party) DO UPDATE SET hash = excluded.hash`,
    ).run(hash, caseId, party);
  }
  for (const file of files) recordFile(db, file);
}

/** The address of an item's file: items keep the bare digest. */
function fileHash(sha256: string): string {
  return `sha-256:${sha256}`;
}

/** The answer of a command that was committed; null when there is none. */
export function storedAnswer(db: SqliteDatabase, person: Id, commandId: Id): StoredAnswer | null {
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
