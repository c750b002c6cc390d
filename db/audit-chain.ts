import { randomBytes } from 'node:crypto';
import type { AuditDraft, AuditRecord } from './audit.ts';
import { type ChainHead, chainHashes } from './journal-chain.ts';
import { hashes } from './keys.ts';

/** A record ready to be stored; `envelope` is the exact text that was hashed and is never serialised again. */
export interface SealedRecord {
  readonly seq: number;
  readonly envelope: string;
  readonly hash: string;
  readonly reason: { readonly salt: Buffer; readonly text: string } | null;
}

/** A record as it lies in the store. */
export interface AuditRow {
  readonly seq: number;
  readonly envelope: string;
  readonly hash: string;
  readonly salt: Buffer | null;
  readonly reason: string | null;
}

/** What is wrong with the record `seq`. */
export interface AuditProblem {
  readonly seq: number;
  readonly code: keyof typeof auditProblems;
}

/** The sentences for {@link AuditProblem}. */
export const auditProblems = {
  'record-missing': '审计记录缺失。 The record is missing.',
  'record-changed': '审计记录被改动。 The record was changed.',
  'record-misplaced': '审计记录不在其应有的位置。 The record stands in a place that is not its own.',
  'link-broken': '审计记录与前一条的哈希不衔接。 The record does not follow from the one before.',
  'reason-changed': '审计记录的理由被改动或缺失。 The reason of the record was changed or is missing.',
  'algorithm-unknown': '所用哈希算法本程序不支持。 The record names a hash algorithm this program does not know.',
  'head-differs': '审计链末尾与记载不一致（可能被截断）。 The chain does not end where it should (perhaps cut off).',
} as const;

/** What the first record follows. */
export const auditGenesis = `sha-256:${hashes['sha-256']('jiefen audit').toString('hex')}`;

/** Seals records in order onto the end of the chain. */
export function sealRecords(drafts: readonly AuditDraft[], head: ChainHead): readonly SealedRecord[] {
  let { seq, hash: previousHash } = head;
  return drafts.map(({ reason, ...draft }) => {
    seq += 1;
    const text = reason?.trim() ?? '';
    const bound = text === '' ? null : { salt: randomBytes(16), text };
    const content: Envelope = {
      seq,
      kind: draft.kind,
      at: draft.at,
      person: draft.person,
      account: draft.account ?? null,
      caseId: draft.caseId ?? null,
      thing: draft.thing ?? null,
      details: draft.details ?? {},
      reasonDigest: bound === null ? null : digestWith('sha-256', salted(bound.salt, bound.text)),
      previousHash,
      algorithm: 'sha-256',
    };
    const envelope = JSON.stringify(content);
    const hash = digestWith('sha-256', envelope) ?? '';
    previousHash = hash;
    return { seq, envelope, hash, reason: bound };
  });
}

/** A stored record as it is read. */
export function openRecord({ envelope, hash, reason }: AuditRow): AuditRecord {
  const { reasonDigest: _digest, algorithm: _algorithm, ...record } = parse(envelope);
  return { ...record, reason, hash };
}

/**
 * Checks records as they come, in the order of their numbers, so that a long chain need not be held at once: give each to
 * `next`, then call `end` with the stored head.
 */
export function auditVerifier() {
  let expected = 1;
  let previous: string | null = auditGenesis;
  const problems: AuditProblem[] = [];
  return {
    next: (row: AuditRow): void => {
      if (row.seq > expected) {
        problems.push({ seq: expected, code: 'record-missing' });
        previous = null;
      }
      expected = row.seq + 1;
      const code = problemOf(row, previous);
      if (code !== null) problems.push({ seq: row.seq, code });
      previous = code === null || code === 'link-broken' || code === 'reason-changed' ? row.hash : null;
    },
    end: (head: ChainHead): readonly AuditProblem[] => {
      const last = expected - 1;
      const differs = last !== head.seq || (last > 0 && previous !== null && previous !== head.hash);
      return differs ? [...problems, { seq: Math.max(last, head.seq), code: 'head-differs' as const }] : problems;
    },
  };
}

interface Envelope extends Omit<AuditRecord, 'hash' | 'reason'> {
  readonly reasonDigest: string | null;
  readonly algorithm: string;
}

function problemOf(row: AuditRow, previous: string | null): AuditProblem['code'] | null {
  const digest = digestWith(row.hash.slice(0, row.hash.indexOf(':')), row.envelope);
  if (digest === null) return 'algorithm-unknown';
  if (digest !== row.hash) return 'record-changed';
  const envelope = parse(row.envelope);
  if (envelope.seq !== row.seq) return 'record-misplaced';
  if (previous !== null && envelope.previousHash !== previous) return 'link-broken';
  return reasonHolds(row, envelope.reasonDigest) ? null : 'reason-changed';
}

function reasonHolds({ salt, reason }: AuditRow, digest: string | null): boolean {
  if (digest === null || salt === null || reason === null) return digest === null && reason === null;
  return digestWith(digest.slice(0, digest.indexOf(':')), salted(salt, reason)) === digest;
}

function digestWith(algorithm: string, data: Buffer | string): string | null {
  const hash = chainHashes[algorithm];
  return hash === undefined ? null : `${algorithm}:${hash(data).toString('hex')}`;
}

function salted(salt: Buffer, text: string): Buffer {
  return Buffer.concat([salt, Buffer.from(text, 'utf8')]);
}

/** Only texts that `sealRecords` wrote get here: read back from the store, or proved by their hash first. */
function parse(text: string): Envelope {
  return JSON.parse(text) as Envelope;
}
