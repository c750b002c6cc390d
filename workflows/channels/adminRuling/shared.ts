import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import type { FactDraft } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { legalDate, partyOf, rowsOf } from '../../fields.ts';
import type { Organisation } from '../../reference.ts';
import { text } from '../../text.ts';

/** What every command of this channel says of itself. */
export const here = { target: 'proceeding', machine: 'adminRuling', relation: 'custodian' } as const;
export const officer = ['rulingOfficer'] as const;

/** How a ruling ended for some matters; their paths follow (path/reactions.ts). */
export type RulingEnd = 'notAccepted' | 'withdrawn' | 'cancelled' | 'annulled' | 'adjudicated';

/** The ruling says what becomes of its open matters, or of some, with the fact that the paths follow. */
export function ended(
  caseFile: CaseFile,
  proceeding: Proceeding,
  how: RulingEnd,
  matters: readonly Id[] = undecided(proceeding),
): { readonly caseFile: CaseFile; readonly facts: readonly FactDraft[] } {
  const outcomes = { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, how])) };
  return {
    caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes }),
    facts: [{ type: 'rulingEnded', matters, values: { how } }],
  };
}

export function respondentsOf(caseFile: CaseFile, proceeding: Proceeding, matters = proceeding.matters) {
  return partiesOfMatters(caseFile, matters).filter((party) => party.side === 'respondent');
}

export const receivedRows = rowsOf({
  label: text('送达各方（可稍后补记）', 'Served on (may follow later)'),
  of: {
    party: partyOf({ label: text('当事人', 'Party') }),
    servedOn: legalDate({ label: text('送达日期', 'Served on') }),
  },
});

/** On which level a department stands, by the code of its division; null where it has none. */
export type DepartmentLevel = 'national' | 'province' | 'city' | 'county';

/** 000000 is the whole State, 370000 a province, 370600 a city; the rest are districts and counties. */
export function levelOf(organisation: Organisation | undefined): DepartmentLevel | null {
  const code = organisation?.division ?? null;
  if (code === null) return null;
  if (code === '000000') return 'national';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** Whether an act is recorded for a department that has no login: it has decided, and we only write it down. */
export function isOnBehalf(actorOrganisation: Id | null, proceeding: Proceeding): boolean {
  return actorOrganisation !== proceeding.organisation;
}
