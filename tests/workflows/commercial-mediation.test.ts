import { describe, expect, it } from 'vitest';
import { decide, isRefusal } from '../../workflows/index.ts';
import { crimeIsReported, rightsWereTold } from '../../workflows/mediation/requirements.ts';
import { cite } from '../../workflows/rules/instruments.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import {
  commercial,
  commercialAgreement,
  commercialAsked,
  commercialSitting,
  pendingLicence,
} from '../support/desk-commercial.ts';
import { inSession, openedCase } from '../support/desk-stages.ts';
import { dueOfClock, handoff, itemIds, partyId, pathOf, proceeding, stateOf } from '../support/desk-words.ts';

const intake = proceeding('intake');
const accept = { commercial: true, feesTold: true };

describe('an application for commercial mediation', () => {
  it('is taken by a commercial organisation (T1), and refused by any other', async () => {
    const desk = await openedCase();
    const refusal = await desk.refuses('organisation-cannot-run-channel', 'limin', 'routeHere', intake, {
      channel: 'commercialMediation',
    });
    expect(refusal.basis).toContainEqual({ instrument: 'CMR', article: '第十五条' });
    expect(stateOf(await commercialAsked(), 'commercialMediation')).toBe('applied');
  });

  it('comes from the centre or a committee by a handoff of its own', async () => {
    const desk = await openedCase();
    await desk.gives('limin', 'addItem', intake, {
      document: 'intakeForm',
      title: '登记表',
      class: 'organisationFile',
      pages: 1,
    });
    await desk.gives('limin', 'prepareHandoff', intake, (c) => ({
      kind: 'H23',
      to: 'yantaiCommercialMediators',
      items: itemIds(c, 'intakeForm'),
    }));
    await desk.gives('limin', 'offerHandoff', handoff);
    await desk.gives('trader', 'receiveHandoff', handoff);
    await desk.gives('trader', 'acceptHandoff', handoff);
    expect([stateOf(desk, 'commercialMediation'), pathOf(desk)]).toEqual(['applied', 'inMediation']);
  });

  it('of a consumer or an employee is not for it (CMR 2)', async () => {
    const desk = await commercialAsked();
    await desk.refuses('not-a-commercial-dispute', 'trader', 'acceptCommercialMediation', commercial, {
      feesTold: true,
    });
    await desk.gives('trader', 'declineMediation', commercial, { reason: 'outsideRemit', routesTold: '人民调解' });
    expect(pathOf(desk)).toBe('unresolved');
  });

  it('is not mediated against a clear refusal (F1)', async () => {
    const desk = await commercialAsked();
    const no = { party: partyId(desk.file, 'respondent'), answer: 'refuses', channel: 'telephone' };
    await desk.gives('trader', 'recordConsent', commercial, no);
    await desk.refuses('mediation-refused', 'trader', 'acceptCommercialMediation', commercial, accept);
  });
});

describe('what commercial mediation is measured by', () => {
  it('is its own regulations, never the law of people’s mediation', async () => {
    const desk = await commercialSitting();
    const told = Object.values(desk.file.facts).find(({ type }) => type === 'giveRightsNotice')!;
    const untold = { ...desk.file, facts: { ...desk.file.facts, [told.id]: { ...told, annulledBy: 1 } } };
    const target = commercial(untold);
    const marks = rightsWereTold.check({ caseFile: untold, proceeding: untold.proceedings[target.id]! } as never);
    expect(marks?.basis?.map(({ instrument }) => instrument)).toEqual(['CMR']);
    const performed = { party: partyId(desk.file, 'respondent'), result: 'full' };
    const refusal = await desk.refuses('no-agreement-in-effect', 'trader', 'recordPerformance', commercial, performed);
    expect(refusal.basis).toEqual([{ instrument: 'CMR', article: '第二十二条' }]);
  });
});

