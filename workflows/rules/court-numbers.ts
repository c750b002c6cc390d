import { type Text, text } from '../text.ts';

/**
 * Type codes in court numbers, with what they stand for (CN15 and its amendments; secondary sources). Data: a code that
 * is missing here is added here. Court numbers are typed from papers and never made by this program.
 */
export const courtNumberTypes = {
  诉前调确: text('诉前调解协议司法确认', 'Confirmation after pre-filing mediation'),
  诉前调书: text('诉前调解书', 'Mediation document before filing'),
  诉前调: text('诉前调解', 'Pre-filing mediation'),
  民诉前调: text('民事诉前调解', 'Civil pre-filing mediation'),
  民初: text('民事一审', 'Civil, first instance'),
  民终: text('民事二审', 'Civil, second instance'),
  民再: text('民事再审', 'Civil, retrial'),
  民特: text('民事特别程序', 'Civil, special procedure'),
  民辖: text('民事管辖', 'Civil, jurisdiction'),
  民辖终: text('民事管辖上诉', 'Civil, jurisdiction appeal'),
  民督: text('督促程序', 'Payment order'),
  行初: text('行政一审', 'Administrative, first instance'),
  行终: text('行政二审', 'Administrative, second instance'),
  行审: text('行政非诉审查', 'Administrative, review without suit'),
  执: text('首次执行', 'Enforcement'),
  执恢: text('恢复执行', 'Enforcement resumed'),
  执保: text('保全执行', 'Enforcement of preservation'),
  执异: text('执行异议', 'Objection to enforcement'),
  财保: text('财产保全', 'Preservation of property'),
  行保: text('行为保全', 'Preservation by conduct order'),
  刑初: text('刑事一审', 'Criminal, first instance'),
} as const satisfies Record<string, Text>;
export type CourtNumberType = keyof typeof courtNumberTypes;

/** A court number in its parts; `number` is the normalised form （2026）鲁0602诉前调确123号. */
export interface CourtNumber {
  readonly ok: true;
  readonly number: string;
  readonly year: number;
  /** 鲁0602, 鲁 for a high court, 最高法 for the Supreme People's Court. */
  readonly courtCode: string;
  /** 知 in numbers of intellectual-property tribunals, otherwise empty. */
  readonly specialised: '知' | '';
  readonly type: CourtNumberType;
  /** The running number as typed, and a suffix such as 之一 where the paper has one. Before 2016 “字第” stood before it. */
  readonly serial: string;
  readonly suffix: string;
}

/** Why a typed number is not a court number. */
export interface CourtNumberProblem {
  readonly ok: false;
  readonly code:
    | 'court-number-empty'
    | 'court-number-year'
    | 'court-number-court'
    | 'court-number-type'
    | 'court-number-serial';
  readonly text: Text;
}

// The keys of the table are exactly the type codes; Object.keys forgets that. Longest first: 诉前调确 before 诉前调.
const typeCodes = (Object.keys(courtNumberTypes) as CourtNumberType[]).sort((one, other) => other.length - one.length);

const example = '（2026）鲁0602民初456号';

/**
 * Reads a court number typed with half- or full-width brackets and digits and with any blanks, and gives its parts and
 * its normalised form (full-width brackets, half-width digits). Never invents a part: what is missing is a problem.
 */
export function parseCourtNumber(typed: string): CourtNumber | CourtNumberProblem {
  const plain = typed
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')');
  if (plain === '') return problem('court-number-empty', '请输入案号', 'Type the court number');
  const head = /^\(((?:19|20)\d{2})\)(.*)$/u.exec(plain);
  if (head === null)
    return problem('court-number-year', '案号应以括号内的年份开头', 'A court number begins with the year in brackets');
  const [, year = '', afterYear = ''] = head;
  const old = Number(year) < newNumbersFrom ? oldNumber(year, afterYear) : null;
  if (old !== null) return old;
  const court = /^(最高法|\p{Script=Han}\d{2,4}|\p{Script=Han})(.*)$/u.exec(afterYear);
  if (court === null) return problem('court-number-court', '年份后应为法院代字', "The court's code follows the year");
  const [, courtCode = '', afterCourt = ''] = court;
  const specialised = afterCourt.startsWith('知') ? '知' : '';
  const afterMark = afterCourt.slice(specialised.length);
  const type = typeCodes.find((code) => afterMark.startsWith(code));
  if (type === undefined)
    return problem('court-number-type', '不认识的案件类型代字', 'The code of the kind of case is not known');
  const tail = /^(\d{1,8})号((?:之[一二三四五六七八九十]+)?)$/u.exec(afterMark.slice(type.length));
  if (tail === null)
    return problem(
      'court-number-serial',
      '案号应以编号和“号”结尾',
      'A court number ends with the running number and 号',
    );
  const [, serial = '', suffix = ''] = tail;
  const number = `（${year}）${courtCode}${specialised}${type}${serial}号${suffix}`;
  return { ok: true, number, year: Number(year), courtCode, specialised, type, serial, suffix };
}

/** The year from which courts number by CN15; older papers keep their old numbers for ever. */
const newNumbersFrom = 2016;

/** An old number: courts had abbreviations of one to four characters, and 字第 stood before the running number. */
function oldNumber(year: string, afterYear: string): CourtNumber | null {
  const found = oldPattern.exec(afterYear);
  if (found === null) return null;
  const [, courtCode = '', mark = '', code = '', serial = '', suffix = ''] = found;
  const number = `（${year}）${courtCode}${mark}${code}字第${serial}号${suffix}`;
  const specialised = mark === '知' ? '知' : '';
  // The pattern is made of exactly the type codes.
  return {
    ok: true,
    number,
    year: Number(year),
    courtCode,
    specialised,
    type: code as CourtNumberType,
    serial,
    suffix,
  };
}

const oldPattern = new RegExp(
  `^(最高法|\\p{Script=Han}{1,4}?)(知?)(${typeCodes.join('|')})字第(\\d{1,8})号((?:之[一二三四五六七八九十]+)?)$`,
  'u',
);

function problem(code: CourtNumberProblem['code'], zh: string, en: string): CourtNumberProblem {
  return { ok: false, code, text: text(`${zh}，例如${example}。`, `${en}, for example ${example}.`) };
}
