import type { Calendar } from '../../calendar.ts';
import { type CaseFile, type Id, type LegalDate, type Proceeding, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, command, dataRequirement } from '../../command.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { dayOfFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, partyOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, officer } from './shared.ts';

/** Published within its time, with secrets left out (O81 83). */
const publishRuling = command({
  ...here,
  type: 'publishRuling',
  kind: 'fact',
  label: text('公开裁决', 'Publish the ruling'),
  by: officer,
  occurredOn: { precision: 'day', label: text('公开日期', 'Published on') },
  fields: {
    redacted: flag({ label: text('已隐去商业秘密和个人信息', 'Trade secrets and personal data are left out') }),
  },
  requires: [
    dataRequirement<{ redacted: boolean }>({
      code: 'ruling-not-redacted',
      basis: [{ instrument: 'O81', article: '第八十三条' }],
      check: ({ data, given, proceeding }) =>
        data.redacted || given.actor.organisation !== proceeding!.organisation
          ? null
          : { text: text('公开前应当隐去涉密内容。', 'Secrets are left out before publication.'), field: 'redacted' },
    }),
  ],
});

/** A party sued the department in time; the ruling stays enforceable (PL 65, O81 80). */
const recordAdministrativeSuit = command({
  ...here,
  type: 'recordAdministrativeSuit',
  kind: 'step',
  label: text('登记行政诉讼（不停止执行）', 'Administrative suit filed; not stayed'),
  by: officer,
  occurredOn: { precision: 'day', label: text('起诉日期', 'Filed on') },
  fields: {
    party: partyOf({ label: text('起诉的当事人', 'Who sued') }),
    number: textOf({ label: text('法院案号', "The court's number"), maxLength: 60, optional: true }),
  },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'ruling-suit-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PL', article: '第六十五条' }],
      check: ({ data, caseFile, proceeding, given, day }) => {
        const served = dayOfFact(caseFile, 'rulingReceived', { proceeding: proceeding!.id, party: data.party });
        const due = served === null ? null : dueByRule('ruling.sue', served, given.calendar).due;
        return due !== null && day > due
          ? {
              text: text(
                `该当事人的起诉期已于 ${due} 届满，是否受理由法院决定。`,
                `This party's time to sue ended on ${due}; the court decides.`,
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    facts: [{ type: 'rulingSuitFiled', party: data.party }],
    body: { number: data.number },
  }),
});

/** Reconsideration beside the suit; the choice is recorded (SDR 36). */
const recordReconsideration = command({
  ...here,
  type: 'recordReconsideration',
  kind: 'step',
  label: text('登记行政复议', 'Reconsideration asked for'),
  by: officer,
  occurredOn: { precision: 'day', label: text('申请日期', 'Asked on') },
  fields: { party: partyOf({ label: text('申请的当事人', 'Who asked') }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'rulingReconsiderationAsked', party: data.party }] }),
});

const challengeResults = {
  upheld: text('维持裁决', 'Ruling upheld'),
  changed: text('变更裁决', 'Ruling changed'),
  withdrawn: text('撤回起诉或申请', 'Suit or request withdrawn'),
  revoked: text('撤销裁决，责令重新处理', 'Ruling revoked; to be decided anew'),
} as const;

const recordChallengeResult = command({
  ...here,
  type: 'recordChallengeResult',
  kind: 'step',
  label: text('登记诉讼或复议结果', 'Result of the suit or reconsideration'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('生效日期', 'In effect on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: challengeResults }),
    paper: itemOf({ label: text('判决书、复议决定书', 'The paper'), optional: true }),
  },
  requires: [],
  facts: ({ data }) => ({ result: data.result === 'revoked' ? 'revoked' : 'stands' }),
  factCases: [{ result: 'revoked' }, { result: 'stands' }],
  apply: ({ data, caseFile, proceeding, given, day }) =>
    data.result === 'revoked'
      ? {
          caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { outcomes: {}, orders: [] }),
          values: { result: data.result },
          facts: [{ type: 'rulingFiled' }],
        }
      : { values: { result: data.result }, facts: enforceable(caseFile, proceeding!, day, given.calendar) },
});

/** The last day on which somebody may still sue, and the parties whom the ruling has not reached. */
export function rulingTerms(caseFile: CaseFile, ruling: Proceeding, calendar: Calendar) {
  const days = partiesOfMatters(caseFile, ruling.matters).map(({ id }) => {
    const served = dayOfFact(caseFile, 'rulingReceived', { proceeding: ruling.id, party: id });
    return served === null ? null : dueByRule('ruling.sue', served, calendar).due;
  });
  return { unserved: days.filter((day) => day === null).length, lastDay: days.map(String).sort().at(-1) ?? null };
}

/** Nobody sued in time: the ruling is in effect, and the department may have it enforced (PL 65, APLI 156). */
const recordRulingFinality = command({
  ...here,
  type: 'recordRulingFinality',
  kind: 'step',
  label: text('登记裁决生效', 'Record that the ruling took effect'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('生效日期', 'In effect on') },
  fields: {},
  requires: [
    dataRequirement({
      code: 'ruling-suit-term-running',
      basis: [{ instrument: 'PL', article: '第六十五条' }],
      check: ({ caseFile, proceeding, given, day }) => {
        const { unserved, lastDay } = rulingTerms(caseFile, proceeding!, given.calendar);
        return unserved === 0 && lastDay !== null && day > lastDay
          ? null
          : {
              text: text(
                unserved > 0 ? `还有 ${unserved} 方未送达裁决。` : `最后一个起诉期至 ${lastDay} 届满。`,
                unserved > 0 ? `${unserved} have not been served.` : `The last time to sue ends on ${lastDay}.`,
              ),
              field: 'occurredOn',
            };
      },
    }),
  ],
  apply: ({ caseFile, proceeding, day, given }) => ({ facts: enforceable(caseFile, proceeding!, day, given.calendar) }),
});

/** From here the department, and after it the right holder, may have the ruling enforced; the earlier of two starts is the alarm (O81 80, APLI 156). */
function enforceable(caseFile: CaseFile, ruling: Proceeding, effectOn: LegalDate, calendar: Calendar) {
  if (!Object.values(ruling.outcomes).includes('infringement')) return [];
  const { lastDay } = rulingTerms(caseFile, ruling, calendar);
  const dues = (ruling.orders ?? []).flatMap(({ dueOn }) => dueOn ?? []);
  const start = [...dues, lastDay ?? effectOn].sort()[0]!;
  const agency = dueByRule('ruling.enforce.agency', start, calendar).due ?? start;
  return [
    { type: 'rulingEnforceable', occurredOn: start },
    { type: 'agencyTermEnded', occurredOn: agency },
  ];
}

export const aftermathCommands: readonly CommandDefinition[] = [
  recordAdministrativeSuit,
  recordReconsideration,
  recordChallengeResult,
  recordRulingFinality,
  publishRuling,
];
