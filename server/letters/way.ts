import type { LetterRow } from '../../db/letters.ts';
import type { CaseFile, Id, Party, printReasons } from '../../workflows/index.ts';
import type { Dependencies } from '../write/index.ts';

/**
 * How a letter goes. `counts`: the party confirmed this way of service, so that arriving there is service. `isDesk`: it is
 * for staff, who see on their desk what it says, so that nothing has to be printed.
 */
export type Way =
  | { readonly kind: 'email' | 'sms'; readonly person: Id; readonly counts: boolean; readonly isDesk: false }
  | { readonly kind: 'mailbox'; readonly address: string | null; readonly name: string; readonly isDesk: boolean }
  | { readonly kind: 'print'; readonly reason: keyof typeof printReasons };

/** Looks up where a letter goes at this moment: an address may have been confirmed or corrected since it was written. */
export async function wayOf(
  { draft }: LetterRow,
  caseFile: CaseFile | null,
  dependencies: Pick<Dependencies, 'people' | 'config' | 'town' | 'accounts'>,
): Promise<Way> {
  const { people, config, town, accounts } = dependencies;
  const { recipient } = draft;
  if (recipient.kind === 'party') {
    const party = caseFile?.parties[recipient.party];
    return party === undefined ? { kind: 'print', reason: 'noAddress' } : wayToParty(party, people);
  }
  const { mailboxes } = config.letters;
  if (recipient.kind === 'officer') {
    const name = (await accounts.find(recipient.person))?.name ?? '';
    return { kind: 'mailbox', address: mailboxes[recipient.person] ?? null, name, isDesk: true };
  }
  const organisation = town.organisations[recipient.organisation];
  return {
    kind: 'mailbox',
    address: mailboxes[recipient.organisation] ?? null,
    name: organisation?.name.zh ?? recipient.organisation,
    isDesk: organisation?.onSystem ?? false,
  };
}

/** By the method the party confirmed; without one by e-mail where an address is on file, which is no service yet. */
async function wayToParty(party: Party, people: Dependencies['people']): Promise<Way> {
  const person = receiverFor(party);
  const contact = (await people.masked([person])).get(person);
  const { serviceMethod } = party;
  if (serviceMethod === 'post' || serviceMethod === 'inPerson') return { kind: 'print', reason: 'byPost' };
  if (serviceMethod === 'sms' && contact?.telephone !== undefined)
    return { kind: 'sms', person, counts: true, isDesk: false };
  if (serviceMethod !== 'sms' && contact?.email !== undefined)
    return { kind: 'email', person, counts: serviceMethod === 'email', isDesk: false };
  return { kind: 'print', reason: 'noAddress' };
}

/** Who reads a party's letters: for somebody without full capacity the guardian, where one is registered. */
export function receiverFor(party: Party): Id {
  if (party.capacity === 'full') return party.person;
  return party.agents.find((one) => one.authority === 'guardian' && one.to === null)?.person ?? party.person;
}
