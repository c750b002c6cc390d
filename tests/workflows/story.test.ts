/** The stories of the seeds, told in memory through `decide`: what a mediator, a party and a court live through. */
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../db/memory.ts';
import { castMember } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { stories } from '../../seeds/stories/index.ts';
import { tell } from '../../seeds/stories/tell.ts';
import {
  type Actor,
  type CaseFile,
  clocksOf,
  derive,
  type Entry,
  kit,
  knows,
  maySeeEntry,
} from '../../workflows/index.ts';
import { actorOf, frozen, keep, town } from '../support/desk.ts';
import { assertGrowth, assertJournal } from '../support/invariants.ts';

const calendar = yantaiCalendar();

interface Told {
  readonly file: CaseFile;
  readonly journal: readonly Entry[];
  /** After each step: the command, the states of all proceedings and of all matters. */
  readonly path: readonly string[];
}

async function told(name: string): Promise<Told> {
  const store = memoryStore();
  let count = 0;
  const ids = () => {
    count += 1;
    return `id-${count}`;
  };
  const path: string[] = [];
  let file: CaseFile | null = null;
  const steps = tell(stories[name]!, 'case-1', {
    reference: town,
    calendar,
    ids,
    find: async (command, caseFile) => ({
      numbers: { caseCode: 'JF2026-001', mediationCase: '（2026）烟知人调字第001号' },
      journal: await store.reads.journal(caseFile.id),
      queryCodeHash: `hash-${command.id}`,
    }),
    keep: async (decision, command, step) => {
      const { id, organisation, roles } = castMember(step.by);
      await keep({ store, calendar }, decision, command, { person: id, organisation, roles });
      assertGrowth(decision.before, decision.after);
      return frozen(decision.after);
    },
  });
  for await (const { step, after } of steps) {
    file = after;
    path.push([step.command, ...statesOf(after)].join(' '));
  }
  return { file: file!, journal: await store.reads.journal('case-1'), path };
}

function statesOf(file: CaseFile): readonly string[] {
  const proceedings = Object.values(file.proceedings).map(({ channel, slot }) => `${channel}:${slot.value}`);
  return [...proceedings, ...Object.values(file.matters).map(({ slot }) => String(slot.value))];
}

describe('the first story: two respondents, one settles and the court confirms', () => {
  let story: Told;
  beforeAll(async () => {
    story = await told('first');
  });

  it('goes from the desk of a mediator to the ruling of a court', () => {
    const turning = [
      'openCase',
      'routeHere',
      'recordAgreement',
      'completeFormalities',
      'endMediation',
      'receiveHandoff',
      'recordConfirmationRuling',
      'finishMatter',
    ];
    expect(story.path.filter((line) => turning.includes(line.split(' ')[0]!))).toEqual([
      'openCase intake:received triage',
      'routeHere intake:routed peopleMediation:applied inMediation',
      'recordAgreement intake:routed peopleMediation:inSession inMediation inMediation',
      'completeFormalities intake:routed peopleMediation:inSession settled inMediation',
      'endMediation intake:routed peopleMediation:agreedInPart settled unresolved',
      'receiveHandoff intake:routed peopleMediation:agreedInPart judicialConfirmation:submitted beingConfirmed unresolved',
      'recordConfirmationRuling intake:routed peopleMediation:agreedInPart judicialConfirmation:confirmed confirmed unresolved',
      'finishMatter intake:routed peopleMediation:agreedInPart judicialConfirmation:confirmed confirmed over',
    ]);
  });

  it('ends with the clocks of objection for both parties and of enforcement', () => {
    const clocks = clocksOf(story.file, calendar).map(({ rule, due }) => `${rule} ${due}`);
    expect(clocks.sort()).toEqual([
      'conf.objection.party 2026-11-05',
      'conf.objection.party 2026-11-05',
      'enf.apply 2028-11-30',
    ]);
  });

  it('told twice is the same case', async () => {
    const again = await told('first');
    expect(again.file).toEqual(story.file);
    expect(derive(again.file, calendar, town)).toEqual(derive(story.file, calendar, town));
    const drafts = ({ journal }: Told) => journal.map(({ envelope, body }) => ({ envelope, body }));
    expect(drafts(again)).toEqual(drafts(story));
  });

  it('leaves a journal without a gap whose chain holds', () => {
    assertJournal(story.file, story.journal);
  });

  it('never lets the names of people into the case or its journal', () => {
    for (const name of ['海岳电器', '鑫达商行', '万顺日用品店', '0535-6000137', '13800000137']) {
      const { header, ...rest } = story.file;
      expect(JSON.stringify(rest)).not.toContain(name);
      const bodies = story.journal.filter(({ envelope }) => envelope.type !== 'noteInside').map(({ body }) => body);
      expect(JSON.stringify(bodies)).not.toContain(name);
      expect(header.code).toBe('JF2026-001');
    }
  });

  it('never shows what was said inside to the court, the centre or a party', () => {
    const said = '愿意赔偿六万元';
    expect(JSON.stringify(story.journal)).toContain(said);
    const party: Actor = { person: Object.values(story.file.parties)[0]!.person, organisation: null, roles: ['party'] };
    expect(knows(story.file, party)).toBe(false);
    for (const actor of [party, actorOf('liu'), actorOf('wang'), actorOf('limin')]) {
      const seen = story.journal.filter(({ envelope }) => maySeeEntry(story.file, envelope, actor, '2026-10-21'));
      expect(JSON.stringify(seen)).not.toContain(said);
    }
    expect(JSON.stringify(derive(story.file, calendar, town))).not.toContain(said);
  });

  it('tells the parties in plain words where each of their matters stands', () => {
    const words = Object.values(story.file.matters).map(({ slot }) => kit.meta(slot).publicLabel.zh);
    expect(words).toEqual(['法院已裁定调解协议有效', '已办结']);
  });

  it('shows the court only the parties of the matter it was handed', () => {
    const handed = Object.values(story.file.handoffs)[0]!;
    expect(handed.matters).toEqual([Object.keys(story.file.matters)[0]]);
    const seen = story.journal.filter(({ envelope }) =>
      maySeeEntry(story.file, envelope, actorOf('liu'), '2026-10-21'),
    );
    expect(seen.some(({ envelope }) => envelope.type === 'openSession')).toBe(false);
    expect(seen.some(({ envelope }) => envelope.type === 'recordConfirmationRuling')).toBe(true);
  });
});

describe('every story', () => {
  it.each(Object.keys(stories))(
    '“%s” can be told to its end, says where it comes from, and leaves a whole journal',
    async (name) => {
      const { file, journal, path } = await told(name);
      expect(path).toHaveLength(stories[name]!.steps.length);
      expect(stories[name]!.source.zh).not.toBe('');
      assertJournal(file, journal);
    },
  );
});
