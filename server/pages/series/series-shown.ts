import type { SeriesRowState } from '../../../db/series.ts';
import type { SeriesRowView, SeriesView } from '../../series/index.ts';
import type { WarningView } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { formTexts } from '../forms/texts.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { seriesTexts as texts } from './texts.ts';

/** Where a series, or one case of it, stands. */
export const seriesAddress = (id: string, number?: number) =>
  number === undefined ? `${links.series}/${id}` : `${links.series}/${id}/cases/${number}`;

const states = {
  chosen: { label: texts.stateChosen, tone: 'neutral' },
  waiting: { label: texts.stateWaiting, tone: 'info' },
  done: { label: texts.stateDone, tone: 'good' },
  refused: { label: texts.stateRefused, tone: 'bad' },
  skipped: { label: texts.stateSkipped, tone: 'warn' },
} as const satisfies Readonly<Record<SeriesRowState, parts.Badge>>;

const verdicts = {
  possible: { label: texts.possible, tone: 'good' },
  warned: { label: texts.warned, tone: 'warn' },
  refused: { label: texts.refused, tone: 'bad' },
  missing: { label: texts.missing, tone: 'bad' },
  done: { label: texts.stateDone, tone: 'good' },
} as const satisfies Readonly<Record<NonNullable<SeriesRowView['verdict']>['kind'], parts.Badge>>;

/** How far a series is, in numbers. */
export function countsShown({ counts }: SeriesView, language: Language): Html {
  return parts.countsRow(
    [
      { label: texts.stateDone, value: counts.done },
      { label: texts.stateWaiting, value: counts.waiting },
      { label: texts.stateRefused, value: counts.refused, tone: 'bad' },
      { label: texts.stateSkipped, value: counts.skipped, tone: 'warn' },
      { label: texts.stateChosen, value: counts.chosen },
    ],
    language,
  );
}

/** The code of a case, with a link where it is open, and its parties. */
export function caseShown({ case: of }: SeriesRowView, language: Language): Html {
  const code = html`<span class="case-number">${of.code}</span>`;
  if (of.href === null) return html`${code} <span class="muted">${say(texts.notOpen, language)}</span>`;
  const sides = `${of.claimants.join('、')} ${say(texts.against, language)} ${of.respondents.join('、')}`;
  return html`<a${attributes({ href: of.href })}>${code}</a><span class="cell-detail">${sides}</span>`;
}

/** What became of each case, and what would become of it now. */
export function rowsShown(view: SeriesView, language: Language): Html {
  const isOpen = !view.closed && view.counts.waiting === 0;
  const columns: parts.Column<SeriesRowView>[] = [
    { label: texts.case, cell: (row) => caseShown(row, language) },
    { label: texts.result, cell: (row) => resultShown(row, language) },
  ];
  if (isOpen && view.terms !== null) columns.push({ label: texts.verdict, cell: (row) => verdictShown(row, language) });
  if (isOpen) columns.push({ label: texts.differing, cell: (row) => rowActions(view, row, language) });
  return parts.dataTable({ caption: texts.check, columns, rows: view.rows }, language);
}

function resultShown({ state, agreed, reason }: SeriesRowView, language: Language): Html {
  return html`${parts.badge(states[state], language)}${agreed && state !== 'done' && html`<span class="cell-detail">${say(texts.paperMissing, language)}</span>`}${reason !== null && reasonShown(reason, language)}`;
}

function verdictShown({ verdict }: SeriesRowView, language: Language): Html | undefined {
  if (verdict === null) return undefined;
  const { kind, refusal, warnings } = verdict;
  const said = refusal === null ? html`` : reasonShown(refusal, language, parts.basisOf(refusal.basis, language));
  const notes = warnings.map((one) => html`<span class="cell-detail">${say(one.text, language)}</span>`);
  return html`${parts.badge(verdicts[kind], language)}${said}${notes}`;
}

