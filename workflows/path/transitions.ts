import type { ChannelId } from '../channels/ids.ts';
import type { HandoffKindId } from '../handoff/kinds.ts';
import type { Basis, DecidedBy, Verified } from '../rules/law.ts';
import type { Text } from '../text.ts';
import { routesFromAuthorities } from './transitions-authorities.ts';
import { routesFromCourts } from './transitions-courts.ts';
import { routesFromIntake } from './transitions-intake.ts';
import { routesFromMediation } from './transitions-mediation.ts';

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
  /** True: only for what was settled; false: only for what was not; absent: it does not matter. */
  readonly settled?: boolean;
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

/**
 * The route a matter takes from one channel into another: of several, the first that fits whether it was settled. Null where
 * the law knows no route between them.
 */
export function routeTaken(from: ChannelId, to: ChannelId, settled: boolean): Route['id'] | null {
  const lawful = routesFrom(from).filter((route) => route.to.includes(to));
  const fitting = lawful.find((route) => (route.settled ?? settled) === settled);
  return (fitting ?? lawful[0])?.id ?? null;
}

function byNumber(one: Route, other: Route): number {
  return Number(one.id.slice(1)) - Number(other.id.slice(1));
}
