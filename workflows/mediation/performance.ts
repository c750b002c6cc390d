import type { Id } from '../case-file.ts';
import { dueByRule } from '../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement } from '../command.ts';
import { dayOfFact } from '../facts.ts';
import { choiceOf, oneOf, partyOf, textOf } from '../fields.ts';
import { obligationsOf } from '../obligations.ts';
import { text } from '../text.ts';
import { clauseSubjects } from './agreement-commands.ts';
import { effectOf } from './agreements.ts';
import { commercially } from './requirements.ts';
import { committee, here } from './shared.ts';

/** Obligations of the agreements in effect here, by clause. */
function owedHere({ caseFile, proceeding }: Context) {
  return obligationsOf(caseFile)
    .filter((one) => one.proceeding === proceeding?.id)
    .map((one) => {
      const subject = clauseSubjects[one.subject];
      return {
        value: one.id,
        label: text(`第 ${one.clause} 项 ${subject.zh}`, `Clause ${one.clause}: ${subject.en}`),
        person: caseFile.parties[one.obligor ?? '']?.person ?? null,
      };
    });
}

/** Performance, full or in part, or a breach; the committee follows it up (PML 31). */
const recordPerformance = command({
  ...here,
  type: 'recordPerformance',
  kind: 'fact',
  label: text('记录履行情况', 'Record performance'),
  by: committee,
  relation: 'custodian',
  fields: {
    party: partyOf({ label: text('义务人', 'Who performed') }),
    obligation: oneOf({
      label: text('哪一项（不选为该方全部义务）', 'Which one (none: everything it owes)'),
      optional: true,
      choices: owedHere,
    }),
    result: choiceOf({
      label: text('情况', 'Result'),
      of: {
        full: text('履行完毕', 'Performed in full'),
        part: text('部分履行', 'Performed in part'),
        breach: text('未按期履行', 'Not performed in time'),
      },
    }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 300, optional: true }),
  },
  requires: [
    dataRequirement<{ party: Id; obligation: string | null }>({
      code: 'obligation-of-another-party',
      basis: [],
      check: ({ data, caseFile }) => {
        const owed = obligationsOf(caseFile).find((one) => one.id === data.obligation);
        return owed === undefined || owed.obligor === null || owed.obligor === data.party
          ? null
          : {
              text: text('这一项不是该当事人的义务。', "That obligation is not this party's."),
              field: 'obligation',
            };
      },
    }),
    dataRequirement<{ party: Id }>({
      code: 'no-agreement-in-effect',
      basis: [{ instrument: 'PML', article: '第三十一条' }],
      check: ({ caseFile, proceeding }) =>
        Object.keys(proceeding!.agreements).some((id) => effectOf(caseFile, id) !== null)
          ? null
          : {
              text: text('还没有生效的协议。', 'No agreement is in effect yet.'),
              ...commercially(proceeding!, '第二十二条'),
            },
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { result: data.result, obligation: data.obligation } }),
});

/** Asks somebody's representative to ratify a signature that lacked authority or capacity: thirty days, silence is refusal (CC 145, 171). */
const demandRatification = command({
  ...here,
  type: 'demandRatification',
  kind: 'fact',
  label: text('催告追认', 'Demand ratification'),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('催告到达日期', 'Demand received on') },
  fields: { party: partyOf({ label: text('当事人', 'Party') }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'ratificationDemanded', party: data.party }] }),
});

/** The answer to a demand to ratify. What was ratified in time counts as signed when the formalities are completed next. */
const recordRatification = command({
  ...here,
  type: 'recordRatification',
  kind: 'fact',
  label: text('记录追认', 'Record the answer on ratification'),
  by: committee,
  relation: 'custodian',
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    answer: choiceOf({
      label: text('答复', 'Answer'),
      of: { ratified: text('予以追认', 'Ratified'), refused: text('拒绝追认', 'Refused') },
    }),
  },
  requires: [
    dataRequirement<{ party: Id; answer: 'ratified' | 'refused' }>({
      code: 'ratification-too-late',
      basis: [{ instrument: 'CC', article: '第一百四十五条第二款' }],
      check: ({ data, caseFile, day, given }) => {
        const demanded = dayOfFact(caseFile, 'ratificationDemanded', { party: data.party });
        const last = demanded === null ? null : dueByRule('agency.ratify', demanded, given.calendar).due;
        return data.answer === 'refused' || last === null || day <= last
          ? null
          : {
              text: text(
                `追认期限已于 ${last} 届满，未作表示的，视为拒绝追认。`,
                `The time to ratify ended on ${last}; silence counts as a refusal.`,
              ),
              instead: text(
                '请由法定代理人重新签署，用“补齐签字盖章”登记。',
                'Have the guardian sign, and record it with “Complete signatures and seal”.',
              ),
              field: 'answer',
            };
      },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { answer: data.answer },
    facts: [{ type: 'ratified', party: data.party, values: { answer: data.answer } }],
  }),
});

export const ratificationCommands: readonly CommandDefinition[] = [demandRatification, recordRatification];
export { recordPerformance };
