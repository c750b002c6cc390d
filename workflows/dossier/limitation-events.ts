import { dayOf, type Id } from '../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../command.ts';
import { choiceOf, flag, itemOf, legalDate, oneOf, textOf } from '../fields.ts';
import { obstacleCauses, standingObstacles } from '../limitation.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';

const onMatter = { target: 'matter', machine: 'path', kind: 'fact', relation: 'anyCustodian' } as const;

/** An interruption that no proceeding of ours shows: a demand, a promise, a report to the police (CC 195, LIM 10-13). */
const recordLimitationEvent = command({
  ...onMatter,
  type: 'recordLimitationEvent',
  label: text('登记时效中断', 'Record an interruption of limitation'),
  by: deskRoles,
  occurredOn: {
    precision: 'day',
    label: text('发生日期（请求的，为到达之日）', 'On (a demand: the day it arrived)'),
    mayPrecedeOpening: true,
  },
  fields: {
    kind: choiceOf({
      label: text('事由', 'What happened'),
      of: {
        demand: text('权利人请求履行', 'The right holder demanded performance'),
        promise: text('义务人同意履行', 'The obligor agreed to perform'),
        request: text('向有权机构请求保护', 'Request to a body with power to resolve it'),
        suit: text('提起诉讼或申请仲裁', 'Suit or arbitration elsewhere'),
        report: text('报案或控告', 'Report to police, procuratorate or court'),
      },
    }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 200, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { kind: data.kind } }),
});

/** From when limitation runs: knowledge of the harm and of the obligor; and the harm itself, from which the twenty years run (CC 188). */
const recordLimitationStart = command({
  ...onMatter,
  type: 'recordLimitationStart',
  label: text('登记时效起算', 'Record from when limitation runs'),
  by: deskRoles,
  occurredOn: null,
  fields: {
    knownSince: legalDate({
      label: text('知道或者应当知道受损害及义务人之日', 'Harm and obligor known, or to be known, since'),
      optional: true,
    }),
    harmedOn: legalDate({ label: text('权利受到损害之日', 'The right was harmed on'), optional: true }),
  },
  requires: [
    dataRequirement<{ knownSince: string | null; harmedOn: string | null }>({
      code: 'limitation-start-without-date',
      basis: [{ instrument: 'CC', article: '第一百八十八条' }],
      check: ({ data }) =>
        data.knownSince === null && data.harmedOn === null
          ? { text: text('请至少填写一个日期。', 'Give at least one of the dates.'), field: 'knownSince' }
          : null,
    }),
    dataRequirement<{ knownSince: string | null; harmedOn: string | null }>({
      code: 'known-before-harmed',
      basis: [{ instrument: 'CC', article: '第一百八十八条' }],
      check: ({ data }) =>
        data.knownSince !== null && data.harmedOn !== null && data.knownSince < data.harmedOn
          ? {
              text: text('知道之日不能早于受损害之日。', 'It cannot be known before it happened.'),
              field: 'knownSince',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    facts: [
      ...(data.knownSince === null ? [] : [{ type: 'infringementKnown', occurredOn: data.knownSince }]),
      ...(data.harmedOn === null ? [] : [{ type: 'rightHarmed', occurredOn: data.harmedOn }]),
    ],
  }),
});

/** An obstacle to exercising the claim: in the last six months of the period it suspends limitation (CC 194). */
const recordLimitationObstacle = command({
  ...onMatter,
  type: 'recordLimitationObstacle',
  label: text('登记时效中止事由', 'Record an obstacle that suspends limitation'),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('障碍发生日期', 'Obstacle since'), mayPrecedeOpening: true },
  fields: {
    cause: choiceOf({ label: text('事由', 'Obstacle'), of: obstacleCauses }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 200, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { cause: data.cause } }),
});

/** The obstacle ceased: six months from this day, at the earliest, the period ends (CC 194). */
const endLimitationObstacle = command({
  ...onMatter,
  type: 'endLimitationObstacle',
  label: text('登记中止原因消除', 'Record that an obstacle ceased'),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('消除日期', 'Ceased on'), mayPrecedeOpening: true },
  fields: {
    obstacle: oneOf({
      label: text('障碍', 'Obstacle'),
      choices: ({ caseFile, matter }) =>
        standingObstacles(caseFile, matter!.id).map(({ fact, cause, from }) => ({
          value: fact,
          label: text(`${from} ${obstacleCauses[cause].zh}`, `${from} ${obstacleCauses[cause].en}`),
          person: null,
        })),
    }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-obstacle-standing',
      basis: [{ instrument: 'CC', article: '第一百九十四条' }],
      check: ({ caseFile, matter }) =>
        standingObstacles(caseFile, matter!.id).length === 0
          ? { text: text('没有登记尚未消除的障碍。', 'No obstacle stands on record.') }
          : null,
    }),
    dataRequirement<{ obstacle: Id }>({
      code: 'obstacle-ceased-before-it-began',
      basis: [{ instrument: 'CC', article: '第一百九十四条第二款' }],
      check: ({ data, caseFile, day }) =>
        day < dayOf(caseFile.facts[data.obstacle]?.occurredOn ?? '')
          ? { text: text('消除日期早于障碍发生日期。', 'It cannot cease before it began.'), field: 'occurredOn' }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { obstacle: data.obstacle } }),
});

