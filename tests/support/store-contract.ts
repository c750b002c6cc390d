import { describe, expect, it } from 'vitest';
import { CommitInvalid, CursorInvalid, type Store } from '../../db/store.ts';
import type { CaseFile } from '../../workflows/case-file.ts';
import { describeCalendar } from './store-contract-calendar.ts';
import { describeDoor } from './store-contract-door.ts';
import { describeEntry } from './store-contract-entry.ts';
import { describeLetters } from './store-contract-letters.ts';
import { describeLists } from './store-contract-lists.ts';
import { describePartyAccounts } from './store-contract-party-accounts.ts';
import { describeReads } from './store-contract-reads.ts';
import { describeReferrals } from './store-contract-referrals.ts';
import { describeSeries } from './store-contract-series.ts';
import { handoffCommit, mediator, nextCommit, openingCommit } from './store-samples.ts';

/** A store under test; `reopen` is the same memory after a restart. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly reopen: () => Store;
}

/** The promises of the store's port, as tests. Every adapter runs them. */
export function describeStore(open: () => StoreUnderTest): void {
  describeCommits(open);
  describeRefusals(open);
  describeErasure(open);
  describeNumbers(open);
  describeReads(open);
  describeLetters(open);
  describeReferrals(open);
  describeCalendar(open);
  describeSeries(open);
  describeLists(open);
  describeDoor(open);
  describePartyAccounts(open);
  describeEntry(open);
}

/** Opens a case and gives it back as the store has it. */
export async function opened(store: Store, caseId: string): Promise<CaseFile> {
  await store.commit(openingCommit(caseId));
  return loaded(store, caseId);
}

export async function loaded(store: Store, caseId: string): Promise<CaseFile> {
  const file = await store.load(caseId);
  if (file === null) throw new Error(`no case ${caseId}`);
  return file;
}

function describeCommits(open: () => StoreUnderTest): void {
  describe('a case that was committed', () => {
    it('is loaded as it was written, with its parts in their order', async () => {
      const { store } = open();
      const commit = openingCommit('c1');
      expect(await store.commit(commit)).toEqual({ kind: 'committed', version: 1 });
      const file = await loaded(store, 'c1');
      expect(file).toEqual(commit.after);
      expect(Object.keys(file.parties)).toEqual(Object.keys(commit.after.parties));
      const next = nextCommit(file, 'k2');
      await store.commit(next);
      expect(await loaded(store, 'c1')).toEqual(next.after);
    });

    it('is still there after a restart', async () => {
      const { store, reopen } = open();
      const file = await opened(store, 'c1');
      const next = nextCommit(file, 'k2');
      await store.commit(next);
      const again = reopen();
      expect(await again.load('c1')).toEqual(next.after);
      expect(await again.answered(mediator, 'k2')).toEqual({ requestDigest: 'digest-of-k2', answer: next.answer });
      expect((await again.reads.journal('c1')).map(({ envelope }) => envelope.seq)).toEqual([1, 2, 3]);
    });

    it('loses a part that a later commit took out', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const next = nextCommit(file, 'k2');
      await store.commit({ ...next, after: { ...next.after, items: {} } });
      expect((await loaded(store, 'c1')).items).toEqual({});
    });

    it('keeps a gapless journal whose entries follow from each other', async () => {
      const { store } = open();
      let file = await opened(store, 'c1');
      for (const id of ['k2', 'k3', 'k4']) {
        await store.commit(nextCommit(file, id));
        file = await loaded(store, 'c1');
      }
      const journal = await store.reads.journal('c1');
      expect(journal.map(({ envelope }) => envelope.seq)).toEqual([1, 2, 3, 4, 5]);
      journal.slice(1).forEach((entry, index) => {
        expect(entry.previousHash).toBe(journal[index]?.hash);
      });
      expect(journal[2]?.body?.slotAfter).toEqual({
        machine: 'peopleMediation',
        version: 1,
        value: 'state-3',
        context: { sessions: 3 },
      });
    });

    it('does not exist under another id', async () => {
      expect(await open().store.load('nowhere')).toBeNull();
    });
  });

  describe('two people on one case', () => {
    it('have one winner; the other is told of the conflict and changed nothing', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const results = await Promise.all(['k1', 'k2', 'k3'].map((id) => store.commit(nextCommit(file, id))));
      expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict', 'conflict']);
      expect((await loaded(store, 'c1')).version).toBe(2);
      expect(await store.reads.journal('c1')).toHaveLength(3);
      expect(await store.answered(mediator, 'k2')).toBeNull();
    });

    it('cannot both open it', async () => {
      const { store } = open();
      await store.commit(openingCommit('c1'));
      expect(await store.commit(openingCommit('c1', { commandId: 'other' }))).toEqual({ kind: 'conflict' });
    });
  });

  describe('a command sent twice', () => {
    it('is done once and answered with the stored answer', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const commit = nextCommit(file, 'k2');
      const results = await Promise.all([store.commit(commit), store.commit(commit)]);
      const stored = { requestDigest: 'digest-of-k2', answer: commit.answer };
      expect(results).toEqual([
        { kind: 'committed', version: 2 },
        { kind: 'duplicate', stored },
      ]);
      expect(await store.reads.journal('c1')).toHaveLength(3);
    });

    it('is another command when another person chose the same key', async () => {
      const { store } = open();
      await store.commit(nextCommit(await opened(store, 'c1'), 'k2'));
      const other = nextCommit(await loaded(store, 'c1'), 'k2', { person: 'account-clerk' });
      expect(await store.commit(other)).toEqual({ kind: 'committed', version: 3 });
    });
  });
}

