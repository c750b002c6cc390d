import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const o81 = {
  effectiveFrom: '2025-02-01',
  effectiveTo: null,
  verified: 'text',
  source: 'GitHub Chin-Jing1998/IPReader quartz-kb/content/85-专利纠纷行政裁决和调解办法/',
} as const;

const advice = {
  kind: 'waitingPeriod',
  duty: 'parties',
  perParty: false,
  unit: 'month',
  extendedBy: [],
  tolledBy: [],
  warnsBeforeDays: 7,
  onExpiry: {
    does: 'task',
    text: text(
      '权利人未撤回警告也未请求处理的，被警告人可以请求部门出具咨询意见。',
      'The right holder neither took the warning back nor asked for anything: the warned person may ask the department for an opinion.',
    ),
  },
  consequence: text('期满前不能请求咨询意见。', 'No opinion is asked for before.'),
  basis: [{ instrument: 'O81', article: '第十三条' }],
  appliesBy: 'act',
  ...o81,
} as const;

/** Time limits before anybody asks for a ruling (O81 13, 60). */
export const beforeRulingClocks = {
  'ruling.warning_advice': {
    ...advice,
    label: text('警告后请求咨询意见（自收到）', 'An opinion after a warning (from receipt)'),
    startsWith: 'warningAnswerReceived',
    amount: 1,
  },
  'ruling.warning_advice.sent': {
    ...advice,
    label: text('警告后请求咨询意见（自发出）', 'An opinion after a warning (from dispatch)'),
    startsWith: 'warningAnswerSent',
    endsWith: ['warningAnswerReceived'],
    amount: 2,
  },
  'ruling.drug_window': {
    label: text('就药品上市申请请求行政裁决', 'Ask for a ruling over a drug application'),
    kind: 'statutory',
    duty: 'party',
    startsWith: 'drugApplicationPublished',
    endsWith: ['rulingFiled'],
    perParty: false,
    amount: 45,
    unit: 'calendarDay',
    extendedBy: [],
    tolledBy: [],
    warnsBeforeDays: 10,
    onExpiry: {
      does: 'task',
      text: text(
        '专利权人未在期限内请求的，药品上市许可申请人可以请求行政裁决。',
        'The patentee did not ask in time: the applicant for marketing may ask for the ruling itself.',
      ),
    },
    consequence: text('逾期的，由上市许可申请人请求。', 'After that the applicant for marketing may ask.'),
    basis: [
      { instrument: 'O81', article: '第六十条(三)' },
      { instrument: 'PL', article: '第七十六条' },
    ],
    appliesBy: 'filing',
    ...o81,
  },
} as const satisfies Record<string, ClockRule>;
