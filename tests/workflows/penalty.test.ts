/** Administrative enforcement: from the complaint to the end of the penalty. */
import { describe, expect, it } from 'vitest';
import { goodsOf } from '../../workflows/index.ts';
import { competenceOver, lawsAt } from '../../workflows/rules/competent-authorities.ts';
import { highestFine } from '../../workflows/rules/penalty-fines.ts';
import { openDesk } from '../support/desk.ts';
import {
  complainedOf,
  enforcement,
  filed,
  filing,
  notified,
  papersOn,
  penalised,
  respondent,
} from '../support/desk-penalty.ts';
import {
  clocksBy,
  dueOfClock,
  itemIds,
  matter,
  outcomesOf,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

describe('a complaint at the market regulator', () => {
  it('is verified within fifteen working days, and as many again when the head says so', async () => {
    const desk = await complainedOf();
    // Mid-autumn and the working Sunday before it lie inside; 20 September is a working day.
    expect(dueOfClock(desk, 'tm.penalty.file')).toBe('2026-09-21');
    await desk.gives('officer', 'extendVerification', enforcement, { days: 30, reason: '需外地协查' });
    // The rule lets fifteen count, in working days.
    expect(dueOfClock(desk, 'tm.penalty.file')).toBe('2026-10-19');
  });

  it('brings the matter before an authority, and leaves it open when it is not filed', async () => {
    const desk = await complainedOf();
    expect(pathOf(desk)).toBe('beforeAuthority');
    const data = { reason: 'notCompetent', routesTold: '可以向法院起诉或申请调解' };
    await desk.gives('officer', 'declineEnforcementCase', enforcement, data);
    expect([stateOf(desk, 'trademarkEnforcement'), pathOf(desk)]).toEqual(['notFiled', 'unresolved']);
    await desk.gives(
      'officer',
      'reopenComplaint',
      enforcement,
      { reason: '补充了购买公证' },
      { at: '2026-09-15T10:00' },
    );
    expect([stateOf(desk, 'trademarkEnforcement'), pathOf(desk)]).toEqual(['verifying', 'beforeAuthority']);
    expect(clocksBy(desk, 'tm.penalty.file')[0]!.trigger.occurredOn).toBe('2026-09-15');
  });

  it('is filed only by the body that enforces the right', async () => {
    const copyright = await complainedOf(openDesk(), 1, { rightKind: 'copyright' });
    const data = { number: '烟市监立〔2026〕19号' };
    await copyright.refuses('authority-not-competent', 'officer', 'fileEnforcementCase', enforcement, data);
    const patent = await complainedOf(openDesk(), 1, { rightKind: 'designPatent' });
    await patent.refuses('patent-infringement-not-penalised', 'officer', 'fileEnforcementCase', enforcement, data);
    await patent.gives('officer', 'fileEnforcementCase', enforcement, { ...data, patentGround: 'passingOff' });
  });

  it('is marked when fewer than two officers are named, with its repair', async () => {
    const desk = await filed(undefined, 1, { others: [] });
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'fileEnforcementCase')!;
    expect(fact.irregular.map(({ code }) => code)).toEqual(['fewer-officers-than-law-asks']);
  });

  it('may go on while a suit over the same mark is pending: the authority may wait, and need not', async () => {
    const desk = await complainedOf();
    await desk.gives('system', 'openProceeding', theCase, (c) => ({
      channel: 'litigation',
      organisation: 'zhifuCourt',
      matters: Object.keys(c.matters).map((id) => ({ id })),
    }));
    // Filed without a word against it, where a request for a ruling would be warned of.
    await desk.gives('officer', 'fileEnforcementCase', enforcement, filing, { at: '2026-09-03T10:00' });
    expect([stateOf(desk, 'trademarkEnforcement'), stateOf(desk, 'litigation')]).toEqual(['investigating', 'received']);
    desk.at('2026-09-14T10:00');
    await desk.gives('officer', 'suspendEnforcement', enforcement, { reason: 'rightHolderSued' });
    expect(clocksBy(desk, 'tm.penalty.decide')).toEqual([]);
    await desk.gives('officer', 'resumePenaltyCase', enforcement, {}, { at: '2026-10-14T10:00' });
    // Ninety days from 3 September, and thirty for the suspension.
    expect(dueOfClock(desk, 'tm.penalty.decide')).toBe('2027-01-04');
  });
});

