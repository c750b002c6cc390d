import type { Moment, Reaction, ReactionCommand } from '../reactions.ts';
import { type HandoffKind, handoffKinds } from './kinds.ts';

function handoffOf({ caseFile, target }: Moment) {
  const handoff = caseFile.handoffs[target.id]!;
  const kind: HandoffKind = handoffKinds[handoff.kind];
  return { handoff, kind };
}

/** What begins at the receiver when custody moves: a new proceeding, or the same one at its new custodian. */
function custodyMoves(moment: Moment): readonly ReactionCommand[] {
  const { handoff, kind } = handoffOf(moment);
  const from = moment.caseFile.proceedings[handoff.fromProceeding]!;
  if (kind.effect === 'transfers') {
    return [
      {
        type: 'transferProceeding',
        target: { kind: 'proceeding', id: from.id },
        data: { to: handoff.toOrganisation, handoff: handoff.id },
      },
    ];
  }
  if (kind.effect !== 'opens' || kind.opens === null) return [];
  const opening: ReactionCommand = {
    type: 'openProceeding',
    target: { kind: 'case', id: moment.caseFile.id },
    data: {
      channel: kind.opens,
      organisation: handoff.toOrganisation,
      matters: handoff.matters.map((id) => ({ id })),
      handoff: handoff.id,
    },
  };
  const leaving: ReactionCommand = { type: 'leaveByHandoff', target: { kind: 'proceeding', id: from.id }, data: {} };
  return from.channel === 'intake' ? [leaving, opening] : [opening];
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
];
