/** Everything that lists and desks need of one case, recomputed whole from the case file; `db:check` compares it with what is stored. */

import { recordKeeper } from './access.ts';
import { invitationsOf } from './answer-rates.ts';
import type { Calendar } from './calendar.ts';
import type { CaseFile, Id, Proceeding } from './case-file.ts';
import { evidenceTasks } from './channels/adminRuling/evidence.ts';
import { channelOf } from './channels/index.ts';
import { clocksOf } from './clocks.ts';
import type { Clock, Derived, ProceedingRow, Task } from './derived.ts';
import { conferenceTasks } from './dossier/conferences.ts';
import { lettersToBring } from './dossier/letters.ts';
import { noteText, openNotes } from './dossier/notes.ts';
import { opinionTasks } from './dossier/opinions.ts';
import { handoffKinds } from './handoff/kinds.ts';
import { limitationTasks } from './limitation-tasks.ts';
import { listingsOf } from './listings.ts';
import { kit } from './machines.ts';
import { plannedSessions } from './mediation/planned-sessions.ts';
import { meetingsOf } from './meetings.ts';
import { mediatingRole, obligationTasks } from './obligation-tasks.ts';
import { partyTasks } from './party-tasks.ts';
import { keysOf } from './radar/keys.ts';
import type { OrganisationKind, Reference, Role } from './reference.ts';
import { referralRows } from './referrals.ts';
import { text } from './text.ts';
import { versions } from './versions.ts';

/** Derives the rows of one case. Same case file, calendar and reference: same rows, in the same order. */
export function derive(caseFile: CaseFile, calendar: Calendar, reference: Reference): Derived {
  const clocks = clocksOf(caseFile, calendar)
    .map((clock) => onDesk(clock, caseFile, reference))
    .sort((left, right) => left.id.localeCompare(right.id));
  const over = Object.values(caseFile.matters).every((matter) => kit.meta(matter.slot).over);
  const proceedings = Object.values(caseFile.proceedings).map((proceeding) => rowOf(proceeding, clocks));
  return {
    with: { ...versions, calendar: calendar.version, reference: reference.version },
    code: caseFile.header.code,
    openedOn: caseFile.header.openedOn,
    over,
    proceedings,
    clocks,
    tasks: tasksOnDesks(caseFile, calendar, reference),
    organisations: organisationsOf(caseFile),
    openHandoffs: openHandoffsOf(caseFile),
    listings: listingsOf(caseFile, proceedings, over, reference),
    referrals: referralRows(caseFile, calendar, reference),
    meetings: meetingsOf(caseFile),
    invitations: invitationsOf(caseFile),
    keys: keysOf(caseFile),
  };
}

/** What is to be done in a case, each on the desk on which it lies, in the order of ids. */
export function tasksOnDesks(caseFile: CaseFile, calendar: Calendar, reference: Reference): readonly Task[] {
  return tasksOf(caseFile, calendar, reference)
    .map((task) => {
      const placed = onDesk(task, caseFile, reference);
      // Where the office has no login its roles are nobody's: whoever does the papers at the keeper does it.
      return placed.organisation === task.organisation
        ? placed
        : { ...placed, role: paperRole(placed.organisation, reference) };
    })
    .sort((left, right) => left.id.localeCompare(right.id));
}

/** What concerns an organisation that is not on the system lies on the desk of whoever keeps the record for it. */
function onDesk<Row extends Clock | Task>(row: Row, caseFile: CaseFile, reference: Reference): Row {
  const held = row.proceeding === null ? undefined : caseFile.proceedings[row.proceeding];
  if (held?.organisation !== row.organisation) return row;
  return { ...row, organisation: recordKeeper(caseFile, held, reference) };
}

function officersOf(proceeding: Proceeding): readonly Id[] {
  return proceeding.assignments.filter((one) => one.to === null).map((one) => one.person);
}

function rowOf(proceeding: Proceeding, clocks: readonly Clock[]): ProceedingRow {
  const dues = clocks.filter((clock) => clock.proceeding === proceeding.id).flatMap((clock) => clock.due ?? []);
  return {
    proceeding: proceeding.id,
    channel: proceeding.channel,
    organisation: proceeding.organisation,
    number: proceeding.number,
    state: kit.states(proceeding.slot)[0] ?? '',
    officers: officersOf(proceeding),
    open: proceeding.endedOn === null,
    nextDue: dues.sort()[0] ?? null,
  };
}

