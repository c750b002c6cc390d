import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import {
  arbitration,
  arbitrationAccepted,
  clearClause,
  heard,
  requested,
  tribunalSits,
} from '../support/desk-arbitration.ts';
import { inSession, openedCase } from '../support/desk-stages.ts';
import {
  clocksBy,
  dueOfClock,
  handoff,
  itemIds,
  matter,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
} from '../support/desk-words.ts';

const intake = proceeding('intake');
const screening = { mediability: 'mediable', suitPending: 'no', earlierOutcome: 'no' };

describe('a request for arbitration', () => {
  it('is to be accepted or refused within five days of its receipt', async () => {
    const desk = await requested();
    expect(dueOfClock(desk, 'arb.accept')).toBe('2026-09-07');
    expect(pathOf(desk)).toBe('inArbitration');
  });

  it('without an agreement is not accepted (F4), and can be refused with its ground', async () => {
    const desk = await requested();
    const answer = await desk.refuses('no-arbitration-agreement', 'arbitrator', 'acceptArbitration', arbitration, {
      number: '1号',
    });
    expect(answer.basis[0]).toMatchObject({ instrument: 'AL25', article: '第四条' });
    await desk.gives('arbitrator', 'refuseArbitration', arbitration, { reason: 'noAgreement' });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['refused', 'unresolved']);
  });

  it('is not routed here when the screening says that there is no agreement (F4)', async () => {
    const desk = await openedCase();
    await desk.gives('limin', 'screenDispute', intake, { ...screening, arbitrationAgreement: 'no' });
    await desk.refuses('organisation-cannot-run-channel', 'limin', 'routeHere', intake, { channel: 'arbitration' });
  });

  it.each([
    ['before the dispute', { kind: 'clause' }],
    ['after the dispute', { kind: 'submission', concludedOn: '2026-08-20' }],
    ['claimed and not denied', { kind: 'claimed' }],
  ])('rests on an agreement made %s', async (_, agreement) => {
    expect(stateOf(await arbitrationAccepted(openDesk(), agreement), 'arbitration')).toBe('accepted');
  });

  it('cannot rest on a claim that nobody denied before that was law', async () => {
    const desk = await requested(openDesk({ at: '2026-02-10T09:00' }));
    const claimed = { ...clearClause, kind: 'claimed' };
    await desk.refuses(
      'implied-agreement-not-yet-law',
      'arbitrator',
      'recordArbitrationAgreement',
      arbitration,
      claimed,
    );
  });

  it('that asks whether a registered right is valid cannot be arbitrated', async () => {
    const desk = await requested(openDesk(), 1, { dispute: 'validity' });
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, clearClause);
    await desk.refuses('not-arbitrable', 'arbitrator', 'acceptArbitration', arbitration, { number: '1号' });
  });

  it('has five days more from the day it was completed', async () => {
    const desk = await requested();
    const missing = { papers: '身份证明', until: '2026-09-15' };
    await desk.gives('arbitrator', 'requireRequestSupplement', arbitration, missing, { at: '2026-09-03T10:00' });
    expect(dueOfClock(desk, 'arb.supplement')).toBe('2026-09-15');
    await desk.gives('arbitrator', 'recordRequestSupplement', arbitration, {}, { at: '2026-09-10T10:00' });
    expect(dueOfClock(desk, 'arb.accept')).toBe('2026-09-15');
  });

  it('cannot be completed by a day before it was asked for', async () => {
    const desk = await requested();
    const missing = { papers: '身份证明', until: '2026-09-01' };
    await desk.refuses('supplement-term-before-notice', 'arbitrator', 'requireRequestSupplement', arbitration, missing);
  });
});

describe('a clause that names two institutions, or none (edge case 31)', () => {
  it('is void without a supplement, and the dispute goes to a court without a warning', async () => {
    const desk = await requested();
    const unclear = { ...clearClause, institution: 'unclear' };
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, unclear);
    await desk.refuses('arbitration-agreement-void', 'arbitrator', 'acceptArbitration', arbitration, { number: '1号' });
    await desk.gives('arbitrator', 'refuseArbitration', arbitration, { reason: 'agreementVoid' });
    await desk.gives('arbitrator', 'prepareHandoff', arbitration, { kind: 'H16', to: 'zhifuCourt' });
    expect(pathOf(desk)).toBe('unresolved');
  });

  it('holds once the parties have supplemented it', async () => {
    const desk = await requested();
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, {
      ...clearClause,
      institution: 'unclear',
    });
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, {
      ...clearClause,
      institution: 'supplemented',
    });
    await desk.gives('arbitrator', 'acceptArbitration', arbitration, { number: '1号' });
    expect(stateOf(desk, 'arbitration')).toBe('accepted');
  });
});

