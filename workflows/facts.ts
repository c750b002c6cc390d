import { type CaseFile, dayOf, type Fact, type Id, type LegalDate, type OccurredOn } from './case-file.ts';

/** Whether `left` lies before `right`, compared as far as both are known (a month is not before a day inside it). */
export function isBefore(left: OccurredOn, right: OccurredOn): boolean {
  const known = Math.min(left.length, right.length);
  return left.slice(0, known) < right.slice(0, known);
}

/** Where facts are looked for. A matter's facts include those of proceedings only when they name it, or what it was split from. */
export interface FactScope {
  readonly proceeding?: Id;
  readonly matter?: Id;
  readonly handoff?: Id;
  readonly party?: Id;
}

/** Standing facts of a type, oldest first by legal date, then by record. Annulled ones do not count. */
export function factsOf(caseFile: CaseFile, type: string, scope: FactScope = {}): readonly Fact[] {
  const concerns = scope.matter === undefined ? () => true : concerning(caseFile, scope.matter);
  return standing(caseFile.facts, type)
    .filter(
      (fact) =>
        (scope.proceeding === undefined || fact.proceeding === scope.proceeding) &&
        concerns(fact) &&
        (scope.handoff === undefined || fact.handoff === scope.handoff) &&
        (scope.party === undefined || fact.party === scope.party),
    )
    .sort((left, right) => compareDates(left.occurredOn, right.occurredOn) || left.seq - right.seq);
}

/** Rules ask for facts of a type hundreds of times per command, while the facts of a case change once. */
const standingByType = new WeakMap<CaseFile['facts'], Partial<Record<string, readonly Fact[]>>>();

function standing(facts: CaseFile['facts'], type: string): readonly Fact[] {
  let byType = standingByType.get(facts);
  if (byType === undefined) {
    const all = Object.values(facts).filter(({ annulledBy }) => annulledBy === null);
    byType = Object.groupBy(all, (fact) => fact.type);
    standingByType.set(facts, byType);
  }
  return byType[type] ?? [];
}

/** Whether a fact concerns a matter: it names it, or what it was split from and was recorded before. */
function concerning(caseFile: CaseFile, matter: Id): (fact: Fact) => boolean {
  const origin = caseFile.matters[matter]?.splitFrom ?? null;
  if (origin === null) return ({ matters }) => matters.includes(matter);
  const split = Object.values(caseFile.facts).find(
    ({ type, values }) => type === 'splitMatter' && values.matter === matter,
  );
  const before = concerning(caseFile, origin);
  return (fact) => fact.matters.includes(matter) || (fact.seq < (split?.seq ?? 0) && before(fact));
}

/** The latest standing fact of a type; null when there is none. */
export function latestFact(caseFile: CaseFile, type: string, scope: FactScope = {}): Fact | null {
  return factsOf(caseFile, type, scope).at(-1) ?? null;
}

/** The legal day of the latest standing fact of a type. */
export function dayOfFact(caseFile: CaseFile, type: string, scope: FactScope = {}): LegalDate | null {
  const fact = latestFact(caseFile, type, scope);
  return fact === null ? null : dayOf(fact.occurredOn);
}

/** Whether a fact is later than another: by legal date, within one day as they were recorded. */
export function comesAfter(fact: Fact, other: Fact): boolean {
  return (compareDates(fact.occurredOn, other.occurredOn) || fact.seq - other.seq) > 0;
}

function compareDates(left: OccurredOn, right: OccurredOn): number {
  if (isBefore(left, right)) return -1;
  return isBefore(right, left) ? 1 : 0;
}
