/** Rules of the reading notes whose judgement is another's: the program offers the field, keeps what was said, and decides nothing by it. */
import { describe, expect, it } from 'vitest';
import { derive } from '../../workflows/index.ts';
import type { Data, Desk } from '../support/desk.ts';
import { registered } from '../support/desk-court.ts';
import { defended, infringement, ruling } from '../support/desk-ruling.ts';
import { inSession, offered, openedCase } from '../support/desk-stages.ts';
import { handoff, itemIds, matter, partyId, proceeding, stateOf } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');

/** Every machine, outcome and order of the case: what a judgement would change. */
const judgedParts = ({ file }: Desk) => ({
  paths: Object.values(file.matters).map(({ slot, outcome, relief, amountFen }) => [slot, outcome, relief, amountFen]),
  proceedings: Object.values(file.proceedings).map(({ slot, outcomes, orders }) => [slot, outcomes, orders]),
});

describe('§8.4 The time a filing was on its way', () => {
  it('is not counted: posted on the last day it is in time, however many days the post took', async () => {
    const confirmation = proceeding('judicialConfirmation');
    const number = { number: '（2026）鲁0602诉前调确7号' };
    const arrived = async (data: Data) => {
      const desk = await offered(undefined, 'zhifuCourt', { at: '2026-10-08T10:00' });
      await desk.gives('liu', 'receiveHandoff', handoff, data, { at: '2026-10-29T10:00' });
      return desk;
    };
    const late = await arrived({});
    const refusal = await late.refuses('acknowledge-warnings', 'liu', 'acceptConfirmation', confirmation, number);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['filed-after-window']);
    const posted = await arrived({ postedOn: '2026-10-08' });
    await posted.gives('liu', 'acceptConfirmation', confirmation, number);
    expect(stateOf(posted, 'judicialConfirmation')).toBe('accepted');
  });
});

describe('§10.13 A technical investigator’s opinion', () => {
  it('is reference only: it is kept with its questions, and finds nothing by itself', async () => {
    const desk = await defended();
    const opinion = { questions: '被诉设计与授权外观设计的区别点' };
    await desk.refuses('no-technical-investigator', 'adjudicator', 'recordTechnicalOpinion', ruling, opinion);
    await desk.gives('adjudicator', 'appointTechnicalInvestigator', ruling, { registerNumber: 'JS-7', told: true });
    const before = judgedParts(desk);
    await desk.gives('adjudicator', 'recordTechnicalOpinion', ruling, opinion);
    expect((await desk.journal()).at(-1)!.body!.data).toMatchObject(opinion);
    expect(judgedParts(desk)).toEqual(before);
  });
});

describe('§11.1 Intent, seriousness and a fine for the same act', () => {
  it('are put down as the claimant says them, and change neither claim nor outcome: a court weighs them', async () => {
    const desk = await registered();
    const before = judgedParts(desk);
    const claim = {
      amountFen: 30_000_000,
      baseKind: 'gain',
      baseFen: 10_000_000,
      multiple: '1.5',
      circumstances: ['afterNotice', 'mainBusiness'],
      finePaidFen: 5_000_000,
    };
    await desk.gives('liu', 'claimPunitiveDamages', matter(0), claim);
    expect((await desk.journal()).at(-1)!.body!.data).toMatchObject(claim);
    expect(judgedParts(desk)).toEqual(before);
    await desk.refuses('field-invalid', 'liu', 'claimPunitiveDamages', matter(0), { ...claim, finePaidFen: -1 });
  });
});

describe('§11.2 Evidence that a party withheld', () => {
  const withheld = (desk: Desk): Data => ({
    party: partyId(desk.file, 'respondent'),
    what: '销售账册',
    orderedOn: '2026-09-10',
    reason: '已遗失',
  });

  it('is on record with what it was told and said, and presumes nothing: the panel rules as it finds', async () => {
    const desk = await defended();
    const early = { occurredOn: '2026-09-09' };
    const code = 'withheld-before-it-was-asked-for';
    await desk.refuses(code, 'adjudicator', 'recordWithheldEvidence', ruling, withheld(desk), early);
    const before = judgedParts(desk);
    await desk.gives('adjudicator', 'recordWithheldEvidence', ruling, withheld(desk));
    expect((await desk.journal()).at(-1)!.body!.data).toMatchObject(withheld(desk));
    expect(judgedParts(desk)).toEqual(before);
    await desk.gives('adjudicator', 'holdOralHearing', ruling, (c) => ({ present: Object.keys(c.parties) }));
    const none = { ...infringement(desk), result: 'noInfringement', orders: [] };
    await desk.gives('adjudicator', 'issueRuling', ruling, none, { at: '2026-09-30T16:00' });
    expect(stateOf(desk, 'adminRuling')).toBe('ruledNoInfringement');
  });
});

