/** A suspected crime: from the authority to the police, and back again. */
import { describe, expect, it } from 'vitest';
import { crimeHints, limitationOf } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import {
  approved,
  complainedOf,
  criminalCaseOpened,
  enforcement,
  evidence,
  filed,
  notified,
  notProsecuted,
  papersOn,
  referral,
  withPolice,
} from '../support/desk-penalty.ts';
import { inSession } from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  matter,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
} from '../support/desk-words.ts';

const report = { crime: 'sellingCounterfeits', officers: 2, grounds: '销售金额达到追诉标准。' };
const by = { evidence };

describe('figures of an investigation', () => {
  const figures = { gainFen: null, turnoverFen: null, lossFen: null, pieces: null };

  it('suggest a crime from the sum of the interpretation on, and not one fen before', () => {
    const at = (turnoverFen: number) => crimeHints('counterfeitMark', { ...figures, turnoverFen }, '2026-09-01').length;
    expect([at(4_999_999), at(5_000_000)]).toEqual([0, 1]);
    expect(crimeHints('counterfeitLabels', { ...figures, pieces: 10_000 }, '2026-09-01')).toHaveLength(1);
    expect(crimeHints('tradeSecret', { ...figures, lossFen: 30_000_000 }, '2026-09-01')).toHaveLength(1);
  });

  it('of acts before the interpretation are marked as law to be confirmed', () => {
    const [hint] = crimeHints('piracy', { ...figures, gainFen: 3_000_000 }, '2025-04-25');
    expect(hint).toMatchObject({ toConfirm: true, threshold: { basis: [{ instrument: 'IPC25' }] } });
    expect(crimeHints('piracy', { ...figures, gainFen: 3_000_000 }, '2025-04-26')[0]!.toConfirm).toBe(false);
  });

  it('never make a crime of the infringement of a patent; only passing one off is', async () => {
    const desk = await complainedOf(openDesk(), 1, { rightKind: 'designPatent' });
    const filing = { number: '烟市监立〔2026〕20号', patentGround: 'passingOff' };
    await desk.gives('officer', 'fileEnforcementCase', enforcement, filing);
    const found = { summary: '制造、销售涉案产品', turnoverFen: 9_000_000 };
    await desk.refuses('no-crime-against-this-right', 'officer', 'recordFindings', enforcement, {
      ...found,
      crime: 'counterfeitMark',
    });
    await desk.refuses('no-crime-against-this-right', 'officer', 'reportSuspectedCrime', enforcement, report);
    await desk.gives('officer', 'recordFindings', enforcement, found);
    await desk.gives('officer', 'recordFindings', enforcement, { ...found, crime: 'fakePatent' });
  });
});

describe('findings that reach a threshold without naming a crime', () => {
  it('warn the officer that a crime may be suspected, for a mark and never for the infringement of a patent', async () => {
    const desk = await filed();
    const found = { summary: '销售八万元', turnoverFen: 8_000_000 };
    const refusal = await desk.refuses('acknowledge-warnings', 'officer', 'recordFindings', enforcement, found);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['crime-may-be-suspected']);
    expect(refusal.warnings[0]!.text.zh).toContain('销售假冒注册商标的商品');
    await desk.gives('officer', 'recordFindings', enforcement, found, { acknowledged: ['crime-may-be-suspected'] });
  });
});

