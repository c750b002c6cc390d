import { attributes, type Html, html } from '../html.ts';
import { daysNotCounted, type Language, say, type Text, t } from '../i18n.ts';
import { type Badge, badge, card, type Definition, definitionList, disclosure, emptyState } from './basics.ts';
import { type DayUnit, date, dayOf, daysLeft, daysLeftParts, weekday } from './format.ts';
import { articleRef, show, type Words } from './words.ts';

export type ClockKind = 'statutory' | 'agreed' | 'guideline' | 'target' | 'waitingPeriod' | 'leadTime';

export type Tolling = {
  /** Dates `YYYY-MM-DD`; without `until` the interval is still open. */
  readonly from: string;
  readonly until?: string;
  readonly days: number;
  readonly reason: Words;
};

/** Everything needed to recompute a due date by hand. */
export type ClockProof = {
  readonly rule: Words;
  readonly instrument: Words;
  /** Absent where the instrument already names it. */
  readonly article?: Words;
  readonly trigger: { readonly fact: Words; readonly on: string; readonly evidence?: Words };
  readonly calendar: Words;
  readonly tolling?: readonly Tolling[];
  readonly steps: readonly Words[];
  readonly consequence: Words;
  /** Why the due date is not the one shown before. */
  readonly moved?: Words;
};

export type Clock = {
  readonly label: Words;
  readonly kind: ClockKind;
  /** Negative after the due day; 0 on it. */
  readonly daysLeft: number;
  readonly unit?: DayUnit;
  /** `YYYY-MM-DD`, or an instant for a limit counted in hours; absent while time stands still. */
  readonly dueOn?: string;
  /** How urgent it is, where the rule itself says so; otherwise by the days left. */
  readonly tone?: ClockTone;
  /** Running unless said otherwise. */
  readonly state?: 'running' | 'met' | 'suspended' | 'cancelled';
  readonly progress?: { readonly daysUsed: number; readonly daysTotal: number };
  readonly provisional?: boolean;
  readonly unverified?: boolean;
  readonly oldLaw?: boolean;
  readonly note?: Words;
  readonly proof?: ClockProof;
};

/** The card with all clocks of a proceeding, or the sentence that none runs. */
export function clocksCard(clocks: readonly Clock[], language: Language): Html {
  const content =
    clocks.length === 0
      ? emptyState({ text: t.noClocks }, language)
      : html`<ul class="clocks">${clocks.map((clock) => html`<li>${clockCard(clock, language)}</li>`)}</ul>`;
  return card({ heading: t.clocks, id: 'clocks', content }, language);
}

/** One time limit: days left, due date, how firm it is, a thin bar, and its proof on request. */
export function clockCard(clock: Clock, language: Language): Html {
  const tone = toneOf(clock);
  const { dueOn } = clock;
  return html`<article class="clock clock-${tone}">
    <div class="clock-head">
    <h3>${show(clock.label, language)}</h3>
    ${clockState(clock, language)}</div>
    <p class="clock-due">${dueOn !== undefined && html`${say(t.dueOn, language)} ${date(dueOn)} <span class="weekday">${weekday(dayOf(dueOn), language)}</span>`}${dueOn !== undefined && clock.note !== undefined && ' · '}${clock.note !== undefined && show(clock.note, language)}</p>
    ${progressBar(clock, language)}
    <p class="badges">${signsOf(clock).map((sign) => badge(sign, language))}</p>
    ${clock.proof !== undefined && disclosure({ summary: proofSummary(clock, language), content: proofOf(clock.proof, language) }, language)}</article>`;
}

/** Days left as a toned text for a table cell or a task: 剩 6 天. */
export function daysLeftText(
  clock: Pick<Clock, 'daysLeft' | 'kind' | 'tone'> & { readonly unit?: DayUnit },
  language: Language,
): Html {
  return html`<span class="days-left days-left-${toneOf(clock)}">${daysLeft(clock.daysLeft, clock.unit ?? 'day', language)}</span>`;
}

export type ClockTone = 'good' | 'warn' | 'bad' | 'quiet';

