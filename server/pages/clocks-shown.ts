import type { ClockView } from '../views/clock-view.ts';
import type * as parts from './components/index.ts';
import { show } from './components/words.ts';
import { attributes, html } from './html.ts';
import type { Language } from './i18n.ts';

/** The clocks of a case as cards, each with its proof. */
export function clocksShown(clocks: readonly ClockView[], language: Language): readonly parts.Clock[] {
  return clocks.map((clock) => clockShown(clock, language));
}

function clockShown(clock: ClockView, language: Language): parts.Clock {
  const { due, daysLeft, party, kind } = clock;
  const progress = progressOf(clock);
  return {
    label: clock.label,
    kind,
    daysLeft: daysLeft ?? 0,
    tone: toneOf(clock),
    provisional: clock.provisional,
    unverified: clock.toVerify,
    oldLaw: clock.oldLawToConfirm,
    proof: proofOf(clock, language),
    ...(due === null ? { state: 'suspended' as const } : { dueOn: due }),
    ...(party === null ? {} : { note: party }),
    ...(progress === undefined ? {} : { progress }),
  };
}

/** How urgent a clock looks: only a limit of the law turns red. */
export function toneOf({ state }: Pick<ClockView, 'state'>): parts.ClockTone {
  if (state === 'overdue') return 'bad';
  if (state === 'suspended') return 'quiet';
  return state === 'running' ? 'good' : 'warn';
}

function progressOf({ due, daysLeft, proof }: ClockView) {
  if (due === null || daysLeft === null) return undefined;
  const from = Temporal.PlainDate.from(proof.trigger.occurredOn.slice(0, 10).padEnd(10, '-01'));
  const daysTotal = from.until(due.slice(0, 10), { largestUnit: 'days' }).days;
  return daysTotal <= 0 ? undefined : { daysTotal, daysUsed: daysTotal - daysLeft };
}

function proofOf({ proof }: ClockView, language: Language): parts.ClockProof {
  const { trigger, tolling, moved } = proof;
  return {
    rule: proof.rule,
    instrument: html`${proof.basis.map((one, index) => html`${index > 0 && '；'}${show(one, language)}`)}`,
    trigger: {
      fact: trigger.label,
      on: trigger.occurredOn,
      evidence: html`<a${attributes({ href: `#entry-${trigger.entry}` })}>#${trigger.entry}</a>`,
    },
    calendar: proof.calendar,
    tolling: tolling.map(({ until, ...toll }) => (until === null ? toll : { ...toll, until })),
    steps: proof.steps,
    consequence: proof.consequence,
    ...(moved === null ? {} : { moved }),
  };
}
