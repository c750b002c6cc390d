import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { opensWithReason } from '../../../workflows/index.ts';
import {
  type CalendarDay,
  calendarView,
  feedOf,
  openFeed,
  type Week,
  weekNamed,
  weekOf,
} from '../../calendar/index.ts';
import { ProblemError } from '../../errors.ts';
import { guessingLimit, type Viewer } from '../../security/index.ts';
import { actorOf, type Dependencies, momentOf } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { daysShown } from './days-shown.ts';
import { calendarTexts as texts } from './texts.ts';

interface CalendarRoute {
  readonly Querystring: { readonly week?: string; readonly whose?: string };
}

/** The week of sessions and hearings, and the private address under which a person's own calendar reads them. */
export function registerCalendarPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const { store } = dependencies;

  app.get<CalendarRoute>(links.calendar, async (request, reply) => {
    const viewer = atDesk(request, reply);
    if (viewer === null) return reply;
    const { query, language } = request;
    const today = dependencies.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
    const week = (typeof query.week === 'string' ? weekNamed(query.week) : null) ?? weekOf(today);
    const whose = query.whose === 'organisation' ? 'organisation' : 'mine';
    const days = await calendarView(actorOf(viewer), week, whose, dependencies);
    const since = await store.calendarFeeds.since(viewer.accountId);
    const main = [
      heading(week, whose, weekOf(today), language),
      ...daysShown(days, today.toString(), whose === 'organisation', language),
      ...hints(days, language),
      feedCard(since === null ? null : momentOf(since), language),
    ];
    return frame.send(request, reply, { title: texts.title, main, section: 'calendar' });
  });

  app.post(`${links.calendar}/feed`, async (request, reply) => {
    const viewer = atDesk(request, reply);
    if (viewer === null) return reply;
    const token = await openFeed(viewer.accountId, dependencies);
    const base = dependencies.config.publicUrl ?? `${request.protocol}://${request.host}`;
    const main = addressShown(`${base}${links.calendar}/feed/${token}.ics`, request.language);
    return frame.send(request, reply, { title: texts.subscribe, main, section: 'calendar', address: links.calendar });
  });

  app.post(`${links.calendar}/feed/end`, async (request, reply) => {
    const viewer = atDesk(request, reply);
    if (viewer === null) return reply;
    await store.calendarFeeds.close(viewer.accountId);
    return reply.redirect(links.calendar, 303);
  });

  app.get<{ readonly Params: { readonly token: string } }>(
    `${links.calendar}/feed/:token.ics`,
    { config: guessingLimit(dependencies.config) },
    async (request, reply) => {
      const feed = await feedOf(request.params.token, dependencies);
      if (feed === null) throw new ProblemError('not-found');
      return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, no-store').send(feed);
    },
  );
}

/** The viewer, who works at an organisation; null when the reply already leads to the sign-in page. */
function atDesk(request: FastifyRequest, reply: FastifyReply): Viewer | null {
  const viewer = viewerHere(request, reply);
  if (viewer?.organisationId === null) throw new ProblemError('not-allowed');
  if (viewer !== null && opensWithReason(actorOf(viewer))) throw new ProblemError('aggregates-only');
  return viewer;
}

type Whose = 'mine' | 'organisation';

function addressOf({ name }: Week, whose: Whose): string {
  return `${links.calendar}?week=${name}&whose=${whose}`;
}

function heading(week: Week, whose: Whose, present: Week, language: Language): Html {
  const tab = (name: Whose) => ({ label: texts[name], href: addressOf(week, name), current: name === whose });
  const link = (label: parts.Words, to: Week) =>
    html`<li><a class="button button-secondary"${attributes({ href: addressOf(to, whose) })}>${parts.show(label, language)}</a></li>`;
  const [before, after] = [weekOf(week.monday.subtract({ weeks: 1 })), weekOf(week.monday.add({ weeks: 1 }))];
  return html`<div class="desk-heading"><h1>${say(texts.title, language)} <span class="muted">${week.name}</span></h1>
    <p>${parts.date(week.monday.toString())} – ${parts.date(week.sunday.toString())}</p></div>
    <nav class="no-print" aria-label="${say(texts.weeks, language)}"><ul class="actions">${link(texts.previous, before)}${link(texts.today, present)}${link(texts.next, after)}</ul></nav>
    <div class="no-print">${parts.tabs({ label: texts.whose, tabs: [tab('mine'), tab('organisation')] }, language)}</div>`;
}

function hints(days: readonly CalendarDay[], language: Language): readonly Html[] {
  const clash = days.some(({ meetings }) => meetings.some(({ clashes }) => clashes.length > 0));
  return clash ? [html`<p class="hint">${say(texts.assumed, language)}</p>`] : [];
}

function feedCard(since: string | null, language: Language): Html {
  const button = (action: string, label: parts.Words, tone: string) =>
    html`<form class="inline-form" method="post"${attributes({ action, 'data-once': true })}><button class="button button-${tone}" type="submit">${parts.show(label, language)}</button></form>`;
  const make = button(`${links.calendar}/feed`, since === null ? texts.make : texts.makeAgain, 'secondary');
  const content = html`<p>${say(texts.subscribeHint, language)}</p>
    ${since !== null && html`<p>${say(texts.since, language)} ${parts.date(since)}</p>`}
    <div class="form-buttons">${make}${since !== null && button(`${links.calendar}/feed/end`, texts.end, 'danger')}</div>`;
  return html`<section class="card no-print">${parts.disclosure({ summary: texts.subscribe, content }, language)}</section>`;
}

function addressShown(address: string, language: Language): Html {
  return html`<section class="card"><h1>${say(texts.subscribe, language)}</h1><p>${say(texts.once, language)}</p>
    <p class="break">${parts.copyable({ text: address, label: texts.address }, language)}</p>
    <p>${say(texts.subscribeHint, language)}</p>
    <p><a class="button button-secondary" href="${links.calendar}">${say(texts.back, language)}</a></p></section>`;
}
