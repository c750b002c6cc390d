import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { kit, type MachineEvent } from '../../workflows/index.ts';
import { createKit } from '../../workflows/kit.ts';
import { frozen } from '../support/desk.ts';
import { type Edge, eventsOf, graphOf, keyOf, type MachineSlot, machines } from '../support/machines.ts';

const ids = Object.keys(machines);
const roundTrip = (slot: MachineSlot): MachineSlot => JSON.parse(JSON.stringify(slot));

/** Paths longer than this repeat what shorter ones showed; the mediation alone would have millions. */
const longestPath = 6;

/** Every way of at most `longestPath` steps that enters no configuration twice; of parallel steps between two, one each. */
function pathsThrough(machine: string): readonly (readonly Edge[])[] {
  const leaving = Map.groupBy(graphOf(machine).edges, ({ from }) => keyOf(from));
  const found: (readonly Edge[])[] = [];
  const walk = (at: MachineSlot, path: readonly Edge[], seen: ReadonlySet<string>): void => {
    if (path.length > 0) found.push(path);
    if (path.length === longestPath) return;
    const next = new Map((leaving.get(keyOf(at)) ?? []).map((edge) => [`${edge.event.type} ${keyOf(edge.to)}`, edge]));
    for (const edge of next.values()) {
      const key = keyOf(edge.to);
      if (!seen.has(key)) walk(edge.to, [...path, edge], new Set([...seen, key]));
    }
  };
  const start = kit.begin(machine);
  walk(start, [], new Set([keyOf(start)]));
  return found;
}

describe('the machines known to the tests', () => {
  it('are those of the house', () => {
    expect([...kit.machines].sort()).toEqual([...ids].sort());
  });
});

describe.each(ids)('the machine %s', (machine) => {
  const { slots, edges } = graphOf(machine);

  it('reaches every one of its states', () => {
    const reached = new Set(slots.flatMap((slot) => kit.states(slot)));
    const all = kit.describe(machine).states.map(({ id }) => id);
    expect(all.filter((id) => !reached.has(id))).toEqual([]);
  });

  it('agrees with the library about the shortest way to each state', () => {
    // The walk is generic over machines; its events are the ones that this machine's commands make.
    const paths = getShortestPaths(machines[machine]!, { events: eventsOf(machine) as never });
    for (const { steps, state } of paths) {
      const taken = steps.slice(1).map(({ event }) => event as unknown as MachineEvent);
      const end = taken.reduce<MachineSlot>((slot, event) => kit.step(slot, event)!.slot, kit.begin(machine));
      expect({ value: end.value, context: end.context }).toEqual({ value: state.value, context: state.context });
    }
  });

  it('takes every step the same way after its slot was written as JSON and read back', () => {
    for (const { from, event, to } of edges) {
      const before = frozen(roundTrip(from));
      const step = kit.step(before, event);
      expect(step?.slot).toEqual(to);
      expect(roundTrip(step!.slot)).toEqual(step!.slot);
      expect(kit.states(roundTrip(step!.slot))).toEqual(kit.states(to));
    }
    expect(edges.length).toBeGreaterThan(0);
  });

  it('walks every path with a slot that is written and read back at each step', () => {
    const paths = pathsThrough(machine);
    for (const path of paths) {
      let slot = kit.begin(machine);
      for (const { event } of path) slot = roundTrip(kit.step(slot, event)!.slot);
      expect(keyOf(slot)).toBe(keyOf(path.at(-1)!.to));
    }
    expect(paths.length).toBeGreaterThan(edges.length / 4);
  });

  it('keeps its slot small', () => {
    for (const slot of slots) expect(JSON.stringify(slot).length).toBeLessThan(1300);
  });

  it('takes no step it has no transition for, from any configuration', () => {
    const events = ids.flatMap((id) => eventsOf(id));
    const taken = new Set(edges.map(({ from, event }) => `${keyOf(from)} ${JSON.stringify(event)}`));
    for (const slot of slots) {
      for (const event of events) {
        const before = frozen(roundTrip(slot));
        const possible = taken.has(`${keyOf(slot)} ${JSON.stringify(event)}`);
        expect(kit.can(before, event), `${keyOf(slot)} ${event.type}`).toBe(possible);
        if (!possible) expect(kit.step(before, event)).toBeNull();
      }
    }
  });

  it.each([
    'xstate.init',
    'xstate.stop',
    'xstate.route',
    'xstate.after.1000.triage',
    'xstate.done.state.path',
    'xstate.error.actor.x',
    '*',
    'askConsent.*',
  ])('refuses the forged event %s', (type) => {
    for (const slot of slots) {
      expect(() => kit.step(slot, { type, facts: {} })).toThrow('not a command');
      expect(() => kit.can(slot, { type, facts: {} })).toThrow('not a command');
    }
  });

  it('does not guess when a fact is missing or strange', () => {
    const guarded = edges.filter(({ event }) => Object.keys(event.facts).length > 0);
    for (const { from, event } of guarded) {
      const strange = Object.fromEntries(Object.keys(event.facts).map((name) => [name, 'neither']));
      const open = kit
        .describe(machine)
        .states.find(({ id }) => kit.states(from)[0] === id)!
        .transitions.some(({ command, when }) => command === event.type && Object.keys(when).length === 0);
      expect(kit.can(from, { type: event.type, facts: strange })).toBe(open);
    }
  });

  it('stops a slot that names a state it never had', () => {
    const slot = { ...kit.begin(machine), value: 'neverland' };
    expect(() => kit.states(slot)).toThrow();
  });

  it('stops a slot of a newer version than it knows', () => {
    const slot = kit.begin(machine);
    expect(() => kit.states({ ...slot, version: slot.version + 1 })).toThrow('older than a stored slot');
  });
});

