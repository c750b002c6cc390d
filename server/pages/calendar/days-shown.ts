import { clashTexts } from '../../../workflows/index.ts';
import type { CalendarDay, DueView, MeetingView } from '../../calendar/index.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { calendarTexts as texts } from './texts.ts';

/** A week day by day: each a heading and a list, on paper and on a phone alike. */
export function daysShown(
  days: readonly CalendarDay[],
  today: string,
  withOfficers: boolean,
  language: Language,
): readonly Html[] {
  if (days.every(({ meetings, due }) => meetings.length === 0 && due.length === 0)) {
    return [parts.card({ content: parts.emptyState({ text: texts.emptyWeek }, language) }, language)];
  }
  return days.map((day) => dayShown(day, day.day === today, withOfficers, language));
}

function dayShown(
  { day, meetings, due }: CalendarDay,
  isToday: boolean,
  withOfficers: boolean,
  language: Language,
): Html {
  const heading = html`${parts.weekday(day, language)} ${parts.date(day)}${isToday && html` ${parts.badge({ label: { zh: '今天', en: 'Today' }, tone: 'info' }, language)}`}`;
  const isEmpty = meetings.length === 0 && due.length === 0;
  const list =
    meetings.length > 0 &&
    html`<ul class="tasks">${meetings.map((meeting) => meetingShown(meeting, withOfficers, language))}</ul>`;
  const limits =
    due.length > 0 &&
    html`<h3>${say(texts.due, language)}</h3><ul class="tasks">${due.map((one) => dueShown(one, language))}</ul>`;
  const content = html`${list}${limits}${isEmpty && html`<p class="muted">${say(texts.nothing, language)}</p>`}`;
  return html`<section class="card" id="day-${day}"${attributes({ 'aria-label': day })}><h2>${heading}</h2>${content}</section>`;
}

function meetingShown(meeting: MeetingView, withOfficers: boolean, language: Language): Html {
  const { caseId, code, title, label, at, place, officers, isHeld, clashes } = meeting;
  const said = clashes.map((kind) => say(clashTexts[kind], language)).join(language === 'en' ? ', ' : '、');
  const clash =
    clashes.length > 0 &&
    html` ${parts.badge({ label: `${say(texts.clash, language)}${language === 'en' ? ': ' : '：'}${said}`, tone: 'bad', icon: 'warning' }, language)}`;
  const held = isHeld && html` ${parts.badge({ label: texts.held, tone: 'good' }, language)}`;
  const more = parts.joined([place, ...(withOfficers ? officers : [])], language);
  return html`<li class="task"><div class="task-text"><strong class="numeric">${at.slice(11, 16)}</strong> <a${attributes({ href: `/cases/${caseId}` })}>${say(label, language)}</a>${held}${clash}
    <p class="task-case"><span class="case-number">${code}</span> ${say(title, language)}</p>${more !== undefined && html`<p class="muted">${more}</p>`}</div></li>`;
}

function dueShown({ caseId, code, title, label }: DueView, language: Language): Html {
  return html`<li class="task"><div class="task-text"><a${attributes({ href: `/cases/${caseId}#clocks` })}>${say(label, language)}</a>
    <p class="task-case"><span class="case-number">${code}</span> ${say(title, language)}</p></div></li>`;
}
