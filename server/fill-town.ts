import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Commit, CommitResult, NumberRequest, Store } from '../db/store.ts';
import { commandOf } from '../seeds/stories/tell.ts';
import type { CourseStep, Life, Town } from '../seeds/town/index.ts';
import { blankCaseFile, type CaseFile, type Given, type Reference } from '../workflows/index.ts';
import { type Dependencies, givenIn, newQueryCode, numberRequest, perform, referenceOf } from './write/index.ts';

/** A step that `decide` did not take: a mistake in the course of that case, which stays as it was before. */
export interface RefusedStep {
  readonly caseId: string;
  readonly at: string;
  readonly command: string;
  /** Code and sentence of the refusal. */
  readonly why: string;
}

/** How far a town is. */
export interface Progress {
  /** Cases told, those of earlier runs included. */
  readonly told: number;
  readonly size: number;
  /** Cases and commands of this run, and what it has taken so far. */
  readonly toldNow: number;
  readonly commandsNow: number;
  readonly seconds: number;
}

export interface FilledTown extends Progress {
  readonly refused: readonly RefusedStep[];
}

export interface FillOptions {
  /** Told after every case. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops between two cases; what was told stays, and the next run goes on. */
  readonly signal?: AbortSignal;
}

/** How many cases may be on their way to the disk while further ones are decided. */
const casesUnderWay = 16;

/**
 * Tells the cases of a town one after another, through `decide` like everybody's. A case is decided whole and then committed
 * command by command, in groups with others; its letters are not sent, for their time has passed. Goes on where an earlier run stopped.
 * Rejects when the store does; what was told until then stays.
 */
export async function fillTown(town: Town, dependencies: Dependencies, options: FillOptions = {}): Promise<FilledTown> {
  const { onProgress, signal } = options;
  const begun = performance.now();
  const first = await firstUntold(town, dependencies.store);
  const reference = await referenceOf(dependencies);
  const refused: RefusedStep[] = [];
  const failures: unknown[] = [];
  const underWay = new Map<Promise<void>, number | null>();
  let told = first;
  let toldNow = 0;
  let commandsNow = 0;
  const progress = (): Progress => ({
    told,
    size: town.size,
    toldNow,
    commandsNow,
    seconds: (performance.now() - begun) / 1000,
  });
  const teller = tellerOf(reference, dependencies);
  for (let index = first; index < town.size && signal?.aborted !== true; index += 1) {
    if (failures.length > 0) break;
    const life = town.life(index);
    // What the radar finds must not depend on how fast the disk is.
    const before = [...underWay].filter(([, series]) => series !== null && series === life.series);
    await Promise.allSettled(before.map(([written]) => written));
    while (underWay.size >= casesUnderWay) await Promise.race([...underWay.keys()].map((one) => one.catch(() => {})));
    if (index + 1 < town.size) teller.numbersAhead(town.life(index + 1));
    const telling = await teller.tell(life);
    refused.push(...telling.refused);
    commandsNow += telling.kept.length;
    const written: Promise<void> = teller
      .write(life, telling)
      .then((more) => {
        refused.push(...more);
      })
      .finally(() => underWay.delete(written));
    written.catch((error: unknown) => failures.push(error));
    underWay.set(written, life.series);
    told = index + 1;
    if (telling.kept.length > 0) toldNow += 1;
    onProgress?.(progress());
  }
  await Promise.allSettled(underWay.keys());
  if (failures.length > 0) throw failures[0];
  return { ...progress(), refused };
}

/** The first case that is not wholly told: cases are told in order, so what is there is found by halving. */
async function firstUntold(town: Town, store: Store): Promise<number> {
  let least = 0;
  let most = town.size;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if ((await store.load(caseIdOf(town.life(middle)))) === null) most = middle;
    else least = middle + 1;
  }
  // Cases that were on their way when a run ended may be incomplete; telling a whole one again changes nothing.
  return Math.max(0, least - casesUnderWay);
}

const caseIdOf = ({ id }: Pick<Life, 'id'>) => `story-${id}`;

interface Telling {
  readonly refused: readonly RefusedStep[];
  /** What was decided, to be committed in this order. */
  readonly kept: readonly Commit[];
}

