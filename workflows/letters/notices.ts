import { dayOf, type Fact, type Id } from '../case-file.ts';
import { referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import { dueByRule } from '../clocks.ts';
import { rightKindLabels } from '../dossier/opening.ts';
import { factsOf } from '../facts.ts';
import { handoffKinds } from '../handoff/kinds.ts';
import { ruleInForce } from '../rules/clock-rules.ts';
import { citeAll } from '../rules/instruments.ts';
import { returnReasons } from '../rules/reasons.ts';
import { type Text, text } from '../text.ts';
import type { NoticeFields, Recipient } from './letter.ts';
import {
  asParty,
  listOf,
  mediatorsOf,
  type Notice,
  type NoticeMoment,
  nameOf,
  notice,
  partiesOf,
  sideOf,
} from './moment.ts';
import { stepNotices } from './step-notices.ts';

/** The letters with fields of their own. */
const ownNotices: readonly Notice[] = [
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
    notice: 'invitation',
    on: 'acknowledgeReferral',
    to: (moment) => respondentsOf(moment).map(asParty),
    fields: invitation,
  }),
  notice({
    notice: 'acceptance',
    on: 'mediationAccepted',
    in: ['peopleMediation'],
    to: (moment) =>
      partiesOf(moment, 'acceptance')
        .filter((id) => isClaimant(moment, id) || wasInvited(moment, id))
        .map(asParty),
    fields: ({ fact, proceeding }) => ({ number: proceeding?.number ?? null, acceptedOn: dayOf(fact.occurredOn) }),
  }),
  notice({
    notice: 'rightsNotice',
    on: 'mediationAccepted',
    in: ['peopleMediation'],
    to: (moment) => partiesOf(moment, 'rightsNotice').map(asParty),
    fields: ({ proceeding }) => ({ number: proceeding?.number ?? null }),
  }),
  notice({
    notice: 'mediatorNamed',
    on: 'assignMediator',
    in: ['peopleMediation'],
    to: (moment) => partiesOf(moment, 'mediatorNamed').map(asParty),
    fields: (moment) => ({ mediators: mediatorsOf(moment) }),
  }),
  notice({
    notice: 'sessionSet',
    on: 'scheduleSession',
    to: (moment) => partiesOf(moment, 'sessionSet').map(asParty),
    fields: (moment) => (replacedBy(moment) === null ? session(moment) : null),
  }),
  notice({
    notice: 'sessionMoved',
    on: 'scheduleSession',
    to: (moment) => partiesOf(moment, 'sessionMoved').map(asParty),
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
    to: (moment) => partiesOf(moment, 'agreementEffective').map(asParty),
    fields: agreementEffective,
  }),
  notice({
    notice: 'rulingRecorded',
    on: 'recordConfirmationRuling',
    to: (moment) => partiesOf(moment, 'rulingRecorded').map(asParty),
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

/** Every letter that a fact sends, in the order in which they are written. Nothing from a compartment is a trigger or a field. */
export const notices: readonly Notice[] = [...ownNotices, ...stepNotices];

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

function isClaimant(moment: NoticeMoment, id: Id): boolean {
  return sideOf(moment, id) === 'claimant';
}

function respondentsOf(moment: NoticeMoment): readonly Id[] {
  return partiesOf(moment, 'invitation').filter((id) => sideOf(moment, id) === 'respondent');
}

function wasInvited({ caseFile, proceeding }: NoticeMoment, party: Id): boolean {
  if (proceeding === null) return false;
  return factsOf(caseFile, 'askConsent', { proceeding: proceeding.id }).some((fact) =>
    listOf(fact.values.parties).includes(party),
  );
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
  const referral = proceeding === null ? null : referralOf(caseFile, proceeding.id);
  const kind = moment.given.reference.organisations[proceeding?.organisation ?? '']?.kind;
  return {
    rights: distinct,
    mediators: mediatorsOf(moment),
    ...(referral === null ? {} : { referredBy: nameOf(moment, referral.court) }),
    ...(kind === 'commercialMediationOrganisation' ? { mayCharge: true as const } : {}),
  };
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
  return {
    kind: handoffKinds[handoff.kind].label,
    from: nameOf(moment, handoff.fromOrganisation),
    to: nameOf(moment, handoff.toOrganisation),
    offeredOn: handoff.offeredOn,
  };
}
