/** What follows from other cases over the same right, product or people. Pure; says only what the actor may know of both. */
import { knownMatters, knownParties, knows } from '../access.ts';
import type { Actor, CaseFile, Id, Matter, Party } from '../case-file.ts';
import { factsOf } from '../facts.ts';
import { kit } from '../machines.ts';
import { awardInForce, courtDecisionInForce, titleOver } from '../path/standing.ts';
import type { Basis } from '../rules/law.ts';
import { type Text, text } from '../text.ts';
import { isSamePerson, productKey, rightKey, shares } from './keys.ts';

interface FindingRule {
  readonly label: Text;
  /** What follows from it. */
  readonly follows: Text;
  readonly basis: readonly Basis[];
  /** Whether whoever changes the case must say that it was seen. */
  readonly acknowledge: boolean;
}

/** What may be found; the order is the order in which it is shown. */
export const findingRules = {
  'related-double-filing': {
    label: text('可能重复立案', 'Perhaps filed twice'),
    follows: text(
      '同一权利、同一对方已有在办案件。请核对是否同一争议；是的，不再另行办理，可并入或关联。',
      'A case over the same right against the same side is open. If it is the same dispute, do not run it twice: absorb or link it.',
    ),
    basis: [
      { instrument: 'CPL', article: '第一百二十七条(五)' },
      { instrument: 'O81', article: '第十二条(五)' },
    ],
    acknowledge: true,
  },
  'related-suit-or-ruling': {
    label: text('同一争议已在裁判或裁决中', 'The same dispute is before a court or an authority'),
    follows: text(
      '已起诉的，不能再请求专利行政裁决；须以另一案的结果为依据的，可以中止。',
      'After a suit no patent ruling can be asked for; what depends on the other case may be stayed.',
    ),
    basis: [
      { instrument: 'O81', article: '第十二条(五)' },
      { instrument: 'CPL', article: '第一百五十三条' },
      { instrument: 'TM19', article: '第六十二条' },
      { instrument: 'TM26', article: '第七十六条' },
    ],
    acknowledge: true,
  },
  'related-invalidation': {
    label: text('权利正被请求宣告无效', 'The right is under a request for invalidation'),
    follows: text(
      '本案按所在程序的规则应当或可以中止；调解应告知双方。',
      'This case must or may be stayed by the rules of its proceeding; in mediation tell both sides.',
    ),
    basis: [
      { instrument: 'O81', article: '第二十八条、第二十九条' },
      { instrument: 'PDR', article: '第五条至第七条' },
    ],
    acknowledge: true,
  },
  'related-repeat-infringement': {
    label: text('生效文书之后可能再次侵权', 'Perhaps repeated after a decision in force'),
    follows: text(
      '同一权利对同一对方已有生效裁判、裁决或协议。再次侵犯同一专利的可直接裁决；再次侵权可作为惩罚性赔偿的依据，是否成立由裁判机关认定。',
      'A decision or agreement in force binds the same side over the same right. A patent department may rule directly; repetition may ground punitive damages. Whether it is one is for the deciding body.',
    ),
    basis: [
      { instrument: 'O81', article: '第三十四条' },
      { instrument: 'PUN26', article: '第六条、第七条' },
      { instrument: 'TM19', article: '第六十条' },
      { instrument: 'TM26', article: '第七十四条' },
    ],
    acknowledge: true,
  },
  'related-exhibition-repeat': {
    label: text('展会重复投诉', 'Complained of at exhibitions before'),
    follows: text(
      '同一权利、同一当事人曾在展会被投诉或投诉过。请核对此前结果；恶意重复投诉的，依展会规则处理（待核实）。',
      'The same right and people met at an exhibition before: look at the result. Bad-faith repetition follows the rules of exhibitions (to be confirmed).',
    ),
    basis: [{ instrument: 'EXM', article: '第十条' }],
    acknowledge: true,
  },
  'related-sham-signs': {
    label: text('虚假调解的迹象', 'Signs of a sham mediation'),
    follows: text(
      '同样的双方多次调解达成协议、两案互换立场，或双方由同一人代理。请核实争议是否真实；有嫌疑的，停止调解并报告。这只是提示，不是认定。',
      'The same two sides settled several times, changed sides, or are represented by one person. Check that the dispute is real; if suspect, stop and report. A hint, no finding.',
    ),
    basis: [
      { instrument: 'IMR', article: '第十八条' },
      { instrument: 'CMR', article: '第十七条、第二十一条' },
      { instrument: 'CPL', article: '第一百一十五条' },
    ],
    acknowledge: true,
  },
  'related-same-right': {
    label: text('同一权利的其他案件', 'Other cases over the same right'),
    follows: text(
      '可以关联为系列案件；一案认定权利无效会影响其他案件。',
      'They may be linked as a series; if the right falls in one, the others are touched.',
    ),
    basis: [{ instrument: 'O81', article: '第二十一条' }],
    acknowledge: false,
  },
  'related-same-product': {
    label: text('同一产品的其他案件', 'Other cases over the same product'),
    follows: text('可能需要一并查清产品来源。', 'Where the product comes from may have to be found out in both.'),
    basis: [],
    acknowledge: false,
  },
} as const satisfies Readonly<Record<string, FindingRule>>;
export type FindingCode = keyof typeof findingRules;

/** Something found in another case; `other` null: in this case itself. */
export interface Finding {
  readonly code: FindingCode;
  readonly other: Id | null;
  readonly otherCode: string | null;
}

