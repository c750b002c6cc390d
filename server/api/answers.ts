import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseMoment, Refusal } from '../../workflows/index.ts';
import { text } from '../../workflows/index.ts';
import { type Problem, ProblemError, problemOfKind } from '../errors.ts';
import { requireViewer } from '../security/index.ts';
import { changesSince, lookAt, refusalView } from '../views/index.ts';
import { actorOf, type Dependencies, momentOf, type Outcome } from '../write/index.ts';
import type { MomentQuery } from './schemas.ts';

const statusOf: Readonly<Record<Refusal['status'], number>> = {
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  acknowledge: 409,
};

/** A refusal of the law as a problem: its own code and words, the articles, what to do instead, the field, the warnings. */
export function refusalProblem(refusal: Refusal): Problem {
  const view = refusalView(refusal);
  const nothing = text('请按提示办理。', 'Please follow the note.');
  return problemOfKind(
    refusal.code,
    { status: statusOf[refusal.status], title: refusal.text, instead: refusal.instead ?? nothing },
    {
      basis: view.basis,
      ...(view.field === null ? {} : { field: view.field }),
      ...(view.warnings.length === 0 ? {} : { warnings: view.warnings }),
    },
  );
}

type Done = Extract<Outcome, { kind: 'done' }>;

/** The outcome of a command when it was done; throws the problem of any other. */
export async function doneOrProblem(
  outcome: Outcome,
  request: FastifyRequest,
  dependencies: Dependencies,
): Promise<Done> {
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'refused':
      throw new ProblemError(refusalProblem(outcome.refusal));
    case 'missing':
      throw new ProblemError('not-found');
    case 'keyReused':
      throw new ProblemError('idempotency-key-reused');
    case 'busy':
      throw new ProblemError('case-busy', { retryAfterSeconds: 1 });
    case 'stale':
      throw new ProblemError('stale-revision', {
        revision: outcome.revision,
        changes: await changesOf(outcome, request, dependencies),
      });
  }
}

/** What changed since the revision that was sent, and who did it, as far as the viewer may know. */
async function changesOf(
  { caseId, target, since }: Extract<Outcome, { kind: 'stale' }>,
  request: FastifyRequest,
  dependencies: Dependencies,
) {
  const look = await lookAt(caseId, actorOf(requireViewer(request)), dependencies, { what: 'changes' });
  if (look === null) return [];
  return changesSince(look, target, since).map(({ seq, label, actor, occurredOn, recordedAt }) => ({
    entry: seq,
    label,
    by: actor.name,
    organisation: actor.organisation?.name ?? null,
    occurredOn,
    recordedAt,
  }));
}

/** The revision of `If-Match: "7"`. Throws when it is missing or no revision. */
export function revisionSeen(request: FastifyRequest): number {
  const sent = request.headers['if-match'];
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(sent ?? '')?.[1];
  if (digits === undefined) throw new ProblemError(sent === undefined ? 'precondition-required' : 'bad-request');
  return Number(digits);
}

/** The caller's `Idempotency-Key`. Throws when it is missing or unusable. */
export function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.trim() === '') throw new ProblemError('idempotency-key-missing');
  if (key.length > 200) throw new ProblemError('bad-request');
  return key;
}

/** The moment a reader asks for; null: now. */
export function momentAsked({ asOf, knownAt }: MomentQuery): CaseMoment | null {
  if (asOf === undefined && knownAt === undefined) return null;
  try {
    const on = asOf === undefined ? null : Temporal.PlainDate.from(asOf).toString();
    return { on, knownAt: knownAt === undefined ? null : momentOf(Temporal.Instant.from(knownAt)) };
  } catch {
    throw new ProblemError('invalid-input', {
      detail: text('asOf 或 knownAt 不是有效的日期或时间。', 'asOf or knownAt is no valid date or moment.'),
    });
  }
}

/**
 * Sends what a viewer sees, with an ETag made of exactly that: two viewers' tags say nothing of what the other sees, and
 * a change that a viewer may not know of does not change its tag. Times of day left out of the tag keep it stable.
 */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, view: object) {
  const json = JSON.stringify(view);
  const tag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(json);
}
