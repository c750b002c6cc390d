import { randomUUID } from 'node:crypto';
import { castMember } from '../../seeds/cast.ts';
import { startJobs } from '../../server/jobs/index.ts';
import { openHouse } from '../../server/town.ts';
import { type Dependencies, momentOf, perform, referenceOf } from '../../server/write/index.ts';
import { blankCaseFile, commands, type Given } from '../../workflows/index.ts';
import { type Figure, figureOf } from './figures.ts';
import { benchConfig } from './prepare.ts';
import { lifeOf, type PreparedCase, type WorkCommand } from './workload.ts';

/**
 * The same commands without HTTP: load, decide, derive and a durable commit, at the same concurrency, in a process of its
 * own, which also sends the letters that its commands cause, as the product does. The parent sends a {@link CoreTask} and gets a Figure.
 */
export interface CoreTask {
  readonly concurrency: number;
  readonly cases: readonly PreparedCase[];
}

const { dependencies, close } = await openHouse(benchConfig(process.argv[2] ?? ''));
const jobs = startJobs(dependencies, (job, error) => process.stderr.write(`${job}: ${error}\n`));
const reference = await referenceOf(dependencies);

process.on('message', async (task: CoreTask) => process.send?.(await measure(task)));
process.on('disconnect', () => void jobs.stop().then(close));
process.send?.('ready');

async function measure({ concurrency, cases }: CoreTask): Promise<Figure> {
  const lives = cases.values();
  const timesMs: number[] = [];
  const startedAt = performance.now();
  const worker = async () => {
    for (const prepared of lives) {
      const life = lifeOf(prepared);
      let version = 0;
      for (let turn = life.next(version); !turn.done; turn = life.next(version)) {
        const sentAt = performance.now();
        version = await give(turn.value, dependencies);
        timesMs.push(performance.now() - sentAt);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return figureOf(timesMs, performance.now() - startedAt);
}

async function give(work: WorkCommand, house: Dependencies): Promise<number> {
  const caseId = work.caseId ?? house.ids();
  const caseFile = work.caseId === null ? blankCaseFile(caseId) : await house.store.load(caseId);
  const kind = commands[work.type]!.target;
  const command = {
    id: randomUUID(),
    type: work.type,
    target: { kind, id: work.target ?? caseId },
    occurredOn: null,
    data: work.data,
    acknowledged: [],
    evidence: null,
  };
  const given = givenOf(work, house);
  const act = { command, person: given.actor.person, digest: 'bench', queryCode: '' };
  const performed = await perform(caseFile!, act, given, house);
  if (performed.kind !== 'done') throw new Error(`${work.type}: ${JSON.stringify(performed)}`);
  return performed.answer.version;
}

function givenOf({ by }: WorkCommand, { ids, calendar, now }: Dependencies): Given {
  const { id, organisation, roles } = castMember(by);
  const moment = momentOf(now());
  const today = moment.slice(0, 10);
  const actor = { person: id, organisation, roles };
  return { actor, now: moment, today, ids, reference, calendar, found: {} };
}
