import { createHash } from 'node:crypto';
import type { Organisation, Reference } from '../../workflows/reference.ts';
import { text } from '../../workflows/text.ts';

/** What the rows of this file share: published cases name these bodies, and they are not of Yantai. */
const elsewhere = {
  onSystem: true,
  parent: null,
  courtCode: null,
  courtLevel: null,
  publicTelephone: null,
  verified: 'secondary',
} as const;

const rc09 = '中国质量报 2024-10-29（sh1j2.com 转载）';
const rc14 = '检察机关新闻转载（bsctj.com/xinwendongtai/chanpinzhishi/3933.html）';
const rc01 = '国家知识产权局知识产权行政执法指导案例第8号（baonengte.com 转载）';
const rc03 = '国知保裁字[2021]1号（chinaipic.com、tsailee.com 报道）';
const rc06 = '亳州晚报网 bozhou.cn/p/274531.html';
const rc13 = '青岛法院知识产权诉前调解典型案例，2021-12（fang558.com 转载）';
const rc19 = '东方财富网 2024-10-03（a/202410033196791237）';

const rc22 = '实用新型专利侵权案报道（lilangjiu.com shownews 133）';

/** Organisations of told cases that are not of Yantai; their short names say so. */
const organisationsElsewhere: readonly Organisation[] = [
  {
    ...elsewhere,
    id: 'nanpingIntermediateCourt',
    kind: 'court',
    name: text('南平市中级人民法院', "Nanping Intermediate People's Court"),
    shortName: text('南平中院（非烟台）', 'Nanping court (not of Yantai)'),
    division: '350700',
    courtCode: '闽07',
    courtLevel: 'intermediate',
    source: rc09,
  },
  {
    ...elsewhere,
    id: 'yanpingMediationCommittee',
    kind: 'peopleMediationCommittee',
    name: text(
      '南平市延平区知识产权纠纷人民调解委员会',
      "Yanping District People's Mediation Committee for IP Disputes",
    ),
    shortName: text('延平调委会（非烟台）', 'Yanping committee (not of Yantai)'),
    division: '350702',
    source: rc09,
  },
  {
    ...elsewhere,
    id: 'qingdaoIntermediateCourt',
    kind: 'court',
    name: text('青岛市中级人民法院', "Qingdao Intermediate People's Court"),
    shortName: text('青岛中院（非烟台）', 'Qingdao court (not of Yantai)'),
    division: '370200',
    courtCode: '鲁02',
    courtLevel: 'intermediate',
    source: rc13,
  },
  {
    ...elsewhere,
    id: 'qingdaoMediationOrganisation',
    kind: 'industryMediationOrganisation',
    name: text(
      '青岛知识产权行业调解组织（案例未具名）',
      'An IP mediation organisation in Qingdao (not named by the source)',
    ),
    shortName: text('青岛调解组织（非烟台）', 'Qingdao organisation (not of Yantai)'),
    division: '370200',
    source: rc13,
    verified: 'inference',
  },
  {
    ...elsewhere,
    id: 'quanzhouIntermediateCourt',
    kind: 'court',
    name: text('泉州市中级人民法院', "Quanzhou Intermediate People's Court"),
    shortName: text('泉州中院（非烟台）', 'Quanzhou court (not of Yantai)'),
    division: '350500',
    courtCode: '闽05',
    courtLevel: 'intermediate',
    source: rc22,
  },
  {
    ...elsewhere,
    id: 'taizhouIntermediateCourt',
    kind: 'court',
    name: text('泰州市中级人民法院', "Taizhou Intermediate People's Court"),
    shortName: text('泰州中院（非烟台）', 'Taizhou court (not of Yantai)'),
    division: '321200',
    courtCode: '苏12',
    courtLevel: 'intermediate',
    source: rc22,
  },
  {
    ...elsewhere,
    id: 'haishuMarketSupervision',
    kind: 'trademarkEnforcementDepartment',
    name: text('宁波市海曙区市场监督管理局', 'Haishu District Administration for Market Regulation, Ningbo'),
    shortName: text('海曙市场监管局（非烟台）', 'Haishu regulator (not of Yantai)'),
    division: '330203',
    source: rc14,
  },
  {
    ...elsewhere,
    id: 'haishuPublicSecurity',
    kind: 'publicSecurity',
    name: text('宁波市公安局海曙分局', 'Haishu Branch, Ningbo Public Security Bureau'),
    shortName: text('海曙公安（非烟台）', 'Haishu police (not of Yantai)'),
    division: '330203',
    source: rc14,
  },
  {
    ...elsewhere,
    id: 'haishuProcuratorate',
    kind: 'procuratorate',
    name: text('宁波市海曙区人民检察院', "Haishu District People's Procuratorate, Ningbo"),
    shortName: text('海曙检察院（非烟台）', 'Haishu procuratorate (not of Yantai)'),
    division: '330203',
    source: rc14,
  },
  {
    ...elsewhere,
    id: 'yongjiaMarketSupervision',
    kind: 'trademarkEnforcementDepartment',
    name: text('永嘉县市场监督管理局', 'Yongjia County Administration for Market Regulation, Wenzhou'),
    shortName: text('永嘉市场监管局（非烟台）', 'Yongjia regulator (not of Yantai)'),
    division: '330324',
    source: rc14,
  },
  {
    ...elsewhere,
    id: 'wipoShanghaiCentre',
    kind: 'arbitrationInstitution',
    name: text('世界知识产权组织仲裁与调解上海中心', 'WIPO Arbitration and Mediation Shanghai Center'),
    shortName: text('WIPO上海中心（非烟台）', 'WIPO Shanghai (not of Yantai)'),
    division: '310000',
    source: rc19,
  },
  {
    ...elsewhere,
    // The same office as in Yantai's own list; in the told case it acts for itself.
    id: 'nationalIntellectualPropertyAdministration',
    kind: 'patentAdministrationDepartment',
    name: text('国家知识产权局', 'China National Intellectual Property Administration'),
    shortName: text('国家知识产权局（非烟台）', 'CNIPA (not of Yantai)'),
    division: '000000',
    source: rc03,
  },
  {
    ...elsewhere,
    id: 'shanghaiPatentDepartment',
    kind: 'patentAdministrationDepartment',
    name: text('上海市知识产权局', 'Shanghai Intellectual Property Administration'),
    shortName: text('上海知识产权局（非烟台）', 'Shanghai IP office (not of Yantai)'),
    division: '310000',
    source: rc01,
  },
  {
    ...elsewhere,
    id: 'shanghaiIntellectualPropertyCourt',
    kind: 'court',
    name: text('上海知识产权法院', 'Shanghai Intellectual Property Court'),
    shortName: text('上海知产法院（非烟台）', 'Shanghai IP court (not of Yantai)'),
    division: '310000',
    courtCode: '沪73',
    courtLevel: 'intermediate',
    source: rc01,
  },
  {
    ...elsewhere,
    id: 'lixinPatentDepartment',
    kind: 'patentAdministrationDepartment',
    name: text('利辛县市场监督管理局', 'Lixin County Administration for Market Regulation'),
    shortName: text('利辛县市场监管局（非烟台）', 'Lixin county bureau (not of Yantai)'),
    division: '341623',
    source: rc06,
  },
  {
    ...elsewhere,
    id: 'bozhouPatentDepartment',
    kind: 'patentAdministrationDepartment',
    name: text('亳州市市场监督管理局', 'Bozhou Administration for Market Regulation'),
    shortName: text('亳州市市场监管局（非烟台）', 'Bozhou city bureau (not of Yantai)'),
    division: '341600',
    source: rc06,
  },
  {
    ...elsewhere,
    id: 'bozhouIntermediateCourt',
    kind: 'court',
    name: text('亳州市中级人民法院', "Bozhou Intermediate People's Court"),
    shortName: text('亳州中院（非烟台）', 'Bozhou court (not of Yantai)'),
    division: '341600',
    courtCode: '皖16',
    courtLevel: 'intermediate',
    source: rc06,
  },
];

/** A town with the organisations of told cases beside its own; only stories use it. The version follows the content. */
export function withElsewhere(reference: Reference): Reference {
  const rows = Object.fromEntries(organisationsElsewhere.map((row) => [row.id, row]));
  const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12);
  return {
    ...reference,
    version: `${reference.version}+elsewhere-${digest}`,
    organisations: { ...reference.organisations, ...rows },
  };
}
