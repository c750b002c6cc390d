import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stories, storiesOfToday } from '../../seeds/stories/index.ts';
import { tellStory } from '../../server/tell.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('a clerk goes to the search with one key, finds a case and looks through the lists', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    await tellStory(stories.first!, house.dependencies);
    const walk = await walkThrough(house, browser);
    try {
      const clerk = await walk.as('limin');
      await clerk.open('/cases');
      await clerk.page.keyboard.press('/');
      await clerk.page.keyboard.type('鑫达');
      await clerk.page.keyboard.press('Enter');
      await clerk.page.waitForURL(/\/search\?find=[\w-]+$/);
      expect(await clerk.page.innerText('mark')).toBe('鑫达');
      const search = clerk.page.url();
      await clerk.page.locator('.case-number').first().click();
      await clerk.page.waitForURL(/\/cases\//);
      await clerk.page.goBack();
      expect([clerk.page.url(), await clerk.page.innerText('mark')]).toEqual([search, '鑫达']);
      await clerk.page.fill('[role="search"] input', 'zzz');
      await clerk.page.keyboard.press('Enter');
      await clerk.page.getByText('没有找到').waitFor();
      await clerk.open('/cases?channel=peopleMediation');
      expect(walk.faults).toEqual([]);
      // On a tablet a table may be wider than the screen; the page is not.
      await clerk.page.setViewportSize({ width: 768, height: 1024 });
      for (const address of ['/desk?language=en', '/cases', '/handoffs']) {
        await clerk.page.goto(address);
        const width = await clerk.page.evaluate('document.documentElement.scrollWidth');
        expect([address, width]).toEqual([address, 768]);
      }
    } finally {
      await walk.close();
      await house.close();
    }
  });

  it('a clerk ticks every case of the page, and none again, with one key', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    for (const story of storiesOfToday('2026-11-23')) await tellStory(story, house.dependencies);
    const walk = await walkThrough(house, browser);
    try {
      const { page, open } = await walk.as('limin');
      await open('/cases');
      const boxes = page.locator('input[name="chosen"]');
      const ticked = page.locator('input[name="chosen"]:checked');
      const all = page.getByLabel('全选本页');
      expect(await boxes.count()).toBeGreaterThan(1);
      await all.press('Space');
      expect(await ticked.count()).toBe(await boxes.count());
      await boxes.first().press('Space');
      expect(await all.isChecked()).toBe(false);
      await all.press('Space');
      await all.press('Space');
      expect(await ticked.count()).toBe(0);
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
