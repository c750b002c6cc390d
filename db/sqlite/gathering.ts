/** What is noted in passing and written together. */
export interface Gathering<One> {
  /** Keeps one until the next writing; never fails. */
  readonly note: (one: One) => void;
  /** Writes all that waits; resolves when it is on the disk, rejects with what `write` rejected with. */
  readonly flush: () => Promise<void>;
}

const writtenAfterMs = 1000;
/** A busy second is written in pieces, so that no command waits long for its turn at the disk. */
const perPiece = 200;

/**
 * Gathers what is noted and writes it in order, at most a second later. What could not be written waits for the next time:
 * a busy or full database must not make a log forget.
 */
export function gathering<One>(write: (piece: readonly One[]) => Promise<void>): Gathering<One> {
  let waiting: One[] = [];
  let isDue = false;
  let writing: Promise<void> | null = null;
  const writeAll = async () => {
    while (waiting.length > 0) {
      const piece = waiting.slice(0, perPiece);
      await write(piece);
      // More may have been noted meanwhile.
      waiting = waiting.slice(piece.length);
    }
  };
  const flush = () => {
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  };
  const later = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      flush().catch(later);
    }, writtenAfterMs).unref();
  };
  return {
    note: (one) => {
      waiting.push(one);
      later();
    },
    flush,
  };
}
