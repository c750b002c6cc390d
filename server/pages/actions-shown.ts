import type { CaseView, OfferView } from '../views/index.ts';
import { commandAddress } from './command-page.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text, t } from './i18n.ts';
import { caseTexts } from './texts.ts';

/** What the viewer can do with each part of the case, and why the rest is not possible. */
export function actionPanels(view: CaseView, language: Language): readonly Html[] {
  if (view.moment !== null) return [];
  const groups = groupsOf(view);
  const now = groups.filter(({ offers }) => offers.some(({ allowed }) => allowed !== 'no'));
  const later = groups.flatMap(({ label, offers }) =>
    offers.flatMap((offer) => unavailable(offer, label, groups.length > 1)),
  );
  const content = html`${now.map((group, index) => actionGroup(view, group, index === 0, language))}${now.length === 0 && parts.emptyState({ text: t.noActions }, language)}${parts.unavailableList(later, language)}`;
  return [parts.card({ heading: t.actions, id: 'actions', content }, language)];
}

interface Group {
  readonly label: Text;
  /** A handoff or a proceeding that is open: its steps stand in the open. */
  readonly isAtWork: boolean;
  readonly offers: readonly OfferView[];
}

/** Open things first: a handoff to answer, a proceeding at work; what concerns the whole case comes last. */
function groupsOf({ id, commands, handoffs, proceedings, matters }: CaseView): readonly Group[] {
  // A command that opens a case is no command on one.
  const offersOn = (target: string) =>
    commands.filter((offer) => offer.target.id === target && offer.type !== 'openCase');
  const group = (target: string, label: Text, isAtWork: boolean): Group => ({
    label,
    isAtWork,
    offers: offersOn(target),
  });
  const byProceeding = (isOpen: boolean) =>
    proceedings
      .filter((one) => one.open === isOpen)
      .toReversed()
      .map(({ id: own, label, organisation: { shortName } }) =>
        group(own, { zh: `${label.zh}（${shortName.zh}）`, en: `${label.en} (${shortName.en})` }, isOpen),
      );
  const byHandoff = handoffs
    .filter((one) => one.open)
    .map(({ id: own, label, to: { shortName } }) =>
      group(own, { zh: `移送：${label.zh} → ${shortName.zh}`, en: `Handoff: ${label.en} → ${shortName.en}` }, true),
    );
  return [
    ...byHandoff,
    ...byProceeding(true),
    ...matters.map((matter) => group(matter.id, matter.label, false)),
    group(id, caseTexts.wholeCase, false),
    ...byProceeding(false),
  ].filter(({ offers }) => offers.length > 0);
}

/** Steps forward as buttons; what merely completes the file stands behind a fold. */
function actionGroup(view: CaseView, { label, offers, isAtWork }: Group, isFirst: boolean, language: Language): Html {
  const possible = offers.filter(({ allowed }) => allowed !== 'no');
  const steps = isAtWork ? possible.filter(isStep) : [];
  const main = steps.toSorted((left, right) => toneOrder.indexOf(left.tone) - toneOrder.indexOf(right.tone));
  const rest = possible.filter((offer) => !main.includes(offer));
  const primary = main.find(({ tone }) => tone === 'primary');
  return html`<div class="action-group"><h3>${say(label, language)}</h3>${main.length > 0 && buttons(view, main, isFirst ? primary : undefined, language)}${rest.length > 0 && foldedButtons(view, rest, main.length === 0 && isFirst, language)}</div>`;
}

/** The first few facts of a proceeding are steps in a person's eyes, too: what is not primary or final can wait. */
function isStep({ tone, type }: OfferView): boolean {
  return (tone !== 'normal' && !corrections.has(type)) || everyday.has(type);
}

/** What is expected next stands first, what ends or gives away something last. */
const toneOrder: readonly OfferView['tone'][] = ['primary', 'normal', 'danger'];

/** What mends the record is at hand, but never mistaken for the next step. */
export const corrections: ReadonlySet<string> = new Set(['annulStep', 'rectify']);

/** What is done nearly every day and must not hide. */
const everyday = new Set([
  'addItem',
  'recordContact',
  'recordConsent',
  'askConsent',
  'giveRightsNotice',
  'scheduleSession',
  'adjournMediation',
  'closeMediation',
  'noteInside',
  'requireSupplement',
  'recordSupplement',
]);

function buttons(
  { id }: CaseView,
  offers: readonly OfferView[],
  primary: OfferView | undefined,
  language: Language,
): Html {
  return html`<ul class="actions">${offers.map((offer) => {
    const tone = offer === primary ? 'primary' : offer.tone === 'danger' ? 'danger' : 'secondary';
    const href = commandAddress(id, offer.type, offer.target.kind === 'case' ? null : offer.target.id);
    const note =
      offer.onBehalfOf === null ? undefined : html`<span class="on-behalf">${say(t.markOnBehalf, language)}</span>`;
    return html`<li><a class="button button-${tone}"${attributes({ href })}>${say(offer.label, language)}${note}</a></li>`;
  })}</ul>`;
}

function foldedButtons(view: CaseView, offers: readonly OfferView[], isOpen: boolean, language: Language): Html {
  return html`<details class="more-actions"${attributes({ open: isOpen })}><summary>${say(caseTexts.moreActions, language)} <span class="count">${offers.length}</span></summary>${buttons(view, offers, undefined, language)}</details>`;
}

function unavailable(
  { label, allowed, refusal }: OfferView,
  group: Text,
  isOneOfSeveral: boolean,
): readonly parts.UnavailableOffer[] {
  if (allowed !== 'no' || refusal === null) return [];
  return [{ label, refusal, ...(isOneOfSeveral ? { about: group } : {}) }];
}
