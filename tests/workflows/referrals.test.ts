/** What the registers of the court and of the mediation organisation say of a referral, from sending to return. */
import { describe, expect, it } from 'vitest';
import { derive, type Referral, referralsOf } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import {
  agreedOnline,
  broughtBack,
  chosen,
  complained,
  delegated,
  entrusted,
  failedAndBack,
  mediation,
  papers,
  referralSent,
  registered,
  sitting,
  suit,
} from '../support/desk-court.ts';
import { handoff, itemIds, proceeding, theCase } from '../support/desk-words.ts';

const only = (desk: Desk): Referral => {
  const [referral, ...more] = referralsOf(desk.file, desk.calendar);
  expect(more).toEqual([]);
  if (referral === undefined) throw new Error('no referral');
  return referral;
};

const registersOf = (desk: Desk) =>
  derive(desk.file, desk.calendar, desk.reference)
    .referrals.map(({ organisation }) => organisation)
    .toSorted();

const sent = async () => referralSent(await chosen(await registered()), 'entrustmentLetter');

describe('a referral that is only drafted', () => {
  it('stands in no register', async () => {
    const desk = await chosen(await registered());
    await papers(desk, 'liu', suit, [['complaint', 'partyFile']]);
    await desk.gives('liu', 'prepareHandoff', suit, (c) => ({
      kind: 'H1',
      to: 'yantaiMediationCommittee',
      partiesConsent: true,
      items: itemIds(c, 'complaint'),
    }));
    expect(referralsOf(desk.file, desk.calendar)).toEqual([]);
    expect(registersOf(desk)).toEqual([]);
  });
});

describe('a referral that was sent', () => {
  it('waits, under the court’s number, in the registers of both', async () => {
    const desk = await sent();
    expect(only(desk)).toMatchObject({
      court: 'zhifuCourt',
      organisation: 'yantaiMediationCommittee',
      mode: 'entrusted',
      numbers: ['（2026）鲁0602民初456号'],
      sentOn: '2026-09-03',
      receivedOn: null,
      acknowledgeBy: null,
      stage: 'sent',
      open: true,
    });
    expect(registersOf(desk)).toEqual(['yantaiMediationCommittee', 'zhifuCourt']);
  });

  it('has three working days to be acknowledged from receipt, over the weekend', async () => {
    const desk = await sent();
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    expect(only(desk)).toMatchObject({
      stage: 'received',
      receivedOn: '2026-09-04',
      acknowledgeBy: { from: '2026-09-04', due: '2026-09-09', rule: 'online.org_confirm' },
      acknowledgedOn: null,
    });
  });

  it('taken back by the court leaves the organisation’s register', async () => {
    const desk = await sent();
    await desk.gives('liu', 'recallHandoff', handoff, { reason: '另行指定' });
    expect(only(desk)).toMatchObject({ stage: 'recalled', open: false });
    expect(registersOf(desk)).toEqual(['zhifuCourt']);
  });

  it('that the organisation does not take is back with its reason', async () => {
    const desk = await sent();
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    const why = { reason: 'conflictOfInterest', explanation: '调解员均须回避。' };
    await desk.gives('limin', 'returnHandoff', handoff, why, { at: '2026-09-08T09:00' });
    expect(only(desk)).toMatchObject({
      stage: 'declined',
      declinedFor: 'conflictOfInterest',
      acknowledgedOn: '2026-09-08',
      returnedOn: '2026-09-08',
      open: false,
    });
  });

  it('sent once more after that is a second row', async () => {
    const desk = await sent();
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    await desk.gives('limin', 'returnHandoff', handoff, { reason: 'outsideScope', explanation: '不在受理范围。' });
    await desk.gives('liu', 'prepareHandoff', suit, (c) => ({
      kind: 'H1',
      to: 'yantaiMediationCommittee',
      partiesConsent: true,
      items: itemIds(c, 'entrustmentLetter', 'complaint', 'consentRecord'),
    }));
    await desk.gives('liu', 'offerHandoff', handoff);
    expect(referralsOf(desk.file, desk.calendar).map(({ stage }) => stage)).toEqual(['declined', 'sent']);
  });
});

describe('a referral that was taken', () => {
  it('has the term of its mode and procedure', async () => {
    expect(only(await entrusted()).term).toMatchObject({ rule: 'med.entrusted.ordinary', due: '2026-09-22' });
    expect(only(await entrusted(undefined, 'summary')).term).toMatchObject({ due: '2026-09-14' });
    const early = only(await delegated());
    expect(early).toMatchObject({ mode: 'delegated', numbers: ['（2026）鲁0602诉前调77号'] });
    expect(early.term).toMatchObject({ rule: 'med.delegated.term', due: '2026-10-08' });
  });

  it('and failed is open until the court has it back, with the reason of the end', async () => {
    const desk = await sitting(await entrusted());
    desk.at('2026-09-14T10:00');
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    expect(only(desk)).toMatchObject({ stage: 'failed', endReason: 'tooFarApart', open: true, returnedOn: null });
    await broughtBack(desk, 'H3', '2026-09-15T15:00');
    const referral = only(desk);
    expect(referral).toMatchObject({ stage: 'failed', open: false, returnedOn: '2026-09-15' });
    expect(referral.back).toHaveLength(1);
    expect(referral.term).toMatchObject({ due: '2026-09-22' });
  });

  it('and agreed is over when the court has the report', async () => {
    const desk = await broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');
    expect(only(desk)).toMatchObject({ stage: 'agreed', endReason: null, open: false, returnedOn: '2026-09-14' });
  });

  it('keeps the pre-filing number beside the number it was registered under afterwards', async () => {
    const desk = await failedAndBack(await delegated());
    await desk.gives('liu', 'registerSuit', suit, { number: '（2026）鲁0602民初500号', procedure: 'ordinary' });
    expect(only(desk).numbers).toEqual(['（2026）鲁0602诉前调77号', '（2026）鲁0602民初500号']);
  });
});

describe('a referral that came on paper', () => {
  it('stands in the organisation’s register once it is acknowledged, and in the court’s once the court was told', async () => {
    const desk = openDesk();
    await desk.gives('limin', 'openCase', theCase, {
      claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
      summary: '法院委托调解。',
      respondents: [{ who: { kind: 'individualBusiness', name: '被告商行' } }],
      source: 'courtReferral',
      rightKind: 'trademark',
    });
    await desk.gives('limin', 'routeHere', proceeding('intake'), { channel: 'courtAnnexedMediation' });
    expect(referralsOf(desk.file, desk.calendar)).toEqual([]);
    const letter = { court: 'zhifuCourt', mode: 'entrusted', procedure: 'ordinary', number: '(2026)鲁0602民初9号' };
    await desk.gives('limin', 'acknowledgeReferral', mediation, letter);
    expect(only(desk)).toMatchObject({
      handoff: null,
      sentOn: null,
      acknowledgedOn: '2026-09-01',
      numbers: ['（2026）鲁0602民初9号'],
      stage: 'mediating',
    });
    expect(registersOf(desk)).toEqual(['yantaiMediationCommittee']);
  });

  it('is none when there was no court: a suit nobody referred stands in no register', async () => {
    expect(registersOf(await complained())).toEqual([]);
  });
});
