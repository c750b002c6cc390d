import fastifyCompress from '@fastify/compress';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { askedBy } from './security/index.ts';

/** What is shorter leaves in the first packet beside its headers: making it smaller makes nothing faster. */
const smallestBytes = 1200;

/**
 * Compresses what is read: pages, assets and longer JSON. Register it before the routes it serves. Answers to commands and
 * forms, the public status among them, are never compressed, and their routes do not even ask; streams of events are left
 * alone by the package.
 */
export async function registerCompression(app: FastifyInstance, { publicUrl }: Config): Promise<void> {
  const leaveUncompressed = async (request: FastifyRequest): Promise<void> => {
    // What the package looks at to leave an answer as it is.
    if (!mayBeCompressed(request, publicUrl)) request.headers['x-no-compression'] = '1';
  };
  app.addHook('onRoute', (route) => {
    if ([route.method].flat().includes('GET')) route.onRequest = [...[route.onRequest ?? []].flat(), leaveUncompressed];
    else route.compress = false;
  });
  await app.register(fastifyCompress, {
    threshold: smallestBytes,
    encodings: ['br', 'gzip'],
    // Compressed requests would have to be unpacked before anybody knows how large they are.
    globalDecompression: false,
  });
}

/**
 * The length of a compressed answer tells whether something in it occurs twice. Who can make a signed-in person's browser ask
 * for a page that repeats words of the asker beside words the asker may not know (a search beside the names of a case) learns
 * them letter by letter from the lengths (BREACH). So a query code, a password or anything else that answers a form is never
 * compressed, and an address with a query, which is the only thing a page repeats, only when the browser says that our own
 * page or the person asked for it: then nobody else chose what is repeated. How long a page is still tells how much there is
 * in it, compressed or not.
 */
function mayBeCompressed(request: FastifyRequest, publicUrl: string | null): boolean {
  if (request.method !== 'GET') return false;
  return !request.url.includes('?') || askedBy(request, publicUrl) === 'ourselves';
}
