/** How organisations list a case while a story is told: where it lies for each, and never more than it may know. */
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../db/memory.ts';
import { castMember } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { stories } from '../../seeds/stories/index.ts';
import { tell } from '../../seeds/stories/tell.ts';
import {
  type Actor,
  type CaseFile,
  derive,
  knownMatters,
  knownParties,
  knows,
  type Listing,
} from '../../workflows/index.ts';
import { keep, town } from '../support/desk.ts';

const calendar = yantaiCalendar();
const committee = 'yantaiMediationCommittee';
const court = 'zhifuCourt';

interface Moment {
  readonly command: string;
  readonly file: CaseFile;
  readonly listings: readonly Listing[];
}

async function told(name: string): Promise<readonly Moment[]> {
  const store = memoryStore();
  let count = 0;
  const moments: Moment[] = [];
  const steps = tell(stories[name]!, 'case-1', {
    reference: town,
    calendar,
    ids: () => {
      count += 1;
      return `id-${count}`;
    },
    find: async (command, caseFile) => ({
      numbers: { caseCode: 'JF2026-001', mediationCase: '（2026）烟知人调字第001号' },
      journal: await store.reads.journal(caseFile.id),
      queryCodeHash: `hash-${command.id}`,
    }),
    keep: async (decision, command, step) => {
      const { id, organisation, roles } = castMember(step.by);
      await keep({ store, calendar }, decision, command, { person: id, organisation, roles });
      return decision.after;
    },
  });
  for await (const { step, after } of steps)
    moments.push({ command: step.command, file: after, listings: derive(after, calendar, town).listings });
  return moments;
}

let moments: readonly Moment[];
beforeAll(async () => {
  moments = await told('first');
});

/** The boxes a case passes through for an organisation, each once as it comes. */
function boxesOf(organisation: string): readonly string[] {
  const boxes = moments.map(
    ({ listings }) => listings.find((one) => one.organisation === organisation)?.box ?? 'unknown',
  );
  return boxes.filter((box, index) => box !== boxes[index - 1]);
}

describe('A case that goes from a mediation to a court', () => {
  it('lies with the committee at work, then with the court to receive, and is never in two places of one list', () => {
    expect(boxesOf(committee).slice(0, 2)).toEqual(['inProgress', 'waiting']);
    expect(boxesOf(court).slice(0, 3)).toEqual(['unknown', 'inbox', 'inProgress']);
    for (const { listings } of moments) {
      const organisations = listings.map(({ organisation }) => organisation);
      expect(new Set(organisations).size).toBe(organisations.length);
    }
  });

  it('is listed for exactly those who may know of it, with their matters’ parties and nobody else', () => {
    for (const { command, file, listings } of moments) {
      for (const organisation of Object.keys(town.organisations)) {
        const actor: Actor = { person: 'anybody', organisation, roles: ['committeeClerk'] };
        const listing = listings.find((one) => one.organisation === organisation);
        const may = knows(file, actor) && knownMatters(file, actor).size > 0;
        expect([command, organisation, listing !== undefined]).toEqual([command, organisation, may]);
        const parties = knownParties(file, actor);
        const known = Object.values(file.parties).filter(({ id }) => parties.has(id));
        const persons = known.flatMap(({ person, agents }) => [person, ...agents.map((agent) => agent.person)]);
        expect((listing?.persons ?? []).filter((person) => !persons.includes(person))).toEqual([]);
      }
    }
  });

  it('tells the court the number of its own proceeding, and not that of the mediation', () => {
    const end = moments.at(-1)!;
    const numbersFor = (organisation: string) =>
      end.listings.find((one) => one.organisation === organisation)?.numbers ?? [];
    expect(numbersFor(committee)).toContain('（2026）烟知人调字第001号');
    expect(numbersFor(court)).not.toContain('（2026）烟知人调字第001号');
    const own = Object.values(end.file.proceedings).find(({ organisation }) => organisation === court)?.number;
    expect(numbersFor(court)).toContain(own);
    expect(numbersFor(committee)).not.toContain(own);
  });

  it('keeps what was said inside, and the words of whoever reported, out of every listing', () => {
    for (const { file, listings } of moments) {
      const written = JSON.stringify(listings);
      expect(written).not.toContain(file.header.summary);
      for (const item of Object.values(file.items)) expect(written).not.toContain(item.title);
    }
  });
});
