import { describe, expect, it } from 'vitest';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { type CaseFile, clockRules, clocksOf, dueByRule, kit, patchPart } from '../../workflows/index.ts';
import { arbitrationClocks } from '../../workflows/rules/clocks-arbitration.ts';
import { criminalClocks } from '../../workflows/rules/clocks-criminal.ts';
import { enforcementClocks } from '../../workflows/rules/clocks-enforcement.ts';
import { enforcementOfTrademarksClocks } from '../../workflows/rules/clocks-enforcement-of-trademarks.ts';
import { opinionClocks } from '../../workflows/rules/clocks-opinions.ts';
import { paymentOrderClocks } from '../../workflows/rules/clocks-payment-order.ts';
import { sourceClocks } from '../../workflows/rules/clocks-sources.ts';
import { openDesk } from '../support/desk.ts';
import {
  accepted,
  agreed,
  applied,
  assigned,
  confirmed,
  filing,
  inSession,
  offered,
  openedCase,
  papersReady,
  submitted,
  writtenAgreement,
} from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  matter,
  partyId,
  proceeding,
  proceedingOf,
  theCase,
} from '../support/desk-words.ts';
import { authorityClocks, authorityClocksSet } from '../support/law-tables.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const confirmation = proceeding('judicialConfirmation');
const calendar = yantaiCalendar();

describe('a mediation that was accepted', () => {
  it('usually takes a month, and the month ends on the first day of work after the holiday', async () => {
    const desk = await assigned();
    const [clock] = clocksBy(desk, 'pm.term');
    expect(clock).toMatchObject({ kind: 'guideline', due: '2026-10-08', provisional: false, warnFrom: '2026-10-01' });
    expect(clock!.steps).toEqual([
      { kind: 'trigger', from: '2026-09-01' },
      { kind: 'startsNextDay', from: '2026-09-02' },
      expect.objectContaining({ kind: 'counted', from: '2026-09-02', to: '2026-10-01' }),
      { kind: 'movedToWorkingDay', from: '2026-10-01', to: '2026-10-08', reason: 'holiday' },
    ]);
  });

  it('goes on for the days everybody agreed to, counted from the acceptance', async () => {
    const desk = await inSession();
    const agreedBy = Object.keys(desk.file.parties);
    await desk.gives('sun', 'extendMediation', mediation, { days: 10, agreedBy }, { at: '2026-09-20T10:00' });
    // 11 October is a Sunday; the day after is the first to work on.
    expect(dueOfClock(desk, 'pm.term')).toBe('2026-10-12');
    expect(clocksBy(desk, 'pm.term')[0]!.steps.map(({ kind }) => kind)).toContain('extended');
  });

  it('has no clock any more once everything is agreed', async () => {
    const desk = await agreed();
    expect(clocksBy(desk, 'pm.term')).toEqual([]);
  });
});

describe('an agreement in effect', () => {
  it('can be brought to a court for thirty days from its effect, on the matter and not on the proceeding', async () => {
    const desk = await agreed();
    const [clock] = clocksBy(desk, 'conf.apply');
    expect(clock).toMatchObject({
      due: '2026-10-08',
      subject: { kind: 'matter' },
      trigger: { type: 'agreementEffective', occurredOn: '2026-09-03' },
    });
    expect(clock!.steps.at(-1)).toMatchObject({ kind: 'movedToWorkingDay', from: '2026-10-03', to: '2026-10-08' });
  });

  it('shows a due date in 2027 as provisional, because no holiday notice is published yet', async () => {
    const desk = await inSession();
    desk.at('2026-12-15T10:00');
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-12-15'));
    const [clock] = clocksBy(desk, 'conf.apply');
    expect(clock).toMatchObject({ due: '2027-01-14', provisional: true });
    expect(clock!.steps.at(-1)).toMatchObject({ kind: 'provisional' });
  });

  it('stops the window when the court has received the application', async () => {
    const desk = await submitted();
    expect(clocksBy(desk, 'conf.apply')).toEqual([]);
  });
});

