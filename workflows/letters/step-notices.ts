import { dayOf, type Fact, type Id } from '../case-file.ts';
import { referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import { dueByRule } from '../clocks.ts';
import { factsOf } from '../facts.ts';
import { type Text, text } from '../text.ts';
import { hearingEntry } from './hearing-entry.ts';
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
    partiesOf(moment, about).filter((id) => sideOf(moment, id) === 'claimant' || knowsOfIt(moment, id)),
  concerned: ({ fact }) => (fact.party === null ? [] : [fact.party]),
};

/** Served by whoever decides, told of a hearing, or asked by a court or for it whether to mediate. */
function knowsOfIt({ caseFile, proceeding }: NoticeMoment, party: Id): boolean {
  const isHere = (fact: Fact) => fact.proceeding === proceeding?.id;
  // An attack on a right is known to those who know of the ruling or the suit that rests on it.
  const resting =
    proceeding?.channel === 'invalidation'
      ? Object.values(caseFile.proceedings).filter((one) => one.matters.some((id) => proceeding.matters.includes(id)))
      : [];
  // A mediation that a court hands out tells of the suit behind it, and of nothing else.
  const isReferred = (fact: Fact) =>
    proceeding?.channel === 'litigation' &&
    caseFile.proceedings[fact.proceeding ?? '']?.channel === 'courtAnnexedMediation';
  const told = tellingFacts
    .flatMap((type) =>
      [proceeding?.id ?? '', ...resting.map(({ id }) => id)].flatMap((id) =>
        factsOf(caseFile, type, { proceeding: id }),
      ),
    )
    .filter((fact) => fact.party === party || fact.party === null);
  const answered = factsOf(caseFile, 'recordConsent', { party }).filter(
    ({ values }) => values.answer !== 'unreachable',
  );
  return told.length > 0 || answered.some((fact) => isHere(fact) || isReferred(fact));
}

/** Facts after which a party knows of a proceeding from whoever runs it; without a party: everybody was told. */
const tellingFacts = [
  'complaintServed',
  'complaintServedAbroad',
  'rulingRequestServed',
  'rulingRequestServedAbroad',
  'scheduleArbitrationHearing',
  'holdArbitrationHearing',
  'acceptEnforcement',
  'executionNoticeServed',
] as const;

function fieldsOf(row: StepLetter, moment: NoticeMoment): StepFields {
  const { fact, data, proceeding, corrected } = moment;
  const { until, at, organisation } = fact.values;
  const day = dayOf(fact.occurredOn);
  const mediators = mediatorsOf(moment);
  const known = {
    on: same(day),
    number: proceeding?.number == null ? null : same(proceeding.number),
    until: typeof until === 'string' ? momentInWords(until) : null,
    at: typeof at === 'string' ? momentInWords(at) : null,
    place: typeof data.place === 'string' ? same(data.place) : null,
    lastDay: row.lastDayBy === undefined ? null : lastDay(row.lastDayBy, day, moment),
    reason: row.reasons?.[String(fact.values.reason)]?.label ?? null,
    court: courtOf(moment),
    body: proceeding === null ? null : nameOf(moment, proceeding.organisation),
    organisation: typeof organisation === 'string' ? nameOf(moment, organisation) : null,
    mediators: mediators.length === 0 ? null : text(listed(mediators, 'zh'), listed(mediators, 'en')),
  };
  const hearing = hearingEntry(moment);
  return {
    known: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
    corrected,
    ...(hearing === null ? {} : { hearing }),
  };
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
