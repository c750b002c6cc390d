import { randomBytes } from 'node:crypto';
import type { Id } from '../workflows/case-file.ts';
import type { Body, Entry, EntryDraft, Envelope } from '../workflows/journal.ts';
import { hashes } from './keys.ts';

/** An entry ready to be stored. `envelope` and `body` are the exact texts that were hashed and are never serialised again. */
export interface SealedEntry {
  readonly seq: number;
  readonly envelope: string;
  /** Of the envelope's bytes, as `sha-256:hex`. */
  readonly hash: string;
  /** Sixteen random bytes: without them a removed body could be guessed from its digest. */
  readonly salt: Buffer;
  readonly body: string;
}

/** An entry as it lies in the store. A removed body has lost its salt too. */
export interface ChainRow extends Omit<SealedEntry, 'salt' | 'body'> {
  readonly salt: Buffer | null;
  readonly body: string | null;
  readonly removal: Entry['removal'];
}

/** Where a case's journal ends. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** What is wrong with the entry `seq` of a journal. */
export interface ChainProblem {
  readonly seq: number;
  readonly code: keyof typeof chainProblems;
}

/** The sentences for {@link ChainProblem}. */
export const chainProblems = {
  'entry-missing': '条目缺失。 The entry is missing.',
  'entry-misplaced':
    '条目不在其应有的位置（被移动或调换）。 The entry stands in a place that is not its own (moved or exchanged).',
  'envelope-changed': '条目封套被改动。 The envelope was changed.',
  'link-broken':
    '条目与前一条目的哈希不衔接，其中之一被改写。 The entry does not follow from the one before; one of them was rewritten.',
  'body-changed': '条目正文被改动。 The body was changed.',
  'body-missing': '条目正文缺失且无删除记录。 The body is missing and no removal is on record.',
  'removal-unproven': '正文的删除没有对应的条目为证。 No entry proves the removal of the body.',
  'algorithm-unknown': '条目所用哈希算法本程序不支持。 The entry names a hash algorithm this program does not know.',
  'head-differs':
    '卷宗末尾与案件记载的不一致（可能被截断）。 The journal does not end where the case says it does (perhaps cut off).',
} as const;

/**
 * Seals entries in order, each bound to the one before. `previousHash` is the hash of the case's last entry, or
 * {@link genesisHash}. `algorithm` is one of {@link chainHashes}.
 */
export function seal(
  entries: readonly EntryDraft[],
  previousHash: string,
  algorithm = 'sha-256',
): readonly SealedEntry[] {
  const digest = digestOf(algorithm);
  if (digest === null) throw new Error(`no hash named ${algorithm} in this program`);
  let previous = previousHash;
  return entries.map((entry) => {
    const salt = randomBytes(saltBytes);
    const body = JSON.stringify(entry.body);
    const bodyDigest = digest(salted(salt, body));
    const content: StoredEnvelope = { ...entry.envelope, bodyDigest, previousHash: previous, hash: algorithm };
    const envelope = JSON.stringify(content);
    previous = digest(envelope);
    return { seq: entry.envelope.seq, envelope, hash: previous, salt, body };
  });
}

/** What the first entry of a case follows: known to everybody, different for each case. */
export function genesisHash(caseId: Id): string {
  return `sha-256:${hashes['sha-256'](`jiefen journal of case ${caseId}`).toString('hex')}`;
}

/** Gives an entry back as it was drafted, with its place in the chain. */
export function openEntry(row: ChainRow): Entry {
  const { bodyDigest, previousHash, hash: _algorithm, ...envelope } = parseEnvelope(row.envelope);
  // The text was written by `seal` from a Body; `verifyChain` proves that it still is that text.
  const body = row.body === null ? null : (JSON.parse(row.body) as Body);
  return { envelope, body, bodyDigest, previousHash, hash: row.hash, removal: row.removal };
}

/**
 * Everything that is wrong with the journal of a case, by entry; empty when it is whole. `rows` in the order of their
 * numbers. A body removed by the procedure is no problem: its envelope still carries the digest.
 */
export function verifyChain(caseId: Id, rows: readonly ChainRow[], head: ChainHead): readonly ChainProblem[] {
  const problems: ChainProblem[] = [];
  const last = rows.at(-1)?.seq ?? 0;
  /** The hash the next entry must name; null after a fault that was reported already. */
  let previous: string | null = genesisHash(caseId);
  let expected = 1;
  for (const row of rows) {
    for (; expected < row.seq; expected += 1) {
      problems.push({ seq: expected, code: 'entry-missing' });
      previous = null;
    }
    expected = row.seq + 1;
    const code = problemOfEnvelope(row, caseId, previous);
    if (code !== null) problems.push({ seq: row.seq, code });
    else problems.push(...problemOfBody(row, last));
    previous = code === null || code === 'link-broken' ? row.hash : null;
  }
  if (last !== head.seq || (previous !== null && last > 0 && previous !== head.hash)) {
    problems.push({ seq: Math.max(last, head.seq), code: 'head-differs' });
  }
  return problems;
}

/** The hashes a chain may be made with, by the name each envelope carries; SM3 would be one more row. */
export const chainHashes: Readonly<Record<string, (data: Buffer | string) => Buffer>> = {
  'sha-256': hashes['sha-256'],
};

/** The envelope as stored: the entry's own fields, then what binds it. `hash` names the algorithm. */
interface StoredEnvelope extends Envelope {
  readonly bodyDigest: string;
  readonly previousHash: string;
  readonly hash: string;
}

const saltBytes = 16;

function digestOf(algorithm: string): ((data: Buffer | string) => string) | null {
  const hash = chainHashes[algorithm];
  return hash === undefined ? null : (data) => `${algorithm}:${hash(data).toString('hex')}`;
}

function salted(salt: Buffer, body: string): Buffer {
  return Buffer.concat([salt, Buffer.from(body, 'utf8')]);
}

function problemOfEnvelope(row: ChainRow, caseId: Id, previous: string | null): ChainProblem['code'] | null {
  const digest = digestOf(algorithmOf(row.hash));
  if (digest === null) return 'algorithm-unknown';
  if (digest(row.envelope) !== row.hash) return 'envelope-changed';
  const envelope = parseEnvelope(row.envelope);
  if (envelope.seq !== row.seq || envelope.case !== caseId) return 'entry-misplaced';
  return previous !== null && envelope.previousHash !== previous ? 'link-broken' : null;
}

function problemOfBody(row: ChainRow, lastSeq: number): readonly ChainProblem[] {
  const { seq, salt, body, removal } = row;
  if (body === null || salt === null) {
    if (removal === null) return [{ seq, code: 'body-missing' }];
    return removal.by > seq && removal.by <= lastSeq ? [] : [{ seq, code: 'removal-unproven' }];
  }
  const { bodyDigest } = parseEnvelope(row.envelope);
  const digest = digestOf(algorithmOf(bodyDigest));
  if (digest === null) return [{ seq, code: 'algorithm-unknown' }];
  return digest(salted(salt, body)) === bodyDigest ? [] : [{ seq, code: 'body-changed' }];
}

function algorithmOf(digest: string): string {
  return digest.slice(0, digest.indexOf(':'));
}

/** Only texts that `seal` wrote get here: read back from the store, or proved by their hash first. */
function parseEnvelope(text: string): StoredEnvelope {
  return JSON.parse(text) as StoredEnvelope;
}
