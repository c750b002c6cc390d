import { type CaseFile, dayOf, type Fact, type Id, type Party, type Proceeding } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import { dueByRule } from '../clocks.ts';
import type { Given } from '../command.ts';
import { undecided } from '../dossier/consent.ts';
import { rightKindLabels } from '../dossier/opening.ts';
import { factsOf } from '../facts.ts';
import { handoffKinds } from '../handoff/kinds.ts';
import type { Body } from '../journal.ts';
import { ruleInForce } from '../rules/clock-rules.ts';
import { citeAll } from '../rules/instruments.ts';
import { returnReasons } from '../rules/reasons.ts';
import { type Text, text } from '../text.ts';
import type { NoticeFields, NoticeId, Recipient } from './letter.ts';

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
function notice<const Id extends NoticeId>(definition: Notice<Id>): Notice {
  // Fields are only ever read by the template of the same kind, which has the same type.
  return definition as unknown as Notice;
}

/** Every letter that a fact sends, in the order in which they are written. Nothing from a compartment is a trigger or a field. */
export const notices: readonly Notice[] = [
  notice({
    notice: 'invitation',
    on: 'askConsent',
    to: ({ caseFile, data }) =>
      listOf(data.parties)
        .filter((id) => caseFile.parties[id]?.side === 'respondent')
        .map(asParty),
    fields: invitation,
  }),
  notice({
    notice: 'invitation',
    on: 'mediationAccepted',
    to: (moment) =>
      respondentsOf(moment)
        .filter((id) => !wasInvited(moment, id))
        .map(asParty),
    fields: invitation,
  }),
  notice({
    notice: 'acceptance',
    on: 'mediationAccepted',
    in: ['peopleMediation'],
    to: (moment) =>
      partiesOf(moment)
        .filter((id) => isClaimant(moment, id) || wasInvited(moment, id))
        .map(asParty),
    fields: ({ fact, proceeding }) => ({ number: proceeding?.number ?? null, acceptedOn: dayOf(fact.occurredOn) }),
  }),
  notice({
    notice: 'rightsNotice',
    on: 'mediationAccepted',
    in: ['peopleMediation'],
    to: (moment) => partiesOf(moment).map(asParty),
    fields: ({ proceeding }) => ({ number: proceeding?.number ?? null }),
  }),
  notice({
    notice: 'mediatorNamed',
    on: 'assignMediator',
    in: ['peopleMediation'],
    to: (moment) => partiesOf(moment).map(asParty),
    fields: (moment) => ({ mediators: mediatorsOf(moment) }),
  }),
  notice({
    notice: 'sessionSet',
    on: 'scheduleSession',
    to: (moment) => partiesOf(moment).map(asParty),
    fields: (moment) => (replacedBy(moment) === null ? session(moment) : null),
  }),
  notice({
    notice: 'sessionMoved',
    on: 'scheduleSession',
    to: (moment) => partiesOf(moment).map(asParty),
    fields: (moment) => {
      const before = replacedBy(moment);
      return before === null ? null : { ...session(moment), before: String(before.values.at) };
    },
  }),
  notice({
    notice: 'agreementEffective',
    on: 'agreementEffective',
    // An agreement reached while a suit is pending goes to the court hearing it, not into the window for confirmation.
    in: ['peopleMediation'],
    again: true,
    to: (moment) => partiesOf(moment).map(asParty),
    fields: agreementEffective,
  }),
  notice({
    notice: 'rulingRecorded',
    on: 'recordConfirmationRuling',
    to: (moment) => partiesOf(moment).map(asParty),
    fields: ({ fact, proceeding }) => ({
      ruledOn: dayOf(fact.occurredOn),
      number: proceeding?.number ?? null,
      result: fact.values.result === 'confirmed' ? 'confirmed' : 'rejected',
    }),
  }),
  notice({
    notice: 'handoffOffered',
    on: 'handoffOffered',
    to: (moment) => desksOf(moment, ['toOrganisation']),
    fields: handoffFields,
  }),
  notice({
    notice: 'handoffReturned',
    on: 'returnHandoff',
    to: (moment) => desksOf(moment, ['fromOrganisation']),
    fields: (moment) => {
      const fields = handoffFields(moment);
      const reason = Object.entries(returnReasons).find(([id]) => id === moment.fact.values.reason)?.[1].label;
      return fields === null || reason === undefined ? null : { ...fields, reason };
    },
  }),
  notice({
    notice: 'handoffUnanswered',
    on: 'lapseHandoff',
    to: (moment) => desksOf(moment, ['fromOrganisation', 'toOrganisation']),
    fields: (moment) => {
      const fields = handoffFields(moment);
      return fields === null ? null : { ...fields, lapsed: true };
    },
  }),
];

const asParty = (party: Id): Recipient => ({ kind: 'party', party });

/** The desks of a handoff's sides; an organisation without a login has none here, and gets the packet itself. */
function desksOf(
  moment: NoticeMoment,
  sides: readonly ('fromOrganisation' | 'toOrganisation')[],
): readonly Recipient[] {
  const { organisations } = moment.given.reference;
  return sides.flatMap((side): readonly Recipient[] => {
    const organisation = handoffOf(moment)?.[side];
    if (organisation === undefined || organisations[organisation]?.onSystem !== true) return [];
    return [{ kind: 'organisation', organisation }];
  });
}

