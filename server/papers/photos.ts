import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { UnfiledPhoto } from '../../db/papers.ts';
import { ProblemError } from '../errors.ts';
import { requireViewer, type Viewer } from '../security/index.ts';
import { type Dependencies, type FilePart, keepUpload, type UploadedFile } from '../write/index.ts';
import type { CodeReader } from './code-reader.ts';
import { type Filed, filePaper, knownPaper } from './filing.ts';
import { markIn, paperOf } from './marks.ts';

/** How many photos one form takes. */
const photosAtOnce = 20;

/** What became of one photo. What is not filed and could be kept waits for its sender to choose the case. */
export interface PhotoResult {
  /** What its sender's device called it. */
  readonly name: string;
  readonly sha256: string | null;
  readonly outcome:
    | Filed
    | { readonly kind: 'noCode' }
    /** A code that is unknown or revoked, or of a case that is none of the viewer's: not told apart. */
    | { readonly kind: 'notPermitted' }
    | { readonly kind: 'unreadable' }
    | { readonly kind: 'tooLarge' }
    /** This and all that came after it: one form takes no more. */
    | { readonly kind: 'tooMany' };
}

/** Reads a form of photos and files each into its case by the code in it; one that fails keeps none of the others back. */
export async function filePhotos(
  request: FastifyRequest,
  reader: CodeReader,
  dependencies: Dependencies,
): Promise<readonly PhotoResult[]> {
  const viewer = requireViewer(request);
  const results: PhotoResult[] = [];
  try {
    for await (const part of request.parts({ limits: { files: photosAtOnce } })) {
      if (part.type !== 'file') continue;
      const result = await filePhoto(part, viewer, reader, dependencies);
      if (result !== null) results.push(result);
    }
  } catch (error) {
    // What came before the one too many stands.
    if (!isTooMany(error)) throw error;
    results.push({ name: '', sha256: null, outcome: { kind: 'tooMany' } });
  }
  return results;
}

function isTooMany(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT';
}

async function filePhoto(
  part: FilePart,
  viewer: Viewer,
  reader: CodeReader,
  dependencies: Dependencies,
): Promise<PhotoResult | null> {
  const name = part.filename.slice(0, 120);
  const bytes = await wholeOf(part, dependencies.config.uploadLimitBytes);
  if (bytes === 'tooLarge') return { name, sha256: null, outcome: { kind: 'tooLarge' } };
  if (bytes.length === 0) return name === '' ? null : { name, sha256: null, outcome: { kind: 'unreadable' } };
  const file = await keepUpload({ ...part, file: Readable.from(bytes) }, viewer.accountId, dependencies);
  if (file === null) return null;
  const { sha256 } = file;
  const outcome = await outcomeOf(bytes, file, viewer, reader, dependencies);
  if (outcome.kind !== 'filed' && outcome.kind !== 'there') await keepWaiting(viewer, name, file, dependencies);
  return { name, sha256, outcome };
}

async function outcomeOf(
  bytes: Buffer,
  file: UploadedFile,
  viewer: Viewer,
  reader: CodeReader,
  dependencies: Dependencies,
): Promise<PhotoResult['outcome']> {
  const read = await reader.read(bytes);
  if (read.kind !== 'read') return { kind: read.kind };
  const mark = read.texts.map(markIn).find((one) => one !== null);
  if (mark == null) return { kind: 'noCode' };
  const known = await knownPaper(await paperOf(mark, dependencies), viewer, dependencies);
  return known === null ? { kind: 'notPermitted' } : filePaper(known, file, {}, viewer, dependencies);
}

async function wholeOf({ file }: FilePart, limitBytes: number): Promise<Buffer | 'tooLarge'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file) {
    bytes += chunk.length;
    if (bytes <= limitBytes) chunks.push(Buffer.from(chunk));
  }
  return bytes > limitBytes ? 'tooLarge' : Buffer.concat(chunks);
}

/** A photo that found no case waits for a day, as long as its bytes are kept. */
async function keepWaiting(
  { accountId: person }: Viewer,
  name: string,
  { sha256, bytes, mediaType }: UploadedFile,
  { papers, now }: Dependencies,
): Promise<void> {
  await papers.keepPhoto({ person, sha256, bytes, mediaType, name, arrivedAtMs: now().epochMilliseconds });
}

/** The photos of a person that lie in no case yet, latest first; those that were filed by hand meanwhile are forgotten. */
export async function waitingPhotos(
  { accountId }: Viewer,
  { papers, files }: Dependencies,
): Promise<readonly UnfiledPhoto[]> {
  const waiting: UnfiledPhoto[] = [];
  for (const photo of await papers.photos(accountId)) {
    const filed = await files.find(`sha-256:${photo.sha256}`);
    if (filed === undefined) waiting.push(photo);
    else await papers.dropPhoto(accountId, photo.sha256);
  }
  return waiting;
}

/** One photo of a person, of those that came without a case. Throws `not-found` for any other. */
export async function waitingPhoto(
  { accountId }: Viewer,
  sha256: string,
  { papers }: Dependencies,
): Promise<UnfiledPhoto> {
  const found = (await papers.photos(accountId)).find((photo) => photo.sha256 === sha256);
  if (found === undefined) throw new ProblemError('not-found');
  return found;
}
