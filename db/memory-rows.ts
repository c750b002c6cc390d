import type { Id } from '../workflows/case-file.ts';

/** A row that is worked off: leased while it is `waiting`, each time with one attempt more. */
interface WorkedRow {
  readonly number: number;
  readonly state: string;
  readonly attempts: number;
}

/** Something whose rows a job works off one after the other. */
interface Whole<Row extends WorkedRow> {
  readonly id: Id;
  readonly madeBy: string;
  readonly version: number;
  readonly rows: readonly Row[];
}

/** What series and lists have in common in memory; what each promises stands with its port. */
export function memoryRows<Row extends WorkedRow, Kept extends Whole<Row>>() {
  const kept = new Map<Id, Kept>();
  const due = new Map<string, number>();
  const key = (id: Id, number: number) => `${id} ${number}`;
  const isDue = (id: Id, { number, state }: Row, nowMs: number) =>
    state === 'waiting' && (due.get(key(id, number)) ?? 0) <= nowMs;
  const replace = (whole: Kept, row: Row): Kept => {
    const rows = whole.rows.map((one) => (one.number === row.number ? row : one));
    const after = { ...whole, version: whole.version + 1, rows };
    kept.set(whole.id, after);
    return after;
  };
  return {
    kept,
    create: async (whole: Kept) => {
      if (kept.has(whole.id)) throw new Error(`${whole.id} is kept already`);
      kept.set(whole.id, whole);
    },
    find: async (id: Id) => kept.get(id) ?? null,
    /** A person's, latest first. */
    ofPerson: (madeBy: string, limit: number): readonly Kept[] =>
      [...kept.values()]
        .filter((one) => one.madeBy === madeBy)
        .reverse()
        .slice(0, limit),
    save: async (whole: Kept) => {
      const known = kept.get(whole.id);
      if (known?.version !== whole.version || known.rows.some(({ state }) => state === 'waiting')) return false;
      for (const { number } of whole.rows) due.delete(key(whole.id, number));
      kept.set(whole.id, { ...whole, version: whole.version + 1 });
      return true;
    },
    lease: (now: Temporal.Instant, until: Temporal.Instant): { readonly whole: Kept; readonly row: Row } | null => {
      for (const whole of kept.values()) {
        const row = whole.rows.find((one) => isDue(whole.id, one, now.epochMilliseconds));
        if (row === undefined) continue;
        const taken = { ...row, attempts: row.attempts + 1 };
        due.set(key(whole.id, row.number), until.epochMilliseconds);
        return { whole: replace(whole, taken), row: taken };
      }
      return null;
    },
    /** `settled` says what becomes of the row; `nextAt` when it waits again. False: somebody else has it. */
    settle: (id: Id, row: Row, nextAt: Temporal.Instant | null, settled: (row: Row) => Row): boolean => {
      const whole = kept.get(id);
      const current = whole?.rows.find(({ number }) => number === row.number);
      if (whole === undefined || current?.state !== 'waiting' || current.attempts !== row.attempts) return false;
      if (nextAt !== null) due.set(key(id, row.number), nextAt.epochMilliseconds);
      replace(whole, settled(current));
      return true;
    },
  };
}