describe('signs of a crime in commercial mediation', () => {
  it('are to be reported by everybody’s duty, with its article to be confirmed, and not by the law of people’s mediation', async () => {
    const desk = await commercialSitting();
    const [told] = Object.values(desk.file.facts);
    const seen = { ...told!, type: 'screenDispute', values: { crimeIndicators: ['counterfeitMark'] } };
    const suspicious = { ...desk.file, facts: { ...desk.file.facts, [seen.id]: seen } };
    const target = suspicious.proceedings[commercial(suspicious).id]!;
    const marks = crimeIsReported.check({ caseFile: suspicious, proceeding: target } as never);
    expect(marks?.basis?.map((one) => cite(one, 'zh'))).toEqual(['《刑事诉讼法》第一百一十条第一款（待核实）']);
    expect(crimeIsReported.check({ caseFile: desk.file, proceeding: target } as never)).toBeNull();
  });
});

describe('the licence', () => {
  it('asks nothing of what was accepted before 2026-05-01', async () => {
    const desk = await commercialAsked(openDesk({ at: '2026-04-10T09:00' }));
    await desk.gives('trader', 'acceptCommercialMediation', commercial, { feesTold: true });
    expect(stateOf(desk, 'commercialMediation')).toBe('accepted');
  });

  it('is warned about in the year that bodies have to get it, and asked for afterwards', async () => {
    const desk = await commercialAsked();
    const answer = await desk.refuses(
      'acknowledge-warnings',
      'trader',
      'acceptCommercialMediation',
      commercial,
      accept,
    );
    expect(answer.warnings[0]!.text.zh).toContain('2027-04-30');
    desk.at('2027-05-10T09:00');
    await desk.refuses('commercial-body-not-licensed', 'trader', 'acceptCommercialMediation', commercial, accept);
  });

  it('once on record is neither', async () => {
    const desk = await commercialAsked();
    desk.at('2027-05-10T09:00');
    const given = { ...desk.given('trader'), found: {} };
    const licence = { id: 'commercialMediation.licensed', organisation: 'yantaiCommercialMediators', value: 'yes' };
    const note = { zh: '执业证书', en: 'Licence' };
    const policies = [{ ...licence, from: null, to: null, note, toConfirm: false }];
    const order = {
      id: 'licensed',
      type: 'acceptCommercialMediation',
      target: commercial(desk.file),
      occurredOn: null,
      data: accept,
      acknowledged: [],
      evidence: null,
    };
    const answer = decide(desk.file, order, { ...given, reference: { ...given.reference, policies } });
    expect(isRefusal(answer) ? answer.code : 'taken').toBe('taken');
  });
});

describe('a commercial mediator', () => {
  it('is chosen by the parties together, or the choice is marked', async () => {
    const desk = await commercialAsked();
    await desk.gives('trader', 'acceptCommercialMediation', commercial, accept, pendingLicence);
    await desk.gives('trader', 'assignMediator', commercial, { mediator: 'commercial-mediator' });
    const fact = Object.values(desk.file.facts).findLast(({ type }) => type === 'assignMediator')!;
    expect(fact.irregular.map(({ code }) => code)).toEqual(['mediator-not-jointly-chosen']);
  });

  it('related to a party goes on only with a waiver in writing: an oral one is not enough (edge case 12)', async () => {
    const desk = await commercialSitting();
    await desk.refuses('waiver-must-be-written', 'trader', 'discloseRelation', commercial, {
      relation: 'kinship',
      waived: true,
    });
    await desk.gives('trader', 'discloseRelation', commercial, { relation: 'kinship' });
    await desk.gives('trader', 'openSession', commercial, { mode: 'online' });
    const marks = () =>
      Object.values(desk.file.facts)
        .findLast(({ type }) => type === 'openSession')!
        .irregular.map(({ code }) => code);
    expect(marks()).toEqual(['recusal-open']);
    await desk.gives('trader', 'adjournMediation', commercial);
    const paper = { document: 'other', title: '双方书面同意', class: 'organisationFile', pages: 1 };
    await desk.gives('trader', 'addItem', commercial, paper);
    const waiver = { relation: 'kinship', waived: true, evidence: itemIds(desk.file, 'other')[0] };
    await desk.gives('trader', 'discloseRelation', commercial, waiver);
    await desk.gives('trader', 'openSession', commercial, { mode: 'online' });
    expect(marks()).toEqual([]);
  });
});

