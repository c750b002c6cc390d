import type { ChannelId } from '../channels/ids.ts';
import type { HandoffKindId } from '../handoff/kinds.ts';
import type { Basis, DecidedBy, Verified } from '../rules/law.ts';
import type { Text } from '../text.ts';
import { routesFromAuthorities } from './transitions-authorities.ts';
import { routesFromCourts } from './transitions-courts.ts';
import { routesFromIntake } from './transitions-intake.ts';
import { routesFromMediation } from './transitions-mediation.ts';

/** What became of a matter in a mediation, and how a court referred it: before or after registering the suit. */
export type RouteCondition = 'settled' | 'notSettled' | 'delegated' | 'entrusted';

/** A lawful way of a matter from one channel into another, or on within the same one. */
export interface Route {
  readonly id: string;
  readonly from: readonly ChannelId[];
  /** Where it leads; several where the law leaves the choice open. */
  readonly to: readonly ChannelId[];
  /** Under which condition, in words a rights holder understands. */
  readonly condition: Text;
  readonly basis: readonly Basis[];
  readonly decidedBy: DecidedBy;
  /** The handoff that carries it; null where nothing moves between organisations, or the party simply files anew. */
  readonly handoff: HandoffKindId | null;
  /** What tells this route from another between the same channels; absent: nothing needs to. */
  readonly onlyIf?: RouteCondition;
  readonly verified: Verified;
}

/** Routes T1 to T38 of the reading notes, in their order. */
export const routes = [...routesFromIntake, ...routesFromMediation, ...routesFromAuthorities, ...routesFromCourts].sort(
  byNumber,
) satisfies readonly Route[];

export type RouteId = (typeof routes)[number]['id'];

/** The routes that leave a channel, in the order of their numbers. */
export function routesFrom(channel: ChannelId): readonly Route[] {
  return routes.filter((route: Route) => route.from.includes(channel));
}

function byNumber(one: Route, other: Route): number {
  return Number(one.id.slice(1)) - Number(other.id.slice(1));
}
