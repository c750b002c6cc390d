/** Where tests of administrative enforcement and of suspected crimes begin; each stage is told through the one before. */
import type { Data, Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { handoff, itemIds, partyId, proceeding, theCase } from './desk-words.ts';

const intake = proceeding('intake');
export const enforcement = proceeding('trademarkEnforcement');
export const referral = proceeding('criminalReferral');
/** What proves an act of a body that has no login. */
export const evidence = '送达回证扫描件';

/** A complaint at the market regulator on 1 September 2026, taken into enforcement. */
export async function complainedOf(desk: Desk = openDesk(), respondents = 1, change: Data = {}): Promise<Desk> {
  await desk.gives('officer', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '批发市场商户销售假冒本公司注册商标的电热水壶。',
    source: 'window',
    respondents: Array.from({ length: respondents }, (_, index) => ({
      who: { kind: 'individualBusiness', name: `商户${index + 1}`, telephone: `1380000013${index}` },
    })),
    rightKind: 'trademark',
    rightNumber: '第12345678号',
    dispute: 'infringement',
    relief: ['stop', 'damages'],
    ...change,
  });
  await desk.gives('officer', 'routeHere', intake, { channel: 'trademarkEnforcement' });
  return desk;
}

/** A filing with two officers. */
export const filing = { number: '烟市监立〔2026〕18号', lead: 'market-officer', others: ['market-colleague'] };

/** Filed on 3 September with two officers. */
export async function filed(desk?: Desk, respondents?: number, change: Data = {}): Promise<Desk> {
  const waiting = await complainedOf(desk, respondents);
  waiting.at('2026-09-03T10:00');
  await waiting.gives('officer', 'fileEnforcementCase', enforcement, { ...filing, ...change });
  return waiting;
}

/** Findings below every threshold, and the notice served on 10 September. */
export async function notified(desk?: Desk, respondents?: number): Promise<Desk> {
  const open = await filed(desk, respondents);
  open.at('2026-09-10T10:00');
  await open.gives('officer', 'recordFindings', enforcement, {
    turnoverFen: 1_200_000,
    summary: '库存及销售共二百件。',
  });
  await open.gives('officer', 'giveStatementNotice', enforcement, (c) => ({
    proposal: '责令停止侵权，没收，罚款三万元',
    hearingRight: true,
    served: Object.values(c.parties)
      .filter(({ side }) => side === 'respondent')
      .map(({ id }) => ({ party: id, servedOn: '2026-09-10' })),
  }));
  return open;
}

/** Penalised on 21 September, after the time for a hearing, and served on the same day. */
export async function penalised(desk?: Desk, respondents?: number): Promise<Desk> {
  const open = await notified(desk, respondents);
  open.at('2026-09-21T10:00');
  await open.gives('officer', 'decidePenalty', enforcement, (c) => ({
    document: '烟市监处罚〔2026〕18号',
    orderStop: true,
    confiscate: true,
    fineFen: 3_000_000,
    served: Object.values(c.parties)
      .filter(({ side }) => side === 'respondent')
      .map(({ id }) => ({ party: id, servedOn: '2026-09-21' })),
  }));
  return open;
}

/** A suspected crime, reported on 7 September to the head, who decides on its transfer. */
export async function crimeReported(desk?: Desk): Promise<Desk> {
  const open = await filed(desk);
  open.at('2026-09-07T10:00');
  await open.gives('officer', 'recordFindings', enforcement, {
    turnoverFen: 8_000_000,
    crime: 'sellingCounterfeits',
    summary: '销售金额八万元。',
  });
  const report = { crime: 'sellingCounterfeits', officers: 2, grounds: '销售金额达到追诉标准。' };
  await open.gives('officer', 'reportSuspectedCrime', enforcement, report);
  return open;
}

/** Its transfer was approved on 8 September at 10:20. */
export async function approved(desk?: Desk): Promise<Desk> {
  const open = await crimeReported(desk);
  await open.gives('officer', 'decideTransfer', enforcement, { approved: true }, { at: '2026-09-08T10:20' });
  return open;
}

/** What travels with a suspected crime. */
export const transferPapers = [
  'crimeTransferLetter',
  'investigationReport',
  'goodsList',
  'inspectionReport',
  'handoverList',
];

export async function papersOn(desk: Desk, target: typeof enforcement, documents: readonly string[], more: Data = {}) {
  for (const document of documents) {
    const data = { document, title: document, class: 'organisationFile', pages: 2 };
    await desk.gives('officer', 'addItem', target, data, more);
  }
}

/** Handed to the police on 8 September at 15:00, who have no login: the officer records their receipt. */
export async function withPolice(desk?: Desk): Promise<Desk> {
  const open = await approved(desk);
  await papersOn(open, enforcement, transferPapers);
  await open.gives('officer', 'prepareHandoff', enforcement, (c) => ({
    kind: 'H7',
    to: 'yantaiPublicSecurity',
    items: itemIds(c, ...transferPapers),
  }));
  await open.gives('officer', 'offerHandoff', handoff, {}, { at: '2026-09-08T14:30' });
  await open.gives('officer', 'receiveHandoff', handoff, {}, { at: '2026-09-08T15:00', evidence });
  return open;
}

/** The police opened a case on 10 September. */
export async function criminalCaseOpened(desk?: Desk): Promise<Desk> {
  const sent = await withPolice(desk);
  sent.at('2026-09-10T16:00');
  await sent.gives('officer', 'openCriminalCase', referral, { number: '烟公立字〔2026〕77号' }, { evidence });
  return sent;
}

/** Passed on to the procuratorate, which decided not to prosecute on 20 October. */
export async function notProsecuted(desk?: Desk): Promise<Desk> {
  const open = await criminalCaseOpened(desk);
  open.at('2026-09-28T10:00');
  await papersOn(open, referral, ['transferLetter'], { evidence });
  await open.gives(
    'officer',
    'prepareHandoff',
    referral,
    (c) => ({ kind: 'H20', to: 'yantaiProcuratorate', items: itemIds(c, 'transferLetter') }),
    { evidence },
  );
  await open.gives('officer', 'offerHandoff', handoff, {}, { evidence });
  await open.gives('officer', 'receiveHandoff', handoff, {}, { evidence });
  open.at('2026-10-20T10:00');
  const decision = { result: 'notProsecuted', ground: 'minor' };
  await open.gives('officer', 'recordProsecutionDecision', referral, decision, { evidence });
  return open;
}

export const respondent = (desk: Desk, index = 0) => partyId(desk.file, 'respondent', index);
