import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RevealableField } from '../../db/people.ts';
import { reasonLength, revealField } from '../administration/index.ts';
import { type Problem, ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { fieldsOf, lookAt, revealable } from '../views/index.ts';
import { personName } from '../views/names.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { formErrors, orProblem, viewerHere } from './administration/shared.ts';
import { fieldLabels, revealTexts as texts } from './administration/texts.ts';
import * as parts from './components/index.ts';
import { entered, type Sent } from './forms/read.ts';
import { sentOf } from './forms/sent.ts';
import type { Frame } from './frame.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say } from './i18n.ts';

interface CaseRoute {
  readonly Params: { readonly caseId: string };
}

/** One masked field of one person in the clear, with a reason; the value is in this one answer and nowhere else. */
export function registerRevealPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get<CaseRoute>('/cases/:caseId/reveal', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : show(request, reply, viewer, { sent: {}, wrong: null, shown: null });
  });
  app.post<CaseRoute>('/cases/:caseId/reveal', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const [person = '', field = ''] = entered(sent, 'which').split('.');
    const asked = { caseId: request.params.caseId, person, field, reason: entered(sent, 'reason') };
    const done = await orProblem(revealField(viewer, asked, dependencies));
    if ('problem' in done) return show(request, reply, viewer, { sent, wrong: done.problem, shown: null });
    return show(request, reply, viewer, { sent: {}, wrong: null, shown: done.value });
  });

  async function show(request: FastifyRequest<CaseRoute>, reply: FastifyReply, viewer: Viewer, state: Shown) {
    const { language, params } = request;
    const look = await lookAt(params.caseId, actorOf(viewer), dependencies, { what: 'reveal' });
    if (look === null) throw new ProblemError('not-found');
    const persons = [...revealable(look)];
    if (persons.length === 0) throw new ProblemError('not-allowed');
    const choices = persons.flatMap((person) =>
      fieldsOf(look, person).map((field) => ({
        value: `${person}.${field}`,
        label: html`${say(personName(look, person), language)} · ${say(fieldLabels[field], language)}`,
      })),
    );
    const back = `/cases/${params.caseId}`;
    const main = html`${state.shown !== null && valueCard(state.shown, back, language)}${revealForm(choices, back, state, language)}`;
    reply.header('cache-control', 'no-store');
    const content = { title: texts.title, main, section: 'desk', width: 'narrow', address: `${back}/reveal` } as const;
    return frame.send(request, reply, content, state.wrong?.status ?? 200);
  }
}

/** What was entered, what is wrong with it, and the value, if it was asked for rightly. */
interface Shown {
  readonly sent: Sent;
  readonly wrong: Problem | null;
  readonly shown: { readonly field: RevealableField; readonly value: string } | null;
}

function valueCard({ field, value }: NonNullable<Shown['shown']>, back: string, language: Language): Html {
  const content = html`<p class="query-code">${value}</p><p><a class="button button-secondary"${attributes({ href: back })}>${say(texts.back, language)}</a></p>`;
  return parts.card({ heading: fieldLabels[field], content }, language);
}

function revealForm(choices: readonly parts.Choice[], back: string, { sent, wrong }: Shown, language: Language): Html {
  if (choices.length === 0) {
    const empty = parts.emptyState({ text: texts.nothing, action: { label: texts.back, href: back } }, language);
    return parts.card({ content: empty }, language);
  }
  const which = { name: 'which', label: texts.field, choices, required: true, value: entered(sent, 'which') };
  const value = entered(sent, 'reason');
  const reason = { name: 'reason', label: texts.reason, required: true, maxLength: reasonLength, value };
  return parts.formPage(
    {
      heading: texts.title,
      introduction: texts.hint,
      action: `${back}/reveal`,
      errors: wrong === null ? [] : formErrors(wrong),
      submitLabel: texts.show,
      cancelHref: back,
      fields: [parts.radioGroup(which, language), parts.textField(reason, language)],
    },
    language,
  );
}
