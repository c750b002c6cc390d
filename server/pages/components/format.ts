import { type Html, html } from '../html.ts';
import type { Language } from '../i18n.ts';

/** When something happened, as precisely as it is known: `at` is an RFC 3339 instant, a plain date-time, a date or a month. */
export type Moment = { readonly at: string; readonly precision: 'minute' | 'day' | 'month' };

/** The unit in which a clock is counted and shown. */
export type DayUnit = 'day' | 'workingDay';

const zone = 'Asia/Shanghai';

/** A `<time>` element in Shanghai time: 2026-11-22 14:30, 2026-11-22 or 2024-08, by its precision. */
export function time(moment: Moment): Html {
  const text = timeText(moment);
  return html`<time class="time" datetime="${text.replace(' ', 'T')}">${text}</time>`;
}

/** A `<time>` element for a month (`YYYY-MM`), a legal date (`YYYY-MM-DD`), or an instant shown to the minute. */
export function date(at: string): Html {
  return time({ at, precision: at.includes('T') ? 'minute' : at.length === 'YYYY-MM'.length ? 'month' : 'day' });
}

/** Only the time of day, 14:30, below a heading that names the day; nothing when no time is known. */
export function timeOfDay(moment: Moment): Html | undefined {
  if (moment.precision !== 'minute') return undefined;
  const text = timeText(moment);
  return html`<time class="time" datetime="${text.replace(' ', 'T')}">${text.slice('YYYY-MM-DD '.length)}</time>`;
}

/** The moment as plain text, cut to its precision. */
export function timeText({ at, precision }: Moment): string {
  if (precision === 'month') return at.slice(0, 7);
  const local = localDateTime(at);
  if (precision === 'day') return local.toPlainDate().toString();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** The calendar day in Shanghai (`YYYY-MM-DD`) on which an instant, date-time or date falls. */
export function dayOf(at: string): string {
  return localDateTime(at).toPlainDate().toString();
}

/** 周日 / Sunday, for a date of the form `YYYY-MM-DD`. */
export function weekday(day: string, language: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(language, { weekday: language === 'en' ? 'long' : 'short' });
}

function localDateTime(at: string): Temporal.PlainDateTime {
  const hasZone = /T.*(?:Z|[+-]\d{2}:\d{2})/i.test(at);
  return hasZone
    ? Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime()
    : Temporal.PlainDateTime.from(at);
}

/** 剩 6 天 / 6 days left; 今日到期 / due today; 已过 2 天 / 2 days past. `days` is negative after the due day. */
export function daysLeft(days: number, unit: DayUnit, language: Language): string {
  const { before, number, after } = daysLeftParts(days, unit, language);
  return [before, number, after].filter((part) => part !== '').join(' ');
}

/** The same in three parts, so that the number can be written larger. */
export function daysLeftParts(
  days: number,
  unit: DayUnit,
  language: Language,
): { before: string; number: string; after: string } {
  const number = String(Math.abs(days));
  if (language === 'zh-CN') {
    if (days === 0) return { before: '今日到期', number: '', after: '' };
    return { before: days > 0 ? '剩' : '已过', number, after: unit === 'day' ? '天' : '个工作日' };
  }
  if (days === 0) return { before: 'due today', number: '', after: '' };
  const noun = `${unit === 'day' ? 'day' : 'working day'}${number === '1' ? '' : 's'}`;
  return { before: '', number, after: `${noun} ${days > 0 ? 'left' : 'past'}` };
}

/** Integer fen as ¥ 186,000.00. */
export function money(fen: number): string {
  return `${fen < 0 ? '-' : ''}¥ ${grouped(yuanOf(Math.abs(fen)))}`;
}

/** Integer fen as the text a money input holds: 186000.00. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads what a person typed into a money input (186000, 186,000.5, １８６０００ 元, ¥ 3) as integer fen; `undefined` when it is
 * no amount, negative, finer than a fen or too large to be exact.
 */
export function fenOf(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,¥元]/g, '');
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
  return match ? Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`) : undefined;
}

/** A whole number with thousands separators. */
export function wholeNumber(value: number): string {
  return grouped(String(value));
}

/** A file size: 820 B, 12.4 KB, 3.1 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d)(?:\.|$))/g, ',');
}
