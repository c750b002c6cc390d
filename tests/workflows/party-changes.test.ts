/** Parties change while a case runs, and so does what they claim; what they said before stays as it was. */
import { describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/desk.ts';
import { registered, suit } from '../support/desk-court.ts';
import { assigned, confirmed, inSession, paymentClause, writtenAgreement } from '../support/desk-stages.ts';
import { matter, matterId, partyId, proceeding, theCase } from '../support/desk-words.ts';
import { assertCase, assertJournal } from '../support/invariants.ts';

const mediation = proceeding('peopleMediation');
const respondent = (desk: Desk) => partyId(desk.file, 'respondent');

const proof = '市场监管部门准予变更登记通知书';

describe('a party with a new name', () => {
  it('is the same party: nothing it signed or said is lost, and its old name stays on record', async () => {
    const desk = await assigned();
    const party = respondent(desk);
    const before = desk.file.parties[party]!.person;
    const who = { kind: 'legal', name: '烟台新名贸易有限公司' };
    await desk.gives('limin', 'renameParty', theCase, { party, who, proof }, { at: '2026-09-03T09:00' });
    const after = desk.file.parties[party]!;
    expect(after.formerPersons).toEqual([{ person: before, until: '2026-09-03' }]);
    expect(after.person).not.toBe(before);
    expect(Object.values(desk.file.matters)[0]!.respondents).toEqual([party]);
    assertCase(desk);
    assertJournal(desk.file, await desk.journal());
  });
});

describe('a party that has died or ended', () => {
  async function ended(): Promise<Desk> {
    const desk = await inSession();
    const data = { party: respondent(desk), how: 'death', proof: '死亡证明' };
    await desk.gives('limin', 'recordPartyEnd', theCase, data, { at: '2026-09-03T09:00' });
    return desk;
  }

  it('signs nothing from that day on', async () => {
    const desk = await ended();
    const signed = writtenAgreement(desk, '2026-09-03');
    await desk.refuses('party-has-ended', 'sun', 'recordAgreement', mediation, signed);
  });

  it('ends once, and is succeeded only after it has ended', async () => {
    const desk = await ended();
    const again = { party: respondent(desk), how: 'death', proof: '死亡证明' };
    await desk.refuses('party-has-ended', 'limin', 'recordPartyEnd', theCase, again);
    const alive = { party: partyId(desk.file, 'claimant'), who: { name: '某人' }, proof: '公证书' };
    await desk.refuses('party-has-not-ended', 'limin', 'recordSuccession', theCase, alive);
  });

  it('is succeeded in the matters that are still open, and the successor can sign', async () => {
    const desk = await ended();
    const heir = { party: respondent(desk), who: { name: '继承人', telephone: '13800000077' }, proof: '继承公证书' };
    await desk.gives('limin', 'recordSuccession', theCase, heir);
    const successor = partyId(desk.file, 'respondent', 1);
    expect(desk.file.parties[successor]?.succeeds).toBe(respondent(desk));
    expect(Object.values(desk.file.matters)[0]!.respondents).toEqual([successor]);
    const clauses = [paymentClause(desk, { obligor: successor })];
    const signatures = [partyId(desk.file, 'claimant'), successor].map((party) => ({ party, signedOn: '2026-09-03' }));
    await desk.gives(
      'sun',
      'recordAgreement',
      mediation,
      writtenAgreement(desk, '2026-09-03', { signatures, clauses }),
    );
    assertCase(desk);
  });

  it('stays the party of what was decided before', async () => {
    const desk = await confirmed();
    const party = respondent(desk);
    const end = { party, how: 'dissolution', proof: '注销登记' };
    await desk.gives('sun', 'recordPartyEnd', theCase, end);
    await desk.gives('sun', 'recordSuccession', theCase, { party, who: { name: '股东' }, proof: '清算报告' });
    expect(Object.values(desk.file.matters)[0]!.respondents).toEqual([party]);
  });
});

describe('the role of a party', () => {
  it('is named for each proceeding, and every naming is kept', async () => {
    const desk = await registered();
    const party = respondent(desk);
    await desk.gives('liu', 'nameRole', suit, { party, role: 'defendant' });
    await desk.gives('liu', 'nameRole', suit, { party, role: 'appellant' });
    const named = Object.values(desk.file.facts).filter(({ type }) => type === 'nameRole');
    expect(named.map(({ values }) => values.role)).toEqual(['defendant', 'appellant']);
    await desk.refuses('not-a-choice', 'liu', 'nameRole', suit, { party: 'nobody', role: 'defendant' });
  });
});

describe('a defence', () => {
  it('of lawful source names the supplier, who becomes a third party of the case', async () => {
    const desk = await registered();
    const supplier = { kind: 'legal', name: '义乌某批发商行', telephone: '0579-85000000' };
    await desk.gives('liu', 'recordDefence', suit, { party: respondent(desk), ground: 'lawfulSource', supplier });
    expect(Object.values(desk.file.parties).map(({ side }) => side)).toEqual(['claimant', 'respondent', 'third']);
    const other = { party: respondent(desk), ground: 'licence', supplier };
    await desk.refuses('supplier-needs-lawful-source', 'liu', 'recordDefence', suit, other);
  });

  it('made in a mediation stays inside it, and makes nobody a party', async () => {
    const desk = await inSession();
    const data = { party: respondent(desk), ground: 'lawfulSource' };
    await desk.refuses('supplier-named-in-mediation', 'sun', 'recordDefence', mediation, {
      ...data,
      supplier: { name: '供货商' },
    });
    await desk.gives('sun', 'recordDefence', mediation, data);
    const entry = (await desk.journal()).at(-1)!;
    expect(entry.envelope.compartment).toBe(mediation(desk.file).id);
  });
});

describe('a counterclaim', () => {
  it('is a matter of its own in the same suit, with the sides turned round', async () => {
    const desk = await registered();
    const claim = { dispute: 'contract', relief: ['damages'], amountFen: 200_000 };
    await desk.gives('liu', 'raiseCounterclaim', matter(0), claim);
    const [first, counter] = Object.values(desk.file.matters);
    expect([counter!.claimants, counter!.respondents]).toEqual([first!.respondents, first!.claimants]);
    expect(suit(desk.file).id && Object.values(desk.file.proceedings).at(-1)!.matters).toEqual([
      first!.id,
      counter!.id,
    ]);
    assertCase(desk);
  });

  it('is raised in a suit or an arbitration and nowhere else', async () => {
    const desk = await inSession();
    await desk.refuses('counterclaim-without-suit', 'sun', 'raiseCounterclaim', matter(0), { dispute: 'contract' });
  });
});

describe('punitive damages', () => {
  const claim = {
    amountFen: 50_000_000,
    baseKind: 'gain',
    baseFen: 10_000_000,
    multiple: '4',
    expensesSeparate: true,
    circumstances: ['brokePromise', 'mainBusiness'],
  };

  it('are recorded with base, multiple and circumstances', async () => {
    const desk = await registered();
    await desk.gives('liu', 'claimPunitiveDamages', matter(0), claim);
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'claimPunitiveDamages');
    expect(fact?.values).toEqual({ baseKind: 'gain', circumstances: ['brokePromise', 'mainBusiness'] });
    expect(fact?.matters).toEqual([matterId(desk.file, 0)]);
  });

  it('over five times the base are warned of with the article; the multiple need not be whole', async () => {
    const desk = await registered();
    const over = { ...claim, amountFen: 50_000_001, multiple: '4.25' };
    const refusal = await desk.refuses('acknowledge-warnings', 'liu', 'claimPunitiveDamages', matter(0), over);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['punitive-total-over-five-times']);
    expect(refusal.basis).toEqual([{ instrument: 'PUN26', article: '第十二条' }]);
    await desk.refuses('field-invalid', 'liu', 'claimPunitiveDamages', matter(0), { ...claim, multiple: '六倍' });
  });

  it('are too late after the debate of the first instance, which the court decides', async () => {
    const desk = await registered(openDesk());
    const judgment = { number: '（2026）鲁0602民初456号', result: 'upheld', judge: '审判长' };
    await desk.gives('liu', 'openTrial', suit);
    await desk.gives('liu', 'recordJudgment', suit, judgment);
    const refusal = await desk.refuses('acknowledge-warnings', 'liu', 'claimPunitiveDamages', matter(0), claim);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['punitive-after-debate']);
  });
});
