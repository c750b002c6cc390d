import type { Calendar } from '../../calendar.ts';
import type { CaseFile, LegalDate } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { dayOfFact, type FactScope, factsOf } from '../../facts.ts';

/** The last day of a respondent's time for defence, extensions included; null before it was served (O81 22). */
export function defenceEnds(caseFile: CaseFile, scope: FactScope, calendar: Calendar): LegalDate | null {
  const home = dayOfFact(caseFile, 'rulingRequestServed', scope);
  const abroad = dayOfFact(caseFile, 'rulingRequestServedAbroad', scope);
  const start = home ?? abroad;
  if (start === null) return null;
  const { due } = dueByRule(home === null ? 'ruling.defence.abroad' : 'ruling.defence', start, calendar);
  const added = factsOf(caseFile, 'rulingDefenceExtended', scope).reduce(
    (sum, fact) => sum + Number(fact.values.days ?? 0),
    0,
  );
  return due === null ? null : Temporal.PlainDate.from(due).add({ days: added }).toString();
}
