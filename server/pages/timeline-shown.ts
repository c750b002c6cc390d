import { type CaseView, narrowed, type TimelineFilter } from '../views/index.ts';
import type { DetailRow } from '../views/rows.ts';
import type { EntryView } from '../views/timeline-view.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { colon, type Language, say, t } from './i18n.ts';
import { timelineTexts } from './texts.ts';
import { shownOf, timelineFilters } from './timeline-filters.ts';

/** Entries of the journal as the timeline shows them. */
export function entriesShown(entries: readonly EntryView[], language: Language): readonly parts.TimelineEntry[] {
  return entries.map((entry) => entryShown(entry, language));
}

function entryShown(entry: EntryView, language: Language): parts.TimelineEntry {
  const { actor, state, marks } = entry;
  const quiet = entry.causedBy !== null;
  // What followed by itself repeats what caused it.
  const details = quiet ? [] : entry.details;
  return {
    id: `entry-${entry.seq}`,
    on: { at: entry.occurredOn, precision: precisionOf(entry.occurredOn) },
    recordedAt: entry.recordedAt,
    what: entry.label,
    quiet,
    marks: marks.map(({ kind, note }) => (note === null ? { kind } : { kind, note })),
    ...(actor.name === '' ? {} : { who: actor.name }),
    ...(actor.organisation === null ? {} : { organisation: actor.organisation.shortName }),
    ...(state === null ? {} : { status: { label: state, tone: 'info' as const } }),
    ...(details.length === 0 ? {} : { body: detailList(details, language) }),
  };
}

/** The date may have been corrected to another precision than the entry was written with. */
function precisionOf(occurredOn: string): parts.Moment['precision'] {
  if (occurredOn.length === 'YYYY-MM'.length) return 'month';
  return occurredOn.includes('T') ? 'minute' : 'day';
}

/** What an entry says, in one run of text; repeating rows stand each on a line of their own. */
export function detailList(details: readonly DetailRow[], language: Language): Html {
  // A paper's kind, title and item often read the same: once is enough.
  const said = new Set<string>();
  const plain = details.filter(({ rows, value }) => rows.length === 0 && !said.has(value.zh) && said.add(value.zh));
  const repeating = details.filter(({ rows }) => rows.length > 0);
  return html`${plain.length > 0 && html`<p>${detailLine(plain, language)}</p>`}${repeating.map(
    ({ label, rows }) =>
      html`<p class="muted">${say(label, language)}</p><ol class="entry-rows">${rows.map((row) => html`<li>${detailLine(row, language)}</li>`)}</ol>`,
  )}`;
}

function detailLine(row: readonly DetailRow[], language: Language): Html {
  return html`${row.map(
    ({ label, value }) =>
      html`<span class="detail"><span class="muted">${say(label, language)}${colon(language)}</span>${say(value, language)}</span> `,
  )}`;
}

/** What the house noted of its own letters stands with the letters, each with its service record. */
const besideLetters: readonly string[] = ['noteLetterSent', 'noteLetterToPrint'];

/** The timeline with a heading for every day, as far as the filter lets through; what narrows it stands above. */
export function timelineCard(
  view: Pick<CaseView, 'id' | 'moment' | 'timeline' | 'proceedings'>,
  filter: TimelineFilter,
  language: Language,
): Html {
  const all = view.timeline.filter(({ type }) => !besideLetters.includes(type));
  const told = narrowed(all, filter);
  const days = Map.groupBy(told, ({ occurredOn }) => occurredOn.slice(0, 10));
  const entries =
    told.length === 0
      ? parts.emptyState({ text: all.length === 0 ? t.noEntries : timelineTexts.nothing }, language)
      : html`${[...days].map(([day, ofDay]) => dayShown(day, ofDay, language))}`;
  const content = html`${all.length > 0 && timelineFilters(view, filter, language)}${shownOf(told.length, all.length, language)}${entries}`;
  return parts.card({ heading: t.timeline, id: 'timeline', content }, language);
}

function dayShown(day: string, entries: readonly EntryView[], language: Language): Html {
  return html`<h3 class="timeline-day">${parts.date(day)} ${day.length === 10 && html`<span class="weekday">${parts.weekday(day, language)}</span>`}</h3>${parts.timeline(
    entriesShown(entries, language).map((entry) => ({ ...entry, underItsDay: true })),
    language,
  )}`;
}
