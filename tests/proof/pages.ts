import { kit } from '../../workflows/index.ts';
import { clocksPage } from './clocks-page.ts';
import { machinePage } from './diagram.ts';
import { edgeCasesPage } from './edge-cases/page.ts';
import { type Proof, statement } from './statement.ts';

/** The generated pages of `docs/reference/` by file name. */
export function pages(proof: Proof): Readonly<Record<string, string>> {
  return {
    'proof.md': statement(proof),
    'clocks.md': clocksPage(),
    'edge-cases.md': edgeCasesPage(),
    ...Object.fromEntries(kit.machines.map((machine) => [`machines/${machine}.md`, machinePage(machine)])),
  };
}
