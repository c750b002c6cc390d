import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storiesOfToday } from '../../seeds/stories/index.ts';
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

  it('a ruling officer finds the answer that is due, and the form that records it, on a desk and on a telephone', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const told = storiesOfToday('2026-11-23').filter(({ id }) => id === 'today-ruling');
    for (const story of told) await tellStory(story, house.dependencies);
    const walk = await walkThrough(house, browser);
    try {
      const officer = await walk.as('gao');
      await officer.open('/desk');
      expect(await officer.page.innerText('main')).toContain('答辩');
      await officer.open('/cases/story-today-ruling');
      expect(await officer.page.innerText('main')).toContain('烟知裁〔2026〕8号');
      await officer.click('收到答辩');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
