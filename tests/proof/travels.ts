import type { Travel } from './travel.ts';
import { travelsOfAuthorities } from './travels-authorities.ts';
import { travelsOfCourts } from './travels-courts.ts';
import { travelsOfMediation } from './travels-mediation.ts';
import { travelsOfTitles } from './travels-titles.ts';

/** At least one case for each route of the law. */
export const travels: readonly Travel[] = [
  ...travelsOfMediation,
  ...travelsOfCourts,
  ...travelsOfTitles,
  ...travelsOfAuthorities,
];
