import type { Actor, CaseFile, Handoff, Id, LegalDate, Proceeding } from './case-file.ts';
import type { CommandDefinition, Context } from './command.ts';
import { handoffKinds } from './handoff/kinds.ts';
import { admitsParty, mattersOfParty } from './party-access.ts';
import type { Reference, Role } from './reference.ts';
import { deskRoles } from './reference.ts';
import { type Refusal, refuse } from './refusal.ts';
import { text } from './text.ts';

/** An act is the actor's own, or recorded for an organisation that is not on the system. */
export interface Admission {
  readonly onBehalfOf: Id | null;
}

const notYours = text(
  '这项操作由承办机构的相应岗位办理。',
  'This is for the proper role at the organisation that holds the proceeding.',
);

/**
 * Whether the actor may give this command at all: role × command, then custody and relation. The state of the case and the
 * law are judged elsewhere. Reactions (role `system`) may give every command.
 */
export function admits(
  definition: CommandDefinition,
  context: Context,
  evidence: string | null | 'later',
): Admission | Refusal {
  const { actor, reference } = context.given;
  if (actor.roles.includes('system')) return { onBehalfOf: null };
  if (actor.speaks !== undefined) return admitsParty(definition, context, actor.speaks) ?? { onBehalfOf: null };
  const onBehalfOf = absentOrganisation(definition, context, reference);
  const roles = onBehalfOf === null ? definition.by : deskRoles;
  const mayGive = actor.organisation !== null && actor.roles.some((role) => roles.includes(role));
  if (!mayGive || !isRelated(definition, context, onBehalfOf !== null)) {
    return refuse('not-allowed', notYours, { status: 'forbidden' });
  }
  if (
    definition.relation === 'assigned' &&
    onBehalfOf === null &&
    !isInCharge(context.proceeding, actor, context.given.today)
  ) {
    return refuse(
      'not-assigned',
      text('只有指定的承办人或其代理人可以办理。', 'Only the assigned officer or a named deputy may do this.'),
      {
        status: 'forbidden',
        instead: text('请先由登记员指定或更换承办人。', 'Have the clerk assign you first.'),
      },
    );
  }
  if (onBehalfOf !== null && evidence === null) {
    return refuse(
      'evidence-needed',
      text(
        '代未接入系统的机构记录时，请写明凭据（送达回证、平台记录或通话记录）。',
        'Recording for an organisation that is not on the system needs its proof: service receipt, platform record or call note.',
      ),
      {
        status: 'invalid',
        field: 'evidence',
      },
    );
  }
  return { onBehalfOf };
}

/** The organisation whose act it is, when it has no login and the actor's organisation stands beside it; else null. */
function absentOrganisation(
  { relation }: CommandDefinition,
  { caseFile, proceeding, handoff, given }: Context,
  reference: Reference,
): Id | null {
  const organisation = actingOrganisation(relation, proceeding, handoff);
  if (organisation === null || organisation === given.actor.organisation) return null;
  if (reference.organisations[organisation]?.onSystem !== false) return null;
  const beside =
    handoff === null ? custodians(caseFile) : [...keepersOf(caseFile, handoff, reference), handoff.toOrganisation];
  return given.actor.organisation !== null && beside.includes(given.actor.organisation) ? organisation : null;
}

/** Who may write for the sender of a handoff: itself, and whoever keeps the record of its proceeding where it has no login. */
function keepersOf(caseFile: CaseFile, handoff: Handoff, reference: Reference): readonly Id[] {
  const home = caseFile.proceedings[handoff.fromProceeding];
  const keeper = home === undefined ? handoff.fromOrganisation : recordKeeper(caseFile, home, reference);
  return [handoff.fromOrganisation, keeper];
}

function actingOrganisation(
  relation: CommandDefinition['relation'],
  proceeding: Proceeding | null,
  handoff: Handoff | null,
): Id | null {
  if (relation === 'sender') return handoff?.fromOrganisation ?? null;
  if (relation === 'receiver') return handoff?.toOrganisation ?? null;
  if (relation === 'custodian' || relation === 'assigned' || relation === 'supervisor')
    return proceeding?.organisation ?? null;
  return null;
}

