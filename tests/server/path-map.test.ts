/** The map of a case: where each matter has been, which proceedings ran beside, what is on its way, and what of it a stranger sees. */
import { beforeAll, describe, expect, it } from 'vitest';
import { pathCard } from '../../server/pages/path-shown.ts';
import { caseView } from '../../server/views/case-view.ts';
import { matterViews } from '../../server/views/path-view.ts';
import type { CaseMoment } from '../../workflows/index.ts';
import { type Desk, openDesk, type Worker } from '../support/desk.ts';
import { accepted, agreed, assigned, offered, offeredByCentre } from '../support/desk-stages.ts';
import { matterId, partyId, theCase } from '../support/desk-words.ts';
import { lookOf } from '../support/look.ts';

const mapOf = async (desk: Desk, by: Worker, moment: CaseMoment | null = null) =>
  matterViews(await lookOf(desk, by, moment));

async function linesOf(desk: Desk, by: Worker, moment: CaseMoment | null = null) {
  const [matter] = await mapOf(desk, by, moment);
  return (matter?.lines ?? []).map(({ channel, from, to, running }) => [channel, from, to, running]);
}

describe('the proceedings of a matter', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await accepted();
  });

  it('lie beside the stations they ran along, those at work up to the present one', async () => {
    expect(await linesOf(desk, 'sun')).toEqual([
      ['intake', 0, 0, false],
      ['peopleMediation', 1, 3, true],
      ['judicialConfirmation', 3, 3, true],
    ]);
    const [matter] = await mapOf(desk, 'sun');
    expect(matter?.lines[2]?.openedBy).toMatchObject({ from: matter?.lines[1]?.proceeding });
    expect(matter?.steps.map(({ state }) => state)).toEqual(['triage', 'inMediation', 'settled', 'beingConfirmed']);
  });

  it('are those that were there on the day, as it was known on the day', async () => {
    const on = await linesOf(desk, 'sun', { on: '2026-09-02', knownAt: null });
    expect(on).toEqual([
      ['intake', 0, 0, false],
      ['peopleMediation', 1, 1, true],
    ]);
    const known = await linesOf(desk, 'sun', { on: null, knownAt: '2026-09-04T23:59:59+08:00' });
    expect(known.map(([channel]) => channel)).toEqual(['intake', 'peopleMediation']);
    const [then] = await mapOf(desk, 'sun', { on: '2026-09-02', knownAt: null });
    expect(then?.routes.find(({ id }) => id === 'T9')?.state).toBe('depends');
  });

  it('of others show their public line: neither number nor outcome nor what opened them', async () => {
    const [seen] = await mapOf(desk, 'liu');
    const mediation = seen?.lines.find(({ channel }) => channel === 'peopleMediation');
    expect(mediation).toMatchObject({ number: null, outcome: null, stayed: null });
    expect(mediation?.stateLabel.zh).toBe('已达成调解协议');
    expect(seen?.lines.find(({ channel }) => channel === 'judicialConfirmation')?.number).toMatch(/诉前调确/);
    const own = (await mapOf(desk, 'sun'))[0]?.lines.find(({ channel }) => channel === 'judicialConfirmation');
    expect(own).toMatchObject({ number: null, outcome: null });
  });
});

describe('a handoff on its way', () => {
  it('leads out of the present station, for its sender and its receiver and for nobody else', async () => {
    const desk = await offered();
    const [sent] = await mapOf(desk, 'sun');
    expect(sent?.handoffs.map(({ state, to }) => [state, to.id])).toEqual([['offered', 'zhifuCourt']]);
    expect((await mapOf(desk, 'liu'))[0]?.handoffs).toHaveLength(1);
    expect(sent?.routes.find(({ id }) => id === 'T9')).toMatchObject({ state: 'underWay', takenBy: null });
  });

  it('that is only being prepared is not shown to the organisation it is meant for', async () => {
    const desk = await offeredByCentre();
    const [seen] = await mapOf(desk, 'sun');
    expect(seen?.handoffs.map(({ from }) => from.id)).toEqual(['yantaiProtectionCentre']);
    expect(await mapOf(desk, 'liu')).toEqual([]);
  });
});

describe('a matter that was split off', () => {
  it('shares the stations before and says where it left, and both say their own ways on', async () => {
    const desk = await assigned(openDesk(), 2);
    const second = Object.values(desk.file.parties).filter(({ side }) => side === 'respondent')[1]!.id;
    const split = { matter: matterId(desk.file, 0), respondents: [second], reason: '一方愿和解' };
    await desk.gives('sun', 'splitMatter', theCase, split, { at: '2026-09-02T10:00' });
    const [first, other] = await mapOf(desk, 'sun');
    expect([first?.branch, other?.splitFrom]).toEqual([null, 1]);
    expect(other?.branch).toMatchObject({ after: 1, on: expect.stringMatching(/^2026-09-02/) });
    expect(other?.lines.map(({ channel, from }) => [channel, from])).toEqual([
      ['intake', 0],
      ['peopleMediation', 1],
    ]);
    expect(partyId(desk.file, 'claimant')).not.toBe(second);
    const page = pathCard(caseView(await lookOf(desk, 'sun')), {}, 'zh-CN').toString();
    expect(page).toContain('自争议事项 1 分出');
    expect(page.match(/class="path-line"/g)).toHaveLength(2);
    expect(page.match(/接下来可走的途径/g)).toHaveLength(2);
  });
});

describe('the map on the page', () => {
  it('lists stations, proceedings and ways in words, in both languages, without a style of its own', async () => {
    const desk = await agreed();
    const view = caseView(await lookOf(desk, 'sun'));
    for (const [language, words] of [
      ['zh-CN', ['调解中', '人民调解', '尚缺条件或者待查明', '《民事诉讼法》第二百零五条']],
      ['en', ['In mediation', 'People’s mediation', 'Something is wanting', 'Civil Procedure Law']],
    ] as const) {
      const page = pathCard(view, {}, language).toString().replaceAll('&#39;', '’').replaceAll("'", '’');
      for (const word of words) expect([word, page.includes(word)]).toEqual([word, true]);
      expect(page).not.toMatch(/ style=/);
      expect(page.match(/aria-current="step"/g)).toHaveLength(1);
    }
  });

  it('links an open way to the form that takes it, with the kind chosen, for whoever may give it', async () => {
    const desk = await agreed();
    const [matter] = await mapOf(desk, 'limin');
    const confirmation = matter?.routes.find(({ id }) => id === 'T9');
    expect(confirmation?.takenBy).toMatchObject({ command: 'prepareHandoff', data: { kind: 'H4' } });
    expect(pathCard(caseView(await lookOf(desk, 'limin')), {}, 'zh-CN').toString()).toContain('with.kind=H4');
  });
});
