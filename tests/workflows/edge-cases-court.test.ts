/** Edge cases of the reading notes (§7, §10) around agreements, filings and the court, each by its sentence. */
import { describe, expect, it } from 'vitest';
import { preflightWarnings } from '../../workflows/handoff/preflight-requirements.ts';
import { nonAcceptanceReasons, preflightOf, rejectionReasons, routesFrom } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import {
  accepted,
  confirmed,
  filing,
  inSession,
  offered,
  papersReady,
  paymentClause,
  submitted,
  writtenAgreement,
} from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  matter,
  matterId,
  outcomesOf,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const confirmation = proceeding('judicialConfirmation');
const number = '（2026）鲁0602诉前调确7号';

const ownership = (desk: Desk) =>
  paymentClause(desk, { subject: 'ownership', act: '专利权归甲方', amountFen: null, dueOn: null });

describe('17. An ownership clause “专利权归甲”', () => {
  it('warns when it is recorded and again before it is sent; the parties may go on', async () => {
    const sitting = await inSession();
    const data = writtenAgreement(sitting, '2026-09-02', { clauses: [ownership(sitting)] });
    const refusal = await sitting.refuses('acknowledge-warnings', 'sun', 'recordAgreement', mediation, data);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['ownership-clause-cannot-be-confirmed']);
    expect(refusal.warnings[0]!.instead?.zh).toMatch(/拆分/);
    await sitting.gives('sun', 'recordAgreement', mediation, data, {
      acknowledged: ['ownership-clause-cannot-be-confirmed'],
    });
  });

  it('is refused by the court on the ground of its own list, and the agreement stays a contract', async () => {
    const desk = await submitted();
    await desk.gives('liu', 'refuseAcceptance', confirmation, { reason: 'determinesOwnership', number });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['notAccepted', 'settled']);
  });

  it('can be split off, so that the rest may be confirmed', async () => {
    const desk = await inSession();
    const split = (c: Desk['file']) => ({
      matter: matterId(c, 0),
      respondents: [],
      dispute: 'ownership',
      reason: '权属另行处理',
    });
    await desk.gives('sun', 'splitMatter', theCase, split);
    const data = writtenAgreement(desk, '2026-09-02', { matters: [matterId(desk.file, 0)] });
    await desk.gives('sun', 'recordAgreement', mediation, data);
    expect(Object.values(desk.file.matters).map(({ dispute }) => dispute)).toEqual(['infringement', 'ownership']);
    expect([pathOf(desk, 0), pathOf(desk, 1)]).toEqual(['settled', 'inMediation']);
  });
});

