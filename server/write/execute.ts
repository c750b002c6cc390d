import type { StoredAnswer } from '../../db/store.ts';
import {
  blankCaseFile,
  type CaseFile,
  type CommandDefinition,
  commands,
  type Given,
  isRefusal,
  knows,
  type Refusal,
  refuse,
  type Target,
  text,
} from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import { mayKnowTarget, revisionOf } from '../views/visibility.ts';
import { noteHidden, requireReason } from './case-reason.ts';
import type { Dependencies } from './dependencies.ts';
import { actorOf, givenFor } from './given.ts';
import { type Answer, attempts, giveUpNumbers, perform, rehearseAct } from './perform.ts';
import { newQueryCode } from './query-codes.ts';
import { type CommandRequest, commandIdOf, requestDigest } from './request.ts';
import { mayEverGive } from './roles.ts';
import { reportCommand } from './settle.ts';
import { tellAfter } from './tell-others.ts';
import { unknownUpload } from './uploads.ts';

/** What became of a request. Only `done` changed anything. */
export type Outcome =
  | (Answer & {
      readonly kind: 'done';
      /** A query code just issued: shown now and never again. */
      readonly queryCode: string | null;
      /** Whether this is the stored answer of an earlier, equal request. */
      readonly repeated: boolean;
    })
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Somebody changed the thing since it was read; `since` is the revision that was sent. */
  | {
      readonly kind: 'stale';
      readonly caseId: string;
      readonly target: Target;
      readonly since: number;
      readonly revision: number;
    }
  /** No such command, case or target, or none that this viewer may know of. */
  | { readonly kind: 'missing' }
  /** The idempotency key was used for another request. */
  | { readonly kind: 'keyReused' }
  /** Others were faster, several times. */
  | { readonly kind: 'busy' };

/**
 * The one write path: every command of every door goes through here. Nothing is written unless the outcome is `done`,
 * which is durable then. Rejects with `StoreBusy` or `StorageFull` as the store does, and with the problem `reason-needed`
 * when a centre's head acts in a case that was not opened with a reason.
 */
export function execute(request: CommandRequest, viewer: Viewer, dependencies: Dependencies): Promise<Outcome> {
  return dependencies.store.inTurn(async () => {
    const outcome = await executeNow(request, viewer, dependencies);
    const kind = outcome.kind === 'done' && outcome.repeated ? 'repeated' : outcome.kind;
    reportCommand(request.type, kind, outcome.kind === 'refused' ? outcome.refusal : null);
    return outcome;
  });
}

async function executeNow(request: CommandRequest, viewer: Viewer, dependencies: Dependencies): Promise<Outcome> {
  const work = await workOf(request, viewer, dependencies);
  if (work.kind !== 'work') return work;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await attemptOnce(work);
    if (outcome === 'conflict') continue;
    if (outcome.kind === 'done') return outcome;
    // The same form, sent twice, may have been done since `workOf` looked: then it is not impossible, but done.
    const stored = await dependencies.store.answered(viewer.accountId, work.commandId);
    return stored === null ? outcome : answerAgain(stored, work.digest);
  }
  await giveUpNumbers(commandOf(work, { kind: work.definition.target, id: '' }), 'case-busy', dependencies);
  return { kind: 'busy' };
}

/** What would become of a request now. */
export type Rehearsed =
  | { readonly kind: 'possible'; readonly revision: number }
  /** Also when there are only warnings to acknowledge. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly revision: number | null }
  | { readonly kind: 'missing' }
  /** It was given before. */
  | { readonly kind: 'done' };

