import { type Clock, type HandoffKind, handoffKinds, isRefusal } from '../../workflows/index.ts';
import { eachApart } from '../each-apart.ts';
import { type Dependencies, executeSystem, momentOf } from '../write/index.ts';

/** How many one turn takes; the rest wait for the next. */
const atOnce = 500;

/**
 * Lets handoffs lapse whose kind says that silence does so and whose time to answer is over: the only thing that expiry
 * moves by itself (design §5). Ids are derived, so any number of sweepers do it once. Returns how many lapsed.
 */
export async function lapseHandoffs(dependencies: Dependencies): Promise<number> {
  const { store, now } = dependencies;
  // Not on its own day: a limit in days is over when the day has passed, one in hours at its minute.
  const over = await store.reads.lapsing({ minute: momentOf(now()).slice(0, 16), limit: atOnce });
  let lapsed = 0;
  await eachApart(over, async ({ caseId, row }) => {
    if (await lapse(caseId, row, dependencies)) lapsed += 1;
  });
  return lapsed;
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
