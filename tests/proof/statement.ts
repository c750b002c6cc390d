/** The statement a release ships with: what was proved of machines, routes and exclusions, and by what. */
import { commands, kit } from '../../workflows/index.ts';
import { exclusions } from '../../workflows/path/exclusions.ts';
import { routes } from '../../workflows/path/transitions.ts';
import type { ClockRule } from '../../workflows/rules/clock-rule.ts';
import { clockRules } from '../../workflows/rules/clock-rules.ts';
import { limitationClocks } from '../../workflows/rules/clocks-limitation.ts';
import { stepsOf } from '../support/machines.ts';
import { unaccountedTimeLimits } from './clocks-page.ts';
import { type MachineProof, proveMachine } from './machines.ts';
import { met } from './meeting.ts';
import { meetings } from './meetings.ts';
import { travelled } from './travel.ts';
import { travels } from './travels.ts';

export interface Proof {
  readonly machines: readonly MachineProof[];
  /** Everything that does not hold, in sentences; empty when the whole is proved. */
  readonly shortcomings: readonly string[];
}

/** Walks every machine, travels every route and meets every exclusion. */
export async function prove(): Promise<Proof> {
  const machines = kit.machines.map(proveMachine);
  const journeys = await inTurn(travels, (one) => told(one.route, () => travelled(one)));
  const refusals = await inTurn(meetings, (one) => told(one.exclusion, () => met(one)));
  const notTravelled = routes.filter(({ id }) => !travels.some(({ route }) => route === id));
  const notMet = exclusions.filter(({ id }) => !meetings.some(({ exclusion }) => exclusion === id));
  return {
    machines,
    shortcomings: [
      ...machines.flatMap(({ shortcomings }) => shortcomings),
      ...idleCommands().map((what) => `no machine takes the step ${what}`),
      ...idleClocks().map((id) => `no state runs the clock ${id}`),
      ...unaccountedTimeLimits.map((id) => `the time limit ${id} is neither kept nor on the list of those not kept`),
      ...notTravelled.map(({ id }) => `nobody travels ${id}`),
      ...journeys.flat(),
      ...notMet.map(({ id }) => `nobody meets ${id}`),
      ...refusals.flat(),
    ],
  };
}

async function inTurn<One, Result>(list: readonly One[], ask: (one: One) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of list) results.push(await ask(one));
  return results;
}

/** A case that could not even be told is a shortcoming like any other. */
async function told(id: string, ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await ask();
  } catch (error) {
    return [`${id}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Steps that no state of their machines has a transition for. */
function idleCommands(): readonly string[] {
  return kit.machines.flatMap((machine) => {
    const taken = new Set(
      kit.describe(machine).states.flatMap(({ transitions }) => transitions.map((one) => one.command)),
    );
    return stepsOf(machine)
      .filter(({ type }) => !taken.has(type))
      .map(({ type }) => `${machine} ${type}`);
  });
}

/** Clocks that no state lists and that could therefore never run; some only judge a filing, and the ledger of limitation keeps its own. */
function idleClocks(): readonly string[] {
  const listed = new Set<string>(
    kit.machines.flatMap((machine) => kit.describe(machine).states.flatMap(({ meta }) => meta.clocks)),
  );
  return Object.entries<ClockRule>(clockRules)
    .filter(([id, rule]) => !listed.has(id) && rule.judgedOnly !== true && !Object.hasOwn(limitationClocks, id))
    .map(([id]) => id);
}

/** Time limits that are compared with a day when something is filed, and never run. */
const judgedOnly = Object.entries<ClockRule>(clockRules).flatMap(([id, rule]) =>
  rule.judgedOnly === true ? [id] : [],
);

/** The statement as a page. */
export function statement({ machines, shortcomings }: Proof): string {
  const rows = machines.map(
    (one) =>
      `| [${one.machine}](machines/${one.machine}.md) | ${one.version} | ${one.states} | ${one.configurations} | ${one.steps} | ${one.farthest} |`,
  );
  return `# What is proved of the whole

\`npm run workflows:check\` writes this page; a test holds it current. It is the statement a release ships with.

${shortcomings.length === 0 ? 'Everything below holds.' : `**Not everything holds yet:**\n\n${shortcomings.map((one) => `- ${one}`).join('\n')}`}

## Machines

Every configuration of every machine (a state with what the machine remembers in it) was reached by walking all steps with all their facts. In each of them: a state that is not over has an owner, a way out, and a clock or a lawful reason to wait; from each an end can be reached, so every handoff and every proceeding can end; every step is taken somewhere; every clock runs somewhere, save those that only judge a filing: ${judgedOnly.join(', ')} (${Object.keys(clockRules).length} clocks, ${Object.keys(commands).length} commands).

| machine | version | states | configurations | steps | farthest |
|---|---|---|---|---|---|
${rows.join('\n')}

## Routes

For each route of the law a case was told through the program that goes it, and it was found in the channel the route leads to, over the same matter, carried by the handoff the route names.

${travels.map(({ route, tells }) => `- **${route}** ${tells}`).join('\n')}

## Exclusions

Each was asked for, and refused or (where another body decides) warned of with its article, with nothing changed.

${meetings.map(({ exclusion, tells }) => `- **${exclusion}** ${tells}`).join('\n')}

## Exclusivity and invariants

Shown by model-based tests over whole case files (\`tests/workflows/property.test.ts\`): random commands of random people never put two channels that exclude each other over one matter, never break an invariant of \`tests/support/invariants.ts\`, and every journal they leave verifies.
`;
}
