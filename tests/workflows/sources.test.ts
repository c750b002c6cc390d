/** Fast lanes: platforms, exhibitions, customs and markets are ways in, with steps and clocks of their own. */
import { describe, expect, it } from 'vitest';
import { goodsOf } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { clocksBy, dueOfClock, itemIds, matter, partyId, pathOf, proceeding, theCase } from '../support/desk-words.ts';

const intake = proceeding('intake');
const theMatter = matter(0);

/** A case that came in by a lane, at the protection centre on 1 September 2026 unless said otherwise. */
async function came(source: string, at = '2026-09-01T09:00'): Promise<Desk> {
  const desk = openDesk({ at });
  await desk.gives('wang', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '涉嫌侵犯注册商标。',
    source,
    respondents: [{ who: { kind: 'legal', name: '某参展公司', telephone: '13800000131' } }],
    rightKind: 'trademark',
    dispute: 'infringement',
  });
  return desk;
}

const codesOf = (desk: Desk) =>
  Object.values(desk.file.facts).flatMap(({ irregular }) => irregular.map(({ code }) => code));

describe('a case that came in by the window', () => {
  it('is offered no step of a fast lane, until it is said to have come by one', async () => {
    const desk = await came('window');
    const lane = ['recordCounterStatement', 'notifyExhibitor', 'recordDetention', 'recordMarketComplaint'];
    const offered = () => desk.offers('wang', theMatter).map(({ definition }) => definition.type);
    expect(offered().filter((type) => lane.includes(type))).toEqual([]);
    const refusal = await desk.refuses('not-for-this-case', 'wang', 'recordDetention', theMatter, {
      ground: 'exOfficio',
    });
    expect(refusal.instead?.zh).toContain('案件来源');
    await desk.gives('wang', 'changeSource', theCase, { source: 'customs', reason: '海关已扣留货物' });
    expect(offered()).toContain('recordDetention');
    expect(offered()).not.toContain('notifyExhibitor');
  });
});

describe('a complaint on a platform', () => {
  it('makes the platform wait fifteen days from the arrival of the counter-statement', async () => {
    const desk = await came('platform');
    await desk.gives('wang', 'recordPlatformNotice', theMatter, {
      listing: '商品12345',
      measures: ['removed'],
      measuresOn: '2026-09-01',
    });
    await desk.gives('wang', 'recordCounterStatement', theMatter, {}, { at: '2026-09-04T10:00' });
    const [clock] = clocksBy(desk, 'ecom.counter');
    // 19 September is a Saturday, and the Sunday after it a working day.
    expect(clock).toMatchObject({ due: '2026-09-20', kind: 'waitingPeriod', subject: { kind: 'matter' } });
    await desk.gives('wang', 'tellPlatform', theMatter, { what: 'complaint' }, { at: '2026-09-10T10:00' });
    expect(clocksBy(desk, 'ecom.counter')).toEqual([]);
  });

  it('says what the law says when the platform ends its measures too soon, or hears of a suit too late', async () => {
    const desk = await came('platform');
    await desk.gives('wang', 'recordCounterStatement', theMatter, {}, { at: '2026-09-04T10:00' });
    const early = await desk.refuses(
      'acknowledge-warnings',
      'wang',
      'endPlatformMeasures',
      theMatter,
      {},
      { at: '2026-09-10T10:00' },
    );
    expect(early.warnings.map(({ code }) => code)).toEqual(['platform-wait-still-runs']);
    desk.at('2026-09-22T10:00');
    const late = await desk.refuses('acknowledge-warnings', 'wang', 'tellPlatform', theMatter, { what: 'suit' });
    expect(late.warnings.map(({ code }) => code)).toEqual(['platform-told-late']);
    await desk.gives('wang', 'endPlatformMeasures', theMatter);
  });

  it('is answered by the day the platform named, and by no other', async () => {
    const desk = await came('platform');
    await desk.refuses('no-opinion-asked', 'wang', 'answerPlatform', theMatter, { opinion: 'likely' });
    const question = { question: '外观是否近似', replyBy: '2026-09-12' };
    await desk.refuses('term-before-start', 'wang', 'recordOpinionRequest', theMatter, {
      ...question,
      replyBy: '2026-08-31',
    });
    await desk.gives('wang', 'recordOpinionRequest', theMatter, question);
    // A Saturday stays a Saturday: the platform named it.
    expect(clocksBy(desk, 'platform.opinion')[0]).toMatchObject({ due: '2026-09-12', kind: 'target' });
    await desk.gives('wang', 'answerPlatform', theMatter, { opinion: 'likely' });
    expect(clocksBy(desk, 'platform.opinion')).toEqual([]);
  });
});

