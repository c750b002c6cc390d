/** Real cases of other places, told through `decide` with their dates, and what they must show. */
import { describe, expect, it } from 'vitest';
import { castMember, type StoryLogin } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { rc09 } from '../../seeds/stories/rc-09.ts';
import { rc13 } from '../../seeds/stories/rc-13.ts';
import { proceedingOf, type Story } from '../../seeds/stories/story.ts';
import {
  type CaseFile,
  clocksOf,
  derive,
  kit,
  maySeeEntry,
  obligationsOf,
  preflightOf,
  routesOnBreach,
} from '../../workflows/index.ts';
import { assertJournal } from '../support/invariants.ts';
import { referenceOfStories, toldInMemory } from '../support/told-in-memory.ts';

const calendar = yantaiCalendar();
const reference = referenceOfStories;

const stateOf = (file: CaseFile, channel: Parameters<typeof proceedingOf>[1]) =>
  String(proceedingOf(file, channel).slot.value);
const stateAfter = (story: Story<StoryLogin>, states: readonly CaseFile[], command: string): CaseFile =>
  states[story.steps.findLastIndex((step) => step.command === command)]!;

describe.each([rc09, rc13])('the story $id', (story) => {
  it('ends in the same state when it is told twice, and its chain verifies', async () => {
    const [one, two] = [await toldInMemory(story), await toldInMemory(story)];
    expect(two.end).toEqual(one.end);
    assertJournal(one.end, one.journal);
  });

  it('moves between organisations only by handoffs that were offered and accepted', async () => {
    const { end } = await toldInMemory(story);
    for (const handoff of Object.values(end.handoffs)) {
      expect(handoff.offeredOn).not.toBeNull();
      expect(String(handoff.slot.value)).toBe('accepted');
    }
    const opened = Object.values(end.proceedings).filter(({ openedByHandoff }) => openedByHandoff !== null);
    expect(opened.map(({ channel }) => channel)).toContain('courtAnnexedMediation');
  });

  it('says of its organisations that they are not of Yantai', () => {
    for (const step of story.steps) {
      const organisation = reference.organisations[castMember(step.by).organisation ?? ''];
      expect(organisation?.shortName.zh).toContain('非烟台');
    }
  });

  it('leaves no reaction that was impossible', async () => {
    const { journal } = await toldInMemory(story);
    expect(journal.filter(({ envelope }) => envelope.type === 'noteImpossibleReaction')).toEqual([]);
  });
});

describe('RC-09, a design patent in Nanping', () => {
  it('hands the dispute to the committee with the pre-filing number of the court', async () => {
    const { states } = await toldInMemory(rc09);
    const taken = stateAfter(rc09, states, 'assignMediator');
    expect(proceedingOf(taken, 'litigation').number).toBe('（2024）闽07民诉前调112号');
    expect(proceedingOf(taken, 'courtAnnexedMediation').number).toBe('（2024）闽07民诉前调112号');
    const term = clocksOf(taken, calendar).find(({ rule }) => rule === 'med.delegated.term');
    expect(term?.due).toBe('2024-09-11');
  });

  it('was agreed inside the thirty days, and the result flows back: the court registers nothing', async () => {
    const { end } = await toldInMemory(rc09);
    expect(stateOf(end, 'litigation')).toBe('settledBeforeFiling');
    expect(Object.values(end.matters).map(({ slot }) => slot.value)).toEqual(['confirmed']);
  });

  it('is confirmed by the court that invited the mediation, inside the window that counts from the e-signatures', async () => {
    const { states, end } = await toldInMemory(rc09);
    const filed = stateAfter(rc09, states, 'prepareHandoff');
    const checks = preflightOf(filed, Object.values(filed.handoffs).at(-1)!, givenOn('2024-09-20'));
    expect(checks.filter(({ result }) => result !== 'met')).toEqual([]);
    expect(stateOf(end, 'judicialConfirmation')).toBe('confirmed');
  });

  it('keeps the payment as an obligation and watches it after the confirmation', async () => {
    const { end } = await toldInMemory(rc09);
    expect(
      obligationsOf(end).map(({ subject, dueOn, amountFen, state }) => [subject, dueOn, amountFen, state]),
    ).toEqual([
      ['removeListing', '2024-09-15', null, 'performed'],
      ['payment', '2024-10-31', 1_500_000, 'open'],
    ]);
    const tasks = derive(end, calendar, reference).tasks.filter(({ source }) => source === 'obligation');
    expect(tasks.map(({ organisation, dueOn }) => [organisation, dueOn])).toEqual([
      ['yanpingMediationCommittee', '2024-11-01'],
    ]);
    expect(routesOnBreach(end, obligationsOf(end)[1]!).map(({ id }) => id)).toEqual(['T28']);
  });
});

describe('RC-13, a wine brand in Qingdao', () => {
  it('succeeds without an agreement and without a confirmation', async () => {
    const { end } = await toldInMemory(rc13);
    expect(Object.values(end.proceedings).flatMap((one) => Object.keys(one.agreements))).toEqual([]);
    expect(Object.values(end.proceedings).map(({ channel }) => channel)).not.toContain('judicialConfirmation');
    expect(Object.values(end.matters).every(({ slot }) => kit.meta(slot).over)).toBe(true);
    expect(stateOf(end, 'litigation')).toBe('withdrawn');
  });

  it('has an outcome of its own for each respondent', async () => {
    const { end } = await toldInMemory(rc13);
    expect(Object.values(proceedingOf(end, 'courtAnnexedMediation').outcomes)).toEqual([
      'withdrawn',
      'settledWithoutPaper',
    ]);
    expect(Object.values(end.matters).map(({ outcome }) => outcome)).toEqual(['withdrawn', 'settledWithoutPaper']);
  });

  it('stayed in time by an extension that all three agreed to, and is marked as old law to be confirmed', async () => {
    const { states } = await toldInMemory(rc13);
    const extended = stateAfter(rc13, states, 'extendMediation');
    const clock = clocksOf(extended, calendar).find(({ rule }) => rule === 'med.delegated.term');
    expect(clock?.due).toBe('2021-07-19');
  });

  it('hands the proof of the deletion to the court, and nothing of what the mediator thought', async () => {
    const { end, journal } = await toldInMemory(rc13);
    const back = Object.values(end.handoffs).find(({ kind }) => kind === 'H3')!;
    expect(back.manifest.map(({ document }) => document)).toContain('performanceRecord');
    const { id, organisation, roles } = castMember('qingdao-court');
    const seen = journal.filter(({ envelope }) =>
      maySeeEntry(end, envelope, { person: id, organisation, roles }, '2021-07-13'),
    );
    expect(JSON.stringify(seen)).not.toMatch(/驰名|自动抓取|并非其制作/u);
    expect(JSON.stringify(back)).not.toMatch(/驰名|自动抓取|并非其制作/u);
    expect(JSON.stringify(journal)).toMatch(/驰名/u);
  });
});

function givenOn(today: string) {
  const { id, organisation, roles } = castMember('yanping-mediator');
  return {
    actor: { person: id, organisation, roles },
    now: `${today}T10:00:00+08:00`,
    today,
    ids: () => 'none',
    reference,
    calendar,
    found: {},
  };
}
