import type { FastifyRequest } from 'fastify';
import { type Dependencies, keepUpload, type UploadedFile } from '../../write/index.ts';
import type { Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';

/** A form of the parties' door. `file` is what was chosen and kept. */
export interface DoorForm {
  readonly sent: Sent;
  readonly files: Readonly<Record<string, UploadedFile>>;
  /** A file was chosen that is no photo and no PDF. */
  readonly isWrongType: boolean;
}

/**
 * Reads a form, with or without files. A file is kept only when `mayKeep` says so, judging by the fields before it: nobody
 * fills the disk without having shown who speaks. Throws `ProblemError` `file-too-large`.
 */
export async function readDoorForm(
  request: FastifyRequest,
  person: string,
  mayKeep: (sent: Sent) => Promise<boolean>,
  dependencies: Dependencies,
): Promise<DoorForm> {
  if (!request.isMultipart()) return { sent: sentOf(request), files: {}, isWrongType: false };
  const sent: Record<string, readonly string[]> = {};
  const files: Record<string, UploadedFile> = {};
  let isWrongType = false;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      sent[part.fieldname] = [...(sent[part.fieldname] ?? []), String(part.value)];
      continue;
    }
    const isChosen = part.filename !== '';
    const isFit = /^(image\/[\w.+-]+|application\/pdf)$/.test(part.mimetype);
    isWrongType ||= isChosen && !isFit;
    const kept = isChosen && isFit && (await mayKeep(sent)) ? await keepUpload(part, person, dependencies) : null;
    if (kept !== null) files[part.fieldname] = kept;
    part.file.resume();
  }
  return { sent, files, isWrongType };
}
