import { describe, expect, it } from 'vitest';
import { check } from '../../db/maintenance/check.ts';
import { stories } from '../../seeds/stories/index.ts';
import { linesOf } from '../../server/story.ts';
import { tellStory } from '../../server/tell.ts';
import { derive } from '../../workflows/index.ts';
import { serve } from '../support/server.ts';

const first = stories.first!;

describe('a story told from the command line', () => {
  it('gives the same state when it is told twice, and goes on where it was broken off', async () => {
    const { dependencies } = await serve();
    const broken = { ...first, steps: first.steps.slice(0, 12) };
    await tellStory(broken, dependencies);
    const once = await tellStory(first, dependencies);
    const twice = await tellStory(first, dependencies);
    expect(twice).toEqual(once);
    expect(once.version).toBe(first.steps.length);
    const journal = await dependencies.store.reads.journal(once.id);
    expect(journal).toHaveLength(once.seq);
  });

  it('prints of each step the date, the organisation, the command, the states and the time limits', async () => {
    const { dependencies } = await serve();
    await tellStory(first, dependencies);
    const lines = await linesOf(first, dependencies);
    expect(lines).toContain('27. 2026-10-12 09:10  芝罘法院  签收 · Receive');
    expect(lines).toContain('      芝罘法院（承办）：已提交申请');
    expect(lines).toContain('      ⏱ 法院决定是否受理 至 2026-10-15');
    expect(lines.filter((line) => /^ ?\d+\. /.test(line))).toHaveLength(first.steps.length);
  });

  it('leaves a database in which everything is as it was written', async () => {
    const { dependencies, folder } = await serve();
    await tellStory(first, dependencies);
    const { calendar, town } = dependencies;
    const result = await check(folder, (caseFile) => derive(caseFile, calendar, town));
    expect([result.exitCode, result.faults, result.stale]).toEqual([0, [], []]);
  });
});
