import type { OccurredOn } from './case-file.ts';
import type { Command, CommandDefinition, Context } from './command.ts';
import { isBefore } from './facts.ts';
import { type Refusal, refuse } from './refusal.ts';
import { fill, text } from './text.ts';

/** The legal date of the act: as given, or now as precisely as the command asks. */
export function readDate(definition: CommandDefinition, command: Command, context: Context): OccurredOn | Refusal {
  const { given, caseFile } = context;
  const minute = given.now.slice(0, 16);
  const asked = command.occurredOn ?? (definition.occurredOn?.precision === 'day' ? given.today : minute);
  const field = 'occurredOn';
  if (definition.occurredOn === null && command.occurredOn !== null) {
    return refuse(
      'unknown-field',
      text(
        '这项操作以登记时间为准，不另填发生日期。',
        'For this command the moment of recording is the date; none is given with it.',
      ),
      { status: 'invalid', field },
    );
  }
  if (!/^\d{4}-\d{2}(-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?)?$/.test(asked) || !isDate(asked)) {
    return refuse('invalid-date', text('没有这个日期，请核对。', 'There is no such date; check it.'), {
      status: 'invalid',
      field,
    });
  }
  if (isBefore(minute, asked)) {
    return refuse(
      'date-in-the-future',
      text('发生日期不能晚于现在。', 'The date it happened must not lie in the future.'),
      { status: 'invalid', field },
    );
  }
  const opened = context.proceeding?.openedOn ?? caseFile.header.openedOn;
  if (opened !== '' && isBefore(asked, opened) && definition.occurredOn?.mayPrecedeOpening !== true) {
    return refuse(
      'before-opening',
      fill(
        text(
          '发生日期早于立案登记日（{opened}）。登记日有误的，先更正登记日。',
          'The date lies before the opening ({opened}). If the opening date is wrong, correct that first.',
        ),
        { opened },
      ),
      { status: 'invalid', field },
    );
  }
  const last = lastStepOf(context);
  if (definition.kind === 'step' && last !== null && isBefore(asked, last)) {
    if (given.actor.roles.includes('system')) return last;
    return refuse(
      'step-out-of-order',
      fill(text('这一步早于上一步的日期（{last}）。', 'This step lies before the last one ({last}).'), { last }),
      {
        field,
        instead: text(
          '如果上一步的日期记错了，请先用“更正日期”更正。',
          'If the last step has a wrong date, amend it first.',
        ),
      },
    );
  }
  return asked;
}

function isDate(value: string): boolean {
  try {
    Temporal.PlainDate.from(value.length === 7 ? `${value}-01` : value.slice(0, 10), { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function lastStepOf(context: Context): OccurredOn | null {
  return (context.handoff ?? context.matter ?? context.proceeding)?.lastStep?.occurredOn ?? null;
}

/** The two forms in which a context carries its date. */
export function datedAt(occurredOn: OccurredOn) {
  return { occurredOn, day: occurredOn.length === 7 ? `${occurredOn}-01` : occurredOn.slice(0, 10) };
}
