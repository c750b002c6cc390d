import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** Security headers for every reply: only our own scripts and styles, none inline, no frames, nothing kept in caches. */
export async function registerHeaders(app: FastifyInstance, config: Config): Promise<void> {
  const headers = await helmetHeaders(optionsFor(config));
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

function optionsFor(config: Config): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(config.secureCookies ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Not `no-referrer`: with it browsers send `Origin: null` even with our own forms, and those would be refused.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.secureCookies ? { maxAge: 365 * 24 * 3600, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    // Read by no browser that can show these pages: they were Internet Explorer's, Flash's, and a filter that is gone.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  };
}

/** What helmet adds to a reply. It is asked once, for it says the same to everybody and builds it anew for each request. */
async function helmetHeaders(options: FastifyHelmetOptions): Promise<Readonly<Record<string, string>>> {
  const headersOf = async (server: FastifyInstance) => (await server.inject('/')).headers;
  const plain = await headersOf(Fastify());
  const guarded = await headersOf(Fastify().register(fastifyHelmet, options));
  return Object.fromEntries(
    Object.entries(guarded).flatMap(([name, value]) => (name in plain ? [] : [[name, String(value)]])),
  );
}
