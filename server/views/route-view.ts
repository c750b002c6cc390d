import { type Basis, type ChannelId, channelLabels, isOffered, type Route, type Text } from '../../workflows/index.ts';
import { citation, listed } from './names.ts';

/** A lawful way on, whether or not it can be gone inside this system. */
export interface RouteView {
  readonly id: string;
  readonly to: readonly { readonly channel: ChannelId; readonly label: Text; readonly offered: boolean }[];
  readonly label: Text;
  readonly condition: Text;
  readonly basis: readonly Text[];
  readonly decidedBy: Route['decidedBy'];
  readonly handoff: string | null;
  /** Whether at least one of its channels can be opened here today. */
  readonly offered: boolean;
  readonly toVerify: boolean;
}

/** A route as the law has it; `basis`: its citations, or those of them that are in force on a day. */
export function routeView(route: Route, basis: readonly Basis[] = route.basis): RouteView {
  const to = route.to.map((channel) => ({ channel, label: channelLabels[channel], offered: isOffered(channel) }));
  return {
    id: route.id,
    to,
    label: listed(to.map(({ label }) => label)),
    condition: route.condition,
    basis: basis.map((one) => citation(one)),
    decidedBy: route.decidedBy,
    handoff: route.handoff,
    offered: to.some(({ offered }) => offered),
    toVerify: route.verified !== 'text',
  };
}