describe('an application at the court', () => {
  it('is to be accepted or not within three days of its receipt', async () => {
    expect(dueOfClock(await submitted(), 'conf.accept')).toBe('2026-09-10');
  });

  it('is reviewed in fifteen days as a target and in thirty by law', async () => {
    const desk = await accepted();
    expect(clocksBy(desk, 'conf.review.target')[0]).toMatchObject({ due: '2026-09-23', kind: 'target' });
    expect(clocksBy(desk, 'conf.review.max')[0]).toMatchObject({ due: '2026-10-08', kind: 'statutory' });
  });

  it('gains at most ten days on the target however long the president extends, and the whole on the limit of the law', async () => {
    const desk = await accepted();
    await desk.gives('liu', 'extendReview', confirmation, { days: 30 }, { at: '2026-09-20T10:00' });
    expect(dueOfClock(desk, 'conf.review.target')).toBe('2026-10-08');
    expect(clocksBy(desk, 'conf.review.target')[0]!.steps).toContainEqual(
      expect.objectContaining({ kind: 'extended', to: '2026-10-03' }),
    );
    expect(dueOfClock(desk, 'conf.review.max')).toBe('2026-11-09');
  });

  it('has its supplements due on the day the court set, and on no other', async () => {
    const desk = await submitted();
    const data = { papers: '身份证明', until: '2026-09-19' };
    await desk.gives('liu', 'requireSupplement', confirmation, data, { at: '2026-09-08T10:00' });
    const [clock] = clocksBy(desk, 'conf.supplement');
    // A Saturday stays a Saturday: the court named it.
    expect(clock).toMatchObject({ due: '2026-09-19', provisional: false });
    expect(clock!.steps.at(-1)).toMatchObject({ reason: 'setByAuthority' });
  });

  it('cannot have its supplements due before they were asked for', async () => {
    const desk = await submitted();
    const data = { papers: '身份证明', until: '2026-09-08' };
    await desk.refuses('term-before-start', 'liu', 'requireSupplement', confirmation, data, { at: '2026-09-08T10:00' });
  });
});

describe('a ruling that was served', () => {
  it('lets each party object for fifteen days from the day it reached that party', async () => {
    const desk = await confirmed(undefined, { served: [] });
    const [claimant, respondent] = [partyId(desk.file, 'claimant'), partyId(desk.file, 'respondent')];
    desk.at('2026-10-16T09:00');
    const serve = (party: string, occurredOn: string) =>
      desk.gives('liu', 'recordRulingService', confirmation, { party }, { occurredOn });
    await serve(claimant, '2026-10-12');
    await serve(respondent, '2026-10-15');
    const dues = Object.fromEntries(clocksBy(desk, 'conf.objection.party').map(({ party, due }) => [party, due]));
    expect(dues).toEqual({ [claimant]: '2026-10-27', [respondent]: '2026-10-30' });
  });

  it('cannot have been served before it was made', async () => {
    const desk = await confirmed(undefined, { served: [] });
    const data = { party: partyId(desk.file, 'claimant') };
    const early = { occurredOn: '2026-09-14' };
    await desk.refuses('served-before-ruling', 'liu', 'recordRulingService', confirmation, data, early);
  });

  it('can be enforced for two years from the last day of performance', async () => {
    const desk = await confirmed();
    expect(clocksBy(desk, 'enf.apply')[0]).toMatchObject({ due: '2028-11-30', provisional: true });
  });

  it('gives an outsider six months from the day of knowing, and shows the day in 2027 as provisional', async () => {
    const desk = await confirmed();
    const data = { by: 'outsider', knewOn: '2026-09-20' };
    await desk.gives('liu', 'recordObjection', confirmation, data, { at: '2026-10-12T10:00' });
    await desk.gives('liu', 'decideObjection', confirmation, { result: 'dismissed' });
    expect(clocksBy(desk, 'conf.objection.third')[0]).toMatchObject({ due: '2027-03-22', provisional: true });
  });
});

