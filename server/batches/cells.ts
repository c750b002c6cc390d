import {
  type JsonObject,
  normaliseNumber,
  type PersonInput,
  parseCourtNumber,
  personFault,
  rightKey,
  type Text,
  text,
} from '../../workflows/index.ts';
import { plainHeading } from '../registers/index.ts';
import { type BatchField, batchFieldNames, batchFields, kindWords, listedWords } from './columns.ts';

/** What stands in the cells of one row, by field; empty cells are left out. */
export type Cells = Readonly<Partial<Record<BatchField, string>>>;

/** What is wrong with a row, at the cell where it can be put right; null: with the whole. */
export interface CellProblem {
  readonly field: BatchField | null;
  readonly text: Text;
}

/** A row read: what the opening command is given, and what is wrong with the cells, all of it at once. */
export interface ReadRow {
  readonly data: JsonObject;
  readonly courtNumber: string | null;
  readonly problems: readonly CellProblem[];
}

/** Reads the cells of a row into the data of the command that opens a case. Pure. */
export function readCells(cells: Cells): ReadRow {
  const problems: CellProblem[] = [];
  const wrong = (field: BatchField, problem: Text): null => {
    problems.push({ field, text: problem });
    return null;
  };
  const courtNumber = courtNumberIn(cells, wrong);
  const claimants = personsIn(cells, 'claimant', wrong);
  if (claimants.length > 1) wrong('claimant', oneClaimant);
  if (isExample(cells)) wrong('claimant', exampleRow);
  const data: JsonObject = {
    ...(claimants[0] === undefined ? {} : { claimant: { ...claimants[0] } }),
    respondents: personsIn(cells, 'respondent', wrong).map((who) => ({ who: { ...who } })),
    summary: summaryIn(cells, courtNumber, wrong),
    source: listed('source', cells, wrong) ?? (courtNumber === null ? null : 'courtReferral'),
    rightKind: listed('rightKind', cells, wrong),
    rightNumber: short('rightNumber', 60, cells, wrong),
    rightName: short('rightName', 120, cells, wrong),
    dispute: listed('dispute', cells, wrong),
    amountFen: amountIn(cells, wrong),
    product: short('product', 200, cells, wrong),
  };
  return { data, courtNumber, problems };
}

/** By what a row is recognised in its own list: the number of the court, or the right with both sides. */
export function keysOfRow({ data, courtNumber }: ReadRow): readonly string[] {
  // Both were written by `readCells`.
  const claimant = data.claimant as unknown as PersonInput | undefined;
  const respondents = data.respondents as unknown as readonly { readonly who: PersonInput }[];
  const right = rightKey(typeof data.rightNumber === 'string' ? data.rightNumber : null);
  const sides = [claimant?.name ?? '', ...respondents.map(({ who }) => who.name).toSorted()].map(normaliseNumber);
  return [
    ...(courtNumber === null ? [] : [`court ${courtNumber}`]),
    ...(right === null || respondents.length === 0 ? [] : [`right ${right} ${sides.join('|')}`]),
  ];
}

/** A row as it is compared with another: cell by cell, without blanks and in one width. */
export function canonicalCells(cells: Cells): string {
  return JSON.stringify(batchFieldNames.map((field) => normaliseNumber(cells[field] ?? '')));
}

type Wrong = (field: BatchField, problem: Text) => null;
type Side = 'claimant' | 'respondent';

function isExample({ claimant, respondent }: Cells): boolean {
  return claimant === batchFields.claimant.example && respondent === batchFields.respondent.example;
}

/** The persons of one side. Several names in a cell stand for themselves: whose number it would be, nobody could tell. */
function personsIn(cells: Cells, side: Side, wrong: Wrong): readonly PersonInput[] {
  const names = (cells[side] ?? '')
    .split(/[；;、\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) {
    wrong(side, text('请填写姓名或名称。', 'Give the name.'));
    return [];
  }
  if (names.some((name) => name.length > 120)) wrong(side, tooLong(120));
  const details = (['Number', 'Telephone', 'Address'] as const).map((part) => `${side}${part}` as const);
  if (names.length > 1) {
    for (const field of details) if (cells[field] !== undefined) wrong(field, severalNames);
    return names.flatMap((name) => personOf(name, {}, side, wrong) ?? []);
  }
  return [personOf(names[0] ?? '', cells, side, wrong) ?? []].flat();
}

function personOf(name: string, cells: Cells, side: Side, wrong: Wrong): PersonInput | null {
  const kind = kindOf(name, cells[`${side}Kind`], `${side}Kind`, wrong);
  if (kind === null) return null;
  const number = numberIn(cells, kind, `${side}Number`, wrong);
  const telephone = short(`${side}Telephone`, 40, cells, wrong)?.normalize('NFKC') ?? null;
  const unreachable = personFault({ telephone });
  if (unreachable !== null) wrong(`${side}Telephone`, unreachable.text);
  return {
    kind,
    name,
    telephone,
    email: null,
    address: short(`${side}Address`, 300, cells, wrong),
    identityNumber: kind === 'natural' ? number : null,
    creditCode: kind === 'natural' ? null : number,
  };
}

/** Ends of names that leave no doubt what somebody is; whatever else there is must say so. */
const endings: readonly (readonly [RegExp, PersonInput['kind']])[] = [
  [/(分公司|合伙企业|有限合伙|事务所)$/u, 'unincorporated'],
  [/(公司|集团|厂|合作社|协会|研究院|研究所|大学|学院|医院)$/u, 'legal'],
  [
    /(店|商行|经营部|经销处|超市|批发部|门市部|工作室|档口|摊位|加工部|维修部|服务部|商铺|百货)$/u,
    'individualBusiness',
  ],
  [/^\p{Script=Han}{2,3}$/u, 'natural'],
];

function kindOf(name: string, typed: string | undefined, field: BatchField, wrong: Wrong): PersonInput['kind'] | null {
  if (typed !== undefined) {
    const plain = plainHeading(typed);
    // The names of a table of words are its own; Object.entries forgets that.
    const entries = Object.entries(kindWords) as [PersonInput['kind'], readonly string[]][];
    return entries.find(([, words]) => words.includes(plain))?.[0] ?? wrong(field, kindChoices);
  }
  const plain = name.normalize('NFKC').replace(/\([^)]*\)$/u, '');
  return endings.find(([ending]) => ending.test(plain))?.[1] ?? wrong(field, kindUnclear);
}

