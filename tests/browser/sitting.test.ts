import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPassword } from '../../seeds/cast.ts';
import { type Dispute, intoMediation, invented } from '../../seeds/stories/today-steps.ts';
import { tellStory } from '../../server/tell.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Keyboard, keyboardOf, type Pressed } from '../support/keyboard.ts';

const executable = chromiumPath();
const today = '2026-11-23';

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('a mediator opens ten cases and logs forty small entries in one sitting, without the mouse', async () => {
    const house = await openHouse({ start: `${today}T09:00` });
    const walk = await walkThrough(house, browser);
    try {
      const mediations = await fiveMediations(house);
      const { page } = await walk.atDesk();
      const sitting: Sitting = { page, keys: await keyboardOf(page), house };
      await signIn(sitting);

      const perCase = await counted(sitting, openings);
      const opened = await casesOf(house, mediations);
      const perEntry = await counted(sitting, entries);

      expect(opened).toHaveLength(10);
      expect(await entriesOf(house, [...mediations, ...opened])).toEqual({ ...smallEntries, openCase: 10 });
      // What docs/guides/desk.md says. One Tab more per entry, or a focus lost, and it is no longer true.
      const [cases, small] = [sumOf(perCase), sumOf(perEntry)];
      expect([cases, small].filter(({ characters }) => characters > 310)).toEqual([]);
      expect(cases.keys).toBeLessThanOrEqual(120);
      expect(small.keys).toBeLessThanOrEqual(340);
      expect(perEntry.filter(({ keys }) => keys > 12)).toEqual([]);
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});

interface Sitting {
  readonly page: Page;
  readonly keys: Keyboard;
  readonly house: House;
}

type Deed = (sitting: Sitting) => Promise<void>;

/** Does one after another, and counts the keys of each. */
async function counted(sitting: Sitting, deeds: readonly Deed[]): Promise<readonly Pressed[]> {
  const presses: Pressed[] = [];
  for (const deed of deeds) {
    const before = sitting.keys.count();
    await deed(sitting);
    const after = sitting.keys.count();
    presses.push({ keys: after.keys - before.keys, characters: after.characters - before.characters });
  }
  return presses;
}

function sumOf(presses: readonly Pressed[]): Pressed {
  return presses.reduce((sum, one) => ({
    keys: sum.keys + one.keys,
    characters: sum.characters + one.characters,
  }));
}

async function signIn({ page, keys }: Sitting): Promise<void> {
  await page.goto('/sign-in');
  await keys.type('sun');
  await keys.press('Tab');
  await keys.type(castPassword);
  await keys.go(() => keys.press('Enter'));
}

/** The claimant of everything this morning, whom the house knows. */
const haiyue = { name: '烟台海岳电器有限公司', telephone: '0535-6000137' };

const openings: readonly Deed[] = [
  openInFull,
  ...['东风', '南山', '西关', '北大街', '光明'].map((shop) => openLike(`芝罘区${shop}商行`)),
  openByTelephone('赵先生', '13800000201', '网店盗用其摄影作品三幅。'),
  openByTelephone('钱女士', '13800000202', '商铺招牌与其注册商标近似。'),
  openOfKnown('海岳', '市场内有人销售仿冒电热水壶。'),
  openOverDraft('孙师傅', '13800000203', '他人冒用其外观设计专利。'),
];

/** Everything that is known at the window. */
async function openInFull(sitting: Sitting): Promise<void> {
  const { keys } = sitting;
  await keys.go(() => keys.hold('n'));
  await keys.press('Shift+Tab', 'ArrowDown', 'Tab');
  await keys.type(haiyue.name);
  await keys.press('Tab');
  await keys.type(haiyue.telephone);
  await keys.times(5, 'Tab');
  await keys.type('商行销售标有“海岳”注册商标的电热水壶，非本公司产品。');
  await keys.press('Tab', 'Space', 'Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'Tab');
  await keys.type('芝罘区鑫达商行');
  await keys.press('Tab');
  await keys.type('13800000137');
  await keys.times(6, 'Tab');
  await keys.times(4, 'ArrowDown');
  await keys.press('Tab');
  await keys.type('第12345678号');
  await keys.press('Tab');
  await keys.type('海岳');
  await keys.press('Tab', 'ArrowDown');
  await send(sitting, 'Control+Enter');
}

/** Another shop, from the page of the case before. */
function openLike(respondent: string): Deed {
  return async (sitting) => {
    const { keys } = sitting;
    await keys.go(() => keys.hold('t'));
    await keys.type('商行销售仿冒电热水壶。');
    await keys.press('Tab', 'Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'Tab');
    await keys.type(respondent);
    await send(sitting, 'Enter');
  };
}

/** At the telephone: a name, one contact, one sentence. */
function openByTelephone(name: string, telephone: string, summary: string): Deed {
  return async (sitting) => {
    await sitting.keys.go(() => sitting.keys.hold('n'));
    await tellByTelephone(sitting, name, telephone, summary);
    await send(sitting, 'Control+Enter');
  };
}

async function tellByTelephone({ keys }: Sitting, name: string, telephone: string, summary: string): Promise<void> {
  await keys.type(name);
  await keys.press('Tab');
  await keys.type(telephone);
  await keys.times(5, 'Tab');
  await keys.type(summary);
}

/** A party that the house knows is found by two characters, with its kind. */
function openOfKnown(part: string, summary: string): Deed {
  return async (sitting) => {
    const { keys, page } = sitting;
    await keys.go(() => keys.hold('n'));
    await keys.times(3, 'Shift+Tab');
    await keys.type(part);
    await keys.go(() => keys.press('Enter'));
    await standsAt(page, 'take');
    await keys.go(() => keys.press('Enter'));
    await standsAt(page, 'data.claimant.telephone');
    await keys.type(haiyue.telephone);
    await keys.times(5, 'Tab');
    await keys.type(summary);
    await send(sitting, 'Control+Enter');
  };
}

/** Begun, put aside for a call, gone on with. */
function openOverDraft(name: string, telephone: string, summary: string): Deed {
  return async (sitting) => {
    const { keys } = sitting;
    await keys.go(() => keys.hold('n'));
    await tellByTelephone(sitting, name, telephone, summary);
    await keys.press('Tab', 'Tab', 'Tab', 'Tab');
    await keys.go(() => keys.press('Enter'));
    await keys.go(() => keys.hold('a'));
    await keys.go(() => keys.hold('c'));
    await keys.type('。');
    await send(sitting, 'Control+Enter');
  };
}

/** Sends the form; what has to be read first is ticked and the form sent again. */
async function send({ page, keys }: Sitting, key: string): Promise<void> {
  await keys.go(() => keys.press(key));
  const warnings = await page.locator('.warnings li.warning').count();
  if (warnings > 0) {
    for (let read = 0; read < warnings; read += 1) await keys.press('Tab', 'Space');
    await keys.go(() => keys.press('Control+Enter'));
  }
}

/** Waits until the page has put the person at a control, as it does when it is drawn. */
async function standsAt(page: Page, name: string): Promise<void> {
  await page.locator(`[name="${name}"]:focus`).waitFor();
}

/** What is in the journal afterwards. */
const smallEntries = { recordContact: 20, scheduleSession: 5, addItem: 5, noteInside: 5, openSession: 5 };

/** What happens in forty small ways, by the numbers of the cases: one to five in mediation, six to fifteen just opened. */
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const entries: readonly Deed[] = [
  ...numbers(6, 11).map((number) => logCall(number, 'respondent', 1, '')),
  ...numbers(12, 15).map((number) => logCall(number, 'claimant', 0, '请补交权利证明')),
  ...numbers(1, 5).map((number) => logCall(number, 'respondent', 2, '下午三点再打')),
  ...numbers(1, 5).map((number) => logCall(number, 'claimant', 0, '已寄出材料清单')),
  ...numbers(1, 5).map((number) => setSession(number)),
  ...numbers(1, 5).map((number) => addPaper(number)),
  ...numbers(1, 5).map((number) => noteInside(number)),
  ...numbers(1, 5).map((number) => recordSession(number)),
];

function logCall(number: number, whom: 'respondent' | 'claimant', outcome: number, note: string): Deed {
  return async (sitting) => {
    const { keys, page } = sitting;
    if (!page.url().includes('/desk')) await keys.go(() => keys.hold('a'));
    await keys.hold('l');
    await standsAt(page, 'case');
    await keys.type(String(number));
    await keys.press('Tab');
    if (whom === 'claimant') await keys.press('ArrowDown');
    await keys.press('Tab', 'Space');
    await keys.times(outcome, 'ArrowDown');
    if (note !== '') {
      await keys.press('Tab');
      await keys.type(note);
    }
    await send(sitting, 'Enter');
  };
}

/** From the desk to the form: the number of the case, and which of the buttons. */
async function quick({ keys, page }: Sitting, number: number, button: number): Promise<void> {
  await keys.hold('k');
  await standsAt(page, 'number');
  await keys.type(String(number));
  await keys.times(button, 'Tab');
  await keys.go(() => keys.press('Enter'));
}

function setSession(number: number): Deed {
  return async (sitting) => {
    const { keys } = sitting;
    await quick(sitting, number, 3);
    await keys.type(`112620260${number}00P`);
    await keys.times(2, 'Tab');
    await keys.type('二楼调解室');
    await send(sitting, 'Enter');
  };
}

function addPaper(number: number): Deed {
  return async (sitting) => {
    const { keys } = sitting;
    await quick(sitting, number, 4);
    await keys.type('销售凭证');
    await keys.press('Tab', 'ArrowDown', 'Tab', 'Tab');
    await keys.type('3');
    await send(sitting, 'Enter');
  };
}

function noteInside(number: number): Deed {
  return async (sitting) => {
    const { keys } = sitting;
    await quick(sitting, number, 5);
    await keys.press('Space', 'Tab');
    await keys.type('双方就金额仍有差距。');
    await send(sitting, 'Control+Enter');
  };
}

function recordSession(number: number): Deed {
  return async (sitting) => {
    const { keys } = sitting;
    await quick(sitting, number, 2);
    await keys.press('Space', 'Tab', 'Space', 'Tab', 'Space');
    await send(sitting, 'Enter');
  };
}

/** Cases of the mediator in which a first session was held. */
async function fiveMediations({ dependencies }: House): Promise<readonly string[]> {
  const day = (offset: number) => Temporal.PlainDate.from(today).add({ days: offset }).toString();
  const shops = ['胜利路', '解放路', '青年路', '文化路', '迎春路'];
  const ids: string[] = [];
  for (const [index, road] of shops.entries()) {
    const dispute: Dispute = {
      claimant: '烟台蓝天灯具有限公司',
      respondent: `芝罘区${road}灯具店`,
      summary: '销售仿冒台灯。',
      right: ['trademark', '第2234567号', '蓝天'],
      amountFen: 100_000,
    };
    const story = {
      id: `sitting-${index}`,
      title: invented,
      source: invented,
      steps: intoMediation(day, -20, dispute),
    };
    ids.push((await tellStory(story, dependencies)).id);
  }
  return ids;
}

/** Open cases of the mediator's committee beside those that were told. */
async function casesOf({ dependencies }: House, known: readonly string[]): Promise<readonly string[]> {
  const { rows } = await dependencies.store.reads.cases({
    organisation: 'yantaiMediationCommittee',
    scope: 'open',
    officer: null,
    after: null,
    limit: 100,
  });
  return rows.map(({ caseId }) => caseId).filter((id) => !known.includes(id));
}

/** How many entries of each kind the mediator made today. */
async function entriesOf({ dependencies }: House, cases: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const journals = await Promise.all(cases.map((id) => dependencies.store.reads.journal(id)));
  const own = journals
    .flat()
    .filter(({ envelope }) => envelope.actor.person === 'sun-lihua' && envelope.recordedAt.startsWith(today));
  const types = Map.groupBy(own, ({ envelope }) => envelope.type);
  return Object.fromEntries([...types].map(([type, list]) => [type, list.length]));
}
