import type { CaseFile, Fact, Id, Party, Proceeding } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import type { Given } from '../command.ts';
import { undecided } from '../dossier/consent.ts';
import type { Body } from '../journal.ts';
import { type Text, text } from '../text.ts';
import { type NoticeFields, type NoticeId, noticeKeeps, type Recipient } from './letter.ts';

/** What a notice sees: the fact that gave rise to it, in the case after the commit. */
export interface NoticeMoment {
  readonly caseFile: CaseFile;
  readonly fact: Fact;
  /** What its entry said; empty when only its date was corrected. */
  readonly data: Body['data'];
  /** Whether the fact stood before and only its date was corrected. */
  readonly corrected: boolean;
  readonly proceeding: Proceeding | null;
  readonly given: Given;
}

/** A kind of letter that follows from a fact: whom it goes to, and what it says. Null: nothing to say this time. */
export interface Notice<Id extends NoticeId = NoticeId> {
  readonly notice: Id;
  readonly on: string;
  /** Only in these channels: where its words cite the law of one. Absent: wherever the fact stands. */
  readonly in?: readonly ChannelId[];
  /** Also sent again when the date of the fact is corrected. */
  readonly again?: true;
  readonly to: (moment: NoticeMoment) => readonly Recipient[];
  /** May differ by recipient: nobody learns of matters that are not its own. */
  readonly fields: (moment: NoticeMoment, recipient: Recipient) => NoticeFields[Id] | null;
}

/** Ties the fields of a notice to its kind, and then forgets which it is. */
export function notice<const Id extends NoticeId>(definition: Notice<Id>): Notice {
  // Fields are only ever read by the template of the same kind, which has the same type.
  return definition as unknown as Notice;
}

export const asParty = (party: Id): Recipient => ({ kind: 'party', party });

/** Ids in a value that a fact or an entry holds. */
export function listOf(value: unknown): readonly Id[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/**
 * The parties of the matters a fact is about, or of those its proceeding has not decided. A letter about what is to come
 * goes only to those who are still part of it.
 */
export function partiesOf({ caseFile, fact, proceeding }: NoticeMoment, about: NoticeId): readonly Id[] {
  const own = fact.matters.length > 0 ? fact.matters : (proceeding?.matters ?? []);
  const isForGood = proceeding === null || noticeKeeps[about] === 'forGood';
  const matters = isForGood ? own : own.filter((id) => undecided(proceeding).includes(id));
  const ids = matters.flatMap((id) => [
    ...(caseFile.matters[id]?.claimants ?? []),
    ...(caseFile.matters[id]?.respondents ?? []),
  ]);
  return [...new Set(ids)];
}

export function sideOf({ caseFile }: NoticeMoment, id: Id): Party['side'] | undefined {
  return caseFile.parties[id]?.side;
}

/** Names of the mediators or officers at work now. */
export function mediatorsOf({ proceeding, given }: NoticeMoment): readonly string[] {
  return (proceeding?.assignments ?? [])
    .filter((one) => one.to === null && one.as === 'officer')
    .flatMap((one) => given.reference.officers[one.person]?.name ?? []);
}

/** The public name of an organisation. */
export function nameOf({ given }: Pick<NoticeMoment, 'given'>, organisation: Id): Text {
  return given.reference.organisations[organisation]?.name ?? text(organisation, organisation);
}
