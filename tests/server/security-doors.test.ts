import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import fastifyMultipart from '@fastify/multipart';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { StorageFull } from '../../db/files.ts';
import { StoreBusy } from '../../db/store.ts';
import { ProblemError, problems } from '../../server/errors.ts';
import { errorsReference, errorsReferenceFile } from '../../server/errors-reference.ts';
import { guardedServer, password } from '../support/security.ts';

describe('a request that another site makes a browser send', () => {
  const signIn = { method: 'POST', url: '/api/session', payload: { login: 'claimant', password } } as const;

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'null' },
    { origin: 'not an address' },
    { referer: 'https://evil.example/' },
  ])('is refused: %j', async (headers) => {
    const { app, data } = await guardedServer();
    const reply = await app.inject({ ...signIn, headers: { host: 'localhost', ...headers } });
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'cross-site-refused']);
    expect(data.db.prepare('SELECT count(*) FROM session').pluck().get()).toBe(0);
  });

  it.each([
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://localhost' },
    { referer: 'http://localhost/sign-in' },
    {},
  ])('is not one, and is let in: %j', async (headers) => {
    const { app } = await guardedServer();
    const reply = await app.inject({ ...signIn, headers: { host: 'localhost', ...headers } });
    expect(reply.statusCode).toBe(200);
  });

  it('cannot pass by naming its own host when the public address is known', async () => {
    const { app } = await guardedServer({ JIEFEN_PUBLIC_URL: 'https://jiefen.example.cn' });
    const from = (origin: string, host: string) => app.inject({ ...signIn, headers: { host, origin } });
    expect((await from('https://evil.example', 'evil.example')).statusCode).toBe(403);
    expect((await from('https://jiefen.example.cn', '127.0.0.1:3000')).statusCode).toBe(200);
  });

  it('may read: a link from a letter or a search page still opens', async () => {
    const { app } = await guardedServer();
    const reply = await app.inject({ url: '/api/session', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(reply.statusCode).toBe(200);
  });
});

