/** Which court or department is competent: the law as rows, and a proposal that names the row it used. The body decides. */
import type { DisputeKind, Id } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import type { CourtJurisdiction, Reference, RightKind } from '../reference.ts';
import { type Text, text } from '../text.ts';
import { type CompetenceRule, competenceRules } from './competence-rules.ts';
import { basicCourtTable, inForce, levelOf, proposeConfirmationCourts } from './jurisdiction.ts';
import type { Basis } from './law.ts';

/** What decides who is competent. What is not known is null or empty; the proposal then says what stays open. */
export interface CompetenceQuestion {
  readonly channel: ChannelId;
  readonly rightKind: RightKind;
  readonly dispute: DisputeKind | null;
  /** Division codes of the respondent's domicile and of the places of the act; empty where unknown. */
  readonly divisions: readonly string[];
  /** For a confirmation: division code of the mediation organisation, and the court that invited the mediation. */
  readonly committeeDivision?: string | null;
  readonly invitedByCourt?: Id | null;
  /** The day on which the body accepts the case, or is expected to ('YYYY-MM-DD'). */
  readonly acceptedOn: string;
}

/** A body that may be competent. `organisation` null: it is not among the organisations of this town. `toConfirm`: 待核实. */
export interface CompetentBody {
  readonly organisation: Id | null;
  readonly name: Text;
  readonly rule: Text;
  readonly basis: readonly Basis[];
  readonly toConfirm: boolean;
}

/** Channels for which a body is proposed. */
export const channelsWithCompetence: readonly ChannelId[] = [
  'adminRuling',
  'adminMediation',
  'trademarkEnforcement',
  'generalAdminMediation',
  'litigation',
  'judicialConfirmation',
  'invalidation',
];

const placeKnown = text(
  '被告住所地或侵权行为地在该院辖区。',
  "The respondent's domicile or the place of the act lies in its district.",
);
const placeUnknown = text(
  '地域管辖按被告住所地或侵权行为地（合同为履行地）确定，待核实。',
  "Which of them depends on the respondent's domicile or the place of the act (of performance, for a contract): to be confirmed.",
);
const oldLaw = text('适用旧法，待核实。', 'Older law applies: to be confirmed.');

/**
 * The bodies that may be competent, most fitting first, each with the rule that points to it. A proposal: the body decides.
 * Empty where no body is competent for that right in that channel. Where no version of a rule is recorded for the day, the
 * nearest is used and marked to be confirmed.
 */
export function competentBodies(question: CompetenceQuestion, reference: Reference): readonly CompetentBody[] {
  if (question.channel === 'judicialConfirmation') return confirmingCourts(question, reference);
  const proposals = competenceRules
    .filter((rule) => concerns(rule, question))
    .flatMap((rule) => bodiesOf(rule, question, reference));
  const nearFirst = [...proposals.filter(({ near }) => near), ...proposals.filter(({ near }) => !near)];
  return nearFirst.map(({ near: _near, ...body }) => body);
}

/** A proposal, and whether the places that are known point to it. */
type Proposal = CompetentBody & { readonly near: boolean };

/** Whether an organisation is in the area whose competence the reference describes; of others it proposes nothing. */
export function isInTown(organisation: Id, reference: Reference): boolean {
  const prefecture = (id: Id) => reference.organisations[id]?.division?.slice(0, 4) ?? null;
  const home = reference.jurisdiction
    .filter((row) => levelOf(row, reference) === 'basic')
    .flatMap((row) => prefecture(row.court) ?? []);
  const own = prefecture(organisation);
  return own === null || home.includes(own);
}

/** A dispute over a contract about a right follows the rules for contracts, not those for the right (JUR 1, 3). */
function kindOf({ rightKind, dispute }: CompetenceQuestion): RightKind {
  return dispute === 'contract' ? 'contract' : rightKind;
}

function concerns(
  { channels, rightKinds, disputes, effectiveFrom, effectiveTo }: CompetenceRule,
  question: CompetenceQuestion,
): boolean {
  const { channel, dispute, acceptedOn } = question;
  const kind = channel === 'litigation' ? kindOf(question) : question.rightKind;
  return (
    channels.includes(channel) &&
    rightKinds.includes(kind) &&
    (disputes === null || dispute === null || disputes.includes(dispute)) &&
    (acceptedOn >= (effectiveFrom ?? '') || effectiveFrom === earliest(channel)) &&
    (effectiveTo === null || acceptedOn <= effectiveTo)
  );
}

/** Before the first recorded version of a channel's rules the first one answers, marked as old law. */
function earliest(channel: ChannelId): string | null {
  const starts = competenceRules.filter(({ channels }) => channels.includes(channel)).map((rule) => rule.effectiveFrom);
  return starts.includes(null) ? null : (starts.toSorted()[0] ?? null);
}

function bodiesOf(rule: CompetenceRule, question: CompetenceQuestion, reference: Reference): readonly Proposal[] {
  const isOld = rule.effectiveFrom !== null && question.acceptedOn < rule.effectiveFrom;
  const shared = { basis: rule.basis, toConfirm: isOld || rule.verified !== 'text', near: false };
  const said = isOld ? joined(rule.rule, oldLaw) : rule.rule;
  if ('outside' in rule.body) return [{ organisation: null, name: rule.body.outside, rule: said, ...shared }];
  if ('department' in rule.body) {
    const { department } = rule.body;
    return Object.values(reference.organisations)
      .filter((one) => one.kind === department && isInTown(one.id, reference))
      .map((one) => ({ organisation: one.id, name: one.name, rule: said, ...shared }));
  }
  const { courts } = rule.body;
  return reference.jurisdiction
    .filter((row) => row.rightKinds.includes(kindOf(question)) && inForce(row, question.acceptedOn))
    .filter((row) => (levelOf(row, reference) === 'basic') === (courts === 'basic'))
    .map((row) => atCourt(row, said, shared, question, reference));
}

function atCourt(
  row: CourtJurisdiction,
  said: Text,
  { basis, toConfirm, near }: Pick<Proposal, 'basis' | 'toConfirm' | 'near'>,
  { divisions, acceptedOn }: CompetenceQuestion,
  reference: Reference,
): Proposal {
  const court = reference.organisations[row.court];
  const name = court?.name ?? text(row.court, row.court);
  if (court?.courtLevel !== 'basic') {
    return { organisation: row.court, name, rule: said, basis, toConfirm: toConfirm || row.toConfirm, near };
  }
  const isHere = court.division !== null && divisions.includes(court.division);
  return {
    organisation: row.court,
    name,
    rule: joined(said, isHere ? placeKnown : placeUnknown),
    basis: [...basis, basicCourtTable(acceptedOn)],
    toConfirm: row.toConfirm || !isHere,
    near: isHere,
  };
}

function confirmingCourts(question: CompetenceQuestion, reference: Reference): readonly CompetentBody[] {
  const { rightKind, divisions, committeeDivision = null, invitedByCourt = null, acceptedOn } = question;
  const asked = { rightKind, partyDivisions: divisions, committeeDivision, invitedByCourt, acceptedOn };
  return proposeConfirmationCourts(asked, reference).map(({ court, rule, basis, toConfirm }) => {
    const name = reference.organisations[court]?.name ?? text(court, court);
    return { organisation: court, name, rule, basis, toConfirm };
  });
}

function joined(first: Text, second: Text): Text {
  return text(`${first.zh}${second.zh}`, `${first.en} ${second.en}`);
}
