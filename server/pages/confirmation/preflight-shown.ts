import type { PreflightView } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { preflightTexts as texts } from './texts.ts';

const looks = {
  met: { label: texts.met, tone: 'good' },
  doubtful: { label: texts.doubtful, tone: 'warn' },
  missing: { label: texts.missing, tone: 'bad' },
  unknown: { label: texts.unknown, tone: 'neutral' },
} as const satisfies Readonly<Record<PreflightView['result'], parts.Badge>>;

/** How one point stands, as a badge. */
export function resultBadge({ result }: PreflightView, language: Language): Html {
  return parts.badge(looks[result], language);
}

/** Every point with its result, its finding, what was looked at and its article; marked as advice. */
export function preflightCard(checks: readonly PreflightView[], language: Language): Html {
  const table = parts.dataTable<PreflightView>(
    {
      caption: texts.title,
      rows: checks,
      columns: [
        { label: texts.point, cell: ({ label }) => label },
        { label: texts.result, cell: (check) => resultBadge(check, language) },
        {
          label: texts.finding,
          cell: ({ finding, basis }) => html`${say(finding, language)}${parts.basisOf(basis, language)}`,
        },
        { label: texts.looksAt, cell: ({ looksAt }) => html`<span class="muted">${say(looksAt, language)}</span>` },
      ],
    },
    language,
  );
  return parts.card(
    {
      heading: texts.title,
      id: 'preflight',
      aside: parts.badge({ label: texts.advice, tone: 'info' }, language),
      content: html`<p class="hint">${say(texts.hint, language)}</p>${table}`,
    },
    language,
  );
}

/** The points that are not met, in a few lines; the sentence that all are, when all are. */
export function preflightInShort(checks: readonly PreflightView[], isAgreed: boolean, language: Language): Html {
  const open = checks.filter(({ result }) => result !== 'met');
  if (open.length === 0) return html`<p>${parts.badge(looks.met, language)} ${say(texts.ready, language)}</p>`;
  const rows = open.map(
    (check) =>
      html`<li>${resultBadge(check, language)} <strong>${say(check.label, language)}</strong> ${say(check.finding, language)}${parts.basisOf(check.basis, language)}</li>`,
  );
  const lead = say(isAgreed ? texts.notReady : texts.notYet, language);
  return html`<p class="hint">${lead} ${say(texts.hint, language)}</p><ul class="advice">${rows}</ul>`;
}
