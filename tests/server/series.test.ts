import { beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/security/index.ts';
import { runSeries, startSeries } from '../../server/series/index.ts';
import { clocksOf } from '../../workflows/index.ts';
import { lastingHouse, mediationAgainst, mediationIn, seriesTerms, signedPaper } from '../support/series.ts';
import { latest, type Reply, type ServedHouse } from '../support/server.ts';

const theHouse = lastingHouse('2026-11-20T09:00');
let house: ServedHouse;
let shops = 0;

beforeEach(() => {
  house = theHouse();
});

const sun: Viewer = {
  accountId: 'sun-lihua',
  name: '孙丽华',
  organisationId: 'yantaiMediationCommittee',
  roles: ['mediator'],
  secondFactor: true,
};

const send = (login: string | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  house.ask(login, { method, url, ...(payload === undefined ? {} : { payload }) });

/** Mediations of 孙丽华, each against a shop of its own. */
async function mediations(count: number): Promise<readonly string[]> {
  const cases: string[] = [];
  for (let index = 0; index < count; index += 1) {
    shops += 1;
    cases.push(await mediationAgainst(house, shops));
  }
  return cases;
}

interface Row {
  readonly number: number;
  readonly state: string;
  readonly reason: { readonly code: string; readonly instead: unknown } | null;
  readonly verdict: { readonly kind: string; readonly revision: number; readonly refusal: { code: string } } | null;
}

const rowsIn = (reply: Reply) => reply.body.rows as unknown as readonly Row[];
const states = (reply: Reply) => rowsIn(reply).map(({ state }) => state);
const verdicts = (reply: Reply) => rowsIn(reply).map(({ verdict }) => verdict?.kind ?? null);
const versionOf = (reply: Reply) => Number(reply.body.version);

/** A series over cases, with its terms written. */
async function written(cases: readonly string[], terms: object = seriesTerms, own: readonly object[] = []) {
  const gathered = await send('sun', 'POST', '/api/series', { cases });
  expect(gathered.status, gathered.text).toBe(201);
  const id = String(gathered.body.id);
  const reply = await send('sun', 'PUT', `/api/series/${id}/terms`, { version: versionOf(gathered), terms, own });
  return { id, url: `/api/series/${id}`, reply };
}

async function started(url: string, more: object = {}) {
  const version = versionOf(await house.get('sun', url));
  return send('sun', 'POST', `${url}/start`, { version, ...more });
}

async function finished(url: string): Promise<Reply> {
  await runSeries(house.dependencies);
  return house.get('sun', url);
}

const agreementsIn = async (caseId: string) => Object.values((await mediationIn(house, caseId)).agreements);
const entriesIn = async (caseId: string) => (await house.file(caseId)).seq;

describe('one agreement over several cases', () => {
  it('is on record in each of them with its own sum, and its paper lies on each file under one hash', async () => {
    const cases = await mediations(3);
    const paper = await signedPaper(house);
    const own = [
      { number: 2, amountFen: 500_000 },
      { number: 3, signedOn: '2026-11-19' },
    ];
    const { url, reply } = await written(cases, { ...seriesTerms, paper }, own);
    expect([reply.status, verdicts(reply)]).toEqual([200, ['possible', 'possible', 'possible']]);
    expect((await started(url)).status).toBe(202);
    const end = await finished(url);
    expect(end.body).toMatchObject({ closed: true, counts: { done: 3, waiting: 0, refused: 0 } });
    const sums = await Promise.all(cases.map(async (id) => (await agreementsIn(id))[0]?.clauses[1]?.amountFen));
    expect(sums).toEqual([300_000, 500_000, 300_000]);
    expect((await agreementsIn(cases[2]!))[0]?.signatures[0]).toMatchObject({ signedOn: '2026-11-19' });
    const hashes = await Promise.all(
      cases.map(async (id) => Object.values((await house.file(id)).items).map(({ sha256 }) => sha256)),
    );
    expect(hashes).toEqual([[expect.any(String)], hashes[0], hashes[0]]);
    // Each has a window of its own: thirty days from the last signature or seal, 20 November; 20 December is a Sunday.
    const files = await Promise.all(cases.map((id) => house.file(id)));
    const due = files.map((file) =>
      clocksOf(file, house.dependencies.calendar).find(({ rule }) => rule === 'conf.apply'),
    );
    expect(due.map((clock) => clock?.due)).toEqual(Array(3).fill('2026-12-21'));
    const journal = await house.dependencies.store.reads.journal(cases[0]!);
    const settled = journal.filter(({ envelope }) => envelope.type === 'recordAgreement');
    expect(settled).toMatchObject([{ envelope: { actor: { person: 'sun-lihua' } } }]);
  });

  it('is forgotten by the series when every case has it', async () => {
    const cases = await mediations(2);
    const { id, url } = await written(cases);
    await started(url);
    expect((await finished(url)).text).not.toContain('停止销售');
    expect(JSON.stringify(await house.dependencies.store.series.find(id))).not.toContain('300000');
  });

  it('is recorded once, however often it is started and run', async () => {
    const cases = await mediations(2);
    const { url } = await written(cases);
    await started(url);
    expect((await started(url)).status).toBe(202);
    await Promise.all([runSeries(house.dependencies), runSeries(house.dependencies)]);
    const entries = await Promise.all(cases.map(entriesIn));
    expect((await started(url)).body.code).toBe('series-closed');
    await runSeries(house.dependencies);
    expect(await Promise.all(cases.map(entriesIn))).toEqual(entries);
    expect(await agreementsIn(cases[0]!)).toHaveLength(1);
  });
});

describe('a case of a series that cannot be closed', () => {
  it('is shown with its reason before anything is started, and holds up no other', async () => {
    const [free = '', refusing = ''] = await mediations(2);
    const party = Object.keys((await house.file(refusing)).parties)[1];
    const target = latest(await house.file(refusing), 'proceeding', 'peopleMediation');
    await house.give('limin', refusing, 'recordConsent', {
      target,
      data: { party, answer: 'refuses', channel: 'telephone' },
    });
    const { url, reply } = await written([free, refusing]);
    expect(verdicts(reply)).toEqual(['possible', 'refused']);
    expect(rowsIn(reply)[1]?.verdict?.refusal.code).toBe('mediation-refused');
    const before = await entriesIn(refusing);
    await started(url);
    expect(states(await finished(url))).toEqual(['done', 'chosen']);
    expect(await entriesIn(refusing)).toBe(before);
    const answer = { party, answer: 'agrees', channel: 'telephone' };
    await house.give('limin', refusing, 'recordConsent', { target, data: answer });
    await started(url);
    expect(states(await finished(url))).toEqual(['done', 'done']);
  });

  it('and is changed while it waits is skipped too, untouched', async () => {
    const [first = '', second = ''] = await mediations(2);
    const { id, reply } = await written([first, second]);
    const start = { acknowledged: [], seen: {} };
    await startSeries(sun, id, versionOf(reply), start, house.dependencies);
    const target = latest(await house.file(second), 'proceeding', 'peopleMediation');
    const present = Object.keys((await house.file(second)).parties);
    await house.give('sun', second, 'openSession', { target, data: { mode: 'inPerson', present } });
    const before = await entriesIn(second);
    await runSeries(house.dependencies);
    const rows = (await house.dependencies.store.series.find(id))?.rows;
    expect(rows?.map(({ state, reason }) => [state, reason?.code])).toEqual([
      ['done', undefined],
      ['skipped', 'stale-revision'],
    ]);
    expect(await entriesIn(second)).toBe(before);
  });

  it('with several parties on a side asks for its own form, and is closed with it', async () => {
    const [one = '', two = ''] = await mediations(2);
    const who = { kind: 'natural', name: '合伙人甲', telephone: '13911112222' };
    const matter = latest(await house.file(two), 'matter');
    const added = await house.give('limin', two, 'addParty', {
      data: { side: 'respondent', who, matters: [matter.id] },
    });
    expect(added.status, added.text).toBe(200);
    const { url, reply } = await written([one, two]);
    expect(rowsIn(reply)[1]?.verdict).toMatchObject({ kind: 'refused', refusal: { code: 'series-side-not-one' } });
    const { owedBy: _by, ...clause } = seriesTerms.clauses[0];
    const parties = Object.keys((await house.file(two)).parties);
    const { reachedOn: occurredOn, signedOn, mediatorSignedOn, sealedOn, form } = seriesTerms;
    const signatures = parties.map((party) => ({ party, signedOn }));
    const data = { form, clauses: [{ ...clause, obligor: parties[1] }], signatures, mediatorSignedOn, sealedOn };
    const whole = await send('sun', 'PUT', `${url}/cases/2`, { version: versionOf(reply), occurredOn, data });
    expect(verdicts(whole)).toEqual(['possible', 'possible']);
    await started(url);
    expect(states(await finished(url))).toEqual(['done', 'done']);
    expect((await agreementsIn(two))[0]?.signatures).toHaveLength(3);
  });

  it('and was changed by somebody after it was looked at is skipped, untouched, and can be taken up again', async () => {
    const [first = '', second = ''] = await mediations(2);
    const { url, reply } = await written([first, second]);
    const seen = rowsIn(reply).map(({ number, verdict }) => ({ number, revision: verdict?.revision }));
    const target = latest(await house.file(second), 'proceeding', 'peopleMediation');
    const present = Object.keys((await house.file(second)).parties);
    const held = await house.give('sun', second, 'openSession', { target, data: { mode: 'inPerson', present } });
    expect(held.status, held.text).toBe(200);
    const before = await entriesIn(second);
    await started(url, { seen });
    const after = await finished(url);
    expect(states(after)).toEqual(['done', 'skipped']);
    expect(rowsIn(after)[1]?.reason).toMatchObject({ code: 'stale-revision', instead: { zh: expect.any(String) } });
    expect(await entriesIn(second)).toBe(before);
    await started(url);
    expect(states(await finished(url))).toEqual(['done', 'done']);
  });
});

describe('warnings of a series', () => {
  it('are read before it starts; unread, nothing is started', async () => {
    const cases = await mediations(2);
    const vague = seriesTerms.clauses.map((clause) => ({ ...clause, dueOn: null }));
    const { url, reply } = await written(cases, { ...seriesTerms, clauses: vague });
    expect(verdicts(reply)).toEqual(['warned', 'warned']);
    const unread = await started(url);
    expect([unread.status, unread.body.code]).toEqual([409, 'acknowledge-warnings']);
    expect(states(await finished(url))).toEqual(['chosen', 'chosen']);
    await started(url, { acknowledged: ['clause-unclear'] });
    expect(states(await finished(url))).toEqual(['done', 'done']);
    const journal = await house.dependencies.store.reads.journal(cases[0]!);
    const [entry] = journal.filter(({ envelope }) => envelope.type === 'recordAgreement');
    expect(entry?.body?.acknowledged).toEqual(['clause-unclear']);
  });
});

describe('a series', () => {
  it('is not gathered of one case, of none, or of a case that is not there or not to be known', async () => {
    const [own = ''] = await mediations(1);
    const foreign = await house.give('station', null, 'openCase', {
      data: { claimant: { name: '张三', telephone: '13800000000' }, summary: '另一机构的案件' },
    });
    const answer = async (cases: readonly string[]) => {
      const reply = await send('sun', 'POST', '/api/series', { cases });
      return [reply.status, reply.body.code];
    };
    expect(await answer([])).toEqual([422, 'series-too-few']);
    expect(await answer([own])).toEqual([422, 'series-too-few']);
    expect(await answer([own, 'nothing'])).toEqual([404, 'not-found']);
    expect(await answer([own, String(foreign.body.caseId)])).toEqual([404, 'not-found']);
  });

  it('holds only mediations that are the mediator’s own', async () => {
    const [own = ''] = await mediations(1);
    shops += 1;
    const colleagues = await mediationAgainst(house, shops, 'zhou-jianguo');
    const reply = await send('sun', 'POST', '/api/series', { cases: [own, colleagues] });
    expect([reply.status, reply.body.code]).toEqual([422, 'series-not-a-mediation']);
    const offered = await house.get('sun', '/api/series/candidates');
    expect(offered.text).toContain(own);
    expect(offered.text).not.toContain(colleagues);
  });

  it('offers first what is linked with the case it is gathered from', async () => {
    const [one = '', two = '', three = ''] = await mediations(3);
    const other = (await house.file(two)).header.code;
    await house.give('sun', one, 'linkCases', { data: { other, kind: 'sameRight' } });
    const { body } = await house.get('sun', `/api/series/candidates?from=${one}`);
    const rows = body.rows as unknown as readonly { row: { caseId: string }; linked: boolean }[];
    const linked = rows.filter((row) => row.linked).map(({ row }) => row.caseId);
    expect(linked.toSorted()).toEqual([one, two].toSorted());
    expect(rows.map(({ row }) => row.caseId)).toContain(three);
  });

  it('is nobody else’s: 404 for a colleague, 403 for who does not mediate, and nothing of it anywhere', async () => {
    const marker = '只有本调解员知道的条款';
    const clauses = [{ ...seriesTerms.clauses[0], act: marker }];
    const { id, url, reply } = await written(await mediations(2), { ...seriesTerms, clauses });
    const version = versionOf(reply);
    for (const [login, status] of [
      ['zhou', 404],
      ['limin', 403],
      ['liu', 403],
      ['zhao', 403],
      ['admin-system', 403],
      [null, 401],
    ] as const) {
      const replies = [
        await send(login, 'GET', url),
        await send(login, 'PUT', `${url}/terms`, { version, terms: seriesTerms }),
        await send(login, 'POST', `${url}/start`, { version }),
        await send(login, 'POST', `${url}/close`, { version }),
        await send(login, 'DELETE', `${url}/cases/1?version=${version}`),
      ];
      expect(
        replies.map((one) => one.status),
        String(login),
      ).toEqual(replies.map(() => status));
      expect((await send(login, 'GET', '/api/series')).text).not.toContain(id);
      for (const one of replies) expect(one.text).not.toContain(marker);
    }
    expect(house.logs.join('')).not.toContain(marker);
    expect((await house.get('sun', '/api/series')).text).not.toContain(marker);
  });

  it('takes no paper that somebody else uploaded, whatever its hash', async () => {
    const foreign = await signedPaper(house, 'limin');
    const { id, reply } = await written(await mediations(2), { ...seriesTerms, paper: foreign });
    expect([reply.status, reply.body.code]).toEqual([422, 'file-not-uploaded']);
    expect((await house.dependencies.store.series.find(id))?.terms).toBeNull();
  });

  it.each([
    [{ form: 'spoken' }],
    [{ clauses: [] }],
    [{ reachedOn: '2026-02-30' }],
    [{ reachedOn: '2027-01-01' }],
    [{ surprise: 1 }],
    [{ pages: 0 }],
  ])('keeps nothing of terms with %j', async (change) => {
    const { id, reply } = await written(await shared(), { ...seriesTerms, ...change });
    expect(reply.status).toBe(422);
    expect((await house.dependencies.store.series.find(id))?.terms).toBeNull();
  });

  it('is not started without terms, changed from an old page, or changed when it is over', async () => {
    const gathered = await send('sun', 'POST', '/api/series', { cases: await shared() });
    const url = `/api/series/${gathered.body.id}`;
    expect((await started(url)).body.code).toBe('series-without-terms');
    const old = await send('sun', 'PUT', `${url}/terms`, { version: 9, terms: seriesTerms });
    expect([old.status, old.body.code]).toEqual([412, 'stale-revision']);
    expect((await send('sun', 'POST', `${url}/close`, { version: 1 })).body).toMatchObject({ closed: true });
    const late = await send('sun', 'PUT', `${url}/terms`, { version: 2, terms: seriesTerms });
    expect([late.status, late.body.code]).toEqual([409, 'series-closed']);
  });

  it('loses a case that is taken out, and no other', async () => {
    const { url, reply } = await written([...(await shared())]);
    const out = await send('sun', 'DELETE', `${url}/cases/1?version=${versionOf(reply)}`);
    expect(rowsIn(out).map(({ number }) => number)).toEqual([2]);
    expect((await send('sun', 'DELETE', `${url}/cases/7?version=${versionOf(out)}`)).status).toBe(404);
    expect((await send('sun', 'DELETE', `${url}/cases/2?version=${versionOf(out)}`)).status).toBe(422);
  });
});

describe('a series that waits', () => {
  it('is not closed by a mediator who was suspended meanwhile', async () => {
    const cases: string[] = [];
    for (let index = 0; index < 2; index += 1) {
      shops += 1;
      cases.push(await mediationAgainst(house, shops, 'zhou-jianguo'));
    }
    const gathered = await send('zhou', 'POST', '/api/series', { cases });
    const id = String(gathered.body.id);
    const { accounts, store, now } = house.dependencies;
    const series = (await store.series.find(id))!;
    const asked = { occurredOn: '2026-11-20', data: {}, revision: null, acknowledged: [] };
    const rows = series.rows.map((row) => ({ ...row, state: 'waiting' as const, asked }));
    await store.series.save({ ...series, terms: { ...seriesTerms, clauses: [] }, rows }, now());
    await accounts.setStatus('zhou-jianguo', 'suspended');
    const entries = await Promise.all(cases.map(entriesIn));
    await runSeries(house.dependencies);
    const refused = (await store.series.find(id))?.rows.map(({ state, reason }) => [state, reason?.code]);
    expect(refused).toEqual(cases.map(() => ['refused', 'not-allowed']));
    expect(await Promise.all(cases.map(entriesIn))).toEqual(entries);
    await accounts.setStatus('zhou-jianguo', 'active');
  });
});

let two: readonly string[] | null = null;

/** Two mediations that no test closes. */
async function shared(): Promise<readonly string[]> {
  two ??= await mediations(2);
  return two;
}
