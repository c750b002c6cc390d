import { describe, expect, it } from 'vitest';
import { everyAuditRecord } from '../../db/audit.ts';
import { first } from '../../seeds/stories/first.ts';
import {
  openProceedingsOf,
  resumeReassignments,
  runReassignment,
  startAssigning,
  startReassignment,
} from '../../server/administration/index.ts';
import type { Viewer } from '../../server/security/index.ts';
import { latest, type ServedHouse, serve, tellOverHttp } from '../support/server.ts';

const limin: Viewer = {
  accountId: 'li-min',
  name: '李敏',
  organisationId: 'yantaiMediationCommittee',
  roles: ['committeeClerk'],
  secondFactor: true,
};

const post = (house: ServedHouse, login: string | null, url: string, payload?: object) =>
  house.ask(login, { method: 'POST', url, ...(payload === undefined ? {} : { payload }) });

/** The first story up to the middle of its mediation: 孙丽华 is its mediator. */
async function inMediation() {
  const house = await serve({ start: '2026-09-01T09:00' });
  const caseId = await tellOverHttp(house, first, { until: 10 });
  const file = await house.file(caseId);
  const proceeding = Object.values(file.proceedings).find(({ channel }) => channel === 'peopleMediation')!;
  return { house, caseId, proceeding: proceeding.id };
}

const before = ['officer sun-lihua', 'deputy zhou-jianguo'];

async function officers(house: ServedHouse, caseId: string, proceeding: string) {
  const { assignments = [] } = (await house.file(caseId)).proceedings[proceeding] ?? {};
  return assignments.filter(({ to }) => to === null).map(({ person, as }) => `${as} ${person}`);
}

async function kept(house: ServedHouse, kind: (typeof everyAuditRecord)['kind']) {
  await house.dependencies.readLog.flush();
  await house.dependencies.audit.flush();
  return house.dependencies.audit.following({ ...everyAuditRecord, kind }, 0, 1000);
}

