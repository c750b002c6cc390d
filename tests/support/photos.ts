import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import encodeWebp, { init as initWebp } from '@jsquash/webp/encode.js';
import QRCode from 'qrcode';
import type { Visitor } from './browserless.ts';
import type { House } from './house.ts';

/** A file as a browser sends it. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A picture of nothing but a QR code. */
export async function codePicture(name: string, said: string): Promise<SentFile> {
  return { name, type: 'image/png', bytes: await QRCode.toBuffer(said, { type: 'png', scale: 6 }) };
}

/** The same as a WebP, which telephones of some makes take. */
export async function codeWebp(name: string, said: string): Promise<SentFile> {
  const { modules } = QRCode.create(said, {});
  const scale = 6;
  const width = (modules.size + 8) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  const isDark = (x: number, y: number) =>
    Math.min(x, y) >= 0 && Math.max(x, y) < modules.size && modules.get(y, x) === 1;
  for (let at = 0; at < width * width; at += 1) {
    const [x, y] = [Math.floor((at % width) / scale) - 4, Math.floor(at / width / scale) - 4];
    if (isDark(x, y)) data.fill(0, at * 4, at * 4 + 3);
  }
  const file = new URL(import.meta.resolve('@jsquash/webp/codec/enc/webp_enc.wasm'));
  await initWebp({ wasmBinary: Uint8Array.from(readFileSync(file)).buffer });
  const bytes = await encodeWebp({ data, width, height: width, colorSpace: 'srgb' } as never);
  return { name, type: 'image/webp', bytes: Buffer.from(bytes) };
}

/** A PNG that says a size of itself and holds whatever it holds. */
export function madePicture(name: string, width: number, height: number, data: Buffer): SentFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(data)), chunk('IEND', Buffer.alloc(0))];
  return { name, type: 'image/png', bytes: Buffer.concat([signature, ...parts]) };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Posts a form with files as somebody who is signed in; the page, or the place it leads on to. */
export async function sendFiles(
  { app }: House,
  { cookies }: Visitor,
  url: string,
  field: string,
  files: readonly SentFile[],
  fields: Readonly<Record<string, string>> = {},
) {
  const boundary = 'jiefen-photos';
  const texts = Object.entries(fields).map(([name, text]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`),
  );
  const parts = files.map(({ name, type, bytes }) =>
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
  );
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const reply = await app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
    payload: Buffer.concat([...texts, ...parts, Buffer.from(`--${boundary}--\r\n`)]),
  });
  return { status: reply.statusCode, text: reply.body, location: reply.headers.location ?? null };
}