function isRelated(
  { relation }: CommandDefinition,
  { caseFile, proceeding, handoff, given }: Context,
  onBehalf: boolean,
): boolean {
  if (relation === 'newcomer') return true;
  if (relation === 'system') return false;
  if (onBehalf) return true;
  const { organisation } = given.actor;
  if (relation === 'anyCustodian') return organisation !== null && custodians(caseFile).includes(organisation);
  return organisation !== null && actingOrganisation(relation, proceeding, handoff) === organisation;
}

/** Organisations that hold or held a proceeding of the case. */
export function custodians(caseFile: CaseFile): readonly Id[] {
  return [...new Set(Object.values(caseFile.proceedings).map((proceeding) => proceeding.organisation))];
}

/** Whether a person is the officer or a deputy on that day. */
export function isAssigned(proceeding: Pick<Proceeding, 'assignments'> | null, person: Id, today: LegalDate): boolean {
  return (proceeding?.assignments ?? []).some(
    (assignment) =>
      assignment.person === person && assignment.from <= today && (assignment.to === null || assignment.to >= today),
  );
}

/** Whether an actor is the officer or a deputy on that day, or stands in for one of them. */
export function isInCharge(
  proceeding: Pick<Proceeding, 'assignments'> | null,
  actor: Actor,
  today: LegalDate,
): boolean {
  return [actor.person, ...(actor.standsInFor ?? [])].some((person) => isAssigned(proceeding, person, today));
}

/**
 * Whether somebody opens a case only after giving a reason that is kept (design §7): the head of a centre who has no other
 * role. Whether one was given today is for the door to know.
 */
export function opensWithReason({ roles }: Actor): boolean {
  return roles.length > 0 && roles.every((role) => role === 'centreHead');
}

/** How much of one proceeding an actor may see: all of it, its inside too, only its public line, or nothing. */
export type Sight = 'inside' | 'full' | 'publicLine' | 'none';

/**
 * What an actor may see of a proceeding (design §7). The custodian sees it in full; the inside of a mediation is for the
 * assigned officer and deputies; everyone else with a proceeding or an open handoff in the case sees the public line.
 */
export function sightOf(caseFile: CaseFile, proceeding: Proceeding, actor: Actor, today: LegalDate): Sight {
  if (actor.roles.includes('system')) return 'inside';
  if (actor.organisation === null || !knows(caseFile, actor)) return 'none';
  if (isInCharge(proceeding, actor, today) && proceeding.organisation === actor.organisation) return 'inside';
  return proceeding.organisation === actor.organisation ? 'full' : 'publicLine';
}

/** Whether an actor may know that this case exists: its organisation holds or held a proceeding, or was offered a handoff. */
export function knows(caseFile: CaseFile, actor: Actor): boolean {
  const { organisation, roles } = actor;
  if (roles.includes('system')) return true;
  if (organisation === null || !worksOnCases(actor)) return false;
  const held = Object.values(caseFile.proceedings).some((proceeding) => proceeding.organisation === organisation);
  const sent = () => Object.values(caseFile.handoffs).some((handoff) => handoff.fromOrganisation === organisation);
  return held || sent() || handedTo(caseFile, organisation).length > 0;
}

/** Whether somebody knows of any case at all: whoever has no role yet, or administers, does not. */
export function worksOnCases({ organisation, roles }: Actor): boolean {
  return organisation !== null && roles.length > 0 && !roles.some((role) => administrators.includes(role));
}

/**
 * The last entry of a proceeding that a past custodian may see: the one with which custody left it (design §7: its own
 * proceeding up to its end). Null when the organisation never handed it on.
 */
function keptUntil(caseFile: CaseFile, proceeding: Id, organisation: Id | null): number | null {
  const given = movesOf(caseFile, proceeding).findLast((handoff) => handoff.fromOrganisation === organisation);
  return given?.lastStep?.seq ?? null;
}

/** The handoffs by which custody of a proceeding moved to another organisation, in order. */
function movesOf(caseFile: CaseFile, proceeding: Id): readonly Handoff[] {
  return Object.values(caseFile.handoffs)
    .filter(
      (handoff) =>
        handoff.fromProceeding === proceeding &&
        handoffKinds[handoff.kind].effect === 'transfers' &&
        String(handoff.slot.value) === 'accepted',
    )
    .sort((left, right) => (left.lastStep?.seq ?? 0) - (right.lastStep?.seq ?? 0));
}

