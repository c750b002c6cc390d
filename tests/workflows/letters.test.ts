import { describe, expect, it } from 'vitest';
import { commands, type Decision, type LetterDraft, notices, writeLetter } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import {
  accepted,
  applied,
  assigned,
  filing,
  inSession,
  offeredToStation,
  papersReady,
} from '../support/desk-stages.ts';
import { handoff, matter, matterId, partyId, proceeding, theCase } from '../support/desk-words.ts';
import { lettersAt } from '../support/letters.ts';

const mediation = proceeding('peopleMediation');

function summary(letters: readonly LetterDraft[]): readonly string[] {
  return letters.map(({ notice, recipient }) =>
    recipient.kind === 'party' ? `${notice} ${recipient.party}` : `${notice} ${recipient.kind}`,
  );
}

describe('a case that is accepted', () => {
  it('sends the claimant its acceptance, the respondent its invitation, and everybody the rights', async () => {
    const desk = await applied();
    const decision = await desk.gives('limin', 'acceptMediation', mediation);
    const [claimant, respondent] = [partyId(desk.file, 'claimant'), partyId(desk.file, 'respondent')];
    expect(summary(lettersAt(desk, decision))).toEqual([
      `invitation ${respondent}`,
      `acceptance ${claimant}`,
      `rightsNotice ${claimant}`,
      `rightsNotice ${respondent}`,
    ]);
  });

  it('does not invite again who was invited when asked for consent', async () => {
    const desk = await applied();
    const respondent = partyId(desk.file, 'respondent');
    const asked = await desk.gives('limin', 'askConsent', mediation, { parties: [respondent] });
    expect(summary(lettersAt(desk, asked))).toEqual([`invitation ${respondent}`]);
    const accepted = await desk.gives('limin', 'acceptMediation', mediation);
    expect(summary(lettersAt(desk, accepted))).toContain(`acceptance ${respondent}`);
    expect(summary(lettersAt(desk, accepted))).not.toContain(`invitation ${respondent}`);
  });

  it('tells a respondent the right in neutral words, with its number', async () => {
    const desk = await applied();
    const [invitation] = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    expect(invitation?.fields).toMatchObject({ rights: [{ zh: '注册商标（第12345678号）' }] });
  });

  it('gives the same letters under the same ids for the same decision', async () => {
    const desk = await applied();
    const decision = await desk.gives('limin', 'acceptMediation', mediation);
    expect(lettersAt(desk, decision)).toEqual(lettersAt(desk, decision));
    const ids = lettersAt(desk, decision).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,60}$/);
  });

  it('writes in English to a party that wants it', async () => {
    const desk = await applied();
    const party = partyId(desk.file, 'respondent');
    await desk.gives('limin', 'confirmServiceAddress', theCase, { party, method: 'email', language: 'en' });
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    expect(
      new Set(
        letters.map(
          ({ language, recipient }) => `${language} ${recipient.kind === 'party' && recipient.party === party}`,
        ),
      ),
    ).toEqual(new Set(['en true', 'zh-CN false']));
  });
});

describe('a respondent of one of two matters', () => {
  it('is invited only about its own', async () => {
    const desk = await applied(openDesk(), 2);
    const second = partyId(desk.file, 'respondent', 1);
    await desk.gives('limin', 'splitMatter', theCase, (c) => ({
      matter: matterId(c, 0),
      respondents: [second],
      reason: '分开处理',
    }));
    await desk.gives('limin', 'describeMatter', matter(1), {
      rightKind: 'copyright',
      rightNumber: '国作登字-2025-F-00000001',
    });
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    const invitation = letters.find(
      ({ notice, recipient }) => notice === 'invitation' && recipient.kind === 'party' && recipient.party === second,
    );
    expect(JSON.stringify(invitation?.fields)).toContain('国作登字-2025-F-00000001');
    expect(JSON.stringify(invitation?.fields)).not.toContain('12345678');
  });
});