describe('a leaving mediator', () => {
  const everything = { person: 'sun-lihua', everythingTo: 'zhou-jianguo', reason: '离职' };

  it.each(['sun', 'zhou', 'wang', 'liu', 'zhao', 'admin-system', 'admin-security'])(
    'hands nothing over by the hand of %s',
    async (login) => {
      const { house, caseId, proceeding } = await inMediation();
      expect([403, 404]).toContain((await post(house, login, '/api/reassignments', everything)).status);
      expect(await officers(house, caseId, proceeding)).toEqual(before);
    },
  );

  it('of another organisation is not there', async () => {
    const { house } = await inMediation();
    expect((await post(house, 'limin', '/api/reassignments', { ...everything, person: 'liu-yang' })).status).toBe(404);
    expect((await house.get('limin', '/api/reassignments/open-proceedings?person=liu-yang')).status).toBe(404);
  });

  it('without anything chosen starts nothing', async () => {
    const { house } = await inMediation();
    const reply = await post(house, 'limin', '/api/reassignments', { person: 'sun-lihua' });
    expect([reply.status, reply.body.code]).toEqual([422, 'nothing-to-reassign']);
  });

  it('has everything listed, and given to a colleague in one go, through the journal', async () => {
    const { house, caseId, proceeding } = await inMediation();
    const list = await house.get('limin', '/api/reassignments/open-proceedings?person=sun-lihua');
    expect(list.body.rows).toMatchObject([{ caseId, proceeding, as: 'officer' }]);
    const reply = await post(house, 'limin', '/api/reassignments', everything);
    expect(reply.status).toBe(202);
    const id = String(reply.body.id);
    await runReassignment(id, house.dependencies);
    expect((await house.get('limin', `/api/reassignments/${id}`)).body.rows).toMatchObject([{ state: 'done' }]);
    expect(await officers(house, caseId, proceeding)).toEqual(['officer zhou-jianguo']);
    const journal = await house.dependencies.store.reads.journal(caseId);
    expect(journal.at(-1)?.envelope).toMatchObject({ type: 'assignOfficer', actor: { person: 'li-min' } });
    expect(await kept(house, 'reassignmentFinished')).toMatchObject([{ thing: id, details: { done: 1, rows: 1 } }]);
  });

  it('is handed over once, also when the job is run again and again', async () => {
    const { house, caseId } = await inMediation();
    const id = await startReassignment(limin, { ...everything, officers: {} }, house.dependencies);
    await Promise.all([runReassignment(id, house.dependencies), resumeReassignments(house.dependencies)]);
    const entries = (await house.file(caseId)).seq;
    await house.dependencies.reassignments.settle(id, 1, 'refused', 'stopped in between');
    await post(house, 'limin', `/api/reassignments/${id}/run`);
    expect((await house.file(caseId)).seq).toBe(entries);
    expect((await house.dependencies.reassignments.find(id))?.rows).toMatchObject([{ state: 'done' }]);
  });

  it('is handed over after a restart in the middle', async () => {
    const { house, caseId, proceeding } = await inMediation();
    await startReassignment(limin, { ...everything, officers: {} }, house.dependencies);
    await house.close();
    const again = await serve({ folder: house.folder, start: '2026-11-24T09:00' });
    await resumeReassignments(again.dependencies);
    expect(await officers(again, caseId, proceeding)).toEqual(['officer zhou-jianguo']);
  });

  it('is told row by row what was refused, and nothing of it changed', async () => {
    const { house, caseId, proceeding } = await inMediation();
    const id = await startReassignment(
      limin,
      { ...everything, everythingTo: 'liu-yang', officers: {} },
      house.dependencies,
    );
    await runReassignment(id, house.dependencies);
    const rows = (await house.dependencies.reassignments.find(id))?.rows;
    expect(rows).toMatchObject([{ state: 'refused' }]);
    expect(await officers(house, caseId, proceeding)).toEqual(before);
    expect(await openProceedingsOf(limin, 'sun-lihua', house.dependencies)).toHaveLength(1);
  });

  it('is not taken from whoever was put in charge before a refused row is tried again', async () => {
    const { house, caseId, proceeding } = await inMediation();
    const id = await startReassignment(limin, { ...everything, officers: {} }, house.dependencies);
    await house.dependencies.reassignments.settle(id, 1, 'refused', 'busy');
    const other = await startReassignment(
      limin,
      { ...everything, everythingTo: 'li-min', officers: {} },
      house.dependencies,
    );
    await runReassignment(other, house.dependencies);
    const taken = await officers(house, caseId, proceeding);
    const entries = (await house.file(caseId)).seq;
    await post(house, 'limin', `/api/reassignments/${id}/run`);
    expect(taken).toContain('officer li-min');
    expect(await officers(house, caseId, proceeding)).toEqual(taken);
    expect((await house.file(caseId)).seq).toBe(entries);
    expect((await house.dependencies.reassignments.find(id))?.rows).toMatchObject([
      { state: 'refused', code: 'assigned-meanwhile' },
    ]);
  });

  it('is not taken from whom a ticked case was assigned to on the same day, after the job was started', async () => {
    const { house, caseId, proceeding } = await inMediation();
    house.at('2026-09-20T09:00');
    const assign = { officer: 'zhou-jianguo', deputies: ['sun-lihua'] };
    await house.give('limin', caseId, 'assignOfficer', {
      target: { kind: 'proceeding', id: proceeding },
      data: assign,
    });
    house.at('2026-09-20T10:00');
    const chosen = [{ caseId, proceeding }];
    const id = await startAssigning(limin, { chosen, officer: 'sun-lihua', reason: null }, house.dependencies);
    house.at('2026-09-20T11:00');
    const other = { officer: 'li-min', deputies: [] };
    await house.give('limin', caseId, 'assignOfficer', { target: { kind: 'proceeding', id: proceeding }, data: other });
    expect(await officers(house, caseId, proceeding)).toEqual(['officer li-min']);
    const { seq } = await house.file(caseId);
    await runReassignment(id, house.dependencies);
    expect((await house.dependencies.reassignments.find(id))?.rows).toMatchObject([{ code: 'assigned-meanwhile' }]);
    expect((await house.file(caseId)).seq).toBe(seq);
  });

  it('and one that was assigned earlier that day is given as was asked', async () => {
    const { house, caseId, proceeding } = await inMediation();
    house.at('2026-09-20T09:00');
    const other = { officer: 'li-min', deputies: [] };
    await house.give('limin', caseId, 'assignOfficer', { target: { kind: 'proceeding', id: proceeding }, data: other });
    house.at('2026-09-20T10:00');
    const chosen = [{ caseId, proceeding }];
    const id = await startAssigning(limin, { chosen, officer: 'sun-lihua', reason: null }, house.dependencies);
    await runReassignment(id, house.dependencies);
    expect(await officers(house, caseId, proceeding)).toEqual(['officer sun-lihua']);
  });

  it('is not handed over by somebody who was suspended meanwhile', async () => {
    const { house, caseId, proceeding } = await inMediation();
    const id = await startReassignment(limin, { ...everything, officers: {} }, house.dependencies);
    await house.dependencies.accounts.setStatus('li-min', 'suspended');
    await runReassignment(id, house.dependencies);
    expect(await officers(house, caseId, proceeding)).toEqual(before);
  });
});

