/** Goods that an authority holds, and what a ruling orders: sections of their own, at two times, and nobody else's to see. */
import { describe, expect, it } from 'vitest';
import { houseOfFile } from '../support/lasting-house.ts';
import { latest, type Sent, type ServedHouse } from '../support/server.ts';

/** What was decided together, and who does what. */
const joint = ['由市场监管部门牵头同步检查', '比对商标近似程度'];

/** Words and numbers that stand in the custody record and nowhere else. */
const secrets = ['七号冷库东侧', '四千零一十二'];

const file = houseOfFile({ start: '2026-09-01T09:00' }, async (house) => ({
  goods: await seizedGoods(house),
  ruling: await ruledInfringement(house),
}));

function worker(house: ServedHouse, caseId: string, login: string, channel: 'trademarkEnforcement' | 'adminRuling') {
  return async (at: string, type: string, data: unknown = {}, more: Sent = {}) => {
    house.at(at);
    const target = more.target ?? latest(await house.file(caseId), 'proceeding', channel);
    const reply = await house.give(login, caseId, type, { data, ...more, target });
    expect([type, reply.status, reply.text]).toEqual([type, 200, reply.text]);
  };
}

async function opened(house: ServedHouse, login: string, channel: string, rightKind: string): Promise<string> {
  const data = {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '权利人认为其权利被侵害。',
    respondents: [{ who: { kind: 'legal', name: '某销售公司', telephone: '13800000131' } }],
    rightKind,
    dispute: 'infringement',
  };
  const reply = await house.give(login, null, 'openCase', { data });
  expect([reply.status, reply.text]).toEqual([201, reply.text]);
  const caseId = String(reply.body.caseId);
  const intake = latest(await house.file(caseId), 'proceeding', 'intake');
  expect((await house.give(login, caseId, 'routeHere', { target: intake, data: { channel } })).status).toBe(200);
  return caseId;
}

const partyOf = async (house: ServedHouse, caseId: string, side: string) =>
  Object.values((await house.file(caseId)).parties).find((party) => party.side === side)!.id;
const itemOf = async (house: ServedHouse, caseId: string, document: string) =>
  Object.values((await house.file(caseId)).items).find((item) => item.document === document)!.id;

/** Seized on 7 September, stored the same day, confiscated on the 21st; a centre helps since the 8th and holds nothing. */
async function seizedGoods(house: ServedHouse): Promise<string> {
  const caseId = await opened(house, 'officer', 'trademarkEnforcement', 'trademark');
  const give = worker(house, caseId, 'officer', 'trademarkEnforcement');
  const filing = { number: '烟市监立〔2026〕18号', lead: 'market-officer', others: ['market-colleague'] };
  await give('2026-09-03T09:00', 'fileEnforcementCase', filing);
  for (const [document, title] of [
    ['goodsList', `清单${secrets[1]}`],
    ['assistanceLetter', '协助函'],
  ])
    await give('2026-09-07T09:00', 'addItem', { document, title, class: 'organisationFile', pages: 2 });
  const lot = await itemOf(house, caseId, 'goodsList');
  const party = await partyOf(house, caseId, 'respondent');
  await give('2026-09-07T10:00', 'takeMeasure', { measure: 'seize', party, goods: lot, approvedByHead: true });
  const custody = { lot, holder: 'yantaiMarketSupervision', quantity: 4012, place: secrets[0] };
  await give('2026-09-07T10:10', 'recordGoodsCustody', { ...custody, event: 'seized' });
  await give('2026-09-07T15:30', 'recordGoodsCustody', { ...custody, event: 'stored' });
  const packet = {
    kind: 'H18',
    to: 'yantaiProtectionCentre',
    items: [await itemOf(house, caseId, 'assistanceLetter')],
  };
  await give('2026-09-08T09:00', 'prepareHandoff', packet);
  const handoff = async () => ({ target: latest(await house.file(caseId), 'handoff') });
  await give('2026-09-08T09:10', 'offerHandoff', {}, await handoff());
  for (const [at, type] of [
    ['2026-09-08T10:00', 'receiveHandoff'],
    ['2026-09-08T10:10', 'acceptHandoff'],
  ] as const) {
    house.at(at);
    const reply = await house.give('wang', caseId, type, await handoff());
    expect([type, reply.status, reply.text]).toEqual([type, 200, reply.text]);
  }
  const conference = {
    kind: 'jointAction',
    participants: ['yantaiMarketSupervision', 'yantaiProtectionCentre', 'yantaiPublicSecurity'],
    topic: '联合检查批发市场',
    decision: joint[0],
    tasks: [
      { organisation: 'yantaiProtectionCentre', what: joint[1], dueOn: '2026-09-20' },
      { organisation: 'yantaiPublicSecurity', what: '核对销售记录', dueOn: '2026-09-25' },
    ],
  };
  await give('2026-09-09T09:00', 'holdConference', conference);
  const [first] = Object.values((await house.file(caseId)).facts).filter(({ type }) => type === 'conferenceTask');
  await give('2026-09-15T09:00', 'finishConferenceTask', { task: first!.id, result: '已出具比对意见' });
  await give(
    '2026-09-23T09:00',
    'recordGoodsCustody',
    { ...custody, event: 'destroyed' },
    { occurredOn: '2026-09-21T16:00' },
  );
  return caseId;
}

