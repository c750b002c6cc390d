import { describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/desk.ts';
import { arbitration } from '../support/desk-arbitration.ts';
import { agreedOnline, broughtBack, entrusted, suit } from '../support/desk-court.ts';
import { enforcement, enforcementAsked, enforcing, enforcingAward } from '../support/desk-enforcement.ts';
import { agreed, confirmed } from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  matter,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
} from '../support/desk-words.ts';

const confirmation = proceeding('judicialConfirmation');
const number = '（2026）鲁0602执789号';
const accepted = (desk: Desk) => ({ number, creditor: partyId(desk.file, 'claimant') });

describe('an application for enforcement', () => {
  it('of a confirmed agreement is taken by the court that confirmed it (T28)', async () => {
    const desk = await enforcementAsked();
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['applied', 'inEnforcement']);
    expect(clocksBy(desk, 'enf.apply')).toEqual([]);
  });

  it('without a title on record is taken by nobody but a court, and the court is warned', async () => {
    const desk = await agreed();
    await desk.refuses('not-allowed', 'limin', 'recordEnforcementApplication', matter(0));
    const refused = await confirmed(openDesk({ caseId: 'case-2' }));
    await refused.gives(
      'liu',
      'recordObjection',
      confirmation,
      { by: 'outsider', knewOn: '2026-09-20' },
      { at: '2026-10-12T10:00' },
    );
    await refused.gives('liu', 'decideObjection', confirmation, { result: 'upheld' });
    const answer = await refused.refuses('acknowledge-warnings', 'liu', 'recordEnforcementApplication', matter(0));
    expect(answer.warnings.map(({ code }) => code)).toEqual(['no-title-on-record']);
  });

  it("of a court's mediation document is taken though the matter was concluded", async () => {
    const desk = await broughtBack(await agreedOnline(await entrusted()), 'H2', '2026-09-14T09:00');
    await desk.gives('liu', 'issueMediationDocument', suit, { performanceDueOn: '2026-09-30' });
    for (const party of Object.keys(desk.file.parties))
      await desk.gives('liu', 'recordDocumentReceipt', suit, { party, answer: 'signed' });
    expect(pathOf(desk)).toBe('over');
    await desk.gives('enforcer', 'recordEnforcementApplication', matter(0), {}, { at: '2026-11-02T10:00' });
    expect(pathOf(desk)).toBe('inEnforcement');
  });

  it('of an award comes by the hands of the party, to the intermediate court as a rule', async () => {
    const desk = await enforcingAward();
    expect(Object.values(desk.file.handoffs)[0]).toMatchObject({ kind: 'H12', route: 'T28' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['underway', 'inEnforcement']);
  });

  it('is not open twice over one matter', async () => {
    const desk = await enforcementAsked();
    await desk.refuses('enforcement-already-open', 'liu', 'recordEnforcementApplication', matter(0));
  });

  it('after two years is accepted all the same: the objection is the debtor’s (edge case 24)', async () => {
    const desk = await confirmed();
    desk.at('2028-12-15T10:00');
    await desk.gives('enforcer', 'recordEnforcementApplication', matter(0));
    const answer = await desk.refuses(
      'acknowledge-warnings',
      'enforcer',
      'acceptEnforcement',
      enforcement,
      accepted(desk),
    );
    expect(answer.warnings[0]!.text.zh).toContain('2028-11-30');
    await desk.gives('enforcer', 'acceptEnforcement', enforcement, accepted(desk), {
      acknowledged: ['enforcement-applied-late'],
    });
    await desk.gives('enforcer', 'recordEnforcementObjection', enforcement, { against: 'limitation' });
    expect(stateOf(desk, 'enforcement')).toBe('accepted');
  });

  it('that is refused or withdrawn leaves the title, and may be made again', async () => {
    const desk = await enforcementAsked();
    await desk.gives('enforcer', 'refuseEnforcement', enforcement, { reason: 'noJurisdiction' });
    expect(pathOf(desk)).toBe('decided');
    expect(dueOfClock(desk, 'enf.apply')).toBe('2028-11-30');
    await desk.gives('enforcer', 'recordEnforcementApplication', matter(0), {}, { at: '2026-12-02T10:00' });
    await desk.gives('enforcer', 'withdrawEnforcement', enforcement);
    expect(pathOf(desk)).toBe('decided');
  });
});

describe('the notice of enforcement', () => {
  it('goes to a debtor, and not before it was issued', async () => {
    const desk = await enforcementAsked();
    await desk.gives('enforcer', 'acceptEnforcement', enforcement, accepted(desk), { at: '2026-12-03T10:00' });
    const creditor = { debtor: partyId(desk.file, 'claimant'), servedOn: '2026-12-03' };
    await desk.refuses('creditor-is-no-debtor', 'enforcer', 'issueExecutionNotice', enforcement, creditor);
    const early = { debtor: partyId(desk.file, 'respondent'), servedOn: '2026-12-02' };
    await desk.refuses('notice-served-before-issue', 'enforcer', 'issueExecutionNotice', enforcement, early);
  });

  it('lets the debtor of an award ask for fifteen days not to enforce it, and no other debtor', async () => {
    expect(clocksBy(await enforcingAward(), 'arb.nonenforce')).toMatchObject([{ due: '2026-12-22' }]);
    expect(clocksBy(await enforcing(), 'arb.nonenforce')).toEqual([]);
  });
});

