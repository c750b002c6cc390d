/** A suit from the complaint to the final judgment, with every turn it may take (CPL 122-182). */
import { describe, expect, it } from 'vitest';
import { parseCourtNumber, stayAdvice } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { complained, numberOf, papers, registered, suit } from '../support/desk-court.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
} from '../support/desk-words.ts';

const claimant = (desk: Desk) => partyId(desk.file, 'claimant');
const respondent = (desk: Desk, index = 0) => partyId(desk.file, 'respondent', index);

describe('a complaint that has reached the court', () => {
  it('is to be registered within seven days', async () => {
    const desk = await complained();
    expect(stateOf(desk, 'litigation')).toBe('received');
    expect(pathOf(desk)).toBe('inCourt');
    expect(dueOfClock(desk, 'lit.register')).toBe('2026-09-08');
  });

  it('is corrected once and in full, and the seven days run anew from the correction', async () => {
    const desk = await complained();
    const asked = { papers: '被告的身份信息', until: '2026-09-10' };
    await desk.refuses('correction-term-before-start', 'liu', 'requireCorrection', suit, {
      ...asked,
      until: '2026-08-31',
    });
    await desk.gives('liu', 'requireCorrection', suit, asked);
    expect(dueOfClock(desk, 'lit.correction')).toBe('2026-09-10');
    expect(clocksBy(desk, 'lit.register')).toEqual([]);
    await desk.gives('liu', 'recordCorrection', suit, {}, { at: '2026-09-09T10:00' });
    expect(dueOfClock(desk, 'lit.register')).toBe('2026-09-16');
  });

  it('needs a definite defendant', async () => {
    const desk = await complained(undefined, 0);
    const refusal = await desk.refuses('definite-defendant-needed', 'liu', 'registerSuit', suit, {
      number: '（2026）鲁0602民初1号',
      procedure: 'ordinary',
    });
    expect(refusal.basis).toEqual([{ instrument: 'CPL', article: '第一百二十二条' }]);
  });

  it('is registered under the number of the paper, normalised, and under no invented one', async () => {
    const desk = await complained();
    const data = { number: '鲁0602民初456号', procedure: 'ordinary' };
    await desk.refuses('field-invalid', 'liu', 'registerSuit', suit, data);
    await desk.gives('liu', 'registerSuit', suit, { ...data, number: '(2026)鲁0602民初456号' });
    expect(numberOf(desk, 'litigation')).toBe('（2026）鲁0602民初456号');
    expect(parseCourtNumber(numberOf(desk, 'litigation')!).ok).toBe(true);
  });

  it('that is not accepted leaves the matter open, and the claimant ten days to appeal', async () => {
    const desk = await complained();
    await desk.gives('liu', 'refuseSuit', suit, { reason: 'arbitrationAgreement' });
    expect(stateOf(desk, 'litigation')).toBe('turnedAway');
    expect(pathOf(desk)).toBe('unresolved');
    await desk.gives('liu', 'recordRulingReceipt', suit, { party: claimant(desk) });
    expect(dueOfClock(desk, 'lit.appeal.ruling')).toBe('2026-09-11');
    await desk.gives('liu', 'recordAppeal', suit, { party: claimant(desk) });
    await desk.gives('liu', 'recordAppealResult', suit, { result: 'remanded', number: '（2026）鲁06民终9号' });
    expect(stateOf(desk, 'litigation')).toBe('registered');
    expect(pathOf(desk)).toBe('inCourt');
  });

  it('is routed into a suit by a court and by nobody else, and with a warning where arbitration was agreed', async () => {
    const desk = openDesk();
    const words = { claimant: { name: '甲', telephone: '13800000001' }, summary: '一句话' };
    await desk.gives('limin', 'openCase', (c) => ({ kind: 'case', id: c.id }), words);
    await desk.refuses('organisation-cannot-run-channel', 'limin', 'routeHere', proceeding('intake'), {
      channel: 'litigation',
    });
    const court = openDesk({ caseId: 'case-2' });
    await court.gives('liu', 'openCase', (c) => ({ kind: 'case', id: c.id }), words);
    await court.gives('liu', 'screenDispute', proceeding('intake'), {
      mediability: 'validity',
      arbitrationAgreement: 'yes',
      suitPending: 'no',
      earlierOutcome: 'no',
    });
    const refusal = await court.refuses('acknowledge-warnings', 'liu', 'routeHere', proceeding('intake'), {
      channel: 'litigation',
    });
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['arbitration-agreement-stands']);
  });
});

