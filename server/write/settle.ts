import { channel } from 'node:diagnostics_channel';
import type { StoredAnswer } from '../../db/store.ts';
import { type Actor, type CaseFile, commands, type Refusal } from '../../workflows/index.ts';
import type { Dependencies } from './dependencies.ts';
import { givenFor } from './given.ts';
import { type Act, type Answer, attempts, giveUpNumbers, perform } from './perform.ts';

/** What became of one command, for whoever measures. `type` is `unknown` for what is no command. */
export interface CommandReport {
  readonly type: string;
  readonly outcome: 'done' | 'repeated' | 'refused' | 'stale' | 'missing' | 'keyReused' | 'busy';
  /** Of a refusal. */
  readonly code: string | null;
}

/** Where a {@link CommandReport} is published of every command, whoever gave it: people, parties, the house itself. */
export const commandChannel = channel('jiefen:command');

/** Says what became of a command. */
export function reportCommand(type: string, outcome: CommandReport['outcome'], refusal: Refusal | null): void {
  if (!commandChannel.hasSubscribers) return;
  const report: CommandReport = {
    type: Object.hasOwn(commands, type) ? type : 'unknown',
    outcome,
    code: refusal?.code ?? null,
  };
  commandChannel.publish(report);
}

/** A command by somebody who needs no account: a party at its door, or the house itself. */
export interface Errand {
  readonly caseId: string;
  readonly actor: Actor;
  readonly act: Act;
}

export type Settled =
  | { readonly kind: 'done'; readonly before: CaseFile; readonly after: CaseFile; readonly answer: Answer }
  /** It was given before; the answer is that of then. */
  | { readonly kind: 'repeated'; readonly stored: StoredAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'missing' }
  /** Others were faster, several times. */
  | { readonly kind: 'busy' };

/** Gives a command once, however often it is asked for; decides it anew while others are faster. Rejects as the store does. */
export async function settle(errand: Errand, dependencies: Dependencies): Promise<Settled> {
  const settled = await settleNow(errand, dependencies);
  reportCommand(errand.act.command.type, settled.kind, settled.kind === 'refused' ? settled.refusal : null);
  return settled;
}

async function settleNow({ caseId, actor, act }: Errand, dependencies: Dependencies): Promise<Settled> {
  const { store } = dependencies;
  const answered = async (): Promise<Settled | null> => {
    const stored = await store.answered(act.person, act.command.id);
    return stored === null ? null : { kind: 'repeated', stored };
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await answered();
    if (stored !== null) return stored;
    const before = await store.load(caseId);
    if (before === null) return { kind: 'missing' };
    const performed = await perform(before, act, await givenFor(actor, dependencies), dependencies);
    // Refused perhaps because it was done since: by another sweeper, or by the same form sent twice.
    if (performed.kind === 'refused') return (await answered()) ?? performed;
    if (performed.kind === 'duplicate') return { kind: 'repeated', stored: performed.stored };
    if (performed.kind === 'done') return { ...performed, before };
  }
  await giveUpNumbers(act.command, 'case-busy', dependencies);
  return { kind: 'busy' };
}
