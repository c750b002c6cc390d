import { held, type RulesRead } from './rule.ts';

/** §7 of the reading notes, numbered as there; letters tell several rules of one number apart. 39 to 48 come from §11.10. */
export const section7: RulesRead = {
  '7.1': held(
    '被申请人电话拒绝调解的，记录、终止并告知其他途径；不得开调解会。',
    'A refusal by telephone is logged, ends the mediation with the other routes told, and lets no session open.',
    'edge-cases-mediation › is logged; no session may be set or opened, and no agreement recorded',
    'edge-cases-mediation › ends with the other routes told, and the parties choose',
  ),
  '7.2a': held(
    '无行为能力人由法定代理人签署。',
    'For somebody without capacity the guardian signs.',
    'edge-cases-mediation › with capacity “%s”: its own signature gives no effect, and the window does not start',
    'edge-cases-mediation › signs through the guardian: then the agreement takes effect',
  ),
  '7.2b': held(
    '限制行为能力人签署的，法定代理人追认后有效。',
    'What somebody of limited capacity signed is good once the guardian ratifies it.',
    'edge-cases-parties › ratified in time, by a party of limited capacity: the agreement is in effect from that day',
    'edge-cases-parties › with capacity “%s” and the answer “%s” it stays without effect',
  ),
  '7.2c': held(
    '催告后三十日不答复视为拒绝追认，不得启动司法确认的期限。',
    'Silence for thirty days after the demand is a refusal, and no window for confirmation opens.',
    'edge-cases-mediation › is not ratified within thirty days of the demand: the silence starts no window',
    'edge-cases-parties › cannot be ratified any more after the thirty days: silence was the refusal',
  ),
  '7.3': held(
    '一方不得有第三名代理人。',
    'No third agent for one party.',
    'edge-cases-mediation › refuses the third; a representative by law does not count',
  ),
  '7.4': held(
    '境外当事人的委托书未公证认证的，不受理行政裁决；条约另有规定的除外。',
    'A foreign authority that is not notarised and authenticated bars a ruling, unless a treaty frees it.',
    'ruling › is refused for a foreign requester whose authority is not notarised and authenticated, unless a treaty frees it',
  ),
  '7.5': held(
    '普通被许可人未经授权单独请求裁决的，不予立案。',
    'An ordinary licensee alone, without authority, gets no ruling filed.',
    'ruling › of an ordinary licensee alone, without authority, is not filed',
  ),
  '7.6': held(
    '个体工商户登记经营者与实际经营者不一致的，共同作为被请求人。',
    'Registered and actual operator of a business are respondents together.',
    'ruling › names the registered and the actual operator of a business as respondents, both',
  ),
  '7.7a': held(
    '当事人死亡或者终止的，程序中止。',
    'The proceeding is stayed when a party dies or ends.',
    'edge-cases-parties › a suit is stayed until the heir is known, and goes on with the successor',
    'edge-cases-parties › a ruling is stayed for “%s” without any attack on the patent',
  ),
  '7.7b': held(
    '承继人参加后继续。',
    'The successor steps in.',
    'party-changes › is succeeded in the matters that are still open, and the successor can sign',
  ),
  '7.7c': held(
    '没有承继人的，撤销案件或者终结。',
    'Without a successor the case is cancelled.',
    'edge-cases-parties › a ruling without any successor is cancelled, and the matter is open',
  ),
  '7.8': held(
    '调解组织三个工作日不回应的，移送失效，另行指定。',
    'An organisation that is silent for three working days loses the referral, and another is named.',
    'court-mediation › that nobody answers within three working days lapses, and the court names another organisation',
    'server/app › lets a referral lapse when its three working days have passed, not on the last of them, and once',
    'edge-cases-mediation › is the only kind of handoff that silence moves',
  ),
  '7.9': held(
    '春节落在三个工作日内的，按法定工作日（含调休上班日）计算。',
    'A Spring Festival inside those days: statutory working days count, make-up days included.',
    'clocks › counts three working days with make-up workdays for a committee that a court referred a case to',
  ),
  '7.10': held(
    '仅一方同意延长的，延长无效。',
    'An extension that one party agreed to is none.',
    'edge-cases-mediation › is invalid: all parties are needed',
  ),
  '7.11': held(
    '发现串通的，中止并报告；不得盖章。',
    'Collusion stops the mediation and is reported; nothing is sealed.',
    'edge-cases-mediation › suspends and reports; nothing is signed, sealed or agreed meanwhile',
  ),
  '7.12': held(
    '商事调解员有利害关系的，口头放弃不够，须书面。',
    'A relation of a commercial mediator is waived in writing, never orally.',
    'commercial-mediation › related to a party goes on only with a waiver in writing: an oral one is not enough (edge case 12)',
  ),
  '7.13': held(
    '发现犯罪线索的，应当报告，不得以协议掩盖。',
    'Signs of a crime are reported, and no agreement settles them away.',
    'edge-cases-mediation › is reported in every state, and the committee itself hands nothing to the police',
    'edge-cases-inside › without a report the agreement carries the mark, with the article and what repairs it',
  ),
  '7.14': held(
    '应要求只出具起止时间和未达成的原因。',
    'On request only begin, end and reason are stated.',
    'edge-cases-inside › gets when and why from the closed list, and only once the mediation has ended',
    'edge-cases-mediation › can be told the dates and a reason from a closed list, for the entry holds nothing else',
  ),
  '7.15': held(
    '调解中的让步不得在诉讼中引用。',
    'A concession of the mediation is not used in the suit.',
    'edge-cases-inside › cannot travel with the complaint: what was said stays inside, whoever agrees',
    'edge-cases-inside › is warned of when somebody files the record at the court itself, where the court decides',
  ),
  '7.16': held(
    '未加盖调委会印章的，协议不生效，申请确认的期限不起算。',
    'Without the seal of the committee there is no effect and no window.',
    'edge-cases-mediation › is not in effect and starts no window until the seal is on, and then from that day',
  ),
  '7.17': held(
    '确权条款不能确认：提示拆分。',
    'A clause on ownership is not confirmed: split it off.',
    'edge-cases-court › warns when it is recorded and again before it is sent; the parties may go on',
    'edge-cases-court › is refused by the court on the ground of its own list, and the agreement stays a contract',
    'edge-cases-court › can be split off, so that the rest may be confirmed',
  ),
  '7.18': held(
    '给付没有日期的，内容不明确；提交前提示。',
    'A payment without a day is unclear, and is warned of before it is sent.',
    'edge-cases-court › warns of the unclear clause when it is recorded, and before it goes to the court',
    'edge-cases-court › is rejected by the court with the ground of its list',
  ),
  '7.19': held(
    '处分他人财产的协议损害他人利益，法院驳回。',
    'An agreement over the goods of others harms them, and the court rejects.',
    'edge-cases-inside › the court rejects with the ground of its list, and the agreement is a contract of the two',
    'edge-cases-inside › is among the signs for which a mediator stops before anything is sealed',
  ),
  '7.20': held(
    '申请确认前一方违约、对方单独申请的，不是共同申请；可以就协议起诉。',
    'After a breach one side alone does not apply jointly; it may sue on the agreement.',
    'edge-cases-court › records the breach, warns that the application is not joint, and leaves the decision to the court',
    'edge-cases-court › can sue on the agreement instead: the route stands in the table',
  ),
  '7.21': held(
    '向两个有管辖权的法院申请的，由先收到的办理。',
    'Of two competent courts the first to receive it goes on.',
    'edge-cases-court › the first to receive it goes on; at the second the receipt is refused',
  ),
  '7.22': held(
    '裁定前可以撤回，期限内可以再次申请。',
    'Before the ruling it may be withdrawn, and made again inside the window.',
    'edge-cases-court › may be allowed, and they may apply again within the thirty days',
  ),
  '7.23': held(
    '案外人自知道起六个月内提出异议的，审查；逾期的，驳回。',
    'An outsider objects within six months of knowing; later it is rejected.',
    'edge-cases-court › after seven months: the lateness is shown, the objection recorded, and the court rejects it',
    'edge-cases-court › within six months of knowing: it is examined without more',
  ),
  '7.24': held(
    '超过两年申请执行的，受理；债务人可以异议。',
    'Enforcement asked for after two years is accepted; the debtor may object.',
    'enforcement › after two years is accepted all the same: the objection is the debtor’s (edge case 24)',
  ),
  '7.25a': held(
    '另有诉讼的，不受理专利侵权行政裁决。',
    'A pending suit bars the ruling on a patent.',
    'ruling › is refused when a suit over the infringement is pending in another court',
  ),
  '7.25b': held(
    '商标案件另有诉讼的，行政机关可以中止，而非不受理。',
    'Over a trademark the authority may suspend, and need not refuse.',
    'penalty › may go on while a suit over the same mark is pending: the authority may wait, and need not',
  ),
  '7.26': held(
    '发明专利被请求宣告无效的，可以不中止。',
    'An attack on an invention need not stop the case.',
    'edge-cases-parties › a case over an invention may go on: a stay warns that none is owed',
    'invalidation › that rests on an invention may continue',
  ),
  '7.27': held(
    '请求人不到庭按撤回处理；被请求人不到庭缺席审理。',
    'An absent requester has withdrawn; an absent respondent is heard by default.',
    'ruling-decision › without the requester counts as a withdrawal; without the respondent it is held by default',
  ),
  '7.28': held(
    '口头审理后不得追加被请求人。',
    'No respondent joins after the hearing.',
    'ruling-decision › once held lets no respondent in',
  ),
  '7.29': held(
    '没有认定侵权的决定，不单独调解赔偿数额。',
    'Damages alone are not mediated without a decision that found infringement.',
    'official-mediation › over damages alone needs a decision that found infringement',
  ),
  '7.30': held(
    '商标法新旧交替：分别引用；行为在前的由办案人选择。',
    'Around the new trademark law each case cites its own; for earlier acts the officer chooses.',
    'penalty › is handled under the law of 2019 on 30 December 2026',
    'penalty › is handled under the law of 2026 on 2 January 2027 when the acts go on',
    'penalty › asks the officer to choose where the acts ended before, shows both laws, and keeps the choice',
  ),
  '7.31': held(
    '仲裁条款约定两个机构或者没有约定机构、又不补充的，无效，可以起诉。',
    'A clause with two institutions or none, not supplemented, is void: sue.',
    'arbitration › is void without a supplement, and the dispute goes to a court without a warning',
  ),
  '7.32': held(
    '2026年2月20日收到的裁决适用六个月还是三个月，由办案人选择，按较短的提示。',
    'Six months or three for an award received on 2026-02-20: chosen by hand, the shorter warns.',
    'arbitration-award › asks the officer to choose the law, and says why',
    'arbitration-award › records the choice of the former law, and the shorter time runs beside it with a mark',
  ),
  '7.33': held(
    '裁决被撤销后，可以重新约定仲裁或者起诉。',
    'After an award is set aside: a new agreement to arbitrate, or a suit.',
    'arbitration-award › opens the matter again: a new agreement to arbitrate, or a suit (edge case 33, T31)',
  ),
  '7.34': held(
    '公安机关不得因材料不全退回；二十四小时内告知、三日内补充。',
    'The police return nothing for missing papers: a day to ask, three to supply.',
    'criminal-referral › cannot be sent back for missing papers: twenty-four hours to ask, three days to supply',
  ),
  '7.35a': held(
    '就部分债权主张的，时效中断及于剩余部分。',
    'Asserting a part interrupts limitation for the rest.',
    'edge-cases-claims › a demand for a part interrupts the whole claim of the matter, whatever was named',
  ),
  '7.35b': held(
    '明确放弃剩余部分的除外。',
    'Unless the rest was waived.',
    'limitation › the rest of a claim › that was expressly waived is not interrupted by asserting the part that is left',
    'limitation › is none where all is claimed, where only a stop is asked for, or where it was waived before',
  ),
  '7.35c': held(
    '对一个连带债务人中断的，及于其他连带债务人。',
    'An interruption against one joint debtor works against all.',
    'edge-cases-claims › a promise of one joint debtor interrupts against all respondents of the matter, also after they are split',
  ),
  '7.36a': held(
    '停止侵害请求不适用诉讼时效。',
    'A claim to stop knows no limitation.',
    'limitation › has no limitation',
  ),
  '7.36b': held(
    '持续侵权超过三年起诉的，判令停止，赔偿自起诉之日向前推算三年。',
    'Sued late over a continuing infringement: an order to stop, and damages for three years back from the suit.',
    'damages-reach › may bring an order to stop, and damages for three years back from the filing; a claim for more is warned of',
    'damages-reach › does not reach back where the infringement had ended, nor brings a stop when the right has expired',
  ),
  '7.37a': held(
    '撤诉后可以再次起诉。',
    'A withdrawn suit may be brought again.',
    'edge-cases-claims › leaves the matter open, and may be brought again as a suit of its own',
  ),
  '7.37b': held(
    '撤回裁决请求后可以再次请求。',
    'A withdrawn request for a ruling may be made again.',
    'ruling › that is withdrawn may be made again',
  ),
  '7.38': held(
    '移送被重复签收的，只立一案。',
    'A handoff received twice opens one proceeding.',
    'edge-cases-court › opens one proceeding only, whoever clicks again',
  ),
  '7.39a': held(
    '委托调解不成、未主张惩罚性赔偿的，在辩论终结前提示可以增加请求。',
    'An entrusted mediation failed without a punitive claim: told while claims may still be added.',
    'edge-cases-claims › the court’s letter says until when claims may be added, in words that accuse nobody',
    'edge-cases-claims › before the debate ends the claim is recorded without a warning',
  ),
  '7.39b': held(
    '判决后就同一事实另诉惩罚性赔偿的，不予受理。',
    'After the judgment a new suit for punitive damages is not accepted.',
    'edge-cases-claims › after the judgment a new suit over the same facts is warned of, for the court to refuse',
  ),
  '7.41': held(
    '违反停止侵权承诺的，登记违约，证据包只含协议和违约材料。',
    'A broken promise to stop is an event, and its packet holds agreement and breach alone.',
    'edge-cases-inside › the breach is an event of the clause, and the packet for the suit holds the agreement and the breach alone',
  ),
  '7.44': held(
    '举证期限不得少于十五日，双方约定并经认可的除外。',
    'An evidence period is fifteen days at least, unless agreed and approved.',
    'ruling › sets an evidence period of ten days for nobody, unless the parties agreed and it was approved',
  ),
  '7.46': held(
    '展会投诉材料不全的，不起算；补齐后从下一整点起算二十四小时。',
    'Exhibition papers that lack something start no clock; completed, it runs from the next full hour.',
    'sources › that lacks papers starts no clock; supplemented at 10:05, it is passed on by 11:00 of the next day',
  ),
  '7.48': held(
    '县级部门没有委托书作出裁决的，提示。',
    'A county department without a commission is warned.',
    'ruling › to a centre or a county without a commission warns, and its filing is not stopped',
  ),
};
