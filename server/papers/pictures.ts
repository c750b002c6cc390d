/** What is looked at before a picture is unpacked: its true kind and size, by its own first bytes. */
export interface PictureSize {
  readonly kind: 'png' | 'jpeg' | 'webp';
  readonly width: number;
  readonly height: number;
}

/** The size a PNG, JPEG or WebP says it has; null for anything else, and for what is broken. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 33) return null;
  if (view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452) {
    return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
}

/** By its first chunk, of which there are three kinds. */
function webpSize(view: DataView): PictureSize | null {
  const kind = 'webp';
  switch (view.getUint32(12)) {
    case 0x56503820: // 'VP8 '
      return { kind, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      // 'VP8L': two numbers of fourteen bits, each one less than it means.
      const bits = view.getUint32(21, true);
      return { kind, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // 'VP8X'
      return { kind, width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    default:
      return null;
  }
}

/** Goes from segment to segment up to the first frame header. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** How many pictures of one PDF are looked at. */
const picturesOfPdf = 4;

/** The photos inside a PDF, as scanners and telephones put them there: whole JPEG files. */
export function picturesInPdf(bytes: Buffer): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = bytes.indexOf('/DCTDecode');
  while (at >= 0 && found.length < picturesOfPdf) {
    const begin = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), at);
    const end = begin < 0 ? -1 : bytes.indexOf('endstream', begin);
    if (begin < 0 || end < 0) break;
    found.push(bytes.subarray(begin, end));
    at = bytes.indexOf('/DCTDecode', end);
  }
  return found;
}

export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-';
}
