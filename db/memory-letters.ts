import type { Id } from '../workflows/case-file.ts';
import type { LetterDraft } from '../workflows/letters/letter.ts';
import type { CommitLetters, LetterRow, Letters } from './letters.ts';

/** The outbox of a store in memory; `commit` is for the store's own commit. */
export interface MemoryLetters extends Letters {
  readonly commit: (letters: CommitLetters, now: Temporal.Instant) => void;
}

/** An outbox that forgets when the process ends. */
export function memoryLetters(): MemoryLetters {
  const rows = new Map<Id, LetterRow & { readonly leasedUntil: Temporal.Instant | null }>();
  const add = (draft: LetterDraft, now: Temporal.Instant): number => {
    if (rows.has(draft.id)) return 0;
    const fresh = { state: 'queued', round: 1, attempts: 0, settledAt: null, note: null, leasedUntil: null } as const;
    rows.set(draft.id, { draft, ...fresh, queuedAt: now, nextAt: now });
    return 1;
  };
  return {
    commit: ({ drafts, again }, now) => {
      for (const draft of drafts) add(draft, now);
      for (const id of again) {
        const row = rows.get(id);
        if (row === undefined) continue;
        const fresh = { state: 'queued', attempts: 0, settledAt: null, note: null, leasedUntil: null } as const;
        rows.set(id, { ...row, ...fresh, round: row.round + 1, nextAt: now });
      }
    },
    queue: async (drafts, now) => drafts.reduce((count, draft) => count + add(draft, now), 0),
    lease: async ({ now, until, limit }) => {
      const due = [...rows.values()]
        .filter(({ state, nextAt, leasedUntil }) => state === 'queued' && isUp(nextAt, now) && isUp(leasedUntil, now))
        .toSorted((a, b) => Temporal.Instant.compare(a.nextAt, b.nextAt) || (a.draft.id < b.draft.id ? -1 : 1))
        .slice(0, limit);
      return due.map((row) => {
        const taken = { ...row, attempts: row.attempts + 1, leasedUntil: until };
        rows.set(row.draft.id, taken);
        return shown(taken);
      });
    },
    settle: async ({ draft, round, attempts }, outcome, now) => {
      const row = rows.get(draft.id);
      if (row?.state !== 'queued' || row.round !== round || row.attempts !== attempts) return false;
      const { note } = outcome;
      rows.set(
        draft.id,
        outcome.kind === 'again'
          ? { ...row, nextAt: outcome.nextAt, note, leasedUntil: null }
          : { ...row, state: outcome.state, settledAt: now, note, leasedUntil: null },
      );
      return true;
    },
    ofCase: async (caseId) => [...rows.values()].filter(({ draft }) => draft.caseId === caseId).map(shown),
  };
}

function isUp(moment: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return moment === null || Temporal.Instant.compare(moment, now) <= 0;
}

function shown({ draft, state, round, attempts, queuedAt, nextAt, settledAt, note }: LetterRow): LetterRow {
  return { draft, state, round, attempts, queuedAt, nextAt, settledAt, note };
}
