import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendTemplate, startRunningBatches } from '../../api/index.ts';
import {
  type BatchView,
  batchList,
  batchOf,
  batchView,
  bringBatch,
  checkBatch,
  closeBatch,
  startBatch,
} from '../../batches/index.ts';
import { type Problem, ProblemError } from '../../errors.ts';
import { listLimits, readListForm } from '../../registers/index.ts';
import type { Viewer } from '../../security/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { formErrors, orProblem, viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import { entered, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { batchAddress, countsShown, furtherForms, rowsShown, startForm } from './rows-shown.ts';
import { batchTexts as texts } from './texts.ts';

interface OneBatch {
  readonly Params: { readonly id: string };
}
type BatchRequest = FastifyRequest<OneBatch>;

/** Seconds after which a page that shows progress is asked for again. */
const renewSeconds = 3;
const rowsPerPage = 100;

/** Bringing a list of cases, its rows before and after they are opened, and the file to fill in. */
export function registerBatchPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const pages: Pages = { dependencies, frame };
  app.get(links.batches, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : showLists(pages, request, reply, viewer, null);
  });

  app.get(`${links.batches}/template`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const format = new URL(request.url, 'http://here.invalid').searchParams.get('format') ?? undefined;
    return sendTemplate(viewer, reply, format, request.language === 'en' ? 'en' : 'zh');
  });

  app.post(links.batches, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const bring = async () => bringBatch(viewer, (await readListForm(request)).bytes, dependencies);
    const done = await orProblem(bring());
    if ('problem' in done) return showLists(pages, request, reply, viewer, done.problem);
    return reply.redirect(batchAddress(done.value), 303);
  });

  app.get<OneBatch>(`${links.batches}/:id`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : showOne(pages, request, reply, viewer, null);
  });

  registerChanges(app, pages);
}

function registerChanges(app: FastifyInstance, pages: Pages): void {
  const { dependencies } = pages;
  const changes: Readonly<Record<string, (viewer: Viewer, id: string, sent: Sent) => Promise<void>>> = {
    start: async (viewer, id, sent) => {
      const nonetheless = (sent.nonetheless ?? []).map(Number);
      const start = { acknowledged: sent.acknowledged ?? [], nonetheless };
      await startBatch(viewer, id, versionIn(sent), start, dependencies);
      startRunningBatches(app, dependencies);
    },
    check: (viewer, id, sent) => checkBatch(viewer, id, versionIn(sent), dependencies),
    close: (viewer, id, sent) => closeBatch(viewer, id, versionIn(sent), dependencies),
  };
  for (const [name, change] of Object.entries(changes)) {
    app.post<OneBatch>(`${links.batches}/:id/${name}`, async (request, reply) => {
      const viewer = viewerHere(request, reply);
      if (viewer === null) return reply;
      const done = await orProblem(change(viewer, request.params.id, sentOf(request)));
      if ('problem' in done) return showOne(pages, request, reply, viewer, done.problem);
      return reply.redirect(batchAddress(request.params.id), 303);
    });
  }
}

interface Pages {
  readonly dependencies: Dependencies;
  readonly frame: Frame;
}

function versionIn(sent: Sent): number {
  const typed = entered(sent, 'version');
  if (!/^\d{1,9}$/.test(typed)) throw new ProblemError('bad-request');
  return Number(typed);
}

async function showLists(
  { dependencies, frame }: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer,
  wrong: Problem | null,
): Promise<FastifyReply> {
  const { language } = request;
  const lists = await batchList(viewer, dependencies);
  const error = wrong === null ? undefined : formErrors(wrong).map((one) => ({ ...one, field: 'file' }))[0];
  const template = (format: string, label: parts.Words) =>
    html`<a class="button button-secondary"${attributes({ href: `${links.batches}/template?format=${format}` })}>${parts.show(label, language)}</a> `;
  const field = {
    name: 'file',
    label: texts.file,
    hint: texts.fileHint,
    accept: '.xlsx,.csv',
    required: true,
    maximumBytes: listLimits.bytes,
    ...(error === undefined ? {} : { error: error.message }),
  };
  const form = html`<form class="card form" method="post" enctype="multipart/form-data"${attributes({ action: links.batches })}>
    <h1>${say(texts.title, language)}</h1><p class="lead">${say(texts.lead, language)}</p>
    <p>${template('xlsx', texts.templateXlsx)}${template('csv', texts.templateCsv)}</p>
    ${parts.fileField(field, language)}<p>${say(texts.notYet, language)} ${say(texts.kept, language)}</p>
    <div class="form-buttons"><button class="button button-primary" type="submit">${say(texts.check, language)}</button><a class="button button-plain"${attributes({ href: links.openCase })}>${say(texts.single, language)}</a></div></form>`;
  const main = [parts.errorSummary(error === undefined ? [] : [error], language), form, listsCard(lists, language)];
  const content = { title: texts.title, main, section: 'openCase', address: links.batches } as const;
  return frame.send(request, reply, content, wrong?.status ?? 200);
}

