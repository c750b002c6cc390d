import { describe, expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';
import {
  defended,
  filed,
  heard,
  inEffect,
  partyId,
  requested,
  respondentIds,
  ruled,
  ruling,
  sentToCourt,
} from '../support/desk-ruling.ts';
import { clocksBy, dueOfClock, matter, theCase } from '../support/desk-words.ts';

const late = (until: string) => ({ because: '案情特别复杂', papers: '评价报告', until });

describe('a request for a ruling', () => {
  it('is filed or refused within five working days of its arrival, and five more with the approval of the head', async () => {
    const desk = await requested();
    expect(dueOfClock(desk, 'ruling.file')).toBe('2026-09-08');
    await desk.gives('adjudicator', 'extendRulingFiling', ruling, { because: '特别复杂' });
    expect(dueOfClock(desk, 'ruling.file')).toBe('2026-09-15');
  });

  it('waits for its correction until the day the department set, and the time to file runs anew from its arrival', async () => {
    const desk = await requested();
    await desk.gives('adjudicator', 'requireRulingSupplement', ruling, {
      papers: late('2026-09-19').papers,
      until: '2026-09-19',
    });
    expect(dueOfClock(desk, 'ruling.supplement')).toBe('2026-09-19');
    await desk.gives('adjudicator', 'recordRulingSupplement', ruling, {}, { at: '2026-09-17T10:00' });
    expect(dueOfClock(desk, 'ruling.file')).toBe('2026-09-23');
  });
});

describe('a case that was filed', () => {
  it('is served on each respondent within five working days, and the service ends that clock for it alone', async () => {
    const desk = await filed(openDesk(), 2);
    expect(clocksBy(desk, 'ruling.serve').map(({ due }) => due)).toEqual(['2026-09-10', '2026-09-10']);
    const [first] = respondentIds(desk);
    await desk.gives('adjudicator', 'serveRulingRequest', ruling, { party: first }, { at: '2026-09-04T10:00' });
    expect(clocksBy(desk, 'ruling.serve')).toHaveLength(1);
  });

  it('gives a respondent fifteen days for its defence, and thirty to one without fixed domicile in China', async () => {
    const desk = await filed(openDesk(), 2);
    const [home, abroad] = respondentIds(desk);
    desk.at('2026-09-04T10:00');
    await desk.gives('adjudicator', 'serveRulingRequest', ruling, { party: home });
    await desk.gives('adjudicator', 'serveRulingRequest', ruling, { party: abroad, abroad: true });
    // The nineteenth is a Saturday; people work on Sunday the twentieth.
    expect(dueOfClock(desk, 'ruling.defence')).toBe('2026-09-20');
    expect(dueOfClock(desk, 'ruling.defence.abroad')).toBe('2026-10-08');
    await desk.gives('adjudicator', 'extendRulingDefence', ruling, { party: home, days: 10 });
    expect(dueOfClock(desk, 'ruling.defence')).toBe('2026-09-29');
    expect(dueOfClock(desk, 'ruling.defence.abroad')).toBe('2026-10-08');
  });

  it('forwards a defence within five working days of its arrival', async () => {
    const desk = await defended();
    expect(dueOfClock(desk, 'ruling.forward_defence')).toBe('2026-09-17');
    await desk.gives('adjudicator', 'forwardRulingDefence', ruling, (c) => ({ party: partyId(c, 'respondent') }));
    expect(clocksBy(desk, 'ruling.forward_defence')).toEqual([]);
  });

  it('lets each party who learnt of the panel ask for recusal for three working days', async () => {
    const desk = await defended();
    expect(clocksBy(desk, 'ruling.recusal').map(({ due }) => due)).toEqual(['2026-09-09', '2026-09-09']);
  });

  it('counts back three working days from the hearing for its notice, and make-up days count as working days', async () => {
    const desk = await defended();
    // 20 September 2026 is a Sunday on which people work.
    await desk.gives('adjudicator', 'scheduleOralHearing', ruling, { at: '2026-09-22T09:30', place: '审理室' });
    expect(clocksBy(desk, 'ruling.hearing_notice').map(({ due }) => due)).toEqual(['2026-09-18', '2026-09-18']);
    await desk.gives('adjudicator', 'noticeOralHearing', ruling, (c) => ({ parties: Object.keys(c.parties) }));
    expect(clocksBy(desk, 'ruling.hearing_notice')).toEqual([]);
  });

  it('runs a new clock for the notice when the hearing moves, and the old one no more', async () => {
    const desk = await defended();
    for (const at of ['2026-10-22T09:30', '2026-09-22T09:30'])
      await desk.gives('adjudicator', 'scheduleOralHearing', ruling, { at, place: '审理室' });
    expect(clocksBy(desk, 'ruling.hearing_notice').map(({ due }) => due)).toEqual(['2026-09-18', '2026-09-18']);
  });

  it('holds evidence under registered preservation for seven days at most', async () => {
    const desk = await defended();
    await desk.gives('adjudicator', 'preserveEvidence', ruling, { approved: true });
    expect(dueOfClock(desk, 'ruling.evidence_hold')).toBe('2026-09-17');
    await desk.gives('adjudicator', 'decidePreservedEvidence', ruling, { decision: '退还' });
    expect(clocksBy(desk, 'ruling.evidence_hold')).toEqual([]);
  });

  it('ends the evidence period of each party on the day the notice set', async () => {
    const desk = await defended();
    const notice = (c: typeof desk.file) => ({ parties: [partyId(c, 'claimant')], until: '2026-10-10' });
    await desk.gives('adjudicator', 'setEvidencePeriod', ruling, notice);
    expect(clocksBy(desk, 'ruling.evidence_period')).toMatchObject([{ due: '2026-10-10' }]);
  });
});

describe('before anybody asks for a ruling', () => {
  const newcomer = async () => {
    const desk = openDesk();
    await desk.gives('adjudicator', 'openCase', theCase, {
      claimant: { name: '被警告人', telephone: '13800000511' },
      summary: '收到侵权警告函',
      rightKind: 'inventionPatent',
    });
    return desk;
  };

  it('a warned person waits a month from receipt of its demand, or two from its dispatch, for an opinion', async () => {
    const desk = await newcomer();
    await desk.gives('adjudicator', 'recordWarningAnswer', matter(0), { counted: 'sent' });
    expect(clocksBy(desk, 'ruling.warning_advice.sent')).toMatchObject([{ due: '2026-11-02', kind: 'waitingPeriod' }]);
    await desk.gives(
      'adjudicator',
      'recordWarningAnswer',
      matter(0),
      { counted: 'received' },
      { at: '2026-09-04T10:00' },
    );
    expect(dueOfClock(desk, 'ruling.warning_advice')).toBe('2026-10-08');
    expect(clocksBy(desk, 'ruling.warning_advice.sent')).toEqual([]);
  });

  it('a patentee has forty-five days from the publication of a drug application', async () => {
    const desk = await newcomer();
    await desk.gives('adjudicator', 'recordDrugPublication', matter(0), {});
    expect(dueOfClock(desk, 'ruling.drug_window')).toBe('2026-10-16');
  });
});

describe('the three months to conclude', () => {
  it('run from the filing', async () => {
    expect(dueOfClock(await filed(), 'ruling.conclude')).toBe('2026-12-03');
  });

  it('grow by a month of the head and two of the department above, and by no more', async () => {
    const desk = await filed();
    await desk.gives('adjudicator', 'extendRuling', ruling, { months: 1, by: 'head' });
    expect(dueOfClock(desk, 'ruling.conclude')).toBe('2027-01-04');
    await desk.gives('adjudicator', 'extendRuling', ruling, { months: 2, by: 'departmentAbove' });
    expect(dueOfClock(desk, 'ruling.conclude')).toBe('2027-03-03');
    await desk.gives('adjudicator', 'extendRuling', ruling, { months: 1, by: 'head' });
    expect(dueOfClock(desk, 'ruling.conclude')).toBe('2027-03-03');
  });

  it('stand still during a stay, in actual days', async () => {
    const desk = await filed();
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'forceMajeure' }, { at: '2026-09-10T10:00' });
    expect(clocksBy(desk, 'ruling.conclude')[0]!.due).toBeNull();
    await desk.gives('adjudicator', 'resumeRuling', ruling, {}, { at: '2026-09-30T10:00' });
    expect(clocksBy(desk, 'ruling.conclude')[0]).toMatchObject({
      due: '2026-12-23',
      steps: expect.arrayContaining([expect.objectContaining({ kind: 'tolled', days: 20 })]),
    });
  });

  it('stand still again when a second stay begins on the day on which the first ended', async () => {
    const desk = await filed();
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'forceMajeure' }, { at: '2026-09-10T10:00' });
    await desk.gives('adjudicator', 'resumeRuling', ruling, {}, { at: '2026-09-30T10:00' });
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'death' }, { at: '2026-09-30T15:00' });
    expect(clocksBy(desk, 'ruling.conclude')[0]!.due).toBeNull();
    await desk.gives('adjudicator', 'resumeRuling', ruling, {}, { at: '2026-10-05T10:00' });
    expect(dueOfClock(desk, 'ruling.conclude')).toBe('2026-12-28');
  });

  it('stand still while something is tested, an objection to jurisdiction is examined, or the sides talk', async () => {
    const tested = await defended();
    await tested.gives('adjudicator', 'commissionTesting', ruling, { subject: '设计对比' });
    await tested.gives('adjudicator', 'recordTestingResult', ruling, {}, { at: '2026-09-20T10:00' });
    expect(dueOfClock(tested, 'ruling.conclude')).toBe('2026-12-14');
    const objected = await defended();
    await objected.gives('adjudicator', 'objectRulingJurisdiction', ruling, (c) => ({
      party: partyId(c, 'respondent'),
    }));
    await objected.gives(
      'adjudicator',
      'decideRulingJurisdiction',
      ruling,
      { result: 'dismissed' },
      { at: '2026-09-15T10:00' },
    );
    expect(dueOfClock(objected, 'ruling.conclude')).toBe('2026-12-08');
  });

  it('stand still for the days by which a party’s evidence period was extended at its request', async () => {
    const desk = await defended();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'setEvidencePeriod', ruling, { parties: [party], until: '2026-10-09' });
    await desk.gives('adjudicator', 'extendEvidencePeriod', ruling, { party, until: '2026-10-19', told: true });
    expect(dueOfClock(desk, 'ruling.evidence_period')).toBe('2026-10-19');
    expect(dueOfClock(desk, 'ruling.conclude')).toBe('2026-12-14');
  });

  it('stand still during service by public notice, and no defence is owed before the notice has run', async () => {
    const desk = await filed();
    const party = partyId(desk.file, 'respondent');
    desk.at('2026-09-04T10:00');
    await desk.gives('adjudicator', 'issuePublicNotice', ruling, { party, reason: '邮寄、电话均无法送达' });
    await desk.refuses('notice-still-running', 'adjudicator', 'endPublicNotice', ruling, { party });
    expect(dueOfClock(desk, 'lit.notice_service')).toBe('2026-10-08');
    await desk.gives('adjudicator', 'endPublicNotice', ruling, { party }, { at: '2026-10-08T10:00' });
    expect(dueOfClock(desk, 'ruling.conclude')).toBe('2027-01-06');
    expect(dueOfClock(desk, 'ruling.defence')).toBe('2026-10-23');
  });
});

