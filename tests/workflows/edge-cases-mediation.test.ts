/** Edge cases of the reading notes (§7, §10) around intake, consent, authority and the mediation itself, each by its sentence. */
import { describe, expect, it } from 'vitest';
import { handoffKinds } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { agreed, applied, assigned, inSession, paymentClause, writtenAgreement } from '../support/desk-stages.ts';
import {
  agreementOf,
  clocksBy,
  dueOfClock,
  itemIds,
  matterId,
  partyId,
  pathOf,
  proceeding,
  proceedingOf,
  stateOf,
  theCase,
} from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');

const refusesByPhone = (desk: Desk) =>
  desk.gives('limin', 'recordConsent', mediation, (c) => ({
    party: partyId(c, 'respondent'),
    answer: 'refuses',
    channel: 'telephone',
  }));

describe('1. The respondent refuses by phone', () => {
  it('is logged; no session may be set or opened, and no agreement recorded', async () => {
    const desk = await inSession();
    await refusesByPhone(desk);
    const refusal = await desk.refuses('mediation-refused', 'sun', 'openSession', mediation, { mode: 'online' });
    expect(refusal.basis).toContainEqual({ instrument: 'PML', article: '第十七条' });
    expect(refusal.instead?.zh).toContain('仲裁');
    const meeting = { at: '2026-09-03T09:00', place: '调解室' };
    await desk.refuses('mediation-refused', 'sun', 'scheduleSession', mediation, meeting);
    await desk.refuses('mediation-refused', 'sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
  });

  it('keeps the mediation from being accepted, and from being routed into', async () => {
    const desk = await applied();
    await refusesByPhone(desk);
    await desk.refuses('mediation-refused', 'limin', 'acceptMediation', mediation);
  });

  it('ends with the other routes told, and the parties choose', async () => {
    const desk = await inSession();
    await refusesByPhone(desk);
    await desk.gives('sun', 'endMediation', mediation, { reason: 'partyWillNotGoOn', routesTold: true });
    expect([stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual(['failed', 'unresolved']);
    expect(Object.values(desk.file.facts).at(-1)?.irregular ?? []).toEqual([]);
  });

  it('may change its mind: the latest answer counts', async () => {
    const desk = await inSession();
    await refusesByPhone(desk);
    const answer = { party: partyId(desk.file, 'respondent'), answer: 'agrees', channel: 'telephone' };
    await desk.gives('limin', 'recordConsent', mediation, answer, { at: '2026-09-02T11:00' });
    await desk.gives('sun', 'openSession', mediation, { mode: 'online' });
  });

  it('is not what no answer means: silence stops nothing', async () => {
    const desk = await applied();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('limin', 'recordContact', mediation, { party, channel: 'telephone', result: 'noAnswer' });
    await desk.gives('limin', 'acceptMediation', mediation);
  });
});

const minor = (desk: Desk, capacity: 'none' | 'limited') =>
  desk.gives('limin', 'describeParty', theCase, (c) => ({ party: partyId(c, 'respondent'), capacity }));

describe('2. A minor is a party', () => {
  it.each(['none', 'limited'] as const)(
    'with capacity “%s”: its own signature gives no effect, and the window does not start',
    async (capacity) => {
      const desk = await inSession();
      await minor(desk, capacity);
      await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
      expect(stateOf(desk, 'peopleMediation')).toBe('awaitingFormalities');
      expect(clocksBy(desk, 'conf.apply')).toEqual([]);
    },
  );

  it('signs through the guardian: then the agreement takes effect', async () => {
    const desk = await inSession();
    await minor(desk, 'limited');
    const party = partyId(desk.file, 'respondent');
    await desk.gives('limin', 'appointAgent', theCase, { party, who: { name: '其父' }, authority: 'guardian' });
    const agent = desk.file.parties[party]!.agents[0]!.id;
    const signatures = [
      { party: partyId(desk.file, 'claimant'), signedOn: '2026-09-02' },
      { party, agent, signedOn: '2026-09-02' },
    ];
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02', { signatures }));
    expect(stateOf(desk, 'peopleMediation')).toBe('agreed');
  });

  it('is not ratified within thirty days of the demand: the silence starts no window', async () => {
    const desk = await inSession();
    await minor(desk, 'limited');
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
    const party = partyId(desk.file, 'respondent');
    await desk.gives('sun', 'demandRatification', mediation, { party }, { at: '2026-09-10T10:00' });
    expect(dueOfClock(desk, 'agency.ratify')).toBe('2026-10-10');
    desk.at('2026-10-13T10:00');
    const late = { party, answer: 'ratified' };
    await desk.refuses('ratification-too-late', 'sun', 'recordRatification', mediation, late);
    expect([stateOf(desk, 'peopleMediation'), clocksBy(desk, 'conf.apply')]).toEqual(['awaitingFormalities', []]);
  });
});

describe('3. More than two agents', () => {
  const appoint = (desk: Desk, authority: string) => ({
    party: partyId(desk.file, 'claimant'),
    who: { name: '代理人' },
    authority,
  });

  it('refuses the third; a representative by law does not count', async () => {
    const desk = await applied();
    await desk.gives('limin', 'appointAgent', theCase, appoint(desk, 'special'));
    await desk.gives('limin', 'appointAgent', theCase, appoint(desk, 'general'));
    await desk.refuses('third-agent-refused', 'limin', 'appointAgent', theCase, appoint(desk, 'general'));
    await desk.gives('limin', 'appointAgent', theCase, appoint(desk, 'legalRepresentative'));
  });

  it('lets a third one act once the authority of another has ended', async () => {
    const desk = await applied();
    await desk.gives('limin', 'appointAgent', theCase, { ...appoint(desk, 'special'), to: '2026-09-10' });
    await desk.gives('limin', 'appointAgent', theCase, appoint(desk, 'general'));
    await desk.gives('limin', 'appointAgent', theCase, appoint(desk, 'general'), { at: '2026-09-11T09:00' });
  });
});

describe('An agent with general authority', () => {
  const signedBy = async (authority: string, to: string | null = null) => {
    const desk = await inSession();
    const party = partyId(desk.file, 'respondent');
    const more = { occurredOn: '2026-09-01' };
    await desk.gives('limin', 'appointAgent', theCase, { party, who: { name: '代理人' }, authority, to }, more);
    const agent = desk.file.parties[party]!.agents[0]!.id;
    const signatures = [
      { party: partyId(desk.file, 'claimant'), signedOn: '2026-09-02' },
      { party, agent, signedOn: '2026-09-02' },
    ];
    return { desk, data: writtenAgreement(desk, '2026-09-02', { signatures }) };
  };

  it('cannot settle, one with special authority can', async () => {
    const general = await signedBy('general');
    await general.desk.refuses('agent-cannot-settle', 'sun', 'recordAgreement', mediation, general.data);
    const special = await signedBy('special');
    await special.desk.gives('sun', 'recordAgreement', mediation, special.data);
  });

  it('cannot sign after the authority has ended, nor for another party', async () => {
    const ended = await signedBy('special', '2026-09-01');
    await ended.desk.refuses('agent-cannot-settle', 'sun', 'recordAgreement', mediation, ended.data);
    const { desk, data } = await signedBy('special');
    const [own, other] = data.signatures as readonly [Record<string, string>, Record<string, string>];
    const crossed = { ...data, signatures: [{ ...own, agent: other.agent }] };
    await desk.refuses('agent-cannot-settle', 'sun', 'recordAgreement', mediation, crossed);
  });
});

describe('8. The organisation is silent for three working days', () => {
  it('is the only kind of handoff that silence moves', () => {
    const moved = Object.entries(handoffKinds).filter(([, kind]) => kind.onSilence.does === 'lapses');
    expect(moved.map(([id]) => id)).toEqual(['H1']);
    expect(handoffKinds.H1.onSilence).toMatchObject({ clock: 'online.org_confirm' });
    expect(handoffKinds.H1.onSilence.text.zh).toContain('另行指定');
  });
});

describe('10. An extension that one party only agreed to', () => {
  it('is invalid: all parties are needed', async () => {
    const desk = await inSession();
    const data = { days: 10, agreedBy: [partyId(desk.file, 'claimant')] };
    await desk.refuses('extension-needs-everyone', 'sun', 'extendMediation', mediation, data);
    expect(dueOfClock(desk, 'pm.term')).toBe('2026-10-08');
  });
});

describe('11. The mediator discovers collusion', () => {
  it('suspends and reports; nothing is signed, sealed or agreed meanwhile', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02', { sealedOn: null }));
    const signs = { signs: ['noDispute', 'sameAgent', 'tooFast'], reportedTo: 'zhifuCourt' };
    await desk.gives('sun', 'suspendMediation', mediation, signs);
    const seal = { agreement: agreementOf(desk.file), sealedOn: '2026-09-02' };
    for (const [type, data] of [
      ['completeFormalities', seal],
      ['recordAgreement', writtenAgreement(desk, '2026-09-02')],
      ['openSession', { mode: 'online' }],
      ['withdrawApplication', {}],
    ] as const)
      await desk.refuses('not-in-this-state', 'sun', type, mediation, data);
    expect(clocksBy(desk, 'conf.apply')).toEqual([]);
  });

  it('goes on where it stopped when the suspicion is cleared up', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'adjournMediation', mediation);
    await desk.gives('sun', 'suspendMediation', mediation, { signs: ['tooFast'] });
    await desk.gives('limin', 'resumeMediation', mediation, { finding: '已核实，无异常' });
    expect(stateOf(desk, 'peopleMediation')).toBe('adjourned');
  });
});

