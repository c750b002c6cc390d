import type { Look } from '../views/look.ts';
import { assetAddress } from './assets.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say } from './i18n.ts';

const texts = {
  view: { zh: '查看', en: 'View' },
  kept: {
    zh: '您填写的内容都还在，提交时会与更新核对。',
    en: 'What you entered is still here; it is checked against the change when you submit.',
  },
} as const;

/**
 * Where a page of a case says that somebody else has changed it: empty and unseen until then, and for ever without a script.
 * On a form the link opens beside it, so that nothing typed is lost.
 */
export function liveRegion({ current, journal, visible, moment }: Look, on: 'page' | 'form', language: Language): Html {
  if (moment !== null) return html``;
  const seen = journal.findLast((entry) => visible.entry(entry))?.envelope.seq ?? 0;
  const page = `/cases/${encodeURIComponent(current.id)}`;
  const link = attributes({ href: page, target: on === 'form' ? '_blank' : undefined, rel: 'noopener' });
  return html`<script src="${assetAddress('live.js')}" defer></script>
    <div role="status" class="no-print" data-live="${page}/live?since=${seen}"><div class="notice notice-info" hidden><div>
    <p><span data-live-text></span> <a${link}>${say(texts.view, language)}</a></p>${on === 'form' && html`<p>${say(texts.kept, language)}</p>`}</div></div></div>`;
}
