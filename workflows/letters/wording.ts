import type { OccurredOn } from '../case-file.ts';
import { type Text, text } from '../text.ts';

const weekdays = [
  text('星期一', 'Monday'),
  text('星期二', 'Tuesday'),
  text('星期三', 'Wednesday'),
  text('星期四', 'Thursday'),
  text('星期五', 'Friday'),
  text('星期六', 'Saturday'),
  text('星期日', 'Sunday'),
] as const;

/** A day or a moment as people read it: 2026-12-01 星期二 14:30（北京时间）. */
export function moment(at: OccurredOn): Text {
  const day = at.slice(0, 10);
  if (day.length < 10) return text(at, at);
  const weekday = weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? text('', '');
  const time = at.slice(11, 16);
  return time === ''
    ? text(`${day} ${weekday.zh}`, `${weekday.en} ${day}`)
    : text(`${day} ${weekday.zh} ${time}（北京时间）`, `${weekday.en} ${day}, ${time} (China Standard Time)`);
}

/** Names of staff in a row; nobody: the organisation itself. */
export function listed(names: readonly string[], language: keyof Text): string {
  if (names.length === 0) return language === 'zh' ? '本机构指定的人员' : 'somebody we name';
  return names.join(language === 'zh' ? '、' : ', ');
}

/** What follows a date that rests on a computed calendar. */
export function provisionalMark(provisional: boolean): Text {
  return provisional
    ? text('（按尚未公布的节假日安排暂算）', ' (provisional: the holiday notice of that year is not out)')
    : text('', '');
}

/** What a commercial mediation organisation may charge, and what not without consent (CMR 16). */
export const mayChargeWords = text(
  '本机构是商事调解组织，可以依法收取调解费用：是否收取、标准和由谁承担，事先书面告知，未经您同意不向您收取。',
  'We are a commercial mediation organisation and may charge for our work: whether, how much and to whom is told in writing beforehand, and nothing is charged to you without your consent.',
);
