import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { openDesk } from '../support/desk.ts';
import { chosen, failedAndBack, referralSent, registered } from '../support/desk-court.ts';
import { handoff } from '../support/desk-words.ts';
import { openHouse } from '../support/house.ts';
import { csvList } from '../support/referrals.ts';

const executable = chromiumPath();
const list = csvList([
  ['案号', '委托日期', '被告'],
  ['（2026）鲁0602民初456号', '2026-09-04', '别的商行'],
  ['（2026）鲁0602民初456号', '2026-09-04', ''],
  ['（2026）鲁0602民初999号', '2026-09-04', ''],
]);

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('the court looks into its register, compares it with its own list, and opens the record again', async () => {
    const house = await openHouse({ start: '2026-09-16T09:00' });
    const desk = openDesk({ store: house.dependencies.store });
    const sent = await referralSent(await chosen(await registered(desk)), 'entrustmentLetter');
    await sent.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    await sent.gives('limin', 'acceptHandoff', handoff, {}, { at: '2026-09-07T09:00' });
    await failedAndBack(sent);
    const walk = await walkThrough(house, browser);
    try {
      const court = await walk.as('liu');
      await court.open('/referrals');
      expect(await court.page.innerText('main')).toContain('分歧较大');
      await court.open('/referrals?state=open');
      expect(await court.page.innerText('main')).toContain('没有符合条件');
      await court.open('/referrals/reconcile');
      await court.page.setInputFiles('input[type=file]', { name: 'list.csv', mimeType: 'text/csv', buffer: list });
      await court.page.click('button[value=no]');
      expect(await court.page.innerText('main')).toContain('别的商行');
      await court.page.setInputFiles('input[type=file]', { name: 'list.csv', mimeType: 'text/csv', buffer: list });
      await court.page.click('button[value=yes]');
      const address = court.path();
      expect(address).toContain('/referrals/reconciliations/');
      await court.open(address);
      const said = await court.page.innerText('main');
      expect([said.includes('清单内重复'), said.includes('别的商行')]).toEqual([true, false]);
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
