import type { Store } from '../../db/store.ts';
import {
  type Agreement,
  type Finding,
  findingsOf,
  type Given,
  type Handoff,
  type Id,
  latestFact,
  type PreflightCheck,
  preflight,
  type Text,
} from '../../workflows/index.ts';
import { alikeCases } from '../write/related.ts';
import type { Look } from './look.ts';
import { citation } from './names.ts';

/** One point of the pre-flight in words. Advice: the court decides. */
export interface PreflightView extends Omit<PreflightCheck, 'basis'> {
  readonly basis: readonly Text[];
}

export function preflightView({ basis, ...check }: PreflightCheck): PreflightView {
  return { ...check, basis: basis.map(citation) };
}

/** What the radar tells this viewer about the case: of other cases only what the viewer may know anyway. */
export async function findingsFor({ current, given }: Look, store: Store): Promise<readonly Finding[]> {
  return findingsOf(current, await alikeCases(current, store), given.actor);
}

/** A filing is judged by its own day: once it was received, what passed since does not count against it. */
export function judgedOn(
  { caseFile, given }: Pick<Look, 'caseFile' | 'given'>,
  { id, receivedOn, offeredOn }: Handoff,
): Given {
  const filed = latestFact(caseFile, 'handoffReceived', { handoff: id })?.values.filedOn;
  const day = typeof filed === 'string' ? filed : (receivedOn ?? offeredOn)?.slice(0, 10);
  return { ...given, today: day ?? given.today };
}

/** Whether a court could confirm what a mediation agreed, or is about to agree; for whoever holds that mediation. */
export interface ConfirmabilityView {
  readonly proceeding: Id;
  /** Null: nothing is agreed yet. */
  readonly agreement: Id | null;
  readonly number: string | null;
  readonly checks: readonly PreflightView[];
}

/** Channels whose agreements a court may be asked to confirm. */
const confirmable: readonly string[] = [
  'peopleMediation',
  'commercialMediation',
  'courtAnnexedMediation',
  'adminMediation',
  'generalAdminMediation',
];

/** A packet that came back, or never went, has asked no court. */
const takenBack: readonly string[] = ['discarded', 'recalled', 'lapsed', 'returned'];

/**
 * The pre-flight of a mediation: of each agreement that no court has been asked about yet, or of what there will be when none
 * is made. Empty for other proceedings, and for who does not hold the mediation. `typed`: an agreement somebody is writing.
 */
export function confirmabilityViews(
  look: Look,
  proceedingId: Id,
  findings: readonly Finding[],
  typed: Agreement | null = null,
): readonly ConfirmabilityView[] {
  const { caseFile, given, visible } = look;
  const proceeding = caseFile.proceedings[proceedingId];
  if (proceeding === undefined || !visible.fully(proceedingId) || !confirmable.includes(proceeding.channel)) return [];
  const asked = new Set(
    Object.values(caseFile.handoffs)
      .filter(({ kind, slot }) => kind === 'H4' && !takenBack.includes(String(slot.value)))
      .map(({ agreement }) => agreement),
  );
  const waiting = Object.values(proceeding.agreements).filter(({ id, abandoned }) => !abandoned && !asked.has(id));
  const isUndecided = proceeding.endedOn === null && proceeding.matters.some((id) => !(id in proceeding.outcomes));
  const judged: readonly (Agreement | null)[] =
    typed !== null ? [typed] : waiting.length > 0 ? waiting : isUndecided ? [null] : [];
  return judged.map((agreement) => ({
    proceeding: proceedingId,
    agreement: agreement?.id ?? null,
    number: agreement?.number ?? null,
    checks: preflight(caseFile, proceeding, { agreement, court: null, packet: null, findings }, given).map(
      preflightView,
    ),
  }));
}
