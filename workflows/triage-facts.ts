import type { CaseFile, DisputeKind, Fact, Id, LegalDate, Matter } from './case-file.ts';
import { refusing } from './dossier/consent.ts';
import { factsOf, latestFact } from './facts.ts';
import { effectOf } from './mediation/agreements.ts';
import type { RightKind } from './reference.ts';

export type YesNo = 'yes' | 'no' | 'unknown';

/** What triage knows of a dispute; `unknown`, null and empty mean that nobody has said. Holds nothing that names anybody. */
export interface TriageFacts {
  readonly rightKind: RightKind | null;
  readonly dispute: DisputeKind | null;
  /** Whether money is asked for. */
  readonly damages: YesNo;
  /** Whether it is said who the other side is. */
  readonly respondentKnown: YesNo;
  /** Whether a side has clearly refused mediation. */
  readonly mediationRefused: YesNo;
  readonly mediability: 'mediable' | 'validity' | 'sanction' | 'criminal' | 'unknown';
  readonly arbitrationAgreement: YesNo;
  readonly suitPending: YesNo;
  /** Whether a mediation, award, ruling or judgment on the same dispute stands. */
  readonly earlierOutcome: YesNo;
  readonly standing: 'owner' | 'exclusive' | 'sole' | 'ordinary' | 'other' | 'unknown';
  readonly crimeIndicators: YesNo;
  /** Whether a settlement agreement is in effect, and whether it is to pay money or hand something over. */
  readonly agreementInEffect: YesNo;
  readonly agreementPays: YesNo;
  /** The day on which the ways are looked at: it decides which law applies. */
  readonly on: LegalDate;
}

/** Facts about which nobody has said anything. */
export function blankFacts(on: LegalDate): TriageFacts {
  return {
    rightKind: null,
    dispute: null,
    damages: 'unknown',
    respondentKnown: 'unknown',
    mediationRefused: 'unknown',
    mediability: 'unknown',
    arbitrationAgreement: 'unknown',
    suitPending: 'unknown',
    earlierOutcome: 'unknown',
    standing: 'unknown',
    crimeIndicators: 'unknown',
    agreementInEffect: 'unknown',
    agreementPays: 'unknown',
    on,
  };
}

/**
 * The facts of one matter as its case file has them: screening, description, consent, agreements, proceedings. Only what was
 * recorded on the case itself or in a proceeding that `sees` lets through counts: triage tells nobody what it may not read.
 */
export function triageFactsOf(
  whole: CaseFile,
  matterId: Id,
  on: LegalDate,
  sees: (proceeding: Id) => boolean,
): TriageFacts {
  const caseFile = seenBy(whole, sees);
  const matter = caseFile.matters[matterId];
  if (matter === undefined) throw new Error(`no matter ${matterId} in case ${caseFile.id}`);
  const screening = latestFact(caseFile, 'screenDispute', { matter: matterId });
  return {
    rightKind: matter.right.kind,
    dispute: matter.dispute,
    damages: matter.relief.length === 0 ? 'unknown' : yesNo(matter.relief.includes('damages')),
    respondentKnown: yesNo(matter.respondents.length > 0),
    mediationRefused: yesNo(refusing(caseFile, [matterId]).length > 0),
    ...screened(screening),
    suitPending: hasOpenSuit(caseFile, matterId) ? 'yes' : answer(screening, 'suitPending'),
    ...settled(caseFile, matterId, sees),
    earlierOutcome: decidedBefore(caseFile, matter) ? 'yes' : answer(screening, 'earlierOutcome'),
    on,
  };
}

function seenBy(caseFile: CaseFile, sees: (proceeding: Id) => boolean): CaseFile {
  const facts = Object.entries(caseFile.facts).filter(([, one]) => one.proceeding === null || sees(one.proceeding));
  const proceedings = Object.entries(caseFile.proceedings).map(
    ([id, one]) => [id, sees(id) ? one : { ...one, agreements: {} }] as const,
  );
  return { ...caseFile, facts: Object.fromEntries(facts), proceedings: Object.fromEntries(proceedings) };
}

function screened(
  screening: Fact | null,
): Pick<TriageFacts, 'mediability' | 'arbitrationAgreement' | 'standing' | 'crimeIndicators'> {
  const said = (name: string) => screening?.values[name] ?? 'unknown';
  const indicators = screening?.values.crimeIndicators;
  return {
    mediability: oneOf(said('mediability'), ['mediable', 'validity', 'sanction', 'criminal']),
    arbitrationAgreement: answer(screening, 'arbitrationAgreement'),
    standing: oneOf(said('standing'), ['owner', 'exclusive', 'sole', 'ordinary', 'other']),
    crimeIndicators: Array.isArray(indicators) ? yesNo(indicators.length > 0) : 'unknown',
  };
}

function answer(screening: Fact | null, name: string): YesNo {
  return oneOf(screening?.values[name] ?? 'unknown', ['yes', 'no']);
}

function oneOf<const Value extends string>(said: unknown, values: readonly Value[]): Value | 'unknown' {
  return values.find((value) => value === said) ?? 'unknown';
}

function yesNo(is: boolean): YesNo {
  return is ? 'yes' : 'no';
}

function hasOpenSuit(caseFile: CaseFile, matter: Id): boolean {
  return Object.values(caseFile.proceedings).some(
    (one) => one.channel === 'litigation' && one.endedOn === null && one.matters.includes(matter),
  );
}

/** Whoever does not see a proceeding over the matter cannot say that there is no settlement. */
function settled(
  caseFile: CaseFile,
  matter: Id,
  sees: (proceeding: Id) => boolean,
): Pick<TriageFacts, 'agreementInEffect' | 'agreementPays'> {
  const agreements = agreementsOf(caseFile, matter);
  const pays = agreements.some(({ clauses }) => clauses.some(({ subject }) => subject === 'payment'));
  if (agreements.length > 0) return { agreementInEffect: 'yes', agreementPays: yesNo(pays) };
  const seesAll = Object.values(caseFile.proceedings).every(({ id, matters }) => !matters.includes(matter) || sees(id));
  const none = seesAll ? 'no' : 'unknown';
  return { agreementInEffect: none, agreementPays: none };
}

function agreementsOf(caseFile: CaseFile, matter: Id) {
  return Object.values(caseFile.proceedings)
    .flatMap((proceeding) => Object.values(proceeding.agreements))
    .filter((one) => !one.abandoned && one.matters.includes(matter) && effectOf(caseFile, one.id) !== null);
}

const finalFacts = ['matterConfirmed', 'judgmentEffective', 'mediationDocumentEffective'];

function decidedBefore(caseFile: CaseFile, { id }: Matter): boolean {
  return finalFacts.some((type) => factsOf(caseFile, type, { matter: id }).length > 0);
}
