import { text } from '../text.ts';
import { parseCourtNumber } from './court-numbers.ts';

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
