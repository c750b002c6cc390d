import { recordKeeper } from '../access.ts';
import type { CaseFile, Fact, Id, Proceeding } from '../case-file.ts';
import type { Given } from '../command.ts';
import type { Decision } from '../decide.ts';
import type { LetterDraft, Recipient } from './letter.ts';
import { type NoticeMoment, nameOf } from './moment.ts';
import { notices } from './notices.ts';
import { receivers } from './receivers.ts';

/** What a decision puts into the outbox: new letters, and earlier ones that are to go again. */
export interface LettersDue {
  readonly drafts: readonly LetterDraft[];
  readonly again: readonly Id[];
}

/**
 * The letters that follow from a decision: of facts it established, and of facts whose date it corrected. Pure; ids follow
 * from case, entry and order, so that the same decision gives the same letters. Entries of a compartment give none.
 */
export function lettersOf({ before, after, entries }: Decision, given: Given): LettersDue {
  const inside = new Set(entries.flatMap(({ envelope }) => (envelope.compartment === null ? [] : [envelope.seq])));
  const data = new Map(entries.map(({ envelope, body }) => [envelope.seq, body.data]));
  const moments = changedFacts(before, after)
    .filter((fact) => !inside.has(fact.seq))
    .map((fact): NoticeMoment => {
      const proceeding = after.proceedings[fact.proceeding ?? ''] ?? null;
      const corrected = before.facts[fact.id] !== undefined;
      return { caseFile: after, fact, data: data.get(fact.seq) ?? {}, corrected, proceeding, given };
    });
  const drafts = moments.flatMap((moment) => draftsOf(moment));
  return {
    drafts: drafts.map((draft, index) => ({ ...draft, id: `${after.id}-${after.seq}-${index + 1}` })),
    again: moments.flatMap(({ fact }) => (fact.type === 'resendLetters' ? listed(fact.values.letters) : [])),
  };
}

function listed(value: unknown): readonly Id[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Facts that are new, or whose date is another one than before. */
function changedFacts(before: CaseFile, after: CaseFile): readonly Fact[] {
  return Object.values(after.facts).filter((fact) => {
    const known = before.facts[fact.id];
    return fact.annulledBy === null && (known === undefined || known.occurredOn !== fact.occurredOn);
  });
}

function draftsOf(moment: NoticeMoment): readonly Omit<LetterDraft, 'id'>[] {
  const { caseFile, fact, corrected, proceeding, given } = moment;
  return notices.flatMap((notice) => {
    if (notice.on !== fact.type || (corrected && notice.again === undefined)) return [];
    if (notice.in !== undefined && (proceeding === null || !notice.in.includes(proceeding.channel))) return [];
    const organisation = writerOf(moment, proceeding);
    const writer = nameOf(moment, organisation);
    const recipients = notice.to(moment).flatMap((one) => receivers(caseFile, one, given.today));
    return recipients.flatMap((recipient) => {
      const fields = notice.fields(moment, recipient);
      if (fields === null) return [];
      return {
        caseId: caseFile.id,
        proceeding: proceeding?.id ?? null,
        handoff: fact.handoff,
        notice: notice.notice,
        organisation,
        recipient,
        language: languageOf(caseFile, recipient),
        fields: { caseCode: caseFile.header.code, writer, ...fields },
      };
    });
  });
}

/**
 * Of a handoff's two sides the one that acted writes; else whoever keeps the record of the proceeding: nobody gets a letter
 * in the name of an organisation that has no login here.
 */
function writerOf({ caseFile, fact, given }: NoticeMoment, proceeding: Proceeding | null): Id {
  const handoff = caseFile.handoffs[fact.handoff ?? ''];
  if (handoff !== undefined) return fact.type === 'returnHandoff' ? handoff.toOrganisation : handoff.fromOrganisation;
  return proceeding === null ? '' : recordKeeper(caseFile, proceeding, given.reference);
}

function languageOf(caseFile: CaseFile, recipient: Recipient): LetterDraft['language'] {
  return recipient.kind === 'party' ? (caseFile.parties[recipient.party]?.language ?? 'zh-CN') : 'zh-CN';
}
