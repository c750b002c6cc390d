/** Rules of the reading notes (§8, §10, §11) that the tables of the law keep, each by its sentence. */
import { describe, expect, it } from 'vitest';
import { type ClockRuleId, clockRules, commands, exclusions, kit, routes, ruleInForce } from '../../workflows/index.ts';
import type { ClockRule } from '../../workflows/rules/clock-rule.ts';
import { cite, instruments, isToVerify } from '../../workflows/rules/instruments.ts';
import type { Basis } from '../../workflows/rules/law.ts';
import { rightKinds } from '../../workflows/rules/right-kinds.ts';
import { crimeReported, enforcement } from '../support/desk-penalty.ts';
import { clocksBy } from '../support/desk-words.ts';
import { sourcesIn } from '../support/sources.ts';

const rules = Object.entries<ClockRule>(clockRules);

describe('§8.7, §10.17 A term that nothing tolls', () => {
  it.each([
    'lit.appeal.judgment',
    'lit.appeal.ruling',
    'conf.apply',
    'conf.objection.party',
    'ruling.sue',
    'arb.setaside',
    'lim.general',
    'lit.register',
  ])('%s loses no days to any interval', (id) => {
    expect(clockRules[id as keyof typeof clockRules].tolledBy).toEqual([]);
  });
});

describe('§8.8 A term in hours', () => {
  /** Each term in hours with the commands that start it. */
  const startedBy: Readonly<Record<string, readonly string[]>> = {
    'lit.prefiling_preservation.rule': ['recordPreservation'],
    'crim.transfer': ['decideTransfer'],
    'crim.supplement.ask': ['receiveHandoff', 'acceptHandoff'],
    'crim.forward': ['findNoJurisdiction'],
    'exhib.pass': ['checkExhibitionPapers'],
    'exhib.reply': ['notifyExhibitor'],
    'exhib.department_reply': ['setExhibitionReplyPeriod'],
  };

  it('starts from commands that are told the minute, every one of them', () => {
    const inHours = rules.filter(([, { unit }]) => unit === 'hour').map(([id]) => id);
    expect(inHours.toSorted()).toEqual(Object.keys(startedBy).toSorted());
    const told = Object.entries(startedBy).flatMap(([id, types]) =>
      types.map((type) => [id, type, commands[type]?.occurredOn?.precision]),
    );
    expect(told.filter(([, , precision]) => precision !== 'minute')).toEqual([]);
  });

  it('has no last moment while only the day is known, says that the minute is needed, and is counted once it is told', async () => {
    const counted = async (occurredOn: string) => {
      const desk = await crimeReported();
      const more = { at: '2026-09-08T18:00', occurredOn };
      await desk.gives('officer', 'decideTransfer', enforcement, { approved: true }, more);
      const [clock] = clocksBy(desk, 'crim.transfer');
      return [clock?.due, clock?.steps.some(({ reason }) => reason === 'minuteNeeded')];
    };
    expect(await counted('2026-09-08')).toEqual([null, true]);
    expect(await counted('2026-09-08T10:20')).toEqual(['2026-09-09T11:00', false]);
  });
});

describe('§8.9 The kinds of time limits', () => {
  it('are five, each used, and what exhibitions are told is a guideline', () => {
    const kinds = new Set(rules.map(([, { kind }]) => kind));
    expect([...kinds].sort()).toEqual(['guideline', 'leadTime', 'statutory', 'target', 'waitingPeriod']);
    for (const id of ['exhib.pass', 'exhib.reply'] as const) expect(clockRules[id].kind, id).toBe('guideline');
  });
});

describe('§10.8 Which version of a rule applies', () => {
  it('is said by every clock: the act, filing, acceptance, service, award, or effect of the agreement', () => {
    const known = ['act', 'filing', 'acceptance', 'service', 'award', 'effectOfAgreement'];
    expect(rules.filter(([, { appliesBy }]) => !known.includes(appliesBy)).map(([id]) => id)).toEqual([]);
    expect(new Set(rules.map(([, { appliesBy }]) => appliesBy)).size).toBeGreaterThan(4);
    for (const [id, { effectiveFrom }] of rules) {
      if (effectiveFrom === null) continue;
      const before = Temporal.PlainDate.from(effectiveFrom).subtract({ days: 1 }).toString();
      const [earlier, now] = [before, effectiveFrom].map((day) => ruleInForce(id as ClockRuleId, day));
      expect([now?.rule.effectiveFrom, now?.toConfirm], id).toEqual([effectiveFrom, null]);
      // The day before, an earlier row answers, or the nearest one with the mark that its law is to be confirmed.
      expect(earlier?.rule.effectiveFrom === effectiveFrom ? earlier.toConfirm : null, id).toEqual(
        earlier?.rule.effectiveFrom === effectiveFrom ? expect.objectContaining({ zh: '适用旧法待核实' }) : null,
      );
    }
  });
});