describe('a complaint at an exhibition', () => {
  /** A show from 25 to 27 September 2026, which is the mid-autumn holiday. */
  async function complaint(): Promise<Desk> {
    const desk = await came('exhibition', '2026-09-25T09:00');
    const show = { show: '烟台国际葡萄酒博览会', booth: 'A12', opensOn: '2026-09-25', closesOn: '2026-09-27' };
    await desk.refuses('no-exhibition-complaint', 'wang', 'checkExhibitionPapers', theMatter, { complete: true });
    await desk.refuses('show-closes-before-it-opens', 'wang', 'recordExhibitionComplaint', theMatter, {
      ...show,
      closesOn: '2026-09-24',
    });
    await desk.gives('wang', 'recordExhibitionComplaint', theMatter, show, { at: '2026-09-25T09:30' });
    return desk;
  }

  it('that lacks papers starts no clock; supplemented at 10:05, it is passed on by 11:00 of the next day', async () => {
    const desk = await complaint();
    await desk.refuses('missing-papers-not-named', 'wang', 'checkExhibitionPapers', theMatter, {});
    await desk.gives('wang', 'checkExhibitionPapers', theMatter, { missing: '权利证书' }, { at: '2026-09-25T09:40' });
    expect(clocksBy(desk, 'exhib.pass')).toEqual([]);
    await desk.gives('wang', 'checkExhibitionPapers', theMatter, { complete: true }, { at: '2026-09-25T10:05' });
    expect(clocksBy(desk, 'exhib.pass')[0]).toMatchObject({
      due: '2026-09-26T11:00',
      kind: 'guideline',
      provisional: false,
    });
    await desk.gives(
      'wang',
      'passExhibitionComplaint',
      theMatter,
      { to: 'yantaiMarketSupervision' },
      { at: '2026-09-25T15:00' },
    );
    expect(clocksBy(desk, 'exhib.pass')).toEqual([]);
  });

  it('marks papers that were passed on before they were complete', async () => {
    const desk = await complaint();
    await desk.gives('wang', 'passExhibitionComplaint', theMatter, { to: 'yantaiMarketSupervision' });
    expect(codesOf(desk)).toEqual(['exhibition-papers-incomplete']);
  });

  it('gives the exhibitor twenty-four hours that run through the night and the holiday', async () => {
    const desk = await complaint();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('wang', 'notifyExhibitor', theMatter, { party }, { at: '2026-09-25T20:10' });
    expect(dueOfClock(desk, 'exhib.reply')).toBe('2026-09-26T21:00');
    const data = { party, trigger: 'noReply', measures: ['covered'] };
    await desk.gives('wang', 'recordExhibitionMeasure', theMatter, data, { at: '2026-09-26T20:59' });
    expect(codesOf(desk)).toEqual(['exhibitor-may-still-answer']);
    await desk.gives('wang', 'recordExhibitionMeasure', theMatter, data, { at: '2026-09-26T21:30' });
    expect(codesOf(desk)).toHaveLength(1);
  });

  it('is replied to within the time the department set to fit the show, in hours or in days', async () => {
    const desk = await complaint();
    const party = partyId(desk.file, 'respondent');
    const set = { party, department: 'yantaiMarketSupervision', amount: 6, unit: 'hour' };
    const served = { at: '2026-09-25T14:20' };
    await desk.refuses('field-invalid', 'wang', 'setExhibitionReplyPeriod', theMatter, { ...set, amount: 0 }, served);
    await desk.gives('wang', 'setExhibitionReplyPeriod', theMatter, set, served);
    expect(clocksBy(desk, 'exhib.department_reply')[0]).toMatchObject({
      due: '2026-09-25T21:00',
      kind: 'guideline',
      party,
    });
    const days = { ...set, amount: 1, unit: 'calendarDay' };
    await desk.gives('wang', 'setExhibitionReplyPeriod', theMatter, days, { at: '2026-09-25T15:00' });
    expect([dueOfClock(desk, 'exhib.department_reply'), codesOf(desk)]).toEqual([
      '2026-09-28',
      ['reply-period-beyond-show'],
    ]);
    const reply = { party, what: 'statement' };
    await desk.gives('wang', 'recordExhibitorReply', theMatter, reply, { at: '2026-09-29T09:00' });
    expect(clocksBy(desk, 'exhib.department_reply')).toEqual([]);
  });

  it('knows three separate grounds of a measure, of which only the missing reply is a matter of time', async () => {
    const desk = await complaint();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('wang', 'notifyExhibitor', theMatter, { party }, { at: '2026-09-25T20:10' });
    for (const trigger of ['effectiveDocument', 'admitted'])
      await desk.gives('wang', 'recordExhibitionMeasure', theMatter, { party, trigger, measures: ['removed'] });
    expect(codesOf(desk)).toEqual([]);
    await desk.gives(
      'wang',
      'recordExhibitorReply',
      theMatter,
      { party, what: 'goodReason' },
      { at: '2026-09-26T09:00' },
    );
    expect(clocksBy(desk, 'exhib.reply')).toEqual([]);
    await desk.gives(
      'wang',
      'recordExhibitionMeasure',
      theMatter,
      { party, trigger: 'noReply', measures: [] },
      { at: '2026-09-27T09:00' },
    );
    expect(codesOf(desk)).toEqual(['exhibitor-may-still-answer']);
  });

  it('is handed over on the closing day, wherever it is by then', async () => {
    const desk = await complaint();
    expect(dueOfClock(desk, 'exhib.handover')).toBe('2026-09-27');
    desk.at('2026-09-27T17:00');
    await desk.gives('wang', 'handOverAfterShow', theMatter, { results: '材料移交市市场监管局' });
    expect(clocksBy(desk, 'exhib.handover')).toEqual([]);
  });
});

