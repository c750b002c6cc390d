import type { CourtJurisdiction, Organisation, Reference, RightKind } from '../reference.ts';
import { type Text, text } from '../text.ts';
import type { Basis } from './law.ts';
import { rightKinds } from './right-kinds.ts';

/** What decides which court may confirm an agreement. */
export interface ConfirmationQuestion {
  readonly rightKind: RightKind;
  /** Division codes of the parties' domiciles; parties from elsewhere may stand in it and match nothing here. */
  readonly partyDivisions: readonly string[];
  /** Division code of the place of the mediation organisation; null where unknown. */
  readonly committeeDivision: string | null;
  /** The court that invited the mediation, by its organisation id; null where nobody invited it. */
  readonly invitedByCourt: string | null;
  /** The day the court accepts, or is expected to ('YYYY-MM-DD'): it decides which table of courts applies. */
  readonly acceptedOn: string;
}

/** A court to which the parties may turn, with the rule that points to it; `toConfirm`: shown as 待核实. */
export interface ProposedCourt {
  readonly court: string;
  readonly rule: Text;
  readonly basis: readonly Basis[];
  readonly toConfirm: boolean;
}

const invited = text(
  '由法院邀请调解组织先行调解的，向作出邀请的法院申请。',
  'The court invited the mediation: apply to that court.',
);
const technicalCourt = text(
  '争议由指定的中级法院（技术类知识产权案件）管辖，向相应的中级法院申请。',
  'An intermediate court named for technical IP cases would hear the dispute: apply to it.',
);
const intermediateCourt = text(
  '争议由中级法院管辖，向相应的中级法院申请。',
  'An intermediate court would hear the dispute: apply to it.',
);
const atPartyDomicile = text(
  '当事人住所地有知识产权管辖权的基层法院。',
  "The basic court with IP jurisdiction at a party's domicile.",
);
const atCommittee = text(
  '调解组织所在地有知识产权管辖权的基层法院。',
  'The basic court with IP jurisdiction at the place of the mediation organisation.',
);
const placeOpen = text(
  '有知识产权管辖权的基层法院；是否管辖当事人住所地、标的物所在地或调解组织所在地待核实。',
  "A basic court with IP jurisdiction; whether it covers a party's domicile, the place of the object or of the organisation is to be confirmed.",
);

const byParties: readonly Basis[] = [{ instrument: 'CPL', article: '第二百零五条(二)' }];
/** The day from which the newer table of basic courts decides; a case accepted before keeps the older one. */
const newTableFrom = '2025-10-01';

/** The table of basic courts by the day of acceptance (法〔2025〕167号, which repeals 法〔2022〕109号). */
export function basicCourtTable(acceptedOn: string): Basis {
  return { instrument: acceptedOn < newTableFrom ? 'JUR22' : 'JUR25', article: '' };
}

/**
 * The courts that may confirm an agreement over a right, most fitting first (CPL 205, JUR 1-3, JUR25). A proposal: the
 * court decides. Basic courts at a party's domicile or at the organisation's place come first; those whose territory is
 * not known follow, always to be confirmed. Empty where the reference knows no court for the kind of right.
 */
export function proposeConfirmationCourts(
  question: ConfirmationQuestion,
  reference: Reference,
): readonly ProposedCourt[] {
  if (question.invitedByCourt !== null) {
    const basis: readonly Basis[] = [{ instrument: 'CPL', article: '第二百零五条(一)' }];
    return [{ court: question.invitedByCourt, rule: invited, basis, toConfirm: false }];
  }
  const rows = reference.jurisdiction.filter(
    (row) => row.rightKinds.includes(question.rightKind) && inForce(row, question.acceptedOn),
  );
  const higher = rows
    .filter((row) => levelOf(row, reference) !== 'basic')
    .map((row) => atHigherCourt(row, question.rightKind));
  const basic = rows
    .filter((row) => levelOf(row, reference) === 'basic')
    .map((row) => atBasicCourt(row, question, reference));
  return [
    ...higher,
    ...basic.filter(({ rule }) => rule !== placeOpen),
    ...basic.filter(({ rule }) => rule === placeOpen),
  ];
}

function atHigherCourt(row: CourtJurisdiction, rightKind: RightKind): ProposedCourt {
  const technical = rightKinds[rightKind].firstInstance !== 'intermediate';
  return {
    court: row.court,
    rule: technical ? technicalCourt : intermediateCourt,
    basis: [...byParties, { instrument: 'JUR', article: technical ? '第一条' : '第二条' }],
    toConfirm: row.toConfirm,
  };
}

function atBasicCourt(row: CourtJurisdiction, question: ConfirmationQuestion, reference: Reference): ProposedCourt {
  const rule = placeRule(reference.organisations[row.court], question);
  const basis = [...byParties, basicCourtTable(question.acceptedOn)];
  return { court: row.court, rule, basis, toConfirm: row.toConfirm || rule === placeOpen };
}

function placeRule(court: Organisation | undefined, question: ConfirmationQuestion): Text {
  const division = court?.division ?? null;
  if (division === null) return placeOpen;
  if (question.partyDivisions.includes(division)) return atPartyDomicile;
  return division === question.committeeDivision ? atCommittee : placeOpen;
}

/** The level of the court of a row. */
export function levelOf(row: CourtJurisdiction, reference: Reference): Organisation['courtLevel'] {
  return reference.organisations[row.court]?.courtLevel ?? null;
}

/** Whether a row of the table of courts holds for what is accepted on a day. */
export function inForce(row: CourtJurisdiction, day: string): boolean {
  return (row.acceptedFrom ?? '') <= day && (row.acceptedTo === null || day <= row.acceptedTo);
}
