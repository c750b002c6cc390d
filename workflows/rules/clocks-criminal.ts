import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const transferRegulation =
  'GitHub qisehong/china-law-db laws/行政法规/行政执法机关移送涉嫌犯罪案件的规定(2020-08-07).md';
const policeProcedure = 'GitHub qisehong/china-law-db laws/部门规章/公安机关办理刑事案件程序规定(2020-07-20).md';

const usual = {
  kind: 'statutory',
  duty: 'custodian',
  perParty: false,
  amount: 3,
  unit: 'calendarDay',
  extendedBy: [],
  tolledBy: [],
  warnsBeforeDays: 1,
  appliesBy: 'act',
  effectiveFrom: '2020-08-07',
  effectiveTo: null,
  verified: 'text',
  source: transferRegulation,
} as const;

const liability = text(
  '逾期不移送、不接收的，依法追究责任。',
  'Whoever does not transfer or take over in time is held liable.',
);

/** What runs at the authority beside its own case, whichever that is: the transfer, and what the police ask or answer. */
export const crimeClocksBeside = [
  'crim.approve',
  'crim.transfer',
  'crim.reconsider',
  'crim.supplement.give',
  'crim.handover',
] as const;

/** Time limits of the authority that transfers a suspected crime. */
const atTheAuthority = {
  'crim.approve': {
    ...usual,
    label: text('负责人决定是否移送', 'The head decides on the transfer'),
    startsWith: 'transferReported',
    endsWith: ['decideTransfer'],
    onExpiry: {
      does: 'task',
      text: text(
        '决定期限已到：登记批准，或登记不批准及其理由。',
        'The time has come: record the approval, or the refusal with its reasons.',
      ),
    },
    consequence: liability,
    basis: [{ instrument: 'TRR', article: '第五条第二款' }],
  },
  'crim.transfer': {
    ...usual,
    label: text('向同级公安机关移送', 'Hand over to the police of the same level'),
    startsWith: 'transferApproved',
    // A ruling goes on where it stood: only the receipt by the police says that the transfer was made.
    endsWith: ['transferMade'],
    amount: 24,
    unit: 'hour',
    onExpiry: {
      does: 'task',
      text: text('移送期限已到：立即移送公安机关。', 'The time to transfer has come: hand it over at once.'),
    },
    consequence: liability,
    basis: [{ instrument: 'TRR', article: '第五条第二款' }],
  },
  'crim.supplement.give': {
    ...usual,
    label: text('补正移送材料', 'Supply what is missing in a transfer'),
    startsWith: 'papersAskedFor',
    endsWith: ['papersSupplemented'],
    onExpiry: {
      does: 'task',
      text: text('补正期限已到：提供公安机关要求的材料。', 'The time has come: supply what the police asked for.'),
    },
    consequence: text(
      '材料不齐不影响公安机关接收，案件仍应当审查。',
      'Missing papers do not undo the transfer: the case is examined all the same.',
    ),
    basis: [{ instrument: 'PSR', article: '第一百八十条第二款' }],
    effectiveFrom: '2020-09-01',
    source: policeProcedure,
  },
  'crim.reconsider': {
    ...usual,
    label: text('对不予立案提请复议', 'Ask the police to reconsider'),
    startsWith: 'refusalNoticeReceived',
    endsWith: ['reconsiderationReceived', 'supervisionSuggested'],
    onExpiry: {
      does: 'task',
      text: text(
        '提请复议的期限已过：可以建议检察机关立案监督；案件依法作行政处理。',
        'The time to ask has passed: supervision may still be suggested; the case is handled administratively.',
      ),
    },
    consequence: text(
      '逾期不能提请复议；仍可建议立案监督，并应当依法作行政处理。',
      'No reconsideration after it; supervision may be suggested, and the case is handled administratively.',
    ),
    basis: [
      { instrument: 'TRR', article: '第九条第一款' },
      { instrument: 'PSR', article: '第一百八十一条' },
    ],
    appliesBy: 'service',
  },
  'crim.supervise': {
    ...usual,
    label: text('建议检察机关立案监督', 'Suggest supervision by the procuratorate'),
    startsWith: 'reconsiderationAnswered',
    endsWith: ['supervisionSuggested'],
    onExpiry: {
      does: 'task',
      text: text(
        '建议立案监督的期限已过：案件依法作行政处理。',
        'The time has passed: the case is handled administratively.',
      ),
    },
    consequence: text('案件依法作行政处理。', 'The case is handled administratively.'),
    basis: [{ instrument: 'TRR', article: '第九条第二款' }],
    appliesBy: 'service',
  },
  'crim.handover': {
    ...usual,
    label: text('移交涉案物品和材料', 'Hand over goods and papers'),
    startsWith: 'openingNoticeReceived',
    endsWith: ['recordHandover', 'goodsHandedOver'],
    onExpiry: {
      does: 'task',
      text: text(
        '移交期限已到：移交涉案物品和其他材料，由双方在清单上签字。',
        'The time has come: hand over goods and papers, with a list that both sides sign.',
      ),
    },
    consequence: liability,
    basis: [{ instrument: 'TRR', article: '第十二条' }],
    appliesBy: 'service',
  },
} as const satisfies Record<string, ClockRule>;