describe('the remaining clocks of these channels', () => {
  it('counts thirty days to sue after preservation from the measure, through the mediation', async () => {
    const desk = await openedCase();
    const known = { mediability: 'mediable', arbitrationAgreement: 'no', suitPending: 'no', earlierOutcome: 'no' };
    await desk.gives('limin', 'screenDispute', intake, { ...known, preservedOn: '2026-08-20' });
    // 19 September is a Saturday, 20 September a Sunday on which people work.
    expect(dueOfClock(desk, 'lit.prefiling_preservation.sue')).toBe('2026-09-20');
    await desk.gives('limin', 'routeHere', intake, { channel: 'peopleMediation' });
    expect(dueOfClock(desk, 'lit.prefiling_preservation.sue')).toBe('2026-09-20');
  });

  it('gives a representative thirty days to ratify, per party, until the answer is there', async () => {
    const desk = await inSession();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('sun', 'demandRatification', mediation, { party }, { at: '2026-09-10T10:00' });
    expect(clocksBy(desk, 'agency.ratify')).toMatchObject([{ party, due: '2026-10-10' }]);
    await desk.gives('sun', 'recordRatification', mediation, { party, answer: 'ratified' });
    expect(clocksBy(desk, 'agency.ratify')).toEqual([]);
  });

  it('gives ten days after an obstacle ended to ask for the period back', async () => {
    const desk = await agreed();
    await desk.gives('limin', 'recordObstacleEnded', matter(0), { obstacle: '台风' }, { at: '2026-10-12T10:00' });
    expect(dueOfClock(desk, 'lit.restore_period')).toBe('2026-10-22');
  });

  it('counts three working days with make-up workdays for a committee that a court referred a case to', async () => {
    // Friday before the Spring Festival: Saturday the 14th is worked, the festival lasts to the 23rd.
    expect(dueByRule('online.org_confirm', '2026-02-13', calendar).due).toBe('2026-02-25');
    expect(dueByRule('online.org_confirm', '2026-02-11', calendar).due).toBe('2026-02-14');
  });

  it('has a test for each rule of the table', () => {
    const tested = [
      'pm.term',
      'agency.ratify',
      'lit.prefiling_preservation.sue',
      'online.org_confirm',
      'conf.apply',
      'lit.restore_period',
      'conf.accept',
      'conf.supplement',
      'conf.review.target',
      'conf.review.max',
      'conf.objection.party',
      'conf.objection.third',
      'enf.apply',
    ];
    // Mediation for a court, suits, limitation, arbitration: the tests of those names.
    const testedBesideTheirChannel = [
      'med.delegated.term',
      'med.entrusted.ordinary',
      'med.entrusted.summary',
      'online.choose_mediator',
      'online.court_designate',
      'online.contact_respondent',
      'lit.register',
      'lit.correction',
      'lit.serve_complaint',
      'lit.defence',
      'lit.defence.abroad',
      'lit.ordinary',
      'lit.summary',
      'lit.notice_service',
      'lit.notice_service.abroad',
      'lit.appeal.judgment',
      'lit.appeal.judgment.abroad',
      'lit.appeal.ruling',
      'lit.appeal.jurisdiction',
      'lit.retrial',
      'lit.prefiling_preservation.rule',
      'ti.disclose',
      'lim.general',
      'lim.max',
      'lim.suspension_tail',
      'lit.noninfringement.received',
      'lit.noninfringement.sent',
      'lit.thirdparty.revoke',
      // penalty.test.ts, criminal-referral.test.ts, sources.test.ts.
      ...Object.keys(enforcementOfTrademarksClocks),
      ...Object.keys(criminalClocks),
      ...Object.keys(sourceClocks),
      ...Object.keys(arbitrationClocks),
      ...Object.keys(enforcementClocks),
      ...Object.keys(paymentOrderClocks),
      // opinions.test.ts.
      ...Object.keys(opinionClocks),
    ];
    // Those of the patent authorities: clocks-ruling.test.ts and the tests of their channels.
    const authorities = [...authorityClocks.map(([id]) => id), ...authorityClocksSet];
    expect(Object.keys(clockRules).sort()).toEqual([...tested, ...testedBesideTheirChannel, ...authorities].sort());
  });
});

