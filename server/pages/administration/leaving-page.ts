import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Reassignment, ReassignmentRow } from '../../../db/reassignments.ts';
import {
  type OpenProceeding,
  openProceedingsOf,
  reassignmentOf,
  retryReassignment,
  startReassignment,
} from '../../administration/index.ts';
import { startRunning } from '../../api/index.ts';
import type { Problem } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import type { Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import { entered, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { type Colleague, choicesOf, colleaguesOf } from './people-page.ts';
import { actButton, formErrors, orProblem, viewerHere } from './shared.ts';
import { peopleTexts as texts } from './texts.ts';

const jobAddress = (id: string) => `${links.people}/reassignments/${id}`;
const officerPrefix = 'officer.';

interface OneJob {
  readonly Params: { readonly id: string };
}

/** A leaving person's open proceedings, who gets them, and how far the job is. */
export function registerLeavingPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(`${links.people}/leaving`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const leaver = new URL(request.url, 'http://here.invalid').searchParams.get('leaver') ?? '';
    return showLeaving(request, reply, viewer, leaver, {}, null);
  });

  app.post(`${links.people}/reassignments`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const person = entered(sent, 'person');
    const chosen = Object.keys(sent).filter((name) => name.startsWith(officerPrefix));
    const officers = Object.fromEntries(chosen.map((name) => [name.slice(officerPrefix.length), entered(sent, name)]));
    const everythingTo = entered(sent, 'everythingTo') || null;
    const reason = entered(sent, 'reason').slice(0, 200) || null;
    const done = await orProblem(startReassignment(viewer, { person, officers, everythingTo, reason }, dependencies));
    if ('problem' in done) return showLeaving(request, reply, viewer, person, sent, done.problem);
    startRunning(app, done.value, dependencies);
    return reply.redirect(jobAddress(done.value), 303);
  });

  app.get<OneJob>(`${links.people}/reassignments/:id`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const job = await reassignmentOf(viewer, request.params.id, dependencies);
    const main = jobMain(job, await colleaguesOf(viewer, dependencies), request.language);
    return frame.send(request, reply, { title: texts.job, main, section: 'people' });
  });

  app.post<OneJob>(`${links.people}/reassignments/:id/run`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    await retryReassignment(viewer, request.params.id, dependencies);
    return reply.redirect(jobAddress(request.params.id), 303);
  });

  async function showLeaving(
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer,
    leaver: string,
    sent: Sent,
    wrong: Problem | null,
  ): Promise<FastifyReply> {
    const rows = await openProceedingsOf(viewer, leaver, dependencies);
    const colleagues = await colleaguesOf(viewer, dependencies);
    const main = leavingMain(rows, leaver, colleagues, sent, wrong, request.language);
    const address = `${links.people}/leaving?leaver=${encodeURIComponent(leaver)}`;
    return frame.send(request, reply, { title: texts.leaving, main, section: 'people', address }, wrong?.status ?? 200);
  }
}

function leavingMain(
  rows: readonly OpenProceeding[],
  leaver: string,
  colleagues: readonly Colleague[],
  sent: Sent,
  wrong: Problem | null,
  language: Language,
): Html {
  const name = colleagues.find(({ id }) => id === leaver)?.name ?? '';
  const heading = html`<h1>${say(texts.leaving, language)} · ${name}</h1>`;
  if (rows.length === 0) {
    return parts.card(
      { content: html`${heading}${parts.emptyState({ text: texts.nothingOpen }, language)}` },
      language,
    );
  }
  const choices = choicesOf(colleagues, true).filter(({ value }) => value !== leaver);
  const table = parts.dataTable<OpenProceeding>(
    {
      caption: texts.exceptions,
      showCaption: true,
      rows,
      columns: [
        {
          label: texts.case,
          cell: ({ caseId, caseCode }) =>
            html`<a class="case-number"${attributes({ href: `/cases/${caseId}` })}>${caseCode}</a>`,
        },
        { label: texts.proceeding, cell: ({ label, number }) => parts.joined([label, number], language) },
        { label: texts.as, cell: ({ as }) => (as === 'officer' ? texts.officer : texts.deputyRole) },
        { label: texts.nextDue, cell: ({ nextDue }) => (nextDue === null ? undefined : parts.date(nextDue)) },
        {
          label: texts.newOfficer,
          cell: ({ proceeding }) => {
            const field = `${officerPrefix}${proceeding}`;
            return parts.selectField(
              { name: field, label: texts.newOfficer, choices, value: entered(sent, field) },
              language,
            );
          },
        },
      ],
    },
    language,
  );
  const everything = parts.selectField(
    { name: 'everythingTo', label: texts.everythingTo, choices, value: entered(sent, 'everythingTo') },
    language,
  );
  const reason = parts.textField(
    { name: 'reason', label: texts.reason, maxLength: 200, value: entered(sent, 'reason') },
    language,
  );
  return html`${wrong !== null && parts.errorSummary(formErrors(wrong), language)}<form class="card form" method="post"${attributes({ action: `${links.people}/reassignments`, 'data-once': true })}>
    ${heading}${parts.hiddenInput('person', leaver)}${everything}${reason}${table}
    <div class="form-buttons"><button class="button button-primary" type="submit">${say(texts.start, language)}</button></div></form>`;
}

function jobMain(job: Reassignment, colleagues: readonly Colleague[], language: Language): readonly Html[] {
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? id;
  const count = (state: ReassignmentRow['state']) => job.rows.filter((row) => row.state === state).length;
  const counts = parts.countsRow(
    [
      { label: texts.done, value: count('done') },
      { label: texts.waiting, value: count('waiting') },
      { label: texts.refused, value: count('refused'), tone: 'bad' },
    ],
    language,
  );
  const table = parts.dataTable<ReassignmentRow>(
    {
      caption: texts.job,
      rows: job.rows,
      columns: [
        {
          label: texts.case,
          cell: ({ caseId, caseCode }) =>
            html`<a class="case-number"${attributes({ href: `/cases/${caseId}` })}>${caseCode}</a>`,
        },
        { label: texts.newOfficer, cell: ({ officer }) => nameOf(officer) },
        { label: texts.result, cell: (row) => resultShown(row, language) },
      ],
    },
    language,
  );
  const isOver = count('waiting') + count('refused') === 0;
  const buttons = isOver
    ? undefined
    : html`<div class="form-buttons"><a class="button button-secondary"${attributes({ href: jobAddress(job.id) })}>${say(texts.reload, language)}</a>${actButton(`${jobAddress(job.id)}/run`, texts.again, language, 'primary')}</div>`;
  return [
    html`<h1>${say(texts.job, language)} · ${nameOf(job.person)}</h1>`,
    counts,
    parts.card({ content: html`${table}${buttons}` }, language),
  ];
}

function resultShown({ state, code }: ReassignmentRow, language: Language): Html {
  const tones = { done: 'good', waiting: 'warn', refused: 'bad' } as const;
  return html`${parts.badge({ label: texts[state], tone: tones[state] }, language)}${code !== null && html` <code>${code}</code>`}`;
}
