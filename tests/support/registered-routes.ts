import { channel } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** Opens a server and tells which addresses it registered for GET, in the words of its routes (`/cases/:caseId`). */
export async function withRoutes<Opened>(open: () => Promise<Opened>): Promise<readonly [Opened, readonly string[]]> {
  const routes = new Set<string>();
  const listen = (message: unknown) => {
    (message as { readonly fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      if ([method].flat().includes('GET')) routes.add(url);
    });
  };
  const created = channel('fastify.initialization');
  created.subscribe(listen);
  try {
    return [await open(), [...routes]];
  } finally {
    created.unsubscribe(listen);
  }
}
