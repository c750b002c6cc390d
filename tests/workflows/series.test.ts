/** The morning list of a court: applications of one right holder beside each other, with what differs. */
import { describe, expect, it } from 'vitest';
import { type Clause, type Party, type SeriesApplication, seriesOf } from '../../workflows/index.ts';

const holder: Party = {
  id: 'p',
  person: 'holder',
  side: 'claimant',
  capacity: 'full',
  foreign: false,
  serviceMethod: null,
  serviceConfirmedOn: null,
  language: 'zh-CN',
  marks: ['mark-of-holder'],
  agents: [],
};

function clause(change: Partial<Clause> = {}): Clause {
  return {
    subject: 'payment',
    obligor: 'r',
    obligee: 'p',
    act: '一次性支付赔偿款',
    amountFen: 300_000,
    dueOn: '2026-12-01',
    mannerNamed: true,
    ...change,
  };
}

function application(id: string, change: Partial<SeriesApplication> = {}): SeriesApplication {
  return {
    id,
    committee: 'yantai',
    claimants: [{ ...holder, person: `holder-in-${id}` }],
    rights: [],
    linked: [],
    clauses: [clause()],
    names: [],
    ...change,
  };
}

const idsOf = (all: readonly SeriesApplication[]) =>
  seriesOf(all).map(({ applications }) => applications.map((one) => one.application.id));

describe('Which applications are one series', () => {
  it('those of one claimant before one committee, by marks and not by name', () => {
    expect(idsOf([application('a'), application('b')])).toEqual([['a', 'b']]);
  });

  it('not those of another claimant, nor those another committee mediated', () => {
    const other = { ...holder, person: 'other', marks: ['mark-of-other'] };
    expect(idsOf([application('a'), application('b', { claimants: [other] })])).toEqual([]);
    expect(idsOf([application('a'), application('b', { committee: 'laishan' })])).toEqual([]);
  });

  it('those over one right, where nothing tells its holder apart', () => {
    const bare = (person: string) => ({ claimants: [{ ...holder, person, marks: [] }], rights: ['7755331'] });
    expect(idsOf([application('a', bare('x')), application('b', bare('y'))])).toEqual([['a', 'b']]);
    expect(idsOf([application('a', bare('x')), application('b', { ...bare('y'), committee: 'laishan' })])).toEqual([]);
  });

  it('those of linked cases, whoever linked them, also before another committee', () => {
    expect(idsOf([application('a'), application('b', { committee: 'laishan', linked: ['a'] })])).toEqual([['a', 'b']]);
    expect(idsOf([application('a', { committee: 'laishan', linked: ['b'] }), application('b')])).toEqual([['a', 'b']]);
  });

  it('one that belongs to two groups makes them one, in the order given', () => {
    const elsewhere = { committee: 'laishan' } as const;
    const all = [application('a', elsewhere), application('b'), application('c', { ...elsewhere, linked: ['b'] })];
    expect(idsOf(all)).toEqual([['a', 'b', 'c']]);
  });

  it('an application alone is none, and none is none', () => {
    expect(seriesOf([application('a')])).toEqual([]);
    expect(seriesOf([])).toEqual([]);
  });

  it('people without marks are not taken for one another', () => {
    const unmarked = (person: string) => ({ claimants: [{ ...holder, person, marks: [] }] });
    expect(idsOf([application('a', unmarked('x')), application('b', unmarked('y'))])).toEqual([]);
  });
});

/** The clauses of the last of four applications, compared; three are alike. */
function fourth(change: Partial<SeriesApplication>) {
  const [series] = seriesOf([application('a'), application('b'), application('c'), application('d', change)]);
  return { series: series!, odd: series!.applications[3]!, plain: series!.applications[0]! };
}

