import type { FastifyReply, FastifyRequest } from 'fastify';
import { partyName } from '../views/names.ts';
import { type Outcome, printedQueryCode, statusLink } from '../write/index.ts';
import { cancelAddress } from './command-drawing.ts';
import type { CommandPages, OpenForm } from './command-page.ts';
import * as parts from './components/index.ts';
import { dataPrefix, entered, type Sent } from './forms/read.ts';
import { html } from './html.ts';
import { say } from './i18n.ts';
import { qrImage } from './sign-in.ts';
import { codeTexts } from './texts.ts';

/** Shows a query code the only time it is ever shown: a slip to print and hand over. The picture is a link with the code behind `#`. */
export async function showQueryCode(
  { dependencies, frame }: CommandPages,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenForm,
  sent: Sent,
  { queryCode }: Extract<Outcome, { kind: 'done' }>,
): Promise<FastifyReply> {
  const { language } = request;
  const back = cancelAddress(open);
  const backLink = html`<p class="no-print"><a class="button button-secondary" href="${back}">${say(codeTexts.back, language)}</a></p>`;
  if (queryCode === null || open.look === null) {
    const main = html`<section class="card"><h1>${say(codeTexts.title, language)}</h1><p>${say(codeTexts.shownAlready, language)}</p>${backLink}</section>`;
    return frame.send(request, reply, { title: codeTexts.title, main, width: 'narrow', address: back });
  }
  const publicUrl = dependencies.config.publicUrl ?? `${request.protocol}://${request.host}`;
  const address = `${publicUrl}/status`;
  const organisation = open.look.given.reference.organisations[request.viewer?.organisationId ?? ''];
  const rows: parts.Definition[] = [
    { term: codeTexts.party, value: partyName(open.look, entered(sent, `${dataPrefix}party`)) },
    { term: codeTexts.caseCode, value: open.look.current.header.code },
    { term: codeTexts.where, value: address },
  ];
  if (organisation !== undefined) rows.push({ term: codeTexts.issuedBy, value: organisation.name });
  if (organisation?.publicTelephone) rows.push({ term: codeTexts.telephone, value: organisation.publicTelephone });
  const code = printedQueryCode(queryCode);
  const main = html`<article class="sheet slip"><h1>${say(codeTexts.title, language)}</h1>
    <p class="query-code">${parts.copyable({ text: code, label: codeTexts.title }, language)}</p>
    ${await qrImage(statusLink(publicUrl, queryCode), codeTexts.qr, language)}
    ${parts.definitionList({ rows }, language)}
    <p>${say(codeTexts.keep, language)}</p><p>${say(codeTexts.once, language)}</p></article>${backLink}`;
  return frame.send(request, reply, { title: codeTexts.title, main, width: 'narrow', address: back });
}
