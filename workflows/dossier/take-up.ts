import type { Id, Matter } from '../case-file.ts';
import { type ChannelId, channelLabels } from '../channels/ids.ts';
import { channelOf, channels } from '../channels/index.ts';
import { type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { choiceOf } from '../fields.ts';
import { routesFrom } from '../path/transitions.ts';
import { deskRoles } from '../reference.ts';
import { excluded } from '../rules/guards.ts';
import { text } from '../text.ts';
import { refusing } from './consent.ts';
import { exclusiveProceeding } from './opening.ts';

/** Channels into which the law leads from any proceeding that a matter is or was in. */
function reachable({ caseFile }: Context<unknown>, matter: Id): readonly ChannelId[] {
  return Object.values(caseFile.proceedings)
    .filter((one) => one.matters.includes(matter))
    .flatMap((one) => routesFrom(one.channel).flatMap((route) => route.to));
}

/** Channels that the actor's own organisation runs. */
function ownChannels({ given }: Context<unknown>): readonly ChannelId[] {
  const kind = given.reference.organisations[given.actor.organisation ?? '']?.kind;
  return channels.filter((one) => kind !== undefined && one.runBy.includes(kind)).map(({ id }) => id);
}

const matterOf = (context: Context<unknown>): Matter => context.matter!;

/** An organisation that has the dispute already takes it up in another of its channels: damages after a ruling (T21), a ruling after a mediation failed (T24), mediation beside enforcement (T25). */
export const takeUpHere = command({
  type: 'takeUpHere',
  target: 'matter',
  kind: 'fact',
  label: text('在本机构另行办理', 'Take it up here in another channel'),
  hint: text(
    '当事人另行提出请求时使用；转给其他机构的，请用“准备移送”。',
    'When a party asks anew; to pass it on, prepare a handoff.',
  ),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    channel: choiceOf({ label: text('办理途径', 'Channel'), of: channelLabels, only: ownChannels }),
  },
  requires: [
    stateRequirement({
      code: 'matter-is-over',
      basis: [],
      check: (context) =>
        String(matterOf(context).slot.value) === 'over'
          ? {
              text: text('争议事项已经办结。', 'The matter is over.'),
              instead: text('请先重新办理该事项。', 'Reopen it first.'),
            }
          : null,
    }),
    dataRequirement<{ channel: ChannelId }>({
      code: 'no-such-route',
      basis: [],
      check: (context) =>
        reachable(context, matterOf(context).id).includes(context.data.channel)
          ? null
          : {
              text: text('从已有的程序不能进入该程序。', 'No route leads there from what was done so far.'),
              field: 'channel',
            },
    }),
    dataRequirement<{ channel: ChannelId }>({
      code: 'exclusive-proceeding-open',
      basis: [],
      check: ({ data, caseFile, matter }) =>
        exclusiveProceeding(caseFile, data.channel, [matter!.id]) === null
          ? null
          : {
              text: text('同一争议事项已有未结的同类程序。', 'A proceeding that excludes this one is still open.'),
              field: 'channel',
            },
    }),
    excluded<{ channel: ChannelId }>(
      'F1',
      'mediation-refused',
      'data',
      ({ data, caseFile, matter }) =>
        channelOf(data.channel)?.family === 'mediation' && refusing(caseFile, [matter!.id]).length > 0,
      'channel',
    ),
  ],
  apply: ({ data, given }) => ({ values: { channel: data.channel, organisation: given.actor.organisation } }),
});
