/**
 * Limitation of action as a ledger: which facts interrupted it, since when it runs again, and which obstacles suspend it at
 * its end (CC 188, 194-196; LIM 10-13). Pure. Whether a claim is time-barred is for a court, and only when the obligor says so (CC 193).
 */
import type { Calendar, Due } from './calendar.ts';
import { type CaseFile, dayOf, type Fact, type Id, type LegalDate, type Matter, type Proceeding } from './case-file.ts';
import { dueByRule } from './clocks.ts';
import { undecided } from './dossier/consent.ts';
import { factsOf } from './facts.ts';
import { kit } from './machines.ts';
import type { OrganisationKind, Reference } from './reference.ts';
import { ruleInForce } from './rules/clock-rules.ts';
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

/** What else decides how long a claim lasts: that what ran out is not revived, and that a part asserted stands for the whole. */
export const limitationBasis = {
  lapsed: [
    { instrument: 'CC', article: '第一百九十二条' },
    { instrument: 'CC', article: '第一百九十三条' },
  ],
  partOfClaim: [{ instrument: 'LIM', article: '第九条' }],
} as const satisfies Record<string, readonly Basis[]>;

/** One line of the ledger. `procedure`: the proceeding it began; time stands still until that ends (CC 195). */
export interface Interruption {
  readonly kind: InterruptionKind;
  readonly on: LegalDate;
  readonly fact: Id;
  readonly procedure: Id | null;
}

/** Obstacles for which the period is suspended when they stand in its last six months (CC 194). */
export const obstacleCauses = {
  forceMajeure: text('不可抗力', 'Force majeure'),
  noRepresentative: text(
    '无、限制民事行为能力人没有法定代理人',
    'A person without full capacity has no legal representative',
  ),
  noHeir: text('继承开始后未确定继承人或者遗产管理人', 'Neither heir nor administrator of the estate is determined'),
  controlled: text('权利人被义务人或者其他人控制', 'The right holder is controlled by the obligor or another'),
  other: text('其他导致不能行使请求权的障碍', 'Another obstacle to exercising the claim'),
} as const satisfies Record<string, Text>;
export type ObstacleCause = keyof typeof obstacleCauses;

/** An obstacle as recorded, and whether it suspends the period that runs now. */
export interface Obstacle {
  readonly cause: ObstacleCause;
  readonly from: LegalDate;
  /** Null while it stands. */
  readonly to: LegalDate | null;
  readonly fact: Id;
  readonly suspends: boolean;
}

/** The rest of a claim that its holder expressly gave up: what interrupts limitation for the part asserted does not reach it (LIM 9). */
export interface WaivedRest {
  readonly on: LegalDate;
  readonly fact: Id;
  /** What is still claimed, in fen. */
  readonly claimedFen: number;
  /** The period of the rest: from the last interruption before the waiver. Null while nothing is known of its start. */
  readonly runsFrom: LegalDate | null;
  readonly expiresOn: LegalDate | null;
  readonly provisional: boolean;
}

/** How limitation stands for one matter. */
export interface Limitation {
  /** False for claims to stop alone: they have no limitation (CC 196). */
  readonly applies: boolean;
  readonly knownSince: LegalDate | null;
  readonly harmedOn: LegalDate | null;
  /** In the order of their days. */
  readonly interruptions: readonly Interruption[];
  /** In the order of their first days. */
  readonly obstacles: readonly Obstacle[];
  /** The day from which the period runs now; null while a procedure holds it, or nothing is known. */
  readonly runsFrom: LegalDate | null;
  /** Whether an obstacle suspends it today. */
  readonly suspended: boolean;
  /** The last day of the period; null while it does not run or is suspended. */
  readonly expiresOn: LegalDate | null;
  /** The last day of the twenty years from the harm, which nothing suspends or interrupts; null while the harm has no date. */
  readonly longestOn: LegalDate | null;
  readonly provisional: boolean;
  /** The day on which the period had run out before anything interrupted it; null where it had not, as far as is recorded. */
  readonly lapsedOn: LegalDate | null;
  /** Null where nothing was given up. */
  readonly waivedRest: WaivedRest | null;
}

