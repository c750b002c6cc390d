/** Mediations before authorities: inside a ruling, on request, and at the market regulator. */
import type { ChannelId } from '../../workflows/index.ts';
import type { Data, Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { defended, ruling } from './desk-ruling.ts';
import { paymentClause } from './desk-stages.ts';
import { partyId, proceeding, theCase } from './desk-words.ts';

export const official = proceeding('adminMediation');
export const general = proceeding('generalAdminMediation');

/** During the ruling both sides wish to settle: the mediation is filed on 11 September. */
export async function talksInside(desk?: Desk, respondents = 1): Promise<Desk> {
  const ready = await defended(desk, respondents);
  ready.at('2026-09-11T10:00');
  await ready.gives('adjudicator', 'beginSettlement', ruling, (c) => ({ agreedBy: Object.keys(c.parties) }));
  await ready.gives('adjudicator', 'fileAdminMediation', official, {
    number: '烟知调〔2026〕1号',
    scope: 'infringement',
  });
  return ready;
}

async function sit(desk: Desk, by: 'adjudicator' | 'regulator', mediator: string, channel: ChannelId): Promise<Desk> {
  const here = proceeding(channel);
  await desk.gives(by, 'assignMediator', here, { mediator });
  const everybody = (c: Desk['file']) => ({ parties: Object.keys(c.parties), manner: 'oral' });
  await desk.gives(by, 'giveRightsNotice', here, everybody);
  await desk.gives(by, 'openSession', here, { mode: 'inPerson' });
  return desk;
}

/** A session was held inside the ruling. */
export async function sittingInside(desk?: Desk, respondents = 1): Promise<Desk> {
  return sit(await talksInside(desk, respondents), 'adjudicator', 'ruling-officer', 'adminMediation');
}

/** The paper an authority makes: its seal and both parties. */
export function departmentAgreement(desk: Desk, day: string, change: Data = {}): Data {
  return {
    form: 'department',
    clauses: [paymentClause(desk)],
    signatures: Object.keys(desk.file.parties).map((party) => ({ party, signedOn: day })),
    sealedOn: day,
    ...change,
  };
}

/** Agreed inside the ruling on 18 September. */
export async function settledInside(desk?: Desk): Promise<Desk> {
  const ready = await sittingInside(desk);
  ready.at('2026-09-18T16:00');
  await ready.gives('adjudicator', 'recordAgreement', official, departmentAgreement(ready, '2026-09-18'));
  return ready;
}

/** A request for mediation at the department's own door on 1 September 2026. */
export async function askedToMediate(desk: Desk = openDesk(), more: Data = {}): Promise<Desk> {
  await desk.gives('adjudicator', 'openCase', theCase, {
    claimant: { kind: 'natural', name: '发明人甲', telephone: '13800000311' },
    summary: '职务发明奖励纠纷',
    respondents: [{ who: { kind: 'legal', name: '某公司', telephone: '13800000312' } }],
    rightKind: 'inventionPatent',
    dispute: 'reward',
    ...more,
  });
  await desk.gives('adjudicator', 'routeHere', proceeding('intake'), { channel: 'adminMediation' });
  return desk;
}

/** Two respondents, with one agreement in effect and another waiting, so that every field has a choice. */
export async function officialTalks(): Promise<Desk> {
  const desk = await sittingInside(undefined, 2);
  const one = { ...departmentAgreement(desk, '2026-09-11'), signatures: [] };
  await desk.gives('adjudicator', 'recordAgreement', official, one);
  return desk;
}

/** A trademark dispute that the market regulator mediates; one session was held. */
export async function regulatorSits(): Promise<Desk> {
  const desk = openDesk();
  await desk.gives('regulator', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '商标权人', telephone: '13800000411' },
    summary: '商标侵权赔偿纠纷',
    respondents: [{ who: { name: '商户', telephone: '13800000412' } }],
    rightKind: 'trademark',
    dispute: 'infringement',
    relief: ['damages'],
  });
  await desk.gives('system', 'openProceeding', theCase, (c) => ({
    channel: 'generalAdminMediation',
    organisation: 'yantaiMarketSupervision',
    matters: Object.keys(c.matters).map((id) => ({ id })),
  }));
  await desk.gives('regulator', 'recordConsent', general, (c) => ({
    party: partyId(c, 'respondent'),
    answer: 'agrees',
    channel: 'visit',
  }));
  await desk.gives('regulator', 'fileAdminMediation', general, { number: '烟市监调〔2026〕1号', scope: 'damages' });
  return sit(desk, 'regulator', 'regulator', 'generalAdminMediation');
}

/** The same, with an agreement that waits for its seal. */
export async function regulatorTalks(): Promise<Desk> {
  const desk = await regulatorSits();
  const one = { ...departmentAgreement(desk, '2026-09-01'), sealedOn: null };
  await desk.gives('regulator', 'recordAgreement', general, one);
  return desk;
}
