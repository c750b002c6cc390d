import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountPerson } from '../../db/party-accounts.ts';
import { contactPerson, leave, openSession, type Place, sessionOf, type Visit, wayTo } from '../door/index.ts';
import type { Posts } from '../letters/index.ts';
import type { Dependencies } from '../write/index.ts';
import { keepAudit } from './audit.ts';
import { contactOf } from './contact.ts';
import { bringAlong } from './sign-in.ts';

/**
 * Opens an account under the contact on file of a party that was checked by a one-time code in this session, or signs in to
 * the one this contact has; what the session's codes open goes into it. False when there is no contact any more.
 */
export async function openAccount(
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  posts: Posts,
  dependencies: Dependencies,
): Promise<boolean> {
  const { store, people, keys, ids, now, config } = dependencies;
  if (!place.isChecked) return false;
  const person = contactPerson(place);
  const way = wayTo((await people.masked([person])).get(person), place, posts, config);
  if (way === null) return false;
  const field = way.by === 'email' ? 'email' : 'telephone';
  const reason = '开立当事人账户';
  const address = await people.reveal({ personId: person, field, revealedTo: 'system:door', reason });
  const contact = address.ok ? contactOf(address.value, keys) : null;
  if (contact === null || contact.kind !== way.by) return false;
  const known = await store.partyAccounts.byContact(contact.hash);
  const account = await store.partyAccounts.open({
    id: ids(),
    contact: contact.hash,
    contactKind: contact.kind,
    address: contact.address,
    language: request.language,
    nowMs: now().epochMilliseconds,
  });
  await keepAudit(known === null ? 'partyAccountOpened' : 'partySignedIn', account.id, {}, dependencies);
  const before = await sessionOf(request, dependencies);
  await openSession(request, reply, dependencies, account.id);
  if (before !== null) {
    await store.door.end(before.session);
    await bringAlong(account.id, before.held.codes, dependencies);
  }
  return true;
}

/** Takes a case out of the list of an account; its query code opens it as before. */
export async function removeCase({ account }: Visit, number: number, dependencies: Dependencies): Promise<void> {
  if (account === null) return;
  await dependencies.store.partyAccounts.removeCase(account.id, number);
  await keepAudit('partyCaseRemoved', account.id, {}, dependencies);
}

/** Closes an account: list, sessions and address are gone, the address by its key. What was said in cases stays with them. */
export async function closeAccount(
  request: FastifyRequest,
  reply: FastifyReply,
  { account }: Visit,
  dependencies: Dependencies,
): Promise<void> {
  if (account === null) return;
  await dependencies.store.partyAccounts.close(account.id, '账户持有人注销');
  await keepAudit('partyAccountClosed', account.id, {}, dependencies);
  await leave(request, reply, dependencies);
}

/** The address of an account, masked. */
export async function accountAddress({ account }: Visit, { people }: Dependencies): Promise<string> {
  if (account === null) return '';
  const person = accountPerson(account.id);
  const known = (await people.masked([person])).get(person);
  return known?.email ?? known?.telephone ?? '';
}
