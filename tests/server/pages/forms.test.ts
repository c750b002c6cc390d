import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allControls } from '../../../server/pages/forms/controls.ts';
import { readFields } from '../../../server/pages/forms/read.ts';
import type { ControlView, FieldView } from '../../../server/views/index.ts';
import type { JsonObject } from '../../../workflows/index.ts';
import { controlsIn, enteredAs } from '../../support/forms.ts';

function field(control: ControlView, more: Partial<FieldView> = {}): FieldView {
  return { name: 'it', label: { zh: '此项', en: 'It' }, hint: null, required: true, control, choices: null, ...more };
}

const choices = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((value) => ({
  value,
  label: { zh: `选项“${value}”`, en: value },
}));

/** Draws a form with the data entered, and reads back what a browser would send for it. */
function thereAndBack(fields: readonly FieldView[], data: JsonObject): JsonObject {
  const drawing = { language: 'zh-CN', sent: enteredAs(fields, data), errors: [], uploadLimitBytes: 1 } as const;
  const page = allControls(fields, drawing)
    .join('')
    .replace(/<template>.*?<\/template>/gs, '');
  const read = readFields(fields, controlsIn(page));
  expect(read.problems).toEqual([]);
  return read.data;
}

const typed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !text.includes('\r'));
const day = fc.nat(35_000).map((days) => Temporal.PlainDate.from('2004-01-01').add({ days }).toString());
const moment = fc
  .tuple(day, fc.nat(23), fc.nat(59))
  .map(([on, hour, minute]) => `${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const fen = fc.integer({ min: 1, max: 100_000_000_000_000 });
const person = fc.record({
  kind: fc.constantFrom('natural', 'legal', 'individualBusiness', 'unincorporated'),
  name: typed,
  telephone: typed,
  creditCode: typed,
});

describe('A form with something entered', () => {
  const text = field({ kind: 'text', maxLength: 40, multiline: false });
  const cases: readonly (readonly [string, FieldView, fc.Arbitrary<JsonObject[string]>])[] = [
    ['a line of text', text, typed.filter((one) => !/[\n\u2028]/.test(one))],
    [
      'several lines',
      field({ kind: 'text', maxLength: 40, multiline: true }),
      fc.array(typed, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    ],
    [
      'one of a few choices',
      field({ kind: 'choice', many: false }, { choices: choices.slice(0, 3) }),
      fc.constantFrom('one', 'two', 'three'),
    ],
    [
      'one of many choices',
      field({ kind: 'choice', many: false }, { choices }),
      fc.constantFrom('one', 'six', 'seven'),
    ],
    [
      'several choices',
      field({ kind: 'choice', many: true }, { choices }),
      fc.subarray(
        choices.map(({ value }) => value),
        { minLength: 1 },
      ),
    ],
    ['a tick', field({ kind: 'flag' }, { required: false }), fc.boolean()],
    ['a day', field({ kind: 'date' }), day],
    ['a moment', field({ kind: 'moment' }), moment],
    ['a sum of money', field({ kind: 'money' }), fen],
    ['a number', field({ kind: 'count', minimum: 0, maximum: 10_000 }), fc.nat(10_000)],
    ['a person', field({ kind: 'person' }), person],
    [
      'a file',
      field({ kind: 'file' }),
      fc.record({
        sha256: fc.constant('ab'.repeat(32)),
        bytes: fc.integer({ min: 1, max: 20_000_000 }),
        mediaType: fc.constant('application/pdf'),
      }),
    ],
  ];

  it.each(cases)('is read as it is shown: %s', (_name, one, values) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(thereAndBack([one], { it: value })).toEqual({ it: value });
      }),
      { numRuns: 60 },
    );
  });

  it('is read as it is shown: rows of several fields', () => {
    const parts = [
      field({ kind: 'choice', many: false }, { name: 'subject', choices }),
      field({ kind: 'text', maxLength: 40, multiline: true }, { name: 'act' }),
      field({ kind: 'money' }, { name: 'sum' }),
      field({ kind: 'person' }, { name: 'who' }),
      field({ kind: 'flag' }, { name: 'named', required: false }),
    ];
    const row = fc.record({
      subject: fc.constantFrom('one', 'seven'),
      act: typed,
      sum: fen,
      who: person,
      named: fc.boolean(),
    });
    const rows = field({ kind: 'rows', fields: parts, maximum: 50 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (value) => {
        expect(thereAndBack([rows], { it: value })).toEqual({ it: value });
      }),
      { numRuns: 30 },
    );
  });
});

describe('Reading a form', () => {
  const fields = [
    field({ kind: 'text', maxLength: 40, multiline: false }, { name: 'act' }),
    field({ kind: 'money' }, { name: 'sum' }),
    field({ kind: 'date' }, { name: 'on' }),
  ];

  it('names everything that is missing at once', () => {
    expect(readFields(fields, {}).problems.map(({ field: name }) => name)).toEqual(['data.act', 'data.sum', 'data.on']);
  });

  it('keeps what it cannot read, and says at its control how it is written', () => {
    const { problems, kept, data } = readFields(fields, {
      'data.act': ['停止销售'],
      'data.sum': ['六万'],
      'data.on': ['昨天'],
    });
    expect(problems.map(({ field: name }) => name)).toEqual(['data.sum', 'data.on']);
    expect(kept).toEqual({ 'data.act': ['停止销售'], 'data.sum': ['六万'], 'data.on': ['昨天'] });
    expect(data).toEqual({ act: '停止销售' });
  });

  it('understands dates and sums as people write them', () => {
    const sent = {
      'data.act': ['x'],
      'data.sum': ['６０，０００．５元'.replace('，', ',').replace('．', '.')],
      'data.on': ['2026年9月7日'],
    };
    expect(readFields(fields, sent).data).toMatchObject({ sum: 6_000_050, on: '2026-09-07' });
  });

  it('reads nothing under names it does not know, nor the prototype', () => {
    const sent = { 'data.other': ['x'], other: ['x'], 'data.__proto__': ['x'], 'data.act': ['y'] };
    expect(readFields(fields.slice(0, 1), sent).data).toEqual({ act: 'y' });
  });

  it('leaves out rows in which nothing was entered and numbers the others anew', () => {
    const rows = field({ kind: 'rows', fields, maximum: 50 });
    const sent = { 'data.it.0.act': [''], 'data.it.3.act': ['first'], 'data.it.7.sum': ['abc'] };
    const { kept, problems, data } = readFields([rows], sent);
    expect(kept).toEqual({ 'data.it.0.act': ['first'], 'data.it.1.sum': ['abc'] });
    expect(problems.map(({ field: name }) => name)).toContain('data.it.1.sum');
    expect(data).toEqual({ it: [{ act: 'first' }, {}] });
  });

  it('asks for the name of somebody of whom only the telephone was given', () => {
    const who = field({ kind: 'person' }, { required: false });
    expect(
      readFields([who], { 'data.it.telephone': ['13800000137'], 'data.it.kind': ['legal'] }).problems,
    ).toMatchObject([{ field: 'data.it.name' }]);
    expect(readFields([who], { 'data.it.kind': ['legal'] })).toMatchObject({ problems: [], data: {} });
  });
});
