import { type Text, text } from '../text.ts';
import { isArticleRead } from './articles-read.ts';
import type { Basis, Instrument } from './law.ts';

/** The day on which the texts of law behind the rules were read; shown beside every citation. */
const readOn = '2026-11-22';

/** An instrument read in its own text; `more` says where that is not so, or what else is known. */
function instrument(
  zh: string,
  en: string,
  effectiveFrom: string | null,
  more: Partial<Omit<Instrument, 'name' | 'effectiveFrom' | 'readOn'>> = {},
): Instrument {
  return {
    name: { zh, en },
    number: null,
    effectiveFrom,
    effectiveTo: null,
    readOn,
    verified: 'text',
    toConfirm: null,
    dateFromMemory: false,
    ...more,
  };
}

/** From memory: the day from which it is in force. */
const dateFromMemory = true;

/**
 * Instruments the program cites, by their short name. The name is the citation name; a year stands in it where two
 * versions meet inside one file. Document numbers stand only where no source disagrees.
 */
export const instruments = {
  // Civil procedure and judicial interpretations.
  CPL: instrument('民事诉讼法', 'Civil Procedure Law', '2024-01-01'),
  CPLI: instrument(
    '最高人民法院关于适用民事诉讼法的解释',
    'SPC Interpretation on the Civil Procedure Law',
    '2022-04-10',
  ),
  IMR: instrument('最高人民法院关于人民法院特邀调解的规定', 'SPC Provisions on Invited Mediation', '2016-07-01', {
    number: '法释〔2016〕14号',
  }),
  OMR: instrument('人民法院在线调解规则', "Online Mediation Rules of the People's Courts", '2022-01-01', {
    number: '法释〔2021〕23号',
  }),
  OP25: instrument(
    '最高人民法院关于严格依法规范民事案件立案与调解工作的意见',
    'SPC Opinions on Case Filing and Mediation in Civil Cases',
    '2025-01-01',
    { verified: 'secondary' },
  ),
  JC11: instrument(
    '最高人民法院关于人民调解协议司法确认程序的若干规定',
    "SPC Provisions on Judicial Confirmation of People's Mediation Agreements",
    '2011-03-30',
    { number: '法释〔2011〕5号', dateFromMemory },
  ),
  LIM: instrument(
    '最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定',
    'SPC Provisions on Limitation of Actions',
    '2021-01-01',
  ),
  JUR: instrument(
    '最高人民法院关于第一审知识产权民事、行政案件管辖的若干规定',
    'SPC Provisions on First-instance Jurisdiction over IP Cases',
    '2022-05-01',
    { number: '法释〔2022〕13号' },
  ),
  JUR25: instrument(
    '最高人民法院关于基层人民法院管辖第一审知识产权案件有关事项的通知',
    'SPC Notice on Basic Courts with IP Jurisdiction',
    '2025-10-01',
    { number: '法〔2025〕167号', verified: 'secondary' },
  ),
  JUR22: instrument(
    '最高人民法院关于印发基层人民法院管辖第一审知识产权民事、行政案件标准的通知',
    'SPC Notice on the Standards for Basic Courts with IP Jurisdiction (2022)',
    '2022-05-01',
    { number: '法〔2022〕109号', effectiveTo: '2025-09-30', verified: 'secondary', dateFromMemory },
  ),
  CN15: instrument('最高人民法院关于人民法院案件案号的若干规定', 'SPC Provisions on Court Case Numbers', '2016-01-01', {
    number: '法〔2015〕137号',
    verified: 'secondary',
  }),
  PDR: instrument(
    '最高人民法院关于审理专利纠纷案件适用法律问题的若干规定（2020年修正）',
    'SPC Provisions on Patent Disputes (2020)',
    '2021-01-01',
    { dateFromMemory },
  ),
  PIC09: instrument(
    '最高人民法院关于审理侵犯专利权纠纷案件应用法律若干问题的解释',
    'SPC Interpretation on Patent Infringement Cases (2009)',
    '2010-01-01',
    { number: '法释〔2009〕21号', dateFromMemory },
  ),
  TIR: instrument(
    '最高人民法院关于技术调查官参与知识产权案件诉讼活动的若干规定',
    'SPC Provisions on Technical Investigators',
    null,
    { number: '法释〔2019〕2号' },
  ),
  PUN26: instrument(
    '最高人民法院知识产权惩罚性赔偿解释（2026年）',
    'SPC Interpretation on Punitive Damages in IP Cases (2026)',
    '2026-05-01',
    { number: '法释〔2026〕7号', toConfirm: text('名称待核实', 'name to be verified') },
  ),
  // Mediation, notaries, arbitration.
  PML: instrument('人民调解法', "People's Mediation Law", '2011-01-01'),
  PMW: instrument('人民调解工作若干规定', "Provisions on the Work of People's Mediation", '2002-11-01', {
    number: '司法部令第75号',
    verified: 'secondary',
    dateFromMemory,
  }),
  CMR: instrument('商事调解条例', 'Commercial Mediation Regulations', '2026-05-01'),
  SDR: instrument('山东省多元化解纠纷促进条例', 'Shandong Regulations on Diversified Dispute Resolution', '2016-10-01'),
  O363: instrument('山东省行政调解办法', 'Shandong Measures on Administrative Mediation', '2025-05-01', {
    verified: 'secondary',
  }),
  NL: instrument('公证法', 'Notarisation Law', '2006-03-01', { dateFromMemory }),
  AL25: instrument('仲裁法（2025年修订）', 'Arbitration Law (2025)', '2026-03-01'),
  AWE: instrument(
    '最高人民法院关于人民法院办理仲裁裁决执行案件若干问题的规定',
    'SPC Provisions on Enforcement of Arbitral Awards',
    '2018-03-01',
    { number: '法释〔2018〕5号' },
  ),
  AL17: instrument('仲裁法（2017年修正）', 'Arbitration Law (2017)', '2018-01-01', {
    effectiveTo: '2026-02-28',
    dateFromMemory,
  }),
  NDE: instrument(
    '最高人民法院关于公证债权文书执行若干问题的规定',
    'SPC Provisions on Enforcement of Notarised Debt Instruments',
    '2018-10-01',
    { dateFromMemory },
  ),
  TER16: instrument(
    '最高人民法院关于严格规范终结本次执行程序的规定（试行）',
    'SPC Provisions on Ending an Enforcement for Now',
    '2016-12-01',
    { verified: 'secondary', dateFromMemory },
  ),
  // Substantive law and administrative protection.
  CC: instrument('民法典', 'Civil Code', '2021-01-01'),
  PL: instrument('专利法', 'Patent Law', '2021-06-01'),
  PLR: instrument('专利法实施细则', 'Implementing Regulations of the Patent Law', '2024-01-20'),
  O81: instrument(
    '专利纠纷行政裁决和调解办法',
    'Measures on Administrative Rulings and Mediation in Patent Disputes',
    '2025-02-01',
    { number: '国家知识产权局令第81号' },
  ),
  MAJ: instrument(
    '重大专利侵权纠纷行政裁决办法',
    'Measures on Administrative Rulings in Major Patent Infringement Disputes',
    '2021-06-01',
    { number: '国家知识产权局公告第426号' },
  ),
  O352: instrument(
    '山东省专利纠纷行政裁决和行政调解办法',
    'Shandong Measures on Administrative Rulings and Mediation in Patent Disputes',
    '2024-01-01',
    { verified: 'secondary' },
  ),
  TM19: instrument('商标法（2019年修正）', 'Trademark Law (2019)', '2019-11-01', {
    effectiveTo: '2026-12-31',
    dateFromMemory,
  }),
  TM26: instrument('商标法（2026年修订）', 'Trademark Law (2026)', '2027-01-01'),
  CRL: instrument('著作权法', 'Copyright Law', '2021-06-01'),
  AEL: instrument('行政强制法', 'Administrative Compulsion Law', '2012-01-01', { dateFromMemory }),
  APL: instrument('行政诉讼法（2017年修正）', 'Administrative Procedure Law (2017)', '2017-07-01', { dateFromMemory }),
  APLI: instrument(
    '最高人民法院关于适用行政诉讼法的解释',
    'SPC Interpretation on the Administrative Procedure Law',
    '2018-02-08',
    { dateFromMemory },
  ),
  ARL: instrument('行政复议法', 'Administrative Reconsideration Law', null),
  // Criminal referral.
  CRPL: instrument('刑事诉讼法', 'Criminal Procedure Law', '2018-10-26', { verified: 'memory', dateFromMemory }),
  TRR: instrument(
    '行政执法机关移送涉嫌犯罪案件的规定',
    'Provisions on Transfer of Suspected Crimes by Administrative Organs',
    '2020-08-07',
    { number: '国务院令第310号' },
  ),
  PSR: instrument(
    '公安机关办理刑事案件程序规定',
    'Procedural Provisions for Criminal Cases of the Public Security Organs',
    '2020-09-01',
  ),
  IPC25: instrument(
    '最高人民法院、最高人民检察院关于办理侵犯知识产权刑事案件适用法律若干问题的解释',
    'SPC and SPP Interpretation on Criminal Cases of IP Infringement',
    '2025-04-26',
    { number: '法释〔2025〕5号' },
  ),
  LINK: instrument(
    '最高人民检察院关于推进行政执法与刑事司法衔接工作的规定',
    'SPP Provisions on Linking Administrative Enforcement and Criminal Justice',
    '2021-09-06',
    { number: '高检发释字〔2021〕4号', verified: 'secondary', dateFromMemory },
  ),
  // Administrative penalties and their competent bodies.
  PENL: instrument('行政处罚法', 'Administrative Penalty Law', '2021-07-15', { dateFromMemory }),
  PENP: instrument(
    '市场监督管理行政处罚程序规定',
    'Procedural Provisions on Administrative Penalties of Market Regulation',
    '2021-07-15',
    { verified: 'secondary', dateFromMemory },
  ),
  PENB: instrument(
    '市场监督管理行政处罚信息公示规定',
    'Provisions on Publishing Administrative Penalties of Market Regulation',
    '2021-09-01',
    { verified: 'memory', dateFromMemory },
  ),
  LDR: instrument('集成电路布图设计保护条例', 'Regulations on the Protection of Layout Designs', '2001-10-01', {
    dateFromMemory,
  }),
  PVR: instrument('植物新品种保护条例', 'Regulations on the Protection of New Plant Varieties', '2025-06-01', {
    dateFromMemory,
  }),
  AUCL: instrument('反不正当竞争法（2025年修订）', 'Anti-Unfair Competition Law (2025)', '2025-10-15', {
    verified: 'memory',
    dateFromMemory,
  }),
  // Platforms, exhibitions, customs.
  ECL: instrument('电子商务法', 'E-Commerce Law', '2019-01-01', { dateFromMemory }),
  EXM: instrument('展会知识产权保护办法', 'Measures for the Protection of IP at Exhibitions', '2006-03-01', {
    verified: 'secondary',
    toConfirm: text('效力待核实', 'validity to be verified'),
  }),
  EXG: instrument('展会知识产权保护指引', 'Guidelines for the Protection of IP at Exhibitions', null, {
    verified: 'secondary',
  }),
  CUS: instrument('知识产权海关保护条例', 'Regulations on Customs Protection of IP', '2018-03-19', { dateFromMemory }),
} as const satisfies Record<string, Instrument>;

