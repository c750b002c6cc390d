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

/** How far back is counted: each case is read for it. */
const latestCases = 300;
const pageSize = 100;
/** A total of fewer would tell who said it. */
const fewestRatings = 3;

/** Counts the answers to an organisation's invitations in its latest cases. */
export async function answersTo(organisation: string, { store }: Pick<Dependencies, 'store'>): Promise<AnswerCounts> {
  const invited: Invited[] = [];
  let cases = 0;
  let after: string | null = null;
  do {
    const page = await store.reads.cases({ organisation, scope: 'all', officer: null, after, limit: pageSize });
    for (const { caseId } of page.rows) {
      const caseFile = await store.load(caseId);
      if (caseFile !== null) invited.push(...invitedBy(caseFile, organisation));
    }
    cases += page.rows.length;
    after = page.next;
  } while (after !== null && cases < latestCases);
  return { cases, ...countsOf(invited), rating: await ratingOf(organisation, store) };
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

async function ratingOf(organisation: string, { door }: Dependencies['store']): Promise<AnswerCounts['rating']> {
  const { scores, words } = await door.ratings(organisation);
  const count = scores.reduce((sum, one) => sum + one, 0);
  if (count < fewestRatings) return null;
  const total = scores.reduce((sum, one, index) => sum + one * (index + 1), 0);
  return { count, average: Math.round((10 * total) / count) / 10, words };
}
