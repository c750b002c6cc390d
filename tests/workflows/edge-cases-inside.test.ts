/** Edge cases of the reading notes (§7, §11) around what a mediation may hide, tell and hand out, each by its sentence. */
import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../workflows/index.ts';
import { suesOn } from '../proof/travels-mediation.ts';
import type { Desk } from '../support/desk.ts';
import { accepted, agreed, inSession, openedCase, paymentClause, writtenAgreement } from '../support/desk-stages.ts';
import {
  agreementOf,
  handoff,
  itemIds,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
} from '../support/desk-words.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const confirmation = proceeding('judicialConfirmation');
const respondent = (desk: Desk) => partyId(desk.file, 'respondent');

describe('13. Signs of a crime were seen, and the parties settle', () => {
  const suspicious = async () => {
    const desk = await openedCase();
    await desk.gives('limin', 'screenDispute', intake, {
      mediability: 'mediable',
      arbitrationAgreement: 'no',
      suitPending: 'no',
      earlierOutcome: 'no',
      crimeIndicators: ['counterfeitMark'],
    });
    await desk.gives('limin', 'routeHere', intake, { channel: 'peopleMediation' });
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' }, { at: '2026-09-02T09:00' });
    const everybody = (c: Desk['file']) => ({ parties: Object.keys(c.parties), manner: 'oral' });
    await desk.gives('sun', 'giveRightsNotice', mediation, everybody);
    await desk.gives('sun', 'openSession', mediation, { mode: 'inPerson' }, { at: '2026-09-02T09:30' });
    return desk;
  };
  const marks = async (desk: Desk) => {
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
    const fact = Object.values(desk.file.facts).findLast(({ type }) => type === 'recordAgreement')!;
    return fact.irregular.map(({ code }) => code);
  };

  it('without a report the agreement carries the mark, with the article and what repairs it', async () => {
    const desk = await suspicious();
    expect(await marks(desk)).toEqual(['crime-not-reported']);
    const fact = Object.values(desk.file.facts).findLast(({ type }) => type === 'recordAgreement')!;
    expect(fact.irregular[0]).toMatchObject({ basis: [{ instrument: 'PML', article: '第二十五条' }] });
    expect(fact.irregular[0]!.repair?.zh).toContain('报告');
  });

  it('after the report it carries none, and the report outlives the agreement', async () => {
    const desk = await suspicious();
    await desk.gives('sun', 'reportRisk', mediation, { kind: 'crime', reportedTo: 'yantaiPublicSecurity' });
    expect(await marks(desk)).toEqual([]);
    expect(Object.values(desk.file.facts).some(({ type }) => type === 'reportRisk')).toBe(true);
  });

  it('is not made good by the report of another risk', async () => {
    const desk = await suspicious();
    await desk.gives('sun', 'reportRisk', mediation, { kind: 'escalation', reportedTo: 'yantaiPublicSecurity' });
    expect(await marks(desk)).toEqual(['crime-not-reported']);
  });
});

describe('14. A party asks for a statement of the end', () => {
  it('gets when and why from the closed list, and only once the mediation has ended', async () => {
    const desk = await inSession();
    const asked = { party: respondent(desk), reason: 'tooFarApart' };
    await desk.refuses('mediation-not-ended', 'sun', 'issueEndStatement', mediation, asked);
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    const words = { ...asked, reason: '对方只肯赔五千元' };
    await desk.refuses('field-invalid', 'sun', 'issueEndStatement', mediation, words);
    await desk.gives('sun', 'issueEndStatement', mediation, asked);
    const entry = (await desk.journal()).at(-1)!;
    expect(entry.body!.data).toEqual(asked);
  });
});

describe('15. A concession of the mediation is to be used in a suit', () => {
  it('cannot travel with the complaint: what was said stays inside, whoever agrees', async () => {
    const desk = await inSession();
    const record = { document: 'mediationRecord', title: '调解笔录', class: 'processPrivate', pages: 3 };
    await desk.gives('sun', 'addItem', mediation, record);
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await desk.gives('sun', 'addItem', mediation, { ...record, document: 'complaint', class: 'partyFile' });
    const packet = (c: Desk['file']) => ({
      kind: 'H16',
      to: 'zhifuCourt',
      partiesConsent: true,
      items: itemIds(c, 'complaint', 'mediationRecord'),
    });
    await desk.refuses('protected-item', 'sun', 'prepareHandoff', mediation, packet);
  });

  it('is warned of when somebody files the record at the court itself, where the court decides', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    await suesOn(desk);
    const record = { document: 'mediationRecord', title: '调解笔录', class: 'partyFile', pages: 3 };
    const suit = proceeding('litigation');
    const refusal = await desk.refuses('acknowledge-warnings', 'liu', 'addItem', suit, record);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['mediation-record-is-no-evidence']);
  });
});