describe('an accepted arbitration', () => {
  it('shows no date that only the institution could set while no rules are recorded', async () => {
    const desk = await arbitrationAccepted();
    const all = clocksOf(desk.file, desk.calendar).map(({ rule }) => rule);
    expect(all.filter((rule) => rule.startsWith('arb.rules.'))).toEqual([]);
  });

  it('offers no rules of an institution that are switched off', async () => {
    const desk = await requested();
    expect(desk.choices('arbitrator', 'acceptArbitration', arbitration, 'rules')).toEqual([]);
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, clearClause);
    const data = { number: '1号', rules: 'template-summary' };
    await desk.refuses('not-a-choice', 'arbitrator', 'acceptArbitration', arbitration, data);
  });

  it('stands against a suit over the same claim, and a suit against it', async () => {
    const desk = await arbitrationAccepted();
    await desk.gives(
      'arbitrator',
      'prepareHandoff',
      arbitration,
      { kind: 'H16', to: 'zhifuCourt' },
      { acknowledged: ['arbitration-agreement-stands'] },
    );
    for (const document of ['complaint', 'identityDocument'])
      await desk.gives('arbitrator', 'addItem', arbitration, {
        document,
        title: document,
        class: 'organisationFile',
        pages: 1,
      });
    await desk.gives('arbitrator', 'reviseHandoff', handoff, (c) => ({
      items: itemIds(c, 'complaint', 'identityDocument'),
    }));
    await desk.gives('arbitrator', 'offerHandoff', handoff);
    await desk.refuses('exclusive-proceeding-open', 'liu', 'receiveHandoff', handoff);
    expect(desk.file.handoffs[handoff(desk.file).id]!.slot.value).toBe('offered');
  });

  it('warns a party that would sue while its agreement stands (F2)', async () => {
    const desk = await inSession();
    const sue = { kind: 'H16', to: 'zhifuCourt' };
    const opened = await openedCase(openDesk({ caseId: 'case-2' }));
    await opened.gives('limin', 'screenDispute', intake, { ...screening, arbitrationAgreement: 'yes' });
    await opened.gives('limin', 'routeHere', intake, { channel: 'peopleMediation' });
    const answer = await opened.refuses(
      'acknowledge-warnings',
      'limin',
      'prepareHandoff',
      proceeding('peopleMediation'),
      sue,
    );
    expect(answer.warnings.map(({ code }) => code)).toEqual(['arbitration-agreement-stands']);
    await desk.gives('limin', 'prepareHandoff', proceeding('peopleMediation'), sue);
  });

  it('can be withdrawn, or settled and withdrawn, and then arbitrated again when the settlement is not kept (T30)', async () => {
    const desk = await arbitrationAccepted();
    await desk.gives('arbitrator', 'withdrawArbitration', arbitration, { how: 'settled' }, { at: '2026-09-08T10:00' });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['withdrawn', 'over']);
    await desk.refuses('not-open-to-arbitration', 'arbitrator', 'arbitrateAgain', matter(0));
    await desk.gives('arbitrator', 'reopenMatter', matter(0), { reason: '对方反悔' });
    await desk.gives('arbitrator', 'arbitrateAgain', matter(0));
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['applied', 'inArbitration']);
  });
});

