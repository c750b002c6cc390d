import { createHash } from 'node:crypto';
import { sortedJson } from '../../db/sorted-json.ts';

/** What somebody asks for at a door. `idempotencyKey` is theirs; `ifMatch` the revision they saw, null: not said. */
export interface CommandRequest {
  /** Null opens a case. */
  readonly caseId: string | null;
  readonly type: string;
  /** The matter, proceeding or handoff; null where the command is about the case itself. */
  readonly targetId: string | null;
  readonly occurredOn: string | null;
  readonly data: unknown;
  readonly acknowledged: readonly string[];
  readonly evidence: string | null;
  readonly idempotencyKey: string;
  readonly ifMatch: number | null;
}

/** The command's id: scoped to the person, so that nobody can meet, or guess, another's keys. */
export function commandIdOf(person: string, idempotencyKey: string): string {
  return `c-${createHash('sha256').update(`${person}\0${idempotencyKey}`).digest('hex').slice(0, 40)}`;
}

/**
 * Tells a repeated request from another one under the same key; the order in which a browser sends names, and which revision
 * was seen, are no part of what is asked.
 */
export function requestDigest({ idempotencyKey: _key, ifMatch: _seen, ...asked }: CommandRequest): string {
  return `sha-256:${createHash('sha256').update(sortedJson(asked)).digest('hex')}`;
}