describe('somebody who leaves an authority', () => {
  it('has the cases given to a colleague by whoever does the papers there', async () => {
    const house = await serve({ start: '2026-09-01T09:00' });
    const suspicion = {
      claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
      summary: '商行销售标有本公司注册商标的电热水壶。',
      rightKind: 'trademark',
      dispute: 'infringement',
    };
    const caseId = String((await house.give('officer', null, 'openCase', { data: suspicion })).body.caseId);
    const target = latest(await house.file(caseId), 'proceeding');
    const named = await house.give('officer', caseId, 'assignOfficer', { target, data: { officer: 'market-officer' } });
    expect(named.status).toBe(200);
    const given = { person: 'market-officer', everythingTo: 'market-colleague', reason: '调离' };
    expect((await post(house, 'liu', '/api/reassignments', given)).status).toBe(404);
    const reply = await post(house, 'colleague', '/api/reassignments', given);
    expect(reply.status).toBe(202);
    await runReassignment(String(reply.body.id), house.dependencies);
    expect(await officers(house, caseId, target.id)).toEqual(['officer market-colleague']);
  });
});

describe('a stand-in', () => {
  const period = { person: 'sun-lihua', deputy: 'zhou-jianguo', from: '2026-09-20', to: '2026-09-25' };

  it.each([
    [{ deputy: 'sun-lihua' }],
    [{ deputy: 'liu-yang' }],
    [{ deputy: 'nobody' }],
    [{ from: '2026-09-26' }],
    [{ to: '2025-01-01', from: '2025-01-01' }],
    [{ to: '2028-09-25' }],
  ])('is not named with %j', async (change) => {
    const house = await serve({ start: '2026-09-18T09:00' });
    const reply = await post(house, 'sun', '/api/stand-ins', { ...period, ...change });
    expect([reply.status, reply.body.code]).toEqual([422, 'stand-in-not-possible']);
  });

  it('is not named for a colleague by a colleague, nor by administrators', async () => {
    const house = await serve({ start: '2026-09-18T09:00' });
    for (const login of ['zhou', 'wang', 'liu', 'admin-system']) {
      expect([403, 422]).toContain((await post(house, login, '/api/stand-ins', period)).status);
    }
    expect((await house.get('limin', '/api/stand-ins')).body.rows).toEqual([]);
  });

  it('is in charge of the colleague’s mediation from the first day to the last, and not before or after', async () => {
    const { house, caseId } = await inMediation();
    const [party] = Object.values((await house.file(caseId)).parties);
    const standIn = { person: 'sun-lihua', deputy: 'li-min', from: '2026-11-23', to: '2026-11-25' };
    expect((await post(house, 'sun', '/api/stand-ins', standIn)).status).toBe(201);
    const atMoment = async (moment: string) => {
      house.at(moment);
      const url = `/api/cases/${caseId}/persons/${party?.person}/reveal`;
      return (await post(house, 'limin', url, { field: 'telephone', reason: '代理期间联系当事人' })).status;
    };
    expect([
      await atMoment('2026-11-22T23:59'),
      await atMoment('2026-11-23T00:00'),
      await atMoment('2026-11-25T23:59'),
      await atMoment('2026-11-26T00:00'),
    ]).toEqual([403, 200, 200, 403]);
    const envelopes = (await house.dependencies.store.reads.journal(caseId)).map(({ envelope }) => envelope.actor);
    expect(JSON.stringify(envelopes)).not.toContain('standsInFor');
  });

  it('who is ended early is out at once, and the naming and the ending are on record', async () => {
    const house = await serve({ start: '2026-09-21T09:00' });
    const { body } = await post(house, 'sun', '/api/stand-ins', period);
    const { standIns } = house.dependencies;
    expect(await standIns.personsOf('zhou-jianguo', '2026-09-21')).toEqual(['sun-lihua']);
    expect((await house.ask('zhou', { method: 'DELETE', url: `/api/stand-ins/${body.id}` })).status).toBe(403);
    expect((await house.ask('liu', { method: 'DELETE', url: `/api/stand-ins/${body.id}` })).status).toBe(404);
    expect((await house.ask('limin', { method: 'DELETE', url: `/api/stand-ins/${body.id}` })).status).toBe(204);
    expect(await standIns.personsOf('zhou-jianguo', '2026-09-21')).toEqual([]);
    expect(await kept(house, 'standInNamed')).toHaveLength(1);
    expect(await kept(house, 'standInEnded')).toMatchObject([{ person: 'li-min', account: 'sun-lihua' }]);
  });
});

