import { type CaseFile, type Handoff, patchPart } from '../case-file.ts';
import { suitWaitingFor } from '../channels/courtAnnexedMediation/referral.ts';
import { type Change, type CommandDefinition, command, dataRequirement, stateRequirement } from '../command.ts';
import { exclusiveProceeding } from '../dossier/opening.ts';
import { choiceOf, legalDate, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { labelsOf } from '../rules/labels.ts';
import { returnReasons } from '../rules/reasons.ts';
import { text } from '../text.ts';
import { articlesOfAll, channelOpened, type HandoffKind, type HandoffKindId, handoffKinds } from './kinds.ts';
import { caseWaitingFor } from './reactions-crime.ts';

const kinds: Readonly<Record<HandoffKindId, HandoffKind>> = handoffKinds;
const onHandoff = { target: 'handoff', machine: 'handoff', kind: 'step' } as const;

/** The second key, first turn: received. A filing by the parties counts by the day it was posted (CPL 85). */
const receiveHandoff = command({
  ...onHandoff,
  type: 'receiveHandoff',
  label: text('签收', 'Receive'),
  tone: 'primary',
  by: deskRoles,
  relation: 'receiver',
  occurredOn: { precision: 'minute', label: text('签收时间', 'Received at') },
  fields: {
    postedOn: legalDate({ label: text('邮寄提交的，交邮日期', 'Posted on, if it came by post'), optional: true }),
  },
  requires: [
    dataRequirement<{ postedOn: string | null }>({
      code: 'posted-after-receipt',
      basis: [{ instrument: 'CPL', article: '第八十五条' }],
      check: ({ data, day }) =>
        data.postedOn !== null && data.postedOn > day
          ? {
              text: text('交邮日期不能晚于签收日期。', 'It cannot be posted after it was received.'),
              field: 'postedOn',
            }
          : null,
    }),
    stateRequirement({
      code: 'exclusive-proceeding-open',
      basis: [],
      check: ({ caseFile, handoff }) => (handoff!.opened === null ? opensAgainst(caseFile, handoff!) : null),
    }),
  ],
  apply: ({ data, caseFile, handoff, occurredOn, day }): Change => ({
    caseFile: patchPart(caseFile, 'handoffs', handoff!.id, { receivedOn: occurredOn }),
    values: { filedOn: data.postedOn ?? day },
    facts: [
      { type: 'handoffReceived', values: { filedOn: data.postedOn ?? day } },
      ...(handoff!.kind === 'H7' ? [{ type: 'transferMade' }] : []),
    ],
  }),
});

/** A proceeding that the handoff would open stands against one that is still undecided. */
function opensAgainst(caseFile: CaseFile, handoff: Handoff) {
  const opens = channelOpened(handoff);
  if (suitWaitingFor(caseFile, handoff) !== null || caseWaitingFor(caseFile, handoff) !== null) return null;
  if (opens === null || exclusiveProceeding(caseFile, opens, handoff.matters) === null) return null;
  return {
    text: text(
      '同一争议事项已有未结的同类程序。',
      'A proceeding that excludes this one is still open over the matter.',
    ),
  };
}

const acceptHandoff = command({
  ...onHandoff,
  type: 'acceptHandoff',
  label: text('接受移送', 'Accept'),
  tone: 'primary',
  by: deskRoles,
  relation: 'receiver',
  occurredOn: { precision: 'minute', label: text('接受时间', 'Accepted at') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'exclusive-proceeding-open',
      basis: [],
      check: ({ caseFile, handoff }) => (handoff!.opened === null ? opensAgainst(caseFile, handoff!) : null),
    }),
  ],
  apply: ({ caseFile, handoff, occurredOn }) => ({
    caseFile: patchPart(caseFile, 'handoffs', handoff!.id, { answeredOn: occurredOn }),
  }),
});

/** Sends it back with a reason that the kind of handoff allows; where none is allowed the article says what to do. */
const returnHandoff = command({
  ...onHandoff,
  type: 'returnHandoff',
  label: text('退回', 'Return'),
  tone: 'danger',
  by: deskRoles,
  relation: 'receiver',
  fields: {
    reason: choiceOf({ label: text('退回理由', 'Reason'), of: labelsOf(returnReasons) }),
    explanation: textOf({ label: text('说明', 'Explanation'), maxLength: 500, multiline: true }),
  },
  requires: [
    {
      ...stateRequirement({
        code: 'return-not-allowed',
        basis: articlesOfAll(({ mayReturnFor, returnBasis }) => (mayReturnFor.length > 0 ? [] : returnBasis)),
        check: ({ handoff }) => {
          const kind = kinds[handoff!.kind];
          return kind.mayReturnFor.length > 0
            ? null
            : {
                basis: kind.returnBasis,
                text:
                  kind.returnRefusedBecause ?? text('这种移送不得退回。', 'This kind of handoff may not be returned.'),
              };
        },
      }),
    },
    dataRequirement<{ reason: keyof typeof returnReasons }>({
      code: 'return-reason-not-allowed',
      basis: articlesOfAll(({ mayReturnFor, returnBasis }) => (mayReturnFor.length > 0 ? returnBasis : [])),
      check: ({ data, handoff }) => {
        const { mayReturnFor: allowed, returnBasis } = kinds[handoff!.kind];
        return allowed.includes(data.reason)
          ? null
          : {
              basis: returnBasis,
              text: text(
                `这种移送只能因下列理由退回：${allowed.map((one) => returnReasons[one].label.zh).join('；')}。`,
                `It may be returned only for: ${allowed.map((one) => returnReasons[one].label.en).join('; ')}.`,
              ),
              field: 'reason',
            };
      },
    }),
  ],
  apply: ({ data, caseFile, handoff, occurredOn }) => ({
    caseFile: patchPart(caseFile, 'handoffs', handoff!.id, { answeredOn: occurredOn, returnReason: data.reason }),
    values: { reason: data.reason },
  }),
});

const lapseHandoff = command({
  ...onHandoff,
  type: 'lapseHandoff',
  label: text('逾期失效', 'Lapse'),
  by: ['system'],
  relation: 'system',
  fields: {},
  requires: [],
});

/** The same proceeding goes on at another organisation, which names its own people. */
const transferProceeding = command({
  type: 'transferProceeding',
  target: 'proceeding',
  kind: 'fact',
  label: text('承办机构变更', 'Custody moved'),
  by: ['system'],
  relation: 'system',
  fields: {
    to: textOf({ label: text('新承办机构', 'New custodian') }),
    handoff: textOf({ label: text('移送', 'Handoff') }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding, day }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      organisation: data.to,
      assignments: proceeding!.assignments.map((one) => (one.to === null ? { ...one, to: day } : one)),
    }),
    handoff: data.handoff,
    values: { from: proceeding!.organisation, to: data.to },
  }),
});

export const answeringCommands: readonly CommandDefinition[] = [
  receiveHandoff,
  acceptHandoff,
  returnHandoff,
  lapseHandoff,
  transferProceeding,
];
