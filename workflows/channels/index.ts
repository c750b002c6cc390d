import type { Channel } from '../channel.ts';
import { administrativeLitigation } from './administrativeLitigation/channel.ts';
import { adminMediation } from './adminMediation/channel.ts';
import { adminRuling } from './adminRuling/channel.ts';
import { arbitration } from './arbitration/channel.ts';
import { commercialMediation } from './commercialMediation/channel.ts';
import { courtAnnexedMediation } from './courtAnnexedMediation/channel.ts';
import { criminalReferral } from './criminalReferral/channel.ts';
import { enforcement } from './enforcement/channel.ts';
import { generalAdminMediation } from './generalAdminMediation/channel.ts';
import type { ChannelId } from './ids.ts';
import { intake } from './intake/channel.ts';
import { invalidation } from './invalidation/channel.ts';
import { judicialConfirmation } from './judicialConfirmation/channel.ts';
import { litigation } from './litigation/channel.ts';
import { notarisedEnforcement } from './notarisedEnforcement/channel.ts';
import { paymentOrder } from './paymentOrder/channel.ts';
import { peopleMediation } from './peopleMediation/channel.ts';
import { trademarkEnforcement } from './trademarkEnforcement/channel.ts';

/** The channels that are offered; a new one adds its line here and its commands to the registry. */
export const channels: readonly Channel[] = [
  intake,
  peopleMediation,
  courtAnnexedMediation,
  judicialConfirmation,
  litigation,
  administrativeLitigation,
  trademarkEnforcement,
  criminalReferral,
  arbitration,
  enforcement,
  notarisedEnforcement,
  paymentOrder,
  commercialMediation,
  adminRuling,
  adminMediation,
  generalAdminMediation,
  invalidation,
];

/** A channel that is offered; null for those that come later. */
export function channelOf(id: ChannelId): Channel | null {
  return channels.find((channel) => channel.id === id) ?? null;
}

/** Whether a channel can be opened here today. */
export function isOffered(id: ChannelId): boolean {
  return channelOf(id) !== null;
}
