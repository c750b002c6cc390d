import { describe, expect, it } from 'vitest';
import { obligationsOf, routesOnBreach } from '../../workflows/index.ts';
import { enforcement } from '../support/desk-enforcement.ts';
import { inSession, papersReady } from '../support/desk-stages.ts';
import {
  byPaper,
  notarisation,
  notarised,
  order,
  orderAsked,
  orderIssued,
  withNotary,
} from '../support/desk-titles.ts';
import { clocksBy, dueOfClock, matter, partyId, pathOf, proceeding, stateOf } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');

describe('an agreement at the notary (T11)', () => {
  it('stays an agreement while the notary examines it', async () => {
    const desk = await withNotary();
    expect([stateOf(desk, 'notarisedEnforcement'), pathOf(desk)]).toEqual(['applied', 'settled']);
    expect(Object.values(desk.file.handoffs)[0]!.route).toBe('T11');
  });

  it('is brought by an agreement in effect and by nothing else', async () => {
    const desk = await inSession();
    await desk.refuses('agreement-needed', 'limin', 'prepareHandoff', mediation, { kind: 'H13', to: 'yantaiNotaries' });
  });

  it('is recorded for the notary only with its proof', async () => {
    const desk = await withNotary();
    const data = { number: '1号', acceptsEnforcement: true, performanceDueOn: '2026-11-30' };
    await desk.refuses('evidence-needed', 'limin', 'issueNotarisedInstrument', notarisation, data);
  });

  it('cannot be enforced without the promise to accept enforcement', async () => {
    const desk = await withNotary();
    const data = { number: '1号', performanceDueOn: '2026-11-30' };
    await desk.refuses(
      'no-promise-to-accept-enforcement',
      'limin',
      'issueNotarisedInstrument',
      notarisation,
      data,
      byPaper,
    );
    await desk.gives('limin', 'declineNotarisation', notarisation, { reason: 'noPromise' }, byPaper);
    expect([stateOf(desk, 'notarisedEnforcement'), pathOf(desk)]).toEqual(['declined', 'settled']);
  });

  it('once notarised is a title to wait with, and two years to enforce it run from its last day', async () => {
    const desk = await notarised();
    expect(pathOf(desk)).toBe('decided');
    expect(dueOfClock(desk, 'enf.notarised')).toBe('2028-11-30');
  });

  it('needs the certificate before a court enforces it, and asking for it interrupts the two years', async () => {
    const desk = await notarised();
    desk.at('2026-12-10T10:00');
    await desk.gives('limin', 'applyForExecutionCertificate', notarisation, {}, byPaper);
    await desk.gives('limin', 'issueExecutionCertificate', notarisation, {}, { ...byPaper, at: '2026-12-16T10:00' });
    expect(dueOfClock(desk, 'enf.notarised')).toBe('2028-12-11');
    expect(routesOnBreach(desk.file, obligationsOf(desk.file)[0]!).map(({ id }) => id)).toEqual(['T28']);
  });

  it('goes to a court when the certificate is refused', async () => {
    const desk = await notarised();
    await desk.gives('limin', 'applyForExecutionCertificate', notarisation, {}, { ...byPaper, at: '2026-12-10T10:00' });
    await desk.gives('limin', 'refuseExecutionCertificate', notarisation, { reason: '履行情况有争议' }, byPaper);
    expect([stateOf(desk, 'notarisedEnforcement'), pathOf(desk)]).toEqual(['certificateRefused', 'unresolved']);
  });

  it('that is performed ends the matter', async () => {
    const desk = await notarised();
    await desk.gives('limin', 'recordNotarisedPerformance', notarisation, {}, { ...byPaper, at: '2026-11-20T10:00' });
    expect([stateOf(desk, 'notarisedEnforcement'), pathOf(desk)]).toEqual(['performed', 'over']);
  });
});

describe('a payment order (T37)', () => {
  it('is accepted or not within five days of the application, and issued within fifteen', async () => {
    const desk = await orderAsked();
    expect(dueOfClock(desk, 'order.accept')).toBe('2026-09-14');
    expect(Object.values(desk.file.handoffs)[0]!.route).toBe('T37');
    await desk.gives(
      'liu',
      'acceptPaymentOrder',
      order,
      { number: '（2026）鲁0602民督5号' },
      { at: '2026-09-09T10:00' },
    );
    expect(dueOfClock(desk, 'order.issue')).toBe('2026-09-24');
    expect(pathOf(desk)).toBe('settled');
  });

  it('lets the debtor pay or object for fifteen days from receipt, and is in force only after them', async () => {
    const desk = await orderIssued();
    const debtor = partyId(desk.file, 'respondent');
    await desk.refuses('order-objection-term-running', 'liu', 'recordOrderInForce', order);
    await desk.gives('liu', 'recordOrderService', order, { debtor }, { at: '2026-09-16T10:00' });
    expect(clocksBy(desk, 'order.objection')).toMatchObject([{ due: '2026-10-08', party: debtor }]);
    await desk.refuses(
      'order-objection-term-running',
      'liu',
      'recordOrderInForce',
      order,
      {},
      { at: '2026-10-08T10:00' },
    );
    await desk.gives('liu', 'recordOrderInForce', order, {}, { at: '2026-10-09T10:00' });
    expect(pathOf(desk)).toBe('decided');
    await desk.gives('enforcer', 'recordEnforcementApplication', matter(0), {}, { at: '2026-10-12T10:00' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['applied', 'inEnforcement']);
    await desk.gives('enforcer', 'withdrawEnforcement', enforcement);
  });

  it('cannot be served before it was issued', async () => {
    const desk = await orderAsked();
    const debtor = partyId(desk.file, 'respondent');
    await desk.refuses('order-not-issued', 'liu', 'recordOrderService', order, { debtor });
  });

  it('lapses by an objection that is upheld, and becomes a suit when the creditor agrees', async () => {
    const desk = await orderIssued();
    const upheld = { debtor: partyId(desk.file, 'respondent'), objection: 'upheld' };
    await desk.refuses('creditor-not-asked', 'liu', 'objectToPaymentOrder', order, upheld);
    await desk.gives(
      'liu',
      'objectToPaymentOrder',
      order,
      { ...upheld, creditorSues: 'yes' },
      { at: '2026-09-21T10:00' },
    );
    expect([stateOf(desk, 'paymentOrder'), stateOf(desk, 'litigation'), pathOf(desk)]).toEqual([
      'lapsed',
      'received',
      'inCourt',
    ]);
  });

  it('lapses and leaves the agreement a contract when the creditor does not want to sue', async () => {
    const desk = await orderIssued();
    const upheld = { debtor: partyId(desk.file, 'respondent'), objection: 'upheld', creditorSues: 'no' };
    await desk.gives('liu', 'objectToPaymentOrder', order, upheld, { at: '2026-09-21T10:00' });
    expect([stateOf(desk, 'paymentOrder'), pathOf(desk)]).toEqual(['lapsed', 'settled']);
  });

  it('that is paid ends the matter', async () => {
    const desk = await orderIssued();
    await desk.gives('liu', 'recordOrderPaid', order, {}, { at: '2026-09-20T10:00' });
    expect([stateOf(desk, 'paymentOrder'), pathOf(desk)]).toEqual(['paid', 'over']);
  });

  it('is not asked for over an agreement that is not in effect', async () => {
    const desk = await papersReady();
    await desk.refuses('agreement-needed', 'limin', 'prepareHandoff', mediation, { kind: 'H22', to: 'zhifuCourt' });
  });
});