describe('a ruling', () => {
  it('is published within twenty working days, holidays not counted', async () => {
    expect(dueOfClock(await ruled(), 'ruling.publish')).toBe('2026-11-03');
  });

  it('can be sued over for fifteen days and put to reconsideration for sixty, per party from its receipt', async () => {
    const desk = await heard(openDesk(), 2);
    desk.at('2026-09-30T16:00');
    const [one, two] = respondentIds(desk);
    const orders = [one, two].map((respondent) => ({ respondent, subject: 'stopInfringement', act: '停止' }));
    await desk.gives('adjudicator', 'issueRuling', ruling, { number: '1号', result: 'infringement', orders });
    expect(clocksBy(desk, 'ruling.sue')).toEqual([]);
    await desk.gives('adjudicator', 'serveRuling', ruling, { party: one });
    await desk.gives('adjudicator', 'serveRuling', ruling, { party: two }, { at: '2026-10-12T10:00' });
    expect(clocksBy(desk, 'ruling.sue').map(({ due }) => due)).toEqual(['2026-10-15', '2026-10-27']);
    expect(clocksBy(desk, 'ruling.reconsider').map(({ due }) => due)).toEqual(['2026-11-30', '2026-12-11']);
  });

  it('is enforced by the department for three months from the earlier of two starts, then by the right holder for six', async () => {
    const desk = await inEffect();
    expect(dueOfClock(desk, 'ruling.enforce.agency')).toBe('2027-01-15');
    expect(dueOfClock(desk, 'ruling.enforce.holder')).toBe('2027-07-15');
  });

  it('goes to the court only ten working days after a demand; the court has five and seven working days', async () => {
    const desk = await inEffect();
    const asked = { kind: 'H12', to: 'zhifuCourt' };
    const code = 'demand-not-waited-for';
    await desk.refuses(code, 'adjudicator', 'prepareHandoff', ruling, asked);
    await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party: partyId(desk.file, 'respondent') });
    expect(clocksBy(desk, 'ruling.enforce.demand')[0]).toMatchObject({ due: '2026-11-03', kind: 'waitingPeriod' });
    await desk.refuses(code, 'adjudicator', 'prepareHandoff', ruling, asked, { at: '2026-11-03T10:00' });
    desk.at('2026-11-04T10:00');
    await sentToCourt(desk);
    expect(dueOfClock(desk, 'ruling.enforce.court_accept')).toBe('2026-11-11');
    expect(clocksBy(desk, 'ruling.enforce.agency')).toEqual([]);
    await desk.gives('adjudicator', 'recordEnforcementAnswer', ruling, { answer: 'accepted' });
    expect(dueOfClock(desk, 'ruling.enforce.court_rule')).toBe('2026-11-13');
    await desk.gives('adjudicator', 'recordEnforcementAnswer', ruling, { answer: 'granted' });
    expect(clocksBy(desk, 'ruling.enforce.court_rule')).toEqual([]);
  });
});
