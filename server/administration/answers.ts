import type { InvitationTally } from '../../db/tallies.ts';
import { answerChannels, type Text } from '../../workflows/index.ts';
import type { Dependencies } from '../write/index.ts';

/** How those who were invited to mediation answered, and what users thought: counts, nothing of any one case. */
export interface AnswerCounts {
  readonly invited: number;
  readonly served: number;
  readonly agreed: number;
  readonly declined: number;
  /** Answers by the way they came. */
  readonly ways: readonly { readonly label: Text; readonly count: number }[];
  /** Answers within so many days of the letter; days of the calendar, and a day more is `later`. */
  readonly within: {
    readonly sameDay: number;
    readonly threeDays: number;
    readonly week: number;
    readonly later: number;
  };
  /** Null while fewer than {@link fewestRatings} have rated: a total of few is no secret. */
  readonly rating: { readonly count: number; readonly average: number; readonly words: readonly string[] } | null;
}

/** How many of the respondents that were invited answered at all. */
export interface AnswerRate {
  readonly invited: number;
  readonly answered: number;
}

/** A total of fewer would tell who said it. */
const fewestRatings = 3;

/** Counts the answers to the invitations of some organisations. */
export async function answersTo(
  organisations: readonly string[],
  { store }: Pick<Dependencies, 'store'>,
): Promise<{ readonly answers: AnswerCounts; readonly rates: ReadonlyMap<string, AnswerRate> }> {
  const invited = await store.tallies.invitations(organisations);
  const rates = new Map(organisations.map((id) => [id, rateOf(invited.filter((one) => one.organisation === id))]));
  return { answers: { ...countsOf(invited), rating: await ratingOf(organisations, store) }, rates };
}

function rateOf(invited: readonly InvitationTally[]): AnswerRate {
  const respondents = invited.filter(({ side }) => side === 'respondent');
  return { invited: sumOf(respondents), answered: sumOf(respondents.filter(({ answer }) => answer !== null)) };
}

function sumOf(tallies: readonly InvitationTally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}

function countsOf(invited: readonly InvitationTally[]): Omit<AnswerCounts, 'rating'> {
  const count = (isMeant: (one: InvitationTally) => boolean) => sumOf(invited.filter(isMeant));
  const within = (from: number, to: number) => count(({ days }) => days !== null && days >= from && days <= to);
  return {
    invited: sumOf(invited),
    served: count(({ served }) => served),
    agreed: count(({ answer }) => answer === 'agrees'),
    declined: count(({ answer }) => answer === 'refuses'),
    ways: Object.entries(answerChannels).flatMap(([way, label]) => {
      const many = count(({ how }) => how === way);
      return many === 0 ? [] : [{ label, count: many }];
    }),
    within: { sameDay: within(0, 0), threeDays: within(1, 3), week: within(4, 7), later: within(8, Infinity) },
  };
}

async function ratingOf(
  organisations: readonly string[],
  { door }: Dependencies['store'],
): Promise<AnswerCounts['rating']> {
  const sums = await Promise.all(organisations.map((one) => door.ratings(one)));
  const all = sums.flatMap(({ scores }) => scores.map((many, index) => ({ score: index + 1, many })));
  const count = all.reduce((sum, { many }) => sum + many, 0);
  if (count < fewestRatings) return null;
  const total = all.reduce((sum, { score, many }) => sum + score * many, 0);
  return {
    count,
    average: Math.round((10 * total) / count) / 10,
    words: sums.flatMap(({ words }) => words).toSorted(),
  };
}
