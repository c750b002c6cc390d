import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { standardSize } from '../../seeds/town/index.ts';
import { charterOf, finishCharter, readTownOptions, TownRefused } from '../../server/town-folder.ts';
import { progressTo } from '../../server/town-progress.ts';
import { temporaryFolder } from '../support/database.ts';

const nothing = { seed: null, size: null, fresh: false } as const;

describe('the arguments of npm run dev', () => {
  it('may all be left out', () => {
    expect(readTownOptions([])).toEqual(nothing);
    expect(readTownOptions(['--cases', '100000', '--seed', 'blue', '--fresh'])).toEqual({
      seed: 'blue',
      size: 100_000,
      fresh: true,
    });
  });

  it.each([
    [['--cases', '0'], /--cases.*1.*1000000/],
    [['--cases', '-5'], /--cases|--cases/],
    [['--cases', '1e5'], /1e5/],
    [['--cases', '2000000'], /2000000/],
    [['--seed', 'Größe'], /--seed/],
    [['--seed', ''], /--seed/],
    [['--case', '5'], /--cases 案件数/],
    [['60'], /Usage: npm run dev/],
  ])('%j are refused in both languages, with what to write instead', (given, words) => {
    expect(() => readTownOptions(given)).toThrow(TownRefused);
    expect(() => readTownOptions(given)).toThrow(words);
  });
});

describe('the folder of a town', () => {
  it('holds one town, which every later start finds, whatever the day', () => {
    const folder = join(temporaryFolder(), 'town');
    const charter = { seed: '1', size: standardSize, today: '2026-11-23', finished: false };
    expect(charterOf(folder, nothing, '2026-11-23')).toEqual(charter);
    expect(charterOf(folder, { ...nothing, seed: '1' }, '2027-01-01')).toEqual(charter);
    finishCharter(folder, charter);
    expect(charterOf(folder, nothing, '2027-01-02')).toEqual({ ...charter, finished: true });
  });

  it('refuses another town until it is told to forget the old one', () => {
    const folder = temporaryFolder();
    charterOf(folder, { ...nothing, size: 60 }, '2026-11-23');
    writeFileSync(join(folder, 'jiefen.sqlite'), 'cases');
    expect(() => charterOf(folder, { ...nothing, size: 61 }, '2026-11-23')).toThrow(/--fresh/);
    expect(() => charterOf(folder, { ...nothing, seed: 'blue' }, '2026-11-23')).toThrow(/60 cases/);
    expect(existsSync(join(folder, 'jiefen.sqlite'))).toBe(true);
    const fresh = charterOf(folder, { seed: 'blue', size: 61, fresh: true }, '2026-11-24');
    expect(fresh).toEqual({ seed: 'blue', size: 61, today: '2026-11-24', finished: false });
    expect(readdirSync(folder)).toEqual(['town.json']);
  });

  it('is never one that holds other data, nor one whose note is torn: nothing of them is touched', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'jiefen.sqlite'), 'real cases');
    for (const fresh of [false, true]) {
      expect(() => charterOf(folder, { ...nothing, fresh }, '2026-11-23')).toThrow(/JIEFEN_DATA/);
    }
    expect(readdirSync(folder)).toEqual(['jiefen.sqlite']);
    writeFileSync(join(folder, 'town.json'), '{"seed"');
    expect(() => charterOf(folder, { ...nothing, fresh: true }, '2026-11-23')).toThrow(/town\.json/);
    expect(existsSync(join(folder, 'jiefen.sqlite'))).toBe(true);
  });
});

describe('the progress of a town', () => {
  const state = { size: 200, toldNow: 100, commandsNow: 1100, seconds: 50 };

  it('says how much, how fast and how long still: over one line on a terminal, by tenths elsewhere', () => {
    const written: string[] = [];
    const file = progressTo({ write: (words) => written.push(words) });
    for (const told of [100, 101, 119, 120]) file.shows({ ...state, told });
    file.ends({ ...state, told: 200, refused: [] });
    expect(written).toHaveLength(3);
    expect(written[0]).toContain('50% · 100/200 件 cases · 2 件/秒 per s · 还需 left 0:50\n');
    expect(written[2]).toContain('200');
    const terminal = progressTo({ isTTY: true, write: (words) => written.push(words) });
    terminal.shows({ ...state, told: 100 });
    terminal.shows({ ...state, told: 101 });
    expect(written.slice(3)).toHaveLength(1);
    expect(written[3]).toMatch(/^\r/);
  });

  it('says of a town that was stopped that the next start goes on', () => {
    const written: string[] = [];
    progressTo({ write: (words) => written.push(words) }).ends({ ...state, told: 150, refused: [] });
    expect(written[0]).toContain('150/200');
    expect(written[0]).toContain('the next start goes on');
  });
});

describe('npm run dev', () => {
  it('opens its doors, tells the town behind them, and ends in order when it is stopped meanwhile', async () => {
    const folder = join(temporaryFolder(), 'town');
    const child = spawn(process.execPath, ['server/dev.ts', '--cases', '60'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH ?? '', PORT: '0', JIEFEN_LOG_LEVEL: 'silent', JIEFEN_DATA: folder },
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += String(chunk);
        // Once: a second signal does not wait.
        if (/小城 Town/.test(said) && !child.killed) child.kill('SIGINT');
      });
    const [code] = await once(child, 'close');
    expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    expect(said).toMatch(/讲到 \d+\/60 件，下次启动接着讲/);
    expect(code).toBe(0);
    expect(charterOf(folder, nothing, '2030-01-01')).toMatchObject({ seed: '1', size: 60 });
  });
});