export type InstrumentId = keyof typeof instruments;

const unread = text('待核实', 'to be verified');

/**
 * Cites a basis as people write it: 《人民调解法》第十七条, or People's Mediation Law art. 17. An article that was not read is
 * marked 待核实 behind its number, and an instrument of which something is not certain behind all of them.
 */
export function cite(basis: Basis, language: keyof Text): string {
  const known = cited.get(basis);
  if (known !== undefined) return known[language];
  const fresh = { zh: citeAnew(basis, 'zh'), en: citeAnew(basis, 'en') };
  cited.set(basis, fresh);
  return fresh[language];
}

/** A page cites hundreds of times what stands in our tables once. */
const cited = new WeakMap<Basis, Text>();

function citeAnew(basis: Basis, language: keyof Text): string {
  const { name, toConfirm } = instruments[basis.instrument];
  const marked = articleMarked(basis, language);
  const doubt = toConfirm === null ? '' : bracketed(toConfirm, language);
  if (language === 'zh') return `《${name.zh}》${marked}${doubt}`;
  return `${name.en}${marked === '' ? '' : ` ${marked}`}${doubt}`;
}

/** Whether anything of a citation is not certain, so that it shows as 待核实. */
export function isToVerify(basis: Basis): boolean {
  return instruments[basis.instrument].toConfirm !== null || articleMarked(basis, 'zh').includes(unread.zh);
}

