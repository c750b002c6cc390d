import { text } from '../../../workflows/index.ts';
import { held, notHeld, type RulesRead } from './rule.ts';

/** §11 of the reading notes: the third reading. Its numbered tests (39 to 48) stand with §7. */
export const section11: RulesRead = {
  '11.1a': held(
    '请求写明金额、算法、事实和理由。',
    'The claim states amount, method, facts and grounds.',
    'party-changes › are recorded with base, multiple and circumstances',
    'edge-cases-claims › states base, multiple and circumstances, each as the rule knows them',
  ),
  '11.1b': held(
    '一审辩论终结前可以增加。',
    'It may be added until the first-instance debate ends.',
    'edge-cases-claims › before the debate ends the claim is recorded without a warning',
    'party-changes › are too late after the debate of the first instance, which the court decides',
  ),
  '11.1c': held(
    '商业秘密以外的不正当竞争不支持。',
    'Not in unfair competition other than trade secrets.',
    'edge-cases-claims › over unfair competition is warned of, over a trade secret it is not',
  ),
  '11.1d': held(
    '法定赔偿不得作为基数。',
    'Statutory damages are no base.',
    'edge-cases-claims › rests on no statutory damages: they are no base that could be chosen',
  ),
  '11.1e': held(
    '总额不超过基数五倍，倍数可以不是整数。',
    'Five times the base at most; the multiple need not be whole.',
    'party-changes › over five times the base are warned of with the article; the multiple need not be whole',
  ),
  '11.1f': held(
    '故意、情节和已缴罚款由法院考虑。',
    'Intent, seriousness and fines paid are weighed by the court.',
    'edge-cases-recorded › are put down as the claimant says them, and change neither claim nor outcome: a court weighs them',
  ),
  '11.1g': held(
    '停止侵权承诺须写明义务人和日期。',
    'The promise to stop names who and from when.',
    'edge-cases-inside › can only be named where the clause says by whom and from which day: one without a day is warned of',
  ),
  '11.1h': held(
    '告知双方：承诺停止后再犯的，可以认定故意。',
    'Both sides are told that breaking the promise may show intent.',
    'edge-cases-claims › is told to both sides beforehand, in the notice of their rights',
  ),
  '11.1i': held(
    '行政裁决不作为“处罚或者裁判后再犯”。',
    'An administrative ruling does not count as a penalty or a decision.',
    'edge-cases-claims › counts a penalty and a court decision as repetition, and has no entry for an administrative ruling',
  ),
  '11.1j': held(
    '有效通知的内容、方式、回执和日期记在一处。',
    'A notice that had effect is kept as one record with its proof.',
    'edge-cases-claims › is one record: the day it arrived, what was said, and the paper that proves it',
  ),
  '11.2a': held(
    '市级部门管辖本市的裁决；重大、涉外的由省级或者国家局办理。',
    'The city’s department rules here; major cases go up.',
    'competence › for a patent ruling is the one of the city; province and CNIPA stand behind it',
    'ruling › of national importance is not for the city, and the reason must be said by the office of the State',
  ),
  '11.2b': held(
    '可以指定管辖、移送管辖。',
    'It may be assigned or moved to another department.',
    'ruling › moves to another department by a decision and a handoff, with the sender in charge until it is accepted',
  ),
  '11.2c': held(
    '受委托机构办理裁决须有委托。',
    'A commissioned body needs its commission.',
    'ruling › to a centre or a county without a commission warns, and its filing is not stopped',
  ),
  '11.2d': held(
    '裁决后再次侵权的，可以立案处罚。',
    'A repeated infringement after a ruling may be penalised.',
    'routes-of-authorities › opens a penalty case at the department, one at a time, and the ruling stands',
  ),
  '11.2e': held(
    '没有读到条文的省办法只整体引用。',
    'The provincial measures are cited as a whole.',
    'edge-cases-law › are cited as a whole, never by an article, and marked',
  ),
  '11.2f': held(
    '举证期限可以经申请延长，延长期间不计入办案期限。',
    'The evidence period may be extended, and those days stop the term to conclude.',
    'ruling › extends no evidence period that was not set, and none backwards',
    'clocks-ruling › stand still for the days by which a party’s evidence period was extended at its request',
  ),
  '11.2g': held(
    '先行登记保存七日内处理。',
    'Registered preservation is decided on within seven days.',
    'clocks-ruling › holds evidence under registered preservation for seven days at most',
  ),
  '11.2h': held(
    '鉴定应在举证期限届满前申请。',
    'An appraisal is asked for before the evidence period ends.',
    'ruling › warns of an appraisal asked for after the evidence period, and begins no second test before the first is back',
  ),
  '11.2i': held(
    '外文证据没有译文的，视为未提交；境外证据须公证认证；可以申请调查通知书。',
    'Foreign-language evidence needs a translation, evidence from abroad its notarisation; an investigation notice may be asked for.',
    'evidence › a paper in a foreign language › without a translation is marked with the article, and stands as a task until one follows',
    'evidence › counts as not submitted: hearing and ruling are warned of it, and go on when that is taken',
    'evidence › evidence from abroad › %s is marked',
    'evidence › is asked for by the party’s own agent, and the application waits on the desk until it is answered',
  ),
  '11.2j': held(
    '拒不提供证据的，可以推定。',
    'Evidence withheld may count against the holder.',
    'edge-cases-recorded › is on record with what it was told and said, and presumes nothing: the panel rules as it finds',
  ),
  '11.2k': held(
    '移送机关收集的材料可以作为证据使用。',
    'What the transferring organ collected may be used as evidence.',
    'edge-cases-recorded › may be used as evidence with its origin, while the record of a mediation, which is no such organ, is kept out',
  ),
  '11.3a': held(
    '专利适用专利调解办法，其他权利适用省行政调解办法。',
    'Patents follow their own measures, other rights the general ones.',
    'edge-cases-law › lead to mediation by the patent department for patents, and under the general measures for the rest',
  ),
  '11.3b': held(
    '没有读到期限的，不显示已核实的期限。',
    'Where no term was read, no clock is shown.',
    'edge-cases-law › set no clock for a mediation under the general measures',
    'official-mediation › runs without a clock of its own, because no term was read, and ends in an agreement under its seal',
  ),
  '11.3c': held(
    '行政调解不代替查处：开始和结束都不影响执法案件。',
    'Mediation does not replace enforcement, whether it opens or ends.',
    'routes-of-authorities › is with the regulator again when it brings nothing, for its case goes on',
    'penalty › awards no damages: those are mediated on request of both sides, or sued for',
  ),
  '11.3d': held(
    '行政调解依双方申请。',
    'It is opened when both sides ask.',
    'routes-of-authorities › opens a mediation at the same regulator when both sides ask, and not when one does',
  ),
  '11.4a': held(
    '终止时告知其他途径，未告知的标记。',
    'The end comes with the other routes told, or with a mark.',
    'edge-cases-inside › is recorded with the mark, the article and the repair',
  ),
  '11.4b': held(
    '可以就部分事项达成协议。',
    'An agreement may cover a part.',
    'edge-cases-mediation › has its own matter, its own window and its own end',
  ),
  '11.4c': held(
    '无争议事实须在未达成协议时、经各方签字记载。',
    'Undisputed facts: without an agreement, and signed by both.',
    'edge-cases-mediation › are recorded only on a paper that both sides signed, and only where no agreement came about',
  ),
  '11.4d': held(
    '裁决前可以调解。',
    'Mediation may come before a ruling.',
    'official-mediation › T20: waits while the department mediates, and its days do not count',
  ),
  '11.4e': held(
    '给付内容的协议可以申请赋予强制执行公证。',
    'An agreement to pay or deliver may become an enforceable notarised instrument.',
    'titles › once notarised is a title to wait with, and two years to enforce it run from its last day',
  ),
  '11.4f': held(
    '可以依仲裁条款制作裁决书、调解书。',
    'Arbitration may turn a settlement into an award.',
    'routes-titles › with a settlement that is to become an award (T12), and the settlement must be in the packet',
  ),
  '11.4g': held(
    '共同向法院申请确认，确认后可以执行。',
    'Both apply for confirmation; then it is enforceable.',
    'clocks › can be brought to a court for thirty days from its effect, on the matter and not on the proceeding',
    'enforcement › of a confirmed agreement is taken by the court that confirmed it (T28)',
  ),
  '11.4h': held(
    '法院在当事人不拒绝时先行调解。',
    'A court mediates first only where nobody refuses.',
    'court-mediation › is not sent before everybody agreed',
  ),
  '11.4i': held(
    '首先接收的机构牵头；可以邀请协助人员。',
    'The first receiver leads; helpers may be invited.',
    'edge-cases-recorded › are led by whoever received it first, until another accepts; what they agree stays a task with the leader',
    'edge-cases-recorded › have helpers in a mediation only with the consent of every party',
  ),
  '11.5a': held(
    '只移交材料符合要求的投诉，移交不全的标记。',
    'Only complete complaints are passed on; others are marked.',
    'sources › marks papers that were passed on before they were complete',
  ),
  '11.5b': held(
    '撤展措施有三个独立的理由，只有一个是期限。',
    'Three separate grounds of a measure, one of them a matter of time.',
    'sources › knows three separate grounds of a measure, of which only the missing reply is a matter of time',
  ),
  '11.5c': held(
    '展会结束时移交。',
    'It is handed over when the show closes.',
    'sources › is handed over on the closing day, wherever it is by then',
  ),
  '11.5d': held(
    '主管部门可以按展期设定答复期。',
    'The department may set the time to reply to fit the show.',
    'sources › is replied to within the time the department set to fit the show, in hours or in days',
  ),
  '11.6a': held(
    '卷号与协议编号分别登记。',
    'The number of the file and that of the agreement are kept apart.',
    'edge-cases-inside › of the agreement and of the volume are both typed in, and neither is made from the other',
  ),
  '11.6b': held(
    '结案前应有回访记录。',
    'A return visit precedes the closing.',
    'edge-cases-inside › may both be missing, and a closing without a return visit is warned of',
  ),
  '11.6c': notHeld(
    '各类文书的栏目。',
    'The fields of the paper forms.',
    text(
      '司法部格式的原文没有读到；程序收录纸面文书并登记其要素，不印制纸面格式。',
      'The forms themselves were not read. The program keeps the papers and records what they say; it does not print the forms.',
    ),
  ),
  '11.7a': held(
    '工作站是委员会的下级机构，案件可以转交。',
    'Work stations belong to the committee, and may take a case over.',
    'seeds/reference › are on the system only at the city centre, the committee with its stations, and the Zhifu court',
    'commands-access › moves to another committee only when it accepts; until then the sender answers',
  ),
  '11.7b': held(
    '兼任执法人员的调解员，不得办理同一争议的查处。',
    'A mediator who is an enforcement officer keeps away from the enforcement of the same matter.',
    'edge-cases-parties › may not handle the enforcement of what he mediated: filing the case so is marked, with the repair',
  ),
  '11.7c': held(
    '成批同类案件一次登记，每案一协议、一期限。',
    'Serial cases are taken in at once, each with its agreement and clock.',
    'server/batches › is opened row by row, each case as if it had been typed, and forgets what stood in the row',
    'server/series › is on record in each of them with its own sum, and its paper lies on each file under one hash',
  ),
  '11.8a': held(
    '没有登记机构规则的，不显示机构期限。',
    'Without rules on record no date of an institution is shown.',
    'arbitration › shows no date that only the institution could set while no rules are recorded',
  ),
  '11.8b': held(
    '示例规则停用。',
    'Example rules are switched off.',
    'arbitration › offers no rules of an institution that are switched off',
    'proof › is one that was read, has no rule, and says why',
  ),
  '11.9a': held(
    '2026年放假和调休日照通知。',
    'The days off and make-up days of 2026 are those of the notice.',
    'calendar-holidays › has for 2026 the days of the State Council notice',
  ),
  '11.9b': held(
    '2027年通知公布前结果均为暂定。',
    'Results in 2027 stay provisional.',
    'calendar-holidays › holds every year from 2004 to 2026 as official and nothing later',
    'calendar-holidays › answers provisionally for a holiday, a weekend and an ordinary day alike',
  ),
  '11.10a': held(
    '三日告知技术调查官只约束法院。',
    'The three days to tell of an investigator bind courts only.',
    'edge-cases-law › run in a suit and not at a department',
  ),
  '11.10b': held(
    '举证期限、证据保存、展会期限各有规则。',
    'Evidence period, preservation and exhibitions have their rules.',
    'law-data › are exactly those of the notes and those that others set themselves',
  ),
  '11.11': held(
    '没有读到的文本不据以计算期限，也不单独据以拦截。',
    'The texts that could not be read set no day, and refuse nothing by themselves.',
    'edge-cases-law › set no day of any clock',
    'edge-cases-law › refuse nothing: a refusal that cites one rests on a law that was read too',
  ),
};
