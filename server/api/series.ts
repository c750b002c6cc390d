import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { type JsonObject, schemaOf, seriesTermsDefinition } from '../../workflows/index.ts';
import { requireViewer } from '../security/index.ts';
import {
  closeSeries,
  dropCase,
  gatherSeries,
  runSeries,
  seriesCandidates,
  seriesList,
  seriesOf,
  seriesView,
  startSeries,
  writeOwn,
  writeTerms,
} from '../series/index.ts';
import type { Dependencies } from '../write/index.ts';
import { type IdParams, idParams } from './schemas.ts';

const tags = ['series'];

/** Series of cases that one agreement closes: gathering, terms, preview, start, progress. */
export function registerSeries(app: FastifyInstance, dependencies: Dependencies): void {
  const shown = async (viewer: ReturnType<typeof requireViewer>, id: string) =>
    seriesView(await seriesOf(viewer, id, dependencies), viewer, dependencies);

  app.get<{ Querystring: Static<typeof fromQuery> }>(
    '/api/series/candidates',
    { schema: { tags, summary: '可列入系列的案件 / Cases that could stand in a series', querystring: fromQuery } },
    async (request) => ({
      rows: await seriesCandidates(requireViewer(request), request.query.from ?? null, dependencies),
    }),
  );
  app.get('/api/series', { schema: { tags, summary: '我的系列案件 / My series' } }, async (request) => ({
    rows: await seriesList(requireViewer(request), dependencies),
  }));
  app.post<{ Body: Static<typeof gatherBody> }>(
    '/api/series',
    { schema: { tags, summary: '新建系列 / Gather a series', body: gatherBody } },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const id = await gatherSeries(viewer, request.body.cases, dependencies);
      reply.code(201).header('location', `/api/series/${id}`);
      return shown(viewer, id);
    },
  );
  app.get<{ Params: IdParams }>(
    '/api/series/:id',
    { schema: { tags, summary: '各案进度及现在能否办理 / Progress, and what is possible now', params: idParams } },
    async (request) => shown(requireViewer(request), request.params.id),
  );
  registerChanges(app, dependencies, shown);
  registerRunning(app, dependencies, shown);
}

type Shown = (viewer: ReturnType<typeof requireViewer>, id: string) => Promise<unknown>;

function registerChanges(app: FastifyInstance, dependencies: Dependencies, shown: Shown): void {
  app.put<{ Params: IdParams; Body: Static<typeof termsBody> }>(
    '/api/series/:id/terms',
    { schema: { tags, summary: '填写协议 / Write the terms', params: idParams, body: termsBody } },
    async (request) => {
      const viewer = requireViewer(request);
      const { version, terms, own = [] } = request.body;
      const differing = own.map(({ number, amountFen = null, signedOn = null }) => [number, { amountFen, signedOn }]);
      const change = { terms, own: Object.fromEntries(differing) };
      await writeTerms(viewer, request.params.id, version, change, dependencies);
      return shown(viewer, request.params.id);
    },
  );
  app.put<{ Params: RowParams; Body: Static<typeof ownBody> }>(
    '/api/series/:id/cases/:number',
    { schema: { tags, summary: '单独填写一案 / Write one case in full', params: rowParams, body: ownBody } },
    async (request) => {
      const viewer = requireViewer(request);
      const { id, number } = request.params;
      const { version, occurredOn, data } = request.body;
      // A body of JSON holds nothing but JSON; the data are judged with the case, by the command itself.
      const whole = { occurredOn, data: data as JsonObject };
      await writeOwn(viewer, id, version, Number(number), whole, dependencies);
      return shown(viewer, id);
    },
  );
  app.delete<{ Params: RowParams; Querystring: Static<typeof versionQuery> }>(
    '/api/series/:id/cases/:number',
    { schema: { tags, summary: '移出系列 / Take a case out', params: rowParams, querystring: versionQuery } },
    async (request) => {
      const viewer = requireViewer(request);
      const { id, number } = request.params;
      await dropCase(viewer, id, Number(request.query.version), Number(number), dependencies);
      return shown(viewer, id);
    },
  );
}

function registerRunning(app: FastifyInstance, dependencies: Dependencies, shown: Shown): void {
  app.post<{ Params: IdParams; Body: Static<typeof startBody> }>(
    '/api/series/:id/start',
    {
      schema: {
        tags,
        summary: '开始或续办 / Start, or go on with what is left',
        description: '在后台逐案办理，每案一项操作。 Case by case in the background, each by its own command.',
        params: idParams,
        body: startBody,
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { version, acknowledged = [], seen = [] } = request.body;
      const start = { acknowledged, seen: Object.fromEntries(seen.map((one) => [one.number, one.revision])) };
      await startSeries(viewer, request.params.id, version, start, dependencies);
      startRunningSeries(app, dependencies);
      reply.code(202);
      return shown(viewer, request.params.id);
    },
  );
  app.post<{ Params: IdParams; Body: Static<typeof versionBody> }>(
    '/api/series/:id/close',
    { schema: { tags, summary: '结束系列 / Give up what is left', params: idParams, body: versionBody } },
    async (request) => {
      const viewer = requireViewer(request);
      await closeSeries(viewer, request.params.id, request.body.version, dependencies);
      return shown(viewer, request.params.id);
    },
  );
}

/** Works in the background; what a stop or a fault leaves waiting, the job of the house goes on with. */
export function startRunningSeries(app: FastifyInstance, dependencies: Dependencies): void {
  runSeries(dependencies).catch((error: unknown) => app.log.error({ error }, 'a series paused'));
}

const id = idParams.properties.id;
const number = Type.Integer({ minimum: 1, maximum: 100 });
const version = Type.Integer({ minimum: 1 });
// What stands in an address is text.
const counted = Type.String({ pattern: '^[1-9][0-9]{0,8}$' });
const rowParams = Type.Object({ id, number: counted }, { additionalProperties: false });
type RowParams = Static<typeof rowParams>;
const fromQuery = Type.Object({ from: Type.Optional(id) }, { additionalProperties: false });
const versionQuery = Type.Object({ version: counted }, { additionalProperties: false });
const versionBody = Type.Object({ version }, { additionalProperties: false });
const gatherBody = Type.Object(
  { cases: Type.Array(id, { maxItems: 100, uniqueItems: true }) },
  { additionalProperties: false },
);
const day = Type.String({ format: 'date' });
const differing = Type.Object(
  {
    number,
    amountFen: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
    signedOn: Type.Optional(Type.Union([day, Type.Null()])),
  },
  { additionalProperties: false },
);
const termsBody = Type.Object(
  {
    version,
    terms: Type.Unsafe<unknown>(schemaOf(seriesTermsDefinition.fields)),
    own: Type.Optional(Type.Array(differing, { maxItems: 100 })),
  },
  { additionalProperties: false },
);
const ownBody = Type.Object({ version, occurredOn: day, data: Type.Object({}) }, { additionalProperties: false });
const startBody = Type.Object(
  {
    version,
    acknowledged: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 30 })),
    seen: Type.Optional(
      Type.Array(Type.Object({ number, revision: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }), {
        maxItems: 100,
      }),
    ),
  },
  { additionalProperties: false },
);
