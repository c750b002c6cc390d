/** How one organisation's lists show a case, and by which words its people find it: never more than it may know of the case. */

import { handedTo, knownMatters, knownParties, recordKeeper } from './access.ts';
import type { Actor, Assignment, CaseFile, Handoff, Id, Matter, OccurredOn, Proceeding, Source } from './case-file.ts';
import type { ProceedingRow } from './derived.ts';
import { completenessOf, isInsidePaper, papersCounted } from './documents/completeness.ts';
import { rightKindLabels } from './dossier/opening.ts';
import type { HandoffKindId } from './handoff/kinds.ts';
import { deskRoles, type Reference, type RightKind } from './reference.ts';

/**
 * Where a case lies for an organisation: it has to receive or answer a handoff; it is at work; it waits for an answer to its
 * own handoff, or for what it handed on to be done elsewhere; nothing more is to be done or awaited.
 */
export type Box = 'inbox' | 'inProgress' | 'waiting' | 'done';

/** A proceeding that the organisation holds, held to its end, or keeps the record of. */
export interface ListedProceeding extends ProceedingRow {
  /** The machine's value: what the label of the state is asked by. */
  readonly slot: { readonly machine: string; readonly version: number; readonly value: Proceeding['slot']['value'] };
  readonly assignments: readonly Assignment[];
  /** Papers that are owed and those of them that are there, the inside of a mediation aside; absent when it is over. */
  readonly papers?: { readonly there: number; readonly due: number };
}

/** One case as one organisation lists and finds it. Names stand in the person store; here are only ids. */
export interface Listing {
  readonly organisation: Id;
  readonly code: string;
  readonly openedOn: OccurredOn;
  readonly over: boolean;
  readonly source: Source;
  readonly box: Box;
  /** Since when it lies there without a step. */
  readonly since: OccurredOn;
  /** The nearest end of a time limit in its open proceedings. */
  readonly due: OccurredOn | null;
  /** The handoff it has to answer, or waits for an answer to. */
  readonly handoff: { readonly id: Id; readonly kind: HandoffKindId } | null;
  /** The organisation it was last handed from or to. */
  readonly counterpart: Id | null;
  readonly proceedings: readonly ListedProceeding[];
  /** Persons of the parties of the matters it knows. */
  readonly claimants: readonly Id[];
  readonly respondents: readonly Id[];
  /** What the case is called by. */
  readonly right: { readonly kind: RightKind | null; readonly name: string | null } | null;
  /** Everybody it may know of: parties, what they were called before, and who acts for them. */
  readonly persons: readonly Id[];
  /** Numbers it may know, as they were written: of the case, rights, proceedings, agreements and registers elsewhere. */
  readonly numbers: readonly string[];
  /** Names and kinds of the rights. */
  readonly words: readonly string[];
}

/** The listings of a case: one for each organisation that may know of it, in the order of their ids. */
export function listingsOf(
  caseFile: CaseFile,
  rows: readonly ProceedingRow[],
  over: boolean,
  reference: Reference,
): readonly Listing[] {
  return organisationsIn(caseFile).flatMap((organisation) => {
    // What anybody at work there may know; roles that may know less see no lists.
    const actor: Actor = { person: '', organisation, roles: deskRoles };
    const known = knownMatters(caseFile, actor);
    if (known.size === 0) return [];
    const matters = Object.values(caseFile.matters).filter(({ id }) => known.has(id));
    return [listingOf(caseFile, matters, actor, rows, over, reference)];
  });
}

function organisationsIn({ proceedings, handoffs }: CaseFile): readonly Id[] {
  const held = Object.values(proceedings).map(({ organisation }) => organisation);
  const moved = Object.values(handoffs).flatMap(({ fromOrganisation, toOrganisation }) => [
    fromOrganisation,
    toOrganisation,
  ]);
  return [...new Set([...held, ...moved])].sort();
}

function listingOf(
  caseFile: CaseFile,
  matters: readonly Matter[],
  actor: Actor,
  rows: readonly ProceedingRow[],
  over: boolean,
  reference: Reference,
): Listing {
  const organisation = actor.organisation ?? '';
  const own = Object.values(caseFile.proceedings).filter(
    (one) => one.organisation === organisation || recordKeeper(caseFile, one, reference) === organisation,
  );
  const proceedings = own.flatMap((one) => listedProceeding(caseFile, one, rows));
  const parties = knownParties(caseFile, actor);
  const personsOf = (ids: readonly Id[]) => [
    ...new Set(ids.flatMap((id) => (parties.has(id) ? (caseFile.parties[id]?.person ?? []) : []))),
  ];
  const rights = matters.map(({ right }) => right);
  return {
    organisation,
    code: caseFile.header.code,
    openedOn: caseFile.header.openedOn,
    over,
    source: caseFile.header.source,
    ...placeOf(caseFile, organisation, own),
    due: proceedings.flatMap(({ open, nextDue }) => (open && nextDue !== null ? [nextDue] : [])).sort()[0] ?? null,
    counterpart: counterpartOf(caseFile, organisation),
    proceedings,
    claimants: personsOf(matters.flatMap(({ claimants }) => claimants)),
    respondents: personsOf(matters.flatMap(({ respondents }) => respondents)),
    right: calledBy(rights),
    persons: everybody(caseFile, parties),
    numbers: numbersOf(caseFile, matters, own),
    words: unique(rights.flatMap(({ kind, name }) => [...(kind === null ? [] : kindWords(kind)), name ?? ''])),
  };
}