function describeRefusals(open: () => StoreUnderTest): void {
  describe('a commit that breaks an invariant', () => {
    it('is refused alone: what arrived with it is done, and nothing of it remains', async () => {
      const { store } = open();
      const one = await opened(store, 'c1');
      const two = await opened(store, 'c2');
      await store.commit(handoffCommit(one, 'h1', 'k1'));
      const again = handoffCommit(await loaded(store, 'c1'), 'h2', 'k2');
      const [refused, done] = await Promise.allSettled([store.commit(again), store.commit(nextCommit(two, 'k3'))]);
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'open-handoff-exists' } });
      expect(done).toMatchObject({ status: 'fulfilled', value: { kind: 'committed' } });
      expect(await loaded(store, 'c1')).toEqual(again.before);
      expect(await store.reads.journal('c1')).toHaveLength(3);
      expect(await store.answered(mediator, 'k2')).toBeNull();
    });

    it('may offer again once the first handoff is answered', async () => {
      const { store } = open();
      await store.commit(handoffCommit(await opened(store, 'c1'), 'h1', 'k1'));
      const answered = await loaded(store, 'c1');
      await store.commit(handoffCommit(answered, 'h1', 'k2', { answeredOn: '2026-11-22', returnReason: 'incomplete' }));
      const again = handoffCommit(await loaded(store, 'c1'), 'h2', 'k3');
      expect(await store.commit(again)).toEqual({ kind: 'committed', version: 4 });
    });

    it.each([
      ['skips a version', { version: 3 }, 'version-not-next'],
      ['skips a number of the journal', { seq: 9 }, 'journal-not-gapless'],
    ])('%s', async (_what, wrong, code) => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const commit = nextCommit(file, 'k2');
      await expect(store.commit({ ...commit, after: { ...commit.after, ...wrong } })).rejects.toMatchObject({ code });
      expect(await loaded(store, 'c1')).toEqual(file);
    });

    it('leaves no evidence', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const commit = { ...nextCommit(file, 'k2'), entries: [] };
      await expect(store.commit(commit)).rejects.toThrow(CommitInvalid);
      expect(await loaded(store, 'c1')).toEqual(file);
    });

    it('gives a proceeding a second custodian', async () => {
      const { store } = open();
      const commit = nextCommit(await opened(store, 'c1'), 'k2');
      const [row] = commit.derived.proceedings;
      const proceedings = [row!, { ...row!, organisation: 'org-other' }];
      await expect(store.commit({ ...commit, derived: { ...commit.derived, proceedings } })).rejects.toMatchObject({
        code: 'custodian-not-one',
      });
    });

    it('takes the code of another case', async () => {
      const { store } = open();
      const { after } = openingCommit('c1');
      await store.commit(openingCommit('c1'));
      const commit = openingCommit('c2');
      const derived = { ...commit.derived, code: after.header.code };
      await expect(store.commit({ ...commit, derived })).rejects.toMatchObject({ code: 'case-code-taken' });
      expect(await store.load('c2')).toBeNull();
      expect(await store.reads.names(['c2-a-person'])).toEqual({});
    });
  });

  it('refuses a page marker that no list gave out', async () => {
    const { store } = open();
    const filter = { organisation: 'x', scope: 'all', officer: null, after: 'nonsense', limit: 5 } as const;
    await expect(store.reads.cases(filter)).rejects.toThrow(CursorInvalid);
  });
}

