import type { CaseFile, Id } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { dayOfFact, latestFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, partiesOf, partyOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { isOffered } from '../index.ts';
import { ended, here, officers, penaltyServed, reopened, respondentsOf } from './shared.ts';

function fineOf(caseFile: CaseFile, proceeding: Id): number | null {
  const fine = latestFact(caseFile, 'decidePenalty', { proceeding })?.values.fineFen;
  return typeof fine === 'number' ? fine : null;
}

const recordPenaltyService = command({
  ...here,
  type: 'recordPenaltyService',
  kind: 'fact',
  label: text('登记处罚决定书送达', 'Record service of the penalty'),
  by: officers,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    dataRequirement({
      code: 'served-before-decision',
      basis: [{ instrument: 'PENL', article: '第六十一条' }],
      check: ({ caseFile, proceeding, day }) => {
        const decided = dayOfFact(caseFile, 'decidePenalty', { proceeding: proceeding!.id });
        return decided === null || day < decided
          ? {
              text: text(
                '还没有处罚决定，或送达日期早于决定日期。',
                'There is no decision yet, or the service lies before it.',
              ),
              field: 'occurredOn',
            }
          : null;
      },
    }),
  ],
  apply: ({ data, caseFile, proceeding, day }) => ({
    party: data.party,
    facts: penaltyServed(data.party, day, fineOf(caseFile, proceeding!.id)),
  }),
});

const publishPenalty = command({
  ...here,
  type: 'publishPenalty',
  kind: 'fact',
  label: text('公示处罚信息', 'Publish the penalty'),
  by: officers,
  occurredOn: { precision: 'day', label: text('公示日期', 'Published on') },
  fields: {
    where: textOf({ label: text('公示平台', 'Where'), maxLength: 200 }),
    redacted: flag({
      label: text('已去除个人信息、商业秘密等不得公开的内容', 'Personal data and trade secrets were redacted'),
    }),
  },
  requires: [
    stateRequirement({
      code: 'no-penalty-yet',
      basis: [{ instrument: 'PENL', article: '第四十八条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'penaltyDecided', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有处罚决定。', 'There is no penalty decision yet.') }
          : null,
    }),
    dataRequirement<{ redacted: boolean }>({
      code: 'publication-not-redacted',
      basis: [{ instrument: 'PENB', article: '第十条' }],
      check: ({ data }) =>
        data.redacted
          ? null
          : {
              text: text(
                '公示前须去除个人信息和商业秘密。',
                'Personal data and trade secrets are redacted before publication.',
              ),
              field: 'redacted',
            },
    }),
  ],
});

const recordPenaltyPerformance = command({
  ...here,
  type: 'recordPenaltyPerformance',
  kind: 'fact',
  label: text('登记处罚履行情况', 'Record performance of the penalty'),
  by: officers,
  occurredOn: { precision: 'day', label: text('履行日期', 'Performed on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    what: choiceOf({
      label: text('事项', 'What'),
      of: {
        finePaid: text('罚款已缴纳', 'The fine was paid'),
        stopped: text('已停止侵权', 'The infringement was stopped'),
        goodsGiven: text('没收物品已处理', 'Confiscated goods were dealt with'),
        instalments: text('批准延期或分期缴纳', 'Deferred or instalments approved'),
        enforcementAsked: text('已申请法院强制执行', 'The court was asked to enforce'),
      },
    }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    values: { what: data.what },
    facts: ['finePaid', 'enforcementAsked'].includes(data.what) ? [{ type: 'finePaid', party: data.party }] : [],
  }),
});

/** Reconsideration or a suit does not stop the penalty; its result is recorded here and prevails. */
const recordReview = command({
  ...here,
  type: 'recordReview',
  kind: 'step',
  label: text('登记复议、诉讼结果', 'Record the result of a review'),
  by: officers,
  occurredOn: { precision: 'day', label: text('决定（裁判）日期', 'Decided on') },
  fields: {
    before: choiceOf({
      label: text('审查机关', 'Before'),
      of: { reconsideration: text('行政复议', 'Reconsideration'), court: text('行政诉讼', 'Suit') },
    }),
    result: choiceOf({
      label: text('结果', 'Result'),
      of: {
        stands: text('维持', 'It stands'),
        revoked: text('撤销', 'Revoked'),
        decideAnew: text('撤销并责令重新作出', 'Revoked, to be decided anew'),
      },
    }),
    paper: itemOf({ label: text('复议决定书、裁判文书', 'The decision'), optional: true }),
  },
  requires: [],
  facts: ({ data }) => ({ review: data.result }),
  factCases: [{ review: 'stands' }, { review: 'revoked' }, { review: 'decideAnew' }],
  apply: ({ data, caseFile, proceeding }) => ({
    ...(data.result === 'decideAnew' ? { caseFile: reopened(caseFile, proceeding!) } : {}),
    ...(data.result === 'revoked' ? ended(caseFile, proceeding!, 'dropped') : {}),
    values: { before: data.before, result: data.result },
    ...(data.result === 'decideAnew' ? { facts: [{ type: 'enforcementCaseFiled' }] } : {}),
  }),
});

