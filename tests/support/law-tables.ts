/** Warnings that no law asks for: two meetings at one time are a matter of the calendar. Every other one shows its article. */
export const ofTheCalendar: readonly string[] = ['meeting-clashes'];

/** The clocks of the patent authorities as the reading notes have them: id, amount, unit, kind, where it was read. */
export const authorityClocks = [
  ['ruling.request_window', 3, 'year', 'statutory', 'text'],
  ['ruling.file', 5, 'workingDay', 'statutory', 'text'],
  ['ruling.serve', 5, 'workingDay', 'statutory', 'text'],
  ['ruling.defence', 15, 'calendarDay', 'statutory', 'text'],
  ['ruling.defence.abroad', 30, 'calendarDay', 'statutory', 'text'],
  ['ruling.forward_defence', 5, 'workingDay', 'statutory', 'text'],
  ['ruling.recusal', 3, 'workingDay', 'statutory', 'text'],
  ['ruling.hearing_notice', 3, 'workingDay', 'leadTime', 'text'],
  ['ruling.evidence_period', 15, 'calendarDay', 'statutory', 'text'],
  ['ruling.evidence_hold', 7, 'calendarDay', 'statutory', 'text'],
  ['ruling.conclude', 3, 'month', 'statutory', 'text'],
  ['ruling.major.conclude', 3, 'month', 'statutory', 'text'],
  ['ruling.drug_window', 45, 'calendarDay', 'statutory', 'text'],
  ['ruling.warning_advice', 1, 'month', 'waitingPeriod', 'text'],
  ['ruling.warning_advice.sent', 2, 'month', 'waitingPeriod', 'text'],
  ['ruling.publish', 20, 'workingDay', 'statutory', 'text'],
  ['ruling.sue', 15, 'calendarDay', 'statutory', 'text'],
  ['ruling.reconsider', 60, 'calendarDay', 'statutory', 'text'],
  ['ruling.enforce.demand', 10, 'workingDay', 'waitingPeriod', 'text'],
  ['ruling.enforce.agency', 3, 'month', 'statutory', 'text'],
  ['ruling.enforce.holder', 6, 'month', 'statutory', 'text'],
  ['ruling.enforce.court_accept', 5, 'workingDay', 'statutory', 'text'],
  ['ruling.enforce.court_rule', 7, 'workingDay', 'statutory', 'text'],
  ['invalid.sue', 3, 'month', 'statutory', 'text'],
  ['tminvalid.review', 15, 'calendarDay', 'statutory', 'text'],
  ['tminvalid.sue', 30, 'calendarDay', 'statutory', 'text'],
  ['admed.serve', 5, 'workingDay', 'statutory', 'text'],
  ['admed.respond', 15, 'calendarDay', 'statutory', 'text'],
  ['admed.file', 5, 'workingDay', 'statutory', 'text'],
  ['admed.refuse_notice', 5, 'workingDay', 'statutory', 'text'],
  ['admed.ownership.conclude', 2, 'month', 'statutory', 'text'],
  ['admed.ownership.restore', 15, 'calendarDay', 'statutory', 'text'],
  ['admed.ownership.copy', 5, 'workingDay', 'statutory', 'text'],
  ['admed.ownership.stay', 1, 'year', 'statutory', 'text'],
  ['adminsuit.register', 7, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.serve', 5, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.defence', 15, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.forward', 5, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.ordinary', 6, 'month', 'statutory', 'text'],
  ['adminsuit.summary', 45, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.appeal.judgment', 15, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.appeal.authority', 15, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.appeal.ruling', 10, 'calendarDay', 'statutory', 'text'],
  ['adminsuit.appeal.decide', 3, 'month', 'statutory', 'text'],
  ['adminsuit.retrial', 6, 'month', 'statutory', 'text'],
] as const;

/** Clocks of theirs for which somebody else sets the day. */
export const authorityClocksSet = ['ruling.supplement', 'adminsuit.correction'] as const;

/** Clocks of theirs that the notes let stand still. */
export const authorityClocksTolled = [
  'ruling.conclude',
  'ruling.major.conclude',
  'adminsuit.ordinary',
  'adminsuit.summary',
] as const;

/** The one clock whose day is set by somebody, not before a day the law counts. */
export const earliestSet = 'ruling.evidence_period';
