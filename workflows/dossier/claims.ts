/** What is claimed and what is said against it: defences, counterclaims, punitive damages. */
import { type CaseFile, type Id, type Matter, patchPart, withPart } from '../case-file.ts';
import { channelOf } from '../channels/index.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { choiceOf, choicesOf, flag, itemOf, money, partyOf, person, textOf } from '../fields.ts';
import { kit } from '../machines.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';
import { disputeLabels, newParty, reliefLabels } from './opening.ts';

export const defenceGrounds = {
  lawfulSource: text('合法来源', 'Lawful source'),
  licence: text('已获许可', 'Licence'),
  priorUse: text('先用权', 'Prior use'),
  priorArt: text('现有技术、现有设计', 'Prior art or design'),
  exhaustion: text('权利用尽', 'Exhaustion'),
  noSuchGoods: text('未经营该商品', 'No such goods'),
  notSimilar: text('不相同也不近似、未落入保护范围', 'Not the same, outside the scope'),
  rightNotValid: text('权利无效或已届满', 'The right is invalid or has expired'),
  limitation: text('诉讼时效已过', 'Limitation has run out'),
  other: text('其他', 'Other'),
} as const;

const insideMediation = ({ proceeding }: Context<unknown>) => channelOf(proceeding!.channel)?.family === 'mediation';

/** What a respondent says against the claim, as facts that can be counted. Said in a mediation, it stays inside. */
const recordDefence = command({
  type: 'recordDefence',
  target: 'proceeding',
  kind: 'fact',
  label: text('登记抗辩', 'Record a defence'),
  by: deskRoles,
  relation: 'custodian',
  fields: {
    party: partyOf({ label: text('提出抗辩的当事人', 'Party that raises it') }),
    ground: choiceOf({ label: text('抗辩事由', 'Ground'), of: defenceGrounds }),
    supplier: person({
      label: text('供货人（合法来源）', 'Supplier (lawful source)'),
      hint: text(
        '登记后成为本案第三人，由承办人决定是否追加。',
        'Becomes a third party of the case; whether it is joined is decided later.',
      ),
      optional: true,
    }),
    evidence: itemOf({ label: text('证据', 'Evidence'), optional: true }),
  },
  requires: [
    dataRequirement<{ ground: string; supplier: object | null }>({
      code: 'supplier-needs-lawful-source',
      basis: [],
      check: ({ data }) =>
        data.supplier === null || data.ground === 'lawfulSource'
          ? null
          : {
              text: text('只有主张合法来源时才登记供货人。', 'A supplier belongs to the defence of lawful source.'),
              field: 'supplier',
            },
    }),
    dataRequirement<{ supplier: object | null }>({
      code: 'supplier-named-in-mediation',
      basis: [{ instrument: 'IMR', article: '第二十二条' }],
      check: (context) =>
        context.data.supplier === null || !insideMediation(context)
          ? null
          : {
              text: text(
                '调解中说出的供货人不能直接登记为本案当事人。',
                'A supplier named inside a mediation does not become a party of the case by that.',
              ),
              instead: text('征得该方同意后，用“增加当事人”登记。', 'With that side’s consent, add it as a party.'),
              field: 'supplier',
            },
    }),
  ],
  apply: (context) => {
    const { data, caseFile, given } = context;
    const supplier = data.supplier === null ? null : newParty(given.ids, 'third', data.supplier);
    return {
      ...(supplier === null
        ? {}
        : { caseFile: withPart(caseFile, 'parties', supplier.party), persons: [supplier.draft] }),
      party: data.party,
      values: { ground: data.ground, supplier: supplier?.party.id ?? null },
      compartment: insideMediation(context),
    };
  },
});

/** States in which the debate of the first instance is over. */
const afterDebate = ['judged', 'onAppeal', 'final', 'closed', 'turnedAway', 'withdrawn', 'courtMediated'];

function debateIsOver(caseFile: CaseFile, matter: Id): boolean {
  return Object.values(caseFile.proceedings).some(
    (one) =>
      one.channel === 'litigation' &&
      one.matters.includes(matter) &&
      kit.states(one.slot).some((state) => afterDebate.includes(state)),
  );
}

