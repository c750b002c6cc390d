import { type Id, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { dayOfFact } from '../../facts.ts';
import { choiceOf, itemOf, legalDate, partyOf, rowsOf, textOf } from '../../fields.ts';
import { courtNumber, normalised } from '../../rules/court-number-field.ts';
import { labelsOf } from '../../rules/labels.ts';
import { nonAcceptanceReasons, objectionResults, rejectionReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';

import { ended, here, liaison } from './shared.ts';

const results = {
  confirmed: text('裁定调解协议有效', 'Ruled: the agreement is valid'),
  rejected: text('裁定驳回申请', 'Ruled: the application is rejected'),
} as const;
/** A ground of non-acceptance found after acceptance is a ground of rejection too (CPLI 355, last paragraph). */
const rejectionGrounds = { ...labelsOf(rejectionReasons), ...labelsOf(nonAcceptanceReasons) } as const;

interface RulingData {
  readonly result: keyof typeof results;
  readonly reason: string | null;
}

/** Records a judge's ruling: who ruled, when, the number on the paper, the result and its ground. It is never made here. */
const recordConfirmationRuling = command({
  ...here,
  type: 'recordConfirmationRuling',
  kind: 'step',
  label: text('登记裁定', 'Record the ruling'),
  hint: text(
    '由法官裁定，这里只作登记；案号照裁定书填写。',
    "A judge rules; this records it. The number is the paper's.",
  ),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: results }),
    reason: choiceOf({ label: text('驳回理由', 'Ground of rejection'), of: rejectionGrounds, optional: true }),
    number: textOf(courtNumber),
    judge: textOf({ label: text('审查法官', 'Judge'), maxLength: 60 }),
    performanceDueOn: legalDate({
      label: text('协议最后一项履行期限', 'Last day of performance in the agreement'),
      mayBeFuture: true,
      optional: true,
    }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
    served: rowsOf({
      label: text('送达各方（可稍后补记）', 'Served on (may follow later)'),
      of: {
        party: partyOf({ label: text('当事人', 'Party') }),
        servedOn: legalDate({ label: text('送达日期', 'Served on') }),
      },
    }),
  },
  requires: [
    dataRequirement<RulingData>({
      code: 'rejection-needs-ground',
      basis: [{ instrument: 'CPLI', article: '第三百五十八条' }],
      check: ({ data }) =>
        data.result === 'rejected' && data.reason === null
          ? { text: text('驳回申请须写明理由。', 'A rejection names its ground.'), field: 'reason' }
          : null,
    }),
    dataRequirement<RulingData>({
      code: 'confirmation-has-no-ground',
      basis: [],
      check: ({ data }) =>
        data.result === 'confirmed' && data.reason !== null
          ? { text: text('裁定有效的，不填驳回理由。', 'A confirmation has no ground of rejection.'), field: 'reason' }
          : null,
    }),
    dataRequirement<{ served: readonly { servedOn: string }[] }>({
      code: 'served-before-ruling',
      basis: [{ instrument: 'CPL', article: '第八十七条' }],
      check: ({ data, day }) =>
        data.served.some((row) => row.servedOn < day)
          ? {
              text: text('送达日期不能早于裁定日期。', 'A ruling cannot be served before it is made.'),
              field: 'served',
            }
          : null,
    }),
  ],
  facts: ({ data }) => ({ result: data.result }),
  factCases: [{ result: 'confirmed' }, { result: 'rejected' }],
  apply: ({ data, caseFile, proceeding, day }) => {
    const confirmed = data.result === 'confirmed';
    const numbered = patchPart(caseFile, 'proceedings', proceeding!.id, {
      number: proceeding!.number ?? normalised(data.number),
    });
    return {
      caseFile: ended(numbered, proceeding!, data.result),
      values: { result: data.result, reason: data.reason },
      facts: [
        confirmed ? { type: 'matterConfirmed' } : { type: 'confirmationEnded', values: { how: 'rejected' } },
        ...(confirmed ? [{ type: 'performanceDue', occurredOn: data.performanceDueOn ?? day }] : []),
        ...data.served.map((row) => ({ type: 'rulingServed', occurredOn: row.servedOn, party: row.party })),
      ],
      body: { number: normalised(data.number) },
    };
  },
});

