import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Reconciliation, ReconciliationHead } from '../../db/reconciliations.ts';
import { CursorInvalid, type Page } from '../../db/store.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import type { ReferralView } from '../views/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import type { ListResult } from './columns.ts';
import { type ComparedRow, compareLists, countsOf, kept, type RegisterEntry } from './compare.ts';
import { type ListEntries, listEntries } from './list-entries.ts';
import { listLimits, readList } from './read-list.ts';
import { dayAsked, invalid, referralsWithNumbers, registerHolder, wholeRegister } from './register.ts';

/** A form with a list and what it is compared with; `with` is empty for every organisation. */
export interface ListForm {
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

/** A comparison that was just made. Its rows may hold names of the list: for this answer alone. */
export interface Comparison extends Omit<ReconciliationHead, 'id'> {
  /** Null when nothing was kept. */
  readonly id: string | null;
  readonly rows: readonly ComparedRow[];
  readonly columns: ListEntries['columns'];
  readonly ignored: readonly string[];
}

/** Reads a multipart form into memory; nothing of a list is written to the disk. Throws `file-too-large`. */
export async function readListForm(request: FastifyRequest): Promise<ListForm> {
  const fields: Record<string, string> = {};
  let bytes: Buffer = Buffer.alloc(0);
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value).slice(0, 100);
    else if (part.fieldname === 'file') bytes = await contentOf(part.file);
    else part.file.resume();
  }
  return { bytes, fields };
}

async function contentOf(stream: import('node:stream').Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // What is too much is read and forgotten, so that the answer can be sent.
    if (size <= listLimits.bytes) chunks.push(chunk);
  }
  if (size > listLimits.bytes) throw new ProblemError('file-too-large', { limitBytes: listLimits.bytes });
  return Buffer.concat(chunks);
}

/**
 * Compares a list with the viewer's register. `keep`: the result is kept as a record, without any name of the list. Throws
 * `invalid-input` for the period and the organisation, and the problems of `readList` and `listEntries`.
 */
export async function reconcile(
  viewer: Viewer,
  { bytes, fields }: ListForm,
  keep: boolean,
  dependencies: Dependencies,
): Promise<Comparison> {
  const organisation = registerHolder(viewer);
  const { town, now, store, audit, ids } = dependencies;
  const scope = scopeOf(fields, town.organisations);
  const file = await readList(bytes);
  const { entries, columns, ignored } = listEntries(file, Object.values(town.organisations));
  const query = { from: scope.from, to: scope.to, with: scope.with ?? '' };
  const register = await wholeRegister(viewer, query, dependencies);
  const elsewhere = await foundElsewhere(viewer, entries, register, dependencies);
  const rows = compareLists(entries, register.map(entryOf), elsewhere.map(entryOf));
  const head = {
    organisation,
    madeBy: viewer.accountId,
    madeAt: momentOf(now()),
    ...scope,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    fileType: file.fileType,
    counts: countsOf(rows),
  };
  if (!keep) return { ...head, id: null, rows, columns, ignored };
  const id = ids();
  const isOrganisation = (one: string) => town.organisations[one] !== undefined;
  await store.reconciliations.keep({ ...head, id, rows: rows.map((row) => kept(row, isOrganisation)) });
  const person = viewer.accountId;
  await audit.record({ kind: 'listReconciled', at: head.madeAt, person, thing: id, details: { ...head.counts } });
  return { ...head, id, rows, columns, ignored };
}

/** A kept reconciliation of the viewer's organisation. Throws `not-found` for any other. */
export async function reconciliationOf(viewer: Viewer, id: string, { store }: Dependencies): Promise<Reconciliation> {
  const organisation = registerHolder(viewer);
  const found = await store.reconciliations.find(id);
  if (found === null || found.organisation !== organisation) throw new ProblemError('not-found');
  return found;
}

/** Those of the viewer's organisation, latest first. Throws `bad-request` for a foreign cursor. */
export async function reconciliationPage(
  viewer: Viewer,
  after: string | null,
  limit: number,
  { store }: Dependencies,
): Promise<Page<ReconciliationHead>> {
  try {
    return await store.reconciliations.page(registerHolder(viewer), after, limit);
  } catch (error) {
    if (error instanceof CursorInvalid) throw new ProblemError('bad-request');
    throw error;
  }
}

function scopeOf(
  fields: ListForm['fields'],
  organisations: Dependencies['town']['organisations'],
): Pick<ReconciliationHead, 'from' | 'to' | 'with'> {
  const from = dayAsked(fields.from, '/from');
  const to = dayAsked(fields.to, '/to');
  if (from === null) throw invalid('/from');
  if (to === null || to < from) throw invalid('/to');
  const other = fields.with || null;
  if (other !== null && organisations[other] === undefined) throw invalid('/with');
  return { from, to, with: other };
}

/** Referrals outside the period or of another organisation that bear a number of the list which the register does not have. */
async function foundElsewhere(
  viewer: Viewer,
  entries: ListEntries['entries'],
  register: readonly ReferralView[],
  dependencies: Dependencies,
): Promise<readonly ReferralView[]> {
  const known = new Set(register.map(({ id }) => id));
  const numbers = new Set(register.flatMap((view) => view.numbers));
  const unknown = entries.flatMap((entry) => (entry.numbers.some((one) => numbers.has(one)) ? [] : entry.numbers));
  const found = await referralsWithNumbers(viewer, [...new Set(unknown)], dependencies);
  return found.filter(({ id }) => !known.has(id));
}

function entryOf(view: ReferralView): RegisterEntry {
  const { id, case: of, numbers, mode, sentOn, organisation, heldBy, stage, returnedOn, claimants, respondents } = view;
  return {
    referral: id,
    caseId: of.id,
    code: of.code,
    numbers,
    mode,
    referredOn: sentOn,
    organisations: [organisation.id, ...(heldBy === null ? [] : [heldBy.id])],
    result: resultOf(stage),
    returnedOn,
    claimants,
    respondents,
  };
}

/** Whatever still waits is one result in a list. */
function resultOf(stage: ReferralView['stage']): ListResult {
  return stage === 'sent' || stage === 'received' ? 'mediating' : stage;
}
