import { type CaseFile, type Proceeding, patchPart } from '../../case-file.ts';
import { parseCourtNumber } from '../../rules/court-numbers.ts';
import { text } from '../../text.ts';

/** What every command of this channel says of itself. */
export const here = { target: 'proceeding', machine: 'judicialConfirmation', relation: 'custodian' } as const;
export const liaison = ['courtLiaison'] as const;

/** A court number as printed on a paper; never made here. */
export const courtNumber = {
  label: text('法院案号', 'Court number'),
  hint: text(
    '照法院文书填写，例如（2026）鲁0602诉前调确123号。',
    "As printed on the court's paper, e.g. （2026）鲁0602诉前调确123号.",
  ),
  maxLength: 60,
  check: (value: string) => {
    const parsed = parseCourtNumber(value);
    return parsed.ok ? null : parsed.text;
  },
} as const;

/** A typed court number in its normal form. */
export function normalised(typed: string): string {
  const parsed = parseCourtNumber(typed);
  return parsed.ok ? parsed.number : typed;
}

/** The proceeding has said what becomes of its matters. */
export function ended(caseFile: CaseFile, proceeding: Proceeding, outcome: string): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding.id, {
    outcomes: Object.fromEntries(proceeding.matters.map((matter) => [matter, outcome])),
  });
}
