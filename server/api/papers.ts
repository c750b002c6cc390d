import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { ProblemError } from '../errors.ts';
import { type CodeReader, filePhotos, fileViewer, knownPaper, type PhotoResult, paperOf } from '../papers/index.ts';
import { requireViewer } from '../security/index.ts';
import { refusalView } from '../views/index.ts';
import type { Dependencies } from '../write/index.ts';

/** Photos of signed papers that find their case by the code on the paper, and what a code stands for. */
export function registerPapers(app: FastifyInstance, dependencies: Dependencies, reader: CodeReader): void {
  app.post('/api/papers/photos', { schema: schemas.file }, async (request, reply) => {
    fileViewer(requireViewer(request));
    if (!request.isMultipart()) throw new ProblemError('unsupported-media-type');
    reply.header('cache-control', 'no-store');
    const results = await filePhotos(request, reader, dependencies);
    return { rows: results.map(resultView) };
  });

  app.get<{ Params: Static<typeof markParams> }>(
    '/api/papers/:mark',
    { schema: { ...schemas.paper, params: markParams } },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const known = await knownPaper(await paperOf(request.params.mark, dependencies), viewer, dependencies);
      // Unknown, revoked, and somebody else's: one answer.
      if (known === null) throw new ProblemError('not-found');
      const { paper, caseFile, document, label } = known;
      reply.header('cache-control', 'no-store');
      const { caseId, proceeding } = paper;
      return { caseId, code: caseFile.header.code, proceeding, document, label };
    },
  );
}

function resultView({ name, sha256, outcome }: PhotoResult) {
  if (outcome.kind !== 'refused') return { name, sha256, outcome };
  const refusal = outcome.refusal === null ? null : refusalView(outcome.refusal);
  return { name, sha256, outcome: { kind: outcome.kind, refusal } };
}

const markParams = Type.Object({ mark: Type.String({ minLength: 1, maxLength: 40, pattern: '^[0-9A-Z]+$' }) });

const tags = ['items'];
const schemas = {
  file: {
    tags,
    summary: '拍照归档：按纸上的归档码归入案件 / File photos by the code on the paper',
    description:
      '以 multipart/form-data 上传最多 20 个文件，逐个给出结果；重复提交不会重复归档。没有归档的，24 小时内可用其 sha256 作 addItem 的 file。 Up to 20 files as multipart/form-data, one result each; sending again files nothing twice. What was not filed may go into the `file` of addItem by its sha256 within 24 hours.',
    consumes: ['multipart/form-data'],
  },
  paper: { tags, summary: '归档码对应的材料 / The paper a filing code stands for' },
};
