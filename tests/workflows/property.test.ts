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
  handoffKinds,
  isRefusal,
  type Target,
} from '../../workflows/index.ts';
import { dataFor, type Pick } from '../support/any-data.ts';
import { type Data, type Desk, openDesk, type Worker } from '../support/desk.ts';
import { suitOverRulingRegistered } from '../support/desk-administrative-suit.ts';
import * as arbitrations from '../support/desk-arbitration.ts';
import { commercialAsked, commercialPending } from '../support/desk-commercial.ts';
import { agreedOnline, broughtBack, delegated, entrusted, registered, sitting } from '../support/desk-court.ts';
import { enforcementAsked, enforcing, enforcingAward } from '../support/desk-enforcement.ts';
import { officialTalks, regulatorTalks } from '../support/desk-official.ts';
import {
  complainedOf,
  criminalCaseOpened,
  notified,
  notProsecuted,
  penalised,
  withPolice,
} from '../support/desk-penalty.ts';
import * as rulings from '../support/desk-ruling.ts';
import {
  accepted,
  applied,
  confirmed,
  inSession,
  offered,
  offeredByCentre,
  offeredToStation,
  openedCase,
  papersReady,
  submitted,
} from '../support/desk-stages.ts';
import { notarised, orderAsked, orderIssued, withNotary } from '../support/desk-titles.ts';
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
  'adjudicator',
  'adjudicator',
  'regulator',
  'admin-audit',
  'officer',
  'officer',
  'colleague',
  'arbitrator',
  'enforcer',
  'trader',
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
  () => accepted(),
  () => offeredByCentre(),
  () => offeredToStation(),
  () => registered(),
  () => suitOverRulingRegistered(),
  () => sittingForCourt(),
  () => broughtBackAgreed(),
  () => complainedOf(openDesk(), 2),
  () => notified(openDesk(), 2),
  () => penalised(),
  () => withPolice(),
  () => criminalCaseOpened(),
  () => notProsecuted(),
  () => arbitrations.requested(openDesk(), 2),
  () => arbitrations.arbitrationAccepted(),
  () => arbitrations.heard(),
  () => arbitrations.awardServed(),
  () => enforcementAsked(),
  () => enforcing(),
  () => enforcingAward(),
  () => withNotary(),
  () => notarised(),
  () => orderAsked(),
  () => orderIssued(),
  () => commercialAsked(),
  () => commercialPending(),
  () => rulings.requested(openDesk(), 2),
  () => rulings.filed(),
  () => rulings.heard(openDesk(), 2),
  () => rulings.inEffect(),
  () => rulings.attacked(),
  () => officialTalks(),
  () => regulatorTalks(),
];

/** Suits and mediations for a court, where suits wait for what comes back. */
const sittingForCourt = async () => sitting(await delegated());
const broughtBackAgreed = async () => broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');

interface Model {
  taken: number;
  refused: number;
}

/** One attempt of one person at one command; everything about it follows from its seed and the case. */
class Attempt implements fc.AsyncCommand<Model, Desk> {
  private readonly seed: number;
  private said = '';

  constructor(seed: number) {
    this.seed = seed;
  }

  check = () => true;

  async run(model: Model, desk: Desk): Promise<void> {
    const pick = picker(this.seed);
    if (pick(4) === 0) advance(desk, pick(12));
    const { by, definition, target } = orderOf(desk, pick);
    const before = desk.file;
    const context = contextOf(before, definition, target, desk.given(by));
    const data = context === null ? {} : spoilt(sensible(dataFor(definition, context, pick), context, pick), pick);
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

/** Numbers that look random and are the same each time: an attempt is told again by its seed. */
function picker(seed: number): Pick {
  let state = seed + 1;
  return (size) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % size;
  };
}

/** What would drown the steps in facts and corrections if everything came up equally often. */
const rarely = new Set(
  Object.values(commands).flatMap(({ type, kind }) => (kind === 'step' || type === 'prepareHandoff' ? [] : [type])),
);

interface RandomOrder {
  readonly by: Worker;
  readonly definition: CommandDefinition;
  readonly target: Target;
}

/** Mostly something that is offered here and now to whoever is asked, sometimes anything at all by anybody. */
function orderOf(desk: Desk, pick: Pick): RandomOrder {
  const targets = targetsOf(desk.file);
  const start = pick(workers.length);
  const asked = pick(7) === 0 ? [] : [...workers.slice(start), ...workers.slice(0, start)];
  for (const by of asked) {
    const wanted = targets
      .flatMap((target) => desk.offers(by, () => target))
      .filter(({ allowed, definition }) => allowed !== 'no' && (!rarely.has(definition.type) || pick(8) === 0));
    if (wanted.length > 0) return { by, ...wanted[pick(wanted.length)]! };
  }
  const all = Object.values(commands);
  const definition = all[pick(all.length)]!;
  const fitting = targets.filter(({ kind }) => kind === definition.target);
  const target = fitting[pick(Math.max(fitting.length, 1))] ?? { kind: definition.target, id: 'nowhere' };
  return { by: workers[start]!, definition, target };
}

/** A packet mostly goes to somebody who can take it: the rest would stay untested behind one refusal. */
function sensible(data: Record<string, unknown>, context: Context, pick: Pick): Record<string, unknown> {
  const kind = handoffKinds[data.kind as keyof typeof handoffKinds];
  if (kind === undefined || !('to' in data) || pick(5) === 0) return data;
  const receivers = Object.values(context.given.reference.organisations).filter((one) =>
    kind.to.some((wanted) => wanted === one.kind),
  );
  return { ...data, to: receivers[pick(receivers.length)]?.id, partiesConsent: true };
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
    const attempts = fc.nat({ max: 2_000_000_000 }).map((seed) => new Attempt(seed));
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
