import type { ReassignmentRow } from '../../db/reassignments.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import { act } from './accounts.ts';
import { requireOrganiser } from './reassign.ts';

/** Proceedings that were ticked in a list, and the colleague who gets them all. */
export interface AssigningRequest {
  readonly chosen: readonly { readonly caseId: string; readonly proceeding: string }[];
  readonly officer: string;
  readonly reason: string | null;
}

/** How many can be ticked in one go. */
const chosenLimit = 100;

/**
 * Starts a job that gives chosen proceedings of the viewer's organisation to one officer; `runReassignment` does the work,
 * one command each, so that what may not be assigned is refused alone. Deputies stay. Returns the job's id. Throws
 * `not-allowed`, `not-found` (the officer is no colleague) and `nothing-to-reassign`.
 */
export async function startAssigning(
  viewer: Viewer,
  { chosen, officer, reason }: AssigningRequest,
  dependencies: Dependencies,
): Promise<string> {
  const organisationId = requireOrganiser(viewer);
  const { accounts, store, ids, now, audit, reassignments } = dependencies;
  const colleague = await accounts.find(officer);
  if (colleague?.organisationId !== organisationId || colleague.status !== 'active')
    throw new ProblemError('not-found');
  const rows: Pick<ReassignmentRow, 'caseId' | 'caseCode' | 'proceeding' | 'officer' | 'deputies'>[] = [];
  for (const { caseId, proceeding } of chosen.slice(0, chosenLimit)) {
    const caseFile = await store.load(caseId);
    const found = caseFile?.proceedings[proceeding];
    // What is not of this organisation, or over, is passed over without a word about it.
    if (caseFile == null || found?.organisation !== organisationId || found.endedOn !== null) continue;
    const now = found.assignments.filter(({ to }) => to === null);
    if (now.some(({ as, person }) => as === 'officer' && person === officer)) continue;
    const deputies = now.filter(({ as, person }) => as === 'deputy' && person !== officer).map(({ person }) => person);
    rows.push({ caseId, caseCode: caseFile.header.code, proceeding, officer, deputies });
  }
  if (rows.length === 0) throw new ProblemError('nothing-to-reassign');
  const id = ids();
  const started = now();
  const from = momentOf(started).slice(0, 10);
  const details = { rows: rows.length };
  await audit.record({
    ...act(viewer, dependencies),
    kind: 'reassignmentStarted',
    account: officer,
    thing: id,
    details,
  });
  await reassignments.start(
    {
      id,
      organisationId,
      person: officer,
      startedBy: viewer.accountId,
      from,
      startedAtMs: started.epochMilliseconds,
      reason: reason?.trim() || null,
    },
    rows,
  );
  return id;
}
