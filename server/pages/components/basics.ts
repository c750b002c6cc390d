import { attributes, type Html, html } from '../html.ts';
import { type Language, t } from '../i18n.ts';
import { wholeNumber } from './format.ts';
import { type IconName, icon } from './icon.ts';
import { show, showSome, type Words } from './words.ts';

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'neutral';

const toneIcons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  good: 'check',
  warn: 'warning',
  bad: 'cross',
  neutral: 'dot',
};

export type Badge = { readonly label: Words; readonly tone: Tone; readonly icon?: IconName };

/** A short state word with a shape, so that colour never stands alone. */
export function badge({ label, tone, icon: name }: Badge, language: Language): Html {
  return html`<span class="badge badge-${tone}">${icon(name ?? toneIcons[tone])}${show(label, language)}</span>`;
}

export type Card = {
  readonly heading?: Words;
  /** Heading level; 2 unless the card stands inside another. */
  readonly level?: 2 | 3;
  /** An address part for links to this card (`#clocks`). */
  readonly id?: string;
  /** Stands right of the heading: a link, a badge. */
  readonly aside?: Words;
  readonly content: Html | readonly Html[];
};

/** A white box with a heading. */
export function card({ heading, level = 2, id, aside, content }: Card, language: Language): Html {
  const title =
    heading === undefined
      ? undefined
      : html`<div class="card-head">${headingOf(level, show(heading, language))}${aside === undefined ? undefined : html`<div class="card-aside">${show(aside, language)}</div>`}</div>`;
  return html`<section class="card"${attributes({ id })}>${title}${content}</section>`;
}

/** An `<h2>` or `<h3>`. */
export function headingOf(level: 2 | 3, content: string | Html): Html {
  return level === 2 ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`;
}

export type PageHeading = {
  readonly title: Words;
  /** Above the title: the case number. */
  readonly caseNumber?: string;
  readonly badges?: readonly Badge[];
  readonly facts?: readonly Definition[];
  /** A sentence below the title. */
  readonly lead?: Words;
};

/** The first card of a page: number and badges, the page's only `<h1>`, and its main facts side by side. */
export function pageHeading({ title, caseNumber, badges, facts, lead }: PageHeading, language: Language): Html {
  const hasTop = caseNumber !== undefined || (badges?.length ?? 0) > 0;
  const top = html`<p class="page-heading-top">${caseNumber === undefined ? undefined : html`<span class="case-number">${caseNumber}</span>`}${badges?.map((each) => badge(each, language))}</p>`;
  return html`<div class="card page-heading">${hasTop && top}
    <h1>${show(title, language)}</h1>
    ${lead !== undefined && html`<p class="lead">${show(lead, language)}</p>`}${facts !== undefined && definitionList({ rows: facts, wide: true }, language)}</div>`;
}

export type Definition = { readonly term: Words; readonly value: Words };

/** Terms with their values; `wide` puts them side by side where there is room. */
export function definitionList(
  { rows, wide = false }: { readonly rows: readonly Definition[]; readonly wide?: boolean },
  language: Language,
): Html {
  if (rows.length === 0) return html``;
  return html`<dl class="definitions${wide && ' definitions-wide'}">${rows.map(
    ({ term, value }) => html`<div><dt>${show(term, language)}</dt><dd>${show(value, language)}</dd></div>`,
  )}</dl>`;
}

/** Says that there is nothing, and what to do about it. */
export function emptyState(
  { text, action }: { readonly text: Words; readonly action?: { readonly label: Words; readonly href: string } },
  language: Language,
): Html {
  return html`<div class="empty"><p>${show(text, language)}</p>${
    action &&
    html`<p><a class="button button-secondary"${attributes({ href: action.href })}>${show(action.label, language)}</a></p>`
  }</div>`;
}

export type Notice = {
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly heading?: Words;
  readonly text: Words;
  /** `true` for the answer to what the person just did: screen readers announce it. */
  readonly announce?: boolean;
};

const noticeNames = { info: t.notice, good: t.success, warn: t.warning, bad: t.error } as const;

/** A box that stands out: the answer to a submitted form (flash), a warning, an explanation. */
export function notice({ tone, heading, text, announce = false }: Notice, language: Language): Html {
  return html`<div class="notice notice-${tone}"${attributes({ role: announce && (tone === 'bad' ? 'alert' : 'status') })}>${icon(toneIcons[tone])}
    <div>
    <p class="notice-heading">${show(heading ?? noticeNames[tone], language)}</p>
    <div>${show(text, language)}</div></div></div>`;
}

export type Tab = { readonly label: Words; readonly href: string; readonly current?: boolean; readonly count?: number };

/** Tabs that are plain links: each is its own page with its own address. */
export function tabs(
  { label, tabs: links }: { readonly label: Words; readonly tabs: readonly Tab[] },
  language: Language,
): Html {
  return html`<nav class="tabs" aria-label="${show(label, language)}"><ul>${links.map(
    (tab) =>
      html`<li><a${attributes({ href: tab.href, 'aria-current': tab.current ? 'page' : undefined })}>${show(tab.label, language)}${tab.count !== undefined && html` <span class="count">${wholeNumber(tab.count)}</span>`}</a></li>`,
  )}</ul></nav>`;
}

/** Previous and next page of a keyset list; nothing when both are missing. */
export function pager(
  pages: { readonly previousHref?: string; readonly nextHref?: string; readonly summary?: Words },
  language: Language,
): Html {
  const { previousHref, nextHref, summary } = pages;
  if (previousHref === undefined && nextHref === undefined) return html``;
  const link = (href: string | undefined, rel: string, label: Words) =>
    href !== undefined &&
    html`<a class="button button-secondary"${attributes({ href, rel })}>${show(label, language)}</a>`;
  return html`<nav class="pager" aria-label="${show(t.pages, language)}">${link(previousHref, 'prev', t.previousPage)}<span class="pager-summary">${showSome(summary, language)}</span>${link(nextHref, 'next', t.nextPage)}</nav>`;
}

export type Count = {
  readonly label: Words;
  readonly value: number;
  readonly href?: string;
  readonly tone?: 'warn' | 'bad';
};

/** A row of numbers on the desk, each a link to the list behind it. */
export function countsRow(counts: readonly Count[], language: Language): Html {
  return html`<ul class="counts">${counts.map(({ label, value, href, tone }) => {
    const content = html`<span class="counts-value">${wholeNumber(value)}${value > 0 && tone !== undefined && icon('warning')}</span><span class="counts-label">${show(label, language)}</span>`;
    const toned = value > 0 && tone !== undefined ? ` counts-${tone}` : '';
    return html`<li>${href === undefined ? html`<div class="counts-box${toned}">${content}</div>` : html`<a class="counts-box${toned}"${attributes({ href })}>${content}</a>`}</li>`;
  })}</ul>`;
}

/** A text with a button that copies it; the button appears only where a script can do that. */
export function copyable({ text, label }: { readonly text: string; readonly label: Words }, language: Language): Html {
  return html`<span class="copyable"><code>${text}</code> <button class="button button-small" type="button" hidden data-copy="${text}" data-copied="${show(t.copied, language)}">${show(t.copy, language)}<span class="visually-hidden"> ${show(label, language)}</span></button></span>`;
}

/** More for those who ask: opens without a script. */
export function disclosure(
  { summary, content }: { readonly summary: Words; readonly content: Html },
  language: Language,
): Html {
  return html`<details><summary>${show(summary, language)}</summary><div class="details-content">${content}</div></details>`;
}
