import {
  type Actor,
  cite,
  type DocumentKind,
  documentKinds,
  type Handoff,
  handoffKinds,
  type Id,
  kit,
  mediationEndReasons,
  type Referral,
  type ReferralLimit,
  type ReferralStage,
  referralModes,
  referralStages,
  referralsOf,
  returnReasons,
  ruleInForce,
  type Text,
} from '../../workflows/index.ts';
import type { CaseRef } from './desk-view.ts';
import type { Glance } from './glance.ts';
import { caseTitle, type OrganisationView, organisationView, personName } from './names.ts';

/** Whether the organisation answered within its three working days; `notCounted` before receipt, and for referrals on paper. */
export type AnswerState = 'inTime' | 'late' | 'waiting' | 'overdue' | 'notCounted';

/** A limit with the rule it follows from. */
export interface LimitView {
  readonly label: Text;
  readonly basis: Text;
  /** Null while time stands still. */
  readonly due: string | null;
  readonly over: boolean;
  readonly provisional: boolean;
}

/** Something that came back from the mediation to a court. */
export interface CameBackView {
  readonly id: Id;
  readonly label: Text;
  readonly to: OrganisationView;
  readonly stateLabel: Text;
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  /** Kinds of papers in the packet; never titles. */
  readonly papers: readonly Text[];
}

/** One referral as a register shows it. */
export interface ReferralView {
  readonly id: Id;
  readonly case: CaseRef;
  readonly court: OrganisationView;
  readonly organisation: OrganisationView;
  /** Who mediates now, where that is another organisation (H11). */
  readonly heldBy: OrganisationView | null;
  readonly mode: Referral['mode'];
  readonly modeLabel: Text;
  readonly numbers: readonly string[];
  /** Names that this viewer may know. */
  readonly claimants: readonly string[];
  readonly respondents: readonly string[];
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  readonly answeredOn: string | null;
  readonly answer: AnswerState;
  readonly answerLimit: LimitView | null;
  readonly term: LimitView | null;
  readonly stage: ReferralStage;
  readonly stageLabel: Text;
  /** Why it was not taken, or why the mediation ended; the latter once the viewer has it before them. */
  readonly reason: Text | null;
  readonly cameBack: readonly CameBackView[];
  readonly returnedOn: string | null;
  readonly open: boolean;
}

/** The referrals of a case that stand in the register of the viewer's organisation. */
export function referralViews(glance: Glance): readonly ReferralView[] {
  return referralsOf(glance.current, glance.given.calendar)
    .filter((referral) => standsInRegister(glance, referral))
    .map((referral) => referralView(glance, referral));
}

/** The court sees what it referred, an organisation what was handed to it or is held by it, and who keeps a record what it writes. */
function standsInRegister({ visible, given }: Glance, { court, handoff, suit, mediation, matters }: Referral): boolean {
  const actor: Actor = given.actor;
  return (
    matters.some((id) => visible.matters.has(id)) &&
    (actor.organisation === court ||
      (handoff !== null && visible.handoff(handoff)) ||
      visible.fully(suit) ||
      visible.fully(mediation))
  );
}

function referralView(glance: Glance, referral: Referral): ReferralView {
  const { current, given, visible } = glance;
  const { organisation, heldBy, stage, term, acknowledgeBy } = referral;
  const back = referral.back.filter((id) => visible.handoff(id)).flatMap((id) => current.handoffs[id] ?? []);
  const knowsEnd = visible.fully(referral.mediation) || back.length > 0;
  return {
    id: referral.id,
    case: { id: current.id, code: current.header.code, title: caseTitle(glance) },
    court: organisationView(glance, referral.court),
    organisation: organisationView(glance, organisation),
    heldBy: heldBy === null || heldBy === organisation ? null : organisationView(glance, heldBy),
    mode: referral.mode,
    modeLabel: referralModes[referral.mode],
    numbers: referral.numbers,
    claimants: namesOf(glance, referral, 'claimants'),
    respondents: namesOf(glance, referral, 'respondents'),
    sentOn: referral.sentOn,
    receivedOn: referral.receivedOn,
    answeredOn: referral.acknowledgedOn,
    answer: answerState(referral, given.today),
    answerLimit: limitView(acknowledgeBy, referral.acknowledgedOn === null, given.today),
    term: limitView(term, referral.open, given.today),
    stage,
    stageLabel: referralStages[stage],
    reason: reasonOf(referral, knowsEnd),
    cameBack: back.map((handoff) => cameBackView(glance, handoff)),
    returnedOn: referral.returnedOn,
    open: referral.open,
  };
}

function answerState({ acknowledgeBy, acknowledgedOn, stage }: Referral, today: string): AnswerState {
  const due = acknowledgeBy?.due ?? null;
  if (due === null) return 'notCounted';
  if (acknowledgedOn !== null) return acknowledgedOn <= due ? 'inTime' : 'late';
  if (stage === 'recalled') return 'notCounted';
  return stage === 'lapsed' || today > due ? 'overdue' : 'waiting';
}

function limitView(limit: ReferralLimit | null, running: boolean, today: string): LimitView | null {
  if (limit === null) return null;
  const { rule } = ruleInForce(limit.rule, limit.from);
  const cited = (language: 'zh' | 'en') =>
    rule.basis.map((one) => cite(one, language)).join(language === 'zh' ? '、' : ', ');
  return {
    label: rule.label,
    basis: { zh: cited('zh'), en: cited('en') },
    due: limit.due,
    over: running && limit.due !== null && today > limit.due,
    provisional: limit.provisional,
  };
}

function reasonOf({ stage, declinedFor, endReason }: Referral, knowsEnd: boolean): Text | null {
  if (stage === 'declined') return labelIn(returnReasons, declinedFor);
  return knowsEnd && (stage === 'failed' || stage === 'agreedInPart') ? labelIn(mediationEndReasons, endReason) : null;
}

function labelIn(table: Readonly<Record<string, { readonly label: Text }>>, code: string | null): Text | null {
  return code === null ? null : (table[code]?.label ?? null);
}

function cameBackView(glance: Glance, handoff: Handoff): CameBackView {
  const papers = new Set<DocumentKind>(handoff.manifest.map(({ document }) => document));
  return {
    id: handoff.id,
    label: handoffKinds[handoff.kind].label,
    to: organisationView(glance, handoff.toOrganisation),
    stateLabel: kit.meta(handoff.slot).label,
    sentOn: handoff.offeredOn,
    receivedOn: handoff.receivedOn,
    papers: [...papers].map((document) => documentKinds[document]),
  };
}

function namesOf(glance: Glance, { matters }: Referral, side: 'claimants' | 'respondents'): readonly string[] {
  const { current, visible } = glance;
  const ids = matters.filter((id) => visible.matters.has(id)).flatMap((id) => current.matters[id]?.[side] ?? []);
  return [...new Set(ids)]
    .filter((id) => visible.parties.has(id))
    .map((id) => personName(glance, current.parties[id]?.person ?? '').zh);
}