function numberIn(cells: Cells, kind: PersonInput['kind'], field: BatchField, wrong: Wrong): string | null {
  const typed = cells[field];
  if (typed === undefined) return null;
  const number = normaliseNumber(typed);
  const fault = personFault({ [kind === 'natural' ? 'identityNumber' : 'creditCode']: number });
  return fault === null ? number : wrong(field, fault.text);
}

function courtNumberIn({ courtNumber }: Cells, wrong: Wrong): string | null {
  if (courtNumber === undefined) return null;
  const parsed = parseCourtNumber(courtNumber);
  return parsed.ok ? parsed.number : wrong('courtNumber', courtNumberWrong);
}

/** The number of the court is said in the summary: the case has no proceeding of the court yet that could carry it. */
function summaryIn({ summary = '' }: Cells, courtNumber: string | null, wrong: Wrong): string | null {
  if (summary === '') return wrong('summary', text('请用一句话写明事由。', 'Say in one sentence what it is about.'));
  const whole = courtNumber === null ? summary : `${summary}（法院案号：${courtNumber}）`;
  return whole.length > 500 ? wrong('summary', tooLong(500)) : whole;
}

function listed(field: keyof typeof listedWords, cells: Cells, wrong: Wrong): string | null {
  const typed = cells[field];
  if (typed === undefined) return null;
  const plain = plainHeading(typed);
  const labels: Readonly<Record<string, Text>> = listedWords[field];
  const found = Object.entries(labels).find(([value, { zh, en }]) =>
    [value, zh, en].some((one) => plainHeading(one) === plain),
  );
  if (found !== undefined) return found[0];
  const all = Object.values(labels);
  return wrong(field, {
    zh: `请填写以下之一：${all.map(({ zh }) => zh).join('、')}。`,
    en: `Give one of: ${all.map(({ en }) => en).join(', ')}.`,
  });
}

function amountIn({ amount }: Cells, wrong: Wrong): number | null {
  if (amount === undefined) return null;
  const plain = amount.normalize('NFKC').replace(/[\s,¥元]/g, '');
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  const fen = match === null ? 0 : Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`);
  return fen > 0 ? fen : wrong('amount', amountWrong);
}

function short(field: BatchField, limit: number, cells: Cells, wrong: Wrong): string | null {
  const typed = cells[field] ?? null;
  return typed !== null && typed.length > limit ? wrong(field, tooLong(limit)) : typed;
}

const tooLong = (limit: number): Text => text(`最多 ${limit} 个字。`, `${limit} characters at most.`);
const oneClaimant = text(
  '每行一名申请人；共同申请人请在登记后补充。',
  'One claimant in a row; add others once the case is open.',
);
const exampleRow = text('这是模板的示例行，请删除。', 'This is the example of the template; delete it.');
const severalNames = text(
  '一格有多个姓名或名称时请留空，登记后分别补充。',
  'Leave this empty where a cell has several names; add it to each once the case is open.',
);
const kindChoices = text(
  '请填写：自然人、法人、个体工商户或非法人组织。',
  'Give one of: natural, legal, individual business, unincorporated.',
);
const kindUnclear = text(
  '从名称看不出类型，请填写：自然人、法人、个体工商户或非法人组织。',
  'The name does not show the kind; give one of: natural, legal, individual business, unincorporated.',
);
const courtNumberWrong = text(
  '案号无法识别，应如（2026）鲁0602民初456号。',
  'Write the court number like （2026）鲁0602民初456号.',
);
const amountWrong = text(
  '请填写金额，单位为元，最多两位小数，例如 60000。',
  'Give an amount in yuan with at most two decimals, e.g. 60000.',
);
