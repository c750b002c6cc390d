/** RC-22 over HTTP: a utility-model suit that goes from Quanzhou to Taizhou after an objection to jurisdiction. */
import { describe, expect, it } from 'vitest';
import { rc22 } from '../../../seeds/stories/rc-22.ts';
import { proceedingOf } from '../../../seeds/stories/story.ts';
import type { CaseView } from '../../../server/views/index.ts';
import { clocksOf, dayOfFact, stayAdvice } from '../../../workflows/index.ts';
import { toldStory } from '../../support/told-over-http.ts';

const quanzhou = 'quanzhouIntermediateCourt';
const taizhou = 'taizhouIntermediateCourt';

describe('RC-22, a lateral transfer between courts', () => {
  const holder = toldStory(rc22);
  const view = async (login: string, query = ''): Promise<CaseView> => {
    const { house, caseId } = holder.told;
    return (await house.get(login, `/api/cases/${caseId}${query}`)).body as unknown as CaseView;
  };
  const suitIn = ({ proceedings }: CaseView) => proceedings.find(({ channel }) => channel === 'litigation')!;

  it('takes sixty-three days from the order to the docketing, and Quanzhou owns the case until Taizhou has accepted it', async () => {
    const { end, states } = holder.told;
    const suit = proceedingOf(end, 'litigation').id;
    const [ordered, docketed] = ['orderTransfer', 'docketTransferred'].map((type) =>
      Temporal.PlainDate.from(dayOfFact(end, type, { proceeding: suit })!),
    );
    expect(ordered!.until(docketed!).days).toBe(63);
    const owners = states.map((file) => file.proceedings[suit]?.organisation);
    const accepted = rc22.steps.findIndex(({ command }) => command === 'acceptHandoff');
    expect(new Set(owners.slice(1, accepted))).toEqual(new Set([quanzhou]));
    expect(new Set(owners.slice(accepted))).toEqual(new Set([taizhou]));
    // As it stood in between, as the court sees it that has it now.
    expect(suitIn(await view('taizhou-court', '?asOf=2015-10-27')).organisation.id).toBe(quanzhou);
    expect(suitIn(await view('taizhou-court', '?asOf=2015-10-28')).organisation.id).toBe(taizhou);
  });

  it('is one case and one proceeding with a new number; the old one is still what it was on an earlier day', async () => {
    const { end } = holder.told;
    expect(Object.values(end.proceedings).filter(({ channel }) => channel === 'litigation')).toHaveLength(1);
    expect(suitIn(await view('taizhou-court')).number).toBe('（2015）泰中知民初字第00097号');
    expect(suitIn(await view('taizhou-court', '?asOf=2015-09-30')).number).toBe('（2015）泉民初字第512号');
  });

  it('keeps the order of the higher court with its number and its own date, though it was entered when it arrived', async () => {
    const { timeline } = await view('quanzhou-court');
    const order = timeline.find(({ type }) => type === 'orderTransfer')!;
    expect([order.occurredOn, order.recordedAt.slice(0, 10)]).toEqual(['2015-08-26', '2015-09-07']);
    expect(JSON.stringify(order.details)).toContain('（2015）闽民终字第1426号');
  });

  it('was objected to within the time for defence', () => {
    const { afterStep, house } = holder.told;
    const defence = clocksOf(afterStep('recordComplaintService'), house.dependencies.calendar).find(
      ({ rule }) => rule === 'lit.defence',
    );
    expect(defence?.due).toBe('2015-05-11');
    expect(dayOfFact(holder.told.end, 'objectJurisdiction')).toBe('2015-05-08');
  });

  it('starts the trial term anew in Taizhou, and the terms before the first court are over', () => {
    const { afterStep, house } = holder.told;
    const rules = (command: string) =>
      clocksOf(afterStep(command), house.dependencies.calendar).map(({ rule, due }) => [rule, due]);
    expect(rules('orderTransfer')).toEqual([]);
    expect(rules('docketTransferred')).toEqual([['lit.ordinary', '2016-04-28']]);
  });

  it('hands the chain of the right to the new court, which can open every paper of it', async () => {
    const { house, caseId } = holder.told;
    const { items, handoffs } = await view('taizhou-court');
    const chain = { registerExtract: '2014年6月30日', evaluationReport: '未发现' };
    for (const [document, says] of Object.entries(chain)) {
      const row = holder.told.end.handoffs[handoffs[0]!.id]!.manifest.find((one) => one.document === document)!;
      const item = items.find(({ id }) => id === row.item)!;
      expect(item.sha256).toBe(row.sha256);
      const file = await house.get('taizhou-court', `/api/cases/${caseId}/items/${item.id}/file`);
      expect([file.status, file.text]).toEqual([200, expect.stringContaining(says)]);
    }
    // Nobody asked to invalidate the right, so no rule speaks of a stay.
    const { end } = holder.told;
    expect(stayAdvice(end, proceedingOf(end, 'litigation'), house.dependencies.calendar)).toBeNull();
  });

  it('ends in the first instance for the holder; each party has its own time to appeal, and the judgment no effect yet', async () => {
    const suit = suitIn(await view('taizhou-court'));
    expect(suit.state).toBe('judged');
    const { clocks } = await view('taizhou-court');
    expect(clocks.map(({ rule, due }) => [rule, due])).toEqual([
      ['lit.appeal.judgment', '2016-05-03'],
      ['lit.appeal.judgment', '2016-05-03'],
    ]);
    const { house } = holder.told;
    expect((await house.get('taizhou-court', '/api/desk')).text).toContain(holder.told.caseId);
    expect((await house.get('quanzhou-court', '/api/desk')).text).not.toContain(holder.told.caseId);
  });
});
