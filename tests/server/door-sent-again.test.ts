import { describe, expect, it } from 'vitest';
import { headingOf } from '../support/browserless.ts';
import { atTheDoor, begins, codesSent, doorCase } from '../support/door-house.ts';
import { formIn } from '../support/forms.ts';
import { houseForTest } from '../support/house.ts';

describe('A form that a party goes back to after its receipt', () => {
  it('and sends with another photo is received as well, once each, under a number of its own', async () => {
    const house = await houseForTest();
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    const { action, sent } = formIn((await begins(person, 'upload')).text, '/status/1/');
    const code = codesSent(house).at(-1) ?? '';
    const sends = (title: string, photo: string) =>
      person.upload(
        action,
        { ...sent, code: [code], 'data.document': ['evidence'], 'data.title': [title] },
        { 'data.file': photo },
      );
    const receipts = [];
    for (const [title, photo] of [
      ['进货单第一页', 'one'],
      ['进货单第二页', 'two'],
      ['进货单第二页', 'two'],
      ['进货单第一页', 'one'],
    ] as const) {
      const page = await sends(title, photo);
      expect(headingOf(page)).toBe('已收到');
      receipts.push(new RegExp(`${(await one.file()).header.code}-\\d+`).exec(page.text)?.[0]);
    }
    const titles = Object.values((await one.file()).items).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('进货单'))).toEqual(['进货单第一页', '进货单第二页']);
    const [first, second] = receipts;
    expect(second).not.toBe(first);
    expect(receipts).toEqual([first, second, second, first]);
  });
});
