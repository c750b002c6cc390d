import { describe, expect, it } from 'vitest';
import { withElsewhere } from '../../seeds/reference/elsewhere.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { type CompetenceQuestion, competentBodies, isInTown } from '../../workflows/rules/competence.ts';
import { competenceRules } from '../../workflows/rules/competence-rules.ts';
import { cite, instruments } from '../../workflows/rules/instruments.ts';
import { openedCase } from '../support/desk-stages.ts';
import { proceeding } from '../support/desk-words.ts';

const reference = withElsewhere(yantaiReference());

const asked = (more: Partial<CompetenceQuestion>): CompetenceQuestion => ({
  channel: 'litigation',
  rightKind: 'trademark',
  dispute: 'infringement',
  divisions: [],
  acceptedOn: '2026-11-22',
  ...more,
});
const bodies = (more: Partial<CompetenceQuestion>) => competentBodies(asked(more), reference);
const ids = (more: Partial<CompetenceQuestion>) => bodies(more).map(({ organisation }) => organisation);

describe('the court for a suit', () => {
  it.each(['inventionPatent', 'utilityModel', 'software', 'plantVariety', 'layoutDesign', 'antitrust'] as const)(
    'is the tribunal in Qingdao for %s, by article 1 of the rules on jurisdiction',
    (rightKind) => {
      expect(bodies({ rightKind })).toMatchObject([
        { organisation: 'qingdaoIpTribunal', basis: [{ instrument: 'JUR', article: '第一条' }], toConfirm: false },
      ]);
    },
  );

  it('is the intermediate court for a design patent, by article 2', () => {
    expect(bodies({ rightKind: 'designPatent' })).toMatchObject([
      { organisation: 'yantaiIntermediateCourt', basis: [{ instrument: 'JUR', article: '第二条' }] },
    ]);
  });

  it('is one of four basic courts for a trademark accepted since October 2025, all to be confirmed', () => {
    const found = bodies({});
    expect(found).toHaveLength(4);
    for (const { toConfirm, basis, rule } of found) {
      expect(toConfirm).toBe(true);
      expect(basis).toContainEqual({ instrument: 'JUR25', article: '' });
      expect(rule.zh).toContain('待核实');
    }
  });

  it('follows the older table when the court accepted before that day', () => {
    const [first] = bodies({ acceptedOn: '2025-09-30', divisions: ['370602'] });
    expect(first).toMatchObject({ organisation: 'zhifuCourt', toConfirm: false });
    expect(first?.basis).toContainEqual({ instrument: 'JUR22', article: '' });
  });

  it('names the court at the place of the act first', () => {
    expect(ids({ divisions: ['370685'] })[0]).toBe('zhaoyuanCourt');
  });

  it('is a basic court for a contract about a patent, whatever the patent', () => {
    expect(ids({ rightKind: 'inventionPatent', dispute: 'contract' })).toContain('zhifuCourt');
    expect(ids({ rightKind: 'inventionPatent', dispute: 'contract' })).not.toContain('qingdaoIpTribunal');
  });

  it('may be either level for a trade secret, whose kind decides', () => {
    expect(ids({ rightKind: 'tradeSecret' })).toEqual(expect.arrayContaining(['qingdaoIpTribunal', 'zhifuCourt']));
  });

  it('rests on older law before May 2022, and says so', () => {
    for (const { toConfirm, rule } of bodies({ rightKind: 'inventionPatent', acceptedOn: '2021-03-01' })) {
      expect(toConfirm).toBe(true);
      expect(rule.zh).toContain('适用旧法');
    }
  });
});

describe('the department', () => {
  it('for a patent ruling is the one of the city; province and CNIPA stand behind it', () => {
    const found = bodies({ channel: 'adminRuling', rightKind: 'designPatent' });
    expect(found[0]).toMatchObject({ organisation: 'yantaiPatentDepartment', toConfirm: false });
    expect(found.slice(1).map(({ organisation, toConfirm }) => [organisation, toConfirm])).toEqual([
      [null, true],
      [null, true],
    ]);
  });

  it('rules on infringement and on nothing else', () => {
    expect(bodies({ channel: 'adminRuling', rightKind: 'designPatent', dispute: 'ownership' })).toEqual([]);
    expect(bodies({ channel: 'adminRuling', rightKind: 'trademark' })).toEqual([]);
  });

  it('for a trademark cites the old law until the end of 2026 and the new one from then on', () => {
    const on = (acceptedOn: string) =>
      bodies({ channel: 'trademarkEnforcement', acceptedOn }).map(({ basis }) => basis);
    expect(on('2026-12-31')).toEqual([[{ instrument: 'TM19', article: '第六十条' }]]);
    expect(on('2027-01-01')).toEqual([[{ instrument: 'TM26', article: '第七十四条' }]]);
  });

  it('for copyright and plant varieties is the authority of the town, and for layout designs that of the State', () => {
    const penalises = (rightKind: 'copyright' | 'plantVariety' | 'layoutDesign') =>
      bodies({ channel: 'trademarkEnforcement', rightKind });
    expect(penalises('copyright')).toMatchObject([{ organisation: 'yantaiCopyrightAuthority', toConfirm: true }]);
    expect(penalises('plantVariety')).toMatchObject([{ organisation: 'yantaiAgricultureBureau', toConfirm: false }]);
    expect(penalises('layoutDesign')).toMatchObject([{ organisation: null, toConfirm: false }]);
  });

  it('never punishes patent infringement as such', () => {
    expect(bodies({ channel: 'trademarkEnforcement', rightKind: 'inventionPatent' })).toEqual([]);
  });
});

describe('the rules of competence', () => {
  it('say everything in both languages and cite what can be read', () => {
    for (const { rule, basis } of competenceRules) {
      expect(rule.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.en).not.toMatch(/\p{Script=Han}/u);
      for (const one of basis) {
        expect(Object.keys(instruments)).toContain(one.instrument);
        expect(cite(one, 'en')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('speak for the town and nobody else', () => {
    expect(isInTown('zhifuMediationStation', reference)).toBe(true);
    expect(isInTown('qingdaoMediationOrganisation', reference)).toBe(false);
  });
});

describe('a receiver the rules do not point to', () => {
  const intake = proceeding('intake');

  it('is chosen with a reason, which stays on record', async () => {
    const desk = await openedCase();
    const filing = { kind: 'H16', to: 'laishanCourt' };
    const refusal = await desk.refuses('receiver-needs-reason', 'limin', 'prepareHandoff', intake, filing);
    expect(refusal.field).toBe('receiverReason');
    expect(refusal.text.zh).toContain('芝罘');
    expect(refusal.instead?.zh).toContain('由接收机构决定');
    await desk.gives('limin', 'prepareHandoff', intake, { ...filing, receiverReason: '上级法院指定管辖' });
    const entry = (await desk.journal()).at(-1);
    expect(entry?.body?.data.receiverReason).toBe('上级法院指定管辖');
  });

  it('needs none when it is among those proposed, or while the right is not known', async () => {
    const desk = await openedCase();
    await desk.gives('limin', 'prepareHandoff', intake, { kind: 'H16', to: 'zhifuCourt' });
  });
});
