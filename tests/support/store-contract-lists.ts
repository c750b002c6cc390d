import { describe, expect, it } from 'vitest';
import { type ListRequest, nobody } from '../../db/listings.ts';
import { savedListLimit } from '../../db/saved-lists.ts';
import { CursorInvalid, type Store } from '../../db/store.ts';
import { patchPart, withPart } from '../../workflows/case-file.ts';
import { loaded, opened, type StoreUnderTest } from './store-contract.ts';
import {
  commitOf,
  committee,
  court,
  handoffCommit,
  mediator,
  nextCommit,
  openingCommit,
  person,
} from './store-samples.ts';

const everything: ListRequest = {
  organisation: committee,
  officers: null,
  open: false,
  channel: null,
  state: null,
  source: null,
  counterparts: null,
  dueUpTo: null,
  openedFrom: null,
  openedTo: null,
  box: null,
  order: 'latest',
  after: null,
  limit: 9,
};

/** Lists, search and saved lists: what every adapter promises of them. */
export function describeLists(open: () => StoreUnderTest): void {
  describeBoxes(open);
  describeSearch(open);
  describeForgetting(open);
  describeSavedLists(open);
}

const listed = async (store: Store, change: Partial<ListRequest> = {}) =>
  (await store.listings.list({ ...everything, ...change })).rows.map(({ caseId }) => caseId);

const found = async (store: Store, text: string, organisation = committee) =>
  (await store.listings.search({ organisation, text, after: null, limit: 9 })).rows.map(({ caseId }) => caseId);

