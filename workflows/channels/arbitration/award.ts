import type { Calendar } from '../../calendar.ts';
import type { Id, LegalDate } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, command, dataRequirement, type FactDraft } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { dayOfFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, legalDate, mattersOf, partyOf, textOf } from '../../fields.ts';
import { instruments } from '../../rules/instruments.ts';
import { text } from '../../text.ts';
import { decidedHere, ended, here, secretary } from './shared.ts';

const awardKinds = {
  award: text('裁决', 'Award'),
  consentAward: text('依和解、调解协议作出的裁决', 'Award on agreed terms'),
} as const;

const awardResults = {
  upheld: text('支持仲裁请求', 'For the claimant'),
  inPart: text('部分支持', 'In part'),
  dismissed: text('驳回仲裁请求', 'Claim dismissed'),
} as const;

const performanceField = legalDate({
  label: text('裁决履行期限', 'To be performed by'),
  mayBeFuture: true,
  optional: true,
});

/** How an award ends the matters it decides, and from when what it orders can be enforced. */
function outcomeOf(kind: keyof typeof awardKinds, result: keyof typeof awardResults) {
  if (kind === 'consentAward') return 'consentAward';
  return result === 'dismissed' ? 'claimDismissed' : 'awarded';
}

/** The award: in effect from the day it was made (AL25 70), also against a respondent who stayed away (54), also on agreed terms (62, 64). */
const makeAward = command({
  ...here,
  type: 'makeAward',
  kind: 'step',
  label: text('登记裁决', 'Record the award'),
  hint: text(
    '由仲裁庭作出，这里只作登记；裁决书自作出之日起生效。',
    'The tribunal makes it; it is in effect from its day.',
  ),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('裁决日期', 'Made on') },
  fields: {
    kind: choiceOf({ label: text('种类', 'Kind'), of: awardKinds }),
    result: choiceOf({ label: text('结果', 'Result'), of: awardResults }),
    inAbsence: flag({ label: text('被申请人缺席', 'In the absence of the respondent') }),
    number: textOf({ label: text('裁决书编号', 'Number of the award'), maxLength: 60, optional: true }),
    performanceDueOn: performanceField,
    scan: itemOf({ label: text('裁决书', 'The award'), optional: true }),
  },
  requires: [
    dataRequirement<{ kind: keyof typeof awardKinds; result: keyof typeof awardResults }>({
      code: 'consent-award-dismisses-nothing',
      basis: [{ instrument: 'AL25', article: '第六十二条' }],
      check: ({ data }) =>
        data.kind === 'consentAward' && data.result === 'dismissed'
          ? {
              text: text('依协议作出的裁决不驳回请求。', 'An award on agreed terms dismisses no claim.'),
              field: 'result',
            }
          : null,
    }),
  ],
  apply: ({ data, caseFile, proceeding, day }) => {
    const how = outcomeOf(data.kind, data.result);
    const matters = undecided(proceeding!);
    const end = ended(caseFile, proceeding!, how);
    const due: readonly FactDraft[] =
      how === 'claimDismissed' ? [] : [{ type: 'performanceDue', matters, occurredOn: data.performanceDueOn ?? day }];
    return {
      caseFile: end.caseFile,
      values: { kind: data.kind, result: data.result, inAbsence: data.inAbsence },
      facts: [...end.facts, { type: 'awardMade' }, ...due],
      body: { number: data.number },
    };
  },
});

/** Part of the facts is clear: that part is awarded first, the rest goes on (AL25 68). */
const makePartialAward = command({
  ...here,
  type: 'makePartialAward',
  kind: 'fact',
  label: text('登记先行裁决', 'Record a partial award'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('裁决日期', 'Made on') },
  fields: {
    matters: mattersOf({ label: text('先行裁决的争议事项', 'Matters it decides'), minimum: 1 }),
    performanceDueOn: performanceField,
  },
  requires: [
    dataRequirement<{ matters: readonly Id[] }>({
      code: 'partial-award-decides-part',
      basis: [
        { instrument: 'AL25', article: '第六十八条' },
        { instrument: 'AL17', article: '第五十五条' },
      ],
      check: ({ data, proceeding, slot }) => {
        const open = undecided(proceeding!);
        const part = data.matters.every((id) => open.includes(id)) && data.matters.length < open.length;
        return part && ['tribunalFormed', 'inHearing'].includes(String(slot!.value))
          ? null
          : {
              text: text(
                '先行裁决只能在审理中就一部分未决事项作出；全部裁决的，请登记裁决。',
                'A partial award decides some of the open matters while the tribunal sits; for all of them record the award.',
              ),
              field: 'matters',
            };
      },
    }),
  ],
  apply: ({ data, caseFile, proceeding, day }) => {
    const end = ended(caseFile, proceeding!, 'awarded', data.matters);
    return {
      caseFile: end.caseFile,
      matters: data.matters,
      facts: [
        ...end.facts,
        { type: 'performanceDue', matters: data.matters, occurredOn: data.performanceDueOn ?? day },
      ],
    };
  },
});

/**
 * Whether an award that reached a party on this day may fall under the former law's six months or the new three: received
 * before 2026-03-01, while the former term reaches past that day. No transitional rule is known (reading notes §7.32).
 */
