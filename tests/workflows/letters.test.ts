import { describe, expect, it } from 'vitest';
import {
  clocksOf,
  commands,
  type Decision,
  factsOf,
  type LetterDraft,
  lettersOf,
  type NoticeId,
  noticeLabels,
  notices,
  placeholders,
  text,
  writeLetter,
} from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
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

const mediation = proceeding('peopleMediation');
const head = { caseCode: '烟知解〔2026〕001号', writer: text('烟台调委会', 'Yantai Committee') };
const session = { at: '2026-12-01T14:30', place: '三楼调解室', session: 'c-1-0', sequence: 0 };
const handedOver = {
  kind: text('司法确认', 'Judicial confirmation'),
  from: text('甲', 'A'),
  to: text('乙', 'B'),
  offeredOn: '2026-11-20T10:00',
};
const effective = {
  effectiveOn: '2026-11-03',
  lastDay: '2026-12-03',
  provisional: true,
  basis: text('《民事诉讼法》第二百零五条', 'Civil Procedure Law art. 205'),
};

/** Fields of each kind of letter, with every branch of its template. */
const examples: { readonly [N in NoticeId]: readonly LetterDraft<N>['fields'][] } = {
  acceptance: [
    { ...head, number: '（2026）烟知人调字第001号', acceptedOn: '2026-11-02' },
    { ...head, number: null, acceptedOn: '2026-11-02' },
  ],
  invitation: [
    { ...head, rights: [text('注册商标（第12345678号）', 'Trademark (No. 12345678)')], mediators: [] },
    { ...head, rights: [text('商业秘密', 'Trade secret')], mediators: ['Sun Lihua'] },
  ],
  rightsNotice: [{ ...head, number: null }],
  mediatorNamed: [
    { ...head, mediators: ['Sun Lihua'] },
    { ...head, mediators: [] },
  ],
  sessionSet: [
    { ...head, ...session, place: 'Room 3' },
    { ...head, ...session, place: null },
  ],
  sessionMoved: [{ ...head, ...session, place: 'Room 3', before: '2026-11-30T09:00' }],
  agreementEffective: [
    { ...head, ...effective, corrected: false },
    { ...head, ...effective, provisional: false, corrected: true },
  ],
  rulingRecorded: [
    { ...head, ruledOn: '2026-11-15', number: null, result: 'confirmed' },
    { ...head, ruledOn: '2026-11-15', number: null, result: 'rejected' },
  ],
  handoffOffered: [
    { ...head, ...handedOver },
    { ...head, ...handedOver, offeredOn: null },
  ],
  handoffReturned: [{ ...head, ...handedOver, reason: text('材料不全', 'Papers missing') }],
  handoffUnanswered: [
    { ...head, ...handedOver, lapsed: true },
    { ...head, ...handedOver, lapsed: false },
  ],
  clockWarning: [
    {
      ...head,
      clock: text('申请司法确认', 'Apply for judicial confirmation'),
      due: '2026-12-03',
      provisional: true,
      basis: effective.basis,
    },
  ],
  weeklyDigest: [
    {
      ...head,
      week: '2026-11-23',
      tasks: 3,
      handoffs: 1,
      clocks: [{ code: 'JF-1', clock: text('申请司法确认', 'Apply'), due: '2026-12-03' }],
    },
  ],
};

const desks: readonly NoticeId[] = [
  'handoffOffered',
  'handoffReturned',
  'handoffUnanswered',
  'clockWarning',
  'weeklyDigest',
];

function written(notice: NoticeId, language: 'zh-CN' | 'en'): readonly string[] {
  const recipient = desks.includes(notice)
    ? ({ kind: 'organisation', organisation: 'zhifuCourt' } as const)
    : ({ kind: 'party', party: 'p' } as const);
  return examples[notice].map((fields) => {
    const { subject, greeting, paragraphs, short, calendar } = writeLetter({ notice, fields, language, recipient });
    return [subject, greeting, ...paragraphs, short, calendar?.summary ?? ''].join('\n');
  });
}

const all = Object.keys(noticeLabels) as NoticeId[];
const inBoth = all.flatMap((notice) => [
  { notice, language: 'zh-CN' as const },
  { notice, language: 'en' as const },
]);

describe('every letter, in both languages', () => {
  it.each(inBoth)('$notice in $language calls nobody guilty', ({ notice, language }) => {
    for (const words of written(notice, language)) {
      expect(words).not.toMatch(/侵权|侵害|违法|非法|假冒|盗版|被告|罪|处罚|制裁|责令|赔偿/);
      expect(words).not.toMatch(
        /infring|illegal|unlawful|counterfeit|pirat|guilt|culprit|offen[cd]|defendant|punish|penalt|damages/i,
      );
    }
  });

  it.each(inBoth)('$notice in $language asks for no money, card, password or click', ({ notice, language }) => {
    for (const words of written(notice, language)) {
      expect(words).not.toMatch(/付款|支付|转账|汇款|缴费|银行卡|卡号|密码|保证金|点击/);
      expect(words).not.toMatch(
        /\bpay|payment|transfer (?:of )?(?:money|funds)|bank|card|password|deposit|\bfee\b|click/i,
      );
      expect(words).not.toMatch(/https?:/);
    }
  });

  it.each(all)('%s is whole in English, and has nothing left in Chinese', (notice) => {
    for (const words of written(notice, 'en')) {
      expect(words.replaceAll(head.caseCode, '').replaceAll('（2026）烟知人调字第001号', '')).not.toMatch(
        /\p{Script=Han}/u,
      );
    }
  });

  it.each(inBoth)('$notice in $language has no placeholder that nobody fills', ({ notice, language }) => {
    const known = Object.values(placeholders) as string[];
    for (const words of written(notice, language)) {
      expect([...words.matchAll(/\{\{\w*\}?\}?/g)].map(([one]) => one).filter((one) => !known.includes(one))).toEqual(
        [],
      );
    }
  });
});