describe('a party with an agent who may receive', () => {
  const who = { name: '王律师', telephone: '13800000999' };

  it('gets its letters, and the agent gets them too', async () => {
    const desk = await applied();
    const party = partyId(desk.file, 'claimant');
    await desk.gives('limin', 'appointAgent', theCase, { party, who, authority: 'special', receivesBy: 'email' });
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    const own = letters.filter(({ recipient }) => recipient.kind === 'party' && recipient.party === party);
    const agent = desk.file.parties[party]?.agents[0]?.id;
    expect(own.map(({ notice, recipient }) => [notice, recipient])).toEqual([
      ['acceptance', { kind: 'party', party }],
      ['acceptance', { kind: 'party', party, agent }],
      ['rightsNotice', { kind: 'party', party }],
      ['rightsNotice', { kind: 'party', party, agent }],
    ]);
    expect(writeLetter(own[1]!).greeting).toBe('{{recipient}}（{{represented}} 的代理人）：');
  });

  it('gets them alone when the agent may not receive, or acts no more', async () => {
    const desk = await applied();
    const party = partyId(desk.file, 'claimant');
    await desk.gives('limin', 'appointAgent', theCase, { party, who, authority: 'general' });
    const over = { party, who, authority: 'general', receivesBy: 'post', to: '2026-09-01' };
    await desk.gives('limin', 'appointAgent', theCase, over);
    desk.at('2026-09-02T09:00');
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    expect(letters.filter(({ recipient }) => recipient.kind === 'party' && recipient.agent !== undefined)).toEqual([]);
  });

  it('that is a guardian who reads for the party gets each letter once', async () => {
    const desk = await applied();
    const party = partyId(desk.file, 'claimant');
    await desk.gives('limin', 'describeParty', theCase, { party, capacity: 'none', foreign: false });
    await desk.gives('limin', 'appointAgent', theCase, { party, who, authority: 'guardian', receivesBy: 'post' });
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    const own = letters.filter(({ recipient }) => recipient.kind === 'party' && recipient.party === party);
    expect(own.map(({ notice }) => notice)).toEqual(['acceptance', 'rightsNotice']);
  });
});

describe('a session', () => {
  it('that is set is told to all parties, with a calendar entry', async () => {
    const desk = await assigned();
    const decision = await desk.gives('sun', 'scheduleSession', mediation, {
      at: '2026-12-01T14:30',
      place: '三楼调解室',
    });
    const letters = lettersAt(desk, decision);
    expect(letters.map(({ notice }) => notice)).toEqual(['sessionSet', 'sessionSet']);
    expect(writeLetter(letters[0]!).calendar).toMatchObject({
      at: '2026-12-01T14:30',
      place: '三楼调解室',
      sequence: 0,
    });
  });

  it('that is moved takes the place of the earlier one in every calendar, and its task on the desk', async () => {
    const desk = await assigned();
    await desk.gives('sun', 'scheduleSession', mediation, { at: '2026-12-01T14:30', place: '三楼调解室' });
    const [planned] = desk.choices('sun', 'scheduleSession', mediation, 'replaces');
    const moved = { at: '2026-12-03T09:00', place: '三楼调解室', replaces: planned?.value };
    const letters = lettersAt(desk, await desk.gives('sun', 'scheduleSession', mediation, moved));
    expect(letters.map(({ notice }) => notice)).toEqual(['sessionMoved', 'sessionMoved']);
    const [first] = letters;
    expect(first?.fields).toMatchObject({
      before: '2026-12-01T14:30',
      sequence: 1,
      session: `${desk.caseId}-${planned?.value}`,
    });
    const rows = await desk.store.reads.tasks({
      organisation: 'yantaiMediationCommittee',
      whose: null,
      shownOn: '9999-12-31',
      limit: 50,
    });
    expect(rows.filter(({ row }) => row.source === 'session').map(({ row }) => row.dueOn)).toEqual(['2026-12-03']);
  });
});

describe('an agreement in effect', () => {
  it('tells both sides the last day of the window with its article', async () => {
    const desk = await inSession();
    const sent = lettersAt(desk, await agreedOn(desk));
    const told = sent.filter(({ notice }) => notice === 'agreementEffective');
    expect(told).toHaveLength(2);
    expect(told[0]?.fields).toMatchObject({ effectiveOn: '2026-09-03', lastDay: '2026-10-08', corrected: false });
    expect(writeLetter(told[0]!).paragraphs.join()).toContain('第二百零五条');
  });
});

async function agreedOn(desk: ReturnType<typeof openDesk>): Promise<Decision> {
  desk.at('2026-09-03T16:00');
  return desk.gives('sun', 'recordAgreement', mediation, {
    form: 'written',
    clauses: [
      {
        subject: 'payment',
        obligor: partyId(desk.file, 'respondent'),
        obligee: partyId(desk.file, 'claimant'),
        act: '一次性支付赔偿款',
        amountFen: 6_000_000,
        dueOn: '2026-11-30',
        mannerNamed: true,
      },
    ],
    signatures: Object.keys(desk.file.parties).map((party) => ({ party, signedOn: '2026-09-03' })),
    mediatorSignedOn: '2026-09-03',
    sealedOn: '2026-09-03',
  });
}

