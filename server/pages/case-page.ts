import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CaseMoment } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { mediationOf } from '../series/index.ts';
import {
  type CaseView,
  caseTriageViews,
  caseView,
  lookAt,
  relatedView,
  type TimelineFilter,
  timelineFilterOf,
} from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { actionPanels } from './actions-shown.ts';
import { agreementsCard, itemsCard, mattersCard, partiesCard, proceedingsCard, tasksCard } from './case-parts.ts';
import { clocksShown } from './clocks-shown.ts';
import * as parts from './components/index.ts';
import { conferencesCard } from './conferences-shown.ts';
import { confirmabilityCards } from './confirmation/mediator-side.ts';
import { dayFrom } from './forms/read.ts';
import { type Frame, mayOpenCases } from './frame.ts';
import { goodsCard } from './goods-shown.ts';
import { handoffsCard } from './handoffs-shown.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say } from './i18n.ts';
import { columns, links } from './layout.ts';
import { lettersCard } from './letter-pages.ts';
import { limitationCard } from './limitation-shown.ts';
import { liveRegion } from './live-region.ts';
import { likeForm } from './opening/shown.ts';
import { ordersCard } from './orders-shown.ts';
import { papersCard } from './papers-shown.ts';
import { pathCard } from './path-shown.ts';
import { relatedCard } from './related-shown.ts';
import { signInAddress } from './sign-in.ts';
import { caseTexts } from './texts.ts';
import { caseAddress } from './timeline-filters.ts';
import { timelineCard } from './timeline-shown.ts';
import { triageCards } from './ways-shown.ts';

/** The page of one case, now or as it stood. */
export function registerCasePage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get<CaseRoute>('/cases/:caseId', async (request, reply) => {
    const { viewer, language } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    const moment = momentAsked(request);
    const actor = actorOf(viewer);
    const look = await lookAt(request.params.caseId, actor, dependencies, { moment });
    if (look === null) throw new ProblemError('not-found');
    const view = caseView(look);
    const mediates = mediationOf(look.current, viewer, dependencies) !== null;
    const series = mediates ? `${links.series}/new?from=${encodeURIComponent(look.current.id)}` : null;
    const further = [
      ...(await confirmabilityCards(look, dependencies.store, language)),
      ...relatedCard(await relatedView(look, dependencies.store), language, series),
      ...triageCards(caseTriageViews(look), language),
      ...(mayOpenCases(viewer.roles) && moment === null ? [likeForm(look.current.id, language)] : []),
    ];
    return frame.send(request, reply, {
      title: view.title,
      main: [
        liveRegion(look, 'page', language),
        ...casePage(view, look.given.today, language, further, timelineFilterOf(request.query)),
      ],
      section: 'desk',
    });
  });
}

interface CaseRoute {
  readonly Params: { readonly caseId: string };
  readonly Querystring: { readonly asOf?: string; readonly knownAt?: string } & { readonly [name: string]: unknown };
}

/** `?asOf=` the legal day, `?knownAt=` the day of record; null when neither is a day. */
function momentAsked({ query }: FastifyRequest<CaseRoute>): CaseMoment | null {
  const asOf = dayAsked(query.asOf);
  const known = dayAsked(query.knownAt);
  if (asOf === null && known === null) return null;
  return { on: asOf, knownAt: known === null ? null : `${known}T23:59:59+08:00` };
}

function dayAsked(typed: unknown): string | null {
  return typeof typed === 'string' ? (dayFrom(typed) ?? null) : null;
}

/**
 * Path on top; on a wide screen actions and clocks stand right of handoffs and timeline, on a phone before them. `further`
 * cards stand below, before the matters.
 */
