import type { CaseRow } from '../../db/store.ts';
import { type CaseFile, isInCharge, linksOf, type Proceeding, seriesMachines } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { actorOf, type Dependencies, momentOf } from '../write/index.ts';

/** Whose roles mediate; nobody else gathers a series. */
export const seriesRoles: readonly string[] = ['mediator', 'rulingOfficer', 'enforcementOfficer'];

/** The organisation of somebody who mediates. Throws `not-allowed` for everybody else. */
export function seriesHolder({ organisationId, roles }: Viewer): string {
  if (organisationId === null || !roles.some((role) => seriesRoles.includes(role)))
    throw new ProblemError('not-allowed');
  return organisationId;
}

/** A case that could stand in a series. */
export interface SeriesCandidate {
  readonly row: CaseRow;
  /** Whether it is linked with the case from which the series is gathered. */
  readonly linked: boolean;
}

/** How many cases are offered, the latest opened first. */
const offered = 200;

/**
 * Open cases of the viewer's organisation in whose mediation the viewer is in charge. `from`: the case whose links are
 * looked at; a case the viewer may not know of is none.
 */
export async function seriesCandidates(
  viewer: Viewer,
  from: string | null,
  dependencies: Dependencies,
): Promise<readonly SeriesCandidate[]> {
  const organisation = seriesHolder(viewer);
  const { store } = dependencies;
  const officers = [viewer.accountId, ...(viewer.standsInFor ?? [])];
  const pages = await Promise.all(
    officers.map((officer) => store.reads.cases({ organisation, scope: 'open', officer, after: null, limit: offered })),
  );
  const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.caseId, row]));
  const mediating = await Promise.all(
    [...rows.values()].map(async (row) => {
      const caseFile = await store.load(row.caseId);
      return caseFile !== null && mediationOf(caseFile, viewer, dependencies) !== null ? [row] : [];
    }),
  );
  const related = from !== null && rows.has(from) ? await relatedTo(from, dependencies) : new Set<string>();
  return mediating.flat().map((row) => ({ row, linked: related.has(row.caseId) }));
}

/** A case with everything it is linked with, in either direction. */
async function relatedTo(caseId: string, { store }: Dependencies): Promise<ReadonlySet<string>> {
  const caseFile = await store.load(caseId);
  const there = caseFile === null ? [] : linksOf(caseFile).map(({ other }) => other);
  const here = await store.reads.casesWithKey('link', caseId, offered);
  return new Set([caseId, ...there, ...here]);
}

/** The running mediation of a case in which the viewer is in charge; null when there is none. */
export function mediationOf(caseFile: CaseFile, viewer: Viewer, { now }: Pick<Dependencies, 'now'>): Proceeding | null {
  const today = momentOf(now()).slice(0, 10);
  const found = Object.values(caseFile.proceedings).find(
    (one) =>
      one.endedOn === null &&
      one.organisation === viewer.organisationId &&
      seriesMachines.includes(one.slot.machine) &&
      isInCharge(one, actorOf(viewer), today),
  );
  return found ?? null;
}
