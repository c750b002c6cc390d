import type { DeskRow, HandoffRow } from '../../db/store.ts';
import {
  type Actor,
  type Clock,
  dayOf,
  daysLeft,
  type HandoffKind,
  handoffKinds,
  type Id,
  isShownOn,
  kit,
  ruleInForce,
  type Task,
  type Text,
} from '../../workflows/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { givenFor } from '../write/given.ts';
import { type ClockState, stateOf } from './clock-view.ts';
import { type CaseRowView, caseListView, type Glance, glancesAt } from './list-view.ts';
import { caseTitle, type OrganisationView, organisationView } from './names.ts';
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
/** How far ahead time limits are fetched; which are shown is decided by each rule's own warning. */
const aheadDays = 60;

/** The desk of one person. Empty for people without an organisation. */
export async function deskView(actor: Actor, dependencies: Dependencies): Promise<DeskView> {
  const { organisation } = actor;
  const given = await givenFor(actor, dependencies);
  if (organisation === null) return emptyDesk;
  const { reads } = dependencies.store;
  const ahead = Temporal.PlainDate.from(given.today).add({ days: aheadDays }).toString();
  const [clocks, allTasks, inbox, myCases] = await Promise.all([
    reads.clocks({ organisation, dueUpTo: ahead, limit: rowLimit * 2 }),
    reads.tasks({ organisation, person: null, limit: rowLimit * 2 }),
    handoffInbox(actor, dependencies),
    caseListView(actor, { scope: 'open', mine: true, after: null, limit: rowLimit }, dependencies),
  ]);
  const tasks = allTasks.filter(({ row }) => isShownOn(row, given.today));
  const glances = await glancesAt(
    [...clocks, ...tasks].map(({ caseId }) => caseId),
    actor,
    dependencies,
  );
  const shownTasks = tasks.flatMap((row) => deskTask(row, glances));
  return {
    organisation: organisationView({ given }, organisation),
    due: clocks
      .flatMap((row) => deskClock(row, glances))
      .filter(({ state }) => state !== 'running' && state !== 'suspended')
      .slice(0, rowLimit),
    waitingForMe: shownTasks.filter(({ mine }) => mine),
    organisationTasks: shownTasks.filter(({ mine }) => !mine),
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
  if (organisation === null) return { handoffsToAnswer: [], handoffsWaiting: [] };
  const { reads } = dependencies.store;
  const [toAnswer, waiting] = await Promise.all([
    reads.handoffs({ organisation, box: 'toAnswer', limit: rowLimit }),
    reads.handoffs({ organisation, box: 'waiting', limit: rowLimit }),
  ]);
  const glances = await glancesAt(
    [...toAnswer, ...waiting].map(({ caseId }) => caseId),
    actor,
    dependencies,
  );
  return {
    handoffsToAnswer: toAnswer.flatMap((row) => handoffRow(row, glances)),
    handoffsWaiting: waiting.flatMap((row) => handoffRow(row, glances)),
  };
}

function handoffRow(row: HandoffRow, glances: ReadonlyMap<Id, Glance>): readonly HandoffRowView[] {
  const glance = glances.get(row.caseId);
  const handoff = glance?.current.handoffs[row.handoff];
  if (glance === undefined || handoff === undefined) return [];
  const kind: HandoffKind = handoffKinds[handoff.kind];
  const { today } = glance.given;
  return [
    {
      case: caseRef(row, glance),
      id: row.handoff,
      label: kind.label,
      from: organisationView(glance, row.from),
      to: organisationView(glance, row.to),
      state: row.state,
      stateLabel: kit.meta(handoff.slot).label,
      offeredAt: row.offeredOn,
      waitingDays: row.offeredOn === null ? null : -daysLeft(row.offeredOn.slice(0, 10), today),
    },
  ];
}

function deskClock({ caseId, code, row }: DeskRow<Clock>, glances: ReadonlyMap<Id, Glance>): readonly DeskClockView[] {
  const glance = glances.get(caseId);
  if (glance === undefined) return [];
  const { given, visible } = glance;
  const left = row.due === null ? null : daysLeft(row.due, given.today);
  const home = row.proceeding === null ? undefined : glance.current.proceedings[row.proceeding];
  return [
    {
      case: caseRef({ caseId, code }, glance),
      id: row.id,
      label: ruleInForce(row.rule, dayOf(row.trigger.occurredOn)).rule.label,
      kind: row.kind,
      due: row.due,
      daysLeft: left,
      state: stateOf(row, left, given.now),
      proceeding: row.proceeding,
      mine: home !== undefined && visible.sight(home.id) === 'inside',
    },
  ];
}

function deskTask({ caseId, code, row }: DeskRow<Task>, glances: ReadonlyMap<Id, Glance>): readonly DeskTaskView[] {
  const glance = glances.get(caseId);
  return glance === undefined ? [] : [{ ...taskView(glance, row), case: caseRef({ caseId, code }, glance) }];
}

function caseRef({ caseId, code }: { readonly caseId: Id; readonly code: string }, glance: Glance): CaseRef {
  return { id: caseId, code, title: caseTitle(glance) };
}
