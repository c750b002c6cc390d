/** Every page of the product, and who opens it where. A page that is registered and does not stand here fails a test. */

import type { AccountRole } from '../../db/accounts.ts';
import { type CastLogin, castMember } from '../../seeds/cast.ts';
import { first } from '../../seeds/stories/first.ts';
import { storiesOfToday } from '../../seeds/stories/index.ts';
import { invitePerson, startReassignment } from '../../server/administration/index.ts';
import { reconcile } from '../../server/registers/index.ts';
import { keepSearch } from '../../server/searches/index.ts';
import type { Viewer } from '../../server/security/index.ts';
import { gatherSeries, writeTerms } from '../../server/series/index.ts';
import { tellStory } from '../../server/tell.ts';
import { openDesk } from './desk.ts';
import { inSession } from './desk-stages.ts';
import type { House } from './house.ts';
import { csvList } from './referrals.ts';

/** An address, or the first link on a page whose address begins like this. */
export type Address = string | { readonly on: string; readonly leadsTo: string };

/** Opened by each of these logins; null is somebody without an account. */
export interface Opened {
  readonly by: readonly (CastLogin | null)[];
  readonly at: Address;
  /** Of the answer; 200 where nothing is said. */
  readonly status?: number;
}

const open = (at: Address, ...by: readonly (CastLogin | null)[]): Opened => ({ at, by });
const handoff = (of: string): Address => ({ on: `/cases/${of}`, leadsTo: `/cases/${of}/handoffs/` });
const form = (of: string, type: string): Address => ({ on: `/cases/${of}`, leadsTo: `/cases/${of}/commands/${type}?` });

/**
 * The pages by their route. What stands in somebody's navigation is opened by that person anyhow: here stands who opens it
 * once more because it looks different, or because no navigation leads there.
 */
export const everyPage: Readonly<Record<string, readonly Opened[]>> = {
  '/sign-in': [open('/sign-in', null)],
  '/link/:token': [open('/link/invited', null)],
  '/status': [open('/status', null)],
  '/triage': [open('/triage', null), open('/triage?rightKind=designPatent&dispute=infringement', null)],
  '/desk': [open('/desk', 'sun', 'limin', 'wang', 'zhao', 'liu', 'tang', 'gao', 'majun', 'xu', 'he')],
  '/desk/call': [open('/desk/call', 'sun')],
  '/calendar': [open('/calendar', 'sun', 'limin')],
  '/cases': [open('/cases', 'sun', 'limin', 'liu'), open('/cases?box=done', 'limin')],
  '/search': [open('/search/found', 'limin'), open('/search/too-short', 'sun'), open('/search', 'sun')],
  '/queue': [open('/queue', 'liu', 'gao', 'wang')],
  '/queue/series': [open('/queue/series', 'liu')],
  '/batches': [open('/batches', 'limin', 'wang')],
  '/cases/new': [open('/cases/new', 'limin', 'wang')],
  '/cases/:caseId': [
    open('/cases/story-today-session', 'sun', 'limin'),
    open('/cases/story-today-court', 'sun'),
    open('/cases/story-today-from-centre', 'wang'),
    // A centre's head is asked why, before anything is shown.
    { by: ['zhao'], at: '/cases/story-today-from-centre', status: 403 },
    open('/cases/story-first', 'liu'),
    open('/cases/story-today-enforcement', 'tang'),
    open('/cases/story-today-ruling', 'gao'),
    open('/cases/story-today-penalty', 'majun'),
    open('/cases/story-today-arbitration', 'xu'),
    open('/cases/story-today-commercial', 'he'),
  ],
  '/cases/:caseId/commands/:type': [
    open(form('story-today-session', 'recordAgreement'), 'sun'),
    open(form('story-today-court', 'prepareHandoff'), 'sun'),
    open(form('story-today-ruling', 'issueRuling'), 'gao'),
    open(form('story-today-penalty', 'decidePenalty'), 'majun'),
  ],
  '/cases/:caseId/reveal': [open('/cases/story-today-session/reveal', 'sun')],
  '/cases/:caseId/handoffs/:handoffId': [
    open(handoff('story-today-court'), 'sun'),
    open('/cases/story-first/handoffs/first', 'liu'),
  ],
  '/cases/:caseId/handoffs/:handoffId/receipt': [open('/cases/story-first/handoffs/first/receipt', 'liu')],
  '/cases/:caseId/letters/:letterId': [
    open({ on: '/cases/story-today-session', leadsTo: '/cases/story-today-session/letters/' }, 'limin'),
  ],
  '/handoffs': [open('/handoffs', 'limin', 'sun')],
  '/referrals': [open('/referrals', 'liu')],
  '/referrals/reconcile': [open('/referrals/reconcile', 'liu')],
  '/referrals/reconciliations/:id': [open('/referrals/reconciliations/kept', 'liu')],
  '/series': [open('/series', 'sun')],
  '/series/new': [open('/series/new?from=shop-a', 'sun')],
  '/series/:id': [open('/series/gathered', 'sun')],
  '/series/:id/cases/:number': [open('/series/gathered/cases/1', 'sun')],
  '/people': [open('/people', 'limin')],
  '/people/leaving': [open('/people/leaving?leaver=sun-lihua', 'limin')],
  '/people/reassignments/:id': [open('/people/reassignments/started', 'limin')],
  '/account': [open('/account', 'sun', 'admin-system')],
  '/arbitration-rules': [open('/arbitration-rules', 'xu')],
  '/arbitration-rules/new': [open('/arbitration-rules/new', 'admin-system')],
  '/administration/accounts': [open('/administration/accounts', 'admin-system', 'admin-security')],
  '/administration/accounts/new': [open('/administration/accounts/new', 'admin-system')],
  '/administration/accounts/:id': [open('/administration/accounts/sun-lihua', 'admin-system', 'admin-security')],
  '/administration/proposals': [open('/administration/proposals', 'admin-security')],
  '/administration/audit': [open('/administration/audit', 'admin-audit')],
};

