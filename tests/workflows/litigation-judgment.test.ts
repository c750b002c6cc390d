/** How a suit ends: the court's mediation document, a judgment with its appeals; and what happens beside it (CPL 100-182). */
import { describe, expect, it } from 'vitest';
import { appealTerms } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import {
  agreedOnline,
  broughtBack,
  complained,
  entrusted,
  failedAndBack,
  papers,
  registered,
  suit,
} from '../support/desk-court.ts';
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

const claimant = (desk: Desk) => partyId(desk.file, 'claimant');
const respondent = (desk: Desk, index = 0) => partyId(desk.file, 'respondent', index);

/** A judgment of 20 October 2026, served on nobody yet. */
async function judged(desk?: Desk): Promise<Desk> {
  const waiting = await registered(desk);
  waiting.at('2026-10-20T16:00');
  await waiting.gives('liu', 'recordJudgment', suit, {
    number: '（2026）鲁0602民初456号',
    result: 'inPart',
    judge: '审判长',
    performanceDueOn: '2026-12-31',
  });
  return waiting;
}

describe('an agreement that came back to the suit', () => {
  it("becomes the court's document, in effect when both have signed for it, and a title", async () => {
    const desk = await broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');
    await desk.gives('liu', 'issueMediationDocument', suit, { performanceDueOn: '2026-11-30' });
    await desk.gives('liu', 'recordDocumentReceipt', suit, { party: claimant(desk), answer: 'signed' });
    expect(stateOf(desk, 'litigation')).toBe('mediationDocumentIssued');
    await desk.gives(
      'liu',
      'recordDocumentReceipt',
      suit,
      { party: respondent(desk), answer: 'signed' },
      { at: '2026-09-16T09:00' },
    );
    expect(stateOf(desk, 'litigation')).toBe('courtMediated');
    expect(pathOf(desk)).toBe('over');
    expect(dueOfClock(desk, 'enf.apply')).toBe('2028-11-30');
    const effective = Object.values(desk.file.facts).find((fact) => fact.type === 'mediationDocumentEffective');
    expect(effective?.occurredOn).toBe('2026-09-16');
  });

  it('is nothing when a party goes back on it before signing: the court gives judgment', async () => {
    const desk = await broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');
    await desk.gives('liu', 'issueMediationDocument', suit);
    await desk.gives('liu', 'recordDocumentReceipt', suit, { party: claimant(desk), answer: 'signed' });
    await desk.gives('liu', 'recordDocumentReceipt', suit, { party: respondent(desk), answer: 'refused' });
    expect(stateOf(desk, 'litigation')).toBe('inTrial');
    expect(pathOf(desk)).toBe('inCourt');
  });

  it('closes the suit in another manner when nobody asks for a document, or ends it by withdrawal', async () => {
    const closed = await broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');
    await closed.gives('liu', 'closeByAgreement', suit);
    expect(stateOf(closed, 'litigation')).toBe('closed');
    expect(Object.values(closed.file.matters)[0]?.outcome).toBe('settledInSuit');
    const withdrawn = await broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');
    await withdrawn.gives('liu', 'withdrawSuit', suit, { how: 'allowed' });
    expect(stateOf(withdrawn, 'litigation')).toBe('withdrawn');
  });

  it('that the court does not accept lets the trial go on', async () => {
    const desk = await broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');
    await desk.gives('liu', 'rejectAgreement', suit, { reason: '疑似虚假调解' });
    expect(stateOf(desk, 'litigation')).toBe('registered');
  });
});

