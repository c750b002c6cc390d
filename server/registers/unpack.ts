import { inflateRawSync } from 'node:zlib';

/** What a spreadsheet file may grow to when it is unpacked: a small file can hold a flood. */
const unpackedLimitBytes = 40 * 1024 * 1024;
const sizeUnknownYet = 0x08;
const encrypted = 0x01;

/** The files inside a zip; `corrupt` when it is cut, altered or encrypted, `tooLarge` when they would not fit. */
export type Unpacked =
  | { readonly kind: 'unpacked'; readonly texts: ReadonlyMap<string, string> }
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'tooLarge' };

/**
 * Looks into a zip before a library does: how much it holds, and the text of its worksheets. Walks the entries in the order
 * in which a streaming reader meets them, and trusts no size that is not so.
 */
export function unpack(zip: Buffer, wanted: (name: string) => boolean): Unpacked {
  const texts = new Map<string, string>();
  let at = 0;
  let total = 0;
  while (at + 30 <= zip.length && zip.readUInt32LE(at) === 0x04034b50) {
    const flags = zip.readUInt16LE(at + 6);
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
    const start = nameEnd + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 30, nameEnd);
    if ((flags & encrypted) !== 0 || start > zip.length) return { kind: 'corrupt' };
    const entry = entryAt(zip, at, start, unpackedLimitBytes - total);
    if (entry === 'corrupt' || entry === 'tooLarge') return { kind: entry };
    total += entry.content.length;
    if (wanted(name)) texts.set(name, entry.content.toString('utf8'));
    at = entry.end;
  }
  // What follows the last entry is the directory; without it the file is cut.
  const isWhole = at + 4 <= zip.length && zip.readUInt32LE(at) === 0x02014b50;
  return isWhole ? { kind: 'unpacked', texts } : { kind: 'corrupt' };
}

function entryAt(
  zip: Buffer,
  at: number,
  start: number,
  roomBytes: number,
): { readonly content: Buffer; readonly end: number } | 'corrupt' | 'tooLarge' {
  const sizesFollow = (zip.readUInt16LE(at + 6) & sizeUnknownYet) !== 0;
  const method = zip.readUInt16LE(at + 8);
  const packedSize = zip.readUInt32LE(at + 18);
  const size = zip.readUInt32LE(at + 22);
  if (!sizesFollow && start + packedSize > zip.length) return 'corrupt';
  if (!sizesFollow && size > roomBytes) return 'tooLarge';
  if (method === 0 && !sizesFollow && size === packedSize)
    return { content: zip.subarray(start, start + size), end: start + size };
  if (method !== 8) return 'corrupt';
  const inflated = inflate(zip.subarray(start, sizesFollow ? zip.length : start + packedSize), roomBytes);
  if (typeof inflated === 'string') return inflated;
  if (!sizesFollow) return inflated.content.length === size ? { ...inflated, end: start + packedSize } : 'corrupt';
  const after = start + inflated.used;
  if (after + 16 > zip.length) return 'corrupt';
  return { ...inflated, end: after + (zip.readUInt32LE(after) === 0x08074b50 ? 16 : 12) };
}

function inflate(
  packed: Buffer,
  roomBytes: number,
): { readonly content: Buffer; readonly used: number } | 'corrupt' | 'tooLarge' {
  try {
    // With `info` the answer also has the engine, which knows how much it read; the types do not know of it.
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      maxOutputLength: Math.max(roomBytes, 1),
    }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { content: buffer, used: engine.bytesWritten };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'corrupt';
  }
}