/** What an actor may be told about `caseFile` in the light of `others`. The order of the table, then of the others. */
export function findingsOf(caseFile: CaseFile, others: readonly CaseFile[], actor: Actor): readonly Finding[] {
  const pairs = others
    .filter((other) => other.id !== caseFile.id && knows(other, actor))
    .flatMap((other) => pairsOf(caseFile, other, actor));
  const settledBefore = new Set(pairs.filter(isSettledBetweenTheSame).map(({ other }) => other.id));
  const found = pairs.flatMap((pair) =>
    followsFrom(caseFile, pair, settledBefore).map(
      (code): Finding => ({ code, other: pair.other.id, otherCode: pair.other.header.code }),
    ),
  );
  const once = [...new Map(found.map((one) => [`${one.code} ${one.other}`, one])).values()];
  const own: readonly Finding[] = oneAgentForBoth(caseFile, actor)
    ? [{ code: 'related-sham-signs', other: null, otherCode: null }]
    : [];
  // The keys of the table are exactly the codes; Object.keys forgets that.
  const order = Object.keys(findingRules) as FindingCode[];
  return [...own, ...once].toSorted((left, right) => order.indexOf(left.code) - order.indexOf(right.code));
}

/** How two matters are alike, as far as the actor may know the people of both. */
interface Likeness {
  readonly right: boolean;
  readonly product: boolean;
  readonly claimants: boolean;
  readonly respondents: boolean;
  readonly reversed: boolean;
}

/** A matter of another case with what it has in common with one of this case. */
interface Pair {
  readonly other: CaseFile;
  readonly far: Matter;
  readonly like: Likeness;
}

function pairsOf(caseFile: CaseFile, other: CaseFile, actor: Actor): readonly Pair[] {
  return mattersKnown(caseFile, actor).flatMap((matter) =>
    mattersKnown(other, actor).map((far) => ({ other, far, like: likenessOf(caseFile, matter, other, far, actor) })),
  );
}

function isSettledBetweenTheSame({ other, far, like }: Pair): boolean {
  return like.claimants && like.respondents && factsOf(other, 'agreementEffective', { matter: far.id }).length > 0;
}

function followsFrom(caseFile: CaseFile, pair: Pair, settledBefore: ReadonlySet<Id>): readonly FindingCode[] {
  const { other, far, like } = pair;
  const codes: FindingCode[] = [];
  const running = Object.values(other.proceedings).filter(
    ({ endedOn, matters }) => endedOn === null && matters.includes(far.id),
  );
  const runs = (...channels: readonly string[]) => running.some(({ channel }) => channels.includes(channel));
  if (like.right && like.respondents) {
    if (isInForce(other, far)) codes.push('related-repeat-infringement');
    else if (runs('litigation', 'arbitration', 'adminRuling')) codes.push('related-suit-or-ruling');
    else if (!kit.meta(far.slot).over) codes.push('related-double-filing');
  }
  const atExhibitions = caseFile.header.source === 'exhibition' && other.header.source === 'exhibition';
  if (like.right && atExhibitions && (like.respondents || like.claimants)) codes.push('related-exhibition-repeat');
  if (like.right && runs('invalidation')) codes.push('related-invalidation');
  if (like.reversed || (isSettledBetweenTheSame(pair) && settledBefore.size >= severalTimes))
    codes.push('related-sham-signs');
  if (like.right && !like.respondents) codes.push('related-same-right');
  if (like.product && !like.right) codes.push('related-same-product');
  return codes;
}

/** From how many settled mediations of the same two sides on it is shown. A house rule, no law. */
const severalTimes = 2;

/** Whether a decision or a settlement over a matter is in force: what was undone since does not count. */
function isInForce(caseFile: CaseFile, { id }: Matter): boolean {
  return (
    courtDecisionInForce(caseFile, id) ||
    awardInForce(caseFile, [id]) ||
    titleOver(caseFile, id) !== null ||
    factsOf(caseFile, 'agreementEffective', { matter: id }).length > 0
  );
}

function mattersKnown(caseFile: CaseFile, actor: Actor): readonly Matter[] {
  const known = knownMatters(caseFile, actor);
  return Object.values(caseFile.matters).filter(({ id }) => known.has(id));
}

function likenessOf(near: CaseFile, matter: Matter, far: CaseFile, other: Matter, actor: Actor): Likeness {
  const of = (caseFile: CaseFile, ids: readonly Id[]) => {
    const known = knownParties(caseFile, actor);
    return ids.flatMap((id) => (known.has(id) ? (caseFile.parties[id] ?? []) : []));
  };
  const [claimants, respondents] = [of(near, matter.claimants), of(near, matter.respondents)];
  const [theirs, against] = [of(far, other.claimants), of(far, other.respondents)];
  const right = rightKey(matter.right.number);
  const product = productKey(matter.product);
  return {
    right: right !== null && right === rightKey(other.right.number),
    product: product !== null && product === productKey(other.product),
    claimants: meet(claimants, theirs),
    respondents: meet(respondents, against),
    reversed: meet(claimants, against) && meet(respondents, theirs),
  };
}

function meet(left: readonly Party[], right: readonly Party[]): boolean {
  return left.some((one) => right.some((other) => isSamePerson(one, other)));
}

/** One person acts for both sides. */
function oneAgentForBoth(caseFile: CaseFile, actor: Actor): boolean {
  const known = knownParties(caseFile, actor);
  const marks = (side: Party['side']) =>
    Object.values(caseFile.parties)
      .filter((party) => party.side === side && known.has(party.id))
      .flatMap(({ agents }) => agents.flatMap((agent) => agent.marks ?? []));
  return shares(marks('claimant'), marks('respondent'));
}
