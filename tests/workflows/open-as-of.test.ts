/** Cases that were running before this register began: the lawful way in for an older one. */
import { describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/desk.ts';
import { clocksBy, dueOfClock, partyId, pathOf, proceeding, stateOf, theCase } from '../support/desk-words.ts';
import { assertCase, assertJournal } from '../support/invariants.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const suit = proceeding('litigation');

/** A case of an older register, opened there on 3 August and entered here on 1 September. */
async function older(by: 'limin' | 'liu', channel: string, source = 'olderRegister'): Promise<Desk> {
  const desk = openDesk();
  const data = {
    claimant: { name: '甲公司', telephone: '13800000001' },
    summary: '旧台账转入的在办案件',
    source,
    respondents: [{ who: { name: '乙商行' } }],
  };
  await desk.gives(by, 'openCase', theCase, data, { occurredOn: '2026-08-03' });
  await desk.gives(by, 'routeHere', intake, { channel }, { occurredOn: '2026-08-03' });
  return desk;
}

const register = { source: '2026年调解台账第12页' };

describe('a mediation that was running in an older register', () => {
  it('is entered in its state, on its own date, and goes on from there', async () => {
    const desk = await older('limin', 'peopleMediation');
    const data = { ...register, state: 'inSession', dates: [{ fact: 'mediationAccepted', on: '2026-08-05' }] };
    await desk.gives('limin', 'openAsOf', mediation, data, { occurredOn: '2026-08-20' });
    expect([stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual(['inSession', 'inMediation']);
    expect(dueOfClock(desk, 'pm.term')).toBe('2026-09-07');
    await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' });
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    expect(stateOf(desk, 'peopleMediation')).toBe('failed');
    assertCase(desk);
    assertJournal(desk.file, await desk.journal());
  });

  it('keeps where it is written in the journal', async () => {
    const desk = await older('limin', 'peopleMediation');
    const data = { ...register, state: 'accepted', dates: [{ fact: 'mediationAccepted', on: '2026-08-05' }] };
    await desk.gives('limin', 'openAsOf', mediation, data, { occurredOn: '2026-08-05' });
    const entry = (await desk.journal()).find(({ envelope }) => envelope.type === 'openAsOf');
    expect(entry?.body?.data.source).toBe(register.source);
    expect(entry?.body?.slotAfter?.value).toBe('accepted');
  });

  it('is entered once, and not after it has moved here', async () => {
    const desk = await older('limin', 'peopleMediation');
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.refuses('proceeding-has-moved', 'limin', 'openAsOf', mediation, { ...register, state: 'inSession' });
  });

  it('is entered with a source, and in no state that is its first or that is over', async () => {
    const desk = await older('limin', 'peopleMediation');
    await desk.refuses('field-missing', 'limin', 'openAsOf', mediation, { state: 'inSession' });
    await desk.refuses('not-a-choice', 'limin', 'openAsOf', mediation, { ...register, state: 'applied' });
    await desk.refuses('not-a-choice', 'limin', 'openAsOf', mediation, { ...register, state: 'closed' });
  });
});

describe('a suit that was running in an older register', () => {
  it('has its number, and the time to appeal of each party from its own service', async () => {
    const desk = await older('liu', 'litigation');
    const dates = ['claimant', 'respondent'].map((side, index) => ({
      fact: 'judgmentServed',
      on: `2026-08-2${index + 4}`,
      party: partyId(desk.file, side as 'claimant'),
    }));
    const data = { ...register, state: 'judged', number: '（2025）鲁0602民初88号', dates };
    await desk.gives('liu', 'openAsOf', suit, data, { occurredOn: '2026-08-20' });
    expect(clocksBy(desk, 'lit.appeal.judgment').map(({ due }) => due)).toEqual(['2026-09-08', '2026-09-09']);
    expect(pathOf(desk)).toBe('inCourt');
  });

  it('is marked where nobody knows when its clocks began', async () => {
    const desk = await older('liu', 'litigation');
    await desk.gives('liu', 'openAsOf', suit, { ...register, state: 'registered' });
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'openAsOf');
    expect(fact?.irregular.map(({ code }) => code)).toEqual(['clock-start-unknown']);
  });

  it('says whose time it is, where each party has its own', async () => {
    const desk = await older('liu', 'litigation');
    await desk.refuses('party-of-date-needed', 'liu', 'openAsOf', suit, {
      ...register,
      state: 'judged',
      dates: [{ fact: 'judgmentServed', on: '2026-08-24' }],
    });
  });
});

describe('a case that came in at our own door', () => {
  it('is walked step by step: nobody is offered a state to put it in', async () => {
    const desk = await older('limin', 'peopleMediation', 'window');
    const offered = desk.offers('limin', mediation).map(({ definition }) => definition.type);
    expect(offered).not.toContain('openAsOf');
    await desk.refuses('not-for-this-case', 'limin', 'openAsOf', mediation, { ...register, state: 'inSession' });
  });
});
