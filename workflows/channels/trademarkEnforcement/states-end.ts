import { stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const reviewed = [
  { target: 'decided', guard: whenFacts({ review: 'stands' }) },
  { target: 'revoked', guard: whenFacts({ review: 'revoked' }) },
  { target: 'investigating', guard: whenFacts({ review: 'decideAnew' }) },
] as const;

/** The penalty and what follows it, and every other end. */
export const endStates = {
  decided: {
    meta: stateMeta({
      label: text('已作出处罚决定', 'Penalty decided'),
      publicLabel: text('行政机关已作出处罚决定', 'The authority has decided on a penalty'),
      owner: 'custodian',
      clocks: [
        'tm.penalty.serve',
        'tm.penalty.publish',
        'tm.penalty.pay',
        'tm.penalty.reconsider',
        'tm.penalty.sue',
        'tm.measure',
        'crim.opinion.reply',
      ],
      tasks: [
        {
          role: 'enforcementOfficer',
          text: text(
            '送达、公示并登记履行情况；履行完毕后结案',
            'Serve and publish it, record its performance, and close the case when it is performed',
          ),
        },
      ],
      documentsDue: ['penaltyDecision', 'serviceReceipt'],
    }),
    on: { recordReview: reviewed, closePenaltyCase: 'closed' },
  },
  closed: {
    meta: stateMeta({
      label: text('处罚案件结案', 'Closed'),
      publicLabel: text('处罚已执行，案件办结', 'The penalty was carried out and the case is closed'),
      owner: 'nobody',
      clocks: ['crim.opinion.reply'],
      over: true,
    }),
    on: { recordReview: reviewed },
  },
  revoked: {
    meta: stateMeta({
      label: text('处罚决定被撤销', 'Penalty revoked'),
      publicLabel: text('处罚决定已被撤销', 'The penalty was revoked'),
      owner: 'nobody',
      over: true,
    }),
  },
  noViolation: {
    meta: stateMeta({
      label: text('违法事实不成立', 'No violation'),
      publicLabel: text('行政机关认定违法事实不成立', 'The authority found no violation'),
      owner: 'nobody',
      over: true,
    }),
  },
  notPunished: {
    meta: stateMeta({
      label: text('不予处罚', 'Not penalised'),
      publicLabel: text('行政机关决定不予处罚', 'The authority decided on no penalty'),
      owner: 'nobody',
      over: true,
    }),
  },
  dropped: {
    meta: stateMeta({
      label: text('撤销案件', 'Dropped'),
      publicLabel: text('行政机关撤销了案件', 'The authority dropped the case'),
      owner: 'nobody',
      over: true,
    }),
  },
  notFiled: {
    meta: stateMeta({
      label: text('不予立案', 'Not filed'),
      publicLabel: text('行政机关决定不予立案', 'The authority did not file the case'),
      owner: 'nobody',
      over: true,
    }),
    on: { reopenComplaint: 'verifying' },
  },
  transferred: {
    meta: stateMeta({
      label: text('公安立案，行政案件终结', 'Ended: a criminal case runs'),
      publicLabel: text('公安机关已立案，行政处理终结', 'The police opened a case; the administrative case ended'),
      owner: 'nobody',
      clocks: ['crim.handover'],
      over: true,
    }),
    on: { takeBackFromPolice: 'investigating' },
  },
} as const;
