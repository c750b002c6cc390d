import type { Id } from '../../case-file.ts';
import { type CommandDefinition, command, stateRequirement } from '../../command.ts';
import { factsOf } from '../../facts.ts';
import { choiceOf, flag, partyOf, textOf } from '../../fields.ts';
import { committee } from '../../mediation/shared.ts';
import { text } from '../../text.ts';

const here = { target: 'proceeding', machine: 'courtAnnexedMediation', kind: 'fact', relation: 'custodian' } as const;

/** Any party may ask for another mediator or organisation; who then refuses everyone and will not choose has refused mediation (OMR 14). */
const requestReplacement = command({
  ...here,
  type: 'requestReplacement',
  label: text('当事人申请更换', 'A party asks for another mediator'),
  by: committee,
  fields: {
    party: partyOf({ label: text('申请更换的当事人', 'Who asks') }),
    what: choiceOf({
      label: text('更换', 'Of'),
      of: { mediator: text('调解员', 'The mediator'), organisation: text('调解组织', 'The organisation') },
    }),
    refusesToChoose: flag({
      label: text('更换后仍不同意，且拒绝自行选择', 'Refuses the replacement too and will not choose'),
    }),
    reason: textOf({ label: text('理由', 'Reason'), maxLength: 300, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    values: { what: data.what, refusesToChoose: data.refusesToChoose },
    facts: data.refusesToChoose
      ? [{ type: 'recordConsent', party: data.party, values: { answer: 'refuses', deemed: true } }]
      : [],
  }),
});

function openAppraisals(caseFile: Parameters<typeof factsOf>[0], proceeding: Id): number {
  const scope = { proceeding };
  return factsOf(caseFile, 'appraisalBegan', scope).length - factsOf(caseFile, 'appraisalEnded', scope).length;
}

/** Appraisal before registration goes through the court; its time is no part of the term (OMR 26). */
const beginAppraisal = command({
  ...here,
  type: 'beginAppraisal',
  label: text('登记诉前鉴定评估开始', 'Appraisal began'),
  by: committee,
  occurredOn: { precision: 'day', label: text('委托鉴定日期', 'Commissioned on') },
  fields: { subject: textOf({ label: text('鉴定评估事项', 'What is appraised'), maxLength: 200 }) },
  requires: [
    stateRequirement({
      code: 'appraisal-still-open',
      basis: [{ instrument: 'OMR', article: '第二十六条' }],
      check: ({ caseFile, proceeding }) =>
        openAppraisals(caseFile, proceeding!.id) > 0
          ? { text: text('上一次鉴定评估尚未结束。', 'The last appraisal has not ended yet.') }
          : null,
    }),
  ],
  apply: () => ({ facts: [{ type: 'appraisalBegan' }] }),
});

const endAppraisal = command({
  ...here,
  type: 'endAppraisal',
  label: text('登记诉前鉴定评估结束', 'Appraisal ended'),
  by: committee,
  occurredOn: { precision: 'day', label: text('收到鉴定意见日期', 'Opinion received on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'no-appraisal-open',
      basis: [{ instrument: 'OMR', article: '第二十六条' }],
      check: ({ caseFile, proceeding }) =>
        openAppraisals(caseFile, proceeding!.id) > 0
          ? null
          : { text: text('没有正在进行的鉴定评估。', 'No appraisal is under way.') },
    }),
  ],
  apply: () => ({ facts: [{ type: 'appraisalEnded' }] }),
});

export const courseCommands: readonly CommandDefinition[] = [requestReplacement, beginAppraisal, endAppraisal];
