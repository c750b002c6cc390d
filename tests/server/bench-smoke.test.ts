import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

describe('npm run bench', () => {
  it('prints a table and, when asked, one JSON object with every ratio as its last line', async () => {
    const main = join(import.meta.dirname, '../bench/main.ts');
    const { stdout } = await run(process.execPath, [main, '--quick', '--json'], { maxBuffer: 16 * 1024 * 1024 });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.some((line) => line.startsWith('commands, HTTP, 64 connections'))).toBe(true);
    const report = JSON.parse(lines.at(-1) ?? '');
    const names = ['commandsAt1', 'commandsAt16', 'commandsAt64', 'statusReadAt16', 'casePageAt16', 'listAt16'];
    expect(Object.keys(report.ratios)).toEqual([...names, 'readsBesideWriters']);
    for (const ratio of Object.values(report.ratios)) expect(ratio).toBeGreaterThan(0);
    for (const figure of Object.values<Record<string, number>>(report.figures)) {
      expect(Object.keys(figure)).toEqual(['perSecond', 'p50Ms', 'p99Ms']);
      for (const value of Object.values(figure)) expect(value).toBeGreaterThan(0);
    }
    expect(report.peakMemoryBytes).toBeGreaterThan(10_000_000);
  }, 180_000);
});
