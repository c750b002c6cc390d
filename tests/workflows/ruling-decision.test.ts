/** How a ruling is heard, given, attacked, published and obeyed (O81 26, 30-34, 80, 83; PL 65). */
import { describe, expect, it } from 'vitest';
import { obligationsOf, routesOnBreach } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import {
  defended,
  filed,
  heard,
  inEffect,
  infringement,
  partyId,
  respondentIds,
  ruled,
  ruling,
} from '../support/desk-ruling.ts';
import { pathOf, stateOf, theCase } from '../support/desk-words.ts';

describe('the oral hearing', () => {
  it('is not set so near that its notice would be late', async () => {
    const desk = await defended();
    const refusal = await desk.refuses('hearing-notice-too-late', 'adjudicator', 'scheduleOralHearing', ruling, {
      at: '2026-09-14T09:30',
      place: '审理室',
    });
    expect(refusal.text.zh).toContain('2026-09-09');
    await desk.refuses('no-hearing-set', 'adjudicator', 'noticeOralHearing', ruling, { parties: respondentIds(desk) });
  });

  it('without the requester counts as a withdrawal; without the respondent it is held by default', async () => {
    const desk = await defended();
    const one = await desk.refuses('acknowledge-warnings', 'adjudicator', 'holdOralHearing', ruling, (c) => ({
      present: [partyId(c, 'respondent')],
    }));
    expect(one.warnings.map(({ code }) => code)).toEqual(['requester-absent']);
    const two = await desk.refuses('acknowledge-warnings', 'adjudicator', 'holdOralHearing', ruling, (c) => ({
      present: [partyId(c, 'claimant')],
    }));
    expect(two.warnings.map(({ code }) => code)).toEqual(['respondent-absent']);
    const byDefault = await defended();
    const alone = (c: Desk['file']) => ({ present: [partyId(c, 'claimant')] });
    const taken = { acknowledged: ['respondent-absent'] };
    await byDefault.gives('adjudicator', 'holdOralHearing', ruling, alone, taken);
    await byDefault.gives('adjudicator', 'issueRuling', ruling, infringement(byDefault), { at: '2026-09-30T16:00' });
    expect(stateOf(byDefault, 'adminRuling')).toBe('ruledInfringement');
    await desk.gives('adjudicator', 'cancelRuling', ruling, { reason: 'requesterAbsent' });
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['cancelled', 'unresolved']);
  });

  it('held without panel or notice is recorded with its true date, and marked', async () => {
    const desk = await filed();
    const held = await desk.gives('adjudicator', 'holdOralHearing', ruling, (c) => ({
      present: Object.keys(c.parties),
    }));
    expect(held.entries[0]!.body.irregular.map(({ code }) => code)).toEqual([
      'panel-not-formed',
      'hearing-without-notice',
    ]);
  });

  it('once held lets no respondent in', async () => {
    const desk = await heard();
    const late = { side: 'respondent', who: { name: '另一公司', telephone: '13800000099' } };
    await desk.refuses('respondent-after-hearing', 'adjudicator', 'addParty', theCase, late);
    await desk.gives('adjudicator', 'addParty', theCase, { ...late, side: 'third' });
  });
});

