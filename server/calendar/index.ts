/** The calendar: weeks of sessions and hearings, and the private addresses under which calendar programs read them. */
export { feedOf, openFeed } from './feed.ts';
export { type CalendarDay, calendarView, type DueView, type MeetingView } from './view.ts';
export { type Week, weekNamed, weekOf } from './week.ts';
