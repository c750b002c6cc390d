import type { LetterRow } from '../../db/letters.ts';
import type { MaskedPerson } from '../../db/people.ts';
import {
  type Actor,
  type CaseFile,
  type CaseMoment,
  caseFileAsOf,
  type Entry,
  type Given,
  type Id,
  knows,
} from '../../workflows/index.ts';
import { noteHidden, requireReason } from '../write/case-reason.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { givenFor } from '../write/given.ts';
import { type Visible, visibleTo } from './visibility.ts';

/** Everything a view of one case is made of: loaded once, then only pure functions. */
export interface Look {
  /** The case as it is shown: now, or as it stood at `moment`. */
  readonly caseFile: CaseFile;
  /** The case as it is now; what may be seen is always judged by it. */
  readonly current: CaseFile;
  readonly given: Given;
  readonly visible: Visible;
  /** The whole journal; views show only what `visible` lets through. */
  readonly journal: readonly Entry[];
  /** The outbox of the case, oldest first. */
  readonly letters: readonly LetterRow[];
  readonly persons: ReadonlyMap<Id, MaskedPerson>;
  /** Names of everybody with an account, also of those who left. */
  readonly staff: Readonly<Record<Id, string>>;
  readonly moment: CaseMoment | null;
}

/** How a case is looked at: at which moment, as which view, and why where a reason is obligatory. */
export interface Looking {
  readonly moment?: CaseMoment | null;
  /** The view, as the auditor's log names it. */
  readonly what?: string;
  readonly reason?: string | null;
}

/**
 * Loads a case for an actor and notes for the auditor that it was seen, outside the reply. Null when there is none,
 * or none the actor may know of. Throws the problem `reason-needed` for a centre's head who gave no reason today.
 */
export async function lookAt(
  caseId: Id,
  actor: Actor,
  dependencies: Dependencies,
  { moment = null, what = 'case', reason = null }: Looking = {},
): Promise<Look | null> {
  const current = await dependencies.store.load(caseId);
  if (current === null) return null;
  if (!knows(current, actor)) {
    noteHidden(actor, caseId, dependencies);
    return null;
  }
  const why = await requireReason(actor, caseId, dependencies, reason);
  const { store, people, accounts, readLog } = dependencies;
  const [given, journal, letters, persons, staff] = await Promise.all([
    givenFor(actor, dependencies),
    store.reads.journal(caseId),
    store.letters.ofCase(caseId),
    people.masked([...personsOf(current), ...personsNamed(current)]),
    accounts.list(),
  ]);
  readLog.note({
    person: actor.person,
    caseId,
    what,
    thing: null,
    reason: why === null ? null : `audit:${why}`,
    readAt: given.now,
  });
  return {
    current,
    caseFile: moment === null ? current : caseFileAsOf(current, journal, moment),
    given,
    visible: visibleTo(current, given),
    journal,
    letters,
    persons,
    staff: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    moment,
  };
}

/** Persons whom a party named and who are none of the case: only the entry that names them leads to them. */
function personsNamed(caseFile: CaseFile): readonly Id[] {
  return Object.values(caseFile.facts).flatMap(({ values: { named } }) => (typeof named === 'string' ? [named] : []));
}

/** Every person a case refers to: parties and their agents. */
export function personsOf(caseFile: CaseFile): readonly Id[] {
  return Object.values(caseFile.parties).flatMap((party) => [
    party.person,
    ...(party.formerPersons ?? []).map((former) => former.person),
    ...party.agents.map((agent) => agent.person),
  ]);
}
