import type { ChannelId } from './channels/ids.ts';
import type { RegisteredMachine } from './kit.ts';
import type { ChannelFamily } from './path/machine.ts';
import type { OrganisationKind } from './reference.ts';

/** What the rest of the house knows of a channel; its commands are registered beside it. */
export interface Channel {
  readonly id: ChannelId;
  readonly machine: RegisteredMachine;
  /** Where a matter's path goes when this channel takes it up; null: the path stays (intake). */
  readonly family: ChannelFamily | null;
  /** Kinds of organisations that can take a dispute in for themselves; empty: it comes by handoff only. */
  readonly runBy: readonly OrganisationKind[];
  /** Channels that cannot be undecided over the same matter at the same time. */
  readonly exclusiveWith: readonly ChannelId[];
}
