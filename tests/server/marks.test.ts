import { describe, expect, it } from 'vitest';
import { catchUpIn } from '../../server/write/index.ts';
import { factsOf, unmarkedPersons } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import { openedCase } from '../support/desk-stages.ts';
import { type ServedHouse, serve } from '../support/server.ts';

/** A house with two cases of before: the same dispute twice, written by a door that made no marks. */
async function withoutMarks() {
  const house = await serve({ start: '2026-11-23T09:00' });
  const { store } = house.dependencies;
  for (const caseId of ['case-a', 'case-b']) await openedCase(openDesk({ caseId, store }));
  return house;
}

const cases = ['case-a', 'case-b'];
const marksIn = async (house: ServedHouse, caseId: string) =>
  Object.values((await house.file(caseId)).parties).map(({ marks }) => marks);

describe('persons who were put on file without marks', () => {
  it('get them from what the person store still has, and the radar finds their cases', async () => {
    const house = await withoutMarks();
    expect((await house.get('limin', '/api/cases/case-b/related')).text).not.toContain('related-double-filing');
    const persons = unmarkedPersons(await house.file('case-a')).length;
    expect(await catchUpIn(cases, house.dependencies)).toEqual({ marked: 2 * persons, told: 1, left: [] });
    expect(unmarkedPersons(await house.file('case-a'))).toEqual([]);
    expect(await marksIn(house, 'case-a')).toEqual(await marksIn(house, 'case-b'));
    expect((await marksIn(house, 'case-a'))[0]).toContainEqual(expect.stringMatching(/^hmac-sha-256:[0-9a-f]{32}$/));
    expect((await house.get('limin', '/api/cases/case-b/related')).text).toContain('related-double-filing');
    expect(factsOf(await house.file('case-a'), 'noteRelatedCase')).toHaveLength(1);
  });

  it('get them once: the second time nothing is written and nobody is looked at', async () => {
    const house = await withoutMarks();
    await catchUpIn(cases, house.dependencies);
    const versions = await Promise.all(cases.map(async (id) => (await house.file(id)).version));
    const [person = ''] = Object.values((await house.file('case-a')).parties).map((party) => party.person);
    const looks = (await house.dependencies.people.unmaskings(person)).length;
    expect(await catchUpIn(cases, house.dependencies)).toEqual({ marked: 0, told: 0, left: [] });
    expect(await Promise.all(cases.map(async (id) => (await house.file(id)).version))).toEqual(versions);
    expect(await house.dependencies.people.unmaskings(person)).toHaveLength(looks);
  });

  it('leave no mark in the journal, which outlives them, and every look at a telephone is on record', async () => {
    const house = await withoutMarks();
    await catchUpIn(cases, house.dependencies);
    const journal = await house.dependencies.store.reads.journal('case-a');
    expect(journal.map(({ envelope }) => envelope.type)).toContain('addMarks');
    expect(JSON.stringify(journal)).not.toContain('hmac-sha-256');
    const persons = Object.values((await house.file('case-a')).parties).map(({ person }) => person);
    const looks = await Promise.all(persons.map((person) => house.dependencies.people.unmaskings(person)));
    for (const { revealedTo } of looks.flat()) expect(revealedTo).toBe('system:marks');
    expect(house.logs.join('')).not.toContain('hmac-sha-256');
  });

  it('who were erased since get none', async () => {
    const house = await withoutMarks();
    const { store, people } = house.dependencies;
    const file = await house.file('case-a');
    const [erased = '', other = ''] = Object.values(file.parties).map(({ person }) => person);
    const masked = people.masked;
    const known = async (ids: readonly string[]) => {
      const all = new Map(await masked(ids));
      const one = all.get(erased);
      if (one !== undefined) all.set(erased, { ...one, name: '', erased: true });
      return all;
    };
    const result = await catchUpIn(['case-a'], { ...house.dependencies, people: { ...people, masked: known } });
    expect(result.left).toEqual([]);
    const parties = Object.values((await store.load('case-a'))?.parties ?? {});
    expect(parties.find(({ person }) => person === erased)?.marks).toBeUndefined();
    expect(parties.find(({ person }) => person === other)?.marks).toBeDefined();
  });

  it('of a case that cannot be changed now are left for the next time, and hold up no other', async () => {
    const house = await withoutMarks();
    const { store } = house.dependencies;
    const load = (caseId: string) =>
      caseId === 'case-a' ? Promise.reject(new Error('unreadable')) : store.load(caseId);
    const result = await catchUpIn(cases, { ...house.dependencies, store: { ...store, load } });
    expect(result.left).toContain('case-a');
    expect(unmarkedPersons(await house.file('case-a')).length).toBeGreaterThan(0);
    expect(unmarkedPersons(await house.file('case-b'))).toEqual([]);
  });
});
