import { holdersOf, isTaskOf } from '../../db/desk-tasks.ts';
import type { ListedCase } from '../../db/listings.ts';
import type { DeskRow, HandoffRow } from '../../db/store.ts';
import {
  type Actor,
  type Clock,
  dayOf,
  daysLeft,
  type HandoffKind,
  type HandoffKindId,
  handoffKinds,
  type Id,
  isInCharge,
  kit,
  ruleInForce,
  type Task,
  type Text,
  worksOnCases,
} from '../../workflows/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { type ClockState, stateOf } from './clock-view.ts';
import { type CaseRowView, caseRows, type ListLook, listLook } from './list-view.ts';
import { listedTitle, type OrganisationView, organisationView } from './names.ts';
import { type TaskView, taskView } from './task-view.ts';

/** The case a row of the desk belongs to. */
export interface CaseRef {
  readonly id: Id;
  readonly code: string;
  readonly title: Text;
}

/** A time limit as the desk lists it; the proof is on the case page. */
export interface DeskClockView {
  readonly case: CaseRef;
  readonly id: string;
  readonly label: Text;
  readonly kind: Clock['kind'];
  readonly due: string | null;
  readonly daysLeft: number | null;
  readonly state: ClockState;
  readonly proceeding: Id | null;
  /** Whether the viewer is the officer or a deputy of the proceeding. */
  readonly mine: boolean;
}

/** A handoff as an inbox lists it. */
export interface HandoffRowView {
  readonly case: CaseRef;
  readonly id: Id;
  readonly label: Text;
  readonly from: OrganisationView;
  readonly to: OrganisationView;
  readonly state: string;
  readonly stateLabel: Text;
  readonly offeredAt: string | null;
  /** Whole days since it was sent. */
  readonly waitingDays: number | null;
}

export interface DeskTaskView extends TaskView {
  readonly case: CaseRef;
}

export interface DeskView {
  readonly organisation: OrganisationView | null;
  /** Time limits that end today, have passed or are near, nearest first. */
  readonly due: readonly DeskClockView[];
  /** What this person, or anyone of the role, has to do. */
  readonly waitingForMe: readonly DeskTaskView[];
  /** What the rest of the organisation has to do. */
  readonly organisationTasks: readonly DeskTaskView[];
  readonly handoffsToAnswer: readonly HandoffRowView[];
  readonly handoffsWaiting: readonly HandoffRowView[];
  readonly myCases: readonly CaseRowView[];
}

/** How many rows of each kind a desk shows at most. */
const rowLimit = 50;

/** Of limits so many are looked at: some are not shown yet, and some stand in cases that the viewer does not know. */
const clocksRead = 400;
/** How far ahead time limits are fetched; which are shown is decided by each rule's own warning. */
const aheadDays = 60;

/** The desk of one person. Empty for people without an organisation. */
export async function deskView(actor: Actor, dependencies: Dependencies): Promise<DeskView> {
  const { organisation } = actor;
  if (organisation === null || !worksOnCases(actor)) return emptyDesk;
  const look = await listLook(actor, dependencies);
  const { reads, listings } = dependencies.store;
  const ahead = Temporal.PlainDate.from(look.given.today).add({ days: aheadDays }).toString();
  const holders = holdersOf(actor);
  const tasks = { organisation, shownOn: look.given.today, limit: rowLimit * 2 };
  const [clocks, mine, allTasks, inbox, myCases] = await Promise.all([
    reads.clocks({ organisation, dueFrom: null, dueUpTo: ahead, workOn: look.given.today, limit: clocksRead }),
    // Asked for by person and role: among those of a whole office the first hundred may be everybody else's.
    reads.tasks({ ...tasks, whose: holders }),
    reads.tasks({ ...tasks, whose: null }),
    handoffInbox(actor, dependencies),
    caseRows(actor, { scope: 'open', mine: 'true' }, { after: null, limit: rowLimit }, dependencies),
  ]);
  const others = allTasks.filter(({ row }) => !isTaskOf(row, holders));
  const cases: ListedCases = await listings.listed(
    organisation,
    [...clocks, ...mine, ...others].map(({ caseId }) => caseId),
  );
  return {
    organisation: organisationView(look, organisation),
    due: clocks
      .flatMap((row) => deskClock(row, cases, look))
      // A waiting period only says from when something may be done: it is nobody's duty, and its end is a task.
      .filter(({ kind, state }) => kind !== 'waitingPeriod' && state !== 'running' && state !== 'suspended')
      .slice(0, rowLimit),
    waitingForMe: mine.flatMap((row) => deskTask(row, cases, look)),
    organisationTasks: others.flatMap((row) => deskTask(row, cases, look)),
    ...inbox,
    myCases: myCases.rows,
  };
}

