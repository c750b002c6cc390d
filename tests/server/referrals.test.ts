/** The register of referrals over HTTP: what each referral shows, to whom, and how it is narrowed and given out. */
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { everyAuditRecord } from '../../db/audit.ts';
import { castPassword } from '../../seeds/cast.ts';
import { hashPassword } from '../../server/security/index.ts';
import { agreedOnline, broughtBack, failedAndBack, mediation, papers, sitting, suit } from '../support/desk-court.ts';
import { handoff, itemIds } from '../support/desk-words.ts';
import { csvList, sendList, sentIn, takenAt } from '../support/referrals.ts';
import { everybody, type ServedHouse, serve } from '../support/server.ts';

interface Shown {
  readonly id: string;
  readonly [field: string]: unknown;
}

async function register(house: ServedHouse, login: string, query = ''): Promise<readonly Shown[]> {
  const { status, body } = await house.get(login, `/api/referrals${query}`);
  expect(status).toBe(200);
  return body.rows ?? [];
}

const only = async (house: ServedHouse, login: string) => {
  const rows = await register(house, login);
  expect(rows).toHaveLength(1);
  return rows[0];
};

describe('a case that the court entrusted', () => {
  it('shows the same to the court and to the committee: number, parties, mode, and when it was sent', async () => {
    const house = await serve({ start: '2026-09-03T12:00' });
    await sentIn(house);
    for (const login of ['liu', 'limin', 'sun']) {
      expect(await only(house, login)).toMatchObject({
        numbers: ['（2026）鲁0602民初456号'],
        claimants: ['烟台海岳电器有限公司'],
        respondents: ['被告商行1'],
        modeLabel: { zh: '立案后委托' },
        sentOn: '2026-09-03',
        answer: 'notCounted',
        stageLabel: { zh: '已发出，待签收' },
        open: true,
      });
    }
  });

  it('and the committee took on the third working day, is in time, with the article and the day', async () => {
    const house = await serve({ start: '2026-09-10T09:00' });
    await takenAt(await sentIn(house), '2026-09-09T17:00');
    expect(await only(house, 'liu')).toMatchObject({
      answer: 'inTime',
      answeredOn: '2026-09-09',
      answerLimit: { due: '2026-09-09', over: false, basis: { zh: expect.stringContaining('第十二条') } },
      term: { due: '2026-09-24', over: false, basis: { zh: expect.stringContaining('第二十四条') } },
      stageLabel: { zh: '调解中' },
    });
  });

  it('and the committee took a day later, is late', async () => {
    const house = await serve({ start: '2026-09-10T18:00' });
    await takenAt(await sentIn(house), '2026-09-10T09:00');
    expect(await only(house, 'liu')).toMatchObject({ answer: 'late', answeredOn: '2026-09-10' });
  });

  it('and the committee received and left lying, is overdue from the fourth day on, not before', async () => {
    const house = await serve({ start: '2026-09-09T23:00' });
    const desk = await sentIn(house);
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    expect(await only(house, 'liu')).toMatchObject({ answer: 'waiting', answerLimit: { over: false } });
    house.at('2026-09-10T00:01');
    expect(await only(house, 'liu')).toMatchObject({ answer: 'overdue', answerLimit: { over: true } });
  });

  it('and the committee sent back, names its reason', async () => {
    const house = await serve({ start: '2026-09-08T10:00' });
    const desk = await sentIn(house);
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    const why = { reason: 'conflictOfInterest', explanation: '调解员均须回避。' };
    await desk.gives('limin', 'returnHandoff', handoff, why, { at: '2026-09-07T09:00' });
    const shown = await only(house, 'liu');
    expect(shown).toMatchObject({ answer: 'inTime', open: false, returnedOn: '2026-09-07' });
    expect(shown).toMatchObject({ reason: { zh: '存在利益冲突，应当回避' } });
    expect(JSON.stringify(shown)).not.toContain('调解员均须回避');
  });

  it('and failed: the court learns that it ended, and the reason when it comes back', async () => {
    const house = await serve({ start: '2026-09-14T12:00' });
    const desk = await sitting(await takenAt(await sentIn(house), '2026-09-07T09:00'));
    await desk.gives(
      'sun',
      'endMediation',
      mediation,
      { reason: 'tooFarApart', routesTold: true },
      { at: '2026-09-14T10:00' },
    );
    expect(await only(house, 'liu')).toMatchObject({ stage: 'failed', reason: null, cameBack: [], open: true });
    expect(await only(house, 'limin')).toMatchObject({ reason: { zh: '分歧较大，难以达成协议' } });
    await broughtBack(desk, 'H3', '2026-09-15T09:00');
    expect(await only(house, 'liu')).toMatchObject({
      reason: { zh: '分歧较大，难以达成协议' },
      returnedOn: '2026-09-15',
      cameBack: [
        {
          label: { zh: '调解终结后退回法院' },
          papers: expect.arrayContaining([expect.objectContaining({ zh: '民事起诉状' })]),
        },
      ],
      open: false,
    });
  });

  it('and settled: the court has the agreement back', async () => {
    const house = await serve({ start: '2026-09-14T12:00' });
    await broughtBack(
      await agreedOnline(await takenAt(await sentIn(house), '2026-09-07T09:00')),
      'H2',
      '2026-09-14T09:00',
    );
    expect(await only(house, 'liu')).toMatchObject({
      stageLabel: { zh: '全部达成协议' },
      returnedOn: '2026-09-14',
      cameBack: [{ label: { zh: '调解成功后反馈法院' } }],
      open: false,
    });
  });
});

