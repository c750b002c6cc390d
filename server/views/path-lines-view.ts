/** Which proceedings ran beside the stations of a matter, and what is on its way between organisations. */
import {
  type ChannelId,
  channelLabels,
  type Entry,
  factsOf,
  type Handoff,
  handoffKinds,
  type Id,
  kit,
  latestFact,
  type Matter,
  type Proceeding,
  type Text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { type OrganisationView, organisationView } from './names.ts';
import { outcomeLabel } from './outcomes.ts';

/** One proceeding as a line beside the stations of a matter. Number, outcome and what opened it are for whoever sees it in full. */
export interface PathLineView {
  readonly proceeding: Id;
  readonly channel: ChannelId;
  readonly label: Text;
  readonly organisation: OrganisationView;
  readonly number: string | null;
  readonly stateLabel: Text;
  readonly openedOn: string;
  readonly endedOn: string | null;
  readonly running: boolean;
  /** The stations beside which it ran, by their position from 0: the one it began at, and the last. */
  readonly from: number;
  readonly to: number;
  /** The handoff that opened it, and the proceeding it came from; null at the door, and where the viewer may not know. */
  readonly openedBy: { readonly handoff: Id; readonly label: Text; readonly from: Id } | null;
  /** Since when it stands still, and the proceeding it waits for; null while it runs. */
  readonly stayed: { readonly since: string; readonly waitsFor: Id | null } | null;
  readonly outcome: Text | null;
}

/** A handoff that was prepared or sent and not answered yet. */
export interface OnTheWayView {
  readonly id: Id;
  readonly label: Text;
  readonly fromProceeding: Id;
  readonly from: OrganisationView;
  readonly to: OrganisationView;
  readonly state: string;
  readonly stateLabel: Text;
  readonly offeredAt: string | null;
}

/** Where a matter stood, as far as lines are laid beside it. */
interface Station {
  readonly since: string;
  readonly entry: number | null;
}

/** The proceedings over a matter that the viewer may know of, in the order in which they were opened. */
export function pathLines(look: Look, matter: Matter, stations: readonly Station[]): readonly PathLineView[] {
  return Object.values(look.caseFile.proceedings)
    .filter((one) => ranOver(look, one, matter) && look.visible.sight(one.id) !== 'none')
    .map((one) => lineOf(look, one, matter, stations));
}

function lineOf(look: Look, one: Proceeding, matter: Matter, stations: readonly Station[]): PathLineView {
  const full = look.visible.fully(one.id);
  const meta = kit.meta(one.slot);
  const running = one.endedOn === null;
  const last = lastStepOf(look, one.id);
  const from = firstStation(look, one.id, stations);
  const to = running || last === undefined ? stations.length - 1 : stationBefore(stations, last.envelope.seq);
  return {
    proceeding: one.id,
    channel: one.channel,
    label: channelLabels[one.channel],
    organisation: organisationView(look, one.organisation),
    number: full ? one.number : null,
    stateLabel: full ? meta.label : meta.publicLabel,
    openedOn: one.openedOn,
    endedOn: one.endedOn,
    running,
    from,
    to: Math.max(from, to),
    openedBy: openerOf(look, one),
    stayed: full && running ? stayOf(look, one, last) : null,
    outcome: full ? outcomeLabel(one.channel, one.outcomes[matter.id]) : null,
  };
}

/** Whether a proceeding was over this matter, or over what it was split from and done before that. */
function ranOver(look: Look, one: Proceeding, matter: Matter): boolean {
  if (one.matters.includes(matter.id)) return true;
  const origin = matter.splitFrom === null ? undefined : look.caseFile.matters[matter.splitFrom];
  if (origin === undefined || one.endedOn === null) return false;
  const split = look.journal.find(
    ({ envelope, body }) => envelope.type === 'splitMatter' && body?.data.splitOff === matter.id,
  );
  const ended = lastStepOf(look, one.id)?.envelope.seq ?? 0;
  return ended < (split?.envelope.seq ?? 0) && ranOver(look, one, origin);
}

/** The station that the opening led to, or the one where the matter stood when it was opened beside. */
function firstStation({ caseFile, journal }: Look, proceeding: Id, stations: readonly Station[]): number {
  const opened =
    factsOf(caseFile, 'openProceeding').find(
      (fact) => fact.proceeding === proceeding || fact.values.proceeding === proceeding,
    )?.seq ?? 0;
  const ledTo = journal.filter(({ envelope }) => envelope.causedBy === opened).map(({ envelope }) => envelope.seq);
  const next = stations.findIndex(({ entry }) => entry !== null && ledTo.includes(entry));
  return next === -1 ? stationBefore(stations, opened) : next;
}

/** The last station that was reached before an entry. */
function stationBefore(stations: readonly Station[], seq: number): number {
  return Math.max(
    0,
    stations.findLastIndex(({ entry }) => entry === null || entry < seq),
  );
}

/** The last step of a machine that stands at the moment looked at. */
function lastStepOf({ caseFile, journal }: Look, id: Id): Entry | undefined {
  const standing = new Set(
    Object.values(caseFile.facts).flatMap(({ seq, annulledBy }) => (annulledBy === null ? [seq] : [])),
  );
  return journal.findLast(
    ({ envelope, body }) => envelope.target.id === id && body?.slotAfter && standing.has(envelope.seq),
  );
}

function openerOf({ caseFile, visible }: Look, { openedByHandoff }: Proceeding): PathLineView['openedBy'] {
  const handoff = openedByHandoff === null ? undefined : caseFile.handoffs[openedByHandoff];
  if (handoff === undefined || !visible.handoff(handoff.id)) return null;
  return { handoff: handoff.id, label: handoffKinds[handoff.kind].label, from: handoff.fromProceeding };
}

/** States in which a machine stands still until it is resumed where it was. */
const stillStates: readonly string[] = ['stayed', 'suspended'];

function stayOf({ caseFile, visible }: Look, one: Proceeding, last: Entry | undefined): PathLineView['stayed'] {
  if (!stillStates.includes(kit.states(one.slot)[0] ?? '') || last === undefined) return null;
  const attacked = latestFact(caseFile, 'recordInvalidationRequest', { proceeding: one.id }) !== null;
  const attack = Object.values(caseFile.proceedings).find(
    ({ id, channel, endedOn, matters }) =>
      channel === 'invalidation' &&
      endedOn === null &&
      visible.sight(id) !== 'none' &&
      matters.some((matter) => one.matters.includes(matter)),
  );
  return { since: last.envelope.occurredOn, waitsFor: attacked ? (attack?.id ?? null) : null };
}

/** The handoffs over a matter that are prepared or sent and that the viewer may know of. */
export function handoffsOnTheWay(look: Look, { id }: Matter): readonly OnTheWayView[] {
  return Object.values(look.caseFile.handoffs)
    .filter((one) => one.matters.includes(id) && !kit.meta(one.slot).over && look.visible.handoff(one.id))
    .map((one) => onTheWay(look, one));
}

function onTheWay(look: Look, one: Handoff): OnTheWayView {
  return {
    id: one.id,
    label: handoffKinds[one.kind].label,
    fromProceeding: one.fromProceeding,
    from: organisationView(look, one.fromOrganisation),
    to: organisationView(look, one.toOrganisation),
    state: String(one.slot.value),
    stateLabel: kit.meta(one.slot).label,
    offeredAt: one.offeredOn,
  };
}
