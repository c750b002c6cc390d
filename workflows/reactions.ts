import type { CaseFile, Fact, Id, OccurredOn, Target } from './case-file.ts';
import type { Given } from './command.ts';

/** What a reaction sees: the case after the entry that caused it. */
export interface Moment {
  readonly caseFile: CaseFile;
  readonly given: Given;
  /** The thing whose machine moved, or that the fact is about. */
  readonly target: Target;
  readonly occurredOn: OccurredOn;
  /** The fact that was established; for steps the step's own. */
  readonly fact: Fact;
}

/** A system command that a reaction asks for; dated like its cause. */
export interface ReactionCommand {
  readonly type: string;
  readonly target: Target;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * When a machine enters a state, or a fact is established, then steps on other machines. One that is not possible becomes a
 * task and never refuses the true fact that caused it.
 */
export interface Reaction {
  readonly id: string;
  readonly on: { readonly machine: string; readonly enters: string } | { readonly fact: string };
  readonly give: (moment: Moment) => readonly ReactionCommand[];
}

/**
 * At most this many reactions follow from one another; a longer chain is a circle in the law's data. How many stand side by
 * side is no matter: an agreement over forty designs settles forty matters.
 */
export const reactionLimit = 16;

export type { Id };
