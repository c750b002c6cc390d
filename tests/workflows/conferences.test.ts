/** Several bodies over one case: who took part, what was decided, who does what. */
import { describe, expect, it } from 'vitest';
import { derive } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { registered, suit } from '../support/desk-court.ts';

const tasksOf = (desk: Desk) =>
  derive(desk.file, desk.calendar, desk.reference).tasks.filter(({ source }) => source === 'conference');

describe('a case conference', () => {
  const held = {
    kind: 'conference',
    participants: ['zhifuCourt', 'yantaiProtectionCentre'],
    topic: '技术事实查明',
    decision: '由保护中心推荐技术专家。',
    tasks: [{ organisation: 'yantaiProtectionCentre', what: '推荐两名技术专家', dueOn: '2026-09-10' }],
  };

  it('keeps its participants and its decision, and leaves its tasks with the custodian until they are done', async () => {
    const desk = await registered();
    const court = Object.values(desk.file.proceedings).at(-1)!.organisation;
    const participants = desk.choices('liu', 'holdConference', suit, 'participants').map(({ value }) => value);
    const [first, second] = participants;
    const data = { ...held, participants: [first, second], tasks: [{ ...held.tasks[0], organisation: second }] };
    await desk.gives('liu', 'holdConference', suit, data);
    const [task] = tasksOf(desk);
    expect(task).toMatchObject({ organisation: court, dueOn: '2026-09-10' });
    expect(task!.text.zh).toContain(desk.reference.organisations[second!]!.name.zh);
    const open = desk.choices('liu', 'finishConferenceTask', suit, 'task');
    await desk.gives('liu', 'finishConferenceTask', suit, { task: open[0]!.value, result: '已推荐' });
    expect(tasksOf(desk)).toEqual([]);
    await desk.refuses('not-a-choice', 'liu', 'finishConferenceTask', suit, { task: open[0]!.value, result: '又一次' });
  });

  it('is nobody’s task where nothing was left to do, and names no body that does not exist', async () => {
    const desk = await registered();
    const participants = desk.choices('liu', 'holdConference', suit, 'participants').map(({ value }) => value);
    await desk.refuses('not-a-choice', 'liu', 'holdConference', suit, { ...held, participants: ['nobody'] });
    await desk.gives('liu', 'holdConference', suit, { ...held, participants: participants.slice(0, 2), tasks: [] });
    expect(tasksOf(desk)).toEqual([]);
  });
});
