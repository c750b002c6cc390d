import type { DeskRow } from '../../db/store.ts';
import {
  type Actor,
  type ClashKind,
  type Clock,
  clashesOf,
  dayOf,
  hearingsOf,
  type Id,
  type Meeting,
  type PlacedMeeting,
  ruleInForce,
  type Text,
  text,
} from '../../workflows/index.ts';
import { type Glance, glancesAt } from '../views/glance.ts';
import { caseTitle, staffName } from '../views/names.ts';
import { type Dependencies, placeIn } from '../write/index.ts';
import { daysOf, type Week } from './week.ts';

/** A session or hearing in a week. */
export interface MeetingView {
  readonly caseId: Id;
  readonly code: string;
  readonly title: Text;
  readonly label: Text;
  /** `YYYY-MM-DDTHH:mm`, or a day where no hour was recorded. */
  readonly at: string;
  readonly isHeld: boolean;
  readonly place: string | null;
  readonly officers: readonly string[];
  /** What it shares with another meeting of the organisation at the same time. */
  readonly clashes: readonly ClashKind[];
}

/** A time limit that ends in the week. */
export interface DueView {
  readonly caseId: Id;
  readonly code: string;
  readonly title: Text;
  readonly label: Text;
  readonly kind: Clock['kind'];
  readonly due: string;
}

export interface CalendarDay {
  readonly day: string;
  readonly meetings: readonly MeetingView[];
  readonly due: readonly DueView[];
}

/** At most so many meetings, and time limits up to the end, of one organisation. */
const rowLimit = 1000;

/** The week of an organisation: of the actor and of those it stands in for, or of everybody there. */
export async function calendarView(
  actor: Actor,
  week: Week,
  whose: 'mine' | 'organisation',
  dependencies: Dependencies,
): Promise<readonly CalendarDay[]> {
  const { organisation } = actor;
  if (organisation === null) return daysOf(week).map((day) => ({ day, meetings: [], due: [] }));
  const { reads } = dependencies.store;
  const [from, to] = [week.monday.toString(), week.sunday.toString()];
  const [rows, clocks] = await Promise.all([
    reads.meetings({ organisation, from, to, limit: rowLimit }),
    reads.clocks({ organisation, dueFrom: from, dueUpTo: to, limit: rowLimit }),
  ]);
  const due = clocks.filter(({ row }) => row.due !== null);
  const ids = [...rows, ...due].map(({ caseId }) => caseId);
  const glances = await glancesAt(ids, actor, dependencies);
  const known = rows.filter(({ caseId }) => glances.has(caseId));
  const placed = await withPlaces(known, dependencies);
  const meetings = placed
    .filter(({ row }) => whose === 'organisation' || isOf(row, actor))
    .map((one) => meetingView(one, placed, glances.get(one.caseId)!));
  const limits = due.flatMap((row) => dueView(row, whose, glances.get(row.caseId)));
  return daysOf(week).map((day) => ({
    day,
    meetings: meetings.filter(({ at }) => dayOf(at) === day),
    due: limits.filter((one) => dayOf(one.due) === day),
  }));
}

/** Whether somebody is at a meeting, or the one it stands in for. */
function isOf({ officers }: Meeting, { person, standsInFor = [] }: Actor): boolean {
  return [person, ...standsInFor].some((one) => officers.includes(one));
}

export interface Placed extends DeskRow<Meeting> {
  readonly place: string | null;
}

/** Meetings with where they are, which only the journal says. */
export async function withPlaces(
  rows: readonly DeskRow<Meeting>[],
  { store }: Pick<Dependencies, 'store'>,
): Promise<readonly Placed[]> {
  const cases = [...new Set(rows.map(({ caseId }) => caseId))];
  const journals = new Map(await Promise.all(cases.map(async (id) => [id, await store.reads.journal(id)] as const)));
  return rows.map((one) => ({ ...one, place: placeIn(journals.get(one.caseId) ?? [], one.row) }));
}

/** What a meeting is called. */
export function meetingLabel({ kind, proceeding }: Meeting, { current }: Pick<Glance, 'current'>): Text {
  const channel = current.proceedings[proceeding]?.channel;
  const hearing = channel === undefined || kind === 'session' ? null : hearingsOf(channel);
  return hearing?.label ?? text('调解会议', 'Session');
}

function meetingView(one: Placed, all: readonly Placed[], glance: Glance): MeetingView {
  const { caseId, code, row, place } = one;
  const asked: PlacedMeeting = { ...row, place };
  const others = all.filter((other) => other !== one && other.row.state === 'planned');
  const clashes =
    row.state === 'held' ? [] : others.flatMap((other) => clashesOf(asked, { ...other.row, place: other.place }));
  return {
    caseId,
    code,
    title: caseTitle(glance),
    label: meetingLabel(row, glance),
    at: row.at,
    isHeld: row.state === 'held',
    place,
    officers: row.officers.map((id) => staffName(glance, id)).filter((name) => name !== ''),
    clashes: [...new Set(clashes)],
  };
}

function dueView(
  { caseId, code, row }: DeskRow<Clock>,
  whose: 'mine' | 'organisation',
  glance: Glance | undefined,
): readonly DueView[] {
  if (glance === undefined || row.due === null) return [];
  const isMine = row.proceeding !== null && glance.visible.sight(row.proceeding) === 'inside';
  if (whose === 'mine' && !isMine) return [];
  const { label } = ruleInForce(row.rule, dayOf(row.trigger.occurredOn)).rule;
  return [{ caseId, code, title: caseTitle(glance), label, kind: row.kind, due: row.due }];
}
