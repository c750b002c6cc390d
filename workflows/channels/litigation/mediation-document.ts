import type { CaseFile, Id, LegalDate, Proceeding } from '../../case-file.ts';
import { type CommandDefinition, type Context, command } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { factsOf, latestFact } from '../../facts.ts';
import { choiceOf, itemOf, legalDate, partyOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';
import { ended, here, liaison, numbered, resumeStates } from './shared.ts';

/** The court's own mediation document, after its review or its own mediation; in effect when both sides have signed for it (CPL 100). */
const issueMediationDocument = command({
  ...here,
  type: 'issueMediationDocument',
  kind: 'step',
  label: text('登记法院调解书', 'Record the mediation document'),
  hint: text('由法院审查后制作，这里只作登记。', 'The court reviews and makes it; this records it.'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('制作日期', 'Dated') },
  fields: {
    number: textOf({ ...courtNumber, optional: true }),
    performanceDueOn: legalDate({
      label: text('最后一项履行期限', 'Last day of performance'),
      mayBeFuture: true,
      optional: true,
    }),
    scan: itemOf({ label: text('调解书', 'The document'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: numbered(caseFile, proceeding!, proceeding!.number === null ? data.number : null),
    values: { performanceDueOn: data.performanceDueOn },
  }),
});

interface ReceiptData {
  readonly party: Id;
  readonly answer: 'signed' | 'refused';
}

/** Parties that have not signed for the latest document yet, the one at hand aside. */
function waitingFor({ caseFile, proceeding, data }: Context<ReceiptData>): number {
  const issued = latestFact(caseFile, 'issueMediationDocument', { proceeding: proceeding!.id })?.seq ?? 0;
  const signed = factsOf(caseFile, 'recordDocumentReceipt', { proceeding: proceeding!.id })
    .filter((fact) => fact.seq > issued && fact.values.answer === 'signed')
    .map((fact) => fact.party);
  return partiesOfMatters(caseFile, undecided(proceeding!)).filter(
    (party) => party.id !== data.party && !signed.includes(party.id),
  ).length;
}

/** The last day on which somebody signed for the document, with this one. */
function lastSigned(caseFile: CaseFile, proceeding: Proceeding, day: LegalDate): LegalDate {
  const days = factsOf(caseFile, 'recordDocumentReceipt', { proceeding: proceeding.id }).map((fact) =>
    fact.occurredOn.slice(0, 10),
  );
  return days.reduce((last, one) => (one > last ? one : last), day);
}

const recordDocumentReceipt = command({
  ...here,
  type: 'recordDocumentReceipt',
  kind: 'step',
  label: text('登记调解书签收', 'Record who signed for it'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('签收日期', 'Signed for on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    answer: choiceOf({
      label: text('签收情况', 'Answer'),
      of: {
        signed: text('已签收', 'Signed for it'),
        refused: text('签收前反悔', 'Went back on it before signing'),
      },
    }),
  },
  requires: [],
  facts: (context: Context<ReceiptData>) => {
    if (context.data.answer === 'refused') return { receipt: 'refused' };
    return { receipt: waitingFor(context) === 0 ? 'allSigned' : 'someSigned' };
  },
  factCases: [{ receipt: 'allSigned' }, { receipt: 'someSigned' }, { receipt: 'refused' }],
  apply: ({ data, caseFile, proceeding, slot, day }) => {
    const own = { party: data.party, values: { answer: data.answer } };
    if (slot!.value !== 'courtMediated') return own;
    const end = ended(caseFile, proceeding!, 'courtMediated');
    const effective = lastSigned(caseFile, proceeding!, day);
    const due = latestFact(caseFile, 'issueMediationDocument', { proceeding: proceeding!.id })?.values.performanceDueOn;
    return {
      ...own,
      caseFile: end.caseFile,
      facts: [
        ...end.facts,
        { type: 'mediationDocumentEffective', occurredOn: effective },
        { type: 'performanceDue', occurredOn: typeof due === 'string' ? due : effective },
      ],
    };
  },
});

/** Nobody asks for a document: the case is closed in another manner, the agreement stays a contract (OP25 4). */
const closeByAgreement = command({
  ...here,
  type: 'closeByAgreement',
  kind: 'step',
  label: text('不需文书，以其他方式结案', 'No document asked: closed in another manner'),
  by: liaison,
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'settledInSuit'),
});

/** The court does not accept the agreement, and the suit goes on (CPL 99, OMR 23). */
const rejectAgreement = command({
  ...here,
  type: 'rejectAgreement',
  kind: 'step',
  label: text('不予认可协议，恢复审理', 'Agreement not accepted; the trial goes on'),
  tone: 'danger',
  by: liaison,
  fields: { reason: textOf({ label: text('理由', 'Ground'), maxLength: 300 }) },
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: resumeStates.map((resumeTo) => ({ resumeTo })),
});

export const mediationDocumentCommands: readonly CommandDefinition[] = [
  issueMediationDocument,
  recordDocumentReceipt,
  closeByAgreement,
  rejectAgreement,
];
