/** Where most tests begin: a case opened, mediated, agreed, at the court. Each stage is told through the one before. */

import type { Data, Desk, More } from './desk.ts';
import { openDesk } from './desk.ts';
import { agreementOf, handoff, itemIds, partyId, proceeding, theCase } from './desk-words.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const confirmation = proceeding('judicialConfirmation');

/** A trademark dispute between a company and `respondents` shops, registered by the committee's clerk on 1 September. */
export async function openedCase(desk: Desk = openDesk(), respondents = 1, more: Data = {}): Promise<Desk> {
  await desk.gives('limin', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '商行销售标有本公司注册商标的电热水壶，非本公司产品。',
    respondents: Array.from({ length: respondents }, (_, index) => ({
      who: { kind: 'individualBusiness', name: `被告商行${index + 1}`, telephone: `1380000013${index}` },
    })),
    rightKind: 'trademark',
    rightNumber: '第12345678号',
    dispute: 'infringement',
    ...more,
  });
  return desk;
}

/** Routed into the committee's own mediation; nobody has been asked yet. */
export async function applied(desk?: Desk, respondents?: number): Promise<Desk> {
  const opened = await openedCase(desk, respondents);
  await opened.gives('limin', 'routeHere', intake, { channel: 'peopleMediation' });
  return opened;
}

/** Accepted, with Sun as mediator and Zhou as deputy. */
export async function assigned(desk?: Desk, respondents?: number): Promise<Desk> {
  const waiting = await applied(desk, respondents);
  await waiting.gives('limin', 'acceptMediation', mediation, {}, { at: '2026-09-01T10:00' });
  await waiting.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua', deputies: ['zhou-jianguo'] });
  return waiting;
}

/** The rights were told and one session was held on 2 September. */
export async function inSession(desk?: Desk, respondents?: number): Promise<Desk> {
  const ready = await assigned(desk, respondents);
  await ready.gives(
    'sun',
    'giveRightsNotice',
    mediation,
    (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }),
    { at: '2026-09-02T09:00' },
  );
  await ready.gives('sun', 'openSession', mediation, { mode: 'inPerson' }, { at: '2026-09-02T09:30' });
  return ready;
}

/** A case at the protection centre, offered to the committee: not yet received. */
export async function offeredByCentre(desk: Desk = openDesk()): Promise<Desk> {
  await desk.gives('wang', 'openCase', theCase, {
    claimant: { name: '赵先生', telephone: '13800000001' },
    summary: '网店销售侵权商品。',
    respondents: [{ who: { name: '某网店' } }],
  });
  const paper = { document: 'intakeForm', title: '受理登记表', class: 'organisationFile', pages: 1 };
  await desk.gives('wang', 'addItem', intake, paper);
  await desk.gives('wang', 'prepareHandoff', intake, (c) => ({
    kind: 'H5',
    to: 'yantaiMediationCommittee',
    items: itemIds(c, 'intakeForm'),
  }));
  await desk.gives('wang', 'offerHandoff', handoff);
  return desk;
}

/** A mediation under way that the committee offered to another committee, not yet received. */
export async function offeredToStation(desk?: Desk): Promise<Desk> {
  const sitting = await inSession(desk);
  const papers = ['intakeForm', 'consentRecord', 'mediatorList'];
  for (const document of papers)
    await sitting.gives('limin', 'addItem', mediation, {
      document,
      title: document,
      class: 'organisationFile',
      pages: 1,
    });
  const data = (c: Desk['file']) => ({ kind: 'H11', to: 'laishanMediationStation', items: itemIds(c, ...papers) });
  await sitting.gives('limin', 'prepareHandoff', mediation, data);
  await sitting.gives('limin', 'offerHandoff', handoff);
  return sitting;
}

/** A definite payment clause between the first claimant and the first respondent. */
export function paymentClause(desk: Desk, change: Data = {}): Data {
  return {
    subject: 'payment',
    obligor: partyId(desk.file, 'respondent'),
    obligee: partyId(desk.file, 'claimant'),
    act: '一次性支付赔偿款',
    amountFen: 6_000_000,
    dueOn: '2026-11-30',
    mannerNamed: true,
    ...change,
  };
}

