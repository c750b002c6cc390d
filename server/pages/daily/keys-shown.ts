import { commands } from '../../../workflows/index.ts';
import type { Viewer } from '../../security/index.ts';
import * as parts from '../components/index.ts';
import { mayOpenCases } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { type Language, say, t } from '../i18n.ts';
import { accessKeys } from '../layout.ts';
import { openingTexts } from '../opening/texts.ts';
import { mayLogCalls } from './call-case.ts';
import { callTexts, quickTexts as texts } from './texts.ts';

/** The keys that lead somewhere, for those who keep their hands on them; only where they lead somewhere for this viewer. */
export function keysShown(viewer: Viewer, language: Language): Html {
  const opens = mayOpenCases(viewer.roles);
  const keys: readonly (readonly [key: string, label: parts.Words, isTheirs: boolean])[] = [
    [accessKeys.desk, t.desk, true],
    [accessKeys.logCall, callTexts.heading, mayLogCalls(viewer)],
    [accessKeys.quick, texts.byNumber, mayLogCalls(viewer)],
    [accessKeys.openCase, commands.openCase?.label ?? '', opens],
    [accessKeys.draft, texts.lastDraft, opens],
    [accessKeys.like, openingTexts.like, opens],
    [accessKeys.search, t.searchLabel, true],
  ];
  const rows = keys.flatMap(([key, label, isTheirs]) =>
    isTheirs ? [html`<li><kbd>${key.toUpperCase()}</kbd> ${parts.show(label, language)}</li>`] : [],
  );
  const content = html`<p>${say(texts.keysHint, language)}</p><ul>${rows}</ul><p>${say(texts.keysForms, language)}</p>`;
  return html`<div class="no-print">${parts.disclosure({ summary: texts.keys, content }, language)}</div>`;
}