describe('goods at customs', () => {
  it('are detained when the right holder asks for it within three working days', async () => {
    const desk = await came('customs', '2026-09-29T09:00');
    await desk.gives('wang', 'recordCustomsNotice', theMatter);
    // The national holiday lies between; 10 October is a make-up workday.
    expect(dueOfClock(desk, 'customs.apply')).toBe('2026-10-09');
    desk.at('2026-10-12T09:00');
    const late = await desk.refuses('acknowledge-warnings', 'wang', 'recordCustomsApplication', theMatter);
    expect(late.warnings.map(({ code }) => code)).toEqual(['customs-application-late', 'customs-needs-security']);
    await desk.gives(
      'wang',
      'recordCustomsApplication',
      theMatter,
      { security: true },
      { acknowledged: ['customs-application-late'] },
    );
    expect(clocksBy(desk, 'customs.apply')).toEqual([]);
  });

  it('detained on application are released after twenty working days without the order of a court', async () => {
    const desk = await came('customs');
    await desk.gives('wang', 'recordDetention', theMatter, { ground: 'onApplication' });
    expect(dueOfClock(desk, 'customs.court20')).toBe('2026-09-29');
    expect(clocksBy(desk, 'customs.court50')).toEqual([]);
    const early = await desk.refuses('acknowledge-warnings', 'wang', 'recordGoodsRelease', theMatter, {
      reason: 'noOrder',
    });
    expect(early.warnings[0]!.code).toBe('goods-released-early');
    await desk.gives('wang', 'recordCourtAssistance', theMatter, {}, { at: '2026-09-20T09:00' });
    expect(clocksBy(desk, 'customs.court20')).toEqual([]);
  });

  it('detained ex officio are investigated for thirty and held for fifty working days', async () => {
    const desk = await came('customs');
    await desk.refuses('nothing-detained', 'wang', 'recordCustomsFinding', theMatter, { result: 'cannotTell' });
    await desk.gives('wang', 'recordDetention', theMatter, { ground: 'exOfficio' });
    expect(codesOf(desk)).toEqual(['detained-without-application']);
    expect([dueOfClock(desk, 'customs.investigate'), dueOfClock(desk, 'customs.court50')]).toEqual([
      '2026-10-19',
      '2026-11-16',
    ]);
    await desk.gives('wang', 'recordCustomsFinding', theMatter, { result: 'cannotTell' }, { at: '2026-10-19T09:00' });
    expect([clocksBy(desk, 'customs.investigate').length, clocksBy(desk, 'customs.court50').length]).toEqual([0, 1]);
  });

  it('need no court any more once customs found the infringement', async () => {
    const desk = await came('customs');
    await desk.gives('wang', 'recordCustomsApplication', theMatter, { security: true });
    await desk.gives('wang', 'recordDetention', theMatter, { ground: 'exOfficio' });
    await desk.gives('wang', 'recordCustomsFinding', theMatter, { result: 'infringing' });
    expect(clocksBy(desk, 'customs.court50')).toEqual([]);
  });

  it('keep their clock and their custody record while the matter is mediated', async () => {
    const desk = await came('customs');
    await desk.gives('wang', 'recordDetention', theMatter, { ground: 'onApplication' });
    for (const [document, itemClass] of [
      ['intakeForm', 'organisationFile'],
      ['goodsList', 'organisationFile'],
    ])
      await desk.gives('wang', 'addItem', intake, { document, title: document, class: itemClass, pages: 1 });
    const lot = itemIds(desk.file, 'goodsList')[0]!;
    await desk.gives('wang', 'recordGoodsCustody', intake, {
      lot,
      event: 'detained',
      holder: 'yantaiCustoms',
      quantity: 1200,
    });
    await desk.gives('wang', 'prepareHandoff', intake, (c) => ({
      kind: 'H5',
      to: 'yantaiMediationCommittee',
      items: itemIds(c, 'intakeForm'),
    }));
    const movement = (c: Desk['file']) => ({ kind: 'handoff' as const, id: Object.keys(c.handoffs)[0]! });
    await desk.gives('wang', 'offerHandoff', movement);
    await desk.gives('limin', 'receiveHandoff', movement);
    await desk.gives('limin', 'acceptHandoff', movement);
    expect(pathOf(desk)).toBe('inMediation');
    expect(dueOfClock(desk, 'customs.court20')).toBe('2026-09-29');
    expect(goodsOf(desk.file)).toMatchObject([{ item: lot, holder: 'yantaiCustoms' }]);
    await desk.gives('limin', 'recordGoodsRelease', theMatter, { reason: 'withdrawn' });
    expect(clocksBy(desk, 'customs.court20')).toEqual([]);
  });
});

describe('a complaint in a specialised market', () => {
  it('records what the operator did, and no law sets it a term', async () => {
    const desk = await came('market');
    const before = clocksBy(desk, 'exhib.pass').length;
    const data = { market: '三站批发市场', stall: 'B区21号', operatorToldOn: '2026-09-01', measures: ['takenOff'] };
    await desk.gives('wang', 'recordMarketComplaint', theMatter, data);
    expect(clocksBy(desk, 'exhib.pass')).toHaveLength(before);
    await desk.refuses('field-invalid', 'wang', 'recordMarketComplaint', theMatter, {
      ...data,
      operatorToldOn: '2026-13-01',
    });
  });
});
