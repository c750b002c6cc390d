/** Which ways are open now: the screening facts against the table of ways. Pure. */
import { inForceOn } from './rules/instruments.ts';
import { authorityWays } from './rules/ways/authorities.ts';
import type { Condition, Judgement } from './rules/ways/conditions.ts';
import { decisionWays } from './rules/ways/decision.ts';
import { mediationWays } from './rules/ways/mediation.ts';
import type { Answer, Way } from './rules/ways/way.ts';
import type { TriageFacts } from './triage-facts.ts';

/** Every way the house knows of, in the order in which people think of them. */
export const ways: readonly Way[] = [...mediationWays, ...authorityWays, ...decisionWays];

/** A condition and how it stands. */
export interface JudgedCondition extends Pick<Condition, 'id' | 'text' | 'basis' | 'instead'> {
  readonly judgement: Judgement;
}

/** `open`: every condition is met. `depends`: something is not known yet. `closed`: something is missing. */
export interface JudgedWay extends Omit<Way, 'conditions'> {
  readonly state: 'open' | 'depends' | 'closed';
  readonly conditions: readonly JudgedCondition[];
}

const order = { open: 0, depends: 1, closed: 2 } as const;

/**
 * All ways with their conditions judged, the open ones first. Citations are those in force on the day of the facts: no
 * sentence names a law that has ended or has not begun.
 */
export function triageOf(facts: TriageFacts): readonly JudgedWay[] {
  return ways.map((way) => judged(way, facts)).toSorted((left, right) => order[left.state] - order[right.state]);
}

function judged(way: Way, facts: TriageFacts): JudgedWay {
  const { on } = facts;
  const conditions = way.conditions.map(({ id, text, basis, judge, instead }) => ({
    id,
    text,
    instead,
    basis: inForceOn(basis, on),
    judgement: judge(facts),
  }));
  const answer = ({ text, basis }: Answer): Answer => ({ text, basis: inForceOn(basis, on) });
  return {
    ...way,
    conditions,
    state: stateOf(conditions),
    time: answer(way.time),
    cost: answer(way.cost),
    confidentiality: answer(way.confidentiality),
    enforceability: answer(way.enforceability),
    closes: answer(way.closes),
    keepsOpen: answer(way.keepsOpen),
    basis: inForceOn(way.basis, on),
  };
}

function stateOf(conditions: readonly JudgedCondition[]): JudgedWay['state'] {
  if (conditions.some(({ judgement }) => judgement === 'missing')) return 'closed';
  return conditions.every(({ judgement }) => judgement === 'met') ? 'open' : 'depends';
}
