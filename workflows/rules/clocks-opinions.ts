import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';
import { fastLaneClocks } from './clocks-sources.ts';

/** The day by which another body is asked to say what it thinks. Nothing follows in law when it passes; a late answer still counts. */
export const opinionClocks = {
  'opinion.reply': {
    label: text('答复征求意见', 'Answer to a request for an opinion'),
    kind: 'target',
    duty: 'outsider',
    startsWith: 'opinionRequested',
    endsWith: ['opinionReceived'],
    perFact: true,
    perParty: false,
    // Whoever asks names the day.
    dueOn: 'replyBy',
    amount: 0,
    unit: 'calendarDay',
    extendedBy: [],
    tolledBy: [],
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '答复日期已到：催问，或者不再等待；迟到的意见仍可登记。',
        'The day has come: ask again, or wait no longer; a late opinion can still be recorded.',
      ),
    },
    consequence: text(
      '意见仅供参考，案件由承办机构负责；逾期不产生法律后果。',
      'The opinion is advisory and the custodian stays responsible; nothing follows in law from its being late.',
    ),
    basis: [{ instrument: 'SDR', article: '第三十三条' }],
    appliesBy: 'act',
    effectiveFrom: '2016-10-01',
    effectiveTo: null,
    verified: 'inference',
    source: '期限由征求意见的机构在函中载明',
  },
} as const satisfies Record<string, ClockRule>;

/** They run on the matter wherever its path is: the terms of a fast lane, and what other bodies were asked. */
export const clocksEverywhere = [...fastLaneClocks, 'opinion.reply'] as const;
