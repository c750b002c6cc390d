import { type FastifyInstance, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import type { Config } from '../config.ts';
import { problem } from '../errors.ts';

/** Options for `fastify(…)` that guard the door: limits, strict bodies, and a log without addresses, queries or secrets. */
export function serverOptions(config: Config) {
  return {
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestTimeout: 60_000,
    requestIdHeader: false,
    // One line per request, written when it was answered: see `registerRequestLog`.
    logController: new LogController({ disableRequestLogging: true }),
    // Unknown fields are errors and a text is no number: nothing is dropped or bent silently.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
    logger: { level: config.logLevel, serializers: { req: loggedRequest } },
    // What cannot even be routed (a broken percent sign) never reaches a hook or the error handler.
    frameworkErrors: (_error, request, reply) => {
      reply.raw.writeHead(404, { 'content-type': 'application/problem+json; charset=utf-8' });
      reply.raw.end(JSON.stringify(problem('not-found', { requestId: request.id })));
    },
  } as const satisfies FastifyServerOptions;
}

/** Logs each request when it was answered, as one line: what was asked, by the route's pattern, and how it went. */
export function registerRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { statusCode, elapsedTime } = reply;
    request.log.info({ req: request, statusCode, responseTimeMs: Math.round(elapsedTime * 10) / 10 }, 'answered');
    done();
  });
}

/** The route's pattern, not the address: addresses hold codes and tokens, and people paste worse into them. */
function loggedRequest(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions?.url ?? null };
}
