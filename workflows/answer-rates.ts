/** How parties that were invited to a mediation answered: rows to be counted, without anything that tells a person apart. */
import { daysLeft } from './calendar.ts';
import { type CaseFile, dayOf, type Id, type LegalDate, type Side } from './case-file.ts';
import { letterTraces } from './dossier/letters.ts';
import { factsOf } from './facts.ts';

/** One party that was invited to one mediation. */
export interface Invited {
  /** Proceeding and party: somebody is invited once to a mediation, however many letters go out. */
  readonly id: string;
  readonly organisation: Id;
  readonly side: Side;
  readonly invitedOn: LegalDate;
  readonly served: boolean;
  /** Null: not yet. `unreachable` is no answer. */
  readonly answer: 'agrees' | 'refuses' | null;
  /** How the answer came, as `recordConsent` names it; `page` is the party's own page. */
  readonly how: string | null;
  /** Calendar days from the letter to the first answer. */
  readonly days: number | null;
}

/** Everybody who was invited in this case, once per mediation. An answer given before the letter counts as no day. */
export function invitationsOf(caseFile: CaseFile): readonly Invited[] {
  const seen = new Map<string, Invited>();
  for (const { proceeding, fact, writtenOn, state } of letterTraces(caseFile)) {
    const { party } = fact;
    if (fact.values.notice !== 'invitation' || proceeding === null || party === null) continue;
    const organisation = caseFile.proceedings[proceeding]?.organisation;
    const side = caseFile.parties[party]?.side;
    if (organisation === undefined || side === undefined) continue;
    const id = `${proceeding} ${party}`;
    const known = seen.get(id);
    const invitedOn = known?.invitedOn ?? writtenOn;
    const served = (known?.served ?? false) || state === 'served';
    seen.set(id, { id, organisation, side, invitedOn, served, ...firstAnswer(caseFile, proceeding, party, invitedOn) });
  }
  return [...seen.values()];
}

function firstAnswer(
  caseFile: CaseFile,
  proceeding: Id,
  party: Id,
  invitedOn: LegalDate,
): Pick<Invited, 'answer' | 'how' | 'days'> {
  const first = factsOf(caseFile, 'recordConsent', { proceeding, party }).find(
    ({ values }) => values.answer === 'agrees' || values.answer === 'refuses',
  );
  if (first === undefined) return { answer: null, how: null, days: null };
  return {
    answer: first.values.answer === 'agrees' ? 'agrees' : 'refuses',
    how: String(first.values.channel),
    days: Math.max(0, daysLeft(dayOf(first.occurredOn), invitedOn)),
  };
}
