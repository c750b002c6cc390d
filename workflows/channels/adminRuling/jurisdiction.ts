import { type Id, patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, organisationOf, partyOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, officer } from './shared.ts';

const department = {
  label: text('移送至哪个部门', 'To which department'),
  kinds: ['patentAdministrationDepartment'],
} as const;

/** An objection to jurisdiction stops the time to conclude until it is decided (O81 37). */
const objectRulingJurisdiction = command({
  ...here,
  type: 'objectRulingJurisdiction',
  kind: 'step',
  label: text('收到管辖异议', 'Objection to jurisdiction received'),
  by: officer,
  occurredOn: { precision: 'day', label: text('提出日期', 'Filed on') },
  fields: { party: partyOf({ label: text('提出异议的当事人', 'Who objects') }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'jurisdictionObjectionReceived' }] }),
});

const toAnotherDepartment = dataRequirement<{ to: Id | null }>({
  code: 'transfer-needs-another-department',
  basis: [{ instrument: 'O81', article: '第八条' }],
  check: ({ data, proceeding }) =>
    data.to === proceeding!.organisation
      ? { text: text('不能移送给本部门。', 'A transfer goes to another department.'), field: 'to' }
      : null,
});

const decideRulingJurisdiction = command({
  ...here,
  type: 'decideRulingJurisdiction',
  kind: 'step',
  label: text('决定管辖异议', 'Decide on the objection'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    result: choiceOf({
      label: text('结果', 'Result'),
      of: { upheld: text('异议成立，移送', 'Upheld: transferred'), dismissed: text('驳回异议', 'Dismissed') },
    }),
    to: organisationOf({ ...department, optional: true }),
  },
  requires: [
    dataRequirement<{ result: string; to: Id | null }>({
      code: 'transfer-needs-department',
      basis: [{ instrument: 'O81', article: '第八条' }],
      check: ({ data }) =>
        data.result === 'upheld' && data.to === null
          ? { text: text('请选择移送至哪个部门。', 'Say to which department it goes.'), field: 'to' }
          : null,
    }),
    toAnotherDepartment,
  ],
  facts: ({ data }) => ({ objection: data.result }),
  factCases: [{ objection: 'upheld' }, { objection: 'dismissed' }],
  apply: ({ data }) => ({
    values: { result: data.result, to: data.result === 'upheld' ? data.to : null },
    facts: [{ type: 'jurisdictionObjectionDecided' }],
  }),
});

/** Without jurisdiction, or assigned to another level: up, down, or by the common superior (O81 8). */
const orderRulingTransfer = command({
  ...here,
  type: 'orderRulingTransfer',
  kind: 'step',
  label: text('决定移送或者指定管辖', 'Transfer or assignment decided'),
  tone: 'danger',
  by: officer,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    why: choiceOf({
      label: text('原因', 'Why'),
      of: {
        noJurisdiction: text('无管辖权', 'No jurisdiction'),
        takenUp: text('上级部门提级办理', 'Taken up by a higher department'),
        givenDown: text('交由下级部门办理', 'Given to a lower department'),
        assigned: text('指定管辖', 'Assigned'),
      },
    }),
    to: organisationOf(department),
  },
  requires: [toAnotherDepartment],
  apply: ({ data }) => ({ values: { to: data.to, why: data.why } }),
});

/** The receiving department's own number: same proceeding, a new custodian since it accepted the file. */
const docketRuling = command({
  ...here,
  type: 'docketRuling',
  kind: 'step',
  label: text('接收部门立案', 'Filed by the receiving department'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('立案日期', 'Filed on') },
  fields: { number: textOf({ label: text('案号', 'Case number'), maxLength: 60 }) },
  requires: [
    stateRequirement({
      code: 'ruling-transfer-not-accepted',
      basis: [{ instrument: 'O81', article: '第八条' }],
      check: ({ caseFile, proceeding }) => {
        const scope = { proceeding: proceeding!.id };
        const ordered = Math.max(
          latestFact(caseFile, 'orderRulingTransfer', scope)?.seq ?? 0,
          latestFact(caseFile, 'decideRulingJurisdiction', scope)?.seq ?? 0,
        );
        const moved = latestFact(caseFile, 'transferProceeding', scope)?.seq ?? 0;
        return moved > ordered
          ? null
          : {
              text: text(
                '接收部门尚未接受移送，仍由本部门承办。',
                'The receiving department has not accepted the file; this one stays in charge.',
              ),
              instead: text('请先准备移送并由接收部门接受。', 'Send the file by a handoff and have it accepted first.'),
            };
      },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: data.number }),
    facts: [{ type: 'rulingFiled' }],
  }),
});

/** Where a decision sends the case; null when none does (read by the handoff's requirement). */
export function rulingGoesTo(caseFile: Parameters<typeof latestFact>[0], ruling: Id): Id | null {
  const scope = { proceeding: ruling };
  const decisions = ['orderRulingTransfer', 'decideRulingJurisdiction'].flatMap(
    (type) => latestFact(caseFile, type, scope) ?? [],
  );
  const latest = decisions.sort((one, other) => one.seq - other.seq).at(-1);
  return typeof latest?.values.to === 'string' ? latest.values.to : null;
}

export const rulingJurisdictionCommands: readonly CommandDefinition[] = [
  objectRulingJurisdiction,
  decideRulingJurisdiction,
  orderRulingTransfer,
  docketRuling,
];
