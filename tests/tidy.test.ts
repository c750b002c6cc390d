/** The house rules. A failing sentence here says what to change; exceptions are named with their reason. */
import { describe, expect, it } from 'vitest';
import { clockRules, commands, exclusions, itemClasses, kit, routes, type Text } from '../workflows/index.ts';
import * as reasons from '../workflows/rules/reasons.ts';
import { eventsOf, graphOf, machines } from './support/machines.ts';
import {
  filesIn,
  type Import,
  importsOf,
  type Source,
  type SyntaxNode,
  sourcesIn,
  spanOf,
  textOf,
} from './support/sources.ts';

const workflows = sourcesIn('workflows');
const db = sourcesIn('db');
const server = sourcesIn('server');
const seeds = sourcesIn('seeds');
const product = [...workflows, ...db, ...server, ...seeds];
const everything = [...product, ...sourcesIn('tests')];
const importsFrom = (sources: readonly Source[]) => sources.flatMap(importsOf);
const told = ({ from, to }: Import) => `${from} → ${to}`;

/** The composition root, and the commands that people start from a shell: each puts a house together. */
const compositionRoots = ['server/main.ts', 'server/maintenance.ts', 'server/story.ts', 'server/town.ts'];

describe('imports go one way', () => {
  it('workflows import themselves, xstate and typebox', () => {
    const allowed = ['xstate', 'typebox', 'typebox/compile'];
    const foreign = importsFrom(workflows).filter(({ to, outside }) =>
      outside ? !allowed.includes(to) : !to.startsWith('workflows/'),
    );
    expect(foreign.map(told)).toEqual([]);
  });

  it('db imports itself and types of workflows; the names of the groups of a case file are half a type', () => {
    const foreign = importsFrom(db).filter(
      ({ to, outside, typeOnly }) =>
        !outside &&
        !to.startsWith('db/') &&
        to !== 'workflows/case-file.ts' &&
        !(to.startsWith('workflows/') && typeOnly),
    );
    expect(foreign.map(told)).toEqual([]);
  });

  it('seeds import themselves, workflows and the port of the store', () => {
    const foreign = importsFrom(seeds).filter(
      ({ to, outside }) => !outside && !/^(seeds|workflows)\//.test(to) && to !== 'db/store.ts',
    );
    expect(foreign.map(told)).toEqual([]);
  });

  it('the server imports itself, workflows and the ports of db; only composition roots pick an adapter or seeds', () => {
    const foreign = importsFrom(server)
      .filter(({ from }) => !compositionRoots.includes(from))
      .filter(({ to, outside }) => !outside && /^(db\/sqlite|db\/memory|db\/maintenance|tests)/.test(to));
    expect(foreign.map(told)).toEqual([]);
  });

  it('nothing of the product imports a test', () => {
    expect(
      importsFrom(product)
        .filter(({ to }) => to.startsWith('tests/'))
        .map(told),
    ).toEqual([]);
  });

  it('only kit.ts asks XState to do something; machine.ts authors with it', () => {
    const callers = importsFrom(workflows).filter(({ to, typeOnly }) => to === 'xstate' && !typeOnly);
    expect(callers.map(({ from }) => from)).toEqual(['workflows/kit.ts', 'workflows/machine.ts']);
  });
});

describe('workflows are pure', () => {
  const banned = ['Date', 'process', 'crypto', 'globalThis', 'console', 'fetch', 'setTimeout', 'setInterval', 'Intl'];
  const members = ['Math.random', 'Temporal.Now', 'performance.now'];

  it('and know no clock, no randomness and no surroundings', () => {
    const found = workflows.flatMap((source) =>
      source.nodes.flatMap((node) => {
        const name = calledName(node);
        return name !== null && [...banned, ...members].includes(name)
          ? [`${source.path}:${spanOf(source, node).line} ${name}`]
          : [];
      }),
    );
    expect(found).toEqual([]);
  });
});

/** The name of a surrounding, wherever it stands, or `Object.member`. */
function calledName(node: SyntaxNode): string | null {
  if (node.type === 'Identifier') return nameOf(node);
  return node.type === 'MemberExpression' ? `${nameOf(node.object)}.${nameOf(node.property)}` : null;
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

describe.each(Object.keys(machines))('the machine %s', (id) => {
  const config = JSON.parse(JSON.stringify(machines[id]!.config)) as Record<string, unknown>;
  const { states } = kit.describe(id);

  it('uses nothing that starts something, waits, or takes any event', () => {
    const keys = new Set<string>();
    const collect = (value: unknown, inEvents: boolean): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (inEvents) expect(key).toMatch(/^[a-z][A-Za-z]*$/);
        keys.add(key);
        if (key !== 'meta') collect(part, key === 'on');
      }
    };
    collect(config, false);
    for (const one of ['after', 'invoke', 'delay', 'delays', 'history', 'spawn', 'sendTo', 'raise', 'activities'])
      expect(keys.has(one), one).toBe(false);
    const nodes = [machines[id]!.root, ...Object.values(machines[id]!.root.states)];
    for (const node of nodes) {
      expect([node.after, node.invoke]).toEqual([[], []]);
      expect(node.type).not.toBe('history');
    }
  });

  it('stops after a hundred steps without an event', () => {
    expect(config.options).toEqual({ maxIterations: 100 });
  });

  it('has no final state: whatever is over may be taken up again', () => {
    expect(Object.values(machines[id]!.root.states).filter(({ type }) => type === 'final')).toEqual([]);
  });

  it('reaches every state by its own commands', () => {
    const reached = new Set(graphOf(id).slots.flatMap((slot) => kit.states(slot)));
    expect(states.map((state) => state.id).filter((state) => !reached.has(state))).toEqual([]);
    expect(eventsOf(id).length).toBeGreaterThan(0);
  });

  it.each(states.map((state) => [state.id, state] as const))(
    'forgets no case in “%s”',
    (_, { meta, transitions, id: own }) => {
      expectText(meta.label, `${own} label`);
      expectText(meta.publicLabel, `${own} public label`);
      for (const task of meta.tasks) expectText(task.text, `${own} task`);
      if (meta.over) return;
      expect(meta.owner).not.toBe('nobody');
      expect(
        transitions.some(({ targets }) => targets.some((target) => target !== own)),
        'a way out',
      ).toBe(true);
      expect(meta.clocks.length > 0 || meta.waits !== null, 'a clock, or a reason to wait').toBe(true);
      if (meta.waits !== null) expectText(meta.waits, `${own} waits`);
    },
  );
});

