import type { Derived } from '../workflows/derived.ts';
import { isOwnDuty } from './desk-clocks.ts';
import { leadOf } from './listings.ts';
import type { ChannelTally, InvitationTally, Tallies } from './tallies.ts';

/** A right that a party let lapse is nobody's duty: only limits that the desk must keep itself count. */
function isOverdueAt({ clocks }: Derived, organisation: string, today: string): boolean {
  return clocks.some((clock) => clock.organisation === organisation && isOwnDuty(clock) && (clock.due ?? '~') < today);
}

/** Numbers of a store in memory: looks through everything. */
export function memoryTallies(cases: () => readonly Derived[]): Tallies {
  return {
    tally: async ({ organisations, today, soonUpTo }) => {
      const open = cases().flatMap((derived) =>
        derived.listings
          .filter(
            ({ organisation, box, proceedings }) =>
              organisations.includes(organisation) && box !== 'done' && proceedings.some((one) => one.open),
          )
          .map((listing) => ({ ...listing, isOverdue: isOverdueAt(derived, listing.organisation, today) })),
      );
      const channels = new Map<string, ChannelTally>();
      for (const listing of open) {
        const { organisation, due, isOverdue } = listing;
        const channel = leadOf(listing)?.channel ?? '';
        const key = `${organisation} ${channel}`;
        const known = channels.get(key) ?? { organisation, channel, open: 0, overdue: 0, dueSoon: 0 };
        const isSoon = due !== null && due >= today && due <= `${soonUpTo}T~`;
        channels.set(key, {
          ...known,
          open: known.open + 1,
          overdue: known.overdue + Number(isOverdue),
          dueSoon: known.dueSoon + Number(isSoon),
        });
      }
      const officers = cases().flatMap(({ proceedings }) => [
        ...new Set(
          proceedings
            .filter((one) => one.open && organisations.includes(one.organisation))
            .flatMap((one) => one.officers),
        ),
      ]);
      return {
        openCases: new Set(open.map(({ code }) => code)).size,
        channels: [...channels.values()],
        officers: [...Map.groupBy(officers, (officer) => officer)].map(([officer, all]) => ({
          officer,
          open: all.length,
        })),
      };
    },
    invitations: async (organisations) => {
      const tallies = new Map<string, InvitationTally>();
      for (const one of cases().flatMap(({ invitations }) => invitations)) {
        if (!organisations.includes(one.organisation)) continue;
        const { organisation, side, served, answer, how, days } = one;
        const alike = { organisation, side, served, answer, how, days };
        const key = JSON.stringify(alike);
        tallies.set(key, { ...alike, count: (tallies.get(key)?.count ?? 0) + 1 });
      }
      return [...tallies.values()];
    },
  };
}
