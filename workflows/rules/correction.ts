import { type Basis, dataRequirement } from '../command.ts';
import { legalDate } from '../fields.ts';
import { text } from '../text.ts';

/** Until when papers are to be corrected. */
export const correctedUntil = legalDate({ label: text('补正期限至', 'To be corrected by'), mayBeFuture: true });

/** The day lies after the notice that sets it; each channel says under which code and by which article. */
export function untilAfterNotice(code: string, basis: readonly Basis[]) {
  return dataRequirement<{ until: string }>({
    code,
    basis,
    check: ({ data, day }) =>
      data.until > day
        ? null
        : { text: text('补正期限应晚于告知日期。', 'The day must lie after the notice.'), field: 'until' },
  });
}
