import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

const here = 'paymentOrder';

const courtCounts = text(
  '本函只是告知，不代替法院送达；内容和期限以法院送达的文书为准。',
  "This letter only informs and does not replace service by the court: contents and time limits follow the court's own papers.",
);

/**
 * What parties are told of the procedure for an order over a debt. No letter of ours names a sum or asks for one: the order
 * is the court's, and is called here by the name of its procedure, so that no letter of ours can be taken for a demand.
 */
export const paymentOrderLetters = stepLettersOf({
  debtOrderIssued: {
    in: here,
    on: ['issuePaymentOrder'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('督促程序命令发出告知', 'The court issued its order'),
    says: [
      text(
        '{court}已于 {on} 在督促程序中发出命令，由法院送达对方。',
        '{court} issued its order over the debt on {on} and serves it on the other side.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '对方自收到之日起十五日内可以履行或者书面提出异议。异议成立的，命令失效，案件转入诉讼；您不同意起诉的除外。',
        'The other side has fifteen days from receipt to perform or to object in writing. If the objection is upheld, the order has no effect and the case goes on as a suit, unless you do not want that.',
      ),
      courtCounts,
    ],
    short: text('{court}已在督促程序中发出命令', '{court} issued its order over the debt'),
    basis: [{ instrument: 'CPL', article: '第二百二十七条、第二百二十八条' }],
  },
  debtOrderServed: {
    in: here,
    on: ['paymentOrderServed'],
    to: 'concerned',
    keeps: 'untilEnd',
    again: true,
    lastDayBy: 'order.objection',
    label: text('督促程序异议期限告知', 'The time to object to the order'),
    says: [
      text(
        '{court}登记您已于 {on} 收到该院在督促程序中发出的命令。不同意的，可以向{court}书面提出异议，最后一日为 {lastDay}。',
        'According to {court} its order over a debt reached you on {on}. If you disagree, you may object to {court} in writing; the last day is {lastDay}.',
      ),
      text('案号：{number}。与法院联系时请报这个案号。', 'Number: {number}. Name it when you speak to the court.'),
      text(
        '到期没有异议也没有履行的，对方可以申请强制执行。异议应当写明理由；只说没有能力或者请求延期，不影响命令的效力。',
        'If by then there is neither an objection nor performance, the other side may ask for enforcement. Give grounds: being unable, or wanting more time, does not affect the order.',
      ),
      text(
        '如何履行只以法院文书为准；本机构不收取任何款项。',
        'How to perform is said by the court alone; we receive no money.',
      ),
      courtCounts,
    ],
    short: text('对法院命令提出异议的最后一日 {lastDay}', 'Last day to object to the order of the court: {lastDay}'),
    basis: [
      { instrument: 'CPL', article: '第二百二十七条' },
      { instrument: 'CPLI', article: '第四百三十六条' },
    ],
  },
});