/** The respondent claims in the same proceeding: a matter of its own with the sides turned round (CPL 143, CPLI 232-233). */
const raiseCounterclaim = command({
  type: 'raiseCounterclaim',
  target: 'matter',
  kind: 'fact',
  label: text('登记反诉（反请求）', 'Record a counterclaim'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    dispute: choiceOf({ label: text('争议类型', 'Kind of dispute'), of: disputeLabels }),
    relief: choicesOf({ label: text('请求', 'Relief asked for'), of: reliefLabels }),
    amountFen: money({ label: text('标的额', 'Amount in dispute'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'counterclaim-without-suit',
      basis: [{ instrument: 'CPL', article: '第一百四十三条' }],
      check: ({ caseFile, matter }) =>
        hearing(caseFile, matter!.id).length > 0
          ? null
          : {
              text: text(
                '反诉（反请求）只能在正在进行的诉讼或者仲裁中提出。',
                'A counterclaim is raised in a suit or an arbitration that is going on.',
              ),
            },
    }),
    stateRequirement({
      code: 'counterclaim-after-debate',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CPLI', article: '第二百三十二条' }],
      check: ({ caseFile, matter }) =>
        debateIsOver(caseFile, matter!.id)
          ? {
              text: text(
                '反诉应在法庭辩论结束前提出，是否合并由法院决定。',
                'A counterclaim comes before the debate ends; the court decides.',
              ),
            }
          : null,
    }),
  ],
  apply: ({ data, caseFile, given, matter }) => {
    const counter: Matter = {
      ...matter!,
      id: given.ids(),
      claimants: matter!.respondents,
      respondents: matter!.claimants,
      dispute: data.dispute,
      relief: data.relief,
      amountFen: data.amountFen,
      splitFrom: matter!.id,
    };
    const joined = hearing(caseFile, matter!.id).reduce(
      (file, one) => patchPart(file, 'proceedings', one.id, { matters: [...one.matters, counter.id] }),
      withPart(caseFile, 'matters', counter),
    );
    return {
      caseFile: joined,
      matters: [matter!.id, counter.id],
      values: { against: matter!.id, matter: counter.id },
      body: { ...data, splitOff: counter.id },
    };
  },
});

/** The suit or arbitration in which a matter is still undecided. */
function hearing(caseFile: CaseFile, matter: Id) {
  return Object.values(caseFile.proceedings).filter(
    (one) =>
      (one.channel === 'litigation' || one.channel === 'arbitration') &&
      one.endedOn === null &&
      one.matters.includes(matter) &&
      one.outcomes[matter] === undefined,
  );
}

const punitiveBases = {
  actualLoss: text('实际损失', 'Actual loss'),
  gain: text('违法所得或者侵权获利', "The infringer's gain"),
  licenceReference: text('参照许可使用费', 'By reference to the licence fee'),
} as const;

const punitiveCircumstances = {
  afterNotice: text('经有效通知后仍继续实施', 'Went on after effective notice'),
  sameController: text('与权利人存在关联关系而明知', 'Related to the right holder and knew'),
  dealings: text('有业务往来或者磋商而接触', 'Met the right through dealings or negotiation'),
  piracy: text('盗版、假冒商标、假冒专利', 'Piracy, counterfeiting, passing off'),
  brokePromise: text('和解承诺停止后再次实施', 'Did it again after a settlement to stop'),
  afterPenalty: text('行政处罚或者法院裁判后再犯', 'Again after a penalty or a court decision'),
  defiedPreservation: text('拒不执行保全裁定', 'Refused a preservation ruling'),
  hidEvidence: text('伪造、毁坏、隐匿证据', 'Forged, destroyed or hid evidence'),
  mainBusiness: text('以侵权为业', 'Infringement is the business'),
  hugeProfit: text('获利巨大或者损失严重', 'Huge profit or heavy loss'),
} as const;

interface Punitive {
  readonly amountFen: number;
  readonly baseFen: number;
}

/** Punitive damages as the claimant puts them: amount, base, method and circumstances. What the court will make of it only warns. */
const claimPunitiveDamages = command({
  type: 'claimPunitiveDamages',
  target: 'matter',
  kind: 'fact',
  label: text('登记惩罚性赔偿请求', 'Record a claim for punitive damages'),
  hint: text(
    '一审法庭辩论结束前提出；基数不得为法定赔偿；含惩罚性赔偿的总额不超过基数的五倍；合理开支另计。',
    'Before the debate of the first instance ends; statutory damages are no base; the total is at most five times the base; reasonable expenses come on top.',
  ),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    amountFen: money({ label: text('请求总额（含补偿性赔偿）', 'Total asked for, compensation included') }),
    baseKind: choiceOf({ label: text('基数的算法', 'How the base is computed'), of: punitiveBases }),
    baseFen: money({ label: text('基数', 'Base') }),
    multiple: textOf({
      label: text('倍数（可以不是整数）', 'Multiple (need not be whole)'),
      maxLength: 4,
      check: (multiple) =>
        /^[0-5](\.[0-9]{1,2})?$/.test(multiple)
          ? null
          : text(
              '请填写不超过五的数，可带两位小数，例如 1.5。',
              'A number up to five with at most two decimals, such as 1.5.',
            ),
    }),
    expensesSeparate: flag({ label: text('合理开支另行主张', 'Reasonable expenses are claimed separately') }),
    circumstances: choicesOf({
      label: text('故意和情节严重的事实', 'Facts of intent and seriousness'),
      of: punitiveCircumstances,
    }),
    finePaidFen: money({
      label: text('就同一行为已缴的罚款', 'Fine already paid for the same act'),
      hint: text(
        '法院确定倍数时综合考虑，不因此减免。',
        'A court weighs it when it sets the multiple; nothing is deducted here.',
      ),
      optional: true,
    }),
  },
  requires: [
    dataRequirement<Punitive>({
      code: 'punitive-total-over-five-times',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PUN26', article: '第十二条' }],
      check: ({ data }) =>
        data.amountFen <= 5 * data.baseFen
          ? null
          : {
              text: text(
                '请求总额超过基数的五倍，超过部分法院不会支持。',
                'The total is more than five times the base; a court will not award the rest.',
              ),
              field: 'amountFen',
            },
    }),
    stateRequirement({
      code: 'punitive-kind-of-case',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PUN26', article: '第五条' }],
      check: ({ matter }) =>
        matter!.right.kind === 'unfairCompetition'
          ? {
              text: text(
                '商业秘密以外的不正当竞争纠纷，除法律另有规定外不支持惩罚性赔偿。',
                'In unfair competition other than trade secrets punitive damages are not awarded unless a statute says so.',
              ),
            }
          : null,
    }),
    stateRequirement({
      code: 'punitive-after-debate',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PUN26', article: '第三条、第四条' }],
      check: ({ caseFile, matter }) =>
        debateIsOver(caseFile, matter!.id)
          ? {
              text: text(
                '一审法庭辩论终结后增加惩罚性赔偿的，二审只能调解；判决后另诉的不予受理。',
                'After the first-instance debate it can only be mediated on appeal, and a new suit for it is not accepted.',
              ),
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { baseKind: data.baseKind, circumstances: data.circumstances } }),
});

export const claimCommands: readonly CommandDefinition[] = [recordDefence, raiseCounterclaim, claimPunitiveDamages];
