import { countSeries, type Series, type SeriesRow } from '../../db/series.ts';
import { type CaseFile, knownParties, knows, type Side } from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import { type RefusalView, refusalView, type WarningView, warningView } from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { previewOf, type Verdict } from './preview.ts';

/** One case of a series as its maker sees it. */
export interface SeriesRowView extends Pick<SeriesRow, 'number' | 'state' | 'agreed' | 'own' | 'reason'> {
  readonly case: {
    readonly id: string;
    readonly code: string;
    /** Null where the viewer may not know the case any more. */
    readonly href: string | null;
    readonly claimants: readonly string[];
    readonly respondents: readonly string[];
  };
  readonly proceeding: string;
  /** What would become of it now; null while it waits, and when it is done or the series is over. */
  readonly verdict: {
    readonly kind: Verdict['kind'];
    readonly refusal: RefusalView | null;
    readonly warnings: readonly WarningView[];
    readonly revision: number | null;
  } | null;
}

export interface SeriesView extends Omit<Series, 'rows' | 'organisation' | 'madeBy'> {
  readonly counts: ReturnType<typeof countSeries>;
  readonly rows: readonly SeriesRowView[];
}

/** A series with its cases, how far it is, and what would become of the rest now. */
export async function seriesView(series: Series, viewer: Viewer, dependencies: Dependencies): Promise<SeriesView> {
  const { id, madeAt, version, closed, terms } = series;
  const counts = countSeries(series.rows);
  const isOpen = !closed && counts.waiting === 0 && terms !== null;
  const verdicts = isOpen ? await previewOf(series, viewer, dependencies) : [];
  const byNumber = new Map(verdicts.map((one) => [one.number, one]));
  const rows = await Promise.all(
    series.rows.map(async (row): Promise<SeriesRowView> => {
      const { number, state, agreed, own, reason, proceeding } = row;
      const verdict = state === 'done' ? undefined : byNumber.get(number);
      const shown = verdict === undefined ? null : verdictView(verdict);
      return {
        number,
        state,
        agreed,
        own,
        reason,
        proceeding,
        case: await caseOf(row, viewer, dependencies),
        verdict: shown,
      };
    }),
  );
  return { id, madeAt, version, closed, terms, counts, rows };
}

function verdictView({ kind, refusal, warnings, asked }: Verdict): NonNullable<SeriesRowView['verdict']> {
  return {
    kind,
    refusal: refusal === null ? null : refusalView(refusal),
    warnings: warnings.map(warningView),
    revision: asked?.revision ?? null,
  };
}

async function caseOf(
  { caseId, caseCode }: SeriesRow,
  viewer: Viewer,
  { store }: Dependencies,
): Promise<SeriesRowView['case']> {
  const caseFile = await store.load(caseId);
  if (caseFile === null || !knows(caseFile, actorOf(viewer)))
    return { id: caseId, code: caseCode, href: null, claimants: [], respondents: [] };
  const [claimants, respondents] = await Promise.all([
    namesOf(caseFile, 'claimant', viewer, store),
    namesOf(caseFile, 'respondent', viewer, store),
  ]);
  return { id: caseId, code: caseCode, href: `/cases/${caseId}`, claimants, respondents };
}

async function namesOf(
  caseFile: CaseFile,
  side: Side,
  viewer: Viewer,
  { reads }: Dependencies['store'],
): Promise<readonly string[]> {
  const known = knownParties(caseFile, actorOf(viewer));
  const persons = Object.values(caseFile.parties).flatMap((party) =>
    party.side === side && known.has(party.id) ? [party.person] : [],
  );
  const names = await reads.names(persons);
  return persons.flatMap((person) => names[person] || []);
}
