import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isStorageFull } from '../db/files.ts';
import { StoreBusy } from '../db/store.ts';
import { text } from '../workflows/text.ts';
import { type Problem, type ProblemCode, ProblemError, problem } from './errors.ts';

/** Writes the page that explains a problem to a person; programs under /api get JSON. */
export type RenderProblem = (problem: Problem, request: FastifyRequest) => string;

/**
 * Answers every error of every route, known or not, with a problem: JSON under /api, a page elsewhere. What is not known
 * is logged with the request id and answered without any detail.
 */
export function handleErrors(app: FastifyInstance, renderProblem: RenderProblem): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const found = problemOf(error);
    if (found.status >= 500) request.log.error(error);
    return answer(found, request, reply, renderProblem);
  });
  app.setNotFoundHandler((request, reply) => answer(problem('not-found'), request, reply, renderProblem));
}

/** The problem that an error means. */
export function problemOf(error: FastifyError): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error.validation) return problem('invalid-input', { fields: fieldsOf(error) });
  if (isStorageFull(error)) return problem('storage-full');
  if (error instanceof StoreBusy) return problem('queue-full', { retryAfterSeconds: error.retryAfterSeconds });
  const code = codesOfOthers[error.code];
  if (code) return problem(code, code === 'queue-full' ? { retryAfterSeconds: 1 } : {});
  // JSON that parses but would poison prototypes arrives as a SyntaxError without a code of its own.
  if (error instanceof SyntaxError && error.statusCode === 400) return problem('malformed-json');
  const isTheirs = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return problem(isTheirs ? 'bad-request' : 'internal');
}

/** Error codes of Fastify, its plugins and SQLite. */
const codesOfOthers: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media-type',
  FST_REQ_FILE_TOO_LARGE: 'file-too-large',
  FST_PARTS_LIMIT: 'body-too-large',
  FST_FILES_LIMIT: 'body-too-large',
  FST_FIELDS_LIMIT: 'body-too-large',
  FST_ERR_BAD_URL: 'not-found',
  SQLITE_BUSY: 'queue-full',
};

/** Which fields are wrong and how, without repeating what was entered. */
function fieldsOf(error: FastifyError) {
  return (error.validation ?? []).map(({ instancePath, keyword, message, params }) => {
    const named = params.missingProperty ?? params.additionalProperty;
    return {
      pointer: typeof named === 'string' ? `${instancePath}/${named}` : instancePath,
      keyword,
      ...(fieldTexts[keyword] ?? text('内容不符合要求。', message ?? 'does not fit')),
    };
  });
}

const fieldTexts: Readonly<Record<string, ReturnType<typeof text>>> = {
  required: text('必须填写。', 'This is required.'),
  additionalProperties: text('没有这一项。', 'There is no such field.'),
  type: text('类型不正确。', 'This is of the wrong type.'),
  maxLength: text('内容过长。', 'This is too long.'),
  minLength: text('内容过短。', 'This is too short.'),
  pattern: text('格式不正确。', 'This does not have the right form.'),
  format: text('格式不正确。', 'This does not have the right form.'),
  enum: text('不在可选范围内。', 'This is not one of the choices.'),
  const: text('不在可选范围内。', 'This is not one of the choices.'),
};

function answer(found: Problem, request: FastifyRequest, reply: FastifyReply, renderProblem: RenderProblem) {
  const path = request.url.split('?', 1)[0];
  const complete: Problem = { ...found, instance: path, requestId: request.id };
  if (typeof found.retryAfterSeconds === 'number') reply.header('retry-after', found.retryAfterSeconds);
  reply.code(found.status).header('cache-control', 'no-store');
  if (path === '/api' || path?.startsWith('/api/')) {
    return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(complete));
  }
  return reply.type('text/html; charset=utf-8').send(renderProblem(complete, request));
}