describe('the ruling', () => {
  it('F12: awards no damages', async () => {
    const desk = await heard();
    const orders = [{ respondent: partyId(desk.file, 'respondent'), subject: 'payment', act: '赔偿五万元' }];
    const refusal = await desk.refuses(
      'ruling-awards-damages',
      'adjudicator',
      'issueRuling',
      ruling,
      infringement(desk, { orders }),
    );
    expect(refusal.instead?.zh).toContain('调解');
  });

  it('is given over nobody who was not served or still has time for a defence', async () => {
    const desk = await filed();
    await desk.refuses('respondent-not-heard', 'adjudicator', 'issueRuling', ruling, infringement(desk));
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'serveRulingRequest', ruling, { party }, { at: '2026-09-04T10:00' });
    await desk.refuses('respondent-not-heard', 'adjudicator', 'issueRuling', ruling, infringement(desk), {
      at: '2026-09-20T10:00',
    });
    await desk.gives('adjudicator', 'issueRuling', ruling, infringement(desk), { at: '2026-09-21T10:00' });
  });

  it('orders each respondent its own, and one of them more', async () => {
    const desk = await heard(undefined, 2);
    const [one, two] = respondentIds(desk);
    const act = '停止';
    const orders = [
      { respondent: one, subject: 'stopInfringement', act },
      { respondent: two, subject: 'stopInfringement', act },
      { respondent: two, subject: 'removeListing', act: '从采购平台撤网', dueOn: '2026-09-30' },
    ];
    await desk.gives('adjudicator', 'issueRuling', ruling, infringement(desk, { orders }));
    const owed = obligationsOf(desk.file);
    expect(owed.map(({ obligor, subject }) => [obligor, subject])).toEqual([
      [one, 'stopInfringement'],
      [two, 'stopInfringement'],
      [two, 'removeListing'],
    ]);
    expect(routesOnBreach(desk.file, owed[0]!).map(({ id }) => id)).toEqual(['T23']);
  });

  it('orders nothing without infringement, and something with it', async () => {
    const desk = await heard();
    const code = 'order-does-not-fit-the-ruling';
    await desk.refuses(code, 'adjudicator', 'issueRuling', ruling, infringement(desk, { orders: [] }));
    await desk.refuses(code, 'adjudicator', 'issueRuling', ruling, infringement(desk, { result: 'noInfringement' }));
    await desk.gives(
      'adjudicator',
      'issueRuling',
      ruling,
      infringement(desk, { result: 'noInfringement', orders: [] }),
    );
    expect(stateOf(desk, 'adminRuling')).toBe('ruledNoInfringement');
  });

  it('T22: a suit does not stop it, and a late one warns', async () => {
    const desk = await ruled();
    const party = partyId(desk.file, 'respondent');
    desk.at('2026-10-16T10:00');
    await desk.refuses('acknowledge-warnings', 'adjudicator', 'recordAdministrativeSuit', ruling, { party });
    await desk.gives('adjudicator', 'recordAdministrativeSuit', ruling, { party }, { occurredOn: '2026-10-15' });
    expect(obligationsOf(desk.file).map(({ state }) => state)).toEqual(['open']);
    await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party });
    await desk.gives('adjudicator', 'recordChallengeResult', ruling, { result: 'upheld' }, { at: '2026-12-01T10:00' });
    expect(stateOf(desk, 'adminRuling')).toBe('effective');
  });

  it('revoked by the court orders nobody anything any more and is decided anew', async () => {
    const desk = await ruled();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordReconsideration', ruling, { party });
    await desk.gives('adjudicator', 'recordChallengeResult', ruling, { result: 'revoked' });
    expect(stateOf(desk, 'adminRuling')).toBe('filed');
    expect(obligationsOf(desk.file)).toEqual([]);
  });

  it('takes effect only when everybody was served and the last time to sue has passed', async () => {
    const desk = await ruled();
    await desk.refuses(
      'ruling-suit-term-running',
      'adjudicator',
      'recordRulingFinality',
      ruling,
      {},
      { at: '2026-10-15T10:00' },
    );
    await desk.gives('adjudicator', 'recordRulingFinality', ruling, {}, { at: '2026-10-16T10:00' });
    expect(stateOf(desk, 'adminRuling')).toBe('effective');
    const [first] = Object.keys(desk.file.parties);
    const unserved = await ruled(undefined, 1, { served: [{ party: first, servedOn: '2026-09-30' }] });
    const much = { at: '2026-12-16T10:00' };
    await unserved.refuses('ruling-suit-term-running', 'adjudicator', 'recordRulingFinality', ruling, {}, much);
  });

  it('is published with secrets left out, and warns at closing when it was not', async () => {
    const desk = await inEffect();
    await desk.refuses('ruling-not-redacted', 'adjudicator', 'publishRuling', ruling, {});
    await desk.refuses('acknowledge-warnings', 'adjudicator', 'closeRuling', ruling, {});
    await desk.gives('adjudicator', 'publishRuling', ruling, { redacted: true });
    await desk.gives('adjudicator', 'closeRuling', ruling, {});
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['closed', 'over']);
  });

  it('is annulled when the patent fell as a whole, also after the file was closed', async () => {
    const desk = await inEffect();
    await desk.gives('adjudicator', 'reviseRuling', ruling, { revision: 'annulled', invalidatedOn: '2026-10-19' });
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['annulled', 'unresolved']);
    expect(obligationsOf(desk.file)).toEqual([]);
  });

  it('once obeyed by everybody leaves nothing to enforce, and a repetition can be recorded', async () => {
    const desk = await inEffect(undefined, 2);
    for (const party of respondentIds(desk))
      await desk.gives('adjudicator', 'recordRulingPerformance', ruling, { party, result: 'full' });
    expect(obligationsOf(desk.file).map(({ state }) => state)).toEqual(['performed', 'performed']);
    await desk.gives('adjudicator', 'recordRepeatInfringement', ruling, { party: partyId(desk.file, 'respondent') });
    const none = await heard();
    const result = infringement(none, { result: 'noInfringement', orders: [] });
    await none.gives('adjudicator', 'issueRuling', ruling, result);
    const party = partyId(none.file, 'respondent');
    await none.refuses('no-infringement-ruled', 'adjudicator', 'recordRepeatInfringement', ruling, { party });
    await none.refuses('nothing-ordered', 'adjudicator', 'recordRulingPerformance', ruling, { party, result: 'full' });
  });
});
