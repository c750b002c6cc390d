import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, command, dataRequirement } from '../../command.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { dayOfFact, latestFact } from '../../facts.ts';
import { choiceOf, itemOf, legalDate, partyOf, rowsOf, textOf } from '../../fields.ts';
import { deskRoles } from '../../reference.ts';
import { text } from '../../text.ts';

/** The office is hardly ever on the system: whoever keeps the record beside it writes down what it says, with its proof. */
const here = { target: 'proceeding', machine: 'invalidation', relation: 'custodian', by: deskRoles } as const;

/** Ways in which the existence of a right is attacked. */
export const attackKinds = {
  patentInvalidation: text('专利无效宣告', 'Invalidation of a patent'),
  trademarkInvalidation: text('商标无效宣告', 'Invalidation of a trademark'),
  opposition: text('商标异议', 'Opposition'),
  cancellation: text('撤销连续三年不使用的商标', 'Cancellation for non-use'),
} as const;

const acceptInvalidation = command({
  ...here,
  type: 'acceptInvalidation',
  kind: 'step',
  label: text('登记受理', 'Accepted by the office'),
  tone: 'primary',
  occurredOn: { precision: 'day', label: text('受理日期', 'Accepted on') },
  fields: {
    kind: choiceOf({ label: text('种类', 'Kind'), of: attackKinds }),
    number: textOf({ label: text('案件编号', 'Number'), maxLength: 60, optional: true }),
  },
  requires: [
    dataRequirement<{ kind: keyof typeof attackKinds }>({
      code: 'attack-does-not-fit-the-right',
      basis: [{ instrument: 'PL', article: '第四十五条' }],
      check: ({ data, caseFile, proceeding }) => {
        const patent = isPatent(caseFile, proceeding!);
        return patent === null || patent === (data.kind === 'patentInvalidation')
          ? null
          : { text: text('种类与涉案权利不符。', 'That does not fit the right in dispute.'), field: 'kind' };
      },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: data.number ?? proceeding!.number }),
    values: { kind: data.kind },
  }),
});

/** Whether the right under attack is a patent; null while nobody said what it is. */
function isPatent(caseFile: CaseFile, { matters }: Proceeding): boolean | null {
  const kinds = matters.flatMap((id) => caseFile.matters[id]?.right.kind ?? []);
  const patents = ['inventionPatent', 'utilityModel', 'designPatent'];
  return kinds.length === 0 ? null : kinds.some((kind) => patents.includes(kind));
}

const refuseInvalidation = command({
  ...here,
  type: 'refuseInvalidation',
  kind: 'step',
  label: text('登记不予受理', 'Not accepted by the office'),
  occurredOn: { precision: 'day', label: text('通知日期', 'Told on') },
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'notAccepted'),
});

const withdrawInvalidation = command({
  ...here,
  type: 'withdrawInvalidation',
  kind: 'step',
  label: text('登记撤回请求', 'Request withdrawn'),
  occurredOn: { precision: 'day', label: text('撤回日期', 'Withdrawn on') },
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'withdrawn'),
});

const results = {
  invalid: text('宣告全部无效（不予注册、撤销）', 'Invalid as a whole; refused or cancelled'),
  partlyInvalid: text('宣告部分无效', 'Invalid in part'),
  upheld: text('维持有效', 'Upheld'),
} as const;
type Result = keyof typeof results | 'withdrawn' | 'notAccepted';

/** What became of the right, for every matter over it. */
function ended(caseFile: CaseFile, proceeding: Proceeding, result: Result) {
  return {
    caseFile: patchPart(caseFile, 'proceedings', proceeding.id, {
      outcomes: Object.fromEntries(proceeding.matters.map((id) => [id, result])),
    }),
    facts: [{ type: 'invalidationEnded', values: { result } }],
  };
}

