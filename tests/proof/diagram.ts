/** A machine as a picture that a browser of the repository draws: states with their labels, steps with what they ask. */
import { commands, kit } from '../../workflows/index.ts';

/** The page of one machine: its diagram and its states with owner, clocks and reasons to wait. */
export function machinePage(machine: string): string {
  const { version, states } = kit.describe(machine);
  const name = (id: string) => id.replaceAll('.', '_');
  const declared = states.map(({ id, meta }) => `  ${name(id)} : ${meta.label.zh}`);
  const begins = states.filter(({ initial }) => initial).map(({ id }) => `  [*] --> ${name(id)}`);
  const steps = states.flatMap(({ id, transitions }) =>
    transitions.flatMap(({ command, targets, when }) =>
      targets.map((target) => `  ${name(id)} --> ${name(target)} : ${stepLabel(command, when)}`),
    ),
  );
  const ends = states.filter(({ meta }) => meta.over).map(({ id }) => `  ${name(id)} --> [*]`);
  const rows = states.map(({ id, meta }) => {
    const rests = meta.over ? '已结束 over' : (meta.waits?.zh ?? '');
    return `| \`${id}\` | ${meta.label.zh}<br>${meta.label.en} | ${meta.owner} | ${meta.clocks.map((clock) => `\`${clock}\``).join(' ')} | ${rests} |`;
  });
  return `# ${machine} ${version}

\`\`\`mermaid
stateDiagram-v2
${[...declared, ...begins, ...new Set(steps), ...ends].join('\n')}
\`\`\`

| 状态 state | 名称 | 由谁推进 owner | 期限 clocks | 等待的理由 waits because |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

function stepLabel(command: string, when: object): string {
  const conditions = Object.entries(when).map(([fact, expected]) => `${fact}=${expected}`);
  const label = commands[command]?.label.zh ?? command;
  return conditions.length === 0 ? label : `${label}（${conditions.join('，')}）`;
}
