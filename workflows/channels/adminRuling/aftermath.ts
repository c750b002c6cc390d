import type { Calendar } from '../../calendar.ts';
import { type CaseFile, dayOf, type Id, type LegalDate, type Proceeding, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, command, dataRequirement } from '../../command.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, organisationOf, partyOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { ended, here, officer } from './shared.ts';

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
  hint: text(
    '选择受诉法院后，行政诉讼在该法院单独立案进行；不影响裁决的执行，也不影响就赔偿另行起诉。',
    'With the court named, the suit runs there as a proceeding of its own; neither the ruling nor a suit for damages is held up.',
  ),
  by: officer,
  occurredOn: { precision: 'day', label: text('起诉日期', 'Filed on') },
  fields: {
    party: partyOf({ label: text('起诉的当事人', 'Who sued') }),
    court: organisationOf({
      label: text('受诉法院（不在名录的不选）', 'The court (none if it is not listed)'),
      kinds: ['court'],
      optional: true,
    }),
    number: textOf({ label: text('法院案号', "The court's number"), maxLength: 60, optional: true }),
  },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'ruling-suit-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PL', article: '第六十五条' }],
      check: ({ data, caseFile, proceeding, given, day }) => {
        const served = receivedOn(caseFile, proceeding!, data.party);
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
    dataRequirement<{ court: Id | null }>({
      code: 'ruling-suit-court-level',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'JUR', article: '第一条、第二条' }],
      check: ({ data, given }) =>
        given.reference.organisations[data.court ?? '']?.courtLevel === 'basic'
          ? {
              text: text(
                '专利行政案件由知识产权法院或者有管辖权的中级人民法院一审，是否受理由法院决定。',
                'Administrative patent cases begin at an intellectual-property court or a competent intermediate court; the court decides.',
              ),
              field: 'court',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { court: data.court },
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
  unlawful: text('确认违法，不撤销裁决', 'Found unlawful, and not revoked'),
  changed: text('变更裁决', 'Ruling changed'),
  withdrawn: text('撤回起诉或申请，或者未被受理', 'Suit or request withdrawn, or not taken'),
  revoked: text('撤销裁决，责令重新处理', 'Ruling revoked; to be decided anew'),
  annulled: text('撤销裁决，不再处理', 'Ruling revoked, and nothing to be decided anew'),
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
  facts: ({ data }) => ({ result: data.result === 'revoked' || data.result === 'annulled' ? data.result : 'stands' }),
  factCases: [{ result: 'revoked' }, { result: 'annulled' }, { result: 'stands' }],
  apply: ({ data, caseFile, proceeding, given, day }) => {
    const values = { result: data.result };
    if (data.result === 'annulled') return { ...ended(caseFile, proceeding!, 'annulled', proceeding!.matters), values };
    if (data.result === 'revoked')
      return {
        caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { outcomes: {}, orders: [] }),
        values,
        facts: [
          { type: 'rulingFiled' },
          ...partiesOfMatters(caseFile, proceeding!.matters).map(({ id }) => ({ type: 'rulingTermsEnded', party: id })),
        ],
      };
    return { values, facts: enforceable(caseFile, proceeding!, day, given.calendar) };
  },
});

/** What the court recorded of the suit over this ruling: the authority's time to answer runs, or is kept (APL 67). */
const followSuitOverRuling = command({
  ...here,
  type: 'followSuitOverRuling',
  kind: 'fact',
  label: text('行政诉讼进展', 'Progress of the suit over the ruling'),
  by: ['system'],
  relation: 'system',
  occurredOn: { precision: 'day', label: text('日期', 'On') },
  fields: {
    event: choiceOf({
      label: text('进展', 'Event'),
      of: { served: text('起诉状副本送达本部门', 'Complaint served here'), answered: text('已答辩', 'Answered') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({
    values: { event: data.event },
    facts: [{ type: data.event === 'served' ? 'suitOverRulingServed' : 'suitOverRulingAnswered' }],
  }),
});

/** When the ruling that stands reached a party; one that was revoked before does not count. */
function receivedOn(caseFile: CaseFile, ruling: Proceeding, party: Id): LegalDate | null {
  const scope = { proceeding: ruling.id, party };
  const received = latestFact(caseFile, 'rulingReceived', scope);
  const revoked = latestFact(caseFile, 'rulingTermsEnded', scope)?.seq ?? 0;
  return received !== null && received.seq > revoked ? dayOf(received.occurredOn) : null;
}

/** The last day on which somebody may still sue, and the parties whom the ruling has not reached. */
export function rulingTerms(caseFile: CaseFile, ruling: Proceeding, calendar: Calendar) {
  const days = partiesOfMatters(caseFile, ruling.matters).map(({ id }) => {
    const served = receivedOn(caseFile, ruling, id);
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
  followSuitOverRuling,
  recordRulingFinality,
  publishRuling,
];
