import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReconciliationHead, ReconciliationRow } from '../../../db/reconciliations.ts';
import type { Page } from '../../../db/store.ts';
import type { Organisation } from '../../../workflows/index.ts';
import { sendSheet } from '../../api/index.ts';
import type { Problem } from '../../errors.ts';
import {
  type Comparison,
  formatAsked,
  listLimits,
  outcomeLabels,
  readListForm,
  reconcile,
  reconciliationExport,
  reconciliationOf,
  reconciliationPage,
} from '../../registers/index.ts';
import type { Viewer } from '../../security/index.ts';
import { type Dependencies, momentOf } from '../../write/index.ts';
import { formErrors, orProblem, viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { countsShown, headShown, rowsTable } from './reconciliation-shown.ts';
import { counterparts } from './register-page.ts';
import { reconcileTexts as texts } from './texts.ts';

const reconcileAddress = `${links.referrals}/reconcile`;
const recordAddress = (id: string) => `${links.referrals}/reconciliations/${id}`;
const recordsPerPage = 20;

interface OneRecord {
  readonly Params: { readonly id: string };
}

/** Comparing the register with a list: the form, the preview, the records, and one of them. */
export function registerReconcilePages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(reconcileAddress, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : showForm(request, reply, viewer, periodNow(dependencies), null, null);
  });

  app.post(reconcileAddress, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    let sent: Readonly<Record<string, string>> = {};
    const work = async () => {
      const form = await readListForm(request);
      sent = form.fields;
      return reconcile(viewer, form, form.fields.keep === 'yes', dependencies);
    };
    const done = await orProblem(work());
    if ('problem' in done)
      return showForm(request, reply, viewer, { ...periodNow(dependencies), ...sent }, null, done.problem);
    if (done.value.id !== null) return reply.redirect(recordAddress(done.value.id), 303);
    // Names of a list stand in this answer alone.
    reply.header('cache-control', 'no-store');
    return showForm(request, reply, viewer, sent, done.value, null);
  });

  app.get<OneRecord>(`${links.referrals}/reconciliations/:id`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const record = await reconciliationOf(viewer, request.params.id, dependencies);
    const madeBy = (await dependencies.accounts.list()).find(({ id }) => id === record.madeBy)?.name ?? record.madeBy;
    const { organisations } = dependencies.town;
    const main = [
      headCard(record, madeBy, organisations, request.language),
      resultCard(record.rows, organisations, request.language),
    ];
    return frame.send(request, reply, { title: texts.record, main, section: 'referrals' });
  });

  app.get<OneRecord>(`${links.referrals}/reconciliations/:id/export`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const format = formatAsked(new URL(request.url, 'http://here.invalid').searchParams.get('format') ?? undefined);
    const language = request.language === 'en' ? 'en' : 'zh';
    const file = await reconciliationExport(viewer, request.params.id, format, language, dependencies);
    return sendSheet(reply, file, 'reconciliation');
  });

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer,
    values: Readonly<Record<string, string>>,
    preview: Comparison | null,
    wrong: Problem | null,
  ): Promise<FastifyReply> {
    const { language } = request;
    const { organisations } = dependencies.town;
    const after = new URL(request.url, 'http://here.invalid').searchParams.get('after');
    const records = await reconciliationPage(viewer, after, recordsPerPage, dependencies);
    const main = [
      ...(wrong === null ? [] : [parts.errorSummary(errorsOf(wrong), language)]),
      ...(preview === null ? [] : previewCards(preview, organisations, language)),
      formCard(values, counterparts(viewer, dependencies), language),
      recordsCard(records, after, organisations, language),
    ];
    const content = { title: texts.title, main, section: 'referrals', address: reconcileAddress } as const;
    return frame.send(request, reply, content, wrong?.status ?? 200);
  }
}

/** From the first of last month to today. */
function periodNow({ now }: Dependencies): Readonly<Record<string, string>> {
  const today = Temporal.PlainDate.from(momentOf(now()).slice(0, 10));
  return { from: today.subtract({ months: 1 }).with({ day: 1 }).toString(), to: today.toString() };
}

/** A wrong period or organisation leads to its control; everything else is about the file. */
function errorsOf(problem: Problem): readonly parts.FieldError[] {
  const { fields } = problem;
  if (problem.code !== 'invalid-input' || !Array.isArray(fields))
    return formErrors(problem).map((error) => ({ ...error, field: 'file' }));
  return fields.map(({ pointer }: { readonly pointer: string }) => ({
    field: pointer.slice(1),
    message: pointer === '/with' ? texts.otherWrong : texts.periodWrong,
  }));
}

