import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { startRunningSeries } from '../../api/index.ts';
import { type Problem, ProblemError } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import {
  closeSeries,
  dropCase,
  type SeriesView,
  seriesOf,
  seriesView,
  startSeries,
  termsOf,
  writeTerms,
} from '../../series/index.ts';
import { actorOf, type Dependencies, givenFor } from '../../write/index.ts';
import { formErrors, orProblem, viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import { bodyOf } from '../forms/body.ts';
import { filledWith } from '../forms/filled.ts';
import { dataPrefix, entered, readFields, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { closeForm, countsShown, rowsShown, seriesAddress, startForm } from './series-shown.ts';
import { ownFilled, readOwn, termsFields, termsForm } from './terms-form.ts';
import { seriesTexts as texts } from './texts.ts';

interface OneSeries {
  readonly Params: { readonly id: string };
}
interface OneCase {
  readonly Params: { readonly id: string; readonly number: string };
}

/** What a page shows beside the series: what was typed, what was wrong with it, which warnings were ticked. */
interface Again {
  readonly sent?: Sent;
  readonly errors?: readonly parts.FieldError[];
  readonly taken?: readonly string[];
  readonly status?: number;
}

/** Seconds after which a page that shows progress is asked for again. */
const renewSeconds = 3;

/** One series: its terms and preview, its progress, and its end. */
export function registerSeriesPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const pages: Pages = { dependencies, frame };
  app.get<OneSeries>(`${links.series}/:id`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : show(pages, request, reply, viewer);
  });

  app.post<OneSeries>(`${links.series}/:id/terms`, async (request, reply) => {
    const { sent, files } = await bodyOf(request, dependencies);
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : saveTerms(pages, request, reply, viewer, sent, files);
  });

  app.post<OneSeries>(`${links.series}/:id/start`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const acknowledged = sent.acknowledged ?? [];
    const start = { acknowledged, seen: seenIn(sent) };
    const { id } = request.params;
    const done = await orProblem(startSeries(viewer, id, versionIn(sent), start, dependencies));
    if ('problem' in done) return showProblem(pages, request, reply, viewer, done.problem, { taken: acknowledged });
    startRunningSeries(app, dependencies);
    return reply.redirect(seriesAddress(id), 303);
  });

  app.post<OneSeries>(`${links.series}/:id/close`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const done = await orProblem(closeSeries(viewer, request.params.id, versionIn(sentOf(request)), dependencies));
    if ('problem' in done) return showProblem(pages, request, reply, viewer, done.problem);
    return reply.redirect(seriesAddress(request.params.id), 303);
  });

  app.post<OneCase>(`${links.series}/:id/cases/:number/drop`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const { id, number } = request.params;
    const done = await orProblem(dropCase(viewer, id, versionIn(sentOf(request)), Number(number), dependencies));
    if ('problem' in done) return showProblem(pages, request, reply, viewer, done.problem);
    return reply.redirect(seriesAddress(id), 303);
  });
}

interface Pages {
  readonly dependencies: Dependencies;
  readonly frame: Frame;
}
type SeriesRequest = FastifyRequest<{ Params: { id: string } }>;

async function saveTerms(
  pages: Pages,
  request: SeriesRequest,
  reply: FastifyReply,
  viewer: Viewer,
  sent: Sent,
  files: Parameters<typeof readFields>[2],
): Promise<FastifyReply> {
  const { dependencies } = pages;
  const series = await seriesOf(viewer, request.params.id, dependencies);
  const fields = termsFields(await givenFor(actorOf(viewer), dependencies));
  const read = readFields(fields, sent, files);
  const own = readOwn(sent, series.rows);
  const typed = { ...read.kept, ...own.kept };
  if (Object.keys(sent).some((name) => name.startsWith('addRow:')))
    return show(pages, request, reply, viewer, { sent: typed });
  const errors = [...read.problems, ...own.problems];
  if (errors.length > 0) return show(pages, request, reply, viewer, { sent: typed, errors, status: 422 });
  const change = { terms: read.data, own: own.own };
  const done = await orProblem(writeTerms(viewer, series.id, versionIn(sent), change, dependencies));
  if ('problem' in done) return showProblem(pages, request, reply, viewer, done.problem, { sent: typed });
  return reply.redirect(`${seriesAddress(series.id)}#check`, 303);
}

