import type { Id } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { choiceOf, flag, itemOf, legalDate, organisationOf, partyOf, someOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { ended, here, liaison } from './shared.ts';

/** The police find no crime, or a minor one, after they opened the case. */
const cancelCriminalCase = command({
  ...here,
  type: 'cancelCriminalCase',
  kind: 'step',
  label: text('撤销刑事案件', 'Cancel the criminal case'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: { reason: textOf({ label: text('理由', 'Reason'), maxLength: 500, multiline: true }) },
  requires: [],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'cancelled'),
});

/** Repayment, forgiveness and a first offence are recorded as they happen: they weigh before any decision. */
const recordMitigation = command({
  ...here,
  type: 'recordMitigation',
  kind: 'fact',
  label: text('登记退赔、谅解等情节', 'Record repayment or forgiveness'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('发生日期', 'On') },
  fields: {
    party: partyOf({ label: text('哪一方', 'Which party') }),
    kind: choiceOf({
      label: text('情节', 'What'),
      of: {
        repaid: text('已退赔损失', 'Losses repaid'),
        forgiven: text('取得权利人谅解', 'Forgiven by the right holder'),
        firstOffence: text('初犯、偶犯', 'First offence'),
        minorCircumstances: text('情节轻微', 'Minor circumstances'),
        pleadedGuilty: text('认罪认罚', 'Pleaded guilty and accepts punishment'),
      },
    }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.party, values: { kind: data.kind } }),
});

const holdPublicHearing = command({
  ...here,
  type: 'holdPublicHearing',
  kind: 'fact',
  label: text('举行公开听证', 'Hold a public hearing'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('举行日期', 'Held on') },
  fields: { opinion: textOf({ label: text('听证意见', 'Opinion'), maxLength: 1000, multiline: true, optional: true }) },
  requires: [],
});

const notTheProcuratorate = stateRequirement({
  code: 'not-the-procuratorate',
  basis: [{ instrument: 'LINK', article: '第十一条' }],
  check: ({ proceeding, given }) =>
    given.reference.organisations[proceeding!.organisation]?.kind === 'procuratorate'
      ? null
      : {
          text: text(
            '由检察机关决定，案件还没有移送检察机关。',
            'The procuratorate decides, and the case is not with it yet.',
          ),
          instead: text('请先移送审查起诉。', 'Pass the case on to the procuratorate first.'),
        },
});

const recordProsecutionDecision = command({
  ...here,
  type: 'recordProsecutionDecision',
  kind: 'step',
  label: text('登记起诉、不起诉决定', 'Record the decision on prosecution'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    result: choiceOf({
      label: text('决定', 'Decision'),
      of: { prosecuted: text('提起公诉', 'Prosecuted'), notProsecuted: text('不起诉', 'Not prosecuted') },
    }),
    ground: choiceOf({
      label: text('不起诉的理由', 'Ground for not prosecuting'),
      of: {
        minor: text('犯罪情节轻微，不需要判处刑罚', 'Minor; no punishment is needed'),
        noCrime: text('没有犯罪事实或者依法不追究', 'No crime, or not to be prosecuted by law'),
        insufficientEvidence: text('证据不足', 'Insufficient evidence'),
      },
      optional: true,
    }),
    decision: itemOf({ label: text('决定书', 'The decision'), optional: true }),
  },
  requires: [
    notTheProcuratorate,
    dataRequirement<{ result: string; ground: string | null }>({
      code: 'ground-needed',
      basis: [{ instrument: 'LINK', article: '第八条' }],
      check: ({ data }) =>
        (data.result === 'notProsecuted') === (data.ground !== null)
          ? null
          : {
              text: text(
                '不起诉的须写明理由；起诉的不填。',
                'A decision not to prosecute names its ground; one to prosecute has none.',
              ),
              field: 'ground',
            },
    }),
  ],
  facts: ({ data }) => ({ prosecution: data.result }),
  factCases: [{ prosecution: 'prosecuted' }, { prosecution: 'notProsecuted' }],
  apply: ({ data, caseFile, proceeding }) => ({
    ...(data.result === 'notProsecuted' ? ended(caseFile, proceeding!, 'notProsecuted') : {}),
    values: { result: data.result, ground: data.ground },
  }),
});

const recordCriminalJudgment = command({
  ...here,
  type: 'recordCriminalJudgment',
  kind: 'step',
  label: text('登记刑事裁判', 'Record the criminal judgment'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('生效日期', 'In force on') },
  fields: {
    result: choiceOf({
      label: text('结果', 'Result'),
      of: {
        convicted: text('有罪判决', 'Convicted'),
        noPunishment: text('免予刑事处罚', 'Convicted without punishment'),
        acquitted: text('无罪', 'Acquitted'),
      },
    }),
    number: textOf({ label: text('案号', 'Number'), maxLength: 60, optional: true }),
  },
  requires: [],
  facts: ({ data }) => ({ judgment: data.result }),
  factCases: [{ judgment: 'convicted' }, { judgment: 'noPunishment' }, { judgment: 'acquitted' }],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, data.result),
    values: { result: data.result },
  }),
});