/** Only a limit that binds turns red when it has passed; a guideline or a target of our own stays amber. */
function toneOf(clock: Pick<Clock, 'daysLeft' | 'kind' | 'state' | 'tone'>): ClockTone {
  if (clock.state !== undefined && clock.state !== 'running') return 'quiet';
  if (clock.tone !== undefined) return clock.tone;
  const binds = clock.kind === 'statutory' || clock.kind === 'agreed';
  if (clock.daysLeft < 0) return binds ? 'bad' : 'warn';
  return clock.daysLeft <= daysThatWarn ? 'warn' : 'good';
}
const daysThatWarn = 7;

function clockState(clock: Clock, language: Language): Html {
  switch (clock.state) {
    case 'met':
      return badge({ label: t.clockMet, tone: 'good' }, language);
    case 'suspended':
      return badge({ label: t.clockSuspended, tone: 'neutral' }, language);
    case 'cancelled':
      return badge({ label: t.clockCancelled, tone: 'neutral' }, language);
    default: {
      const { before, number, after } = daysLeftParts(clock.daysLeft, clock.unit ?? 'day', language);
      return html`<p class="clock-left">${before} ${number !== '' && html`<span class="clock-number">${number}</span>`} ${after !== '' && html`<span class="clock-unit">${after}</span>`}</p>`;
    }
  }
}

function progressBar(clock: Clock, language: Language): Html | undefined {
  if (clock.progress === undefined) return undefined;
  const { daysUsed, daysTotal } = clock.progress;
  const value = Math.max(0, Math.min(daysUsed, daysTotal));
  return html`<progress class="clock-bar"${attributes({ max: daysTotal, value, 'aria-label': say(t.timeUsed, language) })}>${daysUsed} / ${daysTotal}</progress>`;
}

const kindNames: Readonly<Record<ClockKind, Text>> = {
  statutory: t.kindStatutory,
  agreed: t.kindAgreed,
  guideline: t.kindGuideline,
  target: t.kindTarget,
  waitingPeriod: t.kindWaitingPeriod,
  leadTime: t.kindLeadTime,
};

function signsOf(clock: Clock): readonly Badge[] {
  const signs: Badge[] = [
    clock.kind === 'guideline'
      ? { label: kindNames.guideline, tone: 'warn', icon: 'info' }
      : { label: kindNames[clock.kind], tone: clock.kind === 'statutory' ? 'info' : 'neutral' },
  ];
  if (clock.provisional) signs.push({ label: t.provisional, tone: 'warn', icon: 'clock' });
  if (clock.unverified) signs.push({ label: t.unverified, tone: 'warn' });
  if (clock.oldLaw) signs.push({ label: t.oldLaw, tone: 'warn' });
  return signs;
}

function proofSummary(clock: Clock, language: Language): Html {
  return html`${say(t.clockProof, language)}<span class="visually-hidden"> ${show(clock.label, language)}</span>`;
}

function proofOf(proof: ClockProof, language: Language): Html {
  const { trigger, tolling = [] } = proof;
  const rows: Definition[] = [
    { term: t.proofRule, value: proof.rule },
    {
      term: t.proofArticle,
      value: html`${show(proof.instrument, language)}${articleRef(proof.article, language)}`,
    },
    { term: t.proofTrigger, value: html`${show(trigger.fact, language)} · ${date(trigger.on)}` },
  ];
  if (trigger.evidence !== undefined) rows.push({ term: t.proofEvidence, value: trigger.evidence });
  rows.push({ term: t.proofCalendar, value: proof.calendar });
  if (tolling.length > 0) rows.push({ term: t.proofTolling, value: tollingList(tolling, language) });
  if (proof.steps.length > 0) {
    const steps = html`<ol class="proof-steps">${proof.steps.map((step) => html`<li>${show(step, language)}</li>`)}</ol>`;
    rows.push({ term: t.proofSteps, value: steps });
  }
  if (proof.moved !== undefined) rows.push({ term: t.proofMoved, value: proof.moved });
  rows.push({ term: t.proofConsequence, value: proof.consequence });
  return definitionList({ rows }, language);
}

function tollingList(tolling: readonly Tolling[], language: Language): Html {
  return html`<ul class="proof-steps">${tolling.map(
    ({ from, until, days, reason }) =>
      html`<li>${date(from)} ${until === undefined ? say(t.untilNow, language) : html`${say(t.until, language)} ${date(until)}`} · ${say(daysNotCounted(days), language)} · ${show(reason, language)}</li>`,
  )}</ul>`;
}
