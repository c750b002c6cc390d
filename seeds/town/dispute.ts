import type { CastMember } from '../cast.ts';
import { theCase } from '../stories/story.ts';
import type { Chance } from './chance.ts';
import type { Course } from './course.ts';
import {
  type County,
  companyOf,
  someBrand,
  someCounty,
  someFirm,
  somePerson,
  someShop,
  someTelephone,
  type Trade,
  trades,
} from './names.ts';
import { tellsOfSource } from './sources.ts';

type RightKind =
  | 'trademark'
  | 'copyright'
  | 'designPatent'
  | 'utilityModel'
  | 'inventionPatent'
  | 'geographicalIndication'
  | 'contract';

interface Right {
  readonly kind: RightKind;
  readonly number: string;
  readonly name: string;
}

/** A right holder that goes against many: the same right in every one of its cases. */
export interface Series {
  readonly brand: string;
  readonly holder: string;
  readonly right: Right;
  readonly trade: Trade;
}

/** A quarrel of the town; everybody in it is invented. */
export interface Quarrel {
  readonly claimant: Person;
  readonly respondents: readonly Person[];
  readonly summary: string;
  readonly right: Right;
  readonly dispute: 'infringement' | 'contract' | 'ownership' | 'reward';
  readonly relief: readonly string[];
  readonly amountFen: number;
  readonly product: string | null;
  readonly county: County;
}

interface Person {
  readonly kind: 'natural' | 'legal' | 'individualBusiness';
  readonly name: string;
  readonly telephone: string;
}

const rightWords: { readonly [kind in RightKind]: string } = {
  trademark: '注册商标专用权',
  copyright: '著作权',
  designPatent: '外观设计专利权',
  utilityModel: '实用新型专利权',
  inventionPatent: '发明专利权',
  geographicalIndication: '地理标志',
  contract: '合同权利',
};

/** A right of the kind, with a number of its form. */
function someRight(chance: Chance, kind: RightKind, brand: string, { goods }: Trade): Right {
  const number = {
    trademark: () => `第${chance.between(3_000_000, 78_999_999)}号`,
    geographicalIndication: () => `第${chance.between(5_000_000, 19_999_999)}号`,
    copyright: () => `鲁作登字-${chance.between(2019, 2025)}-F-${String(chance.between(1, 99_999)).padStart(8, '0')}`,
    designPatent: () => patentNumber(chance, 3),
    utilityModel: () => patentNumber(chance, 2),
    inventionPatent: () => patentNumber(chance, 1),
    contract: () => `HT-${chance.between(2022, 2025)}-${String(chance.between(1, 999)).padStart(3, '0')}`,
  }[kind]();
  const name = {
    trademark: brand,
    geographicalIndication: `${brand}${goods}`,
    copyright: `${brand}系列图案`,
    designPatent: goods,
    utilityModel: `一种${goods}`,
    inventionPatent: `一种${goods}的制备方法`,
    contract: `${brand}商标许可合同`,
  }[kind];
  return { kind, number, name };
}

