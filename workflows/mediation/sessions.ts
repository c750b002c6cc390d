import type { Id } from '../case-file.ts';
import { type CommandDefinition, command, dataRequirement } from '../command.ts';
import { undecided } from '../dossier/consent.ts';
import { choiceOf, count, moment, oneOf, partiesOf, textOf } from '../fields.ts';
import { noClash } from '../meetings.ts';
import { text } from '../text.ts';
import { plannedSessions } from './planned-sessions.ts';
import { nobodyRefuses, recusalIsSettled, rightsWereTold } from './requirements.ts';

import { committee, here, mediators } from './shared.ts';

const scheduleSession = command({
  ...here,
  type: 'scheduleSession',
  kind: 'fact',
  label: text('安排调解会议', 'Set a session'),
  by: committee,
  relation: 'custodian',
  occurredOn: null,
  fields: {
    at: moment({ label: text('时间', 'When') }),
    place: textOf({ label: text('地点或线上方式', 'Where'), maxLength: 200 }),
    replaces: oneOf({
      label: text('改期的，取代哪次会议', 'If it was moved: the session it takes the place of'),
      optional: true,
      choices: ({ caseFile, proceeding }) =>
        plannedSessions(caseFile, proceeding!.id).map(({ id, values }) => {
          const at = String(values.at).replace('T', ' ');
          return { value: id, label: text(at, at), person: null };
        }),
    }),
  },
  needs: ['clashes'],
  requires: [nobodyRefuses, noClash],
  apply: ({ data }) => ({ values: { at: data.at, replaces: data.replaces } }),
});

const sessionModes = {
  inPerson: text('当面', 'In person'),
  online: text('线上', 'Online'),
  telephone: text('电话', 'By telephone'),
  written: text('书面', 'In writing'),
} as const;

/** Records a session that was held. What was said goes into an inside note, never here. */
const openSession = command({
  ...here,
  type: 'openSession',
  kind: 'step',
  label: text('登记调解会议', 'Record a session'),
  hint: text(
    '这里只记时间和到场情况；会上说了什么，请写入“内部记录”。',
    'Only when and who; what was said belongs into an inside note.',
  ),
  tone: 'primary',
  by: mediators,
  relation: 'assigned',
  occurredOn: { precision: 'minute', label: text('会议时间', 'Held at') },
  fields: {
    mode: choiceOf({ label: text('方式', 'How'), of: sessionModes }),
    present: partiesOf({ label: text('到场的当事人', 'Parties present'), minimum: 0 }),
    minutes: count({ label: text('时长（分钟）', 'Minutes'), minimum: 1, maximum: 1440, optional: true }),
  },
  requires: [nobodyRefuses, rightsWereTold, recusalIsSettled],
  apply: ({ data }) => ({ values: { mode: data.mode, present: data.present.length } }),
});

const adjournMediation = command({
  ...here,
  type: 'adjournMediation',
  kind: 'step',
  label: text('休会', 'Adjourn'),
  by: mediators,
  relation: 'assigned',
  fields: { next: moment({ label: text('下次会议', 'Next session'), optional: true }) },
  needs: ['clashes'],
  requires: [noClash],
  apply: ({ data }) => ({
    values: { next: data.next },
    facts: data.next === null ? [] : [{ type: 'scheduleSession', values: { at: data.next } }],
  }),
});

/** What was said in mediation. Only the assigned mediators and deputies ever see it; no exit shows it. */
const noteInside = command({
  ...here,
  type: 'noteInside',
  kind: 'fact',
  label: text('内部记录（不出调解）', 'Inside note (never leaves)'),
  hint: text(
    '只有指定调解员和代理人员可见，不进入任何移送、检索、通知和导出。',
    'Seen only by the assigned mediators; enters no handoff, search, letter or export.',
  ),
  by: mediators,
  relation: 'assigned',
  compartment: true,
  occurredOn: { precision: 'minute', label: text('时间', 'When') },
  fields: {
    kind: choiceOf({
      label: text('类型', 'Kind'),
      of: {
        minutes: text('会议记录', 'Minutes'),
        caucus: text('单方谈话', 'Caucus'),
        proposal: text('方案', 'Proposal'),
        concession: text('让步', 'Concession'),
      },
    }),
    note: textOf({ label: text('内容', 'Note'), maxLength: 5000, multiline: true }),
  },
  requires: [],
  apply: () => ({}),
});

/** Goes on after the usual month when the parties want to; the month is a guideline (PMW 33). */
const extendMediation = command({
  ...here,
  type: 'extendMediation',
  kind: 'fact',
  label: text('各方同意延长', 'Extend by consent of all'),
  by: mediators,
  relation: 'assigned',
  fields: {
    days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 90 }),
    agreedBy: partiesOf({ label: text('同意延长的当事人', 'Who agreed') }),
  },
  requires: [
    dataRequirement<{ agreedBy: readonly Id[] }>({
      code: 'extension-needs-everyone',
      basis: [{ instrument: 'OMR', article: '第二十四条' }],
      check: ({ data, caseFile, proceeding }) => {
        const everyone = undecided(proceeding!).flatMap((id) => [
          ...(caseFile.matters[id]?.claimants ?? []),
          ...(caseFile.matters[id]?.respondents ?? []),
        ]);
        return everyone.every((party) => data.agreedBy.includes(party))
          ? null
          : {
              text: text(
                '延长须经各方当事人同意，仅一方同意无效。',
                'An extension needs the consent of all parties; one side alone is not enough.',
              ),
              field: 'agreedBy',
            };
      },
    }),
  ],
  apply: ({ data }) => ({ facts: [{ type: 'mediationExtended', values: { days: data.days } }] }),
});

export const sessionCommands: readonly CommandDefinition[] = [
  scheduleSession,
  openSession,
  adjournMediation,
  noteInside,
  extendMediation,
];
