/** Mediation before authorities: nothing without consent, the department's seal, and the ways from there (O81 35, 63-70; order 363). */
import { describe, expect, it } from 'vitest';
import { derive } from '../../workflows/index.ts';
import { type Data, openDesk } from '../support/desk.ts';
import {
  askedToMediate,
  departmentAgreement,
  general,
  official,
  regulatorTalks,
  settledInside,
  sittingInside,
  talksInside,
} from '../support/desk-official.ts';
import { inEffect, partyId, respondentIds, ruled, ruling } from '../support/desk-ruling.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  matter,
  pathOf,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

const filing = (scope: string): Data => ({ number: '烟知调〔2026〕1号', scope });

describe('a request for mediation at the department', () => {
  it('is served within five working days and answered within fifteen days', async () => {
    const desk = await askedToMediate();
    expect(dueOfClock(desk, 'admed.serve')).toBe('2026-09-08');
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'sendOpinionNotice', official, { party }, { at: '2026-09-03T10:00' });
    expect(dueOfClock(desk, 'admed.respond')).toBe('2026-09-18');
    // Silence is no consent: five working days after the last day the requester is told.
    expect(dueOfClock(desk, 'admed.refuse_notice')).toBe('2026-09-24');
  });

  it('is filed within five working days of the consent, and not before it', async () => {
    const desk = await askedToMediate();
    const party = partyId(desk.file, 'respondent');
    await desk.refuses('respondent-has-not-agreed', 'adjudicator', 'fileAdminMediation', official, filing('reward'));
    await desk.gives('adjudicator', 'sendOpinionNotice', official, { party });
    await desk.refuses('respondent-has-not-agreed', 'adjudicator', 'fileAdminMediation', official, filing('reward'));
    await desk.gives('adjudicator', 'recordOpinion', official, { party, answer: 'agrees' }, { at: '2026-09-10T10:00' });
    expect(dueOfClock(desk, 'admed.file')).toBe('2026-09-17');
    expect(clocksBy(desk, 'admed.refuse_notice')).toEqual([]);
    await desk.gives('adjudicator', 'fileAdminMediation', official, filing('reward'));
    expect(stateOf(desk, 'adminMediation')).toBe('accepted');
  });

  it('that the respondent refuses is not filed; the requester is told within five working days and may go elsewhere', async () => {
    const desk = await askedToMediate();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'sendOpinionNotice', official, { party });
    await desk.gives(
      'adjudicator',
      'recordOpinion',
      official,
      { party, answer: 'refuses' },
      { at: '2026-09-07T10:00' },
    );
    expect(dueOfClock(desk, 'admed.refuse_notice')).toBe('2026-09-14');
    await desk.refuses('mediation-refused', 'adjudicator', 'fileAdminMediation', official, filing('reward'));
    await desk.gives('adjudicator', 'refuseAdminMediation', official, { reason: 'refused' });
    expect([stateOf(desk, 'adminMediation'), pathOf(desk)]).toEqual(['declined', 'unresolved']);
  });

  it('over damages alone needs a decision that found infringement', async () => {
    const desk = await askedToMediate(openDesk(), { dispute: 'infringement', rightKind: 'designPatent' });
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordOpinion', official, { party, answer: 'agrees' });
    const code = 'damages-need-infringement-decision';
    await desk.refuses(code, 'adjudicator', 'fileAdminMediation', official, filing('damages'));
    const paper = { document: 'rulingDecision', title: '行政裁决书', class: 'partyFile', pages: 5 };
    await desk.gives('adjudicator', 'addItem', official, paper);
    const [decision] = itemIds(desk.file, 'rulingDecision');
    await desk.gives('adjudicator', 'fileAdminMediation', official, { ...filing('damages'), decision });
  });

  it('over ownership ends in two months and one more, with its copies and the stay at the office of the State', async () => {
    const desk = await askedToMediate(openDesk(), { dispute: 'ownership' });
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordOpinion', official, { party, answer: 'agrees' });
    await desk.gives('adjudicator', 'fileAdminMediation', official, filing('ownership'));
    expect(dueOfClock(desk, 'admed.ownership.conclude')).toBe('2026-11-02');
    await desk.gives('adjudicator', 'extendOwnershipMediation', official, { months: 1 });
    expect(dueOfClock(desk, 'admed.ownership.conclude')).toBe('2026-12-01');
    await desk.gives('adjudicator', 'recordOwnershipStay', official, { what: 'asked' });
    expect(dueOfClock(desk, 'admed.ownership.stay')).toBe('2027-09-01');
    await desk.gives('adjudicator', 'assignMediator', official, { mediator: 'ruling-officer' });
    const clauses = [
      { subject: 'ownership', act: '专利权归甲', obligor: party, dueOn: '2026-09-30', mannerNamed: true },
    ];
    const paper = departmentAgreement(desk, '2026-09-01', { clauses });
    const acknowledged = ['ownership-clause-cannot-be-confirmed'];
    await desk.gives('adjudicator', 'recordAgreement', official, paper, { acknowledged });
    expect(dueOfClock(desk, 'admed.ownership.restore')).toBe('2026-09-16');
    await desk.gives('adjudicator', 'recordOwnershipStay', official, { what: 'ended' });
    expect(clocksBy(desk, 'admed.ownership.restore')).toEqual([]);
    await desk.gives('adjudicator', 'closeMediation', official, {}, { acknowledged: ['return-visit-missing'] });
    expect(dueOfClock(desk, 'admed.ownership.copy')).toBe('2026-09-08');
    await desk.gives('adjudicator', 'recordOwnershipCopy', official, {});
    expect(clocksBy(desk, 'admed.ownership.copy')).toEqual([]);
  });
});

