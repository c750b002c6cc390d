/** Dates and steps that were wrong: what was recorded stays readable, what is true moves. */
import { describe, expect, it } from 'vitest';
import { type CaseFile, caseFileAsOf, clocksOf, derive } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import {
  accepted,
  agreed,
  assigned,
  confirmed,
  inSession,
  offered,
  openedCase,
  paymentClause,
  submitted,
  writtenAgreement,
} from '../support/desk-stages.ts';
import {
  agreementOf,
  clocksBy,
  dueOfClock,
  handoff,
  matter,
  outcomesOf,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const confirmation = proceeding('judicialConfirmation');
const reason = '核对原件后更正';

function factId(file: CaseFile, type: string): string {
  return Object.values(file.facts).findLast((fact) => fact.type === type && fact.annulledBy === null)?.id ?? '';
}

const amends = (desk: Desk, by: 'sun' | 'limin' | 'liu', type: string, occurredOn: string, at?: string) =>
  desk.gives(by, 'amendFact', theCase, (c) => ({ fact: factId(c, type), occurredOn, reason }), at ? { at } : {});

describe('a date that was recorded wrongly', () => {
  it('moves the clock and shows both due dates', async () => {
    const desk = await accepted();
    await amends(desk, 'liu', 'acceptConfirmation', '2026-09-07', '2026-09-09T10:00');
    expect(clocksBy(desk, 'conf.review.target')[0]).toMatchObject({
      due: '2026-09-22',
      dueBeforeAmendment: '2026-09-23',
      trigger: { occurredOn: '2026-09-07', amendedFrom: ['2026-09-08'] },
    });
  });

  it('remembers every value it had, and when each was corrected', async () => {
    const desk = await accepted();
    await amends(desk, 'liu', 'acceptConfirmation', '2026-09-07', '2026-09-09T10:00');
    await amends(desk, 'liu', 'acceptConfirmation', '2026-09-08');
    const fact = desk.file.facts[factId(desk.file, 'acceptConfirmation')]!;
    expect(fact.amendedFrom.map(({ occurredOn }) => occurredOn)).toEqual(['2026-09-08', '2026-09-07']);
    const corrections = (await desk.journal()).filter(({ envelope }) => envelope.type === 'amendFact');
    expect(corrections.map(({ envelope }) => envelope.corrects)).toEqual([fact.seq, fact.seq]);
  });

  it('lets the next step follow the corrected date', async () => {
    const desk = await accepted();
    const held = { occurredOn: '2026-09-07T15:00' };
    await desk.refuses(
      'step-out-of-order',
      'liu',
      'holdVerification',
      confirmation,
      {},
      { at: '2026-09-09T10:00', ...held },
    );
    await amends(desk, 'liu', 'acceptConfirmation', '2026-09-07');
    await desk.gives('liu', 'holdVerification', confirmation, { voluntary: true }, held);
  });

  it('moves what the dossier repeats of it: the opening of the case and of its first proceeding', async () => {
    const desk = await openedCase();
    const contact = { party: Object.keys(desk.file.parties)[0], channel: 'telephone', result: 'reached' };
    const early = { occurredOn: '2026-08-31T10:00' };
    await desk.refuses('before-opening', 'limin', 'recordContact', proceeding('intake'), contact, early);
    await amends(desk, 'limin', 'openCase', '2026-08-31');
    expect(desk.file.header.openedOn).toBe('2026-08-31');
    await desk.gives('limin', 'recordContact', proceeding('intake'), contact, early);
  });

  it('moves the date of a handoff with its receipt, and with it the day of filing', async () => {
    const desk = await submitted();
    await amends(desk, 'liu', 'receiveHandoff', '2026-09-04', '2026-09-08T10:00');
    expect(desk.file.handoffs[handoff(desk.file).id]!.receivedOn).toBe('2026-09-04');
    const received = desk.file.facts[factId(desk.file, 'handoffReceived')]!;
    expect(received).toMatchObject({ occurredOn: '2026-09-04', values: { filedOn: '2026-09-04' } });
  });

  it('of a receipt puts the proceeding that opened with it, and kept the old date, on its desk', async () => {
    const desk = await submitted();
    const asked = () =>
      derive(desk.file, desk.calendar, desk.reference).tasks.filter(({ source }) => source === 'note');
    await amends(desk, 'liu', 'receiveHandoff', '2026-09-04', '2026-09-08T10:00');
    expect(asked()).toMatchObject([{ organisation: 'zhifuCourt', role: 'courtLiaison' }]);
    expect(asked()[0]!.text.zh).toContain('更正为 2026-09-04');
    const note = desk.choices('liu', 'settleNote', theCase, 'note')[0]!.value;
    await desk.gives('liu', 'settleNote', theCase, { note, how: '启动日期一并更正' });
    expect(asked()).toEqual([]);
  });

  it('leaves alone what has a date of its own', async () => {
    const desk = await agreed();
    desk.at('2026-09-04T10:00');
    await amends(desk, 'sun', 'recordAgreement', '2026-09-02');
    expect(desk.file.facts[factId(desk.file, 'agreementEffective')]!.occurredOn).toBe('2026-09-03');
  });

  it.each([
    ['amendment-changes-nothing', '2026-09-08'],
    ['amendment-breaks-order', '2026-09-05'],
    ['field-invalid', '2026-12-01'],
    ['field-invalid', '2026-02-30'],
  ])('is refused with %s for %s', async (code, occurredOn) => {
    const desk = await accepted();
    const data = (c: CaseFile) => ({ fact: factId(c, 'acceptConfirmation'), occurredOn, reason });
    await desk.refuses(code, 'liu', 'amendFact', theCase, data, { at: '2026-09-09T10:00' });
  });

  it('cannot be corrected past the step that came after it', async () => {
    const desk = await inSession();
    const data = (c: CaseFile) => ({ fact: factId(c, 'acceptMediation'), occurredOn: '2026-09-03', reason });
    await desk.refuses('amendment-breaks-order', 'limin', 'amendFact', theCase, data, { at: '2026-09-05T10:00' });
  });

  it('cannot be corrected by an organisation whose record it is not', async () => {
    const desk = await accepted();
    const data = (c: CaseFile) => ({ fact: factId(c, 'acceptConfirmation'), occurredOn: '2026-09-07', reason });
    await desk.refuses('not-a-choice', 'limin', 'amendFact', theCase, data, { at: '2026-09-09T10:00' });
    await desk.refuses('not-allowed', 'station', 'amendFact', theCase, data);
  });
});

describe('a step that was recorded by mistake', () => {
  it('is taken back with the state, the matter, the facts and the clock it had started', async () => {
    const desk = await agreed();
    expect([stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual(['agreed', 'settled']);
    await desk.gives('sun', 'annulStep', mediation, { reason });
    expect([stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual(['inSession', 'inMediation']);
    const home = proceedingOf(desk.file, 'peopleMediation');
    expect([home.outcomes, home.agreements]).toEqual([{}, {}]);
    expect(clocksBy(desk, 'conf.apply')).toEqual([]);
    expect(dueOfClock(desk, 'pm.term')).toBe('2026-10-08');
    expect(Object.values(desk.file.facts).find(({ type }) => type === 'recordAgreement')?.annulledBy).toBe(
      desk.file.seq,
    );
  });

  it('can be given again after that, as if it had not been', async () => {
    const desk = await agreed();
    await desk.gives('sun', 'annulStep', mediation, { reason });
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-03'));
    expect([stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual(['agreed', 'settled']);
  });

  it('gives back an agreement as unsigned as it was when its completion is annulled', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02', { sealedOn: null }));
    const seal = { agreement: agreementOf(desk.file), sealedOn: '2026-09-02' };
    await desk.gives('limin', 'completeFormalities', mediation, seal);
    await desk.gives('limin', 'annulStep', mediation, { reason });
    expect(stateOf(desk, 'peopleMediation')).toBe('awaitingFormalities');
    expect(proceedingOf(desk.file, 'peopleMediation').agreements[agreementOf(desk.file)]!.sealedOn).toBeNull();
    await desk.gives('limin', 'completeFormalities', mediation, seal);
    expect(stateOf(desk, 'peopleMediation')).toBe('agreed');
  });

  it('brings back an agreement that was given up by mistake', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'recordAgreement', mediation, { form: 'written', clauses: [paymentClause(desk)] });
    const given = { agreement: agreementOf(desk.file), reason };
    await desk.gives('sun', 'abandonAgreement', mediation, given);
    await desk.gives('sun', 'annulStep', mediation, { reason });
    await desk.gives('sun', 'abandonAgreement', mediation, given);
  });

  it('leaves a ruling as it stood when the decision on the objection is annulled', async () => {
    const desk = await confirmed();
    const data = { by: 'outsider', knewOn: '2026-09-20' };
    await desk.gives('liu', 'recordObjection', confirmation, data, { at: '2026-10-12T10:00' });
    await desk.gives('liu', 'decideObjection', confirmation, { result: 'upheld' });
    expect(outcomesOf(proceedingOf(desk.file, 'judicialConfirmation'))).toEqual(['revoked']);
    await desk.gives('liu', 'annulStep', confirmation, { reason });
    expect(outcomesOf(proceedingOf(desk.file, 'judicialConfirmation'))).toEqual(['confirmed']);
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['objectionExamined', 'confirmed']);
    expect(desk.file.matters[matter(0)(desk.file).id]!.outcome).toBe('confirmed');
  });

  it('is taken back one after the other, down to the beginning', async () => {
    const desk = await assigned();
    await desk.gives('limin', 'annulStep', mediation, { reason });
    await desk.gives('limin', 'annulStep', mediation, { reason });
    expect(stateOf(desk, 'peopleMediation')).toBe('applied');
    await desk.refuses('no-step-to-annul', 'limin', 'annulStep', mediation, { reason });
  });

  it('cannot be taken back once its papers were sent to a court', async () => {
    const desk = await offered();
    const refusal = await desk.refuses('step-built-upon', 'sun', 'annulStep', mediation, { reason });
    expect(refusal.instead?.zh).toContain('校正状态');
  });

  it('cannot be taken back by another organisation', async () => {
    const desk = await agreed();
    await desk.refuses('not-allowed', 'liu', 'annulStep', mediation, { reason });
    await desk.refuses('not-allowed', 'station', 'annulStep', mediation, { reason });
  });
});

describe('a state that no other correction reaches', () => {
  it('is named by the clerk with a reason; the old record stays', async () => {
    const desk = await offered();
    await desk.gives('limin', 'rectify', mediation, { state: 'failed', reason });
    expect(stateOf(desk, 'peopleMediation')).toBe('failed');
    const [entry] = (await desk.journal()).slice(-1);
    expect(entry!.body).toMatchObject({ slotBefore: { value: 'agreed' }, slotAfter: { value: 'failed' } });
  });

  it('is refused to a mediator, and for a state the machine does not have', async () => {
    const desk = await agreed();
    await desk.refuses('not-allowed', 'sun', 'rectify', mediation, { state: 'failed', reason });
    await desk.refuses('not-a-choice', 'limin', 'rectify', mediation, { state: 'confirmed', reason });
    await desk.refuses('field-missing', 'limin', 'rectify', mediation, { state: 'failed' });
  });

  it('can be annulled like a step, and a file that was over is over again', async () => {
    const desk = await agreed();
    const seen = ['return-visit-missing'];
    await desk.gives('limin', 'closeMediation', mediation, {}, { acknowledged: seen });
    await desk.gives('limin', 'rectify', mediation, { state: 'inSession', reason });
    expect(proceedingOf(desk.file, 'peopleMediation').endedOn).toBeNull();
    await desk.gives('limin', 'annulStep', mediation, { reason });
    expect(stateOf(desk, 'peopleMediation')).toBe('closed');
    expect(proceedingOf(desk.file, 'peopleMediation').endedOn).not.toBeNull();
  });
});

describe('a case looked back at', () => {
  it('shows the date that was believed before the correction, and the corrected one after it', async () => {
    const desk = await accepted();
    await amends(desk, 'liu', 'acceptConfirmation', '2026-09-07', '2026-09-09T10:00');
    const journal = await desk.journal();
    const dueKnownAt = (knownAt: string) => {
      const then = caseFileAsOf(desk.file, journal, { on: null, knownAt });
      return clocksOf(then, desk.calendar).find(({ rule }) => rule === 'conf.review.target')?.due;
    };
    expect(dueKnownAt('2026-09-08T12:00:00+08:00')).toBe('2026-09-23');
    expect(dueKnownAt('2026-09-09T12:00:00+08:00')).toBe('2026-09-22');
  });

  it('stands on a day where its steps had brought it by then', async () => {
    const desk = await confirmed();
    const journal = await desk.journal();
    const pathOn = (on: string) =>
      Object.values(caseFileAsOf(desk.file, journal, { on, knownAt: null }).matters)[0]?.slot.value;
    expect(['2026-09-01', '2026-09-03', '2026-09-07', '2026-09-15'].map(pathOn)).toEqual([
      'inMediation',
      'settled',
      'beingConfirmed',
      'confirmed',
    ]);
  });

  it('had, by what was recorded, a step that was annulled later', async () => {
    const desk = await agreed();
    await desk.gives('sun', 'annulStep', mediation, { reason }, { at: '2026-09-10T10:00' });
    const journal = await desk.journal();
    const believed = caseFileAsOf(desk.file, journal, { on: null, knownAt: '2026-09-05T10:00:00+08:00' });
    const known = caseFileAsOf(desk.file, journal, { on: '2026-09-05', knownAt: null });
    expect(Object.values(believed.matters)[0]!.slot.value).toBe('settled');
    expect(Object.values(known.matters)[0]!.slot.value).toBe('inMediation');
  });
});
