/** Chance out of a seed: the same seed draws the same. Nothing of it is secret or random. */
export interface Chance {
  /** A number from 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly happens: (share: number) => boolean;
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** A key of a table of weights, by its weight. */
  readonly byWeight: <K extends string>(weights: Readonly<Record<K, number>>) => K;
}

/** Draws of one seed. Seeds that differ in one letter draw quite differently, so every case can have a seed of its own. */
export function chanceOf(seed: string): Chance {
  const next = mulberry32(hashOf(seed));
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    happens: (share) => next() < share,
    oneOf: (list) => list[between(0, list.length - 1)]!,
    byWeight: (weights) => drawn(weights, next()),
  };
}

function drawn<K extends string>(weights: Readonly<Record<K, number>>, at: number): K {
  // The keys of a record are its keys; Object.entries forgets that.
  const rows = Object.entries(weights) as [K, number][];
  let left = at * rows.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of rows) {
    left -= weight;
    if (left < 0) return key;
  }
  return rows.at(-1)![0];
}

/** FNV-1a, 32 bits. */
function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The generator known as Mulberry32: one word of state, evenly spread, fast. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
