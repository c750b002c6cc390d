import type { Series, SeriesRow } from '../../db/series.ts';
import {
  agreementOfSeries,
  type CaseFile,
  isRefusal,
  type JsonObject,
  knows,
  type LegalDate,
  paperOfSeries,
  type Refusal,
  type SeriesTerms,
  type Warning,
} from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import { actorOf, type CommandRequest, type Dependencies, type Rehearsed, rehearse } from '../write/index.ts';
import { ownOf, termsOf } from './series.ts';

/** What would become of one case if the series were started now. */
export interface Verdict {
  readonly number: number;
  /** `missing`: not there for this viewer any more. `done`: there is nothing left to do. */
  readonly kind: 'possible' | 'warned' | 'refused' | 'missing' | 'done';
  readonly refusal: Refusal | null;
  readonly warnings: readonly Warning[];
  /** What would be asked for; null where nothing can be. */
  readonly asked: Asked | null;
}

/** The agreement of one case as it is started: fixed, so that giving it again says the same. */
export interface Asked {
  readonly occurredOn: LegalDate;
  readonly data: JsonObject;
  /** Revision of the mediation that was looked at; null: none was. */
  readonly revision: number | null;
  readonly acknowledged: readonly string[];
}

/** Asks for each case of a series what would become of it, in their order. Writes nothing. */
export async function previewOf(
  series: Series,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<readonly Verdict[]> {
  const terms = termsOf(series);
  const verdicts: Verdict[] = [];
  for (const row of series.rows) {
    if (row.state === 'done' || terms === null) verdicts.push({ ...nothing, number: row.number, kind: 'done' });
    else verdicts.push({ ...(await verdictOf(series.id, row, terms, viewer, dependencies)), number: row.number });
  }
  return verdicts;
}

const nothing = { refusal: null, warnings: [], asked: null } as const;
type Judged = Omit<Verdict, 'number'>;

async function verdictOf(
  series: string,
  row: SeriesRow,
  terms: SeriesTerms,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<Judged> {
  const caseFile = await dependencies.store.load(row.caseId);
  if (caseFile === null || !knows(caseFile, actorOf(viewer))) return { ...nothing, kind: 'missing' };
  const agreement = row.agreed ? null : await agreementVerdict(series, row, terms, caseFile, viewer, dependencies);
  if (agreement !== null && agreement.kind !== 'possible' && agreement.kind !== 'warned') return agreement;
  const paper = paperRequest(series, row, terms);
  if (paper === null) return agreement ?? { ...nothing, kind: 'possible' };
  const refused = refusalOf(await rehearse(paper, viewer, dependencies));
  return refused === null ? (agreement ?? { ...nothing, kind: 'possible' }) : refused;
}

async function agreementVerdict(
  series: string,
  row: SeriesRow,
  terms: SeriesTerms,
  caseFile: CaseFile,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<Judged> {
  const proceeding = caseFile.proceedings[row.proceeding];
  if (proceeding === undefined) return { ...nothing, kind: 'missing' };
  const made = agreementOfSeries(caseFile, proceeding, terms, ownOf(row));
  if (isRefusal(made)) return { ...nothing, kind: 'refused', refusal: made };
  const unread: Asked = { ...made, revision: null, acknowledged: [] };
  const rehearsed = await rehearse(agreementRequest(series, row, unread), viewer, dependencies);
  if (rehearsed.kind === 'refused' && rehearsed.refusal.status === 'acknowledge') {
    const { warnings } = rehearsed.refusal;
    const acknowledged = warnings.map(({ code }) => code);
    return { ...nothing, kind: 'warned', warnings, asked: { ...unread, revision: rehearsed.revision, acknowledged } };
  }
  const revision = rehearsed.kind === 'possible' ? rehearsed.revision : null;
  return refusalOf(rehearsed) ?? { ...nothing, kind: 'possible', asked: { ...unread, revision } };
}

function refusalOf(rehearsed: Rehearsed): Judged | null {
  if (rehearsed.kind === 'possible' || rehearsed.kind === 'done') return null;
  return rehearsed.kind === 'missing'
    ? { ...nothing, kind: 'missing' }
    : { ...nothing, kind: 'refused', refusal: rehearsed.refusal };
}

/** The command that records the agreement in one case. Its key is derived, so that a row given twice is done once. */
export function agreementRequest(series: string, row: SeriesRow, asked: Asked): CommandRequest {
  const { occurredOn, data, revision, acknowledged } = asked;
  return {
    ...common(series, row, 'agreement'),
    type: 'recordAgreement',
    occurredOn,
    data,
    acknowledged,
    ifMatch: revision,
  };
}

/** The command that puts the signed paper on one case's file; null: there is none. */
export function paperRequest(series: string, row: SeriesRow, terms: SeriesTerms): CommandRequest | null {
  const paper = paperOfSeries(terms);
  if (paper === null) return null;
  return { ...common(series, row, 'paper'), type: 'addItem', ...paper, acknowledged: [], ifMatch: null };
}

function common(series: string, { number, caseId, proceeding }: SeriesRow, what: 'agreement' | 'paper') {
  return { caseId, targetId: proceeding, evidence: null, idempotencyKey: `series-${series}-${number}-${what}` };
}
