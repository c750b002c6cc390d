import { describe, expect, it } from 'vitest';
import { cite, instruments } from '../../workflows/rules/instruments.ts';
import { triageOf, ways } from '../../workflows/triage.ts';
import { blankFacts, type TriageFacts, triageFactsOf } from '../../workflows/triage-facts.ts';
import { agreed, openedCase } from '../support/desk-stages.ts';
import { proceeding } from '../support/desk-words.ts';

const day = '2026-11-22';
const facts = (more: Partial<TriageFacts> = {}): TriageFacts => ({ ...blankFacts(day), ...more });

/** A dispute over a patent about which everything is known. */
const patent = facts({
  rightKind: 'designPatent',
  dispute: 'infringement',
  respondentKnown: 'yes',
  mediationRefused: 'no',
  mediability: 'mediable',
  arbitrationAgreement: 'no',
  suitPending: 'no',
  earlierOutcome: 'no',
  standing: 'owner',
  crimeIndicators: 'no',
  agreementInEffect: 'no',
});
const states = (asked: TriageFacts) =>
  Object.fromEntries(triageOf(asked).map(({ channel, state }) => [channel, state]));
const condition = (asked: TriageFacts, channel: string, id: string) =>
  triageOf(asked)
    .find((way) => way.channel === channel)
    ?.conditions.find((one) => one.id === id)?.judgement;

describe('a dispute of which nothing is known yet', () => {
  it('closes no way and opens none: everything depends', () => {
    expect(new Set(Object.values(states(facts())))).toEqual(new Set(['depends']));
  });

  it('says for every condition what to find out', () => {
    for (const way of triageOf(facts()))
      for (const { judgement, instead } of way.conditions) {
        expect(judgement).toBe('unknown');
        expect(instead.zh).toMatch(/\p{Script=Han}/u);
      }
  });
});

describe('a patent that is infringed', () => {
  it('may be mediated, ruled on or sued over, and not punished', () => {
    expect(states(patent)).toMatchObject({
      peopleMediation: 'open',
      adminRuling: 'open',
      adminMediation: 'open',
      litigation: 'open',
      trademarkEnforcement: 'closed',
      criminalReferral: 'closed',
      arbitration: 'closed',
      judicialConfirmation: 'closed',
    });
  });

  it('comes with the open ways first', () => {
    const order = triageOf(patent).map(({ state }) => state);
    expect(order).toEqual(
      order.toSorted((left, right) =>
        left === right ? 0 : left === 'open' ? -1 : right === 'open' ? 1 : left === 'depends' ? -1 : 1,
      ),
    );
  });

  it('has no ruling once anybody has sued', () => {
    expect(states({ ...patent, suitPending: 'yes' })).toMatchObject({ adminRuling: 'closed', litigation: 'closed' });
    expect(condition({ ...patent, suitPending: 'yes' }, 'adminRuling', 'suitPending')).toBe('missing');
  });

  it('belongs to the arbitrators where that was agreed', () => {
    expect(states({ ...patent, arbitrationAgreement: 'yes' })).toMatchObject({
      arbitration: 'open',
      litigation: 'closed',
      adminRuling: 'closed',
      peopleMediation: 'open',
    });
  });

  it('is not mediated when a side refuses, and every other way stays', () => {
    const refused = states({ ...patent, mediationRefused: 'yes' });
    expect(refused).toMatchObject({ peopleMediation: 'closed', commercialMediation: 'closed', litigation: 'open' });
  });

  it('leaves open whether an ordinary licensee may ask: authority is to be shown', () => {
    expect(condition({ ...patent, standing: 'ordinary' }, 'adminRuling', 'standing')).toBe('unknown');
    expect(states({ ...patent, standing: 'ordinary' }).adminRuling).toBe('depends');
  });
});

describe('a dispute over validity', () => {
  it('is for the CNIPA and cannot be mediated', () => {
    expect(states({ ...patent, dispute: 'validity', mediability: 'validity' })).toMatchObject({
      invalidation: 'open',
      peopleMediation: 'closed',
      adminRuling: 'closed',
    });
  });
});

