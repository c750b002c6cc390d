/** Which papers a file must have and may need, which are there, and what each is for. */
import { describe, expect, it } from 'vitest';
import { completenessOf, papersCounted } from '../../workflows/documents/completeness.ts';
import { paperUse } from '../../workflows/documents/paper-uses.ts';
import { papersDueIn } from '../../workflows/documents/papers-due.ts';
import { type ChannelId, channels, documentKinds, type Item, kit } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { complainedOf, enforcement, papersOn } from '../support/desk-penalty.ts';
import {
  agreed,
  applied,
  assigned,
  inSession,
  offeredByCentre,
  papersReady,
  submitted,
  writtenAgreement,
} from '../support/desk-stages.ts';
import { itemIds, partyId, proceeding, proceedingOf, theCase } from '../support/desk-words.ts';
import { toldUntil } from '../support/told-in-memory.ts';

const mediation = proceeding('peopleMediation');

function papersOf(desk: Desk, channel: ChannelId = 'peopleMediation', seen?: (item: Item) => boolean) {
  return completenessOf(desk.file, proceedingOf(desk.file, channel), seen);
}

function stateOf(desk: Desk, document: keyof typeof documentKinds, channel?: ChannelId) {
  const paper = papersOf(desk, channel).find((one) => one.document === document);
  return paper === undefined ? undefined : [paper.need, paper.due, paper.state];
}

describe('a file of people’s mediation', () => {
  it('must have an application and proofs of identity from the start', async () => {
    const desk = await applied();
    const owed = papersOf(desk).filter(({ due }) => due);
    expect(owed.map(({ document, need, state }) => [document, need, state])).toEqual([
      ['mediationApplication', 'required', 'missing'],
      ['identityDocument', 'required', 'missing'],
    ]);
    expect(papersCounted(papersOf(desk))).toEqual({ there: 0, due: 2 });
    expect(stateOf(desk, 'powerOfAttorney')).toEqual(['onDemand', false, 'missing']);
  });

  it('takes the form of the door for an application that was made there', async () => {
    const desk = await applied();
    const form = { document: 'intakeForm', title: '受理登记表', class: 'organisationFile', pages: 1 };
    await desk.gives('limin', 'addItem', mediation, form);
    expect(stateOf(desk, 'mediationApplication')).toEqual(['required', true, 'onFile']);
  });

  it('counts rights that were told as told, on paper or not', async () => {
    expect(stateOf(await assigned(), 'rightsNotice')).toEqual(['required', true, 'missing']);
    expect(stateOf(await inSession(), 'rightsNotice')).toEqual(['required', true, 'recorded']);
  });

  it('must have a record once a session was held, and keeps asking for it after the agreement', async () => {
    expect(stateOf(await assigned(), 'mediationRecord')).toBeUndefined();
    const desk = await agreed();
    expect(stateOf(desk, 'mediationRecord')).toEqual(['required', true, 'missing']);
    const record = { document: 'mediationRecord', title: '调解笔录', class: 'processPrivate', pages: 3 };
    await desk.gives('sun', 'addItem', mediation, record);
    expect(stateOf(desk, 'mediationRecord')).toEqual(['required', true, 'onFile']);
  });

  it('needs a power of attorney when somebody acts for a party, and not for a legal representative', async () => {
    const desk = await assigned();
    const party = partyId(desk.file, 'claimant');
    const agent = (authority: string, name: string) => ({ party, who: { kind: 'natural', name }, authority });
    await desk.gives('limin', 'appointAgent', theCase, agent('legalRepresentative', '法定代表人'));
    expect(stateOf(desk, 'powerOfAttorney')).toEqual(['onDemand', false, 'missing']);
    await desk.gives('limin', 'appointAgent', theCase, agent('general', '王律师'));
    expect(stateOf(desk, 'powerOfAttorney')).toEqual(['onDemand', true, 'missing']);
  });

  it('takes the register of an oral agreement for the agreement', async () => {
    const desk = await inSession();
    desk.at('2026-09-03T16:00');
    const oral = { ...writtenAgreement(desk, '2026-09-03'), form: 'oral', recordedOn: '2026-09-03' };
    await desk.gives('sun', 'recordAgreement', mediation, oral);
    expect(stateOf(desk, 'oralAgreementRegister')).toEqual(['onDemand', true, 'missing']);
    const register = {
      document: 'oralAgreementRegister',
      title: '口头协议登记表',
      class: 'organisationFile',
      pages: 1,
    };
    await desk.gives('limin', 'addItem', mediation, register);
    expect(stateOf(desk, 'mediationAgreement')).toEqual(['required', true, 'onFile']);
  });

  it('no longer counts a paper that was taken back', async () => {
    const desk = await papersReady();
    expect(stateOf(desk, 'mediationProof')).toEqual(['required', true, 'onFile']);
    const [item] = itemIds(desk.file, 'mediationProof');
    await desk.gives('limin', 'withdrawItem', mediation, { item, reason: '重复' });
    expect(stateOf(desk, 'mediationProof')).toEqual(['required', true, 'missing']);
  });

  it('counts nothing for somebody who may not see it', async () => {
    const desk = await papersReady();
    const blind = papersOf(desk, 'peopleMediation', () => false);
    expect(blind.every(({ state, items }) => state !== 'onFile' && items.length === 0)).toBe(true);
  });
});

