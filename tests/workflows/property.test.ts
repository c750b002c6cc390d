/** Random people give random commands, lawful and unlawful: whatever is taken, the case stays whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readData } from '../../workflows/data.ts';
import {
  type CaseFile,
  type CommandDefinition,
  type Context,
  commands,
  contextOf,
  type Decision,
  dayOf,
  isRefusal,
  type Target,
} from '../../workflows/index.ts';
import { dataFor, type Pick } from '../support/any-data.ts';
import { type Data, type Desk, openDesk, type Worker } from '../support/desk.ts';
import { applied, confirmed, inSession, offered, openedCase, papersReady, submitted } from '../support/desk-stages.ts';
import { assertCase, assertGrowth, assertJournal } from '../support/invariants.ts';

const workers: readonly Worker[] = [
  'sun',
  'limin',
  'liu',
  'sun',
  'limin',
  'zhou',
  'wang',
  'zhao',
  'station',
  'stationClerk',
  'admin-audit',
];
const beginnings = [
  () => openedCase(),
  () => applied(openDesk(), 3),
  () => inSession(openDesk(), 2),
  () => papersReady(),
  () => offered(),
  () => offered(openDesk(), 'laishanCourt'),
  () => submitted(),
  () => confirmed(),
];

interface Model {
  taken: number;
  refused: number;
}

/** One attempt, drawn from a list of random numbers so that it can be shrunk and told again. */
class Attempt implements fc.AsyncCommand<Model, Desk> {
  private readonly draws: readonly number[];
  private said = '';

  constructor(draws: readonly number[]) {
    this.draws = draws;
  }

  check = () => true;

  async run(model: Model, desk: Desk): Promise<void> {
    const pick = picker(this.draws);
    const by = workers[pick(workers.length)]!;
    if (pick(4) === 0) advance(desk, pick(12));
    const order = orderOf(desk, by, pick);
    const { definition, target } = order;
    const before = desk.file;
    const context = contextOf(before, definition, target, desk.given(by));
    const data = context === null ? {} : spoilt(dataFor(definition, context, pick), pick);
    const more = { occurredOn: dateOf(desk, pick), evidence: pick(2) === 0 ? '送达回证' : null };
    let answer = await desk.asks(by, definition.type, () => target, data, more);
    if (isRefusal(answer) && answer.code === 'acknowledge-warnings' && pick(4) !== 0) {
      const acknowledged = answer.warnings.map(({ code }) => code);
      answer = await desk.asks(by, definition.type, () => target, data, { ...more, acknowledged });
    }
    this.said = `${desk.given(by).today} ${by} ${definition.type} ${JSON.stringify(data)} ${JSON.stringify(more)} → ${isRefusal(answer) ? answer.code : 'taken'}`;
    if (isRefusal(answer)) {
      model.refused += 1;
      expect(desk.file).toBe(before);
      expect(answer.text.zh).not.toBe('');
    } else {
      model.taken += 1;
      if (context !== null) factsAreKnown(definition, context, data, answer);
      assertGrowth(before, desk.file);
      assertCase(desk);
    }
  }

  toString = () => this.said;
}

/** A command's `facts` may only ever be one of its `factCases`: the machines are tested with those and no others. */
function factsAreKnown(definition: CommandDefinition, context: Context<null>, data: Data, decision: Decision): void {
  const read = readData(definition, data, context);
  if (isRefusal(read)) throw new Error(`${definition.type} was taken with data that cannot be read`);
  const { occurredOn } = decision.entries[0]!.envelope;
  const facts = definition.facts({ ...context, occurredOn, day: dayOf(occurredOn), data: read.value as never });
  expect(definition.factCases, `facts of ${definition.type}`).toContainEqual(facts);
}

function picker(draws: readonly number[]): Pick {
  let next = 0;
  return (size) => {
    const draw = draws[next % draws.length] ?? 0;
    next += 1;
    return (draw + Math.floor(next / draws.length)) % size;
  };
}

/** Mostly something that is offered here and now, sometimes anything at all. */
function orderOf(desk: Desk, by: Worker, pick: Pick): { definition: CommandDefinition; target: Target } {
  const targets = targetsOf(desk.file);
  const possible = targets.flatMap((target) => desk.offers(by, () => target)).filter(({ allowed }) => allowed !== 'no');
  if (possible.length > 0 && pick(6) !== 0) return possible[pick(possible.length)]!;
  const all = Object.values(commands);
  const definition = all[pick(all.length)]!;
  const fitting = targets.filter(({ kind }) => kind === definition.target);
  return {
    definition,
    target: fitting[pick(Math.max(fitting.length, 1))] ?? { kind: definition.target, id: 'nowhere' },
  };
}

function targetsOf(file: CaseFile): readonly Target[] {
  const of = (kind: Target['kind'], parts: object) => Object.keys(parts).map((id): Target => ({ kind, id }));
  return [
    { kind: 'case', id: file.id },
    ...of('matter', file.matters),
    ...of('proceeding', file.proceedings),
    ...of('handoff', file.handoffs),
  ];
}

/** Now and then a field of the wrong kind, one too many, or one too few. */
function spoilt(data: Record<string, unknown>, pick: Pick): Record<string, unknown> {
  const names = Object.keys(data);
  const name = names[pick(Math.max(names.length, 1))] ?? 'none';
  const mischief = pick(20);
  if (mischief === 0) return { ...data, [name]: '🐶' };
  if (mischief === 1) return { ...data, surprise: 1 };
  if (mischief === 2) return Object.fromEntries(Object.entries(data).filter(([one]) => one !== name));
  return data;
}

function dateOf(desk: Desk, pick: Pick): string | null {
  const today = desk.given('sun').today;
  const dates = [
    '2026-02-30',
    '2026-09',
    Temporal.PlainDate.from(today).subtract({ days: 3 }).toString(),
    '2027-12-31',
    today,
  ];
  return pick(6) === 0 ? dates[pick(dates.length)]! : null;
}

function advance(desk: Desk, days: number): void {
  desk.at(`${Temporal.PlainDate.from(desk.given('sun').today).add({ days })}T10:00`);
}

describe('a case under random commands of random people', () => {
  it('never breaks an invariant', { timeout: 120_000 }, async () => {
    const counts: Model = { taken: 0, refused: 0 };
    const attempts = fc
      .array(fc.nat({ max: 9973 }), { minLength: 12, maxLength: 24 })
      .map((draws) => new Attempt(draws));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: beginnings.length - 1 }),
        fc.commands([attempts], { maxCommands: 40, size: 'max' }),
        async (beginning, orders) => {
          const desk = await beginnings[beginning]!();
          await fc.asyncModelRun(() => ({ model: counts, real: desk }), orders);
          assertCase(desk);
          assertJournal(desk.file, await desk.journal());
        },
      ),
      { seed: 20_261_122, numRuns: 60, endOnFailure: false },
    );
    expect(counts.taken).toBeGreaterThan(counts.refused / 4);
    expect(counts.refused).toBeGreaterThan(counts.taken / 10);
  });
});
