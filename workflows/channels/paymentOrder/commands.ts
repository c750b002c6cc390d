import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import {
  type CommandDefinition,
  command,
  dataRequirement,
  type FactDraft,
  type Requirement,
  stateRequirement,
} from '../../command.ts';
import { dayOfFact } from '../../facts.ts';
import { choiceOf, itemOf, money, partyOf, textOf } from '../../fields.ts';
import { courtNumber, normalised } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';

const here = { target: 'proceeding', machine: 'paymentOrder', relation: 'custodian' } as const;
const liaison = ['courtLiaison'] as const;

/** What becomes of the matters; the fact that their paths follow says how. */
function decided(caseFile: CaseFile, proceeding: Proceeding, how: string) {
  const outcomes = Object.fromEntries(proceeding.matters.map((id) => [id, how]));
  const facts: readonly FactDraft[] = [{ type: 'paymentOrderDecided', values: { how } }];
  return { caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes }), facts };
}

/** A debt of money or securities and nothing else, which no other debt answers (CPL 225). */
const onlyMoney: Requirement = stateRequirement({
  code: 'order-is-for-money-only',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'CPL', article: '第二百二十五条' }],
  check: ({ caseFile, proceeding }) => {
    const handoff = caseFile.handoffs[proceeding!.openedByHandoff ?? ''];
    const home = handoff === undefined ? undefined : caseFile.proceedings[handoff.fromProceeding];
    const clauses = home?.agreements[handoff?.agreement ?? '']?.clauses ?? [];
    return clauses.every(({ subject }) => subject === 'payment' || subject === 'default')
      ? null
      : {
          text: text(
            '支付令只适用于给付金钱、有价证券；协议还有其他内容的，由法院决定是否受理。',
            'A payment order is for money or securities only; where the agreement has more in it, the court decides.',
          ),
        };
  },
});

const acceptPaymentOrder = command({
  ...here,
  type: 'acceptPaymentOrder',
  kind: 'step',
  label: text('受理支付令申请', 'Accept'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('受理日期', 'Accepted on') },
  fields: { number: textOf(courtNumber) },
  requires: [onlyMoney],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: normalised(data.number) }),
    facts: [{ type: 'paymentOrderAccepted' }],
    body: { number: normalised(data.number) },
  }),
});

const refusals = {
  otherDebts: text('双方有其他债务纠纷', 'The sides have other debts between them'),
  cannotBeServed: text('支付令不能送达债务人', 'The order cannot be served on the debtor'),
  notMoney: text('不是给付金钱、有价证券', 'Not for money or securities'),
  unclear: text('债权债务关系不明确、不合法', 'The debt is unclear or unlawful'),
} as const;

const refusePaymentOrder = command({
  ...here,
  type: 'refusePaymentOrder',
  kind: 'step',
  label: text('不予受理支付令申请', 'Not accepted'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('通知日期', 'Told on') },
  fields: { reason: choiceOf({ label: text('理由', 'Ground'), of: refusals }) },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...decided(caseFile, proceeding!, 'refused'),
    values: { reason: data.reason },
  }),
});

const rejectPaymentOrder = command({
  ...here,
  type: 'rejectPaymentOrder',
  kind: 'step',
  label: text('裁定驳回支付令申请', 'Rejected'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: { reason: choiceOf({ label: text('理由', 'Ground'), of: refusals }) },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...decided(caseFile, proceeding!, 'rejected'),
    values: { reason: data.reason },
  }),
});

const withdrawPaymentOrder = command({
  ...here,
  type: 'withdrawPaymentOrder',
  kind: 'step',
  label: text('撤回支付令申请', 'The creditor withdraws'),
  by: liaison,
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => decided(caseFile, proceeding!, 'withdrawn'),
});

