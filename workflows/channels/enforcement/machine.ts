import { authoring, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';
import { endStates } from './states-end.ts';

const leave = { withdrawEnforcement: 'withdrawn', terminateEnforcement: 'terminated' } as const;
const follow = text(
  '推进执行，登记措施、和解、中止和结果',
  'Move it on; record measures, settlement, stays and the result',
);

/** Compulsory enforcement (CPL 235-269; AL25 75-77). The court acts; we record. */
export const enforcementMachine = authoring.createMachine({
  id: 'enforcement',
  initial: 'applied',
  context: {},
  options: { maxIterations: 100 },
  states: {
    applied: {
      meta: stateMeta({
        label: text('已申请执行', 'Applied for'),
        publicLabel: text('执行申请已提交法院', 'The application for enforcement is with the court'),
        owner: 'custodian',
        waits: text(
          '由执行法院审查立案；此处未记载立案审查的期限。',
          'The court examines it; no term for that is recorded here.',
        ),
        tasks: [
          {
            role: 'enforcementJudge',
            text: text('审查执行依据，立案或裁定不予受理', 'Examine the title; file the case, or rule non-acceptance'),
          },
        ],
        documentsDue: ['enforcementApplication', 'titleOfEnforcement', 'proofOfEffect'],
      }),
      on: { acceptEnforcement: 'accepted', refuseEnforcement: 'refused', ...leave },
    },
    accepted: {
      meta: stateMeta({
        label: text('已立案，待发执行通知', 'Filed; notice to be issued'),
        publicLabel: text('执行案件已立案', 'The enforcement case is filed'),
        owner: 'custodian',
        clocks: ['enf.end_for_now'],
        tasks: [
          {
            role: 'enforcementJudge',
            text: text('向被执行人发出执行通知，登记送达', 'Issue the notice to the debtor and record its service'),
          },
        ],
        documentsDue: ['executionNotice'],
      }),
      on: {
        issueExecutionNotice: 'underway',
        stayEnforcement: 'stayed',
        completeEnforcement: 'completed',
        ...leave,
      },
    },
    underway: {
      meta: stateMeta({
        label: text('执行中', 'Under way'),
        publicLabel: text('法院正在执行', 'The court is enforcing'),
        owner: 'custodian',
        clocks: [
          'arb.nonenforce',
          'enf.notarised.nonenforce',
          'arb.nonenforce.third',
          'enf.objection',
          'enf.review',
          'enf.end_for_now',
        ],
        tasks: [{ role: 'enforcementJudge', text: follow }],
      }),
      on: {
        issueExecutionNotice: 'underway',
        recordEnforcementSettlement: 'settled',
        stayEnforcement: 'stayed',
        applyForNonEnforcement: 'nonEnforcementExamined',
        endEnforcementForNow: 'endedForNow',
        completeEnforcement: 'completed',
        ...leave,
      },
    },
    settled: {
      meta: stateMeta({
        label: text('执行和解，履行中', 'Settled in enforcement'),
        publicLabel: text('双方在执行中达成和解，正在履行', 'The sides settled; the settlement is being performed'),
        owner: 'parties',
        waits: text(
          '按和解协议的期限履行；不履行的，可申请恢复执行。',
          'Performed as agreed; if not, enforcement of the title resumes.',
        ),
        tasks: [
          { role: 'enforcementJudge', text: text('关注和解协议的履行', 'Watch the performance of the settlement') },
        ],
      }),
      on: { resumeEnforcement: 'underway', completeEnforcement: 'completed', ...leave },
    },
    stayed: {
      meta: stateMeta({
        label: text('中止执行', 'Stayed'),
        publicLabel: text('执行已中止', 'Enforcement is stayed'),
        owner: 'custodian',
        waits: text('中止的情形消失后恢复执行。', 'It resumes when the cause is gone.'),
        tasks: [
          {
            role: 'enforcementJudge',
            text: text('关注中止原因，消失后恢复', 'Watch the cause; resume when it is gone'),
          },
        ],
      }),
      on: { resumeEnforcement: 'underway', ...leave },
    },
    nonEnforcementExamined: {
      meta: stateMeta({
        label: text('不予执行审查中', 'Whether to enforce is examined'),
        publicLabel: text('法院正在审查是否不予执行', 'The court examines whether to enforce'),
        owner: 'custodian',
        clocks: ['enf.nonenforce.rule', 'arb.nonenforce.third'],
        waits: text(
          '由执行法院审查；提供担保的，中止处分措施。',
          'The court examines it; against security, disposal stops.',
        ),
        tasks: [{ role: 'enforcementJudge', text: text('登记审查结果', 'Record the result') }],
      }),
      on: {
        decideNonEnforcement: [
          { target: 'underway', guard: whenFacts({ nonEnforcement: 'rejected' }) },
          { target: 'notEnforced', guard: whenFacts({ nonEnforcement: 'upheld' }) },
        ],
        ...leave,
      },
    },
    endedForNow: {
      meta: stateMeta({
        label: text('终结本次执行程序', 'Ended for now'),
        publicLabel: text(
          '暂无财产可供执行，本次程序终结，可以恢复',
          'Nothing to enforce against for now; it can be taken up again',
        ),
        owner: 'parties',
        waits: text(
          '发现财产的，可以随时申请恢复执行，不受期限限制。',
          'When property is found, enforcement may be asked for again at any time.',
        ),
        tasks: [
          {
            role: 'enforcementJudge',
            text: text('定期查询财产，发现后恢复执行', 'Search for property from time to time; take it up again'),
          },
        ],
      }),
      on: { restartEnforcement: 'underway', completeEnforcement: 'completed', terminateEnforcement: 'terminated' },
    },
    ...endStates,
  },
});
