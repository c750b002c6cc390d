import { CommitInvalid, type CommitResult, type StoredAnswer } from '../../db/store.ts';
import {
  blankCaseFile,
  type CaseFile,
  type Command,
  type CommandDefinition,
  commands,
  contextOf,
  type Decision,
  decide,
  derive,
  type Found,
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
import type { Dependencies } from './dependencies.ts';
import { actorOf, givenFor } from './given.ts';
import { numberRequest, registerOf } from './numbers.ts';
import { newQueryCode, queryCodeHash } from './query-codes.ts';
import { type CommandRequest, commandIdOf, requestDigest } from './request.ts';
import { mayEverGive } from './roles.ts';
import { unknownUpload } from './uploads.ts';

/** What became of a request. Only `done` changed anything. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly caseId: string;
      readonly code: string;
      /** The case's version after the command: the new revision of whatever it changed. */
      readonly version: number;
      /** Numbers of the entries it wrote. */
      readonly entries: readonly number[];
      /** A query code just issued: shown now and never again. */
      readonly queryCode: string | null;
      /** Whether this is the stored answer of an earlier, equal request. */
      readonly repeated: boolean;
    }
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

/** How often a decision is made anew when somebody else committed first. */
const attempts = 4;

/**
 * The one write path: every command of every door and job goes through here. Nothing is written unless the outcome is
 * `done`, which is durable then. Rejects with `StoreBusy` or `StorageFull` as the store does.
 */
export async function execute(request: CommandRequest, viewer: Viewer, dependencies: Dependencies): Promise<Outcome> {
  const definition = commands[request.type];
  if (definition === undefined || definition.relation === 'system') return { kind: 'missing' };
  const commandId = commandIdOf(viewer.accountId, request.idempotencyKey);
  const digest = requestDigest(request);
  const stored = await dependencies.store.answered(viewer.accountId, commandId);
  if (stored !== null) return answerAgain(stored, digest);
  if (!mayEverGive(definition, viewer.roles)) return { kind: 'refused', refusal: notYourRole };
  const caseId = request.caseId ?? dependencies.ids();
  if ((request.caseId === null) !== (definition.relation === 'newcomer')) return { kind: 'missing' };
  const unknown = await unknownUpload(definition, request.data, viewer, dependencies);
  if (unknown !== null) return { kind: 'refused', refusal: unknown };
  const work: Work = {
    request,
    definition,
    viewer,
    dependencies,
    caseId,
    commandId,
    digest,
    queryCode: newQueryCode(),
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await attemptOnce(work);
    if (outcome !== 'conflict') return outcome;
  }
  await giveUpNumbers(work, 'case-busy');
  return { kind: 'busy' };
}

interface Work {
  readonly request: CommandRequest;
  readonly definition: CommandDefinition;
  readonly viewer: Viewer;
  readonly dependencies: Dependencies;
  readonly caseId: string;
  readonly commandId: string;
  readonly digest: string;
  readonly queryCode: string;
}

async function attemptOnce(work: Work): Promise<Outcome | 'conflict'> {
  const { request, definition, viewer, dependencies, caseId } = work;
  const given = await givenFor(actorOf(viewer), dependencies);
  const caseFile = request.caseId === null ? blankCaseFile(caseId) : await dependencies.store.load(caseId);
  if (caseFile === null || (request.caseId !== null && !knows(caseFile, given.actor))) return { kind: 'missing' };
  const target: Target = {
    kind: definition.target,
    id: definition.target === 'case' ? caseId : (request.targetId ?? ''),
  };
  if (request.caseId !== null && !mayKnowTarget(caseFile, target, given)) return { kind: 'missing' };
  const revision = revisionOf(caseFile, target);
  if (request.ifMatch !== null && request.ifMatch !== revision) {
    return { kind: 'stale', caseId, target, since: request.ifMatch, revision };
  }
  const decision = await decideWithNeeds(work, caseFile, target, given);
  if (isRefusal(decision)) {
    await giveUpNumbers(work, decision.code);
    return { kind: 'refused', refusal: decision };
  }
  return commitDecision(work, decision, given);
}

/**
 * Decides first with stand-ins for what would have to be reserved, so that a form with a mistake uses up no official
 * number; only a command that stands gets its number, and is decided again with it.
 */
async function decideWithNeeds(
  work: Work,
  caseFile: CaseFile,
  target: Target,
  given: Given,
): Promise<Decision | Refusal> {
  const { request, definition, commandId, dependencies } = work;
  const { type, occurredOn, data, acknowledged, evidence } = request;
  const command: Command = { id: commandId, type, target, occurredOn, data, acknowledged, evidence };
  const found: Found = {
    ...(definition.needs.includes('journal') ? { journal: await dependencies.store.reads.journal(caseFile.id) } : {}),
    ...(definition.needs.includes('queryCode')
      ? { queryCodeHash: queryCodeHash(dependencies.keys, work.queryCode) }
      : {}),
  };
  const kinds = definition.needs.flatMap((need) => (need.startsWith('number:') ? [need.slice('number:'.length)] : []));
  const standIns = Object.fromEntries(kinds.map((kind) => [kind, '待编号']));
  const rehearsal = decide(caseFile, command, { ...given, found: { ...found, numbers: standIns } });
  if (isRefusal(rehearsal) || kinds.length === 0) return rehearsal;
  const context = contextOf(caseFile, definition, target, given);
  const numbers: Record<string, string> = {};
  for (const kind of kinds) {
    const register = context === null ? (given.actor.organisation ?? '') : registerOf(context);
    numbers[kind] = await dependencies.store.reserveNumber(numberRequest(kind, commandId, register, given));
  }
  return decide(caseFile, command, { ...given, found: { ...found, numbers } });
}

async function commitDecision(work: Work, decision: Decision, given: Given): Promise<Outcome | 'conflict'> {
  const { definition, dependencies, viewer, commandId, digest, caseId, queryCode } = work;
  const { before, after, entries, persons, queryCodes } = decision;
  const answer = {
    caseId,
    code: after.header.code,
    version: after.version,
    entries: entries.map(({ envelope }) => envelope.seq),
  };
  const result = await commitOrConflict(dependencies, {
    commandId,
    person: viewer.accountId,
    requestDigest: digest,
    before,
    after,
    entries,
    persons,
    queryCodes,
    derived: derive(after, given.calendar, given.reference),
    answer,
  });
  if (result.kind === 'conflict') return 'conflict';
  if (result.kind === 'duplicate') return answerAgain(result.stored, digest);
  const issued = definition.needs.includes('queryCode') ? queryCode : null;
  return { kind: 'done', ...answer, queryCode: issued, repeated: false };
}

/** Two commands may race for the one open handoff of a proceeding: the loser decides again and is then refused in words. */
async function commitOrConflict(
  { store }: Dependencies,
  commit: Parameters<Dependencies['store']['commit']>[0],
): Promise<CommitResult> {
  try {
    return await store.commit(commit);
  } catch (error) {
    if (error instanceof CommitInvalid && error.code === 'open-handoff-exists') return { kind: 'conflict' };
    throw error;
  }
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

async function giveUpNumbers({ definition, commandId, dependencies }: Work, reason: string): Promise<void> {
  if (definition.needs.some((need) => need.startsWith('number:'))) {
    await dependencies.store.voidNumber(commandId, reason);
  }
}

const notYourRole = refuse('not-allowed', text('您的岗位不办理这项操作。', 'Your role does not give this command.'), {
  status: 'forbidden',
  instead: text('请由承办机构的相应岗位办理。', 'The proper role at the responsible organisation can.'),
});
