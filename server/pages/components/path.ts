import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, type Text, t } from '../i18n.ts';
import { icon } from './icon.ts';
import { type Lane, lanesBeside } from './lanes.ts';
import { type WayGroup, waysOn } from './ways.ts';
import { show, showSome, type Words } from './words.ts';

export type StepState = 'done' | 'current' | 'possible' | 'notPossible';

export type PathStep = {
  readonly label: Words;
  readonly state: StepState;
  readonly organisation?: Words;
  /** When: `11-02`, `11-09 起`, a `<time>`. */
  readonly dates?: Words;
  readonly note?: Words;
  readonly href?: string;
  /** Gone together with the matter it was split from. */
  readonly shared?: boolean;
};

/** One matter's path; the label tells parallel lines apart and is left out when there is only one. */
export type PathLine = {
  readonly label?: Words;
  /** Under the label: where it branched off. */
  readonly note?: Words;
  readonly steps: readonly PathStep[];
  readonly lanes?: readonly Lane[];
  readonly ways?: readonly WayGroup[];
};

/** With more stations than this, lanes are listed below and not laid beside their stations. */
const stationsAtMost = 9;

/**
 * The path of a case as a map, one part per matter: its stations in order, the proceedings as lanes beside them, and the ways
 * on. Across on a wide screen and down on a phone; without styles three lists that say it all.
 */
export function pathMap(lines: readonly PathLine[], language: Language): Html {
  return html`${lines.map((line) => {
    const { label, note, steps, lanes = [], ways = [] } = line;
    const aligned = steps.length <= stationsAtMost && ` path-of-${steps.length}`;
    return html`<div class="path-line">${label !== undefined && html`<h3 class="path-label">${show(label, language)}</h3>`}${note !== undefined && html`<p class="path-note">${show(note, language)}</p>`}
        <div class="path-map${aligned}"><ol class="path">${steps.map((step, index) => pathStep(step, index + 1, language))}</ol>${lanesBeside(lanes, language)}</div>${waysOn(ways, language)}</div>`;
  })}`;
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
  return html`<li class="step step-${stateClasses[step.state]}${step.shared && ' step-shared'}"${attributes({ 'aria-current': step.state === 'current' && 'step' })}><span class="step-sign" aria-hidden="true">${sign}</span>
    <div class="step-text"><span class="visually-hidden">${show(stateNames[step.state], language)}${colon(language)}</span><strong class="step-label">${
      step.href === undefined ? label : html`<a${attributes({ href: step.href })}>${label}</a>`
    }</strong>${where.length > 0 && html`<span class="step-detail">${where.map((part, index) => html`${index > 0 && ' · '}${part}`)}</span>`}${step.note !== undefined && html`<span class="step-detail">${show(step.note, language)}</span>`}</div></li>`;
}
