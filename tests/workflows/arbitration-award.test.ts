import { describe, expect, it } from 'vitest';
import { dueByRule, limitationOf, ruleInForce } from '../../workflows/index.ts';
import { type Desk, openDesk, town } from '../support/desk.ts';
import {
  arbitration,
  awarded,
  awardServed,
  clearClause,
  heard,
  requested,
  tribunalSits,
} from '../support/desk-arbitration.ts';
import {
  clocksBy,
  dueOfClock,
  matter,
  matterId,
  partyId,
  pathOf,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

/** An award made early in 2026, under the law before 2026-03-01. */
async function earlyAward(): Promise<Desk> {
  const desk = await requested(openDesk({ at: '2026-01-05T09:00' }));
  await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, clearClause);
  await desk.gives('arbitrator', 'acceptArbitration', arbitration, { number: '1号' });
  const tribunal = { arbitrators: 'one', names: '甲', chosenBy: 'parties', disclosed: true };
  await desk.gives('arbitrator', 'appointTribunal', arbitration, tribunal);
  await desk.gives(
    'arbitrator',
    'makeAward',
    arbitration,
    { kind: 'award', result: 'upheld' },
    { at: '2026-02-10T10:00' },
  );
  return desk;
}
const toClaimant = (desk: Desk, law?: string) => ({
  party: partyId(desk.file, 'claimant'),
  ...(law === undefined ? {} : { law }),
});

describe('an award', () => {
  it('is in force from its day: the matter has a title, and two years to enforce it run from performance', async () => {
    const desk = await awarded();
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['awarded', 'decided']);
    expect(dueOfClock(desk, 'enf.apply')).toBe('2028-10-31');
  });

  it('that dismisses the claim ends the matter and leaves nothing to enforce', async () => {
    const desk = await awarded(openDesk(), { result: 'dismissed' });
    expect([pathOf(desk), clocksBy(desk, 'enf.apply')]).toEqual(['over', []]);
  });

  it('on agreed terms dismisses nothing', async () => {
    const desk = await heard();
    const data = { kind: 'consentAward', result: 'dismissed' };
    await desk.refuses('consent-award-dismisses-nothing', 'arbitrator', 'makeAward', arbitration, data);
    await desk.gives('arbitrator', 'makeAward', arbitration, { kind: 'consentAward', result: 'upheld' });
    expect(Object.values(proceedingOf(desk.file, 'arbitration').outcomes)).toEqual(['consentAward']);
  });

  it('lets each party ask for a correction and for setting aside from the day it received it', async () => {
    const desk = await awardServed();
    expect(clocksBy(desk, 'arb.correct').map(({ due }) => due)).toEqual(['2026-11-16', '2026-11-16']);
    expect(clocksBy(desk, 'arb.setaside').map(({ due }) => due)).toEqual(['2027-01-15', '2027-01-15']);
    expect(clocksBy(desk, 'arb.setaside.old')).toEqual([]);
  });

  it('cannot be served before it was made', async () => {
    const desk = await heard();
    await desk.refuses('award-not-made', 'arbitrator', 'recordAwardService', arbitration, toClaimant(desk));
  });

  it('that is performed without enforcement ends the matter as performed', async () => {
    const desk = await awardServed();
    await desk.gives('arbitrator', 'recordAwardPerformed', arbitration, {}, { at: '2026-10-30T10:00' });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['performed', 'over']);
    expect(Object.values(desk.file.matters)[0]!.outcome).toBe('performed');
  });

  it('over part of the matters decides that part, and the tribunal goes on with the rest', async () => {
    const desk = await requested(openDesk(), 2);
    await desk.gives('arbitrator', 'splitMatter', theCase, (c) => ({
      matter: matterId(c, 0),
      respondents: [partyId(c, 'respondent', 1)],
      reason: '分别裁决',
    }));
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, clearClause);
    await desk.gives('arbitrator', 'acceptArbitration', arbitration, { number: '1号' });
    const tribunal = { arbitrators: 'one', names: '甲', chosenBy: 'parties', disclosed: true };
    await desk.gives('arbitrator', 'appointTribunal', arbitration, tribunal);
    const all = { matters: Object.keys(desk.file.matters) };
    await desk.refuses('partial-award-decides-part', 'arbitrator', 'makePartialAward', arbitration, all);
    await desk.gives('arbitrator', 'makePartialAward', arbitration, { matters: [matterId(desk.file, 0)] });
    expect([pathOf(desk, 0), pathOf(desk, 1), stateOf(desk, 'arbitration')]).toEqual([
      'decided',
      'inArbitration',
      'tribunalFormed',
    ]);
  });

  it('lets limitation run again from its day', async () => {
    const desk = await awarded();
    const ledger = limitationOf(desk.file, matterId(desk.file, 0), desk.calendar, town, '2026-12-31');
    expect(ledger.interruptions.map(({ kind }) => kind)).toContain('suit');
    expect(ledger.runsFrom).toBe('2026-10-12');
  });
});

