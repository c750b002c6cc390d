import type { County, Organisation } from '../../workflows/reference.ts';
import { text } from '../../workflows/text.ts';

/** What most rows of this file share; each row says what is its own. */
const unnamed = {
  onSystem: false,
  division: null,
  parent: null,
  courtCode: null,
  courtLevel: null,
  // No number was found in a source that could be checked: the operator enters it, letters wait for it.
  publicTelephone: null,
  verified: 'secondary',
} as const;

const projectPapers = '项目委托材料中的烟台知识产权保护工作介绍';
const courtNames = '公开的法院名录（部分为2020年前名称）；代字按法〔2015〕137号由行政区划代码推得';

/** The organisations around intellectual-property disputes in Yantai. On the system by default: the centre, the committee, its stations and the Zhifu court. */
export function yantaiOrganisations(): readonly Organisation[] {
  return [...centres, committee, ...stations, ...authorities, ...courts];
}

const centres: readonly Organisation[] = [
  {
    ...unnamed,
    id: 'yantaiProtectionCentre',
    kind: 'protectionCentre',
    name: text('烟台市知识产权保护中心', 'Yantai Intellectual Property Protection Centre'),
    shortName: text('市保护中心', 'City centre'),
    onSystem: true,
    division: '370600',
    source: projectPapers,
  },
  {
    ...unnamed,
    id: 'ftzProtectionCentre',
    kind: 'protectionCentre',
    name: text(
      '中国（山东）自由贸易试验区烟台片区知识产权保护中心',
      'IP Protection Centre of the Yantai Area, China (Shandong) Pilot Free Trade Zone',
    ),
    shortName: text('自贸区烟台片区保护中心', 'FTZ centre'),
    source: projectPapers,
  },
  {
    ...unnamed,
    id: 'rightsAidBranches',
    kind: 'rightsAidCentre',
    // The number is known, the names are not: one row stands for all until a list is loaded.
    name: text('知识产权维权援助分支机构（共32家，名单待补）', 'IP rights-aid branches (32; list to be added)'),
    shortName: text('维权援助分支机构', 'Rights-aid branches'),
    division: '370600',
    parent: 'yantaiProtectionCentre',
    source: projectPapers,
  },
];

const committee: Organisation = {
  ...unnamed,
  id: 'yantaiMediationCommittee',
  kind: 'peopleMediationCommittee',
  name: text('烟台市知识产权纠纷人民调解委员会', "Yantai People's Mediation Committee for IP Disputes"),
  shortName: text('市调委会', 'Mediation committee'),
  onSystem: true,
  division: '370600',
  // Reports of the centre count the committee's mediations as its own (220 in 2021, see seeds/town/mix.ts); no paper that
  // was read says in so many words that it belongs to it.
  parent: 'yantaiProtectionCentre',
  source: projectPapers,
};

/** The districts and counties of Yantai. */
export function yantaiCounties(): readonly County[] {
  return divisions.map(({ code, unit, en }) => ({ code, name: text(unit, en) }));
}

/** Districts and counties with their division codes; the order of the codes. */
const divisions = [
  { id: 'zhifu', code: '370602', zh: '芝罘', unit: '芝罘区', en: 'Zhifu' },
  { id: 'fushan', code: '370611', zh: '福山', unit: '福山区', en: 'Fushan' },
  { id: 'muping', code: '370612', zh: '牟平', unit: '牟平区', en: 'Muping' },
  { id: 'laishan', code: '370613', zh: '莱山', unit: '莱山区', en: 'Laishan' },
  { id: 'penglai', code: '370614', zh: '蓬莱', unit: '蓬莱区', en: 'Penglai' },
  { id: 'longkou', code: '370681', zh: '龙口', unit: '龙口市', en: 'Longkou' },
  { id: 'laiyang', code: '370682', zh: '莱阳', unit: '莱阳市', en: 'Laiyang' },
  { id: 'laizhou', code: '370683', zh: '莱州', unit: '莱州市', en: 'Laizhou' },
  { id: 'zhaoyuan', code: '370685', zh: '招远', unit: '招远市', en: 'Zhaoyuan' },
  { id: 'qixia', code: '370686', zh: '栖霞', unit: '栖霞市', en: 'Qixia' },
  { id: 'haiyang', code: '370687', zh: '海阳', unit: '海阳市', en: 'Haiyang' },
] as const;

