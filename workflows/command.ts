import type { Calendar } from './calendar.ts';
import type {
  Actor,
  CaseFile,
  Handoff,
  Id,
  Irregularity,
  Json,
  JsonObject,
  LegalDate,
  MachineSlot,
  Matter,
  OccurredOn,
  Proceeding,
  Target,
  TargetKind,
} from './case-file.ts';
import type { DataOf, Fields, PersonInput } from './fields.ts';
import type { Entry, FactRecord } from './journal.ts';
import type { MachineFacts } from './machine.ts';
import type { Clash } from './meetings.ts';
import type { Finding } from './radar/findings.ts';
import type { MarksOf } from './radar/keys.ts';
import type { Reference, Role } from './reference.ts';
import type { Basis, DecidedBy } from './rules/law.ts';
import type { Text } from './text.ts';

/** What somebody asks for. */
export interface Command {
  /** Unique; the same id is never decided twice. */
  readonly id: Id;
  readonly type: string;
  readonly target: Target;
  /** When it happened; null: now, as precisely as the command asks. */
  readonly occurredOn: OccurredOn | null;
  readonly data: unknown;
  /** Codes of warnings the actor has seen and takes. */
  readonly acknowledged: readonly string[];
  /** For an act of an organisation that is not on the system: an item's id or a note of the call that proves it. */
  readonly evidence: string | null;
}

/** What was looked up outside the case because the command's `needs` named it. */
export interface Found {
  readonly numbers?: Readonly<Record<string, string>>;
  readonly journal?: readonly Entry[];
  readonly queryCodeHash?: string;
  readonly caseCode?: string;
  /** What other cases say to this change, as far as the actor may know; only what is new. */
  readonly related?: readonly Finding[];
  /** Meetings of the actor's organisation that cannot be at the same time as the one that is set. */
  readonly clashes?: readonly Clash[];
  /** The case whose code was typed; null: there is none. `held`: the actor's organisation has an open proceeding in it. */
  readonly otherCase?: { readonly id: Id; readonly code: string; readonly held: boolean } | null;
}

/** A thing to look up before deciding: a reserved official number, the case's journal, the hash of a fresh query code, other cases that the change touches, the case of a typed code, meetings at the same time. */
export type Need = `number:${string}` | 'journal' | 'queryCode' | 'caseCode' | 'relatedCases' | 'otherCase' | 'clashes';

/** Everything outside the case that a decision may depend on. */
export interface Given {
  readonly actor: Actor;
  /** RFC 3339 to the second with +08:00. */
  readonly now: string;
  /** The day of `now` in Asia/Shanghai. */
  readonly today: LegalDate;
  /** A source of fresh ids; the only thing here that changes when used. */
  readonly ids: () => Id;
  readonly reference: Reference;
  readonly calendar: Calendar;
  readonly found: Found;
  /** Keyed hashes of what tells a person apart; a door without the key leaves it out. */
  readonly marks?: MarksOf;
}

/** What requirements, facts and `apply` see. The parts that the target does not have are null. */
export interface Context<Data = unknown> {
  readonly caseFile: CaseFile;
  readonly given: Given;
  readonly target: Target;
  readonly slot: MachineSlot | null;
  readonly matter: Matter | null;
  readonly proceeding: Proceeding | null;
  readonly handoff: Handoff | null;
  readonly occurredOn: OccurredOn;
  readonly day: LegalDate;
  readonly data: Data;
}

/** What a requirement found wrong. */
export interface Objection {
  readonly text: Text;
  /** The articles, where they depend on what was asked for; without them the requirement's own. */
  readonly basis?: readonly Basis[];
  readonly instead?: Text;
  readonly field?: string;
}

/**
 * A named legal requirement. `blocks`: the act is ours and unlawful, or the record would contradict itself. `warns`: another
 * body decides. `marks`: it has already happened and is recorded as irregular, with its repair.
 */
export interface Requirement<in Data = unknown> {
  readonly code: string;
  readonly effect: 'blocks' | 'warns' | 'marks';
  readonly decidedBy: DecidedBy;
  readonly basis: readonly Basis[];
  /** `state`: can be judged before anything is filled in, and is then shown on the page. */
  readonly looksAt: 'state' | 'data';
  readonly check: (context: Context<Data>) => Objection | null;
}

/** Who may give a command, in relation to its target (design §7). */
export type Relation =
  | 'custodian'
  | 'assigned'
  | 'sender'
  | 'receiver'
  | 'anyCustodian'
  | 'newcomer'
  | 'supervisor'
  | 'system';

/** A person to be put into the person store with the same commit. */
export interface PersonDraft {
  readonly id: Id;
  readonly input: PersonInput;
}

export type FactDraft = Pick<FactRecord, 'type'> & Partial<Omit<FactRecord, 'id' | 'type'>>;

