import type { Invited } from '../workflows/answer-rates.ts';
import type { Id, LegalDate } from '../workflows/case-file.ts';

/** Whose numbers are asked for, and the days that time limits are counted by. */
export interface TallyFilter {
  readonly organisations: readonly Id[];
  /** What the desk had to keep before this day is overdue. */
  readonly today: LegalDate;
  /** Whatever ends from today up to this day, included, is due soon. */
  readonly soonUpTo: LegalDate;
}

/** Open cases of one organisation that one channel leads. Overdue is only what its desk must keep itself; due soon, whatever ends. */
export interface ChannelTally {
  readonly organisation: Id;
  readonly channel: string;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

export interface Tally {
  /** Each case once, though two of the organisations may be at work on it. */
  readonly openCases: number;
  readonly channels: readonly ChannelTally[];
  /** Cases with an open proceeding of the officer. */
  readonly officers: readonly { readonly officer: Id; readonly open: number }[];
}

/** So many parties were invited by an organisation and answered alike. */
export interface InvitationTally extends Pick<Invited, 'organisation' | 'side' | 'served' | 'answer' | 'how' | 'days'> {
  readonly count: number;
}

/** Numbers over many cases, counted from indexes alone; nothing of any one case. */
export interface Tallies {
  tally(filter: TallyFilter): Promise<Tally>;
  /** In no particular order. */
  invitations(organisations: readonly Id[]): Promise<readonly InvitationTally[]>;
}
