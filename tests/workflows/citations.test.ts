/** What is cited was read, or carries 待核实 wherever it is cited: there is no third kind. */
import { describe, expect, it } from 'vitest';
import { clockRules, stepLetters } from '../../workflows/index.ts';
import { writeStep } from '../../workflows/letters/templates-steps.ts';
import { articlesRead } from '../../workflows/rules/articles-read.ts';
import { cite, instruments, isToVerify } from '../../workflows/rules/instruments.ts';
import type { Basis } from '../../workflows/rules/law.ts';
import { text } from '../../workflows/text.ts';
import { clocksPage } from '../proof/clocks-page.ts';
import { readCitations } from '../support/citations.ts';
import { sourcesIn } from '../support/sources.ts';

const { cited, rows } = await readCitations();
const mark = /（[^（）]*待核实）/;
const shown = (instrument: Basis['instrument'], article: string) => cite({ instrument, article }, 'zh');

describe('the day from which an instrument is in force', () => {
  it('is marked wherever no note gives it', () => {
    const given =
      'CPL CPLI IMR OMR OP25 LIM JUR JUR25 CN15 PUN26 PML CMR SDR O363 AL25 AWE CC PL PLR O81 MAJ O352 TM26 CRL TRR PSR IPC25 EXM';
    const unmarked = Object.entries(instruments).filter(([, one]) => one.effectiveFrom !== null && !one.dateFromMemory);
    expect(unmarked.map(([id]) => id)).toEqual(given.split(' '));
  });
});

describe('a citation', () => {
  it('of what was read stands bare; of everything else it is marked, in both languages', () => {
    expect(cited.length).toBeGreaterThan(550);
    for (const basis of cited) {
      const zh = cite(basis, 'zh');
      expect(mark.test(zh), zh).toBe(isToVerify(basis));
      expect(/to be verified\)/.test(cite(basis, 'en')), zh).toBe(isToVerify(basis));
    }
    const marked = cited.filter(isToVerify).length;
    expect(marked).toBeGreaterThan(50);
    expect(marked).toBeLessThan(cited.length / 4);
  });

  it.each([
    ['LINK', '第十一条'],
    ['PENB', '第十条'],
    ['PENP', '第四十六条'],
    ['PENP', '第六十四条'],
    ['PENL', '第四十三条'],
    ['CPL', '第一百三十九条'],
    ['CPLI', '第一百零七条'],
    ['CPLI', '第四百三十六条'],
    ['CPLI', '第五百一十七条'],
    ['CPLI', '第三百五十五条(一)'],
    ['TER16', '第九条'],
    ['O352', ''],
    ['JUR25', ''],
  ] as const)('from memory is marked: %s %s', (instrument, article) => {
    expect(shown(instrument, article)).toBe(`《${instruments[instrument].name.zh}》${article}（待核实）`);
    if (article !== '') expect(cited).toContainEqual({ instrument, article });
  });

  it('of several articles marks those that were not read, and no other', () => {
    expect(shown('CPL', '第一百二十六条、第一百三十九条、第一百七十一条')).toBe(
      '《民事诉讼法》第一百二十六条、第一百三十九条（待核实）、第一百七十一条',
    );
    expect(cite({ instrument: 'CPL', article: '第一百二十六条、第一百三十九条' }, 'en')).toBe(
      'Civil Procedure Law arts. 126, 139 (to be verified)',
    );
    expect(shown('AEL', '第五十三条至第五十七条')).not.toMatch(mark);
    expect(shown('AEL', '第五十二条至第五十七条')).toMatch(mark);
  });

  it('of an instrument whose name or validity is open says so behind its articles', () => {
    expect(shown('PUN26', '第五条')).toBe(`《${instruments.PUN26.name.zh}》第五条（名称待核实）`);
    expect(shown('EXM', '第十三条')).toBe('《展会知识产权保护办法》第十三条（效力待核实）');
    expect(cite({ instrument: 'EXM', article: '第十三条' }, 'en')).toMatch(/art\. 13 \(validity to be verified\)$/);
  });

  it('names no paragraph that was not read', () => {
    expect(clockRules['lit.notice_service.abroad'].basis).toContainEqual({
      instrument: 'CPL',
      article: '第二百八十三条',
    });
  });
});

describe('a rule that is called read in its text', () => {
  it('cites only articles that were read; what rests on others is not called so', () => {
    const called = rows.filter(({ verified }) => verified === 'text');
    expect(called.length).toBeGreaterThan(250);
    const unread = called.flatMap(({ at, basis }) =>
      basis
        .filter((one) => instruments[one.instrument].toConfirm === null && isToVerify(one))
        .map((one) => `${at} ${cite(one, 'zh')}`),
    );
    expect(unread).toEqual([]);
  });

  it('is marked on the page of clocks where it is not', () => {
    const page = clocksPage();
    for (const [id, { basis, verified }] of Object.entries(clockRules)) {
      const [row = ''] = page.split('\n').filter((line) => line.startsWith(`| \`${id}\``));
      expect(row.includes('待核实'), id).toBe(
        verified !== 'text' || basis.some(isToVerify) || row.includes('施行日期待核实'),
      );
    }
    expect(page).toMatch(/2019-11-01（施行日期待核实）/);
  });
});

describe('the list of what was read', () => {
  it('has an entry for every instrument, of numbers in order', () => {
    for (const [id, list] of Object.entries(articlesRead)) {
      const numbers = list
        .split(/[^\d]+/)
        .filter((one) => one !== '')
        .map(Number);
      expect(numbers, id).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    }
  });
});

describe('a sentence that names an article itself', () => {
  it('names one that was read, or says that it is to be verified', () => {
    const names = new Map(Object.entries(instruments).map(([id, { name }]) => [name.zh, id as Basis['instrument']]));
    const spoken = /《((?:[^《》]|〈|〉)+)》((?:第[一二三四五六七八九十百零]+条[、至]?)+)(，待核实)?/g;
    const written = [...sourcesIn('workflows'), ...sourcesIn('server')].flatMap(({ path, text: source }) =>
      source
        .split('\n')
        .filter((line) => !/^\s*(\/\*)?\*/.test(line))
        .flatMap((line) => [...line.matchAll(spoken)].map((found) => ({ path, found }))),
    );
    expect(written.length).toBeGreaterThan(4);
    for (const { path, found } of written) {
      const [sentence, name = '', article = '', said] = found;
      const id = names.get(name) ?? names.get(name.replaceAll(/[〈〉]/g, ''));
      const isRead = id !== undefined && !isToVerify({ instrument: id, article });
      expect(isRead || said !== undefined, `${path}: ${sentence}`).toBe(true);
    }
  });
});

describe('a letter', () => {
  it('that rests on an article from memory says so to whoever reads it', () => {
    const letters = Object.values(stepLetters).filter(({ basis }) => basis.some(isToVerify));
    expect(letters.length).toBeGreaterThan(3);
    for (const letter of letters) {
      const { paragraphs } = writeStep(letter, {
        writer: text('某机构', 'Somebody'),
        known: {},
        corrected: false,
        caseCode: 'JF2026-001',
      });
      expect([paragraphs.at(-1)?.zh, paragraphs.at(-1)?.en], letter.label.zh).toEqual([
        expect.stringMatching(mark),
        expect.stringContaining('to be verified)'),
      ]);
    }
  });
});