function listedProceeding(
  caseFile: CaseFile,
  proceeding: Proceeding,
  rows: readonly ProceedingRow[],
): readonly ListedProceeding[] {
  const { machine, version, value } = proceeding.slot;
  return rows
    .filter((row) => row.proceeding === proceeding.id)
    .map((row) => ({
      ...row,
      slot: { machine, version, value },
      assignments: proceeding.assignments,
      ...(row.open ? { papers: papersListed(caseFile, proceeding) } : {}),
    }));
}

/** As anybody at work in the organisation may count them. */
function papersListed(caseFile: CaseFile, proceeding: Proceeding): { readonly there: number; readonly due: number } {
  const papers = completenessOf(caseFile, proceeding, (item) => item.class !== 'processPrivate');
  return papersCounted(papers.filter(({ document }) => !isInsidePaper(document)));
}

const unanswered = ['offered', 'received'];

function placeOf(
  caseFile: CaseFile,
  organisation: Id,
  own: readonly Proceeding[],
): Pick<Listing, 'box' | 'since' | 'handoff'> {
  const handoffs = Object.values(caseFile.handoffs).filter(({ slot }) => unanswered.includes(String(slot.value)));
  const toAnswer = handoffs.filter(({ toOrganisation }) => toOrganisation === organisation);
  if (toAnswer.length > 0) return { box: 'inbox', ...longest(toAnswer, caseFile) };
  const sent = handoffs.filter(({ fromOrganisation }) => fromOrganisation === organisation);
  if (sent.length > 0) return { box: 'waiting', ...longest(sent, caseFile) };
  const open = own.filter(({ endedOn }) => endedOn === null);
  if (open.length > 0) return { box: 'inProgress', since: latest(open.map(lastMoved)), handoff: null };
  const elsewhere = Object.values(caseFile.proceedings).filter(
    ({ endedOn, openedByHandoff }) =>
      endedOn === null && caseFile.handoffs[openedByHandoff ?? '']?.fromOrganisation === organisation,
  );
  if (elsewhere.length > 0)
    return { box: 'waiting', since: latest(elsewhere.map(({ openedOn }) => openedOn)), handoff: null };
  const ends = own.flatMap(({ endedOn }) => endedOn ?? []);
  return { box: 'done', since: latest([caseFile.header.openedOn, ...ends]), handoff: null };
}

function longest(handoffs: readonly Handoff[], { header }: CaseFile): Pick<Listing, 'since' | 'handoff'> {
  const since = ({ offeredOn }: Handoff) => offeredOn ?? header.openedOn;
  const [first] = handoffs.toSorted((left, right) => (since(left) < since(right) ? -1 : 1));
  return first === undefined
    ? { since: header.openedOn, handoff: null }
    : { since: since(first), handoff: { id: first.id, kind: first.kind } };
}

function lastMoved({ lastStep, openedOn }: Proceeding): OccurredOn {
  return lastStep?.occurredOn ?? openedOn;
}

function latest(dates: readonly OccurredOn[]): OccurredOn {
  return dates.toSorted().at(-1) ?? '';
}

/** Handoffs it sent, whatever became of them, and those it was offered. */
function counterpartOf(caseFile: CaseFile, organisation: Id): Id | null {
  const offered = handedTo(caseFile, organisation);
  const last = Object.values(caseFile.handoffs).findLast(
    (one) => offered.includes(one) || (one.fromOrganisation === organisation && one.offeredOn !== null),
  );
  if (last === undefined) return null;
  return last.fromOrganisation === organisation ? last.toOrganisation : last.fromOrganisation;
}

function calledBy(rights: readonly Matter['right'][]): Listing['right'] {
  const named = rights.find(({ kind, name }) => kind !== null || name !== null);
  return named === undefined ? null : { kind: named.kind, name: named.name };
}

function everybody(caseFile: CaseFile, parties: ReadonlySet<Id>): readonly Id[] {
  return unique(
    Object.values(caseFile.parties)
      .filter(({ id }) => parties.has(id))
      .flatMap(({ person, formerPersons = [], agents }) => [
        person,
        ...formerPersons.map((former) => former.person),
        ...agents.map((agent) => agent.person),
      ]),
  );
}

function numbersOf(caseFile: CaseFile, matters: readonly Matter[], own: readonly Proceeding[]): readonly string[] {
  const ids = own.map(({ id }) => id);
  const noted = Object.values(caseFile.facts)
    .filter(({ proceeding, annulledBy }) => annulledBy === null && proceeding !== null && ids.includes(proceeding))
    .flatMap(({ values }) => Object.entries(values).map(([name, value]) => (/number$/i.test(name) ? value : null)));
  return unique([
    caseFile.header.code,
    ...matters.map(({ right }) => right.number ?? ''),
    ...own.map(({ number }) => number ?? ''),
    ...own.flatMap(({ agreements }) => Object.values(agreements).map(({ number }) => number ?? '')),
    ...noted.map((value) => (typeof value === 'string' ? value : '')),
  ]);
}

function kindWords(kind: RightKind): readonly string[] {
  const label = rightKindLabels[kind];
  return [label.zh, label.en];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((one) => one !== '');
}
