/** What a court will look at, told to the mediator before it is sent and to the court with the packet: every point met, wanting, unknown. */
import { describe, expect, it } from 'vitest';
import {
  type Clause,
  type Finding,
  type PreflightCheck,
  type PreflightQuestion,
  preflight,
  preflightOf,
} from '../../workflows/index.ts';
import { confirmationPoints } from '../../workflows/rules/confirmation-points.ts';
import type { Desk } from '../support/desk.ts';
import { agreed, filing, inSession, offered, papersReady, paymentClause } from '../support/desk-stages.ts';
import { handoff, partyId, proceeding, proceedingOf, theCase } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');

/** The pre-flight of the latest handoff, with nothing found in other cases unless said. */
function ofPacket(desk: Desk, findings: readonly Finding[] | null = []): readonly PreflightCheck[] {
  return preflightOf(desk.file, desk.file.handoffs[handoff(desk.file).id]!, desk.given('sun'), findings);
}

/** The pre-flight of a mediation, as its mediator sees it. */
function ofMediation(desk: Desk, change: Partial<PreflightQuestion> = {}): readonly PreflightCheck[] {
  const home = proceedingOf(desk.file, 'peopleMediation');
  const agreement = Object.values(home.agreements).at(-1) ?? null;
  const question = { agreement, court: null, packet: null, findings: [], ...change };
  return preflight(desk.file, home, question, desk.given('sun'));
}

const resultsOf = (checks: readonly PreflightCheck[]) =>
  Object.fromEntries(checks.map(({ point, result }) => [point, result]));
const pointOf = (checks: readonly PreflightCheck[], point: PreflightCheck['point']) =>
  checks.find((one) => one.point === point)!;

/** The agreement on the desk with other clauses. */
function withClauses(desk: Desk, clauses: readonly object[]): PreflightQuestion['agreement'] {
  const [agreement] = Object.values(proceedingOf(desk.file, 'peopleMediation').agreements);
  return { ...agreement!, clauses: clauses as readonly Clause[] };
}

describe('A packet with everything in it', () => {
  it('meets every point, each with its article, what was looked at, and words in both languages', async () => {
    const checks = ofPacket(await offered());
    expect(checks.filter(({ result }) => result !== 'met')).toEqual([]);
    expect(checks.map(({ point }) => point)).toEqual(
      Object.keys(confirmationPoints).filter((point) => point !== 'authority'),
    );
    for (const { basis, finding, looksAt, label } of checks) {
      expect(basis.length).toBeGreaterThan(0);
      for (const words of [finding, looksAt, label]) expect([words.zh !== '', words.en !== '']).toEqual([true, true]);
    }
  });

  it('cites the articles of the table and no others', async () => {
    for (const { point, basis } of ofPacket(await offered())) expect(basis).toEqual(confirmationPoints[point].basis);
  });

  it('says nothing for other handoffs', async () => {
    const desk = await offered();
    const sent = desk.file.handoffs[handoff(desk.file).id]!;
    expect(preflightOf(desk.file, { ...sent, kind: 'H3' }, desk.given('sun'), [])).toEqual([]);
    expect(preflightOf(desk.file, { ...sent, agreement: null }, desk.given('sun'), [])).toEqual([]);
  });
});

describe('The court and the day', () => {
  it('a court that may lack jurisdiction is doubtful, and the finding names those that have it', async () => {
    const found = pointOf(ofPacket(await offered(undefined, 'laishanCourt')), 'jurisdiction');
    expect(found.result).toBe('doubtful');
    expect(found.finding.zh).toContain('芝罘区人民法院');
  });

  it('without a kind of right no court can be named', async () => {
    const desk = await agreed();
    const [matter] = Object.values(desk.file.matters);
    const blank = { ...desk.file, matters: { [matter!.id]: { ...matter!, right: { ...matter!.right, kind: null } } } };
    const home = proceedingOf(blank, 'peopleMediation');
    const question = { agreement: null, court: null, packet: null, findings: [] };
    expect(pointOf(preflight(blank, home, question, desk.given('sun')), 'jurisdiction').result).toBe('unknown');
  });

  it('on its last day the window is open; the day after it is doubtful, for the court decides', async () => {
    const desk = await offered();
    const packet = desk.file.handoffs[handoff(desk.file).id]!;
    const on = (today: string) =>
      pointOf(preflightOf(desk.file, packet, { ...desk.given('sun'), today }, []), 'window');
    expect(on('2026-10-08').result).toBe('met');
    expect(on('2026-10-08').finding.zh).toContain('2026-10-08');
    expect(on('2026-10-09').result).toBe('doubtful');
  });

  it('an agreement that is not in effect has no window yet', async () => {
    const desk = await inSession();
    const data = {
      form: 'written',
      clauses: [paymentClause(desk)],
      signatures: [{ party: partyId(desk.file, 'claimant'), signedOn: '2026-09-02' }],
      mediatorSignedOn: '2026-09-02',
    };
    await desk.gives('sun', 'recordAgreement', mediation, data);
    const checks = ofMediation(desk);
    expect(pointOf(checks, 'window')).toMatchObject({ result: 'doubtful', code: 'agreement-not-effective' });
    expect(pointOf(checks, 'joint').finding.zh).toContain('1 方没有签字');
  });
});

