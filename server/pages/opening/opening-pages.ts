import type { FastifyInstance } from 'fastify';
import { draftLike, dropDraft } from '../../openings/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import { draftAddress } from './addresses.ts';

/** Drafts that are removed, and those begun like a case. */
export function registerOpeningPages(app: FastifyInstance, dependencies: Dependencies): void {
  app.post<{ Params: { id: string } }>('/drafts/:id/remove', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    await dropDraft(viewer, request.params.id, dependencies);
    return reply.redirect('/desk', 303);
  });

  app.post<{ Params: { caseId: string } }>('/cases/:caseId/like', async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const id = await draftLike(viewer, request.params.caseId, dependencies);
    return reply.redirect(draftAddress(id), 303);
  });
}
