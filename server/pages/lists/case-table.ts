import { matchedParts, type SearchTerm } from '../../../db/search-words.ts';
import type { CaseRowView } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { handoffAddress } from '../handoff-pages.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { listTexts as texts } from './texts.ts';

/** What a table of cases shows beside the columns that every one has. */
export interface CaseTable<Row extends CaseRowView> {
  readonly rows: readonly Row[];
  readonly caption: parts.Words;
  readonly empty: parts.Words;
  /** Words that are shown as found. */
  readonly terms?: readonly SearchTerm[];
  /** Stands under the parties. */
  readonly detail?: (row: Row) => Html | undefined;
  readonly more?: readonly parts.Column<Row>[];
}

/** Cases as a dense table, one card each on a phone. */
export function caseTable<Row extends CaseRowView>(table: CaseTable<Row>, language: Language): Html {
  const { terms = [], detail } = table;
  const columns: readonly parts.Column<Row>[] = [
    {
      label: texts.code,
      cell: ({ id, code }) =>
        html`<a class="case-number"${attributes({ href: `/cases/${id}` })}>${marked(code, terms)}</a>`,
    },
    {
      label: texts.parties,
      cell: (row) => html`${marked(say(row.title, language), terms)}${detail?.(row)}`,
    },
    { label: texts.channel, cell: (row) => proceedingShown(row, terms, language) },
    { label: texts.state, cell: (row) => stageShown(row, language) },
    { label: texts.box, cell: (row) => boxShown(row, language) },
    { label: texts.nextDue, cell: (row) => dueShown(row, language) },
    {
      label: texts.waitingDays,
      numeric: true,
      cell: ({ waitingDays }) => (waitingDays === null ? undefined : parts.wholeNumber(waitingDays)),
    },
    { label: texts.officer, cell: (row) => officersShown(row, language) },
    ...(table.more ?? []),
  ];
  return parts.dataTable<Row>({ caption: table.caption, rows: table.rows, empty: table.empty, columns }, language);
}

/** The proceeding that stands for a row: the latest open one, or the last. */
export function leading({ proceedings }: CaseRowView) {
  return proceedings.at(-1);
}

function proceedingShown(row: CaseRowView, terms: readonly SearchTerm[], language: Language): Html | undefined {
  const one = leading(row);
  if (one === undefined) return undefined;
  return html`${say(one.label, language)}${one.number !== null && html`<span class="cell-detail">${marked(one.number, terms)}</span>`}`;
}

function stageShown(row: CaseRowView, language: Language): Html | undefined {
  const one = leading(row);
  const isDone = row.over || !one?.open;
  return (
    one &&
    parts.badge({ label: one.stateLabel, tone: isDone ? 'good' : 'warn', icon: isDone ? 'check' : 'clock' }, language)
  );
}

function boxShown(row: CaseRowView, language: Language): Html {
  const { id, boxLabel, handoff, counterpart } = row;
  const with_ = counterpart !== null && html`<span class="cell-detail">${say(counterpart.shortName, language)}</span>`;
  const what =
    handoff !== null &&
    html`<span class="cell-detail"><a${attributes({ href: handoffAddress(id, handoff.id) })}>${say(handoff.label, language)}</a></span>`;
  return html`${say(boxLabel, language)}${what}${with_}`;
}

function dueShown(row: CaseRowView, language: Language): Html | undefined {
  const one = leading(row);
  return one == null || one.daysLeft === null
    ? undefined
    : parts.daysLeftText({ daysLeft: one.daysLeft, kind: 'guideline' }, language);
}

/** A stand-in's cases are shown as such. */
function officersShown(row: CaseRowView, language: Language): Html | undefined {
  const officers = leading(row)?.officers ?? [];
  const instead = row.standingInFor.map((name) => `${say(texts.standingInFor, language)}${name}`);
  if (officers.length === 0 && instead.length === 0) return undefined;
  return html`${parts.joined(officers, language)}${instead.map((label) => html` ${parts.badge({ label, tone: 'info' }, language)}`)}`;
}

/** A text with what was found in it marked. */
export function marked(text: string, terms: readonly SearchTerm[]): Html {
  let at = 0;
  const pieces: Html[] = [];
  for (const [from, to] of matchedParts(text, terms)) {
    pieces.push(html`${text.slice(at, from)}<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return html`${pieces}${text.slice(at)}`;
}
