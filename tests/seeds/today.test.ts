import { describe, expect, it } from 'vitest';
import { castOfficers, withCast } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { storiesOfToday } from '../../seeds/stories/index.ts';
import { tell } from '../../seeds/stories/tell.ts';

const calendar = yantaiCalendar();
const reference = { ...withCast(yantaiReference()), officers: castOfficers() };

async function lastStates(today: string): Promise<readonly string[]> {
  let count = 0;
  const ids = () => `id-${++count}`;
  const find = async () => ({
    numbers: { caseCode: '烟知解〔2026〕001号', mediationCase: '（2026）烟知人调字第001号' },
  });
  const ends: string[] = [];
  for (const story of storiesOfToday(today)) {
    let states = '';
    for await (const { after } of tell(story, story.id, {
      reference,
      calendar,
      ids,
      find,
      keep: async ({ after }) => after,
    })) {
      states = Object.values(after.proceedings)
        .map((proceeding) => `${proceeding.channel} ${proceeding.slot.value}`)
        .join(', ');
    }
    ends.push(states);
  }
  return ends;
}

describe('the demonstration of a day', () => {
  it.each(['2026-11-22', '2024-02-29', '2026-10-08', '2027-01-01', '2027-02-07', '2028-06-01'])(
    'can be told on %s, holidays and leap days included',
    async (today) => {
      expect(await lastStates(today)).toEqual([
        'intake routed, peopleMediation adjourned',
        'intake received',
        'intake routed, peopleMediation agreed',
        'intake routed, peopleMediation agreed, judicialConfirmation submitted',
        'intake routed, peopleMediation agreed',
        'intake routed, adminRuling filed',
        'intake routed, trademarkEnforcement noticeGiven',
        'intake routed, arbitration applied',
        'intake routed, arbitration accepted',
        'intake routed, peopleMediation agreed, judicialConfirmation confirmed, enforcement underway',
        'intake routed, commercialMediation agreed',
      ]);
    },
  );
});
