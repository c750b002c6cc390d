/** Numbers and closed lists of administrative penalty proceedings that are not clocks. */
import { text } from '../text.ts';
import type { Basis, Verified } from './law.ts';
import type { Reason } from './reasons.ts';

/** How many days the head alone may add to the handling term; more takes a collective decision of the heads. */
export const headMayExtendDays = 30;

/** How many officers handle a case at least, and investigate a suspected crime (PENL 42, TRR 5). */
export const fewestOfficers = 2;

const handling: Basis = { instrument: 'PENP', article: '第六十四条' };

/** What is not counted in the handling term beside suspension and hearing; each begins and ends by facts of its name. */
export const excludedTimes = {
  publicNotice: { label: text('公告期间', 'Public notice'), basis: [handling], verified: 'secondary' },
  inspection: {
    label: text('检测、检验、检疫、鉴定期间', 'Testing, inspection, quarantine or appraisal'),
    basis: [handling],
    verified: 'secondary',
  },
  identification: {
    label: text('权利人辨认或者鉴别期间', "The right holder's identification of the goods"),
    basis: [handling],
    verified: 'secondary',
  },
  refund: {
    label: text('责令退还多收价款期间', 'Ordered refund of overcharged prices'),
    basis: [handling],
    verified: 'secondary',
  },
} as const satisfies Record<string, Reason>;
export type ExcludedTime = keyof typeof excludedTimes;

function reason(zh: string, en: string, verified: Verified, ...basis: readonly Basis[]): Reason {
  return { label: text(zh, en), basis, verified };
}

/** Why an authority does not file a case. */
export const notFiledReasons = {
  noInfringement: reason('初步核查未发现违法行为', 'First checks show no infringement', 'secondary', {
    instrument: 'PENP',
    article: '第十九条',
  }),
  notCompetent: reason('不属于本机关管辖', "Outside this authority's competence", 'secondary', {
    instrument: 'PENP',
    article: '第十九条',
  }),
  limitationPassed: reason('违法行为已超过追责期限', 'Too long ago to be penalised', 'text', {
    instrument: 'PENL',
    article: '第三十六条',
  }),
  withdrawn: reason('投诉人撤回且无需查处', 'The complaint was withdrawn and nothing needs enforcement', 'secondary', {
    instrument: 'PENP',
    article: '第十九条',
  }),
  other: reason('其他不予立案的情形', 'Another reason', 'secondary', { instrument: 'PENP', article: '第十九条' }),
} as const satisfies Record<string, Reason>;

/** How a filed case ends without a penalty. */
export const endingsWithoutPenalty = {
  noViolation: reason('违法事实不能成立', 'No violation is established', 'text', {
    instrument: 'PENL',
    article: '第五十七条(三)',
  }),
  lawfulSource: reason(
    '销售者不知情且能证明合法来源，责令停止销售',
    'Innocent seller with a lawful source: ordered to stop selling',
    'text',
    { instrument: 'TM19', article: '第六十条第二款' },
  ),
  notPunished: reason('轻微并及时改正，或初次违法危害轻微，不予处罚', 'Minor: not penalised', 'text', {
    instrument: 'PENL',
    article: '第三十三条',
  }),
  dropped: reason('撤销案件或者终止调查', 'Dropped', 'text', { instrument: 'PENL', article: '第五十七条' }),
} as const satisfies Record<string, Reason>;
export type EndingWithoutPenalty = keyof typeof endingsWithoutPenalty;

/** Why a case is suspended. For trademarks ownership in dispute or a suit of the right holder: may, not must. */
export const suspensionReasons = {
  ownershipInDispute: reason('商标权属存在争议', 'Ownership of the mark is in dispute', 'text', {
    instrument: 'TM19',
    article: '第六十二条',
  }),
  rightHolderSued: reason('权利人同时向法院起诉', 'The right holder sues at the same time', 'text', {
    instrument: 'TM19',
    article: '第六十二条',
  }),
  validityChallenged: reason('权利效力正在被审查', 'The validity of the right is under review', 'text', {
    instrument: 'TM19',
    article: '第六十二条',
  }),
  otherCase: reason('须以另案结果为依据', 'Another case must be decided first', 'memory', {
    instrument: 'PENP',
    article: '第四十六条',
  }),
  personUnknown: reason('当事人无法查明或者下落不明', 'The party cannot be found', 'memory', {
    instrument: 'PENP',
    article: '第四十六条',
  }),
} as const satisfies Record<string, Reason>;

/** Compulsory measures of an authority. */
export const compulsoryMeasures = {
  seal: reason('查封', 'Sealed on the spot', 'text', { instrument: 'TM19', article: '第六十二条' }),
  seize: reason('扣押', 'Seized', 'text', { instrument: 'TM19', article: '第六十二条' }),
  registerEvidence: reason('先行登记保存', 'Registered preservation of evidence', 'text', {
    instrument: 'PENL',
    article: '第五十六条',
  }),
} as const satisfies Record<string, Reason>;
