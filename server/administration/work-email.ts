import { staffPerson } from '../../db/accounts.ts';
import { text } from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import { isMailAddress } from '../setting-kinds.ts';
import type { Dependencies } from '../write/index.ts';
import { act, invalid } from './accounts.ts';

/** The masked work e-mail address of an account; null when there is none. */
export async function workEmailOf(accountId: string, { people }: Pick<Dependencies, 'people'>): Promise<string | null> {
  const id = staffPerson(accountId);
  return (await people.masked([id])).get(id)?.email ?? null;
}

/**
 * Sets or, with nothing entered, removes the viewer's own work address. Nobody does it for somebody else: whoever could
 * turn a colleague's mail elsewhere would need a second administrator. Throws `invalid-input`.
 */
export async function setOwnWorkEmail(viewer: Viewer, entered: string, dependencies: Dependencies): Promise<void> {
  const address = workEmailFrom(entered);
  const { accounts, audit } = dependencies;
  const details = { what: address === null ? 'removed' : 'set' };
  await audit.record({ ...act(viewer, dependencies), kind: 'workEmailSet', account: viewer.accountId, details });
  await accounts.setWorkEmail(viewer.accountId, address);
}

/** An address as it was typed; null for none. Throws `invalid-input`. */
export function workEmailFrom(entered: string): string | null {
  const address = entered.trim();
  if (address === '') return null;
  if (address.length > 120 || !isMailAddress(address))
    throw invalid('workEmail', text('请填写一个电子邮箱地址，或留空。', 'Give one e-mail address, or leave it empty.'));
  return address;
}