/** What a command changes beside its own machine. */
export interface Change {
  readonly caseFile?: CaseFile;
  /** Facts beside the command's own. */
  readonly facts?: readonly FactDraft[];
  /** Values of the command's own fact: booleans, dates, ids and codes; never names or free text. */
  readonly values?: JsonObject;
  readonly party?: Id | null;
  readonly matters?: readonly Id[];
  /** What the journal's body keeps; defaults to the data with persons replaced by references. */
  readonly body?: JsonObject;
  readonly persons?: readonly PersonDraft[];
  /** A query code's hash for a party; earlier codes of the party stop working. */
  readonly queryCode?: { readonly party: Id; readonly hash: string };
  /** The proceeding the entry belongs to, for a command on the case that concerns one of them: who sees that proceeding sees the entry. */
  readonly proceeding?: Id | null;
  /** Whether this entry belongs to the inside of its proceeding; defaults to what the definition says. */
  readonly compartment?: boolean;
  /** Corrections name the entry they correct. */
  readonly corrects?: number;
}

/** One command, defined once: endpoint, OpenAPI, form, permission row and negative tests come from it. */
export interface CommandDefinition<Data = never> {
  readonly type: string;
  readonly target: TargetKind;
  /** The machine whose commands this belongs to; null: possible whatever the state (its requirements decide). */
  readonly machine: string | null;
  /** Further machines whose commands this is too: what two channels share is defined once. */
  readonly sharedWith: readonly string[];
  readonly kind: 'step' | 'fact' | 'correction';
  readonly label: Text;
  readonly hint: Text | null;
  readonly tone: 'primary' | 'normal' | 'danger';
  readonly by: readonly Role[];
  readonly relation: Relation;
  /** Whether a case has anything to do with it; where not, nobody is offered it. */
  readonly concerns: (context: Context<unknown>) => boolean;
  /** What the entry says is visible only inside the compartment of its proceeding. */
  readonly compartment: boolean;
  /** How the date of the act is asked for; null: the moment of recording is the date. Some facts lie before their case. */
  readonly occurredOn: {
    readonly precision: 'day' | 'minute';
    readonly label: Text;
    readonly mayPrecedeOpening?: true;
  } | null;
  readonly fields: Fields;
  readonly needs: readonly Need[];
  readonly requires: readonly Requirement<Data>[];
  readonly facts: (context: Context<Data>) => MachineFacts;
  /** Every combination of facts `facts` may return; paths and negative tests walk them. */
  readonly factCases: readonly MachineFacts[];
  readonly apply: (context: Context<Data>) => Change;
}

type Defined<F> = Omit<
  CommandDefinition<DataOf<F>>,
  | 'fields'
  | 'hint'
  | 'tone'
  | 'compartment'
  | 'occurredOn'
  | 'needs'
  | 'requires'
  | 'facts'
  | 'factCases'
  | 'apply'
  | 'machine'
  | 'sharedWith'
  | 'concerns'
> &
  Partial<
    Pick<
      CommandDefinition<DataOf<F>>,
      | 'machine'
      | 'sharedWith'
      | 'concerns'
      | 'hint'
      | 'tone'
      | 'compartment'
      | 'needs'
      | 'requires'
      | 'facts'
      | 'factCases'
      | 'apply'
    >
  > & {
    readonly fields: F;
    readonly occurredOn?: CommandDefinition['occurredOn'];
  };

const happenedOn = { precision: 'day', label: { zh: '发生日期', en: 'Date it happened' } } as const;

/** Fills in what most commands do not say, and ties `apply` to the types of the fields. */
export function command<const F extends Fields>(definition: Defined<F>): CommandDefinition {
  // Requirements and apply only ever meet data that was checked against `fields`; the cast forgets which fields they are.
  return {
    machine: null,
    sharedWith: [],
    hint: null,
    concerns: () => true,
    tone: 'normal',
    compartment: false,
    occurredOn: happenedOn,
    needs: [],
    requires: [],
    facts: () => ({}),
    factCases: [{}],
    apply: () => ({}),
    ...definition,
  } as unknown as CommandDefinition;
}

/** The machines a command steps or speaks of; empty: it is possible whatever the machine. */
export function machinesOf({ machine, sharedWith }: CommandDefinition): readonly string[] {
  return machine === null ? [] : [machine, ...sharedWith];
}

/** Builds a requirement whose check needs no data: shown on the page before anything is typed. */
export function stateRequirement(
  rule: Omit<Requirement, 'looksAt' | 'decidedBy' | 'effect'> & Partial<Pick<Requirement, 'decidedBy' | 'effect'>>,
): Requirement {
  return { effect: 'blocks', decidedBy: 'us', ...rule, looksAt: 'state' };
}

/** Builds a requirement that reads what was filled in. */
export function dataRequirement<Data>(
  rule: Omit<Requirement<Data>, 'looksAt' | 'decidedBy' | 'effect'> &
    Partial<Pick<Requirement<Data>, 'decidedBy' | 'effect'>>,
): Requirement<Data> {
  return { effect: 'blocks', decidedBy: 'us', ...rule, looksAt: 'data' };
}

export type { Basis, Irregularity, Json };
