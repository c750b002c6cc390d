import type { ChannelTally, Tally } from '../../db/tallies.ts';
import { type ChannelId, channelLabels, type Text, withBelonging } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import { type AnswerCounts, type AnswerRate, answersTo } from './answers.ts';
import { requireRole } from './roles.ts';

/** One organisation among those that are counted. */
export interface OrganisationCounts {
  readonly organisation: string;
  readonly name: Text;
  /** Its district or county; null for the whole city and for areas without a division of their own. */
  readonly county: string | null;
  readonly openCases: number;
  readonly overdue: number;
  readonly dueWithinSevenDays: number;
  /** Of the respondents it invited to mediate. */
  readonly answers: AnswerRate;
}

/** An organisation, with those that belong to it, in numbers; holds nothing of any one case. */
export interface Aggregates {
  readonly organisation: Text;
  /** The county they are narrowed to; null: all. */
  readonly county: string | null;
  readonly openCases: number;
  /** Open cases by the channel that leads them. */
  readonly openProceedings: readonly { readonly channel: ChannelId; readonly label: Text; readonly count: number }[];
  readonly overdue: number;
  readonly dueWithinSevenDays: number;
  readonly handoffsToAnswer: number;
  readonly handoffsWaiting: number;
  /** How invitations to mediation were answered. */
  readonly answers: AnswerCounts;
  readonly officers: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  /** The organisation itself first, then those that belong to it, as far as they have something to count. */
  readonly organisations: readonly OrganisationCounts[];
  /** Respondents' answers by county, of the organisations that are in one. */
  readonly counties: readonly ({ readonly county: string; readonly name: Text } & AnswerRate)[];
}

const countedHandoffs = 1000;

/**
 * The numbers of the viewer's organisation and of those that belong to it, for its head and its staff; `county`: only of
 * those in that district or county. Throws `not-allowed`, and `invalid-input` for a county that is none.
 */
export async function aggregatesOf(
  viewer: Viewer,
  dependencies: Dependencies,
  county: string | null = null,
): Promise<Aggregates> {
  requireRole(viewer, 'centreHead', 'centreStaff', 'committeeClerk');
  const { organisationId } = viewer;
  if (organisationId === null) throw new ProblemError('not-allowed');
  const { store, accounts, town, now } = dependencies;
  if (county !== null && !town.counties.some(({ code }) => code === county))
    throw new ProblemError('invalid-input', { fields: [{ pointer: '/county' }] });
  const counted = withBelonging(organisationId, town).filter(
    (id) => county === null || town.organisations[id]?.division === county,
  );
  const today = momentOf(now()).slice(0, 10);
  const soonUpTo = Temporal.PlainDate.from(today).add({ days: 7 }).toString();
  const tally = await store.tallies.tally({ organisations: counted, today, soonUpTo });
  const { answers, rates } = await answersTo(counted, dependencies);
  const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]));
  const all = () => true;
  const channels = [...new Set(tally.channels.map(({ channel }) => channel))] as ChannelId[]; // Derived from the registry.
  const organisations = counted.map((id) => organisationCounts(id, tally, rates, town));
  return {
    organisation: town.organisations[organisationId]?.name ?? { zh: organisationId, en: organisationId },
    county,
    openCases: tally.openCases,
    openProceedings: channels.map((channel) => ({
      channel,
      label: channelLabels[channel],
      count: sumOf(tally, 'open', (row) => row.channel === channel),
    })),
    overdue: sumOf(tally, 'overdue', all),
    dueWithinSevenDays: sumOf(tally, 'dueSoon', all),
    handoffsToAnswer: await handoffsOf(counted, 'toAnswer', store),
    handoffsWaiting: await handoffsOf(counted, 'waiting', store),
    answers,
    officers: tally.officers
      .map(({ officer, open }) => ({ id: officer, name: names.get(officer) ?? officer, count: open }))
      .toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name)),
    organisations: organisations.filter(
      ({ organisation, openCases, answers: { invited } }) =>
        organisation === organisationId || openCases > 0 || invited > 0,
    ),
    counties: countyRates(organisations, town),
  };
}

type Counted = 'open' | 'overdue' | 'dueSoon';

function sumOf({ channels }: Tally, which: Counted, isMeant: (row: ChannelTally) => boolean): number {
  return channels.reduce((sum, row) => sum + (isMeant(row) ? row[which] : 0), 0);
}

function organisationCounts(
  id: string,
  tally: Tally,
  rates: ReadonlyMap<string, AnswerRate>,
  { organisations, counties }: Dependencies['town'],
): OrganisationCounts {
  const isOwn = ({ organisation }: ChannelTally) => organisation === id;
  return {
    organisation: id,
    name: organisations[id]?.name ?? { zh: id, en: id },
    county: counties.find(({ code }) => code === organisations[id]?.division)?.code ?? null,
    openCases: sumOf(tally, 'open', isOwn),
    overdue: sumOf(tally, 'overdue', isOwn),
    dueWithinSevenDays: sumOf(tally, 'dueSoon', isOwn),
    answers: rates.get(id) ?? { invited: 0, answered: 0 },
  };
}

function countyRates(organisations: readonly OrganisationCounts[], town: Dependencies['town']): Aggregates['counties'] {
  return town.counties.flatMap(({ code, name }) => {
    const own = organisations.filter(({ county }) => county === code);
    const total = (which: keyof AnswerRate) => own.reduce((sum, { answers }) => sum + answers[which], 0);
    const rate = { invited: total('invited'), answered: total('answered') };
    return rate.invited === 0 ? [] : [{ county: code, name, ...rate }];
  });
}

async function handoffsOf(
  organisations: readonly string[],
  box: 'toAnswer' | 'waiting',
  { reads }: Dependencies['store'],
): Promise<number> {
  const asked = organisations.map((organisation) => reads.handoffs({ organisation, box, limit: countedHandoffs }));
  return (await Promise.all(asked)).reduce((sum, { length }) => sum + length, 0);
}
