import type { HandoffKind } from './kind.ts';
import { handoffsWithAuthorities } from './kinds-authorities.ts';
import { handoffsWithCourts } from './kinds-courts.ts';
import { handoffsBetweenHelpers } from './kinds-helpers.ts';
import { handoffsToTitles } from './kinds-titles.ts';

export { type HandoffKind, type TravelCondition, type TravellingPaper, travelConditions } from './kind.ts';

/** Every kind of handoff: H1 to H14 of the reading notes, H15 between courts, H16 a suit that the party files, H22 a payment order. */
export const handoffKinds = {
  ...handoffsWithCourts,
  ...handoffsBetweenHelpers,
  ...handoffsWithAuthorities,
  ...handoffsToTitles,
} as const satisfies Record<string, HandoffKind>;

export type HandoffKindId = keyof typeof handoffKinds;