function describeBoxes(open: () => StoreUnderTest): void {
  describe("an organisation's boxes", () => {
    it('hold a case where it lies: at work, waited for, to be answered, and nowhere else', async () => {
      const { store } = open();
      await opened(store, 'c1');
      await store.commit(handoffCommit(await opened(store, 'c2'), 'h1', 'k1'));
      expect(await listed(store, { box: 'inProgress' })).toEqual(['c1']);
      expect(await listed(store, { box: 'waiting' })).toEqual(['c2']);
      expect(await listed(store, { organisation: court })).toEqual(['c2']);
      expect(await listed(store, { organisation: court, box: 'inbox' })).toEqual(['c2']);
      expect(await listed(store, { organisation: 'org-elsewhere' })).toEqual([]);
      const counts = (organisation: string) => store.listings.counts({ ...everything, organisation });
      expect(await counts(committee)).toEqual({ inbox: 0, inProgress: 1, waiting: 1, done: 0 });
      expect(await counts(court)).toEqual({ inbox: 1, inProgress: 0, waiting: 0, done: 0 });
      expect(await counts('org-elsewhere')).toEqual({ inbox: 0, inProgress: 0, waiting: 0, done: 0 });
    });

    it('show a receiver nothing of a draft, and nothing any more of what was taken back', async () => {
      const { store } = open();
      const draft = { offeredOn: null, slot: { machine: 'handoff', version: 1, value: 'drafted', context: {} } };
      await store.commit(handoffCommit(await opened(store, 'c1'), 'h1', 'k1', draft));
      expect(await listed(store, { organisation: court })).toEqual([]);
      await store.commit(handoffCommit(await opened(store, 'c2'), 'h2', 'k2'));
      expect(await found(store, '王海燕', court)).toEqual(['c2']);
      const before = await loaded(store, 'c2');
      const slot = { machine: 'handoff', version: 1, value: 'recalled', context: {} };
      const recalled = patchPart(before, 'handoffs', 'h2', { slot, answeredOn: '2026-11-22' });
      await store.commit(commitOf(before, { ...recalled, version: before.version + 1, seq: before.seq + 1 }, 'k3'));
      expect(await listed(store, { organisation: court })).toEqual([]);
      expect(await found(store, '王海燕', court)).toEqual([]);
      expect(await found(store, '王海燕')).toEqual(['c2', 'c1']);
    });

    it('name the people of a row from the person store, and carry what a list shows', async () => {
      const { store } = open();
      await opened(store, 'c1');
      const { rows } = await store.listings.list(everything);
      expect(rows).toMatchObject([
        {
          names: { 'c1-a-person': '烟台红富士果业有限公司', 'c1-b-person': '王海燕' },
          listing: { box: 'inProgress', due: '2026-12-20', claimants: ['c1-a-person'], right: { name: '苹果礼盒' } },
        },
      ]);
      expect([...(await store.listings.listed(committee, ['c1', 'nowhere'])).keys()]).toEqual(['c1']);
      expect([...(await store.listings.listed(court, ['c1'])).keys()]).toEqual([]);
    });

    it('are narrowed by officer, channel, state, source, day and neighbour, each alone', async () => {
      const { store } = open();
      await store.commit(openingCommit('c1', { openedOn: '2026-11-01' }));
      await store.commit(handoffCommit(await opened(store, 'c2'), 'h1', 'k1'));
      const lacking = openingCommit('c3', { openedOn: '2026-11-21T09:30' });
      const unassigned = patchPart(lacking.after, 'proceedings', 'c3-p1', { assignments: [] });
      await store.commit({ ...commitOf(lacking.before, unassigned, 'k2'), persons: lacking.persons });
      const all = ['c3', 'c2', 'c1'];
      expect(await listed(store)).toEqual(all);
      for (const filter of [
        { open: true },
        { channel: 'peopleMediation' },
        { state: 'applied' },
        { source: 'telephone' },
      ])
        expect(await listed(store, filter)).toEqual(all);
      for (const filter of [{ channel: 'litigation' }, { state: 'closed' }, { source: 'online' }, { counterparts: [] }])
        expect([filter, await listed(store, filter)]).toEqual([filter, []]);
      expect(await listed(store, { officers: [mediator] })).toEqual(['c2', 'c1']);
      expect(await listed(store, { officers: [mediator, nobody] })).toEqual(all);
      expect(await listed(store, { officers: [nobody] })).toEqual(['c3']);
      expect(await listed(store, { officers: ['account-other'] })).toEqual([]);
      expect(await listed(store, { counterparts: [court] })).toEqual(['c2']);
      expect(await listed(store, { openedFrom: '2026-11-02', openedTo: '2026-11-20' })).toEqual(['c2']);
      expect(await listed(store, { openedFrom: '2026-11-21', openedTo: '2026-11-21' })).toEqual(['c3']);
      expect(await listed(store, { dueUpTo: '2026-12-19' })).toEqual([]);
      expect(await listed(store, { dueUpTo: '2026-12-20' })).toEqual(all);
      const counts = await store.listings.counts({ ...everything, officers: [mediator, nobody, 'account-other'] });
      expect(counts).toEqual({ inbox: 0, inProgress: 2, waiting: 1, done: 0 });
    });

    it('come page by page in each order, complete and without doubles', async () => {
      const { store } = open();
      for (const id of ['c1', 'c0', 'c3', 'c2', 'c4']) await opened(store, id);
      for (const order of ['latest', 'earliest', 'due', 'waiting'] as const) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<Store['listings']['list']>> = await store.listings.list({
            ...everything,
            officers: [mediator, ''],
            order,
            after,
            limit: 2,
          });
          seen.push(...page.rows.map(({ caseId }) => caseId));
          after = page.next;
        } while (after !== null);
        const expected = ['c0', 'c1', 'c2', 'c3', 'c4'];
        expect([order, seen]).toEqual([order, order === 'latest' ? expected.toReversed() : expected]);
        await expect(store.listings.list({ ...everything, order, after: 'made up' })).rejects.toThrow(CursorInvalid);
      }
    });
  });
}

