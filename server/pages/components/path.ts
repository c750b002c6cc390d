import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, type Text, t } from '../i18n.ts';
import { icon } from './icon.ts';
import { articleRef, show, showSome, type Words } from './words.ts';

export type StepState = 'done' | 'current' | 'possible' | 'notPossible';

export type PathStep = {
  readonly label: Words;
  readonly state: StepState;
  readonly organisation?: Words;
  /** When: `11-02`, `11-09 起`, a `<time>`. */
  readonly dates?: Words;
  readonly note?: Words;
  readonly href?: string;
};

/** One matter's path; the label tells parallel lines apart and is left out when there is only one. */
export type PathLine = { readonly label?: Words; readonly steps: readonly PathStep[] };

/** The path of a case: one ordered list per matter, across on a wide screen and down on a phone. */
export function pathSteps(lines: readonly PathLine[], language: Language): Html {
  return html`${lines.map(
    (line) =>
      html`<div class="path-line">${line.label !== undefined && html`<h3 class="path-label">${show(line.label, language)}</h3>`}
        <ol class="path">${line.steps.map((step, index) => pathStep(step, index + 1, language))}</ol></div>`,
  )}`;
}

const stateNames: Readonly<Record<StepState, Text>> = {
  done: t.stepDone,
  current: t.stepCurrent,
  possible: t.stepPossible,
  notPossible: t.stepNotPossible,
};
const stateClasses: Readonly<Record<StepState, string>> = {
  done: 'done',
  current: 'current',
  possible: 'possible',
  notPossible: 'not-possible',
};

function pathStep(step: PathStep, number: number, language: Language): Html {
  const label = show(step.label, language);
  const sign = step.state === 'done' ? icon('check') : step.state === 'notPossible' ? icon('cross') : number;
  const where = [
    showSome(step.organisation, language),
    step.dates && html`<span class="step-dates">${show(step.dates, language)}</span>`,
  ].filter((part) => part !== undefined);
  return html`<li class="step step-${stateClasses[step.state]}"${attributes({ 'aria-current': step.state === 'current' && 'step' })}><span class="step-sign" aria-hidden="true">${sign}</span>
    <div class="step-text"><span class="visually-hidden">${show(stateNames[step.state], language)}${colon(language)}</span><strong class="step-label">${
      step.href === undefined ? label : html`<a${attributes({ href: step.href })}>${label}</a>`
    }</strong>${where.length > 0 && html`<span class="step-detail">${where.map((part, index) => html`${index > 0 && ' · '}${part}`)}</span>`}${step.note !== undefined && html`<span class="step-detail">${show(step.note, language)}</span>`}</div></li>`;
}

export type RouteOut = {
  readonly label: Words;
  readonly condition?: Words;
  readonly article?: Words;
  readonly href?: string;
};

/** Where the case may still go, each with its condition and article; prints nothing when there is no way out. */
export function routesOut(routes: readonly RouteOut[], language: Language): Html {
  if (routes.length === 0) return html``;
  return html`<div class="routes">
    <p class="routes-label" aria-hidden="true">${show(t.routesOut, language)}</p>
    <ul aria-label="${show(t.routesOut, language)}">${routes.map((route) => routeOut(route, language))}</ul></div>`;
}

/** A chip; condition and article open below it. */
function routeOut({ label, condition, article, href }: RouteOut, language: Language): Html {
  const name = html`${icon('out')}<strong>${show(label, language)}</strong>`;
  const link = href === undefined ? name : html`<a${attributes({ href })}>${name}</a>`;
  if (condition === undefined && article === undefined) return html`<li class="route">${link}</li>`;
  return html`<li><details class="route"><summary>${name}</summary><p>${showSome(condition, language)}${articleRef(article, language)}</p>${href !== undefined && html`<p>${link}</p>`}</details></li>`;
}