describe('a suspected crime at the authority', () => {
  it('is checked by two officers, and decided on by the head within three days', async () => {
    const desk = await filed();
    await desk.refuses('no-transfer-report', 'officer', 'decideTransfer', enforcement, { approved: true });
    const alone = { ...report, officers: 1 };
    await desk.refuses('too-few-officers-checked', 'officer', 'reportSuspectedCrime', enforcement, alone);
    await desk.gives('officer', 'reportSuspectedCrime', enforcement, report);
    expect(dueOfClock(desk, 'crim.approve')).toBe('2026-09-07');
    await desk.refuses('refusal-needs-reasons', 'officer', 'decideTransfer', enforcement, { approved: false });
    await desk.gives('officer', 'decideTransfer', enforcement, { approved: false, reason: '主观明知证据不足' });
    expect(clocksBy(desk, 'crim.approve')).toEqual([]);
  });

  it('is handed over within twenty-four hours of the approval, through the night', async () => {
    const desk = await approved();
    expect(dueOfClock(desk, 'crim.transfer')).toBe('2026-09-09T11:00');
  });

  it('is never settled by a fine instead: the penalty waits for the decision on the transfer', async () => {
    const desk = await notified();
    const data = { document: '决定1号', fineFen: 100 };
    desk.at('2026-09-21T10:00');
    const found = { turnoverFen: 5_000_000, crime: 'sellingCounterfeits', summary: '补充查明销售金额' };
    await desk.gives('officer', 'recordFindings', enforcement, found);
    const refusal = await desk.refuses('crime-not-transferred', 'officer', 'decidePenalty', enforcement, data);
    expect(refusal.basis).toEqual([{ instrument: 'TRR', article: '第十一条' }]);
    expect(refusal.instead?.zh).toContain('移送公安机关');
    const ending = { ending: 'notPunished', explanation: '轻微' };
    await desk.refuses('crime-not-transferred', 'officer', 'closeWithoutPenalty', enforcement, ending);
    const refused = { approved: false, reason: '无合理嫌疑' };
    await desk.gives('officer', 'decideTransfer', enforcement, refused);
    await desk.gives('officer', 'decidePenalty', enforcement, data);
  });

  it('goes to the police only with the approval of the head, and with the five papers', async () => {
    const desk = await filed();
    const to = { kind: 'H7', to: 'yantaiPublicSecurity' };
    await desk.refuses('transfer-not-approved', 'officer', 'prepareHandoff', enforcement, to);
    const ready = await approved();
    await ready.gives('officer', 'prepareHandoff', enforcement, to);
    const refusal = await ready.refuses('packet-incomplete', 'officer', 'offerHandoff', handoff);
    expect(refusal.text.zh).toContain('移送书');
  });

  it('cannot be transferred by a mediator, who reports it', async () => {
    const desk = await inSession();
    const mediation = proceeding('peopleMediation');
    await desk.refuses('forbidden-by-law', 'limin', 'prepareHandoff', mediation, {
      kind: 'H7',
      to: 'yantaiPublicSecurity',
    });
    const risk = { kind: 'crime', reportedTo: 'yantaiPublicSecurity' };
    await desk.gives('limin', 'reportRisk', mediation, risk);
  });
});

describe('a transfer at the police', () => {
  it('stands beside the administrative case, which waits, and moves no path', async () => {
    const desk = await withPolice();
    expect([stateOf(desk, 'trademarkEnforcement'), stateOf(desk, 'criminalReferral')]).toEqual([
      'withPolice',
      'received',
    ]);
    expect(pathOf(desk)).toBe('beforeAuthority');
    await desk.refuses('not-in-this-state', 'officer', 'giveStatementNotice', enforcement, { proposal: '罚款' });
  });

  it('cannot be sent back for missing papers: twenty-four hours to ask, three days to supply', async () => {
    const desk = await withPolice();
    const missing = { reason: 'incompletePapers', explanation: '材料不齐' };
    const refusal = await desk.refuses('return-not-allowed', 'officer', 'returnHandoff', handoff, missing, by);
    expect(refusal.basis).toEqual([{ instrument: 'PSR', article: '第一百八十条' }]);
    expect(dueOfClock(desk, 'crim.supplement.ask')).toBe('2026-09-09T16:00');
    expect(dueOfClock(desk, 'crim.examine')).toBe('2026-09-11');
    await desk.gives('officer', 'askForPapers', referral, { papers: '鉴定意见' }, { ...by, at: '2026-09-09T10:00' });
    expect(clocksBy(desk, 'crim.supplement.give').map(({ due }) => due)).toEqual(['2026-09-14', '2026-09-14']);
    await desk.gives('officer', 'recordTransferSupplement', referral, {}, { ...by, at: '2026-09-10T10:00' });
    expect(clocksBy(desk, 'crim.supplement.give')).toEqual([]);
    await desk.gives('officer', 'askForPapers', referral, { papers: '再补' }, by);
    const asked = Object.values(desk.file.facts).filter(({ type }) => type === 'askForPapers');
    expect(asked[1]!.irregular[0]!.code).toBe('papers-asked-for-already');
  });

  it('is forwarded within twenty-four hours when the police have no jurisdiction', async () => {
    const desk = await withPolice();
    await desk.gives('officer', 'findNoJurisdiction', referral, {}, { ...by, at: '2026-09-09T09:10' });
    expect(dueOfClock(desk, 'crim.forward')).toBe('2026-09-10T10:00');
    const court = { kind: 'H20', to: 'zhifuCourt' };
    await desk.refuses('criminal-case-cannot-pass-on', 'officer', 'prepareHandoff', referral, court, by);
  });

  it('interrupts limitation from its day, and holds it while it is open', async () => {
    const desk = await withPolice();
    const id = matter(0)(desk.file).id;
    const ledger = limitationOf(desk.file, id, desk.calendar, desk.reference, '2026-09-09');
    expect(ledger.interruptions.map(({ kind, on }) => [kind, on])).toContainEqual(['report', '2026-09-08']);
    expect(ledger.runsFrom).toBeNull();
  });

  it('does not keep the matter between the parties open by itself', async () => {
    const desk = await criminalCaseOpened();
    await desk.gives('officer', 'closeAsTransferred', enforcement);
    expect(pathOf(desk)).toBe('unresolved');
    await desk.gives('officer', 'finishMatter', matter(0), { reason: 'settledWithoutPaper' });
    expect([pathOf(desk), stateOf(desk, 'criminalReferral')]).toEqual(['over', 'opened']);
  });
});

