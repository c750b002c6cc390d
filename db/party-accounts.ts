import type { Id } from '../workflows/case-file.ts';

/** An account of a party or of somebody who acts for parties. Its address is sealed in the person store under {@link accountPerson}. */
export interface PartyAccount {
  readonly id: Id;
  readonly contactKind: 'email' | 'sms';
  readonly language: 'zh-CN' | 'en';
}

/** A new account. `contact` is the keyed hash by which it is found, `address` what is sealed. */
export interface NewPartyAccount extends PartyAccount {
  readonly contact: string;
  readonly address: string;
  readonly nowMs: number;
}

/** One case of one party in an account. */
export interface AccountCase {
  /** How addresses name it: from 1, never given twice. */
  readonly number: number;
  readonly caseId: Id;
  readonly party: Id;
  readonly caseCode: string;
  /** The number of the case's last entry when it was added. */
  readonly since: number;
}

/** `full`: the account holds as many as it may. */
export type AccountCaseAdded = { readonly kind: 'added'; readonly number: number } | { readonly kind: 'full' };

/** What is remembered of parties' accounts. They open nothing of the side where cases are worked on. */
export interface PartyAccounts {
  /** Opens an account; the one that this contact has already stays and is returned. */
  readonly open: (account: NewPartyAccount) => Promise<PartyAccount>;
  readonly find: (id: Id) => Promise<PartyAccount | null>;
  readonly byContact: (contact: string) => Promise<PartyAccount | null>;
  /** In the order in which they were added. */
  readonly cases: (id: Id) => Promise<readonly AccountCase[]>;
  /** Adds a case, or renews one that is there: what ended its code before ends it no more. */
  readonly addCase: (id: Id, added: Omit<AccountCase, 'number'>, atMost: number) => Promise<AccountCaseAdded>;
  readonly removeCase: (id: Id, number: number) => Promise<void>;
  /** Removes the account, its list and its sessions, and destroys the key of its address. False when there is none. */
  readonly close: (id: Id, ground: string) => Promise<boolean>;
}

/** Under which id the person store keeps the address of an account. */
export function accountPerson(id: Id): string {
  return `party-account:${id}`;
}
