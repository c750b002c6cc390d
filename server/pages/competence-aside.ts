import { caseCompetenceViews, type Look } from '../views/index.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { type Language, say } from './i18n.ts';
import { triageTexts } from './triage-texts.ts';
import { bodyList } from './ways-shown.ts';

/** Who is competent, beside the form in which a receiver is chosen. */
export function competenceAside(look: Look, language: Language): Html {
  const seen = new Set<string>();
  const views = caseCompetenceViews(look).filter(({ channel, bodies }) => {
    const key = `${channel} ${bodies.map(({ name }) => name.zh).join()}`;
    return !seen.has(key) && seen.add(key);
  });
  const content =
    views.length === 0
      ? html`<p>${say(triageTexts.noRightKind, language)}</p>`
      : html`<p class="muted">${say(triageTexts.competenceHint, language)}</p>${views.map(
          ({ label, bodies }) => html`<h3>${say(label, language)}</h3>${bodyList(bodies, language)}`,
        )}`;
  return parts.card({ heading: triageTexts.competence, content }, language);
}