describe('the register', () => {
  it('is empty for organisations that neither referred nor were asked', async () => {
    const house = await serve();
    await failedAndBack(await takenAt(await sentIn(house), '2026-09-07T09:00'));
    for (const login of ['station', 'stationclerk', 'wang']) expect(await register(house, login)).toEqual([]);
  });

  it('of another court is empty, also when that court has something else of the case', async () => {
    const house = await serve();
    const { accounts } = house.dependencies;
    await accounts.create({
      id: 'other-liaison',
      login: 'othercourt',
      name: '另一法院联络员',
      organisationId: 'yantaiIntermediateCourt',
      roles: ['courtLiaison'],
      passwordHash: await hashPassword(castPassword),
    });
    const desk = await failedAndBack(await takenAt(await sentIn(house), '2026-09-07T09:00'));
    expect(await register(house, 'othercourt')).toEqual([]);
    desk.at('2026-09-16T09:00');
    await papers(desk, 'liu', suit, [['transferLetter', 'organisationFile']]);
    await desk.gives('liu', 'orderTransfer', suit, { to: 'yantaiIntermediateCourt' });
    await desk.gives('liu', 'prepareHandoff', suit, (c) => ({
      kind: 'H15',
      to: 'yantaiIntermediateCourt',
      partiesConsent: true,
      items: Object.values(c.items)
        .filter(({ proceeding }) => proceeding === suit(c).id)
        .map(({ id }) => id),
    }));
    await desk.gives('liu', 'offerHandoff', handoff);
    expect((await house.get('othercourt', '/api/cases/case-1')).status).toBe(200);
    expect(await register(house, 'othercourt')).toEqual([]);
    const { body } = await sendList(house, 'othercourt', {
      content: csvList([
        ['案号', '委托日期'],
        ['（2026）鲁0602民初456号', '2026-09-03'],
      ]),
    });
    expect(body.rows).toMatchObject([{ outcome: 'missingHere', code: null }]);
  });

  it('of an organisation that took the mediation on has it, and the first one keeps its row without the end', async () => {
    const house = await serve({ start: '2026-09-20T09:00' });
    const desk = await sitting(await takenAt(await sentIn(house), '2026-09-07T09:00'));
    const travelling = ['intakeForm', 'consentRecord', 'mediatorList'] as const;
    await papers(
      desk,
      'limin',
      mediation,
      travelling.map((one) => [one, 'organisationFile'] as const),
    );
    await desk.gives('sun', 'prepareHandoff', mediation, (c) => ({
      kind: 'H11',
      to: 'laishanMediationStation',
      partiesConsent: true,
      items: itemIds(c, ...travelling),
    }));
    await desk.gives('sun', 'offerHandoff', handoff);
    expect(await register(house, 'station')).toEqual([]);
    await desk.gives('stationClerk', 'receiveHandoff', handoff);
    await desk.gives('stationClerk', 'acceptHandoff', handoff);
    await desk.gives('stationClerk', 'assignMediator', mediation, { mediator: 'station-mediator' });
    const end = { reason: 'tooFarApart', routesTold: true };
    await desk.gives('station', 'endMediation', mediation, end, { at: '2026-09-14T10:00' });
    const heldBy = { id: 'laishanMediationStation' };
    expect(await only(house, 'station')).toMatchObject({
      stage: 'failed',
      heldBy,
      reason: { zh: '分歧较大，难以达成协议' },
    });
    for (const login of ['limin', 'liu'])
      expect(await only(house, login)).toMatchObject({ stage: 'failed', heldBy, reason: null });
  });

  it('is no door for a head of a centre, an administrator, a party, or nobody', async () => {
    const house = await serve();
    for (const path of ['/api/referrals', '/api/referrals/export?format=csv', '/api/referrals/reconciliations']) {
      expect((await house.get('zhao', path)).body).toMatchObject({ code: 'aggregates-only' });
      for (const login of ['admin-system', 'admin-audit', 'somebody'])
        expect((await house.get(login, path)).status).toBe(403);
      expect((await house.get(null, path)).status).toBe(401);
    }
  });

  it('shows nothing from the inside of the mediation, in no answer and no file', async () => {
    const house = await serve({ start: '2026-09-16T09:00' });
    const desk = await sitting(await takenAt(await sentIn(house), '2026-09-07T09:00'));
    const marker = '内情密语七三一';
    for (const kind of ['minutes', 'caucus', 'proposal', 'concession'])
      await desk.gives('sun', 'noteInside', mediation, { kind, note: `${marker}-${kind}` });
    const paper = {
      document: 'mediationRecord',
      title: `${marker}笔录`,
      class: 'processPrivate',
      pages: 3,
      provenance: marker,
    };
    await desk.gives('sun', 'addItem', mediation, paper);
    await desk.gives(
      'sun',
      'endMediation',
      mediation,
      { reason: 'tooFarApart', routesTold: true },
      { at: '2026-09-14T10:00' },
    );
    await broughtBack(desk, 'H3', '2026-09-15T09:00');
    const doors = ['/api/referrals', '/api/referrals/export?format=csv', '/referrals', '/referrals/export?format=csv'];
    for (const { login } of everybody) {
      for (const door of doors) expect((await house.get(login, door)).text).not.toContain(marker);
      const [sheet] = await sheetsOf(house, login);
      expect(JSON.stringify(sheet ?? [])).not.toContain(marker);
    }
    expect((await house.get('liu', '/referrals')).text).not.toContain('调解笔录');
  });

  it('is narrowed by period, organisation, mode and state, and pages keep their place', async () => {
    const house = await serve({ start: '2026-09-16T09:00' });
    for (const id of ['case-1', 'case-2', 'case-3']) await sentIn(house, id);
    const found = async (query: string) => (await register(house, 'liu', query)).length;
    expect(await found('?from=2026-09-03&to=2026-09-03')).toBe(3);
    expect(await found('?from=2026-09-04')).toBe(0);
    expect(await found('?with=yantaiMediationCommittee&mode=entrusted&state=open')).toBe(3);
    expect([await found('?state=closed'), await found('?mode=delegated'), await found('?with=zhifuCourt')]).toEqual([
      0, 0, 3,
    ]);
    const first = await house.get('liu', '/api/referrals?limit=2');
    const next = encodeURIComponent(String(first.body.next));
    const rest = await register(house, 'liu', `?limit=2&after=${next}`);
    expect(new Set([...(first.body.rows ?? []), ...rest].map(({ case: of }) => JSON.stringify(of))).size).toBe(3);
    for (const wrong of ['?after=nonsense', '?from=yesterday', '?mode=other', '?limit=0', '?colour=red'])
      expect((await house.get('liu', `/api/referrals${wrong}`)).status).toBeGreaterThanOrEqual(400);
  });
});