describe('13. A risk of crime is seen', () => {
  it('is reported in every state, and the committee itself hands nothing to the police', async () => {
    const report = { kind: 'crime', reportedTo: 'yantaiPublicSecurity' };
    const ended = await inSession();
    await ended.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    for (const stage of [await applied(), await inSession(), ended]) {
      const state = stateOf(stage, 'peopleMediation');
      await stage.gives('limin', 'reportRisk', mediation, report);
      expect(stateOf(stage, 'peopleMediation')).toBe(state);
    }
    const desk = await agreed();
    await desk.gives('sun', 'reportRisk', mediation, report);
    const kinds = desk.choices('sun', 'prepareHandoff', mediation, 'kind').map(({ value }) => value);
    expect(kinds).not.toContain('H7');
    const handover = { kind: 'H7', to: 'yantaiPublicSecurity' };
    const refusal = await desk.refuses('forbidden-by-law', 'sun', 'prepareHandoff', mediation, handover);
    expect(refusal.basis).toContainEqual({ instrument: 'PML', article: '第二十五条' });
  });
});

describe('14. A party asks why it failed', () => {
  it('can be told the dates and a reason from a closed list, for the entry holds nothing else', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    const entry = (await desk.journal()).find(({ envelope }) => envelope.type === 'endMediation')!;
    expect(entry.body!.data).toEqual({ reason: 'tooFarApart', matters: [], routesTold: true });
    const texts = { reason: '对方坚持只赔五千元', routesTold: true };
    const other = await inSession();
    await other.refuses('field-invalid', 'sun', 'endMediation', mediation, texts);
  });
});

