import type {
  Actor,
  Id,
  Irregularity,
  Json,
  JsonObject,
  MachineSlot,
  Matter,
  OccurredOn,
  Proceeding,
  Target,
} from './case-file.ts';

/** A step moved a machine; a fact only happened; a correction changes what an earlier entry says. */
export type EntryKind = 'step' | 'fact' | 'correction';

/** The part of an entry that can never be changed or removed. Holds no names and no free text. */
export interface Envelope {
  readonly case: Id;
  readonly seq: number;
  readonly kind: EntryKind;
  /** The command's type. */
  readonly type: string;
  readonly schemaVersion: 1;
  readonly target: Target;
  readonly proceeding: Id | null;
  /** The proceeding whose inside this entry belongs to; null when it is not compartmented. */
  readonly compartment: Id | null;
  readonly occurredOn: OccurredOn;
  readonly precision: 'month' | 'day' | 'minute';
  /** RFC 3339 with +08:00. */
  readonly recordedAt: string;
  readonly actor: Actor;
  /** Set when the act was recorded for an organisation that is not on the system. */
  readonly onBehalfOf: Id | null;
  readonly commandId: Id;
  readonly corrects: number | null;
  readonly causedBy: number | null;
}

/** The part of an entry that one procedure may remove, with a legal ground; the chain still verifies. */
export interface Body {
  /** What was asked, field by field; persons by reference. */
  readonly data: JsonObject;
  /** The machine's four fields before and after a step. */
  readonly slotBefore: MachineSlot | null;
  readonly slotAfter: MachineSlot | null;
  /** What else was replaced, as it was before: with it a step can be annulled whole, and the case shown as it was known. */
  readonly before?: StepBefore;
  /** Facts this entry established, as `[type, occurredOn, party, values]`. */
  readonly facts: readonly FactRecord[];
  readonly irregular: readonly Irregularity[];
  /** Codes of warnings the actor saw and took. */
  readonly acknowledged: readonly string[];
  /** What was looked up outside the case before deciding. */
  readonly found: Json;
  /** The item or call note that proves an act recorded on behalf of another. */
  readonly evidence: string | null;
}

/** Outcomes, agreements, orders, assignments and number of a proceeding, or the outcome of a matter; only what was replaced. */
export interface StepBefore {
  readonly number?: Proceeding['number'];
  readonly outcomes?: Proceeding['outcomes'];
  readonly agreements?: Proceeding['agreements'];
  readonly orders?: NonNullable<Proceeding['orders']>;
  readonly assignments?: Proceeding['assignments'];
  /** Outcomes of matters that an annulled step of their proceeding had brought about. */
  readonly matters?: Readonly<Record<Id, Matter['outcome']>>;
  readonly outcome?: Matter['outcome'];
}

/** A fact as the journal keeps it; the case file's fact adds identity and corrections. */
export interface FactRecord {
  readonly id: Id;
  readonly type: string;
  readonly occurredOn: OccurredOn;
  readonly proceeding: Id | null;
  readonly matters: readonly Id[];
  readonly handoff: Id | null;
  readonly party: Id | null;
  readonly values: JsonObject;
  /** Dated by itself (a service, an effect), not by the step that told of it: correcting the step's date leaves it alone. */
  readonly ownDate?: true;
}

/** An entry as `decide` writes it; the store adds salt, digests and the chain. */
export interface EntryDraft {
  readonly envelope: Envelope;
  readonly body: Body;
}

/** An entry as the store gives it back. `body` is null when it was removed. */
export interface Entry {
  readonly envelope: Envelope;
  readonly body: Body | null;
  readonly bodyDigest: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Why the body is gone, when it is. */
  readonly removal: { readonly ground: string; readonly by: number } | null;
}