describe('the window of thirty days', () => {
  const late = { at: '2026-10-09T10:00' };

  it('warns when it has passed and does not stop the parties from filing', async () => {
    const desk = await papersReady();
    await desk.gives('sun', 'prepareHandoff', mediation, filing(desk), late);
    const refusal = await desk.refuses('acknowledge-warnings', 'sun', 'offerHandoff', handoff);
    expect(refusal.warnings.map(({ code }) => code)).toContain('confirmation-window-passed');
    expect(refusal.warnings[0]!.text.zh).toContain('由法院决定');
    await desk.gives('sun', 'offerHandoff', handoff, {}, { acknowledged: ['confirmation-window-passed'] });
    expect(desk.file.handoffs[handoff(desk.file).id]!.slot.value).toBe('offered');
  });

  it('gives way to the acceptance of the court', async () => {
    const desk = await offered(undefined, 'zhifuCourt', { at: '2026-10-08T10:00' });
    await desk.gives('liu', 'receiveHandoff', handoff, {}, { at: '2026-10-12T10:00' });
    const data = { number: '（2026）鲁0602诉前调确7号' };
    await desk.refuses('acknowledge-warnings', 'liu', 'acceptConfirmation', confirmation, data);
    await desk.gives('liu', 'acceptConfirmation', confirmation, data, { acknowledged: ['filed-after-window'] });
    expect(proceedingOf(desk.file, 'judicialConfirmation').slot.value).toBe('accepted');
  });

  it('judges a filing by the day it was posted', async () => {
    const desk = await offered(undefined, 'zhifuCourt', { at: '2026-10-08T10:00' });
    await desk.gives('liu', 'receiveHandoff', handoff, { postedOn: '2026-10-08' }, { at: '2026-10-12T10:00' });
    await desk.gives('liu', 'acceptConfirmation', confirmation, { number: '（2026）鲁0602诉前调确7号' });
    await desk.refuses('not-in-this-state', 'liu', 'receiveHandoff', handoff, {});
  });

  it('is judged by the day the packet was sent, not by the day that was recorded', async () => {
    const desk = await papersReady();
    await desk.gives('sun', 'prepareHandoff', mediation, filing(desk));
    const sent = { ...late, occurredOn: '2026-10-08T16:00' };
    await desk.gives('sun', 'offerHandoff', handoff, {}, sent);
    expect(desk.file.handoffs[handoff(desk.file).id]!.offeredOn).toBe('2026-10-08T16:00');
  });

  it('refuses a posting date after the receipt', async () => {
    const desk = await offered();
    const data = { postedOn: '2026-09-08' };
    const more = { at: '2026-09-08T10:00', occurredOn: '2026-09-07T10:00' };
    await desk.refuses('posted-after-receipt', 'liu', 'receiveHandoff', handoff, data, more);
  });
});

/** A case with a handoff of kind H1 that the court-annexed channel will open one day: its rule is data already. */
function referred(file: CaseFile): CaseFile {
  const [one] = Object.values(file.handoffs);
  const slot = { ...kit.begin('handoff'), value: 'received' };
  return patchPart(file, 'handoffs', one!.id, { kind: 'H1', slot });
}

describe('a court referral that a committee leaves unanswered', () => {
  it('is due after three working days of its receipt', async () => {
    const desk = await submitted();
    const clocks = clocksOf(referred(desk.file), desk.calendar);
    expect(clocks.find(({ rule }) => rule === 'online.org_confirm')).toMatchObject({
      due: '2026-09-10',
      subject: { kind: 'handoff' },
    });
  });

  it('runs no such clock on an application to a court', async () => {
    const desk = await submitted();
    expect(clocksBy(desk, 'online.org_confirm')).toEqual([]);
  });
});

describe('a clock that stands on another day than it was recorded', () => {
  it('starts on the legal date however late it is recorded', async () => {
    const desk = await applied(openDesk());
    await desk.gives('limin', 'acceptMediation', mediation, {}, { at: '2026-09-20T09:00', occurredOn: '2026-09-08' });
    expect(dueOfClock(desk, 'pm.term')).toBe('2026-10-08');
  });

  it('does not run on a case that only names its parties', async () => {
    const desk = await openedCase();
    expect(clocksOf(desk.file, desk.calendar)).toEqual([]);
    expect(theCase(desk.file).id).toBe(desk.caseId);
  });
});