/** Whether an administrative penalty is due although nobody is punished by a criminal court. */
const reviewNecessity = command({
  ...here,
  type: 'reviewNecessity',
  kind: 'step',
  label: text('审查行政处罚必要性', 'Review whether a penalty is due'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('审查日期', 'Reviewed on') },
  fields: {
    needed: flag({ label: text('应当给予行政处罚', 'A penalty is due') }),
    grounds: textOf({ label: text('理由', 'Grounds'), maxLength: 1000, multiline: true }),
  },
  requires: [],
  facts: ({ data }) => ({ needed: data.needed }),
  factCases: [{ needed: true }, { needed: false }],
  apply: ({ data }) => ({ values: { needed: data.needed } }),
});

const authorities = [
  'trademarkEnforcementDepartment',
  'patentAdministrationDepartment',
  'copyrightAuthority',
  'plantVarietyAuthority',
] as const;

/** The opinion letter: one addressee, who must handle the case and answer by a day; copies go to others, who need not. */
const issueOpinion = command({
  ...here,
  type: 'issueOpinion',
  kind: 'step',
  label: text('制发检察意见书', 'Issue the opinion'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('制发日期', 'Issued on') },
  fields: {
    addressee: organisationOf({ label: text('主送机关', 'Addressee'), kinds: authorities }),
    copies: someOf({
      label: text('抄送单位（另行移送副本）', 'Copies to (sent apart)'),
      minimum: 0,
      choices: ({ given }) =>
        Object.values(given.reference.organisations)
          .filter(({ kind }) => [...authorities, 'publicSecurity', 'procuratorate', 'court'].includes(kind))
          .map(({ id, name }) => ({ value: id, label: name, person: null })),
    }),
    replyBy: legalDate({ label: text('要求回复的日期', 'Reply asked for by'), mayBeFuture: true }),
    opinion: textOf({ label: text('意见内容', 'Opinion'), maxLength: 2000, multiline: true }),
    paper: itemOf({ label: text('检察意见书', 'The letter'), optional: true }),
  },
  requires: [
    notTheProcuratorate,
    dataRequirement<{ replyBy: string }>({
      code: 'term-before-start',
      basis: [{ instrument: 'LINK', article: '第十一条' }],
      check: ({ data, day }) =>
        data.replyBy > day
          ? null
          : { text: text('回复日期应晚于制发日期。', 'The day to reply lies after the letter.'), field: 'replyBy' },
    }),
    dataRequirement<{ addressee: Id; copies: readonly Id[] }>({
      code: 'copy-to-addressee',
      basis: [],
      check: ({ data }) =>
        data.copies.includes(data.addressee)
          ? {
              text: text('主送机关不能同时列为抄送单位。', 'The addressee cannot also be sent a copy.'),
              field: 'copies',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { addressee: data.addressee, copies: data.copies, replyBy: data.replyBy },
    facts: [{ type: 'opinionDelivered', values: { replyBy: data.replyBy } }],
  }),
});

/** The case is with the authority now; asked for by the handoff that carried it. */
const leaveToAuthority = command({
  ...here,
  type: 'leaveToAuthority',
  kind: 'step',
  label: text('已由行政机关接收', 'Taken over by the authority'),
  by: ['system'],
  relation: 'system',
  fields: {},
  requires: [],
});

const recordOpinionReply = command({
  ...here,
  type: 'recordOpinionReply',
  kind: 'step',
  label: text('登记行政机关的回复', 'Record the authority’s reply'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    result: textOf({ label: text('处理结果', 'What was done'), maxLength: 1000, multiline: true, optional: true }),
  },
  requires: [],
});

export const prosecutionCommands: readonly CommandDefinition[] = [
  cancelCriminalCase,
  recordMitigation,
  holdPublicHearing,
  recordProsecutionDecision,
  recordCriminalJudgment,
  reviewNecessity,
  issueOpinion,
  leaveToAuthority,
  recordOpinionReply,
];
