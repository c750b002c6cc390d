/** What a mediation for a court brings back, with its report, and referrals of courts that are not on the system. */
import { describe, expect, it } from 'vitest';
import { referralOf } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import {
  agreedOnline,
  broughtBack,
  delegated,
  entrusted,
  failedAndBack,
  mediation,
  numberOf,
  papers,
  report,
  sitting,
  suit,
} from '../support/desk-court.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

describe('what a delegated mediation brings back', () => {
  it('agreed: the inviting court may confirm, and no suit is registered', async () => {
    const desk = await agreedOnline(await delegated());
    expect(pathOf(desk)).toBe('settled');
    await broughtBack(desk, 'H2', '2026-09-14T09:00');
    expect(stateOf(desk, 'litigation')).toBe('settledBeforeFiling');
    const filing = {
      kind: 'H4',
      to: 'zhifuCourt',
      agreement: Object.keys(proceedingOf(desk.file, 'courtAnnexedMediation').agreements)[0],
    };
    await desk.gives('sun', 'prepareHandoff', mediation, filing);
    expect(Object.values(desk.file.handoffs).at(-1)?.kind).toBe('H4');
  });

  it('failed: seven days to register run from the day the papers came back, and refusing warns', async () => {
    const desk = await failedAndBack(await delegated());
    expect(stateOf(desk, 'litigation')).toBe('received');
    expect(pathOf(desk)).toBe('inCourt');
    expect(dueOfClock(desk, 'lit.register')).toBe('2026-09-21');
    const refusal = await desk.refuses('acknowledge-warnings', 'liu', 'refuseSuit', suit, {
      reason: 'noDirectInterest',
    });
    expect(refusal.warnings.map(({ code }) => code)).toContain('registration-owed-after-delegation');
    await desk.gives('liu', 'registerSuit', suit, { number: '（2026）鲁0602民初500号', procedure: 'ordinary' });
  });
});

describe('what an entrusted mediation brings back', () => {
  it('agreed: the suit reviews it, no window for confirmation opens, and a filing for confirmation warns', async () => {
    const desk = await agreedOnline(await entrusted());
    expect(pathOf(desk)).toBe('inCourt');
    expect(clocksBy(desk, 'conf.apply')).toEqual([]);
    const filing = {
      kind: 'H4',
      to: 'zhifuCourt',
      agreement: Object.keys(proceedingOf(desk.file, 'courtAnnexedMediation').agreements)[0],
    };
    const refusal = await desk.refuses('acknowledge-warnings', 'sun', 'prepareHandoff', mediation, filing);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['entrusted-agreement-not-confirmed']);
    await broughtBack(desk, 'H2', '2026-09-14T09:00');
    expect(stateOf(desk, 'litigation')).toBe('agreementUnderReview');
  });

  it('failed: the trial goes on where it stood', async () => {
    const desk = await failedAndBack(await entrusted());
    expect(stateOf(desk, 'litigation')).toBe('registered');
    expect(pathOf(desk)).toBe('inCourt');
    expect(clocksBy(desk, 'lit.register')).toEqual([]);
  });

  it('after an agreed extension: the extended days are no part of the trial term', async () => {
    const desk = await sitting(await entrusted());
    const before = dueOfClock(desk, 'lit.ordinary');
    expect(before).toBe('2027-03-03');
    await desk.gives('sun', 'extendMediation', mediation, (c) => ({ days: 30, agreedBy: Object.keys(c.parties) }));
    desk.at('2026-10-12T09:00');
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await broughtBack(desk, 'H3', '2026-10-12T15:00');
    // 23 September to 12 October, the day it came back not counted: nineteen days.
    expect(dueOfClock(desk, 'lit.ordinary')).toBe('2027-03-22');
  });
});

describe('the report to the court', () => {
  it('must be in the return of a failed mediation, with its four contents', async () => {
    const desk = await sitting(await entrusted());
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await papers(desk, 'limin', mediation, [
      ['terminationNotice', 'organisationFile'],
      ['complaint', 'partyFile'],
    ]);
    const handed = (c: Parameters<typeof itemIds>[0]) => ({
      kind: 'H3',
      to: 'zhifuCourt',
      partiesConsent: true,
      items: Object.values(c.items)
        .filter((item) => item.proceeding === mediation(c).id)
        .map((item) => item.id),
    });
    await desk.gives('sun', 'prepareHandoff', mediation, handed);
    const missing = await desk.refuses('packet-incomplete', 'sun', 'offerHandoff', handoff);
    expect(missing.text.zh).toContain('调解情况书面报告');
    const loose = { document: 'mediationReport', title: '报告', class: 'processReport', pages: 1 };
    await desk.refuses('report-needs-its-contents', 'sun', 'addItem', mediation, loose);
    await desk.refuses('field-missing', 'sun', 'fileCourtReport', mediation, { ...report, whyNotAgreed: null });
    await desk.refuses('report-not-checked', 'sun', 'fileCourtReport', mediation, { ...report, clean: false });
    await desk.gives('sun', 'fileCourtReport', mediation, report);
    const item = Object.values(desk.file.items).find((one) => one.document === 'mediationReport');
    expect(item?.class).toBe('processReport');
  });

  it('keeps the record of the mediation inside, whatever class somebody tries', async () => {
    const desk = await sitting(await entrusted());
    const record = { document: 'mediationRecord', title: '笔录', pages: 3 };
    await desk.refuses('process-paper-stays-inside', 'sun', 'addItem', mediation, {
      ...record,
      class: 'organisationFile',
    });
    await desk.gives('sun', 'addItem', mediation, { ...record, class: 'processPrivate' });
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    const refusal = await desk.refuses('protected-item', 'sun', 'prepareHandoff', mediation, (c) => ({
      kind: 'H3',
      to: 'zhifuCourt',
      partiesConsent: true,
      items: itemIds(c, 'mediationRecord'),
    }));
    expect(refusal.text.zh).toContain('不得移送');
  });
});

