import {
  type Agreement,
  agreementForms,
  type CaseFile,
  channelLabels,
  clauseSubjects,
  effectOf,
  type Id,
  kit,
  type LegalDate,
  type Proceeding,
  type Sight,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { matterLabel, type OrganisationView, organisationView, partyName, staffName } from './names.ts';

export interface AgreementView {
  readonly id: Id;
  readonly number: string | null;
  readonly form: Text;
  readonly matters: readonly Text[];
  readonly effectiveOn: LegalDate | null;
  readonly abandoned: boolean;
  readonly clauses: readonly {
    readonly subject: Text;
    readonly obligor: Text | null;
    readonly obligee: Text | null;
    readonly act: string;
    readonly amountFen: number | null;
    readonly dueOn: LegalDate | null;
  }[];
  readonly signatures: readonly { readonly party: Text; readonly signedOn: LegalDate; readonly level: 1 | 2 }[];
}

export interface ProceedingView {
  readonly id: Id;
  readonly revision: number;
  readonly channel: string;
  readonly label: Text;
  readonly organisation: OrganisationView;
  /** How much of it this viewer sees; at `publicLine` number, officers, outcomes and agreements stay out. */
  readonly sight: Exclude<Sight, 'none'>;
  readonly state: string | null;
  readonly stateLabel: Text;
  readonly number: string | null;
  readonly openedOn: string;
  readonly endedOn: string | null;
  readonly open: boolean;
  readonly matters: readonly { readonly id: Id; readonly label: Text; readonly outcome: Text | null }[];
  readonly officers: readonly { readonly id: Id; readonly name: string; readonly as: 'officer' | 'deputy' }[];
  readonly agreements: readonly AgreementView[];
  /** Why waiting without a clock is lawful here. */
  readonly waits: Text | null;
}

/** The proceedings of a case: in full where they are the viewer's, by their public line otherwise. */
export function proceedingViews(look: Look): readonly ProceedingView[] {
  return Object.values(look.caseFile.proceedings).flatMap((one) => {
    const sight = look.visible.sight(one.id);
    return sight === 'none' ? [] : [proceedingView(look, one, sight)];
  });
}

function proceedingView(look: Look, one: Proceeding, sight: Exclude<Sight, 'none'>): ProceedingView {
  const meta = kit.meta(one.slot);
  const full = sight !== 'publicLine';
  return {
    id: one.id,
    revision: one.revision,
    channel: one.channel,
    label: channelLabels[one.channel],
    organisation: organisationView(look, one.organisation),
    sight,
    state: full ? (kit.states(one.slot)[0] ?? null) : null,
    stateLabel: full ? meta.label : meta.publicLabel,
    number: full ? one.number : null,
    openedOn: one.openedOn,
    endedOn: one.endedOn,
    open: one.endedOn === null,
    matters: one.matters.flatMap((id) =>
      look.visible.matters.has(id)
        ? [{ id, label: matterLabel(look, id), outcome: full ? outcomeLabel(one.channel, one.outcomes[id]) : null }]
        : [],
    ),
    officers: full ? officersOf(look, one) : [],
    agreements: full
      ? Object.values(one.agreements).map((agreement) => agreementView(look, look.caseFile, agreement))
      : [],
    waits: full ? meta.waits : null,
  };
}

function officersOf(look: Look, { assignments }: Proceeding): ProceedingView['officers'] {
  return assignments
    .filter(({ to }) => to === null)
    .map(({ person, as }) => ({ id: person, name: staffName(look, person), as }));
}

const outcomes: Readonly<Record<string, Text>> = {
  'adminRuling.infringement': text('认定侵权', 'Infringement found'),
  'adminRuling.noInfringement': text('侵权不成立', 'No infringement'),
  'adminRuling.mediated': text('调解结案', 'Closed by mediation'),
  'adminRuling.cancelled': text('撤销案件', 'Case cancelled'),
  'adminRuling.annulled': text('裁决已撤销', 'Ruling annulled'),
  'adminRuling.notAccepted': text('不予立案', 'Not filed'),
  'invalidation.invalid': text('宣告全部无效', 'Invalid as a whole'),
  'invalidation.partlyInvalid': text('宣告部分无效', 'Invalid in part'),
  'invalidation.upheld': text('维持有效', 'Upheld'),
  'invalidation.notAccepted': text('未受理', 'Not accepted'),
  routed: text('已分流', 'Routed'),
  advised: text('仅提供咨询', 'Advice only'),
  'intake.rejected': text('未受理', 'Not taken in'),
  settled: text('达成协议', 'Settled'),
  failed: text('未达成协议', 'Not settled'),
  withdrawn: text('已撤回', 'Withdrawn'),
  confirmed: text('裁定有效', 'Confirmed'),
  declined: text('不予受理调解', 'Mediation declined'),
  rejected: text('裁定驳回', 'Rejected'),
  notAccepted: text('不予受理', 'Not accepted'),
  revoked: text('已撤销', 'Revoked'),
  settledWithoutPaper: text('自行和解，未签协议', 'Settled without a paper'),
  'litigation.withdrawn': text('已撤诉', 'Suit withdrawn'),
  turnedAway: text('不予受理或驳回起诉', 'Not accepted, or dismissed'),
  settledBeforeFiling: text('立案前调解成功', 'Settled before registration'),
  settledInSuit: text('诉讼中和解', 'Settled in the suit'),
  courtMediated: text('法院调解结案', 'Court mediation document'),
  adjudicated: text('判决结案', 'Adjudicated'),
};

function outcomeLabel(channel: string, outcome: string | undefined): Text | null {
  if (outcome === undefined) return null;
  return outcomes[`${channel}.${outcome}`] ?? outcomes[outcome] ?? { zh: outcome, en: outcome };
}

/** An agreement in words; who may see it is for the caller to know. */
export function agreementView(look: Look, caseFile: CaseFile, agreement: Agreement): AgreementView {
  const party = (id: Id | null) => (id === null ? null : partyName(look, id));
  return {
    id: agreement.id,
    number: agreement.number,
    form: agreementForms[agreement.form],
    matters: agreement.matters.map((id) => matterLabel(look, id)),
    effectiveOn: effectOf(caseFile, agreement.id),
    abandoned: agreement.abandoned,
    clauses: agreement.clauses.map((clause) => ({
      subject: clauseSubjects[clause.subject],
      obligor: party(clause.obligor),
      obligee: party(clause.obligee),
      act: clause.act,
      amountFen: clause.amountFen,
      dueOn: clause.dueOn,
    })),
    signatures: agreement.signatures.map(({ party: id, signedOn, level }) => ({
      party: partyName(look, id),
      signedOn,
      level,
    })),
  };
}
