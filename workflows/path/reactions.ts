import type { ChannelId } from '../channels/ids.ts';
import type { Moment, Reaction, ReactionCommand } from '../reactions.ts';
import type { ChannelFamily } from './machine.ts';

/** The family a channel belongs to; a confirmation has a step of its own, intake none. */
const families: { readonly [channel in ChannelId]?: ChannelFamily } = {
  peopleMediation: 'mediation',
  commercialMediation: 'mediation',
  courtAnnexedMediation: 'mediation',
  adminMediation: 'mediation',
  generalAdminMediation: 'mediation',
  adminRuling: 'authority',
  trademarkEnforcement: 'authority',
  criminalReferral: 'authority',
  arbitration: 'arbitration',
  litigation: 'court',
};

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
      const channel = String(moment.fact.values.channel) as ChannelId;
      if (channel === 'judicialConfirmation') return eachMatter(moment, 'enterConfirmation');
      const family = families[channel];
      return family === undefined ? [] : eachMatter(moment, 'enterChannel', { family });
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
  {
    id: 'handled-here',
    on: { fact: 'routeHere' },
    give: ({ fact, caseFile }) => [
      {
        type: 'openProceeding',
        target: { kind: 'case', id: caseFile.id },
        data: {
          channel: fact.values.channel,
          organisation: caseFile.proceedings[fact.proceeding ?? '']?.organisation,
          matters: fact.matters.map((id) => ({ id })),
          handoff: null,
        },
      },
    ],
  },
];
