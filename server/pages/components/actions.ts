import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, say, type Text, t } from '../i18n.ts';
import { type Badge, badge, card, disclosure, emptyState } from './basics.ts';
import { type ClockKind, type ClockTone, daysLeftText } from './clock.ts';
import { type DayUnit, date } from './format.ts';
import { hiddenInputs } from './hidden.ts';
import { basisOf } from './law.ts';
import { articleRef, show, showSome, type Words } from './words.ts';

/** A link to a form (`href`), or a button that does it at once (`post`: an address, with hidden values). */
export type Action = {
  readonly label: Words;
  /** `primary` is the one expected next; `danger` ends or gives away something. */
  readonly tone?: 'primary' | 'secondary' | 'danger';
  /** `true` when lawfulness depends on what will be entered. */
  readonly depends?: boolean;
  readonly note?: Words;
} & (
  | { readonly href: string }
  | { readonly post: string; readonly values?: Readonly<Record<string, string | undefined>> }
);

export type UnavailableAction = {
  readonly label: Words;
  readonly reason: Words;
  readonly article?: Words;
  readonly instead?: Words;
  readonly insteadHref?: string;
};

export type ActionPanel = {
  readonly available: readonly Action[];
  readonly unavailable?: readonly UnavailableAction[];
  readonly heading?: Words;
};

/** What can be done now, and below it, folded, what cannot be done, why, and what to do instead. */
export function actionPanel(
  { available, unavailable = [], heading = t.actions }: ActionPanel,
  language: Language,
): Html {
  const now =
    available.length === 0
      ? emptyState({ text: t.noActions }, language)
      : html`<ul class="actions">${available.map((action) => html`<li>${actionButton(action, language)}${actionNote(action, language)}</li>`)}</ul>`;
  const later =
    unavailable.length > 0 &&
    html`<details class="unavailable">
      <summary>${say(t.actionsNotPossible, language)} <span class="count">${unavailable.length}</span></summary>
      <ul>${unavailable.map((action) => unavailableAction(action, language))}</ul></details>`;
  return card({ heading, id: 'actions', content: html`${now}${later}` }, language);
}

/** One action as a link or, when it posts, as a small form with a button. */
export function actionButton(action: Action, language: Language): Html {
  const look = `button button-${action.tone ?? 'secondary'}`;
  const label = show(action.label, language);
  if ('href' in action) return html`<a class="${look}"${attributes({ href: action.href })}>${label}</a>`;
  return html`<form method="post"${attributes({ action: action.post })} data-once>${hiddenInputs(action.values ?? {})}
    <button class="${look}" type="submit" data-busy="${say(t.submitting, language)}">${label}</button></form>`;
}

function actionNote(action: Action, language: Language): Html | undefined {
  const note = action.note ?? (action.depends ? t.actionDepends : undefined);
  return note === undefined ? undefined : html`<p class="hint">${show(note, language)}</p>`;
}

function unavailableAction(action: UnavailableAction, language: Language): Html {
  const instead = showSome(action.instead, language);
  return html`<li><strong>${show(action.label, language)}</strong>
    <p>${show(action.reason, language)}${articleRef(action.article && html`${say(t.basis, language)} ${show(action.article, language)}`, language)}</p>
    ${
      instead !== undefined &&
      html`<p class="instead">${say(t.doInstead, language)}${colon(language)}${action.insteadHref === undefined ? instead : html`<a${attributes({ href: action.insteadHref })}>${instead}</a>`}</p>`
    }</li>`;
}

/** A command that is not possible now, with the refusal that says why. */
export type UnavailableOffer = {
  readonly label: Words;
  readonly about?: Words;
  readonly refusal: { readonly text: Text; readonly basis: readonly Text[]; readonly instead: Text | null };
};

/** What cannot be done now, folded: one line of reason for all that share it, with article and what to do instead. */
export function unavailableList(offers: readonly UnavailableOffer[], language: Language): Html | undefined {
  if (offers.length === 0) return undefined;
  const groups = new Map<string, UnavailableOffer[]>();
  for (const offer of offers) {
    const key = `${offer.about === undefined ? '' : show(offer.about, language)}|${offer.refusal.text.zh}`;
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  const rows = [...groups.values()].map((group) => {
    const { refusal, about } = group[0]!;
    const labels = group.map(({ label }) => show(label, language)).join(language === 'zh-CN' ? '、' : ', ');
    return html`<li><strong>${labels}</strong>${about !== undefined && html` <span class="muted">${show(about, language)}</span>`}
      <p>${say(refusal.text, language)}${basisOf(refusal.basis, language)}</p>
      ${refusal.instead !== null && html`<p class="instead">${say(t.doInstead, language)}${colon(language)}${say(refusal.instead, language)}</p>`}</li>`;
  });
  return html`<details class="unavailable">
    <summary>${say(t.actionsNotPossible, language)} <span class="count">${offers.length}</span></summary><ul>${rows}</ul></details>`;
}

export type Task = {
  readonly label: Words;
  readonly href: string;
  readonly caseNumber?: string;
  readonly caseTitle?: Words;
  readonly dueOn?: string;
  readonly daysLeft?: number;
  readonly unit?: DayUnit;
  readonly kind?: ClockKind;
  /** How urgent it is, where that is known better than by the days left. */
  readonly tone?: ClockTone;
  readonly badge?: Badge;
};

/** How many tasks stand open: what comes below a long list must be found too, also on a telephone. */
const openTasks = 8;

/** What waits for this person, most urgent first as given, a long rest folded; each row leads to where it can be done. */
export function taskList(tasks: readonly Task[], language: Language, none: Words = t.noTasks): Html {
  if (tasks.length === 0) return emptyState({ text: none }, language);
  const list = (some: readonly Task[]) => html`<ul class="tasks">${some.map((task) => taskRow(task, language))}</ul>`;
  const rest = tasks.slice(openTasks);
  const more: Text = { zh: `其余 ${rest.length} 项`, en: `${rest.length} more` };
  return html`${list(tasks.slice(0, openTasks))}${rest.length > 0 && disclosure({ summary: more, content: list(rest) }, language)}`;
}

function taskRow(task: Task, language: Language): Html {
  const { dueOn, daysLeft, unit, kind = 'statutory', tone } = task;
  const due = html`${daysLeft !== undefined && daysLeftText({ daysLeft, kind, ...(unit && { unit }), ...(tone && { tone }) }, language)}${dueOn !== undefined && html`<span class="task-due">${date(dueOn)}</span>`}`;
  return html`<li class="task">
    <div class="task-text"><a${attributes({ href: task.href })}>${show(task.label, language)}</a>${task.badge !== undefined && html` ${badge(task.badge, language)}`}
    <p class="task-case">${task.caseNumber !== undefined && html`<span class="case-number">${task.caseNumber}</span> `}${showSome(task.caseTitle, language)}</p></div>
    <div class="task-when">${due}</div></li>`;
}
