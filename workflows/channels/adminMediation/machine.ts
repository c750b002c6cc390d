import { authoring, stateMeta } from '../../machine.ts';
import { withdraw } from '../../mediation/transitions.ts';
import { text } from '../../text.ts';
import { courseStates } from './course-states.ts';

const ownership = [
  'admed.ownership.conclude',
  'admed.ownership.stay',
  'admed.ownership.restore',
  'admed.ownership.copy',
] as const;

/** Mediation by a patent department (O81 63-70, PLR 102): nothing is filed before the respondent has agreed. */
export const adminMediationMachine = authoring.createMachine({
  id: 'adminMediation',
  initial: 'requested',
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: {
    requested: {
      meta: stateMeta({
        label: text('已收到调解请求', 'Requested'),
        publicLabel: text('行政调解请求已收到', 'The request for mediation has arrived'),
        owner: 'custodian',
        clocks: ['admed.serve'],
        tasks: [
          {
            role: 'rulingOfficer',
            text: text(
              '送达陈述意见通知书；双方已经同意的直接立案',
              'Serve the notice to state an opinion; where both have agreed already, file the case',
            ),
          },
        ],
        documentsDue: ['mediationApplication', 'identityDocument', 'opinionNotice'],
      }),
      on: {
        sendOpinionNotice: 'opinionAsked',
        fileAdminMediation: 'accepted',
        refuseAdminMediation: 'declined',
        withdrawApplication: withdraw,
      },
    },
    opinionAsked: {
      meta: stateMeta({
        label: text('待被请求人陈述意见', 'Waiting for the opinion of the respondent'),
        publicLabel: text('正在征询对方是否同意调解', 'The other side is being asked whether it agrees'),
        owner: 'parties',
        clocks: ['admed.respond', 'admed.file', 'admed.refuse_notice'],
        tasks: [
          {
            role: 'rulingOfficer',
            text: text(
              '登记意见：同意的立案；不同意或逾期的不予立案并告知',
              'Record the opinion: file the case, or refuse and tell the requester',
            ),
          },
        ],
      }),
      on: {
        sendOpinionNotice: 'opinionAsked',
        fileAdminMediation: 'accepted',
        refuseAdminMediation: 'declined',
        withdrawApplication: withdraw,
      },
    },
    ...courseStates('rulingOfficer', ownership),
  },
});
