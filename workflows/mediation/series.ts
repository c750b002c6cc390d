/** One agreement over several cases: what is common to all, and what each case's own command says of it. */
import type { Agreement, CaseFile, ClauseSubject, Id, JsonObject, LegalDate, Proceeding, Side } from '../case-file.ts';
import { blankCaseFile } from '../case-file.ts';
import { type CommandDefinition, command, type Given } from '../command.ts';
import { readData } from '../data.ts';
import { partiesOfMatters, undecided } from '../dossier/consent.ts';
import { fileField, type StoredFile } from '../dossier/items.ts';
import { choiceOf, count, flag, legalDate, money, rowsOf, textOf } from '../fields.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { contextOf } from '../requirements.ts';
import { text } from '../text.ts';
import { agreementForms, clauseSubjects } from './agreement-commands.ts';
import { here } from './shared.ts';

/** Machines of the mediations in which an agreement of a series can be recorded. */
export const seriesMachines: readonly string[] = [here.machine, ...here.sharedWith];

const sides = {
  claimant: text('申请人一方', 'The claimant'),
  respondent: text('被申请人一方', 'The respondent'),
} as const;

const seriesTerms = command({
  type: 'seriesTerms',
  target: 'case',
  kind: 'fact',
  label: text('系列协议', 'The agreement of a series'),
  by: [],
  relation: 'system',
  occurredOn: null,
  fields: {
    form: choiceOf({ label: text('形式', 'Form'), of: agreementForms }),
    reachedOn: legalDate({ label: text('达成日期', 'Reached on') }),
    number: textOf({ label: text('协议编号', 'Number of the agreement'), maxLength: 60, optional: true }),
    clauses: rowsOf({
      label: text('各案共同的条款', 'Clauses common to all cases'),
      minimum: 1,
      of: {
        subject: choiceOf({ label: text('内容', 'Subject'), of: clauseSubjects }),
        owedBy: choiceOf({ label: text('义务人', 'Who owes it'), of: sides, optional: true }),
        owedTo: choiceOf({ label: text('权利人', 'To whom'), of: sides, optional: true }),
        act: textOf({ label: text('具体内容', 'What exactly'), maxLength: 500, multiline: true }),
        amountFen: money({ label: text('金额', 'Amount'), optional: true }),
        dueOn: legalDate({ label: text('履行期限', 'Due on'), mayBeFuture: true, optional: true }),
        mannerNamed: flag({ label: text('已写明账户或履行方式', 'Account or manner is named in the paper') }),
      },
    }),
    signedOn: legalDate({
      label: text('各方当事人签字日期', 'All parties signed on'),
      hint: text(
        '尚未签字的留空；各案不同的，在该案填写。',
        'Leave it empty while nobody has signed; where it differs, say so at that case.',
      ),
      optional: true,
    }),
    mediatorSignedOn: legalDate({ label: text('调解员签名日期', 'Mediator signed on'), optional: true }),
    sealedOn: legalDate({ label: text('加盖印章日期', 'Seal put on'), optional: true }),
    recordedOn: legalDate({ label: text('口头协议记录日期', 'Oral agreement recorded on'), optional: true }),
    paper: {
      ...fileField,
      label: text('签署的协议文本（20 MB 以内）', 'The signed paper (up to 20 MB)'),
      hint: text(
        '只需上传一次，各案卷宗引用同一文件指纹。各案当事人均可见其内容，涉及他案秘密的请勿上传。',
        'Uploaded once; each case refers to it by the same fingerprint. The parties of each case may see it: leave out what is secret of another.',
      ),
    },
    pages: count({
      label: text('纸质原件页数', 'Pages of the paper original'),
      minimum: 1,
      maximum: 5000,
      optional: true,
    }),
  },
});

/** The fields of the common terms, for forms and documentation. */
export const seriesTermsDefinition: CommandDefinition = seriesTerms;

/** The common terms as they are read: sides in the place of parties. */
export interface SeriesTerms {
  readonly form: Agreement['form'];
  readonly reachedOn: LegalDate;
  readonly number: string | null;
  readonly clauses: readonly {
    readonly subject: ClauseSubject;
    readonly owedBy: keyof typeof sides | null;
    readonly owedTo: keyof typeof sides | null;
    readonly act: string;
    readonly amountFen: number | null;
    readonly dueOn: LegalDate | null;
    readonly mannerNamed: boolean;
  }[];
  readonly signedOn: LegalDate | null;
  readonly mediatorSignedOn: LegalDate | null;
  readonly sealedOn: LegalDate | null;
  readonly recordedOn: LegalDate | null;
  readonly paper: StoredFile | null;
  readonly pages: number | null;
}