describe('§10.11 The regulations on commercial mediation', () => {
  it('are cited without an order number: the sources do not agree on one', () => {
    expect(instruments.CMR.number).toBeNull();
    expect(
      sourcesIn('workflows', 'server')
        .filter(({ text }) => /第827号|No\. 827/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('§10.12, §11.2 The provincial measures that were not read', () => {
  it('are cited as a whole, never by an article, and marked', () => {
    const bases = [
      ...rules,
      ...routes.map((one) => [one.id, one] as const),
      ...exclusions.map((one) => [one.id, one] as const),
    ];
    const cited = [
      ...bases.flatMap(([, { basis }]): readonly Basis[] => basis),
      ...Object.values(commands).flatMap(({ requires }) => requires.flatMap(({ basis }): readonly Basis[] => basis)),
    ].filter(({ instrument }) => instrument === 'O352');
    expect(cited.length).toBeGreaterThan(1);
    expect(cited.map(({ article }) => article).filter((article) => article !== '')).toEqual([]);
    expect(cited.filter((basis) => !cite(basis, 'zh').endsWith('（待核实）'))).toEqual([]);
    expect([instruments.O352.verified, instruments.O363.verified, instruments.JUR25.verified]).toEqual(
      Array(3).fill('secondary'),
    );
  });

  it('set no clock for a mediation under the general measures', () => {
    const cited = rules.filter(([, { basis }]) => basis.some(({ instrument }) => (instrument as string) === 'O363'));
    expect(cited.map(([id]) => id)).toEqual([]);
    const states = kit.describe('generalAdminMediation').states.flatMap(({ meta }) => meta.clocks);
    expect(states.filter((id) => id.startsWith('admed.'))).toEqual([]);
  });
});

describe('§11.11 The texts that could not be read', () => {
  /** Nothing of them was read but, of the general measures, the articles that are listed as read. */
  const isUnread = (basis: Basis) => ['O352', 'O363', 'JUR25'].includes(basis.instrument) && isToVerify(basis);

  it('set no day of any clock', () => {
    expect(rules.filter(([, { basis }]) => basis.some(isUnread)).map(([id]) => id)).toEqual([]);
  });

  it('refuse nothing: a refusal that cites one rests on a law that was read too', () => {
    const blocking = Object.values(commands).flatMap(({ type, requires }) =>
      requires.filter(({ effect }) => effect === 'blocks').map((rule) => ({ type, ...rule })),
    );
    const citing = blocking.filter(({ basis }) => basis.some(isUnread));
    expect(citing.map(({ code }) => code)).toContain('no-repeated-infringement');
    expect(citing.filter(({ basis }) => basis.every(isToVerify)).map(({ type, code }) => [type, code])).toEqual([]);
  });
});

describe('§10.14 The kinds of right', () => {
  it('are carried as data, each with label, court and the authorities that may take it', () => {
    expect(Object.keys(rightKinds)).toEqual([
      'inventionPatent',
      'utilityModel',
      'designPatent',
      'trademark',
      'wellKnownMark',
      'copyright',
      'software',
      'geographicalIndication',
      'plantVariety',
      'layoutDesign',
      'tradeSecret',
      'unfairCompetition',
      'dataRegistration',
      'antitrust',
      'contract',
    ]);
    for (const [id, { basis, label, firstInstance, administrative }] of Object.entries(rightKinds)) {
      expect([basis.length > 0, label.zh !== '', Array.isArray(administrative)], id).toEqual([true, true, true]);
      expect(['technical', 'intermediate', 'basic', 'technicalOrBasic'], id).toContain(firstInstance);
    }
    expect([rightKinds.inventionPatent.firstInstance, rightKinds.designPatent.firstInstance]).toEqual([
      'technical',
      'intermediate',
    ]);
  });

  it('lead to mediation by the patent department for patents, and under the general measures for the rest', () => {
    const mediations = Object.entries(rightKinds).map(([id, { administrative }]) => [
      id,
      administrative.filter((channel) => channel.endsWith('Mediation')).join(),
    ]);
    const found = Object.fromEntries(mediations);
    for (const id of ['inventionPatent', 'utilityModel', 'designPatent']) expect(found[id]).toBe('adminMediation');
    for (const id of ['trademark', 'copyright', 'tradeSecret', 'unfairCompetition'])
      expect(found[id]).toBe('generalAdminMediation');
  });
});

describe('§10.10 The figures of others', () => {
  it('are never computed here: no rule and no command speaks of appeals accepted or of satisfaction', () => {
    const labels = Object.values(commands).flatMap(({ label, fields }) => [
      label.zh,
      ...Object.values(fields).map((field) => field.label.zh),
    ]);
    expect(labels.filter((label) => /满意度|服判息诉率/.test(label))).toEqual([]);
  });
});

describe('§10.13, §11.10 The three days to tell of a technical investigator', () => {
  it('run in a suit and not at a department', () => {
    const clocksIn = (machine: string) => kit.describe(machine).states.flatMap(({ meta }) => meta.clocks);
    expect(clocksIn('litigation')).toContain('ti.disclose');
    expect(clocksIn('adminRuling')).not.toContain('ti.disclose');
  });
});
