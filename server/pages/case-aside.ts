import type { Target } from '../../workflows/index.ts';
import { channelLabels } from '../../workflows/index.ts';
import type { Look } from '../views/look.ts';
import { caseTitle, matterLabel } from '../views/names.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';

/** The case in short, beside a form: its code, who against whom, and which part of it the form is about. */
export function caseAside(look: Look, target: Target, language: Language): Html {
  const about = aboutOf(look, target);
  return parts.card(
    {
      content: html`<p class="case-number">${look.current.header.code}</p><p><a${attributes({ href: `/cases/${look.current.id}` })}>${say(caseTitle(look), language)}</a></p>${about !== null && html`<p class="muted">${say(about, language)}</p>`}`,
    },
    language,
  );
}

function aboutOf(look: Look, { kind, id }: Target): Text | null {
  const { current } = look;
  if (kind === 'matter') return matterLabel(look, id);
  const home = kind === 'handoff' ? current.handoffs[id]?.fromProceeding : id;
  const proceeding = current.proceedings[home ?? ''];
  return proceeding === undefined ? null : channelLabels[proceeding.channel];
}
