/** Edge cases of the reading notes (§7, §11) around people: who ratifies, who is gone, who must keep away. */
import { describe, expect, it } from 'vitest';
import { decide, isRefusal, type Reference } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { registered, suit } from '../support/desk-court.ts';
import { attacked, defended, ruling } from '../support/desk-ruling.ts';
import { inSession, writtenAgreement } from '../support/desk-stages.ts';
import {
  agreementOf,
  clocksBy,
  handoff,
  itemIds,
  partyId,
  pathOf,
  proceeding,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const respondent = (desk: Desk) => partyId(desk.file, 'respondent');

describe('2. A minor signed, and the guardian was asked to ratify', () => {
  async function demanded(capacity: 'none' | 'limited'): Promise<Desk> {
    const desk = await inSession();
    await desk.gives('limin', 'describeParty', theCase, (c) => ({ party: partyId(c, 'respondent'), capacity }));
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
    await desk.gives('sun', 'demandRatification', mediation, { party: respondent(desk) }, { at: '2026-09-10T10:00' });
    return desk;
  }
  const answers = (desk: Desk, answer: string, at: string) =>
    desk.gives('sun', 'recordRatification', mediation, { party: respondent(desk), answer }, { at });
  const completes = (desk: Desk) =>
    desk.gives('sun', 'completeFormalities', mediation, { agreement: agreementOf(desk.file) });

  it('ratified in time, by a party of limited capacity: the agreement is in effect from that day', async () => {
    const desk = await demanded('limited');
    await answers(desk, 'ratified', '2026-09-20T10:00');
    await completes(desk);
    expect([stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual(['agreed', 'settled']);
    expect(clocksBy(desk, 'conf.apply')[0]).toMatchObject({ trigger: { occurredOn: '2026-09-20' }, due: '2026-10-20' });
  });

  it.each([
    ['none', 'ratified'],
    ['limited', 'refused'],
  ] as const)('with capacity “%s” and the answer “%s” it stays without effect', async (capacity, answer) => {
    const desk = await demanded(capacity);
    await answers(desk, answer, '2026-09-20T10:00');
    await completes(desk);
    expect([stateOf(desk, 'peopleMediation'), clocksBy(desk, 'conf.apply')]).toEqual(['awaitingFormalities', []]);
  });

  it('cannot be ratified any more after the thirty days: silence was the refusal', async () => {
    const desk = await demanded('limited');
    const late = { party: respondent(desk), answer: 'ratified' };
    const after = { at: '2026-10-12T10:00' };
    const refusal = await desk.refuses('ratification-too-late', 'sun', 'recordRatification', mediation, late, after);
    expect(refusal.text.zh).toContain('2026-10-10');
    expect(refusal.basis).toContainEqual({ instrument: 'CC', article: '第一百四十五条第二款' });
  });
});

describe('7. A party dies or ends while the case runs', () => {
  it('a suit is stayed until the heir is known, and goes on with the successor', async () => {
    const desk = await registered();
    const party = respondent(desk);
    await desk.gives('liu', 'recordPartyEnd', theCase, { party, how: 'death', proof: '死亡证明' });
    await desk.gives('liu', 'staySuit', suit, { reason: 'death' });
    expect(stateOf(desk, 'litigation')).toBe('stayed');
    await desk.gives('liu', 'recordSuccession', theCase, { party, who: { name: '继承人' }, proof: '公证书' });
    await desk.gives('liu', 'resumeSuit', suit);
    expect(stateOf(desk, 'litigation')).toBe('registered');
  });

  it.each(['death', 'entityEnded'])('a ruling is stayed for “%s” without any attack on the patent', async (reason) => {
    const desk = await defended();
    await desk.gives('adjudicator', 'stayRuling', ruling, { reason });
    expect(stateOf(desk, 'adminRuling')).toBe('stayed');
  });

  it('a ruling without any successor is cancelled, and the matter is open', async () => {
    const desk = await defended();
    const cancel = { reason: 'noSuccessor', decision: null };
    await desk.refuses('party-end-not-recorded', 'adjudicator', 'cancelRuling', ruling, cancel);
    const gone = { party: respondent(desk), how: 'dissolution', proof: '注销登记' };
    await desk.gives('adjudicator', 'recordPartyEnd', theCase, gone);
    await desk.gives('adjudicator', 'cancelRuling', ruling, cancel);
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['cancelled', 'unresolved']);
  });
});

describe('26. The right of a ruling is attacked', () => {
  const stays = async (rightKind: string) => {
    const desk = await attacked(undefined, { rightKind });
    return desk.asks('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
  };

  it('a case over an invention may go on: a stay warns that none is owed', async () => {
    const answer = await stays('inventionPatent');
    expect(isRefusal(answer) && answer.warnings.map(({ code }) => code)).toEqual(['stay-not-owed']);
  });

  it('a case over a design is stayed without more', async () => {
    expect(isRefusal(await stays('designPatent'))).toBe(false);
  });
});

describe('§11.7 A part-time mediator is an enforcement officer too', () => {
  it('may not handle the enforcement of what he mediated: filing the case so is marked, with the repair', async () => {
    const desk = await failedAndComplained();
    const given = desk.given('officer');
    const { officers } = given.reference;
    const twice = { ...officers['market-officer']!, name: officers['sun-lihua']!.name };
    const reference = { ...given.reference, officers: { ...officers, 'market-officer': twice } };
    const filing = (against: Reference) =>
      decide(
        desk.file,
        {
          id: 'filing',
          type: 'fileEnforcementCase',
          target: proceeding('trademarkEnforcement')(desk.file),
          occurredOn: null,
          data: { number: '烟市监立〔2026〕18号', lead: 'market-officer', others: ['market-colleague'] },
          acknowledged: [],
          evidence: null,
        },
        { ...given, reference: against },
      );
    expect(marksOf(filing(reference))).toEqual(['officer-was-the-mediator']);
    expect(marksOf(filing(given.reference))).toEqual([]);
  });
});

/** A failed mediation whose claimant complained to the market regulator, which has the complaint. */
async function failedAndComplained(): Promise<Desk> {
  const desk = await inSession();
  await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
  const papers = [
    ['enforcementComplaint', 'partyFile'],
    ['identityDocument', 'partyFile'],
    ['terminationNotice', 'organisationFile'],
  ] as const;
  for (const [document, itemClass] of papers)
    await desk.gives('limin', 'addItem', mediation, { document, title: document, class: itemClass, pages: 2 });
  await desk.gives('limin', 'prepareHandoff', mediation, (c) => ({
    kind: 'H6',
    to: 'yantaiMarketSupervision',
    channel: 'trademarkEnforcement',
    partiesConsent: true,
    items: itemIds(c, ...papers.map(([document]) => document)),
  }));
  await desk.gives('limin', 'offerHandoff', handoff);
  await desk.gives('officer', 'receiveHandoff', handoff);
  await desk.gives('officer', 'acceptHandoff', handoff);
  return desk;
}

function marksOf(answer: ReturnType<typeof decide>): readonly string[] {
  if (isRefusal(answer)) throw new Error(answer.text.zh);
  const filed = Object.values(answer.after.facts).findLast(({ type }) => type === 'fileEnforcementCase');
  return (filed?.irregular ?? []).map(({ code }) => code);
}
