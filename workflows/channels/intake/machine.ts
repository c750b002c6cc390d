import { authoring, stateMeta } from '../../machine.ts';
import { text } from '../../text.ts';

/** Intake and triage: whoever is asked first registers, screens, and tells the parties of every route (SDR 20, 33). */
export const intakeMachine = authoring.createMachine({
  id: 'intake',
  initial: 'received',
  context: {},
  options: { maxIterations: 100 },
  states: {
    received: {
      meta: stateMeta({
        label: text('已登记，待筛查', 'Registered'),
        publicLabel: text('已登记，正在了解情况', 'Registered; we are learning the facts'),
        owner: 'custodian',
        waits: text('法律没有规定筛查期限，随到随办。', 'No law sets a term for screening; it is done at once.'),
        tasks: [
          {
            role: 'centreStaff',
            text: text('补齐筛查事项，确定办理途径', 'Complete the screening and choose the route'),
          },
        ],
        documentsDue: ['intakeForm'],
      }),
      on: {
        screenDispute: 'screened',
        routeHere: 'routed',
        rejectIntake: 'rejected',
        giveAdviceOnly: 'aidOnly',
        leaveByHandoff: 'routed',
      },
    },
    screened: {
      meta: stateMeta({
        label: text('已筛查，待分流', 'Screened'),
        publicLabel: text('情况已了解，正在确定办理机构', 'Facts are known; the organisation is being chosen'),
        owner: 'custodian',
        waits: text('分流由受理机构随到随办，期限不计。', 'Routing is done at once; no term runs.'),
        tasks: [
          {
            role: 'centreStaff',
            text: text('分流到办理机构，或告知其他途径', 'Route the case, or tell of other ways'),
          },
        ],
      }),
      on: {
        screenDispute: 'screened',
        routeHere: 'routed',
        rejectIntake: 'rejected',
        giveAdviceOnly: 'aidOnly',
        leaveByHandoff: 'routed',
      },
    },
    routed: {
      meta: stateMeta({
        label: text('已分流', 'Routed'),
        publicLabel: text('已转到办理机构', 'Passed to the organisation in charge'),
        owner: 'nobody',
        over: true,
      }),
    },
    rejected: {
      meta: stateMeta({
        label: text('不予受理，已告知其他途径', 'Not taken; other routes told'),
        publicLabel: text('不属于受理范围，已告知其他途径', 'Outside our remit; you were told of other ways'),
        owner: 'nobody',
        over: true,
      }),
      on: { resumeIntake: 'received' },
    },
    aidOnly: {
      meta: stateMeta({
        label: text('仅提供咨询', 'Advice only'),
        publicLabel: text('已提供咨询', 'Advice was given'),
        owner: 'nobody',
        over: true,
      }),
      on: { resumeIntake: 'received' },
    },
  },
});
