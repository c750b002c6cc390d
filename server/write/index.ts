/** The one write path and what it takes: doors import from here. */
export type { Dependencies } from './dependencies.ts';
export { execute, type Outcome } from './execute.ts';
export { actorOf, givenFor, momentOf, referenceOf, systemActor } from './given.ts';
export { sortableIds } from './ids.ts';
export { newQueryCode, printedQueryCode, queryCodeHash } from './query-codes.ts';
export { type CommandRequest, commandIdOf } from './request.ts';
export { mayEverGive } from './roles.ts';
export { readUploads, type UploadedFile, type UploadForm, unknownUpload, uploadLivesMinutes } from './uploads.ts';
