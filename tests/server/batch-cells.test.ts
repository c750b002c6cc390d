/** Rows of a list of cases, read cell by cell. */
import { describe, expect, it } from 'vitest';
import { type Cells, readCells, templateTable } from '../../server/batches/index.ts';

const row: Cells = {
  claimant: '烟台海岳电器有限公司',
  claimantTelephone: '0535-6000137',
  respondent: '芝罘区海蓝商行',
  summary: '销售侵权商品',
};
const wrongIn = (change: Cells) => readCells({ ...row, ...change }).problems.map(({ field }) => field);

describe('a row of a list', () => {
  it('is read by names, labels in either language, and numbers as people write them', () => {
    const { data, courtNumber, problems } = readCells({
      ...row,
      courtNumber: '(2026)鲁0602民初456号',
      claimantNumber: '91350100m000100y43',
      rightKind: '注册商标',
      dispute: 'Infringement',
      amount: '60,000.50 元',
    });
    expect(problems).toEqual([]);
    expect(courtNumber).toBe('（2026）鲁0602民初456号');
    expect(data).toMatchObject({
      claimant: { kind: 'legal', creditCode: '91350100M000100Y43', identityNumber: null, telephone: '0535-6000137' },
      respondents: [{ who: { kind: 'individualBusiness', name: '芝罘区海蓝商行' } }],
      summary: '销售侵权商品（法院案号：（2026）鲁0602民初456号）',
      source: 'courtReferral',
      rightKind: 'trademark',
      dispute: 'infringement',
      amountFen: 6_000_050,
    });
  });

  it('may name several respondents, without the details of any', () => {
    const several = '海蓝商行；张三、某某网络科技公司';
    expect(readCells({ ...row, respondent: several }).data.respondents).toMatchObject([
      { who: { name: '海蓝商行', kind: 'individualBusiness' } },
      { who: { name: '张三', kind: 'natural' } },
      { who: { name: '某某网络科技公司', kind: 'legal' } },
    ]);
    expect(wrongIn({ respondent: several, respondentTelephone: '13800001001' })).toEqual(['respondentTelephone']);
    expect(wrongIn({ claimant: '海岳公司、海天公司' })).toEqual(['claimantTelephone', 'claimant']);
  });

  it.each<[string, Cells, readonly string[]]>([
    ['no name', { claimant: '' }, ['claimant']],
    ['no sentence', { summary: '' }, ['summary']],
    ['a name that shows no kind', { respondent: 'SEA BLUE' }, ['respondentKind']],
    ['an unknown kind', { respondentKind: '个体公司' }, ['respondentKind']],
    ['a credit code that fails its check', { respondentNumber: '91350100M000100Y44' }, ['respondentNumber']],
    [
      'an identity number that fails its check',
      { respondentKind: '自然人', respondentNumber: '110101199003071234' },
      ['respondentNumber'],
    ],
    ['a telephone with words in it', { claimantTelephone: '见附件' }, ['claimantTelephone']],
    ['an amount in words', { amount: '三万元' }, ['amount']],
    ['nothing as an amount', { amount: '0' }, ['amount']],
    ['an unknown kind of right', { rightKind: '冠名权' }, ['rightKind']],
    ['no court number', { courtNumber: '见附件' }, ['courtNumber']],
    ['too long a sentence', { summary: '长'.repeat(501) }, ['summary']],
    ['two things wrong at once', { amount: '很多', rightKind: '冠名权' }, ['rightKind', 'amount']],
  ])('with %s is told so at its cell', (_, change, fields) => {
    expect(wrongIn(change)).toEqual(fields);
  });

  it('that is the example of the template is not taken for a case', () => {
    const { headings, rows } = templateTable('zh');
    expect(headings).toContain('申请人');
    const [example = []] = rows;
    expect(readCells({ ...row, claimant: example[1] ?? '', respondent: example[6] ?? '' }).problems).toMatchObject([
      { field: 'claimant', text: { zh: '这是模板的示例行，请删除。' } },
    ]);
  });
});
