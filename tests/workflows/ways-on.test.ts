/** The ways on from where a matter stands: open, under way, still wanting something, or closed, each with its reason. */
import { describe, expect, it } from 'vitest';
import { type WaySight, waysOn } from '../../workflows/path/ways-on.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { agreed, assigned, confirmed, inSession, offered, openedCase, submitted } from '../support/desk-stages.ts';
import { proceeding } from '../support/desk-words.ts';

const everything: WaySight = { proceeding: () => true, handoff: () => true };
const publicLine: WaySight = { proceeding: () => false, handoff: () => false };

function waysFrom(desk: Desk, sight = everything, on = '2026-09-10') {
  const [matter] = Object.values(desk.file.matters);
  return Object.fromEntries(waysOn(desk.file, matter!, on, sight).map((way) => [way.route.id, way]));
}

function statesOf(desk: Desk, ...routes: readonly string[]) {
  const ways = waysFrom(desk);
  return routes.map((id) => ways[id]?.state);
}

describe('ways on', () => {
  it('at the door are those of intake, and say what nobody has told yet', async () => {
    const desk = await openedCase();
    const { T1, T4, T6, T9 } = waysFrom(desk);
    expect([T1?.state, T4?.state, T6?.state, T9]).toEqual(['depends', expect.any(String), 'depends', undefined]);
    const [mediation] = T1!.to;
    expect(mediation?.needs.map(({ judgement }) => judgement)).toContain('unknown');
    expect(T6?.to[0]?.needs.every(({ instead }) => instead !== null)).toBe(true);
  });

  it('out of a mediation that goes on wait for what comes of it, and close nothing', async () => {
    const desk = await inSession();
    expect(statesOf(desk, 'T9', 'T12', 'T14', 'T13')).toEqual(['depends', 'depends', 'depends', 'depends']);
    const needs = waysFrom(desk).T9?.to[0]?.needs.map(({ text, judgement }) => [text.zh.slice(0, 8), judgement]);
    expect(needs).toContainEqual(['争议事项现处“调', 'unknown']);
    expect(needs?.every(([, judgement]) => judgement === 'unknown')).toBe(true);
  });

  it('after an agreement lead to confirmation, and close the ways of a failed mediation with what to do instead', async () => {
    const desk = await agreed();
    const { T9, T14 } = waysFrom(desk);
    expect(T9?.state).not.toBe('closed');
    expect(T14?.state).toBe('closed');
    expect(T14?.to[0]?.needs.find(({ judgement }) => judgement === 'missing')?.instead?.zh).toMatch(/司法确认/);
  });

  it('after a failed mediation lead to a court and close confirmation', async () => {
    const desk = await inSession();
    const failure = { reason: 'partyWillNotGoOn', routesTold: true };
    await desk.gives('sun', 'endMediation', proceeding('peopleMediation'), failure);
    const { T9, T14, T13 } = waysFrom(desk);
    expect([T9?.state, T13?.state]).toEqual(['closed', 'closed']);
    expect(T14?.state).not.toBe('closed');
  });

  it('that are being gone are under way from the day the packet was sent, for those who may know of it', async () => {
    const desk = await offered();
    expect(statesOf(desk, 'T9')).toEqual(['underWay']);
    expect(waysFrom(desk, publicLine).T9?.state).not.toBe('underWay');
    expect(statesOf(await submitted(), 'T9')).toEqual(['underWay']);
  });

  it('lead from every proceeding at work, and from the title once the court has ruled', async () => {
    const desk = await confirmed();
    const { T28, T11, T37 } = waysFrom(desk);
    // A matter with a title needs no second one.
    expect([T11?.state, T37?.state]).toEqual(['closed', 'closed']);
    expect(T28?.to[0]?.channel).toBe('enforcement');
    expect(T28?.from).toHaveLength(1);
  });

  it('cite only what is in force on the day looked at', async () => {
    const desk = await assigned();
    const cited = (on: string) => waysFrom(desk, everything, on).T16?.basis.map(({ instrument }) => instrument);
    expect(cited('2026-12-31')).toEqual(expect.arrayContaining(['TM19']));
    expect(cited('2026-12-31')).not.toContain('TM26');
    expect(cited('2027-01-01')).toEqual(expect.arrayContaining(['TM26']));
    expect(cited('2027-01-01')).not.toContain('TM19');
  });

  it('do not tell whoever sees the public line alone what was said or agreed inside', async () => {
    const settled = waysFrom(await agreed(), publicLine);
    expect(settled.T11?.to[0]?.needs.filter(({ judgement }) => judgement === 'missing')).toEqual([]);
    expect(settled.T11?.state).toBe('depends');
  });

  it('are none once the matter is over', async () => {
    const desk = await openedCase(openDesk());
    const [matter] = Object.values(desk.file.matters);
    const over = { ...matter!, slot: { ...matter!.slot, value: 'over' } };
    expect(waysOn(desk.file, over, '2026-09-10', everything)).toEqual([]);
  });
});