describe('16. The agreement lacks the seal of the committee', () => {
  it('is not in effect and starts no window until the seal is on, and then from that day', async () => {
    const desk = await inSession();
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02', { sealedOn: null }));
    expect([stateOf(desk, 'peopleMediation'), pathOf(desk)]).toEqual(['awaitingFormalities', 'inMediation']);
    expect(clocksBy(desk, 'conf.apply')).toEqual([]);
    const seal = { agreement: agreementOf(desk.file), sealedOn: '2026-09-15' };
    await desk.gives('limin', 'completeFormalities', mediation, seal, { at: '2026-09-15T15:00' });
    expect(clocksBy(desk, 'conf.apply')[0]).toMatchObject({ trigger: { occurredOn: '2026-09-15' }, due: '2026-10-15' });
  });

  it.each(['mediatorSignedOn', 'sealedOn'])('nor is it without %s', async (missing) => {
    const desk = await inSession();
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02', { [missing]: null }));
    expect(clocksBy(desk, 'conf.apply')).toEqual([]);
  });
});

describe('§10.1 The rights notice may be oral or written', () => {
  it('leaves no mark when it was given orally before the session', async () => {
    const desk = await inSession();
    const session = Object.values(desk.file.facts).find(({ type }) => type === 'openSession')!;
    expect(session.irregular).toEqual([]);
  });

  it('marks a session without it as irregular, with its true date, the article and the repair', async () => {
    const desk = await assigned();
    const held = { at: '2026-09-04T09:00', occurredOn: '2026-09-02T14:00' };
    await desk.gives('sun', 'openSession', mediation, { mode: 'inPerson' }, held);
    const session = Object.values(desk.file.facts).find(({ type }) => type === 'openSession')!;
    expect(session).toMatchObject({
      occurredOn: '2026-09-02T14:00',
      irregular: [{ code: 'rights-notice-missing', basis: [{ instrument: 'PMW', article: '第三十条' }] }],
    });
    expect(session.irregular[0]!.repair?.zh).toContain('补行告知');
  });
});

