/**
 * Limitation of action as a ledger: which facts interrupted it, and since when it runs again (CC 188, 194-196; LIM 10-13).
 * Pure. Whether a claim is time-barred is for a court, and only when the obligor says so (CC 193).
 */
import type { Calendar } from './calendar.ts';
import { type CaseFile, dayOf, type Fact, type Id, type LegalDate, type Proceeding } from './case-file.ts';
import { dueByRule } from './clocks.ts';
import { undecided } from './dossier/consent.ts';
import { factsOf } from './facts.ts';
import { kit } from './machines.ts';
import type { OrganisationKind, Reference } from './reference.ts';
import type { Basis } from './rules/law.ts';
import { type Text, text } from './text.ts';

/** Kinds of interruptions, with their articles. */
export const interruptionKinds = {
  request: {
    label: text('向调解组织等请求保护', 'Request to a mediation organisation or the like'),
    basis: [{ instrument: 'LIM', article: '第十二条' }],
  },
  suit: { label: text('提起诉讼', 'Suit filed'), basis: [{ instrument: 'LIM', article: '第十条' }] },
  report: {
    label: text('报案或控告', 'Report to police, procuratorate or court'),
    basis: [{ instrument: 'LIM', article: '第十三条' }],
  },
  demand: { label: text('请求履行', 'Demand'), basis: [{ instrument: 'CC', article: '第一百九十五条(一)' }] },
  promise: {
    label: text('义务人同意履行', 'The obligor agreed to perform'),
    basis: [{ instrument: 'CC', article: '第一百九十五条(二)' }],
  },
} as const satisfies Record<string, { readonly label: Text; readonly basis: readonly Basis[] }>;
export type InterruptionKind = keyof typeof interruptionKinds;

/** One line of the ledger. `procedure`: the proceeding it began; time stands still until that ends (CC 195). */
export interface Interruption {
  readonly kind: InterruptionKind;
  readonly on: LegalDate;
  readonly fact: Id;
  readonly procedure: Id | null;
}

/** How limitation stands for one matter. */
export interface Limitation {
  /** False for claims to stop alone: they have no limitation (CC 196). */
  readonly applies: boolean;
  readonly knownSince: LegalDate | null;
  /** In the order of their days. */
  readonly interruptions: readonly Interruption[];
  /** The day from which the period runs now; null while a procedure holds it, or nothing is known. */
  readonly runsFrom: LegalDate | null;
  /** The last day of the period; null while it does not run. */
  readonly expiresOn: LegalDate | null;
  readonly provisional: boolean;
}

/** The ledger of one matter. `reference` says of what kind the organisations are that were asked. */
export function limitationOf(caseFile: CaseFile, matter: Id, calendar: Calendar, reference: Reference): Limitation {
  const relief = caseFile.matters[matter]?.relief ?? [];
  const applies = !(relief.length > 0 && relief.every((one) => one === 'stop'));
  const known = factsOf(caseFile, 'infringementKnown', { matter }).at(-1);
  const knownSince = known === undefined ? null : dayOf(known.occurredOn);
  const interruptions = interruptionsOf(caseFile, matter, reference);
  const runsFrom = applies ? runningSince(caseFile, matter, knownSince, interruptions) : null;
  const due = runsFrom === null ? null : dueByRule('lim.general', runsFrom, calendar);
  return {
    applies,
    knownSince,
    interruptions,
    runsFrom,
    expiresOn: due?.due ?? null,
    provisional: due?.provisional ?? false,
  };
}

