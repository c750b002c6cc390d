import { type AddressInfo, createServer, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A letter as a mail server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  /** Headers by lower-case name, unfolded. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailServer {
  readonly url: string;
  readonly taken: TakenMail[];
}

/** What the server says instead of taking a letter, and when. */
export interface Manners {
  readonly onRecipient?: (address: string) => Error | null;
  readonly onMessage?: () => Error | null;
  /** Asks everybody for this password. */
  readonly password?: string;
}

/** A refusal with its SMTP status. */
export function smtpError(status: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: status });
}

/** A real mail server on this machine that keeps what it takes. */
export async function mailServer(manners: Manners = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const options: SMTPServerOptions = {
    disabledCommands: manners.password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: manners.password === undefined,
    onAuth: ({ password }, _session, callback) =>
      password === manners.password ? callback(null, { user: 'jiefen' }) : callback(smtpError(535, 'wrong password')),
    logger: false,
    onRcptTo: ({ address }, _session, callback) => callback(manners.onRecipient?.(address) ?? null),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refusal = manners.onMessage?.() ?? null;
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(parts).toString();
        const from = mailFrom === false ? '' : mailFrom.address;
        if (refusal === null)
          taken.push({ from, to: rcptTo.map(({ address }) => address), raw, headers: headersOf(raw) });
        callback(refusal);
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: urlOf(server.server.address()), taken };
}

/** A server that greets, takes commands as far as `answers` go, and then does what `end` says with the connection. */
export async function brokenServer(answers: readonly string[], end: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const waiting = [...answers];
    const answer = () => {
      const next = waiting.shift();
      if (next === undefined) end(socket);
      else socket.write(`${next}\r\n`);
    };
    socket.on('data', answer);
    socket.on('error', () => {});
    answer();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return urlOf(server.address());
}

/** An address at which nothing listens. */
export async function nobodyListens(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = urlOf(server.address());
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return url;
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `smtp://127.0.0.1:${address.port}`;
}

function headersOf(raw: string): Readonly<Record<string, string>> {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** The plain text of a mail that was taken, whatever its transfer encoding. */
export function textOf({ raw }: Pick<TakenMail, 'raw'>): string {
  return partsOf(raw).find(({ type }) => type.startsWith('text/plain'))?.content ?? '';
}

/** The invitation in a mail; empty when there is none. */
export function calendarOf({ raw }: Pick<TakenMail, 'raw'>): string {
  return (
    partsOf(raw)
      .find(({ type }) => type.startsWith('text/calendar'))
      ?.content.replaceAll(/\r?\n /g, '') ?? ''
  );
}

function partsOf(raw: string): readonly { readonly type: string; readonly content: string }[] {
  const cut = raw.indexOf('\r\n\r\n');
  const headers = headersOf(raw);
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  const body = raw.slice(cut + 4);
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => partsOf(part.replace(/^\r\n/, '')));
  return [{ type, content: decoded(body, headers['content-transfer-encoding'] ?? '7bit') }];
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
