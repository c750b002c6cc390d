/** What an agreement in effect obliges to, when it stands on a desk, and which ways are open when it is broken. */
import { describe, expect, it } from 'vitest';
import { derive, obligationsOf, routesOnBreach, type Task } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { agreed, confirmed, inSession, paymentClause, writtenAgreement } from '../support/desk-stages.ts';
import { partyId, proceeding } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const tasks = (desk: Desk): readonly Task[] =>
  derive(desk.file, desk.calendar, desk.reference).tasks.filter((task) => task.source === 'obligation');

async function twoClauses(): Promise<Desk> {
  const desk = await inSession();
  desk.at('2026-09-03T16:00');
  const stop = paymentClause(desk, {
    subject: 'stopInfringement',
    act: '停止销售',
    amountFen: null,
    dueOn: '2026-09-30',
  });
  const penalty = paymentClause(desk, { subject: 'default', act: '逾期支付违约金', amountFen: null, dueOn: null });
  const clauses = [paymentClause(desk), stop, penalty];
  await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-03', { clauses }));
  return desk;
}

describe('an agreement that is not in effect yet', () => {
  it('obliges nobody', async () => {
    const desk = await inSession();
    desk.at('2026-09-03T16:00');
    const unsealed = writtenAgreement(desk, '2026-09-03', { sealedOn: null });
    await desk.gives('sun', 'recordAgreement', mediation, unsealed);
    expect(obligationsOf(desk.file)).toEqual([]);
    expect(tasks(desk)).toEqual([]);
  });
});

describe('an agreement in effect', () => {
  it('says who owes what to whom by when, clause by clause; what follows from a default is no obligation', async () => {
    const desk = await twoClauses();
    const owed = obligationsOf(desk.file);
    expect(
      owed.map(({ clause, subject, dueOn, amountFen, state }) => [clause, subject, dueOn, amountFen, state]),
    ).toEqual([
      [1, 'payment', '2026-11-30', 6_000_000, 'open'],
      [2, 'stopInfringement', '2026-09-30', null, 'open'],
    ]);
    expect(owed[0]).toMatchObject({
      obligor: partyId(desk.file, 'respondent'),
      obligee: partyId(desk.file, 'claimant'),
    });
  });

  it('puts each one on the desk of the mediator for the first working day after it is due, holidays skipped', async () => {
    const desk = await twoClauses();
    // The day after 30 September is National Day: the desk looks on 8 October.
    expect(tasks(desk).map(({ dueOn, person, role }) => [dueOn, person, role])).toEqual([
      ['2026-12-01', 'sun-lihua', 'mediator'],
      ['2026-10-08', 'sun-lihua', 'mediator'],
    ]);
  });

  it('takes a performed clause off the desk and leaves the other', async () => {
    const desk = await twoClauses();
    const [payment] = obligationsOf(desk.file);
    await desk.gives('sun', 'recordPerformance', mediation, (c) => ({
      party: partyId(c, 'respondent'),
      obligation: payment!.id,
      result: 'full',
    }));
    expect(obligationsOf(desk.file).map(({ state }) => state)).toEqual(['performed', 'open']);
    expect(tasks(desk)).toHaveLength(1);
  });

  it('is performed in everything a party owes when no clause is named', async () => {
    const desk = await twoClauses();
    await desk.gives('sun', 'recordPerformance', mediation, (c) => ({
      party: partyId(c, 'respondent'),
      result: 'full',
    }));
    expect(tasks(desk)).toEqual([]);
  });

  it("does not take another party's word for an obligation", async () => {
    const desk = await agreed();
    const [payment] = obligationsOf(desk.file);
    await desk.refuses('obligation-of-another-party', 'sun', 'recordPerformance', mediation, (c) => ({
      party: partyId(c, 'claimant'),
      obligation: payment!.id,
      result: 'full',
    }));
  });
});

describe('an obligation that was broken', () => {
  const broken = async (desk: Desk) => {
    await desk.gives(
      'sun',
      'recordPerformance',
      mediation,
      (c) => ({ party: partyId(c, 'respondent'), obligation: obligationsOf(c)[0]!.id, result: 'breach' }),
      { at: '2026-12-02T09:00' },
    );
    return obligationsOf(desk.file)[0]!;
  };

  it('of a bare agreement is sued on, or for money turned into a payment order; it is never enforced', async () => {
    const desk = await agreed();
    const obligation = await broken(desk);
    expect(obligation).toMatchObject({ state: 'breached', recordedOn: '2026-12-02' });
    expect(routesOnBreach(desk.file, obligation).map(({ id }) => id)).toEqual(['T13', 'T37']);
    expect(tasks(desk)[0]?.text.zh).toContain('诉讼');
  });

  it('of a confirmed agreement is enforced', async () => {
    const desk = await confirmed();
    const obligation = await broken(desk);
    expect(routesOnBreach(desk.file, obligation).map(({ id }) => id)).toEqual(['T28']);
  });
});
