/** Hearings go into the calendars of those who are told of them, move there and go out again; and what is told of an attack on a right. */
import { describe, expect, it } from 'vitest';
import { invitationOf } from '../../server/letters/mail.ts';
import { type CalendarDraft, type Decision, writeLetter } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { arbitration, tribunalSits } from '../support/desk-arbitration.ts';
import { registered, suit } from '../support/desk-court.ts';
import { attacked, defended, filed, partyId, ruling } from '../support/desk-ruling.ts';
import { proceeding } from '../support/desk-words.ts';
import { lettersAt, toldTo, wordsOf } from '../support/letters.ts';

const hearing = { at: '2026-09-22T09:30', place: '审理室' };
const calendars = (desk: Desk, decision: Decision): readonly CalendarDraft[] =>
  lettersAt(desk, decision).flatMap((draft) => writeLetter(draft).calendar ?? []);
const told = (desk: Desk, decision: Decision) =>
  calendars(desk, decision).map(({ at, sequence, cancelled }) => [at, sequence, cancelled === true]);

describe('an oral hearing of a ruling', () => {
  it('stands in the calendar of everybody who is told of it, with its place', async () => {
    const desk = await defended();
    const set = await desk.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    expect(told(desk, set)).toEqual([
      ['2026-09-22T09:30', 0, false],
      ['2026-09-22T09:30', 0, false],
    ]);
    expect(calendars(desk, set)[0]).toMatchObject({ place: '审理室', summary: expect.stringContaining('口头审理 · ') });
    const unserved = await filed();
    const early = await unserved.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    expect(calendars(unserved, early)).toHaveLength(1);
  });

  it('that is moved keeps its entry with a higher number, and goes out when it is called off', async () => {
    const desk = await defended();
    const set = await desk.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    const moved = await desk.gives('adjudicator', 'scheduleOralHearing', ruling, {
      ...hearing,
      at: '2026-09-23T09:30',
    });
    const off = await desk.gives('adjudicator', 'callOffHearing', ruling);
    const sessions = [set, moved, off].flatMap((one) => calendars(desk, one).map(({ session }) => session));
    expect(new Set(sessions).size).toBe(1);
    expect([told(desk, moved)[0], told(desk, off)[0]]).toEqual([
      ['2026-09-23T09:30', 1, false],
      ['2026-09-23T09:30', 2, true],
    ]);
    expect(wordsOf(desk, off, 'oralHearingCalledOff')).toContain('2026-09-23 星期三 09:30');
    const again = await desk.gives('adjudicator', 'scheduleOralHearing', ruling, {
      ...hearing,
      at: '2026-09-29T09:30',
    });
    expect(sessions).not.toContain(calendars(desk, again)[0]?.session);
    expect(told(desk, again)[0]).toEqual(['2026-09-29T09:30', 0, false]);
  });

  it('goes out of the calendar when the case is paused before it, and not when it was held', async () => {
    const desk = await attacked();
    await desk.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    const stayed = await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    expect(toldTo(desk, stayed)).toEqual(['rulingStayed claimant', 'rulingStayed respondent']);
    expect(told(desk, stayed)[0]).toEqual(['2026-09-22T09:30', 1, true]);
    const other = await attacked();
    const everybody = Object.keys(other.file.parties);
    await other.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    await other.gives('adjudicator', 'noticeOralHearing', ruling, { parties: everybody });
    await other.gives('adjudicator', 'holdOralHearing', ruling, { present: everybody }, { at: '2026-09-22T09:30' });
    const later = await other.gives('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    expect(calendars(other, later)).toEqual([]);
  });

  it('cannot be called off when none is waiting, or by somebody else', async () => {
    const desk = await defended();
    await desk.refuses('no-hearing-planned', 'adjudicator', 'callOffHearing', ruling);
    await desk.gives('adjudicator', 'scheduleOralHearing', ruling, hearing);
    await desk.refuses('not-allowed', 'liu', 'callOffHearing', ruling);
    await desk.gives('adjudicator', 'callOffHearing', ruling);
    await desk.refuses('no-hearing-planned', 'adjudicator', 'callOffHearing', ruling);
  });
});

describe('a hearing of a tribunal or a court', () => {
  it('is an entry of the calendar too, and a court’s is told only to those whom the court has served', async () => {
    const desk = await tribunalSits();
    const at = { at: '2026-09-21T09:00', place: '第一仲裁庭' };
    const set = await desk.gives('arbitrator', 'scheduleArbitrationHearing', arbitration, {
      ...at,
      toldOn: '2026-09-10',
    });
    expect(told(desk, set).map(([when]) => when)).toEqual([at.at, at.at]);
    const court = await registered();
    const summons = await court.gives('liu', 'scheduleCourtHearing', suit, {
      at: '2027-03-01T09:00',
      place: '第三法庭',
    });
    expect(toldTo(court, summons)).toEqual(['courtHearingSet claimant']);
    expect(told(court, summons)).toEqual([['2027-03-01T09:00', 0, false]]);
    const off = await court.gives('liu', 'callOffHearing', suit);
    expect(toldTo(court, off)).toEqual(['courtHearingCalledOff claimant']);
    expect(told(court, off)).toEqual([['2027-03-01T09:00', 1, true]]);
  });

  it('that is called off is cancelled in the language of calendars, under the same name', () => {
    const calendar = { session: 'c-1-0', at: '2026-09-22T09:30', summary: '口头审理', place: null };
    const message = { id: 'l', fromName: '烟台', to: null, replyTo: null, subject: '', text: '' };
    const writtenAt = Temporal.Instant.from('2026-09-15T00:00:00Z');
    const mailed = (draft: CalendarDraft) =>
      invitationOf({ ...message, calendar: draft, writtenAt }, 'a@b.example') ?? '';
    const set = mailed({ ...calendar, sequence: 0 });
    const off = mailed({ ...calendar, sequence: 1, cancelled: true });
    expect(set).toContain('METHOD:REQUEST');
    for (const one of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', 'DTSTART:20260922T013000Z'])
      expect(off).toContain(one);
    expect(/UID:(.+)/.exec(off)?.[1]).toBe(/UID:(.+)/.exec(set)?.[1]);
  });
});

describe('an attack on the right', () => {
  const invalidation = proceeding('invalidation');
  const proof = { evidence: '国家知识产权局通知书' };
  const patent = { kind: 'patentInvalidation', number: '5W123456' };

  it('that the office accepted is told to both, without saying who is right', async () => {
    const desk = await attacked();
    const accepted = await desk.gives('adjudicator', 'acceptInvalidation', invalidation, patent, proof);
    expect(toldTo(desk, accepted)).toEqual(['invalidationAccepted claimant', 'invalidationAccepted respondent']);
    for (const one of ['5W123456', '不表示权利已经失去效力', '是否因此中止'])
      expect(wordsOf(desk, accepted, 'invalidationAccepted')).toContain(one);
  });

  it('is not told to a respondent who has not heard of the case that rests on the right', async () => {
    const desk = await filed();
    await desk.gives('adjudicator', 'recordInvalidationRequest', ruling, {}, { at: '2026-09-03T11:00' });
    const accepted = await desk.gives('adjudicator', 'acceptInvalidation', invalidation, patent, proof);
    expect(toldTo(desk, accepted)).toEqual(['invalidationAccepted claimant']);
  });

  it('that is decided tells each who received the decision its own last day, and nothing of what it holds', async () => {
    const desk = await attacked();
    await desk.gives('adjudicator', 'acceptInvalidation', invalidation, patent, proof);
    desk.at('2026-11-30T10:00');
    const served = [{ party: partyId(desk.file, 'claimant'), servedOn: '2026-11-30' }];
    const decided = await desk.gives(
      'adjudicator',
      'decideInvalidation',
      invalidation,
      { result: 'invalid', served },
      proof,
    );
    expect(toldTo(desk, decided)).toEqual(['patentDecisionReceived claimant']);
    expect(wordsOf(desk, decided, 'patentDecisionReceived')).toContain('2027-03-01');
    expect(JSON.stringify(lettersAt(desk, decided))).not.toMatch(/"invalid"|全部无效/);
    const inForce = await desk.gives(
      'adjudicator',
      'recordInvalidationEffect',
      invalidation,
      {},
      { ...proof, at: '2027-03-02T10:00' },
    );
    expect(toldTo(desk, inForce)).toEqual(['invalidationInForce claimant', 'invalidationInForce respondent']);
  });

  it('that ends otherwise is told once: withdrawn, not accepted, revoked by a court', async () => {
    const endings = [
      ['refuseInvalidation', 'invalidationNotAccepted'],
      ['withdrawInvalidation', 'invalidationWithdrawn'],
    ] as const;
    for (const [type, notice] of endings) {
      const desk = await attacked();
      const ended = await desk.gives('adjudicator', type, invalidation, {}, proof);
      expect(toldTo(desk, ended)).toEqual([`${notice} claimant`, `${notice} respondent`]);
    }
    const desk = await attacked();
    await desk.gives('adjudicator', 'acceptInvalidation', invalidation, patent, proof);
    await desk.gives('adjudicator', 'decideInvalidation', invalidation, { result: 'upheld' }, proof);
    const party = partyId(desk.file, 'respondent');
    await desk.gives('adjudicator', 'recordInvalidationSuit', invalidation, { party }, proof);
    const revoked = await desk.gives(
      'adjudicator',
      'recordInvalidationSuitResult',
      invalidation,
      { result: 'revoked' },
      proof,
    );
    expect(toldTo(desk, revoked)).toEqual([
      'invalidationDecisionRevoked claimant',
      'invalidationDecisionRevoked respondent',
    ]);
  });
});