describe('Who applies', () => {
  it('an application that not all signed is doubtful; none at all is missing', async () => {
    const desk = await offered();
    const packet = desk.file.handoffs[handoff(desk.file).id]!;
    const judged = (manifest: typeof packet.manifest) =>
      pointOf(preflightOf(desk.file, { ...packet, manifest }, desk.given('sun'), []), 'joint').result;
    const alone = packet.manifest.map((row) =>
      row.document === 'confirmationApplication' ? { ...row, class: 'partyFile' as const } : row,
    );
    expect(judged(alone)).toBe('doubtful');
    expect(judged(packet.manifest.filter(({ document }) => document !== 'confirmationApplication'))).toBe('missing');
  });

  it('a party whose address is not confirmed is counted', async () => {
    const desk = await agreed();
    await desk.gives('limin', 'confirmServiceAddress', theCase, (c) => ({
      party: partyId(c, 'claimant'),
      method: 'email',
    }));
    expect(pointOf(ofMediation(desk), 'address')).toMatchObject({ result: 'missing' });
    expect(pointOf(ofMediation(desk), 'address').finding.zh).toContain('1 方');
  });
});

describe('What the clauses say', () => {
  it.each([
    ['amount', { amountFen: null }, 'missing'],
    ['day', { dueOn: null }, 'missing'],
    ['account', { mannerNamed: false }, 'missing'],
    ['obligor', { obligee: null }, 'missing'],
    ['act', { act: '支付赔偿款，具体时间双方另行协商' }, 'doubtful'],
    ['ownership', { subject: 'ownership', act: '专利权归甲方' }, 'doubtful'],
    ['ownership', { subject: 'validity', act: '双方确认专利有效' }, 'doubtful'],
  ] as const)('%s: the clause that lacks it is named, and no other point suffers', async (point, change, result) => {
    const desk = await papersReady();
    const agreement = withClauses(desk, [paymentClause(desk), paymentClause(desk, change)]);
    const checks = ofMediation(desk, { agreement });
    expect(pointOf(checks, point)).toMatchObject({ result, clauses: [2] });
    expect(pointOf(checks, point).finding.zh).toContain('第 2 项');
    const others = checks.filter((one) => one.point !== point && one.result !== 'met');
    expect(others.map((one) => one.point)).toEqual([]);
  });

  it('an act needs who does it and a day, and no account', async () => {
    const desk = await papersReady();
    const act = { subject: 'stopInfringement', obligee: null, amountFen: null, mannerNamed: false, act: '停止销售' };
    const whole = ofMediation(desk, { agreement: withClauses(desk, [paymentClause(desk, act)]) });
    expect(whole.filter(({ result }) => result !== 'met')).toEqual([]);
    const bare = { ...act, obligor: null, dueOn: null };
    const lacking = ofMediation(desk, { agreement: withClauses(desk, [paymentClause(desk, bare)]) });
    expect(lacking.filter(({ result }) => result !== 'met').map(({ point }) => point)).toEqual(['obligor', 'day']);
  });

  it('what follows from a breach may be left to later agreement', async () => {
    const desk = await papersReady();
    const breach = paymentClause(desk, { subject: 'default', act: '违约的，双方另行协商', amountFen: null });
    const checks = ofMediation(desk, { agreement: withClauses(desk, [paymentClause(desk), breach]) });
    expect(pointOf(checks, 'act').result).toBe('met');
  });

  it('wanting clauses of two kinds are told in one warning before the packet goes', async () => {
    const desk = await papersReadyWith([{ amountFen: null }, { dueOn: null }]);
    await desk.gives('sun', 'prepareHandoff', mediation, filing(desk));
    const refusal = await desk.refuses('acknowledge-warnings', 'sun', 'offerHandoff', handoff);
    expect(refusal.warnings.map(({ code }) => code)).toEqual(['clause-unclear']);
    expect(refusal.warnings[0]!.text.zh).toMatch(/第 1 项没有金额。第 2 项没有履行期限。/);
  });
});

