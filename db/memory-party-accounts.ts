import type { Id } from '../workflows/case-file.ts';
import type { AccountCase, NewPartyAccount, PartyAccount, PartyAccounts } from './party-accounts.ts';

interface Remembered {
  readonly account: NewPartyAccount;
  readonly nextNumber: number;
  readonly cases: readonly AccountCase[];
}

/** Parties' accounts that are forgotten when the process ends. `onClose` hears which one went. */
export function memoryPartyAccounts(onClose: (id: Id) => void): PartyAccounts {
  const kept = new Map<Id, Remembered>();
  const shown = ({ account: { id, contactKind, language } }: Remembered): PartyAccount => ({
    id,
    contactKind,
    language,
  });
  const byContact = (contact: string) => {
    const found = [...kept.values()].find(({ account }) => account.contact === contact);
    return found === undefined ? null : shown(found);
  };
  return {
    open: async (account) => {
      const known = byContact(account.contact);
      if (known !== null) return known;
      const fresh = { account, nextNumber: 1, cases: [] };
      kept.set(account.id, fresh);
      return shown(fresh);
    },
    find: async (id) => {
      const found = kept.get(id);
      return found === undefined ? null : shown(found);
    },
    byContact: async (contact) => byContact(contact),
    cases: async (id) => kept.get(id)?.cases ?? [],
    addCase: async (id, added, atMost) => {
      const mine = kept.get(id);
      if (mine === undefined) return { kind: 'full' };
      const known = mine.cases.find(({ caseId, party }) => caseId === added.caseId && party === added.party);
      if (known !== undefined) {
        const cases = mine.cases.map((one) => (one === known ? { ...added, number: one.number } : one));
        kept.set(id, { ...mine, cases });
        return { kind: 'added', number: known.number };
      }
      if (mine.cases.length >= atMost) return { kind: 'full' };
      const number = mine.nextNumber;
      kept.set(id, { ...mine, nextNumber: number + 1, cases: [...mine.cases, { ...added, number }] });
      return { kind: 'added', number };
    },
    removeCase: async (id, number) => {
      const mine = kept.get(id);
      if (mine !== undefined) kept.set(id, { ...mine, cases: mine.cases.filter((one) => one.number !== number) });
    },
    close: async (id) => {
      onClose(id);
      return kept.delete(id);
    },
  };
}
