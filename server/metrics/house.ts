import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { type CommitReport, commitChannel } from '../../db/store.ts';
import { livePath } from '../live/index.ts';
import { type CommandReport, commandChannel, type Dependencies, momentOf } from '../write/index.ts';
import { createRegistry, type Observe, type Registry, type Sample } from './registry.ts';

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const sizeBuckets = [1, 2, 4, 8, 16, 32, 64];

/** What an operator watches of this process. Holds no names, no numbers of cases, nothing anybody typed. */
export function houseMetrics(server: FastifyInstance, dependencies: Dependencies): Registry {
  const registry = createRegistry();
  watchRequests(server, registry);
  watchWriting(server, registry, dependencies);
  watchBacklog(registry, dependencies);
  watchProcess(server, registry);
  return registry;
}

function watchRequests(server: FastifyInstance, registry: Registry): void {
  const seconds = registry.histogram(
    'jiefen_http_request_seconds',
    'Time from a request to the end of its answer, by route pattern and status.',
    secondsBuckets,
  );
  const byAnswer = new Map<string, Observe>();
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    // How long a page stood open is no time of an answer.
    if (routeOptions.url === livePath) return done();
    const [route, status] = [routeOptions.url ?? 'none', String(reply.statusCode)];
    const answer = `${method} ${route} ${status}`;
    const observe = byAnswer.get(answer) ?? seconds.of({ method, route, status });
    byAnswer.set(answer, observe);
    observe(reply.elapsedTime / 1000);
    done();
  });
}

function watchWriting(server: FastifyInstance, registry: Registry, { store }: Dependencies): void {
  const commands = registry.counter('jiefen_commands_total', 'Commands by type and what became of them.');
  const refusals = registry.counter('jiefen_refusals_total', 'Commands that were refused, by code.');
  const commits = registry.histogram(
    'jiefen_commit_seconds',
    'Time of one transaction with its flush to the disk.',
    secondsBuckets,
  );
  const sizes = registry.histogram('jiefen_commit_jobs', 'Writes that shared one transaction.', sizeBuckets);
  registry.gauge('jiefen_queue_commands', 'Commands that wait for their turn.', () => [{ value: store.queueLength() }]);
  // Only `reportCommand` and the writer publish on these channels, and publish nothing else.
  const onCommand = (message: unknown) => {
    const { type, outcome, code } = message as CommandReport;
    commands.count({ type, outcome });
    if (code !== null) refusals.count({ code });
  };
  const onCommit = (message: unknown) => {
    const { jobs, seconds } = message as CommitReport;
    commits.observe(seconds);
    sizes.observe(jobs);
  };
  subscribe(commandChannel.name, onCommand);
  subscribe(commitChannel.name, onCommit);
  server.addHook('onClose', async () => {
    unsubscribe(commandChannel.name, onCommand);
    unsubscribe(commitChannel.name, onCommit);
  });
}

function watchBacklog(registry: Registry, { store, town, now }: Dependencies): void {
  const byOrganisation = async (of: 'overdueClocks' | 'handoffsToAnswer'): Promise<readonly Sample[]> => {
    const minute = momentOf(now()).slice(0, 16);
    const samples: Sample[] = [];
    for (const organisation of Object.keys(town.organisations)) {
      const { [of]: value } = await store.reads.backlog({ organisation, minute });
      if (value > 0) samples.push({ labels: { organisation }, value });
    }
    return samples;
  };
  registry.gauge('jiefen_overdue_clocks', 'Running time limits whose last day has passed, by desk.', () =>
    byOrganisation('overdueClocks'),
  );
  registry.gauge('jiefen_open_handoffs', 'Handoffs that wait for an answer, by receiver.', () =>
    byOrganisation('handoffsToAnswer'),
  );
}

function watchProcess(server: FastifyInstance, registry: Registry): void {
  const memory = (name: string, help: string, read: () => number) =>
    registry.gauge(name, help, () => [{ value: read() }]);
  memory('jiefen_process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage().rss);
  memory(
    'jiefen_process_peak_memory_bytes',
    'Most memory the process ever had.',
    () => process.resourceUsage().maxRSS * 1024,
  );
  memory('jiefen_process_heap_used_bytes', 'Memory in use by JavaScript.', () => process.memoryUsage().heapUsed);
  registry.gauge('jiefen_process_cpu_seconds_total', 'Processor time used.', () => {
    const { user, system } = process.cpuUsage();
    return [{ value: (user + system) / 1e6 }];
  });
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  server.addHook('onClose', async () => {
    delay.disable();
  });
  registry.gauge('jiefen_event_loop_delay_seconds', 'Lateness of the event loop since it was last read.', () => {
    const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
    const samples = [0.5, 0.99].map((quantile) => ({
      labels: { quantile: String(quantile) },
      value: seconds(delay.percentile(quantile * 100)),
    }));
    const max = { labels: { quantile: '1' }, value: seconds(delay.max) };
    delay.reset();
    return [...samples, max];
  });
}
