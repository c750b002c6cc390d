import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSeries } from '../../server/series/index.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { openDesk } from '../support/desk.ts';
import { inSession } from '../support/desk-stages.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('the mediator closes two cases by one agreement, reads what holds one up, and sees the end', async () => {
    const house = await openHouse({ start: '2026-09-03T09:00' });
    const { store } = house.dependencies;
    for (const caseId of ['shop-a', 'shop-b']) await inSession(openDesk({ caseId, store }));
    const walk = await walkThrough(house, browser);
    try {
      const sun = await walk.as('sun');
      await sun.open('/series');
      await sun.open('/series/new?from=shop-a');
      for (const id of ['shop-a', 'shop-b']) await sun.page.check(`input[name=case][value=${id}]`);
      await sun.page.click('main form[method=post] button[type=submit]');
      const address = sun.path();
      expect(address).toMatch(/^\/series\/\w+$/);
      await sun.open(address);
      const clause = 'data.clauses.0.';
      await sun.enter({ 'data.form': '书面', 'data.reachedOn': '2026-09-02', 'data.signedOn': '2026-09-02' });
      await sun.enter({ 'data.mediatorSignedOn': '2026-09-02', 'data.sealedOn': '2026-09-02', 'data.pages': '2' });
      await sun.enter({ [`${clause}subject`]: '停止侵害', [`${clause}act`]: '停止销售' });
      await sun.send();
      await sun.open(address);
      expect(await sun.page.innerText('main')).toContain('可以办理，有提示');
      await sun.open(`${address}/cases/2`);
      await sun.open(address);
      await sun.page.check('input[name=acknowledged]');
      await sun.page.click(`form[action$="/start"] button[type=submit]`);
      await runSeries(house.dependencies);
      await sun.open(`${address}?still=1`);
      expect(await sun.page.innerText('main')).toContain('系列已办结');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
