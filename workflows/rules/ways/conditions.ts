import type { RightKind } from '../../reference.ts';
import { type Text, text } from '../../text.ts';
import type { TriageFacts, YesNo } from '../../triage-facts.ts';
import type { Basis } from '../law.ts';

export type Judgement = 'met' | 'missing' | 'unknown';

/** What must be so for a way to be open, in plain words; `instead` says what to do while it is not, or not known. */
export interface Condition {
  readonly id: string;
  readonly text: Text;
  readonly basis: readonly Basis[];
  readonly judge: (facts: TriageFacts) => Judgement;
  readonly instead: Text;
}

type More = Pick<Condition, 'text' | 'basis' | 'instead'>;

/** The right is one of these. */
export function rightIsOneOf(kinds: readonly RightKind[], more: More): Condition {
  return {
    id: 'right',
    ...more,
    judge: ({ rightKind }) => (rightKind === null ? 'unknown' : kinds.includes(rightKind) ? 'met' : 'missing'),
  };
}

/** The dispute is of one of these kinds. */
export function disputeIsOneOf(kinds: readonly NonNullable<TriageFacts['dispute']>[], more: More): Condition {
  return {
    id: 'dispute',
    ...more,
    judge: ({ dispute }) => (dispute === null ? 'unknown' : kinds.includes(dispute) ? 'met' : 'missing'),
  };
}

type Asked = { [K in keyof TriageFacts]: TriageFacts[K] extends YesNo ? K : never }[keyof TriageFacts];

/** A question is answered with yes (or, with `wanted` no, with no). */
export function answered(fact: Asked, wanted: 'yes' | 'no', more: More): Condition {
  return {
    id: fact,
    ...more,
    judge: (facts) => (facts[fact] === 'unknown' ? 'unknown' : facts[fact] === wanted ? 'met' : 'missing'),
  };
}

const dispute = { instrument: 'SDR', article: '第三十三条' } as const;

export const mediable: Condition = {
  id: 'mediability',
  text: text(
    '争议可以协商解决：不是要求认定权利有效或无效，不是要求处罚或追究刑事责任。',
    'The dispute can be settled between the sides: nobody asks to find a right valid or invalid, to punish or to prosecute.',
  ),
  basis: [{ instrument: 'PL', article: '第四十六条' }, dispute],
  judge: ({ mediability, dispute: kind }) => {
    if (kind === 'validity') return 'missing';
    if (mediability === 'unknown') return 'unknown';
    return mediability === 'mediable' ? 'met' : 'missing';
  },
  instead: text(
    '说明您想要的是什么：停止、赔偿、道歉，还是认定权利无效、处罚对方。',
    'Say what you want: that it stops, money, an apology; or that a right is found invalid, or somebody punished.',
  ),
};

export const nobodyRefuses: Condition = answered('mediationRefused', 'no', {
  text: text('双方都没有明确拒绝调解。', 'Neither side has clearly refused to mediate.'),
  basis: [
    { instrument: 'PML', article: '第十七条' },
    { instrument: 'CMR', article: '第十五条' },
  ],
  instead: text(
    '由调解组织征询对方；对方拒绝的，走其他途径。',
    'The mediators ask the other side; if it refuses, take another way.',
  ),
});

export const respondentNamed: Condition = answered('respondentKnown', 'yes', {
  text: text('知道对方是谁。', 'You know who the other side is.'),
  basis: [
    { instrument: 'CPL', article: '第一百二十二条' },
    { instrument: 'O81', article: '第十二条' },
  ],
  instead: text(
    '先查清经营者名称、地址，或向平台、市场开办者索取。',
    'Find out the name and address of the business first, or ask the platform or the market.',
  ),
});

export const noArbitrationAgreement: Condition = answered('arbitrationAgreement', 'no', {
  text: text('双方没有约定仲裁。', 'The sides have not agreed on arbitration.'),
  basis: [{ instrument: 'AL25', article: '第五条' }],
  instead: text(
    '有仲裁约定的，向约定的仲裁机构申请；约定无效或对方放弃的除外。',
    'Where arbitration was agreed, go to the institution named, unless the agreement is void or the other side waives it.',
  ),
});

export const notDecidedYet: Condition = answered('earlierOutcome', 'no', {
  text: text(
    '同一争议还没有生效的判决、仲裁裁决或司法确认。',
    'No judgment, award or confirmation in force decides the same dispute.',
  ),
  basis: [
    { instrument: 'CPL', article: '第一百二十七条(五)' },
    { instrument: 'AL25', article: '第十条' },
  ],
  instead: text(
    '已有生效文书的，对方不履行可申请强制执行。',
    'Where one is in force and not obeyed, apply for its enforcement.',
  ),
});
