import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  channelLabels,
  channelOf,
  documentKinds,
  itemClasses,
  type Proceeding,
  signedPapers,
  signedPapersOf,
} from '../../../workflows/index.ts';
import { ProblemError } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import { type Look, lookAt } from '../../views/index.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { say } from '../i18n.ts';
import { markShown } from './mark-shown.ts';
import { paperTexts as texts } from './texts.ts';

/** Filing codes to cut out and put on papers that were written elsewhere, such as the agreement and the minutes. */
export async function showSlips(
  request: FastifyRequest,
  reply: FastifyReply,
  caseId: string,
  viewer: Viewer,
  { dependencies, frame }: { readonly dependencies: Dependencies; readonly frame: Frame },
  isRevoked: boolean,
): Promise<FastifyReply> {
  const { language } = request;
  const look = await lookAt(caseId, actorOf(viewer), dependencies, { what: 'filingCodes' });
  if (look === null) throw new ProblemError('not-found');
  const sheets: Html[] = [];
  for (const proceeding of openHere(look, viewer)) sheets.push(await sheetOf(look, proceeding, request, dependencies));
  const nothing = parts.card({ content: parts.emptyState({ text: texts.noSlips }, language) }, language);
  const done = isRevoked ? { flash: { tone: 'good', text: texts.revoked } as const } : {};
  const heading = html`<div class="no-print">${parts.pageHeading({ title: texts.slips, lead: texts.slipsHint }, language)}</div>`;
  const main = [heading, ...(sheets.length === 0 ? [nothing] : sheets)];
  reply.header('cache-control', 'no-store');
  return frame.send(request, reply, { title: texts.slips, main, section: 'desk', width: 'narrow', ...done });
}

/** The proceedings in which the viewer's organisation puts papers on file now. */
export function openHere(
  { current, visible }: Pick<Look, 'current' | 'visible'>,
  viewer: Viewer,
): readonly Proceeding[] {
  return Object.values(current.proceedings).filter(
    ({ id, organisation, endedOn }) => organisation === viewer.organisationId && endedOn === null && visible.fully(id),
  );
}

async function sheetOf(
  { current }: Look,
  { id, channel, number }: Proceeding,
  request: FastifyRequest,
  dependencies: Dependencies,
): Promise<Html> {
  const { language } = request;
  const slips: Html[] = [];
  for (const document of signedPapersOf(channelOf(channel)?.family ?? undefined)) {
    const paper = { caseId: current.id, proceeding: id, document, thing: null };
    const isInside = signedPapers[document] === 'processPrivate';
    slips.push(html`<li class="filing-slip"><p><strong>${say(documentKinds[document], language)}</strong></p>
      <p class="case-number">${number ?? current.header.code}</p>${await markShown(paper, request, dependencies, language)}
      <p class="muted">${say(isInside ? texts.stays : itemClasses[signedPapers[document]].label, language)}</p></li>`);
  }
  const revoke = html`<form class="no-print" method="post"${attributes({ action: `/cases/${current.id}/papers/revoke` })}>${parts.hiddenInput('proceeding', id)}<p class="hint">${say(texts.revokeHint, language)}</p>
    <button class="button button-secondary" type="submit">${say(texts.revoke, language)}</button></form>`;
  return html`<section class="sheet"><h2>${say(channelLabels[channel], language)} ${number ?? current.header.code}</h2><ul class="filing-slips">${slips}</ul>${revoke}</section>`;
}