describe('a case the police did not open', () => {
  async function refused() {
    const desk = await withPolice();
    const data = { reason: 'minor', explanation: '数额未达标准' };
    await desk.gives('officer', 'declineCriminalCase', referral, data, { ...by, at: '2026-09-11T10:00' });
    return desk;
  }

  it('goes on administratively at once, and may be asked to be reconsidered within three days', async () => {
    const desk = await refused();
    expect([stateOf(desk, 'trademarkEnforcement'), stateOf(desk, 'criminalReferral')]).toEqual([
      'investigating',
      'notOpened',
    ]);
    expect(clocksBy(desk, 'crim.reconsider').map(({ due }) => due)).toEqual(['2026-09-14', '2026-09-14']);
    await desk.gives('officer', 'giveStatementNotice', enforcement, { proposal: '罚款' });
  });

  it('is decided again within three days, and then may be supervised by the procuratorate', async () => {
    const desk = await refused();
    const grounds = { grounds: '销售金额已达标准' };
    await desk.gives('officer', 'requestReconsideration', referral, grounds, { at: '2026-09-13T10:00' });
    expect(clocksBy(desk, 'crim.reconsider')).toEqual([]);
    expect(dueOfClock(desk, 'crim.reconsider.decide')).toBe('2026-09-16');
    const upheld = { result: 'upheld' };
    await desk.gives('officer', 'decideReconsideration', referral, upheld, { ...by, at: '2026-09-16T10:00' });
    // 19 September is a Saturday; the Sunday after it is a make-up workday.
    expect(dueOfClock(desk, 'crim.supervise')).toBe('2026-09-20');
    const to = { to: 'yantaiProcuratorate', ...grounds };
    await desk.gives('officer', 'suggestSupervision', referral, to, { at: '2026-09-18T10:00' });
    await desk.gives('officer', 'decideSupervision', referral, { result: 'opened' }, { ...by, at: '2026-09-30T10:00' });
    expect([stateOf(desk, 'criminalReferral'), stateOf(desk, 'trademarkEnforcement')]).toEqual([
      'opened',
      'withPolice',
    ]);
  });

  it('does not end without anybody handling it', async () => {
    const desk = await refused();
    await desk.refuses('authority-must-handle-it', 'officer', 'endReferral', referral, { how: 'nothingDue' });
    await desk.gives('officer', 'endReferral', referral, { how: 'handledByAuthority' });
    expect(stateOf(desk, 'criminalReferral')).toBe('ended');
  });
});

describe('a case the police opened', () => {
  it('takes goods and papers over within three days of the notice, on a list that both sign', async () => {
    const desk = await criminalCaseOpened();
    expect(clocksBy(desk, 'crim.handover').map(({ due }) => due)).toEqual(['2026-09-14', '2026-09-14']);
    await desk.gives('officer', 'recordHandover', enforcement, { signedByBoth: false });
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'recordHandover')!;
    expect(fact.irregular[0]!.code).toBe('handover-not-signed');
    // Neither the authority nor the police, who got them, is told any more that they are due.
    expect(clocksBy(desk, 'crim.handover')).toEqual([]);
  });

  it('is decided on by the procuratorate only when it is there', async () => {
    const desk = await criminalCaseOpened();
    const decision = { result: 'prosecuted' };
    await desk.refuses('not-the-procuratorate', 'officer', 'recordProsecutionDecision', referral, decision, by);
  });

  it('ends in a conviction, or comes back where no punishment was given', async () => {
    for (const [result, end] of [
      ['convicted', 'convicted'],
      ['noPunishment', 'reverseDue'],
      ['acquitted', 'reverseDue'],
    ] as const) {
      const desk = await atProcuratorate();
      await desk.gives('officer', 'recordProsecutionDecision', referral, { result: 'prosecuted' }, by);
      await desk.gives('officer', 'recordCriminalJudgment', referral, { result }, by);
      expect(stateOf(desk, 'criminalReferral')).toBe(end);
    }
  });
});

/** Opened, and passed on to the procuratorate. */
async function atProcuratorate() {
  const desk = await criminalCaseOpened();
  desk.at('2026-09-28T10:00');
  await papersOn(desk, referral, ['transferLetter'], by);
  const data = (c: typeof desk.file) => ({
    kind: 'H20',
    to: 'yantaiProcuratorate',
    items: itemIds(c, 'transferLetter'),
  });
  await desk.gives('officer', 'prepareHandoff', referral, data, by);
  await desk.gives('officer', 'offerHandoff', handoff, {}, by);
  await desk.gives('officer', 'receiveHandoff', handoff, {}, by);
  expect(proceedingOf(desk.file, 'criminalReferral').organisation).toBe('yantaiProcuratorate');
  return desk;
}

