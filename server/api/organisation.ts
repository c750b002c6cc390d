import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  aggregatesOf,
  endStandIn,
  giveReason,
  nameStandIn,
  openProceedingsOf,
  reasonLength,
  reassignmentList,
  reassignmentOf,
  retryReassignment,
  revealField,
  runReassignment,
  standInViews,
  startReassignment,
} from '../administration/index.ts';
import { requireViewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { type CaseParams, caseParams, type IdParams, idParams, shortText } from './schemas.ts';

/** Who does what in an organisation, its numbers, and what is opened only with a reason. */
export function registerOrganisation(app: FastifyInstance, dependencies: Dependencies): void {
  registerReasons(app, dependencies);
  registerStandIns(app, dependencies);
  registerReassignments(app, dependencies);
  app.get<{ Querystring: AggregatesQuery }>(
    '/api/aggregates',
    {
      schema: {
        tags: ['organisation'],
        summary: '本机构和所属组织汇总数据 / The organisation and those that belong to it, in numbers',
        querystring: aggregatesQuery,
      },
    },
    async (request) => aggregatesOf(requireViewer(request), dependencies, request.query.county ?? null),
  );
}

const aggregatesQuery = Type.Object(
  { county: Type.Optional(Type.String({ maxLength: 6, description: '行政区划代码 / division code' })) },
  { additionalProperties: false },
);
type AggregatesQuery = Static<typeof aggregatesQuery>;

const tags = ['organisation'];

function registerReasons(app: FastifyInstance, dependencies: Dependencies): void {
  app.post<{ Params: CaseParams; Body: Static<typeof reasonBody> }>(
    '/api/cases/:id/reason',
    {
      schema: {
        tags: ['cases'],
        summary: '写明查看理由（中心负责人，当日有效） / Say why a head of a centre opens this case; holds today',
        params: caseParams,
        body: reasonBody,
      },
    },
    async (request, reply) => {
      await giveReason(requireViewer(request), request.params.id, request.body.reason, dependencies);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: Static<typeof personParams>; Body: Static<typeof revealBody> }>(
    '/api/cases/:id/persons/:person/reveal',
    {
      schema: {
        tags: ['cases'],
        summary: '查看一项敏感信息（留痕） / See one masked field in the clear; it is on record',
        params: personParams,
        body: revealBody,
      },
    },
    async (request, reply) => {
      const { id, person } = request.params;
      reply.header('cache-control', 'no-store');
      return revealField(requireViewer(request), { caseId: id, person, ...request.body }, dependencies);
    },
  );
}

function registerStandIns(app: FastifyInstance, dependencies: Dependencies): void {
  app.get('/api/stand-ins', { schema: { tags, summary: '代理安排 / Who stands in for whom' } }, async (request) => ({
    rows: await standInViews(requireViewer(request), dependencies),
  }));
  app.post<{ Body: Static<typeof standInBody> }>(
    '/api/stand-ins',
    { schema: { tags, summary: '指定期间代理人 / Name a deputy for a period', body: standInBody } },
    async (request, reply) => {
      const id = await nameStandIn(requireViewer(request), request.body, dependencies);
      return reply.code(201).send({ id });
    },
  );
  app.delete<{ Params: IdParams }>(
    '/api/stand-ins/:id',
    { schema: { tags, summary: '提前结束代理 / End it early', params: idParams } },
    async (request, reply) => {
      await endStandIn(requireViewer(request), request.params.id, dependencies);
      return reply.code(204).send();
    },
  );
}

function registerReassignments(app: FastifyInstance, dependencies: Dependencies): void {
  app.get<{ Querystring: Static<typeof personQuery> }>(
    '/api/reassignments/open-proceedings',
    { schema: { tags, summary: '某人未结的程序 / Open proceedings of a person', querystring: personQuery } },
    async (request) => ({ rows: await openProceedingsOf(requireViewer(request), request.query.person, dependencies) }),
  );
  app.get('/api/reassignments', { schema: { tags, summary: '批量移交任务 / Jobs' } }, async (request) => ({
    rows: await reassignmentList(requireViewer(request), dependencies),
  }));
  app.post<{ Body: Static<typeof reassignmentBody> }>(
    '/api/reassignments',
    {
      schema: {
        tags,
        summary: '批量移交离岗人员的程序 / Give a leaving person’s open proceedings to others',
        description: '在后台逐项办理，可续办。 Done one by one in the background, and gone on with after a stop.',
        body: reassignmentBody,
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { person, officers = {}, everythingTo = null, reason = null } = request.body;
      const id = await startReassignment(viewer, { person, officers, everythingTo, reason }, dependencies);
      startRunning(app, id, dependencies);
      reply.code(202).header('location', `/api/reassignments/${id}`);
      return reassignmentOf(viewer, id, dependencies);
    },
  );
  app.get<{ Params: IdParams }>(
    '/api/reassignments/:id',
    { schema: { tags, summary: '进度及逐项结果 / Progress, row by row', params: idParams } },
    async (request) => reassignmentOf(requireViewer(request), request.params.id, dependencies),
  );
  app.post<{ Params: IdParams }>(
    '/api/reassignments/:id/run',
    { schema: { tags, summary: '续办，并重试未成功的项目 / Go on, and try refused rows again', params: idParams } },
    async (request) => {
      const viewer = requireViewer(request);
      await retryReassignment(viewer, request.params.id, dependencies);
      return reassignmentOf(viewer, request.params.id, dependencies);
    },
  );
}

/** Works in the background; what a stop or a fault leaves waiting, the job of the house goes on with. */
export function startRunning(app: FastifyInstance, id: string, dependencies: Dependencies): void {
  runReassignment(id, dependencies).catch((error: unknown) => app.log.error({ error }, 'a re-assignment paused'));
}

const reasonBody = Type.Object({ reason: shortText(reasonLength) }, { additionalProperties: false });
const personParams = Type.Object({ id: caseParams.properties.id, person: caseParams.properties.id });
const personQuery = Type.Object({ person: shortText(60) }, { additionalProperties: false });
const revealBody = Type.Object(
  { field: shortText(40), reason: shortText(reasonLength) },
  { additionalProperties: false },
);
const standInBody = Type.Object(
  {
    person: shortText(60),
    deputy: shortText(60),
    from: Type.String({ format: 'date' }),
    to: Type.String({ format: 'date' }),
  },
  { additionalProperties: false },
);
const reassignmentBody = Type.Object(
  {
    person: shortText(60),
    officers: Type.Optional(Type.Record(Type.String(), shortText(60))),
    everythingTo: Type.Optional(Type.Union([shortText(60), Type.Null()])),
    reason: Type.Optional(Type.Union([Type.String({ maxLength: reasonLength }), Type.Null()])),
  },
  { additionalProperties: false },
);
