import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { ProblemError } from '../errors.ts';

/** Refuses requests that another site makes a browser send, for everything that is not merely reading. */
export function refuseCrossSite(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const isRefused = !readingMethods.has(request.method) && isCrossSite(request, config.publicUrl);
    done(isRefused ? new ProblemError('cross-site-refused') : undefined);
  });
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers say where a request comes from: `sec-fetch-site`, and where that is missing (older ones, plain http in a local
 * network) `origin`. A request with neither comes from a program, which no other site can make use somebody's cookie.
 */
function isCrossSite({ headers, host }: FastifyRequest, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  // `Origin: null` (sandboxed frames, local files) is no address: URL.parse gives null where `new URL` would throw.
  const from = URL.parse(origin)?.host;
  const expected = publicUrl === null ? host : new URL(publicUrl).host;
  return from === undefined || from !== expected;
}
