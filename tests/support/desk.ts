import { memoryStore } from '../../db/memory.ts';
import type { Store } from '../../db/store.ts';
import { type CastLogin, castMember, castOfficers } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import {
  type Actor,
  blankCaseFile,
  type Calendar,
  type CaseFile,
  type Command,
  commands,
  contextOf,
  type Decision,
  decide,
  derive,
  type Entry,
  type Found,
  type Given,
  isRefusal,
  type Offer,
  offersFor,
  type Reference,
  type Refusal,
  type Target,
} from '../../workflows/index.ts';

/** Somebody at work: a cast member, or one of the helpers at organisations the cast does not reach. */
export type Worker = CastLogin | keyof typeof helpers;

/** What a command is told beside its data. `at` moves the desk's clock and it stays there. */
export interface More {
  readonly at?: string;
  readonly occurredOn?: string | null;
  readonly acknowledged?: readonly string[];
  readonly evidence?: string | null;
  readonly id?: string;
}

export type Data = Readonly<Record<string, unknown>>;
type Aim = (caseFile: CaseFile) => Target;
type Told = Data | ((caseFile: CaseFile) => Data);

/** One case on a desk in memory: commands go through `decide` over the store, and everything is kept. */
export interface Desk {
  readonly caseId: string;
  readonly store: Store;
  readonly reference: Reference;
  readonly calendar: Calendar;
  /** The case file as stored, frozen to its depths. */
  readonly file: CaseFile;
  /** Decided and committed; throws with the refusal's words when it was refused. */
  gives(by: Worker, command: string, target: Aim, data?: Told, more?: More): Promise<Decision>;
  /** Refused with the code, with nothing changed; throws when it was accepted or refused for another reason. */
  refuses(code: string, by: Worker, command: string, target: Aim, data?: Told, more?: More): Promise<Refusal>;
  /** Whatever `decide` says; committed when it is a decision. */
  asks(by: Worker, command: string, target: Aim, data?: Told, more?: More): Promise<Decision | Refusal>;
  offers(by: Worker, target: Aim): readonly Offer[];
  /** The values a worker could choose in a field of a command. */
  choices(by: Worker, command: string, target: Aim, field: string): readonly { value: string; label: string }[];
  given(by: Worker): Given;
  journal(): Promise<readonly Entry[]>;
  /** Moves the clock (minute in Asia/Shanghai). */
  at(moment: string): void;
}

const helpers = {
  /** A mediator and a clerk of another committee, which is on the system. */
  station: { person: 'station-mediator', organisation: 'laishanMediationStation', roles: ['mediator'] },
  stationClerk: { person: 'station-clerk', organisation: 'laishanMediationStation', roles: ['committeeClerk'] },
  /** An enforcement officer of the market regulator; police and procuratorate have no login and are recorded by it. */
  officer: { person: 'market-officer', organisation: 'yantaiMarketSupervision', roles: ['enforcementOfficer'] },
  colleague: { person: 'market-colleague', organisation: 'yantaiMarketSupervision', roles: ['enforcementOfficer'] },
  /** A secretary of the arbitration commission. */
  arbitrator: {
    person: 'arbitration-secretary',
    organisation: 'yantaiArbitrationCommission',
    roles: ['arbitrationSecretary'],
  },
  /** An enforcement judge of the Zhifu court. */
  enforcer: { person: 'enforcement-judge', organisation: 'zhifuCourt', roles: ['enforcementJudge'] },
  /** A mediator of a commercial organisation, who does its papers too. */
  trader: {
    person: 'commercial-mediator',
    organisation: 'yantaiCommercialMediators',
    roles: ['mediator', 'committeeClerk'],
  },
  /** Who rules at the patent department, and at another one. */
  adjudicator: { person: 'ruling-officer', organisation: 'yantaiPatentDepartment', roles: ['rulingOfficer'] },
  centreOfficer: { person: 'centre-officer', organisation: 'yantaiProtectionCentre', roles: ['rulingOfficer'] },
  /** Who mediates beside enforcement at the market regulator. */
  regulator: { person: 'regulator', organisation: 'yantaiMarketSupervision', roles: ['enforcementOfficer'] },
  system: { person: 'system', organisation: null, roles: ['system'] },
} as const satisfies Record<string, Actor>;

export function actorOf(worker: Worker): Actor {
  if (worker in helpers) return helpers[worker as keyof typeof helpers];
  const { id, organisation, roles } = castMember(worker as CastLogin);
  return { person: id, organisation, roles };
}

/** Yantai with the cast and the helpers as officers. */
export function townReference(): Reference {
  const officers = Object.values(helpers).flatMap(({ person, organisation, roles }) =>
    organisation === null ? [] : [{ id: person, name: person, organisation, roles }],
  );
  const known = Object.fromEntries(officers.map((officer) => [officer.id, officer]));
  return { ...yantaiReference(), officers: { ...castOfficers(), ...known } };
}

/** The town of every desk. */
export const town = townReference();
const officialCalendar = yantaiCalendar();

interface DeskState {
  readonly caseId: string;
  readonly store: Store;
  readonly calendar: Calendar;
  file: CaseFile;
  now: string;
  ids: number;
  commands: number;
}