describe('a registered suit', () => {
  it('is served within five days, and each defendant defends within fifteen of its own service', async () => {
    const desk = await registered(undefined, 'ordinary', 2);
    expect(clocksBy(desk, 'lit.serve_complaint').map((clock) => clock.due)).toEqual(['2026-09-08', '2026-09-08']);
    desk.at('2026-09-20T09:00');
    await desk.gives('liu', 'recordComplaintService', suit, { party: respondent(desk) }, { occurredOn: '2026-09-07' });
    await desk.gives(
      'liu',
      'recordComplaintService',
      suit,
      { party: respondent(desk, 1) },
      { occurredOn: '2026-09-14' },
    );
    expect(clocksBy(desk, 'lit.serve_complaint')).toEqual([]);
    expect(clocksBy(desk, 'lit.defence').map((clock) => clock.due)).toEqual(['2026-09-22', '2026-09-29']);
  });

  it('gives a defendant without domicile in China thirty days', async () => {
    const desk = await registered();
    await desk.gives('liu', 'recordComplaintService', suit, { party: respondent(desk), abroad: true });
    expect(clocksBy(desk, 'lit.defence')).toEqual([]);
    expect(dueOfClock(desk, 'lit.defence.abroad')).toBe('2026-10-08');
  });

  it('is tried within six months, three in the summary procedure', async () => {
    expect(dueOfClock(await registered(), 'lit.ordinary')).toBe('2027-03-03');
    expect(dueOfClock(await registered(undefined, 'summary'), 'lit.summary')).toBe('2026-12-03');
  });

  it('may be withdrawn, which leaves the matter open; unpaid fees count as a withdrawal', async () => {
    const desk = await registered();
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'feeUnpaid' });
    expect(stateOf(desk, 'litigation')).toBe('withdrawn');
    expect(pathOf(desk)).toBe('unresolved');
    await desk.refuses('not-in-this-state', 'liu', 'recordJudgment', suit, {
      number: '（2026）鲁0602民初456号',
      result: 'upheld',
      judge: '审判长',
    });
  });
});

describe('an objection to jurisdiction', () => {
  it('after the time for defence warns, for the court decides', async () => {
    const desk = await registered();
    await desk.gives('liu', 'recordComplaintService', suit, { party: respondent(desk) });
    const late = { party: respondent(desk) };
    await desk.refuses('acknowledge-warnings', 'liu', 'objectJurisdiction', suit, late, { at: '2026-09-21T09:00' });
    await desk.gives('liu', 'objectJurisdiction', suit, late, { acknowledged: ['jurisdiction-objection-late'] });
    expect(stateOf(desk, 'litigation')).toBe('jurisdictionObjected');
  });

  it('that is dismissed lets the suit go on, with ten days to appeal for each whom the ruling reached', async () => {
    const desk = await registered();
    await desk.gives('liu', 'objectJurisdiction', suit, { party: respondent(desk) });
    desk.at('2026-09-10T09:00');
    await desk.gives('liu', 'decideJurisdiction', suit, {
      result: 'dismissed',
      served: [{ party: respondent(desk), servedOn: '2026-09-10' }],
    });
    expect(stateOf(desk, 'litigation')).toBe('registered');
    // A Sunday, but people work on it for the National Day holiday.
    expect(dueOfClock(desk, 'lit.appeal.ruling')).toBe('2026-09-20');
  });

  it('that is upheld names another court', async () => {
    const desk = await registered();
    await desk.gives('liu', 'objectJurisdiction', suit, { party: respondent(desk) });
    await desk.refuses('transfer-needs-court', 'liu', 'decideJurisdiction', suit, { result: 'upheld' });
    await desk.refuses('transfer-needs-another-court', 'liu', 'decideJurisdiction', suit, {
      result: 'upheld',
      to: 'zhifuCourt',
    });
  });
});

