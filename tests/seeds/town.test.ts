import { describe, expect, it } from 'vitest';
import { inventTown, type Life, standardSize, type Town, townPeople } from '../../seeds/town/index.ts';
import { kinds, totals } from '../../seeds/town/mix.ts';
import { blankCaseFile, commands } from '../../workflows/index.ts';

const today = '2026-11-23';

function lives(town: Town): readonly Life[] {
  return Array.from({ length: town.size }, (_none, index) => town.life(index));
}

/** A life without its functions: who does what when. */
function courseOf({ id, steps }: Life): string {
  return JSON.stringify([id, steps.map(({ at, by, command }) => [at, by.id, command])]);
}

/** What its first step says. */
function openingOf({ id, steps }: Life): Readonly<Record<string, unknown>> {
  return steps[0]?.data?.(blankCaseFile(id)) ?? {};
}

const standard = lives(inventTown({ seed: '1', size: standardSize, today }));

describe('the town of a seed', () => {
  it('is the same at every telling, case by case and in whatever order', () => {
    const again = inventTown({ seed: '1', size: standardSize, today });
    for (const index of [2000, 3, 700]) expect(courseOf(again.life(index))).toBe(courseOf(standard[index]!));
  });

  it('is another one for another seed and on another day', () => {
    const told = (seed: string, day: string) => courseOf(inventTown({ seed, size: 60, today: day }).life(30));
    expect(told('2', today)).not.toBe(told('1', today));
    expect(told('1', '2026-11-20')).not.toBe(told('1', today));
  });

  it('comes in by and by over two years, none of it in the future and no step before the last', () => {
    const days = standard.map(({ steps }) => steps[0]!.at.slice(0, 10));
    expect(days[0]! < '2024-12-15').toBe(true);
    expect(days.at(-1)! > '2026-11-15').toBe(true);
    for (const { id, steps } of standard) {
      const moments = steps.map(({ at }) => at);
      expect(moments, id).toEqual(moments.toSorted());
      expect(moments.at(-1)! < today, id).toBe(true);
    }
  });

  it('knows only commands that there are', () => {
    const given = new Set(standard.flatMap(({ steps }) => steps.map(({ command }) => command)));
    expect([...given].filter((command) => commands[command] === undefined)).toEqual([]);
  });
});

describe('the mix of the town', () => {
  it('has exactly so many cases of each kind as stands in it, and 220 mediations a year', () => {
    const counted = Object.groupBy(standard, ({ kind }) => kind);
    for (const [kind, { value }] of Object.entries(kinds))
      expect(counted[kind as Life['kind']], kind).toHaveLength(value);
    const { windowMediation, stationMediation, centreMediation } = kinds;
    expect(windowMediation.value + stationMediation.value + centreMediation.value).toBe(
      2 * totals.mediationsPerYear.value,
    );
  });

  it('settles about as many mediations as the centre did', () => {
    const ended = { recordAgreement: 0, endMediation: 0 };
    for (const { kind, steps } of [...standard, ...lives(inventTown({ seed: '2', size: standardSize, today }))]) {
      if (!kind.endsWith('Mediation') || kind === 'officialMediation') continue;
      const end = steps.find(({ command }) => command in ended)?.command as keyof typeof ended | undefined;
      if (end !== undefined) ended[end] += 1;
    }
    const share = ended.recordAgreement / (ended.recordAgreement + ended.endMediation);
    expect(Math.abs(share - totals.settledShare.value)).toBeLessThan(0.04);
  });

  it('has right holders with one right against dozens of shops', () => {
    const suits = standard.filter(({ kind }) => kind === 'suit').map(openingOf);
    const byRight = Object.values(Object.groupBy(suits, ({ rightNumber }) => String(rightNumber)));
    const largest = byRight.toSorted((one, other) => other!.length - one!.length)[0]!;
    expect(largest.length).toBeGreaterThan(30);
    expect(new Set(largest.map(({ claimant }) => (claimant as { name: string }).name)).size).toBe(1);
    expect(new Set(largest.map(({ respondents }) => JSON.stringify(respondents))).size).toBeGreaterThan(
      0.9 * largest.length,
    );
  });

  it('keeps its proportions at another size, and every kind even in a small town', () => {
    const counted = Object.groupBy(lives(inventTown({ seed: '1', size: 60, today })), ({ kind }) => kind);
    expect(Object.keys(counted).toSorted()).toEqual(Object.keys(kinds).toSorted());
    expect(Math.abs(counted.suit!.length / 60 - kinds.suit.value / standardSize)).toBeLessThan(0.05);
  });

  it('says of every figure whether a source has it', () => {
    for (const { source, invented } of [...Object.values(kinds), ...Object.values(totals)]) {
      expect(source.zh).not.toBe('');
      expect(invented || /\d{4}|项目/.test(source.zh), source.zh).toBe(true);
    }
  });
});

describe('the people of the town', () => {
  it('are nobody twice, and work where the reference data know an organisation', () => {
    expect(new Set(townPeople.map(({ login }) => login)).size).toBe(townPeople.length);
    expect(new Set(townPeople.map(({ id }) => id)).size).toBe(townPeople.length);
  });

  it('call nobody who exists: every telephone is out of the blocks that are kept free', () => {
    const telephones = standard.flatMap((life) => JSON.stringify(openingOf(life)).match(/"telephone":"[^"]*"/g) ?? []);
    expect(telephones.length).toBeGreaterThan(standardSize);
    for (const telephone of telephones) expect(telephone).toMatch(/"(1380000\d{4}|0535-6000\d{3})"/);
  });
});
