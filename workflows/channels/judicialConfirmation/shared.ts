import { type CaseFile, type Proceeding, patchPart } from '../../case-file.ts';

/** What every command of this channel says of itself. */
export const here = { target: 'proceeding', machine: 'judicialConfirmation', relation: 'custodian' } as const;
export const liaison = ['courtLiaison'] as const;

/** The proceeding has said what becomes of its matters. */
export function ended(caseFile: CaseFile, proceeding: Proceeding, outcome: string): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding.id, {
    outcomes: Object.fromEntries(proceeding.matters.map((matter) => [matter, outcome])),
  });
}
