import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { standardSize } from '../seeds/town/index.ts';
import { type Text, text } from '../workflows/text.ts';

/** What somebody asks `npm run dev` for; null: whatever the folder holds, or the standard. */
export interface TownOptions {
  readonly seed: string | null;
  readonly size: number | null;
  readonly fresh: boolean;
}

/** The town of a data folder, kept in it as `town.json`: told once, it is the same at every start. */
export interface TownCharter {
  readonly seed: string;
  readonly size: number;
  /** The day up to which it is told. */
  readonly today: string;
  /** Whether all of it was told: it is then left alone, whatever a later program would tell. */
  readonly finished: boolean;
}

/** Something about the arguments or the folder that somebody has to change; the message says what, in both languages. */
export class TownRefused extends Error {
  constructor({ zh, en }: Text) {
    super(`${zh}\n${en}`);
    this.name = 'TownRefused';
  }
}

export const townUsage = text(
  '用法：npm run dev -- [--cases 案件数] [--seed 种子] [--fresh]',
  'Usage: npm run dev -- [--cases number] [--seed word] [--fresh]',
);
const largest = 1_000_000;

/** Reads the arguments. Throws {@link TownRefused} for anything that is no option, or no value of it. */
export function readTownOptions(given: readonly string[]): TownOptions {
  const { cases, seed, fresh } = parsed(given);
  if (cases !== undefined && !(/^[1-9]\d{0,6}$/.test(cases) && Number(cases) <= largest)) {
    throw new TownRefused(
      text(
        `--cases 应为 1 至 ${largest} 的整数，不是“${cases}”。`,
        `--cases takes a whole number from 1 to ${largest}, not "${cases}".`,
      ),
    );
  }
  if (seed !== undefined && !/^[a-z0-9]{1,12}$/.test(seed)) {
    throw new TownRefused(
      text(
        `--seed 应为 1 至 12 个小写字母或数字，不是“${seed}”。`,
        `--seed takes 1 to 12 small letters or digits, not "${seed}".`,
      ),
    );
  }
  return { seed: seed ?? null, size: cases === undefined ? null : Number(cases), fresh: fresh ?? false };
}

function parsed(given: readonly string[]) {
  try {
    const options = { cases: { type: 'string' }, seed: { type: 'string' }, fresh: { type: 'boolean' } } as const;
    return parseArgs({ args: [...given], options }).values;
  } catch {
    throw new TownRefused(
      text(`无法理解参数：${given.join(' ')}\n${townUsage.zh}`, `Cannot read: ${given.join(' ')}\n${townUsage.en}`),
    );
  }
}

/**
 * The town of a folder: the one it holds, or a new one as it is asked for. `fresh` removes the town it holds before.
 * Throws {@link TownRefused} where the folder holds something else, or another town than the one asked for; nothing is
 * touched then.
 */
export function charterOf(folder: string, wanted: TownOptions, today: string): TownCharter {
  const file = join(folder, 'town.json');
  const held = readCharter(file);
  if (held === null && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new TownRefused(
      text(
        `文件夹 ${folder} 中有其他数据，不是 npm run dev 建立的，未作任何改动。请用 JIEFEN_DATA 指定另一个文件夹。`,
        `The folder ${folder} holds other data than a town of npm run dev; nothing was changed. Name another one with JIEFEN_DATA.`,
      ),
    );
  }
  if (held !== null && !wanted.fresh) {
    refuseAnother(folder, held, wanted);
    return held;
  }
  if (held !== null) rmSync(folder, { recursive: true });
  const charter = { seed: wanted.seed ?? '1', size: wanted.size ?? standardSize, today, finished: false };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeCharter(folder, charter);
  return charter;
}

/** Notes that the town of a folder is told. */
export function finishCharter(folder: string, charter: TownCharter): void {
  writeCharter(folder, { ...charter, finished: true });
}

function writeCharter(folder: string, charter: TownCharter): void {
  const file = join(folder, 'town.json');
  // Whole or not at all: a torn file would make the folder somebody else's.
  writeFileSync(`${file}.new`, `${JSON.stringify(charter)}\n`);
  renameSync(`${file}.new`, file);
}

function refuseAnother(folder: string, held: TownCharter, { seed, size }: TownOptions): void {
  if ((seed ?? held.seed) === held.seed && (size ?? held.size) === held.size) return;
  throw new TownRefused(
    text(
      `文件夹 ${folder} 中已有种子为 ${held.seed}、共 ${held.size} 件的小城。要换一座，请加 --fresh（原有数据将删除），或用 JIEFEN_DATA 指定另一个文件夹。`,
      `The folder ${folder} holds the town of seed ${held.seed} with ${held.size} cases. For another one add --fresh, which deletes it, or name another folder with JIEFEN_DATA.`,
    ),
  );
}

function readCharter(file: string): TownCharter | null {
  if (!existsSync(file)) return null;
  try {
    const { seed, size, today, finished }: Partial<TownCharter> = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof seed === 'string' && typeof size === 'number' && typeof today === 'string')
      return { seed, size, today, finished: finished === true };
  } catch {
    // Not JSON: refused below.
  }
  throw new TownRefused(
    text(`${file} 无法读取；请删除该文件夹后重来。`, `${file} cannot be read; delete the folder and begin again.`),
  );
}