function listOf(value: unknown): readonly Id[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The parties of the matters a fact is about, or of those its proceeding has not decided. */
function partiesOf({ caseFile, fact, proceeding }: NoticeMoment): readonly Id[] {
  const own = fact.matters.length > 0 ? fact.matters : (proceeding?.matters ?? []);
  const open = proceeding === null ? own : own.filter((id) => isConcerned(fact, proceeding, id));
  const ids = open.flatMap((id) => [
    ...(caseFile.matters[id]?.claimants ?? []),
    ...(caseFile.matters[id]?.respondents ?? []),
  ]);
  return [...new Set(ids)];
}

/** A letter about what is to come goes only to those who are still part of it. */
function isConcerned({ type }: Fact, proceeding: Proceeding, matter: Id): boolean {
  const isAboutTheEnd = type === 'agreementEffective' || type === 'recordConfirmationRuling';
  return isAboutTheEnd || undecided(proceeding).includes(matter);
}

function sideOf({ caseFile }: NoticeMoment, id: Id): Party['side'] | undefined {
  return caseFile.parties[id]?.side;
}

function isClaimant(moment: NoticeMoment, id: Id): boolean {
  return sideOf(moment, id) === 'claimant';
}

function respondentsOf(moment: NoticeMoment): readonly Id[] {
  return partiesOf(moment).filter((id) => sideOf(moment, id) === 'respondent');
}

function wasInvited({ caseFile, proceeding }: NoticeMoment, party: Id): boolean {
  if (proceeding === null) return false;
  return factsOf(caseFile, 'askConsent', { proceeding: proceeding.id }).some((fact) =>
    listOf(fact.values.parties).includes(party),
  );
}

function mediatorsOf({ proceeding, given }: NoticeMoment): readonly string[] {
  return (proceeding?.assignments ?? [])
    .filter((one) => one.to === null && one.as === 'officer')
    .flatMap((one) => given.reference.officers[one.person]?.name ?? []);
}

/** Only the recipient's own matters: it does not learn who else is in dispute. */
function invitation(moment: NoticeMoment, recipient: Recipient): NoticeFields['invitation'] {
  const { caseFile, proceeding } = moment;
  const rights = (proceeding?.matters ?? []).flatMap((id): readonly Text[] => {
    const matter = caseFile.matters[id];
    if (matter === undefined || recipient.kind !== 'party' || !matter.respondents.includes(recipient.party)) return [];
    const { right } = matter;
    const kind = right.kind === null ? text('知识产权', 'an intellectual property right') : rightKindLabels[right.kind];
    const { number } = right;
    return [number === null ? kind : text(`${kind.zh}（${number}）`, `${kind.en} (${number})`)];
  });
  const distinct = [...new Map(rights.map((one) => [one.zh, one])).values()];
  return { rights: distinct, mediators: mediatorsOf(moment) };
}

/** The session that this one takes the place of. */
function replacedBy({ caseFile, fact }: NoticeMoment): Fact | null {
  const { replaces } = fact.values;
  return typeof replaces === 'string' ? (caseFile.facts[replaces] ?? null) : null;
}

function session({ caseFile, fact, data }: NoticeMoment): NoticeFields['sessionSet'] {
  let first = fact;
  let sequence = 0;
  for (let before = fact.values.replaces; typeof before === 'string'; before = first.values.replaces) {
    const found = caseFile.facts[before];
    if (found === undefined || found === first) break;
    first = found;
    sequence += 1;
  }
  return {
    at: String(fact.values.at),
    place: typeof data.place === 'string' ? data.place : null,
    session: `${caseFile.id}-${first.id}`,
    sequence,
  };
}

function agreementEffective({ fact, given, corrected }: NoticeMoment): NoticeFields['agreementEffective'] | null {
  const effectiveOn = dayOf(fact.occurredOn);
  const { due, provisional } = dueByRule('conf.apply', effectiveOn, given.calendar);
  const { rule } = ruleInForce('conf.apply', effectiveOn);
  if (due === null) return null;
  const basis = text(citeAll(rule.basis, 'zh'), citeAll(rule.basis, 'en'));
  return { effectiveOn, lastDay: due, provisional, basis, corrected };
}

function handoffOf({ caseFile, fact }: NoticeMoment) {
  return fact.handoff === null ? undefined : caseFile.handoffs[fact.handoff];
}

function handoffFields(moment: NoticeMoment): NoticeFields['handoffOffered'] | null {
  const handoff = handoffOf(moment);
  if (handoff === undefined) return null;
  const name = (id: Id) => moment.given.reference.organisations[id]?.name ?? text(id, id);
  return {
    kind: handoffKinds[handoff.kind].label,
    from: name(handoff.fromOrganisation),
    to: name(handoff.toOrganisation),
    offeredOn: handoff.offeredOn,
  };
}
