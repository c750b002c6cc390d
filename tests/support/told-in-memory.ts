import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { storiesElsewhere } from '../../seeds/stories/index.ts';
import { tell } from '../../seeds/stories/tell.ts';
import type { CaseFile, Entry } from '../../workflows/index.ts';
import { referenceOfStories } from './story-claims.ts';

/** A real case as it stood after one of its commands, and the journal up to there. */
export interface ToldUntil {
  readonly file: CaseFile;
  readonly journal: readonly Entry[];
}

/** Tells a real case through `decide` alone, without a store, up to the `nth` time that a command is given. */
export async function toldUntil(story: keyof typeof storiesElsewhere, command: string, nth = 1): Promise<ToldUntil> {
  const journal: Entry[] = [];
  let count = 0;
  const ids = () => {
    count += 1;
    return `id-${count}`;
  };
  const number = '（2026）烟字第1号';
  const steps = tell(storiesElsewhere[story]!, 'case-1', {
    reference: referenceOfStories,
    calendar: yantaiCalendar(),
    ids,
    find: async ({ id }) => ({
      numbers: { caseCode: 'JF2026-001', mediationCase: number, commercialCase: number, administrativeCase: number },
      journal,
      queryCodeHash: `hash-${id}`,
    }),
    keep: async ({ entries, after }) => {
      journal.push(...entries.map((one) => ({ ...one, bodyDigest: '', previousHash: '', hash: '', removal: null })));
      return after;
    },
  });
  let left = nth;
  for await (const { step, after } of steps) {
    if (step.command === command) left -= 1;
    if (left === 0) return { file: after, journal };
  }
  throw new Error(`${story} never gives ${command}`);
}
