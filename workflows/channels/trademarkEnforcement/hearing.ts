import type { CaseFile, Id, LegalDate } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement } from '../../command.ts';
import { dayOfFact, latestFact } from '../../facts.ts';
import { flag, itemOf, legalDate, partyOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, officers, respondentsOf, servedRows } from './shared.ts';

/** Facts, grounds and basis are told before a penalty, with the right to answer and, where the law gives it, to a hearing (PENL 44-45, 63). */
const giveStatementNotice = command({
  ...here,
  type: 'giveStatementNotice',
  kind: 'step',
  label: text('处罚前告知', 'Notify the proposed decision'),
  tone: 'primary',
  by: officers,
  occurredOn: { precision: 'day', label: text('告知日期', 'Notified on') },
  fields: {
    proposal: textOf({
      label: text('拟作出的处罚、事实、理由和依据', 'Proposed penalty, facts, grounds and basis'),
      maxLength: 2000,
      multiline: true,
    }),
    hearingRight: flag({ label: text('属于可以要求听证的情形', 'A hearing may be asked for') }),
    served: servedRows,
    paper: itemOf({ label: text('告知书', 'The notice'), optional: true }),
  },
  requires: [
    dataRequirement<{ served: readonly { servedOn: string }[] }>({
      code: 'served-before-notice',
      basis: [{ instrument: 'PENL', article: '第四十四条' }],
      check: ({ data, day }) =>
        data.served.some((row) => row.servedOn < day)
          ? { text: text('送达日期不能早于告知日期。', 'It cannot be served before it is made.'), field: 'served' }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { hearingRight: data.hearingRight },
    facts: data.served.map((row) => noticeServed(row.party, row.servedOn)),
  }),
});

function noticeServed(party: Id, occurredOn: LegalDate) {
  return { type: 'statementNoticeServed', party, occurredOn };
}

const recordNoticeService = command({
  ...here,
  type: 'recordNoticeService',
  kind: 'fact',
  label: text('登记告知书送达', 'Record service of the notice'),
  by: officers,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'no-notice-yet',
      basis: [{ instrument: 'PENL', article: '第四十四条' }],
      check: ({ caseFile, proceeding, day }) => {
        const made = dayOfFact(caseFile, 'giveStatementNotice', { proceeding: proceeding!.id });
        return made === null || day < made
          ? {
              text: text(
                '还没有登记处罚前告知，或送达日期早于告知日期。',
                'No notice is recorded, or the service lies before it.',
              ),
              field: 'occurredOn',
            }
          : null;
      },
    }),
  ],
  apply: ({ data, day }) => ({ party: data.party, facts: [noticeServed(data.party, day)] }),
});

/** What a party says to it must be heard and reviewed; it may not make the penalty heavier (PENL 45). */
const recordStatement = command({
  ...here,
  type: 'recordStatement',
  kind: 'fact',
  label: text('登记陈述、申辩', 'Record a statement'),
  by: officers,
  occurredOn: { precision: 'day', label: text('陈述日期', 'Stated on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    statement: textOf({ label: text('意见', 'Statement'), maxLength: 2000, multiline: true, optional: true }),
    waives: flag({ label: text('明确放弃陈述、申辩和听证', 'Waives statement and hearing') }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    values: { waives: data.waives },
    facts: data.waives ? [{ type: 'statementWaived', party: data.party }] : [],
  }),
});

/** The last day for a hearing of a party that was served; null when it waived, or was not served. */
export function hearingTermOf(
  caseFile: CaseFile,
  proceeding: Id,
  party: Id,
  given: Context['given'],
): LegalDate | null {
  const scope = { proceeding, party };
  const served = latestFact(caseFile, 'statementNoticeServed', scope);
  const waived = latestFact(caseFile, 'statementWaived', scope);
  if (served === null || (waived !== null && waived.seq > served.seq)) return null;
  return dueByRule('tm.hearing.request', served.occurredOn.slice(0, 10), given.calendar).due;
}

const requestHearing = command({
  ...here,
  type: 'requestHearing',
  kind: 'step',
  label: text('当事人要求听证', 'A hearing is asked for'),
  by: officers,
  occurredOn: { precision: 'day', label: text('提出日期', 'Asked on') },
  fields: { party: partyOf({ label: text('当事人', 'Party'), side: 'respondent' }) },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'hearing-asked-late',
      effect: 'marks',
      basis: [{ instrument: 'PENL', article: '第六十四条(一)' }],
      check: ({ data, caseFile, proceeding, day, given }) => {
        const due = hearingTermOf(caseFile, proceeding!.id, data.party, given);
        return due !== null && day > due
          ? {
              text: text(`要求听证的期限已于 ${due} 届满。`, `The time to ask ended on ${due}.`),
              instead: text(
                '由行政机关决定是否仍举行听证。',
                'The authority decides whether to hold one all the same.',
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'hearingAsked', party: data.party }] }),
});

