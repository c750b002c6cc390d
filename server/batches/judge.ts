import type { BatchReason, BatchRow } from '../../db/batches.ts';
import { keyedHash } from '../../db/keys.ts';
import { knows, type Refusal, type Text, text } from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import { actorOf, type CommandRequest, commandIdOf, type Dependencies, rehearse } from '../write/index.ts';
import { type Cells, canonicalCells, keysOfRow, type ReadRow, readCells } from './cells.ts';

/** A row of a list as it came. */
export type TypedRow = Pick<BatchRow, 'number'> & { readonly cells: Cells };

/** Left out because it may be a case that is open: the only reason that whoever brought the list may decide otherwise. */
export const doubtful = 'related-double-filing';

/** Tells a row that says the same, also in another list; useless without the key. */
export function digestOf(organisation: string, cells: Cells, { queryCodes }: Dependencies['keys']): string {
  return keyedHash(queryCodes, `batch-row\0${organisation}\0${canonicalCells(cells)}`);
}

/** The command that opens the case of a row. Its key is derived from what the row says, so that one given twice opens one. */
export function openingRequest({ data }: ReadRow, { digest, warnings }: Pick<BatchRow, 'digest' | 'warnings'>) {
  return {
    caseId: null,
    type: 'openCase',
    targetId: null,
    occurredOn: null,
    data,
    acknowledged: warnings,
    evidence: null,
    idempotencyKey: keyOfRow(digest),
    ifMatch: null,
  } satisfies CommandRequest;
}

const keyOfRow = (digest: string) => `batch-${digest}`;

/** Says of each row what would become of it now, in their order. Opens nothing. */
export async function judgeRows(
  rows: readonly TypedRow[],
  viewer: Viewer & { readonly organisationId: string },
  dependencies: Dependencies,
): Promise<readonly BatchRow[]> {
  const first = new Map<string, number>();
  const judged: BatchRow[] = [];
  for (const { number, cells } of rows) {
    const read = readCells(cells);
    const digest = digestOf(viewer.organisationId, cells, dependencies.keys);
    const keys = [`row ${digest}`, ...keysOfRow(read)];
    const earlier = keys.flatMap((key) => first.get(key) ?? [])[0];
    for (const key of keys) if (!first.has(key)) first.set(key, number);
    const verdict =
      earlier === undefined ? await verdictOf(read, digest, viewer, dependencies) : leftOut(twiceInTheList(earlier));
    judged.push({ number, digest, cells: { ...cells }, attempts: 0, caseId: null, caseCode: null, ...verdict });
  }
  return judged;
}

type Verdict = Pick<BatchRow, 'state' | 'warnings' | 'reason'>;

async function verdictOf(
  read: ReadRow,
  digest: string,
  viewer: Viewer & { readonly organisationId: string },
  dependencies: Dependencies,
): Promise<Verdict> {
  if (read.problems.length > 0) return { state: 'refused', warnings: [], reason: wrongCells };
  const known = await knownCase(read, digest, viewer, dependencies);
  if (known !== null) return leftOut(known);
  const rehearsed = await rehearse(openingRequest(read, { digest, warnings: [] }), viewer, dependencies);
  if (rehearsed.kind !== 'refused') return { state: 'ready', warnings: [], reason: null };
  const { refusal } = rehearsed;
  if (refusal.status !== 'acknowledge') return { state: 'refused', warnings: [], reason: reasonOf(refusal) };
  const warnings = refusal.warnings.map(({ code }) => code);
  const reason = reasonOf(refusal);
  return { state: warnings.includes(doubtful) ? 'duplicate' : 'ready', warnings, reason };
}

/** A refusal in the words of a row; of one that only asks to read, what is to be read, the doubt first. */
export function reasonOf({ code, text: said, instead, status, warnings }: Refusal): BatchReason {
  if (status !== 'acknowledge') return { code, text: said, instead };
  const ordered = warnings.toSorted((left, right) => Number(right.code === doubtful) - Number(left.code === doubtful));
  const together = (language: keyof Text) => ordered.map((one) => one.text[language]).join(' ');
  return {
    code: ordered[0]?.code ?? code,
    text: { zh: together('zh'), en: together('en') },
    instead: ordered[0]?.instead ?? null,
  };
}

/** A case that this very row opened, or one of the organisation's own under the same number of the court. */
async function knownCase(
  { courtNumber }: ReadRow,
  digest: string,
  viewer: Viewer & { readonly organisationId: string },
  { store }: Dependencies,
): Promise<BatchReason | null> {
  const { organisationId, accountId } = viewer;
  const opened = await store.batches.openedBy(organisationId, digest);
  if (opened !== null) return openedBefore(opened.caseCode);
  const answered = await store.answered(accountId, commandIdOf(accountId, keyOfRow(digest)));
  if (answered !== null) return openedBefore(String(answered.answer.code));
  if (courtNumber === null) return null;
  for (const id of await store.reads.casesWithKey('number', courtNumber, 20)) {
    const caseFile = await store.load(id);
    if (caseFile === null || !knows(caseFile, actorOf(viewer))) continue;
    const carries = Object.values(caseFile.proceedings).some(
      (one) => one.organisation === organisationId && one.number === courtNumber,
    );
    if (carries) return sameNumber(caseFile.header.code);
  }
  return null;
}

const leftOut = (reason: BatchReason): Verdict => ({ state: 'duplicate', warnings: [], reason });

const wrongCells: BatchReason = {
  code: 'invalid-input',
  text: text('有需要改正的单元格。', 'Some cells are to be corrected.'),
  instead: text('请在名单中改正后重新上传。', 'Correct them in the list and upload it again.'),
};

function twiceInTheList(row: number): BatchReason {
  return {
    code: 'row-twice',
    text: text(`与第 ${row} 行重复。`, `The same as row ${row}.`),
    instead: text(
      '一案有多名被申请人的，请写在同一行，以“；”隔开。',
      'Several respondents of one case stand in one row, with “；” between them.',
    ),
  };
}

export function openedBefore(code: string): BatchReason {
  return {
    code: 'row-opened-before',
    text: text(`此行已登记为 ${code}。`, `This row was opened before as ${code}.`),
    instead: null,
  };
}

function sameNumber(code: string): BatchReason {
  return {
    code: 'court-number-known',
    text: text(`案件 ${code} 已有此案号。`, `Case ${code} has this court number.`),
    instead: text('请在该案中办理。', 'Go on in that case.'),
  };
}