describe('a case on its way to another court', () => {
  /** Filed 31 March 2015, transfer ordered on 26 August, docketed elsewhere on 28 October: 63 days. */
  async function ordered(): Promise<Desk> {
    const desk = await complained(openDesk({ at: '2015-03-31T09:00' }));
    await desk.gives('liu', 'registerSuit', suit, { number: '（2015）鲁0602民初100号', procedure: 'ordinary' });
    await desk.gives('liu', 'objectJurisdiction', suit, { party: respondent(desk) }, { at: '2015-05-08T09:00' });
    await desk.gives(
      'liu',
      'decideJurisdiction',
      suit,
      { result: 'upheld', to: 'laishanCourt', number: '（2015）鲁民辖终1426号' },
      { at: '2015-08-26T09:00' },
    );
    return desk;
  }

  async function sent(): Promise<Desk> {
    const desk = await ordered();
    await papers(desk, 'liu', suit, [
      ['transferLetter', 'organisationFile'],
      ['complaint', 'partyFile'],
    ]);
    const packet = { kind: 'H15', partiesConsent: true };
    await desk.refuses('transfer-not-ordered', 'liu', 'prepareHandoff', suit, { ...packet, to: 'fushanCourt' });
    await desk.gives('liu', 'prepareHandoff', suit, (c) => ({
      ...packet,
      to: 'laishanCourt',
      items: itemIds(c, 'transferLetter', 'complaint'),
    }));
    await desk.gives('liu', 'offerHandoff', handoff);
    return desk;
  }

  it('stays with the sending court until the other accepts it, sixty-three days later', async () => {
    const desk = await sent();
    expect(proceedingOf(desk.file, 'litigation').organisation).toBe('zhifuCourt');
    await desk.refuses('transfer-not-accepted', 'liu', 'docketTransferred', suit, { number: '（2015）鲁0613民初1号' });
    const told = { evidence: '2015-10-28 电话记录', at: '2015-10-28T10:00' };
    await desk.gives('liu', 'receiveHandoff', handoff, {}, told);
    expect(proceedingOf(desk.file, 'litigation').organisation).toBe('zhifuCourt');
    await desk.gives('liu', 'acceptHandoff', handoff, {}, told);
    const moved = proceedingOf(desk.file, 'litigation');
    expect(moved.organisation).toBe('laishanCourt');
    const days = Temporal.PlainDate.from('2015-08-26').until('2015-10-28').days;
    expect(days).toBe(63);
    await desk.gives('liu', 'docketTransferred', suit, { number: '（2015）鲁0613民初88号' }, told);
    expect(numberOf(desk, 'litigation')).toBe('（2015）鲁0613民初88号');
    expect(stateOf(desk, 'litigation')).toBe('registered');
    expect(Object.values(desk.file.proceedings).filter((one) => one.channel === 'litigation')).toHaveLength(1);
  });

  it('takes the whole file along without asking the parties whose papers are in it', async () => {
    const desk = await ordered();
    await papers(desk, 'liu', suit, [['complaint', 'partyFile']]);
    const packet = { kind: 'H15', to: 'laishanCourt', items: itemIds(desk.file, 'complaint') };
    await desk.gives('liu', 'prepareHandoff', suit, packet);
  });

  it('has its old number again when the docketing was a mistake', async () => {
    const desk = await sent();
    const told = { evidence: '2015-10-28 电话记录', at: '2015-10-28T10:00' };
    await desk.gives('liu', 'receiveHandoff', handoff, {}, told);
    await desk.gives('liu', 'acceptHandoff', handoff, {}, told);
    const number = '（2015）鲁0613民初88号';
    await desk.gives('liu', 'docketTransferred', suit, { number }, told);
    await desk.gives('liu', 'annulStep', suit, { reason: '误登记' }, told);
    expect(numberOf(desk, 'litigation')).toBe('（2015）鲁0602民初100号');
    expect(stateOf(desk, 'litigation')).toBe('transferOrdered');
  });

  it('may not be sent back: the other court asks its superior', async () => {
    const desk = await sent();
    const told = { evidence: '2015-10-28 电话记录', at: '2015-10-28T10:00' };
    await desk.gives('liu', 'receiveHandoff', handoff, {}, told);
    const answer = { reason: 'noJurisdiction', explanation: '无管辖权' };
    const refusal = await desk.refuses('return-not-allowed', 'liu', 'returnHandoff', handoff, answer, told);
    expect(refusal.text.zh).toContain('报请上级法院指定管辖');
    expect(refusal.basis).toEqual([{ instrument: 'CPL', article: '第三十七条' }]);
  });
});