describe('a trademark case filed around 1 January 2027', () => {
  const at = (day: string) => openDesk({ at: `${day}T09:00` });
  const number = '烟市监立〔2027〕1号';

  it('is handled under the law of 2019 on 30 December 2026', async () => {
    const desk = await complainedOf(at('2026-12-30'));
    await desk.gives('officer', 'fileEnforcementCase', enforcement, { number });
    expect(lawOnRecord(desk)).toMatchObject({ law: 'TM19', chosen: false });
  });

  it('is handled under the law of 2026 on 2 January 2027 when the acts go on', async () => {
    const desk = await complainedOf(at('2027-01-02'));
    await desk.gives('officer', 'fileEnforcementCase', enforcement, { number });
    expect(lawOnRecord(desk)).toMatchObject({ law: 'TM26', chosen: false });
  });

  it('asks the officer to choose where the acts ended before, shows both laws, and keeps the choice', async () => {
    const desk = await complainedOf(at('2027-01-02'));
    const acts = { number, actsUntil: '2026-12-20' };
    const refusal = await desk.refuses('law-in-time-to-choose', 'officer', 'fileEnforcementCase', enforcement, acts);
    expect(refusal.text.zh).toContain('商标法（2019年修正）、商标法（2026年修订）');
    await desk.refuses('law-not-in-force', 'officer', 'fileEnforcementCase', enforcement, { ...acts, law: 'CRL' });
    await desk.gives('officer', 'fileEnforcementCase', enforcement, { ...acts, law: 'TM19' });
    expect(lawOnRecord(desk)).toMatchObject({ law: 'TM19', chosen: true, actsUntil: '2026-12-20' });
  });

  it('knows destruction by the authority before, and confiscation only after', async () => {
    const desk = await complainedOf(at('2027-01-02'));
    await desk.gives('officer', 'fileEnforcementCase', enforcement, { number });
    desk.at('2027-01-04T09:00');
    await desk.gives('officer', 'giveStatementNotice', enforcement, {
      proposal: '没收',
      served: [{ party: respondent(desk), servedOn: '2027-01-04' }],
    });
    await desk.gives('officer', 'recordStatement', enforcement, { party: respondent(desk), waives: true });
    const data = { document: '决定1号', confiscate: true, destroy: true };
    await desk.refuses('law-knows-no-destruction', 'officer', 'decidePenalty', enforcement, data);
    await desk.gives('officer', 'decidePenalty', enforcement, { ...data, destroy: false });
  });

  it('finds both rows in the table by the days alone', () => {
    const row = competenceOver('trademark')!;
    const on = (...days: string[]) => lawsAt(row, days).map(({ instrument }) => instrument);
    expect(on('2026-12-31')).toEqual(['TM19']);
    expect(on('2027-01-01')).toEqual(['TM26']);
    expect(on('2026-12-31', '2027-01-01')).toEqual(['TM19', 'TM26']);
    // Before every row: the first one answers.
    expect(on('2015-01-01')).toEqual(['TM19']);
    expect(competenceOver('contract')).toBeNull();
  });
});

function lawOnRecord(desk: { readonly file: Parameters<typeof goodsOf>[0] }) {
  return Object.values(desk.file.facts).find(({ type }) => type === 'fileEnforcementCase')!.values;
}

