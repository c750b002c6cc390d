import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../db/maintenance/check.ts';
import { memoryStore } from '../../db/memory.ts';
import { type Store, StoreBusy } from '../../db/store.ts';
import { cast } from '../../seeds/cast.ts';
import { inventTown, type Town, townPeople } from '../../seeds/town/index.ts';
import { readConfig } from '../../server/config.ts';
import { raisePeople } from '../../server/demo.ts';
import { type FilledTown, fillTown } from '../../server/fill-town.ts';
import { openHouse, townHere } from '../../server/town.ts';
import type { Dependencies } from '../../server/write/index.ts';
import { type CaseFile, type ChannelId, derive } from '../../workflows/index.ts';
import { everyClock } from '../support/store-samples.ts';

const today = '2026-11-23';
const town = inventTown({ seed: 'test', size: 60, today });

const toClose: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of toClose) await close();
});

/** A house where the people of the town live, in a folder that goes when all is over. */
async function houseOfTown() {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-town-'));
  const config = readConfig({ JIEFEN_DATA: folder, JIEFEN_DEMO: '1', JIEFEN_GROUP_COMMIT_LIMIT_COMMANDS: '32' });
  const { dependencies, close } = await openHouse(config);
  toClose.push(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  await raisePeople([...cast, ...townPeople], dependencies, true);
  return { folder, dependencies: { ...dependencies, town: await townHere(dependencies.accounts, config) } };
}

async function filesOf({ size, life }: Town, store: Store): Promise<readonly CaseFile[]> {
  const found = await Promise.all(
    Array.from({ length: size }, (_none, index) => store.load(`story-${life(index).id}`)),
  );
  return found.filter((one) => one !== null);
}

/** Everything that is known of the cases, as one hash. */
async function hashOf(store: Store): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await filesOf(town, store), inOrder))
    .digest('hex');
}

/** What comes from a disk may have its parts in another order. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const inMemory = (dependencies: Dependencies): Dependencies => ({ ...dependencies, store: memoryStore() });

describe('a small town told into an empty memory', () => {
  let onDisk: Awaited<ReturnType<typeof houseOfTown>>;
  let dependencies: Dependencies;
  let store: Store;
  let filled: FilledTown;
  let files: readonly CaseFile[];
  beforeAll(async () => {
    onDisk = await houseOfTown();
    dependencies = inMemory(onDisk.dependencies);
    store = dependencies.store;
    filled = await fillTown(town, dependencies);
    files = await filesOf(town, store);
  });

  it('is taken step by step: nothing is refused', () => {
    expect(filled.refused).toEqual([]);
    expect(filled).toMatchObject({ told: 60, size: 60, toldNow: 60 });
  });

  it('has been in every channel', () => {
    const channels: readonly ChannelId[] = [
      ...(['intake', 'peopleMediation', 'commercialMediation', 'courtAnnexedMediation', 'adminMediation'] as const),
      ...([
        'generalAdminMediation',
        'adminRuling',
        'trademarkEnforcement',
        'arbitration',
        'judicialConfirmation',
      ] as const),
      ...(['litigation', 'enforcement', 'notarisedEnforcement', 'paymentOrder', 'criminalReferral'] as const),
      'invalidation',
    ];
    const found = new Set(files.flatMap(({ proceedings }) => Object.values(proceedings).map(({ channel }) => channel)));
    expect(channels.filter((channel) => !found.has(channel))).toEqual([]);
  });

  it('has something in every box: work, time limits running and overdue, handoffs to answer and waiting, referrals', async () => {
    const boxes = { tasks: 0, running: 0, overdue: 0, toAnswer: 0, waiting: 0, referralsOpen: 0, referralsDone: 0 };
    for (const organisation of Object.keys(dependencies.town.organisations)) {
      const limit = 200;
      const clocks = await store.reads.clocks({ ...everyClock, organisation, limit });
      const referrals = { organisation, from: null, to: null, with: null, mode: null, after: null, limit };
      boxes.tasks += (await store.reads.tasks({ organisation, whose: null, shownOn: '9999-12-31', limit })).length;
      boxes.running += clocks.filter(({ row }) => (row.due ?? '') >= today).length;
      boxes.overdue += clocks.filter(({ row }) => row.due !== null && row.due < today).length;
      boxes.toAnswer += (await store.reads.handoffs({ organisation, box: 'toAnswer', limit })).length;
      boxes.waiting += (await store.reads.handoffs({ organisation, box: 'waiting', limit })).length;
      boxes.referralsOpen += (await store.reads.referrals({ ...referrals, open: true })).rows.length;
      boxes.referralsDone += (await store.reads.referrals({ ...referrals, open: false })).rows.length;
    }
    expect(Object.entries(boxes).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('sends nobody a letter whose time has passed', async () => {
    const letters = await Promise.all(files.map(({ id }) => store.letters.ofCase(id)));
    expect(letters.flat()).toEqual([]);
  });

  it('tells nothing again when it is all there', async () => {
    expect(await fillTown(town, dependencies)).toMatchObject({ told: 60, toldNow: 0, commandsNow: 0, refused: [] });
  });

  it('gives the same cases, codes and states to whoever tells it again, through interruptions, on a disk that is whole', async () => {
    const { dependencies: same, folder } = onDisk;
    const stop = new AbortController();
    const first = await fillTown(town, same, {
      signal: stop.signal,
      onProgress: ({ told }) => told === 23 && stop.abort(),
    });
    expect(first).toMatchObject({ told: 23, toldNow: 23 });
    let commits = 0;
    const failing: Store = {
      ...same.store,
      commit: async (commit) => {
        commits += 1;
        if (commits > 100) throw new StoreBusy();
        return same.store.commit(commit);
      },
    };
    await expect(fillTown(town, { ...same, store: failing })).rejects.toThrow(StoreBusy);
    const last = await fillTown(town, same);
    expect(last).toMatchObject({ told: 60, refused: [] });
    expect(last.toldNow).toBeLessThan(60 - 23);
    expect(await hashOf(same.store)).toBe(await hashOf(store));
    const { calendar, town: reference } = same;
    const result = await check(folder, (caseFile) => derive(caseFile, calendar, reference));
    expect(result).toMatchObject({ cases: 60, faults: [], stale: [] });
  });
});

describe('a course with a mistake', () => {
  it('is counted and shown with its words; the case stays as it was before, and the others are told', async () => {
    const { dependencies } = await houseOfTown();
    const wrong: Town = {
      size: 3,
      life: (index) => {
        const life = town.life(index);
        const [opening] = life.steps;
        return index === 1
          ? { ...life, steps: [opening!, { ...opening!, command: 'openCase' }, ...life.steps.slice(1)] }
          : life;
      },
    };
    const memory = inMemory(dependencies);
    const { refused, told } = await fillTown(wrong, memory);
    expect(told).toBe(3);
    expect(refused).toMatchObject([{ caseId: `story-${town.life(1).id}`, command: 'openCase' }]);
    expect(refused[0]!.why).toContain('case-already-open');
    expect((await filesOf(wrong, memory.store)).map(({ version }) => version > 1)).toEqual([true, false, true]);
  });
});
