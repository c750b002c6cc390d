import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import unpackWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { FromReader, ToReader } from './code-reader.ts';
import { pictureSize } from './pictures.ts';

/** The thread of `codeReader`: looks for QR codes in one picture after the other, and reaches no network. */
const moduleOf = (name: string) => Uint8Array.from(readFileSync(new URL(import.meta.resolve(name))));
prepareZXingModule({ overrides: { wasmBinary: moduleOf('zxing-wasm/reader/zxing_reader.wasm').buffer } });
let webp: Promise<void> | null = null;

/** What browsers call an unpacked picture, and Node does not have. */
class Unpacked {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly colorSpace = 'srgb';

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
Object.assign(globalThis, { ImageData: Unpacked });

parentPort?.on('message', async ({ bytes }: ToReader) => {
  parentPort?.postMessage((await read(bytes)) satisfies FromReader);
});

async function read(bytes: Uint8Array): Promise<FromReader> {
  try {
    if (isFlood(bytes)) return { kind: 'unreadable' };
    const picture = pictureSize(bytes)?.kind === 'webp' ? await unpacked(bytes) : bytes;
    const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 });
    // What is no picture comes back as one result that says so.
    if (found.some(({ isValid, error }) => !isValid && error.includes('image'))) return { kind: 'unreadable' };
    return { kind: 'read', texts: found.filter(({ isValid }) => isValid).map(({ text }) => text) };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** The QR reader knows no WebP. */
async function unpacked(bytes: Uint8Array) {
  webp ??= initWebp({ wasmBinary: moduleOf('@jsquash/webp/codec/dec/webp_dec.wasm').buffer });
  await webp;
  return unpackWebp(Uint8Array.from(bytes).buffer);
}

/** A PNG that unpacks to more than its own size says: the reader would fill the memory with it. */
function isFlood(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes);
  if (size?.kind !== 'png') return size === null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.byteLength) return true;
    if (view.getUint32(at + 4) === 0x49444154) data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  // Eight bytes for each pixel at most, one for each line; interlacing adds a few lines.
  const maxOutputLength = size.height * (size.width * 8 + 8) + 4096;
  inflateSync(Buffer.concat(data), { maxOutputLength });
  return false;
}
