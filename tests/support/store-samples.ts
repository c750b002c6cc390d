import type { Commit } from '../../db/store.ts';
import {
  blankCaseFile,
  type CaseFile,
  type Handoff,
  type Id,
  type Item,
  type Matter,
  type Party,
  type Proceeding,
  patchPart,
  withPart,
} from '../../workflows/case-file.ts';
import type { Clock, Derived, Task } from '../../workflows/derived.ts';
import type { Body, EntryDraft, Envelope } from '../../workflows/journal.ts';
import { listingsOf } from '../../workflows/listings.ts';
import type { Reference } from '../../workflows/reference.ts';

export const mediator = 'account-mediator';
export const committee = 'org-committee';
export const court = 'org-court';

/** A dispute at a committee, with one matter, one mediation, two parties and a proof of receipt, as its first commit. */
export function openingCommit(caseId: Id, change: Partial<Commit> & { readonly openedOn?: string } = {}): Commit {
  const { openedOn = '2026-11-20', ...rest } = change;
  const before = blankCaseFile(caseId);
  const after: CaseFile = {
    ...before,
    version: 1,
    seq: 2,
    header: {
      revision: 1,
      code: `JF-${caseId}`,
      openedOn,
      source: 'telephone',
      summary: '苹果外包装被仿冒',
      urgent: false,
    },
    matters: { [`${caseId}-m1`]: sampleMatter(caseId) },
    proceedings: { [`${caseId}-p1`]: sampleProceeding(caseId, openedOn) },
    parties: {
      [`${caseId}-a`]: sampleParty(`${caseId}-a`, 'claimant'),
      [`${caseId}-b`]: sampleParty(`${caseId}-b`, 'respondent'),
    },
    items: { [`${caseId}-i1`]: sampleItem(caseId) },
    facts: {},
  };
  return {
    ...commitOf(before, after, `${caseId}-open`),
    persons: [person(`${caseId}-a-person`, '烟台红富士果业有限公司'), person(`${caseId}-b-person`, '王海燕')],
    ...rest,
  };
}

/** A step of the mediation: its machine moves, its revision and the journal follow. */
export function nextCommit(before: CaseFile, commandId: Id, change: Partial<Commit> = {}): Commit {
  const id = `${before.id}-p1`;
  const seq = before.seq + 1;
  const slot = { machine: 'peopleMediation', version: 1, value: `state-${seq}`, context: { sessions: seq } };
  const moved = patchPart(before, 'proceedings', id, {
    slot,
    revision: before.version + 1,
    lastStep: { seq, occurredOn: '2026-11-21' },
  });
  return { ...commitOf(before, { ...moved, version: before.version + 1, seq }, commandId), ...change };
}

/** A commit that adds a handoff to the court, already offered. */
export function handoffCommit(before: CaseFile, handoff: Id, commandId: Id, change: Partial<Handoff> = {}): Commit {
  const after = withPart(before, 'handoffs', { ...sampleHandoff(before, handoff), ...change });
  return commitOf(before, { ...after, version: before.version + 1, seq: before.seq + 1 }, commandId);
}

/** Completes two case files to a commit: entries for the numbers between them, derived rows by {@link sampleDerive}. */
export function commitOf(before: CaseFile, after: CaseFile, commandId: Id): Commit {
  const count = after.seq - before.seq;
  return {
    commandId,
    person: mediator,
    requestDigest: `digest-of-${commandId}`,
    before,
    after,
    entries: Array.from({ length: count }, (_, index) => sampleEntry(after, before.seq + 1 + index, commandId)),
    persons: [],
    queryCodes: [],
    derived: sampleDerive(after),
    answer: { case: after.id, version: after.version },
  };
}

const emptyTown: Reference = {
  version: '1',
  organisations: {},
  officers: {},
  jurisdiction: [],
  counties: [],
  arbitrationRules: [],
  policies: [],
};

/** Derived rows as a small, honest derivation would make them: a pure function of the case file. */
export function sampleDerive(caseFile: CaseFile): Derived {
  const proceedings = Object.values(caseFile.proceedings);
  const handoffs = Object.values(caseFile.handoffs).filter(({ answeredOn }) => answeredOn === null);
  const holders = [...new Set(proceedings.map(({ organisation }) => organisation))];
  const rows = proceedings.map((proceeding) => ({
    proceeding: proceeding.id,
    channel: proceeding.channel,
    organisation: proceeding.organisation,
    number: proceeding.number,
    state: String(proceeding.slot.value),
    officers: proceeding.assignments.map((assignment) => assignment.person),
    open: proceeding.endedOn === null,
    nextDue: '2026-12-20',
  }));
  return {
    with: { program: '1', rules: '1', calendar: '2026', reference: '1' },
    code: caseFile.header.code,
    openedOn: caseFile.header.openedOn,
    over: false,
    proceedings: rows,
    clocks: proceedings
      .filter(({ endedOn }) => endedOn === null)
      .map((proceeding) => sampleClock(proceeding, '2026-12-20')),
    tasks: proceedings.map((proceeding) => sampleTask(proceeding, mediator)),
    organisations: [
      ...holders.map((organisation) => ({ organisation, as: 'custodian' as const })),
      ...handoffs.map((handoff) => ({ organisation: handoff.toOrganisation, as: 'receiver' as const })),
    ],
    openHandoffs: handoffs.map((handoff) => ({
      handoff: handoff.id,
      kind: handoff.kind,
      from: handoff.fromOrganisation,
      to: handoff.toOrganisation,
      state: handoff.offeredOn === null ? 'drafted' : 'offered',
      offeredOn: handoff.offeredOn,
    })),
    listings: listingsOf(caseFile, rows, false, emptyTown),
    referrals: [],
    meetings: [],
    invitations: [],
    keys: Object.values(caseFile.matters).flatMap(({ right }) =>
      right.number === null ? [] : [{ kind: 'right' as const, value: right.number }],
    ),
  };
}

