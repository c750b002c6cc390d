import { describe, expect, it } from 'vitest';
import { openHouse } from '../../server/town.ts';
import { openConnection } from '../bench/connection.ts';
import { benchConfig, prepareCases } from '../bench/prepare.ts';
import { signIn, startProduct } from '../bench/processes.ts';
import { temporaryFolder } from '../support/database.ts';

describe('SIGTERM while people are at work', () => {
  it('finishes what is under way, keeps every acknowledged command, and ends with 0', async () => {
    const folder = temporaryFolder();
    const cases = await prepareCases(folder, 8);
    const server = await startProduct(folder);
    const cookie = (await signIn(server.origin, ['sun'])).sun ?? '';
    const acknowledged: { readonly caseId: string; readonly entry: number }[] = [];
    let stopped: Promise<number | null> | null = null;
    const work = async ({ caseId, proceeding, revision }: (typeof cases)[number]) => {
      const connection = await openConnection(server.origin);
      for (let count = 0; ; count += 1) {
        const reply = await connection
          .ask({
            method: 'POST',
            path: `/api/cases/${caseId}/commands/noteInside`,
            headers: {
              cookie,
              'content-type': 'application/json',
              'idempotency-key': `${caseId}-${count}`,
              'if-match': `"${revision}"`,
            },
            body: JSON.stringify({ target: proceeding, data: { kind: 'minutes', note: `第${count}条` } }),
          })
          .catch(() => null);
        // The server closes a connection once it is going; a 503 would be as good.
        if (reply?.status !== 200) return;
        acknowledged.push({ caseId, entry: JSON.parse(reply.body).entries[0] });
        if (acknowledged.length >= 60) stopped ??= server.stop();
      }
    };
    await Promise.all(cases.map(work));
    expect(await stopped).toBe(0);

    const { dependencies, close } = await openHouse(benchConfig(folder));
    for (const { caseId, entry } of acknowledged) {
      const journal = await dependencies.store.reads.journal(caseId);
      expect(journal.find(({ envelope }) => envelope.seq === entry)?.envelope.type).toBe('noteInside');
    }
    await close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  });
});
