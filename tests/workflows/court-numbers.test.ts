import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courtNumberTypes, parseCourtNumber } from '../../workflows/rules/court-numbers.ts';

describe('a court number typed from a paper', () => {
  it.each([
    ['(2026)鲁0602诉前调确123号', '（2026）鲁0602诉前调确123号'],
    ['（２０２６）鲁０６０２民初４５６号', '（2026）鲁0602民初456号'],
    [' （2026） 鲁02 知民初 34 号 ', '（2026）鲁02知民初34号'],
    ['〔2026〕鲁06民终7号', '（2026）鲁06民终7号'],
    ['(2021)最高法知民终1号', '（2021）最高法知民终1号'],
    ['（2026）鲁民终9号', '（2026）鲁民终9号'],
    ['（2026）鲁0602民初456号之一', '（2026）鲁0602民初456号之一'],
    ['（2026）鲁0691执恢8号', '（2026）鲁0691执恢8号'],
  ])('is understood: %s', (typed, number) => {
    expect(parseCourtNumber(typed)).toMatchObject({ ok: true, number });
  });

  it('is not cut short where one type code begins with another', () => {
    expect(parseCourtNumber('（2026）鲁0602诉前调确1号')).toMatchObject({ type: '诉前调确', serial: '1' });
    expect(parseCourtNumber('（2026）鲁0602诉前调1号')).toMatchObject({ type: '诉前调', serial: '1' });
  });

  it.each([
    ['', 'court-number-empty'],
    ['   ', 'court-number-empty'],
    ['鲁0602民初456号', 'court-number-year'],
    ['（206）鲁0602民初456号', 'court-number-year'],
    ['（2026）0602民初456号', 'court-number-court'],
    ['（2026）鲁0602调解456号', 'court-number-type'],
    ['（2026）鲁0602民初456', 'court-number-serial'],
    ['（2026）鲁0602民初号', 'court-number-serial'],
    ['（2026）鲁0602民初456号😀', 'court-number-serial'],
  ])('is refused with its reason: "%s"', (typed, code) => {
    expect(parseCourtNumber(typed)).toMatchObject({ ok: false, code });
  });

  it('reads its own normalised form, and what a person may type for it, as the same number', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1990, max: 2099 }),
      court: fc.constantFrom('鲁', '鲁06', '鲁0602', '鲁0691', '最高法'),
      specialised: fc.constantFrom('', '知'),
      type: fc.constantFrom(...Object.keys(courtNumberTypes)),
      serial: fc.integer({ min: 1, max: 99_999_999 }),
      brackets: fc.constantFrom(['(', ')'], ['（', '）'], ['〔', '〕'], ['[', ']']),
      blank: fc.constantFrom('', ' ', '\u3000'),
    });
    fc.assert(
      fc.property(parts, ({ year, court, specialised, type, serial, brackets: [open, close], blank }) => {
        const number = `（${year}）${court}${specialised}${type}${serial}号`;
        const typed = `${blank}${open}${year}${close}${blank}${court}${specialised}${type}${blank}${serial}号${blank}`;
        expect(parseCourtNumber(typed)).toMatchObject({
          ok: true,
          number,
          year,
          courtCode: court,
          specialised,
          type,
          serial: String(serial),
        });
        expect(parseCourtNumber(number)).toEqual(parseCourtNumber(typed));
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => typeof parseCourtNumber(typed).ok === 'boolean'));
  });
});
