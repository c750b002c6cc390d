import type { BatchRowState } from '../../../db/batches.ts';
import { type BatchField, type BatchRowView, type BatchView, batchFields } from '../../batches/index.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, say, type Text } from '../i18n.ts';
import { links } from '../layout.ts';
import { batchTexts as texts } from './texts.ts';

/** Where a list stands. */
export const batchAddress = (id: string) => `${links.batches}/${id}`;

const states = {
  ready: { label: texts.ready, tone: 'good' },
  waiting: { label: texts.waiting, tone: 'info' },
  done: { label: texts.done, tone: 'good' },
  duplicate: { label: texts.duplicate, tone: 'warn' },
  refused: { label: texts.refused, tone: 'bad' },
} as const satisfies Readonly<Record<BatchRowState, parts.Badge>>;

/** How far a list is, in numbers. */
export function countsShown({ counts }: Pick<BatchView, 'counts'>, language: Language): Html {
  return parts.countsRow(
    [
      { label: texts.done, value: counts.done },
      { label: texts.waiting, value: counts.waiting },
      { label: texts.ready, value: counts.ready },
      { label: texts.duplicate, value: counts.duplicate, tone: 'warn' },
      { label: texts.refused, value: counts.refused, tone: 'bad' },
    ],
    language,
  );
}

const claimant = ['claimant', 'claimantKind', 'claimantNumber', 'claimantTelephone', 'claimantAddress'] as const;
const respondent = [
  'respondent',
  'respondentKind',
  'respondentNumber',
  'respondentTelephone',
  'respondentAddress',
] as const;
const matter = [
  'courtNumber',
  'summary',
  'source',
  'rightKind',
  'rightNumber',
  'rightName',
  'dispute',
  'amount',
  'product',
] as const;

/** Each row with what stands in its cells, what is wrong at which, and what becomes of it. */
export function rowsShown(rows: readonly BatchRowView[], language: Language): Html {
  const cellsOf = (fields: readonly BatchField[]) => (row: BatchRowView) => cellsShown(row, fields, language);
  return parts.dataTable<BatchRowView>(
    {
      caption: texts.rows,
      rows,
      columns: [
        { label: texts.row, numeric: true, cell: ({ number }) => String(number) },
        { label: texts.result, cell: (row) => resultShown(row, language) },
        { label: batchFields.claimant.label, cell: cellsOf(claimant) },
        { label: batchFields.respondent.label, cell: cellsOf(respondent) },
        { label: texts.matter, cell: cellsOf(matter) },
      ],
    },
    language,
  );
}

function cellsShown({ cells, problems }: BatchRowView, fields: readonly BatchField[], language: Language): Html {
  if (cells === null) return html`<span class="muted">${say(texts.forgotten, language)}</span>`;
  const lines = fields.flatMap((field, index) => {
    const wrong = problems.filter((one) => one.field === field);
    const value = cells[field];
    if (value === undefined && wrong.length === 0) return [];
    const name = html`${say(batchFields[field].label, language)}${colon(language)}`;
    const messages = wrong.map((one) => html`<span class="error cell-detail">${say(one.text, language)}</span>`);
    return index === 0 && wrong.length === 0
      ? html`${value}`
      : html`<span class="cell-detail">${name}${value ?? '—'}</span>${messages}`;
  });
  return html`${lines}`;
}

function resultShown({ state, reason, caseId, caseCode }: BatchRowView, language: Language): Html {
  const code =
    caseId === null
      ? undefined
      : html`<a class="cell-detail"${attributes({ href: `/cases/${caseId}` })}><span class="case-number">${caseCode}</span></a>`;
  const said = reason === null ? undefined : html`<span class="cell-detail">${say(reason.text, language)}</span>`;
  const instead =
    reason?.instead == null ? undefined : html`<span class="cell-detail">${say(reason.instead, language)}</span>`;
  return html`${parts.badge(states[state], language)}${code}${said}${instead}`;
}

/** The form that starts a list: what is to be read first, rows that may be cases already, one button. */
export function startForm(view: BatchView, taken: readonly string[], language: Language): Html | undefined {
  const ready = view.rows.filter(({ state }) => state === 'ready');
  const doubtful = view.rows.filter((row) => row.doubtful);
  if (ready.length + doubtful.length === 0) return undefined;
  const codes = new Map(ready.flatMap((row) => row.warnings.map((code) => [code, row] as const)));
  const warnings = [...codes].map(([code, { reason }]) => ({
    value: code,
    label: reason?.text ?? code,
    ...(reason?.instead == null ? {} : { hint: reason.instead }),
  }));
  const rows = doubtful.map(({ number, cells, reason }) => ({
    value: String(number),
    label: html`${say(rowLabel(number), language)}${colon(language)}${cells?.claimant} / ${cells?.respondent}`,
    ...(reason === null ? {} : { hint: reason.text }),
  }));
  return html`<form class="card form no-print" method="post"${attributes({ action: `${batchAddress(view.id)}/start`, 'data-once': true })}>
    <h2>${say(texts.start, language)}</h2><p>${say(texts.startHint, language)}</p>${parts.hiddenInput('version', view.version)}
    ${warnings.length > 0 && parts.checkboxGroup({ name: 'acknowledged', label: texts.warnings, choices: warnings, values: taken }, language)}
    ${rows.length > 0 && parts.checkboxGroup({ name: 'nonetheless', label: texts.doubtful, choices: rows }, language)}
    <div class="form-buttons"><button class="button button-primary" type="submit">${say(texts.start, language)} (${parts.wholeNumber(ready.length)})</button></div></form>`;
}

function rowLabel(number: number): Text {
  const filled = (words: string) => words.replace('{row}', String(number));
  return { zh: filled(texts.rowNumber.zh), en: filled(texts.rowNumber.en) };
}

/** Judging again, and giving up what is left. */
export function furtherForms({ id, version }: BatchView, language: Language): Html {
  const form = (act: string, label: Text, tone: string) =>
    html`<form class="inline-form" method="post"${attributes({ action: `${batchAddress(id)}/${act}`, 'data-once': true })}>${parts.hiddenInput('version', version)}<button class="button button-${tone}" type="submit">${say(label, language)}</button></form> `;
  return html`<div class="no-print"><p>${say(texts.againHint, language)}</p><div class="form-buttons">${form('check', texts.again, 'secondary')}${form('close', texts.close, 'danger')}</div></div>`;
}
