/** Evidence in a foreign language or from abroad before the patent department, and what parties ask it to obtain (O81 44, 46). */
import { describe, expect, it } from 'vitest';
import { derive, evidenceGaps } from '../../workflows/index.ts';
import type { Data, Desk } from '../support/desk.ts';
import { defended, infringement, ruling } from '../support/desk-ruling.ts';
import { partyId, proceedingOf, theCase } from '../support/desk-words.ts';

const evidence = (desk: Desk, index = 0) =>
  Object.values(desk.file.items).filter(({ document }) => document === 'evidence')[index]!.id;
const gapsOf = (desk: Desk) =>
  evidenceGaps(desk.file, proceedingOf(desk.file, 'adminRuling').id).map(({ wants }) => wants);
const lastMarks = (desk: Desk) =>
  Object.values(desk.file.facts)
    .at(-1)!
    .irregular.map(({ code, basis }) => [code, basis[0]!.article]);
const tasksOf = (desk: Desk) =>
  derive(desk.file, desk.calendar, desk.reference).tasks.filter(({ source }) => source === 'evidence');
const describes = (desk: Desk, data: Data) =>
  desk.gives('adjudicator', 'describeEvidence', ruling, { item: evidence(desk), ...data });
const hearing = (desk: Desk) => ({ present: Object.keys(desk.file.parties) });

/** Defended, with papers on the file. */
async function withPapers(...titles: string[]): Promise<Desk> {
  const desk = await defended();
  for (const title of titles)
    await desk.gives('adjudicator', 'addItem', ruling, (c) => ({
      document: 'evidence',
      title,
      class: 'partyFile',
      party: partyId(c, 'claimant'),
      pages: 3,
    }));
  return desk;
}

describe('a paper in a foreign language', () => {
  it('without a translation is marked with the article, and stands as a task until one follows', async () => {
    const desk = await withPapers('Catalogue 2019', '目录译文');
    await describes(desk, { foreignLanguage: true });
    expect(lastMarks(desk)).toEqual([['evidence-without-translation', '第四十六条']]);
    expect(gapsOf(desk)).toEqual(['translation']);
    expect(tasksOf(desk).map(({ role, organisation }) => [role, organisation])).toEqual([
      ['rulingOfficer', 'yantaiPatentDepartment'],
    ]);
    await describes(desk, { foreignLanguage: true, translation: evidence(desk, 1) });
    expect([lastMarks(desk), gapsOf(desk), tasksOf(desk)]).toEqual([[], [], []]);
  });

  it('counts as not submitted: hearing and ruling are warned of it, and go on when that is taken', async () => {
    const desk = await withPapers('Catalogue 2019');
    await describes(desk, { foreignLanguage: true });
    desk.at('2026-09-22T11:00');
    const held = await desk.refuses('acknowledge-warnings', 'adjudicator', 'holdOralHearing', ruling, hearing(desk));
    expect(held.warnings.map(({ code }) => code)).toEqual(['evidence-counts-as-not-submitted']);
    await desk.gives('adjudicator', 'holdOralHearing', ruling, hearing(desk), {
      acknowledged: ['evidence-counts-as-not-submitted'],
    });
    desk.at('2026-09-30T16:00');
    const given = await desk.refuses('acknowledge-warnings', 'adjudicator', 'issueRuling', ruling, infringement(desk));
    expect(given.warnings.map(({ code }) => code)).toEqual(['evidence-counts-as-not-submitted']);
    await desk.gives('adjudicator', 'withdrawItem', ruling, { item: evidence(desk), reason: '不再提交' });
    await desk.gives('adjudicator', 'issueRuling', ruling, infringement(desk));
  });

  it('is no translation of itself, and a paper that is neither foreign nor from abroad is not described so', async () => {
    const desk = await withPapers('Catalogue 2019');
    const item = evidence(desk);
    const refuses = (code: string, data: Data) =>
      desk.refuses(code, 'adjudicator', 'describeEvidence', ruling, { item, ...data });
    await refuses('translation-is-the-original', { foreignLanguage: true, translation: item });
    await refuses('evidence-neither-foreign-nor-abroad', {});
    await refuses('treaty-not-named', { fromAbroad: true, origin: '法国', formality: 'treaty' });
    await refuses('not-a-choice', { item: 'nothing', foreignLanguage: true });
  });
});

