/** What is proved of every machine by walking all its configurations; each shortcoming is a sentence. */
import { kit } from '../../workflows/index.ts';
import type { StateDescription } from '../../workflows/kit.ts';
import { type Edge, graphOf, keyOf, type MachineSlot } from '../support/machines.ts';

export interface MachineProof {
  readonly machine: string;
  readonly version: number;
  readonly states: number;
  /** States with what the machine remembers in them. */
  readonly configurations: number;
  /** Steps between two configurations, each with its facts. */
  readonly steps: number;
  /** The most steps by which the shortest way reaches a configuration. */
  readonly farthest: number;
  /** Empty when everything holds. */
  readonly shortcomings: readonly string[];
}

/** Walks one machine as the library finds its graph, and says what does not hold. */
export function proveMachine(machine: string): MachineProof {
  const { version, states } = kit.describe(machine);
  const { slots, edges } = graphOf(machine);
  return {
    machine,
    version,
    states: states.length,
    configurations: slots.length,
    steps: edges.length,
    farthest: farthestFrom(kit.begin(machine), edges),
    shortcomings: [
      ...unreached(states, slots),
      ...states.flatMap((state) => shortcomingsOf(state).map((what) => `${state.id} ${what}`)),
      ...withoutEnd(slots, edges),
    ].map((what) => `${machine}: ${what}`),
  };
}

function unreached(states: readonly StateDescription[], slots: readonly MachineSlot[]): readonly string[] {
  const reached = new Set(slots.flatMap((slot) => kit.states(slot)));
  return states.filter(({ id }) => !reached.has(id)).map(({ id }) => `${id} is never reached`);
}

/** A state is owned, goes on, and has a clock or a reason to wait; what is over needs none of it. */
function shortcomingsOf({ meta, transitions }: StateDescription): readonly string[] {
  if (meta.over) return [];
  return [
    ...(meta.owner === 'nobody' ? ['has no owner'] : []),
    ...(transitions.length === 0 ? ['has no way out'] : []),
    ...(meta.clocks.length === 0 && meta.waits === null ? ['has neither a clock nor a reason to wait'] : []),
  ];
}

/** Configurations from which no sequence of steps comes to an end. */
function withoutEnd(slots: readonly MachineSlot[], edges: readonly Edge[]): readonly string[] {
  const arriving = Map.groupBy(edges, ({ to }) => keyOf(to));
  const ends = new Set(slots.filter((slot) => kit.meta(slot).over).map(keyOf));
  const open = [...ends];
  for (let key = open.pop(); key !== undefined; key = open.pop())
    for (const { from } of arriving.get(key) ?? []) {
      if (ends.has(keyOf(from))) continue;
      ends.add(keyOf(from));
      open.push(keyOf(from));
    }
  return slots.filter((slot) => !ends.has(keyOf(slot))).map((slot) => `${keyOf(slot)} never comes to an end`);
}

function farthestFrom(start: MachineSlot, edges: readonly Edge[]): number {
  const leaving = Map.groupBy(edges, ({ from }) => keyOf(from));
  const seen = new Set([keyOf(start)]);
  let rim = [keyOf(start)];
  let steps = 0;
  for (;;) {
    const next = rim
      .flatMap((key) => (leaving.get(key) ?? []).map(({ to }) => keyOf(to)))
      .filter((key) => !seen.has(key));
    if (next.length === 0) return steps;
    for (const key of next) seen.add(key);
    rim = [...new Set(next)];
    steps += 1;
  }
}
