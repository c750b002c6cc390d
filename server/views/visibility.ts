import {
  type CaseFile,
  type Entry,
  type Given,
  type Id,
  keepsRecordFor,
  knownMatters,
  knownParties,
  maySeeEntry,
  maySeeHandoff,
  maySeeItem,
  type Sight,
  sightOf,
  type Target,
} from '../../workflows/index.ts';

/** The revision of a thing: the version of the last commit that changed it. 0 for what does not exist. */
export function revisionOf(caseFile: CaseFile, { kind, id }: Target): number {
  if (kind === 'case') return caseFile.header.revision;
  if (kind === 'matter') return caseFile.matters[id]?.revision ?? 0;
  if (kind === 'handoff') return caseFile.handoffs[id]?.revision ?? 0;
  return caseFile.proceedings[id]?.revision ?? 0;
}

/** Whether a target exists and the actor may know that it does. The case itself is for whoever knows the case. */
export function mayKnowTarget(
  caseFile: CaseFile,
  { kind, id }: Target,
  { actor, today, reference }: Pick<Given, 'actor' | 'today' | 'reference'>,
): boolean {
  if (kind === 'case') return id === caseFile.id;
  if (kind === 'matter') return knownMatters(caseFile, actor).has(id) && caseFile.matters[id] !== undefined;
  if (kind === 'handoff') {
    const handoff = caseFile.handoffs[id];
    if (handoff === undefined) return false;
    const home = caseFile.proceedings[handoff.fromProceeding];
    const kept = home !== undefined && keepsRecordFor(caseFile, home, actor, reference);
    return kept || maySeeHandoff(caseFile, handoff, actor);
  }
  const proceeding = caseFile.proceedings[id];
  return proceeding !== undefined && sightOf(caseFile, proceeding, actor, today) !== 'none';
}

/** What one actor sees of a case, judged once by the case as it is now. */
export interface Visible {
  readonly matters: ReadonlySet<Id>;
  readonly parties: ReadonlySet<Id>;
  readonly sight: (proceeding: Id) => Sight;
  /** Whether it sees a proceeding in full, or even its inside. */
  readonly fully: (proceeding: Id | null) => boolean;
  readonly handoff: (id: Id) => boolean;
  readonly item: (id: Id) => boolean;
  readonly entry: (entry: Entry) => boolean;
  /** Whether it may read what an entry says, beyond that it stands there. */
  readonly body: (entry: Entry) => boolean;
}

/**
 * Judges what an actor sees. Who keeps the record for an organisation that is not on the system (its sender, design §6) sees
 * that organisation's proceeding like a custodian: it wrote every word of it.
 */
export function visibleTo(
  caseFile: CaseFile,
  { actor, today, reference }: Pick<Given, 'actor' | 'today' | 'reference'>,
): Visible {
  const sight = (id: Id): Sight => {
    const proceeding = caseFile.proceedings[id];
    if (proceeding === undefined) return 'none';
    const own = sightOf(caseFile, proceeding, actor, today);
    return own === 'publicLine' && keepsRecordFor(caseFile, proceeding, actor, reference) ? 'full' : own;
  };
  const fully = (id: Id | null) => id !== null && ['inside', 'full'].includes(sight(id));
  const entry = ({ envelope }: Entry) =>
    maySeeEntry(caseFile, envelope, actor, today) || (envelope.compartment === null && fully(envelope.proceeding));
  const opener = Object.values(caseFile.proceedings)[0]?.organisation;
  return {
    matters: knownMatters(caseFile, actor),
    parties: knownParties(caseFile, actor),
    sight,
    fully,
    handoff: (id) => {
      const handoff = caseFile.handoffs[id];
      return handoff !== undefined && (maySeeHandoff(caseFile, handoff, actor) || fully(handoff.fromProceeding));
    },
    item: (id) => {
      const item = caseFile.items[id];
      if (item === undefined) return false;
      return maySeeItem(caseFile, id, actor, today) || (item.class !== 'processPrivate' && fully(item.proceeding));
    },
    entry,
    // Entries on the case as a whole carry words of whoever wrote them: they stay with that organisation and the one at the door.
    body: (one) =>
      entry(one) &&
      (one.envelope.proceeding !== null ||
        one.envelope.target.kind === 'handoff' ||
        one.envelope.actor.organisation === actor.organisation ||
        one.envelope.actor.roles.includes('system') ||
        opener === actor.organisation),
  };
}
