import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Basis, LegalRule } from '../../workflows/rules/law.ts';
import { sourcesIn } from './sources.ts';

const root = join(import.meta.dirname, '../..');

/** A row of the law that says how far it was verified, and where it stands. */
export interface VerifiedRow extends Pick<LegalRule, 'basis' | 'verified'> {
  readonly at: string;
}

const isBasis = (value: object): value is Basis =>
  'instrument' in value &&
  typeof value.instrument === 'string' &&
  'article' in value &&
  typeof value.article === 'string';
const isRow = (value: object): value is Pick<LegalRule, 'basis' | 'verified'> =>
  'verified' in value && 'basis' in value && Array.isArray(value.basis);

/** Everything cited by what the modules of workflows hold, and by citations written into their source and the server's; and every row that says how far it was verified. */
export async function readCitations(): Promise<{
  readonly cited: readonly Basis[];
  readonly rows: readonly VerifiedRow[];
}> {
  const cited = new Map<string, Basis>();
  const rows: VerifiedRow[] = [];
  const visited = new Set<object>();
  const add = ({ instrument, article }: Basis) => cited.set(`${instrument} ${article}`, { instrument, article });
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null || visited.has(value)) return;
    visited.add(value);
    if (isBasis(value)) add(value);
    if (isRow(value)) rows.push({ at, basis: value.basis, verified: value.verified });
    for (const [name, part] of Object.entries(value)) walk(part, `${at}.${name}`);
  };
  for (const path of globSync('workflows/**/*.ts', { cwd: root })) {
    const module: Record<string, unknown> = await import(join(root, path));
    for (const [name, value] of Object.entries(module)) walk(value, name);
  }
  // Closures hold their citations where no walk comes.
  for (const { text } of [...sourcesIn('workflows'), ...sourcesIn('server')])
    for (const [, instrument, article = ''] of text.matchAll(/instrument: '(\w+)',\s+article: '([^']*)'/g))
      add({ instrument: instrument as Basis['instrument'], article });
  return { cited: [...cited.values()], rows };
}