/** Every time limit of the committee's desk. */
export const everyClock = { organisation: committee, dueFrom: null, dueUpTo: null, workOn: null, limit: 9 } as const;

/** Every task of the committee that is shown on a day of the samples. */
export const anyTask = { organisation: committee, whose: null, shownOn: '2026-11-25', limit: 9 } as const;

export function sampleClock(proceeding: Proceeding, due: string | null): Clock {
  return {
    id: `mediationTerm ${proceeding.id}`,
    rule: 'pm.term',
    kind: 'statutory',
    subject: { kind: 'proceeding', id: proceeding.id },
    proceeding: proceeding.id,
    party: null,
    organisation: proceeding.organisation,
    duty: 'custodian',
    expiry: 'task',
    trigger: { fact: 'f1', seq: 1, type: 'accept', occurredOn: '2026-11-20', amendedFrom: [] },
    due,
    dueBeforeAmendment: null,
    warnFrom: null,
    provisional: false,
    steps: [],
    oldLawToConfirm: false,
  };
}

export function sampleTask(proceeding: Proceeding, person: Id | null, dueOn: string | null = '2026-11-25'): Task {
  return {
    id: `task ${proceeding.id} ${person ?? 'anyone'}`,
    organisation: proceeding.organisation,
    role: 'mediator',
    person,
    proceeding: proceeding.id,
    handoff: null,
    text: { zh: '安排首次调解', en: 'Arrange the first session' },
    dueOn,
    source: 'state',
  };
}

export function sampleEntry(caseFile: CaseFile, seq: number, commandId: Id): EntryDraft {
  const proceeding = caseFile.proceedings[`${caseFile.id}-p1`];
  const moved = proceeding?.lastStep?.seq === seq;
  const envelope: Envelope = {
    case: caseFile.id,
    seq,
    kind: moved ? 'step' : 'fact',
    type: moved ? 'recordSession' : 'openCase',
    schemaVersion: 1,
    target: moved ? { kind: 'proceeding', id: proceeding.id } : { kind: 'case', id: caseFile.id },
    proceeding: moved ? proceeding.id : null,
    compartment: null,
    occurredOn: '2026-11-20',
    precision: 'day',
    recordedAt: `2026-11-20T10:${String(seq % 60).padStart(2, '0')}:00+08:00`,
    actor: { person: mediator, organisation: committee, roles: ['mediator'] },
    onBehalfOf: null,
    commandId,
    corrects: null,
    causedBy: null,
  };
  const body: Body = {
    data: { note: `第 ${seq} 条` },
    slotBefore: null,
    slotAfter: moved ? proceeding.slot : null,
    facts: [],
    irregular: [],
    acknowledged: [],
    found: {},
    evidence: null,
  };
  return { envelope, body };
}

export function person(id: Id, name: string): Commit['persons'][number] {
  const input = {
    kind: 'legal',
    name,
    telephone: '13805350123',
    email: null,
    address: null,
    identityNumber: null,
    creditCode: null,
  } as const;
  return { id, input };
}

function sampleMatter(caseId: Id): Matter {
  return {
    id: `${caseId}-m1`,
    revision: 1,
    claimants: [`${caseId}-a`],
    respondents: [`${caseId}-b`],
    right: { kind: 'designPatent', number: 'ZL202330123456.7', name: '苹果礼盒' },
    dispute: 'infringement',
    relief: ['stop', 'damages'],
    amountFen: 12_000_000,
    splitFrom: null,
    slot: { machine: 'path', version: 1, value: { inMediation: 'active' }, context: { returns: 0 } },
    lastStep: null,
    outcome: null,
  };
}

function sampleProceeding(caseId: Id, openedOn: string): Proceeding {
  return {
    id: `${caseId}-p1`,
    revision: 1,
    channel: 'peopleMediation',
    organisation: committee,
    number: null,
    matters: [`${caseId}-m1`],
    assignments: [{ person: mediator, as: 'officer', from: '2026-11-20', to: null }],
    openedOn,
    openedByHandoff: null,
    endedOn: null,
    slot: { machine: 'peopleMediation', version: 1, value: 'applied', context: {} },
    lastStep: null,
    outcomes: {},
    agreements: {},
  };
}

function sampleParty(id: Id, side: Party['side']): Party {
  return {
    id,
    person: `${id}-person`,
    side,
    capacity: 'full',
    foreign: false,
    serviceMethod: null,
    serviceConfirmedOn: null,
    language: 'zh-CN',
    agents: [],
  };
}

function sampleItem(caseId: Id): Item {
  return {
    id: `${caseId}-i1`,
    document: 'mediationApplication',
    title: '调解申请书',
    class: 'partyFile',
    proceeding: `${caseId}-p1`,
    party: `${caseId}-a`,
    medium: 'paper',
    sha256: null,
    bytes: null,
    mediaType: null,
    pages: 3,
    provenance: '窗口提交',
    addedOn: '2026-11-20',
    withdrawn: false,
  };
}

function sampleHandoff(caseFile: CaseFile, id: Id): Handoff {
  return {
    id,
    revision: caseFile.version + 1,
    kind: 'H4',
    route: null,
    fromOrganisation: committee,
    fromProceeding: `${caseFile.id}-p1`,
    toOrganisation: court,
    matters: [`${caseFile.id}-m1`],
    agreement: null,
    manifest: [],
    note: '',
    slot: { machine: 'handoff', version: 1, value: 'offered', context: {} },
    lastStep: null,
    offeredOn: '2026-11-21',
    receivedOn: null,
    answeredOn: null,
    returnReason: null,
    opened: null,
  };
}
