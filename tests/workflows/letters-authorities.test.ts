/** The letters of authorities: administrative rulings, official mediation, and enforcement by an authority. */
import { describe, expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';
import {
  askedToMediate,
  departmentAgreement,
  general,
  official,
  regulatorTalks,
  sittingInside,
} from '../support/desk-official.ts';
import * as penalty from '../support/desk-penalty.ts';
import * as rulings from '../support/desk-ruling.ts';
import { partyId } from '../support/desk-words.ts';
import { lettersAt, toldTo, wordsOf } from '../support/letters.ts';

const { ruling } = rulings;

describe('a request for an administrative ruling', () => {
  it('that is filed is told to the requester alone', async () => {
    const desk = await rulings.requested();
    desk.at('2026-09-03T10:00');
    const filed = await desk.gives('adjudicator', 'fileRuling', ruling, rulings.filing);
    expect(toldTo(desk, filed)).toEqual(['rulingFiled claimant']);
    expect(wordsOf(desk, filed, 'rulingFiled')).toContain('烟知裁〔2026〕1号');
  });

  it('that is not filed names the ground and what remains open', async () => {
    const desk = await rulings.requested();
    const refused = await desk.gives('adjudicator', 'refuseRuling', ruling, { reason: 'outsideRemit' });
    expect(toldTo(desk, refused)).toEqual(['rulingNotFiled claimant']);
    for (const one of ['不属于受案和管辖范围', '调解', '起诉', '仲裁'])
      expect(wordsOf(desk, refused, 'rulingNotFiled')).toContain(one);
  });

  it('is told to a respondent when the department has served it, with its day, longer without a domicile here', async () => {
    const desk = await rulings.filed();
    desk.at('2026-09-04T10:00');
    const party = partyId(desk.file, 'respondent');
    const served = await desk.gives('adjudicator', 'serveRulingRequest', ruling, { party });
    expect(toldTo(desk, served)).toEqual(['rulingRequestServed respondent']);
    // A Sunday on which people work, in return for the autumn holidays.
    expect(wordsOf(desk, served, 'rulingRequestServed')).toContain('2026-09-20 星期日 前');
    const other = await rulings.filed(openDesk());
    other.at('2026-09-04T10:00');
    const abroad = { party: partyId(other.file, 'respondent'), abroad: true };
    const far = await other.gives('adjudicator', 'serveRulingRequest', ruling, abroad);
    expect(toldTo(other, far)).toEqual(['rulingRequestServedAbroad respondent']);
    expect(wordsOf(other, far, 'rulingRequestServedAbroad')).toContain('2026-10-08');
  });

  it('has its hearing told to those who were served, and not to others', async () => {
    const hearing = { at: '2026-09-22T09:30', place: '审理室' };
    const desk = await rulings.defended();
    const set = await desk.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    expect(toldTo(desk, set)).toEqual(['oralHearingSet claimant', 'oralHearingSet respondent']);
    for (const one of ['2026-09-22 星期二 09:30', '审理室', '三个工作日'])
      expect(wordsOf(desk, set, 'oralHearingSet')).toContain(one);
    const unserved = await rulings.filed(openDesk());
    const early = await unserved.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    expect(toldTo(unserved, early)).toEqual(['oralHearingSet claimant']);
  });

  it('that is paused and goes on is told to both', async () => {
    const desk = await rulings.attacked();
    const stayed = await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    expect(toldTo(desk, stayed)).toEqual(['rulingStayed claimant', 'rulingStayed respondent']);
    const resumed = await desk.gives('adjudicator', 'resumeRuling', ruling);
    expect(toldTo(desk, resumed)).toEqual(['rulingResumed claimant', 'rulingResumed respondent']);
  });

  it('that is ruled on tells whoever received the ruling its own last day, and nothing of what it holds', async () => {
    const desk = await rulings.heard();
    desk.at('2026-09-30T16:00');
    const served = [{ party: partyId(desk.file, 'respondent'), servedOn: '2026-09-30' }];
    const given = await desk.gives('adjudicator', 'issueRuling', ruling, rulings.infringement(desk, { served }));
    expect(toldTo(desk, given)).toEqual(['rulingReceived respondent']);
    expect(wordsOf(desk, given, 'rulingReceived')).toContain('最后一日为 2026-10-15');
    expect(JSON.stringify(lettersAt(desk, given))).not.toMatch(/停止制造|infringement/);
  });
});

describe('a mediation by a patent department', () => {
  it('asks the respondent with the day to answer, once the department has served its notice', async () => {
    const desk = await askedToMediate();
    const party = partyId(desk.file, 'respondent');
    const asked = await desk.gives('adjudicator', 'sendOpinionNotice', official, { party });
    expect(toldTo(desk, asked)).toEqual(['patentMediationAsked respondent']);
    for (const one of ['2026-09-16', '完全自愿', '没有其他不利后果'])
      expect(wordsOf(desk, asked, 'patentMediationAsked')).toContain(one);
    const silent = await desk.gives('adjudicator', 'refuseAdminMediation', official, { reason: 'silent' });
    expect(toldTo(desk, silent)).toEqual(['patentMediationNotFiled claimant']);
  });

  it('that settles names the last day for confirmation, and what no court confirms', async () => {
    const desk = await sittingInside();
    desk.at('2026-09-18T16:00');
    const paper = departmentAgreement(desk, '2026-09-18');
    const agreed = await desk.gives('adjudicator', 'recordAgreement', official, paper);
    expect(toldTo(desk, agreed)).toEqual(['patentAgreementEffective claimant', 'patentAgreementEffective respondent']);
    for (const one of ['最后一日为 2026-10-19', '归属、效力']) {
      expect(wordsOf(desk, agreed, 'patentAgreementEffective')).toContain(one);
    }
  });
});

describe('a mediation by another authority', () => {
  it('that fails tells both what remains open, and nothing of why', async () => {
    const desk = await regulatorTalks();
    const ended = await desk.gives('regulator', 'endMediation', general, { reason: 'tooFarApart', routesTold: true });
    expect(toldTo(desk, ended)).toEqual(['officialMediationEnded claimant', 'officialMediationEnded respondent']);
    const said = wordsOf(desk, ended, 'officialMediationEnded');
    for (const one of ['仲裁', '起诉', '不表示任何一方有错']) expect(said).toContain(one);
    expect(said).not.toContain('分歧');
  });
});

describe('a complaint to an enforcing authority', () => {
  const { enforcement } = penalty;

  it('that is filed, or not, is told to the complainant in words that accuse nobody', async () => {
    const desk = await penalty.complainedOf();
    const data = { number: '烟市监立〔2026〕18号', lead: 'market-officer', others: ['market-colleague'] };
    const filed = await desk.gives('officer', 'fileEnforcementCase', enforcement, data);
    expect(toldTo(desk, filed)).toEqual(['complaintFiled claimant']);
    const other = await penalty.complainedOf(openDesk());
    const reason = { reason: 'noInfringement', routesTold: '调解、诉讼' };
    const declined = await other.gives('officer', 'declineEnforcementCase', enforcement, reason);
    expect(toldTo(other, declined)).toEqual(['complaintNotFiled claimant']);
    expect(wordsOf(other, declined, 'complaintNotFiled')).toContain('没有发现可以立案的情形');
  });

  it('sends the respondent nothing, whatever the authority does or decides', async () => {
    const desk = await penalty.notified();
    desk.at('2026-09-21T10:00');
    const decided = await desk.gives('officer', 'decidePenalty', enforcement, {
      document: '烟市监处罚〔2026〕18号',
      orderStop: true,
      served: [{ party: penalty.respondent(desk), servedOn: '2026-09-21' }],
    });
    expect(toldTo(desk, decided)).toEqual([]);
    const closed = await desk.gives('officer', 'closePenaltyCase', enforcement);
    expect(toldTo(desk, closed)).toEqual(['complaintClosed claimant']);
  });

  it('says nothing to anybody of a suspected crime', async () => {
    const desk = await penalty.filed();
    desk.at('2026-09-07T10:00');
    await desk.gives('officer', 'recordFindings', enforcement, {
      turnoverFen: 8_000_000,
      crime: 'sellingCounterfeits',
      summary: '销售金额八万元。',
    });
    const report = { crime: 'sellingCounterfeits', officers: 2, grounds: '销售金额达到追诉标准。' };
    const reported = await desk.gives('officer', 'reportSuspectedCrime', enforcement, report);
    const approved = await desk.gives('officer', 'decideTransfer', enforcement, { approved: true });
    for (const decision of [reported, approved]) expect(toldTo(desk, decision)).toEqual([]);
  });
});
