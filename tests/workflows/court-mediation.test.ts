/** Mediation that a court delegates or entrusts: from the referral to what comes back (OMR, IMR, OP25). */
import { describe, expect, it } from 'vitest';
import { decide, isRefusal, type Reference, referralOf } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import {
  byChannel,
  chosen,
  complained,
  delegated,
  entrusted,
  mediation,
  numberOf,
  onlineAgreement,
  papers,
  referralSent,
  registered,
  sitting,
  suit,
} from '../support/desk-court.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  partyId,
  pathOf,
  proceedingOf,
  stateOf,
} from '../support/desk-words.ts';

describe('a complaint of 2026 that the court would like to have mediated', () => {
  it('is registered first and then entrusted, unless the court says that it delegates', async () => {
    const desk = await complained();
    const refusal = await desk.refuses('entrust-after-registration', 'liu', 'proposeMediation', suit);
    expect(refusal.instead?.zh).toContain('登记立案');
  });

  it('is delegated only after the warning that registration comes first', async () => {
    const desk = await complained();
    await desk.refuses('acknowledge-warnings', 'liu', 'proposeMediation', suit, { mode: 'delegated' });
    await desk.gives(
      'liu',
      'proposeMediation',
      suit,
      { mode: 'delegated' },
      { acknowledged: ['registration-comes-first'] },
    );
    expect(stateOf(desk, 'litigation')).toBe('mediationProposed');
  });

  it('of 2024 is delegated as a matter of course', async () => {
    const desk = await complained(openDesk({ at: '2024-08-05T09:00' }));
    await desk.gives('liu', 'proposeMediation', suit, { number: '（2024）鲁0602诉前调5号' });
    expect(numberOf(desk, 'litigation')).toBe('（2024）鲁0602诉前调5号');
  });

  it('is never delegated once it is registered', async () => {
    const desk = await registered();
    await desk.refuses('delegate-before-registration', 'liu', 'proposeMediation', suit, { mode: 'delegated' });
  });

  it('is not sent before everybody agreed', async () => {
    const desk = await registered();
    await desk.gives('liu', 'proposeMediation', suit);
    await desk.gives('liu', 'recordConsent', suit, (c) => ({
      party: partyId(c, 'claimant'),
      answer: 'agrees',
      channel: 'visit',
    }));
    await desk.refuses('mediation-consent-missing', 'liu', 'confirmMediationConsent', suit);
    await desk.gives('liu', 'declineMediationInSuit', suit, { because: 'refused' });
    expect(stateOf(desk, 'litigation')).toBe('registered');
  });

  it('gives the parties two working days to choose, weekends not counted, and the court three to designate', async () => {
    // 3 September 2026 is a Thursday.
    const desk = await registered();
    await desk.gives('liu', 'proposeMediation', suit);
    expect(dueOfClock(desk, 'online.court_designate')).toBe('2026-09-08');
    for (const party of Object.keys(desk.file.parties))
      await desk.gives('liu', 'recordConsent', suit, { party, answer: 'agrees', channel: 'visit' });
    await desk.gives('liu', 'confirmMediationConsent', suit);
    expect(dueOfClock(desk, 'online.choose_mediator')).toBe('2026-09-07');
  });

  it('goes to the organisation that was chosen and to no other, and not before one was', async () => {
    const early = await registered();
    const h1 = { kind: 'H1', to: 'yantaiMediationCommittee' };
    await early.refuses('referral-not-prepared', 'liu', 'prepareHandoff', suit, h1);
    const desk = await chosen(await registered());
    await desk.refuses('referral-not-prepared', 'liu', 'prepareHandoff', suit, {
      ...h1,
      to: 'laishanMediationStation',
    });
  });

  it('travels with the letter of its mode', async () => {
    const desk = await chosen(await registered());
    await papers(desk, 'liu', suit, [
      ['delegationLetter', 'organisationFile'],
      ['complaint', 'partyFile'],
      ['consentRecord', 'organisationFile'],
    ]);
    await desk.gives('liu', 'prepareHandoff', suit, (c) => ({
      kind: 'H1',
      to: 'yantaiMediationCommittee',
      partiesConsent: true,
      items: itemIds(c, 'delegationLetter', 'complaint', 'consentRecord'),
    }));
    const refusal = await desk.refuses('packet-incomplete', 'liu', 'offerHandoff', handoff);
    expect(refusal.text.zh).toContain('委托函');
    // By the law of referrals, not by that of confirmation.
    expect(refusal.basis.map(({ instrument }) => instrument)).toEqual(['IMR', 'OMR', 'OP25']);
  });
});

