import { type BoxCounts, type ListedCase, leadOf } from '../../db/listings.ts';
import {
  type Actor,
  type Box,
  channelLabels,
  daysLeft,
  type Given,
  handoffKinds,
  type Id,
  isAssigned,
  kit,
  type ListedProceeding,
  opensWithReason,
  type Text,
  text,
  worksOnCases,
} from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { givenFor, momentOf } from '../write/given.ts';
import { type CaseListQuery, listRequestOf } from './list-request.ts';
import { listedTitle, type OrganisationView, organisationView, staffName } from './names.ts';

export const boxLabels = {
  inbox: text('待接收', 'To receive'),
  inProgress: text('办理中', 'In progress'),
  waiting: text('等待他方', 'Waiting for others'),
  done: text('已办结', 'Done'),
} as const satisfies Readonly<Record<Box, Text>>;

/** One case in a list. */
export interface CaseRowView {
  readonly id: Id;
  readonly code: string;
  readonly title: Text;
  readonly openedOn: string;
  readonly over: boolean;
  readonly box: Box;
  readonly boxLabel: Text;
  /** Whole days without a step, or since it was sent; null where nothing is waited for. */
  readonly waitingDays: number | null;
  /** The handoff to answer, or the one whose answer is awaited. */
  readonly handoff: { readonly id: Id; readonly label: Text } | null;
  readonly counterpart: OrganisationView | null;
  /** Whether the viewer is the officer or a deputy of something open here. */
  readonly mine: boolean;
  /** Colleagues in whose place the viewer has it today. */
  readonly standingInFor: readonly string[];
  /** The proceedings this viewer's organisation holds, held to their end, or keeps the record of. */
  readonly proceedings: readonly {
    readonly id: Id;
    readonly label: Text;
    readonly stateLabel: Text;
    readonly number: string | null;
    readonly organisation: OrganisationView;
    readonly officers: readonly string[];
    readonly open: boolean;
    readonly nextDue: string | null;
    readonly daysLeft: number | null;
    /** How many of the papers that are owed are there; null when it is over. */
    readonly papers: { readonly there: number; readonly due: number } | null;
  }[];
}

export interface CaseListView {
  readonly rows: readonly CaseRowView[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
  /** Cases in each box under the same filter. */
  readonly counts: BoxCounts;
}

/** Which page: `next` of the one before (null for the first), and how many rows. */
interface ListPage {
  readonly after: string | null;
  readonly limit: number;
}

/** What rows are drawn with, beside the rows themselves. */
export interface ListLook {
  readonly given: Given;
  readonly staff: Readonly<Record<Id, string>>;
}

/**
 * A page of cases from derived rows alone; no case file is read. Empty for people who know of no case. Rejects with
 * `CursorInvalid`, and with the problems `aggregates-only` (a centre's head gets no list) and `invalid-input`.
 */
export async function caseListView(
  actor: Actor,
  query: CaseListQuery,
  page: ListPage,
  dependencies: Dependencies,
): Promise<CaseListView> {
  const found = await caseRows(actor, query, page, dependencies);
  if (!worksOnCases(actor)) return { ...found, counts: { inbox: 0, inProgress: 0, waiting: 0, done: 0 } };
  const { filter } = listRequestOf(query, actor, momentOf(dependencies.now()).slice(0, 10));
  return { ...found, counts: await dependencies.store.listings.counts(filter) };
}

/** As {@link caseListView}, for who shows no counts: counting walks a whole list. */
export async function caseRows(
  actor: Actor,
  query: CaseListQuery,
  page: ListPage,
  dependencies: Dependencies,
): Promise<Omit<CaseListView, 'counts'>> {
  const look = await listLook(actor, dependencies);
  const { filter, place } = listRequestOf(query, actor, look.given.today);
  if (!worksOnCases(actor)) return { rows: [], next: null };
  const { rows, next } = await dependencies.store.listings.list({ ...filter, ...place, ...page });
  return { rows: rows.map((row) => caseRowView(row, look)), next };
}

/** What lists need to know of the viewer. Throws `aggregates-only` for somebody who opens cases only with a reason. */
export async function listLook(actor: Actor, dependencies: Dependencies): Promise<ListLook> {
  if (opensWithReason(actor)) throw new ProblemError('aggregates-only');
  const [given, staff] = await Promise.all([givenFor(actor, dependencies), dependencies.accounts.list()]);
  return { given, staff: Object.fromEntries(staff.map(({ id, name }) => [id, name])) };
}

export function caseRowView(row: ListedCase, look: ListLook): CaseRowView {
  const { given, staff } = look;
  const { listing } = row;
  const { box, since, handoff, counterpart } = listing;
  const open = listing.proceedings.filter((one) => one.open);
  const isOf = (person: Id) => open.some((one) => isAssigned(one, person, given.today));
  const replaced = (given.actor.standsInFor ?? []).filter(isOf);
  return {
    id: row.caseId,
    code: listing.code,
    title: listedTitle(row),
    openedOn: listing.openedOn,
    over: listing.over,
    box,
    boxLabel: boxLabels[box],
    waitingDays: box === 'done' ? null : Math.max(0, -daysLeft(since, given.today)),
    handoff: handoff === null ? null : { id: handoff.id, label: handoffKinds[handoff.kind].label },
    counterpart: counterpart === null ? null : organisationView(look, counterpart),
    mine: isOf(given.actor.person),
    standingInFor: isOf(given.actor.person) ? [] : replaced.map((id) => staffName({ staff }, id)),
    proceedings: inOrder(listing.proceedings, leadOf(listing)).map((one) => ({
      id: one.proceeding,
      label: channelLabels[one.channel],
      stateLabel: kit.meta({ ...one.slot, context: {} }).label,
      number: one.number,
      organisation: organisationView(look, one.organisation),
      officers: one.officers.map((id) => staffName({ staff }, id)),
      open: one.open,
      nextDue: one.nextDue,
      daysLeft: one.nextDue === null ? null : daysLeft(one.nextDue, given.today),
      papers: one.papers ?? null,
    })),
  };
}

/** In the order in which they were opened, the one that lists show last. */
function inOrder(all: readonly ListedProceeding[], lead: ListedProceeding | undefined): readonly ListedProceeding[] {
  return lead === undefined ? all : [...all.filter((one) => one !== lead), lead];
}
