/** The routes into and out of administrative enforcement and criminal referral, each travelled. */
import { describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { suedOverRuling } from '../support/desk-administrative-suit.ts';
import { registered } from '../support/desk-court.ts';
import { general } from '../support/desk-official.ts';
import { filed, enforcement as penalty, referral, transferPapers, withPolice } from '../support/desk-penalty.ts';
import { broughtToCourt, defended, inEffect, respondentIds, ruling, sentToCourt } from '../support/desk-ruling.ts';
import { inSession, openedCase } from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  matter,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
} from '../support/desk-words.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const suit = proceeding('litigation');

const packet = [
  ['enforcementComplaint', 'partyFile'],
  ['identityDocument', 'partyFile'],
] as const;

async function papers(
  desk: Desk,
  by: 'limin' | 'liu' | 'adjudicator',
  target: typeof intake,
  list: readonly (readonly [string, string])[],
) {
  for (const [document, itemClass] of list)
    await desk.gives(by, 'addItem', target, { document, title: document, class: itemClass, pages: 2 });
}

/** The complaint to the market regulator, prepared and sent. */
async function sentToRegulator(desk: Desk, from: typeof intake, more: readonly (readonly [string, string])[] = []) {
  const list = [...packet, ...more];
  await papers(desk, 'limin', from, list);
  const data = (c: Desk['file']) => ({
    kind: 'H6',
    to: 'yantaiMarketSupervision',
    channel: 'trademarkEnforcement',
    partiesConsent: true,
    items: itemIds(c, ...list.map(([document]) => document)),
  });
  await desk.gives('limin', 'prepareHandoff', from, data);
  await desk.gives('limin', 'offerHandoff', handoff);
}

describe('T4: from the window to the market regulator', () => {
  it('asks which proceeding is wanted, and for the complaint', async () => {
    const desk = await openedCase();
    const to = { kind: 'H6', to: 'yantaiMarketSupervision' };
    await desk.refuses('channel-to-be-chosen', 'limin', 'prepareHandoff', intake, to);
    await desk.gives('limin', 'prepareHandoff', intake, { ...to, channel: 'trademarkEnforcement' });
    const refusal = await desk.refuses('packet-incomplete', 'limin', 'offerHandoff', handoff);
    expect(refusal.text.zh).toContain('行政查处投诉书');
  });

  it('opens enforcement when the regulator takes it, and its time counts from the receipt', async () => {
    const desk = await openedCase();
    await sentToRegulator(desk, intake);
    await desk.gives('officer', 'receiveHandoff', handoff, {}, { at: '2026-09-03T09:00' });
    expect(pathOf(desk)).toBe('triage');
    await desk.gives('officer', 'acceptHandoff', handoff, {}, { at: '2026-09-08T09:00' });
    expect([stateOf(desk, 'trademarkEnforcement'), stateOf(desk, 'intake'), pathOf(desk)]).toEqual([
      'verifying',
      'routed',
      'beforeAuthority',
    ]);
    expect(Object.values(desk.file.handoffs)[0]!.route).toBe('T4');
    expect(clocksBy(desk, 'tm.penalty.file')[0]!.trigger.occurredOn).toBe('2026-09-03T09:00');
    expect(dueOfClock(desk, 'tm.penalty.file')).toBe('2026-09-23');
  });

  it('goes back to the window with its reason when the regulator does not take it (T34)', async () => {
    const desk = await openedCase();
    await sentToRegulator(desk, intake);
    await desk.gives('officer', 'receiveHandoff', handoff);
    const reason = { reason: 'noJurisdiction', explanation: '侵权行为不在本市' };
    await desk.gives('officer', 'returnHandoff', handoff, reason);
    expect([stateOf(desk, 'intake'), pathOf(desk)]).toEqual(['received', 'triage']);
  });
});

describe('T16: from a failed mediation to the market regulator', () => {
  it('carries the notice of termination and nothing that was said', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await papers(desk, 'limin', mediation, packet);
    const data = (c: Desk['file']) => ({
      kind: 'H6',
      to: 'yantaiMarketSupervision',
      channel: 'trademarkEnforcement',
      partiesConsent: true,
      items: itemIds(c, 'enforcementComplaint', 'identityDocument'),
    });
    await desk.gives('limin', 'prepareHandoff', mediation, data);
    const missing = await desk.refuses('packet-incomplete', 'limin', 'offerHandoff', handoff);
    expect(missing.text.zh).toContain('调解终结书');
    await desk.gives('limin', 'discardHandoff', handoff);
    await sentToRegulator(desk, mediation, [['terminationNotice', 'organisationFile']]);
    await desk.gives('officer', 'receiveHandoff', handoff);
    await desk.gives('officer', 'acceptHandoff', handoff);
    expect([stateOf(desk, 'trademarkEnforcement'), pathOf(desk)]).toEqual(['verifying', 'beforeAuthority']);
  });
});

