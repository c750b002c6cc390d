import { stateMeta } from '../../machine.ts';
import { crimeClocksBeside } from '../../rules/clocks-criminal.ts';
import { text } from '../../text.ts';

/** Before the case is filed: five working days, one notice of everything that is missing (O81 14-16, 20). */
export const requestStates = {
  requested: {
    meta: stateMeta({
      label: text('已收到请求，待立案', 'Requested; to be filed'),
      publicLabel: text('行政裁决请求已收到，正在审查', 'The request for a ruling has arrived and is being examined'),
      owner: 'custodian',
      clocks: ['ruling.file', ...crimeClocksBeside],
      tasks: [
        {
          role: 'rulingOfficer',
          text: text(
            '审查受理条件：立案、一次性告知补正，或不予立案并说明理由',
            'Examine the conditions: file, say once what is missing, or refuse with reasons',
          ),
        },
      ],
      documentsDue: ['rulingRequest', 'identityDocument', 'registerExtract'],
    }),
    on: {
      requireRulingSupplement: 'supplementRequired',
      fileRuling: 'filed',
      refuseRuling: 'notAccepted',
      withdrawRulingRequest: 'withdrawn',
    },
  },
  supplementRequired: {
    meta: stateMeta({
      label: text('待补正', 'To be corrected'),
      publicLabel: text('请求材料需要补正', 'The request has to be corrected'),
      owner: 'parties',
      clocks: ['ruling.supplement', ...crimeClocksBeside],
      tasks: [
        {
          role: 'rulingOfficer',
          text: text('收到补正后登记；逾期未补正的不予立案', 'Record the correction; without it the case is not filed'),
        },
      ],
    }),
    on: {
      recordRulingSupplement: 'requested',
      refuseRuling: 'notAccepted',
      withdrawRulingRequest: 'withdrawn',
    },
  },
  notAccepted: {
    meta: stateMeta({
      label: text('不予立案', 'Not filed'),
      publicLabel: text('行政机关未立案，已说明理由', 'The department did not file the case and gave its reasons'),
      owner: 'nobody',
      over: true,
    }),
  },
  withdrawn: {
    meta: stateMeta({
      label: text('立案前撤回', 'Withdrawn before filing'),
      publicLabel: text('请求人已撤回请求', 'The requester has withdrawn'),
      owner: 'nobody',
      over: true,
    }),
  },
} as const;
