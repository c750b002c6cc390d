import { KeyRingUnusable } from '../db/keys.ts';
import { MigrationRefused } from '../db/sqlite/migrate.ts';
import { buildApp } from './app.ts';
import { readConfig, SettingsWrong } from './config.ts';
import { demoCast, demoLines, furnishDemo } from './demo.ts';
import { startJobs } from './jobs/index.ts';
import { bufferedLines } from './log-lines.ts';
import { listenForMetrics } from './metrics/index.ts';
import type { DemoCast } from './pages/index.ts';
import { inviteAdministrators, signInDependencies } from './security/index.ts';
import { type OpenHouse, openHouse } from './town.ts';
import type { Dependencies } from './write/index.ts';

/** The composition root: reads the settings, opens the memory, builds the doors, listens, and stops in order. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const house = await openHouse(config);
  if (config.demo) await furnishDemo(house.dependencies);
  await serve(house);
}

/** What goes on beside the doors of a server; stopped before they close. */
export interface Beside {
  readonly stop: () => Promise<void>;
}

/** Builds the doors of an open house, listens, greets, and closes everything in order when a signal comes. */
export async function serve(house: OpenHouse, beside?: Beside): Promise<void> {
  const { dependencies } = house;
  const { config } = dependencies;
  const cast = config.demo ? await demoCast(dependencies) : null;
  const { server, drain, metrics } = await buildApp(dependencies, cast, bufferedLines(process.stdout.fd));
  const jobs = startJobs(dependencies, (job, error) => server.log.error({ job, error }, 'a job failed'));
  const address = await server.listen({ host: config.host, port: config.port });
  const { port } = config.metrics;
  const closeMetrics = metrics === null || port === null ? null : await listenForMetrics(metrics, port);
  await greet(config.publicUrl ?? address, cast, dependencies);
  stopOnSignal(async () => {
    await beside?.stop();
    drain();
    await server.close();
    await closeMetrics?.();
    await jobs.stop();
    await house.close();
  });
}

/** What a person who starts the server needs to know next: the address, and how to get in. */
async function greet(at: string, cast: DemoCast | null, dependencies: Dependencies): Promise<void> {
  const lines = [`解纷 Jiefen · ${at}`, `接口文档 API · ${at}/api/docs`];
  if (cast !== null) {
    lines.push('演示登录（登录名、密码） Demo logins (login, password):', ...demoLines(cast));
  } else {
    const links = await inviteAdministrators(signInDependencies(dependencies));
    if (links.length > 0) lines.push('管理员一次性链接（各交本人） One-time links for the administrators:');
    for (const { name, login, token } of links) lines.push(`  ${name.zh} ${login}: ${at}/link/${token}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Finishes what was acknowledged, then closes; a second signal does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Ends the process. Some errors say in words what to do; everything else is a bug and shows where it is. */
export function endWith(error: unknown): never {
  const isExplained =
    error instanceof SettingsWrong || error instanceof KeyRingUnusable || error instanceof MigrationRefused;
  process.stderr.write(`${isExplained ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}

if (import.meta.main) main().catch(endWith);