describe('What differs', () => {
  it('nothing, where all say the same', () => {
    const { odd } = fourth({});
    expect(odd.lacks).toEqual([]);
    expect(odd.clauses[0]).toMatchObject({ amountDiffers: false, dayDiffers: false, wording: [], isExtra: false });
  });

  it('another sum and another day, in the application that has them and in no other', () => {
    const { odd, plain, series } = fourth({ clauses: [clause({ amountFen: 500_000, dueOn: '2027-01-15' })] });
    expect(odd.clauses[0]).toMatchObject({ amountDiffers: true, dayDiffers: true, wording: [] });
    expect(plain.clauses[0]).toMatchObject({ amountDiffers: false, dayDiffers: false });
    expect(series.usual).toEqual([
      { subject: 'payment', act: '一次性支付赔偿款', amountFen: 300_000, dueOn: '2026-12-01' },
    ]);
  });

  it('where every sum is another one, each is marked and none is called usual', () => {
    const all = [1, 2, 3].map((yuan) => application(`${yuan}`, { clauses: [clause({ amountFen: yuan * 100 })] }));
    const [series] = seriesOf(all);
    expect(series!.usual[0]!.amountFen).toBeNull();
    expect(series!.applications.every(({ clauses }) => clauses[0]!.amountDiffers)).toBe(true);
  });

  it('other words, cut to the stretch that differs', () => {
    const { odd } = fourth({ clauses: [clause({ act: '分两期支付赔偿款' })] });
    expect(odd.clauses[0]!.wording).toEqual([
      { words: '分两期', differs: true },
      { words: '支付赔偿款', differs: false },
    ]);
  });

  it('words left out are marked where they would stand', () => {
    const { odd } = fourth({ clauses: [clause({ act: '支付赔偿款' })] });
    expect(odd.clauses[0]!.wording[0]).toEqual({ words: '…', differs: true });
  });

  it('a term in days inside the words is a difference; names, days, sums and widths are none', () => {
    const said = (shop: string, sum: string, day: string, term: string) =>
      clause({ act: `${shop}于${day}前支付${sum}，逾期${term}日的加倍` });
    const one = (id: string, shop: string, term: string) =>
      application(id, { names: [shop], clauses: [said(shop, '人民币3,000元', '2026年12月1日', term)] });
    const alike = { names: ['丁商行'], clauses: [said('丁商行', '５万元', '2027-02-03', '7')] };
    const [series] = seriesOf([
      one('a', '甲商行', '7'),
      one('b', '乙商行', '7'),
      one('c', '丙店', '30'),
      application('d', alike),
    ]);
    const wordings = series!.applications.map(({ clauses }) => clauses[0]!.wording.length > 0);
    expect(wordings).toEqual([false, false, true, false]);
  });

  it('a clause most others have and this one lacks, and one that only this one has', () => {
    const stop = clause({ subject: 'stopInfringement', act: '停止销售', amountFen: null });
    const both = [stop, clause()];
    const [series] = seriesOf([
      application('a', { clauses: both }),
      application('b', { clauses: both }),
      application('c', { clauses: [clause(), clause({ subject: 'apology', act: '登报致歉', amountFen: null })] }),
    ]);
    expect(series!.applications[2]).toMatchObject({ lacks: ['stopInfringement'] });
    expect(series!.applications[2]!.clauses.map(({ isExtra }) => isExtra)).toEqual([false, true]);
    expect(series!.applications[0]).toMatchObject({ lacks: [] });
  });

  it('two payments are compared place by place', () => {
    const half = (dueOn: string) => clause({ act: '支付一半', amountFen: 150_000, dueOn });
    const parts = [half('2026-12-01'), half('2027-01-01')];
    const all = ['a', 'b'].map((id) => application(id, { clauses: parts }));
    const [series] = seriesOf([...all, application('c', { clauses: [half('2026-12-01'), half('2027-03-01')] })]);
    expect(series!.applications[2]!.clauses.map(({ dayDiffers }) => dayDiffers)).toEqual([false, true]);
  });
});