describe('T26 and T27: to the police and back', () => {
  it('leave one administrative case and one criminal one, whatever becomes of the second', async () => {
    const desk = await withPolice();
    expect(Object.values(desk.file.handoffs)[0]).toMatchObject({ kind: 'H7', route: 'T26' });
    const refused = { reason: 'noCrime', explanation: '无犯罪事实' };
    await desk.gives('officer', 'declineCriminalCase', referral, refused, { evidence: '不予立案通知书' });
    expect(Object.values(desk.file.proceedings).map(({ channel }) => channel)).toEqual([
      'intake',
      'trademarkEnforcement',
      'criminalReferral',
    ]);
  });

  it('let no second enforcement case be opened over the same matter meanwhile', async () => {
    const desk = await filed();
    await desk.refuses('exclusive-proceeding-open', 'officer', 'routeHere', intake, {
      channel: 'trademarkEnforcement',
    });
    const transfer = { kind: 'H7', to: 'yantaiPublicSecurity' };
    await desk.refuses('no-such-route', 'officer', 'prepareHandoff', intake, transfer);
  });
});

describe('T35: from the court to the police', () => {
  it('passes the clues on beside the suit, which goes on', async () => {
    const desk = await registered();
    await papers(desk, 'liu', suit, [['transferLetter', 'organisationFile']]);
    const before = stateOf(desk, 'litigation');
    const data = (c: Desk['file']) => ({
      kind: 'H21',
      to: 'yantaiPublicSecurity',
      items: itemIds(c, 'transferLetter'),
    });
    await desk.gives('liu', 'prepareHandoff', suit, data);
    expect(Object.values(desk.file.handoffs).at(-1)!.route).toBe('T35');
    await desk.gives('liu', 'offerHandoff', handoff);
    await desk.gives('liu', 'receiveHandoff', handoff, {}, { evidence: '回执' });
    expect([stateOf(desk, 'criminalReferral'), stateOf(desk, 'litigation'), pathOf(desk)]).toEqual([
      'received',
      before,
      'inCourt',
    ]);
    expect(proceedingOf(desk.file, 'criminalReferral').organisation).toBe('yantaiPublicSecurity');
  });
});

describe('T22 and T23: a suit over a ruling, and its enforcement', () => {
  const court = proceeding('enforcement');
  const sued = () => suedOverRuling();

  it('opens the suit beside the ruling, whose orders stand and may be enforced meanwhile', async () => {
    const desk = await sued();
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'administrativeLitigation'), pathOf(desk)]).toEqual([
      'challenged',
      'received',
      'beforeAuthority',
    ]);
    await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party: partyId(desk.file, 'respondent') });
    desk.at('2026-11-10T10:00');
    await sentToCourt(desk, 'zhifuCourt', ['ruling-under-suit']);
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual([
      'challenged',
      'applied',
      'inEnforcement',
    ]);
  });

  it('opens the enforcement over the ruling as its own title, without any doubt about one', async () => {
    const desk = await broughtToCourt(await inEffect());
    expect(Object.values(desk.file.handoffs).at(-1)!.route).toBe('T23');
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual([
      'effective',
      'applied',
      'inEnforcement',
    ]);
    const number = '（2026）鲁0602行审8号';
    await desk.gives('enforcer', 'acceptEnforcement', court, (c) => ({ number, creditor: partyId(c, 'claimant') }));
  });

  it('ends the enforcement when the ruling is annulled, and leaves the matter open', async () => {
    const desk = await broughtToCourt(await inEffect());
    await desk.gives('adjudicator', 'reviseRuling', ruling, { revision: 'annulled', invalidatedOn: '2026-10-19' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['terminated', 'unresolved']);
  });

  it('ends it when the ruling is revoked too, and the department has the matter again', async () => {
    const desk = await sued();
    await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party: partyId(desk.file, 'respondent') });
    desk.at('2026-11-10T10:00');
    await sentToCourt(desk, 'zhifuCourt', ['ruling-under-suit']);
    await desk.gives('adjudicator', 'recordChallengeResult', ruling, { result: 'revoked' });
    expect([stateOf(desk, 'enforcement'), stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual([
      'terminated',
      'filed',
      'beforeAuthority',
    ]);
  });

  it('is doubted before a ruling found infringement: there is no title yet', async () => {
    const desk = await defended();
    const data = { kind: 'H12', to: 'zhifuCourt' };
    const answer = await desk.refuses('acknowledge-warnings', 'adjudicator', 'prepareHandoff', ruling, data);
    expect(answer.warnings.map(({ code }) => code)).toEqual(['no-title-on-record']);
  });
});

