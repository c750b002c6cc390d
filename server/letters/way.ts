import type { LetterRow } from '../../db/letters.ts';
import {
  agentOfLetter,
  type CaseFile,
  type Id,
  type Party,
  type printReasons,
  readerOf,
} from '../../workflows/index.ts';
import type { Dependencies } from '../write/index.ts';

/**
 * How a letter goes. `counts`: the party confirmed this way of service, so that arriving there is service. `mailbox`: to
 * staff, who see on their desk what it says, so that nothing is ever printed for them.
 */
export type Way =
  | { readonly kind: 'email' | 'sms'; readonly person: Id; readonly counts: boolean }
  | { readonly kind: 'mailbox'; readonly address: string | null }
  | { readonly kind: 'print'; readonly reason: keyof typeof printReasons };

/** Looks up where a letter goes at this moment: an address may have been confirmed or corrected since it was written. */
export async function wayOf(
  { draft }: LetterRow,
  caseFile: CaseFile | null,
  { people, config }: Pick<Dependencies, 'people' | 'config'>,
): Promise<Way> {
  const { recipient } = draft;
  if (recipient.kind === 'party') {
    const party = caseFile?.parties[recipient.party];
    if (caseFile === null || party === undefined) return { kind: 'print', reason: 'noAddress' };
    const agent = agentOfLetter(caseFile, recipient);
    const method = agent === null ? party.serviceMethod : (agent.receivesBy ?? null);
    return wayTo(readerOf(caseFile, recipient) ?? party.person, method, people);
  }
  const { mailboxes } = config.letters;
  const box = recipient.kind === 'officer' ? recipient.person : recipient.organisation;
  return { kind: 'mailbox', address: mailboxes[box] ?? null };
}

/** By the method confirmed; without one by e-mail where an address is on file, which is no service yet. */
async function wayTo(person: Id, serviceMethod: Party['serviceMethod'], people: Dependencies['people']): Promise<Way> {
  const contact = (await people.masked([person])).get(person);
  if (serviceMethod === 'post' || serviceMethod === 'inPerson') return { kind: 'print', reason: 'byPost' };
  if (serviceMethod === 'sms' && contact?.telephone !== undefined) return { kind: 'sms', person, counts: true };
  if (serviceMethod !== 'sms' && contact?.email !== undefined)
    return { kind: 'email', person, counts: serviceMethod === 'email' };
  return { kind: 'print', reason: 'noAddress' };
}
