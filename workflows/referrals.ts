/** What courts referred to mediation organisations, as their registers keep it: derived whole from a case file. */

import { recordKeeper } from './access.ts';
import type { Calendar, Due } from './calendar.ts';
import { type CaseFile, dayOf, type Handoff, type Id, type LegalDate, type Proceeding } from './case-file.ts';
import { modeOfSuit, type ReferralMode, referralOf } from './channels/courtAnnexedMediation/referral.ts';
import { dueOfTerm } from './clocks.ts';
import { dayOfFact, factsOf, latestFact } from './facts.ts';
import type { Reference } from './reference.ts';
import type { ClockRuleId } from './rules/clock-rules.ts';
import { parseCourtNumber } from './rules/court-numbers.ts';
import { type Text, text } from './text.ts';

/** Where a referral stands, in the words of the register. */
export const referralStages = {
  sent: text('已发出，待签收', 'Sent, not received yet'),
  received: text('已签收，待确认', 'Received, to be acknowledged'),
  declined: text('调解组织未接受', 'Not taken by the organisation'),
  lapsed: text('逾期未确认，已失效', 'Lapsed without an answer'),
  recalled: text('法院已撤回', 'Taken back by the court'),
  mediating: text('调解中', 'In mediation'),
  agreed: text('全部达成协议', 'Agreed in full'),
  agreedInPart: text('部分达成协议', 'Agreed in part'),
  failed: text('调解终结，未达成协议', 'Ended without an agreement'),
  withdrawn: text('申请人撤回', 'Withdrawn by the claimant'),
} as const satisfies Record<string, Text>;
export type ReferralStage = keyof typeof referralStages;

/** Clocks of the register: the time to acknowledge (OMR 12), and the term by mode and procedure (OMR 24, IMR 27). */
const acknowledgement = 'online.org_confirm';
const terms = ['med.delegated.term', 'med.entrusted.ordinary', 'med.entrusted.summary'] as const;

/** When a limit ends by which rule; `due` is null while time stands still. */
export interface ReferralLimit extends Pick<Due, 'due' | 'provisional'> {
  readonly rule: ClockRuleId;
  /** The day it is counted from. */
  readonly from: LegalDate;
}

/** One referral. Holds no name, nothing of a compartment, and no reason of an end that only the mediation knows. */
export interface Referral {
  /** The handoff's id; for a referral that came on paper, the proceeding's. */
  readonly id: Id;
  /** Null: the court's paper was registered by the organisation. */
  readonly handoff: Id | null;
  readonly suit: Id | null;
  readonly mediation: Id | null;
  readonly court: Id;
  /** The organisation that was asked. */
  readonly organisation: Id;
  /** Who mediates now; another one after H11. Null before it was taken. */
  readonly heldBy: Id | null;
  readonly mode: ReferralMode;
  /** The court's numbers in normal form: the one it was sent under first, then the one the suit bears now. */
  readonly numbers: readonly string[];
  readonly matters: readonly Id[];
  readonly sentOn: LegalDate | null;
  readonly receivedOn: LegalDate | null;
  /** Counted from receipt; null before that, and on paper. */
  readonly acknowledgeBy: ReferralLimit | null;
  readonly acknowledgedOn: LegalDate | null;
  readonly term: ReferralLimit | null;
  readonly stage: ReferralStage;
  /** Why it was not taken; a code of `returnReasons`. */
  readonly declinedFor: string | null;
  /** Why the mediation ended; a code of `mediationEndReasons`. For whoever sees the mediation, or what came back. */
  readonly endReason: string | null;
  /** Handoffs from the mediation to a court that were sent: H2, H3, H4. */
  readonly back: readonly Id[];
  /** The day on which the court had all of it back: reported (H2), returned (H3), or not taken. */
  readonly returnedOn: LegalDate | null;
  readonly open: boolean;
}

/** In whose register a referral stands, with what it is found by. */
export interface ReferralRow {
  readonly referral: Id;
  readonly organisation: Id;
  readonly court: Id;
  readonly mediator: Id;
  readonly mode: ReferralMode;
  /** Sent, or on paper acknowledged. */
  readonly sentOn: LegalDate;
  readonly open: boolean;
}

/** The referrals of a case, in the order in which they were made. Drafts are none. */
export function referralsOf(caseFile: CaseFile, calendar: Calendar): readonly Referral[] {
  const sent = Object.values(caseFile.handoffs)
    .filter((handoff) => handoff.kind === 'H1' && handoff.offeredOn !== null)
    .map((handoff) => sentReferral(caseFile, handoff, calendar));
  const opened = new Set(sent.map(({ mediation }) => mediation));
  const onPaper = Object.values(caseFile.proceedings)
    .filter(({ id, channel }) => channel === 'courtAnnexedMediation' && !opened.has(id))
    .flatMap((mediation) => paperReferral(caseFile, mediation, calendar));
  return [...sent, ...onPaper];
}