describe('a masked contact', () => {
  async function known() {
    const { house, caseId } = await inMediation();
    const party = Object.values((await house.file(caseId)).parties)[0]!;
    const masked = (await house.dependencies.people.masked([party.person])).get(party.person);
    const field = masked?.telephone === undefined ? 'email' : 'telephone';
    const url = `/api/cases/${caseId}/persons/${party.person}/reveal`;
    return { house, caseId, party, url, field };
  }

  it.each(['limin', 'station', 'wang', 'liu', 'zhao', 'admin-system', 'admin-audit'])(
    'is not shown in the clear to %s, who is not in charge',
    async (login) => {
      const { house, url, field } = await known();
      const reply = await post(house, login, url, { field, reason: '联系当事人' });
      expect([403, 404]).toContain(reply.status);
      expect(await kept(house, 'fieldRevealed')).toEqual([]);
    },
  );

  it('is not shown without a reason, and nothing else is shown in its place', async () => {
    const { house, url, field } = await known();
    expect((await post(house, 'sun', url, { field, reason: '  ' })).status).toBe(422);
    expect((await post(house, 'sun', url, { field: 'bankAccount', reason: '联系当事人' })).body.code).toBe(
      'field-empty',
    );
    expect((await post(house, 'sun', url, { field: 'creditCode', reason: '联系当事人' })).status).toBe(422);
    expect((await house.get('sun', url)).status).toBe(404);
    expect(await kept(house, 'fieldRevealed')).toEqual([]);
  });

  it('is shown to the officer with a reason, kept in no cache, and on record without its value', async () => {
    const { house, caseId, party, url, field } = await known();
    const reply = await post(house, 'sun', url, { field, reason: '电话联系当事人' });
    expect([reply.status, reply.headers['cache-control']]).toEqual([200, 'no-store']);
    const value = String(reply.body.value);
    expect(value).not.toContain('*');
    const records = await kept(house, 'fieldRevealed');
    expect(records).toMatchObject([
      { person: 'sun-lihua', caseId, thing: party.person, details: { field }, reason: '电话联系当事人' },
    ]);
    expect(JSON.stringify(records)).not.toContain(value);
    expect(house.logs.join('')).not.toContain(value);
  });
});

