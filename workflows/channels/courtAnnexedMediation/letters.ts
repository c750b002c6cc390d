import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

const here = 'courtAnnexedMediation';

const binding = text(
  '调解协议自 {on} 起生效，对双方具有约束力，请按约定履行。',
  'The mediation agreement has been in effect since {on} and binds both sides; please perform it as agreed.',
);

const confidential = text(
  '调解中的意见和让步不公开，也不作为以后程序中对您不利的依据；各方书面确认的无争议事实除外。',
  'What was said and offered in mediation stays confidential and is not held against you later, except facts that all sides confirmed in writing.',
);

/** What parties are told of a mediation that a court delegated or entrusted; the invitation is shared with every mediation. */
export const courtAnnexedMediationLetters = stepLettersOf({
  referralEntrusted: {
    in: here,
    on: ['acknowledgeReferral'],
    when: { mode: 'entrusted' },
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('接受委托调解告知', 'We took up the mediation the court entrusted'),
    says: [
      text(
        '{court}立案后委托{writer}调解您的案件，{writer}已于 {on} 接受。',
        'After registering your suit {court} entrusted its mediation to {writer}, which took it up on {on}.',
      ),
      text('法院案号：{number}。', "The court's number: {number}."),
      text(
        '调解完全自愿：任何一方都可以随时要求终止，案件随即退回法院继续审理，您不会因此失去任何权利。',
        'Mediation is entirely voluntary: either side may end it at any time, the case then goes back to the court at once, and you lose no right by it.',
      ),
      text(
        '请告知便于联系的时间，并确认送达地址和送达方式。',
        'Please tell us when you can be reached, and confirm your address and way of service.',
      ),
    ],
    short: text('本机构已接受{court}委托的调解', 'We took up the mediation that {court} entrusted'),
    basis: [
      { instrument: 'OP25', article: '第二条' },
      { instrument: 'OMR', article: '第十二条' },
    ],
  },
  referralDelegated: {
    in: here,
    on: ['acknowledgeReferral'],
    when: { mode: 'delegated' },
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('接受委派调解告知', 'We took up the mediation the court delegated'),
    says: [
      text(
        '{court}在立案前委派{writer}调解您的纠纷，{writer}已于 {on} 接受。',
        'Before registering a suit {court} delegated the mediation of your dispute to {writer}, which took it up on {on}.',
      ),
      text('法院编号：{number}。', "The court's number: {number}."),
      text(
        '调解完全自愿：任何一方都可以随时要求终止；调解不成的，材料退回法院，符合条件的起诉由法院登记立案。',
        'Mediation is entirely voluntary: either side may end it at any time. Without an agreement the papers go back to the court, which registers a suit that meets the conditions.',
      ),
      text(
        '请告知便于联系的时间，并确认送达地址和送达方式。',
        'Please tell us when you can be reached, and confirm your address and way of service.',
      ),
    ],
    short: text('本机构已接受{court}委派的调解', 'We took up the mediation that {court} delegated'),
    basis: [
      { instrument: 'IMR', article: '第十一条' },
      { instrument: 'OMR', article: '第十二条、第二十一条' },
    ],
  },
  referralRights: {
    in: here,
    on: ['acknowledgeReferral'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('委派、委托调解权利义务告知', 'Your rights in a mediation for the court'),
    says: [
      text(
        '您有权：同意或者不同意调解，随时要求终止；共同选择调解员，申请更换调解员或者调解组织；自主表达意愿、自愿达成协议。',
        'You may agree to mediation or not, and end it at any time; choose the mediator together with the other side, and ask for another mediator or organisation; say what you want freely and agree only of your own will.',
      ),
      text(
        '调解员应当核实各方身份，披露可能影响公正的关系；请如实陈述，不要串通虚构纠纷：法院对虚假调解依法处理。',
        'The mediator checks who the parties are and discloses any relation that may affect fairness. Please tell the truth and do not invent a dispute together: courts act on sham mediation as the law provides.',
      ),
      confidential,
      text(
        '达成协议并承诺停止有关行为后再次实施的，法院以后可以将其作为认定故意的情形。',
        'Whoever agrees to stop something and then does it again may later be found by a court to have acted on purpose.',
      ),
    ],
    short: text('请查收调解权利义务告知', 'Please read your rights in mediation'),
    basis: [
      { instrument: 'OMR', article: '第四条、第十条、第十三条、第十四条、第十七条、第十八条' },
      { instrument: 'IMR', article: '第十五条、第二十二条' },
    ],
  },
  referralMediator: {
    in: here,
    on: ['assignMediator'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('调解员告知（法院委派、委托）', 'Your mediator, in a mediation for the court'),
    says: [
      text('本案由{writer}的 {mediators} 调解。', 'The mediation is conducted by {mediators} of {writer}.'),
      text(
        '调解员是一方的近亲属、与纠纷有利害关系或者有其他可能影响公正的关系的，应当披露；您可以申请更换。更换后仍不同意又不自行选择的，视为不同意调解。',
        'A mediator who is a close relative of one side, has an interest in the dispute or another relation that may affect fairness must say so, and you may ask for another. Whoever rejects the replacement, too, and will not choose is taken not to want mediation.',
      ),
    ],
    short: text('您的案件已确定调解员', 'A mediator was named in your case'),
    basis: [
      { instrument: 'OMR', article: '第十三条、第十四条' },
      { instrument: 'IMR', article: '第十五条' },
    ],
  },
  referralDeclined: {
    in: here,
    on: ['declineReferral'],
    to: 'claimants',
    keeps: 'forGood',
    label: text('未接受委派、委托调解告知', 'We did not take up the mediation'),
    says: [
      text(
        '{writer}于 {on} 告知法院：不能接受本次调解。您的权利不受影响；双方可以另行选择，也可以由法院另行指定调解组织。',
        '{writer} told the court on {on} that it cannot take up this mediation. Your rights are untouched; both sides may choose another organisation, or the court names one.',
      ),
    ],
    short: text('本机构未能接受本次调解，由法院另行安排', 'We could not take up the mediation; the court goes on'),
    basis: [{ instrument: 'OMR', article: '第十二条' }],
  },
  delegatedAgreementEffective: {
    in: here,
    on: ['agreementEffective'],
    when: { mode: 'delegated' },
    to: 'everybody',
    keeps: 'forGood',
    again: true,
    lastDayBy: 'conf.apply',
    label: text('协议生效及申请司法确认告知（委派调解）', 'Agreement in effect, and the time to ask for confirmation'),
    says: [
      binding,
      text(
        '双方可以共同向委派调解的{court}申请司法确认，最后一日为 {lastDay}。申请不收取费用；是否受理由法院决定。',
        'Both sides may together ask {court}, which delegated the mediation, to confirm it; the last day is {lastDay}. It is free of charge; whether it accepts is for the court to decide.',
      ),
      text(
        '经确认有效而一方不履行的，另一方可以申请强制执行；没有申请确认的，协议仍有合同约束力。',
        'Once confirmed, the agreement can be enforced if one side does not perform; without confirmation it still binds as a contract.',
      ),
    ],
    short: text(
      '调解协议已生效，申请司法确认最后一日 {lastDay}',
      'The agreement is in effect; last day to ask for confirmation: {lastDay}',
    ),
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'IMR', article: '第十九条' },
    ],
  },
  entrustedAgreementEffective: {
    in: here,
    on: ['agreementEffective'],
    when: { mode: 'entrusted' },
    to: 'everybody',
    keeps: 'forGood',
    again: true,
    label: text('协议生效告知（委托调解）', 'Agreement in effect (entrusted mediation)'),
    says: [
      binding,
      text(
        '协议将报送委托调解的{court}。需要文书的，由法院审查后制作调解书，各方签收后生效；也可以由起诉的一方申请撤诉，由法院裁定是否准许。',
        'It is reported to {court}, which entrusted the mediation. If a document is asked for, the court reviews the agreement and makes one, which takes effect when all sides have signed for it; or the side that sued asks to withdraw, and the court rules on that.',
      ),
      text(
        '您的案件已在法院，不需要另行申请司法确认。',
        'Your case is at the court already: no separate judicial confirmation is needed.',
      ),
    ],
    short: text('调解协议已生效，将报送{court}', 'The agreement is in effect and is reported to {court}'),
    basis: [
      { instrument: 'IMR', article: '第二十条' },
      { instrument: 'OMR', article: '第二十条' },
      { instrument: 'OP25', article: '第四条' },
    ],
  },
  entrustedMediationEnded: {
    in: here,
    on: ['endMediation'],
    when: { mode: 'entrusted' },
    to: 'everybody',
    keeps: 'forGood',
    label: text('委托调解终结告知', 'The entrusted mediation has ended'),
    says: [
      text(
        '调解已于 {on} 终结，没有签署调解协议。案件退回{court}，由法院继续审理；以后的期限和安排以法院通知为准。',
        'The mediation ended on {on} without a signed agreement. The case goes back to {court}, which goes on with it; follow what the court tells you about dates.',
      ),
      confidential,
    ],
    short: text('调解已终结，案件退回{court}', 'The mediation has ended; the case goes back to {court}'),
    basis: [
      { instrument: 'OMR', article: '第十八条、第二十一条' },
      { instrument: 'IMR', article: '第二十一条、第二十二条' },
    ],
  },
  delegatedMediationEnded: {
    in: here,
    on: ['endMediation'],
    when: { mode: 'delegated' },
    to: 'everybody',
    keeps: 'forGood',
    label: text('委派调解终结告知', 'The delegated mediation has ended'),
    says: [
      text(
        '调解已于 {on} 终结，没有签署调解协议。材料退回{court}，符合条件的起诉由法院登记立案，不需要重新提交。',
        'The mediation ended on {on} without a signed agreement. The papers go back to {court}, which registers a suit that meets the conditions; nothing has to be filed again.',
      ),
      confidential,
    ],
    short: text('调解已终结，材料退回{court}', 'The mediation has ended; the papers go back to {court}'),
    basis: [
      { instrument: 'OMR', article: '第十八条、第二十一条' },
      { instrument: 'IMR', article: '第二十一条、第二十二条' },
    ],
  },
});
