import { type Clock, type HandoffKind, handoffKinds, isRefusal } from '../../workflows/index.ts';
import { type Dependencies, executeSystem, momentOf } from '../write/index.ts';

/**
 * Lets handoffs lapse whose kind says that silence does so and whose time to answer is over: the only thing that expiry
 * moves by itself (design §5). Ids are derived, so any number of sweepers do it once. Returns how many lapsed.
 */
export async function lapseHandoffs(dependencies: Dependencies): Promise<number> {
  const { store, town, now } = dependencies;
  const minute = momentOf(now()).slice(0, 16);
  let lapsed = 0;
  for (const organisation of Object.keys(town.organisations)) {
    for (const rule of lapsing) {
      const due = await store.reads.clocks({ organisation, rule, dueUpTo: minute, limit: 200 });
      for (const { caseId, row } of due) {
        if (isOver(row, minute) && (await lapse(caseId, row, dependencies))) lapsed += 1;
      }
    }
  }
  return lapsed;
}

/** The rules whose expiry moves something: asked for by name, for years of other windows may have passed on the same desk. */
const lapsing = new Set(
  Object.values<HandoffKind>(handoffKinds).flatMap(({ onSilence: { does, clock } }) =>
    does === 'lapses' && clock !== null ? [clock] : [],
  ),
);

/** Not on its own day: a limit in days is over when the day has passed, one in hours at its minute. */
function isOver({ due, subject }: Clock, minute: string): boolean {
  if (due === null || subject.kind !== 'handoff') return false;
  return due.length > 10 ? due < minute : due < minute.slice(0, 10);
}

async function lapse(caseId: string, { subject, due }: Clock, dependencies: Dependencies): Promise<boolean> {
  const handoff = (await dependencies.store.load(caseId))?.handoffs[subject.id];
  if (handoff === undefined) return false;
  const kind: HandoffKind = handoffKinds[handoff.kind];
  if (kind.onSilence.does !== 'lapses') return false;
  const outcome = await executeSystem(
    {
      id: `lapse-${subject.id}-${due}`,
      caseId,
      type: 'lapseHandoff',
      target: { kind: 'handoff', id: subject.id },
      data: {},
    },
    dependencies,
  );
  return typeof outcome === 'string' ? outcome === 'done' : !isRefusal(outcome);
}