/** A patent number with its check digit: weights 2 to 9 and 2 to 5, modulo eleven. */
function patentNumber(chance: Chance, kind: 1 | 2 | 3): string {
  const digits = `${chance.between(2018, 2024)}${kind}${String(chance.between(0, 9_999_999)).padStart(7, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  return `ZL${digits}.${sum % 11 === 10 ? 'X' : sum % 11}`;
}

/** Food has its places of origin, and other goods are patented. */
function someTrade(chance: Chance, kind: RightKind): Trade {
  const fits = ({ isFood }: Trade) =>
    kind === 'geographicalIndication'
      ? isFood
      : !['designPatent', 'utilityModel', 'inventionPatent'].includes(kind) || !isFood;
  return chance.oneOf(trades.filter(fits));
}

/** The right holder of a series, known by its number in the town. */
export function someSeries(chance: Chance): Series {
  const kind = chance.byWeight({ trademark: 70, copyright: 22, designPatent: 8 });
  const trade = someTrade(chance, kind);
  const brand = someBrand(chance);
  return { brand, holder: companyOf(brand, trade), right: someRight(chance, kind, brand, trade), trade };
}

/** What a dispute is to be about; what is not said is drawn. */
export interface About {
  readonly kinds: Partial<Record<RightKind, number>>;
  readonly series?: Series | null;
  readonly dispute?: Quarrel['dispute'];
  readonly county?: County;
}

const amounts: { readonly [kind in RightKind]: readonly [number, number] } = {
  trademark: [5_000, 80_000],
  copyright: [2_000, 30_000],
  designPatent: [20_000, 200_000],
  utilityModel: [30_000, 400_000],
  inventionPatent: [100_000, 900_000],
  geographicalIndication: [3_000, 30_000],
  contract: [30_000, 800_000],
};

export function someQuarrel(
  chance: Chance,
  { kinds, series = null, dispute = 'infringement', county }: About,
): Quarrel {
  const where = county ?? someCounty(chance);
  const brand = series?.brand ?? someBrand(chance);
  // A table of weights has a weight for each of its keys.
  const kind = chance.byWeight(kinds as Record<RightKind, number>);
  const trade = series?.trade ?? someTrade(chance, kind);
  const right = series?.right ?? someRight(chance, kind, brand, trade);
  const [least, most] = amounts[right.kind];
  const isShop = ['trademark', 'copyright', 'geographicalIndication'].includes(right.kind);
  const count = isShop && series === null && chance.happens(0.08) ? 2 : 1;
  const holder = series?.holder ?? companyOf(brand, trade);
  const claimant: Person =
    dispute === 'reward' || (series === null && chance.happens(0.08))
      ? { kind: 'natural', name: somePerson(chance), telephone: someTelephone(chance) }
      : { kind: 'legal', name: holder, telephone: `0535-6000${chance.between(100, 999)}` };
  const respondents = Array.from({ length: count }, (): Person => {
    const telephone = someTelephone(chance);
    return isShop && chance.happens(0.85)
      ? { kind: 'individualBusiness', name: someShop(chance, where, trade), telephone }
      : { kind: 'legal', name: someFirm(chance, where), telephone };
  });
  return {
    claimant,
    respondents,
    summary: summaryOf(right, dispute, trade),
    right,
    dispute,
    relief: dispute === 'infringement' ? ['stop', 'damages'] : dispute === 'ownership' ? ['other'] : ['damages'],
    amountFen: chance.between(least / 1_000, most / 1_000) * 100_000,
    product:
      dispute === 'infringement' && chance.happens(0.4) ? `${brand}${trade.goods}${chance.between(10, 99)}型` : null,
    county: where,
  };
}

function summaryOf({ kind, name }: Right, dispute: Quarrel['dispute'], { goods }: Trade): string {
  if (dispute === 'contract') return `${name}的使用费和解除后果争议。`;
  if (dispute === 'ownership') return `“${name}”的专利权归属争议。`;
  if (dispute === 'reward') return `“${name}”职务发明人的奖励、报酬争议。`;
  return `被指销售的${goods}侵害“${name}”${rightWords[kind]}。`;
}

/** How cases come in at a desk, by weight. */
const doors = { window: 50, telephone: 18, online: 14, platform: 8, market: 6, exhibition: 4 } as const;

/** Somebody registers the quarrel where they work; what the radar says is read and acknowledged. */
export function opens(course: Course, by: CastMember, quarrel: Quarrel, known?: string): void {
  const { right } = quarrel;
  const source = known ?? course.chance.byWeight(doors);
  course.gives(
    by,
    'openCase',
    theCase,
    {
      claimant: quarrel.claimant,
      respondents: quarrel.respondents.map((who) => ({ who })),
      summary: quarrel.summary,
      source,
      rightKind: right.kind,
      rightNumber: right.number,
      rightName: right.name,
      dispute: quarrel.dispute,
      relief: quarrel.relief,
      amountFen: quarrel.amountFen,
      product: quarrel.product,
      urgent: course.chance.happens(0.04),
    },
    { acknowledged: radar },
  );
  if (quarrel.dispute === 'infringement') tellsOfSource(course, by, source, quarrel);
}

/** What other cases may say to a new one. */
const radar = [
  'related-double-filing',
  'related-suit-or-ruling',
  'related-invalidation',
  'related-repeat-infringement',
  'related-exhibition-repeat',
  'related-sham-signs',
] as const;
