import { authoring, stateMeta } from '../../machine.ts';
import { withdraw } from '../../mediation/transitions.ts';
import { text } from '../../text.ts';
import { courseStates } from '../adminMediation/course-states.ts';

/** Mediation of civil claims connected with administrative duties (order 363 of Shandong; its terms were not read). */
export const generalAdminMediationMachine = authoring.createMachine({
  id: 'generalAdminMediation',
  initial: 'requested',
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: {
    requested: {
      meta: stateMeta({
        label: text('已收到调解请求', 'Requested'),
        publicLabel: text('行政调解请求已收到', 'The request for mediation has arrived'),
        owner: 'custodian',
        waits: text(
          '办法中受理期限的条文未读到，不显示期限；收到后应当及时征询各方意愿。',
          'The article on the time to take it up was not read: no term is shown; both sides are asked without delay.',
        ),
        tasks: [
          {
            role: 'enforcementOfficer',
            text: text('征询各方意愿，决定是否受理', 'Ask both sides, then take it up or refuse'),
          },
        ],
        documentsDue: ['mediationApplication', 'identityDocument'],
      }),
      on: {
        fileAdminMediation: 'accepted',
        refuseAdminMediation: 'declined',
        withdrawApplication: withdraw,
      },
    },
    ...courseStates('enforcementOfficer', []),
  },
});
