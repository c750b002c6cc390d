import type { Target } from '../../workflows/index.ts';
import type { CastMember } from '../cast.ts';
import type { StoryStep } from '../stories/story.ts';
import { type Chance, chanceOf } from './chance.ts';
import { staffOf } from './people.ts';

/** A step of a case of the town: as in a story, by anybody who works there. */
export type CourseStep = Omit<StoryStep, 'by'> & { readonly by: CastMember };

/** The life of one case while it is made up: time goes forward, and what lies in the future is not told. */
export interface Course {
  /** From 1, in the order in which the cases of the town came in. */
  readonly number: number;
  readonly chance: Chance;
  readonly steps: readonly CourseStep[];
  /** The day it is now in the case. */
  readonly day: () => string;
  /** A day counted from now; for what is due. */
  readonly inDays: (days: number) => string;
  /** Goes on some days later, at a working hour of a weekday. */
  readonly later: (least: number, most?: number) => void;
  readonly gives: (
    by: CastMember,
    command: string,
    target: StoryStep['target'],
    data?: StoryStep['data'] | Readonly<Record<string, unknown>>,
    more?: Pick<Partial<CourseStep>, 'occurredOn' | 'acknowledged' | 'evidence'>,
  ) => void;
  /** Whether the life takes a way: by its share, or as the plan wants it of this case. */
  readonly takes: (way: Way, share: number) => boolean;
  /** Whether the plan wants ways of this case, which then takes no others. */
  readonly isExample: boolean;
  /**
   * Whether somebody who should act has not, so that the case waits: seldom in what is old, often in what is recent; of an
   * example only where the plan wants it.
   */
  readonly falters: (share: number, way?: Way) => boolean;
  /** Nothing more is told of this case. */
  readonly rests: () => void;
  /** Whoever of an organisation works on this case: always the same person. */
  readonly at: (organisation: string, role: CastMember['roles'][number]) => CastMember;
  /** A number for a paper, that no other case has. */
  readonly serial: () => number;
}

/** A way that a life may take. */
export type Way =
  | 'agreed'
  | 'kept'
  | 'confirmation'
  | 'notary'
  | 'paymentOrder'
  | 'award'
  | 'notKept'
  | 'rejected'
  | 'turnedAway'
  | 'returned'
  | 'corrected'
  | 'objected'
  | 'referred'
  | 'delegated'
  | 'withdrawn'
  | 'appealed'
  | 'enforced'
  | 'attacked'
  | 'undefended'
  | 'crime'
  | 'damages'
  | 'silent'
  | 'unanswered'
  | 'stuck';

export interface CourseFrame {
  /** Ways that this case takes for sure; none: all by chance. */
  readonly wants: readonly Way[];
  readonly seed: string;
  readonly number: number;
  /** The day on which the case comes in. */
  readonly opensOn: string;
  /** The first day that has not happened yet. */
  readonly today: string;
}

/** Work of the last hundred days may still be undone. */
const recentDays = 100;
const oldShare = 0.005;

/** An empty course that begins on the day the case comes in. */
export function courseOf({ seed, number, opensOn, today, wants }: CourseFrame): Course {
  const chance = chanceOf(`${seed}:${number}`);
  const steps: CourseStep[] = [];
  let date = workdayBefore(Temporal.PlainDate.from(opensOn));
  let minute = chance.between(9 * 60, 14 * 60);
  let resting = false;
  const isExample = wants.length > 0;
  const end = Temporal.PlainDate.from(today);
  const recentFrom = end.subtract({ days: recentDays }).toString();
  return {
    number,
    chance,
    steps,
    day: () => date.toString(),
    inDays: (days) => date.add({ days }).toString(),
    later: (least, most = least) => {
      const days = chance.between(least, most);
      const hour = chance.between(9 * 60, 14 * 60);
      minute = days === 0 ? Math.max(minute, hour) : hour;
      date = weekday(date.add({ days }));
    },
    gives: (by, command, target, data, more = {}) => {
      minute += chance.between(2, 9);
      const day = date.toString();
      if (resting || day >= today) return;
      steps.push({ at: `${day}T${clock(minute)}`, by, command, target, ...dataOf(data), ...more });
    },
    takes: (way, share) => (isExample ? wants.includes(way) : chance.happens(share)),
    isExample,
    falters: (share, way) => {
      const now = date.toString() >= recentFrom ? share : share * oldShare;
      const falters = isExample ? way !== undefined && wants.includes(way) : chance.happens(now);
      resting ||= falters;
      return falters;
    },
    rests: () => {
      resting = true;
    },
    at: (organisation, role) => {
      const staff = staffOf(organisation, role);
      return staff[number % staff.length]!;
    },
    serial: () => 1000 + number,
  };
}

function dataOf(data: Parameters<Course['gives']>[3]): Pick<CourseStep, 'data'> {
  if (data === undefined) return {};
  return { data: typeof data === 'function' ? data : () => data };
}

/** Nobody's case is opened at the weekend, nor later than it came in. */
function workdayBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > 5 ? day.subtract({ days: day.dayOfWeek - 5 }) : day;
}

function weekday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day;
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.min(23, Math.floor(minute / 60)))}:${two(minute % 60)}`;
}

export type Aim = (caseFile: Parameters<StoryStep['target']>[0]) => Target;
