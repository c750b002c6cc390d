import { attributes, type Html, html } from '../html.ts';
import { type Language, say, t } from '../i18n.ts';
import { describedBy, type Field, fieldId, hintAndError } from './fields.ts';
import { show } from './words.ts';

/** Several controls that together say one thing (a person), with a hint and an error of the whole. */
export function personGroup(
  group: Omit<Field, 'value'> & { readonly fields: readonly Html[] },
  language: Language,
): Html {
  const id = fieldId(group.name);
  return html`<fieldset class="field field-group${group.error !== undefined && ' field-error'}"${attributes({ id, tabindex: -1, 'aria-describedby': describedBy(group) })}>
    <legend>${show(group.label, language)}${group.required && html` <span class="required">${say(t.required, language)}</span>`}</legend>
    ${hintAndError(group, language)}<div class="field-pairs">${group.fields}</div></fieldset>`;
}