describe('a corrected date of effect', () => {
  it('sends the last day again, as a correction', async () => {
    const desk = await inSession();
    await agreedOn(desk);
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'agreementEffective');
    const amended = { fact: fact?.id, occurredOn: '2026-09-02', reason: '盖章日期登记有误' };
    const letters = lettersAt(desk, await desk.gives('sun', 'amendFact', theCase, amended));
    expect(letters.map(({ notice, fields }) => ({ notice, fields }))).toMatchObject([
      { notice: 'agreementEffective', fields: { effectiveOn: '2026-09-02', corrected: true } },
      { notice: 'agreementEffective', fields: { effectiveOn: '2026-09-02', corrected: true } },
    ]);
  });
});

describe('a ruling', () => {
  it('is told to both sides, and that the service of the court counts', async () => {
    const desk = await accepted();
    const decision = await desk.gives('liu', 'recordConfirmationRuling', proceeding('judicialConfirmation'), {
      result: 'confirmed',
      number: '（2026）鲁0602诉前调确123号',
      judge: '审查法官',
    });
    const letters = lettersAt(desk, decision);
    expect(letters.map(({ notice }) => notice)).toEqual(['rulingRecorded', 'rulingRecorded']);
    expect(writeLetter(letters[0]!).paragraphs.join()).toContain('以法院送达为准');
  });
});

describe('a handoff', () => {
  it('is told to the receiver when it goes', async () => {
    const desk = await papersReady();
    const draft = await desk.gives('sun', 'prepareHandoff', mediation, filing(desk));
    expect(lettersAt(desk, draft)).toEqual([]);
    const warned = { acknowledged: ['court-may-lack-jurisdiction'] };
    const letters = lettersAt(desk, await desk.gives('sun', 'offerHandoff', handoff, {}, warned));
    expect(letters).toMatchObject([
      { notice: 'handoffOffered', recipient: { kind: 'organisation', organisation: 'zhifuCourt' } },
    ]);
  });

  it('is told to the sender when it comes back, with the reason from the list and no free text', async () => {
    const desk = await offeredToStation();
    await desk.gives('station', 'receiveHandoff', handoff);
    const data = { reason: 'conflictOfInterest', explanation: '内部说明' };
    const letters = lettersAt(desk, await desk.gives('station', 'returnHandoff', handoff, data));
    expect(letters).toMatchObject([
      { notice: 'handoffReturned', recipient: { kind: 'organisation', organisation: 'yantaiMediationCommittee' } },
    ]);
    expect(JSON.stringify(letters)).not.toContain('内部说明');
  });
});

describe('what is said inside a mediation', () => {
  it('is in no letter, whatever follows', async () => {
    const marker = '内部标记甲乙丙丁';
    const desk = await inSession();
    const inside = await desk.gives('sun', 'noteInside', mediation, { kind: 'concession', note: marker });
    expect(lettersAt(desk, inside)).toEqual([]);
    await desk.gives('sun', 'addItem', mediation, {
      document: 'mediationRecord',
      title: marker,
      class: 'processPrivate',
      pages: 1,
    });
    const decisions = [
      await desk.gives('sun', 'scheduleSession', mediation, { at: '2026-09-10T14:30', place: '三楼' }),
      await agreedOn(desk),
    ];
    for (const decision of decisions) {
      const letters = lettersAt(desk, decision);
      expect(letters).not.toEqual([]);
      expect(JSON.stringify(letters)).not.toContain(marker);
      expect(JSON.stringify(letters)).not.toContain('一次性支付赔偿款');
    }
  });

  it('triggers no letter: no notice listens to a command of a compartment', () => {
    for (const { on } of notices) expect(commands[on]?.compartment ?? false).toBe(false);
  });
});

describe('a stored letter', () => {
  it('holds no name, address or telephone number of anybody', async () => {
    const desk = await applied();
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    expect(letters).not.toEqual([]);
    expect(JSON.stringify(letters)).not.toMatch(/烟台海岳|被告商行|13800000|0535-6000137/);
  });
});
