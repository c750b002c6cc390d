import { type Text, text } from '../../workflows/index.ts';
import type { EntryView } from './timeline-view.ts';

/** What of a timeline is asked for; what is absent narrows nothing. */
export interface TimelineFilter {
  readonly kind?: TimelineKind;
  /** Entries of this proceeding and of nothing else. */
  readonly proceeding?: string;
  /** Who wrote it down. */
  readonly person?: string;
  readonly organisation?: string;
}

/** Kinds of entries as people look for them. */
export const timelineKinds = {
  step: text('只看步骤', 'Steps only'),
  fact: text('只看事实登记', 'Facts only'),
  correction: text('只看更正', 'Corrections only'),
  handoff: text('移送与交接', 'Handoffs'),
  party: text('当事人本人的表示', 'Words of the parties themselves'),
  inside: text('调解内部记录', 'From inside the mediation'),
} as const satisfies Readonly<Record<string, Text>>;
export type TimelineKind = keyof typeof timelineKinds;

/** The filter that an address asks for; what it does not know narrows nothing. */
export function timelineFilterOf(query: Readonly<Record<string, unknown>>): TimelineFilter {
  const { kind } = query;
  const known = Object.keys(timelineKinds).find((one): one is TimelineKind => one === kind);
  const word = (name: 'proceeding' | 'person' | 'organisation') => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? { [name]: value } : {};
  };
  return {
    ...(known === undefined ? {} : { kind: known }),
    ...word('proceeding'),
    ...word('person'),
    ...word('organisation'),
  };
}

export function isNarrowed(filter: TimelineFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** The entries that a filter lets through, of those the viewer may read. */
export function narrowed(entries: readonly EntryView[], filter: TimelineFilter): readonly EntryView[] {
  const { kind, proceeding, person, organisation } = filter;
  return entries.filter(
    (entry) =>
      (kind === undefined || isOfKind(entry, kind)) &&
      (proceeding === undefined || entry.proceeding === proceeding || entry.target.id === proceeding) &&
      (person === undefined || entry.actor.person === person) &&
      (organisation === undefined || entry.actor.organisation?.id === organisation),
  );
}

function isOfKind({ kind, target, marks }: EntryView, wanted: TimelineKind): boolean {
  switch (wanted) {
    case 'handoff':
      return target.kind === 'handoff';
    case 'party':
      return marks.some((mark) => mark.kind === 'ownWord');
    case 'inside':
      return marks.some((mark) => mark.kind === 'compartment');
    default:
      return kind === wanted;
  }
}
