import { authoring, stateMeta } from '../machine.ts';
import { text } from '../text.ts';

/** A movement with two keys: the sender offers, the receiver receives and accepts or returns. */
export const handoffMachine = authoring.createMachine({
  id: 'handoff',
  initial: 'drafted',
  context: {},
  options: { maxIterations: 100 },
  states: {
    drafted: {
      meta: stateMeta({
        label: text('待发出', 'Drafted'),
        publicLabel: text('准备移交', 'Being prepared'),
        owner: 'sender',
        waits: text(
          '材料齐备后由移送方发出；期限在原程序上继续计算。',
          'The sender sends it when the papers are complete; the clocks of the proceeding go on.',
        ),
        tasks: [
          {
            role: 'mediator',
            text: text('核对材料后发出移送，或撤销草稿', 'Check the papers and send the handoff, or discard it'),
          },
        ],
      }),
      on: { reviseHandoff: 'drafted', offerHandoff: 'offered', discardHandoff: 'discarded' },
    },
    offered: {
      meta: stateMeta({
        label: text('已发出，待签收', 'Offered'),
        publicLabel: text('已移交，等待对方签收', 'Handed over; waiting for receipt'),
        owner: 'receiver',
        waits: text(
          '对方未签收前，移送方仍是承办机构；逾期未签收的，双方均收到提醒。',
          'Until receipt the sender stays custodian; silence puts a task on both desks.',
        ),
      }),
      on: { receiveHandoff: 'received', recallHandoff: 'recalled', lapseHandoff: 'lapsed' },
    },
    received: {
      meta: stateMeta({
        label: text('已签收，待接受', 'Received'),
        publicLabel: text('对方已签收，等待答复', 'Received; waiting for an answer'),
        owner: 'receiver',
        clocks: ['online.org_confirm'],
      }),
      on: { acceptHandoff: 'accepted', returnHandoff: 'returned', lapseHandoff: 'lapsed' },
    },
    accepted: {
      meta: stateMeta({
        label: text('已接受', 'Accepted'),
        publicLabel: text('对方已接受', 'Accepted'),
        owner: 'nobody',
        over: true,
      }),
    },
    returned: {
      meta: stateMeta({
        label: text('已退回', 'Returned'),
        publicLabel: text('对方已退回', 'Returned'),
        owner: 'nobody',
        over: true,
      }),
    },
    recalled: {
      meta: stateMeta({
        label: text('已撤回', 'Recalled'),
        publicLabel: text('已撤回', 'Recalled'),
        owner: 'nobody',
        over: true,
      }),
    },
    lapsed: {
      meta: stateMeta({
        label: text('逾期失效', 'Lapsed'),
        publicLabel: text('逾期未答复，已失效', 'Lapsed without an answer'),
        owner: 'nobody',
        over: true,
      }),
    },
    discarded: {
      meta: stateMeta({
        label: text('草稿已撤销', 'Discarded'),
        publicLabel: text('未发出', 'Not sent'),
        owner: 'nobody',
        over: true,
      }),
    },
  },
});
