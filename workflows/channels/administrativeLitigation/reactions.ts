import type { Moment, Reaction, ReactionCommand } from '../../reactions.ts';
import { rulingAttacked, suitOverRuling } from './roles.ts';
import type { AdministrativeSuitEnd } from './shared.ts';

/** What the end of the suit is for the ruling (`recordChallengeResult`). */
const results: Readonly<Record<AdministrativeSuitEnd, string>> = {
  upheld: 'upheld',
  unlawful: 'unlawful',
  changed: 'changed',
  revoked: 'annulled',
  revokedAnew: 'revoked',
  withdrawn: 'withdrawn',
  turnedAway: 'withdrawn',
};

/** A party sued at a court that is named: its suit opens there, once for all who sue over the ruling. */
function suitOpens({ caseFile, fact }: Moment): readonly ReactionCommand[] {
  const ruling = caseFile.proceedings[fact.proceeding ?? ''];
  const { court } = fact.values;
  if (ruling === undefined || typeof court !== 'string' || suitOverRuling(caseFile, ruling) !== null) return [];
  const ruled = ruling.matters.filter((id) => ['infringement', 'noInfringement'].includes(ruling.outcomes[id] ?? ''));
  return [
    {
      type: 'openProceeding',
      target: { kind: 'case', id: caseFile.id },
      data: {
        channel: 'administrativeLitigation',
        organisation: court,
        matters: ruled.map((id) => ({ id })),
        handoff: null,
      },
    },
  ];
}

/** Gives a step to the ruling that the suit of this moment attacks. */
function toRuling({ caseFile, fact }: Moment, type: string, data: ReactionCommand['data']): readonly ReactionCommand[] {
  const suit = caseFile.proceedings[fact.proceeding ?? ''];
  const ruling = suit === undefined ? null : rulingAttacked(caseFile, suit);
  return ruling === null ? [] : [{ type, target: { kind: 'proceeding', id: ruling.id }, data }];
}

/** How a ruling and the suit over it follow each other (PL 65; APL 56, 67, 70; route T22). */
export const administrativeLitigationReactions: readonly Reaction[] = [
  { id: 'suit-over-ruling-opens', on: { fact: 'recordAdministrativeSuit' }, give: suitOpens },
  {
    id: 'authority-was-served',
    on: { fact: 'authorityServed' },
    give: (moment) => toRuling(moment, 'followSuitOverRuling', { event: 'served' }),
  },
  {
    id: 'authority-has-answered',
    on: { fact: 'authorityDefenceReceived' },
    give: (moment) => toRuling(moment, 'followSuitOverRuling', { event: 'answered' }),
  },
  {
    id: 'suit-over-ruling-ended',
    on: { fact: 'administrativeSuitEnded' },
    give: (moment) =>
      // The field of the fact is written by ended() alone.
      toRuling(moment, 'recordChallengeResult', {
        result: results[moment.fact.values.result as AdministrativeSuitEnd],
      }),
  },
];
