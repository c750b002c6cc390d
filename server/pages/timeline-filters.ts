import { type CaseView, type EntryView, isNarrowed, type TimelineFilter, timelineKinds } from '../views/index.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';
import { timelineTexts as texts } from './texts.ts';

/** The page of a case at the moment and with the filter given; both stay in the address. */
export function caseAddress({ id, moment }: Pick<CaseView, 'id' | 'moment'>, filter: TimelineFilter = {}): string {
  const asked = new URLSearchParams({ ...filter });
  if (moment?.on != null) asked.set('asOf', moment.on);
  if (moment?.knownAt != null) asked.set('knownAt', moment.knownAt.slice(0, 10));
  const query = asked.toString();
  return `/cases/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`;
}

/** What narrows the timeline, as a form whose fields stay in the address; open while it narrows. */
export function timelineFilters(
  view: Pick<CaseView, 'id' | 'moment' | 'timeline' | 'proceedings'>,
  filter: TimelineFilter,
  language: Language,
): Html {
  const { id, timeline, moment } = view;
  const select = (name: keyof TimelineFilter, choices: readonly parts.Choice[]) =>
    choices.length > 1 && parts.selectField({ name, label: texts[name], choices, value: filter[name] ?? '' }, language);
  const hidden = [
    moment?.on != null && parts.hiddenInput('asOf', moment.on),
    moment?.knownAt != null && parts.hiddenInput('knownAt', moment.knownAt.slice(0, 10)),
  ];
  const clear =
    isNarrowed(filter) &&
    html` <a class="button button-secondary"${attributes({ href: `${caseAddress(view)}#timeline` })}>${say(texts.clear, language)}</a>`;
  return html`<details class="disclosure no-print"${attributes({ open: isNarrowed(filter) })}><summary>${say(texts.filters, language)}</summary>
    <form class="moment-form" method="get"${attributes({ action: `/cases/${encodeURIComponent(id)}#timeline` })}>${hidden.map((one) => html`${one}`)}
    ${select('kind', kindsOf(timeline))}${select('proceeding', proceedingsOf(view))}${select('person', personsOf(timeline))}${select('organisation', organisationsOf(timeline))}
    <button class="button button-secondary" type="submit">${say(texts.show, language)}</button>${clear}</form></details>`;
}

/** How many entries are shown, and of how many; nothing while all are. */
export function shownOf(shown: number, all: number, language: Language): Html | undefined {
  if (shown === all) return undefined;
  const count: Text = { zh: `共 ${all} 条，显示 ${shown} 条`, en: `${shown} of ${all} entries` };
  return html`<p class="muted">${say(count, language)}</p>`;
}

/** Only kinds of which there is an entry: whoever sees nothing of the inside is not asked about it. */
function kindsOf(timeline: readonly EntryView[]): readonly parts.Choice[] {
  const has = (kind: string) => timeline.some((entry) => entry.kind === kind);
  const marked = (kind: string) => timeline.some(({ marks }) => marks.some((mark) => mark.kind === kind));
  const there = {
    step: has('step'),
    fact: has('fact'),
    correction: has('correction'),
    handoff: timeline.some(({ target }) => target.kind === 'handoff'),
    party: marked('ownWord'),
    inside: marked('compartment'),
  } as const satisfies Record<keyof typeof timelineKinds, boolean>;
  return Object.entries(timelineKinds).flatMap(([value, label]) =>
    there[value as keyof typeof there] ? [{ value, label }] : [],
  );
}

function proceedingsOf({ proceedings, timeline }: Pick<CaseView, 'proceedings' | 'timeline'>): readonly parts.Choice[] {
  return proceedings
    .filter(({ id }) => timeline.some((entry) => entry.proceeding === id || entry.target.id === id))
    .map(({ id, label, organisation: { shortName } }) => ({
      value: id,
      label: { zh: `${label.zh}（${shortName.zh}）`, en: `${label.en} (${shortName.en})` },
    }));
}

function personsOf(timeline: readonly EntryView[]): readonly parts.Choice[] {
  const found = timeline.flatMap(({ actor: { person, name } }): [string, string][] =>
    person === null ? [] : [[person, name]],
  );
  return [...new Map(found)].map(([value, label]) => ({ value, label }));
}

function organisationsOf(timeline: readonly EntryView[]): readonly parts.Choice[] {
  const found = timeline.flatMap(({ actor: { organisation } }): [string, Text][] =>
    organisation === null ? [] : [[organisation.id, organisation.shortName]],
  );
  return [...new Map(found)].map(([value, label]) => ({ value, label }));
}