describe('an enforcement under way', () => {
  it('ends completed, and the matter is over as enforced', async () => {
    const desk = await enforcing();
    await desk.gives('enforcer', 'recordEnforcementMeasure', enforcement, { measure: 'deduct', amountFen: 6_000_000 });
    await desk.gives('enforcer', 'completeEnforcement', enforcement, { how: 'enforced' }, { at: '2026-12-20T10:00' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['completed', 'over']);
    expect(Object.values(desk.file.matters)[0]!.outcome).toBe('enforced');
  });

  it('is settled, and goes on when the settlement is not kept', async () => {
    const desk = await enforcing();
    await desk.gives('enforcer', 'recordEnforcementSettlement', enforcement, { dueOn: '2027-03-01' });
    expect(stateOf(desk, 'enforcement')).toBe('settled');
    await desk.gives(
      'enforcer',
      'resumeEnforcement',
      enforcement,
      { because: 'settlementBroken' },
      { at: '2027-03-05T10:00' },
    );
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['underway', 'inEnforcement']);
  });

  it('is ended for now when nothing is found, and taken up again at any time', async () => {
    const desk = await enforcing();
    const done = { reportOrdered: true, restricted: true, searched: true };
    expect(clocksBy(desk, 'enf.end_for_now')).toMatchObject([{ due: '2027-03-03', kind: 'waitingPeriod' }]);
    await desk.gives('enforcer', 'endEnforcementForNow', enforcement, done, { at: '2027-01-15T10:00' });
    const fact = Object.values(desk.file.facts).findLast(({ type }) => type === 'endEnforcementForNow')!;
    expect(fact.irregular.map(({ code }) => code)).toEqual(['ended-for-now-too-early']);
    expect(stateOf(desk, 'enforcement')).toBe('endedForNow');
    await desk.gives('enforcer', 'restartEnforcement', enforcement, { found: '银行存款' }, { at: '2030-06-03T10:00' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['underway', 'inEnforcement']);
  });

  it('has objections examined in fifteen days and reviewed within ten of service', async () => {
    const desk = await enforcing();
    await desk.refuses('no-enforcement-objection', 'enforcer', 'decideEnforcementObjection', enforcement, {
      result: 'dismissed',
    });
    await desk.gives(
      'enforcer',
      'recordEnforcementObjection',
      enforcement,
      { against: 'act' },
      { at: '2026-12-08T10:00' },
    );
    expect(dueOfClock(desk, 'enf.objection')).toBe('2026-12-23');
    desk.at('2026-12-16T10:00');
    const served = [{ party: partyId(desk.file, 'respondent'), servedOn: '2026-12-16' }];
    const early = { result: 'dismissed', served: [{ ...served[0], servedOn: '2026-12-15' }] };
    await desk.refuses('objection-ruling-served-before', 'enforcer', 'decideEnforcementObjection', enforcement, early);
    await desk.gives('enforcer', 'decideEnforcementObjection', enforcement, { result: 'dismissed', served });
    expect(clocksBy(desk, 'enf.objection')).toEqual([]);
    expect(clocksBy(desk, 'enf.review')).toMatchObject([{ due: '2026-12-28' }]);
  });

  it('of a judgment or a confirmation cannot be refused: those have ways of their own', async () => {
    const desk = await enforcing();
    const data = { by: 'debtor', party: partyId(desk.file, 'respondent'), ground: 'noAgreement' };
    await desk.refuses('title-is-not-refused', 'enforcer', 'applyForNonEnforcement', enforcement, data);
  });
});

describe('a title that falls', () => {
  it('by an objection to the confirmation ends the enforcement, and what was enforced is given back (T36)', async () => {
    const desk = await enforcing();
    await desk.refuses('title-still-stands', 'enforcer', 'reverseEnforcement', enforcement, { what: '款项' });
    await desk.gives(
      'liu',
      'recordObjection',
      confirmation,
      { by: 'outsider', knewOn: '2026-12-01' },
      { at: '2026-12-10T10:00' },
    );
    await desk.gives('liu', 'decideObjection', confirmation, { result: 'upheld' }, { at: '2026-12-15T10:00' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['terminated', 'settled']);
    await desk.gives(
      'enforcer',
      'reverseEnforcement',
      enforcement,
      { what: '已划拨的款项' },
      { at: '2026-12-18T10:00' },
    );
    await desk.gives('enforcer', 'completeReversal', enforcement);
    expect(stateOf(desk, 'enforcement')).toBe('reversed');
  });

  it('is given back only when it fell', async () => {
    const desk = await enforcing();
    await desk.gives('enforcer', 'completeEnforcement', enforcement, { how: 'enforced' });
    await desk.refuses('title-still-stands', 'enforcer', 'reverseEnforcement', enforcement, { what: '款项' });
  });

  const setAside = (desk: Desk) => ({
    party: partyId(desk.file, 'respondent'),
    ground: 'outsideScope',
    filedOn: '2026-12-09',
  });

  it('is waited for: an application to set the award aside stays the enforcement, and its rejection resumes it with fifteen days anew', async () => {
    const desk = await enforcingAward();
    await desk.gives('arbitrator', 'applyToSetAside', arbitration, setAside(desk), { at: '2026-12-10T10:00' });
    expect(stateOf(desk, 'enforcement')).toBe('stayed');
    await desk.gives('arbitrator', 'decideSetAside', arbitration, { review: 'rejected' }, { at: '2026-12-28T10:00' });
    expect(stateOf(desk, 'enforcement')).toBe('underway');
    expect(clocksBy(desk, 'arb.nonenforce')).toMatchObject([{ due: '2027-01-12' }]);
  });

  it('by setting the award aside ends the enforcement and opens the matter', async () => {
    const desk = await enforcingAward();
    await desk.gives('arbitrator', 'applyToSetAside', arbitration, setAside(desk), { at: '2026-12-10T10:00' });
    await desk.gives('arbitrator', 'decideSetAside', arbitration, { review: 'setAside' }, { at: '2026-12-28T10:00' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['terminated', 'unresolved']);
  });

  it('by a ruling not to enforce the award opens the matter and closes the award (T31)', async () => {
    const desk = await enforcingAward();
    const application = { by: 'debtor', party: partyId(desk.file, 'respondent'), ground: 'forgedEvidence' };
    await desk.refuses('applicant-incomplete', 'enforcer', 'applyForNonEnforcement', enforcement, {
      by: 'debtor',
      ground: 'forgedEvidence',
    });
    await desk.gives('enforcer', 'applyForNonEnforcement', enforcement, application, { at: '2026-12-15T10:00' });
    expect(dueOfClock(desk, 'enf.nonenforce.rule')).toBe('2027-02-15');
    await desk.gives(
      'enforcer',
      'decideNonEnforcement',
      enforcement,
      { nonEnforcement: 'upheld' },
      { at: '2027-01-20T10:00' },
    );
    expect([stateOf(desk, 'enforcement'), stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual([
      'notEnforced',
      'notEnforced',
      'unresolved',
    ]);
    expect(Object.values(proceedingOf(desk.file, 'arbitration').outcomes)).toEqual(['notEnforced']);
  });
});

describe('a ground that was already rejected (F16)', () => {
  it('in setting aside is warned about in enforcement, and the other way round', async () => {
    const desk = await enforcingAward();
    const ground = 'outsideScope';
    const party = partyId(desk.file, 'respondent');
    await desk.gives(
      'arbitrator',
      'applyToSetAside',
      arbitration,
      { party, ground, filedOn: '2026-12-09' },
      { at: '2026-12-10T10:00' },
    );
    await desk.gives('arbitrator', 'decideSetAside', arbitration, { review: 'rejected' }, { at: '2026-12-28T10:00' });
    const application = { by: 'debtor', party, ground };
    const answer = await desk.refuses(
      'acknowledge-warnings',
      'enforcer',
      'applyForNonEnforcement',
      enforcement,
      application,
    );
    expect(answer.warnings.map(({ code }) => code)).toEqual(['same-ground-again']);
    await desk.gives('enforcer', 'applyForNonEnforcement', enforcement, { ...application, ground: 'forgedEvidence' });
    await desk.gives('enforcer', 'decideNonEnforcement', enforcement, { nonEnforcement: 'rejected' });
    const again = { party, ground: 'forgedEvidence', filedOn: '2026-12-28' };
    await desk.refuses('acknowledge-warnings', 'arbitrator', 'applyToSetAside', arbitration, again);
  });
});

describe('an application not to enforce an award', () => {
  it('of an outsider is in time within thirty days of knowing of the measure', async () => {
    const desk = await enforcingAward();
    const outsider = { by: 'outsider', ground: 'shamArbitration' };
    desk.at('2027-01-25T10:00');
    await desk.refuses('applicant-incomplete', 'enforcer', 'applyForNonEnforcement', enforcement, outsider);
    await desk.refuses('acknowledge-warnings', 'enforcer', 'applyForNonEnforcement', enforcement, {
      ...outsider,
      knewOn: '2026-12-20',
    });
    await desk.gives('enforcer', 'applyForNonEnforcement', enforcement, { ...outsider, knewOn: '2027-01-04' });
    expect(dueOfClock(desk, 'arb.nonenforce.third')).toBe('2027-02-03');
  });
});
