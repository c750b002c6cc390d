/** The ways on from where a matter stands, each with what it still wants and the form that takes it. */
import {
  type ChannelId,
  channelLabels,
  channelOf,
  type HandoffKind,
  handoffKinds,
  type Id,
  type Matter,
  type Text,
  text,
  type WayNeed,
  type WayOn,
  type WayState,
  waysOn,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { citation, listed } from './names.ts';
import { type RouteView, routeView } from './route-view.ts';

export const wayStateLabels = {
  open: text('现在可走', 'Open now'),
  underWay: text('已在途中', 'Under way'),
  depends: text('尚缺条件或者待查明', 'Something is wanting or not known'),
  closed: text('目前不可走', 'Closed for now'),
} as const satisfies Readonly<Record<WayState, Text>>;

/** What a way still wants; `missing`: it is not so, `unknown`: nobody has said, or it may still come. */
export interface WayNeedView {
  readonly channel: Text;
  readonly text: Text;
  readonly basis: readonly Text[];
  readonly judgement: WayNeed['judgement'];
  readonly instead: Text | null;
}

/** A lawful way on from where the matter stands. `basis` holds what is in force on the day looked at. */
export interface WayOnView extends RouteView {
  readonly state: WayState;
  readonly stateLabel: Text;
  readonly needs: readonly WayNeedView[];
  /** The proceedings it leaves from. */
  readonly from: readonly Id[];
  /** The command that takes it, with what its form starts from; null where this viewer has none. */
  readonly takenBy: {
    readonly command: 'prepareHandoff' | 'routeHere';
    readonly target: Id;
    readonly data: { readonly kind?: string; readonly channel?: string };
  } | null;
}

/** The ways on from where a matter stands at the moment looked at, the open ones first. */
export function waysOnViews(look: Look, matter: Matter): readonly WayOnView[] {
  const { caseFile, given, moment, visible } = look;
  const sight = { proceeding: visible.fully, handoff: visible.handoff };
  return waysOn(caseFile, matter, moment?.on ?? given.today, sight).map((way) => wayOnView(look, way));
}

function wayOnView(look: Look, way: WayOn): WayOnView {
  const { route, basis, state, from, to } = way;
  // The nearest place decides how the way stands, and gives it its name.
  const near = to.filter((one) => one.state === state);
  return {
    ...routeView(route, basis),
    label: listed(near.map(({ channel }) => channelLabels[channel])),
    state,
    stateLabel: wayStateLabels[state],
    needs: near.flatMap(({ channel, needs }) =>
      needs.map((need) => ({
        ...need,
        channel: channelLabels[channel],
        basis: need.basis.map((one) => citation(one)),
      })),
    ),
    from: from.filter((id) => look.visible.sight(id) !== 'none'),
    takenBy: takenBy(look, way),
  };
}

/** At the door a way is taken up here where this organisation runs it; anywhere else it is prepared as a handoff. */
function takenBy(look: Look, { route, from, to, state }: WayOn): WayOnView['takenBy'] {
  if (look.moment !== null || state === 'underWay' || state === 'closed') return null;
  const near = to.filter((one) => one.state === state).map(({ channel }) => channel);
  for (const id of from.filter((one) => look.visible.fully(one))) {
    const home = look.current.proceedings[id];
    const kind = look.given.reference.organisations[home?.organisation ?? '']?.kind;
    if (home === undefined || kind === undefined) continue;
    const here = home.channel === 'intake' ? near.find((one) => runs(one, kind)) : undefined;
    if (here !== undefined) return { command: 'routeHere', target: id, data: { channel: here } };
    const handoff: HandoffKind | null = route.handoff === null ? null : handoffKinds[route.handoff];
    if (route.handoff === null || !handoff?.from.includes(kind)) continue;
    const [only] = near;
    const chosen = handoff.effect === 'opens' && handoff.opens === null && near.length === 1 && only !== undefined;
    return {
      command: 'prepareHandoff',
      target: id,
      data: { kind: route.handoff, ...(chosen ? { channel: only } : {}) },
    };
  }
  return null;
}

function runs(channel: ChannelId, kind: HandoffKind['from'][number]): boolean {
  return channelOf(channel)?.runBy.includes(kind) ?? false;
}
