/** A list beside the register, row by row: pure. */
import { describe, expect, it } from 'vitest';
import { compareLists, countsOf, kept, type RegisterEntry } from '../../../server/registers/compare.ts';
import type { ListEntry } from '../../../server/registers/list-entries.ts';

const number = '（2026）鲁0602民初456号';

function there(change: Partial<ListEntry> = {}): ListEntry {
  return {
    row: 2,
    numbers: [number],
    unreadable: null,
    mode: null,
    referredOn: '2026-09-03',
    organisation: null,
    result: null,
    returnedOn: null,
    claimants: null,
    respondents: null,
    parties: null,
    notUnderstood: [],
    ...change,
  };
}

function here(change: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    referral: 'h1',
    caseId: 'c1',
    code: 'JF-c1',
    numbers: [number],
    mode: 'entrusted',
    referredOn: '2026-09-03',
    organisations: ['committee'],
    result: 'failed',
    returnedOn: '2026-09-14',
    claimants: ['烟台海岳电器有限公司'],
    respondents: ['鑫达商行', '王海燕'],
    ...change,
  };
}

const outcomes = (rows: ReturnType<typeof compareLists>) => rows.map(({ outcome, row }) => [outcome, row]);
const fields = (list: Partial<ListEntry>, register: Partial<RegisterEntry> = {}) =>
  compareLists([there(list)], [here(register)])[0]?.differences.map(({ field }) => field);

describe('a row whose number the register knows', () => {
  it('is matched, with the case it belongs to', () => {
    expect(compareLists([there()], [here()])).toMatchObject([
      { outcome: 'matched', row: 2, number, caseId: 'c1', code: 'JF-c1', referral: 'h1', differences: [] },
    ]);
  });

  it('is matched by its pre-filing number too, when the suit has another number by now', () => {
    const numbers = ['（2026）鲁0602诉前调77号', number];
    expect(outcomes(compareLists([there({ numbers: ['（2026）鲁0602诉前调77号'] })], [here({ numbers })]))).toEqual([
      ['matched', 2],
    ]);
  });

  it('says which fields differ, here and there, and is silent on what the list leaves empty', () => {
    const differing = there({
      mode: 'delegated',
      referredOn: '2026-09-04',
      organisation: 'station',
      result: 'agreed',
      returnedOn: '2026-09-15',
    });
    expect(compareLists([differing], [here()])[0]?.differences).toEqual([
      { field: 'mode', here: 'entrusted', there: 'delegated' },
      { field: 'referredOn', here: '2026-09-03', there: '2026-09-04' },
      { field: 'organisation', here: 'committee', there: 'station' },
      { field: 'result', here: 'failed', there: 'agreed' },
      { field: 'returnedOn', here: '2026-09-14', there: '2026-09-15' },
    ]);
    expect(fields({ referredOn: null })).toEqual([]);
  });

  it('differs when the list says it is back and the register does not', () => {
    expect(fields({ returnedOn: '2026-09-15' }, { returnedOn: null })).toEqual(['returnedOn']);
  });

  it('agrees with either organisation after one handed it to the other', () => {
    const moved = { organisations: ['committee', 'station'] };
    expect([fields({ organisation: 'committee' }, moved), fields({ organisation: 'station' }, moved)]).toEqual([
      [],
      [],
    ]);
  });

  it('compares names in any order, and “等2人” as at least those', () => {
    expect(fields({ respondents: '王海燕、鑫达商行' })).toEqual([]);
    expect(fields({ respondents: '鑫达商行等2人' })).toEqual([]);
    expect(fields({ respondents: '鑫达商行' })).toEqual(['respondents']);
    expect(fields({ claimants: '别的公司' })).toEqual(['claimants']);
    expect(fields({ parties: '烟台海岳电器有限公司与鑫达商行、王海燕' })).toEqual([]);
    expect(fields({ parties: '烟台海岳电器有限公司与鑫达商行' })).toEqual(['parties']);
  });
});

describe('rows and referrals without a partner', () => {
  it('are missing here, or missing there', () => {
    const rows = compareLists([there({ numbers: ['（2026）鲁0602民初9号'] })], [here()]);
    expect(rows).toMatchObject([
      { outcome: 'missingHere', row: 2, caseId: null },
      { outcome: 'missingThere', row: null, number, code: 'JF-c1' },
    ]);
  });

  it('outside the period can be matched, and are never missing there', () => {
    const old = here({ referral: 'old', referredOn: '2026-01-03' });
    expect(outcomes(compareLists([there({ referredOn: '2026-01-03' })], [], [old]))).toEqual([['matched', 2]]);
    expect(compareLists([], [], [old])).toEqual([]);
  });
});

describe('the same number more than once', () => {
  it('on the same day is a duplicate that points to the first row, however often', () => {
    const rows = compareLists([there(), there({ row: 3 }), there({ row: 4 })], [here()]);
    expect(outcomes(rows)).toEqual([
      ['matched', 2],
      ['duplicate', 3],
      ['duplicate', 4],
    ]);
    expect(rows[2]).toMatchObject({ firstRow: 2, code: 'JF-c1', differences: [] });
  });

  it('is a duplicate also when one of the two leaves the day empty', () => {
    expect(outcomes(compareLists([there(), there({ row: 3, referredOn: null })], [here()]))[1]).toEqual([
      'duplicate',
      3,
    ]);
  });

  it('on another day is another referral of the case, matched by its day', () => {
    const second = here({ referral: 'h2', referredOn: '2026-09-20' });
    const list = [there({ row: 2, referredOn: '2026-09-20' }), there({ row: 3, referredOn: '2026-09-03' })];
    const rows = compareLists(list, [here(), second]);
    expect(rows.map(({ referral, outcome }) => [referral, outcome])).toEqual([
      ['h2', 'matched'],
      ['h1', 'matched'],
    ]);
  });

  it('twice in the list and once here: the one that fits is matched, the other is missing here', () => {
    const rows = compareLists([there({ row: 2, referredOn: '2026-09-20' }), there({ row: 3 })], [here()]);
    expect(outcomes(rows)).toEqual([
      ['missingHere', 2],
      ['matched', 3],
    ]);
  });
});

describe('a row without a number that can be read', () => {
  it('is unreadable with its reason, and takes no referral away', () => {
    const rows = compareLists([there({ numbers: [], unreadable: 'number-not-understood' })], [here()]);
    expect(rows).toMatchObject([
      { outcome: 'unreadable', reason: 'number-not-understood', number: null },
      { outcome: 'missingThere' },
    ]);
  });
});

describe('what is kept of a comparison', () => {
  it('counts every outcome', () => {
    const rows = compareLists(
      [there({ result: 'agreed' }), there({ row: 3 }), there({ row: 4, numbers: ['（2026）鲁0602民初9号'] })],
      [here(), here({ referral: 'h2', numbers: [] })],
    );
    expect(countsOf(rows)).toEqual({
      matched: 1,
      differing: 1,
      missingHere: 1,
      missingThere: 1,
      duplicate: 1,
      unreadable: 0,
    });
  });

  it('holds that names differ, and neither the names nor a word that is no organisation', () => {
    const list = there({ claimants: '张三', organisation: '李四', result: 'agreed' });
    const [row] = compareLists([list], [here()]);
    const record = kept(row!, (id) => id === 'committee');
    expect(record.differences).toEqual([
      { field: 'organisation', here: 'committee', there: null },
      { field: 'result', here: 'failed', there: 'agreed' },
      { field: 'claimants', here: null, there: null },
    ]);
    expect(JSON.stringify(record)).not.toMatch(/张三|李四|海岳/);
  });
});
