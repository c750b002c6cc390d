import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/security/index.ts';
import { runSeries, startSeries } from '../../server/series/index.ts';
import { mediationAgainst, mediationIn, seriesTerms, signedPaper } from '../support/series.ts';
import { serve } from '../support/server.ts';

const sun: Viewer = {
  accountId: 'sun-lihua',
  name: '孙丽华',
  organisationId: 'yantaiMediationCommittee',
  roles: ['mediator'],
  secondFactor: true,
};

describe('a stop of the house in the middle of a series', () => {
  it('loses nothing and does nothing twice: what waits is dealt with after the restart', async () => {
    const own = await serve({ start: '2026-11-20T09:00' });
    const cases = [await mediationAgainst(own, 1), await mediationAgainst(own, 2), await mediationAgainst(own, 3)];
    const post = (method: 'POST' | 'PUT', url: string, payload: object) => own.ask('sun', { method, url, payload });
    const gathered = await post('POST', '/api/series', { cases });
    const url = `/api/series/${gathered.body.id}`;
    const paper = await signedPaper(own);
    const terms = { ...seriesTerms, paper };
    const wrote = await post('PUT', `${url}/terms`, { version: gathered.body.version, terms });
    const { store } = own.dependencies;
    // Whoever leases the first row dies: its agreement is committed, its paper and its row are not.
    let given = 0;
    const dying = {
      ...own.dependencies,
      store: {
        ...store,
        commit: async (commit: Parameters<typeof store.commit>[0]) => {
          given += 1;
          if (given > 1) throw new Error('killed');
          return store.commit(commit);
        },
        series: { ...store.series, settle: () => Promise.reject(new Error('killed')) },
      },
    };
    await startSeries(
      sun,
      String(gathered.body.id),
      Number(wrote.body.version),
      { acknowledged: [], seen: {} },
      own.dependencies,
    );
    await expect(runSeries(dying)).rejects.toThrow('killed');
    const recorded = await Promise.all(
      cases.map(async (id) => Object.keys((await mediationIn(own, id)).agreements).length),
    );
    expect(recorded).toEqual([1, 0, 0]);
    await own.close();
    const again = await serve({ folder: own.folder, start: '2026-11-20T09:10' });
    await runSeries(again.dependencies);
    expect((await again.get('sun', url)).body).toMatchObject({ closed: true, counts: { done: 3 } });
    for (const id of cases) {
      expect(Object.keys((await mediationIn(again, id)).agreements)).toHaveLength(1);
      expect(Object.keys((await again.file(id)).items)).toHaveLength(1);
    }
  });
});

describe('a fault of the house between an agreement of a series and its paper', () => {
  it('leaves the case as agreed: its terms stand, other terms change only the others, and its paper comes with the next start', async () => {
    const own = await serve({ start: '2026-11-20T09:00' });
    const cases = [await mediationAgainst(own, 1), await mediationAgainst(own, 2)];
    const { store } = own.dependencies;
    const send = (method: 'POST' | 'PUT', url: string, payload: object) => own.ask('sun', { method, url, payload });
    const gathered = await send('POST', '/api/series', { cases });
    const id = String(gathered.body.id);
    const paper = await signedPaper(own);
    const writes = async (terms: object) =>
      send('PUT', `/api/series/${id}/terms`, { version: (await store.series.find(id))?.version, terms });
    const starts = async () =>
      startSeries(
        sun,
        id,
        (await store.series.find(id))?.version ?? 0,
        { acknowledged: [], seen: {} },
        own.dependencies,
      );
    await writes({ ...seriesTerms, paper });
    await starts();
    const broken = {
      ...own.dependencies,
      store: {
        ...store,
        commit: async (commit: Parameters<typeof store.commit>[0]) => {
          if (commit.entries.some(({ envelope }) => envelope.type === 'addItem')) throw new Error('a bug');
          return store.commit(commit);
        },
      },
    };
    for (let hour = 10; (await store.series.find(id))?.rows.some(({ state }) => state === 'waiting'); hour += 1) {
      own.at(`2026-11-20T${hour}:00`);
      while ((await runSeries(broken).catch(() => 1)) > 0);
    }
    expect((await store.series.find(id))?.rows).toMatchObject([
      { state: 'refused', agreed: true, reason: { code: 'internal' } },
      { state: 'refused', agreed: true, reason: { code: 'internal' } },
    ]);
    await writes({ ...seriesTerms, number: '系调〔2026〕2号', paper });
    await starts();
    await runSeries(own.dependencies);
    expect((await store.series.find(id))?.rows).toMatchObject([{ state: 'done' }, { state: 'done' }]);
    for (const caseId of cases) {
      expect(Object.keys((await mediationIn(own, caseId)).agreements)).toHaveLength(1);
      expect(Object.keys((await own.file(caseId)).items)).toHaveLength(1);
    }
  });
});
