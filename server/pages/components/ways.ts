import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, t } from '../i18n.ts';
import { type Badge, badge, type Tone } from './basics.ts';
import { type IconName, icon } from './icon.ts';
import { articleRef, show, type Words } from './words.ts';

/** Something a way still wants, with what to do about it. */
export type Want = {
  readonly sign: Badge;
  readonly text: Words;
  readonly article?: Words;
  readonly instead?: Words;
};

/** A way on from here. */
export type Way = {
  readonly label: Words;
  /** 待核实, not offered here. */
  readonly notes: readonly Badge[];
  readonly condition: Words;
  readonly article?: Words;
  readonly wants: readonly Want[];
  /** The form that takes it. */
  readonly action?: { readonly label: Words; readonly href: string };
};

/** Ways that stand alike. `folded`: behind their heading, with their number. */
export type WayGroup = {
  readonly heading: Words;
  readonly tone: Tone;
  readonly icon: IconName;
  readonly ways: readonly Way[];
  readonly folded: boolean;
};

/** Where the matter may still go, each way with its condition and article. Prints nothing when there is no way. */
export function waysOn(groups: readonly WayGroup[], language: Language): Html {
  const shown = groups.filter(({ ways }) => ways.length > 0);
  if (shown.length === 0) return html``;
  return html`<section class="routes"><h3 class="routes-label">${show(t.routesOut, language)}</h3>${shown.map((group) => groupShown(group, language))}</section>`;
}

function groupShown({ heading, tone, icon: name, ways, folded }: WayGroup, language: Language): Html {
  const sign = badge({ label: heading, tone, icon: name }, language);
  const list = html`<ul class="ways">${ways.map((way) => wayShown(way, tone, language))}</ul>`;
  return folded
    ? html`<details class="way-group"><summary>${sign} <span class="count">${ways.length}</span></summary>${list}</details>`
    : html`<div class="way-group"><p>${sign}</p>${list}</div>`;
}

/** A chip; condition, article and what is wanting open below it. */
function wayShown({ label, notes, condition, article, wants, action }: Way, tone: Tone, language: Language): Html {
  const link =
    action !== undefined && html`<p><a${attributes({ href: action.href })}>${show(action.label, language)}</a></p>`;
  return html`<li class="way"><details class="route route-${tone}"><summary>${icon('out')}<strong>${show(label, language)}</strong>${notes.map((note) => html` ${badge(note, language)}`)}</summary>
    <p>${show(condition, language)}${articleRef(article, language)}</p>${wants.length > 0 && html`<ul class="plain-list">${wants.map((want) => wantShown(want, language))}</ul>`}${link}</details></li>`;
}

function wantShown({ sign, text, article, instead }: Want, language: Language): Html {
  return html`<li>${badge(sign, language)} ${show(text, language)}${articleRef(article, language)}${
    instead !== undefined &&
    html`<span class="cell-detail">${show(t.insteadDo, language)}${colon(language)}${show(instead, language)}</span>`
  }</li>`;
}