describe('19. The clauses give away what belongs to somebody else', () => {
  it('the court rejects with the ground of its list, and the agreement is a contract of the two', async () => {
    const desk = await accepted();
    const ruling = {
      result: 'rejected',
      reason: 'harmsOthers',
      number: '（2026）鲁0602诉前调确7号',
      judge: '审查法官',
    };
    await desk.gives('liu', 'recordConfirmationRuling', confirmation, ruling, { at: '2026-09-15T10:00' });
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['rejected', 'settled']);
  });

  it('is among the signs for which a mediator stops before anything is sealed', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'suspendMediation', mediation, { signs: ['harmsOthers'], reportedTo: 'zhifuCourt' });
    await desk.refuses('not-in-this-state', 'sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
  });
});

const stopClause = (desk: Desk, change: object = {}) =>
  paymentClause(desk, {
    subject: 'stopInfringement',
    act: '立即停止销售标有涉案商标的电热水壶（芝罘区店铺及网店）',
    amountFen: null,
    dueOn: '2026-09-10',
    ...change,
  });

describe('41. The respondent breaks the promise to stop', () => {
  it('the breach is an event of the clause, and the packet for the suit holds the agreement and the breach alone', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'noteInside', mediation, { kind: 'caucus', note: '被申请人私下承认仍有库存' });
    desk.at('2026-09-03T16:00');
    const clauses = [stopClause(desk)];
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-03', { clauses }));
    const broken = (c: Desk['file']) => ({
      party: partyId(c, 'respondent'),
      obligation: obligationsOf(c)[0]!.id,
      result: 'breach',
    });
    await desk.gives('sun', 'recordPerformance', mediation, broken, { at: '2026-10-12T09:00' });
    expect(obligationsOf(desk.file)[0]).toMatchObject({ state: 'breached', recordedOn: '2026-10-12' });
    const paper = { document: 'mediationAgreement', title: '调解协议书', class: 'jointSigned', pages: 3 };
    await desk.gives('sun', 'addItem', mediation, paper);
    for (const document of ['complaint', 'identityDocument', 'performanceRecord'])
      await desk.gives('sun', 'addItem', mediation, { ...paper, document, class: 'partyFile' });
    await desk.gives('sun', 'prepareHandoff', mediation, (c) => ({
      kind: 'H16',
      to: 'zhifuCourt',
      partiesConsent: true,
      items: itemIds(c, 'complaint', 'identityDocument', 'performanceRecord', 'mediationAgreement'),
    }));
    await desk.gives('sun', 'offerHandoff', handoff);
    const sent = desk.file.handoffs[handoff(desk.file).id]!;
    expect(sent.manifest.map((row) => row.class)).toEqual(['partyFile', 'partyFile', 'partyFile', 'jointSigned']);
    expect(JSON.stringify(desk.file)).not.toContain('私下承认');
  });

  it('can only be named where the clause says by whom and from which day: one without a day is warned of', async () => {
    const desk = await inSession();
    const vague = writtenAgreement(desk, '2026-09-02', { clauses: [stopClause(desk, { dueOn: null })] });
    const refusal = await desk.refuses('acknowledge-warnings', 'sun', 'recordAgreement', mediation, vague);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['clause-unclear']);
  });
});

describe('§11.4 The end without the other routes told', () => {
  it('is recorded with the mark, the article and the repair', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: false });
    const end = Object.values(desk.file.facts).find(({ type }) => type === 'endMediation')!;
    expect(end.irregular).toMatchObject([
      { code: 'routes-not-told', basis: [{ instrument: 'PML', article: '第二十六条' }] },
    ]);
    expect(end.irregular[0]!.repair?.zh).toContain('补行告知');
  });
});

describe('§11.6 The two numbers of a file', () => {
  it('of the agreement and of the volume are both typed in, and neither is made from the other', async () => {
    const desk = await agreed(undefined, { number: '烟知人调字〔2026〕第8号' });
    await desk.gives('limin', 'recordReturnVisit', mediation, { performance: 'full' }, { at: '2026-12-02T09:00' });
    await desk.gives('limin', 'closeMediation', mediation, { archiveNumber: '2026-卷-31' });
    const entry = (await desk.journal()).findLast(({ envelope }) => envelope.type === 'closeMediation')!;
    expect(proceedingOf(desk.file, 'peopleMediation').agreements[agreementOf(desk.file)]!.number).toBe(
      '烟知人调字〔2026〕第8号',
    );
    expect(entry.body!.data).toMatchObject({ archiveNumber: '2026-卷-31' });
  });

  it('may both be missing, and a closing without a return visit is warned of', async () => {
    const desk = await agreed();
    const refusal = await desk.refuses('acknowledge-warnings', 'limin', 'closeMediation', mediation);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['return-visit-missing']);
    await desk.gives('limin', 'closeMediation', mediation, {}, { acknowledged: ['return-visit-missing'] });
    expect(stateOf(desk, 'peopleMediation')).toBe('closed');
  });
});