/** What differs in one case: another sum or day of signing, or its own form in full. */
export interface SeriesOwn {
  readonly amountFen: number | null;
  readonly signedOn: LegalDate | null;
  /** The whole of `recordAgreement` for this case; null: made from the common terms. */
  readonly whole: { readonly occurredOn: LegalDate; readonly data: JsonObject } | null;
}

/** Reads the common terms; a refusal names the field that is wrong. */
export function readSeriesTerms(data: unknown, given: Given): JsonObject | Refusal {
  const context = contextOf(blankCaseFile(''), seriesTerms, { kind: 'case', id: '' }, given);
  if (context === null) throw new Error('a blank case has no target');
  const read = readData(seriesTerms, data, context);
  return isRefusal(read) ? read : read.value;
}

/** The command `recordAgreement` of one case: its day and its data. Or why the common terms do not say enough for it. */
export function agreementOfSeries(
  caseFile: CaseFile,
  proceeding: Proceeding,
  terms: SeriesTerms,
  own: SeriesOwn | null,
): { readonly occurredOn: LegalDate; readonly data: JsonObject } | Refusal {
  if (own !== null && own.whole !== null) return own.whole;
  const parties = partiesOfMatters(caseFile, undecided(proceeding));
  const payments = terms.clauses.filter(({ subject }) => subject === 'payment');
  if (own !== null && own.amountFen !== null && payments.length !== 1) return paymentNotOne;
  const onSide = (side: Side | null): Id | null | Refusal => {
    if (side === null) return null;
    const found = parties.filter((party) => party.side === side);
    return found.length === 1 ? found[0]!.id : sideNotOne(side);
  };
  const clauses: JsonObject[] = [];
  for (const { owedBy, owedTo, ...clause } of terms.clauses) {
    const [obligor, obligee] = [onSide(owedBy), onSide(owedTo)];
    if (obligor !== null && typeof obligor === 'object') return obligor;
    if (obligee !== null && typeof obligee === 'object') return obligee;
    const amountFen = clause.subject === 'payment' ? (own?.amountFen ?? clause.amountFen) : clause.amountFen;
    clauses.push({ ...clause, obligor, obligee, amountFen });
  }
  const signedOn = own?.signedOn ?? terms.signedOn;
  const signatures = signedOn === null ? [] : parties.map(({ id }) => ({ party: id, agent: null, signedOn }));
  const { form, number, mediatorSignedOn, sealedOn, recordedOn } = terms;
  const data = { form, number, matters: [], clauses, signatures, mediatorSignedOn, sealedOn, recordedOn };
  return { occurredOn: terms.reachedOn, data };
}

/** The command `addItem` that puts the one signed paper on the file of a case; null: there is no paper. */
export function paperOfSeries({ paper, pages, number, reachedOn }: SeriesTerms) {
  if (paper === null && pages === null) return null;
  return {
    occurredOn: reachedOn,
    data: {
      document: 'mediationAgreement',
      title: number === null ? '系列案件调解协议书' : `系列案件调解协议书 ${number}`,
      class: 'jointSigned',
      file: paper === null ? null : { ...paper },
      pages,
      provenance: '系列案件同一份协议',
    },
  };
}

const ownForm = text('请打开该案的“单独填写”。', 'Open “its own form” for this case.');

const paymentNotOne = refuse(
  'series-payment-not-one',
  text(
    '共同条款中的给付款项不是恰好一项，无法确定本案金额对应哪一项。',
    'The common clauses hold no payment, or several: it is not clear which one the sum of this case belongs to.',
  ),
  { status: 'invalid', instead: ownForm },
);

function sideNotOne(side: Side): Refusal {
  const { zh, en } = sides[side === 'claimant' ? 'claimant' : 'respondent'];
  return refuse(
    'series-side-not-one',
    text(
      `本案${zh}不是恰好一名当事人，无法确定条款对应哪一名。`,
      `${en} of this case is not exactly one party: it is not clear whom the clause means.`,
    ),
    { status: 'invalid', instead: ownForm },
  );
}