/** The ledger of one matter as it stands `today`. `reference` says of what kind the organisations are that were asked. */
export function limitationOf(
  caseFile: CaseFile,
  matter: Id,
  calendar: Calendar,
  reference: Reference,
  today: LegalDate,
): Limitation {
  const applies = hasLimitation(caseFile.matters[matter]);
  // Who knew on one day knew from then on (CC 188): of several days on record the earliest counts.
  const known = factsOf(caseFile, 'infringementKnown', { matter })[0];
  const knownSince = known === undefined ? null : dayOf(known.occurredOn);
  const interruptions = interruptionsOf(caseFile, matter, reference);
  const runsFrom = applies ? runningSince(caseFile, matter, knownSince, interruptions) : null;
  const harmed = factsOf(caseFile, 'rightHarmed', { matter })[0];
  const harmedOn = harmed === undefined ? null : dayOf(harmed.occurredOn);
  const longest = applies && harmedOn !== null ? dueByRule('lim.max', harmedOn, calendar) : null;
  const end = endWithObstacles(runsFrom, obstaclesOf(caseFile, matter), calendar, today);
  const longestOn = longest?.due ?? null;
  return {
    applies,
    knownSince,
    harmedOn,
    interruptions,
    obstacles: end.obstacles,
    runsFrom,
    suspended: end.suspended,
    ...atMost(end, longest),
    longestOn,
    lapsedOn:
      applies && agreedDays(caseFile, matter).length === 0
        ? lapsedBefore(caseFile, matter, { knownSince, interruptions }, today, calendar)
        : null,
    waivedRest: applies
      ? waivedRestOf(caseFile, matter, { knownSince, interruptions, longest, calendar, today })
      : null,
  };
}

/** A claim to stop alone has no limitation (CC 196). */
export function hasLimitation(matter: Matter | undefined): boolean {
  const relief = matter?.relief ?? [];
  return !(relief.length > 0 && relief.every((one) => one === 'stop'));
}

/** The twenty years end a period that would last longer. */
function atMost(end: PeriodEnd, longest: Due | null): { expiresOn: LegalDate | null; provisional: boolean } {
  const longestOn = longest?.due ?? null;
  const isLongest = longestOn !== null && end.due !== null && longestOn < end.due;
  return {
    expiresOn: isLongest ? longestOn : end.due,
    provisional: (isLongest ? longest?.provisional : end.provisional) ?? false,
  };
}

interface LedgerParts {
  readonly knownSince: LegalDate | null;
  readonly interruptions: readonly Interruption[];
  readonly longest: Due | null;
  readonly calendar: Calendar;
  readonly today: LegalDate;
}

/**
 * The period of what was given up: interruptions from the day of the waiver on do not reach it (LIM 9). A procedure that then
 * still held it lets it go with the waiver.
 */
function waivedRestOf(caseFile: CaseFile, matter: Id, parts: LedgerParts): WaivedRest | null {
  const waiver = factsOf(caseFile, 'recordRestWaived', { matter })[0];
  if (waiver === undefined) return null;
  const on = dayOf(waiver.occurredOn);
  const runsFrom = endBefore(caseFile, matter, parts, on);
  const end = endWithObstacles(runsFrom, obstaclesOf(caseFile, matter), parts.calendar, parts.today);
  const { expiresOn, provisional } = atMost(end, parts.longest);
  return { on, fact: waiver.id, claimedFen: Number(waiver.values.claimedFen), runsFrom, expiresOn, provisional };
}

/** From when time ran on a day, by what had interrupted it until then; a procedure still under way counts up to that day. */
function endBefore(
  caseFile: CaseFile,
  matter: Id,
  { knownSince, interruptions }: Pick<LedgerParts, 'knownSince' | 'interruptions'>,
  day: LegalDate,
): LegalDate | null {
  const ends = interruptions.filter(({ on }) => on < day).map((line) => effectOf(caseFile, matter, line, day));
  return [...(knownSince === null ? [] : [knownSince]), ...ends].sort().at(-1) ?? null;
}

/** The day from which time runs anew after an interruption, as it stood on `day`; `day` itself while its procedure lasted. */
function effectOf(caseFile: CaseFile, matter: Id, { on, procedure }: Interruption, day: LegalDate): LegalDate {
  if (procedure === null) return on;
  const ended = endOf(caseFile, procedure, matter);
  return ended === null || ended > day ? day : ended;
}

/**
 * The last day of the period that had run out before `day`; null where it still ran, or nothing is known of its start. What
 * comes after that day interrupts nothing any more, save a promise of the obligor (CC 192, 195).
 */
export function lapsedBefore(
  caseFile: CaseFile,
  matter: Id,
  { knownSince, interruptions }: Pick<Limitation, 'knownSince' | 'interruptions'>,
  day: LegalDate,
  calendar: Calendar,
): LegalDate | null {
  if (knownSince === null) return null;
  const recorded = obstaclesOf(caseFile, matter);
  const endFrom = (start: LegalDate) => endWithObstacles(start, recorded, calendar, day).due;
  let due = endFrom(knownSince);
  for (const line of interruptions.filter(({ on }) => on < day)) {
    if (due !== null && line.on > due && line.kind !== 'promise') continue;
    // A procedure that is not over holds the period.
    if (line.procedure !== null && endOf(caseFile, line.procedure, matter) === null) return null;
    due = endFrom(effectOf(caseFile, matter, line, day));
  }
  return due !== null && due < day ? due : null;
}

