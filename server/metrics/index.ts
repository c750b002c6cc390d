/** What an operator watches: gathered in one registry, shown behind a token or on a port of its own. */
export { listenForMetrics, registerMetricsRoute } from './doors.ts';
export { houseMetrics } from './house.ts';
export type { Registry } from './registry.ts';