describe('an objection to the agreement', () => {
  const objection = (c: Parameters<typeof partyId>[0], before: string) => ({
    party: partyId(c, 'respondent'),
    ground: 'void',
    before,
  });

  it('ends the arbitration when it is upheld', async () => {
    const desk = await arbitrationAccepted();
    await desk.gives('arbitrator', 'objectToArbitration', arbitration, (c) => objection(c, 'institution'));
    await desk.gives('arbitrator', 'decideArbitrationObjection', arbitration, {
      objection: 'upheld',
      decidedBy: 'institution',
    });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['dismissed', 'unresolved']);
  });

  it('is for the court when the court was asked', async () => {
    const desk = await tribunalSits();
    await desk.gives('arbitrator', 'objectToArbitration', arbitration, (c) => objection(c, 'court'));
    const own = { objection: 'dismissed', decidedBy: 'tribunal' };
    await desk.refuses('court-decides-the-objection', 'arbitrator', 'decideArbitrationObjection', arbitration, own);
    await desk.gives('arbitrator', 'decideArbitrationObjection', arbitration, {
      objection: 'dismissed',
      decidedBy: 'court',
    });
    expect(stateOf(desk, 'arbitration')).toBe('tribunalFormed');
  });

  it('after the first hearing is recorded with a warning: who decides it judges', async () => {
    const desk = await heard();
    const late = (c: Parameters<typeof partyId>[0]) => objection(c, 'tribunal');
    await desk.refuses('acknowledge-warnings', 'arbitrator', 'objectToArbitration', arbitration, late);
    await desk.gives('arbitrator', 'objectToArbitration', arbitration, late, {
      acknowledged: ['objection-after-first-hearing'],
    });
    expect(stateOf(desk, 'arbitration')).toBe('objectionExamined');
  });
});

describe('ad hoc arbitration', () => {
  const adHoc = { institution: 'adHoc' };
  const lawful = { foreignRelated: true, adHocGround: 'freeTradeZone' };

  it('is filed with the association within three working days of the tribunal', async () => {
    const desk = await tribunalSits(openDesk(), adHoc, lawful);
    expect(dueOfClock(desk, 'arb.adhoc.record')).toBe('2026-09-15');
    await desk.gives('arbitrator', 'recordAdHocFiling', arbitration, {}, { at: '2026-09-14T10:00' });
    expect(clocksBy(desk, 'arb.adhoc.record')).toEqual([]);
  });

  it.each([
    ['a domestic dispute', { adHocGround: 'freeTradeZone' }],
    ['parties outside a free-trade zone', { foreignRelated: true }],
  ])('is not open to %s', async (_, acceptance) => {
    const desk = await requested();
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, { ...clearClause, ...adHoc });
    const data = { number: '1号', ...acceptance };
    await desk.refuses('ad-hoc-not-open', 'arbitrator', 'acceptArbitration', arbitration, data);
  });

  it('is not open before 2026-03-01', async () => {
    const desk = await requested(openDesk({ at: '2026-02-25T09:00' }));
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, { ...clearClause, ...adHoc });
    const data = { number: '1号', ...lawful };
    await desk.refuses('ad-hoc-not-open', 'arbitrator', 'acceptArbitration', arbitration, data);
  });

  it('is filed by nobody when an institution runs the arbitration', async () => {
    await (await tribunalSits()).refuses('not-ad-hoc', 'arbitrator', 'recordAdHocFiling', arbitration);
  });
});

describe('a hearing', () => {
  it('over an agreement that was only claimed is marked until the tribunal has pointed it out', async () => {
    const desk = await tribunalSits(openDesk(), { kind: 'claimed' });
    await desk.gives('arbitrator', 'holdArbitrationHearing', arbitration, { mode: 'online' });
    const fact = Object.values(desk.file.facts).findLast(({ type }) => type === 'holdArbitrationHearing')!;
    expect(fact.irregular.map(({ code }) => code)).toEqual(['implied-agreement-not-pointed-out']);
  });

  it('does not leave the tribunal unnamed to the parties without a mark', async () => {
    const desk = await arbitrationAccepted();
    const tribunal = { arbitrators: 'three', names: '甲、乙、丙', chosenBy: 'head' };
    await desk.gives('arbitrator', 'appointTribunal', arbitration, tribunal, { at: '2026-09-10T10:00' });
    const fact = Object.values(desk.file.facts).findLast(({ type }) => type === 'appointTribunal')!;
    expect(fact.irregular.map(({ code }) => code)).toEqual(['tribunal-not-notified']);
  });

  it('is interrupted by a stay and taken up where it stood', async () => {
    const desk = await heard();
    await desk.gives('arbitrator', 'stayArbitration', arbitration, { reason: 'validity' });
    await desk.gives('arbitrator', 'resumeArbitration', arbitration);
    expect(stateOf(desk, 'arbitration')).toBe('inHearing');
  });

  it('ends when the request was made up, and leaves the matter open', async () => {
    const desk = await heard();
    await desk.gives('arbitrator', 'dismissArbitration', arbitration, { reason: 'sham' });
    expect([stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['dismissed', 'unresolved']);
    expect(Object.values(proceedingOf(desk.file, 'arbitration').outcomes)).toEqual(['dismissed']);
  });
});
