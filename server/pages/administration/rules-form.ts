import type { RulesEntered } from '../../administration/index.ts';
import * as parts from '../components/index.ts';
import { dayFrom, entered, type Sent } from '../forms/read.ts';
import type { Html } from '../html.ts';
import type { Language, Text } from '../i18n.ts';
import { links } from '../layout.ts';
import { stepLabels, rulesTexts as texts, unitLabels } from './rules-texts.ts';

type Step = RulesEntered['terms'][number]['step'];
type Unit = RulesEntered['terms'][number]['unit'];

// The keys of the tables are exactly the steps and units; Object.keys forgets that.
export const steps = Object.keys(stepLabels) as Step[];
const units = Object.keys(unitLabels) as Unit[];

export interface ReadRules {
  readonly rules: RulesEntered;
  /** What is no number or no day, at its control. */
  readonly errors: readonly parts.FieldError[];
}

/** Rules as the form sent them. What was left empty is not asked for here: the procedure itself says what is missing. */
export function readRules(sent: Sent): ReadRules {
  const errors: parts.FieldError[] = [];
  const words = (name: string) => entered(sent, name).trim().slice(0, 200);
  const wrong = (field: string, message: Text) => void errors.push({ field, message });
  const numberAt = (name: string): number | null => {
    const typed = words(name);
    if (typed === '') return null;
    if (/^[1-9]\d{0,2}$/.test(typed) && Number(typed) <= 400) return Number(typed);
    wrong(name, texts.noNumber);
    return null;
  };
  const dayAt = (name: string): string | null => {
    const typed = words(name);
    const day = typed === '' ? null : (dayFrom(typed) ?? null);
    if (typed !== '' && day === null) wrong(name, texts.noDay);
    return day;
  };
  const terms = steps.flatMap((step) => {
    const [amount, foreignAmount] = [numberAt(step), numberAt(`${step}.foreign`)];
    const unit = units.find((one) => one === words(`${step}.unit`));
    if (amount === null) return [];
    if (unit === undefined) wrong(`${step}.unit`, texts.noUnit);
    return unit === undefined ? [] : [{ step, amount, foreignAmount, unit, article: words(`${step}.article`) }];
  });
  const days = numberAt('hearingNotice');
  const foreignDays = numberAt('hearingNotice.foreign');
  const name = words('name');
  return {
    errors,
    rules: {
      institution: words('institution'),
      name: { zh: name, en: words('nameEn') || name },
      inForceFrom: dayAt('inForceFrom'),
      inForceTo: dayAt('inForceTo'),
      source: words('source'),
      textRead: words('textRead') === 'yes',
      terms,
      hearingNotice:
        days === null ? null : { days, foreignDays: foreignDays ?? days, article: words('hearingNotice.article') },
    },
  };
}

/** The form, with everything that was typed. */
export function rulesForm(
  sent: Sent,
  errors: readonly parts.FieldError[],
  institutions: readonly parts.Choice[],
  language: Language,
): Html {
  const field = (name: string, label: Text, more: Partial<parts.TextField> = {}) => {
    const error = parts.errorOf(errors, name);
    const value = entered(sent, name);
    return { name, label, value, ...more, ...(error === undefined ? {} : { error }) };
  };
  const number = (name: string, label: Text) =>
    parts.textField(field(name, label, { width: 'short', inputMode: 'numeric', maxLength: 3 }), language);
  const line = (name: string, label: Text, more: Partial<parts.TextField> = {}) =>
    parts.textField(field(name, label, { maxLength: 200, ...more }), language);
  const unitChoices = units.map((value) => ({ value, label: unitLabels[value] }));
  const termFields = steps.map((step) =>
    parts.fieldGroup(
      {
        legend: stepLabels[step],
        fields: [
          number(step, texts.amount),
          number(`${step}.foreign`, texts.foreignAmount),
          parts.selectField({ ...field(`${step}.unit`, texts.unit), choices: unitChoices }, language),
          line(`${step}.article`, texts.article),
        ],
      },
      language,
    ),
  );
  const notice = parts.fieldGroup(
    {
      legend: texts.hearingNotice,
      fields: [
        number('hearingNotice', texts.noticeDays),
        number('hearingNotice.foreign', texts.noticeForeign),
        line('hearingNotice.article', texts.article),
      ],
    },
    language,
  );
  return parts.formPage(
    {
      heading: texts.enter,
      introduction: texts.enterHint,
      action: `${links.arbitrationRules}/new`,
      errors,
      submitLabel: texts.propose,
      cancelHref: links.arbitrationRules,
      fields: [
        parts.selectField(
          { ...field('institution', texts.institution, { required: true }), choices: institutions },
          language,
        ),
        line('name', texts.name, { required: true }),
        line('nameEn', texts.nameEn),
        line('source', texts.source, { required: true, hint: texts.sourceHint }),
        parts.dateField(field('inForceFrom', texts.from, { required: true }), language),
        parts.dateField(field('inForceTo', texts.to), language),
        ...termFields,
        notice,
        parts.checkbox(
          { name: 'textRead', label: texts.textRead, checked: entered(sent, 'textRead') === 'yes' },
          language,
        ),
      ],
    },
    language,
  );
}
