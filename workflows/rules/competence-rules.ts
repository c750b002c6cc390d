import type { DisputeKind } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import type { OrganisationKind, RightKind } from '../reference.ts';
import { type Text, text } from '../text.ts';
import type { Basis, LegalRule } from './law.ts';
import { type FirstInstance, rightKinds } from './right-kinds.ts';

/** One rule of competence. `appliesBy` acceptance: what a body accepted before keeps the older rule. */
export interface CompetenceRule extends LegalRule {
  readonly id: string;
  readonly channels: readonly ChannelId[];
  readonly rightKinds: readonly RightKind[];
  /** Only these disputes; null: every one. */
  readonly disputes: readonly DisputeKind[] | null;
  /** Courts of the town's table, its departments of a kind, or a body that is not of the town. */
  readonly body:
    | { readonly courts: 'higher' | 'basic' }
    | { readonly department: OrganisationKind }
    | { readonly outside: Text };
  readonly rule: Text;
}

// The keys of the table are exactly the kinds of right; Object.keys forgets that.
const everyKind = Object.keys(rightKinds) as RightKind[];
const heardAt = (...levels: readonly FirstInstance[]) =>
  everyKind.filter((kind) => levels.includes(rightKinds[kind].firstInstance));

const patents = ['inventionPatent', 'utilityModel', 'designPatent'] as const satisfies readonly RightKind[];
const marks = ['trademark', 'wellKnownMark', 'geographicalIndication'] as const satisfies readonly RightKind[];
const always = { effectiveFrom: null, effectiveTo: null } as const;
const jurisdiction = (article: string): readonly Basis[] => [{ instrument: 'JUR', article }];

const courtRules: readonly CompetenceRule[] = [
  {
    id: 'court.technical',
    channels: ['litigation'],
    rightKinds: heardAt('technical', 'technicalOrBasic'),
    disputes: null,
    body: { courts: 'higher' },
    rule: text(
      '技术类案件（商业秘密仅限技术秘密）的第一审，由最高人民法院指定的中级法院（知识产权法庭）管辖。',
      'First instance in technical cases (of trade secrets: technical ones) lies with the intermediate court (IP tribunal) the SPC named.',
    ),
    basis: jurisdiction('第一条'),
    appliesBy: 'acceptance',
    effectiveFrom: '2022-05-01',
    effectiveTo: null,
    verified: 'text',
  },
  {
    id: 'court.intermediate',
    channels: ['litigation'],
    rightKinds: heardAt('intermediate'),
    disputes: null,
    body: { courts: 'higher' },
    rule: text(
      '外观设计专利的权属和侵权、驰名商标认定的第一审，由中级法院管辖；经批准也可由基层法院管辖。',
      'Ownership and infringement of design patents and the recognition of well-known marks begin at an intermediate court; with approval also at a basic court.',
    ),
    basis: jurisdiction('第二条'),
    appliesBy: 'acceptance',
    effectiveFrom: '2022-05-01',
    effectiveTo: null,
    verified: 'text',
  },
  {
    id: 'court.basic',
    channels: ['litigation'],
    rightKinds: heardAt('basic', 'technicalOrBasic'),
    disputes: null,
    body: { courts: 'basic' },
    rule: text(
      '其他知识产权案件（含合同、经营秘密）的第一审，由有知识产权管辖权的基层法院管辖，标的额超过标准的由中级法院管辖。',
      'All other IP cases (contracts and business secrets among them) begin at a basic court with IP jurisdiction; above the amount set, at an intermediate court.',
    ),
    basis: jurisdiction('第三条'),
    appliesBy: 'acceptance',
    effectiveFrom: '2022-05-01',
    effectiveTo: null,
    verified: 'inference',
  },
];

