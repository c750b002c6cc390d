import type { AnyStateMachine } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { administrativeLitigationMachine } from '../../workflows/channels/administrativeLitigation/machine.ts';
import { adminMediationMachine } from '../../workflows/channels/adminMediation/machine.ts';
import { adminRulingMachine } from '../../workflows/channels/adminRuling/machine.ts';
import { arbitrationMachine } from '../../workflows/channels/arbitration/machine.ts';
import { commercialMediationMachine } from '../../workflows/channels/commercialMediation/machine.ts';
import { courtAnnexedMediationMachine } from '../../workflows/channels/courtAnnexedMediation/machine.ts';
import { criminalReferralMachine } from '../../workflows/channels/criminalReferral/machine.ts';
import { enforcementMachine } from '../../workflows/channels/enforcement/machine.ts';
import { generalAdminMediationMachine } from '../../workflows/channels/generalAdminMediation/machine.ts';
import { intakeMachine } from '../../workflows/channels/intake/machine.ts';
import { invalidationMachine } from '../../workflows/channels/invalidation/machine.ts';
import { judicialConfirmationMachine } from '../../workflows/channels/judicialConfirmation/machine.ts';
import { litigationMachine } from '../../workflows/channels/litigation/machine.ts';
import { notarisedEnforcementMachine } from '../../workflows/channels/notarisedEnforcement/machine.ts';
import { paymentOrderMachine } from '../../workflows/channels/paymentOrder/machine.ts';
import { peopleMediationMachine } from '../../workflows/channels/peopleMediation/machine.ts';
import { trademarkEnforcementMachine } from '../../workflows/channels/trademarkEnforcement/machine.ts';
import { handoffMachine } from '../../workflows/handoff/machine.ts';
import {
  type CommandDefinition,
  commands,
  type Kit,
  kit,
  type MachineEvent,
  machinesOf,
} from '../../workflows/index.ts';
import { pathMachine } from '../../workflows/path/machine.ts';

export type MachineSlot = ReturnType<Kit['begin']>;

/** Every machine as XState knows it; a test holds this list equal to the kit's. */
export const machines: Readonly<Record<string, AnyStateMachine>> = {
  path: pathMachine,
  handoff: handoffMachine,
  intake: intakeMachine,
  peopleMediation: peopleMediationMachine,
  courtAnnexedMediation: courtAnnexedMediationMachine,
  judicialConfirmation: judicialConfirmationMachine,
  litigation: litigationMachine,
  trademarkEnforcement: trademarkEnforcementMachine,
  criminalReferral: criminalReferralMachine,
  arbitration: arbitrationMachine,
  enforcement: enforcementMachine,
  notarisedEnforcement: notarisedEnforcementMachine,
  paymentOrder: paymentOrderMachine,
  commercialMediation: commercialMediationMachine,
  adminRuling: adminRulingMachine,
  administrativeLitigation: administrativeLitigationMachine,
  invalidation: invalidationMachine,
  adminMediation: adminMediationMachine,
  generalAdminMediation: generalAdminMediationMachine,
};

/** The steps of a machine. */
export function stepsOf(machine: string): readonly CommandDefinition[] {
  return Object.values(commands).filter((one) => machinesOf(one).includes(machine) && one.kind === 'step');
}

/** The finite list of events a machine can ever meet: every step with every combination of its facts. */
export function eventsOf(machine: string): readonly MachineEvent[] {
  return stepsOf(machine).flatMap(({ type, factCases }) => factCases.map((facts) => ({ type, facts })));
}

/** One way through a machine's graph of slots. */
export interface Edge {
  readonly from: MachineSlot;
  readonly event: MachineEvent;
  readonly to: MachineSlot;
}

interface Walked {
  readonly value: MachineSlot['value'];
  readonly context: MachineSlot['context'];
}
interface Node {
  readonly state: Walked;
  readonly transitions: Readonly<Record<string, { readonly event: MachineEvent; readonly state: Walked }>>;
}

/** Every configuration a machine can be in, and every step between two of them, as XState's own walk finds them. */
export function graphOf(machine: string): { readonly slots: readonly MachineSlot[]; readonly edges: readonly Edge[] } {
  const { version } = kit.describe(machine);
  // The library's walk is generic over machines: the casts say what this machine's events and states are.
  const map = getAdjacencyMap(machines[machine]!, { events: eventsOf(machine) as never });
  const nodes = Object.values(map) as unknown as readonly Node[];
  const slotOf = ({ value, context }: Walked): MachineSlot => ({ machine, version, value, context });
  const edges = nodes.flatMap(({ state, transitions }) =>
    Object.values(transitions)
      .map(({ event, state: next }): Edge => ({ from: slotOf(state), event, to: slotOf(next) }))
      .filter(({ from, event }) => kit.can(from, event)),
  );
  return { slots: nodes.map(({ state }) => slotOf(state)), edges };
}

export function keyOf(slot: MachineSlot): string {
  return JSON.stringify([slot.value, slot.context]);
}
