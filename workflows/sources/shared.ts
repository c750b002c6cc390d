import type { Id, Source } from '../case-file.ts';
import { dueByRule } from '../clocks.ts';
import type { Context } from '../command.ts';
import { latestFact } from '../facts.ts';
import { deskRoles } from '../reference.ts';
import type { ClockRuleId } from '../rules/clock-rules.ts';

/** What every step of a fast lane says of itself: a fact about a matter, whichever proceeding holds it. */
export const onMatter = {
  target: 'matter',
  machine: 'path',
  kind: 'fact',
  relation: 'anyCustodian',
  by: deskRoles,
} as const;

/** The steps of a fast lane concern the cases that came in by it. */
export const cameInBy =
  (source: Source) =>
  ({ caseFile }: Context<unknown>): boolean =>
    caseFile.header.source === source;

/** The last day of a term of days from the latest fact that starts it on this matter; null while it does not run. */
export function lastDayOf(rule: ClockRuleId, startsWith: string, { caseFile, matter, given }: Context<unknown>) {
  const start = latestFact(caseFile, startsWith, { matter: matter!.id });
  return start === null ? null : dueByRule(rule, start.occurredOn.slice(0, 10), given.calendar).due;
}

/** Whether something is on record about this matter, of one party or any. */
export function isOnRecord({ caseFile, matter }: Context<unknown>, type: string, party?: Id): boolean {
  return latestFact(caseFile, type, { matter: matter!.id, ...(party === undefined ? {} : { party }) }) !== null;
}
