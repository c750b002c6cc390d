import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import { handoffInbox, hasMorningList, hasQueue, queueView } from '../../views/index.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { inboxCard } from '../handoff-pages.ts';
import { type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { signInAddress } from '../sign-in.ts';
import { queueTable } from './queue-shown.ts';
import { queueTexts, seriesTexts } from './texts.ts';

/** Where the whole queue and the morning list stand. */
export const queueLinks = { queue: '/queue', series: '/queue/series' } as const;

const rowsOnPage = 60;
const rowsOnDesk = 8;

/** Everything an office has to deal with, and what it sent and nobody has answered. */
export function registerQueuePage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(queueLinks.queue, async (request, reply) => {
    const { viewer, language } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    const actor = actorOf(viewer);
    if (!hasQueue(actor)) throw new ProblemError('not-found');
    const [rows, inbox] = await Promise.all([
      queueView(actor, dependencies, rowsOnPage),
      handoffInbox(actor, dependencies),
    ]);
    const sent = inbox.handoffsWaiting.filter(({ state }) => state !== 'drafted');
    const main = [
      parts.pageHeading({ title: queueTexts.title, lead: queueTexts.lead }, language),
      parts.card(
        { content: html`${queueTable(rows, language)}${links(viewer, ['desk', 'series'], language)}` },
        language,
      ),
      inboxCard(queueTexts.unanswered, queueTexts.noneUnanswered, sent, language),
    ];
    return frame.send(request, reply, { title: queueTexts.title, main, section: 'desk' });
  });
}

/** The head of the queue for a desk, with the way to the whole; null for people whose desk is no queue. */
export async function queueCard(viewer: Viewer, dependencies: Dependencies, language: Language): Promise<Html | null> {
  const actor = actorOf(viewer);
  if (!hasQueue(actor)) return null;
  const rows = await queueView(actor, dependencies, rowsOnDesk);
  const content = html`${queueTable(rows, language)}${links(viewer, ['queue', 'series'], language)}`;
  return parts.card({ heading: queueTexts.title, id: 'handoffs', content }, language);
}

function links(viewer: Viewer, wanted: readonly ('desk' | 'queue' | 'series')[], language: Language): Html {
  const all = {
    desk: html`<a href="/desk">${say(queueTexts.toDesk, language)}</a>`,
    queue: html`<a href="${queueLinks.queue}">${say(queueTexts.all, language)}</a>`,
    series: html`<a href="${queueLinks.series}">${say(seriesTexts.title, language)}</a>`,
  };
  const shown = wanted.filter((name) => name !== 'series' || hasMorningList(actorOf(viewer)));
  return html`<p class="packet-links no-print">${shown.map((name, index) => html`${index > 0 && ' · '}${all[name]}`)}</p>`;
}
