/** Copies (抄送): papers that somebody is to know of. They go to whom the law names, move nothing, and carry nothing from inside a mediation. */
import { describe, expect, it } from 'vitest';
import { handoffKinds } from '../../workflows/handoff/kinds.ts';
import { clocksOf, derive } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { askedToMediate, official } from '../support/desk-official.ts';
import { agreed } from '../support/desk-stages.ts';
import { handoff, itemIds, partyId, proceeding } from '../support/desk-words.ts';

const office = 'nationalIntellectualPropertyAdministration';
const secret = 'LEAK-4410';

/** A dispute over who owns a patent, filed for mediation by the department, with something said in confidence. */
async function ownershipFiled(): Promise<Desk> {
  const desk = await askedToMediate(openDesk(), { dispute: 'ownership' });
  const party = partyId(desk.file, 'respondent');
  await desk.gives('adjudicator', 'recordOpinion', official, { party, answer: 'agrees' });
  await desk.gives('adjudicator', 'fileAdminMediation', official, {
    number: '烟知调〔2026〕2号',
    scope: 'ownership',
  });
  await desk.gives('adjudicator', 'assignMediator', official, { mediator: 'ruling-officer' });
  await desk.gives('adjudicator', 'noteInside', official, { kind: 'concession', note: secret });
  const paper = { title: '立案通知书', class: 'organisationFile', pages: 1 };
  await desk.gives('adjudicator', 'addItem', official, { ...paper, document: 'caseAcceptanceCopy' });
  const record = { document: 'mediationRecord', title: secret, class: 'processPrivate', pages: 2 };
  await desk.gives('adjudicator', 'addItem', official, record);
  return desk;
}

const prepared = (desk: Desk, ...documents: Parameters<typeof itemIds>[1][]) => ({
  kind: 'H9',
  to: office,
  items: itemIds(desk.file, ...documents),
});
const custody = (desk: Desk) => Object.values(desk.file.proceedings).map(({ id, organisation }) => [id, organisation]);

describe('a copy of an ownership dispute to the office of the State', () => {
  it('arrives there with the notice of filing alone, and moves neither the case nor its clocks', async () => {
    const desk = await ownershipFiled();
    const before = [custody(desk), clocksOf(desk.file, desk.calendar).map(({ id, due }) => [id, due])];
    await desk.gives('adjudicator', 'prepareHandoff', official, prepared(desk, 'caseAcceptanceCopy'));
    await desk.gives('adjudicator', 'offerHandoff', handoff);
    const [copy] = Object.values(desk.file.handoffs);
    expect(copy).toMatchObject({ toOrganisation: office, opened: null, offeredOn: expect.any(String) });
    expect(copy!.manifest.map(({ document }) => document)).toEqual(['caseAcceptanceCopy']);
    expect(JSON.stringify(copy)).not.toContain(secret);
    expect([custody(desk), clocksOf(desk.file, desk.calendar).map(({ id, due }) => [id, due])]).toEqual(before);
    expect(derive(desk.file, desk.calendar, desk.reference).organisations).toContainEqual({
      organisation: office,
      as: 'receiver',
    });
  });

  it('carries no record of the mediation, whoever puts it in, and is not sent without its notice', async () => {
    const desk = await ownershipFiled();
    const file = desk.file;
    await desk.refuses(
      'protected-item',
      'adjudicator',
      'prepareHandoff',
      official,
      prepared(desk, 'caseAcceptanceCopy', 'mediationRecord'),
    );
    expect(desk.file).toBe(file);
    await desk.gives('adjudicator', 'prepareHandoff', official, prepared(desk));
    await desk.refuses('packet-incomplete', 'adjudicator', 'offerHandoff', handoff);
    expect(Object.values(desk.file.handoffs)[0]!.offeredOn).toBeNull();
  });
});

describe('copies in general', () => {
  it('are sent by no body that only mediates', async () => {
    const desk = await agreed();
    for (const kind of ['H9', 'H19'])
      await desk.refuses('not-a-choice', 'sun', 'prepareHandoff', proceeding('peopleMediation'), {
        kind,
        to: 'yantaiPublicSecurity',
      });
    expect(desk.file.handoffs).toEqual({});
  });

  it('take nothing but papers of the sender’s own file, and change nobody’s custody', () => {
    const copies = Object.values(handoffKinds).filter(({ effect }) => effect === 'copies');
    expect(copies).toHaveLength(2);
    for (const { allowedClasses, custodyMovesOn, opens } of copies)
      expect([allowedClasses, custodyMovesOn, opens]).toEqual([['organisationFile'], 'never', null]);
  });
});
