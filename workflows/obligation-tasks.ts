import { type Calendar, isWorkingDay } from './calendar.ts';
import type { CaseFile, LegalDate } from './case-file.ts';
import { type ChannelId, channelLabels } from './channels/ids.ts';
import type { Task } from './derived.ts';
import { type Obligation, obligationsOf, routesOnBreach } from './obligations.ts';
import type { Role } from './reference.ts';
import { type Text, text } from './text.ts';

/** Who mediates in a channel: officers of authorities, mediators everywhere else. */
export function mediatingRole(channel: ChannelId): Role {
  if (channel === 'adminMediation') return 'rulingOfficer';
  return channel === 'generalAdminMediation' ? 'enforcementOfficer' : 'mediator';
}

/** What agreements oblige to stands on the desk of the organisation that mediated, from the first working day after it is due. */
export function obligationTasks(caseFile: CaseFile, calendar: Calendar): readonly Task[] {
  return obligationsOf(caseFile).flatMap((one): readonly Task[] => {
    const proceeding = caseFile.proceedings[one.proceeding]!;
    if (one.state === 'performed' || (one.dueOn === null && one.state !== 'breached')) return [];
    return [
      {
        id: `obligation:${one.id}`,
        organisation: proceeding.organisation,
        role: one.agreement === null ? 'rulingOfficer' : mediatingRole(proceeding.channel),
        person: proceeding.assignments.find((assignment) => assignment.to === null)?.person ?? null,
        proceeding: proceeding.id,
        handoff: null,
        text: wordsOf(caseFile, one),
        dueOn: one.dueOn === null ? null : firstWorkingDayAfter(one.dueOn, calendar),
        source: 'obligation',
      },
    ];
  });
}

function wordsOf(caseFile: CaseFile, { clause, dueOn, state, ...rest }: Obligation): Text {
  if (state !== 'breached')
    return text(
      `核实第 ${clause} 项是否履行（${dueOn} 到期）`,
      `Check whether clause ${clause} was performed (due ${dueOn})`,
    );
  const ways = routesOnBreach(caseFile, { clause, dueOn, state, ...rest }).map((route) => channelLabels[route.to[0]!]);
  return text(
    `第 ${clause} 项未履行，告知可走的途径：${ways.map(({ zh }) => zh).join('、')}`,
    `Clause ${clause} was broken; tell of the routes: ${ways.map(({ en }) => en).join(', ')}`,
  );
}

/** The law's day of performance may be any day; the desk looks on the first working day after it. */
function firstWorkingDayAfter(day: LegalDate, calendar: Calendar): LegalDate {
  let next = Temporal.PlainDate.from(day).add({ days: 1 });
  while (!isWorkingDay(next.toString(), calendar).working) next = next.add({ days: 1 });
  return next.toString();
}