/** Ruled on 12 October, sued over, revoked on 1 December, and ruled anew on the 20th. */
async function ruledInfringement(house: ServedHouse): Promise<string> {
  const caseId = await opened(house, 'gao', 'adminRuling', 'inventionPatent');
  const give = worker(house, caseId, 'gao', 'adminRuling');
  const respondent = await partyOf(house, caseId, 'respondent');
  const everybody = Object.keys((await house.file(caseId)).parties);
  const order = (act: string) => ({ respondent, subject: 'stopInfringement', act, dueOn: '2027-01-31' });
  const ruled = (number: string, act: string, servedOn: string) => ({
    ...{ number, result: 'infringement', orders: [order(act)] },
    served: everybody.map((party) => ({ party, servedOn })),
  });
  await give('2026-09-24T10:00', 'fileRuling', { number: '烟知裁〔2026〕1号', standing: 'owner' });
  await give('2026-09-24T11:00', 'serveRulingRequest', { party: respondent });
  await give('2026-09-28T10:00', 'recordStayRequest', { party: respondent, reason: 'otherCase' });
  await give('2026-09-28T11:00', 'stayRuling', { reason: 'otherCase' });
  await give('2026-10-08T10:00', 'resumeRuling', { because: '另案已审结' });
  await give('2026-10-09T10:00', 'recordRulingDefence', { party: respondent });
  await give('2026-10-12T10:00', 'issueRuling', ruled('烟知裁决〔2026〕1号', '停止销售甲型产品', '2026-10-12'));
  await give('2026-10-20T10:00', 'recordAdministrativeSuit', { party: respondent });
  await give('2026-12-01T10:00', 'recordChallengeResult', { result: 'revoked' });
  const again = ruled('烟知裁决〔2026〕2号', '停止销售乙型产品', '2026-12-20');
  await give('2026-12-20T10:00', 'issueRuling', again, { acknowledged: ['same-ruling-after-revocation'] });
  await give('2026-12-28T10:00', 'recordRulingPerformance', { party: respondent, result: 'part' });
  return caseId;
}

const lotsAt = async (query: string) => {
  const { body } = await file.house.get('officer', `/api/cases/${file.told.goods}/goods${query}`);
  const { lots } = body as unknown as {
    lots: { holder: { id: string } | null; lines: { event: string; on: string }[] }[];
  };
  return lots.map(({ holder, lines }) => ({ holder: holder?.id ?? null, events: lines.map(({ event }) => event) }));
};

