import { contactChannels, contactResults } from '../../../workflows/index.ts';
import { caseTitle } from '../../views/names.ts';
import * as parts from '../components/index.ts';
import { entered, type Sent } from '../forms/read.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { accessKeys } from '../layout.ts';
import type { CallCase, CaseRef } from './call-case.ts';
import { callTexts as texts } from './texts.ts';

/** Where contacts are logged from the desk. */
export const callAddress = '/desk/call';

/** What came of it: the result of a contact, or the answer of the party. */
export const callOutcomes = {
  reached: contactResults.reached,
  noAnswer: contactResults.noAnswer,
  willCallBack: contactResults.willCallBack,
  wrongNumber: contactResults.wrongNumber,
  agrees: texts.agrees,
  refuses: texts.refuses,
} as const;
export type CallOutcome = keyof typeof callOutcomes;

/** What is logged is drawn with: the case when it is known, several when it is not clear which. */
export interface CallDrawing {
  readonly sent: Sent;
  readonly errors: readonly parts.FieldError[];
  readonly known: CallCase | null;
  readonly several: readonly CaseRef[];
  /** Open cases of the viewer, to choose from. */
  readonly own: readonly CaseRef[];
  readonly idempotencyKey: string;
}

/** The form as a page of its own. */
export function callPage(drawing: CallDrawing, language: Language): Html {
  const { known, errors, idempotencyKey } = drawing;
  const code = known?.look.current.header.code;
  return parts.formPage(
    {
      heading: texts.heading,
      action: callAddress,
      errors,
      cancelHref: '/desk',
      idempotencyKey,
      submitLabel: texts.submit,
      fields: callFields(drawing, language),
      ...(known === null
        ? {}
        : {
            introduction: html`<p><span class="case-number">${code}</span> ${say(caseTitle(known.look), language)} <a href="${callAddress}">${say(texts.otherCase, language)}</a></p>`,
          }),
    },
    language,
  );
}

/** The form as a part of the desk. */
export function callCard(drawing: CallDrawing, language: Language): Html {
  const form = html`<form class="form"${attributes({ method: 'post', action: callAddress, novalidate: true, 'data-once': true })}>
    ${parts.hiddenInput('idempotencyKey', drawing.idempotencyKey)}${callFields(drawing, language)}
    <div class="form-buttons"><button class="button button-primary" type="submit" data-busy="${say(texts.submit, language)}">${say(texts.submit, language)}</button></div></form>`;
  return html`<section class="card no-print" id="call"><details data-begin><summary accesskey="${accessKeys.logCall}">${say(texts.heading, language)}</summary><div class="details-content">${form}</div></details></section>`;
}

function callFields(drawing: CallDrawing, language: Language): readonly Html[] {
  const { sent, errors } = drawing;
  const field = (name: string, label: parts.Words) => {
    const error = parts.errorOf(errors, name);
    return { name, label, value: entered(sent, name), ...(error === undefined ? {} : { error }) };
  };
  const choices = (of: Readonly<Record<string, parts.Words>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  const more = html`<details class="more"${attributes({ open: errors.some((one) => one.field === 'occurredOn') })}><summary>${say(texts.more, language)}</summary><div class="details-content form">
    ${parts.dateTimeField(field('occurredOn', texts.when), language)}${parts.selectField({ ...field('channel', texts.how), choices: choices(contactChannels) }, language)}</div></details>`;
  return [
    caseField(drawing, field('case', texts.case), language),
    whomField(drawing, field('whom', texts.whom), language),
    parts.radioGroup(
      { ...field('outcome', texts.outcome), required: true, hint: texts.answerHint, choices: choices(callOutcomes) },
      language,
    ),
    parts.textField({ ...field('note', texts.note), maxLength: 300, autocomplete: 'off' }, language),
    more,
  ];
}

type Common = Pick<parts.Field, 'name' | 'label' | 'value' | 'error'>;

function caseField({ known, several, own }: CallDrawing, common: Common, language: Language): Html {
  if (known !== null) return html`${parts.hiddenInput('caseId', known.look.current.id)}`;
  if (several.length > 0) {
    const choices = several.map(({ id, code }) => ({ value: id, label: code }));
    return parts.radioGroup({ ...common, name: 'caseId', label: texts.whichCase, required: true, choices }, language);
  }
  const list = own.length === 0 ? {} : { list: 'own-cases' };
  return html`${parts.textField({ ...common, ...list, hint: texts.caseHint, required: true, width: 'short', maxLength: 60, autocomplete: 'off' }, language)}
    ${own.length > 0 && html`<datalist id="own-cases">${own.map(({ code }) => html`<option${attributes({ value: code })}></option>`)}</datalist>`}`;
}

function whomField({ known }: CallDrawing, common: Common, language: Language): Html {
  const sides = [
    { value: 'side:respondent', label: { zh: '被申请人一方', en: 'The respondent' } },
    { value: 'side:claimant', label: { zh: '申请人一方', en: 'The claimant' } },
  ];
  const choices = known === null ? sides : known.parties;
  const value = common.value === '' && known === null ? 'side:respondent' : (common.value ?? '');
  return parts.radioGroup({ ...common, value, required: true, choices }, language);
}
