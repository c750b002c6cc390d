/** Who may give a command, for whom, over what, and what may be chosen. */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../db/memory.ts';
import { channels, commands, handoffKinds, type Role, type Route, routes } from '../../workflows/index.ts';
import { type Desk, openDesk, type Worker } from '../support/desk.ts';
import {
  accepted,
  agreed,
  applied,
  assigned,
  filing,
  inSession,
  offered,
  offeredByCentre,
  offeredToStation,
  openedCase,
  papersReady,
  writtenAgreement,
} from '../support/desk-stages.ts';
import {
  agreementOf,
  handoff,
  itemIds,
  matterId,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const confirmation = proceeding('judicialConfirmation');
const everyone: readonly Worker[] = [
  'sun',
  'zhou',
  'limin',
  'wang',
  'zhao',
  'liu',
  'admin-system',
  'admin-security',
  'admin-audit',
  'station',
  'stationClerk',
];

const session = { mode: 'online' } as const;

describe('a mediation under way', () => {
  it.each(['wang', 'zhao', 'liu', 'station', 'stationClerk', 'admin-system', 'admin-security', 'admin-audit'] as const)(
    '%s of another organisation or office may do nothing with it',
    async (by) => {
      const desk = await inSession();
      await desk.refuses('not-allowed', by, 'openSession', mediation, session);
      await desk.refuses('not-allowed', by, 'endMediation', mediation, { reason: 'other', routesTold: true });
      await desk.refuses('not-allowed', by, 'annulStep', mediation, { reason: 'x' });
      expect(desk.offers(by, mediation)).toEqual([]);
    },
  );

  it('lets its clerk do what the office does, and not what the mediator does', async () => {
    const desk = await inSession();
    await desk.refuses('not-allowed', 'limin', 'openSession', mediation, session);
    await desk.refuses('not-allowed', 'limin', 'noteInside', mediation, { kind: 'minutes', note: '…' });
    await desk.gives('limin', 'recordContact', mediation, (c) => ({
      party: partyId(c, 'claimant'),
      channel: 'telephone',
      result: 'reached',
    }));
  });

  it('lets only the assigned mediator and the deputies sit in it', async () => {
    const desk = await applied();
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua', deputies: [] });
    const refusal = await desk.refuses('not-assigned', 'zhou', 'openSession', mediation, session);
    expect(refusal.instead?.zh).toContain('指定');
    expect(desk.offers('zhou', mediation).find(({ definition }) => definition.type === 'openSession')?.allowed).toBe(
      'no',
    );
    await desk.gives('limin', 'assignOfficer', mediation, { officer: 'sun-lihua', deputies: ['zhou-jianguo'] });
    await desk.gives('zhou', 'openSession', mediation, session);
  });

  it('is no longer the former mediator’s from the day another one took over', async () => {
    const desk = await inSession();
    await desk.gives('limin', 'assignOfficer', mediation, { officer: 'zhou-jianguo' }, { at: '2026-09-05T09:00' });
    await desk.refuses('not-assigned', 'sun', 'openSession', mediation, session);
    await desk.gives('zhou', 'openSession', mediation, session);
  });
});

describe('system commands', () => {
  const commandsOfSystem = Object.values(commands).filter(({ relation }) => relation === 'system');

  it('are given by nobody who signs in', async () => {
    const desk = await agreed();
    for (const { type, target } of commandsOfSystem) {
      const aim = {
        case: theCase,
        matter: (c: Desk['file']) => ({ kind: 'matter', id: matterId(c, 0) }) as const,
        proceeding: mediation,
        handoff,
      }[target];
      for (const by of everyone) {
        const answer = await desk.asks(by, type, aim, {});
        expect(answer.kind === 'refusal' ? answer.code : 'taken', `${by} ${type}`).toMatch(/^(not-allowed|not-found)$/);
      }
    }
    expect(commandsOfSystem.length).toBeGreaterThan(8);
  });
});

describe('the offers of a target', () => {
  it('list every command that is the actor’s to give, with a reason where it is not possible', async () => {
    const desk = await agreed();
    for (const by of everyone) {
      for (const { allowed, refusal, definition } of desk.offers(by, mediation)) {
        expect(allowed === 'no', definition.type).toBe(refusal !== null);
        if (refusal !== null) expect(refusal.text.zh).not.toBe('');
        const roles: readonly Role[] = definition.by;
        expect(desk.given(by).actor.roles.some((role) => roles.includes(role))).toBe(true);
      }
    }
  });

  it('agree with the decision: what is not offered as possible is refused', async () => {
    const desk = await agreed();
    for (const by of everyone) {
      for (const { allowed, definition } of desk.offers(by, mediation)) {
        if (allowed !== 'no') continue;
        const answer = await desk.asks(by, definition.type, mediation, {});
        expect(answer.kind, `${by} ${definition.type}`).toBe('refusal');
      }
    }
  });
});

describe('a court without a login', () => {
  it('has its receipt recorded by the sender with the proof, and marked as recorded for it', async () => {
    const desk = await offered(undefined, 'laishanCourt');
    const refusal = await desk.refuses('evidence-needed', 'sun', 'receiveHandoff', handoff);
    expect(refusal.field).toBe('evidence');
    await desk.gives('sun', 'receiveHandoff', handoff, {}, { evidence: '送达回证第12号' });
    const received = (await desk.journal()).find(({ envelope }) => envelope.type === 'receiveHandoff')!;
    expect(received.envelope.onBehalfOf).toBe('laishanCourt');
    expect(received.body!.evidence).toBe('送达回证第12号');
    expect(proceedingOf(desk.file, 'judicialConfirmation').organisation).toBe('laishanCourt');
  });

  it('has its acceptance and ruling recorded the same way, to the end', async () => {
    const desk = await offered(undefined, 'laishanCourt');
    const proof = { evidence: '电话记录' };
    const number = '（2026）鲁0613诉前调确9号';
    await desk.gives('sun', 'receiveHandoff', handoff, {}, proof);
    await desk.refuses('evidence-needed', 'limin', 'acceptConfirmation', confirmation, { number });
    await desk.gives('limin', 'acceptConfirmation', confirmation, { number }, proof);
    await desk.gives(
      'limin',
      'recordConfirmationRuling',
      confirmation,
      { result: 'confirmed', number, judge: '法官' },
      proof,
    );
    expect([stateOf(desk, 'judicialConfirmation'), pathOf(desk)]).toEqual(['confirmed', 'confirmed']);
  });

  it('is recorded for by those beside it only', async () => {
    const desk = await offered(undefined, 'laishanCourt');
    for (const by of ['wang', 'liu', 'station', 'admin-system'] as const)
      await desk.refuses('not-allowed', by, 'receiveHandoff', handoff, {}, { evidence: '送达回证' });
  });

  it('marks nothing where the court answers for itself', async () => {
    const desk = await accepted();
    for (const { envelope } of await desk.journal()) expect(envelope.onBehalfOf).toBeNull();
  });

  it('that has a login is not answered for by the sender', async () => {
    const desk = await offered();
    await desk.refuses('not-allowed', 'sun', 'receiveHandoff', handoff, {}, { evidence: '送达回证' });
  });
});

describe('what may be chosen', () => {
  it('leaves out the paper of another proceeding', async () => {
    const desk = await papersReady();
    const paper = { document: 'evidence', title: '登记时的照片', class: 'partyFile', pages: 1 };
    await desk.gives('limin', 'addItem', intake, paper);
    const foreign = itemIds(desk.file, 'evidence');
    const listed = desk.choices('sun', 'prepareHandoff', mediation, 'items').map(({ value }) => value);
    expect(listed).not.toContain(foreign[0]);
    const data = { ...filing(desk), items: foreign };
    await desk.refuses('not-a-choice', 'sun', 'prepareHandoff', mediation, data);
  });

  it('leaves out the officer of another organisation', async () => {
    const desk = await assigned();
    for (const officer of ['station-mediator', 'liu-yang', 'nobody'])
      await desk.refuses('not-a-choice', 'limin', 'assignMediator', mediation, { mediator: officer });
    const clerk = { mediator: 'li-min' };
    await desk.refuses('not-a-choice', 'limin', 'assignMediator', mediation, clerk);
  });

  it('leaves out the party, the matter and the agreement of another case', async () => {
    const store = memoryStore();
    const other = await agreed(openDesk({ caseId: 'case-9', store }));
    const desk = await papersReady(openDesk({ store }));
    const party = partyId(other.file, 'claimant');
    const contact = { party, channel: 'telephone', result: 'reached' };
    await desk.refuses('not-a-choice', 'limin', 'recordContact', mediation, contact);
    const agreement = { ...filing(desk), agreement: agreementOf(other.file) };
    await desk.refuses('not-a-choice', 'sun', 'prepareHandoff', mediation, agreement);
    const split = { matter: matterId(other.file, 0), respondents: [], dispute: 'ownership', reason: 'x' };
    await desk.refuses('not-a-choice', 'sun', 'splitMatter', theCase, split);
  });

  it('is checked inside rows too', async () => {
    const desk = await inSession();
    const signatures = [{ party: 'stranger', signedOn: '2026-09-02' }];
    const refusal = await desk.refuses(
      'not-a-choice',
      'sun',
      'recordAgreement',
      mediation,
      writtenAgreement(desk, '2026-09-02', { signatures }),
    );
    expect(refusal.field).toBe('signatures.0.party');
  });
});

describe('a route whose channel comes later', () => {
  const later = routes.filter((route: Route) => !route.to.some((to) => channels.some(({ id }) => id === to)));

  it.each(
    later
      .filter(({ from }) => from.some((one) => one === 'intake'))
      .map((route: Route) => [route.id, route.to] as const),
  )('%s from intake is refused with the code of a channel not offered yet', async (_, to) => {
    const desk = await openedCase();
    for (const channel of to) await desk.refuses('channel-not-offered-yet', 'limin', 'routeHere', intake, { channel });
  });

  it('carried by a handoff is refused the same way, with what to do instead', async () => {
    const desk = await inSession();
    const reachable = desk.choices('limin', 'prepareHandoff', mediation, 'kind').map(({ value }) => value);
    const closed = Object.entries(handoffKinds).filter(
      ([id, kind]) =>
        reachable.includes(id) &&
        kind.effect === 'opens' &&
        kind.opens !== null &&
        !channels.some((one) => one.id === kind.opens),
    );
    expect(closed.map(([id]) => id).sort()).toEqual(['H10', 'H13']);
    for (const [kind, { to }] of closed) {
      const receiver = Object.values(desk.reference.organisations).find((one) =>
        to.some((wanted) => wanted === one.kind),
      );
      if (receiver === undefined) continue;
      const refusal = await desk.refuses('channel-not-offered-yet', 'limin', 'prepareHandoff', mediation, {
        kind,
        to: receiver.id,
      });
      expect(refusal.instead?.zh).toContain('直接');
    }
  });

  it('knows every route from T1 to T38 as data', () => {
    expect(routes.map(({ id }) => id)).toEqual(Array.from({ length: 38 }, (_, index) => `T${index + 1}`));
  });
});

describe('custody', () => {
  it('moves to another committee only when it accepts; until then the sender answers', async () => {
    const desk = await offeredToStation();
    await desk.refuses('not-allowed', 'station', 'endMediation', mediation, { reason: 'other' });
    await desk.gives('stationClerk', 'receiveHandoff', handoff);
    expect(proceedingOf(desk.file, 'peopleMediation').organisation).toBe('yantaiMediationCommittee');
    await desk.gives('stationClerk', 'acceptHandoff', handoff);
    expect(proceedingOf(desk.file, 'peopleMediation').organisation).toBe('laishanMediationStation');
    await desk.refuses('not-allowed', 'sun', 'openSession', mediation, session);
    await desk.gives('stationClerk', 'assignMediator', mediation, { mediator: 'station-mediator' });
    await desk.gives('station', 'openSession', mediation, session);
  });

  it('stays with the sender when the packet comes back, with a reason of the list only', async () => {
    const desk = await offeredByCentre();
    await desk.gives('limin', 'receiveHandoff', handoff);
    const back = { explanation: '不属于本机构受理范围' };
    await desk.refuses('return-reason-not-allowed', 'limin', 'returnHandoff', handoff, {
      ...back,
      reason: 'noArbitrationAgreement',
    });
    await desk.gives('limin', 'returnHandoff', handoff, { ...back, reason: 'outsideScope' });
    expect(Object.keys(desk.file.proceedings)).toHaveLength(1);
    await desk.gives('wang', 'rejectIntake', intake, { reason: 'partyRefuses', routesTold: '已告知诉讼途径' });
  });

  it('passes from the centre to the committee: intake ends, the mediation opens there', async () => {
    const desk = await offeredByCentre();
    await desk.gives('limin', 'receiveHandoff', handoff);
    await desk.gives('limin', 'acceptHandoff', handoff);
    expect([stateOf(desk, 'intake'), stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual([
      'routed',
      'applied',
      'inMediation',
    ]);
    expect(proceedingOf(desk.file, 'peopleMediation').organisation).toBe('yantaiMediationCommittee');
  });

  it('can be recalled until it is received, and a draft be discarded', async () => {
    const desk = await offeredByCentre();
    await desk.gives('wang', 'recallHandoff', handoff, { reason: '当事人改变主意' });
    await desk.refuses('not-allowed', 'limin', 'recallHandoff', handoff, { reason: 'x' });
    await desk.refuses('not-in-this-state', 'limin', 'receiveHandoff', handoff);
  });

  it('needs every paper that must travel', async () => {
    const desk = await papersReady();
    const items = itemIds(desk.file, 'mediationAgreement');
    await desk.gives('sun', 'prepareHandoff', mediation, { ...filing(desk), items });
    const refusal = await desk.refuses('packet-incomplete', 'sun', 'offerHandoff', handoff);
    expect(refusal.text.zh).toContain('司法确认申请书');
  });

  it('of a party’s own paper needs that party’s consent', async () => {
    const desk = await papersReady();
    const data = { ...filing(desk), partiesConsent: false };
    await desk.refuses('protected-item', 'sun', 'prepareHandoff', mediation, data);
  });
});