interface Teller {
  /** Reserves the code of a case whose turn comes soon, so that it need not wait for the disk then. */
  readonly numbersAhead: (life: Life) => void;
  /** Decides a whole case in memory, or what of it is not in the store yet. */
  readonly tell: (life: Life) => Promise<Telling>;
  /** Puts what was decided on the disk. Returns what was refused of a case that somebody else changed meanwhile. */
  readonly write: (life: Life, telling: Telling) => Promise<readonly RefusedStep[]>;
}

function tellerOf(reference: Reference, dependencies: Dependencies): Teller {
  const { store } = dependencies;
  const reserved = new Map<string, Promise<string>>();
  const keyOf = ({ commandId, kind }: NumberRequest) => `${commandId} ${kind}`;
  const reserveNumber = (request: NumberRequest) => {
    const key = keyOf(request);
    const known = reserved.get(key) ?? store.reserveNumber(request);
    reserved.delete(key);
    return known;
  };

  async function tell(life: Life): Promise<Telling> {
    const caseId = caseIdOf(life);
    const kept: Commit[] = [];
    const memory = { ...dependencies, store: { ...store, reserveNumber, commit: keepsIn(kept) } };
    let caseFile: CaseFile = (await store.load(caseId)) ?? blankCaseFile(caseId);
    const begunBefore = caseFile.version > 0;
    for (const [index, step] of life.steps.entries()) {
      const command = commandOf(life, step, index, caseFile);
      if (begunBefore && (await store.answered(step.by.id, command.id)) !== null) continue;
      // Whoever reads comes in between.
      await turnOfTheLoop();
      const act = { command, person: step.by.id, digest: `town:${command.id}`, queryCode: newQueryCode() };
      const told = await perform(caseFile, act, givenAt(step, command.id, reference, dependencies), memory);
      if (told.kind !== 'done') {
        return { kept, refused: [{ caseId, at: step.at, command: step.command, why: whyNot(told) }] };
      }
      caseFile = told.after;
    }
    return { kept, refused: [] };
  }

  return {
    tell,
    numbersAhead: (life) => {
      const step = life.steps[0]!;
      const { id } = commandOf(life, step, 0, blankCaseFile(caseIdOf(life)));
      const given = givenAt(step, id, reference, dependencies);
      const request = numberRequest('caseCode', id, '', given);
      const number = store.reserveNumber(request);
      // Whoever takes the number hears of a failure.
      number.catch(() => {});
      reserved.set(keyOf(request), number);
    },
    write: async (life, { kept }) => {
      if (await commitsAll(kept, store)) return [];
      // A sweeper was faster, who found a handoff of years ago unanswered: the rest of the life is decided anew.
      const again = await tell(life);
      if (await commitsAll(again.kept, store)) return again.refused;
      throw new Error(`${caseIdOf(life)} is changed by somebody all the time`);
    },
  };
}

/** Commits in their order; they meet in as few transactions as the store allows. Returns whether nobody was faster. */
async function commitsAll(kept: readonly Commit[], store: Store): Promise<boolean> {
  const results = await Promise.all(kept.map((one) => store.commit(one)));
  return results.every(({ kind }) => kind !== 'conflict');
}

/** Keeps what is committed for later, without its letters. */
function keepsIn(kept: Commit[]): Store['commit'] {
  return async (commit): Promise<CommitResult> => {
    kept.push({ ...commit, letters: { drafts: [], again: [] } });
    return { kind: 'committed', version: commit.after.version };
  };
}

function whyNot(told: Exclude<Awaited<ReturnType<typeof perform>>, { readonly kind: 'done' }>): string {
  if (told.kind !== 'refused') return told.kind;
  const { code, field, text, warnings } = told.refusal;
  const words = [code, field ?? '', text.zh, ...warnings.map((warning) => warning.code)];
  return words.filter((word) => word !== '').join(' ');
}

/** Everything outside the case, at the moment of the step. Ids follow from the command, so that the same town has the same. */
function givenAt({ by, at }: CourseStep, commandId: string, reference: Reference, dependencies: Dependencies): Given {
  const { id, organisation, roles } = by;
  let last = 0;
  const ids = () => {
    last += 1;
    return `${commandId}-${last}`;
  };
  const moment = Temporal.Instant.from(`${at}:00+08:00`);
  return givenIn(reference, { person: id, organisation, roles }, { ...dependencies, ids, now: () => moment });
}
