import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, ProblemError } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import type * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say, type Text } from '../i18n.ts';
import { withNotice } from '../notices.ts';
import { signInAddress } from '../sign-in.ts';
import type { administrationDone } from './texts.ts';

/** The viewer; null when the reply already leads to the sign-in page. */
export function viewerHere(request: FastifyRequest, reply: FastifyReply): Viewer | null {
  if (request.viewer !== null) return request.viewer;
  const back = request.method === 'GET' ? request.url : '/desk';
  void reply.redirect(signInAddress(back), 303);
  return null;
}

/** What work gave, or the problem with which the form comes back. */
export async function orProblem<T>(work: Promise<T>): Promise<{ readonly value: T } | { readonly problem: Problem }> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status !== 404) return { problem: error.problem };
    throw error;
  }
}

/** A problem as the errors of a form. */
export function formErrors({ detail, instead, en }: Problem): readonly parts.FieldError[] {
  return [{ message: { zh: detail, en: en.detail }, instead: { zh: instead, en: en.instead } }];
}

/** Back to a page with a note of what was done. */
export function doneAt(reply: FastifyReply, address: string, done: keyof typeof administrationDone): FastifyReply {
  return reply.redirect(withNotice(address, done), 303);
}

/** A button that does one thing. */
export function actButton(
  action: string,
  label: Text,
  language: Language,
  tone: 'primary' | 'secondary' | 'danger' = 'secondary',
): Html {
  return html`<form class="inline-form" method="post"${attributes({ action, 'data-once': true })}><button class="button button-${tone}" type="submit">${say(label, language)}</button></form>`;
}
