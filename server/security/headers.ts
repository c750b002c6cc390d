import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** Security headers for every reply: only our own scripts and styles, none inline, no frames, nothing kept in caches. */
export function registerHeaders(app: FastifyInstance, config: Config): void {
  const headers = securityHeaders(config);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    // What somebody saw must not be found with the back button after they signed out on a shared computer.
    if (request.viewer && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}

/** The same for every reply, and therefore written once: putting them together anew was a tenth of a small answer. */
function securityHeaders({ secureCookies }: Config): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secureCookies ? ['upgrade-insecure-requests'] : []),
  ];
  return {
    'content-security-policy': policy.join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    // Not `no-referrer`: with it browsers send `Origin: null` even with our own forms, and those would be refused.
    'referrer-policy': 'same-origin',
    ...(secureCookies ? { 'strict-transport-security': `max-age=${365 * 24 * 3600}` } : {}),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
  };
}
