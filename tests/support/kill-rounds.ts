import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that commits without pause and prints `ack <id>` for each command once it was told that it is committed. */
export interface Worker {
  /** What follows `node` on its command line. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The process to kill once the worker runs; by default the worker itself. For a server, the server's. */
  readonly victim?: () => number;
}

/**
 * Runs a worker until it has acknowledged `afterAcknowledged` commands, waits `delayMs` more, kills with SIGKILL, and
 * returns every acknowledged id. Rejects when the worker ends by itself before that.
 */
export async function killMidWork(
  { args, env = {}, victim }: Worker,
  moment: { readonly afterAcknowledged: number; readonly delayMs: number },
): Promise<readonly string[]> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  const acknowledged: string[] = [];
  let condemned = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ack ')) acknowledged.push(line.slice('ack '.length));
    if (condemned || acknowledged.length < moment.afterAcknowledged) continue;
    condemned = true;
    setTimeout(() => process.kill(victim?.() ?? child.pid!, 'SIGKILL'), moment.delayMs);
  }
  const how = await ended;
  if (!condemned || (victim === undefined && how !== 'SIGKILL')) throw new Error(`the worker ended by itself: ${how}`);
  return acknowledged;
}