function formCard(values: Readonly<Record<string, string>>, others: readonly parts.Choice[], language: Language): Html {
  const day = (name: 'from' | 'to', label: parts.Words, hint?: parts.Words) =>
    parts.dateField({ name, label, required: true, value: values[name] ?? '', ...(hint && { hint }) }, language);
  const submit = (keep: 'yes' | 'no', tone: string, label: parts.Words) =>
    html`<button class="button button-${tone}" type="submit" name="keep" value="${keep}">${parts.show(label, language)}</button>`;
  return html`<form class="card form no-print" method="post" enctype="multipart/form-data"${attributes({ action: reconcileAddress })}>
    <h1>${say(texts.title, language)}</h1><p class="lead">${say(texts.lead, language)}</p>
    ${parts.fileField({ name: 'file', label: texts.file, hint: texts.fileHint, accept: '.xlsx,.csv', required: true, maximumBytes: listLimits.bytes }, language)}
    ${day('from', texts.from)}${day('to', texts.to, texts.periodHint)}
    ${parts.selectField({ name: 'with', label: texts.with, choices: others, value: values.with ?? '' }, language)}
    <div class="form-buttons">${submit('yes', 'primary', texts.keep)}${submit('no', 'secondary', texts.preview)}<a${attributes({ href: links.referrals })}>${say(texts.back, language)}</a></div></form>`;
}

function previewCards(
  preview: Comparison,
  organisations: Readonly<Record<string, Organisation>>,
  language: Language,
): readonly Html[] {
  const read = Object.values(preview.columns).join('、');
  const columns = parts.definitionList(
    {
      rows: [
        { term: texts.columns, value: read },
        ...(preview.ignored.length === 0 ? [] : [{ term: texts.ignored, value: preview.ignored.join('、') }]),
      ],
    },
    language,
  );
  return [
    parts.notice(
      {
        tone: 'info',
        announce: true,
        text: html`${say(texts.previewed, language)} ${say(texts.namesNotKept, language)}`,
      },
      language,
    ),
    parts.card({ content: html`${countsShown(preview.counts, language)}${columns}` }, language),
    resultCard(preview.rows, organisations, language, true),
  ];
}

function headCard(
  record: ReconciliationHead,
  madeBy: string,
  organisations: Readonly<Record<string, Organisation>>,
  language: Language,
): Html {
  const exportLink = (format: 'xlsx' | 'csv') =>
    html`<a class="button button-secondary"${attributes({ href: `${recordAddress(record.id)}/export?format=${format}` })}>${say(texts[format], language)}</a> `;
  return parts.card(
    {
      content: html`<h1>${say(texts.record, language)}</h1>${headShown(record, madeBy, organisations, language)}${countsShown(record.counts, language)}<p class="no-print">${exportLink('xlsx')}${exportLink('csv')}<a${attributes({ href: reconcileAddress })}>${say(texts.title, language)}</a></p>`,
    },
    language,
  );
}

function resultCard(
  rows: readonly ReconciliationRow[],
  organisations: Readonly<Record<string, Organisation>>,
  language: Language,
  showsNames = false,
): Html {
  const content = rowsTable(rows, organisations, showsNames, language);
  return html`<div class="landscape">${parts.card({ heading: texts.outcome, content }, language)}</div>`;
}

function recordsCard(
  { rows, next }: Page<ReconciliationHead>,
  after: string | null,
  organisations: Readonly<Record<string, Organisation>>,
  language: Language,
): Html {
  const table = parts.dataTable<ReconciliationHead>(
    {
      caption: texts.records,
      rows,
      empty: texts.noRecords,
      columns: [
        {
          label: texts.madeAt,
          cell: ({ id, madeAt }) => html`<a${attributes({ href: recordAddress(id) })}>${parts.date(madeAt)}</a>`,
        },
        { label: texts.period, cell: ({ from, to }) => `${from} – ${to}` },
        { label: texts.with, cell: ({ with: other }) => organisations[other ?? '']?.shortName ?? texts.everyone },
        ...(['matched', 'differing', 'missingHere', 'missingThere', 'duplicate', 'unreadable'] as const).map(
          (outcome) => ({
            label: outcomeLabels[outcome],
            cell: ({ counts }: ReconciliationHead) => String(counts[outcome]),
            numeric: true,
          }),
        ),
      ],
    },
    language,
  );
  const pager = parts.pager(
    {
      ...(after === null ? {} : { previousHref: reconcileAddress }),
      ...(next === null ? {} : { nextHref: `${reconcileAddress}?after=${encodeURIComponent(next)}` }),
    },
    language,
  );
  return html`<div class="no-print">${parts.card({ heading: texts.records, content: html`${table}${pager}` }, language)}</div>`;
}
