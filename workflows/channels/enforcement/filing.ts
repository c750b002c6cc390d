import { dayOf, type LegalDate, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import {
  type CommandDefinition,
  type Context,
  command,
  dataRequirement,
  type Requirement,
  stateRequirement,
} from '../../command.ts';
import { exclusiveProceeding } from '../../dossier/opening.ts';
import { factsOf, latestFact } from '../../facts.ts';
import { choiceOf, legalDate, partyOf, textOf } from '../../fields.ts';
import { titleIsOnRecord, titleOver } from '../../path/standing.ts';
import { courtNumber, normalised } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';
import { enforcementObstacles } from '../adminRuling/enforceability.ts';
import { channelOf } from '../index.ts';
import { ended, here, officer, titleOf } from './shared.ts';

/** A ruling is enforced once it is in effect, not suspended and not obeyed in time; what is missing is said, and the court decides (APLI 155). */
const rulingIsEnforceable: Requirement = stateRequirement({
  code: 'ruling-not-enforceable-yet',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [
    { instrument: 'AEL', article: '第五十三条、第五十四条' },
    { instrument: 'APLI', article: '第一百五十五条' },
  ],
  check: ({ caseFile, matter, given, day }) => {
    const title = titleOver(caseFile, matter!.id);
    if (title?.channel !== 'adminRuling') return null;
    const found = enforcementObstacles(caseFile, title, [matter!.id], day, given.calendar);
    return found.length === 0
      ? null
      : { text: text(found.map((one) => one.text.zh).join(''), found.map((one) => one.text.en).join(' ')) };
  },
});

/** Before anything is enforced the court examines the ruling and permits it (AEL 57; APLI 160). */
const rulingWasExamined: Requirement = stateRequirement({
  code: 'ruling-enforcement-not-permitted',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [
    { instrument: 'AEL', article: '第五十七条' },
    { instrument: 'APLI', article: '第一百六十条' },
  ],
  check: ({ caseFile, proceeding }) => {
    const title = titleOf(caseFile, proceeding!);
    if (title?.channel !== 'adminRuling') return null;
    const answer = latestFact(caseFile, 'recordEnforcementAnswer', { proceeding: title.id })?.values.answer;
    return answer === 'granted'
      ? null
      : {
          text: text(
            '还没有登记准予执行行政裁决的裁定。',
            'No ruling of the court that permits enforcement is on record.',
          ),
        };
  },
});

/** A creditor asks the court that is here to enforce, with no other organisation in between. */
const recordEnforcementApplication = command({
  type: 'recordEnforcementApplication',
  target: 'matter',
  kind: 'fact',
  label: text('登记执行申请', 'Record an application for enforcement'),
  by: officer,
  relation: 'anyCustodian',
  occurredOn: { precision: 'day', label: text('收到申请日期', 'Received on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'organisation-cannot-enforce',
      basis: [{ instrument: 'CPL', article: '第二百三十五条' }],
      check: ({ given }) => {
        const kind = given.reference.organisations[given.actor.organisation ?? '']?.kind;
        return kind !== undefined && channelOf('enforcement')?.runBy.includes(kind)
          ? null
          : { text: text('强制执行由人民法院办理。', 'Enforcement is for the courts.') };
      },
    }),
    stateRequirement({
      code: 'enforcement-already-open',
      basis: [],
      check: ({ caseFile, matter }) =>
        exclusiveProceeding(caseFile, 'enforcement', [matter!.id]) === null
          ? null
          : { text: text('该争议事项已有未结的执行案件。', 'An enforcement over this matter is open already.') },
    }),
    titleIsOnRecord('state', ({ matter }) => [matter!.id]),
    rulingIsEnforceable,
  ],
  apply: ({ given }) => ({ values: { channel: 'enforcement', organisation: given.actor.organisation } }),
});

/** The day the application was filed: by its posting where it came by handoff (CPL 85). */
function filedOn({ caseFile, proceeding }: Context): LegalDate {
  const posted = latestFact(caseFile, 'handoffReceived', { handoff: proceeding!.openedByHandoff ?? 'none' })?.values
    .filedOn;
  return typeof posted === 'string' ? posted : dayOf(proceeding!.openedOn);
}

/** Two years from the last day of performance: a late application is accepted, the objection is the debtor's (CPL 250, CPLI 481). */
const inTime: Requirement = stateRequirement({
  code: 'enforcement-applied-late',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [
    { instrument: 'CPL', article: '第二百五十条' },
    { instrument: 'CPLI', article: '第四百八十一条' },
  ],
  check: (context) => {
    const { caseFile, proceeding, given } = context;
    const starts = proceeding!.matters.flatMap((matter) => factsOf(caseFile, 'performanceDue', { matter }));
    const last = starts
      .map((fact) => dayOf(fact.occurredOn))
      .sort()
      .at(-1);
    const due = last === undefined ? null : dueByRule('enf.apply', last, given.calendar).due;
    return due !== null && filedOn(context) > due
      ? {
          text: text(
            `申请执行的期间已于 ${due} 届满：法院仍应受理，时效异议由债务人提出；核对有无中止、中断。`,
            `The time ended on ${due}: the court still accepts, and the objection is the debtor's; check for interruptions.`,
          ),
        }
      : null;
  },
});