describe('a judgment', () => {
  it('is not served before it is given', async () => {
    const desk = await registered();
    desk.at('2026-10-20T16:00');
    await desk.refuses('judgment-served-before-given', 'liu', 'recordJudgment', suit, {
      number: '（2026）鲁0602民初456号',
      result: 'upheld',
      judge: '审判长',
      served: [{ party: claimant(desk), servedOn: '2026-10-19' }],
    });
  });

  it('is final only after the last time to appeal, which runs for each party from its own service', async () => {
    const desk = await judged();
    await desk.refuses('judgment-not-served-on-all', 'liu', 'recordFinality', suit);
    const on = (party: string, day: string) =>
      desk.gives('liu', 'recordJudgmentService', suit, { party }, { at: '2026-11-22T09:00', occurredOn: day });
    await on(claimant(desk), '2026-10-21');
    await on(respondent(desk), '2026-11-03');
    expect(clocksBy(desk, 'lit.appeal.judgment').map((clock) => clock.due)).toEqual(['2026-11-05', '2026-11-18']);
    await desk.refuses('appeal-term-running', 'liu', 'recordFinality', suit, {}, { occurredOn: '2026-11-18' });
    await desk.gives('liu', 'recordFinality', suit, {}, { occurredOn: '2026-11-19' });
    expect(stateOf(desk, 'litigation')).toBe('final');
    expect(Object.values(desk.file.matters)[0]?.outcome).toBe('adjudicated');
    expect(dueOfClock(desk, 'lit.retrial')).toBe('2027-05-19');
    // 31 December 2028 is a Sunday and the next day New Year.
    expect(dueOfClock(desk, 'enf.apply')).toBe('2029-01-02');
  });

  it('can be attacked by an outsider within six months of learning of it, once it is in effect', async () => {
    const desk = await judged();
    await desk.refuses('nothing-in-effect-to-revoke', 'liu', 'recordThirdPartyLearned', suit);
    for (const party of Object.keys(desk.file.parties)) await desk.gives('liu', 'waiveAppeal', suit, { party });
    await desk.gives('liu', 'recordFinality', suit);
    await desk.gives('liu', 'recordThirdPartyLearned', suit, {}, { at: '2026-11-23T09:00', occurredOn: '2026-11-23' });
    expect(dueOfClock(desk, 'lit.thirdparty.revoke')).toBe('2027-05-24');
  });

  it('is final at once when all have waived, and waits for the one who has not', async () => {
    const desk = await judged();
    await desk.gives('liu', 'waiveAppeal', suit, { party: claimant(desk) });
    expect(appealTerms(desk.file, proceedingOf(desk.file, 'litigation'), desk.calendar).unserved).toHaveLength(1);
    await desk.refuses('judgment-not-served-on-all', 'liu', 'recordFinality', suit);
    await desk.gives('liu', 'waiveAppeal', suit, { party: respondent(desk) });
    await desk.gives('liu', 'recordFinality', suit);
    expect(stateOf(desk, 'litigation')).toBe('final');
  });

  it('that one party appeals is final for nobody; the second instance decides for good', async () => {
    const desk = await judged();
    await desk.gives('liu', 'recordJudgmentService', suit, { party: respondent(desk) });
    await desk.gives('liu', 'recordAppeal', suit, { party: respondent(desk) }, { at: '2026-11-04T09:00' });
    await desk.refuses('not-in-this-state', 'liu', 'closeSuit', suit);
    await desk.gives('liu', 'recordAppealResult', suit, { result: 'changed', number: '（2026）鲁06民终7号' });
    expect(stateOf(desk, 'litigation')).toBe('final');
  });

  it('that is appealed late warns, and the court decides', async () => {
    const desk = await judged();
    await desk.gives('liu', 'recordJudgmentService', suit, { party: respondent(desk) });
    const appeal = { party: respondent(desk) };
    await desk.refuses('acknowledge-warnings', 'liu', 'recordAppeal', suit, appeal, { at: '2026-11-05T09:00' });
  });

  it('that is remanded is tried again, and old service starts no time to appeal for the new one', async () => {
    const desk = await judged();
    for (const party of Object.keys(desk.file.parties))
      await desk.gives('liu', 'recordJudgmentService', suit, { party });
    await desk.gives('liu', 'recordAppeal', suit, { party: respondent(desk) });
    await desk.gives('liu', 'recordAppealResult', suit, { result: 'remanded', number: '（2026）鲁06民终7号' });
    await desk.gives('liu', 'recordJudgment', suit, {
      number: '（2026）鲁0602民初999号',
      result: 'dismissed',
      judge: '审判长',
    });
    expect(clocksBy(desk, 'lit.appeal.judgment')).toEqual([]);
    await desk.refuses('judgment-not-served-on-all', 'liu', 'recordFinality', suit);
  });
});

describe('a party that sues after a mediation of its own failed', () => {
  it('files its complaint with its own papers, and the court may not send it back', async () => {
    const desk = openDesk();
    const mediation = proceeding('peopleMediation');
    await desk.gives('limin', 'openCase', (c) => ({ kind: 'case', id: c.id }), {
      claimant: { name: '甲公司', telephone: '13800000001' },
      summary: '商标纠纷',
      respondents: [{ who: { name: '乙商行', telephone: '13800000002' } }],
    });
    await desk.gives('limin', 'routeHere', proceeding('intake'), { channel: 'peopleMediation' });
    await desk.gives('limin', 'declineMediation', mediation, { reason: 'partyRefuses', routesTold: '起诉' });
    await papers(desk, 'limin', mediation, [
      ['complaint', 'partyFile'],
      ['identityDocument', 'partyFile'],
    ]);
    await desk.gives('limin', 'prepareHandoff', mediation, (c) => ({
      kind: 'H16',
      to: 'zhifuCourt',
      partiesConsent: true,
      items: itemIds(c, 'complaint', 'identityDocument'),
    }));
    await desk.gives('limin', 'offerHandoff', handoff);
    await desk.gives('liu', 'receiveHandoff', handoff);
    expect(stateOf(desk, 'litigation')).toBe('received');
    expect(pathOf(desk)).toBe('inCourt');
  });
});