type Listed = Awaited<ReturnType<typeof batchList>>[number];

function listsCard(rows: readonly Listed[], language: Language): Html {
  const stateOf = ({ closed, counts }: Listed): parts.Badge => {
    if (counts.waiting > 0) return { label: texts.running, tone: 'info' };
    return closed || counts.ready === 0 ? { label: texts.over, tone: 'neutral' } : { label: texts.open, tone: 'warn' };
  };
  const table = parts.dataTable<Listed>(
    {
      caption: texts.mine,
      rows,
      empty: texts.none,
      columns: [
        {
          label: texts.madeAt,
          cell: ({ id, madeAt }) => html`<a${attributes({ href: batchAddress(id) })}>${parts.date(madeAt)}</a>`,
        },
        ...(['done', 'duplicate', 'refused', 'ready'] as const).map((state) => ({
          label: texts[state],
          numeric: true,
          cell: ({ counts }: Listed) => parts.wholeNumber(counts[state]),
        })),
        { label: texts.result, cell: (one) => parts.badge(stateOf(one), language) },
      ],
    },
    language,
  );
  return parts.card({ heading: texts.mine, content: table }, language);
}

async function showOne(
  { dependencies, frame }: Pages,
  request: BatchRequest,
  reply: FastifyReply,
  viewer: Viewer,
  wrong: Problem | null,
): Promise<FastifyReply> {
  const { language } = request;
  const view = batchView(await batchOf(viewer, request.params.id, dependencies));
  const address = batchAddress(view.id);
  const query = new URL(request.url, 'http://here.invalid').searchParams;
  const isStill = query.has('still');
  const isRunning = view.counts.waiting > 0;
  if (isRunning && !isStill) reply.header('refresh', `${renewSeconds}; url=${address}`);
  // Names of a list stand on this page alone.
  reply.header('cache-control', 'no-store');
  const page = Math.max(0, Math.trunc(Number(query.get('page') ?? 0)) || 0);
  const shown = view.rows.slice(page * rowsPerPage, (page + 1) * rowsPerPage);
  const pager = parts.pager(
    {
      ...(page === 0 ? {} : { previousHref: `${address}?page=${page - 1}` }),
      ...((page + 1) * rowsPerPage >= view.rows.length ? {} : { nextHref: `${address}?page=${page + 1}` }),
    },
    language,
  );
  const isOpen = !view.closed && !isRunning;
  const taken = sentOf(request).acknowledged ?? [];
  const start = isOpen ? startForm(view, taken, language) : undefined;
  const main = [
    parts.errorSummary(wrong === null ? [] : formErrors(wrong), language),
    parts.card(
      {
        content: html`<h1>${say(texts.one, language)}</h1>${countsShown(view, language)}${standing(view, isStill, language)}`,
      },
      language,
    ),
    ...(start === undefined ? [] : [start]),
    html`<div class="landscape">${parts.card({ heading: texts.rows, content: html`${rowsShown(shown, language)}${pager}` }, language)}</div>`,
    ...(isOpen ? [parts.card({ content: furtherForms(view, language) }, language)] : []),
  ];
  return frame.send(request, reply, { title: texts.title, main, section: 'openCase', address }, wrong?.status ?? 200);
}

/** What a list that is under way, or over, says of itself; else what becomes of its content. */
function standing(view: BatchView, isStill: boolean, language: Language): Html {
  if (view.counts.waiting > 0) {
    const label = isStill ? texts.renew : texts.stopRenewing;
    const hint = isStill ? undefined : html`<p>${say(texts.progressHint, language)}</p>`;
    return html`<p role="status">${say(texts.progress, language)}</p>${hint}<p class="no-print"><a class="button button-secondary"${attributes({ href: `${batchAddress(view.id)}?still=1` })}>${say(label, language)}</a></p>`;
  }
  const said = view.closed ? texts.overHint : texts.kept;
  return html`<p>${say(said, language)}</p><p class="no-print"><a${attributes({ href: links.batches })}>${say(texts.title, language)}</a></p>`;
}