/** An award is enforced by an intermediate court, unless it named a basic one (AWE 2). */
const rightLevel: Requirement = stateRequirement({
  code: 'award-for-intermediate-court',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'AWE', article: '第二条' }],
  check: ({ caseFile, proceeding, given }) =>
    titleOf(caseFile, proceeding!)?.channel === 'arbitration' &&
    given.reference.organisations[proceeding!.organisation]?.courtLevel === 'basic'
      ? {
          text: text(
            '仲裁裁决由被执行人住所地或财产所在地的中级人民法院执行；基层法院须经指定。',
            "An award is enforced by the intermediate court of the debtor's domicile or property; a basic court only when named.",
          ),
        }
      : null,
});

/** A notarised instrument comes with its certificate (NDE 3, 5). */
const certificateIsThere: Requirement = stateRequirement({
  code: 'execution-certificate-missing',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'NDE', article: '第三条、第五条' }],
  check: ({ caseFile, proceeding }) =>
    proceeding!.matters.some((matter) =>
      Object.values(caseFile.proceedings).some(
        (one) => one.channel === 'notarisedEnforcement' && one.outcomes[matter] === 'notarised',
      ),
    ) && titleOf(caseFile, proceeding!) === null
      ? {
          text: text('公证债权文书还没有执行证书。', 'The notarised instrument has no certificate of execution yet.'),
          instead: text('请债权人先向公证机构申请执行证书。', 'Have the creditor ask the notary for it first.'),
        }
      : null,
});

const acceptEnforcement = command({
  ...here,
  type: 'acceptEnforcement',
  kind: 'step',
  label: text('执行立案', 'File the enforcement'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('立案日期', 'Filed on') },
  fields: { number: textOf(courtNumber), creditor: partyOf({ label: text('申请执行人', 'Creditor') }) },
  requires: [inTime, rightLevel, certificateIsThere],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: normalised(data.number) }),
    party: data.creditor,
    facts: [{ type: 'enforcementAccepted' }],
    body: { number: normalised(data.number) },
  }),
});

const refuseEnforcement = command({
  ...here,
  type: 'refuseEnforcement',
  kind: 'step',
  label: text('裁定不予受理执行申请', 'Ruled: not accepted'),
  tone: 'danger',
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({
      label: text('理由', 'Ground'),
      of: {
        noTitle: text('没有执行依据', 'No title'),
        unclear: text('给付内容不明确', 'What is owed is unclear'),
        noCertificate: text('未提交执行证书', 'No certificate of execution'),
        noJurisdiction: text('不属于本院管辖', 'No jurisdiction'),
      },
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'refused'),
    values: { reason: data.reason },
  }),
});

/** The notice to the debtor: what it may still raise runs from its service (CPL 251; AWE 8; NDE 13). */
const issueExecutionNotice = command({
  ...here,
  type: 'issueExecutionNotice',
  kind: 'step',
  label: text('发出执行通知', 'Issue the notice of enforcement'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('发出日期', 'Issued on') },
  fields: {
    debtor: partyOf({ label: text('被执行人', 'Debtor') }),
    servedOn: legalDate({ label: text('送达日期', 'Served on') }),
  },
  requires: [
    rulingWasExamined,
    dataRequirement<{ debtor: string }>({
      code: 'creditor-is-no-debtor',
      basis: [{ instrument: 'CPL', article: '第二百五十一条' }],
      check: ({ data, caseFile, proceeding }) =>
        latestFact(caseFile, 'acceptEnforcement', { proceeding: proceeding!.id })?.party === data.debtor
          ? { text: text('申请执行人不是被执行人。', 'The creditor is not the debtor.'), field: 'debtor' }
          : null,
    }),
    dataRequirement<{ servedOn: string }>({
      code: 'notice-served-before-issue',
      basis: [{ instrument: 'CPL', article: '第二百五十一条' }],
      check: ({ data, day }) =>
        data.servedOn < day
          ? { text: text('送达不能早于发出。', 'It cannot be served before it was issued.'), field: 'servedOn' }
          : null,
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => {
    const title = titleOf(caseFile, proceeding!)?.channel;
    const served = { party: data.debtor, occurredOn: data.servedOn };
    return {
      party: data.debtor,
      facts: [
        { type: 'executionNoticeServed', ...served },
        ...(title === 'arbitration' ? [{ type: 'nonEnforcementTermBegan', ...served }] : []),
        ...(title === 'notarisedEnforcement' ? [{ type: 'notarisedNonEnforcementTermBegan', ...served }] : []),
      ],
    };
  },
});

export const filingCommands: readonly CommandDefinition[] = [
  recordEnforcementApplication,
  acceptEnforcement,
  refuseEnforcement,
  issueExecutionNotice,
];
