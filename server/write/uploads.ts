import type { FastifyRequest } from 'fastify';
import type { CommandDefinition, Refusal } from '../../workflows/index.ts';
import { refuse } from '../../workflows/index.ts';
import { ProblemError, problems } from '../errors.ts';
import { requireViewer, type Viewer } from '../security/index.ts';
import type { Dependencies } from './dependencies.ts';

/** A stored upload, in the form that a command's file field takes. */
export interface UploadedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** A multipart form: its plain fields (several values keep their order) and its files by field. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

/** Minutes for which an upload may be referred to; afterwards the bytes are swept. */
export const uploadLivesMinutes = 24 * 60;

/**
 * Reads a multipart form of the signed-in viewer and stores its files; an empty file control (nothing chosen) is left out.
 * Throws `ProblemError` `file-too-large`; nothing of a refused file stays.
 */
export async function readUploads(request: FastifyRequest, dependencies: Dependencies): Promise<UploadForm> {
  const viewer = requireViewer(request);
  const fields: Record<string, string[]> = {};
  const files: Record<string, UploadedFile> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const known = fields[part.fieldname] ?? [];
      fields[part.fieldname] = [...known, String(part.value)];
      continue;
    }
    const stored = await keepUpload(part, viewer.accountId, dependencies);
    if (stored !== null) files[part.fieldname] = stored;
  }
  return { fields, files };
}

/** A file of a multipart form, as it arrives. */
export interface FilePart {
  readonly file: import('node:stream').Readable;
  readonly filename: string;
  readonly mimetype: string;
}

/** Stores one file that somebody sent; null when nothing was chosen. Throws `ProblemError` for what cannot be kept. */
export async function keepUpload(
  part: FilePart,
  person: string,
  dependencies: Dependencies,
): Promise<UploadedFile | null> {
  const { files, uploads, config } = dependencies;
  const mediaType = mediaTypeOf(part.mimetype);
  const saved = await files.save(part.file, { mediaType, limitBytes: config.uploadLimitBytes });
  if (!saved.ok) {
    part.file.resume();
    if (saved.code === 'file-empty' && part.filename === '') return null;
    throw new ProblemError(saved.code, saved.code === 'file-too-large' ? { limitBytes: saved.limitBytes } : {});
  }
  const file = { sha256: saved.file.hash.slice('sha-256:'.length), bytes: saved.file.bytes, mediaType };
  await uploads.add({ person, ...file });
  return file;
}

/** What a browser says a file is, when it is a media type at all. */
function mediaTypeOf(said: string): string {
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(said) ? said : 'application/octet-stream';
}

/** Refuses a command that names a file which this person did not upload: hashes stand in manifests, files must not follow. */
export async function unknownUpload(
  { fields }: CommandDefinition,
  data: unknown,
  viewer: Viewer,
  { uploads }: Dependencies,
): Promise<Refusal | null> {
  if (typeof data !== 'object' || data === null) return null;
  const values = new Map<string, unknown>(Object.entries(data));
  for (const [name, { control }] of Object.entries(fields)) {
    const value = values.get(name);
    if (control.kind !== 'file' || typeof value !== 'object' || value === null) continue;
    const { sha256, bytes, mediaType } = value as Partial<UploadedFile>;
    const known = typeof sha256 === 'string' ? await uploads.find(viewer.accountId, sha256) : undefined;
    if (known === undefined || known.bytes !== bytes || known.mediaType !== mediaType) return notUploaded(name);
  }
  return null;
}

function notUploaded(field: string): Refusal {
  const { title, instead } = problems['file-not-uploaded'];
  return refuse('file-not-uploaded', title, { status: 'invalid', field, instead });
}
