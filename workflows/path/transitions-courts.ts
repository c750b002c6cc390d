import { type ChannelId, channelLabels } from '../channels/ids.ts';
import { text } from '../text.ts';
import type { Route } from './transitions.ts';

// The keys of the label table are exactly the channels; Object.keys forgets that.
const everyChannel = Object.keys(channelLabels) as ChannelId[];
const notIntake = everyChannel.filter((channel) => channel !== 'intake');
const notInvalidation = everyChannel.filter((channel) => channel !== 'invalidation');

/** Routes out of courts, and those open from everywhere. */
export const routesFromCourts = [
  {
    id: 'T7',
    // From intake: the referral of a court that is not on the system comes in at the organisation's own door.
    from: ['intake', 'litigation'],
    to: ['courtAnnexedMediation'],
    condition: text(
      '法院登记立案后，各方同意的，可委托调解组织调解。',
      'After the court registered the case and with the consent of the sides, it may entrust a mediation organisation.',
    ),
    basis: [
      { instrument: 'OP25', article: '第二条' },
      { instrument: 'IMR', article: '第十一条' },
      { instrument: 'CPL', article: '第一百二十五条、第一百三十六条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H1',
    onlyIf: 'entrusted',
    verified: 'secondary',
  },
  {
    id: 'T8',
    from: ['intake', 'litigation'],
    to: ['courtAnnexedMediation'],
    condition: text(
      '登记立案前，经各方同意，法院可委派调解；2025年起属例外情形，以法院的说明为准。',
      'Before registration and with consent the court may delegate mediation; since 2025 an exception, only where the court says so.',
    ),
    basis: [
      { instrument: 'IMR', article: '第十一条' },
      { instrument: 'OMR', article: '第二十四条' },
      { instrument: 'OP25', article: '第二条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H1',
    onlyIf: 'delegated',
    verified: 'secondary',
  },
  {
    id: 'T17',
    from: ['courtAnnexedMediation'],
    to: ['litigation'],
    condition: text(
      '委派调解不成，当事人坚持起诉且符合条件的，法院应当登记立案。',
      'A delegated mediation failed and the party insists: where the conditions are met the court must register the case.',
    ),
    basis: [
      { instrument: 'IMR', article: '第二十一条' },
      { instrument: 'OMR', article: '第二十一条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H3',
    onlyIf: 'delegated',
    verified: 'text',
  },
  {
    id: 'T18',
    from: ['courtAnnexedMediation'],
    to: ['litigation'],
    condition: text('委托调解不成，恢复审理。', 'An entrusted mediation failed: the trial resumes.'),
    basis: [
      { instrument: 'IMR', article: '第二十一条' },
      { instrument: 'OMR', article: '第二十一条' },
      { instrument: 'OP25', article: '第五条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H3',
    onlyIf: 'entrusted',
    verified: 'text',
  },
  {
    id: 'T19',
    from: ['courtAnnexedMediation'],
    to: ['litigation'],
    condition: text(
      '委托调解达成协议，由法院审查后出具调解书，或准许撤诉。',
      'An entrusted mediation brought an agreement: the court reviews it and issues a mediation document, or allows the withdrawal.',
    ),
    basis: [
      { instrument: 'IMR', article: '第二十条' },
      { instrument: 'OMR', article: '第二十条' },
      { instrument: 'CPL', article: '第一百条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H2',
    onlyIf: 'settled',
    verified: 'text',
  },
  {
    id: 'T28',
    // Every title of the same kind goes the same way: a judgment, a court's or a tribunal's document, an award, a notarised instrument, a payment order.
    from: ['judicialConfirmation', 'litigation', 'arbitration', 'notarisedEnforcement', 'paymentOrder'],
    to: ['enforcement'],
    condition: text(
      '协议经裁定有效，或者已有生效裁判、调解书、仲裁裁决、公证债权文书、支付令，而对方不履行的，可在法定期间内申请强制执行。',
      'The agreement was confirmed, or there is a judgment, mediation document, award, notarised instrument or payment order in force, and it is not kept: apply for enforcement within the time the law sets.',
    ),
    basis: [
      { instrument: 'CPL', article: '第二百零六条、第二百二十七条、第二百四十七条至第二百五十条' },
      { instrument: 'AL25', article: '第七十五条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H12',
    verified: 'text',
  },
  {
    id: 'T29',
    from: ['judicialConfirmation'],
    to: ['peopleMediation', 'litigation'],
    condition: text(
      '申请被驳回、未被受理或已逾期的，可变更或重新达成协议，也可以起诉。',
      'The application was rejected, not accepted or late: change the agreement or make a new one, or sue.',
    ),
    basis: [
      { instrument: 'CPL', article: '第二百零六条' },
      { instrument: 'PML', article: '第三十三条第三款' },
    ],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'text',
  },
  {
    id: 'T33',
    from: notInvalidation,
    to: ['invalidation'],
    condition: text(
      '权利被请求宣告无效的，本程序按各自规则应当或可以中止。',
      'Somebody asks to invalidate the right: this proceeding must or may be stayed, by its own rules.',
    ),
    basis: [
      { instrument: 'O81', article: '第二十八条、第二十九条' },
      { instrument: 'PDR', article: '第五条至第七条' },
      { instrument: 'TM19', article: '第六十二条' },
      { instrument: 'TM26', article: '第七十六条' },
    ],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'text',
  },
  {
    id: 'T34',
    from: notIntake,
    to: ['intake'],
    condition: text(
      '接收方说明理由退回的，回到登记与分流，另选途径。',
      'The receiver sent it back with reasons: it returns to intake, and another way is chosen.',
    ),
    basis: [{ instrument: 'OMR', article: '第九条、第十二条' }],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'text',
  },
  {
    id: 'T35',
    from: ['courtAnnexedMediation', 'judicialConfirmation', 'litigation'],
    to: ['criminalReferral'],
    condition: text(
      '法院发现涉嫌犯罪的，将线索和材料移送公安机关或检察机关。',
      'The court finds signs of a crime and passes clues and papers to the police or the procuratorate.',
    ),
    basis: [{ instrument: 'OMR', article: '第二十三条第二款' }],
    decidedBy: 'receiver',
    handoff: 'H21',
    verified: 'text',
  },
  {
    id: 'T36',
    from: ['judicialConfirmation'],
    to: ['judicialConfirmation'],
    condition: text(
      '当事人或利害关系人对确认裁定提出异议并成立的，法院撤销或改变裁定，执行随之停止。',
      'A party or an outsider objects to the confirmation with success: the court revokes or changes the ruling and enforcement stops.',
    ),
    basis: [{ instrument: 'CPLI', article: '第三百七十二条' }],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'text',
  },
] as const satisfies readonly Route[];