/** A problem stands on top and, where it names one, at its field; what was typed stays. */
function showProblem(
  pages: Pages,
  request: SeriesRequest,
  reply: FastifyReply,
  viewer: Viewer,
  problem: Problem,
  again: Again = {},
): Promise<FastifyReply> {
  const field = typeof problem.field === 'string' ? { field: dataPrefix + problem.field } : {};
  const errors = formErrors(problem).map((one) => ({ ...one, ...field }));
  return show(pages, request, reply, viewer, { ...again, errors, status: problem.status });
}

async function show(
  { dependencies, frame }: Pages,
  request: SeriesRequest,
  reply: FastifyReply,
  viewer: Viewer,
  again: Again = {},
): Promise<FastifyReply> {
  const series = await seriesOf(viewer, request.params.id, dependencies);
  const view = await seriesView(series, viewer, dependencies);
  const { language } = request;
  const address = seriesAddress(series.id);
  const isStill = new URL(request.url, 'http://here.invalid').searchParams.has('still');
  if (view.counts.waiting > 0 && !isStill) reply.header('refresh', `${renewSeconds}; url=${address}`);
  const given = await givenFor(actorOf(viewer), dependencies);
  const fields = termsFields(given);
  const kept = series.terms === null ? {} : filledWith(fields, series.terms);
  const drawing = {
    language,
    sent: again.sent ?? { ...kept, ...ownFilled(series.rows) },
    errors: again.errors ?? [],
    uploadLimitBytes: dependencies.config.uploadLimitBytes,
  };
  const head = parts.card(
    { content: html`<h1>${say(texts.one, language)}</h1>${countsShown(view, language)}` },
    language,
  );
  const rows = parts.card({ heading: texts.check, id: 'check', content: rowsShown(view, language) }, language);
  const isOpen = !view.closed && view.counts.waiting === 0;
  const main = [
    parts.errorSummary(drawing.errors, language),
    head,
    ...(isOpen ? [termsForm(view, fields, drawing)] : [standingCard(view, isStill, language)]),
    rows,
    ...(isOpen ? [startForm(view, again.taken ?? [], language) ?? html``, closeForm(view, language)] : []),
  ];
  return frame.send(request, reply, { title: texts.title, main, section: 'series', address }, again.status ?? 200);
}

/** What a series that is under way, or over, says of itself. */
function standingCard(view: SeriesView, isStill: boolean, language: Language): Html {
  const address = seriesAddress(view.id);
  if (!view.closed) {
    const link = isStill
      ? html`<a class="button button-secondary"${attributes({ href: `${address}?still=1` })}>${say(texts.renew, language)}</a>`
      : html`<a class="button button-secondary"${attributes({ href: `${address}?still=1` })}>${say(texts.stopRenewing, language)}</a>`;
    const hint = isStill ? undefined : html`<p>${say(texts.progressHint, language)}</p>`;
    return parts.card({ heading: texts.progress, content: html`${hint}<p class="no-print">${link}</p>` }, language);
  }
  const terms = termsOf(view);
  const facts: readonly parts.Definition[] =
    terms === null
      ? []
      : [
          { term: texts.agreement, value: terms.number ?? '—' },
          { term: texts.reachedOn, value: parts.date(terms.reachedOn) },
          ...(terms.paper === null ? [] : [{ term: texts.paper, value: parts.fingerprint(terms.paper.sha256, true) }]),
        ];
  const content = html`<p>${say(texts.overHint, language)}</p>${parts.definitionList({ rows: facts, wide: true }, language)}`;
  return parts.card({ heading: texts.over, content }, language);
}

function versionIn(sent: Sent): number {
  const typed = entered(sent, 'version');
  if (!/^\d{1,9}$/.test(typed)) throw new ProblemError('bad-request');
  return Number(typed);
}

function seenIn(sent: Sent): Readonly<Record<number, number>> {
  const pairs = Object.keys(sent).flatMap((name) => {
    const number = /^seen\.(\d{1,3})$/.exec(name)?.[1];
    const revision = entered(sent, name);
    return number !== undefined && /^\d{1,9}$/.test(revision) ? [[number, Number(revision)] as const] : [];
  });
  return Object.fromEntries(pairs);
}
