import type { FastifyRequest } from 'fastify';
import type { Paper } from '../../../db/papers.ts';
import { markAddress, printMark } from '../../papers/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { qrImage } from '../sign-in.ts';
import { paperTexts as texts } from './texts.ts';

/** The filing code of a paper, for its foot: small, and without a name or a number. */
export async function markShown(
  paper: Paper,
  request: FastifyRequest,
  dependencies: Dependencies,
  language: Language,
): Promise<Html> {
  const publicUrl = dependencies.config.publicUrl ?? `${request.protocol}://${request.host}`;
  const mark = await printMark(paper, dependencies);
  return html`<div class="filing-code">${await qrImage(markAddress(publicUrl, mark), texts.code, language, 96)}<p>${say(texts.slip, language)}</p></div>`;
}
