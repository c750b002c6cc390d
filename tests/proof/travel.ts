/** A route travelled: a case file before and after, and whether it really went from one channel into the other. */
import { handoffKinds } from '../../workflows/handoff/kinds.ts';
import type { CaseFile, ChannelId, Handoff, Proceeding } from '../../workflows/index.ts';
import { type Route, routes } from '../../workflows/path/transitions.ts';
import type { Desk } from '../support/desk.ts';

export type RouteId = (typeof routes)[number]['id'];

/** One case that goes a route: told up to where the route begins, and then along it. */
export interface Travel {
  readonly route: RouteId;
  /** What happens, as a sentence of the statement. */
  readonly tells: string;
  readonly begins: () => Promise<Desk>;
  readonly goes: (desk: Desk) => Promise<unknown>;
}

/** Tells the case, and returns what does not hold of the route; empty when it was really travelled. */
export async function travelled({ route: id, begins, goes }: Travel): Promise<readonly string[]> {
  const route: Route = routes.find((one) => one.id === id)!;
  const desk = await begins();
  const before = desk.file;
  await goes(desk);
  const after = desk.file;
  const came = proceedingsIn(before, route.from);
  const went = proceedingsIn(after, route.to).filter(
    (one) => JSON.stringify(before.proceedings[one.id]) !== JSON.stringify(one),
  );
  const carried = Object.values(after.handoffs).filter(
    (one) =>
      one.kind === route.handoff &&
      one.route === (opensSomething(one) ? id : null) &&
      arrived(one) &&
      !arrived(before.handoffs[one.id]),
  );
  const together = went.some((to) => came.some((from) => from.matters.some((matter) => to.matters.includes(matter))));
  return [
    ...(came.length === 0 ? [`${id} did not begin in ${route.from.join(', ')}`] : []),
    ...(went.length === 0 ? [`${id} did not lead to ${route.to.join(', ')}`] : []),
    ...(together ? [] : [`${id} took another matter along than it began with`]),
    ...(route.handoff === null || carried.length > 0 ? [] : [`${id} was not carried by ${route.handoff}`]),
  ];
}

function proceedingsIn(file: CaseFile, channels: readonly ChannelId[]): readonly Proceeding[] {
  return Object.values(file.proceedings).filter(({ channel }) => channels.includes(channel));
}

/** Only what opens a proceeding goes a route by its name: transfers and reports move or support the one that runs. */
function opensSomething({ kind }: Handoff): boolean {
  return handoffKinds[kind].effect === 'opens';
}

function arrived(handoff: Handoff | undefined): boolean {
  return handoff !== undefined && ['received', 'accepted'].includes(String(handoff.slot.value));
}