describe('a settlement in effect', () => {
  it('can be confirmed, and notarised only when it is about paying', () => {
    const settled: TriageFacts = { ...patent, agreementInEffect: 'yes', agreementPays: 'no' };
    expect(states(settled)).toMatchObject({ judicialConfirmation: 'open', notarisedEnforcement: 'closed' });
    expect(states({ ...settled, agreementPays: 'yes' })).toMatchObject({
      notarisedEnforcement: 'open',
      paymentOrder: 'open',
    });
  });

  it('about who owns a right is not confirmed', () => {
    expect(states({ ...patent, dispute: 'ownership', agreementInEffect: 'yes' }).judicialConfirmation).toBe('closed');
  });
});

describe('the law on the day of the question', () => {
  const cited = (on: string) =>
    JSON.stringify(
      triageOf({ ...patent, rightKind: 'trademark', on }).find(({ channel }) => channel === 'trademarkEnforcement'),
    );

  it('is the trademark law of 2019 until the end of 2026, and the new one afterwards', () => {
    expect(cited('2026-12-31')).toContain('TM19');
    expect(cited('2026-12-31')).not.toContain('TM26');
    expect(cited('2027-01-01')).toContain('TM26');
    expect(cited('2027-01-01')).not.toContain('TM19');
  });
});

describe('the table of ways', () => {
  it('says in both languages what each takes, costs, keeps secret, is worth, closes and keeps open', () => {
    for (const way of ways) {
      const answers = [way.time, way.cost, way.confidentiality, way.enforceability, way.closes, way.keepsOpen];
      const texts = [
        way.label,
        way.what,
        ...answers.map(({ text }) => text),
        ...way.conditions.map(({ text }) => text),
      ];
      for (const { zh, en } of texts) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[A-Za-z]/);
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('cites for every count of days, and only articles that can be read', () => {
    const counted = /[一二三四五六七八九十]+个?(?:工作日|日|个月)/;
    for (const way of ways) {
      if (counted.test(way.time.text.zh)) expect(way.time.basis.length, way.channel).toBeGreaterThan(0);
      const bases = [
        way,
        way.time,
        way.cost,
        way.confidentiality,
        way.enforceability,
        way.closes,
        way.keepsOpen,
        ...way.conditions,
      ];
      for (const basis of bases.flatMap((one) => one.basis)) {
        expect(Object.keys(instruments)).toContain(basis.instrument);
        expect(cite(basis, 'en')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('the facts of a case', () => {
  const everything = () => true;

  it('are what was registered and screened, and nothing is guessed', async () => {
    const desk = await openedCase();
    const matter = Object.keys(desk.file.matters)[0]!;
    expect(triageFactsOf(desk.file, matter, day, everything)).toMatchObject({
      rightKind: 'trademark',
      dispute: 'infringement',
      respondentKnown: 'yes',
      arbitrationAgreement: 'unknown',
      crimeIndicators: 'unknown',
    });
    await desk.gives('limin', 'screenDispute', proceeding('intake'), {
      mediability: 'mediable',
      arbitrationAgreement: 'no',
      suitPending: 'unknown',
      earlierOutcome: 'no',
      standing: 'exclusive',
      crimeIndicators: ['counterfeitMark'],
    });
    expect(triageFactsOf(desk.file, matter, day, everything)).toMatchObject({
      mediability: 'mediable',
      arbitrationAgreement: 'no',
      suitPending: 'unknown',
      standing: 'exclusive',
      crimeIndicators: 'yes',
    });
  });

  it('know a settlement only for those who may read the proceeding', async () => {
    const desk = await agreed();
    const matter = Object.keys(desk.file.matters)[0]!;
    expect(triageFactsOf(desk.file, matter, day, everything)).toMatchObject({
      agreementInEffect: 'yes',
      agreementPays: 'yes',
    });
    expect(triageFactsOf(desk.file, matter, day, () => false)).toMatchObject({
      agreementInEffect: 'unknown',
      agreementPays: 'unknown',
    });
  });
});
