import { resumeReassignments } from '../administration/index.ts';
import { forgetBatches, runBatches } from '../batches/index.ts';
import { sweepDoor } from '../door/index.ts';
import { type Posts, postsOf, remindPeople, sendLetters } from '../letters/index.ts';
import { forgetDrafts } from '../openings/index.ts';
import { runSeries } from '../series/index.ts';
import type { Dependencies } from '../write/index.ts';
import { uploadLivesMinutes } from '../write/index.ts';
import { lapseHandoffs } from './lapse-handoffs.ts';

/** What runs beside the doors. Each job says what went wrong and is tried again at its next turn. */
export interface Jobs {
  /** Waits for the turn that is running, and starts no other. */
  readonly stop: () => Promise<void>;
}

const minuteMs = 60_000;
const letterTurnMs = 5_000;
const seriesTurnMs = 10_000;

/** Starts the jobs of one server process. */
export function startJobs(
  dependencies: Dependencies,
  onError: (job: string, error: unknown) => void,
  posts: Posts = postsOf(dependencies.config),
): Jobs {
  const { accounts, files, uploads, papers, config } = dependencies;
  const jobs = [
    { name: 'lapse-handoffs', everyMs: minuteMs, run: () => lapseHandoffs(dependencies) },
    { name: 'resume-reassignments', everyMs: minuteMs, run: () => resumeReassignments(dependencies) },
    { name: 'run-series', everyMs: seriesTurnMs, run: () => runSeries(dependencies) },
    { name: 'run-batches', everyMs: seriesTurnMs, run: () => runBatches(dependencies) },
    { name: 'forget-batches', everyMs: 60 * minuteMs, run: () => forgetBatches(dependencies) },
    { name: 'forget-drafts', everyMs: 60 * minuteMs, run: () => forgetDrafts(dependencies) },
    { name: 'send-letters', everyMs: letterTurnMs, run: () => sendLetters(dependencies, posts) },
    { name: 'remind-people', everyMs: 60 * minuteMs, run: () => remindPeople(dependencies) },
    { name: 'sweep-sessions', everyMs: 15 * minuteMs, run: () => accounts.sweep(config.session) },
    { name: 'sweep-door', everyMs: 15 * minuteMs, run: () => sweepDoor(dependencies) },
    {
      name: 'sweep-uploads',
      everyMs: 60 * minuteMs,
      run: async () => {
        // First forget who brought them, then the bytes: nobody can refer to a file that is about to go.
        await papers.sweepPhotos(dependencies.now().subtract({ minutes: uploadLivesMinutes }).epochMilliseconds);
        await uploads.sweep(uploadLivesMinutes);
        await files.sweepUnrecorded(uploadLivesMinutes + 60);
      },
    },
  ];
  const running = jobs.map(({ name, everyMs, run }) => startJob(everyMs, run, (error) => onError(name, error)));
  return {
    stop: async () => {
      await Promise.all(running.map((job) => job.stop()));
    },
  };
}

function startJob(everyMs: number, run: () => Promise<unknown>, onError: (error: unknown) => void): Jobs {
  let turn: Promise<void> | null = null;
  const timer = setInterval(() => {
    // A turn that takes longer than the interval is not overtaken.
    turn ??= Promise.resolve()
      .then(run)
      .then(() => {}, onError)
      .finally(() => {
        turn = null;
      });
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}