const departmentRules: readonly CompetenceRule[] = [
  {
    id: 'department.ruling',
    channels: ['adminRuling'],
    rightKinds: patents,
    disputes: ['infringement'],
    body: { department: 'patentAdministrationDepartment' },
    rule: text(
      '由被请求人所在地或侵权行为地的设区的市专利行政部门裁决；县级须有委托或省里的规定（待核实）。',
      "The patent department of the city at the respondent's place or the place of infringement rules; a county needs a commission or a provincial rule (to be confirmed).",
    ),
    basis: [
      { instrument: 'O81', article: '第七条' },
      { instrument: 'PLR', article: '第九十五条、第九十七条' },
    ],
    appliesBy: 'acceptance',
    effectiveFrom: '2025-02-01',
    effectiveTo: null,
    verified: 'text',
  },
  {
    id: 'department.ruling.province',
    channels: ['adminRuling'],
    rightKinds: patents,
    disputes: ['infringement'],
    body: { outside: text('山东省专利行政部门', 'The patent department of Shandong') },
    rule: text(
      '涉外、涉港澳台或跨市且有重大影响的，省级部门可以办理。',
      'Cases with a foreign, Hong Kong, Macao or Taiwan party, or across cities, of major effect may be taken by the province.',
    ),
    basis: [{ instrument: 'O81', article: '第七条' }],
    appliesBy: 'acceptance',
    effectiveFrom: '2025-02-01',
    effectiveTo: null,
    verified: 'inference',
  },
  {
    id: 'department.ruling.national',
    channels: ['adminRuling'],
    rightKinds: patents,
    disputes: ['infringement'],
    body: { outside: text('国家知识产权局', 'The CNIPA') },
    rule: text(
      '在全国有重大影响的专利侵权纠纷，可以请求国家知识产权局处理。',
      'A patent infringement dispute of major effect in the whole country may be put to the CNIPA.',
    ),
    basis: [
      { instrument: 'PL', article: '第七十条' },
      { instrument: 'O81', article: '第五十五条至第五十八条' },
    ],
    appliesBy: 'acceptance',
    effectiveFrom: '2025-02-01',
    effectiveTo: null,
    verified: 'inference',
  },
  {
    id: 'department.mediation.patent',
    channels: ['adminMediation'],
    rightKinds: patents,
    disputes: ['infringement', 'ownership', 'reward', 'other'],
    body: { department: 'patentAdministrationDepartment' },
    rule: text(
      '由被请求人所在地或侵权行为地的专利行政部门调解。',
      "The patent department at the respondent's place or the place of infringement mediates.",
    ),
    basis: [
      { instrument: 'PLR', article: '第九十七条、第一百零二条' },
      { instrument: 'O81', article: '第六十三条' },
    ],
    appliesBy: 'acceptance',
    effectiveFrom: '2025-02-01',
    effectiveTo: null,
    verified: 'text',
  },
];

const penaltyRules: readonly CompetenceRule[] = [
  {
    id: 'department.marks.2019',
    channels: ['trademarkEnforcement'],
    rightKinds: marks,
    disputes: ['infringement'],
    body: { department: 'trademarkEnforcementDepartment' },
    rule: text(
      '由市场监督管理部门处理；具体由行为地的哪一级办理，待核实。',
      'The market regulator handles it; which level at the place of the act is to be confirmed.',
    ),
    basis: [{ instrument: 'TM19', article: '第六十条' }],
    appliesBy: 'act',
    effectiveFrom: null,
    effectiveTo: '2026-12-31',
    verified: 'text',
  },
  {
    id: 'department.marks.2026',
    channels: ['trademarkEnforcement'],
    rightKinds: marks,
    disputes: ['infringement'],
    body: { department: 'trademarkEnforcementDepartment' },
    rule: text(
      '由负责商标执法的部门（市场监管）处理；此前的行为适用新法还是旧法，待核实。',
      'The trademark enforcement department (market regulator) handles it; which law governs earlier acts is to be confirmed.',
    ),
    basis: [{ instrument: 'TM26', article: '第七十四条' }],
    appliesBy: 'act',
    effectiveFrom: '2027-01-01',
    effectiveTo: null,
    verified: 'text',
  },
  {
    id: 'department.competition',
    channels: ['trademarkEnforcement'],
    rightKinds: ['unfairCompetition', 'tradeSecret'],
    disputes: ['infringement'],
    body: { department: 'trademarkEnforcementDepartment' },
    rule: text(
      '由市场监督管理部门依反不正当竞争法处理，条文待核实。',
      'The market regulator handles it under the Anti-Unfair Competition Law; the article is to be confirmed.',
    ),
    basis: [],
    appliesBy: 'act',
    ...always,
    verified: 'memory',
  },
  {
    id: 'department.copyright',
    channels: ['trademarkEnforcement'],
    rightKinds: ['copyright', 'software'],
    disputes: ['infringement'],
    body: { department: 'copyrightAuthority' },
    rule: text(
      '主管著作权的部门仅在同时损害公共利益时处理；具体承办部门（版权局、文化执法）待核实。',
      'The copyright authority acts only where the public interest is harmed too; which office it is, is to be confirmed.',
    ),
    basis: [{ instrument: 'CRL', article: '第五十三条' }],
    appliesBy: 'act',
    ...always,
    verified: 'inference',
  },
  {
    id: 'department.layout',
    channels: ['trademarkEnforcement'],
    rightKinds: ['layoutDesign'],
    disputes: ['infringement'],
    body: { outside: text('国家知识产权局', 'The CNIPA') },
    rule: text('布图设计侵权由国务院知识产权行政部门处理。', 'The IP department of the State handles layout designs.'),
    basis: [{ instrument: 'LDR', article: '第三十一条' }],
    appliesBy: 'act',
    ...always,
    verified: 'text',
  },
  {
    id: 'department.plants',
    channels: ['trademarkEnforcement'],
    rightKinds: ['plantVariety'],
    disputes: ['infringement'],
    body: { department: 'plantVarietyAuthority' },
    rule: text(
      '植物新品种侵权由县级以上农业农村、林业草原主管部门按职责处理。',
      'Agriculture or forestry departments from the county upwards handle plant varieties by their remit.',
    ),
    basis: [{ instrument: 'PVR', article: '第四十一条' }],
    appliesBy: 'act',
    ...always,
    verified: 'text',
  },
];