/** The rows by which registers find the referrals of a case: the court's, the organisations' that were asked or took it on, and of whoever keeps the record for one of them. */
export function referralRows(caseFile: CaseFile, calendar: Calendar, reference: Reference): readonly ReferralRow[] {
  return referralsOf(caseFile, calendar).flatMap((referral) => {
    const { id, court, organisation, mode, open } = referral;
    const sentOn = referral.sentOn ?? referral.acknowledgedOn;
    if (sentOn === null) return [];
    return registersOf(caseFile, referral, reference).map((register) => ({
      referral: id,
      organisation: register,
      court,
      mediator: referral.heldBy ?? organisation,
      mode,
      sentOn,
      open,
    }));
  });
}

function registersOf(caseFile: CaseFile, referral: Referral, reference: Reference): readonly Id[] {
  const { court, organisation, handoff, stage, suit, mediation } = referral;
  const hidden = stage === 'recalled' || stage === 'lapsed';
  const held = [suit, mediation].flatMap((id) => caseFile.proceedings[id ?? ''] ?? []);
  const movers = Object.values(caseFile.handoffs).filter(
    (one) => one.kind === 'H11' && one.fromProceeding === mediation && String(one.slot.value) === 'accepted',
  );
  return [
    ...new Set([
      ...(handoff !== null || hasBeenTold(caseFile, court) ? [court] : []),
      ...(hidden ? [] : [organisation]),
      ...movers.map(({ fromOrganisation }) => fromOrganisation),
      ...held.flatMap((one) => [one.organisation, recordKeeper(caseFile, one, reference)]),
    ]),
  ];
}

/** A court whose referral came on paper finds it here once something of the case was handed to it. */
function hasBeenTold(caseFile: CaseFile, court: Id): boolean {
  return Object.values(caseFile.handoffs).some(
    (one) => one.toOrganisation === court && ['offered', 'received', 'accepted'].includes(String(one.slot.value)),
  );
}

function sentReferral(caseFile: CaseFile, handoff: Handoff, calendar: Calendar): Referral {
  const { id, fromOrganisation, fromProceeding, toOrganisation } = handoff;
  const suit = caseFile.proceedings[fromProceeding];
  const mediation = caseFile.proceedings[handoff.opened ?? ''] ?? null;
  const scope = { handoff: id };
  const receivedOn = dayOfFact(caseFile, 'handoffReceived', scope) ?? day(handoff.receivedOn);
  const notTaken = notTakenStages[String(handoff.slot.value)];
  const answeredOn =
    dayOfFact(caseFile, 'acceptHandoff', scope) ??
    dayOfFact(caseFile, 'returnHandoff', scope) ??
    day(handoff.answeredOn);
  return {
    ...courseOf(caseFile, mediation, calendar),
    id,
    handoff: id,
    suit: fromProceeding,
    mediation: mediation?.id ?? null,
    court: fromOrganisation,
    organisation: toOrganisation,
    mode:
      mediation === null ? modeWhenSent(caseFile, handoff) : (referralOf(caseFile, mediation.id)?.mode ?? 'entrusted'),
    numbers: courtNumbers([mediation?.number, suit?.number]),
    matters: mediation?.matters ?? handoff.matters,
    sentOn: dayOfFact(caseFile, 'offerHandoff', scope) ?? day(handoff.offeredOn),
    receivedOn,
    acknowledgeBy: limitOf(caseFile, acknowledgement, scope, calendar),
    acknowledgedOn: answeredOn,
    declinedFor: handoff.returnReason,
    ...(mediation !== null
      ? {}
      : {
          stage: notTaken ?? (receivedOn === null ? 'sent' : 'received'),
          open: notTaken === undefined,
          returnedOn: notTaken === 'declined' ? answeredOn : null,
        }),
  };
}

const notTakenStages: Readonly<Record<string, ReferralStage | undefined>> = {
  returned: 'declined',
  lapsed: 'lapsed',
  recalled: 'recalled',
};

/** How the court referred the suit at that time: it may have proposed again since, in another mode. */
function modeWhenSent(caseFile: CaseFile, { id, fromProceeding }: Handoff): ReferralMode {
  const sent = latestFact(caseFile, 'offerHandoff', { handoff: id });
  const proposed = factsOf(caseFile, 'proposeMediation', { proceeding: fromProceeding }).findLast(
    ({ seq }) => sent === null || seq < sent.seq,
  );
  if (proposed === undefined) return modeOfSuit(caseFile, fromProceeding);
  return proposed.values.mode === 'delegated' ? 'delegated' : 'entrusted';
}

