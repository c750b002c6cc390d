/** Words by which tests point at things of a case file; those of the stories, and a few more. */
import { proceedingOf } from '../../seeds/stories/story.ts';
import type { CaseFile, ChannelId, Clock, ClockRuleId, Id, Proceeding } from '../../workflows/index.ts';
import { clocksOf } from '../../workflows/index.ts';
import type { Desk } from './desk.ts';

export {
  handoff,
  itemIds,
  matter,
  matterId,
  partyId,
  proceeding,
  proceedingOf,
  theCase,
} from '../../seeds/stories/story.ts';

/** The latest agreement of the mediation. */
export function agreementOf(caseFile: CaseFile): Id {
  return Object.keys(proceedingOf(caseFile, 'peopleMediation').agreements).at(-1) ?? '';
}

export function stateOf(desk: Desk, channel: ChannelId): string {
  return String(proceedingOf(desk.file, channel).slot.value);
}

/** Where a matter stands on its path. */
export function pathOf(desk: Desk, index = 0): string {
  return String(Object.values(desk.file.matters)[index]?.slot.value);
}

export function outcomesOf(proceeding: Proceeding): readonly string[] {
  return Object.values(proceeding.outcomes);
}

/** The clocks of one rule that run now. */
export function clocksBy(desk: Desk, rule: ClockRuleId): readonly Clock[] {
  return clocksOf(desk.file, desk.calendar).filter((clock) => clock.rule === rule);
}

/** The last day of the one clock of a rule; throws when it does not run exactly once. */
export function dueOfClock(desk: Desk, rule: ClockRuleId): string | null {
  const found = clocksBy(desk, rule);
  if (found.length !== 1) throw new Error(`${rule} runs ${found.length} times`);
  return found[0]!.due;
}
