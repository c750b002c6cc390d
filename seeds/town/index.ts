import { chanceOf } from './chance.ts';
import { type Course, type CourseStep, courseOf } from './course.ts';
import { type Series, someSeries } from './dispute.ts';
import { asksForArbitration } from './lives/arbitrations.ts';
import { atACentre } from './lives/centre.ts';
import { asksCommercially } from './lives/commercial.ts';
import { atAStation, atTheWindow, throughACentre } from './lives/committee.ts';
import { asksForMediation, asksForRuling } from './lives/department.ts';
import { complains } from './lives/penalties.ts';
import { atACourt } from './lives/suits.ts';
import type { CaseKind } from './mix.ts';
import { planOf } from './plan.ts';

export type { CourseStep } from './course.ts';
export { townPeople } from './people.ts';
export { standardSize } from './plan.ts';

/** The life of a case as it is to be told. */
export interface Life {
  /** As of a story: the case is `story-` and this. */
  readonly id: string;
  readonly kind: CaseKind;
  /** Cases of one series know of each other: each is told when the one before it is there. */
  readonly series: number | null;
  readonly steps: readonly CourseStep[];
}

export interface Town {
  readonly size: number;
  /** The life of a case, from 0, in the order in which they came in; made up anew at every call, and always the same. */
  readonly life: (index: number) => Life;
}

/**
 * A town to live in: two years of cases up to the day before `today`, over all channels and organisations. The same seed,
 * size and day give the same town; no clock and no chance from outside comes in.
 */
export function inventTown({ seed, size, today }: { seed: string; size: number; today: string }): Town {
  const plan = planOf(seed, size, today);
  return {
    size,
    life: (index) => {
      const { kind, opensOn, series, wants } = plan[index]!;
      const course = courseOf({ seed, number: index + 1, opensOn, today, wants });
      lives[kind](course, series === null ? null : someSeries(chanceOf(`${seed}:series:${series}`)));
      return { id: idOf(seed, index), kind, series, steps: course.steps };
    },
  };
}

/** Ids sort in the order in which the cases came in. */
export function idOf(seed: string, index: number): string {
  return `town-${seed}-${String(index + 1).padStart(6, '0')}`;
}

const lives: { readonly [kind in CaseKind]: (course: Course, series: Series | null) => void } = {
  windowMediation: atTheWindow,
  stationMediation: atAStation,
  centreMediation: throughACentre,
  centreAid: atACentre,
  suit: atACourt,
  ruling: asksForRuling,
  officialMediation: asksForMediation,
  penalty: complains,
  arbitration: asksForArbitration,
  commercial: asksCommercially,
};
