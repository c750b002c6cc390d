import type { FastifyInstance } from 'fastify';
import type { SavedList } from '../../../db/saved-lists.ts';
import type { CaseListQuery } from '../../views/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import { entered } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { askedIn, listAddress } from './list-filters.ts';
import { listTexts as texts } from './texts.ts';

const longestName = 30;
const queryOf = (query: CaseListQuery) => listAddress(query).slice(links.cases.length + 1);

/** Lists that a person keeps under a name: to keep one, and to remove it. */
export function registerSavedLists(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const { savedLists } = dependencies.store;
  app.post(`${links.cases}/saved`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const name = entered(sent, 'name').trim().slice(0, longestName);
    const { query } = askedIn(entered(sent, 'list'));
    const isKept = name !== '' && (await savedLists.save(viewer.accountId, { name, query: queryOf(query) }));
    if (isKept) return reply.redirect(listAddress(query), 303);
    const { language } = request;
    const message = name === '' ? texts.noName : texts.tooMany;
    const form = saveForm(query, language, { name, message });
    const main = html`${parts.errorSummary([{ field: 'name', message }], language)}${form}`;
    const address = listAddress(query);
    return frame.send(request, reply, { title: texts.save, main, section: 'cases', width: 'narrow', address }, 422);
  });
  app.post(`${links.cases}/saved/forget`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    await savedLists.forget(viewer.accountId, entered(sent, 'name'));
    return reply.redirect(listAddress(askedIn(entered(sent, 'list')).query), 303);
  });
}

/** The lists a person keeps, as links; the one that is looked at can be removed. */
export function savedShown(saved: readonly SavedList[], query: CaseListQuery, language: Language): Html {
  if (saved.length === 0) return html``;
  const here = queryOf(query);
  const tabs = saved.map((list) => ({
    label: list.name,
    href: listAddress(askedIn(list.query).query),
    current: list.query === here,
  }));
  const current = saved.find((list) => list.query === here);
  const forget =
    current !== undefined &&
    html`<form class="inline-form no-print" method="post" action="${links.cases}/saved/forget">${parts.hiddenInputs({ name: current.name, list: here })}<button class="button button-small" type="submit">${say(texts.forget, language)}<span class="visually-hidden"> ${current.name}</span></button></form>`;
  return html`${parts.tabs({ label: texts.saved, tabs }, language)}${forget}`;
}

/** Keeps the list that is looked at under a name. */
export function saveForm(
  query: CaseListQuery,
  language: Language,
  wrong: { readonly name: string; readonly message: parts.Words } | null = null,
): Html {
  const name = parts.textField(
    {
      name: 'name',
      label: texts.saveName,
      maxLength: longestName,
      width: 'short',
      value: wrong?.name ?? '',
      ...(wrong === null ? {} : { error: wrong.message }),
    },
    language,
  );
  return html`<form class="card moment-form no-print" method="post"${attributes({ action: `${links.cases}/saved` })}>${parts.hiddenInput('list', queryOf(query))}${name}<button class="button button-secondary" type="submit">${say(texts.save, language)}</button></form>`;
}
