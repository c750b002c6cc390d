import type { CaseView } from '../views/index.ts';
import type { DetailRow } from '../views/rows.ts';
import type { EntryView } from '../views/timeline-view.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { colon, type Language, say, t } from './i18n.ts';

/** Entries of the journal as the timeline shows them. */
export function entriesShown(entries: readonly EntryView[], language: Language): readonly parts.TimelineEntry[] {
  return entries.map((entry) => entryShown(entry, language));
}

function entryShown(entry: EntryView, language: Language): parts.TimelineEntry {
  const { actor, state, details, marks } = entry;
  return {
    id: `entry-${entry.seq}`,
    on: { at: entry.occurredOn, precision: precisionOf(entry.occurredOn) },
    recordedAt: entry.recordedAt,
    what: entry.label,
    who: actor.name,
    marks: marks.map(({ kind, note }) => (note === null ? { kind } : { kind, note })),
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

/** What an entry says, in lines: a label and its value; repeating rows stand indented under theirs. */
function detailList(details: readonly DetailRow[], language: Language): Html {
  return html`<ul class="entry-details">${details.map(
    ({ label, value, rows }) =>
      html`<li><span class="muted">${say(label, language)}${colon(language)}</span>${say(value, language)}${rows.length > 0 && html`<ol>${rows.map((row) => html`<li>${detailLine(row, language)}</li>`)}</ol>`}</li>`,
  )}</ul>`;
}

function detailLine(row: readonly DetailRow[], language: Language): Html {
  const separator = language === 'zh-CN' ? '，' : ', ';
  return html`${row.map(
    ({ label, value }, index) =>
      html`${index > 0 && separator}<span class="muted">${say(label, language)}</span> ${say(value, language)}`,
  )}`;
}

/** The whole timeline with a heading for every day. */
export function timelineCard({ timeline }: Pick<CaseView, 'timeline'>, language: Language): Html {
  const days = Map.groupBy(timeline, ({ occurredOn }) => occurredOn.slice(0, 10));
  const content =
    timeline.length === 0
      ? parts.timeline([], language)
      : html`${[...days].map(([day, entries]) => html`<h3 class="timeline-day">${parts.date(day)} ${day.length === 10 && html`<span class="weekday">${parts.weekday(day, language)}</span>`}</h3>${parts.timeline(entriesShown(entries, language), language)}`)}`;
  return parts.card({ heading: t.timeline, id: 'timeline', content }, language);
}
