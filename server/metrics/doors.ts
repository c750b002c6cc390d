import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../errors.ts';
import { type Registry, textFormat } from './registry.ts';

/** `GET /metrics` for whoever brings the token as `Authorization: Bearer …`; everybody else finds nothing there. */
export function registerMetricsRoute(server: FastifyInstance, registry: Registry, token: string): void {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  const expected = digest(`Bearer ${token}`);
  server.get('/metrics', { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) throw new ProblemError('not-found');
    return reply.type(textFormat).send(await registry.text());
  });
}

/** Listens for `GET /metrics` on a port of its own, on this machine only. Returns how to stop it. */
export async function listenForMetrics(registry: Registry, port: number): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.text().then(
      (text) =>
        response.writeHead(200, { 'content-type': textFormat, 'content-length': Buffer.byteLength(text) }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