function describeErasure(open: () => StoreUnderTest): void {
  describe('a body that had to be removed', () => {
    const ground = '个人信息保护法第四十七条';

    it('is gone, the reason stands in its place, and the chain is unbroken', async () => {
      const { store } = open();
      const commit = nextCommit(await opened(store, 'c1'), 'k2', { erasure: { ground, bodies: [1], persons: [] } });
      await store.commit(commit);
      const [first, second, third] = await store.reads.journal('c1');
      expect(first).toMatchObject({ body: null, removal: { ground, by: 3 } });
      expect(second).toMatchObject({ removal: null, previousHash: first?.hash });
      expect(second?.body).not.toBeNull();
      expect(third?.previousHash).toBe(second?.hash);
    });

    it('keeps the first reason when it is removed again', async () => {
      const { store } = open();
      await store.commit(
        nextCommit(await opened(store, 'c1'), 'k2', { erasure: { ground, bodies: [1], persons: [] } }),
      );
      const again = nextCommit(await loaded(store, 'c1'), 'k3', {
        erasure: { ground: '其他', bodies: [1], persons: [] },
      });
      await store.commit(again);
      expect((await store.reads.journal('c1'))[0]).toMatchObject({ body: null, removal: { ground, by: 3 } });
    });

    it.each([
      ['without a ground', { ground: ' ', bodies: [1], persons: [] }],
      ['of an entry that does not exist', { ground, bodies: [7], persons: [] }],
      ['of the very entry that records it', { ground, bodies: [3], persons: [] }],
    ])('is never removed %s', async (_why, erasure) => {
      const { store } = open();
      const commit = nextCommit(await opened(store, 'c1'), 'k2', { erasure });
      await expect(store.commit(commit)).rejects.toMatchObject({ code: 'erasure-unfounded' });
      expect((await store.reads.journal('c1')).every(({ body }) => body !== null)).toBe(true);
    });

    it('takes people with it whose names are empty from then on, in lists too', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      expect(await store.reads.names(['c1-b-person', 'nobody'])).toEqual({ 'c1-b-person': '王海燕' });
      await store.commit(nextCommit(file, 'k2', { erasure: { ground, bodies: [], persons: ['c1-b-person'] } }));
      expect(await store.reads.names(['c1-b-person'])).toEqual({ 'c1-b-person': '' });
      const filter = { organisation: 'org-committee', scope: 'open', officer: null, after: null, limit: 5 } as const;
      expect((await store.reads.cases(filter)).rows[0]).toMatchObject({
        claimants: ['烟台红富士果业有限公司'],
        respondents: [''],
      });
    });
  });
}

function describeNumbers(open: () => StoreUnderTest): void {
  const request = (commandId: string) => ({
    commandId,
    kind: 'mediationCase',
    organisation: 'org-committee',
    year: 2026,
    pattern: '（{year}）烟知调字第{number}号',
  });
  const register = { kind: 'mediationCase', organisation: 'org-committee', year: 2026 };

  describe('an official number', () => {
    it('is one after the other, and the same for the same command', async () => {
      const { store } = open();
      const texts = await Promise.all(['k1', 'k2', 'k1'].map((id) => store.reserveNumber(request(id))));
      expect(texts).toEqual(['（2026）烟知调字第001号', '（2026）烟知调字第002号', '（2026）烟知调字第001号']);
    });

    it('runs apart for each kind, organisation and year', async () => {
      const { store } = open();
      await store.reserveNumber(request('k1'));
      const others = [{ year: 2027 }, { organisation: 'org-other' }, { kind: 'agreement' }];
      for (const [index, other] of others.entries()) {
        const text = await store.reserveNumber({ ...request(`other-${index}`), pattern: '{number}', ...other });
        expect(text).toBe('001');
      }
    });

    it('is used by the commit of its command, and a refused command leaves its reason, never a silent gap', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      for (const id of ['k1', 'k2', 'k3']) await store.reserveNumber(request(id));
      await store.voidNumber('k1', 'refused: consent-missing');
      await store.commit(nextCommit(file, 'k2'));
      await store.voidNumber('k2', 'too late');
      const rows = await store.reads.numbers(register);
      expect(rows.map(({ number, state, reason }) => [number, state, reason])).toEqual([
        [1, 'void', 'refused: consent-missing'],
        [2, 'used', null],
        [3, 'reserved', null],
      ]);
    });

    it('that was given up while its command was still on its way is in use once that is committed', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      await store.reserveNumber(request('k1'));
      await store.voidNumber('k1', 'refused: consent-missing');
      await store.commit(nextCommit(file, 'k1'));
      expect(await store.reads.numbers(register)).toMatchObject([{ number: 1, state: 'used', reason: null }]);
    });

    it('comes back to a refused command that is tried again', async () => {
      const { store } = open();
      await store.reserveNumber(request('k1'));
      await store.voidNumber('k1', 'refused: consent-missing');
      expect(await store.reserveNumber(request('k1'))).toBe('（2026）烟知调字第001号');
      expect(await store.reads.numbers(register)).toMatchObject([{ number: 1, state: 'reserved', reason: null }]);
    });
  });
}
