import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBatches } from '../../server/batches/index.ts';
import { batchHeadings, shopRow } from '../support/batches.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { openHouse } from '../support/house.ts';
import { csvList } from '../support/referrals.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('the clerk opens cases from a list, keeps a draft, finds a known party and begins a case like another', async () => {
    const house = await openHouse({ start: '2026-11-20T09:00' });
    const walk = await walkThrough(house, browser);
    try {
      const clerk = await walk.as('limin');
      const { page } = clerk;
      await clerk.open('/batches');
      const buffer = csvList([batchHeadings, shopRow(11), shopRow(12, { 3: '不知道' }), shopRow(11)]);
      await page.setInputFiles('input[name=file]', { name: 'shops.csv', mimeType: 'text/csv', buffer });
      await page.click('form[enctype] button[type=submit]');
      const list = clerk.path();
      await clerk.open(list);
      for (const words of ['可以登记', '不能登记', '与第 2 行重复'])
        expect(await page.innerText('main')).toContain(words);
      await page.click('form[action$="/start"] button[type=submit]');
      await runBatches(house.dependencies);
      await clerk.open(`${list}?still=1`);
      expect(await page.innerText('main')).toContain('已登记');
      await page.click('main td a');
      await page.click('form[action$="/like"] button');
      const draft = new URL(page.url());
      await clerk.open(draft.pathname + draft.search);
      expect(await page.inputValue('[name="data.claimant.name"]')).toBe('烟台海岳电器有限公司');
      await page.locator('[name=lookUp]').pressSequentially('名单第11');
      await page.locator('option[value="名单第11商行"]').waitFor({ state: 'attached' });
      await page.click('button[name=find]');
      await page.click('button[name=take][value^=respondent]');
      expect(await page.inputValue('[name="data.respondents.0.who.name"]')).toBe('名单第11商行');
      await page.fill('[name="data.summary"]', '又在销售');
      await page.click('button[name=check]');
      expect(await page.innerText('main')).toContain('可能重复立案');
      await page.click('button[name=saveDraft]');
      await page.goto(new URL('/desk', page.url()).href);
      expect(await page.innerText('#drafts')).toContain('烟台海岳电器有限公司');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