const bracketed = (mark: Text, language: keyof Text) => (language === 'zh' ? `（${mark.zh}）` : ` (${mark.en})`);

/** The articles of a basis, each that was not read with its mark; the mark alone for an instrument cited as a whole and not read. */
function articleMarked({ instrument: id, article }: Basis, language: keyof Text): string {
  if (article === '') return instruments[id].verified === 'text' ? '' : bracketed(unread, language).trim();
  const mark = bracketed(unread, language);
  const parts = article.split('、');
  const marks = parts.map((part) => (isPartRead(id, part) ? '' : mark));
  if (language === 'zh') return parts.map((part, index) => `${part}${marks[index]}`).join('、');
  const [first = '', ...rest] = articleInEnglish(article).split(', ');
  return [first, ...rest].map((part, index) => `${part}${marks[index]}`).join(', ');
}

/** One article (第十七条第二款), or all of a range (第五条至第七条). */
function isPartRead(instrument: InstrumentId, part: string): boolean {
  const ends = part.split('至').map((one) => ({ printed: one, number: numberOf(articlePattern.exec(one)?.[1] ?? '') }));
  const [from, to = from] = ends;
  if (from === undefined || to === undefined) return false;
  if (from === to) return isArticleRead(instrument, from.number, from.printed);
  const between = Array.from({ length: to.number - from.number + 1 }, (_, index) => from.number + index);
  return between.every((number) => isArticleRead(instrument, number, ''));
}