/** When the ruling reached a party: its time to object runs from that day (CPLI 372). */
const recordRulingService = command({
  ...here,
  type: 'recordRulingService',
  kind: 'fact',
  label: text('登记裁定送达', 'Record service of the ruling'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-ruling-yet',
      basis: [],
      check: ({ caseFile, proceeding }) =>
        dayOfFact(caseFile, 'recordConfirmationRuling', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有登记裁定。', 'No ruling is recorded yet.') }
          : null,
    }),
    dataRequirement({
      code: 'served-before-ruling',
      basis: [{ instrument: 'CPL', article: '第八十七条' }],
      check: ({ caseFile, proceeding, day }) =>
        day < (dayOfFact(caseFile, 'recordConfirmationRuling', { proceeding: proceeding!.id }) ?? '')
          ? {
              text: text('送达日期不能早于裁定日期。', 'A ruling cannot be served before it is made.'),
              field: 'occurredOn',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'rulingServed', party: data.party }] }),
});

interface ObjectionData {
  readonly by: 'party' | 'outsider';
  readonly party: Id | null;
  readonly knewOn: string | null;
}

/** A party within 15 days, an outsider within six months of knowing (CPLI 372). Timeliness is the court's; we show the clock. */
const recordObjection = command({
  ...here,
  type: 'recordObjection',
  kind: 'step',
  label: text('收到异议', 'Objection received'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    by: choiceOf({
      label: text('异议人', 'Who objects'),
      of: { party: text('当事人', 'A party'), outsider: text('利害关系人', 'An interested outsider') },
    }),
    party: partyOf({ label: text('哪一方', 'Which party'), optional: true }),
    knewOn: legalDate({
      label: text('知道或应当知道之日（利害关系人）', 'Knew or should have known on (outsider)'),
      optional: true,
    }),
    grounds: textOf({ label: text('异议理由', 'Grounds'), maxLength: 500, multiline: true, optional: true }),
  },
  requires: [
    dataRequirement<ObjectionData>({
      code: 'objector-incomplete',
      basis: [{ instrument: 'CPLI', article: '第三百七十二条' }],
      check: ({ data }) => {
        if (data.by === 'party' && data.party === null)
          return { text: text('请选择提出异议的当事人。', 'Say which party objects.'), field: 'party' };
        return data.by === 'outsider' && data.knewOn === null
          ? {
              text: text(
                '请填写利害关系人知道或应当知道的日期。',
                'Give the day the outsider knew or should have known.',
              ),
              field: 'knewOn',
            }
          : null;
      },
    }),
    dataRequirement<ObjectionData>({
      code: 'objection-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CPLI', article: '第三百七十二条' }],
      check: lateObjection,
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { by: data.by },
    facts: data.knewOn === null ? [] : [{ type: 'outsiderLearned', occurredOn: data.knewOn }],
  }),
});

/** A late objection is recorded all the same: the court decides. */
function lateObjection({ data, caseFile, proceeding, day, given }: Context<ObjectionData>) {
  const outsider = data.by === 'outsider';
  const start = outsider
    ? data.knewOn
    : dayOfFact(caseFile, 'rulingServed', {
        proceeding: proceeding!.id,
        ...(data.party === null ? {} : { party: data.party }),
      });
  if (start === null) return null;
  const { due } = dueByRule(outsider ? 'conf.objection.third' : 'conf.objection.party', start, given.calendar);
  return due !== null && day > due
    ? {
        text: text(
          `异议期限已于 ${due} 届满，是否受理由法院决定。`,
          `The time to object ended on ${due}; the court decides.`,
        ),
      }
    : null;
}

const decideObjection = command({
  ...here,
  type: 'decideObjection',
  kind: 'step',
  label: text('登记异议审查结果', 'Record the decision on the objection'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: labelsOf(objectionResults) }),
    scan: itemOf({ label: text('裁定书', 'The order'), optional: true }),
  },
  requires: [],
  facts: ({ data }) => ({ objection: data.result }),
  factCases: [{ objection: 'upheld' }, { objection: 'partlyUpheld' }, { objection: 'dismissed' }],
  apply: ({ data, caseFile, proceeding }) => ({
    ...(data.result === 'upheld' ? { caseFile: ended(caseFile, proceeding!, 'revoked') } : {}),
    values: { result: data.result },
    facts: data.result === 'upheld' ? [{ type: 'confirmationEnded', values: { how: 'revoked' } }] : [],
  }),
});

export const rulingCommands: readonly CommandDefinition[] = [
  recordConfirmationRuling,
  recordRulingService,
  recordObjection,
  decideObjection,
];