function tasksOf(caseFile: CaseFile, calendar: Calendar, reference: Reference): readonly Task[] {
  return [
    ...stateTasks(caseFile, reference),
    ...handoffTasks(caseFile, reference),
    ...sessionTasks(caseFile),
    ...letterTasks(caseFile, reference),
    ...noteTasks(caseFile, reference),
    ...obligationTasks(caseFile, calendar),
    ...conferenceTasks(caseFile, reference, (organisation) => paperRole(organisation, reference)),
    ...opinionTasks(caseFile, reference, (organisation) => paperRole(organisation, reference)),
    ...evidenceTasks(caseFile),
    ...limitationTasks(caseFile, calendar, reference, (organisation) => paperRole(organisation, reference)),
    ...partyTasks(caseFile, calendar, (proceeding) => listeningRole(proceeding, reference)),
  ];
}

const noTask = { person: null, proceeding: null, handoff: null, dueOn: null } as const;

/** Who does the papers at an organisation of a kind: handoffs are theirs to send, follow and answer. */
const paperRoles: { readonly [kind in OrganisationKind]?: Role } = {
  court: 'courtLiaison',
  protectionCentre: 'centreStaff',
  rightsAidCentre: 'centreStaff',
  arbitrationInstitution: 'arbitrationSecretary',
  patentAdministrationDepartment: 'rulingOfficer',
  trademarkEnforcementDepartment: 'enforcementOfficer',
  copyrightAuthority: 'enforcementOfficer',
  plantVarietyAuthority: 'enforcementOfficer',
  publicSecurity: 'criminalLiaison',
  procuratorate: 'criminalLiaison',
};

function paperRole(organisation: Id, { organisations }: Reference): Role {
  const kind = organisations[organisation]?.kind;
  return (kind === undefined ? undefined : paperRoles[kind]) ?? 'committeeClerk';
}

/** Who hears what parties say: whoever mediates once somebody is named, and who does the papers before. */
function listeningRole({ channel, organisation, assignments }: Proceeding, reference: Reference): Role {
  const isNamed = assignments.some((one) => one.to === null);
  return isNamed && channelOf(channel)?.family === 'mediation'
    ? mediatingRole(channel)
    : paperRole(organisation, reference);
}

function stateTasks(caseFile: CaseFile, reference: Reference): readonly Task[] {
  return Object.values(caseFile.proceedings).flatMap((proceeding) =>
    kit.meta(proceeding.slot).tasks.map(
      (task, index): Task => ({
        ...noTask,
        id: `state:${proceeding.id}:${index}`,
        organisation: proceeding.organisation,
        // Intake stands at any door; its task is for whoever does the papers there.
        role: proceeding.channel === 'intake' ? paperRole(proceeding.organisation, reference) : task.role,
        person: proceeding.assignments.find((one) => one.to === null && one.as === 'officer')?.person ?? null,
        proceeding: proceeding.id,
        text: task.text,
        source: 'state',
      }),
    ),
  );
}

/** Unanswered handoffs stand on both desks: the receiver's to answer, the sender's to follow up. */
function handoffTasks(caseFile: CaseFile, reference: Reference): readonly Task[] {
  return Object.values(caseFile.handoffs).flatMap((handoff): readonly Task[] => {
    const state = String(handoff.slot.value);
    const { label, onSilence } = handoffKinds[handoff.kind];
    const officerRole =
      channelOf(caseFile.proceedings[handoff.fromProceeding]?.channel ?? 'intake')?.family === 'mediation'
        ? mediatingRole(caseFile.proceedings[handoff.fromProceeding]!.channel)
        : paperRole(handoff.fromOrganisation, reference);
    const base = { ...noTask, handoff: handoff.id, proceeding: handoff.fromProceeding, source: 'handoff' as const };
    const send: Task = {
      ...base,
      id: `handoff:${handoff.id}:send`,
      organisation: handoff.fromOrganisation,
      role: officerRole,
      text: text(`核对并发出：${label.zh}`, `Check and send: ${label.en}`),
    };
    if (state === 'drafted') return [send];
    if (state !== 'offered' && state !== 'received') return [];
    const answer: Task = {
      ...base,
      id: `handoff:${handoff.id}:answer`,
      organisation: handoff.toOrganisation,
      role: paperRole(handoff.toOrganisation, reference),
      text:
        state === 'offered'
          ? text(`待签收：${label.zh}`, `To receive: ${label.en}`)
          : text(`待答复：${label.zh}`, `To answer: ${label.en}`),
    };
    const follow: Task = {
      ...base,
      id: `handoff:${handoff.id}:follow`,
      organisation: handoff.fromOrganisation,
      role: officerRole,
      text: text(
        `等待对方答复：${label.zh}。${onSilence.text.zh}`,
        `Waiting for an answer: ${label.en}. ${onSilence.text.en}`,
      ),
    };
    return [answer, follow];
  });
}

