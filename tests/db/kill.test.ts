import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../db/maintenance/check.ts';
import { openSqliteStore } from '../../db/sqlite/open.ts';
import { temporaryFolder } from '../support/database.ts';
import { killMidWork } from '../support/kill-rounds.ts';
import { mediator, sampleDerive } from '../support/store-samples.ts';

describe('a process killed in the middle of its work', () => {
  it('has lost no command it acknowledged and left nothing half-written, time after time', async () => {
    const dataFolder = temporaryFolder();
    const script = join(import.meta.dirname, 'kill-worker.ts');
    const acknowledged: string[] = [];
    for (const round of ['1', '2', '3', '4']) {
      const moment = { afterAcknowledged: 1 + Math.floor(Math.random() * 300), delayMs: Math.random() * 20 };
      acknowledged.push(...(await killMidWork({ args: [script, dataFolder, round] }, moment)));
      const { store, close } = openSqliteStore({ dataFolder });
      const answers = await Promise.all(acknowledged.map((id) => store.answered(mediator, id)));
      await close();
      expect(acknowledged.filter((_, index) => answers[index] === null)).toEqual([]);
      const result = await check(dataFolder, sampleDerive);
      expect(result).toMatchObject({ faults: [], stale: [], exitCode: 0 });
      expect(result.cases).toBeGreaterThan(0);
    }
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
  });
});
