import type { Basis } from '../../rules/law.ts';
import { type Text, text } from '../../text.ts';

/** One way in which a ruling is given: the same machine with other terms, offices and conditions. */
export interface RulingVariant {
  readonly label: Text;
  /** Only the patent office of the State gives it. */
  readonly national: boolean;
  /** The fact that starts the time to conclude; clocks of the variant start with it. */
  readonly filedFact: 'rulingFiled' | 'majorRulingFiled';
  readonly basis: readonly Basis[];
}

/** Kinds of administrative rulings over patents, as settings of one channel. */
export const rulingVariants = {
  ordinary: {
    label: text('专利侵权纠纷行政裁决', 'Ruling on patent infringement'),
    national: false,
    filedFact: 'rulingFiled',
    basis: [{ instrument: 'PL', article: '第六十五条' }],
  },
  major: {
    label: text('重大专利侵权纠纷行政裁决（国家）', 'Ruling on a major case (national)'),
    national: true,
    filedFact: 'majorRulingFiled',
    basis: [
      { instrument: 'PL', article: '第七十条' },
      { instrument: 'MAJ', article: '第二十二条' },
    ],
  },
  drug: {
    label: text('药品专利纠纷早期解决行政裁决（国家）', 'Early resolution over a drug patent (national)'),
    national: true,
    filedFact: 'rulingFiled',
    basis: [
      { instrument: 'PL', article: '第七十六条' },
      { instrument: 'O81', article: '第六十条' },
    ],
  },
} as const satisfies Record<string, RulingVariant>;
export type RulingVariantId = keyof typeof rulingVariants;

/** What makes a case one of national importance (PLR 96). */
export const majorGrounds = {
  publicInterest: text('涉及重大公共利益', 'A major public interest'),
  industry: text('对行业发展有重大影响', 'A major effect on an industry'),
  crossProvince: text('跨省的重大案件', 'A major case across provinces'),
  other: text('其他有重大影响的案件', 'Otherwise of major effect'),
} as const;
