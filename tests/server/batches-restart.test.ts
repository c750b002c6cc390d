import { describe, expect, it } from 'vitest';
import { runBatches, startBatch } from '../../server/batches/index.ts';
import type { Viewer } from '../../server/security/index.ts';
import { bring, rowsIn, shopRow, statesIn } from '../support/batches.ts';
import { serve } from '../support/server.ts';

const limin: Viewer = {
  accountId: 'li-min',
  name: '李敏',
  organisationId: 'yantaiMediationCommittee',
  roles: ['committeeClerk'],
  secondFactor: true,
};

describe('a stop of the house in the middle of a list', () => {
  it('loses no row and opens none twice: what waits is opened after the restart', async () => {
    const own = await serve({ start: '2026-11-20T09:00' });
    const brought = await bring(own, 'limin', [shopRow(1), shopRow(2), shopRow(3)]);
    const id = String(brought.body.id);
    const { store } = own.dependencies;
    // Whoever leases the first row dies when its case is committed and its row is not settled.
    const dying = {
      ...own.dependencies,
      store: { ...store, batches: { ...store.batches, settle: () => Promise.reject(new Error('killed')) } },
    };
    await startBatch(limin, id, 1, { acknowledged: [], nonetheless: [] }, own.dependencies);
    await expect(runBatches(dying)).rejects.toThrow('killed');
    await own.close();
    const again = await serve({ folder: own.folder, start: '2026-11-20T09:10' });
    await runBatches(again.dependencies);
    const end = await again.get('limin', `/api/batches/${id}`);
    expect(statesIn(end)).toEqual(['done', 'done', 'done']);
    expect(new Set(rowsIn(end).map(({ caseId }) => caseId)).size).toBe(3);
    const filter = {
      organisation: 'yantaiMediationCommittee',
      scope: 'all',
      officer: null,
      after: null,
      limit: 9,
    } as const;
    expect((await again.dependencies.store.reads.cases(filter)).rows).toHaveLength(3);
  });
});
