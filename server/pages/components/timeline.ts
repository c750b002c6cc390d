import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, say, type Text, t } from '../i18n.ts';
import { type Badge, badge, emptyState, type Tone } from './basics.ts';
import { date, dayOf, type Moment, time, timeOfDay } from './format.ts';
import type { IconName } from './icon.ts';
import { show, showSome, type Words } from './words.ts';

export type MarkKind =
  | 'corrected'
  | 'annulled'
  | 'onBehalf'
  | 'ownWord'
  | 'irregular'
  | 'compartment'
  | 'system'
  | 'removed';

/** A sign on an entry; the note says what it means here (which article, whose evidence, what it corrects). */
export type Mark = { readonly kind: MarkKind; readonly note?: Words };

export type TimelineEntry = {
  readonly on: Moment;
  /** RFC 3339 instant; shown only when it falls on another day than `on`. */
  readonly recordedAt?: string;
  readonly what: Words;
  readonly organisation?: Words;
  readonly who?: Words;
  readonly body?: Words;
  readonly status?: Badge;
  readonly marks?: readonly Mark[];
  readonly links?: readonly { readonly label: Words; readonly href: string }[];
  /** An address part for links to this entry. */
  readonly id?: string;
  /** The day stands above already: only the time of day is shown. */
  readonly underItsDay?: boolean;
  /** What only followed from something else: one small line. */
  readonly quiet?: boolean;
};

/** What happened, in the order given, each with its legal date and, where it was entered later, the day of entry. */
export function timeline(entries: readonly TimelineEntry[], language: Language): Html {
  if (entries.length === 0) return emptyState({ text: t.noEntries }, language);
  return html`<ol class="timeline">${entries.map((entry) => timelineEntry(entry, language))}</ol>`;
}

function timelineEntry(entry: TimelineEntry, language: Language): Html {
  const { on, recordedAt, marks = [], links = [] } = entry;
  const isAnnulled = marks.some(({ kind }) => kind === 'annulled');
  const isInside = marks.some(({ kind }) => kind === 'compartment');
  const later =
    recordedAt !== undefined &&
    wasRecordedLater(on, recordedAt) &&
    html`<span class="recorded-later">${say(t.recordedLater, language)} ${date(recordedAt)}</span>`;
  const by = [showSome(entry.organisation, language), showSome(entry.who, language)].filter(
    (part) => part !== undefined,
  );
  const hasFoot = by.length > 0 || links.length > 0;
  return html`<li class="entry${isAnnulled && ' entry-annulled'}${entry.quiet && ' entry-quiet'}${isInside && ' entry-inside'}"${attributes({ id: entry.id })}>
    <p class="entry-when">${entry.underItsDay ? timeOfDay(on) : time(on)} ${later} ${entry.status !== undefined && badge(entry.status, language)} ${marks.map((mark) => badge(markBadge(mark), language))}</p>
    <p class="entry-what">${show(entry.what, language)}</p>
    ${
      entry.body !== undefined && html`<div class="entry-body">${show(entry.body, language)}</div>`
    }${marks.map((mark) => html`${mark.note !== undefined && html`<p class="entry-note">${say(markNames[mark.kind], language)}${colon(language)}${show(mark.note, language)}</p>`}`)}${
      hasFoot &&
      html`<p class="entry-foot">${by.map((part, index) => html`${index > 0 && ' · '}${part}`)}${links.map(({ label, href }) => html` <a${attributes({ href })}>${show(label, language)}</a>`)}</p>`
    }</li>`;
}

function wasRecordedLater(on: Moment, recordedAt: string): boolean {
  const day = dayOf(recordedAt);
  return on.precision === 'month' ? on.at.slice(0, 7) !== day.slice(0, 7) : dayOf(on.at) !== day;
}

const markNames: Readonly<Record<MarkKind, Text>> = {
  corrected: t.markCorrected,
  annulled: t.markAnnulled,
  onBehalf: t.markOnBehalf,
  ownWord: t.markOwnWord,
  irregular: t.markIrregular,
  compartment: t.markCompartment,
  system: t.markSystem,
  removed: t.markRemoved,
};
const markLooks: Readonly<Record<MarkKind, { tone: Tone; icon: IconName }>> = {
  corrected: { tone: 'warn', icon: 'pen' },
  annulled: { tone: 'neutral', icon: 'cross' },
  onBehalf: { tone: 'info', icon: 'person' },
  ownWord: { tone: 'info', icon: 'person' },
  irregular: { tone: 'warn', icon: 'flag' },
  compartment: { tone: 'neutral', icon: 'lock' },
  system: { tone: 'neutral', icon: 'gear' },
  removed: { tone: 'neutral', icon: 'cross' },
};

/** A mark as a badge, for a place outside the timeline. */
export function markBadge(mark: Mark): Badge {
  return { label: markNames[mark.kind], ...markLooks[mark.kind] };
}
