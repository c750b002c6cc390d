import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { partiesCalled } from '../openings/index.ts';
import { requireViewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';

/** Parties that are known, suggested while a name is typed. A name travels in the body: no address holds one. */
export function registerOpenings(app: FastifyInstance, dependencies: Dependencies): void {
  app.post<{ Body: Static<typeof body> }>(
    '/api/parties/suggestions',
    {
      schema: {
        tags: ['cases'],
        summary: '已知当事人（仅本机构案件） / Known parties, of the own organisation’s cases only',
        description: '不改变任何内容，也不含联系方式。 Changes nothing, and holds no contact.',
        body,
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const found = await partiesCalled(requireViewer(request), request.body.text, dependencies);
      return { rows: found.map(({ name, kind, creditCode }) => ({ name, kind, creditCode })) };
    },
  );
}

const body = Type.Object({ text: Type.String({ minLength: 1, maxLength: 120 }) }, { additionalProperties: false });