/** An empty desk at 09:00 on the first of September 2026; several desks may share a store. */
export function openDesk(options: { caseId?: string; store?: Store; at?: string; calendar?: Calendar } = {}): Desk {
  const { caseId = 'case-1', store = memoryStore(), calendar = officialCalendar } = options;
  const now = options.at ?? '2026-09-01T09:00';
  const state: DeskState = { caseId, store, calendar, file: blankCaseFile(caseId), now, ids: 0, commands: 0 };
  return {
    caseId,
    store,
    calendar,
    reference: town,
    get file() {
      return state.file;
    },
    asks: (...order) => ask(state, ...order),
    async gives(...order) {
      const answer = await ask(state, ...order);
      if (isRefusal(answer)) throw new Error(`${order[1]} by ${order[0]} was refused: ${wordsOf(answer)}`);
      return answer;
    },
    refuses: (code, ...order) => expectRefusal(state, code, order),
    offers: (by, target) => offersFor(state.file, target(state.file), givenAt(state, by)),
    choices(by, type, target, field) {
      const context = contextOf(state.file, commands[type]!, target(state.file), givenAt(state, by));
      const list = commands[type]!.fields[field]!.choices!;
      return context === null ? [] : list(context).map(({ value, label }) => ({ value, label: label.zh }));
    },
    given: (by) => givenAt(state, by),
    journal: () => store.reads.journal(caseId),
    at(moment) {
      state.now = moment;
    },
  };
}

type Order = readonly [by: Worker, command: string, target: Aim, data?: Told, more?: More];

function givenAt(state: DeskState, by: Worker, found: Found = {}): Given {
  return {
    actor: actorOf(by),
    now: `${state.now}:00+08:00`,
    today: state.now.slice(0, 10),
    ids() {
      state.ids += 1;
      return `${state.caseId}-${state.ids}`;
    },
    reference: town,
    calendar: state.calendar,
    found,
  };
}

async function ask(state: DeskState, ...order: Order): Promise<Decision | Refusal> {
  const [by, type, target, data = {}, more = {}] = order;
  if (more.at !== undefined) state.now = more.at;
  state.commands += 1;
  const command: Command = {
    id: more.id ?? `${state.caseId}-command-${state.commands}`,
    type,
    target: target(state.file),
    occurredOn: more.occurredOn ?? null,
    data: typeof data === 'function' ? data(state.file) : data,
    acknowledged: more.acknowledged ?? [],
    evidence: more.evidence ?? null,
  };
  const found = await findFor(command, state, actorOf(by));
  const decision = decide(state.file, command, givenAt(state, by, found));
  if (isRefusal(decision)) {
    await state.store.voidNumber(command.id, decision.code);
    return decision;
  }
  await keep(state, decision, command, actorOf(by));
  state.file = frozen(decision.after);
  return decision;
}

async function expectRefusal(state: DeskState, code: string, order: Order): Promise<Refusal> {
  const before = state.file;
  const written = JSON.stringify(before);
  const length = (await state.store.reads.journal(state.caseId)).length;
  const answer = await ask(state, ...order);
  if (!isRefusal(answer)) throw new Error(`${order[1]} by ${order[0]} was taken, though ${code} was expected`);
  if (answer.code !== code) throw new Error(`${order[1]}: ${code} was expected, not ${wordsOf(answer)}`);
  const unchanged = state.file === before && JSON.stringify(state.file) === written;
  if (!unchanged || (await state.store.reads.journal(state.caseId)).length !== length)
    throw new Error(`${order[1]} was refused and yet changed the case`);
  return answer;
}

/** A refusal in one line, with field and warnings, for messages of failing tests. */
export function wordsOf(refusal: Refusal): string {
  const warnings = refusal.warnings.map((warning) => warning.code).join(', ');
  return `${refusal.code} ${refusal.field ?? ''} ${refusal.text.zh} ${warnings}`;
}

/** What a command's `needs` name, looked up in the store. */
async function findFor(command: Command, { file, now, store }: DeskState, actor: Actor): Promise<Found> {
  const found: { numbers?: Record<string, string>; journal?: readonly Entry[]; queryCodeHash?: string } = {};
  const needs = Object.hasOwn(commands, command.type) ? commands[command.type]!.needs : [];
  for (const need of needs) {
    if (need === 'journal') found.journal = await store.reads.journal(file.id);
    else if (need === 'queryCode') found.queryCodeHash = `hash-of-${command.id}`;
    else if (need.startsWith('number:')) {
      const kind = need.slice('number:'.length);
      const organisation = actor.organisation ?? 'nobody';
      const pattern = kind === 'caseCode' ? 'JF{year}-{number}' : '（{year}）烟知人调字第{number}号';
      const year = Number(now.slice(0, 4));
      const text = await store.reserveNumber({ commandId: command.id, kind, organisation, year, pattern });
      found.numbers = { ...found.numbers, [kind]: text };
    }
  }
  return found;
}

/** Commits a decision with what is derived from it; throws when the store does not take it. */
export async function keep(
  { store, calendar }: Pick<DeskState, 'store' | 'calendar'>,
  decision: Decision,
  command: Command,
  actor: Actor,
) {
  const result = await store.commit({
    commandId: command.id,
    person: actor.person,
    requestDigest: command.id,
    before: decision.before,
    after: decision.after,
    entries: decision.entries,
    persons: decision.persons,
    queryCodes: decision.queryCodes,
    derived: derive(decision.after, calendar, town),
    answer: {},
  });
  if (result.kind !== 'committed') throw new Error(`${command.type}: ${result.kind}`);
}

/** Freezes a value to its depths; what was frozen before is not walked again. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