describe('T25: damages mediated beside enforcement', () => {
  const bothAsk = (c: Desk['file']) => ({ askedBy: Object.keys(c.parties) });

  it('opens a mediation at the same regulator when both sides ask, and not when one does', async () => {
    const desk = await filed();
    const one = { askedBy: [partyId(desk.file, 'claimant')] };
    await desk.refuses('field-invalid', 'officer', 'openDamagesMediation', penalty, one);
    await desk.gives('officer', 'openDamagesMediation', penalty, bothAsk);
    expect(proceedingOf(desk.file, 'generalAdminMediation').organisation).toBe('yantaiMarketSupervision');
    expect([stateOf(desk, 'generalAdminMediation'), stateOf(desk, 'trademarkEnforcement')]).toEqual([
      'requested',
      'investigating',
    ]);
    expect(dueOfClock(desk, 'tm.penalty.decide')).toBe('2026-12-02');
  });

  it('is with the regulator again when it brings nothing, for its case goes on', async () => {
    const desk = await filed();
    await desk.gives('officer', 'openDamagesMediation', penalty, bothAsk);
    expect(pathOf(desk)).toBe('inMediation');
    await desk.gives('regulator', 'refuseAdminMediation', general, { reason: 'refused' });
    expect([stateOf(desk, 'generalAdminMediation'), stateOf(desk, 'trademarkEnforcement'), pathOf(desk)]).toEqual([
      'declined',
      'investigating',
      'beforeAuthority',
    ]);
  });
});

describe('T38: infringed again after a ruling', () => {
  async function repeated(desk: Desk) {
    const [party] = respondentIds(desk);
    await desk.gives('adjudicator', 'recordRepeatInfringement', ruling, { party }, { at: '2026-12-01T10:00' });
    await desk.gives('adjudicator', 'openRepeatCase', matter(0));
    return desk;
  }

  it('opens a penalty case at the department, one at a time, and the ruling stands', async () => {
    const desk = await repeated(await inEffect());
    expect(proceedingOf(desk.file, 'trademarkEnforcement').organisation).toBe('yantaiPatentDepartment');
    expect([stateOf(desk, 'trademarkEnforcement'), stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual([
      'verifying',
      'effective',
      'beforeAuthority',
    ]);
    await desk.refuses('exclusive-proceeding-open', 'adjudicator', 'openRepeatCase', matter(0));
  });

  it('leaves the matter with the ruling when the case is not filed', async () => {
    const desk = await repeated(await inEffect());
    const declined = { reason: 'notCompetent', routesTold: '可以请求行政裁决或起诉' };
    await desk.gives('adjudicator', 'declineEnforcementCase', penalty, declined);
    expect([stateOf(desk, 'trademarkEnforcement'), pathOf(desk)]).toEqual(['notFiled', 'beforeAuthority']);
  });

  it('takes up a matter whose ruling was closed, and ends it again', async () => {
    const desk = await inEffect();
    await desk.gives('adjudicator', 'publishRuling', ruling, { redacted: true });
    await desk.gives('adjudicator', 'closeRuling', ruling, {});
    expect(pathOf(desk)).toBe('over');
    await repeated(desk);
    expect(pathOf(desk)).toBe('beforeAuthority');
    const declined = { reason: 'notCompetent', routesTold: '可以请求行政裁决或起诉' };
    await desk.gives('adjudicator', 'declineEnforcementCase', penalty, declined);
    expect(pathOf(desk)).toBe('over');
  });
});

describe('T26: a crime suspected during a ruling', () => {
  it('has its times beside the ruling: the head decides, then it is handed over', async () => {
    const desk = await defended();
    desk.at('2026-09-14T10:00');
    const report = { crime: 'fakePatent', officers: 2, grounds: '假冒他人专利，情节严重。' };
    await desk.gives('adjudicator', 'reportSuspectedCrime', ruling, report);
    expect(dueOfClock(desk, 'crim.approve')).toBe('2026-09-17');
    await desk.gives('adjudicator', 'decideTransfer', ruling, { approved: true }, { at: '2026-09-15T10:20' });
    expect([clocksBy(desk, 'crim.approve').length, dueOfClock(desk, 'crim.transfer')]).toEqual([0, '2026-09-16T11:00']);
    for (const document of transferPapers)
      await desk.gives('adjudicator', 'addItem', ruling, {
        document,
        title: document,
        class: 'organisationFile',
        pages: 2,
      });
    const packet = (c: Desk['file']) => ({
      kind: 'H7',
      to: 'yantaiPublicSecurity',
      items: itemIds(c, ...transferPapers),
    });
    await desk.gives('adjudicator', 'prepareHandoff', ruling, packet);
    await desk.gives('adjudicator', 'offerHandoff', handoff);
    await desk.gives('adjudicator', 'receiveHandoff', handoff, {}, { evidence: '回执', at: '2026-09-15T15:00' });
    expect(clocksBy(desk, 'crim.transfer')).toEqual([]);
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'criminalReferral')]).toEqual(['filed', 'received']);
    await desk.gives('adjudicator', 'askForPapers', referral, { papers: '检验报告' }, { evidence: '补正通知' });
    expect(clocksBy(desk, 'crim.supplement.give')).toHaveLength(2);
  });
});