describe('evidence from abroad', () => {
  it.each([
    ['without its origin', { formality: 'authenticated' }],
    ['without formalities', { origin: '德国展会' }],
    ['whose formalities are not done yet', { origin: '德国展会', formality: 'none' }],
  ])('%s is marked', async (_, data) => {
    const desk = await withPapers('公证购买记录');
    await describes(desk, { fromAbroad: true, ...data });
    expect(lastMarks(desk)).toEqual([['evidence-from-abroad-unproven', '第四十六条']]);
    expect(gapsOf(desk)).toEqual(['formality']);
  });

  it.each([
    ['notarised and authenticated', { formality: 'authenticated' }],
    ['with the formalities of a treaty that is named', { formality: 'treaty', treaty: '取消外国公文书认证要求的公约' }],
  ])('%s is whole', async (_, data) => {
    const desk = await withPapers('公证购买记录');
    await describes(desk, { fromAbroad: true, origin: '德国展会', ...data });
    expect([lastMarks(desk), gapsOf(desk)]).toEqual([[], []]);
  });
});

describe('evidence that somebody else holds', () => {
  const asks = (desk: Desk, more: Data) => ({
    party: partyId(desk.file, 'claimant'),
    form: 'notice',
    holder: '某电商平台',
    what: '销售数量和金额',
    ...more,
  });

  it('is asked for by the party’s own agent, and the application waits on the desk until it is answered', async () => {
    const desk = await defended();
    const without = asks(desk, {});
    const refusal = await desk.refuses(
      'investigation-notice-asked-by-no-agent',
      'adjudicator',
      'askInvestigation',
      ruling,
      without,
    );
    expect(refusal).toMatchObject({ field: 'agent', basis: [{ instrument: 'O81', article: '第四十四条' }] });
    await desk.gives('adjudicator', 'appointAgent', theCase, (c) => ({
      party: partyId(c, 'claimant'),
      who: { kind: 'natural', name: '陈律师', telephone: '13800000999' },
      authority: 'general',
    }));
    const agent = desk.file.parties[partyId(desk.file, 'claimant')]!.agents[0]!.id;
    await desk.gives('adjudicator', 'askInvestigation', ruling, asks(desk, { agent }));
    expect(tasksOf(desk).map(({ id }) => id.split(':')[0])).toEqual(['investigation']);
    const [request] = desk.choices('adjudicator', 'decideInvestigation', ruling, 'request');
    const answer = { request: request!.value };
    const silent = 'investigation-refused-without-reason';
    await desk.refuses(silent, 'adjudicator', 'decideInvestigation', ruling, answer);
    await desk.gives('adjudicator', 'decideInvestigation', ruling, {
      ...answer,
      granted: true,
      number: '烟知调〔2026〕1号',
    });
    expect(tasksOf(desk)).toEqual([]);
    await desk.refuses('not-a-choice', 'adjudicator', 'decideInvestigation', ruling, { ...answer, granted: true });
    const offer = desk
      .offers('adjudicator', ruling)
      .find(({ definition }) => definition.type === 'decideInvestigation');
    expect(offer).toMatchObject({ allowed: 'no', refusal: { code: 'no-investigation-asked' } });
  });

  it('and is kept by the State is asked for in writing, else the application is marked', async () => {
    const desk = await withPapers('调取证据申请书');
    await desk.gives('adjudicator', 'askInvestigation', ruling, asks(desk, { form: 'stateHeld' }));
    expect(lastMarks(desk)).toEqual([['evidence-request-not-in-writing', '第四十四条']]);
    const application = evidence(desk);
    await desk.gives('adjudicator', 'askInvestigation', ruling, asks(desk, { form: 'stateHeld', application }));
    expect(lastMarks(desk)).toEqual([]);
  });
});
