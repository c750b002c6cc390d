import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CastLogin, castMember } from '../../seeds/cast.ts';
import { storiesOfToday } from '../../seeds/stories/index.ts';
import { partyId } from '../../seeds/stories/story.ts';
import { tellStory } from '../../server/tell.ts';
import { type CaseFile, commands } from '../../workflows/index.ts';
import { type AtWork, sitDown, type Way, ways } from '../support/at-work.ts';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { codesSent, doorCase } from '../support/door-house.ts';
import type { Controls } from '../support/forms.ts';
import { type House, openHouse } from '../support/house.ts';

const executable = chromiumPath();
const today = '2026-11-23';

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  let house: House;
  let base: string;
  const faults: string[] = [];
  beforeAll(async () => {
    house = await openHouse({ start: `${today}T09:00` });
    for (const way of ways) await tellCases(house, way);
    base = await house.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await openChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('everybody who works in a case finds it, does their main job and sees it recorded: at a desk in Chinese, on a telephone in English', async () => {
    await Promise.all(ways.map((way) => oneAfterAnother(way, casework)));
    expect(faults).toEqual([]);
  });

  it('heads, supervisors and administrators do theirs', async () => {
    await Promise.all(ways.map((way) => oneAfterAnother(way, oversight)));
    expect(faults).toEqual([]);
  });

  it('a respondent answers and a rights holder asks for a call, through their codes', async () => {
    for (const way of ways) await oneAfterAnother(way, atTheDoor);
    expect(faults).toEqual([]);
  });

  async function oneAfterAnother(way: Way, jobs: readonly Job[]): Promise<void> {
    const at = await sitDown(browser, base, way, faults);
    for (const job of jobs) await job(at, house, way);
    await at.leaves();
  }
});

type Job = (at: AtWork, house: House, way: Way) => Promise<void>;

/** Each way has its own cases: what is done in one is done there once. */
const caseIn = ({ language }: Way, story: string) => `story-today-${story}-${language}`;

/** The cases of the demonstration, the commercial one still at talks, and one that the centre has not handed over yet. */
async function tellCases({ dependencies }: House, { language }: Way): Promise<void> {
  const told = storiesOfToday(today).map((story) =>
    story.id === 'today-commercial' ? { ...story, steps: story.steps.slice(0, -1) } : story,
  );
  const atWindow = told.find(({ id }) => id === 'today-from-centre')!;
  const window = { ...atWindow, id: 'today-window', steps: atWindow.steps.slice(0, 2) };
  // What is told for one way is the same quarrel over again for the other, as whoever registers it is told.
  const acknowledged = ['related-double-filing', 'related-repeat-infringement', 'related-suit-or-ruling'];
  for (const { id, steps, ...story } of [...told, window]) {
    const again = steps.map((step) => ({ ...step, acknowledged: [...(step.acknowledged ?? []), ...acknowledged] }));
    await tellStory({ ...story, id: `${id}-${language}`, steps: again }, dependencies);
  }
}

/** What somebody does in a case: which forms, and what is entered in each. */
interface Casework {
  readonly login: CastLogin;
  readonly story: string;
  /** Where it is found, when not on the desk. */
  readonly on?: string;
  readonly forms: readonly (readonly [command: string, entries: (caseFile: CaseFile) => Controls])[];
}

const nothing = () => ({});
/** Official numbers must differ from case to case, as those of the cases do. */
const numberOf = ({ header }: CaseFile) => /(\d+)号/.exec(header.code)?.[1];
const side = (caseFile: CaseFile, which: 'claimant' | 'respondent') => [partyId(caseFile, which)];

