import { cast } from '../seeds/cast.ts';
import { inventTown, townPeople } from '../seeds/town/index.ts';
import { text } from '../workflows/text.ts';
import { readConfig } from './config.ts';
import { raisePeople, tellStories } from './demo.ts';
import { type FilledTown, fillTown } from './fill-town.ts';
import { type Beside, endWith, serve } from './main.ts';
import { openHouse, townHere } from './town.ts';
import { charterOf, finishCharter, readTownOptions, type TownCharter, TownRefused } from './town-folder.ts';
import { progressTo } from './town-progress.ts';
import { type Dependencies, momentOf } from './write/index.ts';

/** What `npm run dev` sets where nobody says otherwise: a folder of its own, and larger groups of commits. */
const ownSettings = { JIEFEN_DATA: 'data-town', JIEFEN_GROUP_COMMIT_LIMIT_COMMANDS: '32' } as const;

/** `npm run dev`: the demonstration in a town of two years of cases, which fills while it is used and is kept between starts. */
async function main(given: readonly string[]): Promise<void> {
  const options = readTownOptions(given);
  const said = Object.entries(process.env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const config = readConfig({ ...ownSettings, ...Object.fromEntries(said) });
  if (!config.demo) throw notADemonstration();
  const charter = charterOf(config.dataFolder, options, momentOf(Temporal.Now.instant()).slice(0, 10));
  const house = await openHouse(config);
  await raisePeople([...cast, ...townPeople], house.dependencies, true);
  // Where people of the town work, organisations are on the system that were not a moment ago.
  const dependencies = { ...house.dependencies, town: await townHere(house.dependencies.accounts, config) };
  await tellStories(charter.today, dependencies);
  const filling = new AbortController();
  let filled: Promise<void> = Promise.resolve();
  const beside: Beside = {
    stop: async () => {
      filling.abort();
      await filled;
    },
  };
  await serve({ ...house, dependencies }, beside);
  filled = fill(charter, dependencies, filling.signal);
}

/** Fills the town beside the open doors, and says how far it is. What goes wrong is said; the next start goes on. */
async function fill(charter: TownCharter, dependencies: Dependencies, signal: AbortSignal): Promise<void> {
  if (charter.finished) return;
  const progress = progressTo(process.stdout);
  try {
    const filled = await fillTown(inventTown(charter), dependencies, { signal, onProgress: progress.shows });
    progress.ends(filled);
    if (filled.told === filled.size) finishCharter(dependencies.config.dataFolder, charter);
    for (const line of refusedLines(filled)) process.stdout.write(`${line}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  }
}

/** Steps that were not taken, the first ten: mistakes in the courses of the town. */
function refusedLines({ refused }: FilledTown): readonly string[] {
  if (refused.length === 0) return [];
  return [
    `${refused.length} 步未被受理（小城脚本有误）。 ${refused.length} steps were refused, which is a mistake in the town's courses:`,
    ...refused.slice(0, 10).map(({ caseId, at, command, why }) => `  ${caseId} ${at} ${command}: ${why}`),
  ];
}

function notADemonstration(): TownRefused {
  return new TownRefused(
    text(
      'npm run dev 是演示，账号和密码人人皆知，只在本机开放。确要向其他机器演示，请设 JIEFEN_DEMO=1；正式使用请运行 npm start。',
      'npm run dev is a demonstration whose passwords everybody knows, for this machine only. To show it to others set JIEFEN_DEMO=1; for real use run npm start.',
    ),
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof TownRefused)) endWith(error);
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
