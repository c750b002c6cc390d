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
import { say } from './i18n.ts';

interface CaseRoute {
  readonly Params: { readonly caseId: string };
}

/** One masked field of one person in the clear, with a reason; the value is in this one answer and nowhere else. */
export function registerRevealPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get<CaseRoute>('/cases/:caseId/reveal', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : show(request, reply, viewer, {}, null, null);
  });
  app.post<CaseRoute>('/cases/:caseId/reveal', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const [person = '', field = ''] = entered(sent, 'which').split('.');
    const asked = { caseId: request.params.caseId, person, field, reason: entered(sent, 'reason') };
    const done = await orProblem(revealField(viewer, asked, dependencies));
    if ('problem' in done) return show(request, reply, viewer, sent, done.problem, null);
    return show(request, reply, viewer, {}, null, done.value);
  });

  async function show(
    request: FastifyRequest<CaseRoute>,
    reply: FastifyReply,
    viewer: Viewer,
    sent: Sent,
    wrong: Problem | null,
    shown: { readonly field: RevealableField; readonly value: string } | null,
  ): Promise<FastifyReply> {
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
    const main = html`${shown !== null && valueCard(shown)}${form()}`;
    reply.header('cache-control', 'no-store');
    const content = { title: texts.title, main, section: 'desk', width: 'narrow', address: `${back}/reveal` } as const;
    return frame.send(request, reply, content, wrong?.status ?? 200);

    function valueCard({ field, value }: { readonly field: RevealableField; readonly value: string }): Html {
      const content = html`<p class="query-code">${value}</p><p><a class="button button-secondary"${attributes({ href: back })}>${say(texts.back, language)}</a></p>`;
      return parts.card({ heading: fieldLabels[field], content }, language);
    }

    function form(): Html {
      if (choices.length === 0) {
        return parts.card(
          { content: parts.emptyState({ text: texts.nothing, action: { label: texts.back, href: back } }, language) },
          language,
        );
      }
      return parts.formPage(
        {
          heading: texts.title,
          introduction: texts.hint,
          action: `${back}/reveal`,
          errors: wrong === null ? [] : formErrors(wrong),
          submitLabel: texts.show,
          cancelHref: back,
          fields: [
            parts.radioGroup(
              { name: 'which', label: texts.field, choices, required: true, value: entered(sent, 'which') },
              language,
            ),
            parts.textField(
              {
                name: 'reason',
                label: texts.reason,
                required: true,
                maxLength: reasonLength,
                value: entered(sent, 'reason'),
              },
              language,
            ),
          ],
        },
        language,
      );
    }
  }
}
