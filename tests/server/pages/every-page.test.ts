import { channel } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { everyPage, noPages, walkedElsewhere } from '../../support/every-page.ts';
import { houseForTest } from '../../support/house.ts';

/** What a whole server registers for GET outside the API, asset versions left out. */
async function registered(): Promise<readonly string[]> {
  const routes = new Set<string>();
  const listen = (message: unknown) => {
    (message as { readonly fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      if ([method].flat().includes('GET')) routes.add(url);
    });
  };
  const created = channel('fastify.initialization');
  created.subscribe(listen);
  await houseForTest();
  created.unsubscribe(listen);
  return [...routes].filter((url) => !url.startsWith('/api/') && !/^\/assets\/\w{12}\//.test(url)).sort();
}

describe('The list of every page', () => {
  it('names each page that the server has, once and with somebody who opens it, and no other', async () => {
    const named = [everyPage, noPages, walkedElsewhere].flatMap((list) => Object.keys(list));
    expect(named.sort()).toEqual(await registered());
    for (const file of Object.values(walkedElsewhere)) expect([file, existsSync(file)]).toEqual([file, true]);
    for (const [route, visits] of Object.entries(everyPage))
      expect([route, visits.some(({ by }) => by.length > 0)]).toEqual([route, true]);
  });
});
