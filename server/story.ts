import { castMember, type StoryLogin } from '../seeds/cast.ts';
import { withElsewhere } from '../seeds/reference/elsewhere.ts';
import { stories, storiesElsewhere } from '../seeds/stories/index.ts';
import type { Story, StoryStep } from '../seeds/stories/story.ts';
import { type CaseFile, caseFileAsOf, clocksOf, commands, kit, ruleInForce, type Text } from '../workflows/index.ts';
import { readConfig, SettingsWrong } from './config.ts';
import { raiseCast } from './demo.ts';
import { tellStory } from './tell.ts';
import { openHouse } from './town.ts';
import type { Dependencies } from './write/index.ts';

/** `npm run story -- first`: tells a story on the database in JIEFEN_DATA and prints what each step made of the case. */
async function main(name: string | undefined): Promise<number> {
  const story = stories[name ?? ''] ?? storiesElsewhere[name ?? ''];
  if (story === undefined) {
    const known = Object.keys({ ...stories, ...storiesElsewhere }).join(', ');
    process.stderr.write(
      `请指定故事：npm run story -- <名称>。可选：${known}\nName a story: npm run story -- <name>. There are: ${known}\n`,
    );
    return 1;
  }
  const config = readConfig(process.env);
  const house = await openHouse(config);
  try {
    await raiseCast(house.dependencies, config.demo);
    const dependencies = withTown(house.dependencies, story);
    await tellStory(story, dependencies);
    for (const line of await linesOf(story, dependencies)) process.stdout.write(`${line}\n`);
    return 0;
  } finally {
    await house.close();
  }
}

/** A story from elsewhere is told with its own organisations beside Yantai's; the running server does not offer them. */
function withTown(dependencies: Dependencies, { id }: Story<StoryLogin>): Dependencies {
  return id in storiesElsewhere ? { ...dependencies, town: withElsewhere(dependencies.town) } : dependencies;
}

/** The told story, step by step: each as the case was known at that moment, out of the journal. */
export async function linesOf(story: Story<StoryLogin>, dependencies: Dependencies): Promise<readonly string[]> {
  const caseId = `story-${story.id}`;
  const caseFile = await dependencies.store.load(caseId);
  if (caseFile === null) return [];
  const journal = await dependencies.store.reads.journal(caseId);
  const head = [`${story.title.zh} · ${story.title.en}`, story.source.zh, `${caseFile.header.code} · ${caseId}`];
  const steps = story.steps.flatMap((step, index) => {
    const told = journal.findIndex(({ envelope }) => envelope.commandId === `story-${story.id}-${index + 1}`);
    const next = journal.findIndex(({ envelope }, at) => at > told && envelope.causedBy === null);
    // Several steps may share a minute: the journal up to the next command is exactly what this one left behind.
    const upTo = next === -1 ? journal.length : next;
    const after = caseFileAsOf(caseFile, journal, { on: null, knownAt: null, upTo });
    return ['', ...stepLines(step, index + 1, after, dependencies)];
  });
  return [...head, ...steps];
}

function stepLines(
  step: StoryStep<StoryLogin>,
  number: number,
  after: CaseFile,
  { town, calendar }: Dependencies,
): readonly string[] {
  const shortName = (id: string) => town.organisations[id]?.shortName.zh ?? id;
  const label: Text | undefined = commands[step.command]?.label;
  const by = shortName(castMember(step.by).organisation ?? '');
  const head = `${String(number).padStart(2)}. ${(step.occurredOn ?? step.at).replace('T', ' ')}  ${by}  ${label?.zh ?? step.command} · ${label?.en ?? ''}`;
  const states = [
    ...Object.values(after.matters).map(({ slot }, index) => `争议事项${index + 1}：${kit.meta(slot).label.zh}`),
    ...Object.values(after.proceedings).map(
      ({ organisation, number, slot, endedOn }) =>
        `${shortName(organisation)}${endedOn === null ? '（承办）' : '（已结）'}：${kit.meta(slot).label.zh}${number === null ? '' : ` ${number}`}`,
    ),
    ...Object.values(after.handoffs).map(
      ({ fromOrganisation, toOrganisation, slot }) =>
        `${shortName(fromOrganisation)}→${shortName(toOrganisation)}：${kit.meta(slot).label.zh}`,
    ),
  ];
  const clocks = clocksOf(after, calendar).map(({ rule, trigger, due, provisional }) => {
    const name = ruleInForce(rule, trigger.occurredOn.slice(0, 10)).rule.label.zh;
    return `${name} 至 ${(due ?? '暂停').replace('T', ' ')}${provisional ? '（暂定）' : ''}`;
  });
  return [head, ...states.map((line) => `      ${line}`), ...clocks.map((line) => `      ⏱ ${line}`)];
}

if (import.meta.main) {
  main(process.argv[2]).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof SettingsWrong || !(error instanceof Error) ? error : error.stack}\n`);
      process.exitCode = 1;
    },
  );
}
