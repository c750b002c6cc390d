import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  batchHolder,
  batchList,
  batchOf,
  batchView,
  bringBatch,
  checkBatch,
  closeBatch,
  runBatches,
  startBatch,
  templateTable,
} from '../batches/index.ts';
import { formatAsked, readListForm, sheetFile } from '../registers/index.ts';
import { requireViewer, type Viewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { sendSheet } from './referrals.ts';
import { type IdParams, idParams } from './schemas.ts';

const tags = ['batches'];

/** Lists of cases: bringing one, its rows as they would be opened, start, progress. */
export function registerBatches(app: FastifyInstance, dependencies: Dependencies): void {
  app.get<{ Querystring: Static<typeof formatQuery> }>(
    '/api/batches/template',
    { schema: { tags, summary: '名单模板 / The file to fill in', querystring: formatQuery } },
    async (request, reply) => {
      const { format, language } = request.query;
      return sendTemplate(requireViewer(request), reply, format, language === 'en' ? 'en' : 'zh');
    },
  );
  app.get('/api/batches', { schema: { tags, summary: '我的名单 / My lists' } }, async (request) => ({
    rows: await batchList(requireViewer(request), dependencies),
  }));
  app.post(
    '/api/batches',
    {
      schema: {
        tags,
        summary: '上传名单并核对，不登记 / Bring a list and have it checked; no case is opened',
        description: 'multipart：file（.xlsx 或 .csv）。文件本身不保存。 Multipart: file. The file itself is not kept.',
        consumes: ['multipart/form-data'],
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { bytes } = await readListForm(request);
      const id = await bringBatch(viewer, bytes, dependencies);
      reply.code(201).header('location', `/api/batches/${id}`).header('cache-control', 'no-store');
      return batchView(await batchOf(viewer, id, dependencies));
    },
  );
  app.get<{ Params: IdParams }>(
    '/api/batches/:id',
    { schema: { tags, summary: '逐行核对及进度 / Its rows, and how far it is', params: idParams } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return batchView(await batchOf(requireViewer(request), request.params.id, dependencies));
    },
  );
  registerChanges(app, dependencies);
}

function registerChanges(app: FastifyInstance, dependencies: Dependencies): void {
  app.post<{ Params: IdParams; Body: Static<typeof startBody> }>(
    '/api/batches/:id/start',
    {
      schema: {
        tags,
        summary: '开始逐行登记 / Open the cases',
        description: '在后台逐行登记，每行一项操作。 Row by row in the background, each by its own command.',
        params: idParams,
        body: startBody,
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { version, acknowledged = [], nonetheless = [] } = request.body;
      await startBatch(viewer, request.params.id, version, { acknowledged, nonetheless }, dependencies);
      startRunningBatches(app, dependencies);
      reply.code(202);
      return batchView(await batchOf(viewer, request.params.id, dependencies));
    },
  );
  for (const [name, change, summary] of [
    ['check', checkBatch, '重新核对未登记的行 / Judge again what is not open'],
    ['close', closeBatch, '结束名单并删除内容 / Give up what is left and forget its content'],
  ] as const) {
    app.post<{ Params: IdParams; Body: Static<typeof versionBody> }>(
      `/api/batches/:id/${name}`,
      { schema: { tags, summary, params: idParams, body: versionBody } },
      async (request) => {
        const viewer = requireViewer(request);
        await change(viewer, request.params.id, request.body.version, dependencies);
        return batchView(await batchOf(viewer, request.params.id, dependencies));
      },
    );
  }
}

/** Sends the file to fill in, to whoever opens cases. */
export async function sendTemplate(
  viewer: Viewer,
  reply: FastifyReply,
  format: string | undefined,
  language: 'zh' | 'en',
): Promise<FastifyReply> {
  batchHolder(viewer);
  return sendSheet(reply, await sheetFile(templateTable(language), formatAsked(format)), 'cases');
}

/** Works in the background; what a stop or a fault leaves waiting, the job of the house goes on with. */
export function startRunningBatches(app: FastifyInstance, dependencies: Dependencies): void {
  runBatches(dependencies).catch((error: unknown) => app.log.error({ error }, 'a list paused'));
}

const formatQuery = Type.Object(
  { format: Type.Optional(Type.String({ maxLength: 10 })), language: Type.Optional(Type.Enum(['zh-CN', 'en'])) },
  { additionalProperties: false },
);
const version = Type.Integer({ minimum: 1 });
const versionBody = Type.Object({ version }, { additionalProperties: false });
const startBody = Type.Object(
  {
    version,
    acknowledged: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 30 })),
    nonetheless: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 10_000 }), { maxItems: 500 })),
  },
  { additionalProperties: false },
);
