import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { FromReader, ToReader } from './code-reader.ts';
import { pictureSize } from './pictures.ts';

/** The thread of `codeReader`: looks for QR codes in one picture after the other, and reaches no network. */
const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

parentPort?.on('message', async ({ bytes }: ToReader) => {
  parentPort?.postMessage((await read(bytes)) satisfies FromReader);
});

async function read(bytes: Uint8Array): Promise<FromReader> {
  try {
    if (isFlood(bytes)) return { kind: 'unreadable' };
    const found = await readBarcodes(bytes, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 });
    // What is no picture comes back as one result that says so.
    if (found.some(({ isValid, error }) => !isValid && error.includes('image'))) return { kind: 'unreadable' };
    return { kind: 'read', texts: found.filter(({ isValid }) => isValid).map(({ text }) => text) };
  } catch {
    return { kind: 'unreadable' };
  }
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
