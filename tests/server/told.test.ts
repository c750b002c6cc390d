import { beforeEach, describe, expect, it } from 'vitest';
import { tellOthers } from '../../server/write/index.ts';
import { factsOf } from '../../workflows/index.ts';
import { lastingHouse, mediationAgainst, mediationIn, seriesTerms } from '../support/series.ts';
import { latest, type ServedHouse } from '../support/server.ts';

const theHouse = lastingHouse('2026-11-20T09:00');
let trademark = '';
let count = 0;

beforeEach(() => {
  count += 1;
  trademark = `1234567${count}`;
});

/** A dispute over one trademark against one shop; `change` says what is different this time. */
async function opened(house: ServedHouse, login: string, change = {}, acknowledged: readonly string[] = []) {
  const data = {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '销售标有本公司注册商标的电热水壶。',
    respondents: [{ who: { kind: 'individualBusiness', name: '芝罘区鑫达商行', telephone: '13800000137' } }],
    rightKind: 'trademark',
    rightNumber: `第${trademark}号`,
    dispute: 'infringement',
    ...change,
  };
  const reply = await house.give(login, null, 'openCase', { data, acknowledged });
  if (reply.status !== 201) throw new Error(reply.text);
  return String(reply.body.caseId);
}

const double = ['related-double-filing'];

async function notesIn(house: ServedHouse, caseId: string): Promise<readonly unknown[]> {
  return factsOf(await house.file(caseId), 'noteRelatedCase').map(({ values }) => values.note);
}

async function tasksOf(house: ServedHouse, organisation: string, of: string): Promise<readonly string[]> {
  const tasks = await house.dependencies.store.reads.tasks({
    organisation,
    whose: null,
    shownOn: '9999-12-31',
    limit: 100,
  });
  return tasks
    .filter(({ caseId, row }) => caseId === of && row.source === 'note')
    .map(({ caseId, row }) => `${caseId} ${row.text.zh}`);
}

describe('the custodian of an older case', () => {
  it('has a task when the dispute is filed a second time, once, and only the older one has it', async () => {
    const house = theHouse();
    const older = await opened(house, 'limin');
    const newer = await opened(house, 'limin', {}, double);
    expect([await notesIn(house, older), await notesIn(house, newer)]).toEqual([['filedTwice'], []]);
    const tasks = await tasksOf(house, 'yantaiMediationCommittee', older);
    expect(tasks).toEqual([expect.stringContaining(`${older} 同一权利、同一对方另有新立案件`)]);
    expect((await house.get('limin', `/cases/${older}`)).text).toContain('可能是重复立案');
    const version = (await house.file(older)).version;
    expect(await tellOthers(await house.file(newer), house.dependencies)).toBe(0);
    expect(await tellOthers(await house.file(older), house.dependencies)).toBe(0);
    const target = latest(await house.file(newer), 'matter');
    await house.give('limin', newer, 'describeMatter', { target, data: { rightName: '海岳' } });
    expect((await house.file(older)).version).toBe(version);
  });

  it('settles the task, and it does not come back', async () => {
    const house = theHouse();
    const older = await opened(house, 'limin');
    await opened(house, 'limin', {}, double);
    const [note] = factsOf(await house.file(older), 'noteRelatedCase');
    const settled = await house.give('limin', older, 'settleNote', { data: { note: note?.id, how: '不是同一争议' } });
    expect(settled.status).toBe(200);
    expect(await tasksOf(house, 'yantaiMediationCommittee', older)).toEqual([]);
  });

  it('is told that what was agreed may have been broken, also when the mediation is over', async () => {
    const house = theHouse();
    const older = await mediationAgainst(house, 7);
    const matter = latest(await house.file(older), 'matter');
    const named = { rightKind: 'trademark', rightNumber: `第${trademark}号` };
    expect((await house.give('limin', older, 'describeMatter', { target: matter, data: named })).status).toBe(200);
    const parties = Object.keys((await house.file(older)).parties);
    const { form, signedOn, mediatorSignedOn, sealedOn } = seriesTerms;
    const clauses = [{ subject: 'stopInfringement', obligor: parties[1], act: '停止销售', dueOn: '2026-12-01' }];
    const signatures = parties.map((party) => ({ party, signedOn }));
    const data = { form, clauses, signatures, mediatorSignedOn, sealedOn };
    const target = latest(await house.file(older), 'proceeding', 'peopleMediation');
    const agreed = await house.give('sun', older, 'recordAgreement', { target, data });
    expect(agreed.status, agreed.text).toBe(200);
    const who = { kind: 'individualBusiness', name: '芝罘区第7商行', telephone: '13800001007' };
    await opened(house, 'limin', { respondents: [{ who }] }, ['related-repeat-infringement']);
    expect(await notesIn(house, older)).toEqual(['repeated']);
    expect(factsOf(await house.file(older), 'noteRelatedCase')[0]?.values.about).toBe(
      (await mediationIn(house, older)).id,
    );
  });

  it('learns nothing of a case of another organisation: not that there is one', async () => {
    const house = theHouse();
    const older = await opened(house, 'limin');
    const version = (await house.file(older)).version;
    const newer = await opened(house, 'station');
    expect((await house.file(older)).version).toBe(version);
    expect(await tasksOf(house, 'yantaiMediationCommittee', older)).toEqual([]);
    const code = (await house.file(newer)).header.code;
    for (const url of [`/cases/${older}`, `/api/cases/${older}/timeline`, '/desk'])
      expect((await house.get('limin', url)).text).not.toContain(code);
  });

  it('is not told of a weak likeness: the same right against others, the same product, the same people', async () => {
    const house = theHouse();
    const older = await opened(house, 'limin', { product: '电热水壶 HY-200' });
    const who = { kind: 'individualBusiness', name: '莱山区顺发百货', telephone: '13800000138' };
    await opened(house, 'limin', { respondents: [{ who }] });
    await opened(house, 'limin', { rightNumber: '87654321' });
    expect(await notesIn(house, older)).toEqual([]);
  });

  it('is not told again of a case that was linked with it when it was looked at', async () => {
    const house = theHouse();
    const older = await opened(house, 'limin');
    const newer = await opened(house, 'limin', { rightNumber: null });
    const other = (await house.file(older)).header.code;
    await house.give('limin', newer, 'linkCases', { data: { other, kind: 'sameDispute' } });
    const target = latest(await house.file(newer), 'matter');
    const data = { rightNumber: trademark };
    const named = await house.give('limin', newer, 'describeMatter', { target, data, acknowledged: double });
    expect(named.status, named.text).toBe(200);
    expect(await notesIn(house, older)).toEqual([]);
  });

  it('keeps a note that names no case, written by the house alone', async () => {
    const house = theHouse();
    const older = await opened(house, 'limin');
    const newer = await opened(house, 'limin', {}, double);
    const code = (await house.file(newer)).header.code;
    const timeline = await house.get('limin', `/api/cases/${older}/timeline`);
    expect(timeline.text).not.toContain(code);
    const journal = await house.dependencies.store.reads.journal(older);
    expect(journal.at(-1)?.envelope).toMatchObject({ type: 'noteRelatedCase', actor: { person: 'system' } });
    expect(await house.give('limin', older, 'noteRelatedCase', { data: {} })).toMatchObject({ status: 404 });
  });
});
