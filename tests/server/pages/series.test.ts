import { describe, expect, it } from 'vitest';
import { runSeries } from '../../../server/series/index.ts';
import { formIn } from '../../support/forms.ts';
import { lastingHouse, mediationAgainst, mediationIn } from '../../support/series.ts';
import type { ServedHouse } from '../../support/server.ts';

const theHouse = lastingHouse('2026-11-20T09:00');

const post = (house: ServedHouse, login: string, url: string, fields: readonly (readonly [string, string])[]) =>
  house.ask(login, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  });

const clause = (number: number, fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => [`data.clauses.${number}.${name}`, value] as const);

const terms = [
  ['data.form', 'written'],
  ['data.reachedOn', '2026-11-20'],
  ['data.number', '系调〔2026〕1号'],
  ['data.signedOn', '2026-11-20'],
  ['data.mediatorSignedOn', '2026-11-20'],
  ['data.sealedOn', '2026-11-20'],
  ['data.pages', '3'],
  ...clause(0, { subject: 'stopInfringement', owedBy: 'respondent', act: '停止销售', dueOn: '2026-12-01' }),
] as const;

async function gathered(house: ServedHouse, cases: readonly string[]): Promise<string> {
  const reply = await post(
    house,
    'sun',
    '/series',
    cases.map((id) => ['case', id] as const),
  );
  expect(reply.status, reply.text).toBe(303);
  return String(reply.headers.location);
}

const versionOn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';

describe('a mediator without a script', () => {
  it('gathers cases, writes the terms, reads what would happen, starts, watches and prints the end', async () => {
    const house = theHouse();
    const cases = [await mediationAgainst(house, 1), await mediationAgainst(house, 2)];
    expect((await house.get('sun', '/desk')).text).toContain('href="/series"');
    const other = (await house.file(cases[1]!)).header.code;
    await house.give('sun', cases[0]!, 'linkCases', { data: { other, kind: 'sameRight' } });
    const link = `/series/new?from=${cases[0]}`;
    expect((await house.get('sun', `/cases/${cases[0]}`)).text).toContain(`href="${link}"`);
    expect((await house.get('limin', `/cases/${cases[0]}`)).text).not.toContain('/series/new');
    const form = await house.get('sun', link);
    expect(form.text.match(/checked/g)).toHaveLength(2);
    for (const id of cases) expect(form.text).toContain(id);
    const url = await gathered(house, cases);

    const empty = await house.get('sun', url);
    const wrong = await post(house, 'sun', `${url}/terms`, [
      ['version', versionOn(empty.text)],
      ...terms.filter(([name]) => name !== 'data.reachedOn'),
      ['own.2.amountFen', '很多'],
    ]);
    expect(wrong.status).toBe(422);
    for (const kept of ['请填写“达成日期”', '本案金额请填写为元', '停止销售', '很多'])
      expect(wrong.text).toContain(kept);

    const saved = await post(house, 'sun', `${url}/terms`, [['version', versionOn(wrong.text)], ...terms]);
    expect(saved.status, saved.text).toBe(303);
    const checked = await house.get('sun', url);
    expect(checked.text.match(/可以办理/g)?.length).toBeGreaterThanOrEqual(2);
    expect(checked.text).toContain('停止销售');
    expect(checked.headers.refresh).toBeUndefined();

    const own = await house.get('sun', `${url}/cases/2`);
    expect(own.text).toContain('停止销售');
    const fields = Object.entries(formIn(own.text, `${url}/cases/2`).sent).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    );
    const changed = fields.map(([name, value]) => [name, value === '停止销售' ? '停止销售并下架' : value] as const);
    expect((await post(house, 'sun', `${url}/cases/2`, changed)).status).toBe(303);

    const ready = await house.get('sun', url);
    expect(ready.text).toContain('已单独填写');
    const start = await post(house, 'sun', `${url}/start`, [['version', versionOn(ready.text)]]);
    expect([start.status, start.headers.location]).toEqual([303, url]);
    await runSeries(house.dependencies);
    const end = await house.get('sun', url);
    expect(end.text).toContain('系列已办结');
    expect(end.text).toContain('系调〔2026〕1号');
    expect(end.text).not.toContain('停止销售');
    const [agreement] = Object.values((await mediationIn(house, cases[1]!)).agreements);
    expect(agreement?.clauses[0]?.act).toBe('停止销售并下架');
    expect((await house.get('sun', '/series')).text).toContain(url);
  });

  it('sees the page renew itself while cases wait, and can stop that', async () => {
    const house = theHouse();
    const url = await gathered(house, [await mediationAgainst(house, 3), await mediationAgainst(house, 4)]);
    const { series } = house.dependencies.store;
    const known = (await series.find(url.split('/').at(-1)!))!;
    const rows = known.rows.map((row) => ({ ...row, state: 'waiting' as const }));
    await series.save({ ...known, rows }, house.dependencies.now());
    const page = await house.get('sun', url);
    expect(page.headers.refresh).toBe(`3; url=${url}`);
    expect(page.text).toContain('正在逐案办理');
    const still = await house.get('sun', `${url}?still=1`);
    expect([still.status, still.headers.refresh]).toEqual([200, undefined]);
    expect(page.text).not.toContain(`action="${url}/terms"`);
  });

  it('is told on the form what is wrong, with what was ticked kept, and nobody else finds the series', async () => {
    const house = theHouse();
    const one = await mediationAgainst(house, 5);
    const few = await post(house, 'sun', '/series', [['case', one]]);
    expect(few.status).toBe(422);
    expect(few.text).toContain('系列案件至少要有两个案件');
    expect(few.text).toMatch(new RegExp(`value="${one}"[^>]*checked`));
    expect(
      (
        await post(house, 'sun', '/series', [
          ['case', one],
          ['case', 'nothing'],
        ])
      ).status,
    ).toBe(404);
    const url = await gathered(house, [one, await mediationAgainst(house, 6)]);
    expect((await house.get('zhou', url)).status).toBe(404);
    expect((await house.get('limin', url)).status).toBe(403);
    expect((await house.get('limin', '/series/new')).status).toBe(403);
    for (const path of [`${url}/terms`, `${url}/start`, `${url}/close`, `${url}/cases/1`, `${url}/cases/1/drop`])
      expect((await post(house, 'zhou', path, [['version', '1']])).status, path).toBe(404);
    expect((await post(house, 'sun', `${url}/start`, [['version', 'x']])).status).toBe(400);
    expect((await post(house, 'sun', `${url}/start`, [['version', '1']])).text).toContain('还没有填写协议内容');
    expect((await post(house, 'sun', `${url}/close`, [['version', '7']])).status).toBe(412);
    expect((await house.get('sun', `${url}/cases/9`)).status).toBe(404);
  });
});
