import type { GoodsMeasureView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';
import { detailList } from './timeline-shown.ts';

/** Steps of one kind under a heading, each with its day, its marks and what it says; nothing where there are none. */
export function stepsShown(heading: Text, steps: readonly GoodsMeasureView[], language: Language): Html {
  if (steps.length === 0) return html``;
  return html`<h3>${say(heading, language)}</h3><ul class="plain-list">${steps.map(
    ({ entry, on, label, details, marks }) =>
      html`<li><a${attributes({ href: `#entry-${entry}` })}>${parts.date(on)}</a> <strong>${say(label, language)}</strong>${marks.map(
        ({ kind }) => html` ${parts.badge(parts.markBadge({ kind }), language)}`,
      )}${details.length > 0 && html`<div class="entry-body">${detailList(details, language)}</div>`}</li>`,
  )}</ul>`;
}