/**
 * Whether the inside of a proceeding, as far as it arose with entry `seq`, is the actor's to see: assigned there now, at
 * the organisation that held it then. What was said in one mediation organisation does not pass to the next (H11).
 */
function maySeeInside(caseFile: CaseFile, home: Proceeding, seq: number, actor: Actor, today: LegalDate): boolean {
  if (sightOf(caseFile, home, actor, today) !== 'inside') return false;
  const moves = movesOf(caseFile, home.id);
  const before = moves.findLast((handoff) => (handoff.lastStep?.seq ?? 0) < seq)?.toOrganisation;
  const holder = before ?? moves[0]?.fromOrganisation ?? home.organisation;
  return actor.roles.includes('system') || holder === actor.organisation;
}

/** The entry with which an item came onto the file. */
function addedWith(caseFile: CaseFile, item: Id): number {
  const added = Object.values(caseFile.facts).find((fact) => fact.type === 'addItem' && fact.values.item === item);
  return added?.seq ?? 0;
}

/** Matters an actor's organisation may know: those of its proceedings and of handoffs it sent or was offered. */
export function knownMatters(caseFile: CaseFile, actor: Actor): ReadonlySet<Id> {
  const { organisation, speaks } = actor;
  if (speaks !== undefined) return mattersOfParty(caseFile, speaks.party);
  if (actor.roles.includes('system')) return new Set(Object.keys(caseFile.matters));
  if (organisation === null || !knows(caseFile, actor)) return new Set();
  const held = Object.values(caseFile.proceedings).filter((proceeding) => proceeding.organisation === organisation);
  const sent = Object.values(caseFile.handoffs).filter((handoff) => handoff.fromOrganisation === organisation);
  return new Set([...held, ...sent, ...handedTo(caseFile, organisation)].flatMap((one) => one.matters));
}

/** Parties an actor's organisation may know: those of the matters it knows, and third parties. A court that was handed one matter does not learn who else is in dispute. */
export function knownParties(caseFile: CaseFile, actor: Actor): ReadonlySet<Id> {
  // A party speaks for itself and names nobody else.
  if (actor.speaks !== undefined)
    return new Set(Object.keys(caseFile.parties).filter((id) => id === actor.speaks?.party));
  const matters = [...knownMatters(caseFile, actor)].flatMap((id) => caseFile.matters[id] ?? []);
  const thirds = Object.values(caseFile.parties).filter((party) => party.side === 'third' && matters.length > 0);
  const present = [
    ...matters.flatMap((matter) => [...matter.claimants, ...matter.respondents]),
    ...thirds.map((party) => party.id),
  ];
  // Whose place a party took stays known with it.
  return new Set(present.flatMap((id) => [id, ...predecessors(caseFile, id)]));
}

function predecessors(caseFile: CaseFile, party: Id): readonly Id[] {
  const before = caseFile.parties[party]?.succeeds;
  return before === undefined ? [] : [before, ...predecessors(caseFile, before)];
}

/** Administrators run the system and see no case. */
const administrators: readonly Role[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'party'];

/** Handoffs an organisation sees: those it sent, and those that were offered to it and not taken back. */
export function handedTo(caseFile: CaseFile, organisation: Id): readonly Handoff[] {
  return Object.values(caseFile.handoffs).filter(
    (handoff) => handoff.toOrganisation === organisation && !hiddenFromReceiver.includes(String(handoff.slot.value)),
  );
}

const hiddenFromReceiver = ['drafted', 'discarded', 'recalled', 'lapsed'];

export function maySeeHandoff(caseFile: CaseFile, handoff: Handoff, actor: Actor): boolean {
  if (actor.roles.includes('system')) return true;
  if (actor.organisation === null || !knows(caseFile, actor)) return false;
  if (handoff.fromOrganisation === actor.organisation || handedTo(caseFile, actor.organisation).includes(handoff))
    return true;
  return caseFile.proceedings[handoff.fromProceeding]?.organisation === actor.organisation;
}

