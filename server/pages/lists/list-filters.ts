import { nobody } from '../../../db/listings.ts';
import { type ChannelId, channelLabels, channelOf, kit, sourceLabels } from '../../../workflows/index.ts';
import type { Viewer } from '../../security/index.ts';
import { type CaseListQuery, caseListQueryNames } from '../../views/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { type Colleague, choicesOf } from '../administration/people-page.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { listTexts as texts } from './texts.ts';

/** What an address asks for, without what lists do not know. */
export function askedIn(search: string): { readonly query: CaseListQuery; readonly after: string | null } {
  const given = new URLSearchParams(search);
  const typed = caseListQueryNames.map((name) => [name, (given.get(name) ?? '').trim().slice(0, 60)]);
  return { query: Object.fromEntries(typed.filter(([, value]) => value !== '')), after: given.get('after') };
}

/** A list's address; what is given as empty is taken out. */
export function listAddress(query: CaseListQuery, change: Readonly<Record<string, string>> = {}): string {
  const all = Object.entries({ ...query, ...change }).filter(([, value]) => value !== '');
  return all.length === 0 ? links.cases : `${links.cases}?${new URLSearchParams(all)}`;
}

/** What narrows a list beside whose it is, the box and the order. */
export function isNarrowed(query: CaseListQuery): boolean {
  return Object.keys(query).some((name) => !['mine', 'box', 'order'].includes(name));
}

/** The filters as a form whose fields stay in the address. */
export function filterForm(
  query: CaseListQuery,
  colleagues: readonly Colleague[],
  viewer: Viewer,
  { town }: Dependencies,
  language: Language,
): Html {
  const select = (name: keyof CaseListQuery & keyof typeof texts, choices: readonly parts.Choice[]) =>
    parts.selectField({ name, label: texts[name], choices, value: query[name] ?? '' }, language);
  const day = (name: 'from' | 'to') =>
    parts.dateField({ name, label: texts[name], value: query[name] ?? '' }, language);
  const others = Object.values(town.organisations)
    .filter(({ id }) => id !== viewer.organisationId)
    .map(({ id, shortName }) => ({ value: id, label: shortName }));
  const officers = [{ value: nobody, label: texts.nobody }, ...choicesOf(colleagues, false)];
  const counties = town.counties.map(({ code, name }) => ({ value: code, label: name }));
  const states = statesOf(query.channel);
  const hidden = (['mine', 'box'] as const).map((name) => query[name] && parts.hiddenInput(name, query[name]));
  return html`<details class="disclosure no-print"${attributes({ open: isNarrowed(query) })}><summary>${say(texts.filters, language)}</summary>
    <form class="moment-form" method="get" action="${links.cases}">${hidden.map((one) => html`${one}`)}
    ${select('channel', choicesIn(channelLabels))}${states.length > 0 && select('state', states)}${query.mine !== 'true' && select('officer', officers)}${select('with', others)}${counties.length > 0 && select('county', counties)}${select('source', choicesIn(sourceLabels))}${select('due', dues)}${day('from')}${day('to')}${select('order', orders)}
    <button class="button button-secondary" type="submit">${say(texts.show, language)}</button> <a class="button button-secondary"${attributes({ href: listAddress(only(query, ['mine', 'box'])) })}>${say(texts.clear, language)}</a></form></details>`;
}

const dues: readonly parts.Choice[] = [
  { value: 'overdue', label: texts.overdue },
  { value: '3', label: texts.due3 },
  { value: '7', label: texts.due7 },
  { value: '30', label: texts.due30 },
];

const orders: readonly parts.Choice[] = [
  { value: 'latest', label: texts.latest },
  { value: 'earliest', label: texts.earliest },
  { value: 'due', label: texts.byDue },
  { value: 'waiting', label: texts.byWaiting },
];

function choicesIn(labels: Readonly<Record<string, parts.Words>>): readonly parts.Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** The states of a channel's machine; none before a channel is chosen, for their names are its own. */
function statesOf(channel: string | undefined): readonly parts.Choice[] {
  const known = Object.keys(channelLabels).find((id) => id === channel);
  // The keys of the labels are exactly the channels.
  const machine = known === undefined ? undefined : channelOf(known as ChannelId)?.machine;
  if (machine === undefined) return [];
  return kit.describe(machine.id).states.map(({ id, meta }) => ({ value: id, label: meta.label }));
}

function only(query: CaseListQuery, names: readonly (keyof CaseListQuery)[]): CaseListQuery {
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.some((one) => one === name)));
}
