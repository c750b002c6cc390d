/** Applications of one right holder beside each other: what most of them say, and where one differs. Pure. */
import type { Clause, ClauseSubject, Id, LegalDate, Party } from '../../case-file.ts';
import { isSamePerson, shares } from '../../radar/keys.ts';

/** One application for confirmation, as far as it is compared. */
export interface SeriesApplication {
  /** The case it stands in. */
  readonly id: Id;
  readonly committee: Id;
  readonly claimants: readonly Party[];
  /** Numbers of the rights it is about, as they are compared. */
  readonly rights: readonly string[];
  /** Cases it is linked with as a series or otherwise. */
  readonly linked: readonly Id[];
  readonly clauses: readonly Clause[];
  /** Names in the words of the clauses; they differ from case to case and are no difference of wording. */
  readonly names: readonly string[];
}

/** A stretch of words; `differs`: it is not what most of the series say. */
export interface Stretch {
  readonly words: string;
  readonly differs: boolean;
}

/** A clause beside what most applications say in its place. */
export interface ComparedClause {
  readonly subject: ClauseSubject;
  /** Position in its agreement, from 1. */
  readonly number: number;
  readonly act: string;
  readonly amountFen: number | null;
  readonly amountDiffers: boolean;
  readonly dueOn: LegalDate | null;
  readonly dayDiffers: boolean;
  /** Empty where the wording is the usual one. Names, days and sums are left out: 〔…〕. */
  readonly wording: readonly Stretch[];
  /** Most applications have no such clause. */
  readonly isExtra: boolean;
}

export interface ComparedApplication<Application> {
  readonly application: Application;
  readonly clauses: readonly ComparedClause[];
  /** Clauses most others have and this one lacks. */
  readonly lacks: readonly ClauseSubject[];
}

/** What most applications of a series say in one place. Null: no value stands in more than one of them. */
export interface UsualClause {
  readonly subject: ClauseSubject;
  readonly act: string;
  readonly amountFen: number | null;
  readonly dueOn: LegalDate | null;
}

export interface Series<Application> {
  readonly committees: readonly Id[];
  readonly usual: readonly UsualClause[];
  readonly applications: readonly ComparedApplication<Application>[];
}

/**
 * Applications that belong together: of one claimant or over one right before one committee, or of linked cases; each with its differences.
 * One that stands alone is no series. In the order in which they were given.
 */
export function seriesOf<Application extends SeriesApplication>(
  applications: readonly Application[],
): readonly Series<Application>[] {
  const groups: Application[][] = [];
  for (const one of applications) {
    const near = groups.filter((group) => group.some((other) => belongTogether(one, other)));
    const rest = groups.filter((group) => !near.includes(group));
    // Whoever belongs to two groups makes them one.
    const merged = [...near.flat(), one].toSorted(
      (left, right) => applications.indexOf(left) - applications.indexOf(right),
    );
    groups.splice(0, groups.length, ...rest, merged);
  }
  return groups
    .filter(({ length }) => length > 1)
    .toSorted((left, right) => applications.indexOf(left[0]!) - applications.indexOf(right[0]!))
    .map(compared);
}

function belongTogether(left: SeriesApplication, right: SeriesApplication): boolean {
  if (left.linked.includes(right.id) || right.linked.includes(left.id)) return true;
  const sameHolder =
    shares(left.rights, right.rights) ||
    left.claimants.some((one) => right.claimants.some((other) => isSamePerson(one, other)));
  return sameHolder && left.committee === right.committee;
}

/** A clause with its place: its subject and the how-manieth of that subject it is. */
interface Placed {
  readonly place: string;
  readonly clause: Clause;
  readonly number: number;
  readonly wording: string;
}

function placed({ clauses, names }: SeriesApplication): readonly Placed[] {
  return clauses.map((clause, index) => {
    const before = clauses.slice(0, index).filter(({ subject }) => subject === clause.subject).length;
    return {
      place: `${clause.subject} ${before}`,
      clause,
      number: index + 1,
      wording: withoutDetails(clause.act, names),
    };
  });
}

