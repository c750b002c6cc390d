import { type Config, readConfig } from '../../server/config.ts';
import { raiseCast } from '../../server/demo.ts';
import { postsOf, sendLetters } from '../../server/letters/index.ts';
import { tellStory } from '../../server/tell.ts';
import { openHouse } from '../../server/town.ts';
import { momentOf } from '../../server/write/index.ts';
import { type PreparedCase, preparation } from './workload.ts';

/** The settings of everything that is measured: everything on, only the limits on how often people may ask are raised. */
export function benchSettings(dataFolder: string): Readonly<Record<string, string>> {
  return {
    JIEFEN_DATA: dataFolder,
    JIEFEN_DEMO: '1',
    JIEFEN_RATE_LIMIT_PER_MINUTE: '1000000',
    JIEFEN_SIGN_IN_LIMIT_PER_MINUTE: '1000000',
  };
}

export function benchConfig(dataFolder: string): Config {
  return readConfig(benchSettings(dataFolder));
}

/** Fills an empty data folder with the demo people and `count` cases in mediation, all told through the one write path. */
export async function prepareCases(dataFolder: string, count: number): Promise<readonly PreparedCase[]> {
  const { dependencies, close } = await openHouse(benchConfig(dataFolder));
  await raiseCast(dependencies, true);
  const today = momentOf(dependencies.now()).slice(0, 10);
  const prepared: PreparedCase[] = [];
  const numbers = Array.from({ length: count }, (_none, index) => index + 1).values();
  const teller = async () => {
    for (const number of numbers) {
      const caseFile = await tellStory(preparation(number, today), dependencies);
      const mediation = Object.values(caseFile.proceedings).find(({ channel }) => channel === 'peopleMediation')!;
      prepared.push({ number, caseId: caseFile.id, proceeding: mediation.id, revision: mediation.revision });
    }
  };
  // Several at a time share a flush to the disk.
  await Promise.all(Array.from({ length: 32 }, teller));
  // What the preparation wrote is sent before anything is measured.
  while ((await sendLetters(dependencies, postsOf(dependencies.config))) > 0);
  await close();
  return prepared;
}