/** Cites several bases in one line, in the order given. */
export function citeAll(basis: readonly Basis[], language: keyof Text): string {
  return basis.map((one) => cite(one, language)).join(language === 'zh' ? '；' : '; ');
}

/**
 * Turns 第三百五十五条(五) into art. 355(5), 第五条第二款 into art. 5 para. 2 and 第五条至第七条 into arts. 5–7.
 * Throws where the article is not written in that way: only our own tables are read here.
 */
export function articleInEnglish(article: string): string {
  const parts = article.split('、').map((part) => part.split('至').map(oneArticle).join('–'));
  const several = parts.length > 1 || article.includes('至');
  return `${several ? 'arts.' : 'art.'} ${parts.join(', ')}`;
}

const articlePattern =
  /^第([一二三四五六七八九十百千零]+)条(?:第([一二三四五六七八九十]+)款)?(?:\(([一二三四五六七八九十]+)\))?$/;

function oneArticle(part: string): string {
  const found = articlePattern.exec(part);
  if (found === null) throw new Error(`article not readable: ${part}`);
  const [, article = '', paragraph, item] = found;
  const paragraphText = paragraph === undefined ? '' : ` para. ${numberOf(paragraph)}`;
  const itemText = item === undefined ? '' : `(${numberOf(item)})`;
  return `${numberOf(article)}${paragraphText}${itemText}`;
}

const digits = '一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads a Chinese number below ten thousand. */
function numberOf(chinese: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of chinese) {
    const place = places[character];
    if (place === undefined) digit = digits.indexOf(character) + 1;
    else {
      sum += (digit === 0 ? 1 : digit) * place;
      digit = 0;
    }
  }
  return sum + digit;
}

/** The citations whose instrument is in force on a day; all of them where none is, for the nearest law is better than none. */
export function inForceOn(basis: readonly Basis[], day: string): readonly Basis[] {
  const current = basis.filter(({ instrument }) => {
    const { effectiveFrom, effectiveTo } = instruments[instrument];
    return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);
  });
  return current.length > 0 ? current : basis;
}
