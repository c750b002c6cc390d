import { answerChannels, type Invited, invitedBy, type Text } from '../../workflows/index.ts';
import type { Dependencies } from '../write/index.ts';

/** How those who were invited to mediation answered, and what users thought: counts, nothing of any one case. */
export interface AnswerCounts {
  /** Of so many latest cases. */
  readonly cases: number;
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

/** How far back is counted, for each organisation: each case is read for it. */
const latestCases = 300;
const pageSize = 100;
/** A total of fewer would tell who said it. */
const fewestRatings = 3;

/** Counts the answers to the invitations of an organisation, and of those that belong to it, in their latest cases. */
export async function answersTo(
  organisation: string,
  { store, town }: Pick<Dependencies, 'store' | 'town'>,
): Promise<AnswerCounts> {
  const belonging = Object.values(town.organisations).filter(({ parent }) => parent === organisation);
  const organisations = [organisation, ...belonging.map(({ id }) => id)];
  const invited: Invited[] = [];
  const cases = new Set<string>();
  for (const each of organisations) {
    for (const caseId of await latestOf(each, store)) {
      const caseFile = await store.load(caseId);
      if (caseFile !== null) invited.push(...invitedBy(caseFile, each));
      cases.add(caseId);
    }
  }
  return { cases: cases.size, ...countsOf(invited), rating: await ratingOf(organisations, store) };
}

async function latestOf(organisation: string, { reads }: Dependencies['store']): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page = await reads.cases({ organisation, scope: 'all', officer: null, after, limit: pageSize });
    found.push(...page.rows.map(({ caseId }) => caseId));
    after = page.next;
  } while (after !== null && found.length < latestCases);
  return found;
}

function countsOf(invited: readonly Invited[]): Omit<AnswerCounts, 'cases' | 'rating'> {
  const count = (isMeant: (one: Invited) => boolean) => invited.filter(isMeant).length;
  const within = (from: number, to: number) => count(({ days }) => days !== null && days >= from && days <= to);
  return {
    invited: invited.length,
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
