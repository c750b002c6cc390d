import { type Commit, CommitInvalid, CursorInvalid } from './store.ts';

/** What every adapter checks before it writes. Throws {@link CommitInvalid}. */
export function assertCommit(commit: Commit): void {
  const { before, after, entries } = commit;
  if (after.id !== before.id || after.version !== before.version + 1) {
    throw new CommitInvalid(
      'version-not-next',
      `case ${after.id} ${after.version} after ${before.id} ${before.version}`,
    );
  }
  if (entries.length === 0) throw new CommitInvalid('no-evidence', `command ${commit.commandId} has no entry`);
  entries.forEach(({ envelope }, index) => {
    if (envelope.case === after.id && envelope.seq === before.seq + 1 + index) return;
    throw new CommitInvalid(
      'journal-not-gapless',
      `entry ${envelope.seq} of ${envelope.case} after ${before.seq + index}`,
    );
  });
  if (after.seq !== before.seq + entries.length) {
    throw new CommitInvalid('journal-not-gapless', `the case file says ${after.seq}`);
  }
  assertOneCustodian(commit);
  assertErasure(commit);
}

/** The moment of a commit as its last entry records it. */
export function recordedAtOf(commit: Commit): string {
  return commit.entries.at(-1)?.envelope.recordedAt ?? '';
}

/** Formats a reserved number: `{year}` and `{number}`, padded to three digits. */
export function numberText(pattern: string, year: number, number: number): string {
  return pattern.replaceAll('{year}', String(year)).replaceAll('{number}', String(number).padStart(3, '0'));
}

/** A place in a list: the sort value and the id of the last row shown. */
export type Cursor = readonly [sort: string, id: string];

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws {@link CursorInvalid} for anything {@link writeCursor} did not write. */
export function readCursor(text: string): Cursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(value) && value.length === 2) {
      const [sort, id]: unknown[] = value;
      if (typeof sort === 'string' && typeof id === 'string') return [sort, id];
    }
  } catch {
    // Not JSON: refused below like everything else that is no cursor.
  }
  throw new CursorInvalid();
}

/** Where a referral stands among those sent on its day. Ids have no blanks. */
export function referralPlace(caseId: string, referral: string): string {
  return `${caseId} ${referral}`;
}

/** Whether an entry was on record at a moment, both RFC 3339; offsets may differ. */
export function knownAt(recordedAt: string, moment: string): boolean {
  return Temporal.Instant.compare(recordedAt, moment) <= 0;
}

function assertOneCustodian({ after, derived }: Commit): void {
  const seen = new Set<string>();
  for (const row of derived.proceedings) {
    const proceeding = after.proceedings[row.proceeding];
    if (proceeding?.organisation !== row.organisation || seen.has(row.proceeding)) {
      throw new CommitInvalid('custodian-not-one', `proceeding ${row.proceeding} at ${row.organisation}`);
    }
    seen.add(row.proceeding);
  }
}

function assertErasure({ before, after, erasure }: Commit): void {
  if (erasure === undefined) return;
  const people = Object.values(after.parties).flatMap((party) => [party, ...party.agents]);
  if (people.some(({ person, marks = [] }) => erasure.persons.includes(person) && marks.length > 0)) {
    throw new CommitInvalid('erasure-unfounded', 'an erased person could still be found by a mark');
  }
  const outside = erasure.bodies.find((seq) => seq < 1 || seq > before.seq);
  if (erasure.ground.trim() !== '' && outside === undefined) return;
  throw new CommitInvalid('erasure-unfounded', `ground ${JSON.stringify(erasure.ground)}, entry ${outside ?? 'known'}`);
}
