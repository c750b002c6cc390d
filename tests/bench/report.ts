import { type Figure, median, medianFigure } from './figures.ts';

/** The figures of one round; commands by connections, reads by name. */
export interface Round {
  readonly commands: Readonly<Record<string, Readonly<Record<'http' | 'core' | 'bare', Figure>>>>;
  readonly read: Readonly<Record<string, Readonly<Record<'http' | 'bare', Figure>>>>;
  readonly paced: Readonly<Record<'alone' | 'beside' | 'writers', Figure>>;
}

/** What one run says. Each ratio is the median of the rounds' ratios, so that what slows a whole round does not count. */
export interface Report {
  readonly ratios: {
    readonly commandsAt1: number;
    readonly commandsAt16: number;
    readonly commandsAt64: number;
    readonly statusReadAt16: number;
    readonly casePageAt16: number;
    readonly listAt16: number;
    readonly readsBesideWriters: number;
  };
  readonly peakMemoryBytes: number;
  readonly rounds: number;
  /** Medians by what was measured. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export function reportOf(rounds: readonly Round[], peakMemoryBytes: number): Report {
  const ratio = (of: (round: Round) => number) => Number(median(rounds.map(of)).toFixed(3));
  const commands = (level: string) =>
    ratio(({ commands }) => rate(commands[level]?.http) / rate(commands[level]?.core));
  const read = (name: string) => ratio((round) => rate(round.read[name]?.http) / rate(round.read[name]?.bare));
  return {
    ratios: {
      commandsAt1: commands('1'),
      commandsAt16: commands('16'),
      commandsAt64: commands('64'),
      statusReadAt16: read('status'),
      casePageAt16: read('casePage'),
      listAt16: read('list'),
      readsBesideWriters: ratio(({ paced }) => paced.beside.p99Ms / paced.alone.p99Ms),
    },
    peakMemoryBytes,
    rounds: rounds.length,
    figures: figuresOf(rounds),
  };
}

/** The report as a table for people. */
export function tableOf({ ratios, figures, peakMemoryBytes, rounds }: Report): string {
  const lines = Object.entries(figures).map(([name, { perSecond, p50Ms, p99Ms }]) =>
    [name.padEnd(58), cell(perSecond, 0), cell(p50Ms, 2), cell(p99Ms, 2)].join(' '),
  );
  const judged = Object.entries(ratios).map(
    ([name, value]) => `${name.padEnd(20)} ${value.toFixed(2).padStart(8)}  ${ratioNotes[name]}`,
  );
  return [
    `\nmedian of ${rounds} interleaved rounds${' '.repeat(28)} per second   p50 ms   p99 ms`,
    ...lines,
    '',
    ...judged,
    `peak memory ${(peakMemoryBytes / 1024 / 1024).toFixed(0)} MiB (aim: under 300 MB)`,
  ].join('\n');
}

const ratioNotes: Readonly<Record<string, string>> = {
  commandsAt1: 'commands over HTTP ÷ core and SQLite without HTTP',
  commandsAt16: 'the same at 16 (aim: at least 0.75, below 0.6 is a failure)',
  commandsAt64: 'the same at 64',
  statusReadAt16: 'POST /api/status with a query code ÷ bare Fastify, same bytes (aim: at least 0.8, below 0.5 fails)',
  casePageAt16: 'GET /api/cases/:id signed in, read log on ÷ bare Fastify, same bytes',
  listAt16: 'GET /api/cases?limit=20 signed in ÷ bare Fastify, same bytes',
  readsBesideWriters: 'p99 of paced status reads beside 64 writers ÷ without them (aim: at most 5, above 10 fails)',
};

function figuresOf(rounds: readonly Round[]): Readonly<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  const add = (name: string, of: (round: Round) => Figure | undefined) => {
    figures[name] = medianFigure(rounds.flatMap((round) => of(round) ?? []));
  };
  for (const level of Object.keys(rounds[0]?.commands ?? {})) {
    add(`commands, HTTP, ${level} connections`, ({ commands }) => commands[level]?.http);
    add(`commands, core without HTTP, ${level} at a time`, ({ commands }) => commands[level]?.core);
    add(`commands, bare Fastify that only validates, ${level} connections`, ({ commands }) => commands[level]?.bare);
  }
  for (const name of Object.keys(rounds[0]?.read ?? {})) {
    add(`${name}, HTTP, 16 connections`, ({ read }) => read[name]?.http);
    add(`${name}, bare Fastify with the same bytes, 16 connections`, ({ read }) => read[name]?.bare);
  }
  add('paced status reads alone', ({ paced }) => paced.alone);
  add('paced status reads beside 64 writers', ({ paced }) => paced.beside);
  add('the 64 writers meanwhile', ({ paced }) => paced.writers);
  return figures;
}

function rate(figure: Figure | undefined): number {
  return figure?.perSecond ?? Number.NaN;
}

function cell(value: number, digits: number): string {
  return value.toFixed(digits).padStart(digits === 0 ? 12 : 8);
}
