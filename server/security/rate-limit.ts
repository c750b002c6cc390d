import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { ProblemError } from '../errors.ts';

/** Limits requests per person, and per network address for those who are not signed in. */
export async function registerRateLimit(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(fastifyRateLimit, {
    max: config.rateLimitPerMinute,
    timeWindow: 60_000,
    // Nobody who guesses is told how many tries are left; who has none left is told when to come back.
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    keyGenerator: (request) => request.viewer?.accountId ?? addressOf(request),
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError('too-many-requests', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
}

/** The stricter limit of routes at which secrets could be guessed: put it into the route's `config`. */
export function guessingLimit(config: Config) {
  return { rateLimit: { max: config.signInLimitPerMinute, timeWindow: 60_000, keyGenerator: addressOf } };
}

/** One household of IPv6 addresses counts as one. */
function addressOf(request: FastifyRequest): string {
  const { ip } = request;
  return ip.includes(':') ? fastifyRateLimit.normalizeIP(ip) : ip;
}
