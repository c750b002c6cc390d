import type { ChannelId } from '../channels/ids.ts';
import type { HandoffKind } from './kind.ts';
import { handoffsWithAuthorities } from './kinds-authorities.ts';
import { handoffsWithCourts } from './kinds-courts.ts';
import { handoffsBetweenHelpers } from './kinds-helpers.ts';

export { type HandoffKind, type TravelCondition, type TravellingPaper, travelConditions } from './kind.ts';

/** Every kind of handoff: H1 to H14 of the reading notes; ours: H15 between courts, H16 a suit the party files, H17 between departments, H18 assistance. */
export const handoffKinds = {
  ...handoffsWithCourts,
  ...handoffsBetweenHelpers,
  ...handoffsWithAuthorities,
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
