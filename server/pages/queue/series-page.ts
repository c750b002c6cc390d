import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../errors.ts';
import {
  hasMorningList,
  type SeriesClauseView,
  type SeriesRowView,
  type SeriesView,
  seriesViews,
} from '../../views/index.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import { resultBadge } from '../confirmation/preflight-shown.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { signInAddress } from '../sign-in.ts';
import { queueLinks } from './queue-page.ts';
import { limitShown } from './queue-shown.ts';
import { queueTexts, seriesTexts as texts } from './texts.ts';

/** The morning list of a court: applications that belong together, with what differs; made to be printed. */
export function registerSeriesPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(queueLinks.series, async (request, reply) => {
    const { viewer, language } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    const actor = actorOf(viewer);
    if (!hasMorningList(actor)) throw new ProblemError('not-found');
    const series = await seriesViews(actor, dependencies);
    const back = html`<p class="packet-links no-print"><a href="${queueLinks.queue}">${say(queueTexts.title, language)}</a></p>`;
    const main = [
      parts.pageHeading({ title: texts.title, lead: texts.lead }, language),
      ...(series.length === 0
        ? [parts.card({ content: parts.emptyState({ text: texts.none }, language) }, language)]
        : [html`<div class="landscape series">${series.map((one) => seriesCard(one, language))}</div>`]),
      back,
    ];
    return frame.send(request, reply, { title: texts.title, main, section: 'desk' });
  });
}

function seriesCard(series: SeriesView, language: Language): Html {
  const { claimants, committees, rows } = series;
  const committee = parts.joined(
    committees.map(({ name }) => name),
    language,
  );
  const content = html`<p class="muted">${say(texts.committee, language)} ${committee}</p><h3>${say(texts.usual, language)}</h3>${usualTable(series, language)}<h3>${say(texts.applications, language)}</h3>${rowsTable(rows, language)}`;
  return parts.card({ heading: claimants, aside: html`<span class="count">${rows.length}</span>`, content }, language);
}

function usualTable({ usual }: SeriesView, language: Language): Html {
  return parts.dataTable<SeriesView['usual'][number]>(
    {
      caption: texts.usual,
      rows: usual,
      columns: [
        { label: texts.clause, cell: ({ subject }) => subject },
        { label: texts.wording, cell: ({ act }) => act },
        {
          label: texts.amount,
          numeric: true,
          cell: ({ amountFen }) => (amountFen === null ? undefined : parts.money(amountFen)),
        },
        { label: texts.by, cell: ({ dueOn }) => (dueOn === null ? undefined : parts.date(dueOn)) },
      ],
    },
    language,
  );
}

function rowsTable(rows: readonly SeriesRowView[], language: Language): Html {
  return parts.dataTable<SeriesRowView>(
    {
      caption: texts.application,
      rows,
      columns: [
        {
          label: texts.application,
          cell: ({ href, caseCode, number, stage }) =>
            html`<a class="case-number"${attributes({ href })}>${number ?? caseCode}</a><span class="cell-detail">${say(stage, language)}</span>`,
        },
        { label: texts.respondent, cell: ({ respondents }) => respondents },
        { label: texts.limit, cell: ({ limit }) => (limit === null ? undefined : limitShown(limit, language)) },
        { label: texts.clauses, cell: (row) => clausesShown(row, language) },
        { label: texts.open, cell: ({ open }) => openShown(open, language) },
      ],
    },
    language,
  );
}

/** Words that most do not say: marked by shape and by a word, so that colour never stands alone. */
function marked(content: Html | string, language: Language): Html {
  return html`<mark class="differs"><span class="visually-hidden">${say(texts.differs, language)}</span>${content}</mark>`;
}

function clausesShown({ clauses, lacks }: SeriesRowView, language: Language): Html {
  const lacking = lacks.map(
    (subject) => html`<li>${marked(html`${say(texts.lacks, language)} ${say(subject, language)}`, language)}</li>`,
  );
  return html`<ul class="series-clauses">${clauses.map((one) => html`<li>${clauseShown(one, language)}</li>`)}${lacking}</ul>`;
}

function clauseShown(clause: SeriesClauseView, language: Language): Html {
  const { number, subject, amountFen, amountDiffers, dueOn, dayDiffers, wording, isExtra } = clause;
  const own = (value: Html | string, differs: boolean) => (differs ? marked(value, language) : value);
  const words = wording.map(({ words: shown, differs }) => (differs ? marked(shown, language) : html`${shown}`));
  return html`${number}. ${say(subject, language)}${isExtra && html` ${marked(say(texts.extra, language), language)}`}${amountFen !== null && html` · ${own(parts.money(amountFen), amountDiffers)}`}${dueOn !== null && html` · ${own(html`${parts.date(dueOn)}`, dayDiffers)}`}${words.length > 0 && html`<span class="cell-detail">${words}</span>`}`;
}

function openShown(open: SeriesRowView['open'], language: Language): Html {
  if (open.length === 0) return parts.badge({ label: texts.nothingOpen, tone: 'good' }, language);
  return html`${open.map((check) => html`<span class="cell-line">${resultBadge(check, language)} ${say(check.label, language)}</span>`)}`;
}