describe('a ruling in which both sides wish to settle', () => {
  it('T20: waits while the department mediates, and its days do not count', async () => {
    const desk = await talksInside();
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'adminMediation'), pathOf(desk)]).toEqual([
      'inMediation',
      'accepted',
      'inMediation',
    ]);
    expect(clocksBy(desk, 'ruling.conclude')[0]!.due).toBeNull();
    await desk.refuses('mediation-still-open', 'adjudicator', 'endSettlement', ruling);
  });

  it('is closed by the agreement, which takes effect with the seal and both signatures, no mediator’s needed', async () => {
    const desk = await settledInside();
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'adminMediation'), pathOf(desk)]).toEqual([
      'mediated',
      'agreed',
      'settled',
    ]);
    expect(dueOfClock(desk, 'conf.apply')).toBe('2026-10-19');
    await desk.gives('adjudicator', 'closeRuling', ruling);
    expect(pathOf(desk)).toBe('settled');
  });

  it('goes on where it stood when the talks fail, and the matter is with the department again', async () => {
    const desk = await sittingInside();
    await desk.gives('adjudicator', 'endMediation', official, { reason: 'tooFarApart', routesTold: true });
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'adminMediation'), pathOf(desk)]).toEqual([
      'filed',
      'failed',
      'beforeAuthority',
    ]);
  });

  it('closes what was agreed and rules on the rest', async () => {
    const desk = await sittingInside(undefined, 2);
    const [, two] = respondentIds(desk);
    await desk.gives('adjudicator', 'splitMatter', theCase, (c) => ({
      matter: Object.keys(c.matters)[0]!,
      respondents: [two!],
      reason: '一方和解',
    }));
    const [first, second] = Object.keys(desk.file.matters);
    await desk.gives(
      'adjudicator',
      'recordAgreement',
      official,
      departmentAgreement(desk, '2026-09-11', { matters: [first] }),
    );
    await desk.gives('adjudicator', 'endMediation', official, {
      matters: [second],
      reason: 'tooFarApart',
      routesTold: true,
    });
    expect([stateOf(desk, 'adminRuling'), pathOf(desk, 0), pathOf(desk, 1)]).toEqual([
      'filed',
      'settled',
      'beforeAuthority',
    ]);
    expect(proceedingOf(desk.file, 'adminRuling').outcomes).toEqual({ [first!]: 'mediated' });
  });

  it('F1: is not begun against a clear refusal', async () => {
    const desk = await ruled();
    await desk.refuses('not-in-this-state', 'adjudicator', 'beginSettlement', ruling, (c) => ({
      agreedBy: Object.keys(c.parties),
    }));
  });
});

