import type { OfferView } from '../views/index.ts';
import { commandAddress } from './command-page.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { type Language, t } from './i18n.ts';

/** What can be recorded now as links to its forms, and below it, folded, what cannot be and why. */
export function actionsOffered(
  caseId: string,
  offers: readonly OfferView[],
  notNow: readonly OfferView[],
  language: Language,
): Html {
  const available = offers.map(
    (offer): parts.Action => ({
      label: offer.label,
      href: commandAddress(caseId, offer.type, offer.target.id),
      tone: offer.tone === 'normal' ? 'secondary' : offer.tone,
      ...(offer.onBehalfOf === null ? {} : { note: t.markOnBehalf }),
    }),
  );
  const later = notNow.flatMap(({ label, refusal }) => (refusal === null ? [] : [{ label, refusal }]));
  return html`${parts.actionPanel({ available }, language)}${later.length > 0 && html`<section class="card">${parts.unavailableList(later, language)}</section>`}`;
}