/** A mediation that a court asked for on paper; none before the organisation has acknowledged it. */
function paperReferral(caseFile: CaseFile, mediation: Proceeding, calendar: Calendar): readonly Referral[] {
  const asked = referralOf(caseFile, mediation.id);
  if (asked === null) return [];
  return [
    {
      ...courseOf(caseFile, mediation, calendar),
      id: mediation.id,
      handoff: null,
      suit: null,
      mediation: mediation.id,
      court: asked.court,
      organisation: mediation.organisation,
      mode: asked.mode,
      numbers: courtNumbers([mediation.number]),
      matters: mediation.matters,
      sentOn: null,
      receivedOn: null,
      acknowledgeBy: null,
      acknowledgedOn: dayOfFact(caseFile, 'acknowledgeReferral', { proceeding: mediation.id }),
      declinedFor: null,
    },
  ];
}

type Course = Pick<Referral, 'heldBy' | 'term' | 'stage' | 'endReason' | 'back' | 'returnedOn' | 'open'>;

/** How the mediation went, as far as a register says it. */
function courseOf(caseFile: CaseFile, mediation: Proceeding | null, calendar: Calendar): Course {
  if (mediation === null)
    return { heldBy: null, term: null, stage: 'sent', endReason: null, back: [], returnedOn: null, open: true };
  const scope = { proceeding: mediation.id };
  const back = Object.values(caseFile.handoffs).filter(
    (one) =>
      one.fromProceeding === mediation.id &&
      ['H2', 'H3', 'H4'].includes(one.kind) &&
      ['offered', 'received', 'accepted', 'returned'].includes(String(one.slot.value)),
  );
  const returnedOn = allReturnedOn(caseFile, mediation, back);
  const reason = latestFact(caseFile, 'mediationFailed', scope)?.values.reason;
  return {
    heldBy: mediation.organisation,
    term: terms.flatMap((rule) => limitOf(caseFile, rule, scope, calendar) ?? [])[0] ?? null,
    stage: stageOf(mediation),
    endReason: typeof reason === 'string' ? reason : null,
    back: back.map(({ id }) => id),
    returnedOn,
    open: returnedOn === null && mediation.endedOn === null,
  };
}

function stageOf({ matters, outcomes }: Proceeding): ReferralStage {
  const said = matters.flatMap((id) => outcomes[id] ?? []);
  if (said.length < matters.length || said.length === 0) return 'mediating';
  const settled = said.filter((one) => one === 'settled').length;
  if (settled > 0) return settled === said.length ? 'agreed' : 'agreedInPart';
  if (said.every((one) => one === 'declined')) return 'declined';
  return said.every((one) => one === 'withdrawn') ? 'withdrawn' : 'failed';
}

/** The day on which the last of the matters was back: what the parties themselves file (H4) is no report to the court. */
function allReturnedOn(caseFile: CaseFile, { matters }: Proceeding, back: readonly Handoff[]): LegalDate | null {
  const arrived = back
    .filter(({ kind, slot }) => kind !== 'H4' && ['received', 'accepted'].includes(String(slot.value)))
    .map((one) => ({
      matters: one.matters,
      on: dayOfFact(caseFile, 'handoffReceived', { handoff: one.id }) ?? day(one.receivedOn) ?? '',
    }))
    .sort((left, right) => left.on.localeCompare(right.on));
  const days = matters.map((id) => arrived.find((one) => one.matters.includes(id))?.on ?? null);
  return days.reduce((last, one) => (last === null || one === null ? null : one > last ? one : last), days[0] ?? null);
}

function limitOf(
  caseFile: CaseFile,
  rule: ClockRuleId,
  scope: Parameters<typeof dueOfTerm>[2],
  calendar: Calendar,
): ReferralLimit | null {
  const found = dueOfTerm(caseFile, rule, scope, calendar);
  return found === null ? null : { rule, from: found.from, due: found.due, provisional: found.provisional };
}

function courtNumbers(typed: readonly (string | null | undefined)[]): readonly string[] {
  return [
    ...new Set(
      typed.flatMap((one) => {
        const parsed = parseCourtNumber(one ?? '');
        return parsed.ok ? [parsed.number] : [];
      }),
    ),
  ];
}

function day(occurredOn: string | null): LegalDate | null {
  return occurredOn === null ? null : dayOf(occurredOn);
}
