import { describe, expect, it } from 'vitest';
import { rolesOf } from '../../workflows/channels/administrativeLitigation/roles.ts';
import { openNotes } from '../../workflows/dossier/notes.ts';
import { kit, obligationsOf } from '../../workflows/index.ts';
import type { Data, Desk } from '../support/desk.ts';
import {
  administrativeSuit,
  courtPaper,
  judgedOverRuling,
  suedForDamages,
  suedOverRuling,
  suitOverRulingRegistered,
} from '../support/desk-administrative-suit.ts';
import { infringement, respondentIds, ruled, ruling } from '../support/desk-ruling.ts';
import { clocksBy, dueOfClock, outcomesOf, partyId, pathOf, proceedingOf, stateOf } from '../support/desk-words.ts';
import { toldTo, wordsOf } from '../support/letters.ts';

const states = (desk: Desk) => [stateOf(desk, 'adminRuling'), stateOf(desk, 'administrativeLitigation'), pathOf(desk)];
const records = (desk: Desk, command: string, data = {}, at?: string) =>
  desk.gives('adjudicator', command, administrativeSuit, data, { ...courtPaper, ...(at === undefined ? {} : { at }) });

describe('T22: a suit over a ruling (PL 65, APL 26 and 29)', () => {
  it('opens at the court that is named, and neither the ruling nor the path of the matter moves with it', async () => {
    const desk = await suedOverRuling();
    expect(states(desk)).toEqual(['challenged', 'received', 'beforeAuthority']);
    expect(proceedingOf(desk.file, 'administrativeLitigation').organisation).toBe('yantaiIntermediateCourt');
    expect(obligationsOf(desk.file).map(({ state }) => state)).toEqual(['open']);
    expect(dueOfClock(desk, 'adminsuit.register')).toBe('2026-10-19');
  });

  it('has who sued as plaintiff, the department as defendant and the other party as third person', async () => {
    const desk = await suedOverRuling();
    const [claimant, respondent] = [partyId(desk.file, 'claimant'), partyId(desk.file, 'respondent')];
    const suit = proceedingOf(desk.file, 'administrativeLitigation');
    expect(rolesOf(desk.file, suit)).toEqual({
      plaintiffs: [respondent],
      defendant: 'yantaiPatentDepartment',
      thirdPersons: [claimant],
    });
    await desk.refuses(
      'plaintiff-is-no-third-person',
      'adjudicator',
      'joinThirdPerson',
      administrativeSuit,
      { party: respondent, how: 'notified' },
      courtPaper,
    );
    await records(desk, 'joinThirdPerson', { party: claimant, how: 'notified' });
  });

  it('is one suit when both sides sue: the second is a plaintiff in the first', async () => {
    const desk = await suedOverRuling();
    const party = partyId(desk.file, 'claimant');
    const court = 'yantaiIntermediateCourt';
    await desk.gives('adjudicator', 'recordAdministrativeSuit', ruling, { party, court });
    const suits = Object.values(desk.file.proceedings).filter(({ channel }) => channel === 'administrativeLitigation');
    expect(suits).toHaveLength(1);
    expect(rolesOf(desk.file, suits[0]!)).toMatchObject({
      plaintiffs: respondentIds(desk).concat(party),
      thirdPersons: [],
    });
  });

  it('is only noted when the court is not listed, and opens nothing', async () => {
    const desk = await ruled();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordAdministrativeSuit', ruling, { party });
    expect(stateOf(desk, 'adminRuling')).toBe('challenged');
    expect(Object.values(desk.file.proceedings).map(({ channel }) => channel)).toEqual(['intake', 'adminRuling']);
  });

  it('is doubted at a basic court, which the law does not let hear it first (JUR 1, 2)', async () => {
    const desk = await ruled();
    const suing = { party: partyId(desk.file, 'respondent'), court: 'zhifuCourt' };
    const doubt = await desk.refuses('acknowledge-warnings', 'adjudicator', 'recordAdministrativeSuit', ruling, suing);
    expect(doubt.warnings.map(({ code }) => code)).toEqual(['ruling-suit-court-level']);
  });
});

