import { held, type RulesRead } from './rule.ts';

/** §10 of the reading notes: what the second reading corrected and added. */
export const section10: RulesRead = {
  '10.1a': held(
    '权利义务告知口头、书面均可，未告知的标记。',
    'The rights notice may be oral or written; a session without it is marked.',
    'edge-cases-mediation › leaves no mark when it was given orally before the session',
    'edge-cases-mediation › marks a session without it as irregular, with its true date, the article and the repair',
  ),
  '10.1b': held(
    '口头协议合法有效。',
    'An oral agreement is lawful.',
    'edge-cases-mediation › orally when it was reached and the mediator wrote it down',
  ),
  '10.2a': held(
    '书面人民调解协议自各方、调解员签名和盖章的最后一日生效。',
    'A written agreement takes effect with the last of signatures and seal.',
    'edge-cases-mediation › in writing on the last of all signatures, the mediator’s and the seal',
  ),
  '10.2b': held(
    '在线协议自各方均完成电子签章时生效。',
    'An online one when all parties have e-signed.',
    'court-mediation › takes effect when the last party has e-signed; the seal may follow',
  ),
  '10.2c': held(
    '商事调解协议的生效日取较安全的一日。',
    'A commercial one: the safer day.',
    'commercial-mediation › waits for mediator and seal, and counts from the last signature of the parties, the safer day',
  ),
  '10.2d': held(
    '专利部门的协议自盖章和双方签字时生效。',
    'One of the patent department with its seal and both parties.',
    'official-mediation › is closed by the agreement, which takes effect with the seal and both signatures, no mediator’s needed',
  ),
  '10.3a': held(
    '每条排除规则写明由谁决定：约束我们的拦截，由法院决定的提示。',
    'Every exclusion says who decides: ours block, the court’s warn.',
    'law-data › block what is ours and only warn of what a court decides',
  ),
  '10.3b': held(
    '我们的疑问不阻止当事人申请，法院受理的以受理为准。',
    'Our doubts stop no filing, and the acceptance of the court prevails.',
    'edge-cases-court › a design-patent agreement at a basic court: jurisdiction warns, and the acceptance of the court prevails',
    'edge-cases-court › no doubt of ours ever blocks a filing',
    'clocks › gives way to the acceptance of the court',
  ),
  '10.3c': held(
    '障碍消除后可以申请顺延期限。',
    'A period may be asked back after an obstacle.',
    'clocks › gives ten days after an obstacle ended to ask for the period back',
  ),
  '10.4a': held(
    '法院通知双方到场核实，可以要求补充，无人回应的按撤回处理。',
    'The court verifies with both sides, asks for papers, and deems it withdrawn.',
    'edge-cases-court › calls both sides, may ask for papers meanwhile, and deems it withdrawn when nobody answers',
  ),
  '10.4b': held(
    '受理后发现不应受理的，裁定驳回。',
    'A ground of non-acceptance found later is a rejection.',
    'edge-cases-court › turns a ground of non-acceptance found after acceptance into a rejection',
  ),
  '10.4c': held(
    '不予受理五项、驳回六项，分列。',
    'Five grounds of non-acceptance and six of rejection, kept apart.',
    'edge-cases-court › keeps the two lists of reasons apart: five for non-acceptance, six for rejection',
  ),
  '10.4d': held(
    '确认后异议成立的，全部或者部分撤销，执行停止。',
    'An objection upheld after confirmation revokes all or part, and enforcement stops.',
    'edge-cases-court › revokes on an objection that is upheld: enforcement stops and the agreement is a contract again',
    'edge-cases-court › revokes in part: what is left of the ruling stands',
    'enforcement › by an objection to the confirmation ends the enforcement, and what was enforced is given back (T36)',
  ),
  '10.4e': held(
    '案号照文书登记，从不生成。',
    'The number is typed from the paper and never made.',
    'edge-cases-court › takes the number from the paper and never makes one',
  ),
  '10.5a': held(
    '纯给付的可以申请支付令。',
    'A pure money claim may take a payment order.',
    'titles › is accepted or not within five days of the application, and issued within fifteen',
  ),
  '10.5b': held(
    '对裁决可以十五日内起诉、六十日内复议。',
    'A ruling: suit within fifteen days, reconsideration within sixty.',
    'clocks-ruling › can be sued over for fifteen days and put to reconsideration for sixty, per party from its receipt',
  ),
  '10.5c': held(
    '被警告人催告后一个月或者两个月，可以起诉确认不侵权。',
    'A warned party may sue for a declaration after one or two months.',
    'limitation › may sue itself two months after sending, or one month after receipt',
  ),
  '10.5d': held(
    '诉前保全登记为事实，有自己的期限。',
    'Preservation before the suit is a fact with its clocks.',
    'litigation-judgment › runs its thirty days through a delegated mediation and ends with the registration, not before',
  ),
  '10.5e': held(
    '仲裁中的保全由机构提交法院，登记结果。',
    'In arbitration the institution passes it to the court, and the outcome is recorded.',
    'edge-cases-claims › is recorded with what the court made of it, and runs no clock of the suit',
  ),
  '10.5f': held(
    '涉外裁决适用不同的撤销事由。',
    'Foreign-related awards have grounds of their own.',
    'arbitration-award › asks other grounds of a foreign-related award (AL25 83)',
  ),
  '10.6': held(
    '商标评审决定：十五日内复审、三十日内起诉。',
    'Trademark side proceedings: fifteen days to review, thirty to sue.',
    'invalidation › opens the proceeding at the office too; its decision is reviewed in fifteen days and sued over in thirty',
  ),
  '10.7': held(
    '展会有二十四小时移交和二十四小时答复，均为指引。',
    'Exhibitions: a day to pass it on and a day to reply, both guidelines.',
    'edge-cases-law › are five, each used, and what exhibitions are told is a guideline',
    'sources › gives the exhibitor twenty-four hours that run through the night and the holiday',
  ),
  '10.8a': held(
    '每条期限写明按什么确定适用的法律。',
    'Each clock says what decides which law applies.',
    'edge-cases-law › is said by every clock: the act, filing, acceptance, service, award, or effect of the agreement',
  ),
  '10.8b': held(
    '2025年10月1日前受理的，适用旧管辖表。',
    'What was accepted before 2025-10-01 keeps the old table.',
    'competence › follows the older table when the court accepted before that day',
  ),
  '10.9a': held(
    '烟台四个基层法院，均待核实；选择其他法院须说明理由。',
    'Four basic courts, all to be confirmed; another takes a reason.',
    'competence › is one of four basic courts for a trademark accepted since October 2025, all to be confirmed',
    'competence › is chosen with a reason, which stays on record',
  ),
  '10.9b': held(
    '没有来源的法院代码不臆造，照文书接受。',
    'Codes without a source are not made up; any number of a real paper is taken.',
    'seeds/reference › do not pretend to know the codes of the two zone courts',
    'court-numbers › is understood: %s',
  ),
  '10.10': held(
    '服判息诉率、满意度只引用、不计算。',
    'Rates of others are quoted and never computed.',
    'edge-cases-law › are never computed here: no rule and no command speaks of appeals accepted or of satisfaction',
  ),
  '10.11a': held(
    '商事调解可以收费，人民调解不收费。',
    'Commercial mediation may charge; people’s mediation never.',
    'commercial-mediation › may be charged here (CMR 16), and never by a committee (F18)',
  ),
  '10.11b': held(
    '商事调解条例不印文号。',
    'No order number is printed for its regulations.',
    'edge-cases-law › are cited without an order number: the sources do not agree on one',
  ),
  '10.11c': held(
    '商事调解经各方同意可以公开。',
    'With the consent of all a commercial mediation may be public.',
    'commercial-mediation › may be public when every party agrees, and what is said inside stays inside all the same (CMR 19)',
  ),
  '10.12': held(
    '没有读到文本的规定标为待核实。',
    'What was not read in its text is marked.',
    'edge-cases-law › are cited as a whole, never by an article, and marked',
  ),
  '10.13a': held(
    '技术调查官确定后三日内告知当事人。',
    'Parties learn of a technical investigator within three days.',
    'litigation-judgment › tell the parties of a technical investigator within three days',
  ),
  '10.13b': held(
    '同一技术调查官不得在同案再次参与。',
    'Not twice in one case.',
    'ruling › F21: a technical investigator who took part in one proceeding of the case takes part in no other',
  ),
  '10.13c': held(
    '其意见仅供参考。',
    'Its opinion is reference only.',
    'edge-cases-recorded › is reference only: it is kept with its questions, and finds nothing by itself',
  ),
  '10.14': held(
    '权利类型作为数据保存，各有主管机关和管辖。',
    'Kinds of right are data, with competent body and jurisdiction.',
    'edge-cases-law › are carried as data, each with label, court and the authorities that may take it',
  ),
  '10.15a': held(
    '裁决二十个工作日内公开，隐去秘密。',
    'A ruling is published within twenty working days, secrets left out.',
    'clocks-ruling › is published within twenty working days, holidays not counted',
    'ruling-decision › is published with secrets left out, and warns at closing when it was not',
  ),
  '10.15b': held(
    '引用的法律写明名称、条文和施行期间。',
    'Law is cited with instrument, article and version.',
    'law-data › cite only instruments that are recorded, by articles that can be read in both languages',
    'citations › of what was read stands bare; of everything else it is marked, in both languages',
    'citations › is marked wherever no note gives it',
  ),
  '10.15c': held(
    '向当事人说明不是法律意见。',
    'Parties are told that this is no legal advice.',
    'server/triage › finds the page, answers what is known, and reads it in either language without a script',
  ),
  '10.16': held(
    '行政强制法中十日以内的期限为工作日。',
    'Terms up to ten days in administrative compulsion are working days.',
    'clocks-ruling › goes to the court only ten working days after a demand; the court has five and seven working days',
  ),
  '10.17a': held(
    '时效的中断、中止另立台账，不作为扣除区间。',
    'Interruption and suspension of limitation are a ledger, no intervals.',
    'edge-cases-law › %s loses no days to any interval',
    'limitation › stand in the ledger with their days, and the last one counts',
    'limitation › suspends limitation while it stands in the last six months',
  ),
  '10.17b': held(
    '补正后立案期限重新起算。',
    'The time to register runs anew from the correction.',
    'litigation › is corrected once and in full, and the seven days run anew from the correction',
  ),
  '10.18a': held(
    '小时的另一读法（精确时刻）写入说明。',
    'The other reading of hours is named in the proof.',
    'calendar › runs from the exact moment in the other reading, and the proof names the reading taken',
  ),
  '10.18b': held(
    '“三个工作日前”向前倒数三个工作日。',
    '“Three working days before” is counted back.',
    'clocks-ruling › counts back three working days from the hearing for its notice, and make-up days count as working days',
  ),
  '10.18c': held(
    '延长与原期限合并计算。',
    'An extension is one sum from the trigger.',
    'calendar-tolling › is one sum from the trigger: three months and one more from 2026-11-30 end on 2027-03-30',
  ),
  '10.19': held(
    '2027年放假按历法推算，公布前均为暂定。',
    'Holidays of 2027 follow the almanac and stay provisional.',
    'calendar-holidays › has the thirteen statutory days, for 2027 those of the almanac',
    'calendar-holidays › answers provisionally for a holiday, a weekend and an ordinary day alike',
    'calendar-holidays › leaves the last three days of December before it open as well, because its notice may move them',
  ),
};