describe('a referral on its way', () => {
  it('that nobody answers within three working days lapses, and the court names another organisation', async () => {
    const desk = await referralSent(await chosen(await registered()), 'entrustmentLetter');
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    // Received on Friday 4 September: Monday, Tuesday, Wednesday.
    expect(dueOfClock(desk, 'online.org_confirm')).toBe('2026-09-09');
    await desk.gives('system', 'lapseHandoff', handoff, {}, { at: '2026-09-10T00:05' });
    expect(byChannel(desk, 'courtAnnexedMediation')).toEqual([]);
    expect(stateOf(desk, 'litigation')).toBe('choosingMediator');
    await desk.gives('liu', 'chooseMediationOrganisation', suit, {
      chosenBy: 'court',
      organisation: 'laishanMediationStation',
    });
    await desk.gives('liu', 'prepareHandoff', suit, { kind: 'H1', to: 'laishanMediationStation' });
  });

  it('that lapsed though the answer had come in time comes back on proof, and is taken under its own date', async () => {
    const desk = await referralSent(await chosen(await registered()), 'entrustmentLetter');
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    const proof = { proof: '9月9日平台回执' };
    const inTime = { answeredOn: '2026-09-09', ...proof };
    await desk.refuses('handoff-has-not-lapsed', 'liu', 'takeBackLapse', handoff, inTime, {
      at: '2026-09-09T12:00',
    });
    await desk.gives('system', 'lapseHandoff', handoff, {}, { at: '2026-09-10T00:05' });
    desk.at('2026-09-10T09:00');
    await desk.refuses('answer-came-too-late', 'liu', 'takeBackLapse', handoff, {
      ...inTime,
      answeredOn: '2026-09-10',
    });
    await desk.refuses('not-allowed', 'limin', 'takeBackLapse', handoff, inTime);
    await desk.gives('liu', 'takeBackLapse', handoff, inTime);
    await desk.gives('limin', 'acceptHandoff', handoff, {}, { occurredOn: '2026-09-09T16:00' });
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('accepted');
    expect(dueOfClock(desk, 'med.entrusted.ordinary')).toBe('2026-09-24');
    expect(desk.file.handoffs[handoff(desk.file).id]!.answeredOn).toBe('2026-09-09T16:00');
  });

  it('that lapsed does not come back once another organisation was asked', async () => {
    const desk = await referralSent(await chosen(await registered()), 'entrustmentLetter');
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
    const lapsed = handoff(desk.file);
    await desk.gives('system', 'lapseHandoff', handoff, {}, { at: '2026-09-10T00:05' });
    const organisation = 'laishanMediationStation';
    await desk.gives('liu', 'chooseMediationOrganisation', suit, { chosenBy: 'court', organisation });
    await desk.gives('liu', 'prepareHandoff', suit, { kind: 'H1', to: organisation });
    const answer = { answeredOn: '2026-09-09', proof: '9月9日平台回执' };
    await desk.refuses('handoff-was-replaced', 'liu', 'takeBackLapse', () => lapsed, answer);
  });

  it('counts working days through the National Day holiday with its make-up days', async () => {
    const desk = await referralSent(await chosen(await registered()), 'entrustmentLetter');
    // Received on 29 September 2026: the 30th, then 8 and 9 October.
    await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-29T09:00' });
    expect(dueOfClock(desk, 'online.org_confirm')).toBe('2026-10-09');
  });

  it('may be declined for the reasons of the rules, and for no other', async () => {
    const desk = await referralSent(await chosen(await registered()), 'entrustmentLetter');
    await desk.gives('limin', 'receiveHandoff', handoff);
    const words = { explanation: '不属于本会受理范围' };
    await desk.refuses('return-reason-not-allowed', 'limin', 'returnHandoff', handoff, {
      reason: 'incompletePapers',
      ...words,
    });
    await desk.gives('limin', 'returnHandoff', handoff, { reason: 'outsideScope', ...words });
    expect(stateOf(desk, 'litigation')).toBe('choosingMediator');
  });

  it('that is taken opens the mediation here, the suit waits, and the court stays in charge of the suit', async () => {
    const desk = await entrusted();
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('accepted');
    expect(stateOf(desk, 'litigation')).toBe('awaitingMediation');
    expect(proceedingOf(desk.file, 'litigation').organisation).toBe('zhifuCourt');
    expect(pathOf(desk)).toBe('inMediation');
    expect(referralOf(desk.file, mediation(desk.file).id)).toEqual({ mode: 'entrusted', court: 'zhifuCourt' });
  });
});