describe('the time limits of the suit (APL 51, 67, 81, 83)', () => {
  it('give the authority fifteen days to answer, on its own desk, until the court has the answer', async () => {
    const desk = await suitOverRulingRegistered();
    const clock = clocksBy(desk, 'adminsuit.defence');
    expect(clock.map(({ due, organisation }) => [due, organisation])).toEqual([
      ['2026-11-02', 'yantaiPatentDepartment'],
    ]);
    expect(clocksBy(desk, 'adminsuit.serve')).toEqual([]);
    expect(dueOfClock(desk, 'adminsuit.ordinary')).toBe('2027-04-14');
    await records(desk, 'recordAuthorityDefence', { withEvidence: true }, '2026-10-28T10:00');
    expect(clocksBy(desk, 'adminsuit.defence')).toEqual([]);
    expect(dueOfClock(desk, 'adminsuit.forward')).toBe('2026-11-02');
    await records(desk, 'forwardAuthorityDefence');
    expect(clocksBy(desk, 'adminsuit.forward')).toEqual([]);
  });

  it('warn that evidence the authority does not bring counts as missing (APL 34)', async () => {
    const desk = await suitOverRulingRegistered();
    const doubt = await desk.refuses(
      'acknowledge-warnings',
      'adjudicator',
      'recordAuthorityDefence',
      administrativeSuit,
      {},
      courtPaper,
    );
    expect(doubt.warnings.map(({ code }) => code)).toEqual(['authority-without-evidence']);
  });

  it('are forty-five days in the summary procedure, and stand still during a stay', async () => {
    const desk = await suitOverRulingRegistered(undefined, 'summary');
    expect(dueOfClock(desk, 'adminsuit.summary')).toBe('2026-11-30');
    await records(desk, 'stayAdministrativeSuit', { reason: 'otherCase' }, '2026-10-20T10:00');
    await records(desk, 'resumeAdministrativeSuit', {}, '2026-10-30T10:00');
    expect(dueOfClock(desk, 'adminsuit.summary')).toBe('2026-12-08');
  });

  it('run anew after a correction', async () => {
    const desk = await suedOverRuling();
    const correction = { papers: '起诉状未写明被告', until: '2026-10-20' };
    await records(desk, 'requireAdministrativeCorrection', correction, '2026-10-13T10:00');
    expect([clocksBy(desk, 'adminsuit.register'), dueOfClock(desk, 'adminsuit.correction')]).toEqual([
      [],
      '2026-10-20',
    ]);
    await records(desk, 'recordAdministrativeCorrection', {}, '2026-10-15T10:00');
    expect(dueOfClock(desk, 'adminsuit.register')).toBe('2026-10-22');
  });

  it('refuse a correction term that is over before it begins, and service before registration', async () => {
    const desk = await suedOverRuling();
    const correction = { papers: '材料', until: '2026-10-12' };
    const refuses = (code: string, command: string, data = {}) =>
      desk.refuses(code, 'adjudicator', command, administrativeSuit, data, courtPaper);
    await refuses('administrative-correction-before-start', 'requireAdministrativeCorrection', correction);
    await refuses('administrative-suit-not-registered', 'serveAuthority');
    await refuses('no-administrative-judgment', 'recordServiceOnAuthority');
    const served = { party: partyId(desk.file, 'claimant'), paper: 'judgment' };
    await refuses('nothing-to-serve-yet', 'recordAdministrativeService', served);
  });
});

describe('beside a suit for damages', () => {
  it('neither shuts the other out, in whichever order they come', async () => {
    const first = await suedOverRuling();
    await suedForDamages(first);
    expect(openNotes(first.file)).toEqual([]);
    const second = await ruled();
    await suedForDamages(second);
    await suedOverRuling(second);
    for (const desk of [first, second])
      expect([...states(desk), stateOf(desk, 'litigation')]).toEqual(['challenged', 'received', 'inCourt', 'received']);
    expect(Object.values(first.file.handoffs).at(-1)!.route).toBe('T21');
  });

  it('the civil dispute is not joined to it any more, as the court is told (APLI 139)', async () => {
    const desk = await suedOverRuling();
    const asked = { party: partyId(desk.file, 'claimant'), allowed: true };
    await records(desk, 'joinCivilDispute', asked);
    await suedForDamages(desk);
    const doubt = await desk.refuses(
      'acknowledge-warnings',
      'adjudicator',
      'joinCivilDispute',
      administrativeSuit,
      asked,
      courtPaper,
    );
    expect(doubt.warnings.map(({ code }) => code)).toEqual(['civil-suit-pending-already']);
  });
});