/** The decision, and when it reached each party: the terms run from there. A second one follows a review. */
const decideInvalidation = command({
  ...here,
  type: 'decideInvalidation',
  kind: 'step',
  label: text('登记决定', 'Record the decision'),
  tone: 'primary',
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: results }),
    by: choiceOf({
      label: text('作出机关', 'By'),
      of: {
        reviewBoard: text('复审和无效审理部门', 'The board of review and invalidation'),
        trademarkOffice: text('商标局', 'The trademark office'),
      },
      optional: true,
    }),
    served: rowsOf({
      label: text('送达各方', 'Served on'),
      of: {
        party: partyOf({ label: text('当事人', 'Party') }),
        servedOn: legalDate({ label: text('送达日期', 'Served on') }),
      },
    }),
    paper: itemOf({ label: text('决定书', 'The decision'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => {
    const kind = latestFact(caseFile, 'acceptInvalidation', { proceeding: proceeding!.id })?.values.kind;
    const trademark = data.by === 'trademarkOffice' ? 'trademarkDecisionReceived' : 'trademarkReviewDecisionReceived';
    const type = kind === 'patentInvalidation' ? 'patentDecisionReceived' : trademark;
    return {
      values: { result: data.result, by: data.by },
      facts: data.served.map((row) => ({ type, party: row.party, occurredOn: row.servedOn })),
    };
  },
});

const recordInvalidationReview = command({
  ...here,
  type: 'recordInvalidationReview',
  kind: 'step',
  label: text('登记申请复审（商标）', 'Review asked for (trademarks)'),
  occurredOn: { precision: 'day', label: text('申请日期', 'Asked on') },
  fields: { party: partyOf({ label: text('申请人', 'Who asks') }) },
  requires: [
    dataRequirement({
      code: 'no-review-of-patent-decisions',
      basis: [{ instrument: 'PL', article: '第四十六条第二款' }],
      check: ({ caseFile, proceeding }) =>
        isPatent(caseFile, proceeding!) === true
          ? {
              text: text(
                '专利无效宣告决定不能复审，只能起诉。',
                'A decision on a patent is not reviewed; one sues over it.',
              ),
              instead: text('请登记起诉。', 'Record the suit.'),
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'invalidationReviewAsked', party: data.party }] }),
});

const recordInvalidationSuit = command({
  ...here,
  type: 'recordInvalidationSuit',
  kind: 'step',
  label: text('登记对决定起诉', 'Suit over the decision'),
  occurredOn: { precision: 'day', label: text('起诉日期', 'Filed on') },
  fields: { party: partyOf({ label: text('起诉的当事人', 'Who sued') }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'invalidationSuitFiled', party: data.party }] }),
});

/** The result of the last decision that was not revoked. */
function decisionOf(caseFile: CaseFile, proceeding: Id): Result {
  const result = latestFact(caseFile, 'decideInvalidation', { proceeding })?.values.result;
  return result === 'invalid' || result === 'partlyInvalid' ? result : 'upheld';
}

const recordInvalidationSuitResult = command({
  ...here,
  type: 'recordInvalidationSuitResult',
  kind: 'step',
  label: text('登记诉讼结果', 'Result of the suit'),
  tone: 'primary',
  occurredOn: { precision: 'day', label: text('生效日期', 'In force on') },
  fields: {
    result: choiceOf({
      label: text('结果', 'Result'),
      of: {
        stands: text('维持决定', 'The decision stands'),
        revoked: text('撤销决定，重新作出', 'Revoked; to be decided anew'),
      },
    }),
  },
  requires: [],
  facts: ({ data }) => ({ result: data.result }),
  factCases: [{ result: 'stands' }, { result: 'revoked' }],
  apply: ({ data, caseFile, proceeding }) =>
    data.result === 'stands'
      ? { ...ended(caseFile, proceeding!, decisionOf(caseFile, proceeding!.id)), values: { result: data.result } }
      : { values: { result: data.result } },
});

const receipts = [
  ['patentDecisionReceived', 'invalid.sue'],
  ['trademarkDecisionReceived', 'tminvalid.review'],
  ['trademarkReviewDecisionReceived', 'tminvalid.sue'],
] as const;

/** Nobody went further in time: the decision is in force, and what was stayed for it goes on. */
const recordInvalidationEffect = command({
  ...here,
  type: 'recordInvalidationEffect',
  kind: 'step',
  label: text('登记决定生效', 'Record that the decision is in force'),
  tone: 'primary',
  occurredOn: { precision: 'day', label: text('生效日期', 'In force on') },
  fields: {},
  requires: [
    dataRequirement({
      code: 'decision-term-running',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PL', article: '第四十六条第二款' }],
      check: ({ caseFile, proceeding, given, day }) => {
        const last = partiesOfMatters(caseFile, proceeding!.matters)
          .flatMap(({ id }) =>
            receipts.flatMap(([type, rule]) => {
              const served = dayOfFact(caseFile, type, { proceeding: proceeding!.id, party: id });
              return served === null ? [] : (dueByRule(rule, served, given.calendar).due ?? []);
            }),
          )
          .sort()
          .at(-1);
        return last === undefined || day > last
          ? null
          : {
              text: text(`最后一个救济期至 ${last} 届满。`, `The last term ends on ${last}.`),
            };
      },
    }),
  ],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, decisionOf(caseFile, proceeding!.id)),
});

export const invalidationCommands: readonly CommandDefinition[] = [
  acceptInvalidation,
  refuseInvalidation,
  withdrawInvalidation,
  decideInvalidation,
  recordInvalidationReview,
  recordInvalidationSuit,
  recordInvalidationSuitResult,
  recordInvalidationEffect,
];