const national = {
  channels: ['invalidation'],
  disputes: ['validity', 'infringement', 'other'],
  body: { outside: text('国家知识产权局', 'The CNIPA') },
  rule: text('权利是否有效只由国家知识产权局认定。', 'Whether a right is valid is for the CNIPA alone to find.'),
  appliesBy: 'filing',
} as const satisfies Partial<CompetenceRule>;

const otherRules: readonly CompetenceRule[] = [
  {
    id: 'department.mediation.general',
    channels: ['generalAdminMediation'],
    rightKinds: [...marks, 'unfairCompetition', 'tradeSecret'],
    disputes: ['infringement', 'other'],
    body: { department: 'trademarkEnforcementDepartment' },
    rule: text(
      '与其行政职责有关的民事纠纷，由该机关按属地原则调解。',
      'Civil disputes connected with its duties are mediated by the authority of the place.',
    ),
    basis: [{ instrument: 'O363', article: '第二条、第三条' }],
    appliesBy: 'acceptance',
    effectiveFrom: '2025-05-01',
    effectiveTo: null,
    verified: 'secondary',
  },
  {
    id: 'department.mediation.copyright',
    channels: ['generalAdminMediation'],
    rightKinds: ['copyright', 'software'],
    disputes: ['infringement', 'contract', 'other'],
    body: { outside: text('主管著作权的部门', 'The copyright authority') },
    rule: text(
      '著作权纠纷可以由主管部门调解，承办机构待核实。',
      'The copyright authority may mediate; which office is to be confirmed.',
    ),
    basis: [
      { instrument: 'CRL', article: '第六十条' },
      { instrument: 'O363', article: '第二条' },
    ],
    appliesBy: 'acceptance',
    effectiveFrom: '2025-05-01',
    effectiveTo: null,
    verified: 'secondary',
  },
  {
    id: 'national.invalidation.patents',
    rightKinds: patents,
    basis: [{ instrument: 'PL', article: '第四十五条、第四十六条' }],
    ...always,
    verified: 'text',
    ...national,
  },
  {
    id: 'national.invalidation.marks.2019',
    rightKinds: ['trademark'],
    basis: [{ instrument: 'TM19', article: '第四十四条、第四十五条' }],
    effectiveFrom: null,
    effectiveTo: '2026-12-31',
    verified: 'memory',
    ...national,
  },
  {
    id: 'national.invalidation.marks.2026',
    rightKinds: ['trademark'],
    basis: [{ instrument: 'TM26', article: '' }],
    effectiveFrom: '2027-01-01',
    effectiveTo: null,
    verified: 'memory',
    ...national,
  },
];

/** Rules of competence for IP disputes that begin in Yantai, courts first. */
export const competenceRules: readonly CompetenceRule[] = [
  ...courtRules,
  ...departmentRules,
  ...penaltyRules,
  ...otherRules,
];
