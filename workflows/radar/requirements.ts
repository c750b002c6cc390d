import type { Requirement } from '../command.ts';
import { text } from '../text.ts';
import { type FindingCode, findingRules } from './findings.ts';

// The keys of the table are exactly the codes; Object.keys forgets that.
const codes = Object.keys(findingRules) as FindingCode[];

/**
 * What other cases say to a change of this one: read and acknowledged, never refused (design §3). What was found comes with
 * the command; a command without it is judged without it.
 */
export const radarWarnings: readonly Requirement[] = codes
  .filter((code) => findingRules[code].acknowledge)
  .map((code): Requirement => {
    const { label, follows, basis } = findingRules[code];
    return {
      code,
      effect: 'warns',
      decidedBy: 'us',
      basis,
      looksAt: 'state',
      check: ({ given }) => {
        const found = given.found.related?.filter((one) => one.code === code) ?? [];
        if (found.length === 0) return null;
        const cases = found.flatMap(({ otherCode }) => otherCode ?? []).join('、');
        const named = cases === '' ? text('', '') : text(`（${cases}）`, ` (${cases.replaceAll('、', ', ')})`);
        return { text: text(`${label.zh}${named.zh}。${follows.zh}`, `${label.en}${named.en}. ${follows.en}`) };
      },
    };
  });
