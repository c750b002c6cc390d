import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { County } from '../../workflows/index.ts';
import {
  type Aggregates,
  aggregatesOf,
  giveReason,
  type OrganisationCounts,
  reasonLength,
} from '../administration/index.ts';
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
  const { searchParams } = new URL(request.url, 'http://here.invalid');
  const numbers = await aggregatesOf(viewer, dependencies, searchParams.get('county') || null);
  const main = headMain(numbers, dependencies.town.counties, request.language);
  return frame.send(request, reply, { title: numbers.organisation, main, section: 'desk' });
}

function headMain(numbers: Aggregates, counties: readonly County[], language: Language): readonly Html[] {
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
    html`<div class="desk-heading"><h1>${say(numbers.organisation, language)}</h1>${countyForm(numbers, counties, language)}</div>`,
    counts,
    organisationsCard(numbers, counties, language),
    html`<div class="side-by-side">${table(texts.byChannel, numbers.openProceedings)}${table(texts.byOfficer, officers)}</div>`,
    answersCard(numbers.answers, language),
    html`<section class="card"${attributes({ id: 'open-case' })}><h2>${say(texts.open, language)}</h2><p>${say(texts.openHint, language)}</p></section>`,
  ];
}

/** Narrows the numbers; the county stays in the address. */
function countyForm({ county }: Aggregates, counties: readonly County[], language: Language): Html | undefined {
  if (counties.length === 0) return undefined;
  const choices = counties.map(({ code, name }) => ({ value: code, label: name }));
  const select = parts.selectField({ name: 'county', label: texts.county, choices, value: county ?? '' }, language);
  return html`<form class="moment-form no-print" method="get" action="/desk">${select}<button class="button button-secondary" type="submit">${say(texts.show, language)}</button></form>`;
}

/** Whom the totals are made of, and how many of the respondents each invited have answered; the same by county. */
function organisationsCard(numbers: Aggregates, counties: readonly County[], language: Language): Html {
  const countyOf = ({ county }: OrganisationCounts) =>
    counties.find(({ code }) => code === county)?.name ?? texts.everyCounty;
  const organisations = parts.dataTable<OrganisationCounts>(
    {
      caption: texts.byOrganisation,
      rows: numbers.organisations,
      columns: [
        { label: texts.organisation, cell: ({ name }) => name },
        { label: texts.county, cell: countyOf },
        { label: texts.openCases, cell: ({ openCases }) => String(openCases), numeric: true },
        { label: texts.overdue, cell: ({ overdue }) => String(overdue), numeric: true },
        { label: texts.dueSoon, cell: ({ dueWithinSevenDays }) => String(dueWithinSevenDays), numeric: true },
        { label: texts.answerRate, cell: ({ answers }) => rateShown(answers), numeric: true },
      ],
    },
    language,
  );
  const byCounty = parts.dataTable<Aggregates['counties'][number]>(
    {
      caption: texts.byCounty,
      rows: numbers.counties,
      columns: [
        { label: texts.county, cell: ({ name }) => name },
        { label: texts.answerRate, cell: rateShown, numeric: true },
      ],
    },
    language,
  );
  return parts.card(
    { heading: texts.byOrganisation, content: html`${organisations}${numbers.counties.length > 0 && byCounty}` },
    language,
  );
}

/** Answered of invited, with the share; nothing where nobody was invited. */
function rateShown({ invited, answered }: Aggregates['counties'][number] | OrganisationCounts['answers']) {
  return invited === 0 ? undefined : `${answered}/${invited} · ${Math.round((100 * answered) / invited)}%`;
}
