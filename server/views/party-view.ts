import type { MaskedPerson } from '../../db/people.ts';
import {
  authorityLabels,
  capacityLabels,
  channelLabels,
  type Id,
  kit,
  latestFact,
  type Party,
  proceedingRoles,
  serviceMethodLabels,
  sideLabels,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { partyName, personName } from './names.ts';
import { revealable } from './revealable.ts';
import { type StatementView, statementViews } from './statements-view.ts';

/** Contacts as they may be shown: masked; null where there is none. */
export interface ContactView {
  readonly telephone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly identityNumber: string | null;
  readonly creditCode: string | null;
}

export interface PartyView {
  readonly id: Id;
  readonly person: Id;
  readonly name: Text;
  readonly side: Party['side'];
  readonly sideLabel: Text;
  readonly capacity: Party['capacity'];
  readonly capacityLabel: Text;
  readonly foreign: boolean;
  readonly serviceMethod: Text | null;
  readonly serviceConfirmedOn: string | null;
  /** Names it had before, each until a day. */
  readonly formerNames: readonly { readonly name: Text; readonly until: string }[];
  /** The day it died or ended; null while it is there. */
  readonly endedOn: string | null;
  /** Whose place it took. */
  readonly succeeds: Text | null;
  /** What it is in each proceeding the viewer sees, where that was named. */
  readonly roles: readonly Text[];
  /** Where the matters of this party stand, each once; respondents of one case may end differently. */
  readonly outcome: readonly Text[];
  /** What it said and signed, each with the level at which we know that it was that party. */
  readonly statements: readonly StatementView[];
  readonly contact: ContactView;
  /** Whether the viewer may see one of its fields in the clear, with a reason. */
  readonly revealable: boolean;
  readonly agents: readonly {
    readonly id: Id;
    readonly name: Text;
    readonly authority: Party['agents'][number]['authority'];
    readonly authorityLabel: Text;
    readonly from: string;
    readonly to: string | null;
    /** How letters reach an agent who may receive; null: it receives none. */
    readonly receivesBy: Text | null;
    readonly contact: ContactView;
  }[];
}

/** The parties this viewer may know, with masked contacts. */
export function partyViews(look: Look): readonly PartyView[] {
  return Object.values(look.caseFile.parties)
    .filter((party) => look.visible.parties.has(party.id))
    .map((party) => partyView(look, party, revealable(look)));
}

function partyView(look: Look, party: Party, inHand: ReadonlySet<Id>): PartyView {
  const { persons } = look;
  return {
    id: party.id,
    person: party.person,
    name: partyName(look, party.id),
    side: party.side,
    sideLabel: sideLabels[party.side],
    capacity: party.capacity,
    capacityLabel: capacityLabels[party.capacity],
    foreign: party.foreign,
    serviceMethod: party.serviceMethod === null ? null : serviceMethodLabels[party.serviceMethod],
    serviceConfirmedOn: party.serviceConfirmedOn,
    formerNames: (party.formerPersons ?? []).map((former) => ({
      name: personName(look, former.person),
      until: former.until,
    })),
    endedOn: party.endedOn ?? null,
    succeeds: party.succeeds === undefined ? null : partyName(look, party.succeeds),
    roles: rolesOf(look, party),
    outcome: outcomesOf(look, party),
    statements: statementViews(look, party.id),
    contact: contactView(persons.get(party.person)),
    revealable: inHand.has(party.person),
    agents: party.agents.map((agent) => ({
      id: agent.id,
      name: personName(look, agent.person),
      authority: agent.authority,
      authorityLabel: authorityLabels[agent.authority],
      from: agent.from,
      to: agent.to,
      receivesBy: agent.receivesBy == null ? null : serviceMethodLabels[agent.receivesBy],
      contact: contactView(persons.get(agent.person)),
    })),
  };
}

/** The role last named in each proceeding whose inside or public line the viewer sees. */
function rolesOf({ caseFile, visible }: Look, party: Party): readonly Text[] {
  return Object.values(caseFile.proceedings).flatMap(({ id, channel }) => {
    const role =
      visible.sight(id) === 'none' ? null : latestFact(caseFile, 'nameRole', { proceeding: id, party: party.id });
    // Values of a fact are codes of the command's own list.
    const label = proceedingRoles[role?.values.role as keyof typeof proceedingRoles];
    return label === undefined
      ? []
      : [text(`${channelLabels[channel].zh}：${label.zh}`, `${channelLabels[channel].en}: ${label.en}`)];
  });
}

function outcomesOf({ caseFile, visible }: Look, party: Party): readonly Text[] {
  const labels = Object.values(caseFile.matters)
    .filter(
      (matter) => visible.matters.has(matter.id) && [...matter.claimants, ...matter.respondents].includes(party.id),
    )
    .map((matter) => kit.meta(matter.slot).label);
  return [...new Set(labels)];
}

function contactView(person: MaskedPerson | undefined): ContactView {
  return {
    telephone: person?.telephone ?? null,
    email: person?.email ?? null,
    address: person?.address ?? null,
    identityNumber: person?.identityNumber ?? null,
    creditCode: person?.creditCode ?? null,
  };
}
