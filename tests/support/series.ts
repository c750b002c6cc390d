import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { latest, type ServedHouse, serve, upload } from './server.ts';

/** One house for all tests of a file. */
export function lastingHouse(start: string): () => ServedHouse {
  let house: ServedHouse;
  beforeAll(async () => {
    house = await serve({ start, lasting: true, folder: mkdtempSync(join(tmpdir(), 'jiefen-test-')) });
  });
  afterAll(async () => {
    await house.close();
    rmSync(house.folder, { recursive: true, force: true });
  });
  return () => house;
}

/** The agreement of a series as its mediator writes it: one payment, one stop. */
export const seriesTerms = {
  form: 'written',
  reachedOn: '2026-11-20',
  number: '系调〔2026〕1号',
  clauses: [
    { subject: 'stopInfringement', owedBy: 'respondent', act: '停止销售涉案商品', dueOn: '2026-12-01' },
    {
      subject: 'payment',
      owedBy: 'respondent',
      owedTo: 'claimant',
      act: '支付赔偿款',
      amountFen: 300_000,
      dueOn: '2026-12-31',
      mannerNamed: true,
    },
  ],
  signedOn: '2026-11-20',
  mediatorSignedOn: '2026-11-20',
  sealedOn: '2026-11-20',
} as const;

/** A mediation of 孙丽华 against one shop, whose number tells it apart. */
export async function mediationAgainst(house: ServedHouse, shop: number, mediator = 'sun-lihua'): Promise<string> {
  const claimant = { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' };
  const who = { kind: 'individualBusiness', name: `芝罘区第${shop}商行`, telephone: `1380000${1000 + shop}` };
  const opened = await house.give('limin', null, 'openCase', {
    data: { claimant, summary: '销售侵权商品。', respondents: [{ who }], dispute: 'infringement' },
  });
  const caseId = String(opened.body.caseId);
  const given = async (login: string, type: string, channel: string, data: object = {}) => {
    const target = latest(await house.file(caseId), 'proceeding', channel);
    const reply = await house.give(login, caseId, type, { target, data });
    if (reply.status >= 300) throw new Error(`${type}: ${reply.text}`);
  };
  await given('limin', 'routeHere', 'intake', { channel: 'peopleMediation' });
  const { parties } = await house.file(caseId);
  for (const party of Object.keys(parties))
    await given('limin', 'recordConsent', 'peopleMediation', { party, answer: 'agrees', channel: 'telephone' });
  await given('limin', 'acceptMediation', 'peopleMediation');
  await given('limin', 'assignMediator', 'peopleMediation', { mediator });
  return caseId;
}

/** An uploaded paper, as `paper` of the terms takes it. */
export async function signedPaper(house: ServedHouse, login = 'sun'): Promise<object> {
  const { body } = await upload(house, login, `${login} 的调解协议书：各方签字盖章`);
  return body.file ?? body;
}

/** The mediation of a case as it is stored. */
export async function mediationIn(house: ServedHouse, caseId: string) {
  const file = await house.file(caseId);
  return file.proceedings[latest(file, 'proceeding', 'peopleMediation').id]!;
}