const emptyDesk: DeskView = {
  organisation: null,
  due: [],
  waitingForMe: [],
  organisationTasks: [],
  handoffsToAnswer: [],
  handoffsWaiting: [],
  myCases: [],
};

export type HandoffInbox = Pick<DeskView, 'handoffsToAnswer' | 'handoffsWaiting'>;

/** Handoffs an organisation has to answer, and those it sent and waits for; longest waiting first. */
export async function handoffInbox(actor: Actor, dependencies: Dependencies): Promise<HandoffInbox> {
  const { organisation } = actor;
  if (organisation === null || !worksOnCases(actor)) return { handoffsToAnswer: [], handoffsWaiting: [] };
  const look = await listLook(actor, dependencies);
  const { reads, listings } = dependencies.store;
  const [toAnswer, waiting] = await Promise.all([
    reads.handoffs({ organisation, box: 'toAnswer', limit: rowLimit }),
    reads.handoffs({ organisation, box: 'waiting', limit: rowLimit }),
  ]);
  const cases: ListedCases = await listings.listed(
    organisation,
    [...toAnswer, ...waiting].map(({ caseId }) => caseId),
  );
  return {
    handoffsToAnswer: toAnswer.flatMap((row) => handoffRow(row, cases, look)),
    handoffsWaiting: waiting.flatMap((row) => handoffRow(row, cases, look)),
  };
}

/** The rows behind the desk's titles; a case that is not among them is none the viewer may know of. */
type ListedCases = ReadonlyMap<Id, ListedCase>;

function handoffRow(row: HandoffRow, cases: ListedCases, look: ListLook): readonly HandoffRowView[] {
  const found = cases.get(row.caseId);
  // Kinds are those of the table: `derive` wrote the row from a handoff.
  const kind: HandoffKind | undefined = handoffKinds[row.kind as HandoffKindId];
  if (found === undefined || kind === undefined) return [];
  return [
    {
      case: caseRef(found),
      id: row.handoff,
      label: kind.label,
      from: organisationView(look, row.from),
      to: organisationView(look, row.to),
      state: row.state,
      stateLabel: kit.meta({ ...kit.begin('handoff'), value: row.state }).label,
      offeredAt: row.offeredOn,
      waitingDays: row.offeredOn === null ? null : -daysLeft(row.offeredOn.slice(0, 10), look.given.today),
    },
  ];
}

function deskClock({ caseId, row }: DeskRow<Clock>, cases: ListedCases, { given }: ListLook): readonly DeskClockView[] {
  const found = cases.get(caseId);
  if (found === undefined) return [];
  const left = row.due === null ? null : daysLeft(row.due, given.today);
  const home = found.listing.proceedings.find(({ proceeding }) => proceeding === row.proceeding);
  return [
    {
      case: caseRef(found),
      id: row.id,
      label: ruleInForce(row.rule, dayOf(row.trigger.occurredOn)).rule.label,
      kind: row.kind,
      due: row.due,
      daysLeft: left,
      state: stateOf(row, left, given.now),
      proceeding: row.proceeding,
      mine:
        home !== undefined &&
        home.organisation === given.actor.organisation &&
        isInCharge(home, given.actor, given.today),
    },
  ];
}

function deskTask({ caseId, row }: DeskRow<Task>, cases: ListedCases, look: ListLook): readonly DeskTaskView[] {
  const found = cases.get(caseId);
  return found === undefined ? [] : [{ ...taskView(look, row), case: caseRef(found) }];
}

function caseRef(found: ListedCase): CaseRef {
  return { id: found.caseId, code: found.listing.code, title: listedTitle(found) };
}
