import type { Carried, KnownParty, OpeningDraft } from '../../openings/index.ts';
import * as parts from '../components/index.ts';
import { personKindLabels } from '../forms/texts.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { accessKeys, links } from '../layout.ts';
import { draftAddress } from './addresses.ts';
import { openingTexts as texts } from './texts.ts';

/** What the opening form shows of a look-up, or says of duplicates. */
export interface OpeningState {
  readonly lookUp?: string;
  readonly known?: readonly KnownParty[];
  readonly notice?: parts.Words;
  /** Where a party that was found has been put: its contact is asked for next. */
  readonly taken?: string;
}

/** Finding a party that is known, within the form, so that nothing typed is lost. */
export function lookUpShown({ lookUp = '', known, notice }: OpeningState, language: Language): Html {
  const field = parts.textField(
    { name: 'lookUp', label: texts.lookUp, hint: texts.lookUpHint, value: lookUp, maxLength: 120, autocomplete: 'off' },
    language,
  );
  const said =
    notice === undefined ? undefined : parts.notice({ tone: 'good', text: notice, announce: true }, language);
  return html`${said}<div class="look-up"><datalist id="known-parties" data-suggestions></datalist>${field}<div class="form-buttons"><button class="button button-secondary button-small" type="submit" formnovalidate name="find" value="yes">${say(texts.find, language)}</button></div>${known !== undefined && foundShown(known, language)}</div>`;
}

function foundShown(known: readonly KnownParty[], language: Language): Html {
  if (known.length === 0) return html`<p role="status">${say(texts.none, language)}</p>`;
  const labels: Readonly<Record<string, parts.Words>> = personKindLabels;
  const take = (side: 'claimant' | 'respondent', { person, name }: KnownParty, begins = false) =>
    html`<button class="button button-small button-secondary" type="submit" formnovalidate name="take"${attributes({ value: `${side}:${person}`, autofocus: begins })}>${say(side === 'claimant' ? texts.asClaimant : texts.asRespondent, language)}<span class="visually-hidden"> ${name}</span></button> `;
  const rows = known.map(
    (one, index) =>
      html`<li><strong>${one.name}</strong> <span class="muted">${parts.show(labels[one.kind] ?? '', language)} ${one.creditCode}</span><span class="cell-detail">${take('claimant', one, index === 0)}${take('respondent', one)}</span></li>`,
  );
  return html`<div role="status"><p class="label">${say(texts.found, language)}</p><ul>${rows}</ul></div>`;
}

/** What comes along from the case that this one is like; nothing where there is none. */
export function carriedShown(carried: readonly Carried[], chosen: readonly string[], language: Language): Html {
  if (carried.length === 0) return html``;
  const choices = carried.map(({ id, label }) => ({ value: id, label }));
  return parts.checkboxGroup(
    { name: 'carry', label: texts.carry, hint: texts.carryHint, choices, values: chosen },
    language,
  );
}

/** Checking first, or going on later. */
export function furtherButtons(language: Language): Html {
  const button = (name: string, label: parts.Words) =>
    html`<button class="button button-secondary" type="submit" formnovalidate name="${name}" value="yes">${parts.show(label, language)}</button>`;
  return html`${button('check', texts.check)}${button('saveDraft', texts.saveDraft)}`;
}

/** Beside the form: opening from a list, and what was begun before. */
export function openingAside(drafts: readonly OpeningDraft[], language: Language): Html {
  const list = html`<p><a${attributes({ href: links.batches })}>${say(texts.fromList, language)}</a></p>`;
  return html`${parts.card({ heading: texts.faster, content: list }, language)}${draftsCard(drafts, language)}`;
}

/** Drafts to go on with; nothing where there is none. */
export function draftsCard(drafts: readonly OpeningDraft[], language: Language): Html | undefined {
  if (drafts.length === 0) return undefined;
  const rows = drafts.map((draft, index) => {
    const name = draft.typed['data.claimant.name']?.[0] || say(texts.unnamed, language);
    const hidden = html`<span class="visually-hidden"> ${name}</span>`;
    return html`<li><a${attributes({ href: draftAddress(draft.id), accesskey: index === 0 ? accessKeys.draft : undefined })}>${say(texts.resume, language)}${language === 'en' ? ': ' : '：'}${name}</a>
      <span class="cell-detail">${say(texts.savedAt, language)} ${parts.date(draft.savedAt)}</span>
      <form class="inline-form" method="post"${attributes({ action: `/drafts/${draft.id}/remove`, 'data-once': true })}><button class="button button-small button-plain" type="submit">${say(texts.remove, language)}${hidden}</button></form></li>`;
  });
  const content = html`<p class="hint">${say(texts.draftHint, language)}</p><ul class="drafts">${rows}</ul>`;
  return parts.card({ heading: texts.drafts, id: 'drafts', content }, language);
}

/** On the page of a case: a new one over the same right. */
export function likeForm(caseId: string, language: Language): Html {
  return html`<form class="no-print" method="post"${attributes({ action: `/cases/${encodeURIComponent(caseId)}/like`, 'data-once': true })}><button class="button button-secondary" type="submit" accesskey="${accessKeys.like}" aria-describedby="like-hint">${say(texts.like, language)}</button><p class="hint" id="like-hint">${say(texts.likeHint, language)}</p></form>`;
}
