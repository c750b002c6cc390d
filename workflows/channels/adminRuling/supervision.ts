import type { Id } from '../../case-file.ts';
import { type CommandDefinition, command, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, legalDate, partyOf, textOf } from '../../fields.ts';
import { standingOrders } from '../../obligations.ts';
import { text } from '../../text.ts';
import { ended, here, officer } from './shared.ts';

/** The demand before enforcement; the court may be asked only when its waiting time is over (AEL 54). */
const demandRulingPerformance = command({
  ...here,
  type: 'demandRulingPerformance',
  kind: 'fact',
  label: text('送达催告书', 'Serve a demand to perform'),
  by: officer,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: { party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'rulingDemandServed', party: data.party }] }),
});

/**
 * The department or the right holder asked the court to enforce the ruling (O81 80; route T23): said by the application
 * itself when it reaches the court, and by nobody else.
 */
const recordEnforcementRequest = command({
  ...here,
  type: 'recordEnforcementRequest',
  kind: 'fact',
  label: text('已申请强制执行', 'Enforcement asked for'),
  by: ['system'],
  relation: 'system',
  occurredOn: { precision: 'day', label: text('法院收到日期', 'Received by the court on') },
  fields: {
    by: choiceOf({
      label: text('由谁申请', 'By whom'),
      of: { department: text('本部门', 'The department'), holder: text('权利人', 'The right holder') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { by: data.by }, facts: [{ type: 'rulingEnforcementAsked' }] }),
});

const recordEnforcementAnswer = command({
  ...here,
  type: 'recordEnforcementAnswer',
  kind: 'fact',
  label: text('登记法院对强制执行的答复', 'What the court says on enforcement'),
  by: officer,
  occurredOn: { precision: 'day', label: text('日期', 'On') },
  fields: {
    answer: choiceOf({
      label: text('答复', 'Answer'),
      of: {
        accepted: text('受理', 'Accepted'),
        granted: text('裁定准予执行', 'Enforcement granted'),
        refused: text('不予受理或不准予执行', 'Not accepted or refused'),
      },
    }),
  },
  requires: [
    stateRequirement({
      code: 'enforcement-not-asked',
      basis: [{ instrument: 'AEL', article: '第五十六条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'rulingEnforcementAsked', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有申请强制执行。', 'Nobody asked for enforcement yet.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { answer: data.answer },
    facts: [{ type: data.answer === 'accepted' ? 'rulingEnforcementAccepted' : 'rulingEnforcementDecided' }],
  }),
});

/** The right fell, wholly or in part, by a decision in force: the ruling is changed or annulled, but what was performed stays (O81 33, PL 47). */
const reviseRuling = command({
  ...here,
  type: 'reviseRuling',
  kind: 'step',
  label: text('变更或者撤销裁决', 'Change or annul the ruling'),
  tone: 'danger',
  by: officer,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    revision: choiceOf({
      label: text('处理', 'What becomes of it'),
      of: {
        annulled: text('撤销（专利被宣告全部无效）', 'Annulled: the patent fell as a whole'),
        changed: text('变更（部分无效）', 'Changed: it fell in part'),
      },
    }),
    invalidatedOn: legalDate({ label: text('无效决定生效日期', 'Decision on invalidity in force on') }),
  },
  requires: [],
  facts: ({ data }) => ({ revision: data.revision }),
  factCases: [{ revision: 'annulled' }, { revision: 'changed' }],
  apply: ({ data, caseFile, proceeding }) => {
    const values = { revision: data.revision };
    return data.revision === 'annulled'
      ? { ...ended(caseFile, proceeding!, 'annulled', proceeding!.matters), values }
      : { values };
  },
});

/** What a respondent did under the ruling; the right holder's time to enforce ends with full performance. */
const recordRulingPerformance = command({
  ...here,
  type: 'recordRulingPerformance',
  kind: 'fact',
  label: text('登记裁决履行情况', 'Record performance of the ruling'),
  by: officer,
  occurredOn: { precision: 'day', label: text('日期', 'On') },
  fields: {
    party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
    result: choiceOf({
      label: text('情况', 'Result'),
      of: {
        full: text('履行完毕', 'Performed in full'),
        part: text('部分履行', 'In part'),
        breach: text('未履行', 'Not performed'),
      },
    }),
    dishonest: flag({
      label: text('恶意不履行，列入严重违法失信名单', 'In bad faith: put on the list of serious dishonesty'),
    }),
  },
  requires: [
    stateRequirement({
      code: 'nothing-ordered',
      basis: [{ instrument: 'O81', article: '第三十一条' }],
      check: ({ caseFile, proceeding }) =>
        standingOrders(caseFile, proceeding!).length > 0
          ? null
          : { text: text('裁决没有责令任何人。', 'The ruling orders nobody anything.') },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => {
    const others = standingOrders(caseFile, proceeding!)
      .map(({ obligor }) => obligor)
      .filter((id) => id !== data.party);
    const done = (party: Id) =>
      latestFact(caseFile, 'recordRulingPerformance', { proceeding: proceeding!.id, party })?.values.result === 'full';
    const everybody = data.result === 'full' && others.every(done);
    return {
      party: data.party,
      values: { result: data.result, dishonest: data.dishonest },
      facts: everybody ? [{ type: 'rulingPerformed' }] : [],
    };
  },
});

/** After a ruling of infringement the same patent is infringed again in the same way: a direct ruling is possible, and in Shandong a penalty (O81 34, O352; route T38). */
const recordRepeatInfringement = command({
  ...here,
  type: 'recordRepeatInfringement',
  kind: 'fact',
  label: text('登记重复侵权', 'Record a repeated infringement'),
  tone: 'danger',
  by: officer,
  occurredOn: { precision: 'day', label: text('发现日期', 'Found on') },
  fields: {
    party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
    evidence: itemOf({ label: text('证据', 'Evidence'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-infringement-ruled',
      basis: [{ instrument: 'O81', article: '第三十四条' }],
      check: ({ proceeding }) =>
        Object.values(proceeding!.outcomes).includes('infringement')
          ? null
          : { text: text('没有认定侵权的裁决。', 'No ruling found infringement.') },
    }),
  ],
  apply: ({ data }) => ({ party: data.party }),
});

const closeRuling = command({
  ...here,
  type: 'closeRuling',
  kind: 'step',
  label: text('办结', 'Close the ruling'),
  by: officer,
  fields: { archiveNumber: textOf({ label: text('卷号', 'File number'), maxLength: 60, optional: true }) },
  requires: [
    stateRequirement({
      code: 'ruling-not-published',
      effect: 'warns',
      basis: [{ instrument: 'O81', article: '第八十三条' }],
      check: ({ caseFile, proceeding }) => {
        const scope = { proceeding: proceeding!.id };
        const made = latestFact(caseFile, 'rulingMade', scope);
        return made !== null && latestFact(caseFile, 'publishRuling', scope) === null
          ? { text: text('裁决尚未公开。', 'The ruling is not published yet.') }
          : null;
      },
    }),
  ],
  apply: ({ proceeding }) => {
    const ruled = proceeding!.matters.filter((id) => proceeding!.outcomes[id] !== 'mediated');
    return {
      facts: ruled.length === 0 ? [] : [{ type: 'rulingEnded', matters: ruled, values: { how: 'adjudicated' } }],
    };
  },
});

export const supervisionCommands: readonly CommandDefinition[] = [
  demandRulingPerformance,
  recordEnforcementRequest,
  recordEnforcementAnswer,
  recordRulingPerformance,
  reviseRuling,
  recordRepeatInfringement,
  closeRuling,
];