describe('a case that is not prosecuted', () => {
  const opinion = {
    addressee: 'yantaiMarketSupervision',
    copies: ['yantaiPublicSecurity'],
    replyBy: '2026-12-25',
    opinion: '建议依法给予行政处罚。',
  };

  async function opined() {
    const desk = await notProsecuted();
    await desk.gives('officer', 'reviewNecessity', referral, { needed: true, grounds: '仍应行政处罚' }, by);
    await desk.refuses(
      'copy-to-addressee',
      'officer',
      'issueOpinion',
      referral,
      { ...opinion, copies: [opinion.addressee] },
      by,
    );
    await desk.refuses(
      'term-before-start',
      'officer',
      'issueOpinion',
      referral,
      { ...opinion, replyBy: '2026-10-20' },
      by,
    );
    await desk.gives('officer', 'issueOpinion', referral, opinion, { ...by, at: '2026-10-23T10:00' });
    return desk;
  }

  it('ends there when no administrative penalty is due either', async () => {
    const desk = await notProsecuted();
    await desk.gives('officer', 'reviewNecessity', referral, { needed: false, grounds: '已超过追责期限' }, by);
    expect(stateOf(desk, 'criminalReferral')).toBe('ended');
  });

  it('comes back to the authority that waits for it, with the opinion and the day of the reply', async () => {
    const desk = await opined();
    expect(dueOfClock(desk, 'crim.opinion.reply')).toBe('2026-12-25');
    await reverse(desk);
    expect([stateOf(desk, 'trademarkEnforcement'), stateOf(desk, 'criminalReferral')]).toEqual([
      'investigating',
      'awaitingReply',
    ]);
    expect(
      Object.values(desk.file.proceedings).filter(({ channel }) => channel === 'trademarkEnforcement'),
    ).toHaveLength(1);
    expect(clocksBy(desk, 'crim.opinion.reply').map(({ due }) => due)).toEqual(['2026-12-25', '2026-12-25']);
    await desk.gives('officer', 'replyToOpinion', enforcement, { result: '已罚款' }, { at: '2026-12-01T10:00' });
    expect(stateOf(desk, 'criminalReferral')).toBe('answered');
    expect(clocksBy(desk, 'crim.opinion.reply')).toEqual([]);
  });

  it('goes to its addressee and to nobody else; a copy moves nothing', async () => {
    const desk = await opined();
    const elsewhere = { kind: 'H8', to: 'yantaiPatentDepartment' };
    await desk.refuses('reverse-transfer-not-due', 'officer', 'prepareHandoff', referral, elsewhere, by);
    await desk.gives('officer', 'prepareHandoff', referral, { kind: 'H19', to: 'yantaiPublicSecurity' }, by);
    await desk.refuses(
      'handoff-already-open',
      'officer',
      'prepareHandoff',
      referral,
      { kind: 'H19', to: 'yantaiPublicSecurity' },
      by,
    );
    await desk.gives('officer', 'offerHandoff', handoff, {}, by);
    await desk.gives('officer', 'receiveHandoff', handoff, {}, by);
    const copy = Object.values(desk.file.handoffs).at(-1)!;
    expect([copy.slot.value, copy.opened]).toEqual(['accepted', null]);
    expect(proceedingOf(desk.file, 'criminalReferral').organisation).toBe('yantaiProcuratorate');
  });

  it('may not come back before anybody decided against criminal liability', async () => {
    const desk = await criminalCaseOpened();
    const back = { kind: 'H8', to: 'yantaiMarketSupervision' };
    await desk.refuses('reverse-transfer-not-due', 'officer', 'prepareHandoff', referral, back, by);
  });

  /** The decision, the opinion, goods and lists go to the market regulator. */
  async function reverse(desk: Awaited<ReturnType<typeof opined>>) {
    const papers = ['criminalDecision', 'procuratorialOpinion', 'transferLetter', 'goodsList', 'handoverList'];
    await papersOn(desk, referral, papers, by);
    const data = (c: typeof desk.file) => ({ kind: 'H8', to: 'yantaiMarketSupervision', items: itemIds(c, ...papers) });
    await desk.gives('officer', 'prepareHandoff', referral, data, by);
    await desk.gives('officer', 'offerHandoff', handoff, {}, by);
    await desk.gives('officer', 'receiveHandoff', handoff, {}, { at: '2026-10-26T10:00' });
  }
});
