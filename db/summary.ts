import type { CaseFile, Id, Side } from '../workflows/case-file.ts';
import type { Derived, ProceedingRow } from '../workflows/derived.ts';

/** What a list shows of a case beside its columns; people by reference, so that an erased name is gone everywhere. */
export interface Summary {
  readonly claimants: readonly Id[];
  readonly respondents: readonly Id[];
  readonly proceedings: readonly ProceedingRow[];
  readonly organisations: Derived['organisations'];
}

export function summaryOf(caseFile: CaseFile, derived: Derived): Summary {
  const personsOf = (side: Side) =>
    Object.values(caseFile.parties)
      .filter((party) => party.side === side)
      .map(({ person }) => person);
  return {
    claimants: personsOf('claimant'),
    respondents: personsOf('respondent'),
    proceedings: derived.proceedings,
    organisations: derived.organisations,
  };
}