/** What is asked for with GET outside the API and is no page, and what it is instead. */
export const noPages: Readonly<Record<string, string>> = {
  '/': 'leads to the desk or the sign-in page',
  '/assets/*': 'style sheets, scripts, icons',
  '/calendar/feed/:token.ics': 'a file for calendars',
  '/cases/:caseId/live': 'a stream of what changed',
  '/cases/:caseId/quick/:what': 'leads to the form',
  '/batches/template': 'a file',
  '/livez': 'for what watches the process',
  '/readyz': 'for what watches the process',
  '/referrals/export': 'a file',
  '/referrals/reconciliations/:id/export': 'a file',
  '/administration/audit/export': 'a file',
};

/** Pages that need somebody who came a longer way, and the walk that goes it. */
export const walkedElsewhere: Readonly<Record<string, string>> = {
  '/status/:place': 'tests/browser/door.test.ts',
  '/batches/:id': 'tests/browser/entry.test.ts',
};

/** Tells the cases of the demonstration, as they stand on the day of the house's clock. */
export async function tellDemonstration({ dependencies }: House): Promise<void> {
  const today = dependencies.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  for (const story of [first, ...storiesOfToday(today)]) await tellStory(story, dependencies);
}

/** Tells the demonstration and makes what no story makes. Returns the addresses behind the invented words above. */
export async function furnish(house: House): Promise<(address: string) => string> {
  const { dependencies } = house;
  await tellDemonstration(house);
  for (const caseId of ['shop-a', 'shop-b']) await inSession(openDesk({ caseId, store: dependencies.store }));
  const series = await gatherSeries(viewer('sun'), ['shop-a', 'shop-b'], dependencies);
  await writeTerms(viewer('sun'), series, 1, { terms, own: {} }, dependencies);
  const job = { person: 'sun-lihua', officers: {}, everythingTo: 'zhou-jianguo', reason: null };
  const started = await startReassignment(viewer('limin'), job, dependencies);
  const list = {
    bytes: csvList([
      ['案号', '委托日期', '被告'],
      ['（2026）鲁0602民初456号', '2026-11-04', ''],
    ]),
    fields: { from: '2026-11-01', to: '2026-11-30' },
  };
  const kept = await reconcile(viewer('liu'), list, true, dependencies);
  const invited = { login: 'chen', name: '陈静', organisationId: 'yantaiProtectionCentre', roles: ['centreStaff'] };
  const { token } = await invitePerson(viewer('admin-system'), invited, dependencies);
  const atCourt = Object.keys((await dependencies.store.load('story-first'))?.handoffs ?? {})[0];
  const made: Readonly<Record<string, string>> = {
    '/link/invited': `/link/${token}`,
    '/search/found': `/search?find=${await keepSearch('li-min', '烟台', dependencies)}`,
    '/search/too-short': `/search?find=${await keepSearch('sun-lihua', '无', dependencies)}`,
    '/series/gathered': `/series/${series}`,
    '/series/gathered/cases/1': `/series/${series}/cases/1`,
    '/people/reassignments/started': `/people/reassignments/${started}`,
    '/referrals/reconciliations/kept': `/referrals/reconciliations/${kept.id}`,
    '/cases/story-first/handoffs/first': `/cases/story-first/handoffs/${atCourt}`,
    '/cases/story-first/handoffs/first/receipt': `/cases/story-first/handoffs/${atCourt}/receipt`,
  };
  return (address) => made[address] ?? address;
}

const terms = {
  form: 'written',
  reachedOn: '2026-09-02',
  clauses: [{ subject: 'stopInfringement', owedBy: 'respondent', act: '停止销售涉案商品', dueOn: '2026-12-01' }],
  signedOn: '2026-09-02',
  mediatorSignedOn: '2026-09-02',
  sealedOn: '2026-09-02',
};

/** One of the cast as the server knows them once they are signed in. */
function viewer(login: CastLogin): Viewer {
  const { id, name, organisation, roles } = castMember(login);
  // Nobody of the cast acts as the system.
  return {
    accountId: id,
    name,
    organisationId: organisation,
    roles: roles as readonly AccountRole[],
    secondFactor: false,
  };
}
