import type { CaseFile, Id, LegalDate, Proceeding } from '../../case-file.ts';
import { type CommandDefinition, type Context, command } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { factsOf, latestFact } from '../../facts.ts';
import { choiceOf, itemOf, legalDate, partiesOf, partyOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { ended, here, secretary } from './shared.ts';

/** The tribunal mediates when the parties want it to, before it awards (AL25 64). */
const openArbitralMediation = command({
  ...here,
  type: 'openArbitralMediation',
  kind: 'step',
  label: text('仲裁庭主持调解', 'Mediate in the arbitration'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('开始日期', 'Begun on') },
  fields: { agreedBy: partiesOf({ label: text('愿意调解的当事人', 'Who wants it') }) },
  requires: [],
  apply: ({ data }) => ({ values: { agreedBy: data.agreedBy.length } }),
});

/** It failed: the award follows without delay (AL25 64). */
const endArbitralMediation = command({
  ...here,
  type: 'endArbitralMediation',
  kind: 'step',
  label: text('调解不成，继续审理', 'Mediation failed; the hearing goes on'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('结束日期', 'Ended on') },
  fields: {},
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: [{ resumeTo: 'tribunalFormed' }, { resumeTo: 'inHearing' }],
});

/** The tribunal's mediation document: signed and sealed, in effect when both sides have signed for it (AL25 65). */
const issueArbitralMediationDocument = command({
  ...here,
  type: 'issueArbitralMediationDocument',
  kind: 'step',
  label: text('登记仲裁调解书', 'Record the mediation document'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('作出日期', 'Dated') },
  fields: {
    performanceDueOn: legalDate({
      label: text('最后一项履行期限', 'Last day of performance'),
      mayBeFuture: true,
      optional: true,
    }),
    scan: itemOf({ label: text('调解书', 'The document'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { performanceDueOn: data.performanceDueOn } }),
});

interface ReceiptData {
  readonly party: Id;
  readonly answer: 'signed' | 'refused';
}

/** Those who signed for the latest document, and when. */
function signedFor(caseFile: CaseFile, proceeding: Id) {
  const issued = latestFact(caseFile, 'issueArbitralMediationDocument', { proceeding })?.seq ?? 0;
  return factsOf(caseFile, 'recordArbitralDocumentReceipt', { proceeding }).filter(
    (fact) => fact.seq > issued && fact.values.answer === 'signed',
  );
}

function everybodySigned({ caseFile, proceeding, data }: Context<ReceiptData>): boolean {
  const signed = [...signedFor(caseFile, proceeding!.id).map(({ party }) => party), data.party];
  return partiesOfMatters(caseFile, undecided(proceeding!)).every(({ id }) => signed.includes(id));
}

/** The last day on which somebody signed for it, with this one. */
function lastSigned(caseFile: CaseFile, proceeding: Proceeding, day: LegalDate): LegalDate {
  const days = signedFor(caseFile, proceeding.id).map((fact) => fact.occurredOn.slice(0, 10));
  return [...days, day].sort().at(-1)!;
}

const recordArbitralDocumentReceipt = command({
  ...here,
  type: 'recordArbitralDocumentReceipt',
  kind: 'step',
  label: text('登记调解书签收', 'Record who signed for it'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('签收日期', 'Signed for on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    answer: choiceOf({
      label: text('签收情况', 'Answer'),
      of: { signed: text('已签收', 'Signed for it'), refused: text('签收前反悔', 'Went back on it before signing') },
    }),
  },
  requires: [],
  facts: (context: Context<ReceiptData>) => {
    if (context.data.answer === 'refused') return { receipt: 'refused' };
    return { receipt: everybodySigned(context) ? 'allSigned' : 'someSigned' };
  },
  factCases: [{ receipt: 'allSigned' }, { receipt: 'someSigned' }, { receipt: 'refused' }],
  apply: ({ data, caseFile, proceeding, slot, day }) => {
    const own = { party: data.party, values: { answer: data.answer } };
    if (slot!.value !== 'documentEffective') return own;
    const effective = lastSigned(caseFile, proceeding!, day);
    const scope = { proceeding: proceeding!.id };
    const due = latestFact(caseFile, 'issueArbitralMediationDocument', scope)?.values.performanceDueOn;
    const matters = undecided(proceeding!);
    const end = ended(caseFile, proceeding!, 'mediationDocument');
    return {
      ...own,
      caseFile: end.caseFile,
      facts: [...end.facts, { type: 'performanceDue', matters, occurredOn: typeof due === 'string' ? due : effective }],
    };
  },
});

export const arbitralMediationCommands: readonly CommandDefinition[] = [
  openArbitralMediation,
  endArbitralMediation,
  issueArbitralMediationDocument,
  recordArbitralDocumentReceipt,
];
