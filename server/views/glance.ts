import { type Actor, type Id, opensWithReason } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { givenFor } from '../write/given.ts';
import { type Look, personsOf } from './look.ts';
import { visibleTo } from './visibility.ts';

/** What a register needs of a case: less than a whole look. */
export type Glance = Pick<Look, 'caseFile' | 'current' | 'given' | 'visible' | 'persons' | 'staff'>;

/** Loads some case files for a register; cases the actor may not know are left out. A centre's head gets no list. */
export async function glancesAt(
  caseIds: readonly Id[],
  actor: Actor,
  dependencies: Dependencies,
): Promise<ReadonlyMap<Id, Glance>> {
  if (opensWithReason(actor)) throw new ProblemError('aggregates-only');
  const { store, people, accounts } = dependencies;
  const given = await givenFor(actor, dependencies);
  const staff = Object.fromEntries((await accounts.list()).map(({ id, name }) => [id, name]));
  const files = await Promise.all([...new Set(caseIds)].map((id) => store.load(id)));
  const known = files.filter((file) => file !== null);
  const persons = await people.masked(known.flatMap(personsOf));
  return new Map(
    known.flatMap((current): [Id, Glance][] => {
      const visible = visibleTo(current, given);
      return visible.matters.size === 0
        ? []
        : [[current.id, { caseFile: current, current, given, visible, persons, staff }]];
    }),
  );
}
