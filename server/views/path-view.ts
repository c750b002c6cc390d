import {
  type ChannelId,
  channelLabels,
  disputeLabels,
  type Entry,
  type Id,
  isOffered,
  kit,
  type Matter,
  type Proceeding,
  type Route,
  reliefLabels,
  routesFrom,
  type Text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { citation, listed, matterLabel, matterNumber, organisationView, partyName, rightLabel } from './names.ts';

/** One station on the way of a matter. */
export interface PathStepView {
  readonly state: string;
  readonly label: Text;
  readonly publicLabel: Text;
  readonly since: string;
  /** The entry that led here; null for the beginning. */
  readonly entry: number | null;
  readonly organisation: Text | null;
  readonly current: boolean;
}

/** A lawful way on, whether or not it can be gone inside this system. */
export interface RouteView {
  readonly id: string;
  readonly to: readonly { readonly channel: ChannelId; readonly label: Text; readonly offered: boolean }[];
  readonly label: Text;
  readonly condition: Text;
  readonly basis: readonly Text[];
  readonly decidedBy: Route['decidedBy'];
  readonly handoff: string | null;
  /** Whether at least one of its channels can be opened here today. */
  readonly offered: boolean;
  readonly toVerify: boolean;
}

export interface MatterView {
  readonly id: Id;
  readonly revision: number;
  readonly number: number;
  readonly label: Text;
  readonly claimants: readonly { readonly id: Id; readonly name: Text }[];
  readonly respondents: readonly { readonly id: Id; readonly name: Text }[];
  readonly right: Text | null;
  readonly rightNumber: string | null;
  readonly dispute: Text | null;
  readonly relief: readonly Text[];
  readonly amountFen: number | null;
  readonly splitFrom: number | null;
  readonly over: boolean;
  readonly steps: readonly PathStepView[];
  readonly routes: readonly RouteView[];
}

/** The matters this viewer may know, each with the way it went and the ways that are open from here. */
export function matterViews(look: Look): readonly MatterView[] {
  return Object.values(look.caseFile.matters)
    .filter((matter) => look.visible.matters.has(matter.id))
    .map((matter) => matterView(look, matter));
}

function matterView(look: Look, matter: Matter): MatterView {
  const named = (ids: readonly Id[]) => ids.map((id) => ({ id, name: partyName(look, id) }));
  const origin = matter.splitFrom;
  return {
    id: matter.id,
    revision: matter.revision,
    number: matterNumber(look, matter.id),
    label: matterLabel(look, matter.id),
    claimants: named(matter.claimants),
    respondents: named(matter.respondents),
    right: rightLabel(matter),
    rightNumber: matter.right.number,
    dispute: matter.dispute === null ? null : disputeLabels[matter.dispute],
    relief: matter.relief.map((one) => reliefLabels[one]),
    amountFen: matter.amountFen,
    splitFrom: origin !== null && look.visible.matters.has(origin) ? matterNumber(look, origin) : null,
    over: kit.meta(matter.slot).over,
    steps: stepsOf(look, matter),
    routes: kit.meta(matter.slot).over ? [] : routesFrom(channelNow(look, matter)).map(routeView),
  };
}

/** The stations in the order of the journal; annulled steps are no part of the way. */
function stepsOf(look: Look, matter: Matter): readonly PathStepView[] {
  const { caseFile } = look;
  const travelled = entriesOf(look, matter);
  const begin = {
    slot: kit.begin('path'),
    since: caseFile.header.openedOn,
    entry: null,
    organisation: openerName(look),
  };
  const stations = travelled.flatMap((entry) => {
    const slot = entry.body?.slotAfter;
    return slot
      ? [{ slot, since: entry.envelope.occurredOn, entry: entry.envelope.seq, organisation: placeOf(look, entry) }]
      : [];
  });
  const all = [begin, ...stations];
  return all.map(({ slot, since, entry, organisation }, index) => {
    const { label, publicLabel } = kit.meta(slot);
    const state = kit.states(slot)[0] ?? '';
    return { state, label, publicLabel, since, entry, organisation, current: index === all.length - 1 };
  });
}

/** The standing steps of a matter, with those that its origin had taken before it was split off. */
function entriesOf(look: Look, matter: Matter): readonly Entry[] {
  const { caseFile, journal } = look;
  const standing = new Set(
    Object.values(caseFile.facts).flatMap(({ seq, annulledBy }) => (annulledBy === null ? [seq] : [])),
  );
  const own = journal.filter(
    ({ envelope, body }) => envelope.target.id === matter.id && body?.slotAfter && standing.has(envelope.seq),
  );
  const origin = matter.splitFrom === null ? undefined : caseFile.matters[matter.splitFrom];
  if (origin === undefined) return own;
  const split = journal.find(
    ({ envelope, body }) => envelope.type === 'splitMatter' && body?.data.splitOff === matter.id,
  );
  const before = entriesOf(look, origin).filter(({ envelope }) => envelope.seq < (split?.envelope.seq ?? 0));
  return [...before, ...own];
}

function openerName(look: Look): Text | null {
  const opener = Object.values(look.current.proceedings)[0];
  return opener === undefined ? null : organisationView(look, opener.organisation).shortName;
}

/** At which organisation a step of the path happened: where its cause did. That much is the public line. */
function placeOf(look: Look, { envelope }: Entry): Text | null {
  const cause = look.journal.find((one) => one.envelope.seq === envelope.causedBy);
  if (cause === undefined)
    return envelope.actor.organisation === null ? null : organisationView(look, envelope.actor.organisation).shortName;
  const opened = cause.body?.data.organisation;
  const home = cause.envelope.proceeding === null ? undefined : look.current.proceedings[cause.envelope.proceeding];
  const organisation = typeof opened === 'string' ? opened : home?.organisation;
  return organisation === undefined ? null : organisationView(look, organisation).shortName;
}

/** The channel whose routes lead on from where a matter stands: that of its latest proceeding that speaks for its path. */
function channelNow({ caseFile }: Look, matter: Matter): ChannelId {
  const runs = Object.values(caseFile.proceedings).filter((one: Proceeding) => one.matters.includes(matter.id));
  const latest = runs.findLast((one) => one.channel !== 'intake') ?? runs.at(-1);
  return kit.states(matter.slot)[0] === 'triage' ? 'intake' : (latest?.channel ?? 'intake');
}

export function routeView(route: Route): RouteView {
  const to = route.to.map((channel) => ({ channel, label: channelLabels[channel], offered: isOffered(channel) }));
  return {
    id: route.id,
    to,
    label: listed(to.map(({ label }) => label)),
    condition: route.condition,
    basis: route.basis.map(citation),
    decidedBy: route.decidedBy,
    handoff: route.handoff,
    offered: to.some(({ offered }) => offered),
    toVerify: route.verified !== 'text',
  };
}
