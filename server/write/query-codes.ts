import { randomInt } from 'node:crypto';
import { type KeyRing, keyedHash } from '../../db/keys.ts';
import type { Store } from '../../db/store.ts';
import { type CaseFile, codeStands, type Id } from '../../workflows/index.ts';

/** Thirty letters and digits that nobody confuses on paper or at the telephone. */
const alphabet = '23456789ABCDEFGHJKMNPQRTUVWXYZ';
const length = 12;

/** A fresh query code of a party. Shown once; only {@link queryCodeHash} of it is kept. */
export function newQueryCode(): string {
  return codeFrom(() => randomInt(alphabet.length));
}

/** A code out of numbers, one per character; they should be evenly spread over far more than the alphabet, or over it exactly. */
export function codeFrom(number: (index: number) => number): string {
  return Array.from({ length }, (_, index) => alphabet[number(index) % alphabet.length]).join('');
}

/** The keyed hash of a code as people type it: in any case and width, with spaces or hyphens between. */
export function queryCodeHash(keys: KeyRing, code: string): string {
  return keyedHash(keys.queryCodes, normalised(code));
}

/** The case and the party that a code opens, by its keyed hash; null when it was replaced, ended, or never was one. */
export async function openedByCode(
  hash: string,
  { store }: { readonly store: Pick<Store, 'loadByQueryCode'> },
): Promise<{ readonly caseFile: CaseFile; readonly party: Id } | null> {
  const found = await store.loadByQueryCode(hash);
  return found !== null && codeStands(found.caseFile, found.party) ? found : null;
}

/** The status page with a code to be filled in: behind `#`, so that it is sent to no server and stands in no log. */
export function statusLink(publicUrl: string, code: string): string {
  return `${publicUrl}/status#${printedQueryCode(code)}`;
}

/** The code in groups of four, as it is printed. */
export function printedQueryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

function normalised(code: string): string {
  return code
    .normalize('NFKC')
    .replaceAll(/[\s\-‐-―－]/g, '')
    .toUpperCase();
}
