/** Hearings of rulings, tribunals and courts: what sets one, what holds it, what calls it off. */
import type { CaseFile, Fact, OccurredOn, Proceeding } from './case-file.ts';
import type { ChannelId } from './channels/ids.ts';
import { type Text, text } from './text.ts';

/** The facts by which the hearings of one channel are followed; each fact of `sets` names its moment as `at`. */
export interface HearingFacts {
  readonly label: Text;
  readonly sets: string;
  readonly holds: string;
  /** The hearing does not take place: it was called off, or the case is stayed. */
  readonly callsOff: readonly string[];
  /** Nor where one of these ended the proceeding; where it only decided a part, the hearing stays. */
  readonly ends: readonly string[];
}

const hearingFacts: Readonly<Partial<Record<ChannelId, HearingFacts>>> = {
  adminRuling: {
    label: text('口头审理', 'Oral hearing'),
    sets: 'scheduleOralHearing',
    holds: 'holdOralHearing',
    callsOff: ['callOffHearing', 'rulingStayed'],
    ends: ['cancelRuling', 'closeRuling'],
  },
  arbitration: {
    label: text('仲裁开庭', 'Hearing of the tribunal'),
    sets: 'scheduleArbitrationHearing',
    holds: 'holdArbitrationHearing',
    callsOff: ['callOffHearing', 'arbitrationStayed'],
    ends: [],
  },
  litigation: {
    label: text('开庭', 'Court hearing'),
    sets: 'scheduleCourtHearing',
    holds: 'openTrial',
    callsOff: ['callOffHearing', 'suitStayed'],
    ends: ['withdrawSuit', 'dismissSuit', 'closeByAgreement'],
  },
};

/** How the hearings of a channel are followed; null for a channel that holds none. */
export function hearingsOf(channel: ChannelId): HearingFacts | null {
  return hearingFacts[channel] ?? null;
}

/** A hearing with its moves: the first fact that set it names it for good, whatever day it is moved to. */
export interface Hearing {
  readonly first: Fact;
  readonly at: OccurredOn;
  /** How often it was moved. */
  readonly moved: number;
}

/**
 * The hearing that is set in a proceeding and neither held nor called off, as it stood before entry `before` (absent: now).
 * A hearing set while another waits is that one moved.
 */
export function plannedHearing(caseFile: CaseFile, { id, channel }: Proceeding, before = Infinity): Hearing | null {
  const facts = hearingsOf(channel);
  if (facts === null) return null;
  const { sets, holds, callsOff } = facts;
  const told = Object.values(caseFile.facts)
    .filter((fact) => fact.proceeding === id && fact.annulledBy === null && fact.seq < before)
    .filter(({ type }) => type === sets || type === holds || callsOff.includes(type))
    .toSorted((one, other) => one.seq - other.seq);
  const since = told.slice(told.findLastIndex(({ type }) => type !== sets) + 1);
  const [first] = since;
  return first === undefined ? null : { first, at: String(since.at(-1)!.values.at), moved: since.length - 1 };
}
