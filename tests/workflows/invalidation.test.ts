/** The right is attacked: what it does to a ruling, a suit, and to both at once (O81 28-29, PDR 5-7, PL 46). */
import { describe, expect, it } from 'vitest';
import { derive, ruleInForce } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import { registered, suit } from '../support/desk-court.ts';
import { attacked, defended, inEffect, partyId, ruling } from '../support/desk-ruling.ts';
import { clocksBy, pathOf, proceeding, proceedingOf, stateOf, theCase } from '../support/desk-words.ts';

const invalidation = proceeding('invalidation');
const proof = { evidence: '国家知识产权局通知书' };
const office = 'nationalIntellectualPropertyAdministration';

describe('a ruling over a design whose validity is attacked', () => {
  it('opens a proceeding beside it at the office of the State, and the path stays where it is', async () => {
    const desk = await attacked();
    expect(proceedingOf(desk.file, 'invalidation').organisation).toBe(office);
    expect(pathOf(desk)).toBe('beforeAuthority');
    await desk.gives('adjudicator', 'recordInvalidationRequest', ruling, {});
    expect(Object.values(desk.file.proceedings).filter(({ channel }) => channel === 'invalidation')).toHaveLength(1);
  });

  it('is stayed as a duty, and goes on only with an exception on record', async () => {
    const desk = await attacked();
    const party = partyId(desk.file, 'respondent');
    await desk.refuses('no-stay-asked', 'adjudicator', 'refuseStay', ruling, { reason: 'other' });
    await desk.gives('adjudicator', 'recordStayRequest', ruling, { party, reason: 'invalidity' });
    await desk.refuses('stay-owed', 'adjudicator', 'refuseStay', ruling, { reason: 'other' });
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    expect(stateOf(desk, 'adminRuling')).toBe('stayed');
  });

  it('may go on with a clean report, and a stay then warns that none is owed', async () => {
    const desk = await attacked(undefined, {}, { exception: true });
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordStayRequest', ruling, { party, reason: 'invalidity' });
    await desk.refuses('acknowledge-warnings', 'adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    await desk.gives('adjudicator', 'refuseStay', ruling, { reason: 'cleanReport' });
    expect(stateOf(desk, 'adminRuling')).toBe('filed');
  });

  it('that rests on an invention may continue', async () => {
    const desk = await attacked(undefined, { rightKind: 'inventionPatent' });
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordStayRequest', ruling, { party, reason: 'invalidity' });
    await desk.gives('adjudicator', 'refuseStay', ruling, { reason: 'invention' });
  });

  it('is stayed for invalidity only when somebody attacked the right', async () => {
    const desk = await defended();
    await desk.refuses('no-attack-on-the-right', 'adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'death' });
  });

  it('treats a second request after it went on as a new decision, no switch back', async () => {
    const desk = await attacked();
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    await desk.gives('adjudicator', 'resumeRuling', ruling, { because: '撤回无效请求' }, { at: '2026-09-20T10:00' });
    await desk.refuses('no-attack-on-the-right', 'adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordInvalidationRequest', ruling, { repeated: true });
    await desk.gives('adjudicator', 'recordStayRequest', ruling, { party, reason: 'invalidity' });
    await desk.gives('adjudicator', 'refuseStay', ruling, { reason: 'repeatRequest' });
    expect(stateOf(desk, 'adminRuling')).toBe('filed');
    await desk.refuses('no-stay-asked', 'adjudicator', 'refuseStay', ruling, { reason: 'repeatRequest' });
  });
});

describe('the office of the State', () => {
  it('has its acts recorded by the organisation beside it, each with its proof', async () => {
    const desk = await attacked();
    await desk.refuses('evidence-needed', 'adjudicator', 'acceptInvalidation', invalidation, {
      kind: 'patentInvalidation',
    });
    await desk.refuses('not-allowed', 'liu', 'acceptInvalidation', invalidation, { kind: 'patentInvalidation' }, proof);
    const wrong = { kind: 'trademarkInvalidation' };
    await desk.refuses(
      'attack-does-not-fit-the-right',
      'adjudicator',
      'acceptInvalidation',
      invalidation,
      wrong,
      proof,
    );
    await desk.gives('adjudicator', 'acceptInvalidation', invalidation, { kind: 'patentInvalidation' }, proof);
    expect(stateOf(desk, 'invalidation')).toBe('accepted');
  });

  it('decides; each party has three months to sue, and the decision in force is told to the ruling', async () => {
    const desk = await attacked();
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    await desk.gives('adjudicator', 'acceptInvalidation', invalidation, { kind: 'patentInvalidation' }, proof);
    const served = Object.keys(desk.file.parties).map((party) => ({ party, servedOn: '2026-11-30' }));
    const decision = { result: 'invalid', served };
    desk.at('2026-11-30T10:00');
    await desk.gives('adjudicator', 'decideInvalidation', invalidation, decision, proof);
    expect(clocksBy(desk, 'invalid.sue').map(({ due }) => due)).toEqual(['2027-03-01', '2027-03-01']);
    const party = partyId(desk.file, 'claimant');
    await desk.refuses(
      'no-review-of-patent-decisions',
      'adjudicator',
      'recordInvalidationReview',
      invalidation,
      { party },
      proof,
    );
    await desk.refuses('acknowledge-warnings', 'adjudicator', 'recordInvalidationEffect', invalidation, {}, proof);
    await desk.gives('adjudicator', 'recordInvalidationEffect', invalidation, {}, { ...proof, at: '2027-03-02T10:00' });
    expect(Object.values(proceedingOf(desk.file, 'invalidation').outcomes)).toEqual(['invalid']);
    const told = derive(desk.file, desk.calendar, desk.reference).tasks.filter(({ source }) => source === 'note');
    expect(told.map(({ text, role }) => [text.zh.includes('无效'), role])).toEqual([[true, 'rulingOfficer']]);
    await desk.gives('adjudicator', 'cancelRuling', ruling, { reason: 'rightInvalid' });
    expect(pathOf(desk)).toBe('unresolved');
  });

  it('is sued, and decides anew when its decision is revoked', async () => {
    const desk = await attacked();
    await desk.gives('adjudicator', 'acceptInvalidation', invalidation, { kind: 'patentInvalidation' }, proof);
    await desk.gives('adjudicator', 'decideInvalidation', invalidation, { result: 'upheld' }, proof);
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordInvalidationSuit', invalidation, { party }, proof);
    await desk.gives('adjudicator', 'recordInvalidationSuitResult', invalidation, { result: 'revoked' }, proof);
    expect(stateOf(desk, 'invalidation')).toBe('accepted');
    await desk.gives('adjudicator', 'withdrawInvalidation', invalidation, {}, proof);
    expect(stateOf(desk, 'invalidation')).toBe('withdrawn');
  });
});

describe('a suit and a ruling over the same patent', () => {
  it('both learn of an attack that became known in one of them, once each', async () => {
    const desk = await defended();
    await desk.gives('system', 'openProceeding', theCase, (c) => ({
      channel: 'litigation',
      organisation: 'zhifuCourt',
      matters: Object.keys(c.matters).map((id) => ({ id })),
    }));
    await desk.gives('adjudicator', 'recordInvalidationRequest', ruling, { upheldBefore: true });
    const told = Object.values(desk.file.facts).filter(({ type }) => type === 'recordInvalidationRequest');
    expect(told.map(({ proceeding: at, values }) => [at, values.upheldBefore])).toEqual([
      [ruling(desk.file).id, true],
      [suit(desk.file).id, true],
    ]);
  });
});

describe('a trademark suit', () => {
  it('opens the proceeding at the office too; its decision is reviewed in fifteen days and sued over in thirty', async () => {
    const desk = await registered(openDesk());
    await desk.gives('liu', 'recordInvalidationRequest', suit, {});
    await desk.gives('liu', 'acceptInvalidation', invalidation, { kind: 'cancellation' }, proof);
    const party = partyId(desk.file, 'claimant');
    const served = [{ party, servedOn: '2026-09-03' }];
    const first = { result: 'invalid', by: 'trademarkOffice', served };
    await desk.gives('liu', 'decideInvalidation', invalidation, first, proof);
    expect(clocksBy(desk, 'tminvalid.review').map(({ due }) => due)).toEqual(['2026-09-18']);
    await desk.gives('liu', 'recordInvalidationReview', invalidation, { party }, proof);
    await desk.gives('liu', 'decideInvalidation', invalidation, { ...first, by: 'reviewBoard' }, proof);
    expect(clocksBy(desk, 'tminvalid.sue').map(({ due }) => due)).toEqual(['2026-10-08']);
    expect(clocksBy(desk, 'tminvalid.review')).toEqual([]);
  });

  it('counts by the law in force when the decision arrives: the old one until the end of 2026, the new one after', () => {
    for (const id of ['tminvalid.review', 'tminvalid.sue'] as const) {
      expect(ruleInForce(id, '2026-12-31').rule.basis[0]?.instrument).toBe('TM19');
      expect(ruleInForce(id, '2027-01-01')).toMatchObject({
        rule: { basis: [{ instrument: 'TM26' }] },
        toConfirm: null,
      });
    }
  });
});

describe('a ruling in effect', () => {
  it('learns of a right that fell later, and is changed or annulled', async () => {
    const desk = await inEffect();
    await desk.gives('adjudicator', 'recordInvalidationRequest', ruling, {});
    await desk.gives('adjudicator', 'acceptInvalidation', invalidation, { kind: 'patentInvalidation' }, proof);
    await desk.gives('adjudicator', 'decideInvalidation', invalidation, { result: 'partlyInvalid' }, proof);
    await desk.gives('adjudicator', 'recordInvalidationEffect', invalidation, {}, proof);
    await desk.gives('adjudicator', 'reviseRuling', ruling, { revision: 'changed', invalidatedOn: '2026-10-20' });
    expect(stateOf(desk, 'adminRuling')).toBe('effective');
  });
});
