import { describe, expect, it } from 'vitest';
import { channelLabels } from '../../workflows/channels/ids.ts';
import { channels } from '../../workflows/channels/index.ts';
import { documentKinds } from '../../workflows/documents/kinds.ts';
import { itemClasses } from '../../workflows/handoff/item-classes.ts';
import { type HandoffKind, handoffKinds, travelConditions } from '../../workflows/handoff/kinds.ts';
import { type Exclusion, exclusions } from '../../workflows/path/exclusions.ts';
import { type Route, routes, routesFrom } from '../../workflows/path/transitions.ts';
import type { ClockRule } from '../../workflows/rules/clock-rule.ts';
import { clockRules, ruleInForce } from '../../workflows/rules/clock-rules.ts';
import { courtNumberTypes } from '../../workflows/rules/court-numbers.ts';
import { articleInEnglish, cite, citeAll, instruments } from '../../workflows/rules/instruments.ts';
import type { Basis } from '../../workflows/rules/law.ts';
import * as reasonLists from '../../workflows/rules/reasons.ts';
import { rightKinds } from '../../workflows/rules/right-kinds.ts';
import type { Text } from '../../workflows/text.ts';
import { authorityClocks, authorityClocksSet, authorityClocksTolled, earliestSet } from '../support/law-tables.ts';

const rules = Object.entries<ClockRule>(clockRules);
const handoffs = Object.entries<HandoffKind>(handoffKinds);
const allRoutes: readonly Route[] = routes;
const allExclusions: readonly Exclusion[] = exclusions;
const everything = {
  clockRules,
  channelLabels,
  documentKinds,
  itemClasses,
  handoffKinds,
  travelConditions,
  exclusions,
  routes,
  instruments,
  rightKinds,
  courtNumberTypes,
  ...reasonLists,
};

const numbered = (letter: string, upTo: number) => Array.from({ length: upTo }, (_, index) => `${letter}${index + 1}`);

/** Every object reachable from `value` for which `is` says yes. */
function found<T>(value: unknown, is: (candidate: object) => candidate is T & object): T[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap((child) => found<T>(child, is));
  return is(value) ? [value, ...inside] : inside;
}
const isText = (value: object): value is Text => 'zh' in value && 'en' in value;
const isBasis = (value: object): value is Basis => 'instrument' in value && 'article' in value;

