import { rulesTexts } from './administration/rules-texts.ts';
import { accountTexts, auditTexts, peopleTexts, proposalTexts } from './administration/texts.ts';
import { assetAddress } from './assets.ts';
import { calendarTexts } from './calendar/texts.ts';
import { type Notice, notice } from './components/basics.ts';
import { date } from './components/format.ts';
import { show, type Words } from './components/words.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, languageOf, say, type Text, t } from './i18n.ts';
import { listTexts } from './lists/texts.ts';
import { registerTexts } from './referrals/texts.ts';
import { seriesTexts } from './series/texts.ts';

/** The addresses the frame of every page leads to. */
export const links = {
  desk: '/desk',
  calendar: '/calendar',
  handoffs: '/handoffs',
  referrals: '/referrals',
  series: '/series',
  openCase: '/cases/new',
  batches: '/batches',
  people: '/people',
  account: '/account',
  accounts: '/administration/accounts',
  proposals: '/administration/proposals',
  arbitrationRules: '/arbitration-rules',
  audit: '/administration/audit',
  cases: '/cases',
  search: '/search',
  signIn: '/sign-in',
  signOut: '/sign-out',
} as const;

/** Keys that lead there from every page, held with the browser's own (Alt as a rule): see the guide of the desk. */
export const accessKeys = {
  desk: 'a',
  openCase: 'n',
  search: 's',
  logCall: 'l',
  quick: 'k',
  draft: 'c',
  like: 't',
} as const;

export type Section =
  | 'desk'
  | 'cases'
  | 'calendar'
  | 'handoffs'
  | 'referrals'
  | 'series'
  | 'openCase'
  | 'people'
  | 'accounts'
  | 'proposals'
  | 'arbitrationRules'
  | 'audit';

export type SignedIn = {
  readonly name: string;
  readonly organisation: Words;
  /** The sections this person may use, in order. */
  readonly sections: readonly Section[];
  /** Small numbers beside a section: handoffs that wait. */
  readonly counts?: Partial<Readonly<Record<Section, number>>>;
  readonly maySearch?: boolean;
};

export type Page = {
  readonly language: Language;
  /** Shown before the brand in the browser's title. */
  readonly title: Text | string;
  /** Path and query of this page, kept by the language switch; of a page that answers a POST, the address of its form. */
  readonly address: string;
  readonly main: Html | readonly Html[];
  readonly section?: Section;
  readonly signedIn?: SignedIn;
  readonly searchText?: string;
  /** `true` in a demonstration: a banner says so on every page. */
  readonly demo?: boolean;
  /** The answer to what the person just did. */
  readonly flash?: Notice;
  /** Forms and public pages are `narrow`. */
  readonly width?: 'wide' | 'narrow';
  /** RFC 3339 instant, printed at the top of paper. */
  readonly now?: string;
};

/** A whole page: head, header, banner, main part, footer. Needs no script and no inline style. */
export function layout(page: Page): Html {
  const { language } = page;
  const title = typeof page.title === 'string' ? page.title : say(page.title, language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${title} · ${say(t.brand, language)}</title>
<link rel="icon" href="${assetAddress('favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetAddress('jiefen.css')}">
<script src="${assetAddress('jiefen.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">${say(t.skipToContent, language)}</a>
${header(page)}
${page.demo && html`<aside class="demo" aria-label="${say(t.demoName, language)}">${say(t.demo, language)}</aside>`}
<div class="print-header"><span>${say(t.brandLong, language)}</span><span>${page.signedIn && show(page.signedIn.organisation, language)}</span><span>${page.now !== undefined && html`${say(t.printedAt, language)} ${date(page.now)}`}</span></div>
<main id="main" class="main main-${page.width ?? 'wide'}" tabindex="-1">
${page.flash !== undefined && notice({ announce: true, ...page.flash }, language)}
${page.main}
</main>
<footer class="footer"><p>${say(t.brandLong, language)}</p><p>${say(t.disclaimer, language)}</p></footer>
</body>
</html>
`;
}

/** Two columns: `side` (actions, clocks) stands right on a wide screen and first on a phone, `main` (timeline, tables) left and after it. */
export function columns({ main, side }: { readonly main: readonly Html[]; readonly side: readonly Html[] }): Html {
  return html`<div class="columns"><div class="column-side">${side}</div><div class="column-main">${main}</div></div>`;
}

/** The same address asked for in another language; the server keeps the choice. */
export function addressIn(language: Language, address: string): string {
  const url = new URL(address, 'http://here.invalid');
  url.searchParams.set('language', language);
  return `${url.pathname}${url.search}${url.hash}`;
}

function header(page: Page): Html {
  const { language, signedIn } = page;
  const other = languageOf(language === 'en' ? 'zh-CN' : 'en');
  const home = signedIn === undefined ? '/' : links.desk;
  return html`<header class="header">
    <div class="header-row"><a class="brand" href="${home}">${say(t.brand, language)}</a>${navigation(page)}${search(page)}
    <div class="header-end"><a class="language"${attributes({ href: addressIn(other, page.address), lang: other, hreflang: other })}>${say(t.otherLanguage, language)}</a>${account(page)}</div></div></header>`;
}

const sectionNames = {
  desk: t.desk,
  cases: listTexts.title,
  calendar: calendarTexts.title,
  handoffs: t.handoffs,
  referrals: registerTexts.title,
  series: seriesTexts.title,
  openCase: t.openCase,
  people: peopleTexts.title,
  accounts: accountTexts.title,
  proposals: proposalTexts.title,
  arbitrationRules: rulesTexts.title,
  audit: auditTexts.title,
} as const;

function navigation({ language, signedIn, section }: Page): Html | undefined {
  if (signedIn === undefined || signedIn.sections.length === 0) return undefined;
  return html`<nav class="navigation" aria-label="${say(t.mainNavigation, language)}"><ul>${signedIn.sections.map(
    (name) => {
      const count = signedIn.counts?.[name] ?? 0;
      return html`<li><a${attributes({ href: links[name], accesskey: keyOf(name), 'aria-current': name === section ? 'page' : undefined })}>${say(sectionNames[name], language)}${count > 0 && html` <span class="count">${count}</span>`}</a></li>`;
    },
  )}</ul></nav>`;
}

function keyOf(section: Section): string | undefined {
  return section === 'desk' || section === 'openCase' ? accessKeys[section] : undefined;
}

function search({ language, signedIn, searchText }: Page): Html | undefined {
  if (!signedIn?.maySearch) return undefined;
  const label = say(t.searchLabel, language);
  return html`<form class="search" role="search" method="get" action="${links.search}"><input type="search" name="text"${attributes({ 'aria-label': label, 'aria-keyshortcuts': '/', accesskey: accessKeys.search, placeholder: label, maxlength: 200, value: searchText })}>
    <button type="submit">${say(t.search, language)}</button></form>`;
}

function account({ language, signedIn }: Page): Html {
  if (signedIn === undefined) return html`<a href="${links.signIn}">${say(t.signIn, language)}</a>`;
  return html`<p class="who"><span class="visually-hidden">${say(t.signedInAs, language)} </span><a href="${links.account}">${signedIn.name}</a><span class="who-organisation">${show(signedIn.organisation, language)}</span></p>
    <form method="post" action="${links.signOut}">
    <button class="header-button" type="submit">${say(t.signOut, language)}</button></form>`;
}
