import { type CaseFile, dayOf, type Fact, type Id } from '../case-file.ts';
import { factsOf } from '../facts.ts';

/**
 * Sessions of a proceeding that were set and not moved, with none held on their day or later: of several that were set ahead
 * the first may be held while the others stand.
 */
export function plannedSessions(caseFile: CaseFile, proceeding: Id): readonly Fact[] {
  const held = factsOf(caseFile, 'openSession', { proceeding }).map(({ occurredOn }) => dayOf(occurredOn));
  const set = factsOf(caseFile, 'scheduleSession', { proceeding });
  const moved = new Set(set.map(({ values }) => values.replaces));
  return set.filter(({ id, values }) => !moved.has(id) && held.every((day) => day < String(values.at).slice(0, 10)));
}
