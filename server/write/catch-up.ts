import { addMissingMarks } from './add-marks.ts';
import type { Dependencies } from './dependencies.ts';
import { tellOthers } from './tell-others.ts';

/** What was caught up with, and the cases that could not be changed now. */
export interface CaughtUp {
  readonly marked: number;
  readonly told: number;
  readonly left: readonly string[];
}

/**
 * Gives cases of before what later ones have from the start: marks of their persons, and once all have them, what each means
 * for the others. May be run again at any time, beside a running server.
 */
export async function catchUpIn(cases: readonly string[], dependencies: Dependencies): Promise<CaughtUp> {
  const left = new Set<string>();
  const sumOver = async (work: (caseId: string) => Promise<number>): Promise<number> => {
    let sum = 0;
    for (const caseId of cases) {
      try {
        sum += await work(caseId);
      } catch {
        left.add(caseId);
      }
    }
    return sum;
  };
  const marked = await sumOver((caseId) => addMissingMarks(caseId, dependencies));
  const told = await sumOver(async (caseId) => {
    const caseFile = await dependencies.store.load(caseId);
    return caseFile === null ? 0 : tellOthers(caseFile, dependencies);
  });
  return { marked, told, left: [...left] };
}