describe('the judgment comes back to the ruling', () => {
  it.each([
    ['upheld', 'effective', 'upheld', 'beforeAuthority', 1],
    ['unlawful', 'effective', 'unlawful', 'beforeAuthority', 1],
    ['changed', 'effective', 'changed', 'beforeAuthority', 1],
    ['revoked', 'annulled', 'annulled', 'unresolved', 0],
    ['revokedAnew', 'filed', 'revoked', 'beforeAuthority', 0],
  ])('%s: the ruling is %s', async (result, state, noted, path, owed) => {
    const desk = await judgedOverRuling(await suitOverRulingRegistered(), { result });
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual([state, path]);
    expect(obligationsOf(desk.file)).toHaveLength(owed);
    const facts = Object.values(desk.file.facts).filter(({ type }) => type === 'recordChallengeResult');
    expect(facts.map(({ values }) => values.result)).toEqual([noted]);
    expect(outcomesOf(proceedingOf(desk.file, 'administrativeLitigation'))).toEqual([result]);
    expect(openNotes(desk.file)).toEqual([]);
  });

  it('only when everybody was served, the authority too, and the last time to appeal has passed (APL 85)', async () => {
    const desk = await suitOverRulingRegistered();
    await records(desk, 'recordAdministrativeJudgment', { result: 'upheld' }, '2026-12-21T10:00');
    const early = (at: string) =>
      desk.refuses(
        'administrative-appeal-term-running',
        'adjudicator',
        'recordAdministrativeFinality',
        administrativeSuit,
        {},
        { ...courtPaper, at },
      );
    for (const party of Object.keys(desk.file.parties))
      await records(desk, 'recordAdministrativeService', { party, paper: 'judgment' });
    expect((await early('2027-01-06T10:00')).text.zh).toContain('被告机关');
    await records(desk, 'recordServiceOnAuthority', {}, '2027-01-07T10:00');
    await early('2027-01-22T10:00');
    expect(stateOf(desk, 'adminRuling')).toBe('challenged');
    await records(desk, 'recordAdministrativeFinality', {}, '2027-01-23T10:00');
    expect(stateOf(desk, 'adminRuling')).toBe('effective');
  });

  it('with a day for a new ruling only where one was ordered (APL 70)', async () => {
    const desk = await suitOverRulingRegistered();
    const judgment = { result: 'upheld', newRulingBy: '2027-03-01' };
    const on = { ...courtPaper, at: '2026-12-21T10:00' };
    await desk.refuses(
      'no-new-ruling-ordered',
      'adjudicator',
      'recordAdministrativeJudgment',
      administrativeSuit,
      judgment,
      on,
    );
  });

  it('as the second instance decides, and not before', async () => {
    const desk = await suitOverRulingRegistered();
    await records(desk, 'recordAdministrativeJudgment', { result: 'revokedAnew' }, '2026-12-21T10:00');
    await records(desk, 'recordAdministrativeAppeal', {}, '2026-12-25T10:00');
    expect(states(desk)).toEqual(['challenged', 'onAppeal', 'beforeAuthority']);
    expect(dueOfClock(desk, 'adminsuit.appeal.decide')).toBe('2027-03-25');
    const appeal = { result: 'changed', number: '（2027）最高法知行终8号' };
    const on = { ...courtPaper, at: '2027-03-01T10:00' };
    const code = 'changed-judgment-says-what';
    await desk.refuses(code, 'adjudicator', 'recordAdministrativeAppealResult', administrativeSuit, appeal, on);
    await records(desk, 'recordAdministrativeAppealResult', { ...appeal, finalResult: 'upheld' }, on.at);
    expect(states(desk)).toEqual(['effective', 'final', 'beforeAuthority']);
  });

  it('not when the case is remanded: it is heard anew', async () => {
    const desk = await suitOverRulingRegistered();
    await records(desk, 'recordAdministrativeJudgment', { result: 'revoked' }, '2026-12-21T10:00');
    await records(desk, 'recordAdministrativeAppeal', { party: partyId(desk.file, 'claimant') }, '2026-12-25T10:00');
    const remanded = { result: 'remanded', number: '（2027）最高法知行终8号' };
    await records(desk, 'recordAdministrativeAppealResult', remanded, '2027-03-01T10:00');
    expect(states(desk)).toEqual(['challenged', 'registered', 'beforeAuthority']);
    expect(dueOfClock(desk, 'adminsuit.ordinary')).toBe('2027-09-01');
  });

  it.each([
    ['a withdrawal', [['withdrawAdministrativeSuit', { how: 'allowed' }]]],
    [
      'a suit that was turned away, once its time to appeal is over',
      [
        ['dismissAdministrativeSuit', { reason: 'late' }],
        ['closeAdministrativeSuit', {}],
      ],
    ],
  ] as const)('after %s the ruling stands', async (_what, steps) => {
    const desk = await suitOverRulingRegistered();
    for (const [command, data] of steps) await records(desk, command, data, '2026-11-20T10:00');
    expect(stateOf(desk, 'adminRuling')).toBe('effective');
    expect(kit.meta(proceedingOf(desk.file, 'administrativeLitigation').slot).over).toBe(true);
  });

  it('and a new ruling, not the same on the same facts (APL 71), can be sued over in a suit of its own', async () => {
    const desk = await judgedOverRuling(await suitOverRulingRegistered(), { result: 'revokedAnew' });
    desk.at('2027-02-01T10:00');
    const anew = infringement(desk, { number: '烟知裁决〔2027〕1号' });
    const again = await desk.refuses('acknowledge-warnings', 'adjudicator', 'issueRuling', ruling, anew);
    expect(again.warnings.map(({ code }) => code)).toEqual(['same-ruling-after-revocation']);
    const acknowledged = again.warnings.map(({ code }) => code);
    await desk.gives('adjudicator', 'issueRuling', ruling, anew, { acknowledged });
    desk.at('2027-02-10T10:00');
    const court = 'yantaiIntermediateCourt';
    await desk.gives('adjudicator', 'recordAdministrativeSuit', ruling, (c) => ({
      party: partyId(c, 'claimant'),
      court,
    }));
    const suits = Object.values(desk.file.proceedings).filter(({ channel }) => channel === 'administrativeLitigation');
    expect(suits.map((suit) => rolesOf(desk.file, suit).plaintiffs)).toEqual([
      expect.any(Array),
      [partyId(desk.file, 'claimant')],
    ]);
  });
});

