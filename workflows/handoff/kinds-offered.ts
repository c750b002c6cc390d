/** What a desk may choose from when it prepares a handoff: kinds, and channels a kind leaves open. */
import type { Id } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import { channelOf } from '../channels/index.ts';
import type { Context } from '../command.ts';
import { routesFrom } from '../path/transitions.ts';
import { notAllowed } from '../rules/guards.ts';
import { type HandoffKind, type HandoffKindId, handoffKinds } from './kinds.ts';

const kinds: Readonly<Record<HandoffKindId, HandoffKind>> = handoffKinds;

/** The kinds of handoff an organisation of this kind can send. */
export function kindsFrom({ proceeding, given }: Context) {
  const organisation = given.reference.organisations[proceeding?.organisation ?? ''];
  return Object.entries(kinds).filter(
    ([, kind]) => organisation !== undefined && kind.from.includes(organisation.kind),
  );
}

/** What a proceeding may never send, and why: neither a mediation (F11, F14) nor what an award or a court's document ended (F10). */
export function barredKind(kind: string, { proceeding }: Context) {
  const channel = proceeding?.channel;
  if (channel === undefined) return null;
  if (kind === 'H4' && (channel === 'arbitration' || channel === 'litigation')) return notAllowed('F10');
  if (channelOf(channel)?.family !== 'mediation') return null;
  if (kind === 'H12') return notAllowed('F11');
  return kind === 'H7' ? notAllowed('F14') : null;
}

/** Channels that a kind of handoff this organisation can send leaves to be chosen: those the law leads to from here. */
export function channelsLeftOpen(context: Context): readonly ChannelId[] {
  const receivers = kindsFrom(context).flatMap(([, { effect, opens, to }]) =>
    effect === 'opens' && opens === null ? to : [],
  );
  return routesFrom(context.proceeding?.channel ?? 'intake')
    .flatMap((route) => route.to)
    .filter((id) => channelOf(id)?.runBy.some((kind) => receivers.includes(kind)));
}

/** The organisations that take this kind of handoff; none for a kind that is not in the table. */
export function receiversOf(kind: string, { reference }: Context['given']): readonly Id[] {
  const to = Object.entries(kinds).find(([id]) => id === kind)?.[1].to ?? [];
  return Object.values(reference.organisations).flatMap((one) => (to.includes(one.kind) ? [one.id] : []));
}