/** Obstacles that were recorded, each with the day it ceased. */
function obstaclesOf(caseFile: CaseFile, matter: Id): readonly Obstacle[] {
  const ends = factsOf(caseFile, 'endLimitationObstacle', { matter });
  return factsOf(caseFile, 'recordLimitationObstacle', { matter }).map((fact) => {
    const end = ends.findLast(({ values }) => values.obstacle === fact.id);
    return {
      // The field of that command is the list of causes; the fact carries one of them.
      cause: fact.values.cause as ObstacleCause,
      from: dayOf(fact.occurredOn),
      to: end === undefined ? null : dayOf(end.occurredOn),
      fact: fact.id,
      suspends: false,
    };
  });
}

/** Obstacles of a matter that still stand. */
export function standingObstacles(caseFile: CaseFile, matter: Id): readonly Obstacle[] {
  return obstaclesOf(caseFile, matter).filter(({ to }) => to === null);
}

interface PeriodEnd {
  readonly obstacles: readonly Obstacle[];
  readonly suspended: boolean;
  readonly due: LegalDate | null;
  readonly provisional: boolean;
}

/**
 * The last day of the period with its obstacles: one that stands in the last six months suspends it, and six months after it
 * has ceased the period ends; in those months another obstacle suspends it again (CC 194). One that ceased before, or has not
 * reached the last six months yet, changes nothing.
 */
function endWithObstacles(
  runsFrom: LegalDate | null,
  recorded: readonly Obstacle[],
  calendar: Calendar,
  today: LegalDate,
): PeriodEnd {
  if (runsFrom === null) return { obstacles: recorded, suspended: false, due: null, provisional: false };
  let { due, provisional } = dueByRule('lim.general', runsFrom, calendar);
  let suspended = false;
  const obstacles = recorded.map((obstacle): Obstacle => {
    if (suspended || due === null) return obstacle;
    const tail = tailOf(due);
    const reaches = (obstacle.to ?? today) >= tail && obstacle.from <= due;
    if (!reaches) return obstacle;
    suspended = obstacle.to === null;
    ({ due, provisional } =
      obstacle.to === null
        ? { due: null, provisional: false }
        : dueByRule('lim.suspension_tail', obstacle.to, calendar));
    return { ...obstacle, suspends: true };
  });
  return { obstacles, suspended, due, provisional };
}

/** The first day of the last six months of a period: as long as what remains of it after a suspension. */
function tailOf(due: LegalDate): LegalDate {
  const { rule } = ruleInForce('lim.suspension_tail', due);
  return Temporal.PlainDate.from(due).subtract({ months: rule.amount }).toString();
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
  'copyrightAuthority',
  'plantVarietyAuthority',
];

/** What the opening of a proceeding is for limitation. A committee that starts by itself was asked by nobody. */
function kindOfOpening(caseFile: CaseFile, proceeding: Proceeding, reference: Reference): InterruptionKind | null {
  if (proceeding.channel === 'litigation' || proceeding.channel === 'arbitration') return 'suit';
  if (proceeding.channel === 'criminalReferral') return 'report';
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
  const dues = agreedDays(caseFile, matter);
  return [...(knownSince === null ? [] : [knownSince]), ...ends, ...dues].sort().at(-1) ?? null;
}

/** The days by which agreements in effect are to be performed: their claims run from then. */
function agreedDays(caseFile: CaseFile, matter: Id): readonly LegalDate[] {
  return Object.values(caseFile.proceedings).flatMap((proceeding) =>
    Object.values(proceeding.agreements)
      .filter(
        (agreement) =>
          agreement.matters.includes(matter) &&
          factsOf(caseFile, 'agreementEffective', { matter }).some((fact) => fact.values.agreement === agreement.id),
      )
      .flatMap((agreement) => agreement.clauses.flatMap((clause) => clause.dueOn ?? [])),
  );
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
  'penaltyCaseEnded',
  'criminalReferralEnded',
  'arbitrationEnded',
  'rulingEnded',
] as const;

function endOf(caseFile: CaseFile, id: Id, matter: Id): LegalDate | null {
  const closing = closingFacts.flatMap((type) => factsOf(caseFile, type, { proceeding: id, matter }));
  const days = closing.map((fact) => dayOf(fact.occurredOn));
  const endedOn = caseFile.proceedings[id]?.endedOn ?? null;
  return [...days, ...(days.length === 0 && endedOn !== null ? [dayOf(endedOn)] : [])].sort().at(-1) ?? null;
}