describe('the tables of the law', () => {
  it('hold every route T1 to T38 exactly once, in order', () => {
    expect(allRoutes.map(({ id }) => id)).toEqual(numbered('T', 38));
  });

  it('hold every exclusion F1 to F21 exactly once, in order', () => {
    expect(allExclusions.map(({ id }) => id)).toEqual(numbered('F', 21));
  });

  it('hold every kind of handoff H1 to H14 exactly once, and ours: H15 between courts to H23, commercial mediation', () => {
    expect(Object.keys(handoffKinds).sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)))).toEqual(
      numbered('H', 23),
    );
  });

  it('say everything in Chinese and in English', () => {
    const texts = found<Text>(everything, isText);
    expect(texts.length).toBeGreaterThan(300);
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('cite only instruments that are recorded, by articles that can be read in both languages', () => {
    const bases = found<Basis>(everything, isBasis);
    expect(bases.length).toBeGreaterThan(150);
    for (const basis of bases) {
      expect(Object.keys(instruments)).toContain(basis.instrument);
      const bare = cite(basis, 'zh').replaceAll(/（[^（）]*待核实）/g, '');
      expect(bare).toBe(`《${instruments[basis.instrument].name.zh}》${basis.article}`);
      expect(cite(basis, 'en')).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('record no instrument twice and none that ends before it begins', () => {
    const rows = Object.values(instruments);
    expect(new Set(rows.map(({ name }) => name.zh)).size).toBe(rows.length);
    for (const { effectiveFrom, effectiveTo } of rows)
      if (effectiveFrom !== null && effectiveTo !== null) expect(effectiveFrom <= effectiveTo).toBe(true);
  });

  it('let the old trademark law end on the eve of the new one', () => {
    expect(instruments.TM19.effectiveTo).toBe('2026-12-31');
    expect(instruments.TM26.effectiveFrom).toBe('2027-01-01');
  });
});

describe('a citation', () => {
  it.each([
    ['第十七条', 'art. 17'],
    ['第二百零五条', 'art. 205'],
    ['第三百五十五条(五)', 'art. 355(5)'],
    ['第五条第二款', 'art. 5 para. 2'],
    ['第一百条', 'art. 100'],
    ['第十条、第二十一条', 'arts. 10, 21'],
    ['第五十三条至第五十七条', 'arts. 53–57'],
  ])('reads %s as %s', (zh, en) => {
    expect(articleInEnglish(zh)).toBe(en);
  });

  it('is written as people write it, in either language', () => {
    const basis = { instrument: 'PML', article: '第十七条' } as const;
    expect(cite(basis, 'zh')).toBe('《人民调解法》第十七条');
    expect(cite(basis, 'en')).toBe("People's Mediation Law art. 17");
    expect(citeAll([basis, { instrument: 'CPL', article: '第八十六条' }], 'en')).toBe(
      "People's Mediation Law art. 17; Civil Procedure Law art. 86",
    );
  });

  it('refuses an article that is not written in the way of our tables', () => {
    expect(() => articleInEnglish('第17条')).toThrow('第17条');
  });
});

describe('the clocks', () => {
  /** As in the reading notes: id, amount, unit, kind, where it was read. */
  const expected = [
    ['pm.term', 1, 'month', 'guideline', 'secondary'],
    ['online.org_confirm', 3, 'workingDay', 'statutory', 'text'],
    ['agency.ratify', 30, 'calendarDay', 'statutory', 'text'],
    ['lit.prefiling_preservation.sue', 30, 'calendarDay', 'statutory', 'text'],
    ['lit.restore_period', 10, 'calendarDay', 'statutory', 'text'],
    ['conf.apply', 30, 'calendarDay', 'statutory', 'text'],
    ['conf.accept', 3, 'calendarDay', 'statutory', 'text'],
    ['conf.review.target', 15, 'calendarDay', 'target', 'text'],
    ['conf.review.max', 30, 'calendarDay', 'statutory', 'text'],
    ['conf.objection.party', 15, 'calendarDay', 'statutory', 'text'],
    ['conf.objection.third', 6, 'month', 'statutory', 'text'],
    ['enf.apply', 2, 'year', 'statutory', 'text'],
    ['med.delegated.term', 30, 'calendarDay', 'statutory', 'text'],
    ['med.entrusted.ordinary', 15, 'calendarDay', 'statutory', 'secondary'],
    ['med.entrusted.summary', 7, 'calendarDay', 'statutory', 'secondary'],
    ['online.choose_mediator', 2, 'workingDay', 'statutory', 'text'],
    ['online.court_designate', 3, 'workingDay', 'statutory', 'text'],
    ['online.contact_respondent', 3, 'workingDay', 'statutory', 'text'],
    ['lit.register', 7, 'calendarDay', 'statutory', 'text'],
    ['lit.serve_complaint', 5, 'calendarDay', 'statutory', 'text'],
    ['lit.defence', 15, 'calendarDay', 'statutory', 'text'],
    ['lit.defence.abroad', 30, 'calendarDay', 'statutory', 'text'],
    ['lit.ordinary', 6, 'month', 'statutory', 'text'],
    ['lit.summary', 3, 'month', 'statutory', 'text'],
    ['lit.appeal.judgment', 15, 'calendarDay', 'statutory', 'text'],
    ['lit.appeal.judgment.abroad', 30, 'calendarDay', 'statutory', 'text'],
    ['lit.appeal.ruling', 10, 'calendarDay', 'statutory', 'text'],
    ['lit.retrial', 6, 'month', 'statutory', 'text'],
    ['lit.notice_service', 30, 'calendarDay', 'waitingPeriod', 'text'],
    ['lit.notice_service.abroad', 60, 'calendarDay', 'waitingPeriod', 'text'],
    ['lit.prefiling_preservation.rule', 48, 'hour', 'statutory', 'text'],
    ['ti.disclose', 3, 'calendarDay', 'statutory', 'text'],
    ['lim.general', 3, 'year', 'statutory', 'text'],
    ['lim.max', 20, 'year', 'statutory', 'text'],
    ['lim.suspension_tail', 6, 'month', 'statutory', 'text'],
    ['lit.noninfringement.received', 1, 'month', 'waitingPeriod', 'text'],
    ['lit.noninfringement.sent', 2, 'month', 'waitingPeriod', 'text'],
    ['lit.thirdparty.revoke', 6, 'month', 'statutory', 'text'],
    ['tm.penalty.file', 15, 'workingDay', 'statutory', 'secondary'],
    ['tm.penalty.decide', 90, 'calendarDay', 'statutory', 'secondary'],
    ['crim.approve', 3, 'calendarDay', 'statutory', 'text'],
    ['crim.transfer', 24, 'hour', 'statutory', 'text'],
    ['crim.examine', 3, 'calendarDay', 'statutory', 'text'],
    ['crim.forward', 24, 'hour', 'statutory', 'text'],
    ['crim.supplement.ask', 24, 'hour', 'statutory', 'text'],
    ['crim.reconsider', 3, 'calendarDay', 'statutory', 'text'],
    ['crim.reconsider.decide', 3, 'calendarDay', 'statutory', 'text'],
    ['crim.handover', 3, 'calendarDay', 'statutory', 'text'],
    ['ecom.counter', 15, 'calendarDay', 'waitingPeriod', 'text'],
    ['customs.apply', 3, 'workingDay', 'statutory', 'text'],
    ['customs.investigate', 30, 'workingDay', 'statutory', 'text'],
    ['customs.court20', 20, 'workingDay', 'statutory', 'text'],
    ['customs.court50', 50, 'workingDay', 'statutory', 'text'],
    ['exhib.pass', 24, 'hour', 'guideline', 'secondary'],
    ['exhib.reply', 24, 'hour', 'guideline', 'secondary'],
    // Beside the notes: what follows in the same articles, and what the penalty law adds.
    ['crim.supplement.give', 3, 'calendarDay', 'statutory', 'text'],
    ['crim.supervise', 3, 'calendarDay', 'statutory', 'text'],
    ['tm.measure', 30, 'calendarDay', 'statutory', 'text'],
    ['tm.evidence.hold', 7, 'workingDay', 'statutory', 'text'],
    ['tm.hearing.request', 5, 'workingDay', 'statutory', 'text'],
    ['tm.penalty.serve', 7, 'workingDay', 'statutory', 'text'],
    ['tm.penalty.publish', 20, 'workingDay', 'statutory', 'memory'],
    ['tm.penalty.pay', 15, 'calendarDay', 'statutory', 'text'],
    ['tm.penalty.reconsider', 60, 'calendarDay', 'statutory', 'text'],
    ['tm.penalty.sue', 6, 'month', 'statutory', 'text'],
    ['arb.accept', 5, 'calendarDay', 'statutory', 'text'],
    ['arb.adhoc.record', 3, 'workingDay', 'statutory', 'text'],
    ['arb.correct', 30, 'calendarDay', 'statutory', 'text'],
    ['arb.setaside', 3, 'month', 'statutory', 'text'],
    ['arb.setaside.old', 6, 'month', 'statutory', 'text'],
    ['arb.setaside.rule', 2, 'month', 'statutory', 'text'],
    ['arb.nonenforce', 15, 'calendarDay', 'statutory', 'text'],
    ['arb.nonenforce.third', 30, 'calendarDay', 'statutory', 'text'],
    ['enf.notarised', 2, 'year', 'statutory', 'text'],
    ['enf.notarised.nonenforce', 15, 'calendarDay', 'statutory', 'text'],
    ['enf.objection', 15, 'calendarDay', 'statutory', 'text'],
    ['enf.review', 10, 'calendarDay', 'statutory', 'text'],
    ['enf.nonenforce.rule', 2, 'month', 'statutory', 'text'],
    ['order.accept', 5, 'calendarDay', 'statutory', 'text'],
    ['order.issue', 15, 'calendarDay', 'statutory', 'text'],
    ['order.objection', 15, 'calendarDay', 'statutory', 'text'],
    ['lit.appeal.jurisdiction', 30, 'calendarDay', 'statutory', 'text'],
    ['enf.end_for_now', 3, 'month', 'waitingPeriod', 'secondary'],
    ...authorityClocks,
  ] as const;

  /** The court or the institution names the day, or an institution's rules the term: no number stands in the table. */
  const setByOthers = [
    'conf.supplement',
    'lit.correction',
    'crim.opinion.reply',
    'platform.opinion',
    'exhib.handover',
    'exhib.department_reply',
    'opinion.reply',
    'arb.supplement',
    'arb.remit',
    'arb.rules.answer',
    'arb.rules.tribunal',
    'arb.rules.award',
  ];

  it.each(expected)('%s runs %d %s, as the notes say', (id, amount, unit, kind, verified) => {
    expect(clockRules[id]).toMatchObject({ amount, unit, kind, verified });
  });

  it('are exactly those of the notes and those that others set themselves', () => {
    const known = [...expected.map(([id]) => id), ...setByOthers, ...authorityClocksSet];
    expect(Object.keys(clockRules).sort()).toEqual(known.sort());
  });

  it.each(rules)('%s carries an article and a source', (_, rule) => {
    expect(rule.basis.length).toBeGreaterThan(0);
    for (const basis of rule.basis) expect(basis.article).not.toBe('');
    expect(rule.source).not.toBe('');
  });

  it('run for a number of days, or as another body set it, of which the law may name the earliest', () => {
    for (const [id, { amount, dueOn, termInFact }] of rules)
      expect(amount === 0 || id === earliestSet, id).toBe(dueOn !== undefined || termInFact === true);
  });

  it('are tolled only where the notes give them an interval that is not counted', () => {
    const tolled = rules.filter(([, rule]) => rule.tolledBy.length > 0).map(([id]) => id);
    const notes = [
      'arb.rules.award',
      'arb.setaside.rule',
      'lit.ordinary',
      'lit.summary',
      'med.delegated.term',
      'tm.measure',
      'tm.penalty.decide',
    ];
    expect(tolled.sort()).toEqual([...notes, ...authorityClocksTolled].sort());
  });

  it('move nothing by themselves, except the referral that an organisation left unanswered', () => {
    const lapsing = rules.filter(([, rule]) => rule.onExpiry.does === 'lapses').map(([id]) => id);
    expect(lapsing).toEqual(['online.org_confirm']);
  });

  it("let the court president add ten days to the review's target and any number to its limit", () => {
    expect(clockRules['conf.review.target'].extendedAtMost).toBe(10);
    expect(clockRules['conf.review.max']).not.toHaveProperty('extendedAtMost');
  });

  it('answer with the row in force, and mark the nearest one for a date no row covers', () => {
    expect(ruleInForce('conf.apply', '2026-11-22')).toEqual({ rule: clockRules['conf.apply'], toConfirm: null });
    expect(ruleInForce('conf.apply', '2024-01-01').toConfirm).toBeNull();
    const old = ruleInForce('conf.apply', '2023-12-31');
    expect(old.rule).toBe(clockRules['conf.apply']);
    expect(old.toConfirm?.zh).toBe('适用旧法待核实');
  });
});

describe('the routes', () => {
  it('join known channels and name known handoffs that can open or serve the target', () => {
    for (const route of allRoutes) {
      for (const channel of [...route.from, ...route.to]) expect(Object.keys(channelLabels)).toContain(channel);
      const opens = route.handoff === null ? null : handoffKinds[route.handoff].opens;
      // H5 also carries what goes to commercial mediation; every other kind that names a channel names one of the route's.
      if (opens !== null) expect(route.to).toContain(opens);
    }
  });

  it('cite an instrument each', () => {
    for (const route of allRoutes) expect(route.basis.length).toBeGreaterThan(0);
  });

  it('lead out of every channel offered, from intake to both kinds of mediation first', () => {
    for (const channel of channels) expect(routesFrom(channel.id).length).toBeGreaterThan(0);
    expect(routesFrom('intake')[0]).toMatchObject({ id: 'T1', to: ['peopleMediation', 'commercialMediation'] });
  });

  it('carry a confirmation by the filing of the parties', () => {
    const confirmation = allRoutes
      .filter(({ to }) => to.includes('judicialConfirmation'))
      .filter(({ id }) => id !== 'T36');
    expect(confirmation.map(({ id, handoff }) => [id, handoff])).toEqual([
      ['T9', 'H4'],
      ['T10', 'H4'],
    ]);
  });
});

describe('the exclusions', () => {
  it('block what is ours and only warn of what a court decides', () => {
    const by = (body: string) => allExclusions.filter(({ decidedBy }) => decidedBy === body).map(({ id }) => id);
    expect(by('us')).toEqual(['F1', 'F4', 'F10', 'F11', 'F12', 'F13', 'F14', 'F17', 'F18', 'F19', 'F21']);
    expect(by('receiver')).toEqual(['F2', 'F3', 'F5', 'F6', 'F7', 'F8', 'F9', 'F15', 'F16', 'F20']);
  });

  it('touch at least one channel and cite an instrument each', () => {
    for (const exclusion of allExclusions) {
      expect(exclusion.touches.length).toBeGreaterThan(0);
      expect(exclusion.basis.length).toBeGreaterThan(0);
    }
  });
});

describe('the kinds of handoff', () => {
  it('say why, and by which article, where sending back is not allowed', () => {
    for (const [, kind] of handoffs) {
      expect(kind.returnRefusedBecause === null).toBe(kind.mayReturnFor.length > 0);
      expect(kind.returnBasis.length).toBeGreaterThan(0);
    }
  });

  it('let police, authorities and courts send nothing back that they must handle', () => {
    for (const id of ['H4', 'H7', 'H8', 'H10', 'H15', 'H16', 'H21'] as const)
      expect(handoffKinds[id].mayReturnFor).toEqual([]);
  });

  it('move custody only where a proceeding opens or changes hands', () => {
    for (const [, kind] of handoffs) {
      expect(kind.custodyMovesOn === 'never').toBe(kind.effect === 'supports' || kind.effect === 'copies');
    }
  });

  it('lapse only by a clock', () => {
    for (const [, kind] of handoffs) if (kind.onSilence.does === 'lapses') expect(kind.onSilence.clock).not.toBeNull();
  });

  it('never let papers from inside a mediation travel', () => {
    for (const [, kind] of handoffs) expect(kind.allowedClasses).not.toContain('processPrivate');
  });

  it("give the report and the answer to the court's inquiry to courts only", () => {
    for (const [, kind] of handoffs) {
      const forCourts = kind.allowedClasses.some((one) => one === 'processReport' || one === 'courtInquiryAnswer');
      if (forCourts) expect(kind.to).toEqual(['court']);
    }
  });

  it('use every condition that is named', () => {
    const used = new Set(handoffs.flatMap(([, kind]) => kind.mustTravel.map(({ onlyIf }) => onlyIf)));
    for (const condition of Object.keys(travelConditions)) expect([...used]).toContain(condition);
  });

  it('send with an application for confirmation what article 354 asks for', () => {
    expect(handoffKinds.H4.mustTravel.map(({ document }) => document)).toEqual([
      'confirmationApplication',
      'mediationAgreement',
      'oralAgreementRegister',
      'mediationProof',
      'identityDocument',
      'addressConfirmation',
      'powerOfAttorney',
      'propertyRightProof',
    ]);
  });
});

describe('the closed lists of reasons', () => {
  it('have the lengths of their articles', () => {
    expect(Object.keys(reasonLists.mediationEndReasons)).toHaveLength(8);
    expect(Object.keys(reasonLists.nonAcceptanceReasons)).toHaveLength(5);
    expect(Object.keys(reasonLists.rejectionReasons)).toHaveLength(6);
    expect(Object.keys(reasonLists.statementLevels)).toEqual(['0', '1', '2']);
  });

  it('cite the items of their articles in order', () => {
    const articles = Object.values(reasonLists.nonAcceptanceReasons).map(({ basis }) => basis[0]?.article);
    expect(articles).toEqual(['一', '二', '三', '四', '五'].map((item) => `第三百五十五条(${item})`));
  });
});
