/**
 * The one file that calls XState's runtime. Everything else of the program knows machines as slots (four plain fields)
 * that are begun, asked and stepped here. All functions are pure.
 */
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  getNextTransitions,
  initialTransition,
  transition,
} from 'xstate';
import type { Json, JsonObject, MachineSlot } from './case-file.ts';
import type { MachineEvent, StateMeta } from './machine.ts';

/** A machine with the version that stored slots name and the ways older slots become newer ones. */
export interface RegisteredMachine {
  readonly id: string;
  readonly version: number;
  readonly machine: AnyStateMachine;
  /** From version n (key) to n+1. */
  readonly upgrades: Readonly<Record<number, (slot: MachineSlot) => MachineSlot>>;
}

/** What one step did. `entered` names the leaf states that were not active before. */
export interface Step {
  readonly slot: MachineSlot;
  readonly entered: readonly string[];
}

/** Machines by id, asked through one object so that the law's folder has no global state. */
export interface Kit {
  begin(machine: string): MachineSlot;
  can(slot: MachineSlot, event: MachineEvent): boolean;
  /** Null when the machine takes no transition: silence of the library made visible. */
  step(slot: MachineSlot, event: MachineEvent): Step | null;
  /** Command types for which the current state has any transition, whatever its guard says. */
  known(slot: MachineSlot): readonly string[];
  states(slot: MachineSlot): readonly string[];
  meta(slot: MachineSlot): StateMeta;
  describe(machine: string): MachineDescription;
  readonly machines: readonly string[];
}

export interface StateDescription {
  readonly id: string;
  readonly initial: boolean;
  readonly meta: StateMeta;
  readonly transitions: readonly {
    readonly command: string;
    readonly targets: readonly string[];
    readonly when: JsonObject;
  }[];
}

export interface MachineDescription {
  readonly id: string;
  readonly version: number;
  readonly states: readonly StateDescription[];
}

/** Builds the kit. Every machine is started once here, so that a mistyped initial state stops the program at import. */
export function createKit(registered: readonly RegisteredMachine[]): Kit {
  const machines = new Map(registered.map((entry) => [entry.id, entry]));
  const find = (id: string): RegisteredMachine => {
    const entry = machines.get(id);
    if (entry === undefined) throw new Error(`unknown machine ${id}`);
    return entry;
  };

  const restore = (stored: MachineSlot): [RegisteredMachine, AnyMachineSnapshot] => {
    const entry = find(stored.machine);
    const slot = upgraded(entry, stored);
    // The generic kit meets a registry of machines: values are checked by resolveState, which throws on unknown states.
    const value = slot.value as Parameters<AnyStateMachine['resolveState']>[0]['value'];
    return [entry, entry.machine.resolveState({ value, context: structuredClone(slot.context) })];
  };
  const save = (entry: RegisteredMachine, snapshot: AnyMachineSnapshot): MachineSlot => ({
    machine: entry.id,
    version: entry.version,
    value: snapshot.value as Json,
    context: snapshot.context as JsonObject,
  });

  // A machine begins in the same way each time.
  const begun = new Map(registered.map((entry) => [entry.id, save(entry, initialTransition(entry.machine)[0])]));

  // What a state says of itself depends on the machine and its value alone, and is asked many times per page.
  const insights = new Map<string, Insight>();
  const insightInto = (slot: MachineSlot): Insight => {
    const key = `${slot.machine} ${slot.version} ${JSON.stringify(slot.value)}`;
    const known = insights.get(key);
    if (known !== undefined) return known;
    const fresh = insightOf(restore(slot)[1]);
    insights.set(key, fresh);
    return fresh;
  };

  return {
    machines: [...machines.keys()],
    begin: (id) => begun.get(find(id).id)!,
    can(slot, event) {
      assertOwnEvent(event);
      return restore(slot)[1].can(event);
    },
    step(slot, event) {
      assertOwnEvent(event);
      const [entry, before] = restore(slot);
      if (!before.can(event)) return null;
      const [after, actions] = transition(entry.machine, before, event);
      if (actions.length > 0)
        throw new Error(`machine ${entry.id} asked for effects: ${actions.map((action) => action.type)}`);
      const old = new Set(leaves(before));
      return { slot: save(entry, after), entered: leaves(after).filter((state) => !old.has(state)) };
    },
    known: (slot) => insightInto(slot).known,
    states: (slot) => insightInto(slot).states,
    meta: (slot) => insightInto(slot).meta,
    describe(id) {
      return describeMachine(find(id));
    },
  };
}

/** What can be said of a state without asking its context. */
interface Insight {
  readonly known: readonly string[];
  readonly states: readonly string[];
  readonly meta: StateMeta;
}

function insightOf(snapshot: AnyMachineSnapshot): Insight {
  const known = [...new Set(getNextTransitions(snapshot).map((candidate) => candidate.eventType))];
  return { known, states: leaves(snapshot), meta: metaOf(snapshot) };
}

function upgraded(entry: RegisteredMachine, stored: MachineSlot): MachineSlot {
  let slot = stored;
  while (slot.version < entry.version) {
    const upgrade = entry.upgrades[slot.version];
    if (upgrade === undefined) throw new Error(`machine ${entry.id} has no upgrade from version ${slot.version}`);
    slot = { ...upgrade(slot), version: slot.version + 1 };
  }
  if (slot.version > entry.version)
    throw new Error(`machine ${entry.id} is older than a stored slot (${slot.version})`);
  return slot;
}

/** `transition` would take the library's own events from anyone. */
function assertOwnEvent(event: MachineEvent): void {
  if (event.type.startsWith('xstate.') || event.type.includes('*')) throw new Error(`not a command: ${event.type}`);
}

function leafNodes(snapshot: AnyMachineSnapshot) {
  return snapshot._nodes.filter((node) => node.type === 'atomic' || node.type === 'final');
}

function leaves(snapshot: AnyMachineSnapshot): readonly string[] {
  return leafNodes(snapshot).map((node) => node.path.join('.'));
}

function metaOf(snapshot: AnyMachineSnapshot): StateMeta {
  const node = leafNodes(snapshot)[0];
  if (node?.meta === undefined) throw new Error(`state ${node?.id} says nothing of itself`);
  return node.meta as StateMeta;
}

function describeMachine(entry: RegisteredMachine): MachineDescription {
  const { root } = entry.machine;
  const initial = new Set(leaves(initialTransition(entry.machine)[0]));
  const states: StateDescription[] = [];
  const visit = (node: typeof root): void => {
    const children = Object.values(node.states);
    for (const child of children) visit(child);
    if (children.length > 0) return;
    const id = node.path.join('.');
    const transitions = [...node.transitions.values()].flat().map((candidate) => ({
      command: candidate.eventType,
      targets: (candidate.target ?? [node]).map((target) => target.path.join('.')),
      when: guardParameters(candidate.guard),
    }));
    states.push({ id, initial: initial.has(id), meta: node.meta as StateMeta, transitions });
  };
  visit(root);
  return { id: entry.id, version: entry.version, states };
}

function guardParameters(guard: unknown): JsonObject {
  if (typeof guard !== 'object' || guard === null || !('params' in guard)) return {};
  return guard.params as JsonObject;
}
