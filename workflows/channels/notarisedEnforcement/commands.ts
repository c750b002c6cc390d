import { type CaseFile, type Clause, type Proceeding, patchPart } from '../../case-file.ts';
import {
  type CommandDefinition,
  command,
  dataRequirement,
  type FactDraft,
  type Requirement,
  stateRequirement,
} from '../../command.ts';
import { choiceOf, flag, itemOf, legalDate, textOf } from '../../fields.ts';
import { deskRoles } from '../../reference.ts';
import { text } from '../../text.ts';

/** A notary has no login as a rule: whoever handed the packet over records its acts, with their proof. */
const here = { target: 'proceeding', machine: 'notarisedEnforcement', relation: 'custodian' } as const;

/** What becomes of the matters; the fact that their paths follow says how. */
function decided(caseFile: CaseFile, proceeding: Proceeding, how: string) {
  const outcomes = Object.fromEntries(proceeding.matters.map((id) => [id, how]));
  const facts: readonly FactDraft[] = [{ type: 'notarisationDecided', values: { how } }];
  return { caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes }), facts };
}

/** The clauses of the agreement that the parties brought. */
function clausesOf(caseFile: CaseFile, proceeding: Proceeding): readonly Clause[] {
  const handoff = caseFile.handoffs[proceeding.openedByHandoff ?? ''];
  const home = handoff === undefined ? undefined : caseFile.proceedings[handoff.fromProceeding];
  return home?.agreements[handoff?.agreement ?? '']?.clauses ?? [];
}

/** Only what is to be paid or delivered can be enforced on a notary's paper (NL 37; SDR 40). */
const somethingIsOwed: Requirement = stateRequirement({
  code: 'nothing-to-pay-or-deliver',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [
    { instrument: 'NL', article: '第三十七条' },
    { instrument: 'SDR', article: '第四十条' },
  ],
  check: ({ caseFile, proceeding }) =>
    clausesOf(caseFile, proceeding!).some(({ subject }) => subject === 'payment')
      ? null
      : {
          text: text(
            '协议没有给付款项的条款；没有给付内容的，公证机构不能赋予强制执行效力。',
            'The agreement has no clause to pay; without something to pay or deliver a notary cannot make it enforceable.',
          ),
        },
});

/** The instrument names the debtor's promise to accept enforcement; without it a court takes nothing (NL 37; NDE 5). */
const issueNotarisedInstrument = command({
  ...here,
  type: 'issueNotarisedInstrument',
  kind: 'step',
  label: text('登记公证书', 'Record the notarised instrument'),
  tone: 'primary',
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('出具日期', 'Issued on') },
  fields: {
    number: textOf({ label: text('公证书编号', 'Number of the instrument'), maxLength: 60 }),
    acceptsEnforcement: flag({
      label: text('载明债务人接受强制执行的承诺', 'It holds the promise to accept enforcement'),
    }),
    performanceDueOn: legalDate({
      label: text('最后一期履行期限', 'Last day of performance (of the last instalment)'),
      mayBeFuture: true,
    }),
    scan: itemOf({ label: text('公证书', 'The instrument'), optional: true }),
  },
  requires: [
    somethingIsOwed,
    dataRequirement<{ acceptsEnforcement: boolean }>({
      code: 'no-promise-to-accept-enforcement',
      basis: [
        { instrument: 'NDE', article: '第五条(二)' },
        { instrument: 'NL', article: '第三十七条' },
      ],
      check: ({ data }) =>
        data.acceptsEnforcement
          ? null
          : {
              text: text(
                '未载明债务人接受强制执行的承诺，不能赋予强制执行效力。',
                "Without the debtor's promise to accept enforcement it cannot be enforced.",
              ),
              instead: text(
                '请补正后再出具，或登记不予办理。',
                'Have it supplemented, or record that it was declined.',
              ),
              field: 'acceptsEnforcement',
            },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => {
    const end = decided(caseFile, proceeding!, 'notarised');
    return {
      caseFile: patchPart(end.caseFile, 'proceedings', proceeding!.id, { number: data.number }),
      facts: [...end.facts, { type: 'notarisedPerformanceDue', occurredOn: data.performanceDueOn }],
      body: { number: data.number },
    };
  },
});

const declineNotarisation = command({
  ...here,
  type: 'declineNotarisation',
  kind: 'step',
  label: text('登记不予办理公证', 'The notary declines'),
  tone: 'danger',
  by: deskRoles,
  fields: {
    reason: choiceOf({
      label: text('理由', 'Ground'),
      of: {
        nothingOwed: text('没有给付内容', 'Nothing to pay or deliver'),
        noPromise: text('未约定接受强制执行', 'No promise to accept enforcement'),
        notJoint: text('未由各方共同申请', 'Not all parties applied'),
        unclear: text('给付内容不明确', 'What is owed is unclear'),
      },
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...decided(caseFile, proceeding!, 'declined'),
    values: { reason: data.reason },
  }),
});

const withdrawNotarisation = command({
  ...here,
  type: 'withdrawNotarisation',
  kind: 'step',
  label: text('撤回公证申请', 'The parties withdraw'),
  by: deskRoles,
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => decided(caseFile, proceeding!, 'withdrawn'),
});

/** The debtor does not perform: the creditor asks for the certificate, which interrupts the time to apply (NDE 9). */
const applyForExecutionCertificate = command({
  ...here,
  type: 'applyForExecutionCertificate',
  kind: 'step',
  label: text('登记执行证书申请', 'Certificate of execution asked for'),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('申请日期', 'Asked on') },
  fields: {},
  requires: [],
  // Interrupted: the two years run anew from this day.
  apply: () => ({ facts: [{ type: 'notarisedPerformanceDue' }] }),
});

const issueExecutionCertificate = command({
  ...here,
  type: 'issueExecutionCertificate',
  kind: 'step',
  label: text('登记执行证书', 'Record the certificate of execution'),
  tone: 'primary',
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('出具日期', 'Issued on') },
  fields: { scan: itemOf({ label: text('执行证书', 'The certificate'), optional: true }) },
  requires: [],
  apply: ({ caseFile, proceeding }) => decided(caseFile, proceeding!, 'certified'),
});

/** The notary does not certify: the dispute goes to a court directly (NDE 8). */
const refuseExecutionCertificate = command({
  ...here,
  type: 'refuseExecutionCertificate',
  kind: 'step',
  label: text('决定不予出具执行证书', 'The certificate is refused'),
  tone: 'danger',
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: { reason: textOf({ label: text('理由', 'Ground'), maxLength: 300 }) },
  requires: [],
  apply: ({ caseFile, proceeding }) => decided(caseFile, proceeding!, 'certificateRefused'),
});

const recordNotarisedPerformance = command({
  ...here,
  type: 'recordNotarisedPerformance',
  kind: 'step',
  label: text('登记已履行', 'Performed'),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('履行完毕日期', 'Performed on') },
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => decided(caseFile, proceeding!, 'performed'),
});

const closeNotarisation = command({
  ...here,
  type: 'closeNotarisation',
  kind: 'step',
  label: text('结案', 'Close the file'),
  by: deskRoles,
  fields: {},
  requires: [],
});

/** From the joint application to the certificate with which a court enforces. */
export const notarisedEnforcementCommands: readonly CommandDefinition[] = [
  issueNotarisedInstrument,
  declineNotarisation,
  withdrawNotarisation,
  applyForExecutionCertificate,
  issueExecutionCertificate,
  refuseExecutionCertificate,
  recordNotarisedPerformance,
  closeNotarisation,
];
