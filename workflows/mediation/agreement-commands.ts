import {
  type Agreement,
  type CaseFile,
  type Clause,
  type Id,
  type LegalDate,
  type Proceeding,
  patchPart,
  type Signature,
} from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import { type Change, type Context, command, type FactDraft, stateRequirement } from '../command.ts';
import { undecided } from '../dossier/consent.ts';
import { signersAreThere } from '../dossier/party-changes.ts';
import { agentOf, choiceOf, flag, legalDate, mattersOf, money, oneOf, partyOf, rowsOf, textOf } from '../fields.ts';
import { text } from '../text.ts';
import { coverage, effectiveDay, effectOf } from './agreements.ts';
import { effectRule } from './effect-rule.ts';
import {
  clausesAreDefinite,
  crimeIsReported,
  mattersAreOpen,
  mediationIsFree,
  nobodyRefuses,
  ownershipClausesWarn,
  recusalIsSettled,
  rightsWereTold,
  signersMaySettle,
} from './requirements.ts';
import { committee, here, mediators } from './shared.ts';

export const clauseSubjects = {
  payment: text('给付款项', 'Payment'),
  stopInfringement: text('停止侵害', 'Stop'),
  destroyStock: text('销毁库存', 'Destroy stock'),
  removeListing: text('下架删除', 'Take down'),
  apology: text('赔礼道歉、消除影响', 'Apology'),
  licence: text('许可使用', 'Licence'),
  ownership: text('权利归属', 'Ownership'),
  validity: text('权利效力', 'Validity'),
  confidentiality: text('保密', 'Confidentiality'),
  default: text('违约责任', 'Default'),
  other: text('其他', 'Other'),
} as const;

/** Forms in which an agreement is made. An online one is signed by all on the court's platform (OMR 19). */
export const agreementForms = {
  written: text('书面', 'Written'),
  oral: text('口头', 'Oral'),
  online: text('在线电子签章', 'Online, electronically signed'),
  department: text('行政机关制作，盖章并由双方签字', 'Made by an authority: its seal and both parties'),
} as const;

function formsOf(channel: ChannelId | undefined): readonly Agreement['form'][] {
  if (channel === 'commercialMediation') return ['written', 'online'];
  if (channel === 'adminMediation' || channel === 'generalAdminMediation') return ['department'];
  return channel === 'courtAnnexedMediation' ? ['online', 'written'] : ['written', 'oral'];
}

const signatureRows = rowsOf({
  label: text('各方签字', 'Signatures'),
  of: {
    party: partyOf({ label: text('当事人', 'Party') }),
    agent: agentOf({ label: text('由代理人签署的，选择代理人', 'Signed by this agent'), optional: true }),
    signedOn: legalDate({ label: text('签字日期', 'Signed on') }),
  },
});

const formalities = {
  signatures: signatureRows,
  mediatorSignedOn: legalDate({ label: text('调解员签名日期', 'Mediator signed on'), optional: true }),
  sealedOn: legalDate({ label: text('加盖调委会印章日期', 'Seal put on'), optional: true }),
  recordedOn: legalDate({ label: text('口头协议记录日期', 'Oral agreement recorded on'), optional: true }),
} as const;

interface Formalities {
  readonly signatures: readonly { readonly party: Id; readonly agent: Id | null; readonly signedOn: LegalDate }[];
  readonly mediatorSignedOn: LegalDate | null;
  readonly sealedOn: LegalDate | null;
  readonly recordedOn: LegalDate | null;
}

/** Everything in a signature was seen on paper or in person: level 2. */
function asSignatures(rows: Formalities['signatures']): readonly Signature[] {
  return rows.map((row) => ({ ...row, level: 2 }));
}

interface AgreementData extends Formalities {
  readonly form: Agreement['form'];
  readonly number: string | null;
  readonly matters: readonly Id[];
  readonly clauses: readonly Clause[];
}

/** The matters an agreement covers: those chosen, or all that are undecided. */
function coveredBy(data: { readonly matters: readonly Id[] }, proceeding: Proceeding): readonly Id[] {
  return data.matters.length > 0 ? data.matters : undecided(proceeding);
}

function draft(id: Id, { data, proceeding }: Context<AgreementData>): Agreement {
  return {
    id,
    number: data.number,
    form: data.form,
    matters: coveredBy(data, proceeding!),
    clauses: data.clauses,
    signatures: asSignatures(data.signatures),
    mediatorSignedOn: data.mediatorSignedOn,
    sealedOn: data.sealedOn,
    recordedOn: data.recordedOn,
    abandoned: false,
  };
}