/** Asks what would become of a command, by every check of {@link execute}; writes, reserves and notes nothing of it. */
export async function rehearse(
  request: CommandRequest,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<Rehearsed> {
  const work = await workOf({ ...request, ifMatch: null }, viewer, dependencies);
  if (work.kind === 'refused') return { ...work, revision: null };
  const standing = work.kind === 'work' ? await standingOf(work) : work;
  if (standing.kind === 'done') return { kind: 'done' };
  if (standing.kind !== 'standing' || work.kind !== 'work') return { kind: 'missing' };
  const { caseFile, given, target } = standing;
  const act = { command: commandOf(work, target), queryCode: '', hearsOfClashes: true as const };
  const { decision } = await rehearseAct(caseFile, act, given, dependencies);
  const revision = revisionOf(caseFile, target);
  return isRefusal(decision) ? { kind: 'refused', refusal: decision, revision } : { kind: 'possible', revision };
}

/** A request with its command; or what can be answered before any case is loaded. */
async function workOf(request: CommandRequest, viewer: Viewer, dependencies: Dependencies): Promise<Work | Outcome> {
  const definition = Object.hasOwn(commands, request.type) ? commands[request.type] : undefined;
  if (definition === undefined || definition.relation === 'system') return { kind: 'missing' };
  const commandId = commandIdOf(viewer.accountId, request.idempotencyKey);
  const digest = requestDigest(request);
  const stored = await dependencies.store.answered(viewer.accountId, commandId);
  if (stored !== null) return answerAgain(stored, digest);
  if (!mayEverGive(definition, viewer.roles)) return { kind: 'refused', refusal: notYourRole };
  if ((request.caseId === null) !== (definition.relation === 'newcomer')) return { kind: 'missing' };
  const unknown = await unknownUpload(definition, request.data, viewer, dependencies);
  if (unknown !== null) return { kind: 'refused', refusal: unknown };
  const caseId = request.caseId ?? dependencies.ids();
  return { kind: 'work', request, definition, viewer, dependencies, caseId, commandId, digest };
}

interface Work {
  readonly kind: 'work';
  readonly request: CommandRequest;
  readonly definition: CommandDefinition;
  readonly viewer: Viewer;
  readonly dependencies: Dependencies;
  readonly caseId: string;
  readonly commandId: string;
  readonly digest: string;
}

/** The case and the thing in it that a request is about, as they stand now. */
interface Standing {
  readonly kind: 'standing';
  readonly caseFile: CaseFile;
  readonly given: Given;
  readonly target: Target;
}

/** Loads what a request is about; or says that it is not there, not the viewer's to know, or not as it was read. */
async function standingOf({ request, definition, viewer, dependencies, caseId }: Work): Promise<Standing | Outcome> {
  const given = await givenFor(actorOf(viewer), dependencies);
  const isNew = request.caseId === null;
  const caseFile = isNew ? blankCaseFile(caseId) : await dependencies.store.load(caseId);
  if (caseFile === null) return { kind: 'missing' };
  if (!isNew && !knows(caseFile, given.actor)) {
    noteHidden(given.actor, caseId, dependencies);
    return { kind: 'missing' };
  }
  if (!isNew) await requireReason(given.actor, caseId, dependencies);
  const target: Target = {
    kind: definition.target,
    id: definition.target === 'case' ? caseId : (request.targetId ?? ''),
  };
  if (!isNew && !mayKnowTarget(caseFile, target, given)) return { kind: 'missing' };
  const revision = revisionOf(caseFile, target);
  if (request.ifMatch !== null && request.ifMatch !== revision) {
    return { kind: 'stale', caseId, target, since: request.ifMatch, revision };
  }
  return { kind: 'standing', caseFile, given, target };
}

async function attemptOnce(work: Work): Promise<Outcome | 'conflict'> {
  const { definition, viewer, dependencies, digest } = work;
  const standing = await standingOf(work);
  if (standing.kind !== 'standing') return standing;
  const { caseFile, given, target } = standing;
  const issues = definition.needs.includes('queryCode');
  const queryCode = issues ? newQueryCode() : '';
  const act = {
    command: commandOf(work, target),
    person: viewer.accountId,
    digest,
    queryCode,
    hearsOfClashes: true as const,
  };
  const performed = await perform(caseFile, act, given, dependencies);
  if (performed.kind === 'conflict') return 'conflict';
  if (performed.kind === 'duplicate') return answerAgain(performed.stored, digest);
  if (performed.kind === 'refused') return performed;
  await tellAfter(caseFile, performed.after, dependencies);
  return { kind: 'done', ...performed.answer, queryCode: issues ? queryCode : null, repeated: false };
}

function commandOf({ request, commandId }: Work, target: Target) {
  const { type, occurredOn, data, acknowledged, evidence } = request;
  return { id: commandId, type, target, occurredOn, data, acknowledged, evidence };
}

function answerAgain({ requestDigest: known, answer }: StoredAnswer, digest: string): Outcome {
  if (known !== digest) return { kind: 'keyReused' };
  const { caseId, code, version, entries } = answer;
  return {
    kind: 'done',
    caseId: String(caseId),
    code: String(code),
    version: Number(version),
    entries: Array.isArray(entries) ? entries.map(Number) : [],
    queryCode: null,
    repeated: true,
  };
}

const notYourRole = refuse('not-allowed', text('您的岗位不办理这项操作。', 'Your role does not give this command.'), {
  status: 'forbidden',
  instead: text('请由承办机构的相应岗位办理。', 'The proper role at the responsible organisation can.'),
});
