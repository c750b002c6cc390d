import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalView } from '../views/offer-view.ts';
import * as parts from './components/index.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { colon, say, type Text, t } from './i18n.ts';
import { pageTexts } from './texts.ts';

/** What is shown instead of a form when a command is not possible now: why, under which article, what to do instead. */
export function refusedPage(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  { title, refusal, back }: { readonly title: Text; readonly refusal: RefusalView; readonly back: string },
): Promise<FastifyReply> {
  const { language } = request;
  const main: Html = html`<section class="card"><h1>${say(title, language)}</h1>
    ${parts.notice({ tone: 'warn', heading: t.actionsNotPossible, text: html`<p>${say(refusal.text, language)}${parts.basisOf(refusal.basis, language)}</p>${refusal.instead !== null && html`<p class="instead">${say(t.doInstead, language)}${colon(language)}${say(refusal.instead, language)}</p>`}` }, language)}
    <p><a class="button button-secondary" href="${back}">${say(pageTexts.backToCase, language)}</a></p></section>`;
  return frame.send(request, reply, { title, main, width: 'narrow' }, 409);
}
