import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  formatAsked,
  readListForm,
  reconcile,
  reconciliationExport,
  reconciliationOf,
  reconciliationPage,
  registerExport,
  registerPage,
  type SheetFile,
} from '../registers/index.ts';
import { requireViewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { type IdParams, idParams } from './schemas.ts';

const tags = ['referrals'];

/** The register of referrals between courts and mediation organisations, and its reconciliation with lists. */
export function registerReferrals(app: FastifyInstance, dependencies: Dependencies): void {
  app.get<{ Querystring: PageQuery }>(
    '/api/referrals',
    {
      schema: { tags, summary: '委派（委托）台账，最近发出的在前 / The register of referrals', querystring: pageQuery },
    },
    async (request) => {
      const { after = null, limit = '20', ...query } = request.query;
      return registerPage(requireViewer(request), query, after, Number(limit), dependencies);
    },
  );
  app.get<{ Querystring: ExportQuery }>(
    '/api/referrals/export',
    {
      schema: {
        tags,
        summary: '导出台账（.xlsx 或 .csv，导出留痕） / Export the register; the export is on record',
        querystring: exportQuery,
      },
    },
    async (request, reply) => {
      const { format, language = 'zh-CN', ...query } = request.query;
      const words = language === 'en' ? 'en' : 'zh';
      const file = await registerExport(requireViewer(request), query, formatAsked(format), words, dependencies);
      return sendSheet(reply, file, 'referrals');
    },
  );
  registerReconciliations(app, dependencies);
}

function registerReconciliations(app: FastifyInstance, dependencies: Dependencies): void {
  const reconciliations = '/api/referrals/reconciliations';
  app.post(
    reconciliations,
    {
      schema: {
        tags,
        summary: '与法院清单核对（.xlsx 或 .csv） / Compare the register with a list of the court',
        description:
          'multipart：file、from、to、with（可选）、keep=yes 存档。当事人姓名只在本次答复中，不存档。 Multipart: file, from, to, with (optional), keep=yes keeps the result as a record. Names are in this answer alone and are not kept.',
        consumes: ['multipart/form-data'],
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const form = await readListForm(request);
      const made = await reconcile(viewer, form, form.fields.keep === 'yes', dependencies);
      reply.header('cache-control', 'no-store');
      if (made.id !== null) reply.code(201).header('location', `${reconciliations}/${made.id}`);
      return made;
    },
  );
  app.get<{ Querystring: RecordsQuery }>(
    reconciliations,
    { schema: { tags, summary: '已存档的核对 / Reconciliations on record', querystring: recordsQuery } },
    async (request) => {
      const { after = null, limit = '20' } = request.query;
      return reconciliationPage(requireViewer(request), after, Number(limit), dependencies);
    },
  );
  app.get<{ Params: IdParams }>(
    `${reconciliations}/:id`,
    { schema: { tags, summary: '一次核对及逐行结果 / A reconciliation, row by row', params: idParams } },
    async (request) => reconciliationOf(requireViewer(request), request.params.id, dependencies),
  );
  app.get<{ Params: IdParams; Querystring: FormatQuery }>(
    `${reconciliations}/:id/export`,
    { schema: { tags, summary: '导出核对结果 / Export a reconciliation', params: idParams, querystring: formatQuery } },
    async (request, reply) => {
      const { format, language = 'zh-CN' } = request.query;
      const words = language === 'en' ? 'en' : 'zh';
      const { id } = request.params;
      const file = await reconciliationExport(requireViewer(request), id, formatAsked(format), words, dependencies);
      return sendSheet(reply, file, 'reconciliation');
    },
  );
}

/** Sends a spreadsheet file to be saved. */
export function sendSheet(reply: FastifyReply, { content, mediaType, extension }: SheetFile, name: string) {
  return reply
    .type(mediaType)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename="${name}.${extension}"`)
    .send(content);
}

const filters = {
  from: Type.Optional(Type.String({ format: 'date', description: '发出日期自 / sent from' })),
  to: Type.Optional(Type.String({ format: 'date', description: '发出日期至 / sent to' })),
  with: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: '对方机构 / the other organisation' })),
  mode: Type.Optional(Type.Enum(['delegated', 'entrusted'])),
  state: Type.Optional(Type.Enum(['open', 'closed'])),
};
const place = {
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-4][0-9]|50)$', description: '1–50' })),
};
const form = { format: Type.Enum(['xlsx', 'csv']), language: Type.Optional(Type.Enum(['zh-CN', 'en'])) };

const pageQuery = Type.Object({ ...filters, ...place }, { additionalProperties: false });
type PageQuery = Static<typeof pageQuery>;
const exportQuery = Type.Object({ ...filters, ...form }, { additionalProperties: false });
type ExportQuery = Static<typeof exportQuery>;
const recordsQuery = Type.Object(place, { additionalProperties: false });
type RecordsQuery = Static<typeof recordsQuery>;
const formatQuery = Type.Object(form, { additionalProperties: false });
type FormatQuery = Static<typeof formatQuery>;
