import { describe, expect, it } from 'vitest';
import type { MeetingRow, Store } from '../../db/store.ts';
import type { StoreUnderTest } from './store-contract.ts';
import { committee, court, mediator, openingCommit } from './store-samples.ts';

/** The calendar of an organisation, and the private addresses under which people read theirs. */
export function describeCalendar(open: () => StoreUnderTest): void {
  describe('the calendar', () => {
    it('has the meetings of one organisation between two days, in order, and nobody else’s', async () => {
      const { store } = open();
      await meets(store, 'c1', [meeting('5-0', '2026-11-24T14:00'), meeting('6-0', '2026-11-30T09:00')]);
      await meets(store, 'c2', [
        meeting('5-0', '2026-11-24T09:00'),
        meeting('7-0', '2026-11-29'),
        meeting('8-0', '2026-11-25T09:00', court),
      ]);
      expect(await listed(store, '2026-11-23', '2026-11-29')).toEqual(['c2/5-0', 'c1/5-0', 'c2/7-0']);
      expect(await listed(store, '2026-11-24', '2026-11-24')).toEqual(['c2/5-0', 'c1/5-0']);
      expect(await listed(store, '2026-12-01', '2026-12-07')).toEqual([]);
      const [first] = await store.reads.meetings({ ...week, limit: 1 });
      expect(first?.row).toEqual(meeting('5-0', '2026-11-24T09:00'));
      expect(await store.reads.meetings({ ...week, limit: 1 })).toHaveLength(1);
    });
  });

  describe('a private address of a calendar', () => {
    const at = Temporal.Instant.from('2026-11-23T09:00:00+08:00');

    it('is one person’s until another takes its place or it ends', async () => {
      const { calendarFeeds } = open().store;
      expect([await calendarFeeds.personOf('h1'), await calendarFeeds.since(mediator)]).toEqual([null, null]);
      await calendarFeeds.open({ person: mediator, hash: 'h1', at });
      expect(await calendarFeeds.personOf('h1')).toBe(mediator);
      expect(String(await calendarFeeds.since(mediator))).toBe(String(at));
      await calendarFeeds.open({ person: mediator, hash: 'h2', at });
      expect([await calendarFeeds.personOf('h1'), await calendarFeeds.personOf('h2')]).toEqual([null, mediator]);
      expect([await calendarFeeds.close(mediator), await calendarFeeds.close(mediator)]).toEqual([true, false]);
      expect(await calendarFeeds.personOf('h2')).toBeNull();
    });
  });
}

const week = { organisation: committee, from: '2026-11-23', to: '2026-11-29', limit: 50 };

function meeting(id: string, at: string, organisation = committee): MeetingRow {
  const about = { proceeding: 'p1', officers: [mediator], persons: ['person-1'] };
  return { id, at, organisation, kind: 'session', state: 'planned', ...about };
}

/** A case with these meetings. */
async function meets(store: Store, caseId: string, meetings: readonly MeetingRow[]): Promise<void> {
  const commit = openingCommit(caseId);
  await store.commit({ ...commit, derived: { ...commit.derived, meetings } });
}

async function listed(store: Store, from: string, to: string): Promise<readonly string[]> {
  const rows = await store.reads.meetings({ ...week, from, to });
  return rows.map(({ caseId, row }) => `${caseId}/${row.id}`);
}
