import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const trialTerm = ['adminsuit.ordinary', 'adminsuit.summary'] as const;

/** Ends and turns that every stage of the trial knows. */
const anyStage = {
  dismissAdministrativeSuit: 'turnedAway',
  withdrawAdministrativeSuit: 'withdrawn',
  recordAdministrativeJudgment: 'judged',
} as const;

/** From the complaint to the judgment: registration, service on the authority, hearing, stay. */
export const trialStates = {
  received: {
    meta: stateMeta({
      label: text('已收到行政起诉，待立案', 'Complaint received'),
      publicLabel: text('法院已收到起诉材料，正在审查', 'The complaint is with the court'),
      owner: 'custodian',
      clocks: ['adminsuit.register'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '登记立案、一次性告知补正，或记录不予立案；期满仍不能判断的，先予立案',
            'Register, ask once for what is missing, or record non-acceptance; when in doubt at the end of the time, register',
          ),
        },
      ],
      documentsDue: ['complaint', 'identityDocument', 'rulingDecision'],
    }),
    on: {
      requireAdministrativeCorrection: 'correctionRequired',
      registerAdministrativeSuit: 'registered',
      refuseAdministrativeSuit: 'turnedAway',
      withdrawAdministrativeSuit: 'withdrawn',
    },
  },
  correctionRequired: {
    meta: stateMeta({
      label: text('待补正', 'To be corrected'),
      publicLabel: text('法院要求补正起诉材料', 'The court asks for corrections'),
      owner: 'parties',
      clocks: ['adminsuit.correction'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text('收到补正后登记，立案期限重新计算', 'Record the correction; the time runs anew'),
        },
      ],
    }),
    on: {
      requireAdministrativeCorrection: 'correctionRequired',
      recordAdministrativeCorrection: 'received',
      refuseAdministrativeSuit: 'turnedAway',
      withdrawAdministrativeSuit: 'withdrawn',
    },
  },
  registered: {
    meta: stateMeta({
      label: text('已立案', 'Registered'),
      publicLabel: text('法院已立案', 'The court has registered the case'),
      owner: 'custodian',
      clocks: ['adminsuit.serve', 'adminsuit.forward', ...trialTerm],
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '登记起诉状副本送达被告机关、答辩和证据；通知没有起诉的另一方作为第三人参加',
            'Record service on the authority, its defence and evidence; notify the side that did not sue as third person',
          ),
        },
      ],
    }),
    on: {
      holdAdministrativeHearing: 'inTrial',
      stayAdministrativeSuit: { target: 'stayed', actions: remember({ resumeTo: 'registered' }) },
      ...anyStage,
    },
  },
  inTrial: {
    meta: stateMeta({
      label: text('审理中', 'In trial'),
      publicLabel: text('法院正在审理', 'The court is hearing the case'),
      owner: 'custodian',
      clocks: trialTerm,
      tasks: [{ role: 'courtLiaison', text: text('记录开庭、中止或裁判', 'Record hearings, stays or the judgment') }],
    }),
    on: {
      holdAdministrativeHearing: 'inTrial',
      stayAdministrativeSuit: { target: 'stayed', actions: remember({ resumeTo: 'inTrial' }) },
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
      resumeAdministrativeSuit: [
        { target: 'registered', guard: whenFacts({ resumeTo: 'registered' }) },
        { target: 'inTrial', guard: whenFacts({ resumeTo: 'inTrial' }) },
      ],
      withdrawAdministrativeSuit: 'withdrawn',
    },
  },
} as const;