describe('the letters of the suit', () => {
  it('go to the plaintiff when it is registered, to the third person when it is joined, and say that the ruling goes on', async () => {
    const desk = await suedOverRuling();
    const record = (command: string, data: Data) =>
      desk.gives('adjudicator', command, administrativeSuit, data, courtPaper);
    const registered = await record('registerAdministrativeSuit', {
      number: '（2026）鲁06行初21号',
      procedure: 'ordinary',
    });
    expect(toldTo(desk, registered)).toEqual(['administrativeSuitRegistered respondent']);
    const joined = await record('joinThirdPerson', { party: partyId(desk.file, 'claimant'), how: 'notified' });
    expect(toldTo(desk, joined)).toEqual(['administrativeSuitThirdPerson claimant']);
    expect(wordsOf(desk, joined, 'administrativeSuitThirdPerson')).toContain('不停止裁决的执行');
  });

  it('name the last day to appeal to whoever was served, and nobody else', async () => {
    const desk = await suitOverRulingRegistered();
    await records(desk, 'recordAdministrativeJudgment', { result: 'upheld' }, '2026-12-21T10:00');
    const served = { party: partyId(desk.file, 'respondent'), paper: 'judgment' };
    const decision = await desk.gives(
      'adjudicator',
      'recordAdministrativeService',
      administrativeSuit,
      served,
      courtPaper,
    );
    expect(toldTo(desk, decision)).toEqual(['administrativeJudgmentReceived respondent']);
    expect(wordsOf(desk, decision, 'administrativeJudgmentReceived')).toContain('2027-01-05');
  });
});