const casework: readonly Job[] = [
  doesIn({ login: 'sun', story: 'session', forms: [['recordAgreement', agreement]] }),
  doesIn({ login: 'he', story: 'commercial', forms: [['recordAgreement', agreement]] }),
  doesIn({ login: 'limin', story: 'from-centre', forms: [['receiveHandoff', nothing]] }),
  doesIn({
    login: 'liu',
    story: 'court',
    on: '/queue',
    forms: [['acceptConfirmation', (c) => ({ 'data.number': [`（2026）鲁0602诉前调确${numberOf(c)}号`] })]],
  }),
  doesIn({ login: 'gao', story: 'ruling', on: '/queue', forms: [['recordRulingDefence', nothing]] }),
  doesIn({
    login: 'majun',
    story: 'penalty',
    on: '/queue',
    forms: [
      ['recordStatement', (c) => ({ 'data.party': side(c, 'respondent'), 'data.statement': ['商品系从展会购入。'] })],
    ],
  }),
  doesIn({
    login: 'xu',
    story: 'arbitration-asked',
    on: '/queue',
    forms: [
      [
        'recordArbitrationAgreement',
        () => ({
          'data.kind': ['clause'],
          'data.concludedOn': ['2025-11-03'],
          'data.institution': ['clear'],
          'data.coversMatter': ['yes'],
        }),
      ],
      ['acceptArbitration', (c) => ({ 'data.number': [`烟仲字〔2026〕第${numberOf(c)}号`] })],
    ],
  }),
  doesIn({
    login: 'tang',
    story: 'enforcement',
    on: '/queue',
    forms: [['decideEnforcementObjection', () => ({ 'data.result': ['dismissed'] })]],
  }),
  doesIn({
    login: 'wang',
    story: 'window',
    forms: [
      [
        'prepareHandoff',
        (c) => ({
          'data.kind': ['H5'],
          'data.to': ['yantaiMediationCommittee'],
          'data.items': Object.keys(c.items),
          'data.partiesConsent': ['yes'],
        }),
      ],
      ['offerHandoff', nothing],
    ],
  }),
];

/** From the desk or the queue to the case or its packet, from there to the form, and back to what the record says. */
function doesIn({ login, story, on, forms }: Casework): Job {
  return async (at, { dependencies }, way) => {
    const caseId = caseIn(way, story);
    await at.signsIn(login);
    if (on !== undefined) await at.opens(on);
    await at.follows(`a[href^="/cases/${caseId}"]:not([href*="/commands/"]):not([href*="/quick/"])`);
    for (const [command, entries] of forms) {
      const caseFile = (await dependencies.store.load(caseId))!;
      // A link that names a choice leads to a form that offers no other.
      await at.follows(`a[href*="/commands/${command}"]:not([href*="with."])`);
      await at.fills(entries(caseFile));
      await at.sends();
      expect(await at.page.locator('.notice-good').first().innerText()).toContain(at.says(commands[command]!.label));
      const journal = await dependencies.store.reads.journal(caseId);
      const own = journal.filter(({ envelope }) => envelope.actor.person === castMember(login).id);
      expect([login, own.some(({ envelope }) => envelope.type === command)]).toEqual([login, true]);
    }
  };
}

/** In writing, signed and sealed on the day: a payment. */
function agreement(caseFile: CaseFile): Controls {
  const clause = {
    subject: 'payment',
    act: '一次性支付赔偿款',
    amountFen: '30000',
    dueOn: '2026-12-31',
    mannerNamed: 'yes',
  };
  const parties = { obligor: side(caseFile, 'respondent')[0]!, obligee: side(caseFile, 'claimant')[0]! };
  const rows = {
    'clauses.0': { ...clause, ...parties },
    'signatures.0': { party: parties.obligee, signedOn: today },
    'signatures.1': { party: parties.obligor, signedOn: today },
  };
  const entered = Object.entries(rows).flatMap(([row, values]) =>
    Object.entries(values).map(([name, value]) => [`data.${row}.${name}`, [value]] as const),
  );
  const dates = { 'data.mediatorSignedOn': [today], 'data.sealedOn': [today] };
  return { 'data.form': ['written'], ...Object.fromEntries(entered), ...dates };
}

const oversight: readonly Job[] = [
  looksIntoACase,
  assignsSeveral,
  namesAStandIn,
  invitesSomebody,
  confirmsThem,
  findsWhoLookedIn,
];

const reasonIn = ({ language }: Way) => `处理来信 ${language}`;

/** A centre's head has numbers, and gives a reason for one case. */
async function looksIntoACase(at: AtWork, _house: House, way: Way): Promise<void> {
  await at.signsIn('zhao');
  expect(await at.reads()).toContain(at.says({ zh: '在办', en: 'Open' }));
  const caseId = caseIn(way, 'from-centre');
  await at.opens(`/cases/${caseId}`);
  expect(await at.reads()).not.toContain('烟台海图文化传媒有限公司');
  await at.fills({ reason: [reasonIn(way)] });
  await at.sends();
  expect(await at.reads()).toContain('烟台海图文化传媒有限公司');
}

