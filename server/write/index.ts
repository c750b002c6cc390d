/** The one write path and what it takes: doors import from here. */
export { addMissingMarks } from './add-marks.ts';
export { noteHidden, requireReason } from './case-reason.ts';
export { catchUpIn } from './catch-up.ts';
export { placeIn } from './clashes.ts';
export type { Dependencies } from './dependencies.ts';
export { type CommandReport, commandChannel, execute, type Outcome, type Rehearsed, rehearse } from './execute.ts';
export { actorOf, givenFor, givenIn, momentOf, referenceOf, rulesKnown, systemActor } from './given.ts';
export { sortableIds } from './ids.ts';
export { numberRequest } from './numbers.ts';
export { type Act, attempts, changedChannel, type Performed, perform } from './perform.ts';
export { newQueryCode, openedByCode, printedQueryCode, queryCodeHash, statusLink } from './query-codes.ts';
export { alikeCases } from './related.ts';
export { type CommandRequest, commandIdOf, requestDigest } from './request.ts';
export { mayEverGive } from './roles.ts';
export { executeSystem, type SystemCommand, type SystemOutcome } from './system.ts';
export { tellOthers, untoldChannel } from './tell-others.ts';
export {
  type FilePart,
  keepUpload,
  readUploads,
  type UploadedFile,
  type UploadForm,
  unknownUpload,
  uploadLivesMinutes,
} from './uploads.ts';
