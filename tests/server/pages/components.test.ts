import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assetsFolder } from '../../../server/pages/assets.ts';
import * as parts from '../../../server/pages/components/index.ts';
import { html } from '../../../server/pages/html.ts';
import { type Language, languageOf, say, type Text, t } from '../../../server/pages/i18n.ts';
import { addressIn, layout } from '../../../server/pages/layout.ts';
import { samplePage, samples } from './samples.ts';

const languages = ['zh-CN', 'en'] as const satisfies readonly Language[];

describe.each(languages)('Every part in %s', (language) => {
  const all: [string, string][] = Object.entries(samples(language)).map(([name, part]) => [name, String(part)]);
  all.push(['page', String(layout(samplePage(language, html`<h1>x</h1>`)))]);

  it.each(all)('%s shows its content and no trace of a missing value', (_name, text) => {
    expect(text.length).toBeGreaterThan(40);
    expect(text).not.toMatch(/undefined|\[object|NaN|>null<|>false<|>true</);
  });

  it.each(all)('%s has no inline style, handler or script', (_name, text) => {
    expect(text).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)\s*=/i);
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/i);
  });

  it.each(all)('%s closes what it opens', (_name, text) => {
    expect(unclosed(text)).toEqual([]);
  });

  it('gives every id once', () => {
    const text = all
      .filter(([name]) => name !== 'empty')
      .map(([, each]) => each.replace(/<template>.*?<\/template>/gs, ''))
      .join('');
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

/** The names of elements opened but not closed in order. */
function unclosed(text: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g)) {
    if (/^(?:meta|link|input|br|hr|img)$/.test(name) || rest.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

describe('The texts', () => {
  it.each(Object.entries<Text>(t))('%s stands in both languages', (_name, text) => {
    expect(text.zh.trim()).not.toBe('');
    expect(text.en.trim()).not.toBe('');
  });

  it('do not compile when one is missing', () => {
    // @ts-expect-error there is no such text
    expect(t.noSuchText).toBeUndefined();
    // @ts-expect-error a text needs both languages
    expect(say({ zh: '只有中文' }, 'en')).toBeUndefined();
  });

  it('are Chinese for anybody whose language is not known', () => {
    expect([languageOf('en'), languageOf('zh-CN'), languageOf('fr'), languageOf(undefined)]).toEqual([
      'en',
      'zh-CN',
      'zh-CN',
      'zh-CN',
    ]);
  });
});

describe('Dates, days and money', () => {
  it('shows a time in Shanghai to the precision that is known', () => {
    expect(parts.timeText({ at: '2026-11-22T16:30:05Z', precision: 'minute' })).toBe('2026-11-23 00:30');
    expect(parts.timeText({ at: '2026-11-22T16:30:05Z', precision: 'day' })).toBe('2026-11-23');
    expect(parts.timeText({ at: '2026-11-22T14:30', precision: 'minute' })).toBe('2026-11-22 14:30');
    expect(parts.timeText({ at: '2024-08', precision: 'month' })).toBe('2024-08');
    expect(String(parts.date('2026-11-22'))).toBe('<time class="time" datetime="2026-11-22">2026-11-22</time>');
  });

  it('counts days left, the due day itself and days past', () => {
    const days = [6, 1, 0, -1, -2];
    expect(days.map((left) => parts.daysLeft(left, 'day', 'zh-CN'))).toEqual([
      '剩 6 天',
      '剩 1 天',
      '今日到期',
      '已过 1 天',
      '已过 2 天',
    ]);
    expect(days.map((left) => parts.daysLeft(left, 'workingDay', 'en'))).toEqual([
      '6 working days left',
      '1 working day left',
      'due today',
      '1 working day past',
      '2 working days past',
    ]);
  });

  it('writes and reads money in whole fen', () => {
    expect([18_600_000, 5, 0, -123_456_789].map(parts.money)).toEqual([
      '¥ 186,000.00',
      '¥ 0.05',
      '¥ 0.00',
      '-¥ 1,234,567.89',
    ]);
    expect(['186000', '186,000.5', '１８６０００ 元', '¥ 0.05'].map(parts.fenOf)).toEqual([
      18_600_000, 18_600_050, 18_600_000, 5,
    ]);
  });

  it.each(['', '-5', '1.234', '十万', '1e5', '1.2.3', '99999999999999', '0x10'])(
    'does not read %j as money',
    (typed) => {
      expect(parts.fenOf(typed)).toBeUndefined();
    },
  );

  it('survives the way out and in', () => {
    for (const fen of [0, 1, 10, 99, 100, 101, 18_600_050, 999_999_999_999_999])
      expect(parts.fenOf(parts.yuanOf(fen))).toBe(fen);
  });
});

describe('A clock', () => {
  const clock: parts.Clock = { label: '调解期限', kind: 'guideline', daysLeft: -2, dueOn: '2026-11-20' };

  it('that is only a guideline stays amber after its day and is never called overdue', () => {
    for (const language of languages) {
      const text = String(parts.clockCard(clock, language));
      expect(text).toContain('clock-warn');
      expect(text).not.toMatch(/clock-bad|badge-bad|逾期|超期|overdue/i);
    }
  });

  it('that binds turns red after its day, and not on it', () => {
    expect(String(parts.clockCard({ ...clock, kind: 'statutory' }, 'zh-CN'))).toContain('clock-bad');
    expect(String(parts.clockCard({ ...clock, kind: 'statutory', daysLeft: 0 }, 'zh-CN'))).toContain('clock-warn');
  });

  it('that no longer runs shows no days left', () => {
    const text = String(parts.clockCard({ ...clock, state: 'suspended' }, 'zh-CN'));
    expect(text).toContain('中止计算');
    expect(text).not.toContain('已过');
  });

  it('that ends at an hour names the weekday in Shanghai', () => {
    const text = String(parts.clockCard({ ...clock, dueOn: '2026-11-22T16:30:00Z' }, 'zh-CN'));
    expect(text).toContain('2026-11-23 00:30');
    expect(text).toContain('周一');
  });

  it('says in words what is provisional or to be verified', () => {
    const text = String(parts.clockCard({ ...clock, provisional: true, unverified: true }, 'zh-CN'));
    expect(text).toContain('暂定');
    expect(text).toContain('待核实');
  });
});

describe('A list of what waits', () => {
  const tasks = (count: number) =>
    Array.from({ length: count }, (_none, index) => ({ label: `task ${index}`, href: `/cases/${index}` }));

  it('stays short however much waits: eight stand open, the rest is folded and counted, and none is lost', () => {
    const [open = '', folded = ''] = String(parts.taskList(tasks(55), 'zh-CN')).split('<details>');
    expect(open.match(/<li class="task">/g)).toHaveLength(8);
    expect(open).toContain('task 7<');
    expect(folded).toContain('其余 47 项');
    expect(folded.match(/<li class="task">/g)).toHaveLength(47);
    expect(String(parts.taskList(tasks(8), 'en'))).not.toContain('<details');
  });
});

describe('The timeline', () => {
  const entry: parts.TimelineEntry = { on: { at: '2026-11-04', precision: 'day' }, what: '会议' };

  it('tells the day of entry only when it is another day in Shanghai', () => {
    const shown = (recordedAt: string) =>
      String(parts.timeline([{ ...entry, recordedAt }], 'zh-CN')).includes('补记于');
    expect(shown('2026-11-04T15:59:00Z')).toBe(false);
    expect(shown('2026-11-04T16:01:00Z')).toBe(true);
  });

  it('escapes what was typed into an entry', () => {
    expect(String(parts.timeline([{ ...entry, what: '<img src=x>', who: '"引号"' }], 'zh-CN'))).not.toContain('<img');
  });
});

describe('A form', () => {
  it('ties label, hint and error to the control and keeps what was typed', () => {
    const text = String(
      parts.textField(
        { name: 'parties.0.name', label: '姓名', hint: '全称', error: '请填写', value: '海岳"', required: true },
        'zh-CN',
      ),
    );
    expect(text).toContain('<label class="label" for="field-parties-0-name">');
    expect(text).toContain('aria-describedby="field-parties-0-name-hint field-parties-0-name-error"');
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain('value="海岳&quot;"');
    expect(text).toContain('必填');
  });

  it('leads from each error to the control it is about, also of a group and of rows', () => {
    const text = String(samples('zh-CN').form);
    for (const [, target] of text.matchAll(/href="#(field-[^"]+)"/g)) expect(text).toContain(` id="${target}"`);
  });

  it('never sends a password back', () => {
    expect(String(samples('zh-CN').form)).not.toContain('secret-in-page');
  });

  it('keeps the first line break of a long text', () => {
    expect(String(parts.textArea({ name: 'a', label: 'a', value: '\nb' }, 'zh-CN'))).toContain('>\n\nb</textarea>');
  });

  it('carries the key against double sending and the revision it was filled in for', () => {
    const text = String(samples('zh-CN').form);
    expect(text).toContain('<input type="hidden" name="idempotencyKey" value="key-1">');
    expect(text).toContain('<input type="hidden" name="revision" value="17">');
  });
});

describe('Repeating rows', () => {
  const rows = (count: number, maximum?: number) =>
    String(
      parts.rowsField(
        {
          name: 'payments',
          label: '付款',
          rows: Array.from({ length: count }, () => ({ amount: '1' })),
          maximum,
          fields: (row) => [
            parts.textField({ name: row.name('amount'), label: '金额', value: row.value('amount') }, 'zh-CN'),
          ],
        },
        'zh-CN',
      ),
    );

  it('offer one empty row more than there are, and a button for another without a script', () => {
    const text = rows(2);
    expect(text).toContain('name="payments.2.amount"');
    expect(text).toContain('name="addRow:payments" value="3"');
  });

  it('offer none when there is no room', () => {
    expect(rows(2, 2)).not.toContain('name="payments.2.amount"');
    expect(rows(2, 2)).not.toContain('addRow:');
  });

  it('are read back in order, without empty rows and foreign fields', () => {
    const body = {
      'payments.10.amount': '3',
      'payments.2.amount': '1',
      'payments.2.dueOn': ' ',
      'payments.3.amount': '',
      'payments.x.amount': '9',
      paymentsTotal: '5',
      'payments.4.amount': ['a', 'b'],
    };
    expect(parts.rowsFrom(body, 'payments')).toEqual([{ amount: '1' }, { amount: '3' }]);
  });

  it('do not let a typed name reach into the object', () => {
    const [row] = parts.rowsFrom({ 'payments.0.__proto__': 'x', 'payments.0.amount': '1' }, 'payments');
    expect(row?.amount).toBe('1');
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });
});

describe('The frame of a page', () => {
  it('names its language, its title and the way past the navigation', () => {
    const text = String(layout(samplePage('en', html`<h1>x</h1>`)));
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text).toContain('<title>Parts · Jiefen</title>');
    expect(text).toContain('<a class="skip" href="#main">');
    expect(text).toContain('aria-current="page"');
  });

  it('switches the language and stays at the same address', () => {
    expect(addressIn('en', '/cases/1?tab=items&language=zh-CN#e1')).toBe('/cases/1?tab=items&language=en#e1');
    expect(addressIn('en', '//evil.example/x')).toBe('/x?language=en');
    expect(String(layout(samplePage('zh-CN', html`x`)))).toContain('href="/desk?due=today&amp;language=en"');
  });

  it('shows somebody who is not signed in neither sections nor search', () => {
    const text = String(layout({ language: 'zh-CN', title: '登录', address: '/sign-in', main: html`<h1>登录</h1>` }));
    expect(text).not.toMatch(/<nav|role="search"|class="demo"|退出/);
  });

  it('finds its style sheet, script and icon in the assets folder', () => {
    const text = String(layout(samplePage('zh-CN', html`x`)));
    const names = [...text.matchAll(/"\/assets\/\w{12}\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(names).toEqual(['favicon.svg', 'jiefen.css', 'jiefen.js']);
    for (const name of names) expect(readFileSync(new URL(name, assetsFolder), 'utf8')).not.toBe('');
  });
});