function reasonShown({ text, instead }: Pick<WarningView, 'text' | 'instead'>, language: Language, law?: Html): Html {
  return html`<span class="cell-detail">${say(text, language)}${law}</span>${instead !== null && html`<span class="cell-detail">${say(instead, language)}</span>`}`;
}

function rowActions({ id, version, terms }: SeriesView, row: SeriesRowView, language: Language): Html | undefined {
  if (row.state === 'done') return undefined;
  const own = row.own !== null && 'whole' in row.own && row.own.whole !== null;
  const name = html`<span class="visually-hidden"> ${row.case.code}</span>`;
  const form = html`<a class="button button-small button-secondary"${attributes({ href: seriesAddress(id, row.number) })}>${say(texts.ownForm, language)}${name}</a>`;
  const drop = html`<form class="inline-form" method="post"${attributes({ action: `${seriesAddress(id, row.number)}/drop`, 'data-once': true })}>${parts.hiddenInput('version', version)}<button class="button button-small button-secondary" type="submit">${say(texts.drop, language)}${name}</button></form>`;
  return html`${own && parts.badge({ label: texts.hasOwnForm, tone: 'info' }, language)} ${terms !== null && !row.agreed && row.case.href !== null && form} ${drop}`;
}

/** The form that starts what is possible: notes to be read first, then one button. */
export function startForm(view: SeriesView, taken: readonly string[], language: Language): Html | undefined {
  const ready = view.rows.filter(({ verdict }) => verdict?.kind === 'possible' || verdict?.kind === 'warned');
  if (ready.length === 0) return undefined;
  const warnings = new Map(ready.flatMap(({ verdict }) => (verdict?.warnings ?? []).map((one) => [one.code, one])));
  const boxes = [...warnings.values()].map((warning, index) => warningShown(warning, index, taken, language));
  const seen = ready.map(({ number, verdict }) => [`seen.${number}`, verdict?.revision?.toString()] as const);
  const isAgain = view.counts.done + view.counts.refused + view.counts.skipped > 0;
  return html`<form class="card form" method="post"${attributes({ action: `${seriesAddress(view.id)}/start`, 'data-once': true })}>
    <h2>${say(isAgain ? texts.resume : texts.start, language)}</h2><p>${say(texts.startHint, language)}</p>
    ${parts.hiddenInput('version', view.version)}${parts.hiddenInputs(Object.fromEntries(seen))}
    ${boxes.length > 0 && html`<section class="warnings" aria-labelledby="warnings-heading"><h3 id="warnings-heading">${say(formTexts.warnings, language)}</h3><p>${say(formTexts.warningsHint, language)}</p><ul>${boxes}</ul></section>`}
    <div class="form-buttons"><button class="button button-primary" type="submit">${say(isAgain ? texts.resume : texts.start, language)} (${parts.wholeNumber(ready.length)})</button></div></form>`;
}

function warningShown(warning: WarningView, index: number, taken: readonly string[], language: Language): Html {
  const box = { type: 'checkbox', name: 'acknowledged', value: warning.code, id: `acknowledged-${index}` };
  return html`<li class="warning"><p><strong>${say(warning.text, language)}</strong>${parts.basisOf(warning.basis, language)}</p>
    ${warning.instead !== null && html`<p class="instead">${say(warning.instead, language)}</p>`}
    <div class="choice"><input${attributes({ ...box, checked: taken.includes(warning.code) })}><label for="acknowledged-${index}">${say(formTexts.seen, language)}<span class="visually-hidden"> ${say(warning.text, language)}</span></label></div></li>`;
}

/** Gives up what is left. */
export function closeForm({ id, version }: SeriesView, language: Language): Html {
  return html`<form class="inline-form no-print" method="post"${attributes({ action: `${seriesAddress(id)}/close`, 'data-once': true })}>${parts.hiddenInput('version', version)}<button class="button button-danger" type="submit">${say(texts.close, language)}</button></form>`;
}
