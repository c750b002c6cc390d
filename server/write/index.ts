/** The one write path and what it takes: doors import from here. */
export type { Dependencies } from './dependencies.ts';
export { attempts, type CommandReport, commandChannel, execute, type Outcome } from './execute.ts';
export { actorOf, givenFor, givenIn, momentOf, referenceOf, systemActor } from './given.ts';
export { sortableIds } from './ids.ts';
export { type Act, type Performed, perform } from './perform.ts';
export { newQueryCode, printedQueryCode, queryCodeHash, statusLink } from './query-codes.ts';
export { alikeCases } from './related.ts';
export { type CommandRequest, commandIdOf, requestDigest } from './request.ts';
export { mayEverGive } from './roles.ts';
export { executeSystem, type SystemCommand, type SystemOutcome } from './system.ts';
export {
  type FilePart,
  keepUpload,
  readUploads,
  type UploadedFile,
  type UploadForm,
  unknownUpload,
  uploadLivesMinutes,
} from './uploads.ts';
