/** What a release says of itself: every machine, every route, every exclusion, and the pages that say so. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { clockRules } from '../../workflows/index.ts';
import { clocksNotKept } from '../../workflows/rules/clocks-not-kept.ts';
import { pages } from '../proof/pages.ts';
import { type Proof, prove } from '../proof/statement.ts';
import { timeLimitsRead } from '../proof/time-limits-read.ts';

let proof: Proof;
beforeAll(async () => {
  proof = await prove();
});

describe('the whole', () => {
  it('has no state without owner, way out, clock or reason; every route is travelled and every exclusion met', () => {
    expect(proof.shortcomings).toEqual([]);
  });

  it('stands in docs/reference as `npm run workflows:check` writes it', () => {
    for (const [file, content] of Object.entries(pages(proof))) {
      const stored = readFileSync(new URL(`../../docs/reference/${file}`, import.meta.url), 'utf8');
      expect(stored, `${file}: run npm run workflows:check`).toBe(content);
    }
  });
});

describe('a time limit that is not kept', () => {
  it('is one that was read, has no rule, and says why', () => {
    for (const [id, { why }] of Object.entries(clocksNotKept)) {
      expect(timeLimitsRead).toContain(id);
      expect(Object.keys(clockRules)).not.toContain(id);
      expect(why.zh).not.toBe('');
    }
  });
});
