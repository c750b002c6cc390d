import { KeyRingUnusable } from '../db/keys.ts';
import { accountsIn } from '../db/maintenance/accounts.ts';
import { backup, backupLines } from '../db/maintenance/backup.ts';
import { check, checkLines } from '../db/maintenance/check.ts';
import { MaintenanceRefused } from '../db/maintenance/existing.ts';
import { type MovedClock, rederive, rederiveLines } from '../db/maintenance/rederive.ts';
import { withElsewhere } from '../seeds/reference/elsewhere.ts';
import { yantaiCalendar } from '../seeds/reference/holidays.ts';
import { type CaseFile, clocksOf, derive } from '../workflows/index.ts';
import { type Config, readConfig, SettingsWrong } from './config.ts';
import { openHouse, townOf } from './town.ts';
import { catchUpIn, type Dependencies, executeSystem } from './write/index.ts';

/** `npm run db:check`, `db:rederive`, `db:backup [-- target]`: works on JIEFEN_DATA, also while the server runs. */
async function main(task: string | undefined, target: string | undefined): Promise<number> {
  const config = readConfig(process.env);
  switch (task) {
    case 'check': {
      const result = await check(config.dataFolder, await deriveNow(config));
      print(checkLines(result));
      return result.exitCode;
    }
    case 'rederive': {
      const result = await rederive(config.dataFolder, await deriveNow(config));
      print(rederiveLines(result));
      await noteMoved(result.moved, config);
      print(await catchUp(result.sound, config));
      // What was written just now was derived as by a server of this town; cases told of other towns are not of it.
      await rederive(config.dataFolder, await deriveNow(config));
      return result.corrupt.length > 0 ? 1 : 0;
    }
    case 'backup': {
      const result = await backup(config.dataFolder, target ?? freshTarget(config));
      print(backupLines(result));
      return result.missing.length > 0 ? 1 : 0;
    }
    default:
      print(['node server/maintenance.ts check | rederive | backup [文件夹 folder]']);
      return 1;
  }
}

async function deriveNow(config: Config): Promise<(caseFile: CaseFile) => ReturnType<typeof derive>> {
  const calendar = yantaiCalendar();
  const reference = townOf(await accountsIn(config.dataFolder), config);
  const wider = withElsewhere(reference);
  // Told cases of other towns are derived with the organisations they were told with.
  const isFromElsewhere = ({ proceedings }: CaseFile) =>
    Object.values(proceedings).some(({ organisation }) => reference.organisations[organisation] === undefined);
  return (caseFile) => derive(caseFile, calendar, isFromElsewhere(caseFile) ? wider : reference);
}

/** Puts every due date that moved on its custodian's desk, through the same road as every other command. */
async function noteMoved(moved: readonly MovedClock[], config: Config): Promise<void> {
  if (moved.length === 0) return;
  const house = await openHouse(config);
  try {
    for (const clock of moved) await noteOne(clock, house.dependencies);
  } finally {
    await house.close();
  }
}

async function noteOne({ caseId, clock, from, to }: MovedClock, dependencies: Dependencies): Promise<void> {
  const caseFile = await dependencies.store.load(caseId);
  if (caseFile === null) return;
  const running = clocksOf(caseFile, dependencies.calendar).find(({ id }) => id === clock);
  if (running === undefined) return;
  const outcome = await executeSystem(
    {
      id: `moved-${caseId}-${clock}-${from ?? 'none'}-${to ?? 'none'}`,
      caseId,
      type: 'noteMovedDueDate',
      target: { kind: 'case', id: caseId },
      data: { rule: running.rule, from, to, proceeding: running.proceeding },
    },
    dependencies,
  );
  if (typeof outcome !== 'string') throw new Error(`${caseId} ${clock}: ${outcome.code} ${outcome.text.zh}`);
}

/** Adds what cases of before lack: marks of persons, and what other cases were not told. A case that cannot be changed now waits for the next time. */
async function catchUp(cases: readonly string[], config: Config): Promise<readonly string[]> {
  if (cases.length === 0) return [];
  const house = await openHouse(config);
  try {
    const { marked, told, left } = await catchUpIn(cases, house.dependencies);
    return [
      `补录识别摘要 ${marked} 人，补发关联提示 ${told} 条。 Marked ${marked} persons, told other cases ${told} times.`,
      ...left.map((id) => `! ${id}: 未能补录，请稍后重试。 Could not be done now; run it again later.`),
    ];
  } finally {
    await house.close();
  }
}

/** Beside the data folder, named by the moment: `data-backup-20261122T090000`. */
function freshTarget({ dataFolder }: Config): string {
  const stamp = Temporal.Now.plainDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:]/g, '');
  return `${dataFolder.replace(/[/\\]+$/, '')}-backup-${stamp}`;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

main(process.argv[2], process.argv[3]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isExplained =
      error instanceof SettingsWrong || error instanceof MaintenanceRefused || error instanceof KeyRingUnusable;
    process.stderr.write(`${isExplained ? error.message : error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  },
);
