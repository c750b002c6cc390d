import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../db/memory.ts';
import type { CaseFile } from '../../workflows/index.ts';
import { findingsOf, withoutMarks } from '../../workflows/index.ts';
import { productKey, rightKey } from '../../workflows/radar/keys.ts';
import { actorOf, type Desk, openDesk } from '../support/desk.ts';
import { agreed, applied, offeredByCentre, openedCase } from '../support/desk-stages.ts';

const clerk = actorOf('limin');

/** The same people in every case: one mark for each side. */
function marked({ file }: Desk, change: Partial<CaseFile['header']> = {}): CaseFile {
  const parties = Object.entries(file.parties).map(
    ([id, party]) => [id, { ...party, marks: [`mark-of-${party.side}`] }] as const,
  );
  return { ...file, header: { ...file.header, ...change }, parties: Object.fromEntries(parties) };
}

const desk = (caseId: string) => openDesk({ caseId, store: memoryStore() });
const codes = (caseFile: CaseFile, others: readonly CaseFile[], actor = clerk) =>
  findingsOf(caseFile, others, actor).map(({ code }) => code);

describe('the number of a right', () => {
  it.each([
    ['第12345678号', '１２３４５６７８'],
    ['ZL 2023 3 0123456.7', 'zl202330123456.7'],
    ['ZL202330123456.7', '202330123456.7'],
    ['国作登字-2024-F-00012345', '国作登字２０２４Ｆ00012345'],
  ])('%s is also %s', (one, other) => {
    expect(rightKey(one)).toBe(rightKey(other));
  });

  it('that is missing, or says nothing, finds nothing', () => {
    for (const number of [null, '', ' ', '第 号', '123']) expect(rightKey(number)).toBeNull();
    expect(productKey(' - ')).toBeNull();
    expect(productKey('HY-200 电热水壶')).toBe(productKey('ｈｙ２００电热水壶'));
  });
});

describe('another case over the same right against the same side', () => {
  it('that is open may be a double filing', async () => {
    const [one, other] = [marked(await openedCase(desk('a'))), marked(await applied(desk('b')))];
    expect(codes(one, [other])).toEqual(['related-double-filing']);
  });

  it('that ended with a settlement makes this one a repetition, perhaps, and no double filing', async () => {
    const [one, other] = [marked(await openedCase(desk('a'))), marked(await agreed(desk('b')))];
    expect(codes(one, [other])).toEqual(['related-repeat-infringement']);
  });

  it('settled twice before between the same two sides is a sign to look at', async () => {
    const settled = [marked(await agreed(desk('b'))), marked(await agreed(desk('c')))];
    const one = marked(await openedCase(desk('a')));
    expect(codes(one, settled)).toContain('related-sham-signs');
    expect(codes(one, settled.slice(0, 1))).not.toContain('related-sham-signs');
  });

  it('is before a court: what follows is a bar and a stay', async () => {
    const filed = marked(await openedCase(desk('b')));
    const [matter] = Object.keys(filed.matters);
    const [intake] = Object.values(filed.proceedings);
    const suit = { ...intake!, id: 'suit', channel: 'litigation' as const, matters: [matter!] };
    const other = { ...filed, proceedings: { ...filed.proceedings, suit } };
    expect(codes(marked(await openedCase(desk('a'))), [other])).toEqual(['related-suit-or-ruling']);
  });

  it('met at an exhibition before', async () => {
    const one = marked(await openedCase(desk('a')), { source: 'exhibition' });
    const other = marked(await openedCase(desk('b')), { source: 'exhibition' });
    expect(codes(one, [other])).toContain('related-exhibition-repeat');
  });

  it('is nothing to somebody who may not know of it', async () => {
    const [one, other] = [marked(await openedCase(desk('a'))), marked(await openedCase(desk('b')))];
    expect(codes(one, [other], actorOf('station'))).toEqual([]);
    expect(codes(one, [marked(await offeredByCentre(desk('c')))])).toEqual([]);
  });

  it('is never the case itself', async () => {
    const one = marked(await openedCase(desk('a')));
    expect(codes(one, [one])).toEqual([]);
  });
});

describe('a person who is erased', () => {
  it('is found by nothing any more', async () => {
    const file = marked(await openedCase(desk('a')));
    const [claimant] = Object.values(file.parties);
    const after = withoutMarks(file, [claimant!.person]);
    expect(Object.values(after.parties).map(({ marks }) => marks)).toEqual([[], ['mark-of-respondent']]);
  });
});
