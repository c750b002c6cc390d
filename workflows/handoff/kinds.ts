import type { ChannelId } from '../channels/ids.ts';
import type { Basis } from '../rules/law.ts';
import type { HandoffKind } from './kind.ts';
import { handoffsWithAuthorities } from './kinds-authorities.ts';
import { handoffsWithCourts } from './kinds-courts.ts';
import { handoffsAboutCrime } from './kinds-crime.ts';
import { handoffsBetweenHelpers } from './kinds-helpers.ts';
import { handoffsToTitles } from './kinds-titles.ts';

export { type HandoffKind, type TravelCondition, type TravellingPaper, travelConditions } from './kind.ts';

/**
 * Every kind of handoff: H1 to H14 of the reading notes; ours: H15 between courts, H16 a suit that the party files, H17 between
 * departments, H18 assistance, H19 copies, H20 and H21 about crimes, H22 a payment order, H23 commercial mediation.
 */
export const handoffKinds = {
  ...handoffsWithCourts,
  ...handoffsBetweenHelpers,
  ...handoffsWithAuthorities,
  ...handoffsAboutCrime,
  ...handoffsToTitles,
} as const satisfies Record<string, HandoffKind>;

export type HandoffKindId = keyof typeof handoffKinds;

/** The channel a movement opens: what its kind says, or what was chosen where the kind leaves the choice. */
export function channelOpened({
  kind,
  channel,
}: {
  readonly kind: HandoffKindId;
  readonly channel?: ChannelId | null;
}) {
  const { effect, opens }: HandoffKind = handoffKinds[kind];
  return effect === 'opens' ? (opens ?? channel ?? null) : null;
}

/** The articles of all kinds together, each once; which of them counts, the handoff in question says. */
export function articlesOfAll(of: (kind: HandoffKind) => readonly Basis[]): readonly Basis[] {
  const all = Object.values<HandoffKind>(handoffKinds).flatMap(of);
  return [...new Map(all.map((one) => [`${one.instrument} ${one.article}`, one])).values()];
}
