import type { CaseView, FileView, PaperView } from '../views/index.ts';
import { commandAddress } from './command-page.ts';
import * as parts from './components/index.ts';
import { startedWith } from './form-start.ts';
import { handoffAddress } from './handoff-pages.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text, t } from './i18n.ts';
import { paperTexts as texts } from './texts.ts';

/** What is still missing from the files at hand, each with the form that brings it; below, every paper with what it is for. */
export function papersCard(view: CaseView, language: Language): readonly Html[] {
  if (view.files.length === 0) return [];
  const several = view.files.length > 1;
  const content = html`${view.files.map((file) => fileShown(view, file, several, language))}`;
  return [parts.card({ heading: texts.heading, id: 'papers', content }, language)];
}

/** 3 of 5: `there` papers of those that are owed. */
export function papersCount({ there, due }: { readonly there: number; readonly due: number }): Text {
  return { zh: `${due} 份中已有 ${there} 份`, en: `${there} of ${due}` };
}

function fileShown(view: CaseView, file: FileView, isOneOfSeveral: boolean, language: Language): Html {
  const { papers, label, organisation } = file;
  const missing = papers.filter(({ due, state }) => due && state === 'missing');
  const sign = parts.badge(
    {
      label: papersCount(file),
      tone: missing.length === 0 ? 'good' : 'warn',
      icon: missing.length === 0 ? 'check' : 'info',
    },
    language,
  );
  const name: Text = {
    zh: `${label.zh}（${organisation.shortName.zh}）`,
    en: `${label.en} (${organisation.shortName.en})`,
  };
  const list = html`<ul class="plain-list">${papers.map((paper) => paperShown(view, paper, language))}</ul>`;
  return html`<div class="file-papers">${isOneOfSeveral && html`<h3>${say(name, language)}</h3>`}<p>${sign}</p>${
    missing.length > 0 &&
    html`<ul class="plain-list">${missing.map((paper) => missingShown(view, file, paper, language))}</ul>`
  }${parts.disclosure({ summary: texts.all, content: list }, language)}</div>`;
}

function missingShown(view: CaseView, { proceeding }: FileView, paper: PaperView, language: Language): Html {
  const actions = paper.broughtBy.flatMap(({ command, data }) => {
    const offer = view.commands.find(({ type, target }) => type === command && target.id === proceeding);
    if (offer === undefined || offer.allowed === 'no') return [];
    const href = startedWith(commandAddress(view.id, command, proceeding), data);
    return [
      html` <a${attributes({ href })}>${say(offer.label, language)}<span class="visually-hidden"> ${say(paper.label, language)}</span></a>`,
    ];
  });
  return html`<li>${needBadge(paper, language)} <strong>${say(paper.label, language)}</strong>${packetOf(view, paper, language)}${actions}</li>`;
}

function packetOf({ id }: CaseView, { handoff }: PaperView, language: Language): Html {
  return html`${handoff !== null && html` <a${attributes({ href: handoffAddress(id, handoff) })}>${say(texts.packet, language)}</a>`}`;
}

function needBadge({ need, due }: PaperView, language: Language): Html {
  return parts.badge({ label: texts[need], tone: due ? 'info' : 'neutral' }, language);
}

const states = {
  onFile: { label: texts.onFile, tone: 'good', icon: 'check' },
  recorded: { label: texts.recorded, tone: 'good', icon: 'pen' },
  missing: { label: texts.missing, tone: 'warn', icon: 'warning' },
  inside: { label: texts.inside, tone: 'neutral', icon: 'lock' },
} as const satisfies Readonly<Record<PaperView['state'], parts.Badge>>;

function paperShown(view: CaseView, paper: PaperView, language: Language): Html {
  const { label, state, due, use, basis, toVerify, items } = paper;
  const sign: parts.Badge =
    state === 'missing' && !due ? { label: texts.notCalledFor, tone: 'neutral' } : states[state];
  const links = items.map(({ title, href }) =>
    href === null ? html` ${title}` : html` <a${attributes({ href })}>${title}</a>`,
  );
  return html`<li>${needBadge(paper, language)} <strong>${say(label, language)}</strong> ${parts.badge(sign, language)}${packetOf(view, paper, language)}<span class="cell-detail">${say(use, language)}${parts.basisOf(basis, language)}${toVerify && html` ${parts.badge({ label: t.unverified, tone: 'neutral', icon: 'info' }, language)}`}</span>${links.length > 0 && html`<span class="cell-detail">${links}</span>`}</li>`;
}
