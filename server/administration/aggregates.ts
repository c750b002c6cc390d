import { type ChannelId, channelLabels, daysLeft, type Text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import { type AnswerCounts, answersTo } from './answers.ts';
import { requireRole } from './roles.ts';

/** An organisation in numbers; holds nothing of any one case. */
export interface Aggregates {
  readonly organisation: Text;
  readonly openCases: number;
  readonly openProceedings: readonly { readonly channel: ChannelId; readonly label: Text; readonly count: number }[];
  readonly overdue: number;
  readonly dueWithinSevenDays: number;
  readonly handoffsToAnswer: number;
  readonly handoffsWaiting: number;
  /** How invitations to mediation were answered. */
  readonly answers: AnswerCounts;
  readonly officers: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

const pageSize = 200;
const countedHandoffs = 1000;

/** The numbers of the viewer's organisation, for its head and its staff. */
export async function aggregatesOf(viewer: Viewer, dependencies: Dependencies): Promise<Aggregates> {
  requireRole(viewer, 'centreHead', 'centreStaff', 'committeeClerk');
  const organisation = viewer.organisationId;
  if (organisation === null) throw new ProblemError('not-allowed');
  const { store, accounts, town, now } = dependencies;
  const today = momentOf(now()).slice(0, 10);
  const channels = new Map<ChannelId, number>();
  const officers = new Map<string, number>();
  let [openCases, overdue, dueWithinSevenDays] = [0, 0, 0];
  let after: string | null = null;
  do {
    const page = await store.reads.cases({ organisation, scope: 'open', officer: null, after, limit: pageSize });
    openCases += page.rows.length;
    const open = page.rows.flatMap((row) =>
      row.proceedings.filter((one) => one.open && one.organisation === organisation),
    );
    for (const proceeding of open) {
      channels.set(proceeding.channel, (channels.get(proceeding.channel) ?? 0) + 1);
      for (const officer of proceeding.officers) officers.set(officer, (officers.get(officer) ?? 0) + 1);
      const left = proceeding.nextDue === null ? null : daysLeft(proceeding.nextDue, today);
      if (left !== null && left < 0) overdue += 1;
      else if (left !== null && left <= 7) dueWithinSevenDays += 1;
    }
    after = page.next;
  } while (after !== null);
  const count = async (box: 'toAnswer' | 'waiting') =>
    (await store.reads.handoffs({ organisation, box, limit: countedHandoffs })).length;
  const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]));
  return {
    organisation: town.organisations[organisation]?.name ?? { zh: organisation, en: organisation },
    openCases,
    openProceedings: [...channels].map(([channel, many]) => ({ channel, label: channelLabels[channel], count: many })),
    overdue,
    dueWithinSevenDays,
    handoffsToAnswer: await count('toAnswer'),
    handoffsWaiting: await count('waiting'),
    answers: await answersTo(organisation, dependencies),
    officers: [...officers]
      .map(([id, many]) => ({ id, name: names.get(id) ?? id, count: many }))
      .toSorted((one, other) => other.count - one.count),
  };
}
