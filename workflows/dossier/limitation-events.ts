import { dayOf, type Id } from '../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../command.ts';
import { damagesReachOf, type InfringementPeriod } from '../damages-reach.ts';
import { latestFact } from '../facts.ts';
import { choiceOf, flag, itemOf, legalDate, money, oneOf, textOf } from '../fields.ts';
import { hasLimitation, limitationBasis, limitationOf, obstacleCauses, standingObstacles } from '../limitation.ts';
import { deskRoles } from '../reference.ts';
import { reachInferred } from '../rules/damages-reach.ts';
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

/**
 * The rest of a claim is expressly given up: asserting the part that is left interrupts limitation for that part alone (LIM 9).
 * Silence about the rest gives up nothing, so the form asks how it was said.
 */
const recordRestWaived = command({
  ...onMatter,
  type: 'recordRestWaived',
  label: text('登记放弃剩余债权', 'Record that the rest of the claim was waived'),
  hint: text(
    '只登记权利人明确表示的放弃；没有明确表示的，主张部分债权的中断效力及于全部。',
    'Only an express waiver: without one, asserting a part interrupts limitation for the whole.',
  ),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('表示放弃之日', 'Waived on'), mayPrecedeOpening: true },
  fields: {
    claimedFen: money({ label: text('仍主张的部分', 'The part still claimed') }),
    how: choiceOf({
      label: text('表示方式', 'How it was said'),
      of: { written: text('书面', 'In writing'), onRecord: text('口头并记入笔录', 'Orally, taken down in the record') },
    }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'stop-has-no-limitation',
      basis: [{ instrument: 'CC', article: '第一百九十六条(一)' }],
      check: ({ matter }) =>
        hasLimitation(matter!)
          ? null
          : {
              text: text(
                '仅请求停止侵害的，不适用诉讼时效，没有可以放弃的剩余债权。',
                'A claim to stop alone has no limitation, and no rest to waive.',
              ),
            },
    }),
    stateRequirement({
      code: 'rest-already-waived',
      basis: limitationBasis.partOfClaim,
      check: ({ caseFile, matter }) =>
        latestFact(caseFile, 'recordRestWaived', { matter: matter!.id }) === null
          ? null
          : {
              text: text('剩余债权已经登记放弃。', 'The rest is on record as waived.'),
              instead: text('日期有误的，请更正日期。', 'If its date is wrong, amend the date.'),
            },
    }),
    dataRequirement<{ claimedFen: number }>({
      code: 'waiver-leaves-no-rest',
      basis: limitationBasis.partOfClaim,
      check: ({ data, matter }) =>
        matter!.amountFen !== null && data.claimedFen >= matter!.amountFen
          ? {
              text: text(
                '仍主张的部分不小于标的额，没有剩余。',
                'What is still claimed is all there is: no rest is left.',
              ),
              instead: text('标的额有误的，请先更正。', 'If the amount in dispute is wrong, correct that first.'),
              field: 'claimedFen',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { claimedFen: data.claimedFen, how: data.how } }),
});

/** How long the infringement lasted and from when damages are claimed: a late suit reaches back a fixed time from its filing (PDR 17). */
const recordInfringementPeriod = command({
  ...onMatter,
  concerns: ({ matter }) => matter?.dispute === 'infringement',
  type: 'recordInfringementPeriod',
  label: text(
    '登记侵权持续期间和赔偿期间',
    'Record how long the infringement lasted, and since when damages are claimed',
  ),
  by: deskRoles,
  occurredOn: null,
  fields: {
    claimedFrom: legalDate({ label: text('请求赔偿的起始日', 'Damages claimed from') }),
    endedOn: legalDate({
      label: text('侵权停止之日（仍在继续的不填）', 'Infringement ended on (empty: it goes on)'),
      optional: true,
    }),
    rightUntil: legalDate({
      label: text('权利有效期届满日', 'The right lasts until'),
      mayBeFuture: true,
      optional: true,
    }),
  },
  requires: [
    dataRequirement<InfringementPeriod>({
      code: 'infringement-ends-before-it-begins',
      basis: [{ instrument: 'PDR', article: '第十七条' }],
      check: ({ data }) =>
        data.endedOn !== null && data.endedOn < data.claimedFrom
          ? {
              text: text(
                '侵权停止之日早于请求赔偿的起始日。',
                'It cannot end before the day from which damages are claimed.',
              ),
              field: 'endedOn',
            }
          : null,
    }),
    dataRequirement<InfringementPeriod>({
      code: 'damages-claimed-too-early',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PDR', article: '第十七条' }],
      check: ({ data, caseFile, matter, given }) => {
        const { calendar, reference, today } = given;
        const ledger = limitationOf(caseFile, matter!.id, calendar, reference, today);
        const reach = damagesReachOf(caseFile, matter!.id, data, { ledger, calendar, today });
        if (reach === null || !reach.claimedTooEarly) return null;
        const more = reach.toConfirm ? reachInferred : text('', '');
        return {
          text: text(
            `时效届满后才起诉：侵权仍在继续的，赔偿自起诉之日向前推算，只及于 ${reach.reachesFrom} 以后。${more.zh}`,
            `Sued after limitation: while the infringement goes on, damages are counted back from the filing and reach to ${reach.reachesFrom} only. ${more.en}`.trim(),
          ),
          field: 'claimedFrom',
        };
      },
    }),
  ],
  apply: ({ data }) => ({ values: { ...data } }),
});

export const limitationCommands: readonly CommandDefinition[] = [
  recordLimitationEvent,
  recordLimitationStart,
  recordLimitationObstacle,
  endLimitationObstacle,
  recordPreservation,
  recordWarningDemand,
  withdrawWarning,
  recordRestWaived,
  recordInfringementPeriod,
];
