import type { Json } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import type { ClockRuleId } from '../rules/clock-rules.ts';
import type { Basis } from '../rules/law.ts';
import type { Reason } from '../rules/reasons.ts';
import type { Text } from '../text.ts';
import type { HearingEntry } from './hearing-entry.ts';

/** What the words of a step letter may name, in braces. A paragraph that names what is not known is left out. */
export const stepValues = [
  /** The day of the fact. */
  'on',
  /** The number of the proceeding. */
  'number',
  /** The day that the fact itself sets. */
  'until',
  /** The last day of the term `lastDayBy`, counted from the fact. */
  'lastDay',
  /** One of `reasons`, as the fact names it. */
  'reason',
  /** The moment that the fact sets, as of a hearing. */
  'at',
  /** Where, as the entry of the fact says. */
  'place',
  /** The court: of the proceeding, or the one that referred it. */
  'court',
  /** Whoever runs the proceeding: an authority, an institution or a notary, with a login here or without. */
  'body',
  /** An organisation that the fact names. */
  'organisation',
  'mediators',
  'writer',
] as const;
export type StepValue = (typeof stepValues)[number];

/** The values in both languages; numbers, dates and public names, never a name of a party. */
export interface StepFields {
  readonly known: Readonly<Partial<Record<StepValue, Text>>>;
  /** The date of the fact was corrected: this letter takes the place of an earlier one. */
  readonly corrected: boolean;
  /** The hearing that the fact sets, moves or calls off; absent where it does none of it. */
  readonly hearing?: HearingEntry;
}

/**
 * Whom a step letter is for. `informed`: the claimants, and those respondents who have been served in this proceeding or
 * have answered whether they mediate: nobody first hears of a suit, a request for a ruling or an enforcement from a letter
 * of ours. `concerned`: the party of the fact.
 */
export type Audience = 'everybody' | 'claimants' | 'respondents' | 'informed' | 'concerned';

/**
 * A letter to parties that follows from one fact of a channel, as a row. Another channel's letters are more rows of this
 * kind in its `letters.ts`; nothing else has to know them.
 */
export interface StepLetter {
  readonly in: ChannelId;
  /** Facts that send it. */
  readonly on: readonly string[];
  /** Only where the fact, or the referral behind a court-annexed mediation, says this. */
  readonly when?: Readonly<Record<string, Json>>;
  readonly to: Audience;
  /** `untilEnd`: about what is to come, for those still part of it, and of no use after the end. */
  readonly keeps: 'untilEnd' | 'forGood';
  /** Also sent again when the date of the fact is corrected. */
  readonly again?: true;
  readonly lastDayBy?: ClockRuleId;
  readonly reasons?: Readonly<Record<string, Reason>>;
  /** Its name on the case page, and its subject. */
  readonly label: Text;
  readonly says: readonly Text[];
  /** One sentence for a text message. */
  readonly short: Text;
  /** Printed below the words. */
  readonly basis: readonly Basis[];
}

/** Rows of one channel: keys are the kinds of letters as they are stored. */
export function stepLettersOf<const Rows extends Readonly<Record<string, StepLetter>>>(rows: Rows): Rows {
  return rows;
}
