import { allBoxes, type ListFilter, type ListOrder, type ListRequest } from '../../db/listings.ts';
import { CursorInvalid } from '../../db/store.ts';
import {
  type Actor,
  channelLabels,
  type LegalDate,
  organisationsIn,
  type Reference,
  sourceLabels,
  text,
} from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';

/** What the address of a list may ask for; the API and the pages read the same names. */
export const caseListQueryNames = [
  'box',
  'scope',
  'mine',
  'officer',
  'channel',
  'state',
  'source',
  'with',
  'county',
  'due',
  'from',
  'to',
  'order',
] as const;

export type CaseListQuery = { readonly [name in (typeof caseListQueryNames)[number]]?: string };

/** A list's filter for somebody, with the box, order and page it is looked at in. */
export interface AskedList {
  readonly filter: ListFilter;
  readonly place: Pick<ListRequest, 'box' | 'order'>;
}

const orders = ['latest', 'earliest', 'due', 'waiting'] as const satisfies readonly ListOrder[];

/** Reads what an address asks for. `today` is the day that time limits are counted from. Throws `invalid-input`. */
export function listRequestOf(
  query: CaseListQuery,
  actor: Actor,
  today: LegalDate,
  town: Pick<Reference, 'organisations' | 'counties'>,
): AskedList {
  const { mine, officer, state, due, from, to } = query;
  const own = [actor.person, ...(actor.standsInFor ?? [])];
  const filter: ListFilter = {
    organisation: actor.organisation ?? '',
    officers: isYes(mine) ? own : officer ? [officer] : null,
    open: oneOf(query.scope, ['open', 'all'] as const, 'scope') === 'open',
    channel: oneOf(query.channel, Object.keys(channelLabels), 'channel'),
    state: state || null,
    source: oneOf(query.source, Object.keys(sourceLabels), 'source'),
    counterparts: counterpartsOf(query, actor, town),
    dueUpTo: due ? lastDay(due, today) : null,
    openedFrom: dayOf(from, 'from'),
    openedTo: dayOf(to, 'to'),
  };
  return {
    filter,
    place: { box: oneOf(query.box, allBoxes, 'box'), order: oneOf(query.order, orders, 'order') ?? 'latest' },
  };
}

/**
 * With whom a case moves: one organisation, or those of a county. A case of an organisation of that county is in it anyhow.
 */
function counterpartsOf(
  { with: other, county }: CaseListQuery,
  { organisation }: Actor,
  town: Pick<Reference, 'organisations' | 'counties'>,
): readonly string[] | null {
  const codes = town.counties.map(({ code }) => code);
  const asked = oneOf(county, codes, 'county');
  const inCounty = asked === null ? null : organisationsIn(asked, town);
  const wanted = other ? [other] : null;
  if (inCounty === null || inCounty.includes(organisation ?? '')) return wanted;
  return wanted === null ? inCounty : wanted.filter((id) => inCounty.includes(id));
}

function isYes(value: string | undefined): boolean {
  return oneOf(value, ['true', 'false'] as const, 'mine') === 'true';
}

/** `overdue`, or within how many days. */
function lastDay(due: string, today: LegalDate): LegalDate {
  const days = due === 'overdue' ? -1 : /^\d{1,3}$/.test(due) ? Number(due) : null;
  if (days === null) throw invalid('due');
  return Temporal.PlainDate.from(today).add({ days }).toString();
}

function dayOf(typed: string | undefined, name: string): LegalDate | null {
  if (typed === undefined || typed === '') return null;
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(typed)) return Temporal.PlainDate.from(typed, { overflow: 'reject' }).toString();
  } catch {
    // Not a day of the calendar: refused below.
  }
  throw invalid(name);
}

function oneOf<const Value extends string>(
  typed: string | undefined,
  values: readonly Value[],
  name: string,
): Value | null {
  if (typed === undefined || typed === '') return null;
  const found = values.find((value) => value === typed);
  if (found === undefined) throw invalid(name);
  return found;
}

function invalid(name: string): ProblemError {
  return new ProblemError('invalid-input', { fields: [{ pointer: `/${name}` }] });
}

/** A page of a list. Throws `bad-request`, in the reader's words, when its marker was not given out by the list. */
export async function knownPage<T>(page: Promise<T>): Promise<T> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof CursorInvalid) throw new ProblemError('bad-request', { detail: badCursor });
    throw error;
  }
}

const badCursor = text(
  '翻页标记无效，请从第一页重新打开。',
  'The page marker is not valid; begin again at the first page.',
);
