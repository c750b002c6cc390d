import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postsOf, sendLetters } from '../../server/letters/index.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { contacts, letterHouse, mediation } from '../support/letter-house.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('a clerk finds a letter on the case page, prints it, and records its service', async () => {
    const desk = await letterHouse({ respondentEmail: null });
    const { dependencies, caseId, house } = desk;
    await desk.gives('limin', 'askConsent', mediation, { parties: [await desk.party('respondent')] });
    await sendLetters(dependencies, postsOf(dependencies.config));
    const walk = await walkThrough(house, browser);
    try {
      const clerk = await walk.as('limin');
      await clerk.open(`/cases/${caseId}`);
      expect(await clerk.page.innerText('#letters')).toContain('待打印送达');
      await clerk.click('调解邀请');
      expect(await clerk.page.innerText('.letter')).toContain(contacts.respondent.name);
      await clerk.page.emulateMedia({ media: 'print' });
      expect(await clerk.page.locator('.letter').isVisible()).toBe(true);
      expect(await clerk.page.locator('header.header').isVisible()).toBe(false);
      expect(await clerk.page.getByRole('link', { name: '登记送达' }).isVisible()).toBe(false);
      await clerk.page.emulateMedia({ media: 'screen' });
      await clerk.click('登记送达');
      await clerk.enter({ 'data.letters': '调解邀请', 'data.method': '邮寄' });
      await clerk.send();
      expect(await clerk.page.innerText('#letters')).toContain('邮寄');
      await clerk.open('/account');
      await clerk.enter({ workEmail: 'limin@work.example.cn' });
      await clerk.send();
      expect(await clerk.page.innerText('main')).toContain('l****@work.example.cn');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
    }
  });
});
