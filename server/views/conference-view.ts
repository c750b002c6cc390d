import type { Id, Json, Text } from '../../workflows/index.ts';
import { commands } from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { type OrganisationView, organisationView } from './names.ts';
import { type StandingEntry, standingEntries } from './standing-entries.ts';
import { entryView, type MarkView } from './timeline-view.ts';

/** Something agreed at a conference: who does what by when, and what was recorded of it. */
export interface ConferenceTaskView {
  readonly organisation: OrganisationView;
  readonly what: string;
  readonly dueOn: string | null;
  /** The day it was recorded as done; null while it is open. */
  readonly doneOn: string | null;
  readonly result: string | null;
}

/** A conference of several bodies, or a joint action: who took part, what was decided, what it left to do. */
export interface ConferenceView {
  /** The entry of the journal that says so. */
  readonly entry: number;
  readonly on: string;
  readonly proceeding: Id | null;
  readonly kind: Text | null;
  readonly participants: readonly OrganisationView[];
  readonly topic: string;
  readonly decision: string;
  readonly tasks: readonly ConferenceTaskView[];
  readonly marks: readonly MarkView[];
}

/**
 * The conferences of the case, for whoever may read the proceeding they are recorded in. To have taken part in one opens
 * nothing: a body that has no part in the case does not find it here.
 */
export function conferenceViews(look: Look): readonly ConferenceView[] {
  const standing = standingEntries(look);
  const done = standing.filter(({ entry }) => entry.envelope.type === 'finishConferenceTask');
  return standing
    .filter(({ entry }) => entry.envelope.type === 'holdConference')
    .map((one) => conferenceView(look, one, done));
}

function conferenceView(look: Look, { entry, on }: StandingEntry, done: readonly StandingEntry[]): ConferenceView {
  const { kind, participants, topic, decision, tasks } = entry.body?.data ?? {};
  const left = entry.body?.facts.filter(({ type }) => type === 'conferenceTask') ?? [];
  const listed = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
  return {
    entry: entry.envelope.seq,
    on,
    proceeding: entry.envelope.proceeding,
    kind: kindLabel(kind),
    participants: listed(participants).map((id) => organisationView(look, String(id))),
    topic: words(topic),
    decision: words(decision),
    // Each thing agreed is a fact of its own, in the order in which it was written down.
    tasks: listed(tasks).map((task, index) => taskView(look, task, left[index]?.id, done)),
    marks: entryView(look, entry).marks,
  };
}

function kindLabel(kind: Json | undefined): Text | null {
  const control = commands.holdConference?.fields.kind?.control;
  return control?.kind === 'choice' ? (control.labels?.[String(kind)] ?? null) : null;
}

function taskView(look: Look, task: Json, fact: Id | undefined, done: readonly StandingEntry[]): ConferenceTaskView {
  // A row of the command's own list of tasks.
  const { organisation, what, dueOn } = (task ?? {}) as Readonly<Record<string, Json>>;
  const finished = done.find(({ entry }) => fact !== undefined && entry.body?.data.task === fact);
  return {
    organisation: organisationView(look, String(organisation)),
    what: words(what),
    dueOn: typeof dueOn === 'string' ? dueOn : null,
    doneOn: finished?.on.slice(0, 10) ?? null,
    result: finished === undefined ? null : words(finished.entry.body?.data.result),
  };
}

function words(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