describe('a case that came back from the police or the procuratorate', () => {
  it('has their letter in the place of a complaint, which nobody made', async () => {
    const desk = await complainedOf();
    const complaint = () =>
      papersOf(desk, 'trademarkEnforcement').find((one) => one.document === 'enforcementComplaint');
    expect(complaint()).toMatchObject({ due: true, state: 'missing' });
    await papersOn(desk, enforcement, ['transferLetter']);
    expect(complaint()).toMatchObject({ due: true, state: 'onFile' });
  });
});

describe('what travels', () => {
  it('is asked for while a handoff is prepared, beside the file’s own papers', async () => {
    const desk = await agreed();
    await desk.gives('sun', 'prepareHandoff', mediation, {
      kind: 'H4',
      to: 'zhifuCourt',
      agreement: Object.keys(proceedingOf(desk.file, 'peopleMediation').agreements)[0],
      items: [],
      partiesConsent: true,
    });
    const packet = papersOf(desk).filter(({ handoff }) => handoff !== null);
    expect(packet.map(({ document }) => document)).toEqual(
      expect.arrayContaining([
        'confirmationApplication',
        'mediationAgreement',
        'mediationProof',
        'addressConfirmation',
      ]),
    );
    expect(packet.every(({ basis }) => basis.length > 0)).toBe(true);
    // The file's own count is not changed by what a packet wants.
    expect(papersCounted(papersOf(desk)).due).toBe(papersOf(desk).filter(({ due, handoff }) => due && !handoff).length);
  });

  it('with an application is the court’s file, and lies there', async () => {
    const desk = await submitted();
    const papers = papersOf(desk, 'judicialConfirmation').filter(({ need }) => need === 'required');
    expect(papers.map(({ document, state }) => [document, state])).toEqual(
      expect.arrayContaining([
        ['confirmationApplication', 'onFile'],
        ['mediationAgreement', 'onFile'],
        ['mediationProof', 'onFile'],
      ]),
    );
  });
});

describe('real cases', () => {
  const missing = async (story: string, command: string, channel: ChannelId) => {
    const { file: caseFile } = await toldUntil(story, command);
    const papers = completenessOf(caseFile, proceedingOf(caseFile, channel));
    return papers.filter(({ due, state }) => due && state === 'missing').map(({ document }) => document);
  };

  it('RC-09: the suit lacks a proof of identity while its mediation has all but the address', async () => {
    expect(await missing('rc-09', 'giveRightsNotice', 'litigation')).toEqual(['identityDocument']);
    expect(await missing('rc-09', 'giveRightsNotice', 'courtAnnexedMediation')).toEqual(['addressConfirmation']);
  });

  it('RC-09: the court has everything to decide upon, and after the ruling lacks the ruling itself', async () => {
    expect(await missing('rc-09', 'acceptConfirmation', 'judicialConfirmation')).toEqual([]);
    expect(await missing('rc-09', 'recordConfirmationRuling', 'judicialConfirmation')).toEqual(['confirmationRuling']);
  });

  it('RC-14: the police received every paper of a transfer', async () => {
    expect(await missing('rc-14', 'recordHandover', 'criminalReferral')).toEqual([]);
  });
});

describe('no file', () => {
  it('of a proceeding that is over owes anything', async () => {
    const desk = await applied();
    expect(proceedingOf(desk.file, 'intake').endedOn).not.toBeNull();
    expect(papersOf(desk, 'intake')).toEqual([]);
  });

  it('at the door of the centre owes more than the form of the door', async () => {
    const desk = await offeredByCentre();
    const owed = papersOf(desk, 'intake').filter(({ due }) => due);
    expect(owed.map(({ document, state }) => [document, state])).toEqual([['intakeForm', 'onFile']]);
  });

  it('asks for a paper without saying what for', () => {
    const unexplained = channels.flatMap(({ id }) =>
      kit.describe(id).states.flatMap((state) =>
        papersDueIn({ ...kit.begin(id), value: state.id })
          .filter((document) => paperUse(document, id) === null)
          .map((document) => `${id}.${state.id} ${documentKinds[document].zh}`),
      ),
    );
    expect(unexplained).toEqual([]);
  });

  it('asks in a detour for what only the detour wants, nor after it', () => {
    const due = (machine: ChannelId, value: string) => papersDueIn({ ...kit.begin(machine), value });
    expect(due('litigation', 'transferOrdered')).toContain('transferLetter');
    expect(due('litigation', 'inTrial')).not.toContain('transferLetter');
    expect(due('adminRuling', 'ruledInfringement')).toEqual(
      expect.arrayContaining([...due('adminRuling', 'requested')]),
    );
  });
});