/** What a case of the samples is found by. */
const finders = {
  'a name': '王海燕',
  'two characters of a name': '海燕',
  'two characters from the middle of a company': '富士',
  'two words in any order': '果业 王海',
  'pinyin of a person': 'wanghaiyan',
  'the beginning of pinyin': 'wanghai',
  'first letters': 'WHY',
  'pinyin from the middle of a company': 'hongfushi',
  'first letters from the middle': 'hfs',
  'pinyin as two words': 'wang hai',
  'the number of a right': 'ZL202330123456.7',
  'the same without its letters and point': '2023301234567',
  'the same in full width': 'ＺＬ２０２３３０１２３４５６．７',
  'a part of it': '30123456',
  'the name of a right': '苹果',
  'the name of a right in pinyin': 'pingguo',
  'the kind of a right': '外观设计',
  'the code of the case': 'jf-C1',
} as const;

const numberWritings = [
  '（2026）鲁0602民初456号',
  '(2026)鲁0602民初456号',
  '〔２０２６〕鲁０６０２民初４５６',
  '第（2026）鲁0602民初456号',
  '2026 民初456',
  '0602民初',
  '456号',
];

const missing = [
  ...['', ' ', '王', '1', '李海燕', '燕王', '王海燕 鑫达', 'haiwang', '司王'],
  ...['"', '*', 'OR', 'NOT 王海燕', '王海燕" OR "', 'pairs : 王', '%', 'organisation', 'NEAR(王海燕)'],
];

function describeSearch(open: () => StoreUnderTest): void {
  describe('the search', () => {
    it('finds a case by any part of what it is called, in characters, pinyin and first letters', async () => {
      const { store } = open();
      await opened(store, 'c1');
      for (const [what, text] of Object.entries(finders)) {
        expect([what, await found(store, text)]).toEqual([what, ['c1']]);
        expect([what, await found(store, text, court)]).toEqual([what, []]);
      }
    });

    it('finds a number however it is written, and however it was', async () => {
      const { store } = open();
      for (const [id, number] of [
        ['c1', '（2026）鲁0602民初456号'],
        ['c2', '(2026)鲁0602民初456'],
      ] as const) {
        const file = await opened(store, id);
        const numbered = patchPart(file, 'proceedings', `${id}-p1`, { number });
        await store.commit(commitOf(file, { ...numbered, version: 2, seq: file.seq + 1 }, `${id}-number`));
      }
      for (const text of numberWritings) expect([text, await found(store, text)]).toEqual([text, ['c2', 'c1']]);
    });

    it('finds nothing by what is not there, too short, or speaks the language of an index, and does not fail', async () => {
      const { store } = open();
      await opened(store, 'c1');
      for (const text of missing) expect([text, await found(store, text)]).toEqual([text, []]);
    });

    it('shows whoever was handed one matter nothing of another: neither its parties nor its right', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const party = { ...file.parties['c1-b']!, id: 'c1-c', person: 'c1-c-person' };
      const matter = {
        ...file.matters['c1-m1']!,
        id: 'c1-m2',
        respondents: ['c1-c'],
        right: { kind: 'trademark' as const, number: '第88887777号', name: '海岳' },
      };
      const two = withPart(withPart(file, 'parties', party), 'matters', matter);
      const both = patchPart(two, 'proceedings', 'c1-p1', { matters: ['c1-m1', 'c1-m2'] });
      const wider = commitOf(file, { ...both, version: 2, seq: file.seq + 1 }, 'k1');
      await store.commit({ ...wider, persons: [person('c1-c-person', '芝罘区鑫达商行')] });
      await store.commit(handoffCommit(await loaded(store, 'c1'), 'h1', 'k2'));
      for (const text of ['鑫达商行', 'xinda', 'xdsh', '海岳', '88887777', '商标']) {
        expect([text, await found(store, text)]).toEqual([text, ['c1']]);
        expect([text, await found(store, text, court)]).toEqual([text, []]);
        expect(await found(store, `王海燕 ${text}`, court)).toEqual([]);
      }
      expect(await found(store, '王海燕', court)).toEqual(['c1']);
    });

    it('gives one page after another, latest known first', async () => {
      const { store } = open();
      for (const id of ['c1', 'c2', 'c3']) await opened(store, id);
      const asked = { organisation: committee, text: '王海燕', limit: 2 };
      const first = await store.listings.search({ ...asked, after: null });
      expect(first.rows.map(({ caseId }) => caseId)).toEqual(['c3', 'c2']);
      const second = await store.listings.search({ ...asked, after: first.next });
      expect([second.rows.map(({ caseId }) => caseId), second.next]).toEqual([['c1'], null]);
      await expect(store.listings.search({ ...asked, after: 'made up' })).rejects.toThrow(CursorInvalid);
    });
  });
}

