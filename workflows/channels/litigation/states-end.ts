import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

/** From the judgment to the end: a judgment is final only when the last party's time to appeal has passed. */
export const endStates = {
  judged: {
    meta: stateMeta({
      label: text('一审已判，上诉期内', 'Judged; time to appeal'),
      publicLabel: text('一审已经判决，尚未生效', 'Judgment was given and is not yet in effect'),
      owner: 'parties',
      clocks: ['lit.appeal.judgment', 'lit.appeal.judgment.abroad', 'lit.notice_service', 'lit.notice_service.abroad'],
      waits: text('上诉期自送达各当事人之日起分别计算。', 'Each time to appeal runs from service on that party.'),
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '登记判决送达各方的日期；登记上诉，或在最后一个上诉期届满后登记生效',
            'Record service on each party; record appeals, or the effect when the last time to appeal has passed',
          ),
        },
      ],
      documentsDue: ['judgment', 'serviceReceipt'],
    }),
    on: {
      recordAppeal: { target: 'onAppeal', actions: remember({ appealOf: 'judgment' }) },
      recordFinality: 'final',
    },
  },
  turnedAway: {
    meta: stateMeta({
      label: text('裁定不予受理或驳回起诉', 'Not accepted, or dismissed'),
      publicLabel: text('法院裁定不予受理或驳回起诉', 'The court has ruled not to accept or to dismiss the suit'),
      owner: 'parties',
      clocks: ['lit.appeal.ruling'],
      waits: text('原告可以上诉；上诉期自裁定送达之日起算。', 'The claimant may appeal, from service of the ruling.'),
      tasks: [
        { role: 'courtLiaison', text: text('登记裁定送达日期和上诉，或办结', 'Record service and appeals, or close') },
      ],
    }),
    on: { recordAppeal: { target: 'onAppeal', actions: remember({ appealOf: 'ruling' }) }, closeSuit: 'closed' },
  },
  onAppeal: {
    meta: stateMeta({
      label: text('二审中', 'On appeal'),
      publicLabel: text('案件正在二审', 'The case is on appeal'),
      owner: 'custodian',
      waits: text(
        '二审期限由上级法院掌握；结果到达后登记。',
        'The higher court keeps its own time; its result is recorded when it comes.',
      ),
      tasks: [{ role: 'courtLiaison', text: text('登记二审结果', 'Record the result of the appeal') }],
    }),
    on: {
      recordAppeal: 'onAppeal',
      recordAppealResult: [
        { target: 'registered', guard: whenFacts({ appeal: 'remanded' }) },
        { target: 'courtMediated', guard: whenFacts({ appeal: 'mediated', appealOf: 'judgment' }) },
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
      clocks: ['enf.apply', 'lit.retrial', 'lit.thirdparty.revoke'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text('告知申请执行的期限，办结案件', 'Tell of the time to ask for enforcement; close'),
        },
      ],
      documentsDue: ['proofOfEffect'],
    }),
    on: { closeSuit: 'closed' },
  },
  courtMediated: {
    meta: stateMeta({
      label: text('调解书已生效', 'Mediation document in effect'),
      publicLabel: text('法院调解书已经生效', "The court's mediation document is in effect"),
      owner: 'parties',
      clocks: ['enf.apply', 'lit.thirdparty.revoke'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text('告知申请执行的期限，办结案件', 'Tell of the time to ask for enforcement; close'),
        },
      ],
    }),
    on: { closeSuit: 'closed' },
  },
  withdrawn: {
    meta: stateMeta({
      label: text('已撤诉', 'Withdrawn'),
      publicLabel: text('原告已撤回起诉', 'The claimant has withdrawn the suit'),
      owner: 'nobody',
      over: true,
    }),
  },
  closed: {
    meta: stateMeta({
      label: text('已结案', 'Closed'),
      publicLabel: text('诉讼案件已结案', 'The suit is closed'),
      owner: 'nobody',
      over: true,
    }),
  },
} as const;
