import { remember, stateMeta } from '../../machine.ts';
import { text } from '../../text.ts';

/** Before the case is registered: seven days to register, to have it corrected, or to rule non-acceptance (CPL 126). */
export const filingStates = {
  received: {
    meta: stateMeta({
      label: text('已收到起诉，待立案', 'Complaint received'),
      publicLabel: text('法院已收到起诉材料，正在审查', 'The complaint is with the court'),
      owner: 'custodian',
      clocks: ['lit.register'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '登记立案、一次性告知补正，或记录不予受理；符合条件的必须立案',
            'Register, ask once for what is missing, or record non-acceptance; what meets the conditions must be registered',
          ),
        },
      ],
      documentsDue: ['complaint', 'identityDocument'],
    }),
    on: {
      requireCorrection: 'correctionRequired',
      registerSuit: 'registered',
      refuseSuit: 'turnedAway',
      proposeMediation: { target: 'mediationProposed', actions: remember({ resumeTo: 'received' }) },
      withdrawSuit: 'withdrawn',
    },
  },
  correctionRequired: {
    meta: stateMeta({
      label: text('待补正', 'To be corrected'),
      publicLabel: text('法院要求补正起诉材料', 'The court asks for corrections'),
      owner: 'parties',
      clocks: ['lit.correction'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text('收到补正后登记，立案期限重新计算', 'Record the correction; the time runs anew'),
        },
      ],
    }),
    on: {
      requireCorrection: 'correctionRequired',
      recordCorrection: 'received',
      refuseSuit: 'turnedAway',
      withdrawSuit: 'withdrawn',
    },
  },
} as const;
