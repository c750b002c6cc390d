import type { Text } from '../text.ts';
import type { InstrumentId } from './instruments.ts';

/** How far a statement of law was verified: in the instrument's text, in a secondary page, from memory, or inferred from cited rules. */
export type Verified = 'text' | 'secondary' | 'memory' | 'inference';

/** An instrument (statute, interpretation, regulation). `effectiveFrom` null: before every date the program meets. */
export interface Instrument {
  readonly name: Text;
  /** Document number, e.g. 法释〔2022〕11号; null where no source gives one that agrees with the others. */
  readonly number: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly readOn: string;
  readonly verified: Verified;
  /** What of the instrument itself is not certain and is shown with every citation: its name, or whether it is in force. */
  readonly toConfirm: Text | null;
  /** Whether `effectiveFrom` is from memory, because no note gives it; shown as 待核实 beside the date. */
  readonly dateFromMemory: boolean;
}

/** The source of a rule: an instrument and the article in it, as printed (第十七条). */
export interface Basis {
  readonly instrument: InstrumentId;
  readonly article: string;
}

/** Whose decision a rule binds: ours (we block) or the receiver's (we warn; the receiver's act prevails). */
export type DecidedBy = 'us' | 'receiver';

/** What decides which version of a rule applies in time. */
export type AppliesBy = 'act' | 'filing' | 'acceptance' | 'service' | 'award' | 'effectOfAgreement';

/** What every legal rule carries, whatever it rules. */
export interface LegalRule {
  readonly basis: readonly Basis[];
  readonly appliesBy: AppliesBy;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly verified: Verified;
}
