import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { searchTerms } from '../../../db/search-words.ts';
import { opensWithReason } from '../../../workflows/index.ts';
import { type FoundCaseView, knownPage, lookAt, searchView } from '../../views/index.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { caseTable, marked } from './case-table.ts';
import { searchTexts as texts } from './texts.ts';

const rowsPerPage = 20;
const longestText = 200;

/** Looks for cases among those the viewer may know of. A whole code leads to its case at once. */
export function registerSearchPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(links.search, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    // Administrators see no case: they are led to their own pages.
    if (viewer.organisationId === null) return reply.redirect(links.desk, 303);
    const { searchParams } = new URL(request.url, 'http://here.invalid');
    const text = (searchParams.get('text') ?? '').trim().slice(0, longestText);
    const actor = actorOf(viewer);
    const exact = text === '' ? null : await dependencies.store.reads.caseIdByCode(text.normalize('NFC'));
    if (exact !== null && (await lookAt(exact, actor, dependencies, { what: 'search' })) !== null)
      return reply.redirect(`/cases/${exact}`, 303);
    // A centre's head has numbers, and opens a case by its code alone.
    if (opensWithReason(actor)) return reply.redirect(links.desk, 303);
    const after = searchParams.get('after');
    const found = await knownPage(searchView(actor, { text, after, limit: rowsPerPage }, dependencies));
    return show(request, reply, text, after, found);
  });

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    text: string,
    after: string | null,
    found: Awaited<ReturnType<typeof searchView>>,
  ): Promise<FastifyReply> {
    const { language } = request;
    const address = (more: Readonly<Record<string, string>>) =>
      `${links.search}?${new URLSearchParams({ text, ...more })}`;
    const pager = parts.pager(
      {
        ...(after === null ? {} : { previousHref: address({}) }),
        ...(found.next === null ? {} : { nextHref: address({ after: found.next }) }),
      },
      language,
    );
    const heading = html`<h1>${say(texts.title, language)}${text !== '' && html` “${text}”`}</h1><p class="lead no-print">${say(texts.lead, language)}</p>`;
    const content = text === '' ? heading : html`${heading}${results(found, text, language)}${pager}`;
    const main = html`<div class="landscape">${parts.card({ content }, language)}</div>`;
    return frame.send(request, reply, { title: texts.title, main, section: 'cases', searchText: text });
  }
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