describe('an investigation', () => {
  it('takes ninety days, thirty more by the head, and more only by the heads together', async () => {
    const desk = await filed();
    expect(dueOfClock(desk, 'tm.penalty.decide')).toBe('2026-12-02');
    const extend = (approvedBy: string, days: number) => ({ approvedBy, days, reason: '案情复杂' });
    await desk.refuses('head-extends-first', 'officer', 'extendHandling', enforcement, extend('collective', 60));
    await desk.refuses('head-extends-too-long', 'officer', 'extendHandling', enforcement, extend('head', 31));
    await desk.gives('officer', 'extendHandling', enforcement, extend('head', 30));
    await desk.refuses('head-extends-too-long', 'officer', 'extendHandling', enforcement, extend('head', 1));
    // 1 January 2027 is a holiday, and the days after it a weekend.
    expect(dueOfClock(desk, 'tm.penalty.decide')).toBe('2027-01-04');
    await desk.gives('officer', 'extendHandling', enforcement, extend('collective', 20));
    expect(dueOfClock(desk, 'tm.penalty.decide')).toBe('2027-01-21');
  });

  it('does not count testing, identification by the right holder and public notice, in actual days', async () => {
    const desk = await filed();
    for (const [kind, from, to] of [
      ['inspection', '2026-09-07', '2026-09-17'],
      ['identification', '2026-09-21', '2026-09-24'],
    ] as const) {
      await desk.gives('officer', 'beginExcludedTime', enforcement, { kind }, { at: `${from}T10:00` });
      await desk.gives('officer', 'endExcludedTime', enforcement, { kind }, { at: `${to}T10:00` });
    }
    expect(dueOfClock(desk, 'tm.penalty.decide')).toBe('2026-12-15');
    const data = { kind: 'publicNotice' };
    await desk.refuses('excluded-time-not-begun', 'officer', 'endExcludedTime', enforcement, data);
  });

  it('keeps a seizure for thirty days, thirty more when the head approves in time, for each party by itself', async () => {
    const desk = await filed(undefined, 2);
    const goods = { measure: 'seize', approvedByHead: true };
    await desk.gives('officer', 'takeMeasure', enforcement, { ...goods, party: respondent(desk) });
    await desk.gives(
      'officer',
      'takeMeasure',
      enforcement,
      { ...goods, party: respondent(desk, 1) },
      { at: '2026-09-07T10:00' },
    );
    await desk.gives('officer', 'extendMeasure', enforcement, { party: respondent(desk), days: 30, reason: '送检' });
    const dues = Object.fromEntries(clocksBy(desk, 'tm.measure').map(({ party, due }) => [party, due]));
    // 3 October, extended, ends on 2 November; 7 October is a holiday and moves to the eighth.
    expect(dues).toEqual({ [respondent(desk)]: '2026-11-02', [respondent(desk, 1)]: '2026-10-08' });
    await desk.gives('officer', 'endMeasure', enforcement, { party: respondent(desk), how: 'lifted' });
    expect(clocksBy(desk, 'tm.measure')).toHaveLength(1);
    await desk.refuses('nothing-held', 'officer', 'endMeasure', enforcement, {
      party: respondent(desk),
      how: 'lifted',
    });
    await desk.refuses('no-measure-stands', 'officer', 'extendMeasure', enforcement, {
      party: respondent(desk),
      days: 5,
      reason: '需要',
    });
  });

  it('marks a measure without the approval of the head, and an extension after the measure had ended', async () => {
    const desk = await filed();
    const party = respondent(desk);
    await desk.gives('officer', 'takeMeasure', enforcement, { measure: 'seal', party });
    await desk.gives(
      'officer',
      'extendMeasure',
      enforcement,
      { party, days: 10, reason: '迟' },
      { at: '2026-11-20T10:00' },
    );
    const marks = Object.values(desk.file.facts).flatMap(({ irregular }) => irregular.map(({ code }) => code));
    expect(marks).toEqual(['measure-not-approved', 'measure-extended-late']);
  });

  it('decides on registered evidence within seven working days', async () => {
    const desk = await filed();
    const party = respondent(desk);
    await desk.gives('officer', 'takeMeasure', enforcement, {
      measure: 'registerEvidence',
      party,
      approvedByHead: true,
    });
    expect(dueOfClock(desk, 'tm.evidence.hold')).toBe('2026-09-14');
    await desk.gives('officer', 'endMeasure', enforcement, { party, how: 'seized' });
    expect([clocksBy(desk, 'tm.evidence.hold').length, clocksBy(desk, 'tm.measure').length]).toEqual([0, 1]);
  });

  it('keeps the goods with a custody record of their own, to their end and no further', async () => {
    const desk = await filed();
    await papersOn(desk, enforcement, ['goodsList', 'evidence']);
    const lot = itemIds(desk.file, 'goodsList')[0]!;
    const move = (event: string) => ({ lot, event, holder: 'yantaiMarketSupervision', quantity: 200 });
    const give = (event: string, at: string) =>
      desk.gives('officer', 'recordGoodsCustody', enforcement, move(event), { at });
    await give('seized', '2026-09-04T10:00');
    await give('stored', '2026-09-04T16:00');
    expect(goodsOf(desk.file)[0]).toMatchObject({ item: lot, holder: 'yantaiMarketSupervision' });
    await give('destroyed', '2026-09-20T10:00');
    expect(goodsOf(desk.file)[0]!.holder).toBeNull();
    expect(goodsOf(desk.file)[0]!.chain.map(({ event }) => event)).toEqual(['seized', 'stored', 'destroyed']);
    await desk.refuses('goods-no-longer-held', 'officer', 'recordGoodsCustody', enforcement, move('stored'));
    const wrong = { ...move('stored'), lot: itemIds(desk.file, 'evidence')[0]! };
    await desk.refuses('not-a-list-of-goods', 'officer', 'recordGoodsCustody', enforcement, wrong);
  });
});

