import { closedSeries, countSeries, type Series, type SeriesHead, type SeriesRow } from '../../db/series.ts';
import {
  isRefusal,
  type JsonObject,
  knows,
  readSeriesTerms,
  type SeriesOwn,
  type SeriesTerms,
} from '../../workflows/index.ts';
import { ProblemError, problemOfKind } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { actorOf, type Dependencies, givenFor, momentOf } from '../write/index.ts';
import { mediationOf, seriesHolder } from './candidates.ts';

const largest = 100;

/** A series of the viewer's. Throws `not-found` for any other: terms of an agreement are for whoever mediates it. */
export async function seriesOf(viewer: Viewer, id: string, { store }: Dependencies): Promise<Series> {
  const organisation = seriesHolder(viewer);
  const series = await store.series.find(id);
  if (series === null || series.madeBy !== viewer.accountId || series.organisation !== organisation)
    throw new ProblemError('not-found');
  return series;
}

/** The viewer's latest series. */
export async function seriesList(viewer: Viewer, { store }: Dependencies): Promise<readonly SeriesHead[]> {
  const organisation = seriesHolder(viewer);
  const all = await store.series.ofPerson(viewer.accountId, 50);
  return all.filter((one) => one.organisation === organisation);
}

/** Gathers cases into a new series. Throws `series-too-few`, `series-too-many`, `series-not-a-mediation` and `not-found`. */
export async function gatherSeries(
  viewer: Viewer,
  cases: readonly string[],
  dependencies: Dependencies,
): Promise<string> {
  const organisation = seriesHolder(viewer);
  const { store, ids, now } = dependencies;
  const rows = await rowsFor(viewer, [...new Set(cases)], dependencies);
  if (rows.length < 2) throw new ProblemError('series-too-few');
  const id = ids();
  await store.series.create({
    id,
    organisation,
    madeBy: viewer.accountId,
    madeAt: momentOf(now()),
    version: 1,
    closed: false,
    terms: null,
    rows,
  });
  return id;
}

async function rowsFor(
  viewer: Viewer,
  cases: readonly string[],
  dependencies: Dependencies,
): Promise<readonly SeriesRow[]> {
  if (cases.length > largest) throw new ProblemError('series-too-many');
  const rows: SeriesRow[] = [];
  for (const caseId of cases) {
    const caseFile = await dependencies.store.load(caseId);
    if (caseFile === null || !knows(caseFile, actorOf(viewer))) throw new ProblemError('not-found');
    const proceeding = mediationOf(caseFile, viewer, dependencies);
    if (proceeding === null) throw new ProblemError('series-not-a-mediation');
    rows.push({
      number: rows.length + 1,
      caseId,
      caseCode: caseFile.header.code,
      proceeding: proceeding.id,
      own: null,
      asked: null,
      state: 'chosen',
      agreed: false,
      attempts: 0,
      reason: null,
    });
  }
  return rows;
}

/** What a form changes of a series: the common terms, and what differs in single cases by their number. */
export interface SeriesChange {
  readonly terms: unknown;
  readonly own: Readonly<Record<number, Pick<SeriesOwn, 'amountFen' | 'signedOn'>>>;
}

/**
 * Writes the terms of a series. `version` is the one that was read. Throws `invalid-input` with the field that is wrong,
 * `stale-revision`, `series-running` or `series-closed`; nothing is kept then.
 */
export async function writeTerms(
  viewer: Viewer,
  id: string,
  version: number,
  { terms, own }: SeriesChange,
  dependencies: Dependencies,
): Promise<void> {
  const series = await changeable(viewer, id, version, dependencies);
  const read = readSeriesTerms(terms, await givenFor(actorOf(viewer), dependencies));
  if (isRefusal(read)) {
    const { code, text, instead, field } = read;
    const kind = {
      status: 422,
      title: text,
      instead: instead ?? { zh: '请改正后再保存。', en: 'Correct it and save again.' },
    };
    throw new ProblemError(problemOfKind(code, kind, field === null ? {} : { field }));
  }
  await onlyOwnPaper(viewer, series, read, dependencies);
  const rows = series.rows.map((row) => {
    const said = own[row.number];
    if (said === undefined || row.state === 'done' || row.agreed) return row;
    return { ...row, own: ownKept({ ...ownOf(row), ...said }) };
  });
  await save({ ...series, terms: read, rows }, dependencies);
}

