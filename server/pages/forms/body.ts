import type { FastifyRequest } from 'fastify';
import { type Dependencies, readUploads, type UploadedFile } from '../../write/index.ts';
import type { Sent } from './read.ts';
import { sentOf } from './sent.ts';

/** A form with its files, which are stored already. */
export interface FormBody {
  readonly sent: Sent;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

/** Reads a form of either kind. Files of somebody who is not signed in are not kept; what was typed is. */
export async function bodyOf(request: FastifyRequest, dependencies: Dependencies): Promise<FormBody> {
  if (!request.isMultipart()) return { sent: sentOf(request), files: {} };
  if (request.viewer === null) return { sent: await typedIn(request), files: {} };
  const { fields, files } = await readUploads(request, dependencies);
  return { sent: fields, files };
}

async function typedIn(request: FastifyRequest): Promise<Sent> {
  const sent: Record<string, readonly string[]> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') part.file.resume();
    else sent[part.fieldname] = [...(sent[part.fieldname] ?? []), String(part.value)];
  }
  return sent;
}
