import { type CaseFile, patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement } from '../../command.ts';
import { refusing } from '../../dossier/consent.ts';
import { exclusiveProceeding } from '../../dossier/opening.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, choicesOf, legalDate, textOf } from '../../fields.ts';
import { routesFrom } from '../../path/transitions.ts';
import { deskRoles } from '../../reference.ts';
import { excluded } from '../../rules/guards.ts';
import { labelsOf } from '../../rules/labels.ts';
import { declineReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';
import type { ChannelId } from '../ids.ts';
import { channelLabels } from '../ids.ts';
import { channelOf, channels, isOffered } from '../index.ts';

const unknownYesNo = { yes: text('有', 'Yes'), no: text('没有', 'No'), unknown: text('不清楚', 'Not known') } as const;

/** Screening facts: they steer which routes are open. Only what is known is filled in; it may be repeated as more is learnt. */
const screenDispute = command({
  type: 'screenDispute',
  target: 'proceeding',
  machine: 'intake',
  kind: 'step',
  label: text('筛查', 'Screen'),
  tone: 'primary',
  by: deskRoles,
  relation: 'custodian',
  fields: {
    mediability: choiceOf({
      label: text('是否适宜调解', 'Can it be mediated'),
      of: {
        mediable: text('可以调解', 'Yes'),
        validity: text('涉及权利效力，应由主管机关认定', 'No: validity of a right'),
        sanction: text('要求行政处罚', 'No: an administrative sanction is asked for'),
        criminal: text('要求追究刑事责任', 'No: criminal liability is asked for'),
      },
    }),
    arbitrationAgreement: choiceOf({ label: text('有无仲裁协议', 'Arbitration agreement'), of: unknownYesNo }),
    suitPending: choiceOf({ label: text('有无正在进行的诉讼', 'Suit pending anywhere'), of: unknownYesNo }),
    earlierOutcome: choiceOf({
      label: text('同一纠纷有无调解、裁决或判决', 'Earlier mediation, ruling or judgment on it'),
      of: unknownYesNo,
    }),
    standing: choiceOf({
      label: text('申请人身份', "Claimant's standing"),
      of: {
        owner: text('权利人', 'Owner'),
        exclusive: text('独占被许可人', 'Exclusive licensee'),
        sole: text('排他被许可人', 'Sole licensee'),
        ordinary: text('普通被许可人', 'Ordinary licensee'),
        other: text('其他', 'Other'),
      },
      optional: true,
    }),
    knownSince: legalDate({ label: text('知道侵权之日', 'Known since'), optional: true }),
    preservedOn: legalDate({ label: text('诉前保全日期', 'Pre-filing preservation on'), optional: true }),
    crimeIndicators: choicesOf({
      label: text('刑事线索（单纯专利侵权不属于）', 'Criminal indicators (patent infringement as such is none)'),
      of: {
        counterfeitMark: text('假冒注册商标', 'Counterfeit mark'),
        fakePatent: text('假冒专利', 'Passing off a patent'),
        piracy: text('侵犯著作权', 'Piracy'),
        tradeSecret: text('侵犯商业秘密', 'Trade secret'),
      },
    }),
  },
  requires: [],
  apply: ({ data, proceeding }) => ({
    values: {
      mediability: data.mediability,
      arbitrationAgreement: data.arbitrationAgreement,
      suitPending: data.suitPending,
      earlierOutcome: data.earlierOutcome,
      standing: data.standing,
      crimeIndicators: data.crimeIndicators,
    },
    facts: [
      ...dated('preservationMeasureTaken', data.preservedOn, proceeding!.id),
      ...dated('infringementKnown', data.knownSince, proceeding!.id),
    ],
  }),
});

function dated(type: string, occurredOn: string | null, proceeding: string) {
  return occurredOn === null ? [] : [{ type, occurredOn, proceeding }];
}

/** Takes the dispute into a channel at the same organisation; another organisation takes a handoff. */
const routeHere = command({
  type: 'routeHere',
  target: 'proceeding',
  machine: 'intake',
  kind: 'step',
  label: text('在本机构办理', 'Handle it here'),
  hint: text('转给其他机构的，请用“准备移送”。', 'To pass it to another organisation, prepare a handoff.'),
  tone: 'primary',
  by: deskRoles,
  relation: 'custodian',
  fields: { channel: choiceOf({ label: text('办理途径', 'Channel'), of: channelLabels }) },
  requires: [
    dataRequirement<{ channel: ChannelId }>({
      code: 'no-such-route',
      basis: [{ instrument: 'SDR', article: '第二十条' }],
      check: ({ data }) =>
        routesFrom('intake').some((route) => route.to.includes(data.channel))
          ? null
          : { text: text('登记分流不能直接进入该程序。', 'Intake does not lead there directly.'), field: 'channel' },
    }),
    dataRequirement<{ channel: ChannelId }>({
      code: 'channel-not-offered-yet',
      basis: [],
      check: ({ data }) =>
        isOffered(data.channel)
          ? null
          : {
              text: text(
                `本系统尚未开通“${channelLabels[data.channel].zh}”。`,
                `“${channelLabels[data.channel].en}” is not offered here yet.`,
              ),
              instead: text(
                `现已开通：${channels.map(({ id }) => channelLabels[id].zh).join('、')}；也可以告知当事人直接向该机构提出。`,
                'The parties can go to that body directly.',
              ),
              field: 'channel',
            },
    }),
    dataRequirement<{ channel: ChannelId }>({
      code: 'organisation-cannot-run-channel',
      basis: [],
      check: ({ data, proceeding, given }) => {
        const kind = given.reference.organisations[proceeding!.organisation]?.kind;
        return kind !== undefined && channelOf(data.channel)?.runBy.includes(kind)
          ? null
          : {
              basis: routesFrom('intake').find((route) => route.to.includes(data.channel))?.basis ?? [],
              text: text('本机构不能办理该程序。', 'This organisation cannot run that channel.'),
              instead: text('请准备移送给有权办理的机构。', 'Prepare a handoff to one that can.'),
              field: 'channel',
            };
      },
    }),
    excluded<{ channel: ChannelId }>(
      'F1',
      'mediation-refused',
      'data',
      ({ data, caseFile, proceeding }) =>
        channelOf(data.channel)?.family === 'mediation' && refusing(caseFile, proceeding!.matters).length > 0,
      'channel',
    ),
    dataRequirement<{ channel: ChannelId }>({
      code: 'exclusive-proceeding-open',
      basis: [],
      check: ({ data, caseFile, proceeding }) =>
        exclusiveProceeding(caseFile, data.channel, proceeding!.matters) === null
          ? null
          : {
              text: text('同一争议事项已有未结的同类程序。', 'A proceeding that excludes this one is still open.'),
              field: 'channel',
            },
    }),
    excluded<{ channel: ChannelId }>(
      'F2',
      'arbitration-agreement-stands',
      'data',
      ({ data, caseFile, proceeding }) =>
        (data.channel === 'litigation' || data.channel === 'adminRuling') &&
        screened(caseFile, proceeding!.id)?.arbitrationAgreement === 'yes',
      'channel',
    ),
    excluded<{ channel: ChannelId }>(
      'F3',
      'suit-bars-ruling',
      'data',
      ({ data, caseFile, proceeding }) =>
        data.channel === 'adminRuling' && screened(caseFile, proceeding!.id)?.suitPending === 'yes',
      'channel',
    ),
    excluded<{ channel: ChannelId }>(
      'F4',
      'no-arbitration-agreement',
      'data',
      ({ data, caseFile, proceeding }) =>
        data.channel === 'arbitration' && screened(caseFile, proceeding!.id)?.arbitrationAgreement === 'no',
      'channel',
    ),
    dataRequirement<{ channel: ChannelId }>({
      code: 'not-mediable',
      basis: [
        { instrument: 'PL', article: '第四十六条' },
        { instrument: 'SDR', article: '第三十三条' },
      ],
      check: ({ data, caseFile, proceeding }) => {
        const found = screened(caseFile, proceeding!.id)?.mediability ?? 'mediable';
        return found === 'mediable' || channelOf(data.channel)?.family !== 'mediation'
          ? null
          : {
              text: text('筛查结论为不适宜调解。', 'The screening says it cannot be mediated.'),
              instead: text('请告知当事人向有权机关提出。', 'Tell the parties which authority to turn to.'),
            };
      },
    }),
  ],
  apply: ({ data, proceeding, caseFile }) => ({
    caseFile: settleIntake(caseFile, proceeding!.id, 'routed'),
    values: { channel: data.channel, organisation: proceeding!.organisation },
  }),
});

/** The latest screening of an intake. */
function screened(caseFile: CaseFile, proceeding: string) {
  return latestFact(caseFile, 'screenDispute', { proceeding })?.values;
}

function settleIntake(caseFile: Parameters<typeof patchPart>[0], id: string, outcome: string) {
  const { matters } = caseFile.proceedings[id]!;
  return patchPart(caseFile, 'proceedings', id, {
    outcomes: Object.fromEntries(matters.map((matter) => [matter, outcome])),
  });
}

/** The handoff that carried the case away was accepted. */
const leaveByHandoff = command({
  type: 'leaveByHandoff',
  target: 'proceeding',
  machine: 'intake',
  kind: 'step',
  label: text('已由接收机构承办', 'Taken over by the receiver'),
  by: ['system'],
  relation: 'system',
  fields: {},
  requires: [],
  apply: ({ proceeding, caseFile }) => ({ caseFile: settleIntake(caseFile, proceeding!.id, 'routed') }),
});

/** Does not take the dispute, and tells where it belongs: the first receiver owes that (SDR 33). */
const rejectIntake = command({
  type: 'rejectIntake',
  target: 'proceeding',
  machine: 'intake',
  kind: 'step',
  label: text('不予受理，告知其他途径', 'Not taken; tell other routes'),
  tone: 'danger',
  by: deskRoles,
  relation: 'custodian',
  fields: {
    reason: choiceOf({ label: text('原因', 'Reason'), of: labelsOf(declineReasons) }),
    routesTold: textOf({ label: text('告知的途径', 'Routes told'), maxLength: 500, multiline: true }),
  },
  requires: [],
  apply: ({ data, proceeding, caseFile }) => ({
    caseFile: settleIntake(caseFile, proceeding!.id, 'rejected'),
    values: { reason: data.reason },
  }),
});

const giveAdviceOnly = command({
  type: 'giveAdviceOnly',
  target: 'proceeding',
  machine: 'intake',
  kind: 'step',
  label: text('仅提供咨询', 'Advice only'),
  by: deskRoles,
  relation: 'custodian',
  fields: { advice: textOf({ label: text('咨询内容', 'Advice given'), maxLength: 1000, multiline: true }) },
  requires: [],
  apply: ({ proceeding, caseFile }) => ({ caseFile: settleIntake(caseFile, proceeding!.id, 'advised') }),
});

const resumeIntake = command({
  type: 'resumeIntake',
  target: 'proceeding',
  machine: 'intake',
  kind: 'step',
  label: text('重新受理登记', 'Take it up again'),
  by: deskRoles,
  relation: 'custodian',
  fields: { reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }) },
  requires: [],
  apply: ({ proceeding, caseFile }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { outcomes: {} }),
  }),
});

export const intakeCommands: readonly CommandDefinition[] = [
  screenDispute,
  routeHere,
  leaveByHandoff,
  rejectIntake,
  giveAdviceOnly,
  resumeIntake,
];
