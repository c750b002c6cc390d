import type { Text } from './i18n.ts';

/** Words of the ways that are open: for right holders and respondents, not for lawyers. */
export const triageTexts = {
  title: { zh: '纠纷解决途径查询', en: 'Which way is open to you' },
  heading: { zh: '可走的途径', en: 'Ways that are open' },
  introduction: {
    zh: '回答您知道的，其余不用选。本页不问姓名，不保存任何内容。',
    en: 'Answer what you know and leave the rest. No name is asked and nothing is kept.',
  },
  look: { zh: '看看有哪些途径', en: 'Show the ways' },
  advice: {
    zh: '这是按您说的情况作出的提示，不是法律意见；能否受理由接收机关决定。',
    en: 'Drawn from what you said; it is no legal advice, and the body that receives it decides.',
  },
  open: { zh: '现在可走', en: 'Open now' },
  depends: { zh: '还要弄清', en: 'Depends' },
  closed: { zh: '现在走不通', en: 'Not open now' },
  met: { zh: '符合', en: 'Met' },
  missing: { zh: '不符合', en: 'Missing' },
  unknown: { zh: '不清楚', en: 'Not known' },
  conditions: { zh: '条件', en: 'Conditions' },
  time: { zh: '多久', en: 'How long' },
  cost: { zh: '费用', en: 'Cost' },
  confidentiality: { zh: '是否保密', en: 'Secret?' },
  enforceability: { zh: '结果有什么效力', en: 'What the result is worth' },
  closes: { zh: '走了会关闭什么', en: 'What it closes' },
  keepsOpen: { zh: '还留着什么', en: 'What stays open' },
  bodies: { zh: '向哪里提出', en: 'Where to go' },
  toConfirm: { zh: '待核实', en: 'to be confirmed' },
  instead: { zh: '怎么办', en: 'What to do' },
  competence: { zh: '有权办理的机构（建议）', en: 'Competent bodies (proposed)' },
  competenceHint: {
    zh: '按权利类型和受理日期提出；是否管辖由接收机构决定。选择其他机构的，请写明理由。',
    en: 'Proposed by kind of right and day of acceptance; the receiver decides. To choose another, give your reason.',
  },
  noRightKind: {
    zh: '还没有登记权利类型，不能提出建议；请先“补充争议情况”。',
    en: 'The kind of right is not recorded yet: complete the matter first.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The questions of the public page, in the order in which they are asked. */
export const triageQuestions = {
  rightKind: { zh: '是什么权利', en: 'Which right is it' },
  dispute: { zh: '是什么争议', en: 'What kind of dispute' },
  mediability: { zh: '您想要什么', en: 'What do you want' },
  respondentKnown: { zh: '知道对方是谁吗', en: 'Do you know who the other side is' },
  mediationRefused: { zh: '有一方明确拒绝调解吗', en: 'Has a side clearly refused to mediate' },
  arbitrationAgreement: { zh: '与对方有仲裁约定吗', en: 'Was arbitration agreed' },
  suitPending: { zh: '已经在法院打官司了吗', en: 'Is it in court already' },
  earlierOutcome: {
    zh: '同一争议有过判决、裁决或司法确认吗',
    en: 'Is there a judgment, award or confirmation on it',
  },
  standing: { zh: '您是', en: 'You are' },
  crimeIndicators: { zh: '有假冒、盗版等犯罪线索吗', en: 'Are there signs of a crime, such as counterfeiting' },
  agreementInEffect: { zh: '已经有调解协议吗', en: 'Is there a settlement agreement' },
  agreementPays: { zh: '协议要求付款或交付吗', en: 'Is it to pay or hand something over' },
} as const satisfies Readonly<Record<string, Text>>;

export const yesNoLabels = { yes: { zh: '有（是）', en: 'Yes' }, no: { zh: '没有（否）', en: 'No' } } as const;

export const mediabilityLabels = {
  mediable: { zh: '停止、赔偿、道歉等', en: 'That it stops, money, an apology' },
  validity: { zh: '认定权利有效或无效', en: 'To have a right found valid or invalid' },
  sanction: { zh: '处罚对方', en: 'That the other side is fined' },
  criminal: { zh: '追究刑事责任', en: 'That somebody is prosecuted' },
} as const;

export const standingLabels = {
  owner: { zh: '权利人', en: 'The owner' },
  exclusive: { zh: '独占被许可人', en: 'An exclusive licensee' },
  sole: { zh: '排他被许可人', en: 'A sole licensee' },
  ordinary: { zh: '普通被许可人', en: 'An ordinary licensee' },
  other: { zh: '其他人（如被指侵权的一方）', en: 'Somebody else, such as the respondent' },
} as const;
