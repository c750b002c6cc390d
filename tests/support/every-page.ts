/** Every page of the product, and who opens it where. A page that is registered and does not stand here fails a test. */

import type { AccountRole } from '../../db/accounts.ts';
import { type CastLogin, castMember } from '../../seeds/cast.ts';
import { first } from '../../seeds/stories/first.ts';
import { storiesOfToday } from '../../seeds/stories/index.ts';
import { invitePerson, startReassignment } from '../../server/administration/index.ts';
import { printMark } from '../../server/papers/index.ts';
import { reconcile } from '../../server/registers/index.ts';
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

/** Who works in cases, each with a desk of their own; of two at one desk one stands for both. */
const officers = ['sun', 'limin', 'wang', 'liu', 'gao', 'majun', 'xu', 'tang', 'he'] as const;
const administrators = ['admin-system', 'admin-security', 'admin-audit'] as const;
const everybody = [...officers, 'zhao', ...administrators] as const;
/** Whose organisation makes or takes referrals, and whose mediates. */
const referrers = ['sun', 'limin', 'wang', 'liu', 'he'] as const;
const settlers = ['sun', 'gao', 'majun', 'he'] as const;

/** The pages by their route, with everybody who may open them: a test asks the server who else could. */
export const everyPage: Readonly<Record<string, readonly Opened[]>> = {
  '/sign-in': [open('/sign-in', null)],
  '/link/:token': [open('/link/invited', null, ...everybody)],
  '/status': [open('/status', null, ...everybody)],
  '/my-cases': [open('/my-cases', null, ...everybody)],
  '/triage': [open('/triage', null, ...everybody), open('/triage?rightKind=designPatent&dispute=infringement', null)],
  '/desk': [open('/desk', ...officers, 'zhao')],
  '/desk/call': [open('/desk/call', ...officers)],
  '/desk/quick': [open('/desk/quick', ...officers)],
  '/calendar': [open('/calendar', ...officers)],
  '/cases': [open('/cases', ...officers), open('/cases?box=done', 'limin')],
  '/search': [open('/search?text=%E7%83%9F%E5%8F%B0', ...officers), open('/search?text=%E6%97%A0', 'sun')],
  '/queue': [open('/queue', 'liu', 'gao', 'wang', 'majun', 'xu', 'tang')],
  '/queue/series': [open('/queue/series', 'liu')],
  '/batches': [open('/batches', ...officers)],
  '/cases/new': [open('/cases/new', ...officers)],
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
    open(form('story-today-court', 'prepareHandoff'), 'sun', 'limin', 'liu'),
    open(form('story-today-from-centre', 'addItem'), 'wang'),
    open(form('story-today-ruling', 'issueRuling'), 'gao'),
    open(form('story-today-penalty', 'decidePenalty'), 'majun'),
    open(form('story-today-arbitration-asked', 'recordArbitrationAgreement'), 'xu'),
    open(form('story-today-enforcement', 'decideEnforcementObjection'), 'tang'),
    open(form('story-today-commercial', 'prepareHandoff'), 'he'),
  ],
  '/cases/:caseId/reveal': [open('/cases/story-today-session/reveal', 'sun')],
  '/cases/:caseId/handoffs/:handoffId': [
    open(handoff('story-today-court'), 'sun', 'limin'),
    open('/cases/story-first/handoffs/first', 'liu', 'tang'),
  ],
  '/cases/:caseId/handoffs/:handoffId/receipt': [
    open('/cases/story-first/handoffs/first/receipt', 'liu', 'sun', 'limin', 'tang'),
  ],
  '/cases/:caseId/letters/:letterId': [
    open({ on: '/cases/story-today-session', leadsTo: '/cases/story-today-session/letters/' }, 'limin', 'sun'),
  ],
  '/papers': [open('/papers', ...officers)],
  '/papers/:mark': [open('/papers/printed', 'sun', 'limin')],
  '/cases/:caseId/papers': [
    open('/cases/story-today-session/papers', 'sun'),
    open('/cases/story-today-ruling/papers', 'gao'),
    open('/cases/story-today-court/papers', 'limin', 'liu', 'tang'),
  ],
  '/handoffs': [open('/handoffs', ...officers)],
  '/referrals': [open('/referrals', ...referrers)],
  '/referrals/reconcile': [open('/referrals/reconcile', ...referrers)],
  '/referrals/reconciliations/:id': [open('/referrals/reconciliations/kept', 'liu')],
  '/series': [open('/series', ...settlers)],
  '/series/new': [open('/series/new?from=shop-a', ...settlers)],
  '/series/:id': [open('/series/gathered', 'sun')],
  '/series/:id/cases/:number': [open('/series/gathered/cases/1', 'sun')],
  '/people': [open('/people', ...officers, 'zhao')],
  '/people/leaving': [open('/people/leaving?leaver=sun-lihua', 'limin')],
  '/people/reassignments/:id': [open('/people/reassignments/started', 'limin')],
  '/account': [open('/account', ...everybody)],
  '/arbitration-rules': [open('/arbitration-rules', ...everybody)],
  '/arbitration-rules/new': [open('/arbitration-rules/new', 'admin-system')],
  '/administration/accounts': [open('/administration/accounts', 'admin-system', 'admin-security')],
  '/administration/accounts/new': [open('/administration/accounts/new', 'admin-system')],
  '/administration/accounts/:id': [open('/administration/accounts/sun-lihua', 'admin-system', 'admin-security')],
  '/administration/proposals': [open('/administration/proposals', 'admin-security', 'admin-system')],
  '/administration/audit': [open('/administration/audit', 'admin-audit')],
};

/** The address of a visit, for somebody who reads the page that leads there where nobody can know it; null: it does not lead them. */
export async function addressFor(
  at: Address,
  read: (address: string) => Promise<string>,
  made: (address: string) => string,
): Promise<string | null> {
  if (typeof at === 'string') return made(at);
  const links = [...(await read(at.on)).matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  return links.find((href) => href.startsWith(at.leadsTo)) ?? null;
}

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
  const session = Object.values((await dependencies.store.load('story-today-session'))?.proceedings ?? {}).at(-1);
  const paper = { caseId: 'story-today-session', proceeding: session?.id ?? '', document: 'mediationRecord' };
  const made: Readonly<Record<string, string>> = {
    '/papers/printed': `/papers/${await printMark({ ...paper, thing: null }, dependencies)}`,
    '/link/invited': `/link/${token}`,
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
