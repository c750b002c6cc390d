import type { ChannelId } from '../../channels/ids.ts';
import type { Text } from '../../text.ts';
import type { Basis, Verified } from '../law.ts';
import type { Condition } from './conditions.ts';

/** Something a person wants to know of a way before taking it, with the law it rests on. */
export interface Answer {
  readonly text: Text;
  readonly basis: readonly Basis[];
}

/** A way that a dispute can go, as its right holder asks about it. Legal terms stand in the label; the rest is plain. */
export interface Way {
  readonly channel: ChannelId;
  readonly label: Text;
  /** What it is, in one sentence. */
  readonly what: Text;
  readonly conditions: readonly Condition[];
  readonly time: Answer;
  readonly cost: Answer;
  readonly confidentiality: Answer;
  readonly enforceability: Answer;
  /** Ways that are no longer open, or wait, once it is taken. */
  readonly closes: Answer;
  /** Ways that stay open beside it or after it. */
  readonly keepsOpen: Answer;
  readonly basis: readonly Basis[];
  readonly verified: Verified;
}
