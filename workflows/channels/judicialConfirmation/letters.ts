import { stepLettersOf } from '../../letters/step-letter.ts';
import { nonAcceptanceReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';

const here = 'judicialConfirmation';

const courtCounts = text(
  '本函只是告知，不代替法院送达；内容和期限以法院的文书为准。',
  "This letter only informs and does not replace service by the court: what counts is the court's own paper.",
);

/** What both sides are told of their application for confirmation; the ruling itself is served by the court. */
export const judicialConfirmationLetters = stepLettersOf({
  confirmationAccepted: {
    in: here,
    on: ['confirmationAccepted'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('司法确认受理告知', 'The application for confirmation was accepted'),
    says: [
      text(
        '{court}已于 {on} 受理双方的司法确认申请。',
        '{court} accepted the application of both sides for confirmation on {on}.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '法院会通知双方同时到场，核实协议是否自愿、内容是否明确；请按法院通知的时间参加，带好身份证明。',
        'The court will call both sides together to make sure that the agreement is voluntary and clear; please come when it says, with proof of identity.',
      ),
      courtCounts,
    ],
    short: text('{court}已受理您的司法确认申请', '{court} accepted your application for confirmation'),
    basis: [{ instrument: 'CPLI', article: '第三百五十六条' }],
  },
  confirmationSupplement: {
    in: here,
    on: ['supplementRequired'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('司法确认补充材料告知', 'The court asks for further papers'),
    says: [
      text(
        '{court}于 {on} 要求补充司法确认的材料，请在 {until} 前（含当日）提交；需要补充什么，以法院通知为准，也可以来电询问。',
        '{court} asked on {on} for further papers on the application for confirmation. Please hand them in by {until} (that day included); the court says which, and you may call us.',
      ),
      text(
        '经通知不补充的，法院可以按撤回申请处理。不能按时的，请提前与法院联系。',
        'Without them the court may treat the application as withdrawn. If you cannot make it in time, speak to the court before.',
      ),
      courtCounts,
    ],
    short: text('请在 {until} 前向{court}补充司法确认材料', 'Please hand in further papers to {court} by {until}'),
    basis: [{ instrument: 'CPLI', article: '第三百五十四条、第三百五十七条' }],
  },
  confirmationNotAccepted: {
    in: here,
    on: ['refuseAcceptance'],
    to: 'everybody',
    keeps: 'forGood',
    reasons: nonAcceptanceReasons,
    label: text('司法确认不予受理告知', 'The application for confirmation was not accepted'),
    says: [
      text(
        '{court}于 {on} 裁定不予受理司法确认申请。理由：{reason}。',
        '{court} ruled on {on} not to accept the application for confirmation. Ground: {reason}.',
      ),
      text(
        '调解协议本身的约束力不因此改变。双方可以：就法院指出的内容重新达成协议；以给付为内容的，共同申请公证；有仲裁协议的，申请仲裁；一方不履行的，就协议起诉。',
        'The agreement itself still binds. Both sides may conclude a new one that takes up what the court said, have an agreement on performance notarised, or arbitrate under an arbitration agreement; if one side does not perform, the other may sue on it.',
      ),
      courtCounts,
    ],
    short: text('司法确认申请未予受理，协议仍有约束力', 'The application was not accepted; the agreement still binds'),
    basis: [
      { instrument: 'CPLI', article: '第三百五十五条' },
      { instrument: 'PML', article: '第三十一条、第三十二条' },
      { instrument: 'SDR', article: '第四十条、第四十一条' },
    ],
  },
  confirmationWithdrawn: {
    in: here,
    on: ['recordWithdrawal', 'deemWithdrawn'],
    to: 'everybody',
    keeps: 'forGood',
    label: text('司法确认申请撤回告知', 'The application for confirmation was withdrawn'),
    says: [
      text(
        '司法确认申请已于 {on} 撤回或者按撤回处理。调解协议仍有约束力；申请期限没有届满的，双方可以再次共同申请。',
        'The application for confirmation was withdrawn, or treated as withdrawn, on {on}. The agreement still binds; while the time to apply has not passed, both sides may apply again.',
      ),
      courtCounts,
    ],
    short: text('司法确认申请已撤回，协议仍有约束力', 'The application was withdrawn; the agreement still binds'),
    basis: [{ instrument: 'CPLI', article: '第三百五十七条' }],
  },
});