describe('preservation before the suit', () => {
  it('runs its thirty days through a delegated mediation and ends with the registration, not before', async () => {
    const desk = await complained();
    await desk.gives('liu', 'recordPreservation', matter(0), { takenOn: '2026-09-01' }, { at: '2026-09-01T16:20' });
    const due = dueOfClock(desk, 'lit.prefiling_preservation.sue');
    expect(due).toBe('2026-10-08');
    desk.at('2026-09-03T10:00');
    await desk.gives(
      'liu',
      'proposeMediation',
      suit,
      { mode: 'delegated' },
      { acknowledged: ['registration-comes-first'] },
    );
    expect(dueOfClock(desk, 'lit.prefiling_preservation.sue')).toBe(due);
    await desk.gives('liu', 'declineMediationInSuit', suit, { because: 'refused' });
    await desk.gives('liu', 'registerSuit', suit, { number: '（2026）鲁0602民初456号', procedure: 'ordinary' });
    expect(clocksBy(desk, 'lit.prefiling_preservation.sue')).toEqual([]);
  });

  it('raises no alarm when it is put on record after the suit that followed it', async () => {
    const desk = await complained();
    await desk.gives('liu', 'registerSuit', suit, { number: '（2026）鲁0602民初456号', procedure: 'ordinary' });
    desk.at('2026-09-10T10:00');
    const late = { occurredOn: '2026-09-01T09:00' };
    await desk.gives('liu', 'recordPreservation', matter(0), { takenOn: '2026-08-31' }, late);
    expect(clocksBy(desk, 'lit.prefiling_preservation.sue')).toEqual([]);
  });

  it('is ruled on within forty-eight hours of the next full hour', async () => {
    const desk = await complained();
    await desk.gives('liu', 'recordPreservation', matter(0), {}, { at: '2026-09-01T16:20' });
    expect(dueOfClock(desk, 'lit.prefiling_preservation.rule')).toBe('2026-09-03T17:00');
  });
});

describe('a failed entrusted mediation', () => {
  it('gives the suit back to its trial, and a judgment can follow', async () => {
    const desk = await failedAndBack(await entrusted());
    desk.at('2026-10-20T16:00');
    await desk.gives('liu', 'recordJudgment', suit, {
      number: '（2026）鲁0602民初456号',
      result: 'upheld',
      judge: '审判长',
      served: Object.keys(desk.file.parties).map((party) => ({ party, servedOn: '2026-10-20' })),
    });
    expect(stateOf(desk, 'litigation')).toBe('judged');
  });
});

describe('other terms of a suit', () => {
  it('count thirty days for the appeal of a party without domicile in China', async () => {
    const desk = await judged();
    await desk.gives('liu', 'recordJudgmentService', suit, { party: respondent(desk), abroad: true });
    expect(dueOfClock(desk, 'lit.appeal.judgment.abroad')).toBe('2026-11-19');
    expect(clocksBy(desk, 'lit.appeal.judgment')).toEqual([]);
  });

  it('wait thirty days for a service by public notice, and no longer once it reached the party', async () => {
    const desk = await registered();
    await desk.gives('liu', 'issuePublicNotice', suit, { party: respondent(desk), reason: '下落不明' });
    expect(dueOfClock(desk, 'lit.notice_service')).toBe('2026-10-08');
    await desk.gives('liu', 'recordComplaintService', suit, { party: respondent(desk) }, { at: '2026-09-10T09:00' });
    expect(clocksBy(desk, 'lit.notice_service')).toEqual([]);
  });

  it('tell the parties of a technical investigator within three days', async () => {
    const desk = await registered();
    await desk.gives('liu', 'appointTechnicalInvestigator', suit, { told: false });
    expect(dueOfClock(desk, 'ti.disclose')).toBe('2026-09-07');
    await desk.gives('liu', 'tellOfTechnicalInvestigator', suit);
    expect(clocksBy(desk, 'ti.disclose')).toEqual([]);
  });
});
