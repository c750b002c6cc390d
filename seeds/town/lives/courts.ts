import { yantaiOrganisations } from '../../reference/organisations.ts';
import type { Chance } from '../chance.ts';
import type { Course } from '../course.ts';

/** The courts of the town that hear ordinary disputes over intellectual property, by how many they have. */
const basicCourts = { zhifuCourt: 45, developmentZoneCourt: 25, highTechZoneCourt: 15, zhaoyuanCourt: 15 } as const;

export function someBasicCourt(chance: Chance): string {
  return chance.byWeight(basicCourts);
}

/** The High Court is not among the organisations of the town; its appeals are known by their number. */
const codes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    yantaiOrganisations().flatMap(({ id, courtCode }) => (courtCode === null ? [] : [[id, courtCode]])),
  ),
  shandongHighCourt: '鲁',
};

/** The number on a paper of a court, in the year of the day it is told. */
export function courtNumber(course: Course, court: string, type: string): string {
  return `（${course.day().slice(0, 4)}）${codes[court]}${type}${course.serial()}号`;
}