describe('an award received on 2026-02-20: six months or three (edge case 32)', () => {
  it('asks the officer to choose the law, and says why', async () => {
    const desk = await earlyAward();
    desk.at('2026-02-20T10:00');
    const answer = await desk.refuses(
      'law-in-time-to-choose',
      'arbitrator',
      'recordAwardService',
      arbitration,
      toClaimant(desk),
    );
    expect(answer.text.zh).toContain('待核实');
    expect(answer.field).toBe('law');
  });

  it('records the choice of the former law, and the shorter time runs beside it with a mark', async () => {
    const desk = await earlyAward();
    desk.at('2026-02-20T10:00');
    await desk.gives('arbitrator', 'recordAwardService', arbitration, toClaimant(desk, 'former'));
    expect(clocksBy(desk, 'arb.setaside')).toMatchObject([{ due: '2026-05-20', oldLawToConfirm: true }]);
    expect(clocksBy(desk, 'arb.setaside.old')).toMatchObject([{ due: '2026-08-20', oldLawToConfirm: false }]);
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'recordAwardService');
    expect(fact?.values.law).toBe('former');
  });

  it('warns of an application after the shorter time, and leaves it to the court', async () => {
    const desk = await earlyAward();
    desk.at('2026-02-20T10:00');
    await desk.gives('arbitrator', 'recordAwardService', arbitration, toClaimant(desk, 'former'));
    const late = { ...toClaimant(desk), ground: 'outsideScope', filedOn: '2026-06-10' };
    await desk.refuses('acknowledge-warnings', 'arbitrator', 'applyToSetAside', arbitration, late, {
      at: '2026-06-12T10:00',
    });
    await desk.gives('arbitrator', 'applyToSetAside', arbitration, late, { acknowledged: ['set-aside-late'] });
    expect(stateOf(desk, 'arbitration')).toBe('setAsidePending');
  });

  it('leaves nothing to choose when the former term ended before the new law, or the award came after it', async () => {
    const desk = await earlyAward();
    desk.at('2026-03-02T10:00');
    await desk.gives('arbitrator', 'recordAwardService', arbitration, toClaimant(desk));
    expect(clocksBy(desk, 'arb.setaside')).toMatchObject([{ due: '2026-06-02', oldLawToConfirm: false }]);
    expect(dueByRule('arb.setaside.old', '2025-08-20', desk.calendar).due).toBe('2026-02-24');
  });

  it('cites the former law for what was filed and received under it', () => {
    expect(ruleInForce('arb.accept', '2026-02-28').rule.basis).toEqual([{ instrument: 'AL17', article: '第二十四条' }]);
    expect(ruleInForce('arb.accept', '2026-03-01').rule.basis).toEqual([{ instrument: 'AL25', article: '第三十五条' }]);
  });
});

describe('mediation in arbitration', () => {
  it('ends in a document that is in effect when both sides have signed for it', async () => {
    const desk = await heard();
    await desk.gives('arbitrator', 'openArbitralMediation', arbitration, (c) => ({ agreedBy: Object.keys(c.parties) }));
    await desk.gives('arbitrator', 'issueArbitralMediationDocument', arbitration, { performanceDueOn: '2026-12-31' });
    const sign = (party: string) =>
      desk.gives('arbitrator', 'recordArbitralDocumentReceipt', arbitration, { party, answer: 'signed' });
    await sign(partyId(desk.file, 'claimant'));
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['documentIssued', 'inArbitration']);
    await sign(partyId(desk.file, 'respondent'));
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['documentEffective', 'decided']);
    // 31 December 2028 is a Sunday, the day after is New Year.
    expect(dueOfClock(desk, 'enf.apply')).toBe('2029-01-02');
  });

  it('goes back to the hearing when one side goes back on it before signing', async () => {
    const desk = await heard();
    await desk.gives('arbitrator', 'openArbitralMediation', arbitration, (c) => ({ agreedBy: Object.keys(c.parties) }));
    await desk.gives('arbitrator', 'issueArbitralMediationDocument', arbitration);
    const refused = { party: partyId(desk.file, 'respondent'), answer: 'refused' };
    await desk.gives('arbitrator', 'recordArbitralDocumentReceipt', arbitration, refused);
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['inHearing', 'inArbitration']);
  });

  it('that fails leads back to where the tribunal stood', async () => {
    const desk = await tribunalSits();
    await desk.gives('arbitrator', 'openArbitralMediation', arbitration, (c) => ({ agreedBy: Object.keys(c.parties) }));
    await desk.gives('arbitrator', 'endArbitralMediation', arbitration);
    expect(stateOf(desk, 'arbitration')).toBe('tribunalFormed');
  });
});

