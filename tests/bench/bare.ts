import Fastify from 'fastify';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { caseParams, commandHeaders, documentedBody, statusBody } from '../../server/api/schemas.ts';
import { commands, schemaOf } from '../../workflows/index.ts';
import { workTypes } from './workload.ts';

/**
 * The limit of the machine: a Fastify with the same schemas that does nothing, and answers reads with the bytes it was
 * sent. The parent sends `Bytes` by name and gets the address first.
 */
export type Bytes = Readonly<
  Record<string, { readonly headers: Readonly<Record<string, string>>; readonly body: string }>
>;

let bytes: Bytes = {};
process.on('message', (sent: Bytes) => {
  bytes = sent;
  process.send?.('stored');
});

const server = Fastify();
server.setValidatorCompiler(({ schema }) => {
  const validator = Compile(Type.Unsafe(schema));
  return (value: unknown) => (validator.Check(value) ? { value } : { error: new Error('invalid') });
});
for (const type of workTypes) {
  const { fields, target } = commands[type]!;
  const body = documentedBody(schemaOf(fields), target !== 'case');
  const opens = target === 'case';
  server.post(
    opens ? '/api/cases' : `/api/cases/:id/commands/${type}`,
    { schema: opens ? { headers: commandHeaders, body } : { headers: commandHeaders, params: caseParams, body } },
    async () => ({ caseId: 'story-bench-1', code: '烟知解〔2026〕001号', version: 7, entries: [9], repeated: false }),
  );
}
server.post('/api/status', { schema: { body: statusBody } }, async (_request, reply) => sendBytes('status', reply));
server.get('/bytes/:name', async (request, reply) => sendBytes((request.params as { name: string }).name, reply));

function sendBytes(name: string, reply: import('fastify').FastifyReply) {
  return reply.headers(bytes[name]?.headers ?? {}).send(bytes[name]?.body ?? '');
}

const address = await server.listen({ host: '127.0.0.1', port: 0 });
process.send?.(address);
process.on('disconnect', () => void server.close());
