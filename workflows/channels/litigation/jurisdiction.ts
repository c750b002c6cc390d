import type { Calendar } from '../../calendar.ts';
import type { CaseFile, Id, LegalDate } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { dayOfFact, type FactScope, latestFact } from '../../facts.ts';
import { choiceOf, organisationOf, partyOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';
import { here, liaison, numbered, servedRows } from './shared.ts';

/** The last day of a party's time for defence; null before it was served. */
export function defenceEnds(caseFile: CaseFile, scope: FactScope, calendar: Calendar): LegalDate | null {
  const atHome = dayOfFact(caseFile, 'complaintServed', scope);
  const abroad = dayOfFact(caseFile, 'complaintServedAbroad', scope);
  if (atHome !== null) return dueByRule('lit.defence', atHome, calendar).due;
  return abroad === null ? null : dueByRule('lit.defence.abroad', abroad, calendar).due;
}

/** A defendant objects within its time for defence; a late objection is recorded, and not examined unless level or exclusive jurisdiction is at stake (CPL 130). */
const objectJurisdiction = command({
  ...here,
  type: 'objectJurisdiction',
  kind: 'step',
  label: text('收到管辖异议', 'Objection to jurisdiction received'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('提出日期', 'Filed on') },
  fields: { party: partyOf({ label: text('提出异议的当事人', 'Who objects') }) },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'jurisdiction-objection-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CPL', article: '第一百三十条' }],
      check: ({ data, caseFile, proceeding, day, given }) => {
        const scope = { proceeding: proceeding!.id, party: data.party };
        const due = defenceEnds(caseFile, scope, given.calendar);
        return due !== null && day > due
          ? {
              text: text(
                `答辩期已于 ${due} 届满；是否审查由法院决定。`,
                `The time for defence ended on ${due}; the court decides whether to examine it.`,
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'jurisdictionObjectionReceived' }] }),
});

const court = { label: text('移送至', 'To which court'), kinds: ['court'] } as const;

const toAnotherCourt = dataRequirement<{ to: Id | null }>({
  code: 'transfer-needs-another-court',
  basis: [{ instrument: 'CPL', article: '第三十七条' }],
  check: ({ data, proceeding }) =>
    data.to === proceeding!.organisation
      ? { text: text('不能移送给本院。', 'A transfer goes to another court.'), field: 'to' }
      : null,
});

/** The ruling on the objection, of this court or on appeal; it can be appealed from service (CPL 130, 157). */
const decideJurisdiction = command({
  ...here,
  type: 'decideJurisdiction',
  kind: 'step',
  label: text('登记管辖裁定', 'Record the ruling on jurisdiction'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    result: choiceOf({
      label: text('结果', 'Result'),
      of: { upheld: text('异议成立，移送', 'Upheld: transferred'), dismissed: text('驳回异议', 'Dismissed') },
    }),
    to: organisationOf({ ...court, optional: true }),
    number: textOf({ ...courtNumber, label: text('裁定书案号', 'Number of the ruling'), optional: true }),
    served: servedRows,
  },
  requires: [
    dataRequirement<{ result: string; to: Id | null }>({
      code: 'transfer-needs-court',
      basis: [{ instrument: 'CPL', article: '第一百三十条' }],
      check: ({ data }) =>
        data.result === 'upheld' && data.to === null
          ? { text: text('请选择移送至哪个法院。', 'Say to which court it goes.'), field: 'to' }
          : null,
    }),
    toAnotherCourt,
  ],
  facts: ({ data }) => ({ objection: data.result }),
  factCases: [{ objection: 'upheld' }, { objection: 'dismissed' }],
  apply: ({ data }) => ({
    values: { result: data.result, to: data.result === 'upheld' ? data.to : null },
    facts: [
      { type: 'jurisdictionObjectionDecided' },
      ...data.served.map((row) => ({ type: 'appealableRulingServed', party: row.party, occurredOn: row.servedOn })),
    ],
  }),
});

/** A transfer of the court's own motion, or ordered by a higher court (CPL 37, 38). */
const orderTransfer = command({
  ...here,
  type: 'orderTransfer',
  kind: 'step',
  label: text('裁定移送管辖', 'Transfer ordered'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    to: organisationOf(court),
    number: textOf({ ...courtNumber, label: text('裁定书案号', 'Number of the ruling'), optional: true }),
  },
  requires: [toAnotherCourt],
  apply: ({ data }) => ({ values: { to: data.to } }),
});

/**
 * The receiving court's own number: same proceeding, same case, a new custodian since it accepted the file (CPL 37). The
 * terms that ran before the first court, for defence and for appeal against its ruling, are over.
 */
const docketTransferred = command({
  ...here,
  type: 'docketTransferred',
  kind: 'step',
  label: text('接收法院立案', 'Docketed by the receiving court'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('立案日期', 'Docketed on') },
  fields: {
    number: textOf(courtNumber),
  },
  requires: [
    stateRequirement({
      code: 'transfer-not-accepted',
      basis: [{ instrument: 'CPL', article: '第三十七条' }],
      check: ({ caseFile, proceeding }) => {
        const scope = { proceeding: proceeding!.id };
        const ordered = Math.max(
          latestFact(caseFile, 'orderTransfer', scope)?.seq ?? 0,
          latestFact(caseFile, 'decideJurisdiction', scope)?.seq ?? 0,
          latestFact(caseFile, 'recordJurisdictionAppealResult', scope)?.seq ?? 0,
        );
        const moved = latestFact(caseFile, 'transferProceeding', scope)?.seq ?? 0;
        return moved > ordered
          ? null
          : {
              text: text(
                '接收法院尚未接受移送，仍由本院承办。',
                'The receiving court has not accepted the file; this court stays in charge.',
              ),
              instead: text('请先准备移送并由接收法院接受。', 'Send the file by a handoff and have it accepted first.'),
            };
      },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: numbered(caseFile, proceeding!, data.number),
    facts: [
      { type: 'ordinaryTrialBegan' },
      ...partiesOfMatters(caseFile, proceeding!.matters).map(({ id }) => ({ type: 'earlierTermsEnded', party: id })),
    ],
  }),
});

/** When an appealable ruling reached a party: ten days run from then (CPL 171). */
const recordRulingReceipt = command({
  ...here,
  type: 'recordRulingReceipt',
  kind: 'fact',
  label: text('登记裁定送达（可上诉）', 'Record service of an appealable ruling'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: { party: partyOf({ label: text('当事人', 'Party') }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'appealableRulingServed', party: data.party }] }),
});

export const jurisdictionCommands: readonly CommandDefinition[] = [
  objectJurisdiction,
  decideJurisdiction,
  orderTransfer,
  docketTransferred,
  recordRulingReceipt,
];