/** Whether an actor may see and open an item: on its own file, or in the envelope of a handoff it holds. */
export function maySeeItem(caseFile: CaseFile, item: Id, actor: Actor, today: LegalDate): boolean {
  const found = caseFile.items[item];
  const home = found === undefined ? undefined : caseFile.proceedings[found.proceeding];
  if (found === undefined || home === undefined || !knows(caseFile, actor)) return false;
  const sight = sightOf(caseFile, home, actor, today);
  if (found.class === 'processPrivate') return maySeeInside(caseFile, home, addedWith(caseFile, item), actor, today);
  if (sight === 'inside' || sight === 'full') return true;
  const organisation = actor.organisation;
  if (organisation === null) return false;
  return handedTo(caseFile, organisation)
    .filter((handoff) => String(handoff.slot.value) !== 'returned')
    .some((handoff) => handoff.manifest.some((row) => row.item === item));
}

/** Whether an actor may see an entry of the journal. */
export function maySeeEntry(
  caseFile: CaseFile,
  envelope: {
    readonly seq: number;
    readonly proceeding: Id | null;
    readonly compartment: Id | null;
    readonly target: { readonly kind: string; readonly id: Id };
  },
  actor: Actor,
  today: LegalDate,
): boolean {
  if (!knows(caseFile, actor)) return false;
  if (envelope.target.kind === 'handoff') {
    const handoff = caseFile.handoffs[envelope.target.id];
    return handoff !== undefined && maySeeHandoff(caseFile, handoff, actor);
  }
  const proceeding = envelope.proceeding === null ? null : (caseFile.proceedings[envelope.proceeding] ?? null);
  if (proceeding === null) return envelope.proceeding === null && mayKnowTarget(caseFile, envelope.target, actor);
  const sight = sightOf(caseFile, proceeding, actor, today);
  if (envelope.compartment !== null) return maySeeInside(caseFile, proceeding, envelope.seq, actor, today);
  if (sight === 'inside' || sight === 'full') return true;
  const last = keptUntil(caseFile, proceeding.id, actor.organisation);
  return last !== null && envelope.seq <= last;
}

/** Entries on the case as a whole are for those who hold or held a proceeding in it; entries on a matter for those who know the matter. */
function mayKnowTarget(caseFile: CaseFile, target: { readonly kind: string; readonly id: Id }, actor: Actor): boolean {
  if (target.kind === 'matter') return knownMatters(caseFile, actor).has(target.id);
  const { organisation } = actor;
  const opener = Object.values(caseFile.proceedings)[0]?.organisation;
  return actor.roles.includes('system') || organisation === opener || everyMatterKnown(caseFile, actor);
}

function everyMatterKnown(caseFile: CaseFile, actor: Actor): boolean {
  const known = knownMatters(caseFile, actor);
  return Object.keys(caseFile.matters).every((id) => known.has(id));
}

/**
 * Whether the actor's organisation keeps the record of a proceeding for a custodian that is not on the system: it sent what
 * opened it (design §6), writes every word of it, and has its clocks and tasks on its own desk.
 */
export function keepsRecordFor(
  caseFile: CaseFile,
  proceeding: Proceeding,
  actor: Actor,
  reference: Reference,
): boolean {
  const keeper = recordKeeper(caseFile, proceeding, reference);
  return keeper !== proceeding.organisation && keeper === actor.organisation;
}

/** The organisation on whose desk a proceeding stands: its custodian, or the sender or neighbour where the custodian has no login. */
export function recordKeeper(caseFile: CaseFile, proceeding: Proceeding, { organisations }: Reference): Id {
  if (organisations[proceeding.organisation]?.onSystem !== false) return proceeding.organisation;
  const sender = caseFile.handoffs[proceeding.openedByHandoff ?? '']?.fromOrganisation;
  return sender ?? besides(caseFile, proceeding, organisations) ?? proceeding.organisation;
}

/** Where nothing was handed over (an attack on the right), the record is kept by whoever holds the proceeding it was opened beside. */
function besides(
  caseFile: CaseFile,
  proceeding: Proceeding,
  organisations: Reference['organisations'],
): Id | undefined {
  const all = Object.values(caseFile.proceedings);
  return all
    .slice(0, all.indexOf(proceeding))
    .findLast(
      (one) =>
        one.matters.some((matter) => proceeding.matters.includes(matter)) &&
        organisations[one.organisation]?.onSystem !== false,
    )?.organisation;
}