describe('the term of a referred mediation', () => {
  it('is fifteen days in the ordinary procedure, counted from the day it was taken', async () => {
    expect(dueOfClock(await entrusted(), 'med.entrusted.ordinary')).toBe('2026-09-22');
  });

  it('is seven days in the summary procedure', async () => {
    const desk = await entrusted(undefined, 'summary');
    expect(dueOfClock(desk, 'med.entrusted.summary')).toBe('2026-09-14');
    expect(clocksBy(desk, 'med.entrusted.ordinary')).toEqual([]);
  });

  it('is thirty days when delegated, with the pre-filing number of the court on the file', async () => {
    const desk = await delegated();
    // Day thirty is 7 October, in the holiday: the first working day after it.
    expect(dueOfClock(desk, 'med.delegated.term')).toBe('2026-10-08');
    expect(numberOf(desk, 'courtAnnexedMediation')).toBe('（2026）鲁0602诉前调77号');
  });

  it('does not count the days of an appraisal when delegated', async () => {
    const desk = await delegated();
    await desk.gives('limin', 'beginAppraisal', mediation, { subject: '产品来源' }, { at: '2026-09-08T09:00' });
    expect(dueOfClock(desk, 'med.delegated.term')).toBeNull();
    await desk.refuses('appraisal-still-open', 'limin', 'beginAppraisal', mediation, { subject: '又一次' });
    await desk.gives('limin', 'endAppraisal', mediation, {}, { at: '2026-09-18T09:00' });
    // Ten days of appraisal: 7 October becomes 17 October, a Saturday.
    expect(dueOfClock(desk, 'med.delegated.term')).toBe('2026-10-19');
    await desk.refuses('no-appraisal-open', 'limin', 'endAppraisal', mediation);
  });

  it('is extended by all parties or not at all, and by thirty days at most when entrusted', async () => {
    const desk = await sitting(await entrusted());
    await desk.refuses('extension-needs-everyone', 'sun', 'extendMediation', mediation, (c) => ({
      days: 10,
      agreedBy: [partyId(c, 'claimant')],
    }));
    await desk.gives('sun', 'extendMediation', mediation, (c) => ({ days: 60, agreedBy: Object.keys(c.parties) }));
    expect(dueOfClock(desk, 'med.entrusted.ordinary')).toBe('2026-10-22');
  });
});

describe('the other side of a referred mediation', () => {
  it('is to be reached within three working days, each respondent by itself', async () => {
    const desk = await entrusted(undefined, 'ordinary', 2);
    expect(clocksBy(desk, 'online.contact_respondent').map((clock) => clock.due)).toEqual(['2026-09-10', '2026-09-10']);
    await desk.gives('limin', 'recordContact', mediation, (c) => ({
      party: partyId(c, 'respondent', 0),
      channel: 'telephone',
      result: 'reached',
    }));
    expect(clocksBy(desk, 'online.contact_respondent').map((clock) => clock.party)).toEqual([
      partyId(desk.file, 'respondent', 1),
    ]);
  });

  it('that refuses ends it: no session is lawful any more, and it returns at once', async () => {
    const desk = await delegated();
    await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' });
    await desk.gives('limin', 'recordConsent', mediation, (c) => ({
      party: partyId(c, 'respondent'),
      answer: 'refuses',
      channel: 'telephone',
    }));
    await desk.refuses('mediation-refused', 'sun', 'openSession', mediation, { mode: 'online' });
    await desk.gives('sun', 'endMediation', mediation, { reason: 'partyWillNotGoOn', routesTold: true });
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('failed');
  });

  it('that rejects the replacement too and will not choose has refused mediation', async () => {
    const desk = await sitting(await entrusted());
    await desk.gives('limin', 'requestReplacement', mediation, (c) => ({
      party: partyId(c, 'respondent'),
      what: 'mediator',
      refusesToChoose: false,
    }));
    await desk.gives('limin', 'assignMediator', mediation, { mediator: 'zhou-jianguo' });
    await desk.gives('limin', 'requestReplacement', mediation, (c) => ({
      party: partyId(c, 'respondent'),
      what: 'mediator',
      refusesToChoose: true,
    }));
    await desk.refuses('mediation-refused', 'zhou', 'openSession', mediation, { mode: 'online' });
  });
});

