import type { TermUnit } from '../calendar.ts';
import type { Text } from '../text.ts';
import type { LegalRule } from './law.ts';

/** How hard a limit is: only `statutory` can be overdue; a `guideline` is shown amber and never as overdue. */
export type ClockKind = 'statutory' | 'target' | 'guideline' | 'waitingPeriod' | 'leadTime';

/** What expiry does. Silence is not a legal fact: only `lapses` moves a machine, and only a handoff. */
export type OnExpiry =
  | { readonly does: 'task'; readonly text: Text }
  | { readonly does: 'offers'; readonly command: string; readonly text: Text }
  | { readonly does: 'lapses'; readonly text: Text };

/** A time limit as data. It runs on a proceeding, matter or handoff whose state lists it, from the fact named in `startsWith`. */
export interface ClockRule extends LegalRule {
  readonly label: Text;
  readonly kind: ClockKind;
  /** Who must act in time. */
  readonly duty: 'custodian' | 'parties' | 'party' | 'outsider' | 'receiver';
  /** The type of fact that starts the clock; the latest one that still stands counts. */
  readonly startsWith: string;
  /** One clock per starting fact, each ended by the fact whose value `request` names it; absent: the latest one counts. */
  readonly perFact?: true;
  /** One clock per party that the starting fact names (service dates differ). */
  readonly perParty: boolean;
  readonly amount: number;
  readonly unit: TermUnit;
  /** The starting fact's value that holds the due date, where somebody sets the day; `amount` is then 0, or the least the law lets them set. */
  readonly dueOn?: string;
  /** The term stands in the starting fact (`amount`, `unit`): an institution's own rules set it; `amount` is then 0 and not used. */
  readonly termInFact?: true;
  /** Only compared with a day when something is filed; no state lists it and nobody sees it run. */
  readonly judgedOnly?: true;
  /** Facts that end the clock when they come after its start, though the state still lists it; absent: only the state ends it. */
  readonly endsWith?: readonly string[];
  /** Facts `type` whose value `days` or `months` lengthen the term (a sum from the trigger). */
  readonly extendedBy: readonly string[];
  /** The most that all extensions together may add, in the unit they are told in; absent: the text sets no cap. */
  readonly extendedAtMost?: number;
  /** Pairs of facts between which time does not count, with the reason shown. Empty: cannot be tolled. */
  readonly tolledBy: readonly { readonly from: string; readonly to: string; readonly reason: Text }[];
  /** Days before the due date from which the desk shows it as near. */
  readonly warnsBeforeDays: number;
  readonly onExpiry: OnExpiry;
  /** What follows in law when the day passes. */
  readonly consequence: Text;
  readonly source: string;
}
