import { Worker } from 'node:worker_threads';
import { isPdf, pictureSize, picturesInPdf } from './pictures.ts';

/** What was found in one file. `unreadable`: no picture of a known kind, a broken one, or one that took too long. */
export type CodesRead =
  | { readonly kind: 'read'; readonly texts: readonly string[] }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'tooLarge' };

export interface ToReader {
  readonly bytes: Uint8Array;
}
export type FromReader = Exclude<CodesRead, { kind: 'tooLarge' }>;

/** Reads QR codes in a thread of its own, one picture at a time. */
export interface CodeReader {
  /** The texts of the QR codes in a JPEG, a PNG, a WebP, or a PDF made of photos. */
  readonly read: (bytes: Buffer) => Promise<CodesRead>;
  readonly close: () => Promise<void>;
}

export const codeReaderLimits = {
  /** A good telephone's picture; unpacked that is 200 MB for a moment. */
  pixels: 50_000_000,
  timeoutMs: 10_000,
  /** After so long without work the thread ends, and the memory it took with it. */
  idleMs: 20_000,
} as const;

/** A reader whose thread starts with its first picture. `limits` are narrower in tests. */
export function codeReader(
  limits: { readonly [Name in keyof typeof codeReaderLimits]: number } = codeReaderLimits,
): CodeReader {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  // Pictures wait for each other: two at a time would take twice the memory.
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  const readOne = async (bytes: Uint8Array): Promise<CodesRead> => {
    const size = pictureSize(bytes);
    if (size === null) return { kind: 'unreadable' };
    if (size.width * size.height > limits.pixels) return { kind: 'tooLarge' };
    clearTimeout(idle);
    worker ??= startWorker();
    const read = await answerOf(worker, bytes, limits.timeoutMs);
    // A picture that hangs, or breaks the thread, takes the thread with it and nothing else.
    if (read === null) await end();
    idle = setTimeout(end, limits.idleMs).unref();
    return read ?? { kind: 'unreadable' };
  };
  const readAll = async (bytes: Buffer): Promise<CodesRead> => {
    if (!isPdf(bytes)) return readOne(bytes);
    const texts: string[] = [];
    for (const picture of picturesInPdf(bytes)) {
      const read = await readOne(picture);
      if (read.kind === 'read') texts.push(...read.texts);
    }
    return { kind: 'read', texts };
  };
  return {
    read: (bytes) => {
      const read = last.then(() => readAll(bytes));
      last = read.catch(() => {});
      return read;
    },
    close: async () => {
      clearTimeout(idle);
      await last;
      clearTimeout(idle);
      await end();
    },
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./code-reader-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  worker.unref();
  // Told to whoever waits for an answer; alone it is no reason to end the process.
  worker.on('error', () => {});
  return worker;
}

/** The thread's answer to one picture; null when it broke or took too long. */
function answerOf(worker: Worker, bytes: Uint8Array, timeoutMs: number): Promise<FromReader | null> {
  return new Promise((resolve) => {
    const settle = (answer: FromReader | null) => {
      clearTimeout(timer);
      worker.off('message', settle);
      worker.off('exit', onExit);
      worker.off('error', onExit);
      resolve(answer);
    };
    const onExit = () => settle(null);
    const timer = setTimeout(() => settle(null), timeoutMs);
    worker.on('message', settle);
    worker.on('exit', onExit);
    worker.on('error', onExit);
    worker.postMessage({ bytes } satisfies ToReader);
  });
}
