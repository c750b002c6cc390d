import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellStories } from '../../server/demo.ts';
import { catchUpIn } from '../../server/write/index.ts';
import { unmarkedPersons } from '../../workflows/index.ts';
import { signedIn, type Visitor } from '../support/browserless.ts';
import { type House, openHouse } from '../support/house.ts';

const today = '2026-11-23';
let house: House;
let desks: Readonly<Record<string, Visitor>>;

beforeAll(async () => {
  house = await openHouse({ start: `${today}T09:00` });
  await tellStories(today, house.dependencies);
  desks = {
    limin: await signedIn(house, 'limin'),
    wang: await signedIn(house, 'wang'),
    gao: await signedIn(house, 'gao'),
  };
});
afterAll(() => house?.close());

/** What a case's page says of others, by the codes, each with the cases it names. */
async function findings(login: string, story: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { text } = await desks[login]!.get(`/api/cases/story-${story}/related`);
  const found: readonly { code: string; cases: readonly { href: string | null }[] }[] = JSON.parse(text).findings;
  return Object.fromEntries(found.map(({ code, cases }) => [code, cases.map(({ href }) => href ?? '')]));
}

describe('The demonstration', () => {
  it.each([
    ['limin', 'radar-twice', 'related-double-filing', 'today-session'],
    ['limin', 'today-session', 'related-double-filing', 'radar-twice'],
    ['limin', 'radar-repeat', 'related-repeat-infringement', 'today-court'],
    ['limin', 'radar-mirrored', 'related-sham-signs', 'today-off-system'],
    ['limin', 'radar-other-shop', 'related-same-right', 'today-packet'],
    ['limin', 'radar-same-goods', 'related-same-product', 'radar-other-shop'],
    ['wang', 'radar-exhibition-again', 'related-exhibition-repeat', 'radar-exhibition'],
    ['gao', 'radar-ruling', 'related-suit-or-ruling', 'today-ruling'],
    ['gao', 'radar-attacked-again', 'related-invalidation', 'radar-attacked'],
  ])('shows %s in the case %s what “%s” means, and the other case', async (login, story, code, other) => {
    expect((await findings(login, story))[code]).toEqual([`/cases/story-${other}`]);
    const page = await desks[login]!.get(`/cases/story-${story}`);
    expect(page.text).toContain(`/cases/story-${other}`);
  });

  it('a name with quotation marks of its own is quoted with single ones inside', async () => {
    const page = await desks.limin!.get('/cases/story-radar-mirrored');
    expect(page.text).toContain('“‘精工坊’代销合同”');
    expect(page.text).not.toContain('““');
  });

  it('has nobody in it whom the radar could not find, so that nothing is left to be caught up with', async () => {
    const told = ['first', 'today-session', 'today-court', 'today-enforcement', 'radar-mirrored'].map(
      (id) => `story-${id}`,
    );
    const files = await Promise.all(told.map((id) => house.dependencies.store.load(id)));
    expect(files.flatMap((file) => (file === null ? ['no case'] : unmarkedPersons(file)))).toEqual([]);
    expect(await catchUpIn(told, house.dependencies)).toMatchObject({ marked: 0, left: [] });
    // What is kept of a mark says nothing of the person.
    expect(JSON.stringify(files)).not.toMatch(/"marks":\["(?!hmac-sha-256:)/);
  });
});
