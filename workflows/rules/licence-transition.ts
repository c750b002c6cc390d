import { instruments } from './instruments.ts';

// The regulation has a day: the table's type only allows for instruments that have none.
const from = instruments.CMR.effectiveFrom!;

/** Days, both included, on which a commercial mediation body that existed before may go on without its licence: a year from the regulation (CMR 31). */
export const licenceTransition = {
  from,
  to: Temporal.PlainDate.from(from).add({ years: 1 }).subtract({ days: 1 }).toString(),
} as const;