function describeForgetting(open: () => StoreUnderTest): void {
  describe('words that are no longer true', () => {
    it('are found no more when a name was corrected, in whichever case it stands', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const other = openingCommit('c2');
      const shared = patchPart(other.after, 'parties', 'c2-b', { person: 'c1-b-person' });
      await store.commit({ ...commitOf(other.before, shared, 'k1'), persons: [] });
      expect(await found(store, '王海燕')).toEqual(['c2', 'c1']);
      await store.commit(nextCommit(file, 'k2', { persons: [person('c1-b-person', '王海艳')] }));
      expect(await found(store, '王海燕')).toEqual([]);
      expect(await found(store, '海艳')).toEqual(['c2', 'c1']);
    });

    it('go with an erased person, as characters and as pinyin, in every case and for every organisation', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      const other = openingCommit('c2');
      const shared = patchPart(other.after, 'parties', 'c2-b', { person: 'c1-b-person' });
      await store.commit({ ...commitOf(other.before, shared, 'k1'), persons: [person('c2-a-person', '青岛海产公司')] });
      await store.commit(handoffCommit(await loaded(store, 'c2'), 'h1', 'k2'));
      expect(await found(store, 'whyan', court)).toEqual([]);
      expect(await found(store, '王海', court)).toEqual(['c2']);
      const erasure = { ground: '个人信息保护法第四十七条', bodies: [], persons: ['c1-b-person'] };
      await store.commit(nextCommit(file, 'k3', { erasure }));
      for (const text of ['王海燕', '海燕', 'wanghaiyan', 'haiyan', 'why']) {
        expect([text, await found(store, text), await found(store, text, court)]).toEqual([text, [], []]);
      }
      expect(await found(store, '青岛')).toEqual(['c2']);
      expect((await store.listings.list(everything)).rows[0]?.names).toMatchObject({ 'c1-b-person': '' });
    });
  });
}

function describeSavedLists(open: () => StoreUnderTest): void {
  describe('lists that a person keeps', () => {
    it('are her own, by name, and the same name stands for the newest', async () => {
      const { store } = open();
      await store.savedLists.save(mediator, { name: '临期', query: 'due=7' });
      await store.savedLists.save(mediator, { name: '办理', query: 'box=inProgress' });
      await store.savedLists.save(mediator, { name: '临期', query: 'due=3' });
      expect(await store.savedLists.of(mediator)).toEqual([
        { name: '临期', query: 'due=3' },
        { name: '办理', query: 'box=inProgress' },
      ]);
      expect(await store.savedLists.of('account-other')).toEqual([]);
      await store.savedLists.forget('account-other', '临期');
      await store.savedLists.forget(mediator, '办理');
      expect(await store.savedLists.of(mediator)).toEqual([{ name: '临期', query: 'due=3' }]);
    });

    it('are so many and no more; one of them can still be changed', async () => {
      const { store } = open();
      for (let number = 0; number < savedListLimit; number += 1)
        expect(await store.savedLists.save(mediator, { name: `list ${number}`, query: '' })).toBe(true);
      expect(await store.savedLists.save(mediator, { name: 'one more', query: '' })).toBe(false);
      expect(await store.savedLists.save(mediator, { name: 'list 0', query: 'box=done' })).toBe(true);
      expect(await store.savedLists.of(mediator)).toHaveLength(savedListLimit);
    });
  });
}