describe('18. Pay “按约定时间” without a date', () => {
  it('warns of the unclear clause when it is recorded, and before it goes to the court', async () => {
    const desk = await inSession();
    const vague = [paymentClause(desk), paymentClause(desk, { act: '按约定时间支付', dueOn: null })];
    const data = writtenAgreement(desk, '2026-09-02', { clauses: vague });
    const refusal = await desk.refuses('acknowledge-warnings', 'sun', 'recordAgreement', mediation, data);
    expect(refusal.warnings[0]).toMatchObject({ code: 'clause-unclear' });
    expect(refusal.warnings[0]!.text.zh).toContain('第 2 项');
    await desk.gives('sun', 'recordAgreement', mediation, data, { acknowledged: ['clause-unclear'] });
  });

  it('is rejected by the court with the ground of its list', async () => {
    const desk = await accepted();
    const ruling = { result: 'rejected', reason: 'unclear', number, judge: '审查法官' };
    await desk.gives('liu', 'recordConfirmationRuling', confirmation, ruling, { at: '2026-09-15T10:00' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['rejected', 'settled']);
  });
});

describe('20. Breach before a confirmation was asked for, and the creditor alone applies', () => {
  it('records the breach, warns that the application is not joint, and leaves the decision to the court', async () => {
    const desk = await papersReady();
    const joint = itemIds(desk.file, 'confirmationApplication');
    const breach = (c: Desk['file']) => ({ party: partyId(c, 'respondent'), result: 'breach' });
    await desk.gives('sun', 'recordPerformance', mediation, breach, { at: '2026-09-20T10:00' });
    const alone = { document: 'confirmationApplication', title: '申请人一方的申请书', class: 'partyFile', pages: 1 };
    await desk.gives('limin', 'addItem', mediation, alone);
    const items = Object.values(desk.file.items).flatMap(({ id }) => (joint.includes(id) ? [] : [id]));
    await desk.gives('sun', 'prepareHandoff', mediation, { ...filing(desk), items });
    const refusal = await desk.refuses('acknowledge-warnings', 'sun', 'offerHandoff', handoff);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['application-not-joint']);
    expect(refusal.warnings[0]!.basis).toContainEqual({ instrument: 'CPL', article: '第二百零五条' });
    await desk.gives('sun', 'offerHandoff', handoff, {}, { acknowledged: ['application-not-joint'] });
    await desk.gives('liu', 'receiveHandoff', handoff);
    await desk.gives('liu', 'refuseAcceptance', confirmation, { reason: 'otherSpecialProcedure' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['notAccepted', 'settled']);
  });

  it('can sue on the agreement instead: the route stands in the table', () => {
    const routes = routesFrom('peopleMediation').filter(({ to }) => to.some((channel) => channel === 'litigation'));
    expect(routes.map(({ id }) => id)).toContain('T13');
  });
});

describe('21. Both parties file with two competent courts', () => {
  it('the first to receive it goes on; at the second the receipt is refused', async () => {
    const desk = await submitted();
    const second = filing(desk, 'zhaoyuanCourt');
    await desk.gives('sun', 'prepareHandoff', mediation, second);
    await desk.gives('sun', 'offerHandoff', handoff);
    const evidence = { evidence: '送达回证' };
    await desk.refuses('exclusive-proceeding-open', 'sun', 'receiveHandoff', handoff, {}, evidence);
    expect(
      Object.values(desk.file.proceedings).filter(({ channel }) => channel === 'judicialConfirmation'),
    ).toHaveLength(1);
  });

  it('cannot even be prepared while the first packet is still under way', async () => {
    const desk = await offered();
    const second = filing(desk, 'zhaoyuanCourt');
    await desk.refuses('handoff-already-open', 'sun', 'prepareHandoff', mediation, second);
  });
});

describe('22. Withdrawal before the ruling', () => {
  it('may be allowed, and they may apply again within the thirty days', async () => {
    const desk = await accepted();
    await desk.gives('liu', 'recordWithdrawal', confirmation, {}, { at: '2026-09-14T10:00' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['withdrawn', 'settled']);
    expect(dueOfClock(desk, 'conf.apply')).toBe('2026-10-08');
    await desk.gives('sun', 'prepareHandoff', mediation, filing(desk), { at: '2026-09-20T10:00' });
    await desk.gives('sun', 'offerHandoff', handoff);
    await desk.gives('liu', 'receiveHandoff', handoff);
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['submitted', 'beingConfirmed']);
  });

  it('is not possible after the ruling', async () => {
    const desk = await confirmed();
    await desk.refuses('not-in-this-state', 'liu', 'recordWithdrawal', confirmation);
  });
});

describe('23. An outsider objects', () => {
  const outsider = { by: 'outsider', knewOn: '2026-09-20' };

  it('after seven months: the lateness is shown, the objection recorded, and the court rejects it', async () => {
    const desk = await confirmed();
    desk.at('2027-04-20T10:00');
    const refusal = await desk.refuses('acknowledge-warnings', 'liu', 'recordObjection', confirmation, outsider);
    expect(refusal.warnings[0]).toMatchObject({ code: 'objection-late' });
    expect(refusal.warnings[0]!.text.zh).toContain('2027-03-22');
    const seen = { acknowledged: ['objection-late'] };
    await desk.gives('liu', 'recordObjection', confirmation, outsider, seen);
    await desk.gives('liu', 'decideObjection', confirmation, { result: 'dismissed' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['confirmed', 'confirmed']);
  });

  it('within six months of knowing: it is examined without more', async () => {
    const desk = await confirmed();
    await desk.gives('liu', 'recordObjection', confirmation, outsider, { at: '2027-03-22T10:00' });
    expect(stateOf(desk, 'judicialConfirmation')).toBe('objectionExamined');
  });

  it('says when it knew; a party says which one it is', async () => {
    const desk = await confirmed();
    await desk.refuses('objector-incomplete', 'liu', 'recordObjection', confirmation, { by: 'outsider' });
    await desk.refuses('objector-incomplete', 'liu', 'recordObjection', confirmation, { by: 'party' });
  });

  it('a party has fifteen days from its own service', async () => {
    const desk = await confirmed();
    const data = (c: Desk['file']) => ({ by: 'party', party: partyId(c, 'respondent') });
    await desk.refuses('acknowledge-warnings', 'liu', 'recordObjection', confirmation, data, {
      at: '2026-10-09T10:00',
    });
    await desk.gives('liu', 'recordObjection', confirmation, data, { occurredOn: '2026-10-08' });
  });
});

describe('38. A handoff received twice', () => {
  it('opens one proceeding only, whoever clicks again', async () => {
    const desk = await submitted();
    await desk.refuses('not-in-this-state', 'liu', 'receiveHandoff', handoff);
    await desk.refuses('not-in-this-state', 'liu', 'receiveHandoff', handoff, {}, { id: 'case-1-command-18' });
    const opened = Object.values(desk.file.proceedings).filter(({ channel }) => channel === 'judicialConfirmation');
    expect(opened).toHaveLength(1);
    expect(desk.file.handoffs[handoff(desk.file).id]).toMatchObject({
      opened: opened[0]!.id,
      slot: { value: 'accepted' },
    });
  });
});

describe('§10.3 Who decides', () => {
  it('a design-patent agreement at a basic court: jurisdiction warns, and the acceptance of the court prevails', async () => {
    const desk = await papersReady();
    const design = { rightKind: 'designPatent', relief: [] };
    await desk.gives('limin', 'describeMatter', matter(0), design);
    await desk.gives('sun', 'prepareHandoff', mediation, filing(desk));
    const doubts = preflightOf(desk.file, desk.file.handoffs[handoff(desk.file).id]!, desk.given('sun'), []);
    const doubtful = doubts.filter(({ result }) => result !== 'met').map(({ code }) => code);
    expect(doubtful).toEqual(['court-may-lack-jurisdiction']);
    await desk.refuses('acknowledge-warnings', 'sun', 'offerHandoff', handoff);
    await desk.gives('sun', 'offerHandoff', handoff, {}, { acknowledged: ['court-may-lack-jurisdiction'] });
    await desk.gives('liu', 'receiveHandoff', handoff);
    await desk.gives('liu', 'acceptConfirmation', confirmation, { number });
    expect(stateOf(desk, 'judicialConfirmation')).toBe('accepted');
  });

  it('no doubt of ours ever blocks a filing', async () => {
    expect(preflightWarnings.length).toBeGreaterThan(3);
    for (const { code, effect } of preflightWarnings) expect([code, effect]).toEqual([code, 'warns']);
    const desk = await offered(undefined, 'laishanCourt');
    expect(desk.file.handoffs[handoff(desk.file).id]!.slot.value).toBe('offered');
  });
});

describe('§10.4 The court verifies, and a judge rules', () => {
  it('calls both sides, may ask for papers meanwhile, and deems it withdrawn when nobody answers', async () => {
    const desk = await accepted();
    await desk.gives('liu', 'holdVerification', confirmation, { voluntary: true }, { at: '2026-09-09T10:00' });
    const papers = { papers: '营业执照', until: '2026-09-20' };
    await desk.gives('liu', 'requireSupplement', confirmation, papers);
    expect(stateOf(desk, 'judicialConfirmation')).toBe('verification');
    expect(dueOfClock(desk, 'conf.supplement')).toBe('2026-09-20');
    await desk.gives('liu', 'deemWithdrawn', confirmation, { because: 'noSupplement' }, { at: '2026-09-22T10:00' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['deemedWithdrawn', 'settled']);
  });

  it('keeps the two lists of reasons apart: five for non-acceptance, six for rejection', async () => {
    expect([Object.keys(nonAcceptanceReasons).length, Object.keys(rejectionReasons).length]).toEqual([5, 6]);
    const desk = await submitted();
    await desk.refuses('field-invalid', 'liu', 'refuseAcceptance', confirmation, { reason: 'involuntary' });
  });

  it('turns a ground of non-acceptance found after acceptance into a rejection', async () => {
    const desk = await accepted();
    await desk.refuses('not-in-this-state', 'liu', 'refuseAcceptance', confirmation, { reason: 'determinesOwnership' });
    const ruling = { result: 'rejected', reason: 'determinesOwnership', number, judge: '审查法官' };
    await desk.gives('liu', 'recordConfirmationRuling', confirmation, ruling, { at: '2026-09-15T10:00' });
    expect(stateOf(desk, 'judicialConfirmation')).toBe('rejected');
  });

  it('asks for a ground with a rejection, and for none with a confirmation', async () => {
    const desk = await accepted();
    const ruling = { number, judge: '审查法官' };
    const give = (code: string, data: object) =>
      desk.refuses(code, 'liu', 'recordConfirmationRuling', confirmation, { ...ruling, ...data });
    await give('rejection-needs-ground', { result: 'rejected' });
    await give('confirmation-has-no-ground', { result: 'confirmed', reason: 'unclear' });
    await give('field-missing', { result: 'confirmed', judge: null });
  });

  it('takes the number from the paper and never makes one', async () => {
    const desk = await submitted();
    await desk.refuses('field-invalid', 'liu', 'acceptConfirmation', confirmation, { number: '司法确认第一号' });
    await desk.refuses('field-missing', 'liu', 'acceptConfirmation', confirmation);
    await desk.gives('liu', 'acceptConfirmation', confirmation, { number: '(２０２６)鲁０６０２诉前调确８号' });
    expect(proceedingOf(desk.file, 'judicialConfirmation').number).toBe('（2026）鲁0602诉前调确8号');
  });

  it('revokes on an objection that is upheld: enforcement stops and the agreement is a contract again', async () => {
    const desk = await confirmed();
    expect(clocksBy(desk, 'enf.apply')).toHaveLength(1);
    const data = { by: 'outsider', knewOn: '2026-09-20' };
    await desk.gives('liu', 'recordObjection', confirmation, data, { at: '2026-10-12T10:00' });
    await desk.gives('liu', 'decideObjection', confirmation, { result: 'upheld' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['revoked', 'settled']);
    expect(clocksBy(desk, 'enf.apply')).toEqual([]);
    expect(outcomesOf(proceedingOf(desk.file, 'judicialConfirmation'))).toEqual(['revoked']);
  });

  it('revokes in part: what is left of the ruling stands', async () => {
    const desk = await confirmed();
    const data = { by: 'outsider', knewOn: '2026-09-20' };
    await desk.gives('liu', 'recordObjection', confirmation, data, { at: '2026-10-12T10:00' });
    await desk.gives('liu', 'decideObjection', confirmation, { result: 'partlyUpheld' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['revokedInPart', 'confirmed']);
  });
});

describe('H4: an application may not be sent back', () => {
  it('refuses the return with the article and says what the court does instead', async () => {
    const desk = await offered();
    const back = { reason: 'incompletePapers', explanation: '缺少材料' };
    const refusal = await desk.refuses('return-not-allowed', 'liu', 'returnHandoff', handoff, back);
    expect(refusal.text.zh).toContain('限期补充');
    expect(refusal.basis[0]!.instrument).toBe('CPLI');
  });
});

describe('F19. A confirmation is no mediation', () => {
  it('asks nobody at the court for consent to mediate', async () => {
    const desk = await submitted();
    await desk.refuses('confirmation-is-not-mediated', 'liu', 'recordConsent', confirmation, {
      party: partyId(desk.file, 'claimant'),
      answer: 'agrees',
      channel: 'telephone',
    });
  });
});
