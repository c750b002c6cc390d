import { type Account, staffPerson } from '../../db/accounts.ts';
import type { LetterRow } from '../../db/letters.ts';
import {
  agentOfLetter,
  type CaseFile,
  deskRoles,
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
  | {
      readonly kind: 'mailbox';
      /** The box the settings name; it goes before the addresses of people. */
      readonly address: string | null;
      /** Persons of the person store who have a work address. */
      readonly staff: readonly Id[];
    }
  | { readonly kind: 'print'; readonly reason: keyof typeof printReasons };

/** Looks up where a letter goes at this moment: an address may have been confirmed or corrected since it was written. */
export async function wayOf(
  { draft }: LetterRow,
  caseFile: CaseFile | null,
  { people, config, accounts }: Pick<Dependencies, 'people' | 'config' | 'accounts'>,
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
  if (recipient.kind === 'officer') {
    const staff = await withWorkEmail(await accountsOf(accounts, ({ id }) => id === recipient.person), people);
    return { kind: 'mailbox', address: staff.length > 0 ? null : (mailboxes[recipient.person] ?? null), staff };
  }
  const address = mailboxes[recipient.organisation] ?? null;
  const isOnDesk = ({ organisationId, roles }: Account) =>
    organisationId === recipient.organisation && roles.some((role) => deskRoles.some((one) => one === role));
  const staff = address === null ? await withWorkEmail(await accountsOf(accounts, isOnDesk), people) : [];
  return { kind: 'mailbox', address, staff };
}

/** Accounts that may sign in now: nothing goes to somebody who is suspended or still waits for a link. */
async function accountsOf(
  accounts: Dependencies['accounts'],
  isMeant: (account: Account) => boolean,
): Promise<readonly Id[]> {
  return (await accounts.list()).filter((one) => one.status === 'active' && isMeant(one)).map(({ id }) => id);
}

async function withWorkEmail(accountIds: readonly Id[], people: Dependencies['people']): Promise<readonly Id[]> {
  const known = await people.masked(accountIds.map(staffPerson));
  return [...known.values()].filter(({ email }) => email !== undefined).map(({ id }) => id);
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
