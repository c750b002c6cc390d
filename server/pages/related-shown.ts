import type { FindingView, LinkView, OtherCaseView, RelatedView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';

const texts = {
  heading: { zh: '关联案件', en: 'Related cases' },
  absorbed: { zh: '本案已并入', en: 'This case was absorbed into' },
  links: { zh: '已关联', en: 'Linked' },
  fromThere: { zh: '由对方案件的承办机构关联', en: 'linked by who holds the other case' },
  series: { zh: '以一份协议了结系列案件', en: 'Close a series by one agreement' },
  findings: { zh: '系统提示（请核对）', en: 'Hints of the system (please check)' },
} as const satisfies Readonly<Record<string, Text>>;

/** Where a case went, what it is linked with and what the radar sees; nothing where there is nothing. `seriesHref`: for who mediates. */
export function relatedCard(
  { absorbedInto, links, findings }: RelatedView,
  language: Language,
  seriesHref: string | null = null,
): readonly Html[] {
  if (absorbedInto === null && links.length === 0 && findings.length === 0) return [];
  const pointer =
    absorbedInto !== null &&
    parts.notice(
      { tone: 'info', heading: texts.absorbed, text: html`<p>${otherCase(absorbedInto, language)}</p>` },
      language,
    );
  const linked =
    links.length > 0 &&
    html`<h3>${say(texts.links, language)}</h3><ul class="plain-list">${links.map((link) => linkShown(link, language))}</ul>`;
  const hints =
    findings.length > 0 &&
    html`<h3>${say(texts.findings, language)}</h3><ul class="plain-list">${findings.map((one) => findingShown(one, language))}</ul>`;
  const series =
    seriesHref !== null &&
    html`<p class="no-print"><a${attributes({ href: seriesHref })}>${say(texts.series, language)}</a></p>`;
  return [
    parts.card(
      { heading: texts.heading, id: 'related', content: html`${pointer}${linked}${hints}${series}` },
      language,
    ),
  ];
}

function linkShown({ kind, since, recordedHere, other }: LinkView, language: Language): Html {
  const from = !recordedHere && html`<span class="muted"> ${say(texts.fromThere, language)}</span>`;
  return html`<li><strong>${say(kind, language)}</strong> ${parts.date(since.slice(0, 10))}${from}<span class="cell-detail">${otherCase(other, language)}</span></li>`;
}

function findingShown({ label, follows, basis, cases }: FindingView, language: Language): Html {
  return html`<li><strong>${say(label, language)}</strong><span class="cell-detail">${say(follows, language)}${parts.basisOf(basis, language)}</span>${cases.map(
    (one) => html`<span class="cell-detail">${otherCase(one, language)}</span>`,
  )}</li>`;
}

function otherCase({ code, href, openedOn, channel, organisation, state }: OtherCaseView, language: Language): Html {
  const name = html`<span class="case-number">${code}</span>`;
  const link = href === null ? name : html`<a${attributes({ href })}>${name}</a>`;
  const more = [channel, organisation?.shortName, state].flatMap((one) => (one == null ? [] : [say(one, language)]));
  return html`${link}${openedOn !== null && html` ${parts.date(openedOn)}`} ${more.join(' · ')}`;
}
