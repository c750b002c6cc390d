import {
  disputeLabels,
  type Entry,
  type Id,
  kit,
  type Matter,
  reliefLabels,
  type Text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { matterLabel, matterNumber, organisationView, partyName, rightLabel } from './names.ts';
import { handoffsOnTheWay, type OnTheWayView, type PathLineView, pathLines } from './path-lines-view.ts';
import { type WayOnView, waysOnViews } from './ways-on-view.ts';

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
  /** Where it left the matter it was split from: on which day, and after which station, by its position from 0. */
  readonly branch: { readonly on: string; readonly after: number } | null;
  readonly over: boolean;
  readonly steps: readonly PathStepView[];
  /** Its proceedings beside the stations, in the order in which they were opened. */
  readonly lines: readonly PathLineView[];
  /** Handoffs on their way to another organisation. */
  readonly handoffs: readonly OnTheWayView[];
  /** The ways on from here, the open ones first. */
  readonly routes: readonly WayOnView[];
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
  const steps = stepsOf(look, matter);
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
    branch: branchOf(look, matter, steps),
    over: kit.meta(matter.slot).over,
    steps,
    lines: pathLines(look, matter, steps),
    handoffs: handoffsOnTheWay(look, matter),
    routes: waysOnViews(look, matter),
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
  const split = splitOf(look, matter);
  const before = entriesOf(look, origin).filter(({ envelope }) => envelope.seq < (split?.envelope.seq ?? 0));
  return [...before, ...own];
}

function splitOf({ journal }: Look, { id }: Matter): Entry | undefined {
  return journal.find(({ envelope, body }) => envelope.type === 'splitMatter' && body?.data.splitOff === id);
}

function branchOf(look: Look, matter: Matter, steps: readonly PathStepView[]): MatterView['branch'] {
  const split = matter.splitFrom === null ? undefined : splitOf(look, matter);
  if (split === undefined) return null;
  const { seq, occurredOn } = split.envelope;
  return {
    on: occurredOn,
    after: Math.max(
      0,
      steps.findLastIndex(({ entry }) => entry === null || entry < seq),
    ),
  };
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
