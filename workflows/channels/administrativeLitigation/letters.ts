import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

const here = 'administrativeLitigation';

const courtCounts = text(
  '本函只是告知，不代替法院送达；文书内容和期限以法院送达为准。',
  "This letter only informs and does not replace service by the court: contents and time limits follow the court's own papers.",
);
const rulingGoesOn = text(
  '行政诉讼期间不停止裁决的执行，法院裁定停止执行的除外。',
  'The suit does not hold the ruling up, unless the court orders it to be suspended.',
);

/** What parties are told of a suit over a ruling; who did not sue hears of it from the court first. */
export const administrativeLitigationLetters = stepLettersOf({
  administrativeSuitRegistered: {
    in: here,
    on: ['administrativeSuitRegistered'],
    to: 'concerned',
    keeps: 'untilEnd',
    label: text('行政诉讼立案告知', 'Your suit over the ruling is registered'),
    says: [
      text(
        '{court}已于 {on} 对您就行政裁决提起的行政诉讼登记立案。',
        '{court} registered your suit over the administrative ruling on {on}.',
      ),
      text('案号：{number}。与法院联系时请报这个案号。', 'Number: {number}. Name it when you speak to the court.'),
      text(
        '起诉针对作出裁决的机关；裁决的另一方可以作为第三人参加。',
        'The suit is against the authority that gave the ruling; the other party to the ruling may take part as third person.',
      ),
      rulingGoesOn,
      courtCounts,
    ],
    short: text('{court}已对您的行政诉讼立案', '{court} registered your suit over the ruling'),
    basis: [{ instrument: 'APL', article: '第二十六条、第二十九条、第五十一条、第五十六条' }],
  },
  administrativeSuitThirdPerson: {
    in: here,
    on: ['joinThirdPerson'],
    to: 'concerned',
    keeps: 'untilEnd',
    label: text('第三人参加行政诉讼告知', 'You take part in the suit over the ruling'),
    says: [
      text(
        '{court}登记您自 {on} 起作为第三人参加对行政裁决的诉讼。您没有起诉，也可以陈述意见、提交证据。',
        'According to {court} you have been a third person in the suit over the ruling since {on}. Though you did not sue, you may speak and bring evidence.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '判决要您承担义务或者减损您权益的，您可以上诉。',
        'If the judgment burdens you or takes from your rights, you may appeal.',
      ),
      rulingGoesOn,
      courtCounts,
    ],
    short: text('您作为第三人参加对行政裁决的诉讼', 'You take part in the suit over the ruling as third person'),
    basis: [
      { instrument: 'APL', article: '第二十九条、第五十六条' },
      { instrument: 'APLI', article: '第三十条' },
    ],
  },
  administrativeJudgmentReceived: {
    in: here,
    on: ['administrativeJudgmentServed'],
    to: 'concerned',
    keeps: 'forGood',
    again: true,
    lastDayBy: 'adminsuit.appeal.judgment',
    label: text('行政一审判决及上诉期限告知', 'The judgment on the ruling, and the time to appeal'),
    says: [
      text(
        '{court}登记您已于 {on} 收到一审判决；判决内容只以判决书为准。',
        'According to {court} its judgment reached you on {on}; only the judgment itself says what it holds.',
      ),
      text(
        '不服的，可以上诉，最后一日为 {lastDay}。判决生效前，裁决不停止执行。',
        'Whoever disagrees may appeal; the last day is {lastDay}. Until the judgment takes effect the ruling is not held up.',
      ),
      courtCounts,
    ],
    short: text('不服行政一审判决的，上诉最后一日 {lastDay}', 'Last day to appeal against the judgment: {lastDay}'),
    basis: [{ instrument: 'APL', article: '第五十六条、第八十五条' }],
  },
});
