import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CastLogin, type CastMember, cast, castMember } from '../../../seeds/cast.ts';
import { signedIn, type Visitor, visitor } from '../../support/browserless.ts';
import { addressFor, everyPage, furnish, noPages, walkedElsewhere } from '../../support/every-page.ts';
import { houseForTest } from '../../support/house.ts';
import { withRoutes } from '../../support/registered-routes.ts';

/** What a whole server registers for GET outside the API, asset versions left out. */
async function registered(): Promise<readonly string[]> {
  const [, routes] = await withRoutes(() => houseForTest());
  return routes.filter((url) => !url.startsWith('/api/') && !/^\/assets\/\w{12}\//.test(url)).sort();
}

describe('The list of every page', () => {
  it('names each page that the server has, once and with somebody who opens it, and no other', async () => {
    const named = [everyPage, noPages, walkedElsewhere].flatMap((list) => Object.keys(list));
    expect(named.sort()).toEqual(await registered());
    for (const file of Object.values(walkedElsewhere)) expect([file, existsSync(file)]).toEqual([file, true]);
    for (const [route, visits] of Object.entries(everyPage))
      expect([route, visits.some(({ by }) => by.length > 0)]).toEqual([route, true]);
  });

  it('leaves out nobody: whoever the server lets in is among those who open the page, and nobody else is', async () => {
    const house = await houseForTest({ start: '2026-11-23T09:00' });
    const made = await furnish(house);
    const people = new Map<CastLogin | null, Visitor>([[null, visitor(house)]]);
    for (const { login } of cast) people.set(login, await signedIn(house, login));
    const wrong: string[] = [];
    for (const [route, visits] of Object.entries(everyPage)) {
      const listed = visits.flatMap(({ by }) => by);
      const may = new Set<CastLogin | null>();
      for (const { at, by, status = 200 } of visits)
        for (const [login, person] of people) {
          const address = await addressFor(at, async (page) => (await person.get(page)).text, made);
          const isIn = address !== null && (await person.get(address)).status === status;
          if (isIn) may.add(login);
          else if (by.includes(login)) wrong.push(`${route} does not open for ${login}`);
        }
      const seats = new Set(listed.map(seatOf));
      for (const login of may) if (!seats.has(seatOf(login))) wrong.push(`${route} opens for ${login} too`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Two of the cast with the same work at the same place see the same. */
function seatOf(login: CastLogin | null): string {
  if (login === null) return 'nobody';
  const { organisation, roles }: CastMember = castMember(login);
  return `${organisation} ${roles}`;
}
