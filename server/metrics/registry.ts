/** Names and values of labels, e.g. `{ route: '/api/cases/:id', status: '200' }`. */
export type Labels = Readonly<Record<string, string>>;

/** A value read when somebody asks, with its labels. */
export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

/** Takes one measured value. */
export type Observe = (value: number) => void;

/** Numbers that an operator watches, as Prometheus reads them. */
export interface Registry {
  /** Something counted; `count` adds one. */
  readonly counter: (name: string, help: string) => { readonly count: (labels?: Labels) => void };
  /** Something measured, sorted into `buckets` (upper bounds, ascending); `of` is for what has the same labels often. */
  readonly histogram: (
    name: string,
    help: string,
    buckets: readonly number[],
  ) => { readonly observe: (value: number, labels?: Labels) => void; readonly of: (labels: Labels) => Observe };
  /** Something looked up when the numbers are read. */
  readonly gauge: (name: string, help: string, read: () => Promise<readonly Sample[]> | readonly Sample[]) => void;
  /** Everything in the text format 0.0.4. */
  readonly text: () => Promise<string>;
}

export const textFormat = 'text/plain; version=0.0.4; charset=utf-8';

/** An empty registry. Labels must come from closed lists (routes, codes): every combination is kept. */
export function createRegistry(): Registry {
  const families: (() => Promise<string> | string)[] = [];
  const family = (name: string, help: string, type: string, lines: () => readonly string[]) =>
    [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines()].join('\n');
  return {
    counter: (name, help) => {
      const counts = new Map<string, number>();
      families.push(() =>
        family(name, help, 'counter', () => [...counts].map(([labels, count]) => line(name, labels, count))),
      );
      return {
        count: (labels = {}) => {
          const key = labelText(labels);
          counts.set(key, (counts.get(key) ?? 0) + 1);
        },
      };
    },
    histogram: (name, help, buckets) => {
      const series = new Map<string, Histogram>();
      families.push(() =>
        family(name, help, 'histogram', () =>
          [...series].flatMap(([labels, one]) => histogramLines(name, labels, one, buckets)),
        ),
      );
      const of = (labels: Labels): Observe => {
        const key = labelText(labels);
        const one = series.get(key) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 };
        series.set(key, one);
        return (value) => {
          const bucket = buckets.findIndex((bound) => value <= bound);
          if (bucket >= 0) one.counts[bucket] = (one.counts[bucket] ?? 0) + 1;
          one.sum += value;
          one.count += 1;
        };
      };
      return { observe: (value, labels = {}) => of(labels)(value), of };
    },
    gauge: (name, help, read) => {
      families.push(async () => {
        const samples = await read();
        return family(name, help, 'gauge', () =>
          samples.map(({ labels = {}, value }) => line(name, labelText(labels), value)),
        );
      });
    },
    text: async () => {
      const texts: string[] = [];
      for (const write of families) texts.push(await write());
      return `${texts.join('\n')}\n`;
    },
  };
}

interface Histogram {
  /** By bucket, not yet added up. */
  readonly counts: number[];
  sum: number;
  count: number;
}

function histogramLines(
  name: string,
  labels: string,
  { counts, sum, count }: Histogram,
  buckets: readonly number[],
): readonly string[] {
  let below = 0;
  const lines = buckets.map((bound, index) => {
    below += counts[index] ?? 0;
    return line(`${name}_bucket`, joined(labels, `le="${bound}"`), below);
  });
  return [
    ...lines,
    line(`${name}_bucket`, joined(labels, 'le="+Inf"'), count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ];
}

function joined(labels: string, more: string): string {
  return labels === '' ? more : `${labels},${more}`;
}

function line(name: string, labels: string, value: number): string {
  return `${name}${labels === '' ? '' : `{${labels}}`} ${value}`;
}

function labelText(labels: Labels): string {
  let text = '';
  for (const name in labels) text += `${text === '' ? '' : ','}${name}="${escaped(labels[name] ?? '')}"`;
  return text;
}

function escaped(value: string): string {
  if (!/[\\"\n]/.test(value)) return value;
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
