import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { ProblemError } from '../errors.ts';

/** Refuses requests that another site makes a browser send, for everything that is not merely reading. */
export function refuseCrossSite(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const isRefused = !readingMethods.has(request.method) && askedBy(request, config.publicUrl) === 'another site';
    done(isRefused ? new ProblemError('cross-site-refused') : undefined);
  });
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who made the browser ask, as it says itself: `sec-fetch-site`, and where that is missing (older ones, plain http in a local
 * network) `origin` or `referer`, which our pages let it send to ourselves. A request with none of them comes from a program,
 * from an address typed in such a browser, or from a page that hides itself.
 */
export function askedBy(
  { headers, host }: FastifyRequest,
  publicUrl: string | null,
): 'ourselves' | 'another site' | null {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'ourselves' : 'another site';
  const said = headers.origin ?? headers.referer;
  if (said === undefined) return null;
  // `Origin: null` (sandboxed frames, local files) is no address: URL.parse gives null where `new URL` would throw.
  const expected = publicUrl === null ? host : new URL(publicUrl).host;
  return URL.parse(said)?.host === expected ? 'ourselves' : 'another site';
}
