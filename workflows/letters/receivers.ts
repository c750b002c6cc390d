import type { Agent, CaseFile, Id, LegalDate, Party } from '../case-file.ts';
import { agentsOn } from '../dossier/parties.ts';
import type { Recipient } from './letter.ts';

/** A letter's party and, where it goes to an agent, that agent. */
type ToParty = Extract<Recipient, { kind: 'party' }>;

/** Who gets a party's letters: the party, and beside it each agent who may receive on that day (CPL 88). */
export function receivers(caseFile: CaseFile, recipient: Recipient, day: LegalDate): readonly Recipient[] {
  const party = recipient.kind === 'party' ? caseFile.parties[recipient.party] : undefined;
  if (recipient.kind !== 'party' || party === undefined) return [recipient];
  const agents = agentsOn(party, day).filter((agent) => receives(agent) && agent.person !== receiverFor(party));
  return [recipient, ...agents.map(({ id }) => ({ ...recipient, agent: id }))];
}

function receives({ receivesBy }: Agent): boolean {
  return receivesBy !== undefined && receivesBy !== null;
}

/** The agent a letter goes to; null when it goes to the party itself, or the agent is not known. */
export function agentOfLetter(caseFile: CaseFile, { party, agent }: ToParty): Agent | null {
  return caseFile.parties[party]?.agents.find(({ id }) => id === agent) ?? null;
}

/** The person who reads a letter to a party; null when the party is not known. */
export function readerOf(caseFile: CaseFile, recipient: ToParty): Id | null {
  const party = caseFile.parties[recipient.party];
  if (party === undefined) return null;
  return agentOfLetter(caseFile, recipient)?.person ?? receiverFor(party);
}

/** Who reads a party's own letters: for somebody without full capacity the guardian, where one is registered. */
function receiverFor(party: Party): Id {
  if (party.capacity === 'full') return party.person;
  return party.agents.find((one) => one.authority === 'guardian' && one.to === null)?.person ?? party.person;
}