describe('§10.2 When an agreement takes effect depends on its form', () => {
  it('in writing on the last of all signatures, the mediator’s and the seal', async () => {
    const desk = await inSession();
    desk.at('2026-09-12T10:00');
    const [claimant, respondent] = [partyId(desk.file, 'claimant'), partyId(desk.file, 'respondent')];
    const data = writtenAgreement(desk, '2026-09-05', {
      signatures: [
        { party: claimant, signedOn: '2026-09-04' },
        { party: respondent, signedOn: '2026-09-11' },
      ],
      mediatorSignedOn: '2026-09-09',
    });
    await desk.gives('sun', 'recordAgreement', mediation, data, { occurredOn: '2026-09-04' });
    expect(clocksBy(desk, 'conf.apply')[0]!.trigger.occurredOn).toBe('2026-09-11');
  });

  it('orally when it was reached and the mediator wrote it down', async () => {
    const desk = await inSession();
    const oral = { form: 'oral', clauses: [paymentClause(desk)] };
    await desk.gives('sun', 'recordAgreement', mediation, oral);
    expect(stateOf(desk, 'peopleMediation')).toBe('awaitingFormalities');
    const written = { agreement: agreementOf(desk.file), recordedOn: '2026-09-04' };
    await desk.gives('sun', 'completeFormalities', mediation, written, { at: '2026-09-04T10:00' });
    expect(clocksBy(desk, 'conf.apply')[0]!.trigger.occurredOn).toBe('2026-09-04');
  });

  it('with every party of the matter, not only those who came', async () => {
    const desk = await inSession(undefined, 2);
    const signatures = [partyId(desk.file, 'claimant'), partyId(desk.file, 'respondent')].map((party) => ({
      party,
      signedOn: '2026-09-02',
    }));
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02', { signatures }));
    expect(stateOf(desk, 'peopleMediation')).toBe('awaitingFormalities');
  });
});

describe('One of three respondents settles while two go on', () => {
  it('has its own matter, its own window and its own end', async () => {
    const desk = await inSession(undefined, 3);
    const rest = [partyId(desk.file, 'respondent', 1), partyId(desk.file, 'respondent', 2)];
    await desk.gives('sun', 'splitMatter', theCase, (c) => ({
      matter: matterId(c, 0),
      respondents: rest,
      reason: '一方愿意和解',
    }));
    const data = writtenAgreement(desk, '2026-09-02', { matters: [matterId(desk.file, 0)] });
    await desk.gives('sun', 'recordAgreement', mediation, data);
    expect([pathOf(desk, 0), pathOf(desk, 1), stateOf(desk, 'peopleMediation')]).toEqual([
      'settled',
      'inMediation',
      'inSession',
    ]);
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    expect([pathOf(desk, 0), pathOf(desk, 1), stateOf(desk, 'peopleMediation')]).toEqual([
      'settled',
      'unresolved',
      'agreedInPart',
    ]);
  });
});

describe('One agreement over a range of twenty designs, each a matter of its own', () => {
  it('settles every one of them, however many', async () => {
    const desk = await inSession();
    for (let count = 1; count < 20; count += 1) {
      const dispute = count % 2 === 0 ? 'ownership' : 'contract';
      const split = { matter: matterId(desk.file, 0), respondents: [], dispute, reason: '每件设计分别登记' };
      await desk.gives('sun', 'splitMatter', theCase, split);
    }
    const matters = Object.keys(desk.file.matters);
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02', { matters }));
    expect(matters.map((_, index) => pathOf(desk, index))).toEqual(Array.from({ length: 20 }, () => 'settled'));
    expect(stateOf(desk, 'peopleMediation')).toBe('agreed');
  });
});

describe('§11.4 Undisputed facts', () => {
  it('are recorded only on a paper that both sides signed, and only where no agreement came about', async () => {
    const desk = await inSession();
    const paper = { document: 'undisputedFacts', title: '无争议事实记载', class: 'organisationFile', pages: 1 };
    await desk.gives('sun', 'addItem', mediation, paper);
    const item = () => ({ item: itemIds(desk.file, 'undisputedFacts')[0] });
    await desk.refuses('undisputed-facts-need-joint-paper', 'sun', 'recordUndisputedFacts', mediation, item);
    await desk.gives('sun', 'addItem', mediation, { ...paper, class: 'jointSigned' });
    await desk.gives('sun', 'recordUndisputedFacts', mediation, item);
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
    await desk.refuses('undisputed-facts-only-without-agreement', 'sun', 'recordUndisputedFacts', mediation, item);
  });
});

describe('A telephone call', () => {
  it('is enough to open a case with a name, one contact and one sentence', async () => {
    const desk = openDesk();
    await desk.gives('wang', 'openCase', theCase, {
      claimant: { name: '赵先生', telephone: '13800000001' },
      summary: '有人冒用商标。',
      source: 'telephone',
    });
    expect(proceedingOf(desk.file, 'intake').organisation).toBe('yantaiProtectionCentre');
  });

  it('is not enough without any way to call back', async () => {
    const data = { claimant: { name: '赵先生' }, summary: '有人冒用商标。' };
    await openDesk().refuses('field-invalid', 'wang', 'openCase', theCase, data);
  });
});