describe('every reply', () => {
  it('allows only our own scripts and styles, no frames, and no guessing of types, also when it refuses', async () => {
    const { app } = await guardedServer();
    for (const url of ['/api/session', '/nothing-here']) {
      const { headers } = await app.inject(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('insists on https where the public address has it', async () => {
    const { app } = await guardedServer({ JIEFEN_PUBLIC_URL: 'https://jiefen.example.cn' });
    const { headers } = await app.inject('/api/session');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toMatch(/upgrade-insecure-requests/);
  });

  it('to somebody signed in is kept in no cache', async () => {
    const server = await guardedServer();
    const token = await server.accounts.openSession({
      accountId: 'a-claimant',
      stage: 'signedIn',
      secondFactor: false,
    });
    const { headers } = await server.app.inject({
      url: '/api/session',
      headers: { cookie: `jiefen-session=${token}` },
    });
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('too many requests', () => {
  it('are asked to wait, each person counted alone', async () => {
    const server = await guardedServer({ JIEFEN_RATE_LIMIT_PER_MINUTE: '2' });
    const token = await server.accounts.openSession({
      accountId: 'a-claimant',
      stage: 'signedIn',
      secondFactor: false,
    });
    const ask = (cookie = '') => server.app.inject({ url: '/api/session', headers: { cookie } });
    const statuses = [await ask(), await ask(), await ask()].map((reply) => reply.statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await ask();
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(`jiefen-session=${token}`)).statusCode).toBe(200);
  });

  it('to sign in are stopped earlier', async () => {
    const { app } = await guardedServer({ JIEFEN_SIGN_IN_LIMIT_PER_MINUTE: '1' });
    const request = { method: 'POST', url: '/api/session', payload: { login: 'claimant', password } } as const;
    expect((await app.inject(request)).statusCode).toBe(200);
    const refused = await app.inject(request);
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests']);
  });
});

describe('a problem', () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  const secret = new Error('UNIQUE constraint failed: person.telephone 13805350123');

  async function doors() {
    return guardedServer({ JIEFEN_BODY_LIMIT_BYTES: '1024' }, (app) => {
      const body = Type.Object({ name: Type.String() }, { additionalProperties: false });
      app.post('/api/echo', { schema: { body } }, async (request) => request.body);
      const failing = (url: string, error: unknown) =>
        app.get(url, async () => {
          await setImmediate();
          throw error;
        });
      failing('/api/full', full);
      failing('/api/full-disk', new StorageFull());
      failing('/api/busy', new StoreBusy());
      failing('/api/secret', secret);
      failing('/page/secret', secret);
      failing('/api/known', new ProblemError('stale-revision', { changedBy: '李调解员' }));
      app.register(async (inner) => {
        await inner.register(fastifyMultipart, { limits: { fileSize: 8 } });
        inner.post('/api/upload', async (request) => (await (await request.file())?.toBuffer())?.length);
      });
    });
  }

  const json = { 'content-type': 'application/json' };
  it.each([
    ['malformed JSON', { payload: '{"name":', headers: json }, 400, 'malformed-json'],
    ['an empty body', { payload: '', headers: json }, 400, 'malformed-json'],
    ['JSON that reaches for prototypes', { payload: '{"__proto__":{}}', headers: json }, 400, 'malformed-json'],
    ['a type nobody reads', { payload: 'x', headers: { 'content-type': 'image/png' } }, 415, 'unsupported-media-type'],
    ['a body that is too long', { payload: { name: 'x'.repeat(2000) } }, 413, 'body-too-large'],
    ['a wrong type', { payload: { name: 7 } }, 422, 'invalid-input'],
    ['an unknown field', { payload: { name: 'a', admin: true } }, 422, 'invalid-input'],
  ])('is named for %s', async (_what, request, status, code) => {
    const { app } = await doors();
    const reply = await app.inject({ method: 'POST', url: '/api/echo', ...request });
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it.each([
    ['/api/full', 507, 'storage-full'],
    ['/api/full-disk', 507, 'storage-full'],
    ['/api/busy', 503, 'queue-full'],
    ['/api/nowhere', 404, 'not-found'],
    ['/api/%', 404, 'not-found'],
    ['/api/known', 412, 'stale-revision'],
  ])('is named at %s', async (url, status, code) => {
    const { app } = await doors();
    const reply = await app.inject(url);
    expect([reply.statusCode, reply.json().code, reply.json().status]).toEqual([status, code, status]);
  });

  it('says in both languages what happened and what to do, and where', async () => {
    const { app } = await doors();
    const reply = await app.inject('/api/known?secret=1');
    expect(reply.json()).toEqual({
      type: '/docs/errors#stale-revision',
      title: problems['stale-revision'].title.zh,
      status: 412,
      detail: problems['stale-revision'].title.zh,
      instead: problems['stale-revision'].instead.zh,
      code: 'stale-revision',
      changedBy: '李调解员',
      instance: '/api/known',
      requestId: expect.any(String),
      en: {
        title: problems['stale-revision'].title.en,
        detail: problems['stale-revision'].title.en,
        instead: problems['stale-revision'].instead.en,
      },
    });
  });

  it('tells the busy to come again', async () => {
    const { app } = await doors();
    expect((await app.inject('/api/busy')).headers['retry-after']).toBe('1');
  });

  it('nobody foresaw shows a request id and not a word of what went wrong', async () => {
    const { app } = await doors();
    const reply = await app.inject('/api/secret');
    expect([reply.statusCode, reply.json().code]).toEqual([500, 'internal']);
    expect(reply.json().requestId).toBeTruthy();
    expect(reply.body).not.toMatch(/13805350123|UNIQUE|person\./);
  });

  it('on a page is a page', async () => {
    const { app } = await doors();
    const failed = await app.inject('/page/secret');
    expect(failed.headers['content-type']).toBe('text/html; charset=utf-8');
    expect([failed.statusCode, failed.body]).toEqual([500, expect.stringContaining(problems.internal.title.zh)]);
    const missing = await app.inject('/no-such-page');
    expect([missing.statusCode, missing.body]).toEqual([404, expect.stringContaining(problems['not-found'].title.zh)]);
  });

  it('with an upload is named: too large, or no form at all', async () => {
    const { app } = await doors();
    const form = new FormData();
    form.append('file', new Blob(['0123456789']), 'a.txt');
    const upload = { method: 'POST', url: '/api/upload' } as const;
    const tooLarge = await app.inject({ ...upload, payload: form });
    expect([tooLarge.statusCode, tooLarge.json().code]).toEqual([413, 'file-too-large']);
    const noForm = await app.inject({ ...upload, payload: { file: 'x' } });
    expect([noForm.statusCode, noForm.json().code]).toEqual([415, 'unsupported-media-type']);
  });

  it('is explained in docs/reference/errors.md as in the code (if not: node server/errors-reference.ts)', () => {
    expect(readFileSync(errorsReferenceFile, 'utf8')).toBe(errorsReference());
  });

  it('always has a title and advice in both languages and a status that fits', () => {
    for (const [code, { status, title, instead }] of Object.entries(problems)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(status, code).toBeGreaterThanOrEqual(400);
      for (const { zh, en } of [title, instead]) {
        expect(zh, code).toMatch(/[\u4e00-\u9fff].*。$/);
        expect(en, code).toMatch(/\.$/);
      }
    }
  });
});
