import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SeriesHead } from '../../../db/series.ts';
import type { Problem } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import { gatherSeries, type SeriesCandidate, seriesCandidates, seriesList } from '../../series/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { formErrors, orProblem, viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import { entered } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { seriesTexts as texts } from './texts.ts';

/** The viewer's series, and the form that gathers a new one. */
export function registerGatherPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(links.series, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const main = listMain(await seriesList(viewer, dependencies), request.language);
    return frame.send(request, reply, { title: texts.title, main, section: 'series' });
  });

  app.get(`${links.series}/new`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const from = new URL(request.url, 'http://here.invalid').searchParams.get('from');
    return showForm(request, reply, viewer, from, null, null);
  });

  app.post(links.series, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const chosen = sent.case ?? [];
    const done = await orProblem(gatherSeries(viewer, chosen, dependencies));
    if ('value' in done) return reply.redirect(`${links.series}/${done.value}`, 303);
    return showForm(request, reply, viewer, entered(sent, 'from') || null, chosen, done.problem);
  });

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer,
    from: string | null,
    chosen: readonly string[] | null,
    wrong: Problem | null,
  ): Promise<FastifyReply> {
    const candidates = await seriesCandidates(viewer, from, dependencies);
    const ticked = chosen ?? candidates.filter(({ linked }) => linked).map(({ row }) => row.caseId);
    const main = gatherMain(candidates, from, ticked, wrong, request.language);
    const content = { title: texts.gather, main, section: 'series', address: `${links.series}/new` } as const;
    return frame.send(request, reply, content, wrong?.status ?? 200);
  }
}

function listMain(rows: readonly SeriesHead[], language: Language): readonly Html[] {
  const action = html`<p class="no-print"><a class="button button-primary"${attributes({ href: `${links.series}/new` })}>${say(texts.gather, language)}</a></p>`;
  const table = parts.dataTable<SeriesHead>(
    {
      caption: texts.mine,
      rows,
      empty: texts.none,
      columns: [
        {
          label: texts.madeAt,
          cell: ({ id, madeAt }) => html`<a${attributes({ href: `${links.series}/${id}` })}>${parts.date(madeAt)}</a>`,
        },
        { label: texts.case, numeric: true, cell: ({ counts }) => parts.wholeNumber(totalOf(counts)) },
        { label: texts.stateDone, numeric: true, cell: ({ counts }) => parts.wholeNumber(counts.done) },
        {
          label: texts.stateRefused,
          numeric: true,
          cell: ({ counts }) => parts.wholeNumber(counts.refused + counts.skipped),
        },
        { label: texts.result, cell: ({ closed, counts }) => headState(closed, counts, language) },
      ],
    },
    language,
  );
  return [
    parts.card(
      {
        content: html`<h1>${say(texts.title, language)}</h1><p class="lead">${say(texts.lead, language)}</p>${action}${table}`,
      },
      language,
    ),
  ];
}

function totalOf(counts: SeriesHead['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function headState(closed: boolean, counts: SeriesHead['counts'], language: Language): Html {
  if (closed) return parts.badge({ label: texts.over, tone: 'neutral' }, language);
  return counts.waiting > 0
    ? parts.badge({ label: texts.progress, tone: 'info' }, language)
    : parts.badge({ label: texts.stateChosen, tone: 'warn' }, language);
}

function gatherMain(
  candidates: readonly SeriesCandidate[],
  from: string | null,
  ticked: readonly string[],
  wrong: Problem | null,
  language: Language,
): readonly Html[] {
  const heading = html`<h1>${say(texts.gather, language)}</h1><p class="lead">${say(texts.lead, language)}</p>`;
  if (candidates.length === 0)
    return [parts.card({ content: html`${heading}${parts.emptyState({ text: texts.noCases }, language)}` }, language)];
  const linkedFirst = candidates.toSorted((left, right) => Number(right.linked) - Number(left.linked));
  const choices = linkedFirst.map(({ row, linked }) => ({
    value: row.caseId,
    label: `${row.code} ${row.claimants.join('、')} ${say(texts.against, language)} ${row.respondents.join('、')}`,
    ...(linked ? { hint: texts.linked } : {}),
  }));
  const narrow = html`<form class="moment-form no-print" method="get" action="${links.series}/new">${parts.selectField(
    { name: 'from', label: texts.from, choices, value: from ?? '' },
    language,
  )}<button class="button button-secondary" type="submit">${say(texts.tick, language)}</button></form>`;
  const boxes = parts.checkboxGroup({ name: 'case', label: texts.cases, choices, values: ticked }, language);
  return [
    ...(wrong === null
      ? []
      : [
          parts.errorSummary(
            formErrors(wrong).map((one) => ({ ...one, field: 'case' })),
            language,
          ),
        ]),
    parts.card({ content: html`${heading}${narrow}` }, language),
    html`<form class="card form" method="post"${attributes({ action: links.series, 'data-once': true })}>
      ${parts.hiddenInput('from', from ?? undefined)}${boxes}
      <div class="form-buttons"><button class="button button-primary" type="submit">${say(texts.gatherThese, language)}</button><a class="button button-plain"${attributes({ href: links.series })}>${say(texts.title, language)}</a></div></form>`,
  ];
}