describe('goods that an authority holds', () => {
  it('have a section of their own on the page, line by line, with the measure that took them', async () => {
    const { text } = await file.house.get('officer', `/cases/${file.told.goods}`);
    const section = text.slice(text.indexOf('id="goods"'), text.indexOf('id="parties"'));
    for (const one of ['扣押', '入库保管', '销毁', ...secrets, '4012', '已不再保管', '采取强制措施', '2026-09-21'])
      expect(section).toContain(one);
    expect((await file.house.get('colleague', `/cases/${file.told.goods}`)).text).toContain(secrets[0]);
  });

  it('are told as they stood on a day, and as they were known on a day', async () => {
    expect(await lotsAt('')).toEqual([{ holder: null, events: ['seized', 'stored', 'destroyed'] }]);
    expect(await lotsAt('?asOf=2026-09-06')).toEqual([]);
    expect(await lotsAt('?asOf=2026-09-10')).toEqual([
      { holder: 'yantaiMarketSupervision', events: ['seized', 'stored'] },
    ]);
    // Destroyed on the 21st; nobody had written it down before the 23rd.
    expect(await lotsAt('?asOf=2026-09-22&knownAt=2026-09-22T12:00:00%2B08:00')).toEqual([
      { holder: 'yantaiMarketSupervision', events: ['seized', 'stored'] },
    ]);
    const page = await file.house.get('officer', `/cases/${file.told.goods}?asOf=2026-09-10`);
    expect(page.text).toContain('保管流转');
    expect(page.text).not.toContain('已不再保管');
  });

  it('are not known to an organisation that only helps, by no door and at no time', async () => {
    const doors = ['', '/goods', '/timeline', '/items', '/orders', '/commands', '/clocks', '/goods?asOf=2026-09-10'];
    const pages = [
      `/cases/${file.told.goods}`,
      `/cases/${file.told.goods}?asOf=2026-09-10`,
      '/desk',
      ...doors.map((one) => `/api/cases/${file.told.goods}${one}`),
    ];
    for (const url of pages) {
      const { status, text } = await file.house.get('wang', url);
      expect([url, status]).toEqual([url, 200]);
      for (const secret of [...secrets, 'goodsList', '入库保管', '4012'])
        expect([url, text.includes(secret)]).toEqual([url, false]);
    }
    const { body } = await file.house.get('wang', `/api/cases/${file.told.goods}/goods`);
    expect(body).toEqual({ lots: [], measures: [] });
  });

  it('stay with the authority whose custody a supporting body never had: it holds no proceeding and ends none', async () => {
    const { proceedings, handoffs } = await file.house.file(file.told.goods);
    expect(Object.values(proceedings).map(({ organisation }) => organisation)).not.toContain('yantaiProtectionCentre');
    expect(Object.values(handoffs).map(({ slot, opened }) => [slot.value, opened])).toEqual([['accepted', null]]);
    const refused = await file.house.give('wang', file.told.goods, 'closePenaltyCase', {
      target: latest(await file.house.file(file.told.goods), 'proceeding', 'trademarkEnforcement'),
    });
    expect(refused.status).toBe(403);
  });

  it('do not exist for anybody outside the case', async () => {
    for (const login of ['sun', 'gao'])
      expect((await file.house.get(login, `/api/cases/${file.told.goods}/goods`)).status).toBe(404);
    expect((await file.house.get(null, `/api/cases/${file.told.goods}/goods`)).status).toBe(401);
  });
});

interface Shown {
  readonly rulings: readonly { number: string; standing: string; orders: readonly { act: string; state: string }[] }[];
  readonly stays: readonly unknown[];
  readonly afterwards: readonly unknown[];
}

const ordersAt = async (query = '') => {
  const { status, body, text } = await file.house.get('gao', `/api/cases/${file.told.ruling}/orders${query}`);
  expect([status, text]).toEqual([200, text]);
  return (body as unknown as { rows: readonly Shown[] }).rows;
};
const standingAt = async (query?: string) =>
  (await ordersAt(query)).flatMap(({ rulings }) => rulings.map(({ number, standing }) => `${number} ${standing}`));

describe('a joint action of several bodies', () => {
  it('stands on the case page with who took part, what was decided, and what is done and open', async () => {
    const { text } = await file.house.get('officer', `/cases/${file.told.goods}`);
    const section = text.slice(text.indexOf('id="conferences"'), text.indexOf('id="parties"'));
    for (const one of [
      ...joint,
      '联合行动',
      '联合检查批发市场',
      '烟台市公安局',
      '已出具比对意见',
      '未完成',
      '2026-09-25',
    ])
      expect(section).toContain(one);
  });

  it('is told as it stood: not before its day, and with nothing done before somebody had done it', async () => {
    const tasksAt = async (asOf: string) => {
      const { body } = await file.house.get('officer', `/api/cases/${file.told.goods}/conferences?asOf=${asOf}`);
      const { rows } = body as unknown as { rows: readonly { tasks: readonly { doneOn: string | null }[] }[] };
      return rows.map(({ tasks }) => tasks.map(({ doneOn }) => doneOn));
    };
    expect(await tasksAt('2026-09-08')).toEqual([]);
    expect(await tasksAt('2026-09-09')).toEqual([[null, null]]);
    expect(await tasksAt('2026-09-15')).toEqual([['2026-09-15', null]]);
  });

  it('opens nothing to a body that took part: what was decided stays with who holds the case', async () => {
    for (const url of [
      `/cases/${file.told.goods}`,
      `/api/cases/${file.told.goods}`,
      `/api/cases/${file.told.goods}/conferences`,
      '/desk',
    ]) {
      const { text } = await file.house.get('wang', url);
      for (const secret of joint) expect([url, text.includes(secret)]).toEqual([url, false]);
    }
  });
});

