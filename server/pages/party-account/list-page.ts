import { sideLabels } from '../../../workflows/index.ts';
import type { GoneCase } from '../../door/index.ts';
import { type PartyCaseList, type PartyCaseQuery, type PartyCaseRow, partyCaseStates } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { codeField } from '../door/code-form.ts';
import { doorTexts } from '../door/texts.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { stateTexts, accountTexts as texts } from './texts.ts';

/** Everything the list of an account shows. */
export interface ListShown {
  readonly list: PartyCaseList;
  readonly query: PartyCaseQuery;
  /** How many cases the account holds in all. */
  readonly held: number;
  readonly gone: readonly GoneCase[];
  /** Where the account signs in with, masked. */
  readonly address: string;
  readonly notice: parts.Notice | null;
  readonly isCodeUnknown: boolean;
}

/** One list of all cases: what it is, who holds it, what is expected and by when; what is due first stands first. */
export function listPage(shown: ListShown, language: Language): Html {
  const { notice, held, gone } = shown;
  return html`${notice !== null && parts.notice({ ...notice, announce: true }, language)}
    ${parts.pageHeading({ title: texts.title }, language)}
    ${held > 0 && filters(shown.query, language)}
    ${cases(shown, language)}
    ${gone.length > 0 && goneCard(gone, language)}
    ${addCard(shown, language)}
    ${accountCard(shown, language)}`;
}

function filters({ state = 'open', side = '', text = '' }: PartyCaseQuery, language: Language): Html {
  const states = partyCaseStates.map((value) => ({ value, label: stateTexts[value] }));
  const sides = Object.entries(sideLabels).map(([value, label]) => ({ value, label }));
  const fields = [
    parts.textField(
      { name: 'text', label: texts.find, hint: texts.findHint, value: text, type: 'search', maxLength: 60 },
      language,
    ),
    parts.selectField({ name: 'state', label: texts.state, choices: states, value: state }, language),
    parts.selectField({ name: 'side', label: texts.side, choices: sides, value: side }, language),
  ];
  const content = html`<form method="get" action="/my-cases">${fields}
    <p><button class="button button-secondary" type="submit">${say(texts.show, language)}</button></p></form>`;
  const isNarrowed = state !== 'open' || side !== '' || text !== '';
  return html`<details${attributes({ open: isNarrowed })}><summary>${say(texts.find, language)}</summary>${content}</details>`;
}

function cases({ list, query, held }: ListShown, language: Language): Html {
  if (held === 0) return parts.card({ content: parts.emptyState({ text: texts.empty }, language) }, language);
  if (list.rows.length === 0) {
    const action = { label: texts.showAll, href: '/my-cases?state=all' };
    return parts.card({ content: parts.emptyState({ text: texts.none, action }, language) }, language);
  }
  const asked = Object.entries(query).filter(
    ([name, value]) => name !== 'after' && value !== undefined && value !== '',
  );
  const address = (after: string | null) => {
    const all = new URLSearchParams([...asked, ...(after === null ? [] : [['after', after]])] as [string, string][]);
    return all.size === 0 ? '/my-cases' : `/my-cases?${all}`;
  };
  const isFirst = query.after === undefined || query.after === '';
  const pages = {
    ...(isFirst ? {} : { previousHref: address(null) }),
    ...(list.next === null ? {} : { nextHref: address(list.next) }),
    summary: html`${list.count} ${say(texts.count, language)}`,
  };
  return html`<ol class="case-list">${list.rows.map((row) => html`<li>${caseCard(row, language)}</li>`)}</ol>${parts.pager(pages, language)}`;
}

function caseCard(row: PartyCaseRow, language: Language): Html {
  const { number, caseCode, side, stages, holder, expects, due, over, awaited } = row;
  const about = parts.joined(
    row.about.flatMap(({ right, number: of, product }) => [right, of, product].flatMap((one) => one ?? [])),
    language,
  );
  const rows: parts.Definition[] = [
    ...(about === undefined ? [] : [{ term: texts.about, value: about }]),
    { term: texts.holder, value: holder.name },
    { term: texts.expects, value: awaited ? html`<strong>${say(expects, language)}</strong>` : expects },
    {
      term: due === null ? texts.due : due.label,
      value: due === null ? texts.noDue : html`<strong class="time">${due.on}</strong>`,
    },
  ];
  const badges = stages.map((label) =>
    parts.badge({ label, tone: over ? 'good' : 'info', icon: over ? 'check' : 'clock' }, language),
  );
  const content = html`<h2><a${attributes({ href: `/status/${number}` })}>${caseCode}</a></h2><p>${say(side, language)} ${badges}</p>${parts.definitionList({ rows }, language)}
    <form method="post"${attributes({ action: `/my-cases/${number}/remove` })}><button class="button-quiet" type="submit">${say(texts.remove, language)}<span class="visually-hidden"> ${caseCode}</span></button></form>`;
  return parts.card({ content }, language);
}

function goneCard(gone: readonly GoneCase[], language: Language): Html {
  const rows = gone.map(
    ({ number, caseCode, why }) => html`<li><strong>${caseCode}</strong> ${say(texts[why], language)}
      <form method="post"${attributes({ action: `/my-cases/${number}/remove` })}><button class="button-quiet" type="submit">${say(texts.remove, language)}<span class="visually-hidden"> ${caseCode}</span></button></form></li>`,
  );
  return parts.card({ heading: texts.gone, content: html`<ul class="said">${rows}</ul>` }, language);
}

/** Typed, or filled in by the link and the QR code of a letter: all three come through this form. */
function addCard({ isCodeUnknown }: ListShown, language: Language): Html {
  const content = html`<form method="post" action="/status" novalidate>${codeField(language, isCodeUnknown)}
    <p><button class="button button-primary" type="submit">${say(doorTexts.add, language)}</button></p></form>`;
  return parts.card({ heading: texts.add, content }, language);
}

function accountCard({ address }: ListShown, language: Language): Html {
  const sure = parts.checkbox({ name: 'sure', label: texts.closeSure }, language);
  const close = html`<form method="post" action="/my-cases/close"><p>${say(texts.closeHint, language)}</p>${sure}
    <p><button class="button button-secondary" type="submit">${say(texts.close, language)}</button></p></form>`;
  const content = html`${parts.definitionList({ rows: [{ term: texts.address, value: address }] }, language)}<p class="muted">${say(doorTexts.leaveHint, language)}</p>${parts.disclosure({ summary: texts.close, content: close }, language)}`;
  return parts.card({ heading: texts.account, content }, language);
}
