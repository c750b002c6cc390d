import type { FastifyInstance } from 'fastify';
import { commands } from '../../../workflows/index.ts';
import { ProblemError } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import { lookAt } from '../../views/look.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { accessKeys } from '../layout.ts';
import { type CaseRef, casesMeant, mayLogCalls } from './call-case.ts';
import { type QuickWhat, quickAddress, quickWhats } from './quick-entry.ts';
import { callTexts, quickTexts as texts } from './texts.ts';

const quickPath = '/desk/quick';

interface QuickFormRoute {
  readonly Querystring: { readonly number?: string; readonly what?: string };
}

/** What is drawn: the number as typed, what is wrong with it, or the cases it may mean. */
interface Drawing {
  readonly typed: string;
  readonly what: QuickWhat;
  readonly error?: parts.Words;
  readonly several?: readonly CaseRef[];
}

/** From the number of a case to the form that is wanted, without looking for its row: by the keyboard a few keys. */
export function registerQuickForm(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get<QuickFormRoute>(quickPath, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    if (!mayLogCalls(viewer)) throw new ProblemError('not-allowed');
    const { query, language } = request;
    const typed = typeof query.number === 'string' ? query.number.trim().slice(0, 60) : '';
    const what = quickWhats.find((one) => one === query.what) ?? quickWhats[0];
    const meant = typed === '' ? [] : await known(await casesMeant(typed, viewer, dependencies), viewer, dependencies);
    const [only] = meant;
    if (only !== undefined && meant.length === 1) return reply.redirect(quickAddress(only.id, what), 303);
    const isUnknown = typed !== '' && meant.length === 0;
    const drawing = { typed, what, several: meant, ...(isUnknown ? { error: callTexts.noCase } : {}) };
    const main = parts.card(
      { content: html`<h1>${say(texts.byNumber, language)}</h1>${quickForm(drawing, viewer, language)}` },
      language,
    );
    return frame.send(request, reply, { title: texts.byNumber, main, section: 'desk' }, isUnknown ? 422 : 200);
  });
}

/** Without the cases that this viewer may not know: a code of theirs is answered like one that nobody has. */
async function known(found: readonly CaseRef[], viewer: Viewer, dependencies: Dependencies) {
  const looks = await Promise.all(
    found.map(({ id }) => lookAt(id, actorOf(viewer), dependencies, { what: 'contact' })),
  );
  return found.filter((_one, index) => looks[index] !== null);
}

/** The form as a part of the desk. */
export function quickCard(viewer: Viewer, language: Language): Html {
  const form = quickForm({ typed: '', what: quickWhats[0] }, viewer, language);
  return html`<section class="card no-print" id="quick"><details data-begin><summary accesskey="${accessKeys.quick}">${say(texts.byNumber, language)}</summary><div class="details-content">${form}</div></details></section>`;
}

function quickForm({ typed, what, error, several = [] }: Drawing, viewer: Viewer, language: Language): Html {
  const field = parts.textField(
    {
      name: 'number',
      label: callTexts.case,
      hint: texts.byNumberHint,
      value: typed,
      required: true,
      width: 'short',
      maxLength: 60,
      autocomplete: 'off',
      ...(error === undefined ? {} : { error }),
    },
    language,
  );
  const buttons = whatsOf(viewer).map(
    (one) =>
      html`<button class="button button-secondary" type="submit"${attributes({ name: 'what', value: one })}>${say(texts[one], language)}</button>`,
  );
  const choices = several.map(
    ({ id, code }) => html`<li><a class="case-number"${attributes({ href: quickAddress(id, what) })}>${code}</a></li>`,
  );
  return html`${choices.length > 0 && html`<div role="status"><p>${say(callTexts.severalCases, language)}</p><ul>${choices}</ul></div>`}
    <form class="form" method="get"${attributes({ action: quickPath, novalidate: true })}>${field}<div class="form-buttons">${buttons}</div></form>`;
}

/** Inside notes are for those who mediate. */
function whatsOf({ roles }: Viewer): readonly QuickWhat[] {
  const by: readonly string[] = commands.noteInside?.by ?? [];
  return quickWhats.filter((what) => what !== 'note' || roles.some((role) => by.includes(role)));
}