/** Pre-filing preservation: the court rules within forty-eight hours, and thirty days from the measure to sue run through any mediation (CPL 104). */
const recordPreservation = command({
  ...onMatter,
  type: 'recordPreservation',
  label: text('登记诉前保全', 'Record pre-filing preservation'),
  by: deskRoles,
  occurredOn: { precision: 'minute', label: text('法院接受申请的时间', 'Application accepted at') },
  fields: {
    takenOn: legalDate({ label: text('采取保全措施之日', 'Measure taken on'), optional: true }),
    refused: flag({ label: text('裁定驳回申请', 'Refused') }),
  },
  requires: [],
  apply: ({ data }) => ({
    facts: [
      { type: 'preservationApplied' },
      ...(data.takenOn === null ? [] : [{ type: 'preservationMeasureTaken', occurredOn: data.takenOn }]),
      ...(data.refused ? [{ type: 'preservationRefused' }] : []),
    ],
  }),
});

/**
 * Somebody who was warned demands in writing that the right holder sue or withdraw the warning. A month from its receipt, or
 * two from its sending, it may sue for a declaration that it does not infringe (PIC09 18). Recorded again when its receipt is known.
 */
const recordWarningDemand = command({
  ...onMatter,
  type: 'recordWarningDemand',
  label: text('登记催告行使诉权', 'Record a demand to sue or withdraw a warning'),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('书面催告发出日期', 'Written demand sent on'), mayPrecedeOpening: true },
  fields: {
    receivedOn: legalDate({ label: text('权利人收到日期', 'Received by the right holder on'), optional: true }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
  },
  requires: [
    dataRequirement<{ receivedOn: string | null }>({
      code: 'demand-received-before-sent',
      basis: [{ instrument: 'PIC09', article: '第十八条' }],
      check: ({ data, day }) =>
        data.receivedOn !== null && data.receivedOn < day
          ? { text: text('收到日期早于发出日期。', 'It cannot arrive before it was sent.'), field: 'receivedOn' }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    facts: data.receivedOn === null ? [] : [{ type: 'warningDemandReceived', occurredOn: data.receivedOn }],
  }),
});

/** The right holder takes its warning back: nothing is left to sue about. */
const withdrawWarning = command({
  ...onMatter,
  type: 'withdrawWarning',
  label: text('登记撤回警告', 'Record that the warning was withdrawn'),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('撤回日期', 'Withdrawn on'), mayPrecedeOpening: true },
  fields: {},
  requires: [],
});

export const limitationCommands: readonly CommandDefinition[] = [
  recordLimitationEvent,
  recordLimitationStart,
  recordLimitationObstacle,
  endLimitationObstacle,
  recordPreservation,
  recordWarningDemand,
  withdrawWarning,
];