describe('the file of a referred mediation', () => {
  it('is not closed before the court has everything', async () => {
    const desk = await sitting(await entrusted());
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await desk.refuses('court-not-told', 'limin', 'closeMediation', mediation);
    await broughtBack(desk, 'H3', '2026-09-14T15:00');
    await desk.gives('limin', 'closeMediation', mediation);
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('closed');
  });

  it("of people's mediation is returned to no court, for none referred it", async () => {
    const desk = openDesk();
    await desk.gives('limin', 'openCase', theCase, {
      claimant: { name: '甲', telephone: '13800000001' },
      summary: '一句话',
    });
    await desk.gives('limin', 'routeHere', proceeding('intake'), { channel: 'peopleMediation' });
    const h3 = { kind: 'H3', to: 'zhifuCourt' };
    await desk.refuses('not-referred-by-this-court', 'limin', 'prepareHandoff', proceeding('peopleMediation'), h3);
  });
});

describe('a referral of a court that is not on the system', () => {
  it("comes in at the committee's own door and is acknowledged from the court's letter", async () => {
    const desk = openDesk();
    await desk.gives('limin', 'openCase', theCase, {
      claimant: { name: '甲公司', telephone: '13800000001' },
      summary: '莱山法院委托调解的商标纠纷',
      source: 'courtReferral',
      respondents: [{ who: { name: '乙商行', telephone: '13800000002' } }],
    });
    await desk.gives('limin', 'routeHere', proceeding('intake'), { channel: 'courtAnnexedMediation' });
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('referred');
    await desk.gives('limin', 'acknowledgeReferral', mediation, {
      court: 'laishanCourt',
      procedure: 'summary',
      number: '（2026）鲁0613民初9号',
    });
    expect(referralOf(desk.file, mediation(desk.file).id)?.mode).toBe('entrusted');
    expect(dueOfClock(desk, 'med.entrusted.summary')).toBe('2026-09-08');
    expect(numberOf(desk, 'courtAnnexedMediation')).toBe('（2026）鲁0613民初9号');
  });

  it('goes back to a suit that stands registered there already, under its number', async () => {
    const desk = openDesk();
    await desk.gives('limin', 'openCase', theCase, {
      claimant: { name: '甲公司', telephone: '13800000001' },
      summary: '莱山法院委托调解的商标纠纷',
      source: 'courtReferral',
      respondents: [{ who: { name: '乙商行', telephone: '13800000002' } }],
    });
    await desk.gives('limin', 'routeHere', proceeding('intake'), { channel: 'courtAnnexedMediation' });
    const number = '（2026）鲁0613民初9号';
    const letter = { court: 'laishanCourt', procedure: 'summary', number };
    await desk.gives('limin', 'acknowledgeReferral', mediation, letter);
    await sitting(desk);
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await desk.gives('sun', 'fileCourtReport', mediation, report);
    await papers(desk, 'limin', mediation, [
      ['terminationNotice', 'organisationFile'],
      ['complaint', 'partyFile'],
    ]);
    await desk.gives('sun', 'prepareHandoff', mediation, (c) => ({
      kind: 'H3',
      to: 'laishanCourt',
      partiesConsent: true,
      items: Object.keys(c.items),
    }));
    await desk.gives('sun', 'offerHandoff', handoff);
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { evidence: '送达回证', at: '2026-09-14T15:00' });
    expect([stateOf(desk, 'litigation'), numberOf(desk, 'litigation')]).toEqual(['registered', number]);
    // When it was registered only the court knows: neither seven days to register nor a trial term run from the return.
    expect([clocksBy(desk, 'lit.register'), clocksBy(desk, 'lit.summary')]).toEqual([[], []]);
    expect(pathOf(desk)).toBe('inCourt');
  });

  it('is declined with a reason, and the matter is open again', async () => {
    const desk = openDesk();
    await desk.gives('limin', 'openCase', theCase, {
      claimant: { name: '甲', telephone: '13800000001' },
      summary: '一句话',
    });
    await desk.gives('limin', 'routeHere', proceeding('intake'), { channel: 'courtAnnexedMediation' });
    await desk.gives('limin', 'declineReferral', mediation, { reason: 'beyondExpertise', explanation: '技术领域不符' });
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('declined');
    expect(pathOf(desk)).toBe('unresolved');
  });
});