function interruptionsOf(caseFile: CaseFile, matter: Id, reference: Reference): readonly Interruption[] {
  const line = (kind: InterruptionKind, fact: Fact, procedure: Id | null = null): Interruption => ({
    kind,
    on: dayOf(fact.occurredOn),
    fact: fact.id,
    procedure,
  });
  const opened = factsOf(caseFile, 'openProceeding', { matter }).flatMap((fact) => {
    const proceeding = caseFile.proceedings[String(fact.values.proceeding ?? fact.proceeding)];
    const kind = proceeding === undefined ? null : kindOfOpening(caseFile, proceeding, reference);
    return proceeding === undefined || kind === null ? [] : [line(kind, fact, proceeding.id)];
  });
  const recorded = factsOf(caseFile, 'recordLimitationEvent', { matter }).map((fact) =>
    // The field of that command is the list of kinds; the fact carries one of them.
    line(fact.values.kind as InterruptionKind, fact),
  );
  const agreed = factsOf(caseFile, 'agreementEffective', { matter }).map((fact) => line('promise', fact));
  const partly = factsOf(caseFile, 'recordPerformance', { matter })
    .filter((fact) => fact.values.result === 'part')
    .map((fact) => line('promise', fact));
  return [...opened, ...recorded, ...agreed, ...partly].sort((one, other) => one.on.localeCompare(other.on));
}

/** Bodies that have the power to resolve a civil dispute, before which a request interrupts limitation (LIM 12). */
const resolvingBodies: readonly OrganisationKind[] = [
  'peopleMediationCommittee',
  'industryMediationOrganisation',
  'commercialMediationOrganisation',
  'protectionCentre',
  'rightsAidCentre',
  'patentAdministrationDepartment',
  'trademarkEnforcementDepartment',
];

/** What the opening of a proceeding is for limitation. A committee that starts by itself was asked by nobody. */
function kindOfOpening(caseFile: CaseFile, proceeding: Proceeding, reference: Reference): InterruptionKind | null {
  if (proceeding.channel === 'litigation' || proceeding.channel === 'arbitration') return 'suit';
  const kind = reference.organisations[proceeding.organisation]?.kind;
  if (kind === undefined || !resolvingBodies.includes(kind)) return null;
  return caseFile.header.source === 'committeeInitiative' ? null : 'request';
}

/** From the last interruption, or the end of the last procedure it began (CC 195); an agreement's claims from the day they are due. */
function runningSince(
  caseFile: CaseFile,
  matter: Id,
  knownSince: LegalDate | null,
  interruptions: readonly Interruption[],
): LegalDate | null {
  const holding = interruptions.some(({ procedure }) => procedure !== null && holds(caseFile, procedure, matter));
  if (holding) return null;
  const ends = interruptions.map(({ on, procedure }) =>
    procedure === null ? on : (endOf(caseFile, procedure, matter) ?? on),
  );
  const dues = Object.values(caseFile.proceedings).flatMap((proceeding) =>
    Object.values(proceeding.agreements)
      .filter(
        (agreement) =>
          agreement.matters.includes(matter) &&
          factsOf(caseFile, 'agreementEffective', { matter }).some((fact) => fact.values.agreement === agreement.id),
      )
      .flatMap((agreement) => agreement.clauses.flatMap((clause) => clause.dueOn ?? [])),
  );
  return [...(knownSince === null ? [] : [knownSince]), ...ends, ...dues].sort().at(-1) ?? null;
}

/** A procedure holds limitation while it has said nothing of the matter. */
function holds(caseFile: CaseFile, id: Id, matter: Id): boolean {
  const proceeding = caseFile.proceedings[id];
  return (
    proceeding !== undefined &&
    proceeding.endedOn === null &&
    !kit.meta(proceeding.slot).over &&
    undecided(proceeding).includes(matter)
  );
}

/** Facts by which a procedure says that it is over for a matter. */
const closingFacts = [
  'agreementEffective',
  'mediationFailed',
  'mediationWithdrawn',
  'suitEnded',
  'rulingEnded',
] as const;

function endOf(caseFile: CaseFile, id: Id, matter: Id): LegalDate | null {
  const closing = closingFacts.flatMap((type) => factsOf(caseFile, type, { proceeding: id, matter }));
  const days = closing.map((fact) => dayOf(fact.occurredOn));
  const endedOn = caseFile.proceedings[id]?.endedOn ?? null;
  return [...days, ...(days.length === 0 && endedOn !== null ? [dayOf(endedOn)] : [])].sort().at(-1) ?? null;
}