describe('setting an award aside', () => {
  const application = (desk: Desk, ground = 'outsideScope') => ({
    party: partyId(desk.file, 'respondent'),
    ground,
    filedOn: '2026-11-02',
  });
  async function pending(): Promise<Desk> {
    const desk = await awardServed();
    desk.at('2026-11-05T10:00');
    await desk.gives('arbitrator', 'applyToSetAside', arbitration, application(desk));
    return desk;
  }

  it('is examined in two months, and leaves the award standing when it is rejected', async () => {
    const desk = await pending();
    expect(dueOfClock(desk, 'arb.setaside.rule')).toBe('2027-01-05');
    await desk.gives('arbitrator', 'decideSetAside', arbitration, { review: 'rejected' }, { at: '2026-12-10T10:00' });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['awarded', 'decided']);
  });

  it('opens the matter again: a new agreement to arbitrate, or a suit (edge case 33, T31)', async () => {
    const desk = await pending();
    await desk.refuses('not-open-to-arbitration', 'arbitrator', 'arbitrateAgain', matter(0));
    await desk.gives('arbitrator', 'decideSetAside', arbitration, { review: 'setAside' }, { at: '2026-12-10T10:00' });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['setAside', 'unresolved']);
    await desk.gives('arbitrator', 'prepareHandoff', arbitration, { kind: 'H16', to: 'zhifuCourt' });
    expect(Object.values(desk.file.handoffs)[0]!.route).toBe('T31');
    await desk.gives('arbitrator', 'arbitrateAgain', matter(0));
    await desk.refuses('no-arbitration-agreement', 'arbitrator', 'acceptArbitration', arbitration, { number: '2号' });
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, {
      ...clearClause,
      kind: 'submission',
      concludedOn: '2026-12-09',
    });
    await desk.gives('arbitrator', 'acceptArbitration', arbitration, { number: '2号' });
    expect(pathOf(desk)).toBe('inArbitration');
  });

  it('stops while the tribunal is asked to arbitrate anew, ends when it begins, and goes on when it refuses', async () => {
    const desk = await pending();
    const remitted = { review: 'remitted', until: '2026-12-31' };
    await desk.refuses('remission-needs-its-day', 'arbitrator', 'decideSetAside', arbitration, { review: 'remitted' });
    await desk.gives('arbitrator', 'decideSetAside', arbitration, remitted, { at: '2026-11-25T10:00' });
    expect(dueOfClock(desk, 'arb.remit')).toBe('2026-12-31');
    await desk.gives('arbitrator', 'refuseReArbitration', arbitration, {}, { at: '2026-12-05T10:00' });
    expect(dueOfClock(desk, 'arb.setaside.rule')).toBe('2027-01-15');
    await desk.gives('arbitrator', 'decideSetAside', arbitration, remitted, { at: '2026-12-07T10:00' });
    await desk.gives('arbitrator', 'beginReArbitration', arbitration, {}, { at: '2026-12-10T10:00' });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['inHearing', 'inArbitration']);
    await desk.gives(
      'arbitrator',
      'makeAward',
      arbitration,
      { kind: 'award', result: 'inPart' },
      { at: '2026-12-20T10:00' },
    );
    expect(pathOf(desk)).toBe('decided');
  });

  it('asks other grounds of a foreign-related award (AL25 83)', async () => {
    const home = await awardServed();
    const abroad = await awardServed(openDesk({ caseId: 'abroad' }), { foreignRelated: true });
    home.at('2026-11-05T10:00');
    abroad.at('2026-11-05T10:00');
    await home.refuses('not-a-choice', 'arbitrator', 'applyToSetAside', arbitration, application(home, 'againstRules'));
    await abroad.refuses(
      'not-a-choice',
      'arbitrator',
      'applyToSetAside',
      arbitration,
      application(abroad, 'forgedEvidence'),
    );
    await abroad.gives('arbitrator', 'applyToSetAside', arbitration, application(abroad, 'againstRules'));
  });
});
