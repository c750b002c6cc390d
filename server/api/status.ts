import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../errors.ts';
import { guessingLimit } from '../security/index.ts';
import { type PublicStatusView, publicStatusView } from '../views/index.ts';
import { type Dependencies, givenIn, queryCodeHash, systemActor } from '../write/index.ts';
import { type StatusBody, statusBody } from './schemas.ts';

/** The public status of a party, by its query code. In the body, never in an address: addresses are kept in many places. */
export function registerStatus(app: FastifyInstance, dependencies: Dependencies): void {
  app.post<{ Body: StatusBody }>(
    '/api/status',
    {
      schema: { tags: ['public'], summary: '凭查询码查看进度 / Status by query code', body: statusBody },
      config: guessingLimit(dependencies.config),
    },
    async (request, reply) => {
      const view = await statusOf(request.body.code, dependencies);
      if (view === null) throw new ProblemError('query-code-unknown');
      return reply.header('cache-control', 'no-store').send(view);
    },
  );
}

/** What a code opens; null for a code that is malformed, unknown or replaced: these are not told apart. */
export async function statusOf(code: string, dependencies: Dependencies): Promise<PublicStatusView | null> {
  const { store, keys } = dependencies;
  const found = await store.reads.partyByQueryCode(queryCodeHash(keys, code));
  const caseFile = found === null ? null : await store.load(found.caseId);
  if (found === null || caseFile === null) return null;
  return publicStatusView(caseFile, found.party, givenIn(dependencies.town, systemActor, dependencies));
}