export function casePage(
  view: CaseView,
  today: string,
  language: Language,
  further: readonly Html[] = [],
  filter: TimelineFilter = {},
): readonly Html[] {
  return [
    heading(view, language),
    ...momentNotice(view, filter, language),
    pathCard(view, filter, language),
    columns({
      side: [
        ...actionPanels(view, language),
        parts.clocksCard(clocksShown(view.clocks, language), language),
        ...tasksCard(view, language),
        ...papersCard(view, language),
      ],
      main: [handoffsCard(view, language), timelineCard(view, filter, language)],
    }),
    ...further,
    ...mattersCard(view, language),
    ...limitationCard(view, language),
    ...agreementsCard(view, language),
    ...ordersCard(view, language),
    ...goodsCard(view, language),
    ...conferencesCard(view, language),
    partiesCard(view, language),
    itemsCard(view, language),
    ...lettersCard(view, language),
    proceedingsCard(view, language),
    momentForm(view, filter, today, language),
  ];
}

function heading(view: CaseView, language: Language): Html {
  const [matter] = view.matters;
  const open = view.proceedings.filter((one) => one.open);
  const shown = open.length > 0 ? open : view.proceedings.slice(-1);
  const badges: parts.Badge[] = shown.map(({ stateLabel, open: isOpen }) => ({
    label: stateLabel,
    tone: isOpen ? 'warn' : 'good',
    icon: isOpen ? 'clock' : 'check',
  }));
  if (view.urgent) badges.unshift({ label: caseTexts.urgent, tone: 'bad', icon: 'flag' });
  badges.unshift({ label: view.source, tone: 'info' });
  const facts: parts.Definition[] = [];
  const add = (term: parts.Words, value: parts.Words | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') facts.push({ term, value });
  };
  add(caseTexts.dispute, matter && parts.joined([matter.right, matter.dispute], language));
  add(caseTexts.amount, matter?.amountFen == null ? null : parts.money(matter.amountFen));
  add(
    caseTexts.officer,
    parts.joined(
      shown.flatMap((one) => one.officers.filter((each) => each.as === 'officer').map(({ name }) => name)),
      language,
    ),
  );
  add(
    caseTexts.custodian,
    parts.joined([...new Map(shown.map((one) => [one.organisation.id, one.organisation.name])).values()], language),
  );
  add(
    caseTexts.number,
    parts.joined(
      shown.map((one) => one.number),
      language,
    ),
  );
  const lead = view.summary === null ? {} : { lead: view.summary };
  return parts.pageHeading({ title: view.title, caseNumber: view.code, badges, facts, ...lead }, language);
}

function momentNotice({ moment, id }: CaseView, filter: TimelineFilter, language: Language): readonly Html[] {
  if (moment === null) return [];
  const rows: parts.Definition[] = [];
  if (moment.on !== null) rows.push({ term: caseTexts.asOf, value: parts.date(moment.on) });
  if (moment.knownAt !== null) rows.push({ term: caseTexts.knownAt, value: parts.date(moment.knownAt.slice(0, 10)) });
  const back = html`<a${attributes({ href: caseAddress({ id, moment: null }, filter) })}>${say(caseTexts.toNow, language)}</a>`;
  const text = html`${parts.definitionList({ rows, wide: true }, language)}<p>${back}</p>`;
  return [parts.notice({ tone: 'info', heading: caseTexts.past, text }, language)];
}

/** How the case stood on a day, and what was known on a day: both are filters of the journal. */
function momentForm({ id, moment }: CaseView, filter: TimelineFilter, today: string, language: Language): Html {
  const field = (name: string, label: parts.Words, value: string | null, hint: parts.Words) =>
    parts.dateField(
      { name, label, hint, max: today, ...(value === null ? {} : { value: value.slice(0, 10) }) },
      language,
    );
  const form = html`<form class="moment-form" method="get"${attributes({ action: `/cases/${id}` })}>
    ${Object.entries(filter).map(([name, value]) => html`${parts.hiddenInput(name, value)}`)}${field('asOf', caseTexts.asOf, moment?.on ?? null, caseTexts.asOfHint)}${field('knownAt', caseTexts.knownAt, moment?.knownAt ?? null, caseTexts.knownAtHint)}
    <button class="button button-secondary" type="submit">${say(caseTexts.show, language)}</button></form>`;
  return html`<section class="card no-print">${parts.disclosure({ summary: caseTexts.earlier, content: form }, language)}</section>`;
}
