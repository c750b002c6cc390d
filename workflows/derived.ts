import type { Invited } from './answer-rates.ts';
import type { DueStep } from './calendar.ts';
import type { Id, LegalDate, OccurredOn } from './case-file.ts';
import type { ChannelId } from './channels/ids.ts';
import type { Listing } from './listings.ts';
import type { Meeting } from './meetings.ts';
import type { CaseKey } from './radar/keys.ts';
import type { Role } from './reference.ts';
import type { ReferralRow } from './referrals.ts';
import type { ClockKind, ClockRule, OnExpiry } from './rules/clock-rule.ts';
import type { ClockRuleId } from './rules/clock-rules.ts';
import type { Text } from './text.ts';

/** What a derived row was computed from; a row with other inputs is stale, a row with the same inputs and another result is corrupt. */
export interface DerivedWith {
  readonly program: string;
  readonly rules: string;
  readonly calendar: string;
  readonly reference: string;
}

/** A running time limit with its proof. Days left are computed when it is read. */
export interface Clock {
  /** Rule, subject and party: stable while the same clock runs. */
  readonly id: string;
  readonly rule: ClockRuleId;
  readonly kind: ClockKind;
  readonly subject: { readonly kind: 'proceeding' | 'matter' | 'handoff'; readonly id: Id };
  readonly proceeding: Id | null;
  readonly party: Id | null;
  /** The organisation on whose desk it stands. */
  readonly organisation: Id;
  /** Who must act in time. */
  readonly duty: ClockRule['duty'];
  readonly expiry: OnExpiry['does'];
  readonly trigger: {
    readonly fact: Id;
    readonly seq: number;
    readonly type: string;
    readonly occurredOn: OccurredOn;
    readonly amendedFrom: readonly OccurredOn[];
  };
  /** Last day (or minute) in time; null while time stands still without a known end. */
  readonly due: OccurredOn | null;
  /** What the due date was with the trigger's first date, when that was corrected. */
  readonly dueBeforeAmendment: OccurredOn | null;
  /** From this day on the desk shows it as near. */
  readonly warnFrom: LegalDate | null;
  readonly provisional: boolean;
  readonly steps: readonly DueStep[];
  /** No version of the rule is recorded for that date: the nearest was used (适用旧法待核实). */
  readonly oldLawToConfirm: boolean;
}

/** Something somebody should do; disappears by itself when the case moves on. */
export interface Task {
  readonly id: string;
  readonly organisation: Id;
  readonly role: Role;
  /** Null: anyone of the role there. */
  readonly person: Id | null;
  readonly proceeding: Id | null;
  readonly handoff: Id | null;
  readonly text: Text;
  readonly dueOn: LegalDate | null;
  /** Before this day nobody is shown it; absent: always. */
  readonly shownFrom?: LegalDate;
  readonly source:
    | 'limitation'
    | 'state'
    | 'handoff'
    | 'note'
    | 'session'
    | 'obligation'
    | 'letter'
    | 'conference'
    | 'evidence'
    | 'opinion'
    | 'party';
}

/** One proceeding as lists show it. */
export interface ProceedingRow {
  readonly proceeding: Id;
  readonly channel: ChannelId;
  readonly organisation: Id;
  readonly number: string | null;
  readonly state: string;
  readonly officers: readonly Id[];
  readonly open: boolean;
  readonly nextDue: OccurredOn | null;
}

/** The derived rows of one case: always complete sets, recomputed by every commit. */
export interface Derived {
  readonly with: DerivedWith;
  readonly code: string;
  readonly openedOn: OccurredOn;
  readonly over: boolean;
  readonly proceedings: readonly ProceedingRow[];
  readonly clocks: readonly Clock[];
  readonly tasks: readonly Task[];
  /** Organisations that may know of the case, and why: custodian, past custodian, sender or receiver of a handoff. */
  readonly organisations: readonly {
    readonly organisation: Id;
    readonly as: 'custodian' | 'past' | 'sender' | 'receiver';
  }[];
  /** Handoffs nobody has answered yet, by the organisation that must. */
  readonly openHandoffs: readonly {
    readonly handoff: Id;
    readonly kind: string;
    readonly from: Id;
    readonly to: Id;
    readonly state: string;
    readonly offeredOn: OccurredOn | null;
  }[];
  /** How each organisation that may know of the case lists and finds it. */
  readonly listings: readonly Listing[];
  /** In which registers the referrals of courts stand. */
  readonly referrals: readonly ReferralRow[];
  /** Sessions and hearings that are set or were held. */
  readonly meetings: readonly Meeting[];
  /** How everybody who was invited to a mediation answered. */
  readonly invitations: readonly Invited[];
  /** Keys by which other cases find this one. Hold no names. */
  readonly keys: readonly CaseKey[];
}
