import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellStory } from '../../server/tell.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { seriesShops, seriesStories } from '../support/court-series.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();

/** How many sheets a print has. */
function sheetsOf(print: Buffer): number {
  return print.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('a court liaison prints a packet on two sheets, reads the morning list and records an acceptance from the queue', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const told = seriesStories('2026-11-23').filter((_story, index) => index !== 1);
    for (const story of told) await tellStory(story, house.dependencies);
    const walk = await walkThrough(house, browser);
    try {
      const liaison = await walk.as('liu');
      await liaison.open('/queue/series');
      expect(await liaison.page.innerText('main')).toContain(seriesShops[2]);
      await liaison.open('/queue');
      await liaison.page.getByRole('link', { name: '司法确认', exact: true }).first().click();
      await liaison.page.waitForLoadState();
      const packet = liaison.path();
      for (const language of ['en', 'zh-CN']) {
        await liaison.open(`${packet}?language=${language}`);
        const sheets = sheetsOf(await liaison.page.pdf({ preferCSSPageSize: true }));
        expect([language, sheets >= 1 && sheets <= 2]).toEqual([language, true]);
      }
      // With the keyboard alone: the act that is expected next is a link, its form needs one number.
      await liaison.page.getByRole('link', { name: '法院受理', exact: true }).focus();
      await liaison.page.keyboard.press('Enter');
      await liaison.page.waitForURL(/acceptConfirmation/);
      await liaison.enter({ 'data.number': '（2026）鲁0602诉前调确77号' });
      await liaison.send();
      expect(await liaison.page.innerText('main')).toContain('鲁0602诉前调确77号');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
