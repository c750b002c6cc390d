import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { knows } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { languageOf } from '../pages/i18n.ts';
import { requireViewer, sessionToken, signedOutChannel } from '../security/index.ts';
import { actorOf, changedChannel, type Dependencies, noteHidden, requireReason } from '../write/index.ts';
import { type Stream, streamTo } from './stream.ts';

interface LiveRoute {
  readonly Params: { readonly caseId: string };
  readonly Querystring: { readonly since?: string };
}

/** Where a page of a case hears of changes. */
export const livePath = '/cases/:caseId/live';

/** How often a stream shows that it is alive, looks whether its session is, and asks for what other processes committed. */
const beatMs = 15_000;
/** Streams of one person at a time; the oldest gives way. A browser opens six connections to one place at most. */
const streamsEach = 3;

/** `GET /cases/:id/live`: an event for each change that the viewer may know of, as long as the session stands. */
export function registerLive(app: FastifyInstance, dependencies: Dependencies): void {
  const streams = new Set<Stream>();
  const onChange = (message: unknown) => {
    for (const stream of streams) if (stream.caseId === message) stream.look();
  };
  const onSignedOut = (message: unknown) => {
    for (const stream of streams) if (stream.token === message) stream.end();
  };
  subscribe(changedChannel.name, onChange);
  subscribe(signedOutChannel.name, onSignedOut);
  const beat = setInterval(() => {
    for (const stream of streams) stream.beat();
  }, beatMs).unref();
  // Before the server waits for its connections: these would never end by themselves.
  app.addHook('preClose', async () => {
    clearInterval(beat);
    unsubscribe(changedChannel.name, onChange);
    unsubscribe(signedOutChannel.name, onSignedOut);
    for (const stream of streams) stream.end();
  });

  app.get<LiveRoute>(livePath, { schema: { hide: true } }, async (request, reply) => {
    const viewer = requireViewer(request);
    const { caseId } = request.params;
    await mayWatch(request, dependencies);
    // Who left meanwhile would never be heard to leave: the stream would stay, and take the place of a page that is open.
    if (reply.raw.destroyed) return reply.hijack();
    const own = [...streams].filter(({ person }) => person === viewer.accountId);
    for (const stream of own.slice(0, Math.max(0, own.length - streamsEach + 1))) stream.end();
    const since = /^\d{1,9}$/.test(request.query.since ?? '') ? Number(request.query.since) : null;
    const token = sessionToken(request, dependencies.config) ?? '';
    open(request, reply);
    const stream = streamTo(
      reply.raw,
      { caseId, token, person: viewer.accountId, since, language: languageOf(request.cookies['jiefen-language']) },
      dependencies,
    );
    streams.add(stream);
    reply.raw.on('close', () => streams.delete(stream));
    stream.look();
  });
}

/** Whether the viewer may know of the case now; a problem when not, the same as for a case that is not there. */
async function mayWatch({ params, viewer }: FastifyRequest<LiveRoute>, dependencies: Dependencies): Promise<void> {
  const caseFile = viewer === null ? null : await dependencies.store.load(params.caseId);
  if (viewer === null || caseFile === null) throw new ProblemError('not-found');
  const actor = actorOf(viewer);
  if (!knows(caseFile, actor)) {
    noteHidden(actor, caseFile.id, dependencies);
    throw new ProblemError('not-found');
  }
  await requireReason(actor, caseFile.id, dependencies);
}

/** Takes the reply over: events are written one by one, never gathered, compressed or kept. */
function open(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.setTimeout(0);
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
}
