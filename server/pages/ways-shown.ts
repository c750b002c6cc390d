import type { CompetentBodyView, MatterTriageView, TriageView, WayView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';
import { triageTexts } from './triage-texts.ts';

/** The ways of a triage: those open and those that depend, then folded away those that are not, with the reason. */
export function waysShown({ ways }: Pick<TriageView, 'ways'>, language: Language): Html {
  const possible = ways.filter(({ state }) => state !== 'closed');
  const closed = ways.filter(({ state }) => state === 'closed');
  return html`<p class="muted">${say(triageTexts.advice, language)}</p>${waysTable(possible, triageTexts.heading, language)}${closed.length > 0 && parts.disclosure({ summary: triageTexts.closedOnes, content: waysTable(closed, triageTexts.closedOnes, language) }, language)}`;
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

const tones = { open: 'good', depends: 'warn', closed: 'neutral' } as const;
const judgements = { met: 'good', missing: 'bad', unknown: 'warn' } as const;

function waysTable(ways: readonly WayView[], caption: Text, language: Language): Html {
  return parts.dataTable(
    {
      caption,
      rows: ways,
      columns: [
        { label: triageTexts.way, cell: (way) => wayNamed(way, language) },
        { label: triageTexts.conditions, cell: (way) => conditionsOf(way, language) },
        {
          label: { zh: '要多久、多少钱、是否保密', en: 'Time, cost, secrecy' },
          cell: (way) => answers(way, ['time', 'cost', 'confidentiality'], language),
        },
        {
          label: { zh: '结果和之后', en: 'Result, and afterwards' },
          cell: (way) => answers(way, ['enforceability', 'closes', 'keepsOpen'], language),
        },
      ],
    },
    language,
  );
}

function wayNamed(way: WayView, language: Language): Html {
  const state = parts.badge({ label: triageTexts[way.state], tone: tones[way.state] }, language);
  const verify = way.toVerify && parts.badge({ label: triageTexts.toConfirm, tone: 'info' }, language);
  const where =
    way.bodies.length > 0 &&
    html`<span class="cell-detail">${say(triageTexts.bodies, language)}</span>${bodyList(way.bodies, language)}`;
  return html`<strong>${say(way.label, language)}</strong> ${state}${verify}<span class="cell-detail">${say(way.what, language)}${parts.basisOf(way.basis, language)}</span>${where}`;
}

function conditionsOf({ conditions }: WayView, language: Language): Html {
  return html`<ul class="plain-list">${conditions.map(
    ({ text, judgement, basis, instead }) =>
      html`<li>${parts.badge({ label: triageTexts[judgement], tone: judgements[judgement] }, language)} ${say(text, language)}${parts.basisOf(basis, language)}${instead !== null && html`<span class="cell-detail">${say(triageTexts.instead, language)}: ${say(instead, language)}</span>`}</li>`,
  )}</ul>`;
}

type Asked = 'time' | 'cost' | 'confidentiality' | 'enforceability' | 'closes' | 'keepsOpen';

function answers(way: WayView, names: readonly Asked[], language: Language): Html {
  const rows = names.map((name) => ({
    term: triageTexts[name],
    value: html`${say(way[name].text, language)}${parts.basisOf(way[name].basis, language)}`,
  }));
  return parts.definitionList({ rows }, language);
}

/** Bodies that may be competent, with the rule that points to each and what is to be confirmed. */
export function bodyList(bodies: readonly CompetentBodyView[], language: Language): Html {
  return html`<ul class="plain-list">${bodies.map(
    ({ name, rule, basis, toConfirm }) =>
      html`<li><strong>${say(name, language)}</strong>${toConfirm && parts.badge({ label: triageTexts.toConfirm, tone: 'info' }, language)}<span class="cell-detail">${say(rule, language)}${parts.basisOf(basis, language)}</span></li>`,
  )}</ul>`;
}
