import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { crimeClocksBeside } from '../../rules/clocks-criminal.ts';
import { text } from '../../text.ts';

/** The time to conclude, and a suspected crime that was found on the way. */
const term = ['ruling.conclude', 'ruling.major.conclude', ...crimeClocksBeside] as const;

/** A ruling over everything that is open ends the handling; over some matters only, it goes on. */
function ruled<const Stage extends string>(stage: Stage) {
  return [
    { target: 'ruledInfringement', guard: whenFacts({ coversAll: true, infringement: true }) },
    { target: 'ruledNoInfringement', guard: whenFacts({ coversAll: true, infringement: false }) },
    { target: stage, guard: whenFacts({ coversAll: false }) },
  ] as const;
}

/** From filing to the ruling: service, defence, evidence, stay, mediation inside, oral hearing. */
export const handlingStates = {
  filed: {
    meta: stateMeta({
      label: text('已立案，答辩举证中', 'Filed; defence and evidence'),
      publicLabel: text('行政机关已立案', 'The department has filed the case'),
      owner: 'custodian',
      clocks: [
        'ruling.serve',
        'ruling.defence',
        'ruling.defence.abroad',
        'ruling.forward_defence',
        'ruling.recusal',
        'ruling.evidence_period',
        'ruling.evidence_hold',
        'ruling.hearing_notice',
        'lit.notice_service',
        'lit.notice_service.abroad',
        ...term,
      ],
      tasks: [
        {
          role: 'rulingOfficer',
          text: text(
            '组成合议组并告知；登记送达、答辩、举证；安排口头审理',
            'Form and announce the panel; record service, defence and evidence; set the oral hearing',
          ),
        },
      ],
      documentsDue: ['caseAcceptanceCopy', 'serviceReceipt'],
    }),
    on: {
      objectRulingJurisdiction: 'jurisdictionObjected',
      orderRulingTransfer: 'transferOrdered',
      stayRuling: { target: 'stayed', actions: remember({ resumeTo: 'filed' }) },
      beginSettlement: { target: 'inMediation', actions: remember({ resumeTo: 'filed' }) },
      holdOralHearing: 'deliberation',
      issueRuling: ruled('filed'),
      cancelRuling: 'cancelled',
    },
  },
  jurisdictionObjected: {
    meta: stateMeta({
      label: text('管辖异议审查中', 'Jurisdiction objected'),
      publicLabel: text('正在审查管辖异议', 'An objection to jurisdiction is being examined'),
      owner: 'custodian',
      clocks: term,
      waits: text('审查期间不计入结案期限。', 'The days of the examination do not count.'),
      tasks: [{ role: 'rulingOfficer', text: text('对管辖异议作出决定', 'Decide on the objection') }],
    }),
    on: {
      decideRulingJurisdiction: [
        { target: 'transferOrdered', guard: whenFacts({ objection: 'upheld' }) },
        { target: 'filed', guard: whenFacts({ objection: 'dismissed' }) },
      ],
      cancelRuling: 'cancelled',
    },
  },
  transferOrdered: {
    meta: stateMeta({
      label: text('决定移送，待对方立案', 'Transfer decided'),
      publicLabel: text('案件将移送有管辖权的部门', 'The case goes to the department that has jurisdiction'),
      owner: 'custodian',
      clocks: crimeClocksBeside,
      waits: text(
        '接收部门立案前，仍由原部门承办；规定没有写明移送的天数。',
        'Until the receiving department files it the sender stays in charge; no rule counts the days.',
      ),
      tasks: [
        {
          role: 'rulingOfficer',
          text: text('移送案卷；接收部门立案后登记', 'Send the file; the receiving department records its filing'),
        },
      ],
      documentsDue: ['transferLetter'],
    }),
    on: { docketRuling: 'filed', cancelRuling: 'cancelled' },
  },
  stayed: {
    meta: stateMeta({
      label: text('中止', 'Stayed'),
      publicLabel: text('案件已中止', 'The case is stayed'),
      owner: 'custodian',
      clocks: term,
      waits: text(
        '中止的原因消除后恢复；中止期间不计入结案期限。',
        'It goes on when the cause is gone; the days do not count.',
      ),
      tasks: [
        {
          role: 'rulingOfficer',
          text: text('关注中止原因，消除后恢复处理', 'Watch the cause; resume when it is gone'),
        },
      ],
    }),
    on: {
      resumeRuling: [
        { target: 'filed', guard: whenFacts({ resumeTo: 'filed' }) },
        { target: 'deliberation', guard: whenFacts({ resumeTo: 'deliberation' }) },
      ],
      cancelRuling: 'cancelled',
    },
  },
  inMediation: {
    meta: stateMeta({
      label: text('裁决中调解', 'In mediation during the ruling'),
      publicLabel: text('双方正在行政机关主持下调解', 'The sides are mediating before the department'),
      owner: 'custodian',
      clocks: term,
      waits: text(
        '和解期间不计入结案期限；调解不成的及时恢复处理。',
        'The days of the talks do not count; if they fail the case goes on.',
      ),
      tasks: [
        {
          role: 'rulingOfficer',
          text: text('记录调解结果：达成的结案，不成的恢复处理', 'Record the result: close, or go on'),
        },
      ],
    }),
    on: {
      endSettlement: [
        { target: 'mediated', guard: whenFacts({ settled: true }) },
        { target: 'filed', guard: whenFacts({ settled: false, resumeTo: 'filed' }) },
        { target: 'deliberation', guard: whenFacts({ settled: false, resumeTo: 'deliberation' }) },
      ],
      cancelRuling: 'cancelled',
    },
  },
  deliberation: {
    meta: stateMeta({
      label: text('已口头审理，合议中', 'Heard; under deliberation'),
      publicLabel: text('已进行口头审理，正在合议', 'The hearing was held; the panel deliberates'),
      owner: 'custodian',
      clocks: ['ruling.hearing_notice', 'ruling.evidence_hold', ...term],
      tasks: [{ role: 'rulingOfficer', text: text('作出裁决，或再次口头审理', 'Rule, or hear the sides again') }],
    }),
    on: {
      holdOralHearing: 'deliberation',
      stayRuling: { target: 'stayed', actions: remember({ resumeTo: 'deliberation' }) },
      beginSettlement: { target: 'inMediation', actions: remember({ resumeTo: 'deliberation' }) },
      issueRuling: ruled('deliberation'),
      cancelRuling: 'cancelled',
    },
  },
} as const;
