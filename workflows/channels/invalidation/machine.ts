import { authoring, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const theirTime = text(
  '期限由国家知识产权局掌握；本系统据通知登记。',
  'The office of the State keeps its own time; what it says is recorded here.',
);
const follow = {
  role: 'rulingOfficer',
  text: text('据国家知识产权局的通知登记进展', 'Record what the office of the State says'),
} as const;

/** Invalidity of a patent or a trademark, opposition and cancellation (PL 45-47; TM19 44-54, TM26 50-51). The office decides; we record. */
export const invalidationMachine = authoring.createMachine({
  id: 'invalidation',
  initial: 'requested',
  context: {},
  options: { maxIterations: 100 },
  states: {
    requested: {
      meta: stateMeta({
        label: text('已请求，待受理', 'Requested'),
        publicLabel: text('已请求宣告权利无效', 'The right is asked to be invalidated'),
        owner: 'custodian',
        waits: theirTime,
        tasks: [follow],
      }),
      on: { acceptInvalidation: 'accepted', refuseInvalidation: 'notAccepted', withdrawInvalidation: 'withdrawn' },
    },
    accepted: {
      meta: stateMeta({
        label: text('已受理，审查中', 'Accepted; under examination'),
        publicLabel: text('无效宣告请求正在审查', 'The request is being examined'),
        owner: 'custodian',
        waits: theirTime,
        tasks: [follow],
      }),
      on: { decideInvalidation: 'decided', withdrawInvalidation: 'withdrawn' },
    },
    decided: {
      meta: stateMeta({
        label: text('已决定，救济期内', 'Decided; may still be attacked'),
        publicLabel: text('已作出决定，尚未生效', 'A decision was made and is not in force yet'),
        owner: 'parties',
        clocks: ['invalid.sue', 'tminvalid.review', 'tminvalid.sue'],
        waits: text('期限自决定送达各方之日起分别计算。', 'Each term runs from receipt by that party.'),
        tasks: [follow],
      }),
      on: {
        recordInvalidationReview: 'underReview',
        recordInvalidationSuit: 'sued',
        recordInvalidationEffect: 'inForce',
      },
    },
    underReview: {
      meta: stateMeta({
        label: text('复审中', 'Under review'),
        publicLabel: text('当事人已申请复审', 'A party has asked for review'),
        owner: 'custodian',
        waits: theirTime,
        tasks: [follow],
      }),
      on: { decideInvalidation: 'decided', withdrawInvalidation: 'withdrawn' },
    },
    sued: {
      meta: stateMeta({
        label: text('行政诉讼中', 'Before the court'),
        publicLabel: text('当事人已对决定起诉', 'A party has sued over the decision'),
        owner: 'custodian',
        waits: text(
          '期限由法院掌握；结果到达后登记。',
          'The court keeps its own time; its result is recorded when it comes.',
        ),
        tasks: [follow],
      }),
      on: {
        recordInvalidationSuit: 'sued',
        recordInvalidationSuitResult: [
          { target: 'inForce', guard: whenFacts({ result: 'stands' }) },
          { target: 'accepted', guard: whenFacts({ result: 'revoked' }) },
        ],
      },
    },
    inForce: {
      meta: stateMeta({
        label: text('决定已生效', 'Decision in force'),
        publicLabel: text('关于权利效力的决定已经生效', 'The decision on validity is in force'),
        owner: 'nobody',
        over: true,
      }),
    },
    withdrawn: {
      meta: stateMeta({
        label: text('已撤回', 'Withdrawn'),
        publicLabel: text('无效宣告请求已撤回', 'The request was withdrawn'),
        owner: 'nobody',
        over: true,
      }),
    },
    notAccepted: {
      meta: stateMeta({
        label: text('未受理', 'Not accepted'),
        publicLabel: text('无效宣告请求未被受理', 'The request was not accepted'),
        owner: 'nobody',
        over: true,
      }),
    },
  },
});