/** A written agreement signed, countersigned and sealed on one day. */
export function writtenAgreement(desk: Desk, day: string, change: Data = {}): Data {
  return {
    form: 'written',
    clauses: [paymentClause(desk)],
    signatures: Object.keys(desk.file.parties).map((party) => ({ party, signedOn: day })),
    mediatorSignedOn: day,
    sealedOn: day,
    ...change,
  };
}

/** Everything agreed in writing and in effect on 3 September. */
export async function agreed(desk?: Desk, change: Data = {}): Promise<Desk> {
  const sitting = await inSession(desk);
  sitting.at('2026-09-03T16:00');
  await sitting.gives('sun', 'recordAgreement', mediation, writtenAgreement(sitting, '2026-09-03', change));
  return sitting;
}

const packet = [
  ['mediationAgreement', 'jointSigned'],
  ['confirmationApplication', 'jointSigned'],
  ['addressConfirmation', 'jointSigned'],
  ['mediationProof', 'organisationFile'],
  ['identityDocument', 'partyFile'],
] as const;

export const packetDocuments = packet.map(([document]) => document);

/** The papers of a filing are on the mediation's file and every address is confirmed. */
export async function papersReady(desk?: Desk, at = '2026-09-04T09:00'): Promise<Desk> {
  const settled = await agreed(desk);
  settled.at(at);
  for (const party of Object.keys(settled.file.parties))
    await settled.gives('limin', 'confirmServiceAddress', theCase, { party, method: 'email' });
  for (const [document, itemClass] of packet)
    await settled.gives('limin', 'addItem', mediation, { document, title: document, class: itemClass, pages: 2 });
  return settled;
}

/** The data of an application to a court over the latest agreement, with the whole packet. */
export function filing(desk: Desk, to = 'zhifuCourt'): Data {
  return {
    kind: 'H4',
    to,
    agreement: agreementOf(desk.file),
    partiesConsent: true,
    items: itemIds(desk.file, ...packetDocuments),
  };
}

/** The packet was sent to the court. */
export async function offered(desk?: Desk, to = 'zhifuCourt', more: More = { at: '2026-09-04T10:00' }): Promise<Desk> {
  const ready = await papersReady(desk);
  if (more.at !== undefined) ready.at(more.at);
  await ready.gives('sun', 'prepareHandoff', mediation, filing(ready, to));
  await ready.gives('sun', 'offerHandoff', handoff, {}, { acknowledged: ['court-may-lack-jurisdiction'] });
  return ready;
}

/** The court has received the application on 7 September: the confirmation is open. */
export async function submitted(desk?: Desk): Promise<Desk> {
  const sent = await offered(desk);
  await sent.gives('liu', 'receiveHandoff', handoff, {}, { at: '2026-09-07T09:00' });
  return sent;
}

/** The court has accepted on 8 September. */
export async function accepted(desk?: Desk): Promise<Desk> {
  const waiting = await submitted(desk);
  await waiting.gives(
    'liu',
    'acceptConfirmation',
    confirmation,
    { number: '（2026）鲁0602诉前调确123号' },
    { at: '2026-09-08T09:00' },
  );
  return waiting;
}

/** A confirming ruling of 15 September, served on everybody unless said otherwise. */
export async function confirmed(desk?: Desk, change: Data = {}): Promise<Desk> {
  const reviewed = await accepted(desk);
  const served = Object.keys(reviewed.file.parties).map((party) => ({ party, servedOn: '2026-09-16' }));
  await reviewed.gives(
    'liu',
    'recordConfirmationRuling',
    confirmation,
    {
      result: 'confirmed',
      number: '（2026）鲁0602诉前调确123号',
      judge: '审查法官',
      performanceDueOn: '2026-11-30',
      served,
      ...change,
    },
    { at: '2026-09-16T16:00', occurredOn: '2026-09-15' },
  );
  return reviewed;
}
