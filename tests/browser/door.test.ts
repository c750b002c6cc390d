import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { codesSent, doorCase } from '../support/door-house.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('a respondent answers on a telephone in four taps and one code, from the link in the letter to the receipt', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const walk = await walkThrough(house, browser);
    try {
      const one = await doorCase(house);
      const { page, path, ...respondent } = await walk.onPhone();
      let taps = 0;
      const tap = async () => {
        taps += 1;
        await respondent.send();
      };
      taps += 1;
      await page.goto(`/status#${one.codes.respondent}`);
      expect(await page.inputValue('input[name=code]')).toBe(one.codes.respondent);
      expect(path()).toBe('/status');
      await tap();
      expect(await page.innerText('main')).toContain('不参加没有任何不利后果');
      await tap();
      expect(path()).toBe('/status/1/agree');
      await respondent.enter({ code: codesSent(house).at(-1) ?? '' });
      await tap();
      expect(await page.innerText('h1')).toBe('已收到');
      expect(taps).toBe(4);

      // Every kind of page is looked at once more, in the other language and on the other screen.
      await respondent.open('/status/1');
      expect(await page.innerText('main')).toContain('您已同意参加');
      for (const act of ['upload', 'supplier']) {
        await page.locator(`form[action="/status/1/${act}"] button`).click();
        await page.waitForLoadState();
        await respondent.look();
        await respondent.open('/status/1');
      }
      // With an account: one list, which a link in a letter adds to.
      await page.getByText('案件较多？').click();
      await page.getByRole('button', { name: '开立账户' }).click();
      expect(path()).toBe('/my-cases?done=opened');
      await respondent.look();
      const other = await doorCase(house);
      await page.goto(`/status#${other.codes.claimant}`);
      await page.waitForURL('**/my-cases');
      expect(await page.inputValue('input[name=code]')).toBe(other.codes.claimant);
      await page.getByRole('button', { name: '添加' }).click();
      await page.waitForLoadState();
      await respondent.open('/my-cases?state=all');
      expect(await page.locator('.case-list h2').allInnerTexts()).toHaveLength(2);
      await respondent.open('/status?text=large');
      await respondent.open('/status/1');
      const small = await page.evaluate(
        `[...document.querySelectorAll('main button, header a, header button')].filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.textContent)`,
      );
      expect(small).toEqual([]);
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
