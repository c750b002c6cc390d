/** The first story over HTTP: one respondent settles, the court confirms. What is said of every story is in stories.test.ts. */
import { describe, expect, it } from 'vitest';
import { first } from '../../../seeds/stories/first.ts';
import type { CaseView } from '../../../server/views/index.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('the first story, told over HTTP', () => {
  const holder = toldStory(first);
  const get = (login: string, rest = '') => holder.told.house.get(login, `/api/cases/${holder.told.caseId}${rest}`);

  it('leads from the window to the confirmation', async () => {
    expect(Object.values(holder.told.end.matters).map(({ slot }) => slot.value)).toEqual(['confirmed', 'over']);
    const { body, status } = await get('sun');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: '烟知解〔2026〕001号',
      title: { zh: '烟台海岳电器有限公司与芝罘区鑫达商行、莱山区万顺日用品店注册商标“海岳”纠纷' },
    });
  });

  it('shows the court its own proceeding, the public line of the rest, and only the matter it was handed', async () => {
    const { body } = await get('liu');
    expect(body).toMatchObject({
      matters: [{ number: 1 }],
      parties: [{ name: { zh: '烟台海岳电器有限公司' } }, { name: { zh: '芝罘区鑫达商行' } }],
      proceedings: [
        { channel: 'intake', sight: 'publicLine', number: null },
        { channel: 'peopleMediation', sight: 'publicLine', number: null, agreements: [] },
        { channel: 'judicialConfirmation', sight: 'full', number: '（2026）鲁0602诉前调确123号' },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('万顺');
  });

  it('shows the case as it stood on a day, and as it was known at a moment', async () => {
    const stations = async (query: string) => {
      const { body } = await get('sun', `?${query}`);
      const { matters } = body as unknown as { matters: { steps: { state: string }[] }[] };
      return matters.map(({ steps }) => steps.at(-1)?.state);
    };
    expect(await stations('asOf=2026-09-15')).toEqual(['inMediation']);
    expect(await stations('asOf=2026-09-23')).toEqual(['inMediation', 'inMediation']);
    expect(await stations('asOf=2026-10-10')).toEqual(['settled', 'unresolved']);
    // The agreement of the 24th had no seal before it was recorded on the 28th.
    expect(await stations('knownAt=2026-09-28T00:30:00Z')).toEqual(['inMediation', 'inMediation']);
    expect(await stations('knownAt=2026-09-28T01:30:00Z')).toEqual(['settled', 'inMediation']);
    expect((await get('sun', '?asOf=2026-02-30')).status).toBe(422);
  });

  it('shows the committee from when limitation runs and until when, and the court nothing of it', async () => {
    const { body } = await get('limin');
    const { limitation } = body as unknown as CaseView;
    expect(limitation.map(({ lines, runsFrom, expiresOn }) => [lines.length, runsFrom, expiresOn])).toEqual([
      [4, '2026-11-30', '2029-11-30'],
      [3, '2026-10-09', '2029-10-09'],
    ]);
    expect(((await get('liu')).body as unknown as CaseView).limitation).toEqual([]);
    const page = await holder.told.house.get('limin', `/cases/${holder.told.caseId}`);
    expect(page.text).toContain('自 2026-11-30 起算，至 2029-11-30 届满');
    expect(page.text).toContain('请求保护');
  });

  it('shows beside it a rest that was waived, with its article and its own last day', async () => {
    const { house, caseId, end } = holder.told;
    const target = { kind: 'matter', id: Object.keys(end.matters)[1]! } as const;
    const waived = { target, data: { claimedFen: 100, how: 'written' } };
    expect((await house.give('limin', caseId, 'recordRestWaived', waived)).status).toBe(200);
    const page = await house.get('limin', `/cases/${caseId}`);
    expect(page.text).toContain('放弃的剩余债权（仍主张 ¥1.00）自 2026-10-09 起算，至 2029-10-09 届满');
    const { body } = await get('limin');
    expect((body as unknown as CaseView).limitation[1]?.notes).toMatchObject([{ warns: false, toVerify: false }]);
    expect(((await get('liu')).body as unknown as CaseView).limitation).toEqual([]);
  });
});
