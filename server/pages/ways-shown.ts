import type { CompetentBodyView, MatterTriageView, TriageView, WayView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';
import { triageTexts } from './triage-texts.ts';

/**
 * The ways of a triage in three groups, each way folded below its name and state. `unfolded`: those that are open stand
 * open. Printed, all of them do.
 */
export function waysShown({ ways }: Pick<TriageView, 'ways'>, language: Language, unfolded = false): Html {
  const states = (['open', 'depends', 'closed'] as const).filter((state) => ways.some((way) => way.state === state));
  const groups = states.map((state) => {
    const shown = ways.filter((way) => way.state === state);
    return html`<h3>${say(triageTexts[state], language)}</h3>${shown.map((way) => wayShown(way, language, unfolded && state === 'open'))}`;
  });
  return html`<p class="muted">${say(triageTexts.advice, language)}</p>${groups}`;
}

/** The ways open to the matters of a case; each matter named where there are several. */
export function triageCards(views: readonly MatterTriageView[], language: Language): readonly Html[] {
  return views.map((view, index) => {
    const id = index === 0 ? { id: 'triage' } : {};
    const heading: Text =
      views.length === 1
        ? triageTexts.heading
        : {
            zh: `${triageTexts.heading.zh}：${view.label.zh}`,
            en: `${triageTexts.heading.en}: ${view.label.en}`,
          };
    return parts.card({ heading, ...id, content: waysShown(view, language) }, language);
  });
}

const judgements = { met: 'good', missing: 'bad', unknown: 'warn' } as const;

function wayShown(way: WayView, language: Language, isOpen: boolean): Html {
  const verify = way.toVerify && parts.badge({ label: triageTexts.toConfirm, tone: 'info' }, language);
  const where =
    way.bodies.length > 0 &&
    html`<p><strong>${say(triageTexts.bodies, language)}</strong></p>${bodyList(way.bodies, language)}`;
  return html`<details${attributes({ open: isOpen })}><summary><span><strong>${say(way.label, language)}</strong> ${verify} <span class="muted">${say(way.what, language)}</span></span></summary>
    <div class="details-content"><p><strong>${say(triageTexts.conditions, language)}</strong>${parts.basisOf(way.basis, language)}</p>${conditionsOf(way, language)}${answers(way, language)}${where}</div></details>`;
}

function conditionsOf({ conditions }: WayView, language: Language): Html {
  return html`<ul class="plain-list">${conditions.map(
    ({ text, judgement, basis, instead }) =>
      html`<li>${parts.badge({ label: triageTexts[judgement], tone: judgements[judgement] }, language)} ${say(text, language)}${parts.basisOf(basis, language)}${instead !== null && html`<span class="cell-detail">${say(triageTexts.instead, language)}: ${say(instead, language)}</span>`}</li>`,
  )}</ul>`;
}

const asked = ['time', 'cost', 'confidentiality', 'enforceability', 'closes', 'keepsOpen'] as const;

function answers(way: WayView, language: Language): Html {
  const rows = asked.map((name) => ({
    term: triageTexts[name],
    value: html`${say(way[name].text, language)}${parts.basisOf(way[name].basis, language)}`,
  }));
  return parts.definitionList({ rows, wide: true }, language);
}

/** Bodies that may be competent, with the rule that points to each and what is to be confirmed. */
export function bodyList(bodies: readonly CompetentBodyView[], language: Language): Html {
  return html`<ul class="plain-list">${bodies.map(
    ({ name, rule, basis, toConfirm }) =>
      html`<li><strong>${say(name, language)}</strong>${toConfirm && parts.badge({ label: triageTexts.toConfirm, tone: 'info' }, language)}<span class="cell-detail">${say(rule, language)}${parts.basisOf(basis, language)}</span></li>`,
  )}</ul>`;
}