/** The committee reaches every district and county; only Haiyang's station was read by name, the others follow its form. */
const stations: readonly Organisation[] = divisions.map((division) => ({
  ...unnamed,
  id: `${division.id}MediationStation`,
  kind: 'peopleMediationCommittee',
  name: text(
    `烟台市知识产权纠纷人民调解委员会${division.zh}调解工作站`,
    `${division.en} work station of the Yantai People's Mediation Committee for IP Disputes`,
  ),
  shortName: text(`${division.zh}工作站`, `${division.en} station`),
  onSystem: true,
  division: division.code,
  parent: committee.id,
  source: division.id === 'haiyang' ? 'ipwq.cn/ipwqnew/show-4962.html' : projectPapers,
  verified: division.id === 'haiyang' ? 'secondary' : 'inference',
}));

const authorities: readonly Organisation[] = [
  {
    ...unnamed,
    id: 'yantaiMarketSupervision',
    kind: 'trademarkEnforcementDepartment',
    name: text('烟台市市场监督管理局', 'Yantai Administration for Market Regulation'),
    shortName: text('市市场监管局', 'Market regulator'),
    division: '370600',
    source: projectPapers,
  },
  {
    ...unnamed,
    // The same administration in its other capacity; kept as a row of its own because duties and papers differ.
    id: 'yantaiPatentDepartment',
    kind: 'patentAdministrationDepartment',
    name: text(
      '烟台市市场监督管理局（知识产权局）',
      'Yantai Administration for Market Regulation (Intellectual Property Office)',
    ),
    shortName: text('市知识产权局', 'IP office'),
    division: '370600',
    parent: 'yantaiMarketSupervision',
    source: projectPapers,
  },
  {
    ...unnamed,
    id: 'shandongPatentDepartment',
    kind: 'patentAdministrationDepartment',
    name: text('山东省市场监督管理局（省知识产权局）', 'Shandong patent department (provincial IP office)'),
    shortName: text('省知识产权局', 'Provincial IP office'),
    division: '370000',
    source: '专利纠纷行政裁决和调解办法第七条（省级专利行政部门）；机构名称待核实',
    verified: 'inference',
  },
  {
    ...unnamed,
    // Decides on validity and rules on cases of national importance; the code of the whole State stands for its level.
    id: 'nationalIntellectualPropertyAdministration',
    kind: 'patentAdministrationDepartment',
    name: text('国家知识产权局', 'China National Intellectual Property Administration'),
    shortName: text('国家知识产权局', 'CNIPA'),
    division: '000000',
    source: '专利法第四十六条、第七十条',
    verified: 'text',
  },
  {
    ...unnamed,
    id: 'yantaiCopyrightAuthority',
    kind: 'copyrightAuthority',
    name: text('烟台市版权局', 'Yantai Copyright Administration'),
    shortName: text('市版权局', 'Copyright authority'),
    division: '370600',
    source: '著作权法第五十三条（主管著作权的部门）；机构名称待核实',
    verified: 'inference',
  },
  {
    ...unnamed,
    id: 'yantaiAgricultureBureau',
    kind: 'plantVarietyAuthority',
    name: text('烟台市农业农村局', 'Yantai Bureau of Agriculture and Rural Affairs'),
    shortName: text('市农业农村局', 'Agriculture bureau'),
    division: '370600',
    source: '植物新品种保护条例第四十一条（县级以上农业农村主管部门）；机构名称待核实',
    verified: 'inference',
  },
  {
    ...unnamed,
    id: 'yantaiArbitrationCommission',
    kind: 'arbitrationInstitution',
    name: text('烟台仲裁委员会', 'Yantai Arbitration Commission'),
    shortName: text('烟台仲裁委', 'Arbitration commission'),
    division: '370600',
    source: '公开合同中的仲裁条款；仲裁规则未找到',
  },
  {
    ...unnamed,
    id: 'yantaiCommercialMediators',
    kind: 'commercialMediationOrganisation',
    // Licensed since 2026-05-01 by the province; no list was read: one row stands for all until it is loaded.
    name: text('烟台商事调解组织（名册待补）', 'Commercial mediation organisations of Yantai (list to be added)'),
    shortName: text('商事调解组织', 'Commercial mediators'),
    division: '370600',
    source: '商事调解条例第十一条所称名册；未取得',
    verified: 'inference',
  },
  {
    ...unnamed,
    id: 'yantaiNotaries',
    kind: 'notary',
    // Named by no source that was read: one row stands for all until a list is loaded.
    name: text('烟台公证机构（名单待补）', 'Notaries of Yantai (list to be added)'),
    shortName: text('公证机构', 'Notary'),
    division: '370600',
    source: '公证法第三十七条所称公证机构；本地名单未取得',
    verified: 'inference',
  },
  {
    ...unnamed,
    id: 'yantaiPublicSecurity',
    kind: 'publicSecurity',
    name: text('烟台市公安局', 'Yantai Public Security Bureau'),
    shortName: text('市公安局', 'Police'),
    division: '370600',
    source: projectPapers,
  },
  {
    ...unnamed,
    id: 'yantaiProcuratorate',
    kind: 'procuratorate',
    name: text('烟台市检察院', "Yantai People's Procuratorate"),
    shortName: text('市检察院', 'Procuratorate'),
    division: '370600',
    source: projectPapers,
    verified: 'inference',
  },
  {
    ...unnamed,
    id: 'yantaiCustoms',
    kind: 'customs',
    name: text('烟台海关', 'Yantai Customs'),
    shortName: text('烟台海关', 'Customs'),
    source: projectPapers,
  },
];