describe('a notice before a penalty', () => {
  it('lets each party ask for a hearing for five working days from its own service', async () => {
    const desk = await notified(undefined, 2);
    expect(clocksBy(desk, 'tm.hearing.request').map(({ due }) => due)).toEqual(['2026-09-17', '2026-09-17']);
    await desk.gives('officer', 'recordStatement', enforcement, { party: respondent(desk), waives: true });
    expect(clocksBy(desk, 'tm.hearing.request').map(({ party }) => party)).toEqual([respondent(desk, 1)]);
  });

  it('keeps the penalty waiting for the hearing once it is asked for, and does not count its days', async () => {
    const desk = await notified();
    const party = respondent(desk);
    await desk.gives('officer', 'requestHearing', enforcement, { party }, { at: '2026-09-15T10:00' });
    await desk.refuses('not-in-this-state', 'officer', 'decidePenalty', enforcement, { document: '决定1号' });
    const held = { notifiedOn: '2026-09-16', ledByInvestigator: true };
    await desk.gives('officer', 'holdHearing', enforcement, held, { at: '2026-09-28T10:00' });
    expect(dueOfClock(desk, 'tm.penalty.decide')).toBe('2026-12-14');
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'holdHearing')!;
    expect(fact.irregular[0]!.code).toBe('hearing-led-by-investigator');
    await desk.gives('officer', 'decidePenalty', enforcement, { document: '决定1号' });
  });

  it('marks a penalty that was given before everybody was heard', async () => {
    const desk = await notified();
    await desk.gives('officer', 'decidePenalty', enforcement, { document: '决定1号' }, { at: '2026-09-11T10:00' });
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'decidePenalty')!;
    expect(fact.irregular.map(({ code }) => code)).toEqual(['respondent-not-heard']);
  });

  it('marks a request for a hearing that came late, and refuses dates that turn round', async () => {
    const desk = await notified();
    const party = respondent(desk);
    await desk.gives('officer', 'requestHearing', enforcement, { party }, { at: '2026-09-18T10:00' });
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'requestHearing')!;
    expect(fact.irregular[0]!.code).toBe('hearing-asked-late');
    const data = { notifiedOn: '2026-09-20' };
    await desk.refuses('date-in-the-future', 'officer', 'holdHearing', enforcement, data, { occurredOn: '2026-09-19' });
    desk.at('2026-09-25T10:00');
    await desk.refuses('hearing-before-notice', 'officer', 'holdHearing', enforcement, data, {
      occurredOn: '2026-09-19',
    });
  });
});

