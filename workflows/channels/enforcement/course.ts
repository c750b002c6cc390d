import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement } from '../../command.ts';
import { dayOfFact, factsOf } from '../../facts.ts';
import { choiceOf, flag, itemOf, legalDate, money, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, officer } from './shared.ts';

/** What the court did to have the title obeyed (CPL 252-266). */
const recordEnforcementMeasure = command({
  ...here,
  type: 'recordEnforcementMeasure',
  kind: 'fact',
  label: text('登记执行措施', 'Record a measure'),
  by: officer,
  occurredOn: { precision: 'day', label: text('采取日期', 'Taken on') },
  fields: {
    measure: choiceOf({
      label: text('措施', 'Measure'),
      of: {
        propertyReport: text('责令报告财产', 'Report of property ordered'),
        search: text('查询财产', 'Search for property'),
        freeze: text('查封、扣押、冻结', 'Seizure or freezing'),
        deduct: text('划拨、扣留、提取', 'Money taken'),
        sale: text('拍卖、变卖', 'Sale'),
        act: text('代履行或强制一定行为', 'An act enforced'),
        restriction: text('限制消费、限制出境', 'Spending or travel restricted'),
        dishonesty: text('列入失信被执行人名单', 'Put on the list of dishonest debtors'),
        fine: text('罚款、拘留', 'Fine or detention'),
      },
    }),
    amountFen: money({ label: text('到位金额', 'Amount obtained'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { measure: data.measure, amountFen: data.amountFen } }),
});

/** The sides settle; if the settlement is not kept, the title is enforced again (CPL 241). */
const recordEnforcementSettlement = command({
  ...here,
  type: 'recordEnforcementSettlement',
  kind: 'step',
  label: text('登记执行和解', 'Record a settlement in enforcement'),
  by: officer,
  occurredOn: { precision: 'day', label: text('和解日期', 'Settled on') },
  fields: {
    dueOn: legalDate({ label: text('最后一项履行期限', 'Last day of performance'), mayBeFuture: true, optional: true }),
    paper: itemOf({ label: text('和解协议或执行笔录', 'The settlement or the record'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { dueOn: data.dueOn } }),
});

export const stayGrounds = {
  creditorAgrees: text('申请人表示可以延期执行', 'The creditor agrees to wait'),
  outsiderObjects: text('案外人对执行标的提出确有理由的异议', "An outsider's objection is well-founded"),
  partyDied: text('当事人死亡，等待继承', 'A party died; its heirs are awaited'),
  entityEnded: text('法人或组织终止，尚未确定承受人', 'A legal person ended; its successor is awaited'),
  setAsidePending: text('法院受理撤销仲裁裁决的申请', 'An application to set the award aside was accepted'),
  retrial: text('据以执行的裁判再审', 'The judgment is being retried'),
  other: text('其他应当中止的情形', 'Another ground'),
} as const;

const stayEnforcement = command({
  ...here,
  type: 'stayEnforcement',
  kind: 'step',
  label: text('登记中止执行', 'Record a stay'),
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: { reason: choiceOf({ label: text('原因', 'Ground'), of: stayGrounds }) },
  requires: [],
  apply: ({ data }) => ({ values: { reason: data.reason }, facts: [{ type: 'enforcementStayed' }] }),
});

/** Enforcement of the title goes on: the cause of the stay is gone, or the settlement was not kept (CPL 241, 267; AL25 77). */
const resumeEnforcement = command({
  ...here,
  type: 'resumeEnforcement',
  kind: 'step',
  label: text('恢复执行', 'Resume'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('恢复日期', 'Resumed on') },
  fields: {
    because: choiceOf({
      label: text('原因', 'Why'),
      of: {
        causeGone: text('中止的情形消失', 'The cause is gone'),
        settlementBroken: text('不履行和解协议，或和解受欺诈、胁迫', 'The settlement was not kept, or was extorted'),
        setAsideRejected: text('撤销仲裁裁决的申请被驳回', 'The application to set aside was rejected'),
      },
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding, day }) => {
    // The debtor's fifteen days begin anew when setting aside was refused (AWE 8).
    const debtors = factsOf(caseFile, 'nonEnforcementTermBegan', { proceeding: proceeding!.id }).map(
      ({ party }) => party,
    );
    const anew = data.because === 'setAsideRejected' ? [...new Set(debtors)] : [];
    return {
      values: { because: data.because },
      facts: [
        { type: 'enforcementResumed' },
        ...anew.map((party) => ({ type: 'nonEnforcementTermBegan', party, occurredOn: day })),
      ],
    };
  },
});

interface EndForNow {
  readonly reportOrdered: boolean;
  readonly searched: boolean;
  readonly restricted: boolean;
}

/** What is still in the way of ending it for now: the time that has to pass, and what must have been done before. */
function tooEarly({ data, caseFile, proceeding, day, given }: Context<EndForNow>) {
  const accepted = dayOfFact(caseFile, 'enforcementAccepted', { proceeding: proceeding!.id });
  const until = accepted === null ? null : dueByRule('enf.end_for_now', accepted, given.calendar).due;
  const waits = until !== null && day <= until;
  return waits || !data.reportOrdered || !data.searched || !data.restricted ? (until ?? '') : null;
}

/** Nothing to enforce against was found: this enforcement ends, the creditor's right does not (CPL 265, 268(六)). */
const endEnforcementForNow = command({
  ...here,
  type: 'endEnforcementForNow',
  kind: 'step',
  label: text('终结本次执行程序', 'End it for now'),
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reportOrdered: flag({
      label: text('已发执行通知并责令报告财产', 'Notice was issued and a report of property ordered'),
    }),
    restricted: flag({
      label: text(
        '已限制消费，符合条件的已列入失信名单',
        'Spending was restricted; listed where the conditions are met',
      ),
    }),
    searched: flag({ label: text('已穷尽财产调查措施', 'Every search was made') }),
  },
  requires: [
    dataRequirement<EndForNow>({
      code: 'ended-for-now-too-early',
      effect: 'marks',
      basis: [{ instrument: 'TER16', article: '第一条' }],
      check: (context) => {
        const until = tooEarly(context);
        return until === null
          ? null
          : {
              text: text(
                `终结本次执行须措施穷尽，且立案已满规定时间（至 ${until}）。`,
                `It may be ended for now when every measure was taken and the time since filing has passed (until ${until}).`,
              ),
              instead: text('请补行未采取的措施，或恢复执行。', 'Take what is missing, or take it up again.'),
            };
      },
    }),
  ],
  apply: ({ data }) => ({
    values: { reportOrdered: data.reportOrdered, restricted: data.restricted, searched: data.searched },
  }),
});

/** Property was found: taken up again at any time (CPL 265). */
const restartEnforcement = command({
  ...here,
  type: 'restartEnforcement',
  kind: 'step',
  label: text('恢复执行（发现财产）', 'Take it up again'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('恢复日期', 'Taken up on') },
  fields: { found: textOf({ label: text('发现的财产线索', 'What was found'), maxLength: 300 }) },
  requires: [],
});

export const courseCommands: readonly CommandDefinition[] = [
  recordEnforcementMeasure,
  recordEnforcementSettlement,
  stayEnforcement,
  resumeEnforcement,
  endEnforcementForNow,
  restartEnforcement,
];