async function sheetsOf(house: ServedHouse, login: string) {
  const { status, bytes } = await house.get(login, '/api/referrals/export?format=xlsx');
  return status === 200 ? readXlsxFile(bytes) : [];
}

describe('an export of the register', () => {
  it('is a spreadsheet that opens, with the day and the article of the acknowledgement', async () => {
    const house = await serve({ start: '2026-09-10T09:00' });
    await takenAt(await sentIn(house), '2026-09-09T17:00');
    const [sheet] = await sheetsOf(house, 'liu');
    const [headings = [], row = []] = sheet?.data ?? [];
    const at = (heading: string) => row[headings.indexOf(heading)];
    expect([at('案号'), at('委派（委托）日期'), at('是否按期确认')]).toEqual([
      '（2026）鲁0602民初456号',
      '2026-09-03',
      '按期',
    ]);
    expect(String(at('确认依据'))).toContain('第十二条');
  });

  it('as .csv begins with the mark of UTF-8, and a name that looks like a formula stays text', async () => {
    const house = await serve({ start: '2026-09-03T12:00' });
    const who = { kind: 'individualBusiness', name: '=HYPERLINK("x")' };
    await sentIn(house, 'case-1', { respondents: [{ who }] });
    const { text, headers } = await house.get('liu', '/api/referrals/export?format=csv');
    expect(headers['content-disposition']).toBe('attachment; filename="referrals.csv"');
    expect(text.startsWith('\uFEFF案号,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('is on record with the auditor: who, what was asked, how many rows', async () => {
    const house = await serve({ start: '2026-09-03T12:00' });
    await sentIn(house);
    await house.get('liu', '/api/referrals/export?format=csv&state=open');
    const { rows } = await house.dependencies.audit.page({ ...everyAuditRecord, kind: 'registerExported' }, null, 9);
    expect(rows).toMatchObject([
      { person: 'liu-yang', thing: 'referrals', details: { format: 'csv', rows: 1, asked: ['state=open'] } },
    ]);
  });

  it('of another kind is refused', async () => {
    const house = await serve();
    expect((await house.get('liu', '/api/referrals/export?format=pdf')).status).toBe(422);
  });
});
