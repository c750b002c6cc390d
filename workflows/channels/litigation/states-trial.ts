import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const trialTerm = ['lit.ordinary', 'lit.summary'] as const;

/** Ends and turns that every stage of the trial knows. */
const anyStage = { dismissSuit: 'turnedAway', withdrawSuit: 'withdrawn', recordJudgment: 'judged' } as const;

/** From registration to judgment: service, jurisdiction, stay, hearing. */
export const trialStates = {
  registered: {
    meta: stateMeta({
      label: text('已立案', 'Registered'),
      publicLabel: text('法院已立案', 'The court has registered the case'),
      owner: 'custodian',
      clocks: [
        'lit.serve_complaint',
        'lit.notice_service',
        'lit.notice_service.abroad',
        'lit.defence',
        'lit.defence.abroad',
        'lit.appeal.ruling',
        'ti.disclose',
        ...trialTerm,
      ],
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '登记送达、答辩；适宜调解的，征得同意后委托调解',
            'Record service and defence; entrust mediation where it fits and all agree',
          ),
        },
      ],
    }),
    on: {
      openTrial: 'inTrial',
      objectJurisdiction: 'jurisdictionObjected',
      appealJurisdictionRuling: 'jurisdictionOnAppeal',
      orderTransfer: 'transferOrdered',
      proposeMediation: { target: 'mediationProposed', actions: remember({ resumeTo: 'registered' }) },
      staySuit: { target: 'stayed', actions: remember({ resumeTo: 'registered' }) },
      issueMediationDocument: 'mediationDocumentIssued',
      ...anyStage,
    },
  },
  jurisdictionObjected: {
    meta: stateMeta({
      label: text('管辖异议审查中', 'Jurisdiction objected'),
      publicLabel: text('法院正在审查管辖异议', 'The court examines an objection to its jurisdiction'),
      owner: 'custodian',
      clocks: trialTerm,
      waits: text(
        '审查管辖异议的时间不计入审理期限；裁定可以上诉。',
        'The days on which an objection is examined do not count for the trial term; the ruling can be appealed.',
      ),
      tasks: [{ role: 'courtLiaison', text: text('记录管辖裁定', 'Record the ruling on jurisdiction') }],
    }),
    on: {
      decideJurisdiction: [
        { target: 'transferOrdered', guard: whenFacts({ objection: 'upheld' }) },
        { target: 'registered', guard: whenFacts({ objection: 'dismissed' }) },
      ],
      withdrawSuit: 'withdrawn',
    },
  },
  jurisdictionOnAppeal: {
    meta: stateMeta({
      label: text('管辖裁定上诉中', 'Ruling on jurisdiction under appeal'),
      publicLabel: text('上级法院正在审理管辖权问题', 'A higher court decides on jurisdiction'),
      owner: 'custodian',
      clocks: ['lit.appeal.jurisdiction', ...trialTerm],
      waits: text(
        '二审裁定前，案件既不审理也不移送；这段时间不计入审理期限。',
        'Until the higher court rules the case is neither heard nor sent away; the days do not count for the trial term.',
      ),
      tasks: [{ role: 'courtLiaison', text: text('登记管辖上诉的结果', 'Record the result of the appeal') }],
    }),
    on: {
      recordJurisdictionAppealResult: [
        { target: 'transferOrdered', guard: whenFacts({ jurisdiction: 'elsewhere' }) },
        { target: 'registered', guard: whenFacts({ jurisdiction: 'here' }) },
      ],
      withdrawSuit: 'withdrawn',
    },
  },
  transferOrdered: {
    meta: stateMeta({
      label: text('裁定移送，待对方立案', 'Transfer ordered'),
      publicLabel: text('案件将移送有管辖权的法院', 'The case goes to the court that has jurisdiction'),
      owner: 'custodian',
      waits: text(
        '接收法院立案前，仍由原法院承办；法律没有规定移送的天数。',
        'Until the receiving court dockets it the sending court stays in charge; no law counts the days.',
      ),
      tasks: [
        {
          role: 'courtLiaison',
          text: text('移送案卷；接收法院立案后登记新案号', 'Send the file; the receiving court records its new number'),
        },
      ],
      documentsDue: ['transferLetter'],
    }),
    on: {
      docketTransferred: 'registered',
      appealJurisdictionRuling: 'jurisdictionOnAppeal',
      withdrawSuit: 'withdrawn',
    },
  },
  inTrial: {
    meta: stateMeta({
      label: text('审理中', 'In trial'),
      publicLabel: text('法院正在审理', 'The court is hearing the case'),
      owner: 'custodian',
      clocks: ['lit.appeal.ruling', 'ti.disclose', ...trialTerm],
      tasks: [
        {
          role: 'courtLiaison',
          text: text('记录开庭、中止、调解或裁判', 'Record hearings, stays, mediation or judgment'),
        },
      ],
    }),
    on: {
      openTrial: 'inTrial',
      orderTransfer: 'transferOrdered',
      proposeMediation: { target: 'mediationProposed', actions: remember({ resumeTo: 'inTrial' }) },
      staySuit: { target: 'stayed', actions: remember({ resumeTo: 'inTrial' }) },
      issueMediationDocument: 'mediationDocumentIssued',
      ...anyStage,
    },
  },
  stayed: {
    meta: stateMeta({
      label: text('中止诉讼', 'Stayed'),
      publicLabel: text('诉讼已中止', 'The suit is stayed'),
      owner: 'custodian',
      clocks: trialTerm,
      waits: text(
        '中止的原因消除后恢复；中止期间不计入审理期限。',
        'It goes on when the cause is gone; the days do not count.',
      ),
      tasks: [
        { role: 'courtLiaison', text: text('关注中止原因，消除后恢复诉讼', 'Watch the cause; resume when it is gone') },
      ],
    }),
    on: {
      resumeSuit: [
        { target: 'registered', guard: whenFacts({ resumeTo: 'registered' }) },
        { target: 'inTrial', guard: whenFacts({ resumeTo: 'inTrial' }) },
      ],
      withdrawSuit: 'withdrawn',
    },
  },
} as const;
