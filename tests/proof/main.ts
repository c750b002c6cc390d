/** `npm run workflows:check`: proves the whole, writes the pages of `docs/reference/`, and says what does not hold. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kit } from '../../workflows/index.ts';
import { pages } from './pages.ts';
import { prove } from './statement.ts';

const proof = await prove();
const reference = join(import.meta.dirname, '../../docs/reference');
mkdirSync(join(reference, 'machines'), { recursive: true });
for (const [file, content] of Object.entries(pages(proof))) writeFileSync(join(reference, file), content);
for (const one of proof.shortcomings) console.error(one);
console.log(
  `${kit.machines.length} machines, ${proof.machines.reduce((sum, one) => sum + one.configurations, 0)} configurations, ${proof.shortcomings.length} shortcomings`,
);
if (proof.shortcomings.length > 0) process.exitCode = 1;
