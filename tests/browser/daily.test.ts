import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { first } from '../../seeds/stories/first.ts';
import { tellStory } from '../../server/tell.ts';
import { signedIn } from '../support/browserless.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();
const told = first.steps.findIndex(({ command }) => command === 'openSession');

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('the mediator logs a call with the keyboard alone, sees the week, and hears of a colleague while typing', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const { header, parties } = await tellStory(
      { ...first, id: 'day', steps: first.steps.slice(0, told) },
      house.dependencies,
    );
    const party = Object.values(parties).find(({ side }) => side === 'respondent')?.id ?? '';
    const walk = await walkThrough(house, browser);
    try {
      const sun = await walk.as('sun');
      const { keyboard } = sun.page;
      await sun.open('/desk/call?case=story-day');
      await sun.page.focus(`input[name=whom]`);
      for (const key of ['Space', 'Tab', 'ArrowDown', 'Tab']) await keyboard.press(key);
      await keyboard.type('约定周三再谈');
      await Promise.all([sun.page.waitForEvent('load'), keyboard.press('Enter')]);
      expect(sun.path()).toMatch(/^\/desk\?logged=story-day\.\d+/);
      expect(await sun.page.innerText('.notice-good')).toContain(header.code);
      await sun.open(sun.path());

      await sun.open('/cases/story-day/quick/moved');
      await sun.enter({ 'data.at': '2026-11-25T09:30', 'data.place': '二楼调解室' });
      await sun.send();
      await sun.open('/calendar?week=2026-W48');
      expect(await sun.page.innerText('#day-2026-11-25')).toContain('09:30');

      await sun.open('/cases/story-day/quick/moved');
      await sun.page.fill('[name="data.place"]', '正在填写的地点');
      const limin = await signedIn(house, 'limin');
      await limin.post('/desk/call', { caseId: ['story-day'], whom: [party], outcome: ['noAnswer'] });
      await sun.page.waitForSelector('[data-live] .notice:not([hidden])');
      expect(await sun.page.innerText('[data-live]')).toContain('李敏更新了本案');
      expect(await sun.page.inputValue('[name="data.place"]')).toBe('正在填写的地点');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