/** Machines in which the library's search for every simple path does not end in any useful time. */
const large = [
  'path',
  'adminRuling',
  'peopleMediation',
  'courtAnnexedMediation',
  'litigation',
  'administrativeLitigation',
  'adminMediation',
  'generalAdminMediation',
  'arbitration',
  'commercialMediation',
];

describe('the smaller machines', () => {
  it.each(ids.filter((id) => !large.includes(id)))(
    '%s: every simple path the library finds ends where it says',
    (machine) => {
      for (const { steps, state } of getSimplePaths(machines[machine]!, { events: eventsOf(machine) as never })) {
        let slot = kit.begin(machine);
        for (const { event } of steps.slice(1))
          slot = roundTrip(kit.step(slot, event as unknown as MachineEvent)!.slot);
        expect(slot.value).toEqual(state.value);
      }
    },
  );
});

/** What must not change without a new version: states, steps, targets and what guards ask; no labels, no meta. */
function fingerprintOf(machine: string) {
  const { id, version, states } = kit.describe(machine);
  const rows = states.map((state) => [
    state.id,
    state.initial,
    state.transitions
      .map(({ command, targets, when }) => [command, targets.join(' '), JSON.stringify(when)].join(' > '))
      .sort(),
  ]);
  return { machine: id, version, states: rows.sort() };
}

const stored = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fingerprints/${name}.json`, import.meta.url), 'utf8'));

describe.each(ids)('the released structure of %s', (machine) => {
  it('is the one on record for its version', () => {
    const now = JSON.parse(JSON.stringify(fingerprintOf(machine)));
    expect(
      now,
      `The structure of ${machine} changed. Raise its version in workflows/machines.ts, write the upgrade of older slots, and ` +
        `store the new fingerprint as tests/workflows/fingerprints/${machine}-${now.version}.json; keep the old files.`,
    ).toEqual(stored(`${machine}-${kit.describe(machine).version}`));
  });

  it('still loads every slot of every version ever released', () => {
    for (let version = 1; version <= kit.describe(machine).version; version += 1) {
      const golden: readonly MachineSlot[] = stored(`${machine}-${version}-slots`);
      expect(golden.length).toBeGreaterThan(0);
      for (const slot of golden) {
        expect(slot.version).toBe(version);
        expect(kit.states(slot)).toHaveLength(1);
        expect(kit.meta(slot).label.zh).not.toBe('');
      }
    }
  });
});

describe('a machine whose structure moved on', () => {
  const { version } = kit.describe('path');
  const old = { id: 'path', version, machine: machines.path!, upgrades: {} };

  it('refuses an older slot when nobody wrote the upgrade', () => {
    const newer = createKit([{ ...old, version: version + 1 }]);
    expect(() => newer.states(kit.begin('path'))).toThrow(`no upgrade from version ${version}`);
  });

  it('loads an older slot through the upgrade', () => {
    const newer = createKit([
      {
        ...old,
        version: version + 1,
        upgrades: { [version]: (slot) => ({ ...slot, value: slot.value === 'triage' ? 'over' : slot.value }) },
      },
    ]);
    expect(newer.states(kit.begin('path'))).toEqual(['over']);
    expect(newer.step(kit.begin('path'), { type: 'reopenMatter', facts: {} })?.slot.version).toBe(version + 1);
  });
});