describe('a mediator who is related to a party', () => {
  it('goes on only when all agree; a session before that is recorded with the mark and its repair', async () => {
    const desk = await sitting(await entrusted());
    await desk.gives('sun', 'discloseRelation', mediation, { relation: 'interest', waived: false });
    await desk.gives('sun', 'openSession', mediation, { mode: 'online' }, { at: '2026-09-10T09:30' });
    const marked = Object.values(desk.file.facts).filter((fact) => fact.type === 'openSession');
    expect(marked.at(-1)?.irregular.map(({ code }) => code)).toEqual(['recusal-open']);
    await desk.gives('sun', 'discloseRelation', mediation, { relation: 'interest', waived: true });
    await desk.gives('sun', 'openSession', mediation, { mode: 'online' }, { at: '2026-09-10T14:30' });
    expect(Object.values(desk.file.facts).findLast((fact) => fact.type === 'openSession')?.irregular).toEqual([]);
  });

  it('may go on in a commercial organisation only when all sides agreed in writing', async () => {
    const desk = await sitting(await entrusted());
    const given = desk.given('sun');
    const own = given.reference.organisations.yantaiMediationCommittee!;
    const commercial = { ...own, kind: 'commercialMediationOrganisation' as const };
    const organisations = { ...given.reference.organisations, [own.id]: commercial };
    const reference: Reference = { ...given.reference, organisations };
    const disclose = (data: object) =>
      decide(
        desk.file,
        {
          ...{ id: 'try', type: 'discloseRelation', target: mediation(desk.file), occurredOn: null },
          ...{ data, acknowledged: [], evidence: null },
        },
        { ...given, reference },
      );
    expect(disclose({ relation: 'interest', waived: true })).toMatchObject({
      code: 'waiver-must-be-written',
      field: 'evidence',
    });
    expect(isRefusal(disclose({ relation: 'interest', waived: false }))).toBe(false);
    await papers(desk, 'limin', mediation, [['consentRecord', 'jointSigned']]);
    const [evidence] = itemIds(desk.file, 'consentRecord');
    expect(disclose({ relation: 'interest', waived: true, evidence })).toMatchObject({ kind: 'decision' });
  });
});

describe('an agreement made online', () => {
  it('takes effect when the last party has e-signed; the seal may follow', async () => {
    const desk = await sitting(await delegated());
    desk.at('2026-09-11T16:00');
    await desk.gives('sun', 'recordAgreement', mediation, (c) =>
      onlineAgreement(desk, [partyId(c, 'claimant')], '2026-09-11'),
    );
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('awaitingFormalities');
    await desk.gives(
      'sun',
      'completeFormalities',
      mediation,
      (c) => ({
        agreement: Object.keys(proceedingOf(c, 'courtAnnexedMediation').agreements)[0],
        signatures: [{ party: partyId(c, 'respondent'), signedOn: '2026-09-14' }],
      }),
      { at: '2026-09-14T10:00' },
    );
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('agreed');
    // The window counts from the last signature: thirty days from 14 September.
    expect(dueOfClock(desk, 'conf.apply')).toBe('2026-10-14');
  });

  it('is not offered as oral in a mediation for a court', async () => {
    const desk = await sitting(await entrusted());
    const forms = desk.choices('sun', 'recordAgreement', mediation, 'form').map(({ value }) => value);
    expect(forms).toEqual(['written', 'online']);
  });

  it('that a party refuses to sign ends the mediation', async () => {
    const desk = await sitting(await entrusted());
    desk.at('2026-09-11T16:00');
    await desk.gives('sun', 'recordAgreement', mediation, (c) =>
      onlineAgreement(desk, [partyId(c, 'claimant')], '2026-09-11'),
    );
    await desk.gives('sun', 'endMediation', mediation, { reason: 'refusedToSign', routesTold: true });
    expect(stateOf(desk, 'courtAnnexedMediation')).toBe('failed');
  });
});