/** The day an agreement takes effect in this proceeding. */
function effectHere(agreement: Agreement, context: Context<unknown>, reachedOn: LegalDate): LegalDate | null {
  return effectiveDay(agreement, context.caseFile, reachedOn, effectRule(context, reachedOn));
}

/** Stores an agreement, and with its effect the outcome of its matters and the fact that starts the window. */
function withAgreement(
  caseFile: CaseFile,
  proceeding: Proceeding,
  agreement: Agreement,
  day: LegalDate | null,
): Pick<Change, 'caseFile' | 'facts'> {
  const outcomes =
    day === null
      ? proceeding.outcomes
      : { ...proceeding.outcomes, ...Object.fromEntries(agreement.matters.map((matter) => [matter, 'settled'])) };
  const agreements = { ...proceeding.agreements, [agreement.id]: agreement };
  const facts: readonly FactDraft[] =
    day === null
      ? []
      : [
          {
            type: 'agreementEffective',
            occurredOn: day,
            matters: agreement.matters,
            values: { agreement: agreement.id, form: agreement.form },
          },
          ...ownershipAgreed(caseFile, proceeding, agreement, day),
        ];
  return { caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes, agreements }), facts };
}

/** Over ownership of a patent the procedure at the office of the State was stayed: the party asks it to go on (O81 70). */
function ownershipAgreed(caseFile: CaseFile, { channel }: Proceeding, agreement: Agreement, day: LegalDate) {
  const ownership = agreement.matters.filter((id) => caseFile.matters[id]?.dispute === 'ownership');
  return channel === 'adminMediation' && ownership.length > 0
    ? [{ type: 'ownershipAgreed', occurredOn: day, matters: ownership }]
    : [];
}

const effectCases = [
  { coversAll: true, effective: true, someFailed: false },
  { coversAll: true, effective: true, someFailed: true },
  { coversAll: true, effective: false, someFailed: false },
  { coversAll: true, effective: false, someFailed: true },
  { coversAll: false, effective: true, someFailed: false },
  { coversAll: false, effective: true, someFailed: true },
  { coversAll: false, effective: false, someFailed: false },
  { coversAll: false, effective: false, someFailed: true },
] as const;

/** Records an agreement with its clauses as data. It takes effect at once when every signature its form needs is there. */
export const recordAgreement = command({
  ...here,
  type: 'recordAgreement',
  kind: 'step',
  label: text('记录调解协议', 'Record an agreement'),
  hint: text(
    '书面协议自各方、调解员签名并加盖印章之日生效；行政机关制作的协议自加盖印章、双方签字之日生效；口头协议自达成之日生效，由调解员记录；在线协议自各方均完成电子签章时生效。',
    'A written agreement takes effect when all parties and the mediator have signed and the seal is on; one an authority made with its seal and both signatures; an oral one when reached, recorded by the mediator; an online one when all parties have e-signed.',
  ),
  tone: 'primary',
  by: mediators,
  relation: 'assigned',
  occurredOn: { precision: 'day', label: text('达成日期', 'Reached on') },
  fields: {
    form: choiceOf({
      label: text('形式', 'Form'),
      of: agreementForms,
      only: ({ proceeding }) => formsOf(proceeding?.channel),
    }),
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部未决事项）', 'Matters (none: all that are open)') }),
    number: textOf({ label: text('协议编号', 'Number of the agreement'), maxLength: 60, optional: true }),
    clauses: rowsOf({
      label: text('条款', 'Clauses'),
      minimum: 1,
      of: {
        subject: choiceOf({ label: text('内容', 'Subject'), of: clauseSubjects }),
        obligor: partyOf({ label: text('义务人', 'Who owes it'), optional: true }),
        obligee: partyOf({ label: text('权利人', 'To whom'), optional: true }),
        act: textOf({ label: text('具体内容', 'What exactly'), maxLength: 500, multiline: true }),
        amountFen: money({ label: text('金额', 'Amount'), optional: true }),
        dueOn: legalDate({ label: text('履行期限', 'Due on'), mayBeFuture: true, optional: true }),
        mannerNamed: flag({ label: text('已写明账户或履行方式', 'Account or manner is named in the paper') }),
      },
    }),
    ...formalities,
  },
  requires: [
    nobodyRefuses,
    rightsWereTold,
    recusalIsSettled,
    crimeIsReported,
    mattersAreOpen,
    signersAreThere,
    signersMaySettle,
    mediationIsFree,
    ownershipClausesWarn,
    clausesAreDefinite,
  ],
  facts: (context: Context<AgreementData>) => {
    const agreement = draft('', context);
    const { coversAll, someFailed } = coverage(context.proceeding!, agreement.matters);
    return { coversAll, someFailed, effective: effectHere(agreement, context, context.day) !== null };
  },
  factCases: effectCases,
  apply: (context) => {
    const { caseFile, given, proceeding, day } = context;
    const agreement = draft(given.ids(), context);
    return {
      ...withAgreement(caseFile, proceeding!, agreement, effectHere(agreement, context, day)),
      matters: agreement.matters,
      values: { agreement: agreement.id, form: agreement.form },
      body: { agreement: agreement.id },
    };
  },
});

