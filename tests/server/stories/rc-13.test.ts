/** RC-13 over HTTP: a wine brand in Qingdao; the pages come down, the claimant withdraws, no paper is signed. */
import { describe, expect, it } from 'vitest';
import { rc13 } from '../../../seeds/stories/rc-13.ts';
import { proceedingOf } from '../../../seeds/stories/story.ts';
import type { CaseView } from '../../../server/views/index.ts';
import { clocksOf, kit } from '../../../workflows/index.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-13, a wine brand in Qingdao', () => {
  const holder = toldStory(rc13);
  const seenBy = async (login: string, rest = '') => {
    const { house, caseId } = holder.told;
    return house.get(login, `/api/cases/${caseId}${rest}`);
  };

  it('succeeds without an agreement and without a confirmation', () => {
    const { end } = holder.told;
    expect(Object.values(end.proceedings).flatMap((one) => Object.keys(one.agreements))).toEqual([]);
    expect(Object.values(end.proceedings).map(({ channel }) => channel)).not.toContain('judicialConfirmation');
    expect(Object.values(end.matters).every(({ slot }) => kit.meta(slot).over)).toBe(true);
    expect(proceedingOf(end, 'litigation').slot.value).toBe('withdrawn');
  });

  it('has an outcome of its own for each respondent', async () => {
    const { end } = holder.told;
    const outcomes = ['withdrawn', 'settledWithoutPaper'];
    expect(Object.values(proceedingOf(end, 'courtAnnexedMediation').outcomes)).toEqual(outcomes);
    expect(Object.values(end.matters).map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('stayed in time by an extension that all three agreed to', () => {
    const { afterStep, house } = holder.told;
    const clock = clocksOf(afterStep('extendMediation'), house.dependencies.calendar).find(
      ({ rule }) => rule === 'med.delegated.term',
    );
    expect(clock?.due).toBe('2021-07-19');
  });

  it('hands the proof of the deletion to the court, which can open it', async () => {
    const { body } = await seenBy('qingdao-court');
    const { handoffs, items } = body as unknown as CaseView;
    const back = handoffs.find(({ kind }) => kind === 'H3')!;
    const proof = items.find(({ title }) => title === '删除页面及全站清理证明')!;
    expect(back.manifest.map(({ sha256 }) => sha256)).toContain(proof.sha256);
    const file = await seenBy('qingdao-court', `/items/${proof.id}/file`);
    expect([file.status, file.text]).toEqual([200, expect.stringContaining('已删除')]);
  });

  it('keeps what the mediator thought from the court', async () => {
    const said = /应当避让|自动抓取|并非其制作/u;
    for (const rest of ['', '/timeline', '/items', '/handoffs', '?asOf=2021-07-13'])
      expect((await seenBy('qingdao-court', rest)).text).not.toMatch(said);
    expect((await seenBy('qingdao-mediator', '/timeline')).text).toMatch(said);
  });
});