describe('§11.2 What a transferring organ collected', () => {
  it('may be used as evidence with its origin, while the record of a mediation, which is no such organ, is kept out', async () => {
    const desk = await defended();
    const paper = { document: 'evidence', title: '海关扣留清单', class: 'organisationFile', pages: 4 };
    const provenance = '烟台海关随案移送';
    await desk.gives('adjudicator', 'addItem', ruling, { ...paper, provenance });
    expect(Object.values(desk.file.items).at(-1)).toMatchObject({ document: 'evidence', provenance });
    const record = { ...paper, document: 'mediationRecord', title: '调解笔录' };
    const refusal = await desk.refuses('acknowledge-warnings', 'adjudicator', 'addItem', ruling, record);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['mediation-record-is-no-evidence']);
  });
});

describe('§11.4 Several bodies over one dispute', () => {
  it('are led by whoever received it first, until another accepts; what they agree stays a task with the leader', async () => {
    const desk = await openedCase();
    const intake = Object.values(desk.file.proceedings)[0]!;
    const first = intake.organisation;
    await desk.gives('limin', 'holdConference', proceeding('intake'), {
      kind: 'jointAction',
      participants: [first, 'yantaiMarketSupervision'],
      topic: '联合处理',
      decision: '由首先接收的机构牵头。',
      tasks: [{ organisation: 'yantaiMarketSupervision', what: '协助核查', dueOn: '2026-09-10' }],
    });
    expect(Object.values(desk.file.proceedings).map(({ organisation }) => organisation)).toEqual([first]);
    expect(Object.keys(desk.file.handoffs)).toEqual([]);
    const left = derive(desk.file, desk.calendar, desk.reference).tasks.filter(({ source }) => source === 'conference');
    expect(left.map(({ organisation, dueOn }) => [organisation, dueOn])).toEqual([[first, '2026-09-10']]);
    const form = { document: 'intakeForm', title: '登记表', class: 'organisationFile', pages: 1 };
    await desk.gives('limin', 'addItem', proceeding('intake'), form);
    const to = 'yantaiCommercialMediators';
    const packet = (c: Desk['file']) => ({ kind: 'H23', to, items: itemIds(c, 'intakeForm') });
    await desk.gives('limin', 'prepareHandoff', proceeding('intake'), packet);
    await desk.gives('limin', 'offerHandoff', handoff);
    await desk.gives('trader', 'receiveHandoff', handoff);
    const holders = () => Object.values(desk.file.proceedings).map(({ organisation }) => organisation);
    expect(holders()).toEqual([first]);
    await desk.gives('trader', 'acceptHandoff', handoff);
    expect(holders()).toEqual([first, to]);
  });

  it('have helpers in a mediation only with the consent of every party', async () => {
    const desk = await inSession();
    const helper = { helper: { kind: 'natural', name: '林专家', telephone: '13800000888' }, as: 'expert' };
    const one = { ...helper, agreedBy: [partyId(desk.file, 'claimant')] };
    const refusal = await desk.refuses('helper-without-consent', 'sun', 'inviteHelper', mediation, one);
    expect(refusal.basis.map(({ instrument, article }) => [instrument, article])).toEqual([
      ['PML', '第二十条'],
      ['SDR', '第三十四条'],
    ]);
    await desk.gives('sun', 'inviteHelper', mediation, (c) => ({ ...helper, agreedBy: Object.keys(c.parties) }));
    const { envelope, body } = (await desk.journal()).at(-1)!;
    expect(JSON.stringify([envelope, body])).not.toContain('林专家');
    expect(Object.keys(desk.file.parties)).not.toContain(body!.data.named);
  });
});
