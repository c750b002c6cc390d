import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

/** From the judgment to the end: its result goes back to the ruling when it is in effect. */
export const endStates = {
  judged: {
    meta: stateMeta({
      label: text('一审已判，上诉期内', 'Judged; time to appeal'),
      publicLabel: text('一审已经判决，尚未生效', 'Judgment was given and is not yet in effect'),
      owner: 'parties',
      clocks: ['adminsuit.appeal.judgment', 'adminsuit.appeal.authority'],
      waits: text(
        '上诉期自送达之日起分别计算；裁决在判决生效前仍不停止执行。',
        'Each time to appeal runs from its service; until the judgment takes effect the ruling goes on binding.',
      ),
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '登记判决送达各方和被告机关的日期；登记上诉，或在上诉期均届满后登记生效',
            'Record service on the parties and the authority; record appeals, or the effect when every time to appeal has passed',
          ),
        },
      ],
      documentsDue: ['judgment', 'serviceReceipt'],
    }),
    on: {
      recordAdministrativeAppeal: { target: 'onAppeal', actions: remember({ appealOf: 'judgment' }) },
      recordAdministrativeFinality: 'final',
    },
  },
  turnedAway: {
    meta: stateMeta({
      label: text('裁定不予立案或驳回起诉', 'Not accepted, or dismissed'),
      publicLabel: text('法院裁定不予立案或驳回起诉', 'The court has ruled not to accept or to dismiss the suit'),
      owner: 'parties',
      clocks: ['adminsuit.appeal.ruling'],
      waits: text('原告可以上诉；上诉期自裁定送达之日起算。', 'The plaintiff may appeal, from service of the ruling.'),
      tasks: [
        { role: 'courtLiaison', text: text('登记裁定送达日期和上诉，或办结', 'Record service and appeals, or close') },
      ],
    }),
    on: {
      recordAdministrativeAppeal: { target: 'onAppeal', actions: remember({ appealOf: 'ruling' }) },
      closeAdministrativeSuit: 'closed',
    },
  },
  onAppeal: {
    meta: stateMeta({
      label: text('二审中', 'On appeal'),
      publicLabel: text('案件正在二审', 'The case is on appeal'),
      owner: 'custodian',
      clocks: ['adminsuit.appeal.decide'],
      tasks: [{ role: 'courtLiaison', text: text('登记二审结果', 'Record the result of the appeal') }],
    }),
    on: {
      recordAdministrativeAppeal: 'onAppeal',
      recordAdministrativeAppealResult: [
        { target: 'registered', guard: whenFacts({ appeal: 'remanded' }) },
        { target: 'final', guard: whenFacts({ appeal: 'decided', appealOf: 'judgment' }) },
        { target: 'turnedAway', guard: whenFacts({ appeal: 'decided', appealOf: 'ruling' }) },
      ],
    },
  },
  final: {
    meta: stateMeta({
      label: text('判决已生效', 'Judgment in effect'),
      publicLabel: text('判决已经生效', 'The judgment is in effect'),
      owner: 'parties',
      clocks: ['adminsuit.retrial'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text('结果已通知作出裁决的部门；办结案件', 'The department knows the result; close the file'),
        },
      ],
      documentsDue: ['proofOfEffect'],
    }),
    on: { closeAdministrativeSuit: 'closed' },
  },
  withdrawn: {
    meta: stateMeta({
      label: text('已撤诉', 'Withdrawn'),
      publicLabel: text('原告已撤回起诉', 'The plaintiff has withdrawn the suit'),
      owner: 'nobody',
      over: true,
    }),
  },
  closed: {
    meta: stateMeta({
      label: text('已结案', 'Closed'),
      publicLabel: text('行政诉讼案件已结案', 'The administrative suit is closed'),
      owner: 'nobody',
      over: true,
    }),
  },
} as const;
