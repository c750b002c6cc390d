/** Commits to the data folder named on the command line until it is killed; see `tests/support/kill-rounds.ts`. */
import { openSqliteStore } from '../../db/sqlite/open.ts';
import type { Commit } from '../../db/store.ts';
import { nextCommit, openingCommit } from '../support/store-samples.ts';

const [dataFolder = '', round = ''] = process.argv.slice(2);
const { store } = openSqliteStore({ dataFolder });

async function commit(asked: Commit): Promise<void> {
  const result = await store.commit(asked);
  if (result.kind !== 'committed') throw new Error(`${asked.commandId}: ${result.kind}`);
  process.stdout.write(`ack ${asked.commandId}\n`);
}

/** One desk: opens a case, takes it some steps on, opens the next. */
async function work(desk: number): Promise<never> {
  for (let number = 0; ; number += 1) {
    let opening = openingCommit(`case-${round}-${desk}-${number}`);
    await commit(opening);
    for (let step = 0; step < 5; step += 1) {
      const next = nextCommit(opening.after, `${opening.after.id}-step-${step}`);
      await commit(next);
      opening = next;
    }
  }
}

await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(work));