function openAgreements({ caseFile, proceeding }: Context): readonly Agreement[] {
  return Object.values(proceeding?.agreements ?? {}).filter(
    (agreement) => !agreement.abandoned && effectOf(caseFile, agreement.id) === null,
  );
}

const pendingAgreement = {
  label: text('协议', 'Agreement'),
  choices: (context: Context) =>
    openAgreements(context).map((agreement, index) => {
      const name = agreement.number ?? String(index + 1);
      return { value: agreement.id, label: text(`协议 ${name}`, `Agreement ${name}`), person: null };
    }),
} as const;

const somethingPending = stateRequirement({
  code: 'no-agreement-pending',
  basis: [],
  check: (context) =>
    openAgreements(context).length > 0
      ? null
      : { text: text('没有待生效的协议。', 'No agreement is waiting for signatures.') },
});

/** The agreement with what has been signed since; later signatures of the same party replace earlier ones. */
function completed({ data, proceeding }: Context<Formalities & { agreement: Id }>): Agreement {
  const agreement = proceeding!.agreements[data.agreement]!;
  const fresh = asSignatures(data.signatures);
  const kept = agreement.signatures.filter((old) => !fresh.some((one) => one.party === old.party));
  return {
    ...agreement,
    signatures: [...kept, ...fresh],
    mediatorSignedOn: data.mediatorSignedOn ?? agreement.mediatorSignedOn,
    sealedOn: data.sealedOn ?? agreement.sealedOn,
    recordedOn: data.recordedOn ?? agreement.recordedOn,
  };
}

function reachedOn(caseFile: CaseFile, agreement: Id): LegalDate {
  const fact = Object.values(caseFile.facts).find(
    (one) => one.type === 'recordAgreement' && one.values.agreement === agreement,
  );
  return fact?.occurredOn.slice(0, 10) ?? '';
}

export const completeFormalities = command({
  ...here,
  type: 'completeFormalities',
  kind: 'step',
  label: text('补齐签字盖章', 'Complete signatures and seal'),
  tone: 'primary',
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('办理日期', 'Done on') },
  fields: { agreement: oneOf(pendingAgreement), ...formalities },
  requires: [somethingPending, signersAreThere, signersMaySettle],
  facts: (context: Context<Formalities & { agreement: Id }>) => {
    const agreement = completed(context);
    const { coversAll, someFailed } = coverage(context.proceeding!, agreement.matters);
    return {
      coversAll,
      someFailed,
      effective: effectHere(agreement, context, reachedOn(context.caseFile, agreement.id)) !== null,
    };
  },
  factCases: effectCases,
  apply: (context) => {
    const { caseFile, proceeding } = context;
    const agreement = completed(context);
    const day = effectHere(agreement, context, reachedOn(caseFile, agreement.id));
    return {
      ...withAgreement(caseFile, proceeding!, agreement, day),
      matters: agreement.matters,
      values: { agreement: agreement.id },
    };
  },
});

/** A paper that will not be signed any more; mediation goes on. */
export const abandonAgreement = command({
  ...here,
  type: 'abandonAgreement',
  kind: 'step',
  label: text('放弃未生效的协议', 'Give up an unsigned agreement'),
  by: mediators,
  relation: 'assigned',
  fields: { agreement: oneOf(pendingAgreement), reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }) },
  requires: [somethingPending],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      agreements: {
        ...proceeding!.agreements,
        [data.agreement]: { ...proceeding!.agreements[data.agreement]!, abandoned: true },
      },
    }),
    values: { agreement: data.agreement },
  }),
});
