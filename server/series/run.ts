import {
  countSeries,
  type LeasedSeriesRow,
  type Series,
  type SeriesKeeper,
  type SeriesOutcome,
  type SeriesReason,
} from '../../db/series.ts';
import { StorageFull, StoreBusy } from '../../db/store.ts';
import type { JsonObject, Refusal } from '../../workflows/index.ts';
import { type ProblemCode, ProblemError, problems } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type CommandRequest, type Dependencies, execute } from '../write/index.ts';
import { makerOf } from './maker.ts';
import { type Asked, agreementRequest, paperRequest, previewOf } from './preview.ts';
import { changeable, save, seriesOf, termsOf } from './series.ts';

/** What was read before a series is started. */
export interface SeriesStart {
  readonly acknowledged: readonly string[];
  readonly seen: Readonly<Record<number, number>>;
}

/**
 * Starts what is possible of a series now, also what was refused or skipped before; the rest stays as it is. `acknowledged`
 * are the codes of warnings that were read; `seen` the revisions of the mediations as they were looked at, by the number of
 * the row: what somebody changed since is skipped. A series that is under way already is left to go on. Throws
 * `acknowledge-warnings`, `series-without-terms`, `series-nothing-possible`, and what `changeable` does.
 */
export async function startSeries(
  viewer: Viewer,
  id: string,
  version: number,
  { acknowledged, seen }: SeriesStart,
  dependencies: Dependencies,
): Promise<void> {
  const known = await seriesOf(viewer, id, dependencies);
  if (countSeries(known.rows).waiting > 0) return;
  const series = await changeable(viewer, id, version, dependencies);
  const terms = termsOf(series);
  if (terms === null) throw new ProblemError('series-without-terms');
  await keepPaper(series, viewer.accountId, dependencies);
  const verdicts = new Map((await previewOf(series, viewer, dependencies)).map((one) => [one.number, one]));
  const unread = [...verdicts.values()].flatMap(({ warnings }) =>
    warnings.filter(({ code }) => !acknowledged.includes(code)),
  );
  if (unread.length > 0) throw new ProblemError('acknowledge-warnings');
  const rows = series.rows.map((row) => {
    const verdict = verdicts.get(row.number);
    if (verdict?.kind !== 'possible' && verdict?.kind !== 'warned') return row;
    const revision = verdict.asked?.revision ?? null;
    const read = seen[row.number];
    if (revision !== null && read !== undefined && read !== revision)
      return { ...row, state: 'skipped' as const, reason: reasonOfProblem('stale-revision') };
    const asked: JsonObject | null = verdict.asked === null ? null : { ...verdict.asked };
    return { ...row, state: 'waiting' as const, asked, attempts: 0, reason: null };
  });
  const hasSkipped = rows.some((row, index) => row !== series.rows[index] && row.state === 'skipped');
  if (countSeries(rows).waiting === 0 && !hasSkipped) throw new ProblemError('series-nothing-possible');
  await save({ ...series, rows }, dependencies);
}

/** An upload is forgotten after a day; one that a case refers to already may be put on the next by whoever brought it. */
async function keepPaper(series: Series, person: string, { files, uploads }: Dependencies): Promise<void> {
  const paper = termsOf(series)?.paper ?? null;
  if (paper === null) return;
  const stored = await files.find(`sha-256:${paper.sha256}`);
  if (stored?.bytes === paper.bytes) await uploads.add({ person, ...paper });
}

/** How many cases one turn deals with before it lets other jobs run. */
const perTurn = 200;
const leaseMinutes = 2;
/** How often a fault of ours is tried again. */
const attemptsOfARow = 5;

/**
 * Deals with what waits, one case after the other, each by its own command. May be called at any time, by several at once
 * and again after a stop: a case is leased by one, and its commands are derived from series and row, so that what was
 * given twice is done once. Who calls while it runs here waits for that, and looks again. Returns how many cases it dealt
 * with.
 */
export function runSeries(dependencies: Dependencies): Promise<number> {
  const { series } = dependencies.store;
  const before = running.get(series) ?? Promise.resolve(0);
  const run = before.then(
    () => dealWithWaiting(dependencies),
    () => dealWithWaiting(dependencies),
  );
  running.set(series, run);
  return run;
}

