import { attributes, type Html, html } from '../html.ts';
import { itemCount, type Language, say, type Text, t } from '../i18n.ts';
import { type Action, actionButton } from './actions.ts';
import { type Badge, badge, type Definition, definitionList, disclosure, emptyState } from './basics.ts';
import { daysLeftText } from './clock.ts';
import { date } from './format.ts';
import { icon } from './icon.ts';
import { type ItemRow, itemsTable } from './table.ts';
import { type Mark, markBadge } from './timeline.ts';
import { show, type Words } from './words.ts';

export type HandoffMoment = 'offeredAt' | 'receivedAt' | 'acceptedAt' | 'returnedAt' | 'recalledAt' | 'lapsedAt';

export type Handoff = {
  /** What kind of handoff it is: 申请司法确认, 委派调解. */
  readonly label: Words;
  readonly from: Words;
  readonly to: Words;
  readonly status: Badge;
  readonly caseNumber?: string;
  readonly caseTitle?: Words;
  readonly caseHref?: string;
  /** When each thing happened (date or instant). */
  readonly moments?: Partial<Readonly<Record<HandoffMoment, string>>>;
  readonly answerBy?: { readonly on: string; readonly daysLeft: number };
  readonly returnReason?: Words;
  /** 代录 with its evidence, 瑕疵 with its article. */
  readonly marks?: readonly Mark[];
  readonly note?: Words;
  readonly manifest?: readonly ItemRow[];
  readonly receiptHref?: string;
  readonly actions?: readonly Action[];
};

/** All handoffs, or the sentence that there are none. */
export function handoffList(handoffs: readonly Handoff[], language: Language, none: Words = t.noHandoffs): Html {
  if (handoffs.length === 0) return emptyState({ text: none }, language);
  return html`<ul class="handoffs">${handoffs.map((handoff) => html`<li>${handoffCard(handoff, language)}</li>`)}</ul>`;
}

/** One movement between two organisations: from, to, where it stands, what travelled, and the receipt. */
export function handoffCard(handoff: Handoff, language: Language): Html {
  const { answerBy, manifest = [], marks = [], actions = [] } = handoff;
  const answer =
    answerBy !== undefined &&
    html`<p class="handoff-answer">${say(t.answerBy, language)} ${date(answerBy.on)} ${daysLeftText({ daysLeft: answerBy.daysLeft, kind: 'statutory' }, language)}</p>`;
  const contents =
    manifest.length > 0 &&
    disclosure(
      {
        summary: html`${say(t.manifest, language)} <span class="count">${say(itemCount(manifest.length), language)}</span>`,
        content: itemsTable(manifest, language, { caption: t.manifest }),
      },
      language,
    );
  const foot =
    (actions.length > 0 || handoff.receiptHref !== undefined) &&
    html`<div class="handoff-foot">${actions.map((action) => actionButton(action, language))}${handoff.receiptHref !== undefined && html`<a${attributes({ href: handoff.receiptHref })}>${say(t.receipt, language)}</a>`}</div>`;
  return html`<article class="handoff">
    <p class="handoff-top">${badge(handoff.status, language)} ${marks.map((mark) => badge(markBadge(mark), language))} <span>${show(handoff.label, language)}</span></p>
    <h3>${show(handoff.from, language)} ${icon('arrow')}<span class="visually-hidden">→</span> ${show(handoff.to, language)}</h3>
    ${caseLine(handoff, language)}${answer}${definitionList({ rows: factsOf(handoff, language), wide: true }, language)}${contents}${foot}</article>`;
}

function caseLine({ caseNumber, caseTitle, caseHref }: Handoff, language: Language): Html | undefined {
  if (caseNumber === undefined && caseTitle === undefined) return undefined;
  const name = html`${caseNumber !== undefined && html`<span class="case-number">${caseNumber}</span> `}${caseTitle !== undefined && show(caseTitle, language)}`;
  return html`<p class="handoff-case">${caseHref === undefined ? name : html`<a${attributes({ href: caseHref })}>${name}</a>`}</p>`;
}

const momentNames: Readonly<Record<HandoffMoment, Text>> = {
  offeredAt: t.offeredAt,
  receivedAt: t.receivedAt,
  acceptedAt: t.acceptedAt,
  returnedAt: t.returnedAt,
  recalledAt: t.recalledAt,
  lapsedAt: t.lapsedAt,
};
const momentOrder = ['offeredAt', 'receivedAt', 'acceptedAt', 'returnedAt', 'recalledAt', 'lapsedAt'] as const;

function factsOf({ moments = {}, returnReason, note, marks = [] }: Handoff, language: Language): readonly Definition[] {
  const facts: Definition[] = [];
  for (const moment of momentOrder) {
    const at = moments[moment];
    if (at !== undefined) facts.push({ term: momentNames[moment], value: date(at) });
  }
  if (returnReason !== undefined) facts.push({ term: t.returnReason, value: returnReason });
  if (note !== undefined) facts.push({ term: t.notice, value: note });
  for (const mark of marks) {
    if (mark.note !== undefined) facts.push({ term: show(markBadge(mark).label, language), value: mark.note });
  }
  return facts;
}

export type Receipt = {
  /** 材料交接回执; the title of the sheet. */
  readonly title: Words;
  readonly number?: string;
  readonly rows: readonly Definition[];
  readonly manifest: readonly ItemRow[];
  readonly statement?: Words;
  /** Who signs or seals: a place is left, never a drawn seal. */
  readonly signatures: readonly { readonly organisation: Words; readonly sealed?: boolean }[];
  readonly printedAt?: string;
  /** How to verify the sheet: an address or number in words. */
  readonly verify?: Words;
  /** The code by which a photo of the signed sheet finds its case. */
  readonly filing?: Html;
};

/** A sheet of A4 that both sides can print and file. */
export function receipt(sheet: Receipt, language: Language): Html {
  return html`<article class="sheet">
    <h1>${show(sheet.title, language)}</h1>
    ${sheet.number !== undefined && html`<p class="sheet-number case-number">${sheet.number}</p>`}${definitionList({ rows: sheet.rows }, language)}
    <h2>${say(t.manifest, language)}</h2>
    ${itemsTable(sheet.manifest, language, { caption: t.manifest, printed: true })}${sheet.statement !== undefined && html`<p class="sheet-statement">${show(sheet.statement, language)}</p>`}
    <div class="signatures">${sheet.signatures.map(
      ({ organisation, sealed }) =>
        html`<div class="signature">
        <p>${show(organisation, language)}${sealed && say(t.seal, language)}</p>
        <p>${say(t.signature, language)}：<span class="signature-line"></span></p>
        <p class="signature-date">${say(t.signedOn, language)}</p></div>`,
    )}</div>
    <p class="sheet-foot">${sheet.verify !== undefined && show(sheet.verify, language)} ${sheet.printedAt !== undefined && html`${say(t.printedAt, language)} ${date(sheet.printedAt)}`}</p>${sheet.filing}</article>`;
}
