import type { MachineSlot } from '../case-file.ts';
import type { MachineDescription } from '../kit.ts';
import { kit } from '../machines.ts';
import type { DocumentKind } from './kinds.ts';

/** What the states that every way to the present one leads through ask for, in their order; machines never change while the program runs. */
const known = new Map<string, readonly DocumentKind[]>();

/**
 * Papers that a proceeding in this state must have: those that the state asks for, and those of every state that no way to it
 * goes around. A detour (a stay, a request for supplements) asks for its papers only while the proceeding stands in it.
 */
export function papersDueIn(slot: MachineSlot): readonly DocumentKind[] {
  const [state = ''] = kit.states(slot);
  const key = `${slot.machine} ${state}`;
  const found = known.get(key) ?? dueIn(kit.describe(slot.machine), state);
  known.set(key, found);
  return found;
}

function dueIn({ states }: MachineDescription, state: string): readonly DocumentKind[] {
  const before = states.filter(({ id }) => id === state || !reaches(states, state, id));
  return [...new Set(before.flatMap(({ meta }) => meta.documentsDue))];
}

/** Whether a state can be reached from the first one without going through another. */
function reaches(states: MachineDescription['states'], wanted: string, without: string): boolean {
  const seen = new Set<string>();
  const next = states.filter(({ id, initial }) => initial && id !== without).map(({ id }) => id);
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === wanted) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const targets = states.find((one) => one.id === id)?.transitions.flatMap((one) => one.targets) ?? [];
    next.push(...targets.filter((target) => target !== without));
  }
  return false;
}
