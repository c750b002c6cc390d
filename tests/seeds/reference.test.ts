import { describe, expect, it } from 'vitest';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { yantaiOrganisations } from '../../seeds/reference/organisations.ts';
import type { RightKind } from '../../workflows/reference.ts';
import { parseCourtNumber } from '../../workflows/rules/court-numbers.ts';
import { type ConfirmationQuestion, proposeConfirmationCourts } from '../../workflows/rules/jurisdiction.ts';
import { rightKinds } from '../../workflows/rules/right-kinds.ts';

const reference = yantaiReference();
const organisations = yantaiOrganisations();

describe('the organisations of Yantai', () => {
  it('have one id each, both languages, a source and a parent that exists', () => {
    expect(Object.keys(reference.organisations)).toHaveLength(organisations.length);
    for (const row of organisations) {
      expect(row.name.zh).toMatch(/\p{Script=Han}/u);
      expect(row.name.en).not.toMatch(/\p{Script=Han}/u);
      expect(row.shortName.zh).not.toBe('');
      expect(row.shortName.en).not.toBe('');
      expect(row.source).not.toBe('');
      if (row.parent !== null) expect(reference.organisations).toHaveProperty(row.parent);
    }
  });

  it('are on the system only at the city centre, the committee with its stations, and the Zhifu court', () => {
    const on = organisations.filter((row) => row.onSystem);
    expect(on.filter((row) => row.kind !== 'peopleMediationCommittee').map((row) => row.id)).toEqual([
      'yantaiProtectionCentre',
      'zhifuCourt',
    ]);
    expect(on.filter((row) => row.parent === 'yantaiMediationCommittee')).toHaveLength(11);
  });

  it('carry court codes that are read in a case number, and only courts carry them', () => {
    for (const row of organisations) {
      expect(row.courtCode !== null).toBe(row.kind === 'court');
      if (row.courtCode !== null)
        expect(parseCourtNumber(`（2026）${row.courtCode}民初1号`)).toMatchObject({
          ok: true,
          courtCode: row.courtCode,
        });
    }
  });

  it('name the courts as their papers do', () => {
    expect(reference.organisations.zhifuCourt?.name.zh).toBe('烟台市芝罘区人民法院');
    expect(reference.organisations.zhaoyuanCourt?.name.zh).toBe('招远市人民法院');
    expect(reference.organisations.penglaiCourt).toMatchObject({ courtCode: '鲁0614', division: '370614' });
    expect(organisations.filter((row) => row.kind === 'court')).toHaveLength(15);
  });

  it('do not pretend to know the codes of the two zone courts', () => {
    expect(reference.organisations.developmentZoneCourt?.verified).toBe('memory');
    expect(reference.organisations.highTechZoneCourt?.verified).toBe('memory');
  });
});

describe('the reference as a value', () => {
  it('has the same version each time it is built, and no officers of its own', () => {
    expect(yantaiReference()).toEqual(reference);
    expect(reference.version).toMatch(/^yantai-[0-9a-f]{12}$/);
    expect(reference.officers).toEqual({});
  });

  it('says for every day from 2016 which type code a confirmation carries', () => {
    const on = (day: string) =>
      reference.policies.filter(
        (row) =>
          row.id === 'court.confirmationNumberType' && (row.from ?? '') <= day && (row.to === null || day <= row.to),
      );
    expect(on('2021-12-31').map((row) => row.value)).toEqual(['民特']);
    expect(on('2022-01-01').map((row) => row.value)).toEqual(['诉前调确']);
    expect(on('2026-11-22')[0]?.toConfirm).toBe(true);
  });

  it('names only courts it holds as competent', () => {
    for (const row of reference.jurisdiction) expect(reference.organisations[row.court]?.kind).toBe('court');
  });
});

describe('the court proposed for a confirmation', () => {
  const question = (rightKind: RightKind, more: Partial<ConfirmationQuestion> = {}): ConfirmationQuestion => ({
    rightKind,
    partyDivisions: ['370602'],
    committeeDivision: '370600',
    invitedByCourt: null,
    acceptedOn: '2026-11-22',
    ...more,
  });
  const proposed = (...given: Parameters<typeof question>) => proposeConfirmationCourts(question(...given), reference);

  it('is the court that invited the mediation, and no other', () => {
    expect(proposed('inventionPatent', { invitedByCourt: 'laishanCourt' })).toMatchObject([
      { court: 'laishanCourt', basis: [{ instrument: 'CPL', article: '第二百零五条(一)' }], toConfirm: false },
    ]);
  });

  it.each(['inventionPatent', 'utilityModel', 'software', 'plantVariety', 'layoutDesign', 'antitrust'] as const)(
    'is the Qingdao tribunal for %s',
    (rightKind) => {
      expect(proposed(rightKind).map(({ court }) => court)).toEqual(['qingdaoIpTribunal']);
    },
  );

  it.each(['designPatent', 'wellKnownMark'] as const)('is the Yantai intermediate court for %s', (rightKind) => {
    expect(proposed(rightKind).map(({ court }) => court)).toEqual(['yantaiIntermediateCourt']);
  });

  it('is for a trademark the competent basic court at the party first, and every one of them to be confirmed', () => {
    const courts = proposed('trademark');
    expect(courts.map(({ court }) => court)).toEqual([
      'zhifuCourt',
      'highTechZoneCourt',
      'developmentZoneCourt',
      'zhaoyuanCourt',
    ]);
    expect(courts.every(({ toConfirm }) => toConfirm)).toBe(true);
    expect(courts[0]?.rule.zh).toContain('当事人住所地');
  });

  it('may be the basic court at the place of the station that mediated', () => {
    const [first] = proposed('copyright', { partyDivisions: ['440300'], committeeDivision: '370685' });
    expect(first?.court).toBe('zhaoyuanCourt');
    expect(first?.rule.zh).toContain('调解组织所在地');
  });

  it('stays open between the four courts when no place fits', () => {
    const courts = proposed('trademark', { partyDivisions: ['370687'], committeeDivision: null });
    expect(courts).toHaveLength(4);
    for (const { rule, toConfirm } of courts) {
      expect(rule.zh).toContain('待核实');
      expect(toConfirm).toBe(true);
    }
  });

  it('follows the older table for what was accepted before October 2025', () => {
    expect(proposed('trademark', { acceptedOn: '2025-09-30' })[0]).toMatchObject({
      court: 'zhifuCourt',
      toConfirm: false,
    });
    expect(proposed('trademark', { acceptedOn: '2022-04-30' }).map(({ court }) => court)).toEqual([
      'zhifuCourt',
      'highTechZoneCourt',
    ]);
  });

  it('offers both levels for a trade secret, whose kind decides', () => {
    const courts = proposed('tradeSecret').map(({ court }) => court);
    expect(courts[0]).toBe('qingdaoIpTribunal');
    expect(courts).toContain('zhifuCourt');
  });

  it('exists for every kind of right', () => {
    // The keys of the table are exactly the kinds of right.
    for (const rightKind of Object.keys(rightKinds) as RightKind[])
      expect(proposed(rightKind).length).toBeGreaterThan(0);
  });
});
