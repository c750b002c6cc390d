import {
  type ClockRule,
  type CommandDefinition,
  channelLabels,
  clockRules,
  commands,
  exclusions,
  isOffered,
  kit,
  machinesOf,
  mediationEndReasons,
  nonAcceptanceReasons,
  type Reason,
  type Reference,
  rejectionReasons,
  returnReasons,
  routes,
  schemaOf,
  type Text,
} from '../../workflows/index.ts';
import { citation } from './names.ts';
import { routeView } from './route-view.ts';

/** Every machine as data: states with owners, clocks and labels, and which command leads where. */
export function machinesView() {
  return kit.machines.map((id) => {
    const { version, states } = kit.describe(id);
    const label: Text | null = Object.entries(channelLabels).find(([channel]) => channel === id)?.[1] ?? null;
    return {
      id,
      label,
      version,
      states: states.map(({ id: state, initial, meta, transitions }) => ({
        id: state,
        initial,
        label: meta.label,
        publicLabel: meta.publicLabel,
        owner: meta.owner,
        over: meta.over,
        waits: meta.waits,
        clocks: meta.clocks,
        tasks: meta.tasks,
        documentsDue: meta.documentsDue,
        transitions: transitions.map(({ command, targets, when }) => ({
          command,
          label: commands[command]?.label ?? null,
          targets,
          when,
        })),
      })),
    };
  });
}

/** Every command that people can give, with the schema of its data; reactions and jobs have none. */
export function commandsView() {
  return givenByPeople().map((definition) => ({
    type: definition.type,
    label: definition.label,
    hint: definition.hint,
    target: definition.target,
    /** The machines whose command it is; none: possible whatever the state. */
    machines: machinesOf(definition),
    kind: definition.kind,
    by: definition.by,
    relation: definition.relation,
    compartment: definition.compartment,
    occurredOn: definition.occurredOn,
    schema: schemaOf(definition.fields),
    requires: definition.requires.map(({ code, effect, decidedBy, basis }) => ({
      code,
      effect,
      decidedBy,
      basis: basis.map(citation),
    })),
  }));
}

/** The commands with a door of their own. */
export function givenByPeople(): readonly CommandDefinition[] {
  return Object.values(commands).filter(({ relation }) => relation !== 'system');
}

export function organisationsView({ organisations }: Reference) {
  return Object.values(organisations);
}

export function routesView() {
  return routes.map((route) => ({
    ...routeView(route),
    from: route.from.map((channel) => ({ channel, label: channelLabels[channel], offered: isOffered(channel) })),
  }));
}

export function exclusionsView() {
  return exclusions.map(({ basis, verified, ...rest }) => ({
    ...rest,
    basis: basis.map((one) => citation(one)),
    toVerify: verified !== 'text',
  }));
}

export function clockRulesView() {
  return Object.entries<ClockRule>(clockRules).map(([id, { basis, verified, ...rest }]) => ({
    id,
    ...rest,
    basis: basis.map(citation),
    toVerify: verified !== 'text',
  }));
}

/** The closed lists of reasons, by what they are reasons for. */
export function reasonsView() {
  const list = (reasons: Readonly<Record<string, Reason>>) =>
    Object.entries(reasons).map(([value, { label, basis, verified }]) => ({
      value,
      label,
      basis: basis.map(citation),
      toVerify: verified !== 'text',
    }));
  return {
    mediationEnd: list(mediationEndReasons),
    nonAcceptance: list(nonAcceptanceReasons),
    rejection: list(rejectionReasons),
    handoffReturn: list(returnReasons),
  };
}
