import { isWorkOn } from '../../db/desk-clocks.ts';
import type { HandoffRow } from '../../db/store.ts';
import {
  type Actor,
  type ChannelId,
  type Clock,
  channelLabels,
  channels,
  clocksOf,
  commands,
  dayOf,
  daysLeft,
  effectOf,
  type HandoffKind,
  handoffKinds,
  type Id,
  kit,
  machinesOf,
  type Role,
  ruleInForce,
  type Text,
  windowEnd,
} from '../../workflows/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { momentOf } from '../write/given.ts';
import { type ClockState, stateOf } from './clock-view.ts';
import type { CaseRef } from './desk-view.ts';
import { type Glance, glancesAt } from './glance.ts';
import { caseTitle, citation, type OrganisationView, organisationView } from './names.ts';
import { type OfferView, offersOf } from './offer-view.ts';
import { byTone, stepsOf } from './packet-view.ts';

/** The day the law gives for a row of the queue, with the article that gives it. */
export interface QueueLimit {
  readonly label: Text;
  readonly kind: Clock['kind'];
  readonly due: string;
  readonly daysLeft: number;
  readonly state: ClockState;
  readonly basis: readonly Text[];
  readonly toVerify: boolean;
}

/** One thing an office has to deal with: a handoff to answer, or a proceeding of its own. */
export interface QueueRowView {
  readonly case: CaseRef;
  readonly kind: 'handoff' | 'proceeding';
  readonly id: Id;
  readonly label: Text;
  readonly stage: Text;
  readonly number: string | null;
  /** Who sent it; null for what did not come from another organisation. */
  readonly from: OrganisationView | null;
  readonly limit: QueueLimit | null;
  /** Whole days since it was sent, while nobody has answered. */
  readonly waitingDays: number | null;
  /** Where it is dealt with: the packet, or the case. */
  readonly href: string;
  /** What can be recorded now, what is expected next first. */
  readonly actions: readonly OfferView[];
}

/** Roles whose desk is a queue: what comes to them is dealt with by the day the law gives. */
const queueRoles: readonly Role[] = [
  'courtLiaison',
  'rulingOfficer',
  'arbitrationSecretary',
  'enforcementOfficer',
  'enforcementJudge',
  'centreStaff',
  'criminalLiaison',
];

export function hasQueue({ roles, organisation }: Actor): boolean {
  return organisation !== null && roles.some((role) => queueRoles.includes(role));
}

/** The channels a person of these roles works in: those whose own steps one of the roles may give. */
export function channelsOfRoles(roles: readonly Role[]): ReadonlySet<ChannelId> {
  const machines = new Set(
    Object.values(commands)
      .filter(({ by, kind }) => kind === 'step' && by.some((role) => roles.includes(role)))
      .flatMap((definition) => machinesOf(definition)),
  );
  return new Set(channels.map(({ id }) => id).filter((id) => machines.has(id)));
}

/** How many rows of each kind are looked at for a queue; more than anybody deals with in a day. */
const lookedAt = 60;

/**
 * The queue of one person's office, by the day the law gives, nearest first; what has no day comes after, longest waiting
 * first. Empty for people without an organisation. `limit`: at most so many rows.
 */
export async function queueView(
  actor: Actor,
  dependencies: Dependencies,
  limit: number,
): Promise<readonly QueueRowView[]> {
  const { rows, glances } = await bareQueue(actor, dependencies, lookedAt);
  // Forms are looked up for what is shown only.
  return rows.slice(0, limit).map((row) => ({ ...row, actions: actionsOf(row, glances.get(row.case.id)) }));
}

/** A row without what can be done about it. */
export type BareRow = Omit<QueueRowView, 'actions'>;

/** The rows of a queue with the cases they stand in; `most`: how many of each kind are looked at. */
export async function bareQueue(
  actor: Actor,
  dependencies: Dependencies,
  most: number,
): Promise<{ readonly rows: readonly BareRow[]; readonly glances: ReadonlyMap<Id, Glance> }> {
  const { organisation } = actor;
  if (organisation === null) return { rows: [], glances: new Map() };
  const { reads } = dependencies.store;
  const today = momentOf(dependencies.now()).slice(0, 10);
  const [inbox, clocks, cases] = await Promise.all([
    reads.handoffs({ organisation, box: 'toAnswer', limit: most }),
    reads.clocks({ organisation, dueFrom: null, dueUpTo: null, workOn: today, limit: most * 2 }),
    reads.cases({ organisation, scope: 'open', officer: null, after: null, limit: most }),
  ]);
  const own = channelsOfRoles(actor.roles);
  const ids = [...inbox, ...clocks, ...cases.rows].map(({ caseId }) => caseId);
  const glances = await glancesAt(ids, actor, dependencies);
  const handed = inbox.flatMap((row) => handoffRow(row, glances));
  const running = [...glances].flatMap(([caseId, glance]) =>
    Object.values(glance.current.proceedings)
      .filter((one) => one.organisation === organisation && one.endedOn === null && own.has(one.channel))
      .map(({ id }) => proceedingRow(caseId, id, glance)),
  );
  return { rows: [...handed, ...running].toSorted(byDay), glances };
}