const issuePaymentOrder = command({
  ...here,
  type: 'issuePaymentOrder',
  kind: 'step',
  label: text('登记支付令', 'Record the order'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('发出日期', 'Issued on') },
  fields: {
    amountFen: money({ label: text('金额', 'Amount') }),
    scan: itemOf({ label: text('支付令', 'The order'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { amountFen: data.amountFen } }),
});

/** When the order reached the debtor: fifteen days to pay or to object (CPL 227). */
const recordOrderService = command({
  ...here,
  type: 'recordOrderService',
  kind: 'fact',
  label: text('登记支付令送达', 'Record service of the order'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: { debtor: partyOf({ label: text('债务人', 'Debtor') }) },
  requires: [
    dataRequirement({
      code: 'order-not-issued',
      basis: [{ instrument: 'CPL', article: '第二百二十七条' }],
      check: ({ caseFile, proceeding, day }) => {
        const issued = dayOfFact(caseFile, 'issuePaymentOrder', { proceeding: proceeding!.id });
        return issued !== null && day >= issued
          ? null
          : {
              text: text('还没有登记支付令，或送达早于支付令。', 'No order is recorded, or service lies before it.'),
              field: 'occurredOn',
            };
      },
    }),
  ],
  apply: ({ data, day }) => ({
    party: data.debtor,
    facts: [{ type: 'paymentOrderServed', party: data.debtor, occurredOn: day }],
  }),
});

/** Upheld, the order lapses and the dispute goes to a suit unless the creditor does not want it (CPL 228). */
const objectToPaymentOrder = command({
  ...here,
  type: 'objectToPaymentOrder',
  kind: 'step',
  label: text('登记债务人异议', 'Objection of the debtor'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    debtor: partyOf({ label: text('债务人', 'Debtor') }),
    objection: choiceOf({
      label: text('审查结果', 'Result'),
      of: {
        upheld: text('异议成立，终结督促程序', 'Upheld: the procedure ends'),
        dismissed: text('异议不成立', 'Dismissed'),
      },
    }),
    creditorSues: choiceOf({
      label: text('申请人是否同意转入诉讼', 'Does the creditor agree to a suit'),
      of: { yes: text('同意', 'Yes'), no: text('不同意起诉', 'No') },
      optional: true,
    }),
  },
  requires: [
    dataRequirement<{ objection: string; creditorSues: string | null }>({
      code: 'creditor-not-asked',
      basis: [{ instrument: 'CPL', article: '第二百二十八条' }],
      check: ({ data }) =>
        data.objection === 'upheld' && data.creditorSues === null
          ? {
              text: text(
                '支付令失效的，须问明申请人是否同意转入诉讼。',
                'The order lapses: ask the creditor whether it agrees to a suit.',
              ),
              field: 'creditorSues',
            }
          : null,
    }),
  ],
  facts: ({ data }) => ({ objection: data.objection }),
  factCases: [{ objection: 'upheld' }, { objection: 'dismissed' }],
  apply: ({ data, caseFile, proceeding }) => {
    const own = { party: data.debtor, values: { objection: data.objection } };
    if (data.objection !== 'upheld') return own;
    const end = decided(caseFile, proceeding!, 'lapsed');
    const suit = { channel: 'litigation', organisation: proceeding!.organisation };
    return {
      ...own,
      caseFile: end.caseFile,
      facts: [...end.facts, ...(data.creditorSues === 'yes' ? [{ type: 'orderBecameSuit', values: suit }] : [])],
    };
  },
});

const recordOrderPaid = command({
  ...here,
  type: 'recordOrderPaid',
  kind: 'step',
  label: text('登记已清偿', 'Paid'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('清偿日期', 'Paid on') },
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => decided(caseFile, proceeding!, 'paid'),
});

/** The last day to pay or object, of the debtor served last; null while nobody was served. */
function lastDay(caseFile: CaseFile, proceeding: Id, calendar: Parameters<typeof dueByRule>[2]): string | null {
  const served = dayOfFact(caseFile, 'paymentOrderServed', { proceeding });
  return served === null ? null : dueByRule('order.objection', served, calendar).due;
}

/** Neither paid nor objected to in time: the order can be enforced (CPL 227). */
const recordOrderInForce = command({
  ...here,
  type: 'recordOrderInForce',
  kind: 'step',
  label: text('登记支付令生效', 'The order is in force'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('生效日期', 'In force on') },
  fields: {},
  requires: [
    dataRequirement({
      code: 'order-objection-term-running',
      basis: [{ instrument: 'CPL', article: '第二百二十七条' }],
      check: ({ caseFile, proceeding, day, given }) => {
        const last = lastDay(caseFile, proceeding!.id, given.calendar);
        return last !== null && day > last
          ? null
          : {
              text: text(
                last === null ? '还没有登记支付令送达。' : `债务人的期限至 ${last} 届满，此前支付令不能执行。`,
                last === null
                  ? 'No service is recorded yet.'
                  : `The debtor has until ${last}; the order cannot be enforced before.`,
              ),
              field: 'occurredOn',
            };
      },
    }),
  ],
  apply: ({ caseFile, proceeding, day }) => {
    const end = decided(caseFile, proceeding!, 'orderInForce');
    return { caseFile: end.caseFile, facts: [...end.facts, { type: 'performanceDue', occurredOn: day }] };
  },
});

const closePaymentOrder = command({
  ...here,
  type: 'closePaymentOrder',
  kind: 'step',
  label: text('办结', 'Close the file'),
  by: liaison,
  fields: {},
  requires: [],
});

/** From the application to the order in force, or to the suit that takes its place. */
export const paymentOrderCommands: readonly CommandDefinition[] = [
  acceptPaymentOrder,
  refusePaymentOrder,
  rejectPaymentOrder,
  withdrawPaymentOrder,
  issuePaymentOrder,
  recordOrderService,
  objectToPaymentOrder,
  recordOrderPaid,
  recordOrderInForce,
  closePaymentOrder,
];
