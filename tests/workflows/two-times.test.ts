/** A case looked back at: what had happened by a day, and what was known of it. Nothing later shows through. */
import { describe, expect, it } from 'vitest';
import { type CaseFile, caseFileAsOf, type LegalDate, obligationsOf } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { agreed, confirmed, offeredToStation, papersReady, writtenAgreement } from '../support/desk-stages.ts';
import { handoff, itemIds, partyId, proceeding, proceedingOf, theCase } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');

async function asOf(desk: Desk, on: LegalDate | null, knownAt: LegalDate | null = null): Promise<CaseFile> {
  const moment = { on, knownAt: knownAt === null ? null : `${knownAt}T23:59:59+08:00` };
  return caseFileAsOf(desk.file, await desk.journal(), moment);
}

describe('a handoff looked back at', () => {
  it('has no receipt, no answer and nothing opened before the receiver turned its key', async () => {
    const desk = await confirmed();
    const standing = async (on: LegalDate) => {
      const [one] = Object.values((await asOf(desk, on)).handoffs);
      return one && [one.slot.value, one.offeredOn?.slice(0, 10), one.receivedOn?.slice(0, 10), one.opened !== null];
    };
    expect(await standing('2026-09-03')).toBeUndefined();
    expect(await standing('2026-09-04')).toEqual(['offered', '2026-09-04', undefined, false]);
    expect(await standing('2026-09-07')).toEqual([expect.any(String), '2026-09-04', '2026-09-07', true]);
  });

  it('that was returned shows neither the return nor its ground before', async () => {
    const desk = await offeredToStation();
    await desk.gives('station', 'receiveHandoff', handoff, {}, { at: '2026-09-03T09:00' });
    await desk.gives(
      'station',
      'returnHandoff',
      handoff,
      { reason: 'outsideScope', explanation: '不熟悉该技术' },
      { at: '2026-09-05T09:00' },
    );
    const [before] = Object.values((await asOf(desk, '2026-09-04')).handoffs);
    expect([before?.slot.value, before?.returnReason, before?.answeredOn]).toEqual(['received', null, null]);
    const [after] = Object.values((await asOf(desk, '2026-09-05')).handoffs);
    expect([after?.slot.value, after?.returnReason]).toEqual(['returned', 'outsideScope']);
  });

  it('that moved a mediation to another committee leaves the days before with the first', async () => {
    const desk = await offeredToStation();
    await desk.gives('station', 'receiveHandoff', handoff, {}, { at: '2026-09-03T09:00' });
    await desk.gives('station', 'acceptHandoff', handoff, {}, { at: '2026-09-05T09:00' });
    const holder = async (on: LegalDate) => proceedingOf(await asOf(desk, on), 'peopleMediation').organisation;
    expect([await holder('2026-09-04'), await holder('2026-09-05')]).toEqual([
      'yantaiMediationCommittee',
      'laishanMediationStation',
    ]);
  });
});

