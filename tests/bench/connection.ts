import { connect } from 'node:net';

/** One request. `path` begins with a slash. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
  /** The header lines as they came. */
  readonly head: string;
}

/** A kept-alive connection that has one request under way at a time. */
export interface Connection {
  readonly ask: (request: Request) => Promise<Reply>;
  readonly close: () => void;
}

/**
 * Connects to a server that answers with `content-length`. Far leaner than an HTTP library: on a machine of two cores
 * whoever measures must not take the time that is being measured.
 */
export function openConnection(origin: string): Promise<Connection> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let pending: { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void } | null = null;
  let received: Buffer = Buffer.alloc(0);
  const fail = (error: Error) => {
    pending?.reject(error);
    pending = null;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error(`${origin} closed the connection`)));
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const reply = readReply(received);
    if (reply === null) return;
    received = Buffer.alloc(0);
    const settled = pending;
    pending = null;
    settled?.resolve(reply);
  });
  const ask = (request: Request): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (pending !== null) return reject(new Error('one request at a time'));
      if (socket.destroyed) return reject(new Error(`${origin} closed the connection`));
      pending = { resolve, reject };
      socket.write(requestText(request, host));
    });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => resolve({ ask, close: () => socket.destroy() }));
  });
}

function requestText({ method, path, headers = {}, body }: Request, host: string): string {
  const sized = body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(sized).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}\r\n${body ?? ''}`;
}

/** The reply at the start of the bytes; null while some of it is missing. */
function readReply(bytes: Buffer): Reply | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < end + 4 + length) return null;
  return { status: Number(head.slice(9, 12)), head, body: bytes.toString('utf8', end + 4, end + 4 + length) };
}
