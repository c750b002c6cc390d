import { authoring, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const confirmedMeta = {
  owner: 'parties',
  clocks: ['conf.objection.party', 'conf.objection.third'],
} as const;

const rule = [
  { target: 'confirmed', guard: whenFacts({ result: 'confirmed' }) },
  { target: 'rejected', guard: whenFacts({ result: 'rejected' }) },
] as const;

const leave = { recordWithdrawal: 'withdrawn', deemWithdrawn: 'deemedWithdrawn' } as const;

/** Judicial confirmation of a mediation agreement (CPL 205-206, CPLI 351-358, 372). The court decides; we record. */
export const judicialConfirmationMachine = authoring.createMachine({
  id: 'judicialConfirmation',
  initial: 'submitted',
  context: {},
  options: { maxIterations: 100 },
  states: {
    submitted: {
      meta: stateMeta({
        label: text('已提交申请', 'Submitted'),
        publicLabel: text('司法确认申请已提交法院', 'The application is with the court'),
        owner: 'custodian',
        clocks: ['conf.accept'],
        tasks: [
          {
            role: 'courtLiaison',
            text: text(
              '审查申请：受理、要求补充或裁定不予受理',
              'Examine: accept, ask for supplements, or rule non-acceptance',
            ),
          },
        ],
      }),
      on: {
        requireSupplement: 'supplementRequired',
        acceptConfirmation: 'accepted',
        refuseAcceptance: 'notAccepted',
        ...leave,
      },
    },
    supplementRequired: {
      meta: stateMeta({
        label: text('待补充材料', 'Supplements required'),
        publicLabel: text('法院要求补充材料', 'The court asks for more papers'),
        owner: 'parties',
        clocks: ['conf.supplement'],
        tasks: [
          {
            role: 'courtLiaison',
            text: text(
              '收到补充材料后登记；逾期不补充的，可按撤回处理',
              'Record the supplements; without them the application may count as withdrawn',
            ),
          },
        ],
      }),
      on: {
        requireSupplement: 'supplementRequired',
        recordSupplement: 'submitted',
        acceptConfirmation: 'accepted',
        refuseAcceptance: 'notAccepted',
        ...leave,
      },
    },
    accepted: {
      meta: stateMeta({
        label: text('已受理，待审查', 'Accepted'),
        publicLabel: text('法院已受理，将通知双方到场核实', 'Accepted; the court will call both sides'),
        owner: 'custodian',
        clocks: ['conf.review.target', 'conf.review.max'],
        tasks: [
          {
            role: 'courtLiaison',
            text: text('通知双方到场核实，或记录裁定', 'Call both parties for verification, or record the ruling'),
          },
        ],
      }),
      on: { holdVerification: 'verification', extendReview: 'accepted', recordConfirmationRuling: rule, ...leave },
    },
    verification: {
      meta: stateMeta({
        label: text('核实审查中', 'Verification'),
        publicLabel: text('法院正在核实审查', 'The court is verifying the agreement'),
        owner: 'custodian',
        clocks: ['conf.review.target', 'conf.review.max', 'conf.supplement'],
        tasks: [
          {
            role: 'courtLiaison',
            text: text('记录核实结果、补充材料和裁定', 'Record the verification, the supplements and the ruling'),
          },
        ],
      }),
      on: {
        holdVerification: 'verification',
        requireSupplement: 'verification',
        recordSupplement: 'verification',
        extendReview: 'verification',
        recordConfirmationRuling: rule,
        ...leave,
      },
    },
    confirmed: {
      meta: stateMeta({
        label: text('裁定有效', 'Confirmed'),
        publicLabel: text('法院已裁定调解协议有效', 'The court has ruled the agreement valid'),
        ...confirmedMeta,
        tasks: [
          {
            role: 'courtLiaison',
            text: text('记录裁定书送达各方的日期', 'Record when the ruling was served on each party'),
          },
        ],
        documentsDue: ['confirmationRuling'],
      }),
      on: { recordObjection: 'objectionExamined' },
    },
    objectionExamined: {
      meta: stateMeta({
        label: text('异议审查中', 'Objection examined'),
        publicLabel: text(
          '有人对裁定提出异议，法院正在审查',
          'Somebody objects to the ruling; the court is examining it',
        ),
        owner: 'custodian',
        waits: text('法律没有规定异议审查的期限，由法院决定。', 'No law sets a term for examining the objection.'),
        tasks: [{ role: 'courtLiaison', text: text('记录异议审查结果', 'Record the decision on the objection') }],
      }),
      on: {
        decideObjection: [
          { target: 'confirmed', guard: whenFacts({ objection: 'dismissed' }) },
          { target: 'revokedInPart', guard: whenFacts({ objection: 'partlyUpheld' }) },
          { target: 'revoked', guard: whenFacts({ objection: 'upheld' }) },
        ],
      },
    },
    revokedInPart: {
      meta: stateMeta({
        label: text('裁定部分撤销', 'Revoked in part'),
        publicLabel: text('法院部分撤销了确认裁定', 'The court has revoked part of the ruling'),
        ...confirmedMeta,
      }),
      on: { recordObjection: 'objectionExamined' },
    },
    rejected: {
      meta: stateMeta({
        label: text('裁定驳回', 'Rejected'),
        publicLabel: text('法院驳回了确认申请', 'The court has rejected the application'),
        owner: 'nobody',
        over: true,
      }),
    },
    notAccepted: {
      meta: stateMeta({
        label: text('裁定不予受理', 'Not accepted'),
        publicLabel: text('法院裁定不予受理', 'The court has ruled not to accept it'),
        owner: 'nobody',
        over: true,
      }),
    },
    withdrawn: {
      meta: stateMeta({
        label: text('准许撤回', 'Withdrawn'),
        publicLabel: text('申请已撤回', 'The application was withdrawn'),
        owner: 'nobody',
        over: true,
      }),
    },
    deemedWithdrawn: {
      meta: stateMeta({
        label: text('按撤回处理', 'Deemed withdrawn'),
        publicLabel: text('按撤回申请处理', 'The application counts as withdrawn'),
        owner: 'nobody',
        over: true,
      }),
    },
    revoked: {
      meta: stateMeta({
        label: text('裁定撤销', 'Revoked'),
        publicLabel: text('法院撤销了确认裁定', 'The court has revoked the ruling'),
        owner: 'nobody',
        over: true,
      }),
    },
  },
});
