import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openChromium, type Walker, walkThrough } from '../support/chromium.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('somebody asks on a telephone which way is open, and a clerk sees it beside the case and its double', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const walk = await walkThrough(house, browser);
    try {
      const owner = await walk.onPhone();
      await owner.open('/triage');
      await owner.enter({ rightKind: '外观设计专利', dispute: '侵权', standing: '权利人' });
      await owner.send();
      expect(await owner.page.innerText('main')).toContain('专利侵权行政裁决');

      const clerk = await walk.as('limin');
      await openCase(clerk);
      await clerk.send();
      const first = clerk.path().split('?')[0] ?? '';
      expect(await clerk.page.innerText('main')).toContain('可走的途径');
      await clerk.click('准备移送');
      expect(await clerk.page.innerText('main')).toContain('有权办理的机构（建议）');

      await openCase(clerk);
      await clerk.send();
      expect(await clerk.page.innerText('main')).toContain('可能重复立案');
      await clerk.page.locator('.warnings input[type=checkbox]').check();
      await clerk.send();
      expect(clerk.path()).not.toContain(first);
      expect(await clerk.page.innerText('main')).toContain('关联案件');
      await clerk.open(clerk.path());
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});

async function openCase(clerk: Walker): Promise<void> {
  await clerk.open('/cases/new');
  await clerk.enter({
    'data.claimant.name': '烟台海岳电器有限公司',
    'data.claimant.kind': '企业',
    'data.claimant.telephone': '0535-6000137',
    'data.summary': '商行销售标有本公司注册商标的电热水壶。',
    'data.rightKind': '商标',
    'data.rightNumber': '第12345678号',
    'data.dispute': '侵权',
  });
  await addRespondent(clerk);
}

async function addRespondent(clerk: Walker): Promise<void> {
  await clerk.enter({ 'data.respondents.0.who.name': '芝罘区鑫达商行', 'data.respondents.0.who.kind': '个体工商户' });
}