/** The limits of a case, nearest first; those that stand still last. */
function nearestFirst({ current, given }: Glance): readonly Clock[] {
  const day = ({ due }: Clock) => due ?? '9999';
  return clocksOf(current, given.calendar).toSorted((left, right) => day(left).localeCompare(day(right)));
}

/** By the day the law gives; without one by how long it has waited. */
function byDay(left: BareRow, right: BareRow): number {
  const day = (row: BareRow) => row.limit?.due ?? '9999';
  return day(left).localeCompare(day(right)) || (right.waitingDays ?? -1) - (left.waitingDays ?? -1);
}

function handoffRow(row: HandoffRow, glances: ReadonlyMap<Id, Glance>): readonly BareRow[] {
  const glance = glances.get(row.caseId);
  const handoff = glance?.current.handoffs[row.handoff];
  if (glance === undefined || handoff === undefined || !glance.visible.handoff(handoff.id)) return [];
  const { label }: HandoffKind = handoffKinds[handoff.kind];
  const running = nearestFirst(glance).find(({ subject }) => subject.id === handoff.id);
  const sentOn = row.offeredOn?.slice(0, 10) ?? null;
  return [
    {
      case: { id: row.caseId, code: row.code, title: caseTitle(glance) },
      kind: 'handoff',
      id: handoff.id,
      label,
      stage: kit.meta(handoff.slot).label,
      number: null,
      from: organisationView(glance, handoff.fromOrganisation),
      limit:
        running === undefined ? windowOf(glance, handoff.fromProceeding, handoff.agreement) : limitOf(running, glance),
      waitingDays: sentOn === null ? null : -daysLeft(sentOn, glance.given.today),
      href: `/cases/${row.caseId}/handoffs/${handoff.id}`,
    },
  ];
}

function proceedingRow(caseId: Id, proceedingId: Id, glance: Glance): BareRow {
  const { current } = glance;
  const proceeding = current.proceedings[proceedingId]!;
  const handoff = current.handoffs[proceeding.openedByHandoff ?? ''];
  const ofProceeding = nearestFirst(glance).filter(({ proceeding: about }) => about === proceedingId);
  const nearest = nearestOf(ofProceeding.filter((clock) => isWorkOn(clock, glance.given.today)));
  const isApplication = handoff !== undefined && handoff.kind === 'H4' && glance.visible.handoff(handoff.id);
  return {
    case: { id: caseId, code: current.header.code, title: caseTitle(glance) },
    kind: 'proceeding',
    id: proceedingId,
    label: channelLabels[proceeding.channel],
    stage: kit.meta(proceeding.slot).label,
    number: proceeding.number,
    from: handoff === undefined ? null : organisationView(glance, handoff.fromOrganisation),
    limit: nearest === undefined ? null : limitOf(nearest, glance),
    waitingDays: null,
    href: isApplication ? `/cases/${caseId}/handoffs/${handoff.id}` : `/cases/${caseId}`,
  };
}

/**
 * The limit a row is ordered by: rows come nearest first, what the law gives goes before what we aim at. A clock that
 * stands still has no day.
 */
function nearestOf(clocks: readonly Clock[]): Clock | undefined {
  const counted = clocks.filter(({ due }) => due !== null);
  return counted.find(({ kind }) => kind === 'statutory') ?? counted[0];
}

function limitOf(clock: Clock, { given }: Glance): QueueLimit | null {
  if (clock.due === null) return null;
  const { rule } = ruleInForce(clock.rule, dayOf(clock.trigger.occurredOn));
  const left = daysLeft(clock.due, given.today);
  return {
    label: rule.label,
    kind: clock.kind,
    due: clock.due,
    daysLeft: left,
    state: stateOf(clock, left, given.now),
    basis: rule.basis.map(citation),
    toVerify: rule.verified !== 'text',
  };
}

/** An application that nobody has received yet is measured by the window of the parties: it must be filed within it. */
function windowOf({ current, given }: Glance, proceeding: Id, agreement: Id | null): QueueLimit | null {
  const found = agreement === null ? undefined : current.proceedings[proceeding]?.agreements[agreement];
  const effective = found === undefined ? null : effectOf(current, found.id);
  if (effective === null) return null;
  const { due } = windowEnd(effective, given);
  const { rule } = ruleInForce('conf.apply', effective);
  const left = daysLeft(due, given.today);
  const warnFrom = Temporal.PlainDate.from(due).subtract({ days: rule.warnsBeforeDays }).toString();
  return {
    label: rule.label,
    kind: rule.kind,
    due,
    daysLeft: left,
    state: stateOf({ due, kind: rule.kind, warnFrom }, left, given.now),
    basis: rule.basis.map(citation),
    toVerify: rule.verified !== 'text',
  };
}

function actionsOf({ kind, id }: BareRow, glance: Glance | undefined): readonly OfferView[] {
  if (glance === undefined) return [];
  const offers = offersOf(glance, { kind, id });
  const steps = kind === 'handoff' ? offers : stepsOf(offers);
  return steps.filter(({ allowed }) => allowed !== 'no').toSorted(byTone);
}
