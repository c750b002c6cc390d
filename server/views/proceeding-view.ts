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
  rolesOf,
  type Sight,
  suitRoles,
  type Text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { listed, matterLabel, type OrganisationView, organisationView, partyName, staffName } from './names.ts';
import { outcomeLabel } from './outcomes.ts';

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
  /** Who stands where, where that is not the sides of the dispute: plaintiff, defendant and third person of an administrative suit. */
  readonly roles: readonly { readonly role: Text; readonly who: Text }[];
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
    roles: full ? rolesIn(look, one) : [],
    officers: full ? officersOf(look, one) : [],
    agreements: full
      ? Object.values(one.agreements).map((agreement) => agreementView(look, look.caseFile, agreement))
      : [],
    waits: full ? meta.waits : null,
  };
}

function rolesIn(look: Look, one: Proceeding): ProceedingView['roles'] {
  if (one.channel !== 'administrativeLitigation') return [];
  const { plaintiffs, defendant, thirdPersons } = rolesOf(look.caseFile, one);
  const parties = (role: Text, ids: readonly Id[]) =>
    ids.length === 0 ? [] : [{ role, who: listed(ids.map((id) => partyName(look, id))) }];
  return [
    ...parties(suitRoles.plaintiffs, plaintiffs),
    ...(defendant === null ? [] : [{ role: suitRoles.defendant, who: organisationView(look, defendant).name }]),
    ...parties(suitRoles.thirdPersons, thirdPersons),
  ];
}

function officersOf(look: Look, { assignments }: Proceeding): ProceedingView['officers'] {
  return assignments
    .filter(({ to }) => to === null)
    .map(({ person, as }) => ({ id: person, name: staffName(look, person), as }));
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
