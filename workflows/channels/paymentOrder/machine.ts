import { authoring, stateMeta, whenFacts } from '../../machine.ts';
import { type Text, text } from '../../text.ts';

function end(label: Text, publicLabel: Text) {
  return { meta: stateMeta({ label, publicLabel, owner: 'nobody', over: true }) };
}

const forLiaison = (zh: string, en: string) => [{ role: 'courtLiaison', text: text(zh, en) }] as const;

/** The procedure for a payment order (CPL 225-228). The court acts; we record. */
export const paymentOrderMachine = authoring.createMachine({
  id: 'paymentOrder',
  initial: 'applied',
  context: {},
  options: { maxIterations: 100 },
  states: {
    applied: {
      meta: stateMeta({
        label: text('已申请支付令', 'Applied for'),
        publicLabel: text('支付令申请已提交法院', 'The application is with the court'),
        owner: 'custodian',
        clocks: ['order.accept'],
        tasks: forLiaison('登记受理或不予受理', 'Record acceptance or refusal'),
      }),
      on: { acceptPaymentOrder: 'accepted', refusePaymentOrder: 'refused', withdrawPaymentOrder: 'withdrawn' },
    },
    accepted: {
      meta: stateMeta({
        label: text('已受理', 'Accepted'),
        publicLabel: text('法院已受理支付令申请', 'The court has accepted the application'),
        owner: 'custodian',
        clocks: ['order.issue'],
        tasks: forLiaison('登记支付令或驳回裁定', 'Record the order, or that the application was rejected'),
      }),
      on: { issuePaymentOrder: 'issued', rejectPaymentOrder: 'rejected', withdrawPaymentOrder: 'withdrawn' },
    },
    issued: {
      meta: stateMeta({
        label: text('已发出支付令', 'Order issued'),
        publicLabel: text('法院已发出支付令', 'The court has issued the order'),
        owner: 'parties',
        clocks: ['order.objection'],
        waits: text('债务人的期限自收到支付令之日起算。', "The debtor's time runs from receipt of the order."),
        tasks: forLiaison('登记支付令送达、异议、清偿或生效', 'Record service, objection, payment or the effect'),
        documentsDue: ['paymentOrder', 'serviceReceipt'],
      }),
      on: {
        objectToPaymentOrder: [
          { target: 'lapsed', guard: whenFacts({ objection: 'upheld' }) },
          { target: 'issued', guard: whenFacts({ objection: 'dismissed' }) },
        ],
        recordOrderPaid: 'paid',
        recordOrderInForce: 'inForce',
      },
    },
    inForce: {
      meta: stateMeta({
        label: text('支付令已生效', 'Order in force'),
        publicLabel: text('支付令可以强制执行', 'The order can be enforced'),
        owner: 'parties',
        waits: text('申请执行的期限在争议事项上计算。', 'The time to ask for enforcement runs on the matter.'),
        tasks: forLiaison('告知申请执行的期限，办结', 'Tell of the time to ask for enforcement; close'),
      }),
      on: { recordOrderPaid: 'paid', closePaymentOrder: 'closed' },
    },
    paid: end(text('已清偿', 'Paid'), text('债务已清偿', 'The debt is paid')),
    lapsed: end(
      text('支付令失效', 'Order lapsed'),
      text('债务人异议成立，支付令失效', 'The objection was upheld; the order has no effect'),
    ),
    rejected: end(text('裁定驳回', 'Rejected'), text('法院裁定驳回申请', 'The application was rejected')),
    refused: end(text('不予受理', 'Not accepted'), text('法院不予受理', 'The application was not accepted')),
    withdrawn: end(text('已撤回', 'Withdrawn'), text('申请已撤回', 'The application was withdrawn')),
    closed: end(text('已结案', 'Closed'), text('支付令案件已结案', 'The file of the order is closed')),
  },
});