describe('a suit over a right that somebody asks to invalidate', () => {
  async function served(rightKind: string): Promise<Desk> {
    const desk = await registered(undefined, 'ordinary', 1, { rightKind });
    await desk.gives('liu', 'recordComplaintService', suit, { party: respondent(desk) });
    return desk;
  }
  const says = (desk: Desk) => stayAdvice(desk.file, proceedingOf(desk.file, 'litigation'), desk.calendar)?.says;

  it('is to be stayed for a utility model when the request came within the time for defence', async () => {
    const desk = await served('utilityModel');
    await desk.gives('liu', 'recordInvalidationRequest', suit, {}, { at: '2026-09-18T09:00' });
    expect(says(desk)).toBe('shall');
    await desk.gives('liu', 'staySuit', suit, { reason: 'invalidity' });
    expect(stateOf(desk, 'litigation')).toBe('stayed');
  });

  it('is not stayed for a design when the request came a day late, unless the court does so all the same', async () => {
    const desk = await served('designPatent');
    await desk.gives('liu', 'recordInvalidationRequest', suit, {}, { at: '2026-09-19T09:00' });
    expect(says(desk)).toBe('shallNot');
    const stay = { reason: 'invalidity' };
    await desk.refuses('acknowledge-warnings', 'liu', 'staySuit', suit, stay);
    await desk.gives('liu', 'staySuit', suit, stay, { acknowledged: ['stay-not-called-for'] });
  });

  it('may go on for an invention, and for a design with a clean report', async () => {
    const invention = await served('inventionPatent');
    await invention.gives('liu', 'recordInvalidationRequest', suit);
    expect(says(invention)).toBe('may');
    const design = await served('designPatent');
    await design.gives('liu', 'recordInvalidationRequest', suit, { exception: true });
    expect(says(design)).toBe('may');
  });

  it('is not stayed for a request nobody recorded', async () => {
    const desk = await served('utilityModel');
    await desk.refuses('no-invalidation-request', 'liu', 'staySuit', suit, { reason: 'invalidity' });
  });

  it('loses the actual days of the stay from its trial term', async () => {
    const desk = await served('utilityModel');
    await desk.gives('liu', 'recordInvalidationRequest', suit);
    await desk.gives('liu', 'staySuit', suit, { reason: 'invalidity' }, { at: '2026-09-15T09:00' });
    expect(dueOfClock(desk, 'lit.ordinary')).toBeNull();
    await desk.gives('liu', 'resumeSuit', suit, {}, { at: '2026-11-04T09:00' });
    // Fifty days from 15 September to 4 November; 3 March 2027 becomes 22 April.
    expect(dueOfClock(desk, 'lit.ordinary')).toBe('2027-04-22');
    expect(stateOf(desk, 'litigation')).toBe('registered');
  });
});
