import { type Text, text } from '../../workflows/index.ts';

/** A figure of the town: what it is, and whether a source says so or it was invented. */
export interface Figure {
  readonly value: number;
  readonly source: Text;
  readonly invented: boolean;
}

const sourced = (value: number, zh: string, en: string): Figure => ({ value, source: text(zh, en), invented: false });
const made = (value: number, zh: string, en: string): Figure => ({ value, source: text(zh, en), invented: true });

/** How many cases of a kind come in during the two years of the town. */
export const kinds = {
  windowMediation: made(250, '市调委会窗口受理的调解', "Mediations taken in at the committee's window"),
  stationMediation: made(100, '各区市工作站的调解', 'Mediations at the stations of districts and counties'),
  centreMediation: made(
    90,
    '保护中心、维权援助分支机构移送的调解',
    'Mediations passed on by the centres and the aid branches',
  ),
  centreAid: made(182, '保护中心办理的其他维权援助', "The centre's other aid cases"),
  suit: made(1500, '各法院的民事案件', 'Civil suits at the courts'),
  ruling: made(70, '专利侵权纠纷行政裁决', 'Administrative rulings on patents'),
  officialMediation: made(40, '专利行政部门的行政调解', 'Mediations before the patent department'),
  penalty: made(180, '商标等侵权行为的行政查处', 'Administrative enforcement, mostly of trademarks'),
  arbitration: made(50, '知识产权合同仲裁', 'Arbitrations over contracts'),
  commercial: made(60, '商事调解', 'Commercial mediations'),
} as const satisfies Record<string, Figure>;

export type CaseKind = keyof typeof kinds;

/** The figures that more than one kind must add up to. */
export const totals = {
  mediationsPerYear: sourced(
    220,
    '2021年中心开展人民调解220件（公开报道，二手来源）',
    "220 people's mediations in 2021 (a report, second hand)",
  ),
  settledShare: sourced(
    0.541,
    '2021年调解成功率54.1%（公开报道，二手来源）',
    '54.1 % of them settled in 2021 (a report, second hand)',
  ),
  aidCasesPerYear: sourced(
    136,
    '2021年办结维权援助案件136件（公开报道，二手来源）',
    '136 aid cases closed in 2021 (a report, second hand)',
  ),
  aidBranches: sourced(32, '维权援助分支机构32家（项目材料）', '32 aid branches (papers of the project)'),
} as const;

/** Shares by which a life takes one way or another; every one of them is invented. */
export const shares = {
  /** Of civil suits: brought by one right holder against many shops. */
  suitsInSeries: 0.62,
  /** Of civil suits: referred to a mediation organisation. */
  suitsReferred: 0.26,
  suitsWithdrawn: 0.3,
  suitsNotAccepted: 0.02,
  judgmentsAppealed: 0.12,
  judgmentsEnforced: 0.22,
  /** Of patent disputes: the respondent attacks the right. */
  rightsAttacked: 0.15,
  /** Of complaints: grow into a suspected crime. */
  crimes: 0.08,
  /** Of respondents asked to mediate: never answer, and clearly refuse. */
  respondentsSilent: 0.1,
  respondentsRefusing: 0.07,
  /** What becomes of an agreement of the committee. */
  titles: { kept: 0.5, confirmation: 0.36, notary: 0.05, paymentOrder: 0.05, award: 0.04 },
  /** Of confirmed agreements: not kept, so that the court enforces them. */
  confirmedEnforced: 0.14,
  /** How often somebody who should act has not, in what is recent. */
  neglected: 0.12,
} as const;