const running = new WeakMap<SeriesKeeper, Promise<number>>();

async function dealWithWaiting(dependencies: Dependencies): Promise<number> {
  const { store, now } = dependencies;
  for (let count = 0; count < perTurn; count += 1) {
    const moment = now();
    const leased = await store.series.lease({ now: moment, until: moment.add({ minutes: leaseMinutes }) });
    if (leased === null) return count;
    const { outcome, fault } = await outcomeOf(leased, dependencies);
    await store.series.settle(leased, outcome);
    // Costs this row an attempt; whoever runs the job is told.
    if (fault !== null) throw fault;
  }
  return perTurn;
}

interface Dealt {
  readonly outcome: SeriesOutcome;
  /** What went wrong with us. */
  readonly fault: unknown;
}

async function outcomeOf(leased: LeasedSeriesRow, dependencies: Dependencies): Promise<Dealt> {
  const { attempts } = leased.row;
  const progress = { agreed: leased.row.agreed };
  const again = (seconds: number): SeriesOutcome => ({ kind: 'again', nextAt: dependencies.now().add({ seconds }) });
  try {
    return { outcome: (await giveRow(leased, progress, dependencies)) ?? again(5), fault: null };
  } catch (error) {
    if (error instanceof StoreBusy || error instanceof StorageFull) return { outcome: again(30), fault: null };
    if (error instanceof ProblemError)
      return { outcome: refused(reasonOfProblem(error.problem.code), progress.agreed), fault: null };
    const outcome = attempts < attemptsOfARow ? again(60) : refused(reasonOfProblem('internal'), progress.agreed);
    return { outcome, fault: error };
  }
}

/**
 * The agreement first, then its paper. `progress` says also to whoever catches a fault whether the agreement is on record.
 * Null: others were faster, several times.
 */
async function giveRow(
  { series, row }: LeasedSeriesRow,
  progress: { agreed: boolean },
  dependencies: Dependencies,
): Promise<SeriesOutcome | null> {
  const viewer = await makerOf(series, dependencies);
  const terms = termsOf(series);
  if (viewer === null || terms === null) return refused(reasonOfProblem('not-allowed'), progress.agreed);
  if (!progress.agreed) {
    // The text was written from an `Asked` when the series was started.
    const asked = row.asked as unknown as Asked;
    const agreed = await give(agreementRequest(series.id, row, asked), viewer, dependencies);
    if (agreed === 'busy') return null;
    if (agreed !== 'done') return { ...agreed, agreed: false };
    progress.agreed = true;
  }
  const paper = paperRequest(series.id, row, terms);
  const kept = paper === null ? 'done' : await give(paper, viewer, dependencies);
  if (kept === 'busy') return null;
  return kept === 'done' ? { kind: 'settled', state: 'done' } : { ...kept, agreed: true };
}

type NotDone = Extract<SeriesOutcome, { state: 'refused' | 'skipped' }>;

async function give(
  request: CommandRequest,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<'done' | 'busy' | NotDone> {
  const outcome = await execute(request, viewer, dependencies);
  if (outcome.kind === 'done' || outcome.kind === 'busy') return outcome.kind;
  if (outcome.kind === 'refused') return refused(reasonOf(outcome.refusal), false);
  if (outcome.kind === 'missing') return refused(reasonOfProblem('not-found'), false);
  const code = outcome.kind === 'stale' ? 'stale-revision' : 'idempotency-key-reused';
  return { kind: 'settled', state: 'skipped', reason: reasonOfProblem(code), agreed: false };
}

function refused(reason: SeriesReason, agreed: boolean): NotDone {
  return { kind: 'settled', state: 'refused', reason, agreed };
}

function reasonOf({ code, text, instead }: Refusal): SeriesReason {
  return { code, text, instead };
}

function reasonOfProblem(code: string): SeriesReason {
  const { title, instead } = problems[code as ProblemCode] ?? problems.internal;
  return { code, text: title, instead };
}
