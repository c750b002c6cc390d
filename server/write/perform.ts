import { channel } from 'node:diagnostics_channel';
import { type Commit, CommitInvalid, type CommitResult, type StoredAnswer } from '../../db/store.ts';
import {
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
  lettersOf,
  type Refusal,
} from '../../workflows/index.ts';
import { clashesWith } from './clashes.ts';
import type { Dependencies } from './dependencies.ts';
import { numberRequest, registerOf } from './numbers.ts';
import { queryCodeHash } from './query-codes.ts';
import { newFindings, otherCase } from './related.ts';

/** A command with what its commit needs beside it. */
export interface Act {
  readonly command: Command;
  /** Under whose name the answer is stored. */
  readonly person: string;
  readonly digest: string;
  /** A fresh query code, for the command that issues one. */
  readonly queryCode: string;
  /** Whether somebody is there to be told of meetings at the same time; absent: nobody is. */
  readonly hearsOfClashes?: true;
}

/** What a repeated request is answered with; holds nothing of what the case says. */
export interface Answer {
  readonly caseId: string;
  readonly code: string;
  readonly version: number;
  readonly entries: readonly number[];
}

export type Performed =
  | { readonly kind: 'done'; readonly after: CaseFile; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate'; readonly stored: StoredAnswer };

/** How often a decision is made anew when somebody else committed first. */
export const attempts = 4;

type Memory = Pick<Dependencies, 'store' | 'keys'>;

/** Looks up what a command needs, decides it, and commits what was decided. Who may is judged by `decide` and before. */
export async function perform(caseFile: CaseFile, act: Act, given: Given, memory: Memory): Promise<Performed> {
  const decision = await decideWithNeeds(caseFile, act, given, memory);
  if (isRefusal(decision)) {
    await giveUpNumbers(act.command, decision.code, memory);
    return { kind: 'refused', refusal: decision };
  }
  const { before, after, entries, persons, queryCodes } = decision;
  const answer: Answer = {
    caseId: after.id,
    code: after.header.code,
    version: after.version,
    entries: entries.map(({ envelope }) => envelope.seq),
  };
  const result = await commitOrConflict(memory, {
    commandId: act.command.id,
    person: act.person,
    requestDigest: act.digest,
    before,
    after,
    entries,
    persons,
    queryCodes,
    derived: derive(after, given.calendar, given.reference),
    letters: lettersOf(decision, given),
    answer: { ...answer },
  });
  if (result.kind !== 'committed') return result;
  if (changedChannel.hasSubscribers) changedChannel.publish(after.id);
  return { kind: 'done', after, answer };
}

/** Where the id of each case that this process changed is published; nobody depends on it for what is true. */
export const changedChannel = channel('jiefen:changed');

/** Keeps the gap in the register with its reason when a command that had a number came to nothing. */
export async function giveUpNumbers({ type, id }: Command, reason: string, { store }: Memory): Promise<void> {
  if (numberKinds(commands[type]).length > 0) await store.voidNumber(id, reason);
}

/** A decision that nothing follows from, and what was looked up for it. */
interface Rehearsal {
  readonly decision: Decision | Refusal;
  readonly found: Found;
}

/**
 * Decides with stand-ins for what would have to be reserved, and again with the other cases that what would then stand is
 * like. Nothing is reserved or written.
 */
export async function rehearseAct(
  caseFile: CaseFile,
  { command, queryCode, hearsOfClashes }: Pick<Act, 'command' | 'queryCode' | 'hearsOfClashes'>,
  given: Given,
  memory: Memory,
): Promise<Rehearsal> {
  const definition = commands[command.type];
  if (definition === undefined) throw new Error(`unknown command ${command.type}`);
  const { needs } = definition;
  const found: Found = {
    ...(needs.includes('journal') ? { journal: await memory.store.reads.journal(caseFile.id) } : {}),
    ...(needs.includes('queryCode') ? { queryCodeHash: queryCodeHash(memory.keys, queryCode) } : {}),
    ...(needs.includes('otherCase') ? { otherCase: await otherCase(command.data, given.actor, memory.store) } : {}),
    ...(hearsOfClashes && needs.includes('clashes')
      ? { clashes: await clashesWith(caseFile, command, given, memory.store) }
      : {}),
  };
  const kinds = numberKinds(definition);
  const standIns = Object.fromEntries(kinds.map((kind) => [kind, '待编号']));
  const withStandIns = kinds.length === 0 ? found : { ...found, numbers: standIns };
  const first = decide(caseFile, command, { ...given, found: withStandIns });
  const related =
    isRefusal(first) || !needs.includes('relatedCases') ? [] : await newFindings(first, given.actor, memory.store);
  if (related.length === 0) return { decision: first, found };
  return {
    decision: decide(caseFile, command, { ...given, found: { ...withStandIns, related } }),
    found: { ...found, related },
  };
}

/** Rehearses, so that a form with a mistake uses up no official number; what stands gets its number and is decided with it. */
async function decideWithNeeds(
  caseFile: CaseFile,
  act: Act,
  given: Given,
  memory: Memory,
): Promise<Decision | Refusal> {
  const { command } = act;
  const { decision, found } = await rehearseAct(caseFile, act, given, memory);
  const definition = commands[command.type];
  const kinds = numberKinds(definition);
  if (isRefusal(decision) || kinds.length === 0 || definition === undefined) return decision;
  const context = contextOf(caseFile, definition, command.target, given);
  const register = context === null ? (given.actor.organisation ?? '') : registerOf(context);
  const numbers: Record<string, string> = {};
  for (const kind of kinds) {
    numbers[kind] = await memory.store.reserveNumber(numberRequest(kind, command.id, register, given));
  }
  return decide(caseFile, command, { ...given, found: { ...found, numbers } });
}

function numberKinds(definition: CommandDefinition | undefined): readonly string[] {
  return (definition?.needs ?? []).flatMap((need) =>
    need.startsWith('number:') ? [need.slice('number:'.length)] : [],
  );
}

/** Two commands may race for the one open handoff of a proceeding: the loser decides again and is then refused in words. */
async function commitOrConflict({ store }: Memory, commit: Commit): Promise<CommitResult> {
  try {
    return await store.commit(commit);
  } catch (error) {
    if (error instanceof CommitInvalid && error.code === 'open-handoff-exists') return { kind: 'conflict' };
    throw error;
  }
}
