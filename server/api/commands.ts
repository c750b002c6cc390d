import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type CommandDefinition, schemaOf } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { requireViewer } from '../security/index.ts';
import { givenByPeople } from '../views/index.ts';
import { type Dependencies, execute, mayEverGive, printedQueryCode, readUploads } from '../write/index.ts';
import { doneOrProblem, idempotencyKey, revisionSeen } from './answers.ts';
import {
  type CaseParams,
  type CommandEnvelope,
  caseParams,
  commandEnvelope,
  commandHeaders,
  documentedBody,
} from './schemas.ts';

/** One documented operation per command of the registry, one for opening a case, one for files. */
export function registerCommands(app: FastifyInstance, dependencies: Dependencies): void {
  for (const definition of givenByPeople()) {
    if (definition.relation === 'newcomer') registerOpening(app, definition, dependencies);
    else registerCommand(app, definition, dependencies);
  }
  // A command that does not exist is answered like a case that does not: nothing is told apart.
  app.post('/api/cases/:id/commands/:type', { schema: { hide: true } }, async (request) => {
    requireViewer(request);
    throw new ProblemError('not-found');
  });
  registerUploads(app, dependencies);
}

function registerOpening(app: FastifyInstance, definition: CommandDefinition, dependencies: Dependencies): void {
  app.post<{ Body: CommandEnvelope }>(
    '/api/cases',
    { schema: schemaFor(definition), validatorCompiler: envelopeOnly },
    async (request, reply) => {
      const outcome = await execute(asked(request, definition.type, null, null), requireViewer(request), dependencies);
      const { kind: _kind, queryCode: _none, ...answer } = await doneOrProblem(outcome, request, dependencies);
      return reply.code(201).header('location', `/api/cases/${answer.caseId}`).send(answer);
    },
  );
}

function registerCommand(app: FastifyInstance, definition: CommandDefinition, dependencies: Dependencies): void {
  app.post<{ Params: CaseParams; Body: CommandEnvelope }>(
    `/api/cases/:id/commands/${definition.type}`,
    { schema: { ...schemaFor(definition), params: caseParams }, validatorCompiler: envelopeOnly },
    async (request) => {
      const viewer = requireViewer(request);
      const command = asked(request, definition.type, request.params.id, revisionSeen(request));
      const outcome = await execute(command, viewer, dependencies);
      const { kind: _kind, queryCode, ...answer } = await doneOrProblem(outcome, request, dependencies);
      return queryCode === null ? answer : { ...answer, queryCode: printedQueryCode(queryCode) };
    },
  );
}

function asked(
  request: FastifyRequest<{ Body: CommandEnvelope }>,
  type: string,
  caseId: string | null,
  ifMatch: number | null,
) {
  const { target = null, occurredOn = null, data = {}, acknowledged = [], evidence = null } = request.body ?? {};
  const key = idempotencyKey(request);
  return { caseId, type, targetId: target, occurredOn, data, acknowledged, evidence, idempotencyKey: key, ifMatch };
}

function schemaFor(definition: CommandDefinition) {
  const { label, hint, target, by, type, fields } = definition;
  return {
    tags: ['commands'],
    operationId: type,
    summary: `${label.zh} / ${label.en}`,
    description: `${hint === null ? '' : `${hint.zh} ${hint.en}\n\n`}岗位 / roles: ${by.join(', ')}`,
    headers: commandHeaders,
    body: documentedBody(schemaOf(fields), target !== 'case'),
  };
}

/**
 * The documentation shows the whole body; the door checks only what surrounds the data. The data is judged by `decide`,
 * which names the field in both languages after trimming what people paste.
 */
const envelopeOnly: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = validatorOf(httpPart === 'body' ? commandEnvelope : schema);
  return (given: unknown) => {
    const value = httpPart === 'body' ? (given ?? {}) : given;
    if (validator.Check(value)) return { value };
    return { error: Object.assign(new Error('invalid'), { validation: problemsOf(validator, value) }) };
  };
};

/** Hundreds of commands share three schemas: each is compiled once. */
const validators = new WeakMap<TSchema, ReturnType<typeof Compile>>();

function validatorOf(schema: TSchema): ReturnType<typeof Compile> {
  const known = validators.get(schema) ?? Compile(schema);
  validators.set(schema, known);
  return known;
}

function problemsOf(validator: ReturnType<typeof Compile>, value: unknown) {
  return [...validator.Errors(value)].slice(0, 10).map(({ instancePath, keyword, message, params }) => {
    const names: Readonly<Record<string, unknown>> = { ...params };
    const missing = names.requiredProperties;
    const unknown = names.additionalProperties;
    return {
      instancePath,
      keyword,
      message,
      schemaPath: '',
      params: {
        ...(Array.isArray(missing) ? { missingProperty: String(missing[0]) } : {}),
        ...(Array.isArray(unknown) ? { additionalProperty: String(unknown[0]) } : {}),
      },
    };
  });
}

function registerUploads(app: FastifyInstance, dependencies: Dependencies): void {
  const description =
    '以 multipart/form-data 上传一个文件；返回值用作 addItem 的 file。24 小时内有效。 Upload one file as multipart/form-data; the answer goes into the `file` of addItem within 24 hours.';
  app.post(
    '/api/uploads',
    {
      schema: { tags: ['items'], summary: '上传文件 / Upload a file', description, consumes: ['multipart/form-data'] },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const addItem = givenByPeople().find(({ type }) => type === 'addItem');
      if (addItem === undefined || !mayEverGive(addItem, viewer.roles)) throw new ProblemError('not-allowed');
      if (!request.isMultipart()) throw new ProblemError('unsupported-media-type');
      const { files } = await readUploads(request, dependencies);
      const file = Object.values(files)[0];
      if (file === undefined) throw new ProblemError('file-empty');
      return reply.code(201).send(file);
    },
  );
}