function expectText(text: Text, where: string): void {
  expect(text.zh.trim(), where).toMatch(/\p{Script=Han}/u);
  expect(text.en.trim(), where).toMatch(/[A-Za-z]/);
}

describe('labels', () => {
  it('of every command stand in both languages', () => {
    for (const { type, label } of Object.values(commands)) expectText(label, type);
  });

  it('of every reason, class of items, route and exclusion too', () => {
    const lists = Object.values(reasons).flatMap((list) => Object.entries(list));
    for (const [id, row] of lists) expectText('label' in row ? row.label : row, id);
    for (const [id, row] of Object.entries(itemClasses)) expectText(row.label, id);
    for (const route of routes) expectText(route.condition, route.id);
    for (const row of exclusions) for (const one of [row.forbids, row.why, row.instead]) expectText(one, row.id);
  });
});

describe('time limits', () => {
  it('each cite an article and say what happens when they pass', () => {
    for (const [id, rule] of Object.entries(clockRules)) {
      expect(rule.basis.length, id).toBeGreaterThan(0);
      for (const { article } of rule.basis) expect(article, id).toMatch(/^第/);
      for (const one of [rule.label, rule.consequence, rule.onExpiry.text]) expectText(one, id);
      expect(rule.amount > 0 || 'dueOn' in rule || 'termInFact' in rule, id).toBe(true);
    }
  });

  it('stand in rules/ and nowhere else', () => {
    const outside = workflows.filter(({ path }) => !/^workflows\/(rules|calendar)\//.test(path));
    const counts = outside.flatMap((source) =>
      source.nodes.filter((node) => countsDays(node)).map((node) => `${source.path}:${spanOf(source, node).line}`),
    );
    expect(counts).toEqual([]);
  });

  it('have their articles in workflows, like all law: nothing else of the product names one for itself', () => {
    const elsewhere = [...db, ...server, ...seeds].flatMap((source) =>
      source.nodes
        .filter((node) => node.type === 'Property' && nameOf(node.key) === 'instrument')
        .filter((node) => (node.value as SyntaxNode).type === 'Literal')
        .map((node) => `${source.path}:${spanOf(source, node).line}`),
    );
    expect(elsewhere).toEqual([]);
  });
});

/** A count of days in a sentence; the day of a date (1月1日) is none. */
const spoken = /(?<![\d月])\d+[\s-]*(?:个)?(?:工作日|日|天|个月|working days?|days?\b|months?\b)/i;

/** `{ days: 3 }`, `amount: 3` or a number of days in a sentence. One day before or after a date is no term. */
function countsDays(node: SyntaxNode): boolean {
  if (node.type === 'Property') {
    const value = node.value as SyntaxNode;
    const name = nameOf(node.key);
    return (
      ['days', 'weeks', 'months', 'years', 'hours', 'amount'].includes(name) &&
      value.type === 'Literal' &&
      Number(value.value) > 1
    );
  }
  const words =
    node.type === 'Literal'
      ? node.value
      : node.type === 'TemplateElement'
        ? (node.value as { raw?: string }).raw
        : null;
  return typeof words === 'string' && spoken.test(words);
}

describe('a file can be read in one sitting', () => {
  it('of four hundred lines at most', () => {
    expect(everything.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('with functions of seventy lines at most', () => {
    const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
    // A story is data told in order, whatever function begins it.
    const long = product
      .filter(({ path }) => !path.startsWith('seeds/stories/'))
      .flatMap((source) =>
        source.nodes
          .filter(({ type }) => functions.includes(type))
          .map((node) => spanOf(source, node))
          .filter(({ lines }) => lines > 70)
          .map(({ line, lines }) => `${source.path}:${line} has ${lines} lines`),
      );
    expect(long).toEqual([]);
  });

  it('without marks of unfinished work, and without tests that do not run', () => {
    const unfinished = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join(''));
    const idle = new RegExp(`\\b(?:it|describe|test)\\.(?:${['sk', 'ip|on', 'ly|to', 'do'].join('')})\\b`);
    expect(everything.filter(({ text }) => unfinished.test(text)).map(({ path }) => path)).toEqual([]);
    expect(everything.filter(({ text }) => idle.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('README', () => {
  const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts);
  const readme = textOf('README.md');

  it('names every script, and no script that does not exist', () => {
    const named = new Set([...readme.matchAll(/npm (?:run )?([a-z][a-z:]*)/g)].map(([, name]) => name!));
    for (const own of ['ci', 'install', 'run']) named.delete(own);
    expect([...named].sort()).toEqual([...scripts].sort());
  });

  it('points to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to!).filter((to) => !to.includes('://'));
    for (const link of links) expect(() => textOf(link), link).not.toThrow();
    expect(filesIn('docs', '.md').length).toBeGreaterThan(3);
  });
});
