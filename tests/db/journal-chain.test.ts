import { describe, expect, it } from 'vitest';
import { type ChainRow, genesisHash, openEntry, seal, verifyChain } from '../../db/journal-chain.ts';
import { openingCommit, sampleEntry } from '../support/store-samples.ts';

const { after: caseFile } = openingCommit('c1');
const drafts = [1, 2, 3, 4, 5].map((seq) => sampleEntry(caseFile, seq, 'k'));

function journal(caseId = 'c1'): ChainRow[] {
  return seal(drafts, genesisHash(caseId)).map((row) => ({ ...row, removal: null }));
}

function problemsOf(rows: readonly ChainRow[], head = { seq: 5, hash: rows.at(-1)?.hash ?? '' }) {
  return verifyChain('c1', rows, head).map(({ seq, code }) => `${seq} ${code}`);
}

/** The journal with one row changed. */
function changed(seq: number, change: (row: ChainRow) => Partial<ChainRow>): ChainRow[] {
  return journal().map((row) => (row.seq === seq ? { ...row, ...change(row) } : row));
}

describe('a journal that nobody touched', () => {
  it('is whole, and gives each entry back as it was drafted', () => {
    const rows = journal();
    expect(problemsOf(rows)).toEqual([]);
    expect(rows.map((row) => openEntry(row)).map(({ envelope, body }) => ({ envelope, body }))).toEqual(drafts);
  });

  it('names its algorithm in every envelope and every digest', () => {
    for (const row of journal()) {
      expect(JSON.parse(row.envelope)).toMatchObject({
        hash: 'sha-256',
        bodyDigest: expect.stringMatching(/^sha-256:[0-9a-f]{64}$/),
      });
      expect(row.hash).toMatch(/^sha-256:/);
    }
  });

  it('has another digest for the same body each time, so that a removed one cannot be guessed', () => {
    const [first, second] = [journal(), journal()].map(([row]) => openEntry(row!).bodyDigest);
    expect(first).not.toBe(second);
  });

  it('cannot be passed off as the journal of another case', () => {
    expect(problemsOf(journal('c2'))).toEqual(['1 link-broken']);
    expect(genesisHash('c1')).not.toBe(genesisHash('c2'));
  });

  it('is refused a hash nobody knows', () => {
    expect(() => seal(drafts, genesisHash('c1'), 'md5')).toThrow('md5');
  });
});

describe('a journal that was tampered with', () => {
  it('shows which envelope was changed', () => {
    const rows = changed(3, ({ envelope }) => ({ envelope: envelope.replace('2026-11-20', '2026-11-19') }));
    expect(problemsOf(rows)).toEqual(['3 envelope-changed']);
  });

  it('shows which body was changed, even when it is the same JSON in other bytes', () => {
    expect(problemsOf(changed(2, ({ body }) => ({ body: `${body} ` })))).toEqual(['2 body-changed']);
    expect(problemsOf(changed(2, ({ salt }) => ({ salt: Buffer.alloc(salt?.length ?? 0) })))).toEqual([
      '2 body-changed',
    ]);
  });

  it('shows an entry that was rewritten together with its hash', () => {
    const [forged] = seal([sampleEntry(caseFile, 3, 'forged')], journal()[1]!.hash);
    const whole = journal();
    const rows = whole.map((row) => (row.seq === 3 ? { ...forged!, removal: null } : row));
    expect(problemsOf(rows)).toContain('4 link-broken');
  });

  it('shows which entry is missing, in the middle, at the start and at the end', () => {
    const without = (seq: number) => journal().filter((row) => row.seq !== seq);
    expect(problemsOf(without(3))).toEqual(['3 entry-missing']);
    expect(problemsOf(without(1))).toEqual(['1 entry-missing']);
    expect(problemsOf(without(5), { seq: 5, hash: journal()[4]!.hash })).toEqual(['5 head-differs']);
  });

  it('shows entries that changed places', () => {
    const rows = journal();
    const swapped = rows.map((row) => ({
      ...row,
      ...(row.seq === 2 ? rows[2] : row.seq === 3 ? rows[1] : {}),
      seq: row.seq,
    }));
    expect(problemsOf(swapped)).toEqual(['2 entry-misplaced', '3 entry-misplaced']);
  });

  it('shows a last entry that was replaced', () => {
    const rows = journal();
    const [forged] = seal([sampleEntry(caseFile, 5, 'forged')], rows[3]!.hash);
    expect(problemsOf([...rows.slice(0, 4), { ...forged!, removal: null }], { seq: 5, hash: rows[4]!.hash })).toEqual([
      '5 head-differs',
    ]);
  });

  it('shows an entry whose hash names an unknown algorithm', () => {
    expect(problemsOf(changed(2, () => ({ hash: 'md5:00' })))).toEqual(['2 algorithm-unknown']);
  });
});

describe('a body that is gone', () => {
  const gone = { body: null, salt: null };

  it('is fine when a later entry records its removal', () => {
    expect(problemsOf(changed(2, () => ({ ...gone, removal: { ground: 'PIPL 47', by: 4 } })))).toEqual([]);
  });

  it('is not fine without a record, or when the record points nowhere or at itself', () => {
    expect(problemsOf(changed(2, () => gone))).toEqual(['2 body-missing']);
    for (const by of [2, 9]) {
      expect(problemsOf(changed(2, () => ({ ...gone, removal: { ground: 'x', by } })))).toEqual(['2 removal-unproven']);
    }
  });
});