describe('a proceeding looked back at', () => {
  it('has neither agreement nor outcome before the day of the agreement, nor before it was written down', async () => {
    const desk = await agreed();
    const held = async (on: LegalDate | null, known: LegalDate | null = null) => {
      const { agreements, outcomes } = proceedingOf(await asOf(desk, on, known), 'peopleMediation');
      return [Object.keys(agreements).length, Object.values(outcomes)];
    };
    expect(await held('2026-09-02')).toEqual([0, []]);
    expect(await held(null, '2026-09-02')).toEqual([0, []]);
    expect(await held('2026-09-03')).toEqual([1, ['settled']]);
  });

  it('was in the hands of whoever was known to be in charge, also where somebody else was put there from an earlier day', async () => {
    const desk = await agreed();
    const given = { officer: 'li-min', deputies: [] };
    await desk.gives('limin', 'assignOfficer', mediation, given, { at: '2026-09-10T10:00', occurredOn: '2026-09-02' });
    const officers = async (on: LegalDate | null, known: LegalDate | null) =>
      proceedingOf(await asOf(desk, on, known), 'peopleMediation')
        .assignments.filter(({ to }) => to === null)
        .map(({ person }) => person);
    expect(await officers(null, '2026-09-09')).not.toContain('li-min');
    expect(await officers('2026-09-05', '2026-09-09')).not.toContain('li-min');
    expect(await officers(null, '2026-09-10')).toEqual(['li-min']);
    expect(await officers('2026-09-05', null)).toEqual(['li-min']);
  });

  it('is not confused by an agreement that was annulled and made again', async () => {
    const desk = await agreed();
    await desk.gives('sun', 'annulStep', mediation, { reason: '日期写错' }, { at: '2026-09-04T10:00' });
    desk.at('2026-09-05T10:00');
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-05'));
    const agreements = async (on: LegalDate) =>
      Object.keys(proceedingOf(await asOf(desk, on), 'peopleMediation').agreements).length;
    expect([await agreements('2026-09-04'), await agreements('2026-09-05')]).toEqual([0, 1]);
  });

  it('shows an agreement that was annulled later as it was known then, with outcome and obligations', async () => {
    const desk = await agreed();
    await desk.gives('sun', 'annulStep', mediation, { reason: '日期写错' }, { at: '2026-09-04T10:00' });
    const seen = (file: CaseFile) => {
      const { agreements, outcomes } = proceedingOf(file, 'peopleMediation');
      const [matter] = Object.values(file.matters);
      return [
        Object.values(agreements).map(({ form }) => form),
        Object.values(outcomes),
        matter?.slot.value,
        obligationsOf(file).length > 0,
      ];
    };
    const known = ['written'];
    expect(seen(desk.file)).toEqual([[], [], 'inMediation', false]);
    expect(seen(await asOf(desk, null, '2026-09-03'))).toEqual([known, ['settled'], 'settled', true]);
    expect(seen(await asOf(desk, '2026-09-03', '2026-09-03'))).toEqual([known, ['settled'], 'settled', true]);
    expect(seen(await asOf(desk, '2026-09-03', '2026-09-04'))).toEqual([[], [], 'inMediation', false]);
    desk.at('2026-09-05T10:00');
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-05'));
    const first = Object.keys(proceedingOf(await asOf(desk, null, '2026-09-03'), 'peopleMediation').agreements);
    const second = Object.keys(proceedingOf(await asOf(desk, null, '2026-09-05'), 'peopleMediation').agreements);
    expect([first.length, second.length, first[0] === second[0]]).toEqual([1, 1, false]);
  });

  it('that was closed and opened again was over in between', async () => {
    const desk = await agreed();
    const seen = ['return-visit-missing'];
    await desk.gives('limin', 'closeMediation', mediation, {}, { acknowledged: seen, at: '2026-09-10T10:00' });
    const reopening = { state: 'inSession', reason: '误结案' };
    await desk.gives('limin', 'rectify', mediation, reopening, { at: '2026-09-20T10:00' });
    const ended = async (on: LegalDate) =>
      proceedingOf(await asOf(desk, on), 'peopleMediation').endedOn?.slice(0, 10) ?? null;
    expect([await ended('2026-09-09'), await ended('2026-09-15'), await ended('2026-09-20')]).toEqual([
      null,
      '2026-09-10',
      null,
    ]);
  });
});

describe('papers and people looked back at', () => {
  it('a paper taken back later was still on the file', async () => {
    const desk = await papersReady();
    const [item] = itemIds(desk.file, 'mediationProof');
    await desk.gives('limin', 'withdrawItem', mediation, { item, reason: '重复' }, { at: '2026-09-12T10:00' });
    const withdrawn = async (on: LegalDate) => (await asOf(desk, on)).items[item!]?.withdrawn;
    expect([await withdrawn('2026-09-11'), await withdrawn('2026-09-12')]).toEqual([false, true]);
  });

  it('an agent was not there before the authority began, and still there on the days before it ended', async () => {
    const desk = await agreed();
    const party = partyId(desk.file, 'claimant');
    const agent = {
      party,
      who: { kind: 'natural', name: '王律师', telephone: '13800000777' },
      authority: 'general',
    };
    await desk.gives('limin', 'appointAgent', theCase, agent, { at: '2026-09-04T10:00' });
    const agents = async (on: LegalDate) => (await asOf(desk, on)).parties[party]?.agents.map(({ to }) => to);
    expect([await agents('2026-09-03'), await agents('2026-09-04')]).toEqual([[], [null]]);
  });
});
