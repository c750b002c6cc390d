import type { Handoff, Proceeding } from '../case-file.ts';
import { modeOfSuit, suitWaitingFor } from '../channels/courtAnnexedMediation/referral.ts';
import { undecided } from '../dossier/consent.ts';
import { latestFact } from '../facts.ts';
import type { Moment, Reaction, ReactionCommand } from '../reactions.ts';
import { channelOpened, type HandoffKind, handoffKinds } from './kinds.ts';

function handoffOf({ caseFile, target }: Moment) {
  const handoff = caseFile.handoffs[target.id]!;
  const kind: HandoffKind = handoffKinds[handoff.kind];
  return { handoff, kind };
}

const onProceeding = (type: string, id: string, data: ReactionCommand['data'] = {}): ReactionCommand => ({
  type,
  target: { kind: 'proceeding', id },
  data,
});

/** What begins at the receiver when custody moves: a new proceeding, the same one at its new custodian, or the suit that waited. */
function custodyMoves(moment: Moment): readonly ReactionCommand[] {
  const { handoff, kind } = handoffOf(moment);
  const from = moment.caseFile.proceedings[handoff.fromProceeding]!;
  if (kind.effect === 'transfers')
    return [onProceeding('transferProceeding', from.id, { to: handoff.toOrganisation, handoff: handoff.id })];
  const suit = suitWaitingFor(moment.caseFile, handoff);
  if (suit !== null) return backToSuit(suit, handoff, 'goesOn');
  const channel = channelOpened(handoff);
  if (channel === null) return [];
  const opening: ReactionCommand = {
    type: 'openProceeding',
    target: { kind: 'case', id: moment.caseFile.id },
    data: {
      channel,
      organisation: handoff.toOrganisation,
      matters: handoff.matters.map((id) => ({ id })),
      handoff: handoff.id,
    },
  };
  if (from.channel === 'intake') return [onProceeding('leaveByHandoff', from.id), opening];
  return from.channel === 'litigation' ? [onProceeding('beginReferredMediation', from.id), opening] : [opening];
}

/** A suit takes the result up; one that goes on already, because another part came back before, only keeps the papers. */
function backToSuit(suit: Proceeding, handoff: Handoff, result: 'agreed' | 'goesOn'): readonly ReactionCommand[] {
  if (String(suit.slot.value) !== 'awaitingMediation') return [];
  const everything = undecided(suit).every((id) => handoff.matters.includes(id));
  return [onProceeding('takeBackFromMediation', suit.id, { result: everything ? result : 'goesOn' })];
}

export const handoffReactions: readonly Reaction[] = [
  {
    id: 'custody-moves-on-receipt',
    on: { machine: 'handoff', enters: 'received' },
    give: (moment) => {
      const { kind } = handoffOf(moment);
      if (kind.custodyMovesOn !== 'receipt') return [];
      return [...custodyMoves(moment), { type: 'acceptHandoff', target: moment.target, data: {} }];
    },
  },
  {
    id: 'custody-moves-on-acceptance',
    on: { machine: 'handoff', enters: 'accepted' },
    give: (moment) => (handoffOf(moment).kind.custodyMovesOn === 'acceptance' ? custodyMoves(moment) : []),
  },
  {
    id: 'agreement-reported-to-the-suit',
    on: { machine: 'handoff', enters: 'accepted' },
    give: (moment) => {
      const { handoff } = handoffOf(moment);
      const suit = handoff.kind === 'H2' ? suitWaitingFor(moment.caseFile, handoff) : null;
      return suit === null ? [] : backToSuit(suit, handoff, 'agreed');
    },
  },
  {
    id: 'referral-acknowledged',
    on: { fact: 'openProceeding' },
    give: ({ caseFile, fact }) => {
      const opened = caseFile.proceedings[String(fact.values.proceeding)];
      const handoff = caseFile.handoffs[opened?.openedByHandoff ?? ''];
      if (opened?.channel !== 'courtAnnexedMediation' || handoff === undefined) return [];
      const suit = caseFile.proceedings[handoff.fromProceeding]!;
      const procedure = latestFact(caseFile, 'registerSuit', { proceeding: suit.id })?.values.procedure ?? null;
      const mode = modeOfSuit(caseFile, suit.id);
      return [
        onProceeding('acknowledgeReferral', opened.id, {
          court: handoff.fromOrganisation,
          mode,
          procedure,
          number: suit.number,
        }),
      ];
    },
  },
];