describe('the head of a centre', () => {
  async function centreCase() {
    const house = await serve({ start: '2026-11-23T09:00' });
    const claimant = { name: '张三', telephone: '13800000000' };
    const { body } = await house.give('wang', null, 'openCase', { data: { claimant, summary: '一句话' } });
    return { house, caseId: String(body.caseId), code: String(body.code) };
  }

  it('sees numbers and no list', async () => {
    const { house } = await centreCase();
    const numbers = await house.get('zhao', '/api/aggregates');
    expect(numbers.body).toMatchObject({ openCases: 1, county: null });
    // Laishan's station belongs to the committee, and the committee to the centre.
    const claimant = { name: '张三', telephone: '13800000000' };
    expect((await house.give('station', null, 'openCase', { data: { claimant, summary: '一句话' } })).status).toBe(201);
    const laishan = { organisation: 'laishanMediationStation', county: '370613', openCases: 1 };
    const together = (await house.get('zhao', '/api/aggregates')).body;
    expect(together).toMatchObject({ openCases: 2, organisations: [{ openCases: 1, county: null }, laishan] });
    const narrowed = (await house.get('zhao', '/api/aggregates?county=370613')).body;
    expect(narrowed).toMatchObject({ openCases: 1, county: '370613', organisations: [laishan] });
    expect((await house.get('zhao', '/api/aggregates?county=370681')).body).toMatchObject({ openCases: 0 });
    expect((await house.get('zhao', '/api/aggregates?county=1')).body.code).toBe('invalid-input');
    expect((await house.get('zhao', '/desk?county=370613')).text).toContain('莱山');
    expect(numbers.text).not.toContain('张三');
    for (const url of ['/api/cases', '/api/desk', '/api/handoffs']) {
      const reply = await house.get('zhao', url);
      expect([url, reply.status, reply.body.code]).toEqual([url, 403, 'aggregates-only']);
    }
  });

  it('sees nothing of a case before a reason is given, by any door', async () => {
    const { house, caseId } = await centreCase();
    const parts = ['', '/timeline', '/commands', '/handoffs', '/clocks', '/items', '/commands/amendFact'];
    for (const url of [...parts.map((part) => `/api/cases/${caseId}${part}`), `/cases/${caseId}`]) {
      const reply = await house.get('zhao', url);
      expect([url, reply.status]).toEqual([url, 403]);
      expect(reply.text).not.toContain('张三');
    }
    const file = await house.file(caseId);
    const target = { kind: 'proceeding', id: Object.keys(file.proceedings)[0] ?? '' } as const;
    const annul = await house.give('zhao', caseId, 'rectify', { target, data: {} });
    expect([annul.status, annul.body.code]).toEqual([403, 'reason-needed']);
  });

  it('opens the case for which a reason was given, that day, and no other and not the day after', async () => {
    const { house, caseId } = await centreCase();
    const other = await house.give('wang', null, 'openCase', {
      data: { claimant: { name: '李四', telephone: '13900000000' }, summary: '另一件' },
    });
    expect((await post(house, 'zhao', `/api/cases/${caseId}/reason`, { reason: ' ' })).status).toBe(422);
    expect((await post(house, 'zhao', `/api/cases/${caseId}/reason`, { reason: '处理来信投诉' })).status).toBe(204);
    expect((await house.get('zhao', `/api/cases/${caseId}`)).status).toBe(200);
    expect((await house.get('zhao', `/api/cases/${String(other.body.caseId)}`)).status).toBe(403);
    house.at('2026-11-24T09:00');
    expect((await house.get('zhao', `/api/cases/${caseId}`)).status).toBe(403);
    const [given] = await kept(house, 'caseReasonGiven');
    expect(given).toMatchObject({ person: 'zhao-hong', caseId, reason: '处理来信投诉' });
    expect(await house.dependencies.readLog.of(caseId)).toContainEqual(
      expect.objectContaining({ person: 'zhao-hong', reason: `audit:${given?.seq}` }),
    );
  });

  it('of elsewhere does not learn by giving a reason that there is such a case', async () => {
    const { house, caseId } = await inMediation();
    expect((await post(house, 'zhao', `/api/cases/${caseId}/reason`, { reason: '处理来信投诉' })).status).toBe(404);
    expect((await post(house, 'wang', '/api/cases/nothing/reason', { reason: '处理来信投诉' })).status).toBe(404);
  });
});
