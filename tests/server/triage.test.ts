import { describe, expect, it } from 'vitest';
import { latest, type ServedHouse, serve } from '../support/server.ts';

type Way = {
  readonly channel: string;
  readonly state: string;
  readonly conditions: readonly {
    readonly id: string;
    readonly judgement: string;
    readonly basis: readonly { zh: string }[];
  }[];
  readonly basis: readonly { readonly zh: string }[];
  readonly bodies: readonly { readonly organisation: string | null; readonly toConfirm: boolean }[];
};
const waysIn = ({ body }: { readonly body: Readonly<Record<string, never>> }) => body.ways as unknown as readonly Way[];
const way = (reply: Parameters<typeof waysIn>[0], channel: string) =>
  waysIn(reply).find((one) => one.channel === channel);

const opened = async (house: ServedHouse) => {
  const data = {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '商行销售标有本公司注册商标的电热水壶。',
    respondents: [{ who: { kind: 'individualBusiness', name: '芝罘区鑫达商行' } }],
    rightKind: 'trademark',
    rightNumber: '第12345678号',
    dispute: 'infringement',
  };
  const { body } = await house.give('limin', null, 'openCase', { data });
  return String(body.caseId);
};

describe('somebody without an account who asks which way is open', () => {
  const known =
    'rightKind=designPatent&dispute=infringement&respondentKnown=yes&standing=owner&suitPending=no&arbitrationAgreement=no';

  it('is told, with article, conditions and where to go, and nothing is kept', async () => {
    const house = await serve();
    const reply = await house.get(null, `/api/triage?${known}`);
    expect(reply.status).toBe(200);
    expect(way(reply, 'adminRuling')).toMatchObject({
      state: 'open',
      basis: [{ zh: '《专利纠纷行政裁决和调解办法》第十二条' }],
      bodies: [{ organisation: 'yantaiPatentDepartment' }, { organisation: null }, { organisation: null }],
    });
    expect(way(reply, 'peopleMediation')?.state).toBe('depends');
    expect(way(reply, 'arbitration')?.state).toBe('closed');
    expect(waysIn(reply)[0]?.state).toBe('open');
  });

  it('may send the same as a body, for another day and another place', async () => {
    const house = await serve();
    const payload = { rightKind: 'trademark', dispute: 'infringement', on: '2027-01-05', division: '370602' };
    const reply = await house.ask(null, { method: 'POST', url: '/api/triage', payload });
    expect(way(reply, 'trademarkEnforcement')?.basis).toEqual([
      expect.objectContaining({ zh: expect.stringContaining('2026年修订') }),
    ]);
    expect(way(reply, 'litigation')?.bodies[0]).toMatchObject({ organisation: 'zhifuCourt', toConfirm: true });
  });

  it.each(['rightKind=patent', 'name=张三', 'suitPending=perhaps', 'on=tomorrow', 'division=37'])(
    'is refused with a sentence for %s',
    async (query) => {
      const house = await serve();
      expect((await house.get(null, `/api/triage?${encodeURI(query)}`)).status).toBe(422);
    },
  );

  it('learns who is competent, before and after October 2025', async () => {
    const house = await serve();
    const courts = async (on: string) => {
      const { body } = await house.get(null, `/api/jurisdiction?rightKind=trademark&dispute=infringement&on=${on}`);
      const rows = body.rows as unknown as { channel: string; bodies: { basis: { zh: string }[] }[] }[];
      return JSON.stringify(rows.find(({ channel }) => channel === 'litigation')?.bodies[0]?.basis);
    };
    expect(await courts('2025-09-30')).toContain('2022');
    expect(await courts('2025-10-01')).not.toContain('2022');
  });

  it('finds the page, answers what is known, and reads it in either language without a script', async () => {
    const house = await serve();
    const empty = await house.get(null, '/triage');
    expect([empty.status, empty.text.includes('id="ways"')]).toEqual([200, false]);
    const page = await house.get(null, `/triage?${known}`);
    for (const words of ['现在可走', '专利侵权行政裁决', '待核实', '不是法律意见']) expect(page.text).toContain(words);
    expect(page.text.split('不构成法律意见')).toHaveLength(2);
    const english = await house.ask(null, {
      method: 'GET',
      url: `/triage?${known}`,
      headers: { cookie: 'jiefen-language=en' },
    });
    expect(english.text).toContain('Open now');
    expect((await house.get(null, '/triage?rightKind=%3Cscript%3E')).text).not.toContain('<script>');
  });
});

describe('a case at the door', () => {
  it('shows its desk the ways that are open, as far as the screening says', async () => {
    const house = await serve();
    const caseId = await opened(house);
    const asked = async () => {
      const { body } = await house.get('limin', `/api/cases/${caseId}/triage`);
      const [row] = body.rows as unknown as readonly { readonly ways: readonly Way[] }[];
      return (channel: string) => row?.ways.find((one) => one.channel === channel)?.state;
    };
    expect((await asked())('peopleMediation')).toBe('depends');
    const target = latest(await house.file(caseId), 'proceeding', 'intake');
    const screening = {
      mediability: 'mediable',
      arbitrationAgreement: 'no',
      suitPending: 'no',
      earlierOutcome: 'no',
      crimeIndicators: [],
    };
    await house.give('limin', caseId, 'screenDispute', { target, data: screening });
    const state = await asked();
    expect(['peopleMediation', 'litigation', 'arbitration', 'adminRuling'].map(state)).toEqual([
      'open',
      'open',
      'closed',
      'closed',
    ]);
    const page = await house.get('limin', `/cases/${caseId}`);
    for (const words of ['可走的途径', '商标', '向哪里提出']) expect(page.text).toContain(words);
  });

  it('is nothing to others: no way, no body, no case', async () => {
    const house = await serve();
    const caseId = await opened(house);
    for (const part of ['triage', 'jurisdiction', 'related']) {
      for (const login of ['station', 'somebody']) {
        expect((await house.get(login, `/api/cases/${caseId}/${part}`)).status, `${login} ${part}`).toBe(404);
      }
      expect((await house.get(null, `/api/cases/${caseId}/${part}`)).status, part).toBe(401);
    }
  });

  it('names the competent bodies beside the form in which a receiver is chosen', async () => {
    const house = await serve();
    const caseId = await opened(house);
    const target = latest(await house.file(caseId), 'proceeding', 'intake');
    const form = await house.get('limin', `/cases/${caseId}/commands/prepareHandoff?target=${target.id}`);
    for (const words of ['有权办理的机构（建议）', '芝罘区人民法院', '待核实', '选择建议以外机构的理由'])
      expect(form.text).toContain(words);
    const { body } = await house.get('limin', `/api/cases/${caseId}/jurisdiction`);
    expect((body.rows as unknown as readonly { channel: string }[]).map(({ channel }) => channel)).toContain(
      'trademarkEnforcement',
    );
  });
});
