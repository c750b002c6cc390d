import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPassword } from '../../seeds/cast.ts';
import { chromiumPath, openChromium, walkThrough } from '../support/chromium.ts';
import { doorCase } from '../support/door-house.ts';
import { openHouse } from '../support/house.ts';

const executable = chromiumPath();

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  /** A sheet with its code as a telephone sees it on a table: turned, from the side, a little out of focus, in poor light. */
  async function photographed(code: string, turned: number): Promise<Buffer> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1600 } });
    await page.setContent(`<body style="margin:0;background:linear-gradient(#6b5844,#3c332a);perspective:1500px">
      <div style="margin:260px auto;width:760px;height:1040px;background:#ece9e2;padding:40px;box-sizing:border-box;
        transform:rotateX(14deg) rotateY(-12deg) rotate(${turned}deg);filter:blur(0.7px) brightness(0.85);box-shadow:0 20px 60px #000">
      <h1>调解协议书</h1><p>${'甲方、乙方就商标纠纷达成如下协议。'.repeat(12)}</p>
      <img src="${code}" style="position:absolute;right:40px;bottom:40px;width:150px;height:150px"></div>`);
    await page.waitForFunction('document.images[0].complete');
    const photo = await page.screenshot({ type: 'jpeg', quality: 55 });
    await page.close();
    return photo;
  }

  /** A scan as scanners write it: the photo as it is, in a stream of a PDF. */
  function scanned(photo: Buffer): Buffer {
    const head = `%PDF-1.4\n1 0 obj\n<< /Subtype /Image /Filter /DCTDecode /Length ${photo.length} >>\nstream\n`;
    return Buffer.concat([Buffer.from(head), photo, Buffer.from('\nendstream\nendobj\n%%EOF')]);
  }

  it('a mediator prints codes, photographs the signed papers, and finds them in their case; one scan leads there, too', async () => {
    const house = await openHouse({ start: '2026-11-23T09:00' });
    const walk = await walkThrough(house, browser);
    try {
      const one = await doorCase(house);
      const sun = await walk.as('sun');
      await sun.open(`/cases/${one.caseId}/papers`);
      const code = (await sun.page.locator('.filing-slip img').first().getAttribute('src')) ?? '';
      await sun.open('/papers');
      const photos = [await photographed(code, 7), await photographed(code, 187)];
      const files = photos.map((buffer, index) => ({ name: `photo-${index}.jpg`, mimeType: 'image/jpeg', buffer }));
      await sun.page.setInputFiles('input[type=file]', [
        ...files,
        { name: 'scan.pdf', mimeType: 'application/pdf', buffer: scanned(await photographed(code, 3)) },
        { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('note') },
      ]);
      await sun.send();
      expect((await sun.page.innerText('main')).match(/已归入/g)).toHaveLength(3);
      await sun.look();
      const items = Object.values((await one.file()).items);
      expect(items.map(({ document, mediaType }) => [document, mediaType])).toEqual(
        ['image/jpeg', 'image/jpeg', 'application/pdf'].map((mediaType) => ['mediationAgreement', mediaType]),
      );
      await sun.page.locator('.photos-waiting select').first().selectOption({ index: 1 });
      await sun.page.getByRole('button', { name: '选择', exact: true }).click();
      await sun.page.getByRole('button', { name: '继续填写材料信息' }).click();
      expect(await sun.page.innerText('h1')).toContain('收录材料');

      const phone = await walk.onPhone();
      await phone.open(`/cases/${one.caseId}/papers`);
      await phone.enter({ login: 'sun', password: castPassword });
      await phone.send();
      expect(phone.path()).toBe(`/cases/${one.caseId}/papers`);
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});
