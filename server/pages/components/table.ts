import { attributes, type Html, html } from '../html.ts';
import { type Language, pageCount, say, t } from '../i18n.ts';
import { type Badge, badge, emptyState } from './basics.ts';
import { date, fileSize } from './format.ts';
import { markBadge } from './timeline.ts';
import { show, showSome, type Words } from './words.ts';

export type Column<Row> = {
  readonly label: Words;
  readonly cell: (row: Row) => Words | undefined;
  /** Numbers and sums stand to the right. */
  readonly numeric?: boolean;
};

export type DataTable<Row> = {
  /** Names the table for screen readers; hidden unless `showCaption`. */
  readonly caption: Words;
  readonly showCaption?: boolean;
  /** The first column names the row and becomes the title of its card on a phone. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly empty?: Words;
};

/** A dense table on a wide screen, one card per row on a phone; an empty cell shows a dash, and nothing on a phone. */
export function dataTable<Row>(
  { caption, showCaption = false, columns, rows, empty }: DataTable<Row>,
  language: Language,
): Html {
  if (rows.length === 0) return emptyState({ text: empty ?? t.noRows }, language);
  const labels = columns.map(({ label }) => show(label, language));
  const looks = columns.map(({ numeric }) => numeric && 'numeric');
  // Roles are repeated because a table laid out as cards is no table to some screen readers.
  return html`<table class="data" role="table">
    <caption${attributes({ class: showCaption ? undefined : 'visually-hidden' })}>${show(caption, language)}</caption>
    <thead role="rowgroup">
    <tr role="row">${labels.map(
      (label, index) => html`<th scope="col" role="columnheader"${attributes({ class: looks[index] })}>${label}</th>`,
    )}</tr></thead><tbody role="rowgroup">${rows.map(
      (row) =>
        html`<tr role="row">${columns.map(({ cell }, index) => {
          const value = showSome(cell(row), language);
          const look = [looks[index], value === undefined && 'empty'].filter(Boolean).join(' ') || undefined;
          const content = html`<span class="cell-label" aria-hidden="true">${labels[index]}</span><span class="cell">${value ?? '—'}</span>`;
          return index === 0
            ? html`<th scope="row" role="rowheader"${attributes({ class: look })}>${content}</th>`
            : html`<td role="cell"${attributes({ class: look })}>${content}</td>`;
        })}</tr>`,
    )}</tbody></table>`;
}

export type PartyRow = {
  readonly name: string;
  readonly side: Words;
  /** Masked identity or credit code, telephone, anything already allowed to be shown. */
  readonly details?: readonly Words[];
  readonly agents?: readonly { readonly name: string; readonly authority: Words }[];
  readonly serviceAddress?: Words;
  readonly outcome?: Badge;
  /** What it said, latest first. */
  readonly statements?: readonly Words[];
  readonly href?: string;
};

/** Who is in the case, on which side, by whom represented, where served, and how it ended for each. */
export function partiesTable(parties: readonly PartyRow[], language: Language): Html {
  const columns: Column<PartyRow>[] = [
    {
      label: t.party,
      cell: ({ name, href, details = [] }) =>
        html`${linked(name, href)}${details.map((detail) => html`<span class="cell-detail">${show(detail, language)}</span>`)}`,
    },
    { label: t.side, cell: ({ side }) => side },
    {
      label: t.agents,
      cell: ({ agents = [] }) =>
        agents.length === 0
          ? undefined
          : html`${agents.map(({ name, authority }) => html`<span class="cell-line">${name} <span class="muted">${show(authority, language)}</span></span>`)}`,
    },
    { label: t.serviceAddress, cell: ({ serviceAddress }) => serviceAddress },
    { label: t.outcome, cell: ({ outcome }) => outcome && badge(outcome, language) },
    ...(parties.some(({ statements = [] }) => statements.length > 0) ? [statementsColumn(language)] : []),
  ];
  return dataTable({ caption: t.parties, columns, rows: parties }, language);
}

/** The last word first; with more than two the rest is folded. */
function statementsColumn(language: Language): Column<PartyRow> {
  return {
    label: t.statements,
    cell: ({ statements = [] }) => {
      if (statements.length === 0) return undefined;
      const lines = (some: readonly Words[]) =>
        some.map((one) => html`<span class="cell-line">${show(one, language)}</span>`);
      const rest = statements.slice(2);
      const more = html`<details><summary>${show(t.earlierStatements, language)} <span class="count">${rest.length}</span></summary>${lines(rest)}</details>`;
      return html`${lines(statements.slice(0, 2))}${rest.length > 0 && more}`;
    },
  };
}

export type ItemRow = {
  readonly number?: string | number;
  readonly name: string;
  readonly href?: string;
  readonly itemClass?: Badge;
  readonly provenance?: Words;
  readonly receivedOn?: string;
  /** A paper original: its pages. */
  readonly pages?: number;
  readonly bytes?: number;
  /** 64 hexadecimal characters; shown short, in full on request. */
  readonly sha256?: string;
  readonly inCompartment?: boolean;
};

/** The documents, files and paper originals of a proceeding, or a manifest, with extent and fingerprint. */
export function itemsTable(
  items: readonly ItemRow[],
  language: Language,
  { caption = t.items, printed = false }: { readonly caption?: Words; readonly printed?: boolean } = {},
): Html {
  const columns: Column<ItemRow>[] = [
    {
      label: t.itemName,
      cell: ({ number, name, href, inCompartment }) =>
        html`${number !== undefined && html`<span class="item-number">${number}. </span>`}${linked(name, href)}${inCompartment && html` ${badge(markBadge({ kind: 'compartment' }), language)}`}`,
    },
  ];
  const add = (isUsed: (item: ItemRow) => unknown, column: Column<ItemRow>) => {
    if (items.some((item) => isUsed(item) !== undefined)) columns.push(column);
  };
  add(({ itemClass }) => itemClass, {
    label: t.itemClass,
    cell: ({ itemClass }) => itemClass && badge(itemClass, language),
  });
  add(({ provenance }) => provenance, { label: t.provenance, cell: ({ provenance }) => provenance });
  add(({ receivedOn }) => receivedOn, {
    label: t.receivedOn,
    cell: ({ receivedOn }) => (receivedOn === undefined ? undefined : date(receivedOn)),
  });
  columns.push({ label: t.extent, cell: (item) => extent(item, language) });
  add(({ sha256 }) => sha256, {
    label: t.fingerprint,
    cell: ({ sha256 }) => (sha256 === undefined ? undefined : fingerprint(sha256, printed)),
  });
  return dataTable({ caption, columns, rows: items, empty: t.noItems }, language);
}

/** A hash cut to 8 characters with the whole behind it, or whole for paper. */
export function fingerprint(sha256: string, whole = false): Html {
  return whole
    ? html`<code class="hash">${sha256}</code>`
    : html`<code class="hash" title="${sha256}">${sha256.slice(0, 8)}…</code>`;
}

function extent({ pages, bytes }: ItemRow, language: Language): Words | undefined {
  if (bytes !== undefined)
    return pages === undefined ? fileSize(bytes) : `${say(pageCount(pages), language)} · ${fileSize(bytes)}`;
  return pages === undefined ? undefined : `${say(t.paperOriginal, language)} · ${say(pageCount(pages), language)}`;
}

function linked(name: string, href: string | undefined): Html {
  return href === undefined ? html`${name}` : html`<a${attributes({ href })}>${name}</a>`;
}
