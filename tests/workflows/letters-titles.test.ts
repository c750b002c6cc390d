/** The letters of arbitration, of commercial mediation, and of the ways in which a title comes about and is enforced. */
import { describe, expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';
import * as arbitrations from '../support/desk-arbitration.ts';
import {
  commercial,
  commercialAgreement,
  commercialAsked,
  commercialSitting,
  pendingLicence,
} from '../support/desk-commercial.ts';
import { enforcement, enforcementAsked, enforcing } from '../support/desk-enforcement.ts';
import { byPaper, notarisation, order, orderIssued, withNotary } from '../support/desk-titles.ts';
import { partyId } from '../support/desk-words.ts';
import { lettersAt, toldTo, wordsOf } from '../support/letters.ts';

const { arbitration } = arbitrations;

describe('an arbitration', () => {
  it('that is accepted is told to the claimant, and a hearing to all whom the institution has told', async () => {
    const desk = await arbitrations.requested();
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, arbitrations.clearClause);
    const number = '烟仲字〔2026〕第66号';
    const accepted = await desk.gives('arbitrator', 'acceptArbitration', arbitration, { number });
    expect(toldTo(desk, accepted)).toEqual(['arbitrationAccepted claimant']);
    const sitting = await arbitrations.tribunalSits(openDesk());
    const hearing = { at: '2026-09-28T09:00', place: '第一仲裁庭', toldOn: '2026-09-10' };
    const set = await sitting.gives('arbitrator', 'scheduleArbitrationHearing', arbitration, hearing);
    expect(toldTo(sitting, set)).toEqual(['arbitrationHearingSet claimant', 'arbitrationHearingSet respondent']);
    for (const one of ['2026-09-28 星期一 09:00', '第一仲裁庭'])
      expect(wordsOf(sitting, set, 'arbitrationHearingSet')).toContain(one);
  });

  it('with an award says that there is one, and which day runs from its receipt, never what it holds', async () => {
    const desk = await arbitrations.heard();
    desk.at('2026-10-12T10:00');
    const award = { kind: 'award', result: 'dismissed' };
    const made = await desk.gives('arbitrator', 'makeAward', arbitration, award);
    expect(toldTo(desk, made)).toEqual(['awardMade claimant', 'awardMade respondent']);
    desk.at('2026-10-15T10:00');
    const party = partyId(desk.file, 'respondent');
    const received = await desk.gives('arbitrator', 'recordAwardService', arbitration, { party });
    expect(toldTo(desk, received)).toEqual(['awardReceived respondent']);
    expect(wordsOf(desk, received, 'awardReceived')).toContain('最后一日为 2027-01-15');
    for (const decision of [made, received])
      expect(JSON.stringify(lettersAt(desk, decision))).not.toMatch(/驳回|支持|dismissed/);
  });
});

describe('a commercial mediation', () => {
  it('that is accepted invites, acknowledges and tells the rights, each with what it may charge', async () => {
    const desk = await commercialAsked();
    const data = { commercial: true, feesTold: true };
    const accepted = await desk.gives('trader', 'acceptCommercialMediation', commercial, data, pendingLicence);
    expect(toldTo(desk, accepted)).toEqual([
      'invitation respondent',
      'commercialAccepted claimant',
      'commercialRights claimant',
      'commercialRights respondent',
    ]);
    for (const notice of ['invitation', 'commercialAccepted', 'commercialRights']) {
      expect(wordsOf(desk, accepted, notice)).toContain('未经您同意不向您收取');
      expect(wordsOf(desk, accepted, notice)).not.toContain('不收取任何费用');
    }
  });

  it('that settles names the last day for confirmation', async () => {
    const desk = await commercialSitting();
    const paper = { mediatorSignedOn: '2026-09-01', sealedOn: '2026-09-01' };
    const agreement = commercialAgreement(desk, '2026-09-01', paper);
    const agreed = await desk.gives('trader', 'recordAgreement', commercial, agreement);
    expect(toldTo(desk, agreed)).toEqual([
      'commercialAgreementEffective claimant',
      'commercialAgreementEffective respondent',
    ]);
    expect(wordsOf(desk, agreed, 'commercialAgreementEffective')).toContain('最后一日为 2026-10-08');
  });
});

describe('an enforcement', () => {
  it('that is accepted is told to who asked for it, and to no debtor', async () => {
    const desk = await enforcementAsked();
    const accepted = await desk.gives('enforcer', 'acceptEnforcement', enforcement, (c) => ({
      number: '（2026）鲁0602执789号',
      creditor: partyId(c, 'claimant'),
    }));
    expect(toldTo(desk, accepted)).toEqual(['enforcementFiled claimant']);
    const measure = await desk.gives('enforcer', 'recordEnforcementMeasure', enforcement, { measure: 'search' });
    expect(toldTo(desk, measure)).toEqual([]);
  });

  it('that ends for now says what may start it again', async () => {
    const desk = await enforcing();
    desk.at('2027-04-01T10:00');
    const done = { reportOrdered: true, restricted: true, searched: true };
    const ended = await desk.gives('enforcer', 'endEnforcementForNow', enforcement, done);
    expect(toldTo(desk, ended)).toEqual(['enforcementEndedForNow claimant', 'enforcementEndedForNow respondent']);
    expect(wordsOf(desk, ended, 'enforcementEndedForNow')).toContain('随时申请恢复执行');
    const found = await desk.gives('enforcer', 'restartEnforcement', enforcement, { found: '新账户线索' });
    expect(toldTo(desk, found)).toEqual([]);
  });
});

describe('an order over a debt', () => {
  it('is told to the debtor when the court has served it, with the day to object and without the sum', async () => {
    const desk = await orderIssued();
    const debtor = partyId(desk.file, 'respondent');
    desk.at('2026-09-16T10:00');
    const served = await desk.gives('liu', 'recordOrderService', order, { debtor });
    expect(toldTo(desk, served)).toEqual(['debtOrderServed respondent']);
    expect(wordsOf(desk, served, 'debtOrderServed')).toContain('最后一日为 2026-10-08');
    expect(JSON.stringify(lettersAt(desk, served))).not.toMatch(/6000000|60000/);
  });
});

describe('an instrument of a notary without a login', () => {
  it('is told to both by who keeps the record, and names the notary', async () => {
    const desk = await withNotary();
    const instrument = {
      number: '（2026）鲁烟公证执字第8号',
      acceptsEnforcement: true,
      performanceDueOn: '2026-11-30',
    };
    const issued = await desk.gives('limin', 'issueNotarisedInstrument', notarisation, instrument, byPaper);
    expect(toldTo(desk, issued)).toEqual([
      'notarisedInstrumentIssued claimant',
      'notarisedInstrumentIssued respondent',
    ]);
    const [letter] = lettersAt(desk, issued);
    expect(letter?.organisation).toBe('yantaiMediationCommittee');
    const name = desk.reference.organisations.yantaiNotaries?.name.zh;
    expect(wordsOf(desk, issued, 'notarisedInstrumentIssued')).toContain(`${name}已于`);
  });
});
