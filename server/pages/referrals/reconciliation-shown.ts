import type { ReconciliationHead, ReconciliationOutcome, ReconciliationRow } from '../../../db/reconciliations.ts';
import type { Organisation } from '../../../workflows/index.ts';
import { differingValue, fieldLabels, outcomeLabels, outcomeOf, reasonLabel } from '../../registers/index.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, say } from '../i18n.ts';
import { reconcileTexts as texts } from './texts.ts';

type Organisations = Readonly<Record<string, Organisation>>;

/** How many rows came to what. */
export function countsShown(counts: ReconciliationHead['counts'], language: Language): Html {
  const count = (outcome: keyof ReconciliationHead['counts'], tone?: 'warn' | 'bad') => ({
    label: outcomeLabels[outcome],
    value: counts[outcome],
    ...(tone && { tone }),
  });
  return parts.countsRow(
    [
      count('matched'),
      count('differing', 'warn'),
      count('missingHere', 'bad'),
      count('missingThere', 'bad'),
      count('duplicate', 'warn'),
      count('unreadable', 'bad'),
    ],
    language,
  );
}

/** Who compared what, when, and with which file. */
export function headShown(
  record: ReconciliationHead,
  madeBy: string,
  organisations: Organisations,
  language: Language,
): Html {
  const other = organisations[record.with ?? '']?.shortName ?? texts.everyone;
  return parts.definitionList(
    {
      wide: true,
      rows: [
        { term: texts.madeAt, value: parts.date(record.madeAt) },
        { term: texts.madeBy, value: madeBy },
        { term: texts.period, value: `${record.from} – ${record.to}` },
        { term: texts.with, value: other },
        { term: texts.file, value: `.${record.fileType} · ${parts.fileSize(record.bytes)}` },
        { term: texts.fingerprint, value: html`<code class="hash">${record.sha256}</code>` },
      ],
    },
    language,
  );
}

const tones: Readonly<Record<ReconciliationOutcome, parts.Tone>> = {
  matched: 'good',
  missingHere: 'bad',
  missingThere: 'bad',
  duplicate: 'warn',
  unreadable: 'bad',
};

/** Row by row. A record does not hold names: there it says that they differ. */
export function rowsTable(
  rows: readonly ReconciliationRow[],
  organisations: Organisations,
  showsNames: boolean,
  language: Language,
): Html {
  return parts.dataTable<ReconciliationRow>(
    {
      caption: texts.outcome,
      rows,
      columns: [
        { label: texts.row, cell: ({ row }) => (row === null ? undefined : String(row)), numeric: true },
        {
          label: texts.outcome,
          cell: (row) => {
            const tone = row.outcome === 'matched' && row.differences.length > 0 ? 'warn' : tones[row.outcome];
            return parts.badge({ label: outcomeOf(row), tone }, language);
          },
        },
        {
          label: texts.number,
          cell: ({ number }) => (number === null ? undefined : html`<span class="case-number">${number}</span>`),
        },
        {
          label: texts.case,
          cell: ({ caseId, code }) =>
            caseId === null
              ? undefined
              : html`<a class="case-number"${attributes({ href: `/cases/${caseId}` })}>${code}</a>`,
        },
        { label: texts.differences, cell: (row) => differencesShown(row, organisations, showsNames, language) },
        { label: texts.remark, cell: (row) => remarkOf(row, language) },
      ],
    },
    language,
  );
}

function differencesShown(
  { differences }: ReconciliationRow,
  organisations: Organisations,
  showsNames: boolean,
  language: Language,
): Html | undefined {
  if (differences.length === 0) return undefined;
  return html`${differences.map((one) => {
    const side = (value: string | null) => say(differingValue(one, value, organisations) ?? texts.nothing, language);
    const isName = ['claimants', 'respondents', 'parties'].includes(one.field);
    const said = isName && !showsNames ? say(texts.namesDiffer, language) : `${side(one.here)} / ${side(one.there)}`;
    return html`<span class="cell-line">${say(fieldLabels[one.field], language)}${colon(language)}${said}</span>`;
  })}`;
}

function remarkOf({ firstRow, reason, notUnderstood }: ReconciliationRow, language: Language): Html | undefined {
  const why = reasonLabel(reason);
  const fields = notUnderstood.map((field) => fieldLabels[field]);
  if (firstRow === null && why === null && fields.length === 0) return undefined;
  return html`${firstRow !== null && html`<span class="cell-line">${say(texts.firstRow, language)} ${firstRow}${language === 'zh-CN' && ' 行'}</span>`}${why !== null && html`<span class="cell-line">${say(why, language)}</span>`}${fields.length > 0 && html`<span class="cell-line">${say(texts.notUnderstood, language)}${parts.joined(fields, language)}</span>`}`;
}
