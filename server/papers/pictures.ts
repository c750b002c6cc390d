/** What is looked at before a picture is unpacked: its true kind and size, by its own first bytes. */
export interface PictureSize {
  readonly kind: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

/** The size a PNG or JPEG says it has; null for anything else, and for what is broken. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 33) return null;
  if (view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452) {
    return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
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
