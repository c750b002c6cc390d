/** Applications of one right holder against three shops, on a court's desk: two alike, the third with another sum and other words. */
import type { Story, StoryStep } from '../../seeds/stories/story.ts';
import { handoff } from '../../seeds/stories/story.ts';
import {
  agreed,
  type Day,
  type Dispute,
  intoMediation,
  invented,
  packet,
  send,
} from '../../seeds/stories/today-steps.ts';
import { text } from '../../workflows/index.ts';

export const seriesHolder = '烟台海星玩具有限公司';
export const seriesShops = ['芝罘区甲文具店', '莱山区乙文具店', '福山区丙文具店'] as const;

function dispute(respondent: string): Dispute {
  return {
    claimant: seriesHolder,
    respondent,
    summary: '被申请人销售标有“海星”商标的玩具，非权利人商品。',
    right: ['trademark', '第7755331号', '海星'],
    amountFen: 600_000,
  };
}

/** The three stories; the first two were received by the court on the day before, the third waits for its receipt. */
export function seriesStories(today: string): readonly Story[] {
  const day: Day = (offset) => Temporal.PlainDate.from(today).add({ days: offset }).toString();
  return seriesShops.map((shop, index) => {
    const isOdd = index === 2;
    const usual = agreed(day, -12, isOdd ? 500_000 : 200_000);
    const odd: StoryStep = { ...usual, data: (caseFile) => otherWords(usual.data?.(caseFile) ?? {}) };
    const steps = [
      ...intoMediation(day, -30, dispute(shop)),
      isOdd ? odd : usual,
      ...packet(day, -5, 'zhifuCourt'),
      send(`${day(-5)}T10:10`, []),
    ];
    const received = { at: `${day(-1)}T09:0${index}`, by: 'liu', command: 'receiveHandoff', target: handoff } as const;
    return {
      id: `series-${index + 1}`,
      title: text('系列申请', 'An application of a series'),
      source: invented,
      steps: isOdd ? steps : [...steps, received],
    };
  });
}

type Data = Readonly<Record<string, unknown>>;

function otherWords(data: Data): Data {
  const clauses = Array.isArray(data.clauses) ? data.clauses : [];
  return {
    ...data,
    clauses: clauses.map((one) => (one.subject === 'payment' ? { ...one, act: '分两期支付赔偿款' } : one)),
  };
}