/** Codes of courts are accepted as typed from a paper whatever stands here: they are derived or from memory. */
const courts: readonly Organisation[] = [
  {
    ...unnamed,
    id: 'yantaiIntermediateCourt',
    kind: 'court',
    name: text('烟台市中级人民法院', "Yantai Intermediate People's Court"),
    shortName: text('烟台中院', 'Yantai Intermediate Court'),
    division: '370600',
    courtCode: '鲁06',
    courtLevel: 'intermediate',
    source: courtNames,
    verified: 'inference',
  },
  ...divisions.map((division): Organisation => {
    const zh = `${division.unit.endsWith('区') ? '烟台市' : ''}${division.unit}人民法院`;
    return {
      ...unnamed,
      id: `${division.id}Court`,
      kind: 'court',
      name: text(zh, `${division.en} People's Court`),
      shortName: text(`${division.zh}法院`, `${division.en} Court`),
      onSystem: division.id === 'zhifu',
      division: division.code,
      parent: 'yantaiIntermediateCourt',
      courtCode: `鲁${division.code.slice(2)}`,
      courtLevel: 'basic',
      source: courtNames,
      verified: 'inference',
    };
  }),
  {
    ...unnamed,
    id: 'developmentZoneCourt',
    kind: 'court',
    name: text('烟台经济技术开发区人民法院', "Yantai Economic and Technological Development Zone People's Court"),
    shortName: text('开发区法院', 'Development Zone Court'),
    parent: 'yantaiIntermediateCourt',
    courtCode: '鲁0691',
    courtLevel: 'basic',
    source: '代字无出处，以实际文书为准',
    verified: 'memory',
  },
  {
    ...unnamed,
    id: 'highTechZoneCourt',
    kind: 'court',
    name: text('烟台高新技术产业开发区人民法院', "Yantai High-tech Industrial Development Zone People's Court"),
    shortName: text('高新区法院', 'High-tech Zone Court'),
    parent: 'yantaiIntermediateCourt',
    courtCode: '鲁0692',
    courtLevel: 'basic',
    source: '代字无出处，以实际文书为准',
    verified: 'memory',
  },
  {
    ...unnamed,
    id: 'qingdaoIpTribunal',
    kind: 'court',
    name: text(
      '青岛知识产权法庭（青岛市中级人民法院）',
      "Qingdao Intellectual Property Tribunal (Qingdao Intermediate People's Court)",
    ),
    shortName: text('青岛知识产权法庭', 'Qingdao IP Tribunal'),
    division: '370200',
    courtCode: '鲁02',
    courtLevel: 'intermediate',
    source: 'dzwww.com 2017-10-02；烟台开发区法院设巡回审判点（yybnet.net/yantai/news/201909/9705788）',
  },
];
