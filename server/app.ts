import fastifyFormbody from '@fastify/formbody';
import fastifyMultipart from '@fastify/multipart';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance } from 'fastify';
import { noteRefusals } from './administration/index.ts';
import { registerApi } from './api/index.ts';
import { registerCompression } from './compression.ts';
import { handleErrors } from './error-handler.ts';
import { ProblemError } from './errors.ts';
import { registerLive } from './live/index.ts';
import type { LineSink } from './log-lines.ts';
import { houseMetrics, type Registry, registerMetricsRoute } from './metrics/index.ts';
import { type DemoCast, registerPages, renderProblems } from './pages/index.ts';
import { codeReader } from './papers/index.ts';
import { registerRequestLog, registerSecurity, serverOptions, signInDependencies } from './security/index.ts';
import type { Dependencies } from './write/index.ts';

/** A guarded server over its dependencies, ready to listen; `drain` makes `/readyz` say that it is going. */
export interface App {
  readonly server: FastifyInstance;
  readonly drain: () => void;
  /** What is measured, when the settings say that somebody may read it. */
  readonly metrics: Registry | null;
}

/**
 * Builds the server. The order is the explicit list of what it registers: errors first, so that every refusal is explained;
 * the documentation before the routes it describes; the guards before everything they guard. `cast` are the people of a
 * demonstration, whom its sign-in page shows; `log` takes the log instead of the standard output.
 */
export async function buildApp(
  dependencies: Dependencies,
  cast: DemoCast | null = null,
  log: LineSink | null = null,
): Promise<App> {
  const { config } = dependencies;
  // A logger with a level is a plain Fastify instance to everything that is registered on it.
  const options = serverOptions(config);
  const logger = log === null ? options.logger : { ...options.logger, stream: log };
  const server: FastifyInstance = Fastify({ ...options, logger });
  // Plain text is what a form of another site could send without being asked; nothing here takes it.
  server.removeContentTypeParser('text/plain');
  let draining = false;
  const { token, port } = config.metrics;
  const metrics = token === null && port === null ? null : houseMetrics(server, dependencies);
  registerRequestLog(server);
  handleErrors(server, renderProblems(dependencies));
  await registerCompression(server, config);
  await registerDocumentation(server);
  await registerSecurity(server, signInDependencies(dependencies), config);
  noteRefusals(server, dependencies);
  await server.register(fastifyFormbody, { bodyLimit: config.bodyLimitBytes });
  await server.register(fastifyMultipart, {
    // One byte above the limit of the file store, which then answers with its own sentence.
    limits: { fileSize: config.uploadLimitBytes + 1, files: 5, fields: 200, parts: 205 },
    throwFileSizeLimit: false,
  });
  registerHealth(server, dependencies, () => draining);
  if (metrics !== null && token !== null) registerMetricsRoute(server, metrics, token);
  const reader = codeReader();
  server.addHook('onClose', reader.close);
  registerApi(server, dependencies, reader);
  registerLive(server, dependencies);
  await registerPages(server, dependencies, reader, cast);
  return {
    server,
    metrics,
    drain: () => {
      draining = true;
    },
  };
}

async function registerDocumentation(server: FastifyInstance): Promise<void> {
  await server.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '解纷 Jiefen API',
        version: '0.1.0',
        description:
          '知识产权纠纷在机构之间的办理。操作须带 Idempotency-Key；对已有事物的操作须带 If-Match。 Intellectual-property disputes between institutions. Commands need an Idempotency-Key; commands on existing things also If-Match.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jiefen-session' } } },
      security: [{ session: [] }],
    },
  });
  await server.register(fastifySwaggerUi, { routePrefix: '/api/docs', uiConfig: { docExpansion: 'none' } });
}

/** `/livez`: the process answers. `/readyz`: it may be sent requests, and the database answers. */
function registerHealth(server: FastifyInstance, { store }: Dependencies, isDraining: () => boolean): void {
  server.get('/livez', { schema: { hide: true }, logLevel: 'warn' }, async () => ({ ok: true }));
  server.get('/readyz', { schema: { hide: true }, logLevel: 'warn' }, async () => {
    if (isDraining()) throw new ProblemError('not-ready');
    await store.reads.caseIdByCode('');
    return { ok: true };
  });
}