/** Time limits of police and procuratorate. */
const atThePolice = {
  'crim.examine': {
    ...usual,
    label: text('审查是否立案', 'Examine whether to open a criminal case'),
    startsWith: 'transferReceived',
    onExpiry: {
      does: 'task',
      text: text(
        '审查期限已到：登记立案或不予立案的决定；未收到的，向公安机关询问。',
        'The time has come: record whether a case was opened; without a decision, ask the police.',
      ),
    },
    consequence: text('公安机关应当书面决定是否立案。', 'The police decide in writing whether to open a case.'),
    basis: [
      { instrument: 'TRR', article: '第八条' },
      { instrument: 'PSR', article: '第一百八十条' },
    ],
  },
  'crim.supplement.ask': {
    ...usual,
    label: text('一次告知补正', 'Ask for what is missing'),
    startsWith: 'transferReceived',
    endsWith: ['papersAskedFor'],
    amount: 24,
    unit: 'hour',
    onExpiry: {
      does: 'task',
      text: text(
        '告知补正的期限已过；不得以材料不齐为由不接收。',
        'The time to ask has passed; the transfer may not be refused for missing papers.',
      ),
    },
    consequence: text(
      '公安机关不得以材料不齐为由不接受移送。',
      'The police may not refuse a transfer because papers are missing.',
    ),
    basis: [{ instrument: 'PSR', article: '第一百八十条第二款' }],
    effectiveFrom: '2020-09-01',
    source: policeProcedure,
  },
  'crim.forward': {
    ...usual,
    label: text('转送有管辖权的机关', 'Forward to the competent body'),
    startsWith: 'findNoJurisdiction',
    endsWith: ['transferProceeding'],
    amount: 24,
    unit: 'hour',
    onExpiry: {
      does: 'task',
      text: text(
        '转送期限已到：转送有管辖权的机关，并书面告知移送机关。',
        'The time has come: forward it and tell the authority in writing.',
      ),
    },
    consequence: text('应当转送并书面告知移送机关。', 'It is forwarded, and the authority is told in writing.'),
    basis: [{ instrument: 'TRR', article: '第七条' }],
  },
  'crim.reconsider.decide': {
    ...usual,
    label: text('对复议作出决定', 'Decide on the reconsideration'),
    startsWith: 'reconsiderationReceived',
    onExpiry: {
      does: 'task',
      text: text(
        '决定期限已到：登记复议决定；未收到的，向公安机关询问。',
        'The time has come: record the decision; without one, ask the police.',
      ),
    },
    consequence: text(
      '仍不立案的，移送机关可以建议立案监督。',
      'If none is opened, the authority may suggest supervision.',
    ),
    basis: [{ instrument: 'TRR', article: '第九条第二款' }],
  },
  'crim.opinion.reply': {
    ...usual,
    label: text('回复检察意见', "Reply to the procuratorate's opinion"),
    duty: 'receiver',
    startsWith: 'opinionDelivered',
    endsWith: ['replyToOpinion'],
    // The letter sets the day, and the fact carries it.
    dueOn: 'replyBy',
    amount: 0,
    warnsBeforeDays: 10,
    onExpiry: {
      does: 'task',
      text: text(
        '回复期限已到：书面回复处理结果；检察机关未收到回复的，督促并登记。',
        'The day to reply has come: answer in writing what was done; without an answer the procuratorate reminds and records it.',
      ),
    },
    consequence: text(
      '行政机关应当将处理结果书面回复检察机关。',
      'The authority answers the procuratorate in writing.',
    ),
    basis: [{ instrument: 'LINK', article: '第十一条' }],
    effectiveFrom: '2021-09-06',
    verified: 'memory',
    source: '高检发释字〔2021〕4号，条文未读，期限以检察意见书载明的日期为准',
  },
} as const satisfies Record<string, ClockRule>;

/** Time limits between administrative enforcement and criminal justice, both ways. */
export const criminalClocks = { ...atTheAuthority, ...atThePolice } as const;
