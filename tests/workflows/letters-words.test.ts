/** Reads every letter in both languages: neutral words, nothing that looks like fraud, nothing left untranslated. */
import { describe, expect, it } from 'vitest';
import {
  channels,
  factLabel,
  type LetterDraft,
  type NoticeId,
  noticeLabels,
  placeholders,
  type StepNoticeId,
  segmentsOf,
  stepLetters,
  stepValues,
  text,
  textMessage,
  writeLetter,
} from '../../workflows/index.ts';

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

/** What a letter of a channel may know; each row is read with everything and with as little as possible. */
const known = {
  on: text('2026-11-20', '2026-11-20'),
  number: text('（2026）鲁0602民初456号', '（2026）鲁0602民初456号'),
  until: text('2026-11-30', '2026-11-30'),
  lastDay: text('2026-12-03', '2026-12-03'),
  at: text('2026-12-01 星期二 14:30（北京时间）', 'Tuesday 2026-12-01, 14:30 (China Standard Time)'),
  place: text('三楼审理室', 'Room 3'),
  court: text('芝罘区人民法院', 'Zhifu District Court'),
  body: text('烟台仲裁委员会', 'Yantai Arbitration Commission'),
  organisation: text('烟台调委会', 'Yantai Committee'),
  mediators: text('孙丽华', 'Sun Lihua'),
};
const ofRows = Object.fromEntries(
  Object.entries(stepLetters).map(([id, { reasons = {} }]) => [
    id,
    [
      ...[null, ...Object.values(reasons)].map((reason) => ({
        ...head,
        known: reason === null ? known : { ...known, reason: reason.label },
        corrected: true,
      })),
      { ...head, known: { on: known.on }, corrected: false },
    ],
  ]),
  // The keys are those of the rows; Object.fromEntries forgets it.
) as unknown as { readonly [N in StepNoticeId]: readonly LetterDraft<N>['fields'][] };

/** Fields of each kind of letter, with every branch of its template. */
const examples: { readonly [N in NoticeId]: readonly LetterDraft<N>['fields'][] } = {
  ...ofRows,
  acceptance: [
    { ...head, number: '（2026）烟知人调字第001号', acceptedOn: '2026-11-02' },
    { ...head, number: null, acceptedOn: '2026-11-02' },
  ],
  invitation: [
    { ...head, rights: [text('注册商标（第12345678号）', 'Trademark (No. 12345678)')], mediators: [] },
    { ...head, rights: [text('商业秘密', 'Trade secret')], mediators: ['Sun Lihua'] },
    { ...head, rights: [text('商业秘密', 'Trade secret')], mediators: [], referredBy: known.court },
    { ...head, rights: [text('商业秘密', 'Trade secret')], mediators: [], mayCharge: true },
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
        /\bpay|payment|transfer (?:of )?(?:money|funds)|\bbank\b|card|password|deposit|\bfee\b|click/i,
      );
      expect(words).not.toMatch(/https?:/);
    }
  });

  it.each(all)('%s is whole in English, and has nothing left in Chinese', (notice) => {
    const numbers = [head.caseCode, '（2026）烟知人调字第001号', known.number.en];
    for (const words of written(notice, 'en')) {
      expect(numbers.reduce((rest, number) => rest.replaceAll(number, ''), words)).not.toMatch(/\p{Script=Han}/u);
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

describe('a letter as a text message', () => {
  const longName = text(
    '中国（山东）自由贸易试验区烟台片区知识产权保护中心',
    'Yantai Intellectual Property Dispute Mediation Committee',
  );
  const messages = (notice: NoticeId, language: 'zh-CN' | 'en') =>
    examples[notice].map((fields) => {
      const draft = { notice, language, fields: { ...fields, writer: longName }, recipient };
      return textMessage(writeLetter(draft), draft).replace('{{telephone}}', '0535-6000137');
    });
  const recipient = { kind: 'party', party: 'p' } as const;
  const toParties = inBoth.filter(({ notice }) => !desks.includes(notice));

  it.each(toParties)('$notice in $language fits into few messages, and names nobody but its writer', (one) => {
    for (const words of messages(one.notice, one.language)) {
      expect(segmentsOf(words), words).toBeLessThanOrEqual(one.language === 'en' ? 4 : 2);
      expect(words).not.toMatch(/\{|https?:|您的查询码/);
      expect(words).toContain('0535-6000137');
    }
  });

  it('is counted as networks count: 70 characters, 67 in each part of a longer one, 160 in plain letters', () => {
    expect(segmentsOf('调'.repeat(70))).toBe(1);
    expect(segmentsOf('调'.repeat(71))).toBe(2);
    expect(segmentsOf('调'.repeat(135))).toBe(3);
    expect(segmentsOf('a'.repeat(160))).toBe(1);
    expect(segmentsOf('a'.repeat(161))).toBe(2);
  });
});

describe('a letter that a channel declares as a row', () => {
  const rows = Object.entries(stepLetters);

  it.each(rows)('%s names only what is known of a step, in both languages alike', (_id, { says, short }) => {
    for (const { zh, en } of [...says, short]) {
      const names = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      for (const name of names(zh)) expect(stepValues).toContain(name);
      expect(new Set(names(zh)).difference(new Set(['writer']))).toEqual(
        new Set(names(en)).difference(new Set(['writer'])),
      );
    }
  });

  it.each(rows)('%s starts from a command or a fact with a name, in a channel that is offered', (_id, row) => {
    for (const on of row.on) expect(factLabel(on).zh).not.toBe(on);
    expect(channels.map(({ id }) => id)).toContain(row.in);
  });

  it.each(rows)('%s leaves no brace behind, whatever is known', (id) => {
    for (const words of [...written(id as NoticeId, 'zh-CN'), ...written(id as NoticeId, 'en')])
      expect(words.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]|undefined|null/);
  });

  it.each(rows)('%s cites the law it tells of', (_id, row) => {
    expect(row.basis).not.toEqual([]);
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