describe('the invitation to a respondent', () => {
  it.each([
    [
      'zh-CN',
      [
        '注册商标（第12345678号）',
        '不收取任何费用',
        '完全自愿',
        '没有任何不利后果',
        '公开电话',
        '个人信息',
        '{{queryCode}}',
      ],
    ],
    [
      'en',
      [
        'No. 12345678',
        'free of charge',
        'voluntary',
        'no adverse consequence',
        'public number',
        'Personal information',
        '{{queryCode}}',
      ],
    ],
  ] as const)(
    'says in %s what it is about, that it is free, that declining is free, and how to verify',
    (language, said) => {
      for (const one of said) expect(written('invitation', language)[0]).toContain(one);
    },
  );
});

/** The letters of a decision. */
function lettersAt(desk: Desk, decision: Decision): readonly LetterDraft[] {
  return lettersOf(decision, desk.given('limin')).drafts;
}

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
    const rows = await desk.store.reads.tasks({ organisation: 'yantaiMediationCommittee', person: null, limit: 50 });
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

async function agreedOn(desk: Desk): Promise<Decision> {
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

/** The house tells what became of a letter. */
function told(letters: readonly LetterDraft[], index: number) {
  const { id, notice, recipient, proceeding: of } = letters[index]!;
  return { letter: id, notice, party: recipient.kind === 'party' ? recipient.party : null, proceeding: of };
}

/** An accepted case whose first letter, the invitation, was printed. */
async function withPrintedInvitation() {
  const desk = await applied();
  const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
  const data = { ...told(letters, 0), reason: 'noAddress' };
  await desk.gives('system', 'noteLetterToPrint', theCase, data, { at: '2026-09-02T09:00' });
  return { desk, letters };
}

async function letterTasks({ store }: Desk) {
  const rows = await store.reads.tasks({ organisation: 'yantaiMediationCommittee', person: null, limit: 50 });
  return rows.map(({ row }) => row).filter(({ source }) => source === 'letter');
}

describe('an invitation that goes by hand', () => {
  it('is a task until its service is recorded, and no service and no clock stands before', async () => {
    const { desk, letters } = await withPrintedInvitation();
    expect(await letterTasks(desk)).toHaveLength(1);
    expect(factsOf(desk.file, 'letterServed')).toEqual([]);
    const clocks = clocksOf(desk.file, desk.calendar);
    expect(clocks.filter(({ trigger }) => trigger.type === 'letterServed')).toEqual([]);
    const [{ value: letter } = { value: '' }] = desk.choices('limin', 'recordService', theCase, 'letter');
    expect(letter).toBe(letters[0]?.id);
    await desk.gives('limin', 'recordService', theCase, { letter, method: 'post' });
    expect(await letterTasks(desk)).toEqual([]);
    const { party, notice } = told(letters, 0);
    expect(factsOf(desk.file, 'letterServed')).toMatchObject([{ party, values: { notice, method: 'post' } }]);
  });

  it('cannot have been served before it was written, nor twice', async () => {
    const { desk, letters } = await withPrintedInvitation();
    const data = { letter: letters[0]?.id, method: 'post' };
    await desk.refuses('served-before-written', 'limin', 'recordService', theCase, data, { occurredOn: '2026-09-01' });
    await desk.gives('limin', 'recordService', theCase, data);
    await desk.refuses('not-a-choice', 'limin', 'recordService', theCase, data);
  });

  it('is not for another organisation to record', async () => {
    const { desk, letters } = await withPrintedInvitation();
    const data = { letter: letters[0]?.id, method: 'post' };
    await desk.refuses('not-allowed', 'liu', 'recordService', theCase, data);
  });

  it('goes again when somebody says so', async () => {
    const { desk, letters } = await withPrintedInvitation();
    const decision = await desk.gives('limin', 'resendLetter', theCase, { letter: letters[0]?.id });
    expect(lettersOf(decision, desk.given('limin'))).toEqual({ drafts: [], again: [letters[0]?.id] });
  });
});

describe('a letter by e-mail', () => {
  it('is service where the party confirmed that way, and else only on record as sent', async () => {
    const desk = await applied();
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    await desk.gives('system', 'noteLetterSent', theCase, { ...told(letters, 0), method: 'email', served: false });
    expect(factsOf(desk.file, 'letterServed')).toEqual([]);
    await desk.gives('system', 'noteLetterSent', theCase, { ...told(letters, 1), method: 'email', served: true });
    expect(factsOf(desk.file, 'letterServed')).toMatchObject([{ party: partyId(desk.file, 'claimant') }]);
    expect(await letterTasks(desk)).toEqual([]);
  });
});
