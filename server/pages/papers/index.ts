import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError, problems } from '../../errors.ts';
import {
  type CodeReader,
  filePaper,
  filePhotos,
  fileViewer,
  knownPaper,
  type PhotoResult,
  paperOf,
  waitingPhoto,
  waitingPhotos,
} from '../../papers/index.ts';
import type { Viewer } from '../../security/index.ts';
import { caseRows, lookAt } from '../../views/index.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import { commandAddress } from '../command-page.ts';
import type { FieldError } from '../components/index.ts';
import { casesMeant } from '../daily/call-case.ts';
import { bodyOf } from '../forms/body.ts';
import { entered, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { withNotice } from '../notices.ts';
import { showSignIn, signInAddress } from '../sign-in.ts';
import { signInTexts } from '../texts.ts';
import { paperForm } from './paper-form.ts';
import { chosenPage, photosPage } from './photos-page.ts';
import { openHere, showSlips } from './slips-page.ts';
import { paperTexts as texts } from './texts.ts';

/** How many cases are suggested for a photo without a code. */
const suggested = 30;

interface Pages {
  readonly dependencies: Dependencies;
  readonly frame: Frame;
  readonly reader: CodeReader;
}

/** Papers that come back signed: the form a scanned code leads to, many photos at once, and the codes to print. */
export function registerPaperPages(
  app: FastifyInstance,
  dependencies: Dependencies,
  frame: Frame,
  reader: CodeReader,
): void {
  const pages: Pages = { dependencies, frame, reader };

  app.get('/papers', async (request, reply) => {
    const { viewer } = request;
    if (viewer === null) return reply.redirect(signInAddress('/papers'), 303);
    return showPhotos(pages, request, reply, fileViewer(viewer), null, null);
  });
  app.post('/papers', async (request, reply) => {
    const { viewer } = request;
    if (viewer === null) return signInFirst(pages, request, reply, '/papers');
    const own = fileViewer(viewer);
    const results = await filePhotos(request, reader, dependencies);
    const error = results.length === 0 ? { field: 'photos', message: texts.none } : null;
    return showPhotos(pages, request, reply, own, results, error);
  });
  app.post('/papers/choose', async (request, reply) => {
    const { viewer } = request;
    if (viewer === null) return signInFirst(pages, request, reply, '/papers');
    return choose(pages, request, reply, fileViewer(viewer));
  });

  app.get<MarkRoute>('/papers/:mark', async (request, reply) => {
    const { viewer } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    return showPaper(pages, request, reply, viewer, {}, []);
  });
  app.post<MarkRoute>('/papers/:mark', async (request, reply) => {
    const { viewer } = request;
    if (viewer === null) return signInFirst(pages, request, reply, request.url);
    return answerPaper(pages, request, reply, viewer);
  });

  app.get<CaseRoute>('/cases/:caseId/papers', async (request, reply) => {
    const { viewer, params, query } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    return showSlips(request, reply, params.caseId, viewer, pages, query.done === 'revoked');
  });
  app.post<CaseRoute>('/cases/:caseId/papers/revoke', async (request, reply) => {
    const { viewer, params } = request;
    const address = `/cases/${encodeURIComponent(params.caseId)}/papers`;
    if (viewer === null) return reply.redirect(signInAddress(address), 303);
    const look = await lookAt(params.caseId, actorOf(viewer), dependencies);
    const asked = entered(sentOf(request), 'proceeding');
    if (look === null || !openHere(look, viewer).some(({ id }) => id === asked)) throw new ProblemError('not-found');
    await dependencies.papers.revoke({ caseId: params.caseId, proceeding: asked });
    return reply.redirect(`${address}?done=revoked`, 303);
  });
}

interface MarkRoute {
  readonly Params: { readonly mark: string };
}
interface CaseRoute {
  readonly Params: { readonly caseId: string };
  readonly Querystring: { readonly done?: unknown };
}

/** A session that ended meanwhile: nothing of the files is kept, and the way back is. */
async function signInFirst({ dependencies, frame }: Pages, request: FastifyRequest, reply: FastifyReply, to: string) {
  if (request.isMultipart()) await bodyOf(request, dependencies);
  return showSignIn(frame, request, reply, { to, carry: '', cast: null, because: signInTexts.expired });
}

async function showPhotos(
  { dependencies, frame }: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer & { readonly organisationId: string },
  results: readonly PhotoResult[] | null,
  error: FieldError | null,
): Promise<FastifyReply> {
  const waiting = await waitingPhotos(viewer, dependencies);
  const page = { after: null, limit: suggested };
  const asked = async (mine: 'true' | 'false') =>
    (await caseRows(actorOf(viewer), { scope: 'open', mine, order: 'due' }, page, dependencies)).rows;
  // Those of one's own first; then the organisation's.
  const own = waiting.length === 0 ? [] : await asked('true');
  const rest = waiting.length === 0 || own.length >= suggested ? [] : await asked('false');
  const cases = [...own, ...rest.filter(({ id }) => own.every((one) => one.id !== id))].slice(0, suggested);
  const shown = {
    results,
    waiting,
    cases,
    organisation: viewer.organisationId,
    limitBytes: dependencies.config.uploadLimitBytes,
    error,
  };
  const main = photosPage(shown, request.language);
  reply.header('cache-control', 'no-store');
  const content = { title: texts.title, main, section: 'desk', width: 'narrow', address: '/papers' } as const;
  return frame.send(request, reply, content, error === null ? 200 : 422);
}

/** Leads on to the form for an item of the chosen case, with the photo in it; or removes the photo. */
async function choose(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer & { readonly organisationId: string },
): Promise<FastifyReply> {
  const { dependencies, frame } = pages;
  const sent = sentOf(request);
  const photo = await waitingPhoto(viewer, entered(sent, 'photo').slice(0, 64), dependencies);
  if (entered(sent, 'drop') === 'yes') {
    await dependencies.papers.dropPhoto(viewer.accountId, photo.sha256);
    return reply.redirect('/papers', 303);
  }
  const own = photo.sha256.slice(0, 8);
  const at = await caseChosen(entered(sent, `where-${own}`), entered(sent, `code-${own}`), viewer, dependencies);
  if (at === null) {
    return showPhotos(pages, request, reply, viewer, null, { field: `code-${own}`, message: texts.noSuchCase });
  }
  const action = commandAddress(at.caseId, 'addItem', at.proceeding);
  const main = chosenPage({ action, photo, code: at.code }, request.language);
  return frame.send(request, reply, { title: texts.title, main, section: 'desk', width: 'narrow', address: '/papers' });
}

/** The case and the viewer's own proceeding in it, by what was chosen or typed; null when the viewer files in no such one case. */
async function caseChosen(where: string, typed: string, viewer: Viewer, dependencies: Dependencies) {
  const [chosen = '', asked = ''] = where.split(' ');
  const meant = typed.trim() === '' ? [{ id: chosen }] : await casesMeant(typed, viewer, dependencies);
  const [only] = meant.length === 1 ? meant : [];
  const look = only === undefined ? null : await lookAt(only.id, actorOf(viewer), dependencies, { what: 'filePhoto' });
  if (look === null) return null;
  const open = openHere(look, viewer);
  const proceeding = open.find(({ id }) => id === asked) ?? open.at(-1);
  return proceeding === undefined
    ? null
    : { caseId: look.current.id, proceeding: proceeding.id, code: look.current.header.code };
}

async function paperHere({ dependencies }: Pages, mark: string, viewer: Viewer) {
  const known = await knownPaper(await paperOf(mark.slice(0, 40), dependencies), viewer, dependencies);
  // Unknown, revoked, and somebody else's: one answer.
  if (known === null) throw new ProblemError('not-found');
  return known;
}

async function showPaper(
  pages: Pages,
  request: FastifyRequest<MarkRoute>,
  reply: FastifyReply,
  viewer: Viewer,
  sent: Sent,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const { mark } = request.params;
  const known = await paperHere(pages, mark, viewer);
  const { uploadLimitBytes } = pages.dependencies.config;
  const main = paperForm(known, mark, { sent, errors, limitBytes: uploadLimitBytes }, request.language);
  const address = `/papers/${mark}`;
  const content = { title: known.label, main, section: 'desk', width: 'narrow', address } as const;
  return pages.frame.send(request, reply, content, errors.length === 0 ? 200 : 422);
}

async function answerPaper(
  pages: Pages,
  request: FastifyRequest<MarkRoute>,
  reply: FastifyReply,
  viewer: Viewer,
): Promise<FastifyReply> {
  const known = await paperHere(pages, request.params.mark, viewer);
  const { sent, files } = await bodyOf(request, pages.dependencies);
  const file = files.photo ?? files.file;
  if (file === undefined) {
    return showPaper(pages, request, reply, viewer, sent, [{ field: 'photo', message: texts.none }]);
  }
  const change = { title: entered(sent, 'title').trim(), class: entered(sent, 'class') };
  const filed = await filePaper(known, file, change, viewer, pages.dependencies);
  if (filed.kind !== 'refused') {
    return reply.redirect(withNotice(`/cases/${encodeURIComponent(filed.caseId)}`, 'addItem'), 303);
  }
  const { refusal } = filed;
  const error: FieldError =
    refusal === null
      ? { message: problems['case-busy'].title, instead: problems['case-busy'].instead }
      : { message: refusal.text, ...(refusal.instead === null ? {} : { instead: refusal.instead }) };
  return showPaper(pages, request, reply, viewer, sent, [error]);
}