describe('what a ruling orders', () => {
  it('has a section of its own, with what each respondent has to do, whether it did, and the stays before', async () => {
    const { text } = await file.house.get('gao', `/cases/${file.told.ruling}`);
    const section = text.slice(text.indexOf('id="orders"'), text.indexOf('id="parties"'));
    for (const one of [
      '烟知裁决〔2026〕2号',
      '停止销售乙型产品',
      '2027-01-31',
      '部分履行',
      '中止处理',
      '恢复处理',
      '另案已审结',
    ])
      expect(section).toContain(one);
    // A ruling that a court revoked stays readable, as what it is.
    for (const one of ['停止销售甲型产品', '已被撤销，重新处理']) expect(section).toContain(one);
  });

  it('is told as it stood on a day: stayed, ruled, sued over, revoked, ruled anew', async () => {
    const stayed = await ordersAt('?asOf=2026-09-30');
    expect(stayed.map((one) => [one.rulings.length, one.stays.length])).toEqual([[0, 2]]);
    expect(await standingAt('?asOf=2026-10-12')).toEqual(['烟知裁决〔2026〕1号 given']);
    expect(await standingAt('?asOf=2026-11-30')).toEqual(['烟知裁决〔2026〕1号 challenged']);
    expect(await standingAt('?asOf=2026-12-01')).toEqual(['烟知裁决〔2026〕1号 revoked']);
    expect(await standingAt()).toEqual(['烟知裁决〔2026〕1号 revoked', '烟知裁决〔2026〕2号 given']);
    // What was done under the second ruling is not said of the first.
    const states = (await ordersAt()).map(({ rulings }) =>
      rulings.map(({ orders }) => orders.map(({ state }) => state)),
    );
    expect(states).toEqual([[['open'], ['part']]]);
    const [before] = await ordersAt('?knownAt=2026-12-27T12:00:00%2B08:00');
    expect(before?.rulings.map(({ orders }) => orders.map(({ state }) => state))).toEqual([['open'], ['open']]);
  });

  it('leaves the finding of that day in the view of the whole case', async () => {
    const outcomeAt = async (query: string) => {
      const { body } = await file.house.get('gao', `/api/cases/${file.told.ruling}${query}`);
      const { proceedings } = body as unknown as {
        proceedings: { channel: string; matters: { outcome: unknown }[] }[];
      };
      return proceedings
        .find(({ channel }) => channel === 'adminRuling')
        ?.matters.map(({ outcome }) => outcome !== null);
    };
    expect(await outcomeAt('?asOf=2026-10-11')).toEqual([false]);
    expect(await outcomeAt('?asOf=2026-10-12')).toEqual([true]);
    expect(await outcomeAt('?asOf=2026-12-01')).toEqual([false]);
    expect(await outcomeAt('')).toEqual([true]);
  });

  it('does not exist for anybody who has no part in the case', async () => {
    for (const login of ['sun', 'officer'])
      for (const url of [`/api/cases/${file.told.ruling}/orders`, `/cases/${file.told.ruling}`])
        expect([url, (await file.house.get(login, url)).status]).toEqual([url, 404]);
  });

  it('refuses a moment that is no day, and says which', async () => {
    for (const query of ['?asOf=gestern', '?knownAt=2026', '?sinceWhen=2026-01-01']) {
      const { status } = await file.house.get('gao', `/api/cases/${file.told.ruling}/orders${query}`);
      expect([query, status]).toEqual([query, 422]);
    }
  });
});
