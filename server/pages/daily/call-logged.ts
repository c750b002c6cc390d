import { randomUUID } from 'node:crypto';
import { commands, type Entry, type Id } from '../../../workflows/index.ts';
import type { Viewer } from '../../security/index.ts';
import { type Look, lookAt } from '../../views/look.ts';
import { caseTitle, partyName } from '../../views/names.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import type { Sent } from '../forms/read.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { callAddress, callOutcomes } from './call-form.ts';
import { callTexts as texts } from './texts.ts';

/** A contact or answer that this viewer logged, with the case it stands in. */
export interface LoggedCall {
  readonly look: Look;
  readonly entry: Entry;
  /** Its fact, until it was taken back. */
  readonly fact: Id | null;
}

/** The address of an entry that was logged: the case and the number of the entry, nothing of what it says. */
export function loggedAs(caseId: Id, seq: number): string {
  return `${caseId}.${seq}`;
}

/** The entry by its address; null when there is none that this viewer logged and may still read. */
export async function loggedCall(
  address: string,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<LoggedCall | null> {
  const [, caseId = '', seq = ''] = /^([\w-]{1,60})\.(\d{1,9})$/.exec(address) ?? [];
  if (caseId === '') return null;
  const look = await lookAt(caseId, actorOf(viewer), dependencies, { what: 'contact' });
  const entry = look?.journal.find(({ envelope }) => envelope.seq === Number(seq));
  if (look === null || entry === undefined || entry.body === null) return null;
  const { type, actor } = entry.envelope;
  const isCall = type === 'recordContact' || type === 'recordConsent';
  if (!isCall || actor.person !== viewer.accountId || !look.visible.body(entry)) return null;
  const fact = look.current.facts[`${seq}-0`];
  return { look, entry, fact: fact?.annulledBy === null ? fact.id : null };
}

/** What the form starts with when an entry is corrected: what it said. */
export function sentBefore({ entry }: LoggedCall): Sent {
  const data = entry.body?.data ?? {};
  const outcome = data.result ?? data.answer;
  const said = { whom: data.party, channel: data.channel, note: data.note, outcome };
  const texts = Object.entries(said).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, [value]] as const] : [],
  );
  return { ...Object.fromEntries(texts), occurredOn: [entry.envelope.occurredOn] };
}

/** Says on the desk what was logged, with the way to take it back. */
export function loggedNotice({ look, entry, fact }: LoggedCall, language: Language): Html {
  const { id, header } = look.current;
  const sent = sentBefore({ look, entry, fact });
  const outcome = sent.outcome?.[0] ?? '';
  const label = Object.hasOwn(callOutcomes, outcome) ? callOutcomes[outcome as keyof typeof callOutcomes] : null;
  const whom = partyName(look, sent.whom?.[0] ?? '');
  const said = html`<p><a class="case-number"${attributes({ href: `/cases/${id}` })}>${header.code}</a> ${say(caseTitle(look), language)}</p>
    <p>${say(whom, language)}${label !== null && html` · ${say(label, language)}`} · ${parts.date(entry.envelope.occurredOn)}</p>`;
  const text = html`${said}${fact !== null && takeBackForm(loggedAs(id, entry.envelope.seq), language)}`;
  return parts.notice({ tone: 'good', heading: texts.logged, text, announce: true }, language);
}

function takeBackForm(logged: string, language: Language): Html {
  const control = commands.withdrawContact?.fields.reason?.control;
  const reasons = control?.kind === 'choice' ? (control.labels ?? {}) : {};
  const choices = Object.entries(reasons).map(([value, label]) => ({ value, label }));
  const reason = parts.selectField({ name: 'reason', label: texts.reason, value: 'wrongResult', choices }, language);
  const form = html`<form class="form"${attributes({ method: 'post', action: `${callAddress}/take-back`, 'data-once': true })}>
    ${parts.hiddenInputs({ logged, idempotencyKey: randomUUID() })}${reason}
    <div class="form-buttons"><button class="button button-secondary" type="submit">${say(texts.takeBack, language)}</button></div></form>`;
  return parts.disclosure({ summary: texts.correct, content: form }, language);
}