describe('a penalty', () => {
  it('starts the times of service, publication, payment and review', async () => {
    const desk = await penalised();
    const due = (rule: Parameters<typeof dueOfClock>[1]) => dueOfClock(desk, rule);
    expect(clocksBy(desk, 'tm.penalty.serve')).toEqual([]);
    expect(due('tm.penalty.publish')).toBe('2026-10-26');
    expect(due('tm.penalty.pay')).toBe('2026-10-08');
    expect(due('tm.penalty.reconsider')).toBe('2026-11-20');
    expect(due('tm.penalty.sue')).toBe('2027-03-22');
  });

  it('is to be served on whoever was not served yet, within seven working days', async () => {
    const desk = await notified();
    await desk.gives(
      'officer',
      'decidePenalty',
      enforcement,
      { document: '决定1号', fineFen: 100 },
      { at: '2026-09-21T10:00' },
    );
    expect(dueOfClock(desk, 'tm.penalty.serve')).toBe('2026-10-08');
    await desk.refuses('penalty-not-served', 'officer', 'closePenaltyCase', enforcement);
    const party = { party: respondent(desk) };
    await desk.refuses('served-before-decision', 'officer', 'recordPenaltyService', enforcement, party, {
      occurredOn: '2026-09-20',
    });
    await desk.gives('officer', 'recordPenaltyService', enforcement, party, { at: '2026-09-24T10:00' });
    expect(dueOfClock(desk, 'tm.penalty.pay')).toBe('2026-10-09');
  });

  it('cannot exceed what the law allows for the turnover on record', async () => {
    const desk = await notified();
    desk.at('2026-09-21T10:00');
    const data = { document: '决定1号', fineFen: 25_000_001 };
    await desk.refuses('fine-over-limit', 'officer', 'decidePenalty', enforcement, data);
    expect(highestFine('TM19', 4_999_999)).toBe(25_000_000);
    expect(highestFine('TM19', 5_000_000)).toBe(25_000_000);
    expect(highestFine('TM26', 10_000_000)).toBe(50_000_000);
    expect(highestFine('CRL', 1)).toBeNull();
  });

  it('is published with personal data and trade secrets taken out, and not otherwise', async () => {
    const desk = await penalised();
    const where = '国家企业信用信息公示系统';
    await desk.refuses('publication-not-redacted', 'officer', 'publishPenalty', enforcement, { where });
    await desk.gives('officer', 'publishPenalty', enforcement, { where, redacted: true });
    expect(clocksBy(desk, 'tm.penalty.publish')).toEqual([]);
  });

  it('is closed when it is paid, and leaves the damages open', async () => {
    const desk = await penalised();
    await desk.refuses('fine-not-settled', 'officer', 'closePenaltyCase', enforcement);
    await desk.gives('officer', 'recordPenaltyPerformance', enforcement, { party: respondent(desk), what: 'finePaid' });
    await desk.gives('officer', 'closePenaltyCase', enforcement);
    expect([stateOf(desk, 'trademarkEnforcement'), pathOf(desk)]).toEqual(['closed', 'unresolved']);
    expect(outcomesOf(proceedingOf(desk.file, 'trademarkEnforcement'))).toEqual(['penalised']);
  });

  it('is not stopped by a review, goes back when it must be decided anew, and falls when it is revoked', async () => {
    const desk = await penalised();
    const review = (result: string) => ({ before: 'reconsideration', result });
    await desk.gives('officer', 'recordReview', enforcement, review('stands'), { at: '2026-12-01T10:00' });
    expect(stateOf(desk, 'trademarkEnforcement')).toBe('decided');
    await desk.gives('officer', 'recordReview', enforcement, { before: 'court', result: 'decideAnew' });
    expect(stateOf(desk, 'trademarkEnforcement')).toBe('investigating');
    expect(outcomesOf(proceedingOf(desk.file, 'trademarkEnforcement'))).toEqual([]);
    const other = await penalised();
    await other.gives('officer', 'recordReview', enforcement, review('revoked'), { at: '2026-12-01T10:00' });
    expect([stateOf(other, 'trademarkEnforcement'), pathOf(other)]).toEqual(['revoked', 'unresolved']);
  });

  it('awards no damages: those are mediated on request of both sides, or sued for', async () => {
    const desk = await penalised();
    const one = { askedBy: [respondent(desk)] };
    await desk.refuses('field-invalid', 'officer', 'openDamagesMediation', enforcement, one);
    expect(
      desk.offers('officer', enforcement).map(({ definition }) => Object.keys(definition.fields)),
    ).not.toContainEqual(expect.arrayContaining(['damagesFen']));
  });
});

describe('an innocent seller who can prove a lawful source', () => {
  it('is only told to stop, and pays no fine', async () => {
    const desk = await filed();
    const data = { ending: 'lawfulSource', explanation: '有进货单据，不知情' };
    await desk.gives('officer', 'closeWithoutPenalty', enforcement, data);
    expect([stateOf(desk, 'trademarkEnforcement'), pathOf(desk)]).toEqual(['notPunished', 'unresolved']);
  });
});

describe('a repeated infringement after a ruling', () => {
  it('is penalised only when the ruling has it on record', async () => {
    const desk = await complainedOf(openDesk(), 1, { rightKind: 'designPatent' });
    await desk.refuses('no-repeated-infringement', 'officer', 'openRepeatCase', matter(0));
  });
});

describe('somebody who is not of the authority', () => {
  it('may do nothing with its case', async () => {
    const desk = await filed();
    for (const by of ['sun', 'wang', 'liu', 'zhao'] as const)
      await desk.refuses('not-allowed', by, 'recordFindings', enforcement, { summary: '不相干' });
    expect(desk.offers('wang', proceeding('trademarkEnforcement'))).toEqual([]);
  });
});