/** Whoever merely knows the hash of a paper must not get at the paper: a new one is an upload of the viewer's. */
async function onlyOwnPaper(
  viewer: Viewer,
  series: Series,
  read: JsonObject,
  { uploads }: Dependencies,
): Promise<void> {
  const paper = termsOf({ terms: read })?.paper ?? null;
  if (paper === null || paper.sha256 === termsOf(series)?.paper?.sha256) return;
  const known = await uploads.find(viewer.accountId, paper.sha256);
  if (known === undefined || known.bytes !== paper.bytes || known.mediaType !== paper.mediaType)
    throw new ProblemError('file-not-uploaded', { field: 'paper' });
}

/** Writes the whole form of one case; null goes back to the common terms. Throws like {@link writeTerms}, and `not-found`. */
export async function writeOwn(
  viewer: Viewer,
  id: string,
  version: number,
  number: number,
  whole: SeriesOwn['whole'],
  dependencies: Dependencies,
): Promise<void> {
  const series = await changeable(viewer, id, version, dependencies);
  const row = rowNumbered(series, number);
  if (row.state === 'done' || row.agreed) throw new ProblemError('not-found');
  await save(withRow(series, { ...row, own: ownKept({ ...ownOf(row), whole }) }), dependencies);
}

/** Takes a case out of a series; what is on record of it stays on record. Throws like {@link writeTerms}, and `series-too-few`. */
export async function dropCase(
  viewer: Viewer,
  id: string,
  version: number,
  number: number,
  dependencies: Dependencies,
): Promise<void> {
  const series = await changeable(viewer, id, version, dependencies);
  const row = rowNumbered(series, number);
  if (row.state === 'done') throw new ProblemError('not-found');
  if (series.rows.length <= 1) throw new ProblemError('series-too-few');
  await save({ ...series, rows: series.rows.filter((one) => one !== row) }, dependencies);
}

/** Gives up what is left of a series and forgets its terms; what is done is in the cases. */
export async function closeSeries(
  viewer: Viewer,
  id: string,
  version: number,
  dependencies: Dependencies,
): Promise<void> {
  const series = await changeable(viewer, id, version, dependencies);
  await save(closedSeries(series), dependencies);
}

/** Loads a series to change it. Throws `series-closed`, `series-running` or `stale-revision`. */
export async function changeable(
  viewer: Viewer,
  id: string,
  version: number,
  dependencies: Dependencies,
): Promise<Series> {
  const series = await seriesOf(viewer, id, dependencies);
  if (series.closed) throw new ProblemError('series-closed');
  if (countSeries(series.rows).waiting > 0) throw new ProblemError('series-running');
  if (series.version !== version) throw new ProblemError('stale-revision');
  return series;
}

/** Throws `stale-revision` when somebody was faster. */
export async function save(series: Series, { store, now }: Dependencies): Promise<void> {
  if (!(await store.series.save(series, now()))) throw new ProblemError('stale-revision');
}

/** A row by its number. Throws `not-found`. */
export function rowNumbered(series: Series, number: number): SeriesRow {
  const row = series.rows.find((one) => one.number === number);
  if (row === undefined) throw new ProblemError('not-found');
  return row;
}

function withRow(series: Series, row: SeriesRow): Series {
  return { ...series, rows: series.rows.map((one) => (one.number === row.number ? row : one)) };
}

const nothingOwn: SeriesOwn = { amountFen: null, signedOn: null, whole: null };

/** What differs in a case, as it was kept by {@link ownKept}. */
export function ownOf({ own }: SeriesRow): SeriesOwn {
  return own === null ? nothingOwn : (own as unknown as SeriesOwn);
}

/** The terms as they were kept by `readSeriesTerms`; null: not written yet. */
export function termsOf({ terms }: Pick<Series, 'terms'>): SeriesTerms | null {
  return terms as unknown as SeriesTerms | null;
}

function ownKept(own: SeriesOwn): JsonObject | null {
  const isNothing = own.amountFen === null && own.signedOn === null && own.whole === null;
  return isNothing ? null : { ...own };
}
