import type { CaseFile, Handoff, Proceeding } from '../case-file.ts';
import { originOf, waitingCaseOf } from '../channels/criminalReferral/shared.ts';
import { latestFact } from '../facts.ts';
import type { Moment, Reaction, ReactionCommand } from '../reactions.ts';

const on = (type: string, { id }: Proceeding, data: ReactionCommand['data'] = {}): ReactionCommand => ({
  type,
  target: { kind: 'proceeding', id },
  data,
});

/** The enforcement case at the receiver that a reverse transfer takes up again, instead of opening another. */
export function caseWaitingFor(caseFile: CaseFile, handoff: Handoff): Proceeding | null {
  const referral = caseFile.proceedings[handoff.fromProceeding];
  if (handoff.kind !== 'H8' || referral?.channel !== 'criminalReferral') return null;
  const waiting = waitingCaseOf(caseFile, referral);
  return waiting?.organisation === handoff.toOrganisation ? waiting : null;
}

/** What follows at both ends when a suspected crime, or what is left of it, changes hands; null for every other handoff. */
export function crimeMoves(
  caseFile: CaseFile,
  handoff: Handoff,
  opening: ReactionCommand,
): readonly ReactionCommand[] | null {
  const from = caseFile.proceedings[handoff.fromProceeding]!;
  if (handoff.kind === 'H7')
    return from.channel === 'trademarkEnforcement' ? [on('awaitCriminalCase', from), opening] : [opening];
  if (handoff.kind !== 'H8') return null;
  const waiting = caseWaitingFor(caseFile, handoff);
  const back =
    waiting === null ? [opening] : [on('takeBackFromPolice', waiting), ...opinionFor(caseFile, from, waiting)];
  return [...back, on('leaveToAuthority', from)];
}

/** The opinion comes with the case: the day to reply runs at the authority too. */
function opinionFor(caseFile: CaseFile, referral: Proceeding, authority: Proceeding): readonly ReactionCommand[] {
  const replyBy = latestFact(caseFile, 'issueOpinion', { proceeding: referral.id })?.values.replyBy;
  return replyBy === undefined ? [] : [on('receiveOpinion', authority, { replyBy, referral: referral.id })];
}

/** States in which an enforcement case goes to the police once more. */
const active = ['investigating', 'noticeGiven', 'hearingDue', 'heard'];

function proceedingOf({ caseFile, fact }: Moment): Proceeding | undefined {
  return caseFile.proceedings[fact.proceeding ?? ''];
}

export const crimeReactions: readonly Reaction[] = [
  {
    id: 'refused-case-goes-on-administratively',
    on: { fact: 'criminalCaseRefused' },
    give: (moment) => {
      const referral = proceedingOf(moment);
      const waiting = referral === undefined ? null : waitingCaseOf(moment.caseFile, referral);
      return waiting === null ? [] : [on('takeBackFromPolice', waiting)];
    },
  },
  {
    id: 'criminal-case-opened-after-all',
    on: { fact: 'criminalCaseOpenedAfterAll' },
    give: (moment) => {
      const referral = proceedingOf(moment);
      const origin = referral === undefined ? null : originOf(moment.caseFile, referral);
      const goesOn = origin?.channel === 'trademarkEnforcement' && active.includes(String(origin.slot.value));
      return goesOn ? [on('awaitCriminalCase', origin)] : [];
    },
  },
  {
    id: 'opinion-arrives-with-the-case',
    on: { fact: 'openProceeding' },
    give: ({ caseFile, fact }) => {
      const opened = caseFile.proceedings[String(fact.values.proceeding)];
      const handoff = caseFile.handoffs[opened?.openedByHandoff ?? ''];
      const referral = caseFile.proceedings[handoff?.fromProceeding ?? ''];
      if (opened?.channel !== 'trademarkEnforcement' || handoff?.kind !== 'H8' || referral === undefined) return [];
      return opinionFor(caseFile, referral, opened);
    },
  },
  {
    id: 'opinion-answered',
    on: { fact: 'replyToOpinion' },
    give: ({ caseFile, fact }) => {
      const received = latestFact(caseFile, 'receiveOpinion', { proceeding: fact.proceeding ?? '' });
      const referral = caseFile.proceedings[String(received?.values.referral)];
      const waits = ['opinionIssued', 'awaitingReply'].includes(String(referral?.slot.value));
      return referral !== undefined && waits ? [on('recordOpinionReply', referral)] : [];
    },
  },
];
