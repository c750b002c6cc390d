import type { CaseView, LimitationLineView, LimitationNoteView, LimitationView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { type Language, say, t } from './i18n.ts';

/** The ledger of limitation of each matter, as far as the viewer may read all of it. */
export function limitationCard({ limitation }: CaseView, language: Language): readonly Html[] {
  if (limitation.length === 0) return [];
  const several = limitation.length > 1;
  const content = html`${limitation.map((ledger) => ledgerShown(ledger, several, language))}`;
  return [parts.card({ heading: texts.limitation, id: 'limitation', content }, language)];
}

function ledgerShown(ledger: LimitationView, several: boolean, language: Language): Html {
  const provisional = ledger.provisional
    ? html` ${parts.badge({ label: t.provisional, tone: 'neutral', icon: 'info' }, language)}`
    : html``;
  const name = several ? html`${say(ledger.label, language)} · ` : html``;
  const table = parts.dataTable<LimitationLineView>(
    {
      caption: texts.facts,
      rows: ledger.lines,
      columns: [
        { label: texts.on, cell: ({ on, until }) => (until === null ? on : `${on} – ${until}`) },
        { label: texts.what, cell: ({ what }) => what },
        { label: texts.effect, cell: ({ effect }) => effect },
        { label: texts.basis, cell: ({ basis }) => parts.basisOf(basis, language) },
      ],
    },
    language,
  );
  const notes = html`${ledger.notes.map((note) => noteShown(note, language))}`;
  return html`<p>${name}${say(ledger.standing, language)}${provisional}</p>${notes}${ledger.lines.length === 0 ? html`` : table}`;
}

function noteShown({ text, basis, warns, toVerify }: LimitationNoteView, language: Language): Html {
  const mark = toVerify && html` ${parts.badge({ label: t.unverified, tone: 'warn' }, language)}`;
  const content = html`${say(text, language)}${mark} ${parts.basisOf(basis, language)}`;
  return parts.notice({ tone: warns ? 'warn' : 'info', text: content }, language);
}

const texts = {
  limitation: { zh: '诉讼时效（是否届满由法院审查）', en: 'Limitation of action (whether it ended is for a court)' },
  facts: { zh: '时效的起算、中断和中止', en: 'From when it runs, interruptions and obstacles' },
  on: { zh: '日期', en: 'On' },
  what: { zh: '事由', en: 'What happened' },
  effect: { zh: '效果', en: 'Effect' },
  basis: { zh: '依据', en: 'Basis' },
} as const;
