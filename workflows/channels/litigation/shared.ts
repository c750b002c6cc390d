import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import type { FactDraft } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { legalDate, partyOf, rowsOf } from '../../fields.ts';
import { normalised } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';

/** What every command of this channel says of itself: courts act, we record. */
export const here = { target: 'proceeding', machine: 'litigation', relation: 'custodian' } as const;
export const liaison = ['courtLiaison'] as const;

/** How a suit ended for some matters; the matters' paths follow (path/reactions.ts). */
export type SuitEnd =
  | 'withdrawn'
  | 'turnedAway'
  | 'settledBeforeFiling'
  | 'settledInSuit'
  | 'courtMediated'
  | 'adjudicated';

/** The suit has said what becomes of its open matters, or of some; with the fact that the paths follow. */
export function ended(
  caseFile: CaseFile,
  proceeding: Proceeding,
  how: SuitEnd,
  matters: readonly Id[] = undecided(proceeding),
): { readonly caseFile: CaseFile; readonly facts: readonly FactDraft[] } {
  const outcomes = { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, how])) };
  return {
    caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes }),
    facts: [{ type: 'suitEnded', matters, values: { how } }],
  };
}

/** Puts a number typed from a paper on the proceeding; without one the old number stays. */
export function numbered(caseFile: CaseFile, proceeding: Proceeding, typed: string | null): CaseFile {
  return typed === null ? caseFile : patchPart(caseFile, 'proceedings', proceeding.id, { number: normalised(typed) });
}

export function respondentsOf(caseFile: CaseFile, proceeding: Proceeding) {
  return partiesOfMatters(caseFile, proceeding.matters).filter((party) => party.side === 'respondent');
}

/** Where the suit goes on: the machine remembers it. */
export const resumeStates = ['received', 'registered', 'inTrial'] as const;

export const servedRows = rowsOf({
  label: text('送达各方（可稍后补记）', 'Served on (may follow later)'),
  of: {
    party: partyOf({ label: text('当事人', 'Party') }),
    servedOn: legalDate({ label: text('送达日期', 'Served on') }),
  },
});

/** The fact of service; terms of a party without domicile in China are longer and run by a row of their own (CPL 285, 286). */
export function served(
  type: 'complaintServed' | 'judgmentServed',
  party: Id,
  servedOn: string,
  abroad: boolean,
): FactDraft {
  return { type: abroad ? `${type}Abroad` : type, party, occurredOn: servedOn };
}
