import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Aggregates, aggregatesOf, giveReason, reasonLength } from '../administration/index.ts';
import { problem } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { orProblem, viewerHere } from './administration/shared.ts';
import { headTexts as texts } from './administration/texts.ts';
import * as parts from './components/index.ts';
import { entered } from './forms/read.ts';
import { addressHere, sentOf } from './forms/sent.ts';
import type { Frame } from './frame.ts';
import { answersCard } from './head-answers.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say } from './i18n.ts';

/** The reason of a centre's head, asked for on whichever page of a case was wanted. */
export function registerReasonPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.post<{ Params: { caseId: string } }>('/cases/:caseId/reason', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const { caseId } = request.params;
    const to = addressHere(entered(sent, 'to') || `/cases/${caseId}`);
    const done = await orProblem(giveReason(viewer, caseId, entered(sent, 'reason'), dependencies));
    if ('value' in done) return reply.redirect(to, 303);
    const { detail, en } = done.problem;
    const main = reasonForm(caseId, to, request.language, { zh: detail, en: en.detail });
    return frame.send(request, reply, { title: texts.reason, main, width: 'narrow', address: to }, done.problem.status);
  });
}

/** Asks a head for the reason; stands on the page that refuses. */
export function reasonForm(caseId: string, to: string, language: Language, error?: parts.Words): Html {
  const { title, instead } = problem('reason-needed');
  const en = problem('reason-needed').en;
  return parts.formPage(
    {
      heading: { zh: title, en: en.title },
      introduction: { zh: instead, en: en.instead },
      action: `/cases/${caseId}/reason`,
      errors: error === undefined ? [] : [{ field: 'reason', message: error }],
      hidden: { to },
      submitLabel: texts.go,
      cancelHref: '/desk',
      fields: [
        parts.textField(
          {
            name: 'reason',
            label: texts.reason,
            hint: texts.reasonHint,
            required: true,
            maxLength: reasonLength,
            ...(error === undefined ? {} : { error }),
          },
          language,
        ),
      ],
    },
    language,
  );
}

/** The desk of a centre's head: numbers, and the way to one case. */
export async function headDesk(
  dependencies: Dependencies,
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer,
): Promise<FastifyReply> {
  const numbers = await aggregatesOf(viewer, dependencies);
  const main = headMain(numbers, request.language);
  return frame.send(request, reply, { title: numbers.organisation, main, section: 'desk' });
}

function headMain(numbers: Aggregates, language: Language): readonly Html[] {
  const counts = parts.countsRow(
    [
      { label: texts.openCases, value: numbers.openCases },
      { label: texts.overdue, value: numbers.overdue, tone: 'bad' },
      { label: texts.dueSoon, value: numbers.dueWithinSevenDays, tone: 'warn' },
      { label: texts.toAnswer, value: numbers.handoffsToAnswer },
      { label: texts.waiting, value: numbers.handoffsWaiting },
    ],
    language,
  );
  const table = (heading: parts.Words, rows: readonly { readonly label: parts.Words; readonly count: number }[]) =>
    parts.card(
      {
        heading,
        content: parts.dataTable(
          {
            caption: heading,
            rows,
            columns: [
              { label: heading, cell: ({ label }) => label },
              { label: texts.count, cell: ({ count }) => String(count), numeric: true },
            ],
          },
          language,
        ),
      },
      language,
    );
  const officers = numbers.officers.map(({ name, count }) => ({ label: name, count }));
  return [
    html`<div class="desk-heading"><h1>${say(numbers.organisation, language)}</h1></div>`,
    counts,
    html`<div class="side-by-side">${table(texts.byChannel, numbers.openProceedings)}${table(texts.byOfficer, officers)}</div>`,
    answersCard(numbers.answers, language),
    html`<section class="card"${attributes({ id: 'open-case' })}><h2>${say(texts.open, language)}</h2><p>${say(texts.openHint, language)}</p></section>`,
  ];
}
