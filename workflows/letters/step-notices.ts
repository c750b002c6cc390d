import { dayOf, type Fact, type Id } from '../case-file.ts';
import { referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import { dueByRule } from '../clocks.ts';
import { factsOf } from '../facts.ts';
import { type Text, text } from '../text.ts';
import { asParty, mediatorsOf, type Notice, type NoticeMoment, nameOf, notice, partiesOf, sideOf } from './moment.ts';
import type { Audience, StepFields, StepLetter } from './step-letter.ts';
import { type StepNoticeId, stepLetters } from './step-letters.ts';
import { listed, moment as momentInWords, provisionalMark } from './wording.ts';

/** The rows of the channels as notices: one for each fact that sends one. */
export const stepNotices: readonly Notice[] = Object.entries(stepLetters).flatMap(([id, row]) =>
  // The keys are those of the rows; Object.entries forgets it.
  row.on.map((on) => stepNotice(id as StepNoticeId, on, row)),
);

function stepNotice(id: StepNoticeId, on: string, row: StepLetter): Notice {
  return notice({
    notice: id,
    on,
    in: [row.in],
    ...(row.again === undefined ? {} : { again: row.again }),
    to: (moment) => (isMeant(row, moment) ? audiences[row.to](moment, id).map(asParty) : []),
    fields: (moment) => fieldsOf(row, moment),
  });
}

/** Whether the fact, or the referral behind it, says what the row asks for. */
function isMeant({ when = {} }: StepLetter, { caseFile, fact, proceeding }: NoticeMoment): boolean {
  const said: Readonly<Record<string, unknown>> = { ...referralOf(caseFile, proceeding?.id ?? ''), ...fact.values };
  return Object.entries(when).every(([name, value]) => said[name] === value);
}

const audiences: Readonly<Record<Audience, (moment: NoticeMoment, about: StepNoticeId) => readonly Id[]>> = {
  everybody: partiesOf,
  claimants: (moment, about) => partiesOf(moment, about).filter((id) => sideOf(moment, id) === 'claimant'),
  respondents: (moment, about) => partiesOf(moment, about).filter((id) => sideOf(moment, id) === 'respondent'),
  informed: (moment, about) =>
    partiesOf(moment, about).filter((id) => sideOf(moment, id) === 'claimant' || knowsOfSuit(moment, id)),
  concerned: ({ fact }) => (fact.party === null ? [] : [fact.party]),
};

/** Served by the court, or asked by it or for it whether to mediate. */
function knowsOfSuit({ caseFile, proceeding }: NoticeMoment, party: Id): boolean {
  const isHere = (fact: Fact) => fact.proceeding === proceeding?.id;
  const isReferred = (fact: Fact) => caseFile.proceedings[fact.proceeding ?? '']?.channel === 'courtAnnexedMediation';
  const served = ['complaintServed', 'complaintServedAbroad'].flatMap((type) => factsOf(caseFile, type, { party }));
  const answered = factsOf(caseFile, 'recordConsent', { party }).filter(
    ({ values }) => values.answer !== 'unreachable',
  );
  return served.some(isHere) || answered.some((fact) => isHere(fact) || isReferred(fact));
}

function fieldsOf(row: StepLetter, moment: NoticeMoment): StepFields {
  const { fact, proceeding, corrected } = moment;
  const { until, organisation } = fact.values;
  const day = dayOf(fact.occurredOn);
  const mediators = mediatorsOf(moment);
  const known = {
    on: same(day),
    number: proceeding?.number == null ? null : same(proceeding.number),
    until: typeof until === 'string' ? momentInWords(until) : null,
    lastDay: row.lastDayBy === undefined ? null : lastDay(row.lastDayBy, day, moment),
    reason: row.reasons?.[String(fact.values.reason)]?.label ?? null,
    court: courtOf(moment),
    organisation: typeof organisation === 'string' ? nameOf(moment, organisation) : null,
    mediators: mediators.length === 0 ? null : text(listed(mediators, 'zh'), listed(mediators, 'en')),
  };
  return { known: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)), corrected };
}

function lastDay(rule: NonNullable<StepLetter['lastDayBy']>, day: string, { given }: NoticeMoment): Text | null {
  const { due, provisional } = dueByRule(rule, day, given.calendar);
  if (due === null) return null;
  const [at, mark] = [momentInWords(due), provisionalMark(provisional)];
  return text(`${at.zh}${mark.zh}`, `${at.en}${mark.en}`);
}

/** The court that keeps the proceeding, or that asked for the mediation. */
function courtOf(moment: NoticeMoment): Text | null {
  const { caseFile, proceeding, given } = moment;
  if (proceeding === null) return null;
  const isCourt = given.reference.organisations[proceeding.organisation]?.kind === 'court';
  const court = isCourt ? proceeding.organisation : referralOf(caseFile, proceeding.id)?.court;
  return court === undefined ? null : nameOf(moment, court);
}

const same = (words: string): Text => text(words, words);
