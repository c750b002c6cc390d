/** RC-09 over HTTP: a design patent sold online, delegated by the Nanping court to a district committee. */
import { describe, expect, it } from 'vitest';
import { rc09 } from '../../../seeds/stories/rc-09.ts';
import { proceedingOf } from '../../../seeds/stories/story.ts';
import type { CaseView } from '../../../server/views/index.ts';
import { clocksOf, derive, obligationsOf, preflightOf, routesOnBreach } from '../../../workflows/index.ts';
import { givenOf } from '../../support/story-promises.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-09, a design patent in Nanping', () => {
  const holder = toldStory(rc09);

  it('hands the dispute to the committee with the pre-filing number of the court', async () => {
    const { house, caseId, afterStep } = holder.told;
    const taken = afterStep('assignMediator');
    expect(proceedingOf(taken, 'litigation').number).toBe('（2024）闽07民诉前调112号');
    const { body } = await house.get('yanping-clerk', `/api/cases/${caseId}`);
    const { proceedings } = body as unknown as CaseView;
    expect(proceedings.find(({ channel }) => channel === 'courtAnnexedMediation')?.number).toBe(
      '（2024）闽07民诉前调112号',
    );
    const term = clocksOf(taken, house.dependencies.calendar).find(({ rule }) => rule === 'med.delegated.term');
    expect(term?.due).toBe('2024-09-11');
  });

  it('was agreed inside the thirty days, and the result flows back: the court registers nothing', async () => {
    const { house, caseId, end } = holder.told;
    const { body } = await house.get('nanping-court', `/api/cases/${caseId}`);
    const { proceedings, handoffs } = body as unknown as CaseView;
    expect(proceedings.find(({ channel }) => channel === 'litigation')?.state).toBe('settledBeforeFiling');
    expect(handoffs.map(({ kind, state }) => [kind, state]).toSorted()).toEqual([
      ['H1', 'accepted'],
      ['H2', 'accepted'],
      ['H4', 'accepted'],
    ]);
    expect(Object.values(end.matters).map(({ slot }) => slot.value)).toEqual(['confirmed']);
  });

  it('is confirmed by the court that invited the mediation, inside the window that counts from the e-signatures', async () => {
    const { house, afterStep, end } = holder.told;
    const filed = afterStep('prepareHandoff');
    house.at('2024-09-20T10:00');
    const given = await givenOf('yanping-mediator', house);
    const checks = preflightOf(filed, Object.values(filed.handoffs).at(-1)!, given, []);
    expect(checks.filter(({ result }) => result !== 'met')).toEqual([]);
    expect(proceedingOf(end, 'judicialConfirmation').slot.value).toBe('confirmed');
  });

  it('keeps the payment as an obligation and watches it after the confirmation', async () => {
    const { house, end } = holder.told;
    expect(
      obligationsOf(end).map(({ subject, dueOn, amountFen, state }) => [subject, dueOn, amountFen, state]),
    ).toEqual([
      ['removeListing', '2024-09-15', null, 'performed'],
      ['payment', '2024-10-31', 1_500_000, 'open'],
    ]);
    const { calendar, town } = house.dependencies;
    const tasks = derive(end, calendar, town).tasks.filter(({ source }) => source === 'obligation');
    expect(tasks.map(({ organisation, dueOn }) => [organisation, dueOn])).toEqual([
      ['yanpingMediationCommittee', '2024-11-01'],
    ]);
    expect(routesOnBreach(end, obligationsOf(end)[1]!).map(({ id }) => id)).toEqual(['T28']);
  });
});
