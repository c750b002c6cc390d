/** Edge cases of the reading notes (§7, §8, §11.1) around claims, their time and their suits, each by its sentence. */
import { describe, expect, it } from 'vitest';
import { limitationOf, routesFrom } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { arbitration, arbitrationAccepted } from '../support/desk-arbitration.ts';
import { complained, entrusted, mediation, papers, registered, report, sitting, suit } from '../support/desk-court.ts';
import { filed as filedRuling, ruling } from '../support/desk-ruling.ts';
import { applied } from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  matter,
  matterId,
  partyId,
  pathOf,
  proceeding,
  stateOf,
  theCase,
} from '../support/desk-words.ts';
import { toldTo, wordsOf } from '../support/letters.ts';

const ledger = (desk: Desk, index = 0) =>
  limitationOf(desk.file, matterId(desk.file, index), desk.calendar, desk.reference, desk.given('liu').today);
const judgment = { number: '（2026）鲁0602民初456号', result: 'upheld', judge: '审判长' };
const claim = {
  amountFen: 50_000_000,
  baseKind: 'gain',
  baseFen: 10_000_000,
  multiple: '4',
  circumstances: ['afterPenalty'],
};

describe('35. Limitation is interrupted for more than what was asked', () => {
  it('a demand for a part interrupts the whole claim of the matter, whatever was named', async () => {
    const desk = await complained();
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' }, { at: '2026-09-15T09:00' });
    const part = { kind: 'demand', note: '只请求支付一部分' };
    await desk.gives('liu', 'recordLimitationEvent', matter(0), part, { at: '2026-10-12T09:00' });
    await desk.gives('liu', 'describeMatter', matter(0), { relief: ['damages', 'apology'] });
    expect(ledger(desk)).toMatchObject({ runsFrom: '2026-10-12', expiresOn: '2029-10-12' });
  });

  it('a promise of one joint debtor interrupts against all respondents of the matter, also after they are split', async () => {
    const desk = await complained(undefined, 2);
    const note = '被告一同意履行';
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'promise', note }, { at: '2026-10-12T09:00' });
    await desk.gives('liu', 'splitMatter', theCase, (c) => ({
      matter: matterId(c, 0),
      respondents: [partyId(c, 'respondent', 1)],
      reason: '分别处理',
    }));
    for (const index of [0, 1])
      expect(ledger(desk, index).interruptions).toContainEqual(
        expect.objectContaining({ kind: 'promise', on: '2026-10-12' }),
      );
  });
});

describe('37. A suit that was withdrawn', () => {
  it('leaves the matter open, and may be brought again as a suit of its own', async () => {
    const desk = await registered();
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' });
    expect([stateOf(desk, 'litigation'), pathOf(desk)]).toEqual(['withdrawn', 'unresolved']);
    await desk.gives('liu', 'triageAgain', matter(0), { reason: '原告再次起诉' }, { at: '2026-10-12T09:00' });
    await desk.gives('liu', 'routeHere', proceeding('intake'), { channel: 'litigation' });
    await desk.gives('liu', 'registerSuit', suit, { number: '（2026）鲁0602民初999号', procedure: 'ordinary' });
    expect(Object.values(desk.file.proceedings).filter(({ channel }) => channel === 'litigation')).toHaveLength(2);
    expect(pathOf(desk)).toBe('inCourt');
  });
});

