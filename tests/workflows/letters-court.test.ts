/** The letters of a suit, of the mediation a court hands out, and of judicial confirmation. */
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../workflows/index.ts';
import type { Data, Desk } from '../support/desk.ts';
import { openDesk } from '../support/desk.ts';
import {
  agreedOnline,
  broughtBack,
  chosen,
  complained,
  delegated,
  entrusted,
  failedAndBack,
  mediation,
  onlineAgreement,
  referralSent,
  registered,
  sitting,
  suit,
} from '../support/desk-court.ts';
import { submitted } from '../support/desk-stages.ts';
import { handoff, partyId, proceeding } from '../support/desk-words.ts';
import { lettersAt, toldTo, words, wordsOf } from '../support/letters.ts';

describe('a mediation that a court entrusts', () => {
  const acknowledged = async () => {
    const desk = await referralSent(await chosen(await registered()), 'entrustmentLetter');
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    return { desk, decision: await desk.gives('limin', 'acceptHandoff', handoff, {}, { at: '2026-09-07T09:00' }) };
  };

  it('is acknowledged to the claimant, proposed to the respondent, and both learn their rights', async () => {
    const { desk, decision } = await acknowledged();
    expect(toldTo(desk, decision)).toEqual([
      'invitation respondent',
      'referralEntrusted claimant',
      'referralRights claimant',
      'referralRights respondent',
    ]);
    expect(lettersAt(desk, decision)[0]).toMatchObject({ organisation: 'yantaiMediationCommittee' });
  });

  it('invites the respondent in the name of the court, free of charge, with the way to ask the court', async () => {
    const { desk, decision } = await acknowledged();
    const said = wordsOf(desk, decision, 'invitation');
    for (const one of [
      '烟台市芝罘区人民法院转来本机构调解',
      '不收取任何费用',
      '没有任何不利后果',
      '{{queryCode}}',
      '个人信息',
    ])
      expect(said).toContain(one);
    expect(said).not.toContain('向本机构申请调解');
    expect(wordsOf(desk, decision, 'referralEntrusted')).toContain('（2026）鲁0602民初456号');
  });

  it('tells of the mediator with the duty to disclose and the right to another', async () => {
    const desk = await entrusted();
    const decision = await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' });
    expect(toldTo(desk, decision)).toEqual(['referralMediator claimant', 'referralMediator respondent']);
    expect(wordsOf(desk, decision, 'referralMediator')).toMatch(/孙丽华.*披露.*申请更换.*人民法院在线调解规则/s);
  });

  it('that settles tells of the way through the court, and of no window for confirmation', async () => {
    const desk = await sitting(await entrusted());
    desk.at('2026-09-11T16:00');
    const decision = await desk.gives('sun', 'recordAgreement', mediation, agreement(desk));
    expect(toldTo(desk, decision)).toEqual([
      'entrustedAgreementEffective claimant',
      'entrustedAgreementEffective respondent',
    ]);
    const said = wordsOf(desk, decision, 'entrustedAgreementEffective');
    expect(said).toContain('制作调解书');
    expect(said).not.toContain('最后一日');
  });

  it('that fails tells both that the court goes on, and the court says so when it has the case back', async () => {
    const desk = await sitting(await entrusted());
    desk.at('2026-09-14T10:00');
    const ended = await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    expect(toldTo(desk, ended)).toEqual(['entrustedMediationEnded claimant', 'entrustedMediationEnded respondent']);
    expect(wordsOf(desk, ended, 'entrustedMediationEnded')).not.toContain('分歧');
  });
});

describe('a mediation that a court delegates', () => {
  it('that settles names the court and the last day for confirmation', async () => {
    const desk = await sitting(await delegated());
    desk.at('2026-09-11T16:00');
    const decision = await desk.gives('sun', 'recordAgreement', mediation, agreement(desk));
    const said = wordsOf(desk, decision, 'delegatedAgreementEffective');
    expect(said).toContain('共同向委派调解的烟台市芝罘区人民法院申请司法确认，最后一日为 2026-10-12 星期一');
    expect(toldTo(desk, decision)).toHaveLength(2);
  });

  it('that fails says that nothing has to be filed again', async () => {
    const desk = await sitting(await delegated());
    desk.at('2026-09-14T10:00');
    const ended = await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    expect(wordsOf(desk, ended, 'delegatedMediationEnded')).toContain('不需要重新提交');
  });
});

