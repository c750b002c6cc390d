import type { FastifyInstance } from 'fastify';
import type { CodeReader } from '../papers/index.ts';
import type { Dependencies } from '../write/index.ts';
import { registerAdministration } from './administration.ts';
import { registerBatches } from './batches.ts';
import { registerCommands } from './commands.ts';
import { registerInstitutionRules } from './institution-rules.ts';
import { registerOpenings } from './openings.ts';
import { registerOrganisation } from './organisation.ts';
import { registerPapers } from './papers.ts';
import { registerPartyAccountApi } from './party-account.ts';
import { registerReads } from './reads.ts';
import { registerReference } from './reference.ts';
import { registerReferrals } from './referrals.ts';
import { registerSeries } from './series.ts';
import { registerStatus } from './status.ts';
import { registerTriage } from './triage.ts';

export { linkAddress } from './administration.ts';
export { sendTemplate, startRunningBatches } from './batches.ts';
export { startRunning } from './organisation.ts';
export { sendSheet } from './referrals.ts';
export { startRunningSeries } from './series.ts';
export { statusOfParty } from './status.ts';
export { type TriageQuery, triageAsked, triageQuery } from './triage.ts';

/** Everything under `/api` but the session, which security registers itself. */
export function registerApi(app: FastifyInstance, dependencies: Dependencies, reader: CodeReader): void {
  registerReads(app, dependencies);
  registerCommands(app, dependencies);
  registerReference(app, dependencies);
  registerStatus(app, dependencies);
  registerTriage(app, dependencies);
  registerAdministration(app, dependencies);
  registerInstitutionRules(app, dependencies);
  registerOrganisation(app, dependencies);
  registerReferrals(app, dependencies);
  registerSeries(app, dependencies);
  registerBatches(app, dependencies);
  registerOpenings(app, dependencies);
  registerPartyAccountApi(app, dependencies);
  registerPapers(app, dependencies, reader);
}
