/** The routes into and out of administrative enforcement and criminal referral, each travelled. */
import { describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { registered } from '../support/desk-court.ts';
import { filed, referral, withPolice } from '../support/desk-penalty.ts';
import { inSession, openedCase } from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
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
  by: 'limin' | 'liu',
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
