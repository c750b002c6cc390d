import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citeAll, commonRefusals, requirementEntries } from '../../workflows/index.ts';
import { ofTheCalendar } from '../support/law-tables.ts';

const folder = join(import.meta.dirname, '../../workflows');
const sources = [
  'decide.ts',
  'dates.ts',
  'access.ts',
  'data.ts',
  'malformed.ts',
  'requirements.ts',
  'party-access.ts',
].map((file) => readFileSync(join(folder, file), 'utf8'));

describe('the refusals every command shares', () => {
  it('are all in the table that the reference page is made of, and none is left over', () => {
    const used = new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/(?:refuse\(\s*|,\s+|=== )'([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1]),
      ),
    );
    const known = Object.keys(commonRefusals);
    expect([...used].filter((code) => code !== undefined && !known.includes(code))).toEqual([]);
    expect(known.filter((code) => !used.has(code))).toEqual([]);
  });
});

describe('a legal requirement', () => {
  it.each(requirementEntries().filter(({ effect, code }) => effect !== 'blocks' && !ofTheCalendar.includes(code)))(
    'that $effect ($code) always shows its article',
    ({ basis }) => {
      expect(citeAll(basis, 'zh')).toMatch(/《.+》/);
    },
  );

  it('has one effect under one code, wherever it is asked', () => {
    const codes = requirementEntries().map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
