import { describe, expect, it } from 'vitest';
import { rc09 } from '../../seeds/stories/rc-09.ts';
import { lapseHandoffs } from '../../server/jobs/lapse-handoffs.ts';
import { kit } from '../../workflows/index.ts';
import { commandTypes, everybody, serve, tellOverHttp } from '../support/server.ts';

describe('the server', () => {
  it('says that it lives and is ready', async () => {
    const house = await serve();
    for (const url of ['/livez', '/readyz'])
      expect(await house.get(null, url)).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('keeps people signed in over a restart', async () => {
    const house = await serve();
    await house.get('limin', '/api/cases');
    const reply = await house.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'limin', password: 'jiefen-demo-2026' },
    });
    const cookie = String(reply.headers['set-cookie']).split(';', 1)[0]!;
    await house.close();
    const again = await serve({ folder: house.folder });
    const session = await again.ask(null, { url: '/api/session', headers: { cookie } });
    expect(session.body).toMatchObject({ viewer: { accountId: 'li-min' } });
  });

  it('describes every command as an operation of its own, in OpenAPI 3.1', async () => {
    const house = await serve();
    const { body } = await house.get(null, '/api/docs/json');
    const { openapi, paths } = body as unknown as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    for (const type of commandTypes.filter((one) => one !== 'openCase')) {
      expect(Object.keys(paths)).toContain(`/api/cases/{id}/commands/${type}`);
    }
    expect(paths['/api/cases']).toHaveProperty('post');
    const page = await house.get(null, '/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/);
  });

  it('offers the law and the town as data to anybody', async () => {
    const house = await serve();
    for (const name of ['organisations', 'machines', 'commands', 'routes', 'exclusions', 'clock-rules', 'reasons']) {
      const { status, body } = await house.get(null, `/api/reference/${name}`);
      expect([name, status]).toEqual([name, 200]);
      expect(Object.keys(body).length).toBeGreaterThan(0);
    }
    const machines = (await house.get(null, '/api/reference/machines')).body as unknown as {
      id: string;
      states: { owner: string; label: object }[];
    }[];
    expect(machines.map(({ id }) => id)).toEqual(kit.machines);
    for (const { states } of machines)
      for (const { owner, label } of states) expect([owner, label]).not.toContain(undefined);
  });

  it('answers a reader who has it already with nothing, by a tag of what that reader sees', async () => {
    const house = await serve();
    const claimant = { name: '张三', telephone: '13800000000' };
    const { body } = await house.give('limin', null, 'openCase', { data: { claimant, summary: '一句话' } });
    const url = `/api/cases/${body.caseId}`;
    const { headers } = await house.get('limin', url);
    const again = await house.ask('limin', { url, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('pages through a list of cases in order, and refuses a marker it did not make', async () => {
    const house = await serve();
    for (let number = 0; number < 5; number += 1) {
      const claimant = { name: `申请人${number}`, telephone: '13800000000' };
      await house.give('limin', null, 'openCase', { data: { claimant, summary: '一句话' } });
    }
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await house.get(
        'limin',
        `/api/cases?limit=2${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
      );
      const page = body as unknown as { rows: { code: string }[]; next: string | null };
      seen.push(...page.rows.map(({ code }) => code));
      after = page.next ?? '';
    } while (after !== '');
    expect(new Set(seen).size).toBe(5);
    expect((await house.get('limin', '/api/cases?after=nonsense')).body.code).toBe('bad-request');
    expect((await house.get('limin', '/api/cases?limit=1000')).body.code).toBe('invalid-input');
  });
});

describe('a paper on the file', () => {
  const boundary = 'x-boundary';
  const upload = (content: string, name = 'paper.txt') => ({
    method: 'POST' as const,
    url: '/api/uploads',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  });

  async function openedWith() {
    const house = await serve({ environment: { JIEFEN_UPLOAD_LIMIT_BYTES: '2048' } });
    const claimant = { name: '张三', telephone: '13800000000' };
    const { body } = await house.give('limin', null, 'openCase', { data: { claimant, summary: '一句话' } });
    const caseId = String(body.caseId);
    const target = { kind: 'proceeding', id: Object.keys((await house.file(caseId)).proceedings)[0]! } as const;
    const add = (login: string, file: unknown, title = '证据清单') =>
      house.give(login, caseId, 'addItem', {
        target,
        data: { document: 'evidenceList', title, class: 'partyFile', file },
      });
    return { house, caseId, add };
  }

  it('is uploaded, put on the file, and fetched by whoever may see it, as a download of exactly those bytes', async () => {
    const { house, caseId, add } = await openedWith();
    const { status, body: file } = await house.ask('limin', upload('证据一'));
    expect([status, file.bytes]).toEqual([201, 9]);
    expect((await add('limin', file)).status).toBe(200);
    const item = Object.keys((await house.file(caseId)).items)[0];
    const url = `/api/cases/${caseId}/items/${item}/file`;
    const fetched = await house.get('sun', url);
    expect([fetched.status, fetched.text]).toEqual([200, '证据一']);
    expect(fetched.headers).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''%E8%AF%81%E6%8D%AE%E6%B8%85%E5%8D%95",
      'x-content-type-options': 'nosniff',
    });
    for (const { login } of everybody.filter(({ organisation }) => organisation !== 'yantaiMediationCommittee')) {
      expect((await house.get(login, url)).status).toBe(404);
    }
  });

  it('can be fetched when its title was cut off in the middle of a character', async () => {
    const { house, caseId, add } = await openedWith();
    const { body: file } = await house.ask('limin', upload('证据一'));
    expect((await add('limin', file, '清单\ud83d')).status).toBe(200);
    const item = Object.keys((await house.file(caseId)).items)[0];
    const fetched = await house.get('sun', `/api/cases/${caseId}/items/${item}/file`);
    expect([fetched.status, fetched.text]).toEqual([200, '证据一']);
  });

  it('cannot be got at by its hash: only who brought the bytes may refer to them', async () => {
    const { house, caseId, add } = await openedWith();
    const { body: file } = await house.ask('limin', upload('别人的材料'));
    const taken = await add('sun', file);
    expect([taken.status, taken.body.code, taken.body.field]).toEqual([422, 'file-not-uploaded', 'file']);
    const invented = await add('limin', { sha256: 'a'.repeat(64), bytes: 5, mediaType: 'text/plain' });
    expect(invented.body.code).toBe('file-not-uploaded');
    expect((await house.file(caseId)).items).toEqual({});
  });

  it('that is too large or empty, or not sent as a form, is refused by name', async () => {
    const { house } = await openedWith();
    expect((await house.ask('limin', upload('x'.repeat(2049)))).body.code).toBe('file-too-large');
    expect((await house.ask('limin', upload(''))).body.code).toBe('file-empty');
    expect((await house.ask('limin', { method: 'POST', url: '/api/uploads', payload: {} })).body.code).toBe(
      'unsupported-media-type',
    );
    expect((await house.ask('somebody', upload('x'))).body.code).toBe('not-allowed');
    expect((await house.ask(null, upload('x'))).body.code).toBe('sign-in-needed');
  });
});

describe('the sweeper of time limits', () => {
  it('lets a referral lapse when its three working days have passed, not on the last of them, and once', async () => {
    const house = await serve({ start: '2024-03-01T09:00', elsewhere: true });
    const until = rc09.steps.findIndex(({ command }) => command === 'acceptHandoff');
    const caseId = await tellOverHttp(house, rc09, { until });
    const stage = async () => Object.values((await house.file(caseId)).handoffs).at(-1)?.slot.value;
    const [clock] = await house.dependencies.store.reads.lapsing({ minute: '2099-01-01T00:00', limit: 9 });
    house.at(`${clock!.row.due}T23:59`);
    expect([await lapseHandoffs(house.dependencies), await stage()]).toEqual([0, 'received']);
    const after = Temporal.PlainDate.from(clock!.row.due!).add({ days: 1 });
    house.at(`${after}T00:01`);
    expect([await lapseHandoffs(house.dependencies), await stage()]).toEqual([1, 'lapsed']);
    expect(await lapseHandoffs(house.dependencies)).toBe(0);
  });
});
