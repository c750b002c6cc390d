import { writeSync } from 'node:fs';

/** Where a log's lines go. */
export interface LineSink {
  readonly write: (line: string) => void;
}

const flushAfterMs = 250;
const flushAtCharacters = 16 * 1024;

/**
 * Writes lines to a file descriptor together, at most a quarter of a second late: one call per line cost as much as
 * finding a session. What is left is written when the process ends, also by an error.
 */
export function bufferedLines(fileDescriptor: number): LineSink {
  let waiting = '';
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const lines = waiting;
    waiting = '';
    if (lines !== '') writeWhole(fileDescriptor, Buffer.from(lines));
  };
  process.on('exit', flush);
  return {
    write: (line) => {
      waiting += line;
      if (waiting.length >= flushAtCharacters) flush();
      else timer ??= setTimeout(flush, flushAfterMs).unref();
    },
  };
}

function writeWhole(fileDescriptor: number, bytes: Buffer): void {
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(fileDescriptor, bytes, offset);
    } catch (error) {
      // A pipe whose reader is slow takes more in a moment; with a reader that is gone the log ends and the server goes on.
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') continue;
      return;
    }
  }
}
