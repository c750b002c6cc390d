import { attributes, type Html, html } from '../html.ts';
import { type Language, t } from '../i18n.ts';
import { type Badge, badge } from './basics.ts';
import { icon } from './icon.ts';
import { show, type Words } from './words.ts';

/** `running` and `stayed` reach the present station, `ended` stops where it did, `onTheWay` is a handoff that leads on. */
export type LaneState = 'running' | 'stayed' | 'ended' | 'onTheWay';

/** One proceeding, or a handoff on its way, beside the stations it ran along; `from` and `to` count them from 0. */
export type Lane = {
  readonly label: Words;
  readonly state: LaneState;
  readonly badge: Badge;
  readonly from: number;
  readonly to: number;
  readonly href?: string;
  /** Whose it is, its number, from when to when, what opened it, what it waits for: one line each. */
  readonly details: readonly Words[];
};

/** The proceedings of a matter in the order in which they were opened; prints nothing when there is none. */
export function lanesBeside(lanes: readonly Lane[], language: Language): Html {
  if (lanes.length === 0) return html``;
  return html`<ol class="lanes" aria-label="${show(t.lanes, language)}">${lanes.map((lane) => laneShown(lane, language))}</ol>`;
}

const laneClasses: Readonly<Record<LaneState, string>> = {
  running: 'running',
  stayed: 'stayed',
  ended: 'ended',
  onTheWay: 'on-the-way',
};

function laneShown({ label, state, badge: sign, from, to, href, details }: Lane, language: Language): Html {
  const name = html`${state === 'onTheWay' && icon('arrow')}${show(label, language)}`;
  const lines = details.map((one) => html`<span class="lane-detail">${show(one, language)}</span>`);
  return html`<li class="lane lane-${laneClasses[state]} lane-from-${from + 1} lane-to-${to + 1}"><strong class="lane-label">${
    href === undefined ? name : html`<a${attributes({ href })}>${name}</a>`
  }</strong> ${badge(sign, language)}${lines}</li>`;
}
