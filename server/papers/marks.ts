import { createHmac } from 'node:crypto';
import { keyedHash } from '../../db/keys.ts';
import type { Paper } from '../../db/papers.ts';
import type { Dependencies } from '../write/index.ts';

/** Letters and digits that nobody confuses; a power of two of them, so that bits fall evenly. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 24;
const pattern = /\/papers\/([2-9A-HJ-NP-Z]{24})(?![0-9A-Za-z])/;

/**
 * The mark of a paper that is printed now: made with the server's key, the same whenever the same paper is printed, unless its
 * proceeding's marks were revoked. It names nothing, and opens nothing to who is not signed in.
 */
export async function printMark(
  paper: Paper,
  { papers, keys }: Pick<Dependencies, 'papers' | 'keys'>,
): Promise<string> {
  const generation = await papers.generation(paper);
  const { caseId, proceeding, document, thing } = paper;
  const said = `paper\0${caseId}\0${proceeding}\0${document}\0${thing ?? ''}\0${generation}`;
  const bytes = createHmac('sha256', keys.queryCodes).update(said).digest();
  const mark = Array.from(bytes.subarray(0, length), (byte) => alphabet[byte & 31]).join('');
  await papers.keep(markHash(mark, keys), paper, generation);
  return mark;
}

/** The paper of a mark; null when it is malformed, unknown or revoked: these are not told apart. */
export function paperOf(mark: string, { papers, keys }: Pick<Dependencies, 'papers' | 'keys'>): Promise<Paper | null> {
  return papers.find(markHash(mark, keys));
}

/** Where the upload form of a paper stands: what its QR code says. */
export function markAddress(publicUrl: string, mark: string): string {
  return `${publicUrl}/papers/${mark}`;
}

/** The mark in what a QR code said, whatever the address before it: a house may have moved since it was printed. */
export function markIn(said: string): string | null {
  return pattern.exec(said)?.[1] ?? null;
}

function markHash(mark: string, { queryCodes }: Dependencies['keys']): string {
  return keyedHash(queryCodes, `paper mark\n${mark}`);
}