/** Closed when it was served on everybody and its performance, or the request to enforce it, is on record. */
const closePenaltyCase = command({
  ...here,
  type: 'closePenaltyCase',
  kind: 'step',
  label: text('结案', 'Close the case'),
  by: officers,
  occurredOn: { precision: 'day', label: text('结案日期', 'Closed on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'penalty-not-served',
      basis: [{ instrument: 'PENL', article: '第六十一条' }],
      check: ({ caseFile, proceeding }) =>
        respondentsOf(caseFile, proceeding!).every(
          ({ id }) => latestFact(caseFile, 'penaltyServed', { proceeding: proceeding!.id, party: id }) !== null,
        )
          ? null
          : {
              text: text('处罚决定书还没有送达所有当事人。', 'The penalty was not served on everybody yet.'),
              instead: text('请先登记送达。', 'Record its service first.'),
            },
    }),
    stateRequirement({
      code: 'fine-not-settled',
      basis: [{ instrument: 'PENL', article: '第六十七条' }],
      check: ({ caseFile, proceeding }) =>
        fineOf(caseFile, proceeding!.id) === null ||
        respondentsOf(caseFile, proceeding!).every(
          ({ id }) => latestFact(caseFile, 'finePaid', { proceeding: proceeding!.id, party: id }) !== null,
        )
          ? null
          : {
              text: text('罚款还没有缴纳，也没有申请强制执行。', 'The fine is neither paid nor brought to the court.'),
              instead: text(
                '请登记缴纳，或登记已申请法院强制执行。',
                'Record the payment, or the request for enforcement.',
              ),
            },
    }),
  ],
  apply: ({ caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'penalised'),
  }),
});

/** Damages are mediated beside the case when both sides ask; the case goes on all the same (T25, O363 6). */
const openDamagesMediation = command({
  ...here,
  type: 'openDamagesMediation',
  kind: 'fact',
  label: text('就赔偿开展行政调解', 'Mediate the damages'),
  by: officers,
  fields: { askedBy: partiesOf({ label: text('请求调解的当事人', 'Who asks'), minimum: 2 }) },
  requires: [
    stateRequirement({
      code: 'channel-not-offered-yet',
      basis: [],
      check: () =>
        isOffered('generalAdminMediation')
          ? null
          : {
              text: text('本系统尚未开通“行政调解”。', '“Administrative mediation” is not offered here yet.'),
              instead: text('告知当事人可以申请人民调解或起诉。', "Tell the parties of people's mediation or a suit."),
            },
    }),
    dataRequirement<{ askedBy: readonly Id[] }>({
      code: 'damages-mediated-on-request',
      basis: [
        { instrument: 'TM19', article: '第六十条第三款' },
        { instrument: 'TM26', article: '第七十四条' },
      ],
      check: ({ data, caseFile }) => {
        const sides = new Set(data.askedBy.map((id) => caseFile.parties[id]?.side));
        return sides.has('claimant') && sides.has('respondent')
          ? null
          : {
              text: text('赔偿调解须双方请求。', 'Damages are mediated only when both sides ask.'),
              field: 'askedBy',
            };
      },
    }),
  ],
  apply: ({ proceeding }) => ({
    values: { channel: 'generalAdminMediation', organisation: proceeding!.organisation },
  }),
});

/** The answer to an opinion letter of a procuratorate; the proceeding that waits for it is told (handoff/reactions-crime.ts). */
const replyToOpinion = command({
  ...here,
  type: 'replyToOpinion',
  kind: 'fact',
  label: text('回复检察意见', 'Reply to the procuratorate’s opinion'),
  by: officers,
  occurredOn: { precision: 'day', label: text('回复日期', 'Replied on') },
  fields: {
    result: textOf({ label: text('处理结果', 'What was done'), maxLength: 1000, multiline: true }),
    paper: itemOf({ label: text('回复函', 'The letter'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-opinion-to-answer',
      basis: [{ instrument: 'LINK', article: '第十一条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'opinionDelivered', { proceeding: proceeding!.id }) === null
          ? { text: text('没有待回复的检察意见。', 'There is no opinion to answer.') }
          : null,
    }),
  ],
});

export const aftermathCommands: readonly CommandDefinition[] = [
  recordPenaltyService,
  publishPenalty,
  recordPenaltyPerformance,
  closePenaltyCase,
  recordReview,
  openDamagesMediation,
  replyToOpinion,
];
