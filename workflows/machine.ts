import { assign, setup } from 'xstate';
import type { DocumentKind } from './documents/kinds.ts';
import type { Role } from './reference.ts';
import type { ClockRuleId } from './rules/clock-rules.ts';
import type { Text } from './text.ts';

/** Guards read these and nothing else: always the same keys, only booleans and enums, so that paths can be walked completely. */
export type MachineFacts = Readonly<Record<string, boolean | string>>;

/** A command as a machine sees it. */
export interface MachineEvent {
  readonly type: string;
  readonly facts: MachineFacts;
}

/** Who has to act for a case in this state to go on. */
export type StateOwner = 'custodian' | 'sender' | 'receiver' | 'parties' | 'nobody';

/** What every state says of itself. */
export interface StateMeta {
  readonly label: Text;
  /** In plain words, for parties and for organisations that only see the public line. */
  readonly publicLabel: Text;
  readonly owner: StateOwner;
  readonly clocks: readonly ClockRuleId[];
  /** Why waiting here without a clock is lawful; required where no clock runs and the state is not over. */
  readonly waits: Text | null;
  readonly tasks: readonly { readonly role: Role; readonly text: Text }[];
  readonly documentsDue: readonly DocumentKind[];
  /** Nothing more is owed here, though a reopening may lead out. */
  readonly over: boolean;
}

/** Fills the parts of {@link StateMeta} that most states leave empty. */
export function stateMeta(meta: Pick<StateMeta, 'label' | 'publicLabel' | 'owner'> & Partial<StateMeta>): StateMeta {
  return { clocks: [], waits: null, tasks: [], documentsDue: [], over: false, ...meta };
}

export type MachineContext = Readonly<Record<string, string | boolean | null>>;

/**
 * The one authoring door: typed events and meta, no actors, no delays. A machine's branching is data: the single guard
 * `factsAre` compares the command's facts with its parameters, the single action `remember` writes constants into the
 * context (where to resume after a suspension).
 */
export const authoring = setup({
  types: {} as { events: MachineEvent; context: MachineContext; meta: StateMeta },
  guards: {
    factsAre: ({ event }, expected: MachineFacts) =>
      Object.entries(expected).every(([name, value]) => event.facts[name] === value),
  },
  actions: {
    remember: assign((_, values: MachineContext) => ({ ...values })),
  },
});

/** A transition taken only when the command's facts have these values. */
export function whenFacts<Expected extends MachineFacts>(expected: Expected) {
  return { type: 'factsAre' as const, params: expected };
}

/** Keeps constants in the machine's context. */
export function remember<Values extends MachineContext>(values: Values) {
  return { type: 'remember' as const, params: values };
}