/** Who organises a committee's work ticks cases in the list and gives them to one colleague in one go. */
async function assignsSeveral(at: AtWork, { dependencies }: House, way: Way): Promise<void> {
  const cases = [caseIn(way, 'session'), caseIn(way, 'packet')];
  const mediationOf = async (caseId: string) =>
    Object.values((await dependencies.store.load(caseId))!.proceedings).find(
      ({ channel }) => channel === 'peopleMediation',
    )!;
  const chosen = await Promise.all(cases.map(async (caseId) => `${caseId}/${(await mediationOf(caseId)).id}`));
  await at.signsIn('limin');
  await at.opens('/cases');
  await at.fills({ chosen, assignee: ['zhou-jianguo'], reason: [reasonIn(way)] });
  await at.sends('/cases/assign');
  const officersNow = async (caseId: string) =>
    (await mediationOf(caseId)).assignments.flatMap(({ as, person, to }) =>
      as === 'officer' && to === null ? [person] : [],
    );
  await expect
    .poll(() => Promise.all(cases.map(officersNow)), { timeout: 10_000 })
    .toEqual([['zhou-jianguo'], ['zhou-jianguo']]);
  await at.opens(new URL(at.page.url()).pathname);
  const result = await at.page.locator('main table').innerText();
  for (const caseId of cases) expect(result).toContain((await dependencies.store.load(caseId))!.header.code);
  expect(result.split(at.says({ zh: '已完成', en: 'Done' })).length - 1).toBe(cases.length);
}

/** Who organises a committee's work names a colleague for the days in which one is away. */
async function namesAStandIn(at: AtWork, { dependencies }: House, { language }: Way): Promise<void> {
  await at.signsIn('limin');
  await at.opens('/people');
  const month = language === 'en' ? '2027-02' : '2027-01';
  const [from, to] = [`${month}-04`, `${month}-08`];
  await at.fills({ person: ['sun-lihua'], deputy: ['zhou-jianguo'], from: [from], to: [to] });
  await at.sends('/people/stand-ins');
  expect(await at.page.locator('main table').first().innerText()).toContain(from);
  expect(await dependencies.standIns.personsOf('zhou-jianguo', from)).toEqual(['sun-lihua']);
}

const invitedIn = ({ language }: Way) => (language === 'en' ? 'guo' : 'chen');

async function invitesSomebody(at: AtWork, _house: House, way: Way): Promise<void> {
  await at.signsIn('admin-system');
  await at.follows('a[href="/administration/accounts/new"]');
  const organisation = ['yantaiProtectionCentre'];
  await at.fills({ name: [`新人 ${invitedIn(way)}`], login: [invitedIn(way)], organisation, roles: ['centreStaff'] });
  await at.sends();
  expect(await at.reads()).toContain('/link/');
}

async function confirmsThem(at: AtWork, { dependencies }: House, way: Way): Promise<void> {
  await at.signsIn('admin-security');
  const name = `新人 ${invitedIn(way)}`;
  await at.presses('button.button-primary', name);
  expect(await at.page.locator('main table').last().innerText()).toContain(name);
  const account = (await dependencies.accounts.list()).find(({ login }) => login === invitedIn(way));
  expect(account?.roles).toEqual(['centreStaff']);
}

async function findsWhoLookedIn(at: AtWork, _house: House, way: Way): Promise<void> {
  await at.signsIn('admin-audit');
  await at.fills({ person: ['zhao-hong'], caseId: [caseIn(way, 'from-centre')] });
  await at.page.locator('main form button').first().click();
  await at.page.waitForURL(/person=zhao-hong/);
  expect(await at.reads()).toContain(reasonIn(way));
}

const atTheDoor: readonly Job[] = [bothPartiesAnswer];

async function bothPartiesAnswer(at: AtWork, house: House, { language }: Way): Promise<void> {
  const one = await doorCase(house, { email: `${language}@example.cn` });
  const enters = async (code: string) => {
    await at.page.context().clearCookies();
    await at.opens(`/status?language=${language}`);
    await at.fills({ code: [code] });
    await at.sends();
  };
  await enters(one.codes.respondent);
  await at.sends('/status/1/agree');
  await at.fills({ code: [codesSent(house).at(-1) ?? ''] });
  await at.sends();
  expect(await at.page.locator('h1').innerText()).toBe(at.says({ zh: '已收到', en: 'Received' }));

  await enters(one.codes.claimant);
  await at.page.locator('form[action="/status/1/call"] button').click();
  await at.page.waitForURL(/call/);
  await at.fills({ 'data.when': ['afternoon'] });
  await at.sends();
  expect(await at.page.locator('h1').innerText()).toBe(at.says({ zh: '已收到', en: 'Received' }));
  const facts = Object.values((await one.file()).facts).map(({ type }) => type);
  expect(facts).toEqual(expect.arrayContaining(['recordConsent', 'askForCall']));
}
