import { type CommandDefinition, command, stateRequirement } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { moment, textOf } from '../../fields.ts';
import { plannedHearing } from '../../hearings.ts';
import { noClash } from '../../meetings.ts';
import { text } from '../../text.ts';
import { here, liaison } from './shared.ts';

/** The court summons the parties to a hearing; another day set while one waits is that hearing moved (CPL 139). */
const scheduleCourtHearing = command({
  ...here,
  type: 'scheduleCourtHearing',
  kind: 'fact',
  label: text('登记开庭安排', 'Record a hearing the court set'),
  hint: text(
    '开庭日期由法院确定，这里据传票登记；改期的，再登记一次。',
    'The court sets the day; it is recorded here from the summons. If it is moved, record it again.',
  ),
  by: liaison,
  occurredOn: null,
  fields: {
    at: moment({ label: text('开庭时间', 'When') }),
    place: textOf({ label: text('法庭或线上方式', 'Where'), maxLength: 200 }),
  },
  needs: ['clashes'],
  requires: [noClash],
  apply: ({ data }) => ({ values: { at: data.at } }),
});

/** A hearing of a court, a tribunal or a department does not take place; whoever was told of it is told of this too. */
const callOffHearing = command({
  ...here,
  sharedWith: ['adminRuling', 'arbitration'],
  type: 'callOffHearing',
  kind: 'fact',
  label: text('取消已定的审理、开庭', 'Call a hearing off'),
  hint: text('只是改期的，请重新安排，不必取消。', 'If it is only moved, set the new time instead.'),
  by: ['courtLiaison', 'rulingOfficer', 'arbitrationSecretary'],
  occurredOn: null,
  fields: {},
  requires: [
    stateRequirement({
      code: 'no-hearing-planned',
      basis: [],
      check: ({ caseFile, proceeding }) =>
        plannedHearing(caseFile, proceeding!) === null
          ? { text: text('没有待举行的审理或开庭。', 'No hearing is waiting to be held.') }
          : null,
    }),
  ],
  apply: ({ caseFile, proceeding }) => {
    // The time to give notice of an oral hearing runs for each party, and ends with it.
    const told = proceeding!.channel === 'adminRuling' ? partiesOfMatters(caseFile, undecided(proceeding!)) : [];
    return {
      values: { at: plannedHearing(caseFile, proceeding!)?.at ?? null },
      facts: told.map(({ id }) => ({ type: 'hearingMoved', party: id })),
    };
  },
});

export const courtHearingCommands: readonly CommandDefinition[] = [scheduleCourtHearing, callOffHearing];
