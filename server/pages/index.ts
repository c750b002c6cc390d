import type { FastifyInstance } from 'fastify';
import type { RenderProblem } from '../error-handler.ts';
import type { CodeReader } from '../papers/index.ts';
import type { Dependencies } from '../write/index.ts';
import { registerAccountPage } from './account-page.ts';
import { registerAccountPages } from './administration/accounts-pages.ts';
import { registerAuditPages } from './administration/audit-page.ts';
import { registerInstitutionRulesPage } from './administration/institution-rules-page.ts';
import { registerLeavingPages } from './administration/leaving-page.ts';
import { registerPeoplePages } from './administration/people-page.ts';
import { registerProposalPages } from './administration/proposals-page.ts';
import { registerAssets } from './assets.ts';
import { registerBatchPages } from './batches/batch-pages.ts';
import { registerCalendarPages } from './calendar/calendar-page.ts';
import { registerCasePage } from './case-page.ts';
import { registerCommandPages } from './command-page.ts';
import { registerCallPages } from './daily/call-pages.ts';
import { registerQuickEntry } from './daily/quick-entry.ts';
import { registerQuickForm } from './daily/quick-form.ts';
import { registerDeskPage } from './desk-page.ts';
import { registerDoor } from './door/index.ts';
import { frameFor, keepLanguage } from './frame.ts';
import { registerHandoffPages } from './handoff-pages.ts';
import { registerReasonPage } from './head-pages.ts';
import { registerLetterPages } from './letter-pages.ts';
import { registerListPage } from './lists/list-page.ts';
import { registerSavedLists } from './lists/saved-lists.ts';
import { registerSearchPage } from './lists/search-page.ts';
import { registerOpeningPages } from './opening/opening-pages.ts';
import { registerPaperPages } from './papers/index.ts';
import { registerPartyAccount } from './party-account/index.ts';
import { problemPages } from './problem-page.ts';
import { registerQueuePage } from './queue/queue-page.ts';
import { registerSeriesPage } from './queue/series-page.ts';
import { registerReconcilePages } from './referrals/reconcile-pages.ts';
import { registerRegisterPage } from './referrals/register-page.ts';
import { registerRevealPage } from './reveal-page.ts';
import { registerGatherPages } from './series/gather-page.ts';
import { registerOwnPages } from './series/own-page.ts';
import { registerSeriesPages } from './series/series-page.ts';
import { type DemoCast, registerSignInPages } from './sign-in.ts';
import { registerTriagePage } from './triage-page.ts';

export type { DemoCast, DemoLogin } from './sign-in.ts';
export { roleLabels } from './texts.ts';

/**
 * The pages of the house. Needs the security of the server, and parsers of both kinds of forms, registered before it.
 * `reader` looks for the codes on photographed papers; `cast` are the people of a demonstration, shown on its sign-in page; null elsewhere.
 */
export async function registerPages(
  app: FastifyInstance,
  dependencies: Dependencies,
  reader: CodeReader,
  cast: DemoCast | null = null,
): Promise<void> {
  const frame = frameFor(dependencies);
  keepLanguage(app, dependencies);
  await registerAssets(app);
  registerSignInPages(app, dependencies, frame, cast);
  registerDeskPage(app, dependencies, frame);
  registerListPage(app, dependencies, frame);
  registerSavedLists(app, dependencies, frame);
  registerSearchPage(app, dependencies, frame);
  registerCallPages(app, dependencies, frame);
  registerQuickEntry(app, dependencies);
  registerQuickForm(app, dependencies, frame);
  registerCalendarPages(app, dependencies, frame);
  registerCommandPages(app, dependencies, frame);
  registerRevealPage(app, dependencies, frame);
  registerReasonPage(app, dependencies, frame);
  registerAccountPage(app, dependencies, frame);
  registerAccountPages(app, dependencies, frame);
  registerProposalPages(app, dependencies, frame);
  registerInstitutionRulesPage(app, dependencies, frame);
  registerAuditPages(app, dependencies, frame);
  registerPeoplePages(app, dependencies, frame);
  registerLeavingPages(app, dependencies, frame);
  registerCasePage(app, dependencies, frame);
  registerHandoffPages(app, dependencies, frame);
  registerQueuePage(app, dependencies, frame);
  registerSeriesPage(app, dependencies, frame);
  registerLetterPages(app, dependencies, frame);
  registerPaperPages(app, dependencies, frame, reader);
  registerRegisterPage(app, dependencies, frame);
  registerReconcilePages(app, dependencies, frame);
  registerOpeningPages(app, dependencies);
  registerBatchPages(app, dependencies, frame);
  registerGatherPages(app, dependencies, frame);
  registerSeriesPages(app, dependencies, frame);
  registerOwnPages(app, dependencies, frame);
  registerDoor(app, dependencies);
  registerPartyAccount(app, dependencies);
  registerTriagePage(app, dependencies, frame);
}

/** What the error handler writes for people. */
export function renderProblems(dependencies: Pick<Dependencies, 'config' | 'store' | 'town' | 'now'>): RenderProblem {
  return problemPages(frameFor(dependencies));
}
