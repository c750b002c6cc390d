import {
  type Agent,
  type Agreement,
  type CaseFile,
  dayOf,
  type Id,
  type LegalDate,
  type Party,
  type Proceeding,
  type Signature,
} from '../case-file.ts';
import { partiesOfMatters, undecided } from '../dossier/consent.ts';
import { latestFact } from '../facts.ts';

/** Who may settle for a party: itself, its legal representative or guardian, an agent with special authority (CPL 62). */
export function maySettle(agent: Agent): boolean {
  return agent.authority !== 'general';
}

/**
 * The day from which a signature binds its party; null when it does not. Somebody without full capacity needs the guardian;
 * with limited capacity the guardian may also ratify what the party itself signed (CC 19, 20, 145).
 */
function bindsFrom(signature: Signature, party: Party, caseFile: CaseFile): LegalDate | null {
  const byGuardian = party.agents.find((agent) => agent.id === signature.agent)?.authority === 'guardian';
  if (party.capacity === 'full' || byGuardian) return signature.signedOn;
  const answer = latestFact(caseFile, 'ratified', { party: party.id });
  const ratified = party.capacity === 'limited' && answer?.values.answer === 'ratified';
  return ratified ? latest([signature.signedOn, dayOf(answer.occurredOn)]) : null;
}

/**
 * What a written agreement's effect waits for and counts from. `everything`: signatures, mediator and seal, from the last of
 * them (PML 29). `parties`: all of these, but from the parties' last signature, the safer day where the law names none
 * (commercial mediation, CMR 22). `contract`: the parties' signatures alone, as before that regulation.
 */
export type EffectRule = 'everything' | 'parties' | 'contract';

/**
 * The day an agreement takes effect by its form; null while something is missing. Written: the last of all parties'
 * signatures, the mediator's and the seal (PML 29). Oral: the day it was reached and recorded (PML 30). Online for a court:
 * the last of all parties' electronic signatures; the mediator's and the seal are owed and do not hold it up (OMR 19). Made
 * by a department: its seal and both parties (O81 69).
 */
export function effectiveDay(
  agreement: Agreement,
  caseFile: CaseFile,
  reachedOn: LegalDate,
  rule: EffectRule = 'everything',
): LegalDate | null {
  if (agreement.abandoned) return null;
  if (agreement.form === 'oral') {
    return agreement.recordedOn === null ? null : latest([agreement.recordedOn, reachedOn]);
  }
  const { mediatorSignedOn, sealedOn } = agreement;
  const ours =
    rule === 'contract'
      ? []
      : { online: [], department: [sealedOn], written: [mediatorSignedOn, sealedOn] }[agreement.form];
  const signed = partiesOfMatters(caseFile, agreement.matters).map((party) => {
    const own = agreement.signatures.find((signature) => signature.party === party.id);
    return own === undefined ? null : bindsFrom(own, party, caseFile);
  });
  const days = [...ours, ...signed];
  if (days.includes(null) || signed.length === 0) return null;
  return latest((rule === 'everything' ? days : signed).filter((day) => day !== null));
}

function latest(days: readonly LegalDate[]): LegalDate {
  return days.reduce((last, day) => (day > last ? day : last));
}

/** The day an agreement took effect, as the journal stands now. */
export function effectOf(caseFile: CaseFile, agreement: Id): LegalDate | null {
  const found = Object.values(caseFile.facts).filter(
    (fact) => fact.type === 'agreementEffective' && fact.values.agreement === agreement && fact.annulledBy === null,
  );
  return found.at(-1)?.occurredOn.slice(0, 10) ?? null;
}

/** What a step that decides `matters` leaves of the proceeding; guards of the machine read it. */
export function coverage(proceeding: Proceeding, matters: readonly Id[]) {
  const rest = undecided(proceeding).filter((matter) => !matters.includes(matter));
  const outcomes = Object.values(proceeding.outcomes);
  return {
    coversAll: rest.length === 0,
    someFailed: outcomes.some((outcome) => outcome !== 'settled'),
    someSettled: outcomes.includes('settled'),
  };
}
