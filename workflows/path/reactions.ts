import type { ChannelId } from '../channels/ids.ts';
import { channelOf } from '../channels/index.ts';
import type { Moment, Reaction, ReactionCommand } from '../reactions.ts';

function eachMatter(
  { fact }: Moment,
  type: string,
  data: Readonly<Record<string, unknown>> = {},
): readonly ReactionCommand[] {
  return fact.matters.map((id) => ({ type, target: { kind: 'matter', id }, data }));
}

/** How the path of each matter follows what happens in its proceedings. */
export const pathReactions: readonly Reaction[] = [
  {
    id: 'matter-taken-up',
    on: { fact: 'openProceeding' },
    give: (moment) => {
      const family = channelOf(String(moment.fact.values.channel) as ChannelId)?.family ?? null;
      return family === null ? [] : eachMatter(moment, 'enterChannel', { family });
    },
  },
  { id: 'matter-settled', on: { fact: 'agreementEffective' }, give: (moment) => eachMatter(moment, 'settleMatter') },
  {
    id: 'mediation-ended-without-agreement',
    on: { fact: 'mediationFailed' },
    give: (moment) =>
      moment.fact.values.reason === 'settledAndWithdrew'
        ? eachMatter(moment, 'finishMatter', { reason: 'settledWithoutPaper' })
        : eachMatter(moment, 'leaveUnresolved'),
  },
  {
    id: 'mediation-withdrawn',
    on: { fact: 'mediationWithdrawn' },
    give: (moment) => eachMatter(moment, 'leaveUnresolved'),
  },
  { id: 'matter-confirmed', on: { fact: 'matterConfirmed' }, give: (moment) => eachMatter(moment, 'confirmMatter') },
  {
    id: 'confirmation-ended',
    on: { fact: 'confirmationEnded' },
    give: (moment) => eachMatter(moment, 'endConfirmation'),
  },
  { id: 'handled-here', on: { fact: 'routeHere' }, give: openAtCustodian },
  { id: 'mediated-again', on: { fact: 'mediateAgain' }, give: openAtCustodian },
];

/** Opens the channel a fact names at the organisation it names. */
function openAtCustodian({ fact, caseFile }: Moment): readonly ReactionCommand[] {
  const { channel, organisation } = fact.values;
  const matters = fact.matters.map((id) => ({ id }));
  return [
    {
      type: 'openProceeding',
      target: { kind: 'case', id: caseFile.id },
      data: { channel, organisation, matters, handoff: null },
    },
  ];
}
