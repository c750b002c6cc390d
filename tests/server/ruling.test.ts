/** An officer of the centre, commissioned by the department, walks a ruling from the request to its end over pages and API. */
import { describe, expect, it } from 'vitest';
import { castPassword } from '../../seeds/cast.ts';
import { commandAddress } from '../../server/pages/command-page.ts';
import { hashPassword } from '../../server/security/index.ts';
import { type CaseFile, commands, type Target } from '../../workflows/index.ts';
import { latest, type Sent, type ServedHouse, serve } from '../support/server.ts';

const ruling = (file: CaseFile) => latest(file, 'proceeding', 'adminRuling');
const intake = (file: CaseFile) => latest(file, 'proceeding', 'intake');
const partiesOf = (file: CaseFile, side: string) =>
  Object.values(file.parties)
    .filter((party) => party.side === side)
    .map(({ id }) => id);

interface Walk {
  readonly at: string;
  readonly type: string;
  readonly target: (file: CaseFile) => Target;
  readonly data?: (file: CaseFile) => unknown;
  readonly acknowledged?: readonly string[];
}

const toRuling = (at: string, type: string, data?: Walk['data'], acknowledged?: readonly string[]): Walk => ({
  at,
  type,
  target: ruling,
  ...(data ? { data } : {}),
  ...(acknowledged ? { acknowledged } : {}),
});

const respondent = (file: CaseFile) => ({ party: partiesOf(file, 'respondent')[0] });
const everybody = (file: CaseFile) => Object.keys(file.parties);

const walk: readonly Walk[] = [
  { at: '2026-09-01T09:10', type: 'routeHere', target: intake, data: () => ({ channel: 'adminRuling' }) },
  toRuling('2026-09-03T10:00', 'fileRuling', () => ({ number: '烟知裁〔2026〕1号', standing: 'owner' }), [
    'commission-needed',
  ]),
  toRuling('2026-09-04T09:00', 'formRulingPanel', (file) => ({
    lead: 'centre-officer',
    size: 3,
    told: everybody(file),
  })),
  toRuling('2026-09-04T10:00', 'serveRulingRequest', respondent),
  toRuling('2026-09-04T11:00', 'setEvidencePeriod', (file) => ({ parties: everybody(file), until: '2026-10-09' })),
  toRuling('2026-09-10T10:00', 'recordRulingDefence', respondent),
  toRuling('2026-09-11T10:00', 'forwardRulingDefence', respondent),
  toRuling('2026-09-15T10:00', 'scheduleOralHearing', () => ({ at: '2026-09-22T09:30', place: '审理室' })),
  toRuling('2026-09-15T10:10', 'noticeOralHearing', (file) => ({ parties: everybody(file) })),
  toRuling('2026-09-22T11:30', 'holdOralHearing', (file) => ({ present: everybody(file) })),
  toRuling('2026-10-12T10:00', 'issueRuling', (file) => ({
    number: '烟知裁决〔2026〕1号',
    result: 'infringement',
    orders: partiesOf(file, 'respondent').map((id) => ({
      respondent: id,
      subject: 'stopInfringement',
      act: '停止制造、销售涉案产品',
    })),
    served: everybody(file).map((party) => ({ party, servedOn: '2026-10-12' })),
  })),
  toRuling('2026-10-28T10:00', 'recordRulingFinality'),
  toRuling('2026-10-28T10:10', 'publishRuling', () => ({ redacted: true })),
  toRuling('2026-11-02T10:00', 'recordRulingPerformance', (file) => ({ ...respondent(file), result: 'full' })),
  toRuling('2026-11-02T10:10', 'closeRuling'),
];

async function rulingHouse(): Promise<ServedHouse> {
  const house = await serve({ start: '2026-09-01T09:00' });
  await house.dependencies.accounts.create({
    id: 'centre-officer',
    login: 'ruling',
    name: '裁决员',
    organisationId: 'yantaiProtectionCentre',
    roles: ['rulingOfficer'],
    passwordHash: await hashPassword(castPassword),
  });
  return house;
}

async function opened(house: ServedHouse): Promise<string> {
  const data = {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '请求人认为被请求人制造、销售侵害其外观设计专利权的产品。',
    respondents: [{ who: { kind: 'legal', name: '被请求公司', telephone: '13800000230' } }],
    rightKind: 'designPatent',
    dispute: 'infringement',
  };
  const reply = await house.give('ruling', null, 'openCase', { data });
  expect([reply.status, reply.text]).toEqual([201, reply.text]);
  return String(reply.body.caseId);
}

describe('a ruling officer of the centre', () => {
  it('finds every form on the way from the request to the closed ruling, and every step is taken', async () => {
    const house = await rulingHouse();
    const caseId = await opened(house);
    for (const { at, type, target, data, acknowledged } of walk) {
      house.at(at);
      const file = await house.file(caseId);
      const aim = target(file);
      const page = await house.get('ruling', commandAddress(caseId, type, aim.id));
      expect([type, page.status]).toEqual([type, 200]);
      expect(page.text).toContain(commands[type]!.label.zh);
      const sent: Sent = { target: aim, data: data?.(file) ?? {}, ...(acknowledged ? { acknowledged } : {}) };
      const reply = await house.give('ruling', caseId, type, sent);
      expect([type, reply.status, reply.text]).toEqual([type, 200, reply.text]);
    }
    const file = await house.file(caseId);
    expect(file.proceedings[ruling(file).id]!.slot.value).toBe('closed');
    expect(Object.values(file.matters).map(({ slot }) => slot.value)).toEqual(['over']);
    const page = await house.get('ruling', `/cases/${caseId}`);
    expect([page.status, page.text.includes('行政裁决案件已结案') || page.text.includes('已结案')]).toEqual([
      200,
      true,
    ]);
  });

  it('sees the clocks of the ruling with their article, and a committee knows nothing of the case', async () => {
    const house = await rulingHouse();
    const caseId = await opened(house);
    for (const { at, type, target, data, acknowledged } of walk.slice(0, 4)) {
      house.at(at);
      const file = await house.file(caseId);
      await house.give('ruling', caseId, type, {
        target: target(file),
        data: data?.(file) ?? {},
        ...(acknowledged ? { acknowledged } : {}),
      });
    }
    const page = await house.get('ruling', `/cases/${caseId}`);
    expect(page.text).toContain('被请求人答辩');
    expect(page.text).toContain('行政裁决结案');
    for (const login of ['sun', 'liu']) expect((await house.get(login, `/api/cases/${caseId}`)).status).toBe(404);
  });

  it('is told by the article why a request with a suit pending is not filed, and nothing changes', async () => {
    const house = await rulingHouse();
    const caseId = await opened(house);
    const [first] = walk;
    await house.give('ruling', caseId, first!.type, {
      target: intake(await house.file(caseId)),
      data: { channel: 'adminRuling' },
    });
    const before = (await house.file(caseId)).version;
    const reply = await house.give('ruling', caseId, 'fileRuling', {
      target: ruling(await house.file(caseId)),
      data: { number: '1号', standing: 'owner', suedElsewhere: true },
      acknowledged: ['commission-needed'],
    });
    expect([reply.status, reply.body.code, reply.body.field]).toEqual([409, 'ruling-barred-by-suit', 'suedElsewhere']);
    expect(reply.text).toContain('第十二条');
    expect((await house.file(caseId)).version).toBe(before);
  });
});
