import { type ArbitrationRules, text } from '../../workflows/index.ts';

/**
 * Rules of arbitration institutions, as far as they set times. Yantai's own were not found: without a row no date is shown.
 * The one row here is the example of the reading notes, of an institution its source does not name, and is switched off:
 * replace it by the institution's own rules, with version and date, and set `active`.
 */
export const arbitrationRules: readonly ArbitrationRules[] = [
  {
    id: 'template-summary',
    institution: null,
    name: text('某仲裁委员会仲裁规则·简易程序（示例，非烟台）', 'Summary procedure of an unnamed commission (example)'),
    inForceFrom: null,
    inForceTo: null,
    active: false,
    terms: [
      { step: 'tribunal', amount: 5, foreignAmount: null, unit: 'calendarDay', article: '第七十一条' },
      { step: 'award', amount: 2, foreignAmount: 3, unit: 'month', article: '第七十七条' },
    ],
    hearingNotice: { days: 2, foreignDays: 10, article: '第七十四条' },
    source: 'fymate.net/html/text/lar/169336/16933655_7.html（来源未载明机构名称）',
    verified: 'secondary',
  },
];
