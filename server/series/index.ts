/** Series of cases that one agreement closes: what API, pages and jobs do. */
export { mediationOf, type SeriesCandidate, seriesCandidates, seriesHolder, seriesRoles } from './candidates.ts';
export { makerOf } from './maker.ts';
export type { Verdict } from './preview.ts';
export { runSeries, type SeriesStart, startSeries } from './run.ts';
export {
  closeSeries,
  dropCase,
  gatherSeries,
  ownOf,
  rowNumbered,
  type SeriesChange,
  seriesList,
  seriesOf,
  termsOf,
  writeOwn,
  writeTerms,
} from './series.ts';
export { type SeriesRowView, type SeriesView, seriesView } from './view.ts';
