/** What others do for a case without holding it: opinions with a day to be answered by, support, copies, and who passes papers on. */
import { describe, expect, it } from 'vitest';
import { derive } from '../../workflows/index.ts';
import type { Data, Desk } from '../support/desk.ts';
import { inSession } from '../support/desk-stages.ts';
import { clocksBy, handoff, itemIds, proceeding } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const centre = 'yantaiProtectionCentre';
const question: Data = { of: centre, question: '被诉标识与注册商标是否近似', replyBy: '2026-09-10' };

const derived = (desk: Desk) => derive(desk.file, desk.calendar, desk.reference);
const tasksOf = (desk: Desk) =>
  derived(desk)
    .tasks.filter(({ source }) => source === 'opinion')
    .map(({ organisation, role, dueOn }) => [organisation, role, dueOn]);
const custody = (desk: Desk) => Object.values(desk.file.proceedings).map(({ id, organisation }) => [id, organisation]);
const asks = (desk: Desk, data: Data = question) => desk.gives('sun', 'askOpinion', mediation, data);

/** Support by the centre, with its questions, is on the way. */
async function supported(): Promise<Desk> {
  const desk = await inSession();
  for (const document of ['questionList', 'confidentialityPledge'])
    await desk.gives('sun', 'addItem', mediation, { document, title: document, class: 'organisationFile', pages: 1 });
  const packet = (c: Desk['file']) => ({
    kind: 'H14',
    to: centre,
    items: itemIds(c, 'questionList', 'confidentialityPledge'),
  });
  await desk.gives('sun', 'prepareHandoff', mediation, packet);
  return desk;
}

describe('an opinion asked of another body', () => {
  it('has a day to be answered by, which raises a task with whoever waits, and moves nothing', async () => {
    const desk = await inSession();
    const before = custody(desk);
    await desk.refuses('term-before-start', 'sun', 'askOpinion', mediation, { ...question, replyBy: '2026-08-30' });
    await desk.refuses('not-a-choice', 'sun', 'askOpinion', mediation, { ...question, of: 'yantaiMediationCommittee' });
    await asks(desk);
    expect(clocksBy(desk, 'opinion.reply')).toMatchObject([{ due: '2026-09-10', kind: 'target' }]);
    expect(tasksOf(desk)).toEqual([['yantaiMediationCommittee', 'committeeClerk', '2026-09-10']]);
    expect(custody(desk)).toEqual(before);
    expect(derived(desk).organisations.map(({ organisation }) => organisation)).not.toContain('zhifuCourt');
  });

  it('is awaited by its own day where several were asked, and may be recorded late', async () => {
    const desk = await inSession();
    await asks(desk);
    await asks(desk, { ...question, of: 'zhifuCourt', replyBy: '2026-09-15' });
    expect(clocksBy(desk, 'opinion.reply').map(({ due }) => due)).toEqual(['2026-09-10', '2026-09-15']);
    desk.at('2026-09-20T09:00');
    const [first, second] = desk.choices('sun', 'recordOpinionReceived', mediation, 'request');
    await desk.gives('sun', 'recordOpinionReceived', mediation, { request: second!.value, opinion: '近似' });
    expect(clocksBy(desk, 'opinion.reply').map(({ due }) => due)).toEqual(['2026-09-10']);
    await desk.gives('sun', 'recordOpinionReceived', mediation, { request: first!.value, opinion: '近似' });
    expect([clocksBy(desk, 'opinion.reply'), tasksOf(desk)]).toEqual([[], []]);
    await desk.refuses('not-a-choice', 'sun', 'recordOpinionReceived', mediation, {
      request: first!.value,
      opinion: '再次',
    });
  });
});

describe('a body that is asked without a packet', () => {
  const waiting = (desk: Desk) =>
    derived(desk).tasks.find(({ id, source }) => source === 'opinion' && !id.endsWith('owed'));

  it('learns nothing of the case, and whoever asked is told to send one while it works here', async () => {
    const desk = await supported();
    const known = derived(desk).organisations;
    await asks(desk);
    expect([derived(desk).organisations, tasksOf(desk).map(([organisation]) => organisation)]).toEqual([
      known,
      ['yantaiMediationCommittee'],
    ]);
    expect(waiting(desk)!.text.zh).toContain('请发送');
    await desk.gives('sun', 'offerHandoff', handoff);
    expect(waiting(desk)!.text.zh).not.toContain('请发送');
    expect(tasksOf(desk).map(([organisation]) => organisation)).toContain(centre);
  });

  it('has its answer recorded by whoever asked, where it has no login', async () => {
    const desk = await inSession();
    await asks(desk, { ...question, of: 'yantaiPublicSecurity' });
    expect(waiting(desk)!.text.zh).not.toContain('请发送');
    const [request] = desk.choices('sun', 'recordOpinionReceived', mediation, 'request');
    await desk.gives('sun', 'recordOpinionReceived', mediation, { request: request!.value, opinion: '近似' });
    expect(tasksOf(desk)).toEqual([]);
  });
});

describe('support by another body', () => {
  it('lets whoever owes an opinion see it and answer it, and never moves the case', async () => {
    const desk = await supported();
    const before = custody(desk);
    await desk.gives('sun', 'offerHandoff', handoff);
    await asks(desk);
    expect(tasksOf(desk)).toEqual([
      ['yantaiMediationCommittee', 'committeeClerk', '2026-09-10'],
      [centre, 'centreStaff', '2026-09-10'],
    ]);
    await desk.gives('wang', 'receiveHandoff', handoff);
    await desk.gives('wang', 'acceptHandoff', handoff);
    expect(custody(desk)).toEqual(before);
    const [request] = desk.choices('wang', 'giveOpinion', handoff, 'request');
    const answer = { request: request!.value, opinion: '音、形、义相近' };
    await desk.refuses('not-allowed', 'liu', 'giveOpinion', handoff, answer);
    await desk.gives('wang', 'giveOpinion', handoff, answer, { at: '2026-09-25T09:00' });
    expect([clocksBy(desk, 'opinion.reply'), tasksOf(desk), custody(desk)]).toEqual([[], [], before]);
  });
});

describe('somebody who passes papers on', () => {
  it('is on record with its day, and neither holds the case nor comes to know of it', async () => {
    const desk = await supported();
    const via = { via: 'yantaiMarketSupervision' };
    await desk.refuses('handoff-not-sent', 'sun', 'recordIntermediary', handoff, via);
    await desk.gives('sun', 'offerHandoff', handoff);
    const before = [custody(desk), derived(desk).organisations];
    await desk.refuses('not-a-choice', 'sun', 'recordIntermediary', handoff, { via: centre });
    await desk.gives('sun', 'recordIntermediary', handoff, via);
    expect((await desk.journal()).at(-1)!.body!.data).toMatchObject(via);
    expect([custody(desk), derived(desk).organisations]).toEqual(before);
    expect(derived(desk).tasks.map(({ organisation }) => organisation)).not.toContain('yantaiMarketSupervision');
  });
});
