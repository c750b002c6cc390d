import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, kindsSeen, openChromium, walkThrough } from '../support/chromium.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  const seen = kindsSeen();
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('somebody is invited by one administrator, confirmed by another, and found by the third', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const walk = await walkThrough(house, browser, seen);
    try {
      const system = await walk.as('admin-system');
      await system.open('/administration/accounts');
      await system.open('/administration/accounts/new');
      await system.enter({
        name: '陈静',
        login: 'sun',
        organisation: '烟台市知识产权保护中心',
        roles: '保护中心工作人员',
      });
      await system.send();
      expect(await system.page.innerText('main')).toContain('该登录名已被使用');
      await system.enter({ login: 'chen' });
      await system.send();
      const link = await system.page.locator('main code').last().innerText();
      await system.open('/administration/accounts/sun-lihua');

      const person = await walk.onPhone();
      await person.open(new URL(link).pathname);
      expect(await person.page.innerText('main')).toContain('陈静');

      const security = await walk.as('admin-security');
      await security.open('/administration/proposals');
      await security.send();
      expect(await security.page.innerText('main')).toContain('已确认');

      const auditor = await walk.as('admin-audit');
      await auditor.open('/administration/audit');
      expect(await auditor.page.innerText('main')).toContain('授予岗位');

      const clerk = await walk.as('limin');
      await clerk.open('/people');
      await clerk.open('/people/leaving?leaver=sun-lihua');
      const head = await walk.as('zhao');
      await head.open('/desk');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });

  it('a head gives a reason before a case opens, and an officer before a field shows', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const walk = await walkThrough(house, browser, seen);
    try {
      const staff = await walk.as('wang');
      await staff.open('/cases/new');
      const main = { 'data.claimant.name': '张三', 'data.claimant.telephone': '13800000000', 'data.summary': '一句话' };
      await staff.enter(main);
      await staff.send();
      const address = staff.path().split('?')[0] ?? '';
      await staff.open(`${address}/reveal`);
      expect(await staff.page.innerText('main')).not.toContain('13800000000');
      await staff.page.getByRole('radio').first().check();
      await staff.enter({ reason: '电话联系当事人' });
      await staff.send();
      expect(await staff.page.innerText('main')).toContain('13800000000');

      const head = await walk.as('zhao');
      await head.open(address);
      expect(await head.page.innerText('main')).not.toContain('张三');
      await head.enter({ reason: '处理来信投诉' });
      await head.send();
      expect(await head.page.innerText('main')).toContain('张三');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
