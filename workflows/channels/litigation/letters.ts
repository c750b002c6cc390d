import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

const here = 'litigation';

const courtCounts = text(
  '本函只是告知，不代替法院送达；文书内容和期限以法院送达为准。',
  "This letter only informs and does not replace service by the court: contents and time limits follow the court's own papers.",
);

/**
 * What parties are told of a suit, in the words of somebody who never had one. Results stand in the court's papers alone;
 * a respondent hears of a suit from the court before it hears of it from us.
 */
export const litigationLetters = stepLettersOf({
  suitReceived: {
    in: here,
    on: ['complaintReceived'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('法院收到起诉材料告知', 'The court has your papers'),
    says: [
      text('{court}已于 {on} 收到您的起诉材料。', '{court} received the papers of your suit on {on}.'),
      text(
        '符合起诉条件的，法院在收到后七日内登记立案；材料需要补正的，法院一次性告知。您现在不需要再做什么。',
        'If the conditions for a suit are met, the court registers it within seven days; if something is missing, it says so once and in full. There is nothing you need to do now.',
      ),
      courtCounts,
    ],
    short: text('{court}已收到您的起诉材料', '{court} received the papers of your suit'),
    basis: [{ instrument: 'CPL', article: '第一百二十六条' }],
  },
  suitCorrection: {
    in: here,
    on: ['correctionRequired'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('起诉材料补正告知', 'The court asks you to complete your papers'),
    says: [
      text(
        '{court}于 {on} 要求补正起诉材料，请在 {until} 前（含当日）提交。需要补正什么，以法院的告知为准，也可以来电询问。',
        '{court} asked you on {on} to complete the papers of your suit. Please hand them in by {until} (that day included); the court says what is missing, and you may call us.',
      ),
      text(
        '收到补正后，法院重新计算七日。不能按时的，请提前与法院联系。',
        'From the day the court has them its seven days run anew. If you cannot make it in time, speak to the court before.',
      ),
      courtCounts,
    ],
    short: text('请在 {until} 前向{court}补正起诉材料', 'Please complete your papers at {court} by {until}'),
    basis: [{ instrument: 'CPLI', article: '第一百二十六条、第二百零八条' }],
  },
  suitRegistered: {
    in: here,
    on: ['suitRegistered'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('登记立案告知', 'Your suit is registered'),
    says: [
      text('{court}已于 {on} 登记立案。', '{court} registered your suit on {on}.'),
      text('案号：{number}。与法院联系时请报这个案号。', 'Number: {number}. Name it when you speak to the court.'),
      text(
        '起诉状副本由法院送达对方；开庭等安排由法院另行通知。诉讼中双方仍可以随时协商或者请法院调解。',
        'The court serves your complaint on the other side and tells you about hearings. At any time both sides may still negotiate or ask the court to mediate.',
      ),
      courtCounts,
    ],
    short: text('{court}已登记立案', '{court} registered your suit'),
    basis: [{ instrument: 'CPL', article: '第一百二十六条、第一百二十八条' }],
  },
  suitNotAccepted: {
    in: here,
    on: ['refuseSuit'],
    to: 'claimants',
    keeps: 'forGood',
    label: text('起诉不予受理告知', 'Your suit was not accepted'),
    says: [
      text(
        '{court}于 {on} 裁定不予受理。理由写在裁定书上。不服的，可以在收到裁定书后十日内上诉；条件具备后也可以再次起诉。',
        '{court} ruled on {on} not to accept your suit. The ground stands in the ruling. You may appeal within ten days of receiving it, and sue again once the conditions are met.',
      ),
      text(
        '您还可以选择调解、仲裁（有仲裁协议的）或者请求有关行政机关处理。',
        'Mediation, arbitration (under an arbitration agreement) or the competent authority are open to you as well.',
      ),
      courtCounts,
    ],
    short: text('起诉未予受理，详见法院裁定书', "Your suit was not accepted; see the court's ruling"),
    basis: [{ instrument: 'CPL', article: '第一百二十六条、第一百二十七条、第一百七十一条' }],
  },
  suitServed: {
    in: here,
    on: ['complaintServed', 'complaintServedAbroad'],
    to: 'concerned',
    keeps: 'untilEnd',
    label: text('诉讼事项告知', 'About the papers the court served on you'),
    says: [
      text(
        '{court}登记您已于 {on} 收到该院送达的材料。请在材料写明的期限内提出意见；不提出的，不影响法院继续审理。',
        'According to {court} its papers reached you on {on}. Please answer within the time they name; if you do not, the court goes on all the same.',
      ),
      text('案号：{number}。与法院联系时请报这个案号。', 'Number: {number}. Name it when you speak to the court.'),
      text(
        '双方仍可以随时协商，或者请法院调解、委托调解组织调解；是否参加完全自愿。',
        'At any time both sides may still negotiate, or ask the court to mediate or to entrust mediation to an organisation; taking part is entirely voluntary.',
      ),
      courtCounts,
    ],
    short: text('请在{court}材料写明的期限内答复', "Please answer in the time {court}'s papers name"),
    basis: [{ instrument: 'CPL', article: '第一百二十八条' }],
  },
  suitToMediation: {
    in: here,
    on: ['chooseMediationOrganisation'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('调解组织选定告知', 'Who is to mediate'),
    says: [
      text(
        '{court}于 {on} 将案件交由 {organisation} 调解（当事人共同选择或者法院指定）。该组织确认接受后会与您联系。',
        '{court} is asking {organisation} to mediate ({on}; chosen by both sides or named by the court). It will be in touch once it has taken the case.',
      ),
      text(
        '调解完全自愿。不认可该组织的，请告诉法院；不调解的，案件继续由法院办理，您的权利不受影响。',
        'Mediation is entirely voluntary. If you do not want this organisation, tell the court; without mediation the court goes on with the case, and your rights are untouched.',
      ),
    ],
    short: text('您的案件交由{organisation}调解', '{organisation} is asked to mediate in your case'),
    basis: [
      { instrument: 'OMR', article: '第四条、第十条' },
      { instrument: 'IMR', article: '第十二条' },
    ],
  },
  suitGoesOn: {
    in: here,
    on: ['takeBackFromMediation'],
    when: { result: 'goesOn' },
    to: 'informed',
    keeps: 'untilEnd',
    label: text('案件退回法院继续办理告知', 'Your case is back at the court'),
    says: [
      text(
        '调解未全部达成协议，案件已于 {on} 退回{court}，由法院继续办理：尚未立案的，依法登记立案；已经立案的，继续审理。',
        'The mediation did not settle everything. Your case has been back at {court} since {on}, which goes on with it: it registers the suit if that is not done yet, or continues to hear it.',
      ),
      text(
        '调解中的意见和让步不作为对您不利的依据；以后的期限和安排以法院通知为准。',
        'What was said and offered in mediation is not held against you. Follow what the court tells you about dates.',
      ),
      text(
        '起诉的一方增加请求的，应当在一审法庭辩论结束前向法院提出；有的请求此后不能再提，也不能另行起诉。',
        'A side that sued adds to its claims before the debate of the first instance ends; some claims cannot be made afterwards, nor in a new suit.',
      ),
    ],
    short: text('案件已退回{court}继续办理', 'Your case is back at {court}, which goes on with it'),
    basis: [
      { instrument: 'OMR', article: '第二十一条' },
      { instrument: 'IMR', article: '第二十一条、第二十二条' },
      { instrument: 'CPLI', article: '第二百三十二条' },
    ],
  },
  suitSettled: {
    in: here,
    on: ['takeBackFromMediation'],
    when: { result: 'agreed' },
    to: 'informed',
    keeps: 'untilEnd',
    label: text('法院收到调解协议告知', 'The court has your agreement'),
    says: [
      text('{court}已于 {on} 收到双方的调解协议。', '{court} received the agreement of both sides on {on}.'),
      text(
        '需要法院文书的，请向法院提出，由法院审查后制作调解书；起诉的一方也可以申请撤诉。',
        'If you want a document of the court, ask for it: the court reviews the agreement and makes one. The side that sued may also ask to withdraw.',
      ),
    ],
    short: text('{court}已收到调解协议', '{court} received the agreement'),
    basis: [
      { instrument: 'IMR', article: '第十九条、第二十条' },
      { instrument: 'OMR', article: '第二十条' },
    ],
  },
  mediationDocumentIssued: {
    in: here,
    on: ['issueMediationDocument'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('法院调解书告知', "The court's mediation document"),
    says: [
      text(
        '{court}已于 {on} 制作调解书，由法院送达各方签收。各方签收后即生效；签收前反悔的，法院继续审理。',
        '{court} made the mediation document on {on} and serves it on all sides. It takes effect when all have signed for it; if one goes back on it before signing, the court goes on with the case.',
      ),
      courtCounts,
    ],
    short: text('{court}已制作调解书，请查收', '{court} made the mediation document; please sign for it'),
    basis: [{ instrument: 'CPL', article: '第一百条、第一百零二条' }],
  },
  mediationDocumentInEffect: {
    in: here,
    on: ['mediationDocumentEffective'],
    to: 'informed',
    keeps: 'forGood',
    label: text('法院调解书生效告知', "The court's mediation document is in effect"),
    says: [
      text(
        '{court}的调解书已于 {on} 生效，请按调解书履行；一方不履行的，另一方可以申请强制执行。',
        'The mediation document of {court} has been in effect since {on}; please perform it. If one side does not, the other may ask for enforcement.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
    ],
    short: text('法院调解书已生效，请按约定履行', "The court's mediation document is in effect; please perform it"),
    basis: [{ instrument: 'CPL', article: '第一百条' }],
  },
  suitClosedByAgreement: {
    in: here,
    on: ['closeByAgreement'],
    to: 'informed',
    keeps: 'forGood',
    label: text('以调解结案告知', 'Your case is closed by agreement'),
    says: [
      text(
        '双方不需要法院文书，{court}已于 {on} 结案。调解协议仍有合同约束力，请按约定履行。',
        'Nobody asked for a document of the court, and {court} closed the case on {on}. The agreement still binds as a contract; please perform it.',
      ),
    ],
    short: text('案件已以调解结案，请按协议履行', 'Your case is closed by agreement; please perform it'),
    basis: [{ instrument: 'OP25', article: '第四条' }],
  },
  suitWithdrawn: {
    in: here,
    on: ['withdrawSuit'],
    to: 'informed',
    keeps: 'forGood',
    label: text('撤诉告知', 'The suit was withdrawn'),
    says: [
      text(
        '{court}已于 {on} 裁定准许撤诉或者按撤诉处理。已经达成的协议仍有约束力。',
        '{court} ruled on {on} that the suit is withdrawn, or is treated so. An agreement that was reached still binds.',
      ),
      courtCounts,
    ],
    short: text('案件已撤诉，详见法院裁定书', "The suit was withdrawn; see the court's ruling"),
    basis: [{ instrument: 'CPL', article: '第一百四十八条' }],
  },
  suitDismissed: {
    in: here,
    on: ['dismissSuit'],
    to: 'informed',
    keeps: 'forGood',
    label: text('裁定驳回起诉告知', 'The suit was dismissed'),
    says: [
      text(
        '{court}于 {on} 裁定驳回起诉，理由写在裁定书上。不服的，可以在收到裁定书后十日内上诉。',
        '{court} dismissed the suit on {on}; the ground stands in the ruling. Whoever disagrees may appeal within ten days of receiving it.',
      ),
      courtCounts,
    ],
    short: text('法院已作出裁定，详见裁定书', 'The court ruled; see its paper'),
    basis: [{ instrument: 'CPL', article: '第一百五十七条、第一百七十一条' }],
  },
  suitStayed: {
    in: here,
    on: ['suitStayed'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('诉讼中止告知', 'The suit is paused'),
    says: [
      text(
        '{court}于 {on} 裁定中止诉讼。原因消除后，法院会通知恢复；中止期间您的权利不受影响。',
        '{court} paused the suit on {on}. When the cause has gone the court will say that it goes on; meanwhile your rights are untouched.',
      ),
      courtCounts,
    ],
    short: text('{court}已裁定中止诉讼', '{court} paused the suit'),
    basis: [{ instrument: 'CPL', article: '第一百五十三条' }],
  },
  suitResumed: {
    in: here,
    on: ['suitResumed'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('诉讼恢复告知', 'The suit goes on'),
    says: [
      text(
        '{court}自 {on} 起恢复审理，安排由法院通知。',
        '{court} goes on with the suit from {on} and tells you about dates.',
      ),
    ],
    short: text('{court}已恢复审理', '{court} goes on with the suit'),
    basis: [{ instrument: 'CPL', article: '第一百五十三条' }],
  },
  suitTransferred: {
    in: here,
    on: ['docketTransferred'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('案件移送其他法院告知', 'Your case is now at another court'),
    says: [
      text(
        '案件现由{court}办理，该院已于 {on} 立案。此前的材料已随案移送，不需要重新提交。',
        'Your case is now before {court}, which put it on its list on {on}. The papers went with it; nothing has to be filed again.',
      ),
      text(
        '新案号：{number}。与法院联系时请报这个案号。',
        'New number: {number}. Name it when you speak to the court.',
      ),
      courtCounts,
    ],
    short: text('案件现由{court}办理', 'Your case is now before {court}'),
    basis: [{ instrument: 'CPL', article: '第三十七条' }],
  },
  judgmentGiven: {
    in: here,
    on: ['recordJudgment'],
    to: 'informed',
    keeps: 'forGood',
    label: text('一审判决告知', 'There is a judgment'),
    says: [
      text(
        '{court}已于 {on} 作出一审判决，由法院送达各方；判决内容只以判决书为准。',
        '{court} gave its judgment on {on} and serves it on all sides; only the judgment itself says what it holds.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '不服的，可以自收到判决书之日起十五日内上诉（在中国境内没有住所的为三十日）。各方上诉期届满前，判决不生效。',
        'Whoever disagrees may appeal within fifteen days of receiving it (thirty without domicile in China). It has no effect before the last time to appeal has passed.',
      ),
      courtCounts,
    ],
    short: text('{court}已作出判决，以送达的判决书为准', '{court} gave its judgment; the served paper counts'),
    basis: [{ instrument: 'CPL', article: '第一百五十一条、第一百五十八条、第一百七十一条、第二百八十六条' }],
  },
  judgmentInEffect: {
    in: here,
    on: ['judgmentEffective'],
    to: 'informed',
    keeps: 'forGood',
    label: text('判决生效告知', 'The judgment is in effect'),
    says: [
      text(
        '{court}登记判决自 {on} 起生效。需要履行的，请按判决书写明的期限履行。',
        'According to {court} the judgment has been in effect since {on}. What it orders is to be done in the time it names.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
    ],
    short: text('判决已生效，请按判决书办理', 'The judgment is in effect; please follow it'),
    basis: [{ instrument: 'CPL', article: '第一百五十八条' }],
  },
});