/** Sessions that were set and not yet held. */
function sessionTasks(caseFile: CaseFile): readonly Task[] {
  return Object.values(caseFile.proceedings).flatMap((proceeding) => {
    if (proceeding.endedOn !== null) return [];
    return plannedSessions(caseFile, proceeding.id).map((fact): Task => {
      const at = String(fact.values.at);
      return {
        ...noTask,
        id: `session:${fact.id}`,
        organisation: proceeding.organisation,
        role: mediatingRole(proceeding.channel),
        person: officersOf(proceeding)[0] ?? null,
        proceeding: proceeding.id,
        text: text(`调解会议 ${at.replace('T', ' ')}`, `Session ${at.replace('T', ' ')}`),
        dueOn: at.slice(0, 10),
        source: 'session',
      };
    });
  });
}

/** Letters that go by hand: one task per proceeding, until each of them is on record as served. */
function letterTasks(caseFile: CaseFile, reference: Reference): readonly Task[] {
  const letters = lettersToBring(caseFile);
  return Object.values(caseFile.proceedings).flatMap((proceeding): readonly Task[] => {
    const count = letters.filter((one) => one.proceeding === proceeding.id).length;
    if (count === 0) return [];
    return [
      {
        ...noTask,
        id: `letters:${proceeding.id}`,
        organisation: proceeding.organisation,
        role: paperRole(recordKeeper(caseFile, proceeding, reference), reference),
        proceeding: proceeding.id,
        text: text(
          `打印并邮寄或当面交付通知 ${count} 份，然后登记送达`,
          `Print ${count} ${count === 1 ? 'letter' : 'letters'}, post or hand over, then record the service`,
        ),
        source: 'letter',
      },
    ];
  });
}

function noteTasks(caseFile: CaseFile, reference: Reference): readonly Task[] {
  return openNotes(caseFile).flatMap((fact): readonly Task[] => {
    const about = caseFile.proceedings[String(fact.values.about)] ?? Object.values(caseFile.proceedings)[0];
    if (about === undefined) return [];
    return [
      {
        ...noTask,
        id: `note:${fact.id}`,
        organisation: about.organisation,
        role: paperRole(recordKeeper(caseFile, about, reference), reference),
        proceeding: about.id,
        text: noteText(fact),
        source: 'note',
      },
    ];
  });
}

function organisationsOf(caseFile: CaseFile): Derived['organisations'] {
  const rows = new Map<string, Derived['organisations'][number]>();
  const add = (organisation: Id, as: Derived['organisations'][number]['as']) =>
    rows.set(`${organisation}:${as}`, { organisation, as });
  for (const proceeding of Object.values(caseFile.proceedings))
    add(proceeding.organisation, proceeding.endedOn === null ? 'custodian' : 'past');
  for (const handoff of Object.values(caseFile.handoffs)) {
    const state = String(handoff.slot.value);
    add(handoff.fromOrganisation, 'sender');
    if (!['drafted', 'discarded', 'recalled', 'lapsed'].includes(state)) add(handoff.toOrganisation, 'receiver');
  }
  return [...rows.values()];
}

function openHandoffsOf(caseFile: CaseFile): Derived['openHandoffs'] {
  return Object.values(caseFile.handoffs)
    .filter((handoff) => ['drafted', 'offered', 'received'].includes(String(handoff.slot.value)))
    .map((handoff) => ({
      handoff: handoff.id,
      kind: handoff.kind,
      from: handoff.fromOrganisation,
      to: handoff.toOrganisation,
      state: String(handoff.slot.value),
      offeredOn: handoff.offeredOn,
    }));
}