const withdrawHearing = command({
  ...here,
  type: 'withdrawHearing',
  kind: 'step',
  label: text('撤回听证要求', 'The hearing is no longer asked for'),
  by: officers,
  occurredOn: { precision: 'day', label: text('撤回日期', 'Withdrawn on') },
  fields: { party: partyOf({ label: text('当事人', 'Party'), side: 'respondent' }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'statementWaived', party: data.party }] }),
});

/** The time from the notice of the hearing to its end is not counted in the handling term. */
const holdHearing = command({
  ...here,
  type: 'holdHearing',
  kind: 'step',
  label: text('举行听证', 'Hold the hearing'),
  tone: 'primary',
  by: officers,
  occurredOn: { precision: 'day', label: text('举行日期', 'Held on') },
  fields: {
    notifiedOn: legalDate({ label: text('听证通知日期', 'Hearing notified on') }),
    ledByInvestigator: flag({ label: text('主持人是本案调查人员', 'It was led by somebody who investigated') }),
    record: itemOf({ label: text('听证笔录', 'Record of the hearing'), optional: true }),
  },
  requires: [
    dataRequirement<{ notifiedOn: LegalDate }>({
      code: 'hearing-before-notice',
      basis: [{ instrument: 'PENL', article: '第六十四条(二)' }],
      check: ({ data, day }) =>
        data.notifiedOn > day
          ? { text: text('通知日期不能晚于举行日期。', 'It was notified before it was held.'), field: 'notifiedOn' }
          : null,
    }),
    dataRequirement<{ ledByInvestigator: boolean }>({
      code: 'hearing-led-by-investigator',
      effect: 'marks',
      basis: [{ instrument: 'PENL', article: '第六十四条(四)' }],
      check: ({ data }) =>
        data.ledByInvestigator
          ? {
              text: text('听证由本案调查人员主持。', 'The hearing was led by somebody who investigated the case.'),
              instead: text('由非本案调查人员重新主持听证。', 'Hold it again, led by somebody who did not.'),
            }
          : null,
    }),
  ],
  apply: ({ data, day }) => ({
    values: { notifiedOn: data.notifiedOn },
    facts: [
      { type: 'hearingBegan', occurredOn: data.notifiedOn },
      { type: 'hearingEnded', occurredOn: day },
    ],
  }),
});

/** Respondents whose time to answer still ran on a day, or who were never served. */
export function stillToBeHeard(context: Context<unknown>): readonly Id[] {
  const { caseFile, proceeding, day, given } = context;
  return respondentsOf(caseFile, proceeding!).flatMap(({ id }) => {
    const scope = { proceeding: proceeding!.id, party: id };
    if (
      latestFact(caseFile, 'statementWaived', scope) !== null ||
      latestFact(caseFile, 'recordStatement', scope) !== null
    )
      return [];
    if (latestFact(caseFile, 'hearingAsked', scope) !== null) return [];
    const due = hearingTermOf(caseFile, proceeding!.id, id, given);
    return due === null || day <= due ? [id] : [];
  });
}

export const hearingCommands: readonly CommandDefinition[] = [
  giveStatementNotice,
  recordNoticeService,
  recordStatement,
  requestHearing,
  withdrawHearing,
  holdHearing,
];