describe('39. An entrusted mediation failed, and punitive damages were never asked for', () => {
  it('the court’s letter says until when claims may be added, in words that accuse nobody', async () => {
    const desk = await sitting(await entrusted());
    desk.at('2026-09-14T10:00');
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await papers(desk, 'limin', mediation, [
      ['terminationNotice', 'organisationFile'],
      ['complaint', 'partyFile'],
    ]);
    await desk.gives('sun', 'fileCourtReport', mediation, report);
    const items = (c: Desk['file']) => itemIds(c, 'terminationNotice', 'complaint', 'mediationReport');
    const back = (c: Desk['file']) => ({ kind: 'H3', to: 'zhifuCourt', partiesConsent: true, items: items(c) });
    await desk.gives('sun', 'prepareHandoff', mediation, back);
    await desk.gives('sun', 'offerHandoff', handoff);
    const decision = await desk.gives('liu', 'receiveHandoff', handoff);
    expect(toldTo(desk, decision)).toContain('suitGoesOn claimant');
    expect(wordsOf(desk, decision, 'suitGoesOn')).toMatch(/一审法庭辩论结束前.*民事诉讼法的解释》第二百三十二条/s);
  });

  it('before the debate ends the claim is recorded without a warning', async () => {
    const desk = await registered();
    await desk.gives('liu', 'openTrial', suit);
    await desk.gives('liu', 'claimPunitiveDamages', matter(0), claim);
  });

  it('after the judgment a new suit over the same facts is warned of, for the court to refuse', async () => {
    const desk = await registered();
    await desk.gives('liu', 'openTrial', suit);
    await desk.gives('liu', 'recordJudgment', suit, judgment);
    const late = await desk.refuses('acknowledge-warnings', 'liu', 'claimPunitiveDamages', matter(0), claim);
    expect(late.basis).toContainEqual({ instrument: 'PUN26', article: '第三条、第四条' });
    expect(routesFrom('litigation').flatMap(({ to }) => to)).not.toContain('litigation');
  });
});

describe('§11.1 A claim for punitive damages', () => {
  it('rests on no statutory damages: they are no base that could be chosen', async () => {
    const desk = await registered();
    const statutory = { ...claim, baseKind: 'statutory' };
    await desk.refuses('field-invalid', 'liu', 'claimPunitiveDamages', matter(0), statutory);
  });

  it('states base, multiple and circumstances, each as the rule knows them', async () => {
    const desk = await registered();
    for (const change of [{ multiple: '6' }, { multiple: '1.234' }, { circumstances: ['bad'] }])
      await desk.refuses('field-invalid', 'liu', 'claimPunitiveDamages', matter(0), { ...claim, ...change });
    for (const name of ['amountFen', 'baseKind', 'baseFen', 'multiple'])
      await desk.refuses('field-missing', 'liu', 'claimPunitiveDamages', matter(0), { ...claim, [name]: null });
  });

  it('over unfair competition is warned of, over a trade secret it is not', async () => {
    const unfair = await registered(undefined, 'ordinary', 1, { rightKind: 'unfairCompetition' });
    const refusal = await unfair.refuses('acknowledge-warnings', 'liu', 'claimPunitiveDamages', matter(0), claim);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['punitive-kind-of-case']);
    const secret = await registered(undefined, 'ordinary', 1, { rightKind: 'tradeSecret' });
    await secret.gives('liu', 'claimPunitiveDamages', matter(0), claim);
  });

  it('counts a penalty and a court decision as repetition, and has no entry for an administrative ruling', async () => {
    const desk = await registered();
    const rows = desk.choices('liu', 'claimPunitiveDamages', matter(0), 'circumstances');
    expect(rows.find(({ value }) => value === 'afterPenalty')?.label).toBe('行政处罚或者法院裁判后再犯');
    expect(rows.filter(({ label }) => label.includes('裁决'))).toEqual([]);
    // Five of intent and five of seriousness; a new one is to be read against the article first.
    expect(rows).toHaveLength(10);
    const ruled = { ...claim, circumstances: ['afterRuling'] };
    await desk.refuses('field-invalid', 'liu', 'claimPunitiveDamages', matter(0), ruled);
    await desk.gives('liu', 'claimPunitiveDamages', matter(0), claim);
    const fact = Object.values(desk.file.facts).findLast(({ type }) => type === 'claimPunitiveDamages');
    expect(fact?.values.circumstances).toEqual(['afterPenalty']);
  });
});

