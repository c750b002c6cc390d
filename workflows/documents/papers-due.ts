import type { MachineSlot } from '../case-file.ts';
import type { MachineDescription } from '../kit.ts';
import { kit } from '../machines.ts';
import type { DocumentKind } from './kinds.ts';

/** What the states that every way to the present one leads through ask for, in their order; machines never change while the program runs. */
const known = new Map<string, readonly DocumentKind[]>();
/** What one state asks for by itself. */
const asked = new Map<string, readonly DocumentKind[]>();

/**
 * Papers that a proceeding in this state must have: those that the state asks for, and those of every state that no way to it
 * goes around. A detour (a stay, a request for supplements) asks for its papers only while the proceeding stands in it.
 */
export function papersDueIn(slot: MachineSlot): readonly DocumentKind[] {
  // Asked by its name and not restored: lists are derived of whatever is stored, and the check of the store says what is wrong.
  const state = String(slot.value);
  const key = `${slot.machine} ${state}`;
  const found = known.get(key) ?? dueIn(kit.describe(slot.machine), state);
  known.set(key, found);
  return found;
}

/** What the state itself asks for. */
export function papersAskedIn(slot: MachineSlot): readonly DocumentKind[] {
  const key = `${slot.machine} ${String(slot.value)}`;
  const found =
    asked.get(key) ??
    kit.describe(slot.machine).states.find(({ id }) => id === String(slot.value))?.meta.documentsDue ??
    [];
  asked.set(key, found);
  return found;
}

function dueIn({ states }: MachineDescription, state: string): readonly DocumentKind[] {
  if (states.every(({ id }) => id !== state)) return [];
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
