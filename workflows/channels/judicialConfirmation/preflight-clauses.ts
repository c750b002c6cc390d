import type { Clause } from '../../case-file.ts';
import {
  clausesWithoutAccount,
  clausesWithoutAmount,
  clausesWithoutDay,
  clausesWithoutPeople,
  positions,
} from '../../mediation/definiteness.ts';
import { type Text, text } from '../../text.ts';
import { check, type PreflightCheck } from './preflight-check.ts';

type Point = 'obligor' | 'amount' | 'day' | 'account' | 'act';

/** What the clauses say, point by point; all unknown while there are none. */
export function clauseChecks(clauses: readonly Clause[]): readonly PreflightCheck[] {
  if (clauses.length === 0) {
    const none = text('还没有登记条款。', 'No clauses are recorded yet.');
    return [
      check('ownership', 'ownership-clause-cannot-be-confirmed', 'unknown', none),
      ...points.map((point) => check(point, codeOf(point), 'unknown', none)),
    ];
  }
  return [ownership(clauses), ...points.map((point) => definite(point, clauses))];
}

const points: readonly Point[] = ['obligor', 'amount', 'day', 'account', 'act'];

/** Wanting clauses warn before the packet goes; loose words are only pointed at, for they may be harmless. */
function codeOf(point: Point): string {
  return point === 'act' ? 'clause-words-open' : 'clause-unclear';
}

const wanting: Readonly<Record<Point, (clauses: readonly Clause[]) => readonly number[]>> = {
  obligor: clausesWithoutPeople,
  amount: clausesWithoutAmount,
  day: clausesWithoutDay,
  account: clausesWithoutAccount,
  act: clausesWithOpenWords,
};

const said: Readonly<Record<Point, { readonly met: Text; readonly lacks: Text }>> = {
  obligor: {
    met: text('均写明义务人、权利人。', 'All name who owes and to whom.'),
    lacks: text('没有写明义务人或者权利人', 'who owes, or to whom, is not named'),
  },
  amount: {
    met: text('给付条款均有金额。', 'Every payment has its amount.'),
    lacks: text('没有金额', 'the amount is not named'),
  },
  day: {
    met: text('均写明履行期限。', 'All have their day.'),
    lacks: text('没有履行期限', 'the day is not named'),
  },
  account: {
    met: text('给付条款均写明账户或者方式。', 'Every payment names account or manner.'),
    lacks: text('没有写明账户或者履行方式', 'account or manner is not named'),
  },
  act: {
    met: text('没有留待以后约定的用语。', 'No words leave something to be agreed later.'),
    lacks: text('用语留待以后约定或者不具体', 'the words leave something open'),
  },
};

function definite(point: Point, clauses: readonly Clause[]): PreflightCheck {
  const found = wanting[point](clauses);
  const { met, lacks } = said[point];
  if (found.length === 0) return check(point, codeOf(point), 'met', met);
  const finding = text(`第 ${found.join('、')} 项${lacks.zh}。`, `Clause ${found.join(', ')}: ${lacks.en}.`);
  return check(point, codeOf(point), point === 'act' ? 'doubtful' : 'missing', finding, found);
}

function ownership(clauses: readonly Clause[]): PreflightCheck {
  const found = positions(clauses, ({ subject }) => subject === 'ownership' || subject === 'validity');
  const code = 'ownership-clause-cannot-be-confirmed';
  if (found.length === 0) return check('ownership', code, 'met', text('没有确权条款。', 'No such clause.'));
  const finding = text(
    `第 ${found.join('、')} 项涉及知识产权确权，法院不予受理确认；建议拆分，另行办理。`,
    `Clause ${found.join(', ')} decides on ownership or validity; a court does not confirm that. Split it off.`,
  );
  return check('ownership', code, 'doubtful', finding, found);
}

/** Words that put off what a clause should say. */
const openWords =
  /另行(?:协商|约定|确定)|协商(?:确定|解决)|双方(?:再|另)|按约定|尽快|尽早|适时|适当|酌情|合理(?:期限|时间|费用)|视情况|待定|to be agreed|as soon as possible|in due course|reasonable|appropriate/i;

function clausesWithOpenWords(clauses: readonly Clause[]): readonly number[] {
  // What follows from a breach may be left to later agreement; what is owed may not.
  return positions(clauses, ({ subject, act }) => subject !== 'default' && openWords.test(act));
}
