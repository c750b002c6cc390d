import { createHmac } from 'node:crypto';
import type { KeyRing } from '../../db/keys.ts';
import { codeFrom } from '../write/query-codes.ts';

/**
 * The query code that a letter carries. It follows from the letter and the server's key, so that a letter sent twice or
 * printed again names the same code, and the code itself is stored nowhere.
 */
export function codeOfLetter(keys: KeyRing, letterId: string): string {
  const digest = createHmac('sha256', keys.queryCodes).update(`query code of letter\n${letterId}`).digest();
  return codeFrom((index) => digest.readUInt16BE(index * 2));
}