describe('an agreement before the department', () => {
  it('T10: goes to a court by its parties; whether the court takes it is said to be open', async () => {
    const desk = await settledInside();
    const papers = [
      ['mediationAgreement', 'jointSigned'],
      ['confirmationApplication', 'jointSigned'],
      ['addressConfirmation', 'jointSigned'],
      ['mediationProof', 'organisationFile'],
      ['identityDocument', 'partyFile'],
    ] as const;
    for (const [document, itemClass] of papers)
      await desk.gives('adjudicator', 'addItem', official, { document, title: document, class: itemClass, pages: 2 });
    const agreement = Object.keys(proceedingOf(desk.file, 'adminMediation').agreements)[0];
    const items = itemIds(desk.file, ...papers.map(([document]) => document));
    const packet = { kind: 'H4', to: 'zhifuCourt', agreement, items, partiesConsent: true };
    await desk.gives('adjudicator', 'prepareHandoff', official, packet);
    const answer = await desk.refuses('acknowledge-warnings', 'adjudicator', 'offerHandoff', handoff);
    const codes = answer.warnings.map(({ code }) => code);
    expect(codes).toContain('court-may-not-take-administrative-agreements');
    await desk.gives('adjudicator', 'offerHandoff', handoff, {}, { acknowledged: codes });
    await desk.gives('liu', 'receiveHandoff', handoff);
    expect([Object.values(desk.file.handoffs).at(-1)?.route, pathOf(desk)]).toEqual(['T10', 'beingConfirmed']);
  });

  it('stands on the desk of the officer until it is performed', async () => {
    const desk = await settledInside();
    const owed = derive(desk.file, desk.calendar, desk.reference).tasks.filter(({ source }) => source === 'obligation');
    expect(owed.map(({ role }) => role)).toEqual(['rulingOfficer']);
  });
});

describe('a ruling of infringement', () => {
  it('T21: leads to a mediation of the damages at the same department, and the ruling stands', async () => {
    const desk = await inEffect();
    await desk.gives('adjudicator', 'takeUpHere', matter(0), { channel: 'adminMediation' });
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordOpinion', official, { party, answer: 'agrees' });
    await desk.gives('adjudicator', 'fileAdminMediation', official, filing('damages'));
    expect([stateOf(desk, 'adminRuling'), stateOf(desk, 'adminMediation')]).toEqual(['effective', 'accepted']);
  });
});

describe('a mediation that was not filed', () => {
  it('T24: leads to a ruling at the same department, and to a suit', async () => {
    const desk = await askedToMediate(openDesk(), { dispute: 'infringement', rightKind: 'designPatent' });
    await desk.gives('adjudicator', 'refuseAdminMediation', official, { reason: 'silent' });
    await desk.refuses('not-a-choice', 'adjudicator', 'takeUpHere', matter(0), { channel: 'peopleMediation' });
    await desk.gives('adjudicator', 'takeUpHere', matter(0), { channel: 'adminRuling' });
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['requested', 'beforeAuthority']);
    await desk.refuses('exclusive-proceeding-open', 'adjudicator', 'takeUpHere', matter(0), { channel: 'adminRuling' });
    const kinds = desk.choices('adjudicator', 'prepareHandoff', official, 'kind').map(({ value }) => value);
    expect(kinds).toContain('H16');
  });
});

describe('a mediation at the market regulator', () => {
  it('runs without a clock of its own, because no term was read, and ends in an agreement under its seal', async () => {
    const desk = await regulatorTalks();
    const agreement = Object.keys(proceedingOf(desk.file, 'generalAdminMediation').agreements)[0];
    await desk.gives('regulator', 'completeFormalities', general, { agreement, sealedOn: '2026-09-01' });
    expect([stateOf(desk, 'generalAdminMediation'), pathOf(desk)]).toEqual(['agreed', 'settled']);
    expect(dueOfClock(desk, 'conf.apply')).toBe('2026-10-08');
  });

  it('is the regulator’s alone: nobody else may do anything with it', async () => {
    const desk = await regulatorTalks();
    expect(desk.offers('regulator', general).map(({ definition }) => definition.type)).toContain('openSession');
    expect(desk.offers('adjudicator', general)).toEqual([]);
  });
});
