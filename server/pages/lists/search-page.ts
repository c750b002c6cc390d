import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { searchTerms } from '../../../db/search-words.ts';
import { opensWithReason } from '../../../workflows/index.ts';
import { ProblemError } from '../../errors.ts';
import { keepSearch, soughtBehind } from '../../searches/index.ts';
import { type FoundCaseView, knownPage, lookAt, searchView } from '../../views/index.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import { entered } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { caseTable, marked } from './case-table.ts';
import { searchTexts as texts } from './texts.ts';

const rowsPerPage = 20;
const longestText = 200;

/**
 * Looks for cases among those the viewer may know of. What was typed is kept for the viewer, and the address carries only its
 * reference, so that going back, reloading and turning pages work. A whole code leads to its case at once.
 */
export function registerSearchPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.post(links.search, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    // Administrators see no case: they are led to their own pages.
    if (viewer.organisationId === null) return reply.redirect(links.desk, 303);
    const text = entered(sentOf(request), 'text').trim().slice(0, longestText);
    const actor = actorOf(viewer);
    const exact = text === '' ? null : await dependencies.store.reads.caseIdByCode(text.normalize('NFC'));
    if (exact !== null && (await lookAt(exact, actor, dependencies, { what: 'search' })) !== null)
      return reply.redirect(`/cases/${exact}`, 303);
    // A centre's head has numbers, and opens a case by its code alone.
    if (opensWithReason(actor)) return reply.redirect(links.desk, 303);
    if (text === '') return reply.redirect(links.search, 303);
    return reply.redirect(searchAddress({ find: await keepSearch(viewer.accountId, text, dependencies) }), 303);
  });

  app.get(links.search, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const actor = actorOf(viewer);
    if (viewer.organisationId === null || opensWithReason(actor)) return reply.redirect(links.desk, 303);
    const { searchParams } = new URL(request.url, 'http://here.invalid');
    const find = searchParams.get('find');
    const text = find === null ? '' : await soughtBehind(viewer.accountId, find, dependencies);
    if (text === null) throw new ProblemError('search-over');
    const after = searchParams.get('after');
    const found = await knownPage(searchView(actor, { text, after, limit: rowsPerPage }, dependencies));
    return show(request, reply, { find: find ?? '', text, after }, found);
  });

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { find, text, after }: { readonly find: string; readonly text: string; readonly after: string | null },
    found: Awaited<ReturnType<typeof searchView>>,
  ): Promise<FastifyReply> {
    const { language } = request;
    const pager = parts.pager(
      {
        ...(after === null ? {} : { previousHref: searchAddress({ find }) }),
        ...(found.next === null ? {} : { nextHref: searchAddress({ find, after: found.next }) }),
      },
      language,
    );
    const heading = html`<h1>${say(texts.title, language)}${text !== '' && html` “${text}”`}</h1><p class="lead no-print">${say(texts.lead, language)}</p>`;
    const content = text === '' ? heading : html`${heading}${results(found, text, language)}${pager}`;
    const main = html`<div class="landscape">${parts.card({ content }, language)}</div>`;
    return frame.send(request, reply, { title: texts.title, main, section: 'cases', searchText: text });
  }
}

function searchAddress(query: { readonly find: string; readonly after?: string }): string {
  return `${links.search}?${new URLSearchParams(query)}`;
}

function results({ rows, tooShort }: Awaited<ReturnType<typeof searchView>>, text: string, language: Language): Html {
  const terms = searchTerms(text);
  if (rows.length === 0) {
    const action = { label: texts.toLists, href: links.cases };
    return parts.emptyState({ text: tooShort ? texts.tooShort : texts.none, action }, language);
  }
  return caseTable<FoundCaseView>(
    {
      rows,
      caption: texts.found,
      empty: texts.none,
      terms,
      detail: ({ foundBy }) =>
        html`${foundBy.map(
          ({ label, text: hit }) =>
            html`<span class="cell-detail">${say(label, language)} ${marked(hit, terms)}</span>`,
        )}`,
    },
    language,
  );
}