describe('a suit', () => {
  it('that arrives, is returned for correction and registered is told to the claimant alone', async () => {
    const desk = await complained();
    const corrected = await desk.gives('liu', 'requireCorrection', suit, { papers: '被告住所', until: '2026-09-10' });
    expect(toldTo(desk, corrected)).toEqual(['suitCorrection claimant']);
    expect(wordsOf(desk, corrected, 'suitCorrection')).toContain('2026-09-10 星期四 前');
    expect(JSON.stringify(lettersAt(desk, corrected))).not.toContain('被告住所');
    await desk.gives('liu', 'recordCorrection', suit);
    const number = '（2026）鲁0602民初456号';
    const filed = await desk.gives('liu', 'registerSuit', suit, { number, procedure: 'ordinary' });
    expect(toldTo(desk, filed)).toEqual(['suitRegistered claimant']);
    expect(wordsOf(desk, filed, 'suitRegistered')).toContain(number);
  });

  it('is told to a respondent once the court has served it, and not before', async () => {
    const desk = await registered();
    const early = await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' });
    expect(toldTo(desk, early)).toEqual(['suitWithdrawn claimant']);
    const other = await registered(openDesk());
    const served = await other.gives('liu', 'recordComplaintService', suit, {
      party: partyId(other.file, 'respondent'),
    });
    expect(toldTo(other, served)).toEqual(['suitServed respondent']);
    const judged = await other.gives('liu', 'withdrawSuit', suit, { how: 'allowed' });
    expect(toldTo(other, judged)).toEqual(['suitWithdrawn claimant', 'suitWithdrawn respondent']);
  });

  it('with a judgment says that there is one, and nothing of what it holds', async () => {
    const desk = await registered();
    await desk.gives('liu', 'openTrial', suit, {}, { occurredOn: '2026-09-03T09:30' });
    const decision = await desk.gives('liu', 'recordJudgment', suit, {
      number: '（2026）鲁0602民初456号',
      result: 'dismissed',
      judge: '审判长',
    });
    expect(toldTo(desk, decision)).toEqual(['judgmentGiven claimant']);
    expect(wordsOf(desk, decision, 'judgmentGiven')).not.toMatch(/驳回|支持/);
    expect(wordsOf(desk, decision, 'judgmentGiven')).toContain('以法院送达为准');
  });

  it('that is back from mediation is told to both sides by the court', async () => {
    const failed = await failedAndBack(await entrusted());
    expect(failed.file.proceedings[suit(failed.file).id]?.slot.value).toBe('registered');
    const settled = await agreedOnline(await entrusted());
    await broughtBack(settled, 'H2', '2026-09-14T15:00');
    const issued = await settled.gives('liu', 'issueMediationDocument', suit);
    expect(toldTo(settled, issued)).toEqual(['mediationDocumentIssued claimant', 'mediationDocumentIssued respondent']);
  });
});

describe('an application for judicial confirmation', () => {
  const confirmation = proceeding('judicialConfirmation');

  it('that is accepted, or needs papers by a day, is told to both sides', async () => {
    const desk = await submitted();
    const data = { papers: '身份证明', until: '2026-09-14' };
    const asked = await desk.gives('liu', 'requireSupplement', confirmation, data);
    expect(toldTo(desk, asked)).toEqual(['confirmationSupplement claimant', 'confirmationSupplement respondent']);
    expect(wordsOf(desk, asked, 'confirmationSupplement')).toContain(data.until);
    expect(wordsOf(desk, asked, 'confirmationSupplement')).not.toContain('身份证明');
    await desk.gives('liu', 'recordSupplement', confirmation, { complete: true });
    const accepted = await desk.gives('liu', 'acceptConfirmation', confirmation, {
      number: '（2026）鲁0602诉前调确123号',
    });
    expect(toldTo(desk, accepted)).toEqual(['confirmationAccepted claimant', 'confirmationAccepted respondent']);
  });

  it('that is not accepted names the ground and what remains open', async () => {
    const desk = await submitted();
    const refused = await desk.gives('liu', 'refuseAcceptance', confirmation, { reason: 'determinesOwnership' });
    expect(toldTo(desk, refused)).toEqual(['confirmationNotAccepted claimant', 'confirmationNotAccepted respondent']);
    const said = wordsOf(desk, refused, 'confirmationNotAccepted');
    for (const one of ['知识产权确权', '约束力不因此改变', '公证', '仲裁', '起诉']) expect(said).toContain(one);
  });
});

describe('a court that has no login', () => {
  it('writes to nobody: the organisation that keeps its record does, and names the court', async () => {
    const desk = await submitted();
    const number = '（2026）鲁0602诉前调确123号';
    const decision = await desk.gives('liu', 'acceptConfirmation', proceeding('judicialConfirmation'), { number });
    const { reference } = desk;
    const zhifuCourt = { ...reference.organisations.zhifuCourt!, onSystem: false };
    const town = { ...reference, organisations: { ...reference.organisations, zhifuCourt } };
    const [letter] = lettersOf(decision, { ...desk.given('liu'), reference: town }).drafts;
    expect(letter).toMatchObject({ notice: 'confirmationAccepted', organisation: 'yantaiMediationCommittee' });
    expect(words(letter!)).toContain('烟台市芝罘区人民法院已于');
  });
});

function agreement(desk: Desk): Data {
  return onlineAgreement(desk, Object.keys(desk.file.parties), '2026-09-11');
}