describe('a commercial agreement', () => {
  it('waits for mediator and seal, and counts from the last signature of the parties, the safer day', async () => {
    const desk = await commercialSitting();
    desk.at('2026-09-03T16:00');
    await desk.gives('trader', 'recordAgreement', commercial, commercialAgreement(desk, '2026-09-03'));
    expect(stateOf(desk, 'commercialMediation')).toBe('awaitingFormalities');
    const agreement = Object.keys(Object.values(desk.file.proceedings).at(-1)!.agreements)[0];
    const rest = { agreement, mediatorSignedOn: '2026-09-08', sealedOn: '2026-09-08' };
    await desk.gives('trader', 'completeFormalities', commercial, rest, { at: '2026-09-08T10:00' });
    expect([stateOf(desk, 'commercialMediation'), pathOf(desk)]).toEqual(['agreed', 'settled']);
    expect(dueOfClock(desk, 'conf.apply')).toBe('2026-10-08');
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'agreementEffective');
    expect(fact?.occurredOn).toBe('2026-09-03');
  });

  it('before 2026-05-01 was a contract of the parties, in effect when they had signed', async () => {
    const desk = await commercialAsked(openDesk({ at: '2026-04-10T09:00' }));
    await desk.gives('trader', 'acceptCommercialMediation', commercial, accept);
    await desk.gives('trader', 'assignMediator', commercial, { mediator: 'commercial-mediator' });
    await desk.gives('trader', 'giveRightsNotice', commercial, (c) => ({
      parties: Object.keys(c.parties),
      manner: 'oral',
    }));
    await desk.gives('trader', 'recordAgreement', commercial, commercialAgreement(desk, '2026-04-10'));
    expect(stateOf(desk, 'commercialMediation')).toBe('agreed');
  });

  it('is never oral here', async () => {
    const desk = await commercialSitting();
    await desk.refuses(
      'not-a-choice',
      'trader',
      'recordAgreement',
      commercial,
      commercialAgreement(desk, '2026-09-01', { form: 'oral' }),
    );
  });
});

describe('a commercial mediation', () => {
  it('may be public when every party agrees, and what is said inside stays inside all the same (CMR 19)', async () => {
    const desk = await commercialSitting();
    const [one] = Object.keys(desk.file.parties);
    const agreed = { scope: 'sessions' };
    const refusal = await desk.refuses('publicity-without-consent', 'trader', 'agreeToPublicity', commercial, {
      ...agreed,
      agreedBy: [one],
    });
    expect(refusal.basis).toEqual([{ instrument: 'CMR', article: '第十九条' }]);
    const everybody = (c: Desk['file']) => ({ ...agreed, agreedBy: Object.keys(c.parties) });
    await desk.gives('trader', 'agreeToPublicity', commercial, everybody);
    await desk.gives('trader', 'noteInside', commercial, { kind: 'minutes', note: '方案' });
    expect((await desk.journal()).at(-1)!.envelope.compartment).not.toBeNull();
    const people = await inSession();
    const offered = people.offers('sun', proceeding('peopleMediation')).map(({ definition }) => definition.type);
    expect(offered).toContain('inviteHelper');
    expect(offered).not.toContain('agreeToPublicity');
  });
});

describe('a fee', () => {
  it('may be charged here (CMR 16), and never by a committee (F18)', async () => {
    const desk = await commercialSitting();
    await desk.gives('trader', 'recordMediationFee', commercial, { amountFen: 500_000, publicScale: true });
    const free = await inSession();
    const answer = await free.refuses(
      'mediation-is-free',
      'limin',
      'recordMediationFee',
      proceeding('peopleMediation'),
      {
        amountFen: 500_000,
      },
    );
    expect(answer.basis[0]).toMatchObject({ instrument: 'PML', article: '第四条' });
  });
});