async function papersReadyWith(changes: readonly object[]): Promise<Desk> {
  const desk = await inSession();
  desk.at('2026-09-03T16:00');
  const clauses = changes.map((change) => paymentClause(desk, { ...change }));
  const signatures = Object.keys(desk.file.parties).map((party) => ({ party, signedOn: '2026-09-03' }));
  const data = { form: 'written', clauses, signatures, mediatorSignedOn: '2026-09-03', sealedOn: '2026-09-03' };
  await desk.gives('sun', 'recordAgreement', mediation, data, { acknowledged: ['clause-unclear'] });
  for (const party of Object.keys(desk.file.parties))
    await desk.gives('limin', 'confirmServiceAddress', theCase, { party, method: 'email' });
  const papers = [
    ['mediationAgreement', 'jointSigned'],
    ['confirmationApplication', 'jointSigned'],
    ['addressConfirmation', 'jointSigned'],
    ['mediationProof', 'organisationFile'],
    ['identityDocument', 'organisationFile'],
  ];
  for (const [document, itemClass] of papers)
    await desk.gives('limin', 'addItem', mediation, { document, title: document, class: itemClass, pages: 1 });
  return desk;
}

describe('The papers', () => {
  it('each one that must be there and is not is named', async () => {
    const desk = await offered();
    const packet = desk.file.handoffs[handoff(desk.file).id]!;
    const manifest = packet.manifest.filter(({ document }) => document !== 'mediationProof');
    const found = pointOf(preflightOf(desk.file, { ...packet, manifest }, desk.given('sun'), []), 'papers');
    expect(found).toMatchObject({ result: 'missing' });
    expect(found.finding.zh).toContain('主持调解证明');
    expect(found.finding.zh).not.toContain('身份证明');
  });

  it('what stays inside the mediation never counts as a paper for the court', async () => {
    const desk = await agreed();
    const inside = { document: 'confirmationApplication', title: '申请书', class: 'processPrivate', pages: 1 };
    await desk.gives('sun', 'addItem', mediation, inside);
    expect(pointOf(ofMediation(desk), 'joint').result).toBe('missing');
    expect(pointOf(ofMediation(desk), 'papers').finding.zh).toContain('司法确认申请书');
  });
});

describe('Signs of a sham mediation', () => {
  const sign = { code: 'related-sham-signs', other: 'case-2', otherCode: 'JF2026-002' } as const;

  it('are a doubt and no finding, with the cases this viewer may know', async () => {
    const found = pointOf(ofPacket(await offered(), [sign]), 'sham');
    expect(found.result).toBe('doubtful');
    expect(found.finding.zh).toContain('JF2026-002');
    expect(found.finding.zh).toContain('不是认定');
  });

  it('another case over the same right is no sign', async () => {
    const other = { ...sign, code: 'related-same-right' } as const;
    expect(pointOf(ofPacket(await offered(), [other]), 'sham').result).toBe('met');
  });

  it('are unknown where nobody looked, and never warn by themselves', async () => {
    const desk = await papersReady();
    await desk.gives('sun', 'prepareHandoff', mediation, filing(desk));
    expect(pointOf(ofPacket(desk, null), 'sham').result).toBe('unknown');
    await desk.gives('sun', 'offerHandoff', handoff);
  });
});

describe('Before anything is agreed', () => {
  it('the mediator sees what a court will ask, and no point about clauses claims to be met', async () => {
    const results = resultsOf(ofMediation(await inSession()));
    expect(results).toMatchObject({ jurisdiction: 'met', window: 'unknown', amount: 'unknown', ownership: 'unknown' });
    expect(results).toMatchObject({ joint: 'missing', papers: 'missing', address: 'missing' });
  });

  it('what was said inside the mediation changes nothing of it', async () => {
    const desk = await inSession();
    const before = ofMediation(desk);
    await desk.gives('sun', 'noteInside', mediation, { kind: 'concession', note: '愿意再让两万' });
    expect(ofMediation(desk)).toEqual(before);
  });
});