/** The wording of a clause without what differs by nature: names, days, sums, widths and blanks. */
function withoutDetails(act: string, names: readonly string[]): string {
  const plain = act.normalize('NFKC').replaceAll(/\s+/g, '');
  const longestFirst = names
    .map((name) => name.normalize('NFKC').replaceAll(/\s+/g, ''))
    .filter((name) => name !== '')
    .toSorted((left, right) => right.length - left.length);
  const unnamed = longestFirst.reduce((words, name) => words.replaceAll(name, '〔名〕'), plain);
  return unnamed
    .replaceAll(/\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})/g, '〔期〕')
    .replaceAll(/(?:人民币|RMB|¥)?[\d,.]+万?元/g, '〔额〕');
}

function compared<Application extends SeriesApplication>(group: readonly Application[]): Series<Application> {
  const all = group.map((application) => ({ application, clauses: placed(application) }));
  const places = [...new Set(all.flatMap(({ clauses }) => clauses.map(({ place }) => place)))];
  const common = new Map(
    places.map((place) => [place, all.flatMap(({ clauses }) => clauses.filter((one) => one.place === place))]),
  );
  const isUsual = (place: string) => common.get(place)!.length * 2 > group.length;
  const usualOf = (place: string) => usual(common.get(place)!);
  return {
    committees: [...new Set(group.map(({ committee }) => committee))],
    usual: places.filter(isUsual).map(usualOf),
    applications: all.map(({ application, clauses }) => ({
      application,
      clauses: clauses.map((one) =>
        comparedClause(one, usualOf(one.place), common.get(one.place)!, !isUsual(one.place)),
      ),
      lacks: places
        .filter((place) => isUsual(place) && !clauses.some((one) => one.place === place))
        .map((place) => usualOf(place).subject),
    })),
  };
}

function usual(clauses: readonly Placed[]): UsualClause {
  const { clause } = clauses[0]!;
  return {
    subject: clause.subject,
    act: mostCommon(clauses.map(({ wording }) => wording)) ?? clauses[0]!.wording,
    amountFen: mostCommon(clauses.map((one) => one.clause.amountFen)),
    dueOn: mostCommon(clauses.map((one) => one.clause.dueOn)),
  };
}

/** The value that stands most often, the first of several; null where each stands once and they differ. */
function mostCommon<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, left], [, right]) => right - left);
  return first === undefined || (first[1] === 1 && counts.size > 1) ? null : first[0];
}

function comparedClause(
  { clause, number, wording }: Placed,
  most: UsualClause,
  all: readonly Placed[],
  isExtra: boolean,
): ComparedClause {
  const { subject, act, amountFen, dueOn } = clause;
  const varies = (value: (one: Clause) => unknown) => new Set(all.map((one) => value(one.clause))).size > 1;
  return {
    subject,
    number,
    act,
    amountFen,
    amountDiffers: varies((one) => one.amountFen) && amountFen !== most.amountFen,
    dueOn,
    dayDiffers: varies((one) => one.dueOn) && dueOn !== most.dueOn,
    wording: wording === most.act ? [] : stretches(wording, most.act),
    isExtra,
  };
}

/** What two wordings begin and end with alike, and what stands between. */
function stretches(words: string, usualWords: string): readonly Stretch[] {
  const [own, other] = [[...words], [...usualWords]];
  const shorter = Math.min(own.length, other.length);
  let head = 0;
  while (head < shorter && own[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && own[own.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const cut = (from: number, to: number, differs: boolean): Stretch => ({
    words: own.slice(from, to).join(''),
    differs,
  });
  const middle = cut(head, own.length - tail, true);
  // Words that are only left out still have a place where they would stand.
  const shown = middle.words === '' ? { words: '…', differs: true } : middle;
  return [cut(0, head, false), shown, cut(own.length - tail, own.length, false)].filter((one) => one.words !== '');
}
