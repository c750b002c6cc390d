import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type ServedHouse, serve } from './server.ts';

/** One house for all tests of a file, told once before them. Call it at the top of the file; read what is told inside tests. */
export function houseOfFile<Told>(
  options: { readonly start: string; readonly elsewhere?: boolean },
  tell: (house: ServedHouse) => Promise<Told>,
) {
  const kept: { house?: ServedHouse; told?: Told } = {};
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-file-'));
  beforeAll(async () => {
    kept.house = await serve({ folder, ...options, lasting: true });
    kept.told = await tell(kept.house);
  });
  afterAll(async () => {
    await kept.house?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get house(): ServedHouse {
      return kept.house!;
    },
    get told(): Told {
      return kept.told!;
    },
  };
}
