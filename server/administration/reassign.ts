import type { AccountRole } from '../../db/accounts.ts';
import type { Reassignment, ReassignmentRow, ReassignmentSummary } from '../../db/reassignments.ts';
import type { CaseRow } from '../../db/store.ts';
import { channelLabels, factsOf, type Proceeding, type Text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { type Viewer, viewerOf } from '../security/index.ts';
import { type Dependencies, execute, momentOf } from '../write/index.ts';
import { act } from './accounts.ts';
import { requireRole } from './roles.ts';

/** An open proceeding of a leaving person. */
export interface OpenProceeding {
  readonly caseId: string;
  readonly caseCode: string;
  readonly proceeding: string;
  readonly label: Text;
  readonly number: string | null;
  readonly as: 'officer' | 'deputy';
  readonly nextDue: string | null;
}

/** Who gets what: an officer for each proceeding by its id, and one for all the rest; without either it stays. */
export interface ReassignmentRequest {
  readonly person: string;
  readonly officers: Readonly<Record<string, string>>;
  readonly everythingTo: string | null;
  readonly reason: string | null;
}

const pageSize = 200;

/**
 * Who does the papers of an organisation also organises who does what there. A committee has clerks for it, and its mediators
 * hand over only by way of them; courts, arbitration institutions and authorities have nobody else.
 */
export const organisers = [
  'committeeClerk',
  'centreStaff',
  'courtLiaison',
  'arbitrationSecretary',
  'rulingOfficer',
  'enforcementOfficer',
] as const satisfies readonly AccountRole[];

/** The organisation that the viewer organises. Throws `not-allowed`. */
export function requireOrganiser(viewer: Viewer): string {
  requireRole(viewer, ...organisers);
  if (viewer.organisationId === null) throw new ProblemError('not-allowed');
  return viewer.organisationId;
}

/** The open proceedings of the viewer's organisation that a person is in charge of, in which part, latest first. */
export async function openProceedingsOf(
  viewer: Viewer,
  person: string,
  dependencies: Dependencies,
): Promise<readonly OpenProceeding[]> {
  const organisation = requireOrganiser(viewer);
  await colleague(person, organisation, dependencies);
  const found: OpenProceeding[] = [];
  for await (const { row, proceeding } of assigned(person, organisation, dependencies)) {
    const as = presently(proceeding, person);
    const { number = null, nextDue = null } = row.proceedings.find((one) => one.proceeding === proceeding.id) ?? {};
    const label = channelLabels[proceeding.channel];
    if (as !== null)
      found.push({ caseId: row.caseId, caseCode: row.code, proceeding: proceeding.id, label, number, as, nextDue });
  }
  return found;
}

/** Starts a job that gives a person's open proceedings to others; {@link runReassignment} does the work. Returns its id. */
export async function startReassignment(
  viewer: Viewer,
  { person, officers, everythingTo, reason }: ReassignmentRequest,
  dependencies: Dependencies,
): Promise<string> {
  const organisationId = requireOrganiser(viewer);
  await colleague(person, organisationId, dependencies);
  const rows: Pick<ReassignmentRow, 'caseId' | 'caseCode' | 'proceeding' | 'officer' | 'deputies'>[] = [];
  for await (const { row, proceeding } of assigned(person, organisationId, dependencies)) {
    const now = proceeding.assignments.filter(({ to }) => to === null);
    const stays =
      presently(proceeding, person) === 'deputy' ? now.find(({ as }) => as === 'officer')?.person : undefined;
    const chosen = officers[proceeding.id] || everythingTo || undefined;
    if (presently(proceeding, person) === null || chosen === undefined) continue;
    const officer = stays ?? chosen;
    const others = now.filter(({ as }) => as === 'deputy').map((one) => one.person);
    const deputies = [...others, ...(stays === undefined ? [] : [chosen])].filter(
      (one, index, all) => one !== person && one !== officer && all.indexOf(one) === index,
    );
    rows.push({ caseId: row.caseId, caseCode: row.code, proceeding: proceeding.id, officer, deputies });
  }
  if (rows.length === 0) throw new ProblemError('nothing-to-reassign');
  const id = dependencies.ids();
  const started = dependencies.now();
  const from = momentOf(started).slice(0, 10);
  const details = { rows: rows.length };
  const note = {
    ...act(viewer, dependencies),
    kind: 'reassignmentStarted',
    account: person,
    thing: id,
    details,
  } as const;
  await dependencies.audit.record(note);
  await dependencies.reassignments.start(
    {
      id,
      organisationId,
      person,
      startedBy: viewer.accountId,
      from,
      startedAtMs: started.epochMilliseconds,
      reason: reason?.trim() || null,
    },
    rows,
  );
  return id;
}

const running = new Map<string, Promise<void>>();

/**
 * Gives the commands of a job that still wait, each with a key derived from the job and its row, so that a row given
 * twice is done once. May be called at any time and again: after a stop, by two at once, or when nothing is left.
 */
export function runReassignment(id: string, dependencies: Dependencies): Promise<void> {
  const under = running.get(id);
  if (under !== undefined) return under;
  const run = giveWaiting(id, dependencies).finally(() => running.delete(id));
  running.set(id, run);
  return run;
}

/** Goes on with every job that a stop of the program left unfinished. */
export async function resumeReassignments(dependencies: Dependencies): Promise<void> {
  for (const id of await dependencies.reassignments.unfinished()) await runReassignment(id, dependencies);
}

/** A job of the viewer's organisation. Throws `not-found`. */
export async function reassignmentOf(viewer: Viewer, id: string, dependencies: Dependencies): Promise<Reassignment> {
  const organisation = requireOrganiser(viewer);
  const job = await dependencies.reassignments.find(id);
  if (job?.organisationId !== organisation) throw new ProblemError('not-found');
  return job;
}

/** The latest jobs of the viewer's organisation. */
export async function reassignmentList(
  viewer: Viewer,
  { reassignments }: Dependencies,
): Promise<readonly ReassignmentSummary[]> {
  return reassignments.list(requireOrganiser(viewer), 20);
}

/** Lets the refused rows of a job be tried again, and goes on with it. */
export async function retryReassignment(viewer: Viewer, id: string, dependencies: Dependencies): Promise<void> {
  await reassignmentOf(viewer, id, dependencies);
  await dependencies.reassignments.retry(id);
  await runReassignment(id, dependencies);
}

async function giveWaiting(id: string, dependencies: Dependencies): Promise<void> {
  const { reassignments, accounts, audit, now } = dependencies;
  const job = await reassignments.find(id);
  const waiting = job?.rows.filter(({ state }) => state === 'waiting') ?? [];
  if (job === undefined || waiting.length === 0) return;
  const starter = await accounts.find(job.startedBy);
  for (const row of waiting) {
    // Whoever started it and has left since gives no commands any more.
    const viewer = starter?.status === 'active' ? viewerOf(starter, true) : null;
    const state = viewer === null ? 'not-allowed' : await giveRow(job, row, viewer, dependencies);
    if (state !== 'busy') await reassignments.settle(id, row.number, state === null ? 'done' : 'refused', state);
  }
  const rows = (await reassignments.find(id))?.rows ?? [];
  if (rows.some(({ state }) => state === 'waiting')) return;
  const details = { done: rows.filter(({ state }) => state === 'done').length, rows: rows.length };
  const at = momentOf(now());
  await audit.record({
    kind: 'reassignmentFinished',
    at,
    person: job.startedBy,
    account: job.person,
    thing: id,
    details,
  });
}

/** Null when done, else why not. */
async function giveRow(
  job: Reassignment,
  row: ReassignmentRow,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<string | null> {
  const { id, from, reason } = job;
  const { caseId, proceeding, officer, deputies, number } = row;
  if (await isAssignedSince(job, row, dependencies)) return 'assigned-meanwhile';
  const data = { officer, deputies, ...(reason === null ? {} : { reason }) };
  const request = { caseId, type: 'assignOfficer', targetId: proceeding, occurredOn: from, data };
  const key = `reassign-${id}-${number}`;
  const sent = { ...request, acknowledged: [], evidence: null, idempotencyKey: key, ifMatch: null };
  const outcome = await execute(sent, viewer, dependencies);
  if (outcome.kind === 'done') return null;
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind === 'busy' ? 'busy' : 'not-found';
}

/**
 * Whether somebody else was put in charge since the job was started: then the row would overwrite them. What the row itself
 * brought about is no such thing, so that a row given twice stays done.
 */
async function isAssignedSince(
  { person, from, startedAtMs }: Reassignment,
  { caseId, proceeding: id, officer, deputies }: ReassignmentRow,
  { store }: Dependencies,
): Promise<boolean> {
  const caseFile = await store.load(caseId);
  const now = caseFile?.proceedings[id]?.assignments.filter(({ to }) => to === null) ?? [];
  const given = [officer, ...deputies];
  if (now.length === given.length && now.every((one) => given.includes(one.person))) return false;
  if (person !== officer && now.length > 0 && now.every((one) => one.person !== person)) return true;
  if (caseFile === null) return false;
  if (now.some((one) => one.from > from)) return true;
  const assigned = factsOf(caseFile, 'assignOfficer', { proceeding: id }).map(({ seq }) => seq);
  // The journal knows the second: what was recorded in the one in which the job was started counts as earlier.
  const started = momentOf(Temporal.Instant.fromEpochMilliseconds(startedAtMs));
  const journal = await store.reads.journal(caseId);
  return journal.some(({ envelope }) => assigned.includes(envelope.seq) && envelope.recordedAt > started);
}

async function colleague(person: string, organisation: string, { accounts }: Dependencies): Promise<void> {
  if ((await accounts.find(person))?.organisationId !== organisation) throw new ProblemError('not-found');
}

async function* assigned(
  person: string,
  organisation: string,
  { store }: Dependencies,
): AsyncGenerator<{ readonly row: CaseRow; readonly proceeding: Proceeding }> {
  let after: string | null = null;
  do {
    const page = await store.reads.cases({ organisation, scope: 'open', officer: person, after, limit: pageSize });
    for (const row of page.rows) {
      const caseFile = await store.load(row.caseId);
      const open = row.proceedings.filter((one) => one.open && one.organisation === organisation);
      for (const { proceeding } of open) {
        const found = caseFile?.proceedings[proceeding];
        if (found !== undefined) yield { row, proceeding: found };
      }
    }
    after = page.next;
  } while (after !== null);
}

function presently({ assignments }: Proceeding, person: string): 'officer' | 'deputy' | null {
  return assignments.find((one) => one.person === person && one.to === null)?.as ?? null;
}
