/** Papers that were printed from a case and come back signed: the mark on them, and photos that find their case by it. */
export { type CodeReader, codeReader } from './code-reader.ts';
export { type Filed, filePaper, fileViewer, type KnownPaper, knownPaper } from './filing.ts';
export { markAddress, paperOf, printMark } from './marks.ts';
export { filePhotos, type PhotoResult, waitingPhoto, waitingPhotos } from './photos.ts';