describe('§11.1 That a broken promise to stop may show intent', () => {
  it('is told to both sides beforehand, in the notice of their rights', async () => {
    const desk = await applied();
    const decision = await desk.gives('limin', 'acceptMediation', proceeding('peopleMediation'));
    expect(toldTo(desk, decision)).toEqual(
      expect.arrayContaining(['rightsNotice claimant', 'rightsNotice respondent']),
    );
    expect(wordsOf(desk, decision, 'rightsNotice')).toContain('承诺停止有关行为后再次实施的');
  });
});

describe('§11.1 A notice to the infringer that had effect', () => {
  it('is one record: the day it arrived, what was said, and the paper that proves it', async () => {
    const desk = await registered();
    const paper = { document: 'evidence', title: '警告函及签收回执', class: 'partyFile', pages: 2 };
    await desk.gives('liu', 'addItem', suit, paper);
    const demand = (c: Desk['file']) => ({ kind: 'demand', proof: itemIds(c, 'evidence')[0], note: '警告函，邮寄' });
    await desk.gives('liu', 'recordLimitationEvent', matter(0), demand, { occurredOn: '2026-08-20' });
    const { envelope, body } = (await desk.journal()).at(-1)!;
    expect([envelope.occurredOn, body!.data]).toEqual(['2026-08-20', demand(desk.file)]);
  });
});

describe('§10.5 Preservation beside an arbitration', () => {
  it('is recorded with what the court made of it, and runs no clock of the suit', async () => {
    const desk = await arbitrationAccepted();
    const asked = { measure: 'conduct', result: 'pending' };
    await desk.gives('arbitrator', 'recordInterimMeasure', arbitration, asked);
    await desk.gives('arbitrator', 'recordInterimMeasure', arbitration, { ...asked, result: 'granted' });
    const recorded = Object.values(desk.file.facts).filter(({ type }) => type === 'recordInterimMeasure');
    expect(recorded.map(({ values }) => values.result)).toEqual(['pending', 'granted']);
    for (const rule of ['lit.prefiling_preservation.rule', 'lit.prefiling_preservation.sue'] as const)
      expect(clocksBy(desk, rule), rule).toEqual([]);
  });
});

describe('§8.5 Service', () => {
  it('counts from the day on the receipt, for each defendant its own', async () => {
    const desk = await registered(undefined, 'ordinary', 2);
    const served = (index: number, at: string) =>
      desk.gives('liu', 'recordComplaintService', suit, { party: partyId(desk.file, 'respondent', index) }, { at });
    await served(0, '2026-09-07T09:00');
    await served(1, '2026-09-10T09:00');
    expect(clocksBy(desk, 'lit.defence').map(({ due }) => due)).toEqual(['2026-09-22', '2026-09-28']);
  });

  it('takes thirty days by public notice, and sixty for a party without domicile in China', async () => {
    const desk = await registered(undefined, 'ordinary', 2);
    const announce = (index: number, abroad: boolean) =>
      desk.gives('liu', 'issuePublicNotice', suit, (c) => ({
        party: partyId(c, 'respondent', index),
        reason: '无法以其他方式送达',
        abroad,
      }));
    await announce(0, false);
    await announce(1, true);
    expect([dueOfClock(desk, 'lit.notice_service'), dueOfClock(desk, 'lit.notice_service.abroad')]).toEqual([
      '2026-10-08',
      '2026-11-02',
    ]);
  });

  it('by public notice to a party abroad is not over after thirty days at a department either', async () => {
    const desk = await filedRuling();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'issuePublicNotice', ruling, { party, reason: '境外当事人', abroad: true });
    const early = { at: '2026-10-09T10:00' };
    await desk.refuses('notice-still-running', 'adjudicator', 'endPublicNotice', ruling, { party }, early);
    await desk.gives('adjudicator', 'endPublicNotice', ruling, { party }, { at: '2026-11-03T10:00' });
  });
});
