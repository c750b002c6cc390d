import { countBack } from '../../calendar.ts';
import type { Id } from '../../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { latestFact } from '../../facts.ts';
import { flag, moment, partiesOf, textOf } from '../../fields.ts';
import { noClash } from '../../meetings.ts';
import { rulingClocks } from '../../rules/clocks-ruling.ts';
import { text } from '../../text.ts';
import { evidenceIsWhole } from './evidence.ts';
import { here, officer } from './shared.ts';

/** The last day on which notice of a hearing may be given (O81 26). */
function lastNotice(hearing: string, { given }: Context<unknown>): string {
  return countBack(hearing, rulingClocks['ruling.hearing_notice'].amount, 'workingDay', given.calendar).due ?? '';
}

/** Sets the oral hearing; the parties are told in time, or the hearing moves (O81 26). */
const scheduleOralHearing = command({
  ...here,
  type: 'scheduleOralHearing',
  kind: 'fact',
  label: text('安排口头审理', 'Set the oral hearing'),
  by: officer,
  occurredOn: null,
  fields: {
    at: moment({ label: text('时间', 'When') }),
    place: textOf({ label: text('地点或线上方式', 'Where'), maxLength: 200 }),
  },
  needs: ['clashes'],
  requires: [
    noClash,
    dataRequirement<{ at: string }>({
      code: 'hearing-notice-too-late',
      basis: [{ instrument: 'O81', article: '第二十六条' }],
      check: (context) => {
        const last = lastNotice(context.data.at.slice(0, 10), context);
        return context.given.today <= last || context.data.at.slice(0, 10) <= context.given.today
          ? null
          : {
              text: text(`该口头审理最迟应在 ${last} 通知。`, `Notice of that hearing was due on ${last}.`),
              instead: text('请另定更晚的日期。', 'Set a later day.'),
              field: 'at',
            };
      },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => {
    const parties = partiesOfMatters(caseFile, undecided(proceeding!));
    const before = latestFact(caseFile, 'scheduleOralHearing', { proceeding: proceeding!.id }) !== null;
    return {
      values: { at: data.at },
      facts: parties.flatMap(({ id }) => [
        ...(before ? [{ type: 'hearingMoved', party: id }] : []),
        { type: 'hearingScheduled', party: id, occurredOn: data.at },
      ]),
    };
  },
});

const noticeOralHearing = command({
  ...here,
  type: 'noticeOralHearing',
  kind: 'fact',
  label: text('登记口头审理通知', 'Notice of the hearing given'),
  by: officer,
  occurredOn: { precision: 'day', label: text('通知日期', 'Told on') },
  fields: { parties: partiesOf({ label: text('通知的当事人', 'Whom') }) },
  requires: [
    stateRequirement({
      code: 'no-hearing-set',
      basis: [{ instrument: 'O81', article: '第二十六条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'scheduleOralHearing', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有安排口头审理。', 'No hearing is set.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({ facts: data.parties.map((party) => ({ type: 'hearingNoticed', party })) }),
});

interface HearingData {
  readonly present: readonly Id[];
  readonly excused: boolean;
}

/** Parties of a side who were not there. */
function absent({ data, caseFile, proceeding }: Context<HearingData>, side: 'claimant' | 'respondent'): boolean {
  const parties = partiesOfMatters(caseFile, undecided(proceeding!)).filter((party) => party.side === side);
  return parties.length > 0 && parties.every(({ id }) => !data.present.includes(id));
}

/** Records the hearing. Who stays away without reason: the requester counts as having withdrawn, a respondent is ruled on by default (O81 26). */
const holdOralHearing = command({
  ...here,
  type: 'holdOralHearing',
  kind: 'step',
  label: text('登记口头审理', 'Record the oral hearing'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'minute', label: text('审理时间', 'Held at') },
  fields: {
    present: partiesOf({ label: text('到场的当事人', 'Parties present'), minimum: 0 }),
    excused: flag({ label: text('缺席的当事人有正当理由', 'Who stayed away had a good reason') }),
  },
  requires: [
    dataRequirement<HearingData>({
      code: 'requester-absent',
      effect: 'warns',
      basis: [{ instrument: 'O81', article: '第二十六条' }],
      check: (context) =>
        absent(context, 'claimant') && !context.data.excused
          ? {
              text: text(
                '请求人无正当理由缺席的，视为撤回请求。',
                'A requester who stays away without reason counts as having withdrawn.',
              ),
              instead: text('请改为撤销案件，理由选“视为撤回”。', 'Cancel the case for that reason instead.'),
              field: 'present',
            }
          : null,
    }),
    dataRequirement<HearingData>({
      code: 'respondent-absent',
      effect: 'warns',
      basis: [{ instrument: 'O81', article: '第二十六条' }],
      check: (context) =>
        absent(context, 'respondent') && !context.data.excused
          ? {
              text: text(
                '被请求人无正当理由缺席的，可以缺席审理。',
                'A respondent who stays away without reason may be ruled on by default.',
              ),
              field: 'present',
            }
          : null,
    }),
    stateRequirement({
      code: 'panel-not-formed',
      effect: 'marks',
      basis: [{ instrument: 'O81', article: '第二十条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'formRulingPanel', { proceeding: proceeding!.id }) === null
          ? {
              text: text('审理前没有登记合议组。', 'No panel was on record before the hearing.'),
              instead: text('请补登合议组及告知日期。', 'Record the panel and when it was announced.'),
            }
          : null,
    }),
    stateRequirement({
      code: 'hearing-without-notice',
      effect: 'marks',
      basis: [{ instrument: 'O81', article: '第二十六条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'noticeOralHearing', { proceeding: proceeding!.id }) === null
          ? {
              text: text('没有登记口头审理通知。', 'No notice of the hearing is on record.'),
              instead: text(
                '请补登通知日期；通知过迟的，征得当事人同意或者另定日期再次审理。',
                'Record when it was given; if too late, hear the sides again.',
              ),
            }
          : null,
    }),
    ...evidenceIsWhole,
  ],
  apply: ({ data }) => ({ values: { present: data.present.length } }),
});

export const hearingCommands: readonly CommandDefinition[] = [scheduleOralHearing, noticeOralHearing, holdOralHearing];
