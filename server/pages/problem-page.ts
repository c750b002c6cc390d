import type { FastifyRequest } from 'fastify';
import type { RenderProblem } from '../error-handler.ts';
import type { Frame } from './frame.ts';
import { reasonForm } from './head-pages.ts';
import { html } from './html.ts';
import { colon, languageOf, say, t } from './i18n.ts';
import { pageTexts } from './texts.ts';

/** Builds the page of a problem: what happened, what to do now, and a number to tell the administrator. */
export function problemPages(frame: Frame): RenderProblem {
  return (problem, request: FastifyRequest) => {
    // A problem may come before the language was read.
    const language = languageOf(request.language);
    const title = { zh: problem.title, en: problem.en.title };
    const detail = { zh: problem.detail, en: problem.en.detail };
    const instead = { zh: problem.instead, en: problem.en.instead };
    if (problem.code === 'reason-needed' && typeof problem.caseId === 'string') {
      const to = request.method === 'GET' ? request.url : `/cases/${problem.caseId}`;
      const main = reasonForm(problem.caseId, to, language);
      return frame.bare(request, { title, main, width: 'narrow', address: to });
    }
    const main = html`<section class="card problem"><h1>${say(title, language)}</h1>
      ${detail.zh !== title.zh && html`<p>${say(detail, language)}</p>`}<p>${say(instead, language)}</p>
      <p><a class="button button-primary" href="${request.viewer ? '/desk' : '/sign-in'}">${say(request.viewer ? pageTexts.toDesk : t.signIn, language)}</a></p>
      ${problem.status >= 500 && problem.requestId !== undefined && html`<p class="muted">${say(pageTexts.requestId, language)}${colon(language)}<code>${problem.requestId}</code></p>`}</section>`;
    // What must not stand in an address must not stand in a link either.
    const address =
      request.method !== 'GET' ? '/desk' : problem.code === 'words-in-address' ? problem.instance : request.url;
    return frame.bare(request, { title, main, width: 'narrow', address: address ?? '/desk' });
  };
}
