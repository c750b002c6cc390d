import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { first } from '../../seeds/stories/first.ts';
import { keepSearch } from '../../server/searches/index.ts';
import { houseOfFile } from '../support/lasting-house.ts';
import { type Reply, tellOverHttp } from '../support/server.ts';

const file = houseOfFile({ start: '2026-09-07T09:00' }, (house) =>
  tellOverHttp(house, first, { until: first.steps.findIndex(({ command }) => command === 'openSession') }),
);

/** One answer to a browser that takes compressed ones; `says`: what it says of where the request comes from. */
function browserGets(url: string, says: Says = {}, encoding = 'gzip, deflate, br'): Promise<Reply> {
  return file.house.ask('sun', {
    method: 'GET',
    url,
    headers: { host: 'localhost', 'accept-encoding': encoding, ...says },
  });
}

type Says = Readonly<Record<string, string>>;

const encodingOf = ({ headers }: Reply) => headers['content-encoding'];

describe('Somebody who reads', () => {
  it('gets pages and long JSON in a fraction of their length, as the browser can unpack them', async () => {
    const plain = await file.house.get('sun', `/api/cases/${file.told}`);
    const small = await browserGets(`/api/cases/${file.told}`);
    expect([encodingOf(plain), encodingOf(small), small.headers.vary]).toEqual([undefined, 'br', 'accept-encoding']);
    expect(brotliDecompressSync(small.bytes).equals(plain.bytes)).toBe(true);
    expect(small.bytes.length).toBeLessThan(plain.bytes.length / 3);
    const page = await browserGets(`/cases/${file.told}`, { 'sec-fetch-site': 'same-origin' }, 'gzip');
    expect(encodingOf(page)).toBe('gzip');
    expect(gunzipSync(page.bytes).toString()).toContain('</html>');
  });

  it('gets a case as it stood, narrowed or just acted on, in as little where a browser says only which page led to it', async () => {
    for (const query of ['asOf=2026-12-31', 'knownAt=2026-12-31', 'kind=step&person=sun-lihua', 'done=openSession']) {
      const address = `/cases/${file.told}?${query}`;
      const whole = await browserGets(address);
      expect([query, whole.bytes.length > 60 * 1024, encodingOf(whole)]).toEqual([query, true, undefined]);
      const small = await browserGets(address, { referer: `http://localhost/cases/${file.told}` });
      expect([query, encodingOf(small)]).toEqual([query, 'br']);
      expect(small.bytes.length).toBeLessThan(whole.bytes.length / 4);
    }
  });

  it('gets short answers as they are', async () => {
    expect(encodingOf(await browserGets('/api/session'))).toBeUndefined();
  });

  it('keeps style sheet, script and icon for a year, under an address that changes with them', async () => {
    const page = await file.house.get(null, '/sign-in');
    const addresses = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) {
      const asset = await browserGets(address);
      expect([address, asset.status]).toEqual([address, 200]);
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const name = address.split('/').at(-1);
      expect((await browserGets(`/assets/${name}`)).headers['cache-control']).toBe('public, max-age=0');
      expect((await browserGets(`/assets/000000000000/${name}`)).status).toBe(404);
    }
    const sheet = await browserGets(addresses.find((address) => address.endsWith('.css')) ?? '');
    expect([encodingOf(sheet), sheet.bytes.length < 12_000]).toEqual(['br', true]);
  });
});

describe('What must not show its words by its length', () => {
  it('is the search, when another site or nobody known asks for it', async () => {
    const search = `/search?find=${await keepSearch('sun-lihua', '海岳', file.house.dependencies)}`;
    const others: readonly Says[] = [
      ...[{}, { referer: 'http://localhost.example.cn/' }, { referer: 'no address' }],
      ...[{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }],
      { 'sec-fetch-site': 'cross-site', referer: 'http://localhost/' },
    ];
    for (const says of others) {
      const answer = await browserGets(search, says);
      expect([says, answer.status, encodingOf(answer)]).toEqual([says, 200, undefined]);
    }
    const own: readonly Says[] = [
      ...[{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }],
      { referer: 'http://localhost/desk' },
    ];
    for (const says of own) expect([says, encodingOf(await browserGets(search, says))]).toEqual([says, 'br']);
  });

  it('is every answer to a form or a command: a public status, a refused sign-in, a new code', async () => {
    const headers = { 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin' };
    const parties = Object.keys((await file.house.file(file.told)).parties);
    const issued = await file.house.give('limin', file.told, 'issueQueryCode', { data: { party: parties[0] } });
    const code = String(issued.body.queryCode);
    const answers = [
      await file.house.ask(null, { method: 'POST', url: '/api/status', headers, payload: { code } }),
      await file.house.ask(null, {
        ...{ method: 'POST', url: '/status', payload: `code=${code}` },
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      }),
      await file.house.ask(null, {
        ...{ method: 'POST', url: '/sign-in', payload: 'login=sun&password=no' },
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401]);
    for (const answer of answers) expect([answer.bytes.length > 200, encodingOf(answer)]).toEqual([true, undefined]);
  });
});
