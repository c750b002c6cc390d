import type { FastifyInstance } from 'fastify';
import { type ChannelId, hearingsOf, plannedSessions, type Target } from '../../../workflows/index.ts';
import { ProblemError } from '../../errors.ts';
import { type FormView, formView } from '../../views/form-view.ts';
import { type Look, lookAt } from '../../views/look.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import { commandAddress } from '../command-page.ts';
import type { Column } from '../components/index.ts';
import * as parts from '../components/index.ts';
import type { Sent } from '../forms/read.ts';
import { attributes, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { callAddress } from './call-form.ts';
import { quickTexts as texts } from './texts.ts';

/** What happens most, by the last part of its address, and which command it is. */
const quickEntries = {
  held: 'openSession',
  moved: 'scheduleSession',
  received: 'addItem',
  note: 'noteInside',
} as const;
type QuickEntry = keyof typeof quickEntries;

/** What happens most, in the order of how often; a call has its own form. */
export const quickWhats = ['call', 'held', 'moved', 'received', 'note'] as const;
export type QuickWhat = (typeof quickWhats)[number];

/** Leads to the form for it in a case. */
export function quickAddress(caseId: string, what: QuickWhat): string {
  const id = encodeURIComponent(caseId);
  return what === 'call' ? `${callAddress}?case=${id}` : `/cases/${id}/quick/${what}`;
}

interface QuickRoute {
  readonly Params: { readonly caseId: string; readonly what: string };
}

/** From a row of the desk to the filled form in one step: finds the proceeding that is meant. */
export function registerQuickEntry(app: FastifyInstance, dependencies: Dependencies): void {
  app.get<QuickRoute>('/cases/:caseId/quick/:what', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const { caseId, what } = request.params;
    const look = await lookAt(caseId, actorOf(viewer), dependencies);
    if (look === null || !isQuick(what)) throw new ProblemError('not-found');
    const own = Object.values(look.current.proceedings).filter(
      ({ endedOn, organisation }) => endedOn === null && organisation === viewer.organisationId,
    );
    for (const { id, channel } of own.reverse()) {
      const type = commandFor(what, channel);
      if (formView(look, type, { kind: 'proceeding', id }) === null) continue;
      return reply.redirect(`${commandAddress(caseId, type, id)}&quick=${what}`, 303);
    }
    // Nothing of the kind is this viewer's to do here: the case says what is.
    return reply.redirect(`/cases/${encodeURIComponent(caseId)}#actions`, 303);
  });
}

/** Which command it is in a channel: a channel with hearings has no sessions. */
function commandFor(what: QuickEntry, channel: ChannelId): string {
  const hearings = hearingsOf(channel);
  if (hearings !== null && what === 'held') return hearings.holds;
  return hearings !== null && what === 'moved' ? hearings.sets : quickEntries[what];
}

function isQuick(what: string): what is QuickEntry {
  return Object.hasOwn(quickEntries, what);
}

/** What a form that was opened from the desk starts with, beside its date: what the record of the case already says. */
export function quickProposal(quick: unknown, { type, target }: FormView, look: Look): Sent {
  if (typeof quick !== 'string' || !isQuick(quick) || quickEntries[quick] !== type) return {};
  // Of what people bring, most is evidence; its class is asked for, since that decides what may leave.
  if (quick === 'received') return { 'data.document': ['evidence'] };
  const planned = plannedIn(look, target);
  if (planned === undefined) return {};
  if (quick === 'moved') return { 'data.replaces': [planned.id] };
  const at = String(planned.values.at);
  return quick === 'held' && at <= look.given.now ? { occurredOn: [at] } : {};
}

function plannedIn({ current }: Look, { id }: Target) {
  return plannedSessions(current, id).toSorted((one, other) =>
    String(one.values.at).localeCompare(String(other.values.at)),
  )[0];
}

/** The column of a table of cases that leads there. */
export function quickColumn<Row extends { readonly id: string; readonly over: boolean }>(
  language: Language,
): Column<Row> {
  return {
    label: texts.column,
    cell: ({ id, over }) => {
      if (over) return undefined;
      // What was said inside is for few: whoever may note it finds it by the number, and on the case.
      const rows = quickWhats.filter((what) => what !== 'note');
      const content = html`<ul class="actions">${rows.map((what) => html`<li><a class="button button-plain"${attributes({ href: quickAddress(id, what) })}>${say(texts[what], language)}</a></li>`)}</ul>`;
      return parts.disclosure({ summary: texts.column, content }, language);
    },
  };
}
