import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castMember } from '../../../seeds/cast.ts';
import { storiesOfToday } from '../../../seeds/stories/index.ts';
import { readConfig } from '../../../server/config.ts';
import { tellStory } from '../../../server/tell.ts';
import { townOf } from '../../../server/town.ts';
import { headingOf, signedIn, type Visitor, visitor } from '../../support/browserless.ts';
import { formIn } from '../../support/forms.ts';
import { type House, openHouse } from '../../support/house.ts';
import { openingCommit, sampleTask } from '../../support/store-samples.ts';

const today = '2026-11-23';

let house: House;
beforeAll(async () => {
  house = await openHouse({ start: `${today}T09:00` });
  for (const story of storiesOfToday(today)) await tellStory(story, house.dependencies);
});
afterAll(() => house?.close());

/** Everything of a case that a page offers to do. */
function formsOffered(page: string, caseId: string): readonly string[] {
  const found = [...page.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
  return [...new Set(found.filter((address) => address.startsWith(`/cases/${caseId}/commands/`)))];
}

/** The case opens, and so does every form it offers. */
async function openEverything(person: Visitor, caseId: string): Promise<void> {
  const page = await person.get(`/cases/${caseId}`);
  expect(page.status).toBe(200);
  const forms = formsOffered(page.text, caseId);
  expect(forms.length).toBeGreaterThan(3);
  for (const address of forms) {
    const form = await person.get(address);
    expect([address, form.status]).toEqual([address, 200]);
    expect(formIn(form.text, `/cases/${caseId}/`).sent).not.toEqual({});
  }
}

describe('On the demonstration’s first day', () => {
  it.each([
    ['gao', '烟台市市场监督管理局（知识产权局）', 'today-ruling', '答辩', '2026-11-26'],
    ['majun', '烟台市市场监督管理局', 'today-penalty', '听证', '2026-11-25'],
    ['xu', '烟台仲裁委员会', 'today-arbitration-asked', '是否受理', '2026-11-25'],
    ['tang', '烟台市芝罘区人民法院', 'today-enforcement', '异议', '2026-11-25'],
    ['he', '烟台商事调解组织', 'today-commercial', '司法确认', '2026-11-30'],
  ] as const)(
    '%s of %s finds a case with its time limit on the desk, and every form it offers opens',
    async (login, organisation, story, limit, due) => {
      const caseId = `story-${story}`;
      for (const language of ['zh-CN', 'en'] as const) {
        const person = await signedIn(house, login, language);
        const desk = await person.get('/desk');
        expect(desk.status).toBe(200);
        expect(desk.text).toContain(`/cases/${caseId}#clocks`);
        if (language === 'zh-CN') {
          expect(headingOf(desk)).toContain(organisation);
          expect(desk.text).toContain(limit);
          expect(desk.text).toContain(due);
        }
        await openEverything(person, caseId);
      }
    },
  );

  it('a time that only has to pass before an enforcement may be ended is no time limit on the judge’s desk', async () => {
    const later = await openHouse({ start: `${today}T09:00` });
    try {
      for (const story of storiesOfToday(today)) await tellStory(story, later.dependencies);
      later.at('2027-03-25T09:00');
      const due = (await signedIn(later, 'tang', 'en')).get('/api/desk');
      const { due: limits } = JSON.parse((await due).text) as { due: readonly { kind: string }[] };
      expect(limits.length).toBeGreaterThan(0);
      expect(limits.filter(({ kind }) => kind === 'waitingPeriod')).toEqual([]);
    } finally {
      await later.close();
    }
  });

  it.each([
    ['zh-CN', '动态验证码：未使用'],
    ['en', 'Second factor: not used'],
  ] as const)('the audit administrator reads in %s, in words, how somebody signed in', async (language, said) => {
    const auditor = await signedIn(house, 'admin-audit', language);
    await house.dependencies.audit.flush();
    const { text } = await auditor.get('/administration/audit');
    expect(text).toContain(said);
    expect(text).not.toContain('secondFactor: ');
  });

  it('the commercial mediation runs under a number that does not look like one of people’s mediation', async () => {
    const { proceedings } = (await house.dependencies.store.load('story-today-commercial'))!;
    const numbers = Object.values(proceedings).map(({ number }) => number);
    expect(numbers).toContain('（2026）烟商调字第001号');
    expect(numbers.join()).not.toContain('人调');
  });

  it('the secretary has an accepted arbitration too, and the second officer the penalty case', async () => {
    await openEverything(await signedIn(house, 'xu'), 'story-today-arbitration');
    await openEverything(await signedIn(house, 'qin'), 'story-today-penalty');
  });
});

describe('The people of a demonstration', () => {
  it('are all named on its sign-in page, with their organisations', async () => {
    const page = await visitor(house).get('/sign-in');
    for (const name of ['高伟', '马骏', '秦悦', '许雯', '唐磊', '何清']) expect(page.text).toContain(name);
    expect(page.text).toContain('烟台仲裁委员会');
  });

  it('are handed cases that they answer themselves', async () => {
    const organisations = house.dependencies.town.organisations;
    for (const { organisationId } of await house.dependencies.accounts.list())
      if (organisationId !== null) expect(organisations[organisationId]?.onSystem).toBe(true);
  });

  it('bring no organisation onto the system where other people work, or where they were not asked for', () => {
    const demo = readConfig({});
    const account = { id: 'ma-jun', login: 'x', name: 'x', organisationId: 'yantaiMarketSupervision', roles: [] };
    const isOn = (...given: Parameters<typeof townOf>) =>
      townOf(...given).organisations.yantaiMarketSupervision?.onSystem;
    expect(isOn([], demo)).toBe(true);
    expect(isOn([{ ...account, status: 'active' }], demo)).toBe(true);
    expect(isOn([{ ...account, status: 'active', id: 'somebody-real' }], demo)).toBe(false);
    expect(isOn([{ ...account, status: 'invited' }], demo)).toBe(false);
    expect(isOn([], readConfig({ JIEFEN_DEMO: '0' }))).toBe(false);
  });
});

describe('A window that the parties let pass', () => {
  it('stands on the mediator’s desk while it runs, and no longer when it has passed; the case keeps it', async () => {
    const window = async () => {
      const desk = await (await signedIn(house, 'sun')).get('/api/desk');
      const { due }: { due: { label: { zh: string }; case: { id: string } }[] } = JSON.parse(desk.text);
      return due.filter(({ label }) => label.zh === '申请司法确认').map((one) => one.case.id);
    };
    const open = await window();
    expect(open).not.toEqual([]);
    house.at('2027-03-01T09:00');
    expect(await window()).toEqual([]);
    expect((await (await signedIn(house, 'sun')).get(`/cases/${open[0]}`)).text).toContain('申请司法确认');
    house.at(`${today}T09:00`);
  });
});

describe('In an office with more tasks than a desk shows', () => {
  it('everybody has what is theirs, nearest first', async () => {
    const he = await signedIn(house, 'he');
    const waiting = async () => {
      const { waitingForMe } = JSON.parse((await he.get('/api/desk')).text) as { waitingForMe: { id: string }[] };
      return waitingForMe.map(({ id }) => id);
    };
    const before = await waiting();
    expect(before.length).toBeGreaterThan(0);
    const commit = openingCommit('crowd');
    const organisation = castMember('he').organisation!;
    const home = { ...Object.values(commit.after.proceedings)[0]!, organisation };
    const tasks = Array.from({ length: 150 }, (_, index) => ({
      ...sampleTask(home, 'a-colleague', '2026-01-02'),
      id: `task-${index}`,
    }));
    await house.dependencies.store.commit({ ...commit, derived: { ...commit.derived, tasks } });
    expect(await waiting()).toEqual(before);
  });
});
