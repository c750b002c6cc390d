/** Every story told through the real API: what is promised of any case, checked around each of its steps. */
import { describe, expect, it } from 'vitest';
import { check } from '../../db/maintenance/check.ts';
import { castMember, type StoryLogin } from '../../seeds/cast.ts';
import { withElsewhere } from '../../seeds/reference/elsewhere.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { stories, storiesElsewhere } from '../../seeds/stories/index.ts';
import { commandIdOf } from '../../server/write/index.ts';
import { type CaseFile, clocksOf, derive } from '../../workflows/index.ts';
import { assertJournal } from '../support/invariants.ts';
import { serve, tellOverHttp } from '../support/server.ts';
import { sameIds } from '../support/story-promises.ts';
import { isFromElsewhere, recordedLate, type ToldStory, tell, toldStory } from '../support/told-over-http.ts';

/** Where everything stands and what runs, without ids. */
function standing({ house }: ToldStory, file: CaseFile): unknown {
  const clocks = clocksOf(file, house.dependencies.calendar).map(({ rule, due }) => `${rule} ${due}`);
  return {
    paths: Object.values(file.matters).map(({ slot, outcome }) => [slot.value, outcome]),
    proceedings: Object.values(file.proceedings).map((one) => [
      one.channel,
      one.organisation,
      one.slot.value,
      one.number,
    ]),
    clocks: clocks.sort(),
  };
}

/** The rows of a person's timeline, by entry. */
async function timelineOf({ house, caseId }: ToldStory, login: StoryLogin) {
  const { body } = await house.get(login, `/api/cases/${caseId}/timeline`);
  const { rows } = body as unknown as { rows: { seq: number; occurredOn: string; recordedAt: string }[] };
  return new Map(rows.map((row) => [row.seq, row]));
}

describe.each(Object.values({ ...stories, ...storiesElsewhere }))('the story $id, told over HTTP', (story) => {
  // Around each step the teller compares what everybody sees and may do with what `decide` says.
  const holder = toldStory(story);

  it('comes to its end, each step as decided, offered before and seen by everybody after', () => {
    expect(holder.told.states).toHaveLength(story.steps.length);
  });

  it('leaves no reaction that was impossible', () => {
    expect(holder.told.journal.filter(({ envelope }) => envelope.type === 'noteImpossibleReaction')).toEqual([]);
  });

  it('changes organisation only by handoffs that both sides have signed for', () => {
    const { end, journal } = holder.told;
    for (const handoff of Object.values(end.handoffs)) {
      const keys = journal.filter(({ envelope }) => envelope.target.id === handoff.id && envelope.causedBy === null);
      const by = (type: string) => keys.findLast(({ envelope }) => envelope.type === type)?.envelope;
      const sent = by('offerHandoff');
      if (sent === undefined) continue;
      expect(sent.onBehalfOf ?? sent.actor.organisation).toBe(handoff.fromOrganisation);
      const received = by('receiveHandoff');
      if (received !== undefined)
        expect(received.onBehalfOf ?? received.actor.organisation).toBe(handoff.toOrganisation);
    }
  });

  it('has given every party a page of its own', () => {
    const { witness, end } = holder.told;
    expect([...witness.codes.keys()].sort()).toEqual(Object.keys(end.parties).sort());
  });

  it('shows of every act when it happened and when it was written down', async () => {
    const { told } = holder;
    for (const login of told.witness.people) {
      const rows = await timelineOf(told, login);
      for (const [index, step] of story.steps.entries()) {
        if (step.by !== login) continue;
        const commandId = commandIdOf(castMember(login).id, `${story.id}-${index}`);
        const entry = told.journal.find(({ envelope }) => envelope.commandId === commandId)!;
        const row = rows.get(entry.envelope.seq);
        expect(row, `${step.command} in the timeline of ${login}`).toBeDefined();
        expect(row!.recordedAt.slice(0, 16)).toBe(step.at);
        if (step.occurredOn !== undefined) expect(row!.occurredOn).toBe(step.occurredOn);
      }
    }
  });

  it('ends with a journal whose chain holds, in a database in which everything is as it was written', async () => {
    const { house, end, journal } = holder.told;
    assertJournal(end, journal);
    const { calendar, town } = house.dependencies;
    await house.close();
    const result = await check(house.folder, (caseFile) => derive(caseFile, calendar, town));
    expect([result.exitCode, result.faults, result.stale]).toEqual([0, [], []]);
  });

  it('gives the same state when it is told again, with every request sent twice', async () => {
    const again = await tell(story, await serve({ elsewhere: isFromElsewhere(story) }), true);
    expect(sameIds(again.end)).toEqual(sameIds(holder.told.end));
  });

  it('comes to the same state and the same time limits when it is written down weeks late', async () => {
    const house = await serve({ elsewhere: isFromElsewhere(story) });
    const late = recordedLate(story, 45);
    const caseId = await tellOverHttp(house, late);
    expect(standing(holder.told, await house.file(caseId))).toEqual(standing(holder.told, holder.told.end));
  });
});

it.each(Object.values(storiesElsewhere))(
  'the story $id says of its organisations that they are not of Yantai',
  ({ steps }) => {
    const { organisations } = withElsewhere(yantaiReference());
    for (const { by } of steps)
      expect(organisations[castMember(by).organisation ?? '']?.shortName.zh).toContain('非烟台');
  },
);
