import type { SeriesRow } from '../../../db/series.ts';
import {
  blankCaseFile,
  contextOf,
  type Given,
  type SeriesOwn,
  seriesTermsDefinition,
} from '../../../workflows/index.ts';
import { ownOf, type SeriesChange, type SeriesRowView, type SeriesView } from '../../series/index.ts';
import { type FieldView, fieldViews } from '../../views/form-view.ts';
import * as parts from '../components/index.ts';
import { allControls, type FormDrawing } from '../forms/controls.ts';
import { dayFrom, entered, type Sent } from '../forms/read.ts';
import { attributes, type Html, html } from '../html.ts';
import { say } from '../i18n.ts';
import { caseShown, seriesAddress } from './series-shown.ts';
import { seriesTexts as texts } from './texts.ts';

/** The common terms as the fields of a form. */
export function termsFields(given: Given): readonly FieldView[] {
  const context = contextOf(blankCaseFile(''), seriesTermsDefinition, { kind: 'case', id: '' }, given);
  return context === null ? [] : fieldViews(seriesTermsDefinition.fields, context, { persons: new Map() });
}

const ownName = (number: number, field: 'amountFen' | 'signedOn') => `own.${number}.${field}`;

/** The form of the common terms, with a table of what differs case by case. */
export function termsForm(view: SeriesView, fields: readonly FieldView[], drawing: FormDrawing): Html {
  const { language, sent, errors } = drawing;
  const own = (number: number, field: 'amountFen' | 'signedOn') => {
    const name = ownName(number, field);
    const error = parts.errorOf(errors, name);
    return { name, value: entered(sent, name), ...(error === undefined ? {} : { error }) };
  };
  const table = parts.dataTable<SeriesRowView>(
    {
      caption: texts.differing,
      showCaption: true,
      rows: view.rows.filter(({ state, agreed }) => state !== 'done' && !agreed),
      columns: [
        { label: texts.case, cell: (row) => caseShown(row, language) },
        {
          label: texts.ownAmount,
          cell: ({ number, case: { code } }) =>
            parts.moneyField({ label: labelFor(texts.ownAmount, code), ...own(number, 'amountFen') }, language),
        },
        {
          label: texts.ownSigned,
          cell: ({ number, case: { code } }) =>
            parts.dateField({ label: labelFor(texts.ownSigned, code), ...own(number, 'signedOn') }, language),
        },
      ],
    },
    language,
  );
  return html`<form class="card form" method="post" enctype="multipart/form-data"${attributes({ action: `${seriesAddress(view.id)}/terms`, novalidate: true, 'data-once': true })}>
    <h2>${say(texts.terms, language)}</h2>${parts.hiddenInput('version', view.version)}${allControls(fields, drawing)}
    <p class="hint">${say(texts.differingHint, language)}</p>${table}
    <div class="form-buttons"><button class="button button-primary" type="submit">${say(texts.save, language)}</button></div></form>`;
}

function labelFor(label: { readonly zh: string; readonly en: string }, code: string): parts.Words {
  return { zh: `${label.zh}（${code}）`, en: `${label.en} (${code})` };
}

/** What was typed case by case, as far as it can be read. */
export function readOwn(sent: Sent, rows: readonly Pick<SeriesRow, 'number'>[]) {
  const own: Record<number, SeriesChange['own'][number]> = {};
  const problems: parts.FieldError[] = [];
  const kept: Record<string, readonly string[]> = {};
  for (const { number } of rows) {
    const [amountName, signedName] = [ownName(number, 'amountFen'), ownName(number, 'signedOn')];
    if (sent[amountName] === undefined && sent[signedName] === undefined) continue;
    const [amount, signed] = [entered(sent, amountName).trim(), entered(sent, signedName).trim()];
    if (amount !== '') kept[amountName] = [amount];
    if (signed !== '') kept[signedName] = [signed];
    const amountFen = amount === '' ? null : parts.fenOf(amount);
    const signedOn = signed === '' ? null : dayFrom(signed);
    if (amountFen === undefined) problems.push({ field: amountName, message: texts.amountUnreadable });
    if (signedOn === undefined) problems.push({ field: signedName, message: texts.dayUnreadable });
    own[number] = { amountFen: amountFen ?? null, signedOn: signedOn ?? null };
  }
  return { own, problems, kept };
}

/** What differs, as it was kept, in the controls of its form. */
export function ownFilled(rows: readonly SeriesRow[]): Sent {
  const filled = rows.flatMap((row) => {
    const { amountFen, signedOn }: SeriesOwn = ownOf(row);
    return [
      ...(amountFen === null ? [] : [[ownName(row.number, 'amountFen'), [yuan(amountFen)]] as const]),
      ...(signedOn === null ? [] : [[ownName(row.number, 'signedOn'), [signedOn]] as const]),
    ];
  });
  return Object.fromEntries(filled);
}

function yuan(fen: number): string {
  return parts.yuanOf(fen);
}
