import type { CaseFile, Fact, Id } from '../case-file.ts';
import { factsOf } from '../facts.ts';

/** Sessions that were set, not held since, and not moved to another time. */
export function plannedSessions(caseFile: CaseFile, proceeding: Id): readonly Fact[] {
  const held = factsOf(caseFile, 'openSession', { proceeding }).at(-1)?.seq ?? 0;
  const set = factsOf(caseFile, 'scheduleSession', { proceeding });
  const moved = new Set(set.map(({ values }) => values.replaces));
  return set.filter(({ id, seq }) => seq > held && !moved.has(id));
}