export function straddlesLaws(receivedOn: LegalDate, calendar: Calendar): boolean {
  const newLawFrom = instruments.AL25.effectiveFrom!;
  const { due } = dueByRule('arb.setaside.old', receivedOn, calendar);
  return receivedOn < newLawFrom && due !== null && due >= newLawFrom;
}

/** The terms to set aside that run from a receipt: the new law's; the former's; and in between the safer, with the chosen one beside it. */
function setAsideTerms(party: Id, receivedOn: LegalDate, law: string | null, calendar: Calendar): readonly FactDraft[] {
  const term = (type: string): FactDraft => ({ type, party, occurredOn: receivedOn });
  const newTerm = term('setAsideTermBegan');
  const oldTerm = term('setAsideTermBeganUnderOldLaw');
  if (straddlesLaws(receivedOn, calendar)) return law === 'former' ? [newTerm, oldTerm] : [newTerm];
  return [receivedOn < instruments.AL25.effectiveFrom! ? oldTerm : newTerm];
}

/** When the award reached a party: its own times to ask for correction and to apply for setting aside run from that day (AL25 69, 72). */
const recordAwardService = command({
  ...here,
  type: 'recordAwardService',
  kind: 'fact',
  label: text('登记裁决送达', 'Record service of the award'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    law: choiceOf({
      label: text('跨越新旧法的，适用哪一部', 'Where both laws may apply: which'),
      hint: text(
        '2026年3月1日前收到的裁决，过渡规则待核实：由承办人选择并记录，较短的期限始终计算。',
        'For awards received before 2026-03-01 no transitional rule is known: choose, and the shorter time runs all the same.',
      ),
      of: {
        former: text('2017年修正的仲裁法（六个月）', 'The law of 2017 (six months)'),
        present: text('2025年修订的仲裁法（三个月）', 'The law of 2025 (three months)'),
      },
      optional: true,
    }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    dataRequirement({
      code: 'award-not-made',
      basis: [{ instrument: 'AL25', article: '第六十七条' }],
      check: ({ caseFile, proceeding, day }) => {
        const made = dayOfFact(caseFile, 'awardMade', { proceeding: proceeding!.id });
        return made !== null && day >= made
          ? null
          : {
              text: text('还没有登记裁决，或送达早于裁决。', 'No award is recorded, or service lies before it.'),
              field: 'occurredOn',
            };
      },
    }),
    dataRequirement<{ law: string | null }>({
      code: 'law-in-time-to-choose',
      basis: [
        { instrument: 'AL25', article: '第七十二条、第九十六条' },
        { instrument: 'AL17', article: '第五十九条' },
      ],
      check: ({ data, day, given }) =>
        data.law === null && straddlesLaws(day, given.calendar)
          ? {
              text: text(
                '裁决在新法施行前收到、旧法的期限跨过施行日，过渡规则待核实：请选择适用的法律。',
                'Received before the new law, and the former term reaches past its first day; no transitional rule is known: choose the law.',
              ),
              instead: text(
                '所选会被记录；较短的期限始终计算并提醒。',
                'The choice is recorded; the shorter time runs and warns all the same.',
              ),
              field: 'law',
            }
          : null,
    }),
  ],
  apply: ({ data, day, given }) => ({
    party: data.party,
    values: { law: data.law },
    facts: [
      { type: 'awardReceived', party: data.party, occurredOn: day },
      ...setAsideTerms(data.party, day, data.law, given.calendar),
    ],
  }),
});

/** Slips, and what was decided and left out (AL25 69). */
const correctAward = command({
  ...here,
  type: 'correctAward',
  kind: 'step',
  label: text('登记裁决补正', 'Record a correction of the award'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('补正日期', 'Corrected on') },
  fields: {
    askedBy: partyOf({
      label: text('请求的当事人（自行补正的不选）', 'Who asked (none: of its own motion)'),
      optional: true,
    }),
    what: choiceOf({
      label: text('内容', 'What'),
      of: { slip: text('文字、计算错误', 'A slip'), omission: text('已裁决而遗漏的事项', 'Decided but left out') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.askedBy, values: { what: data.what } }),
});

/** The award was performed without enforcement. */
const recordAwardPerformed = command({
  ...here,
  type: 'recordAwardPerformed',
  kind: 'step',
  label: text('登记裁决已自动履行', 'Performed without enforcement'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('履行完毕日期', 'Performed on') },
  fields: { proof: itemOf({ label: text('履行证明', 'Proof'), optional: true }) },
  requires: [],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'performed', decidedHere(proceeding!)),
});

/** Closes the file; the award stays in force, and the time to ask for enforcement runs on the matter. */
const closeArbitration = command({
  ...here,
  type: 'closeArbitration',
  kind: 'step',
  label: text('结案', 'Close the file'),
  by: secretary,
  fields: { archiveNumber: textOf({ label: text('卷号', 'File number'), maxLength: 60, optional: true }) },
  requires: [],
});

export const awardCommands: readonly CommandDefinition[] = [
  makeAward,
  makePartialAward,
  recordAwardService,
  correctAward,
  recordAwardPerformed,
  closeArbitration,
];
