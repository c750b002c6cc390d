import { randomUUID } from 'node:crypto';
import { type Connection, openConnection, type Reply, type Request } from './connection.ts';
import { type Figure, figureOf } from './figures.ts';
import { lifeOf, type PreparedCase, type WorkCommand } from './workload.ts';

/** Session cookies by login; empty for a server that asks nobody. */
export type Cookies = Readonly<Record<string, string>>;

/** Sends the lives of prepared cases over so many connections, one life after another on each. Throws when one is refused. */
export async function loadCommands(
  origin: string,
  cookies: Cookies,
  cases: readonly PreparedCase[],
  connections: number,
): Promise<Figure> {
  const lives = cases.values();
  return onConnections(origin, connections, async (ask) => {
    for (const prepared of lives) {
      const life = lifeOf(prepared);
      let version = 0;
      for (let turn = life.next(version); !turn.done; turn = life.next(version)) {
        version = versionIn(await ask(commandRequest(turn.value, cookies)));
      }
    }
  });
}

/** Sends the same request `amount` times in all over so many connections. Throws when one is not answered with 200. */
export async function loadSame(origin: string, request: Request, connections: number, amount: number): Promise<Figure> {
  let sent = 0;
  return onConnections(origin, connections, async (ask) => {
    while (sent < amount) {
      sent += 1;
      await ask(request);
    }
  });
}

/**
 * Sends requests at an even pace, whatever the answers do, until `until` says so and each was answered: a server that
 * stands still is not flattered by requests that were never sent. What this process itself slept through is left out.
 */
export async function loadPaced(
  origin: string,
  request: Request,
  perSecond: number,
  until: () => boolean,
): Promise<Figure> {
  const connections = await Promise.all(Array.from({ length: pacedConnections }, () => openConnection(origin)));
  const busyUntil = connections.map(() => Promise.resolve());
  const timesMs: number[] = [];
  const startedAt = performance.now();
  const one = async (connection: Connection, free: Promise<void>) => {
    const dueAt = performance.now();
    await free;
    succeeded(await connection.ask(request));
    timesMs.push(performance.now() - dueAt);
  };
  let nextAt = startedAt;
  for (let index = 0; !until(); index += 1) {
    nextAt = Math.max(nextAt + 1000 / perSecond, performance.now());
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, nextAt - performance.now())));
    const place = index % connections.length;
    busyUntil[place] = one(connections[place]!, busyUntil[place]!);
  }
  await Promise.all(busyUntil);
  for (const connection of connections) connection.close();
  return figureOf(timesMs, performance.now() - startedAt);
}

const pacedConnections = 32;

/** Runs the same job on so many connections and counts what it asked. */
async function onConnections(
  origin: string,
  connections: number,
  job: (ask: (request: Request) => Promise<Reply>) => Promise<void>,
): Promise<Figure> {
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(origin)));
  const timesMs: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    opened.map((connection) =>
      job(async (request) => {
        const sentAt = performance.now();
        const reply = await connection.ask(request);
        timesMs.push(performance.now() - sentAt);
        return succeeded(reply);
      }),
    ),
  );
  const tookMs = performance.now() - startedAt;
  for (const connection of opened) connection.close();
  return figureOf(timesMs, tookMs);
}

function commandRequest({ by, caseId, type, target, ifMatch, data }: WorkCommand, cookies: Cookies): Request {
  const cookie = cookies[by];
  return {
    method: 'POST',
    path: caseId === null ? '/api/cases' : `/api/cases/${caseId}/commands/${type}`,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(cookie === undefined ? {} : { cookie }),
      ...(ifMatch === null ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    body: JSON.stringify({ ...(target === null ? {} : { target }), data }),
  };
}

function succeeded(reply: Reply): Reply {
  if (reply.status >= 200 && reply.status < 300) return reply;
  throw new Error(`${reply.status}: ${reply.body.slice(0, 500)}`);
}

function versionIn({ body }: Reply): number {
  const answer: { readonly version?: unknown } = JSON.parse(body);
  return Number(answer.version);
}
