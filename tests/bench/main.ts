import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bytes } from './bare.ts';
import type { CoreTask } from './core.ts';
import type { Figure } from './figures.ts';
import { type Cookies, loadCommands, loadPaced, loadSame } from './load.ts';
import { prepareCases } from './prepare.ts';
import { type Helper, type ProductServer, signIn, startHelper, startProduct } from './processes.ts';
import { readRequests } from './reads.ts';
import { type Round, reportOf, tableOf } from './report.ts';
import type { PreparedCase } from './workload.ts';
import type { WritersTask } from './writers.ts';

/**
 * `npm run bench`: the product beside the limits of this machine, in interleaved rounds. `--json` prints the figures as the
 * last line; `--quick` only shows that everything runs; `--rounds 1`, `--profile <folder>` for looking closer.
 */
const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    profile: { type: 'string' },
  },
});

interface Sizes {
  readonly rounds: number;
  /** Prepared cases per measurement, by connections. */
  readonly lives: Readonly<Record<Connections, number>>;
  readonly beside: number;
  readonly reads: number;
  readonly readsPerSecond: number;
}

export type Connections = 1 | 16 | 64;
const levels: readonly Connections[] = [1, 16, 64];

const sizes: Sizes = asked.quick
  ? { rounds: 1, lives: { 1: 1, 16: 16, 64: 64 }, beside: 64, reads: 32, readsPerSecond: 50 }
  : { rounds: 5, lives: { 1: 30, 16: 128, 64: 128 }, beside: 256, reads: 4000, readsPerSecond: 200 };
const rounds = asked.rounds === undefined ? sizes.rounds : Number(asked.rounds);

interface Bench {
  readonly product: ProductServer;
  readonly core: Helper;
  readonly bare: Helper & { readonly origin: string };
  readonly writers: Helper;
  readonly cookies: Cookies;
  /** Takes prepared cases that nobody used yet; the product and the core have equal copies. */
  readonly take: (count: number) => readonly PreparedCase[];
  readonly reads: Awaited<ReturnType<typeof readRequests>>;
}

const folder = mkdtempSync(join(tmpdir(), 'jiefen-bench-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const perRound = levels.reduce((sum, level) => sum + sizes.lives[level], sizes.beside);
  // One round's worth more: the first is for warming up and not counted.
  const count = perRound * rounds + sizes.lives[16] + 1;
  say(`preparing ${count} cases on ${availableParallelism()} cores`);
  const forProduct = join(folder, 'product');
  mkdirSync(forProduct);
  const cases = await prepareCases(forProduct, count);
  const forCore = join(folder, 'core');
  cpSync(forProduct, forCore, { recursive: true });
  const profiling = asked.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${asked.profile}`];
  const product = await startProduct(forProduct, profiling);
  const core = await startHelper('core.ts', [forCore]);
  const bare = await startHelper('bare.ts');
  const writers = await startHelper('writers.ts');
  try {
    const cookies = await signIn(product.origin, ['sun', 'limin']);
    const shown = cases[0]!;
    const reads = await readRequests(product.origin, cookies, shown.caseId);
    await bare.ask(reads.bytes satisfies Bytes);
    const unused = cases.slice(1);
    const take = (wanted: number) => unused.splice(0, wanted);
    const bench = { product, core, bare: { ...bare, origin: String(bare.first) }, writers, cookies, take, reads };
    await warmUp(bench);
    const done: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}`);
      done.push(await oneRound(bench));
    }
    const report = reportOf(done, await product.peakMemoryBytes());
    say(tableOf(report));
    if (asked.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    core.stop();
    bare.stop();
    writers.stop();
    await product.stop();
  }
}

async function warmUp({ product, core, bare, cookies, take, reads }: Bench): Promise<void> {
  const cases = take(sizes.lives[16]);
  await loadCommands(product.origin, cookies, cases, 16);
  await core.ask({ concurrency: 16, cases } satisfies CoreTask);
  await loadCommands(bare.origin, {}, cases, 16);
  for (const { request, bareRequest } of Object.values(reads.requests)) {
    await loadSame(product.origin, request, 16, sizes.reads / 4);
    await loadSame(bare.origin, bareRequest, 16, sizes.reads / 4);
  }
}

/** Everything once, each figure right beside what it is divided by. */
async function oneRound(bench: Bench): Promise<Round> {
  // Reads are measured in a house that has sent its letters; commands come last, for they write new ones.
  await bench.product.lettersSent();
  const read = await oneRoundOfReads(bench);
  const paced = await onePacedRound(bench);
  return { commands: await oneRoundOfCommands(bench), read, paced };
}

async function oneRoundOfReads({ product, bare, reads }: Bench): Promise<Round['read']> {
  const read: Record<string, Record<'http' | 'bare', Figure>> = {};
  for (const [name, { request, bareRequest }] of Object.entries(reads.requests)) {
    read[name] = {
      http: await loadSame(product.origin, request, 16, sizes.reads),
      bare: await loadSame(bare.origin, bareRequest, 16, sizes.reads),
    };
  }
  return read;
}

async function onePacedRound({ product, writers, cookies, take, reads }: Bench): Promise<Round['paced']> {
  const { request } = reads.requests.status;
  const pace = (until: () => boolean) => loadPaced(product.origin, request, sizes.readsPerSecond, until);
  const aloneUntil = performance.now() + (asked.quick ? 200 : 3000);
  const alone = await pace(() => performance.now() > aloneUntil);
  let writing = true;
  const task: WritersTask = { origin: product.origin, cookies, cases: take(sizes.beside), connections: 64 };
  const written = writers.ask(task).finally(() => (writing = false));
  // Not the moment at which 64 people knock at once, but while they go on.
  await new Promise((resolve) => setTimeout(resolve, asked.quick ? 0 : 500));
  const beside = await pace(() => !writing);
  // It answers a WritersTask with a Figure.
  return { alone, beside, writers: (await written) as Figure };
}

async function oneRoundOfCommands({ product, core, bare, cookies, take }: Bench): Promise<Round['commands']> {
  const commands: Record<string, Record<'http' | 'core' | 'bare', Figure>> = {};
  for (const level of levels) {
    const cases = take(sizes.lives[level]);
    commands[level] = {
      http: await loadCommands(product.origin, cookies, cases, level),
      // The core process answers a CoreTask with a Figure.
      core: (await core.ask({ concurrency: level, cases } satisfies CoreTask)) as Figure,
      bare: await loadCommands(bare.origin, {}, cases, level),
    };
  }
  return commands;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
