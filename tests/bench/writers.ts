/**
 * People who write while somebody reads, in a process of their own: what sending their commands costs would otherwise be
 * taken for time that a read waited.
 */
import { type Cookies, loadCommands } from './load.ts';
import type { PreparedCase } from './workload.ts';

/** Answered with a `Figure` once every life is lived. */
export interface WritersTask {
  readonly origin: string;
  readonly cookies: Cookies;
  readonly cases: readonly PreparedCase[];
  readonly connections: number;
}

process.on('message', async ({ origin, cookies, cases, connections }: WritersTask) => {
  process.send?.(await loadCommands(origin, cookies, cases, connections));
});
process.send?.('ready');
