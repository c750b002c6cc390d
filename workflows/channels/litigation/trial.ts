import type { Id } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { factsOf } from '../../facts.ts';
import { choiceOf, count, flag, itemOf, legalDate, partiesOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { excluded } from '../../rules/guards.ts';
import { labelsOf } from '../../rules/labels.ts';
import { suitRefusalReasons, withdrawalKinds } from '../../rules/reasons-litigation.ts';
import { text } from '../../text.ts';
import { ended, here, liaison, numbered, served, servedRows } from './shared.ts';

const openTrial = command({
  ...here,
  type: 'openTrial',
  kind: 'step',
  label: text('登记开庭', 'Record a hearing'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'minute', label: text('开庭时间', 'Held at') },
  fields: { present: partiesOf({ label: text('到庭的当事人', 'Parties present'), minimum: 0 }) },
  requires: [],
  apply: ({ data }) => ({ values: { present: data.present.length } }),
});

/** More time for the trial, by the president or a higher court (CPL 152, 164). */
const extendTrial = command({
  ...here,
  type: 'extendTrial',
  kind: 'fact',
  label: text('批准延长审理期限', 'Trial term extended'),
  by: liaison,
  fields: {
    days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 400 }),
    by: choiceOf({
      label: text('批准', 'Approved by'),
      of: { president: text('本院院长', 'The president'), higherCourt: text('上级法院', 'The higher court') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { by: data.by }, facts: [{ type: 'trialExtended', values: { days: data.days } }] }),
});

/** A technical investigator is appointed; the parties are told within three days and may ask for recusal. */
const appointTechnicalInvestigator = command({
  ...here,
  sharedWith: ['adminRuling'],
  type: 'appointTechnicalInvestigator',
  kind: 'fact',
  label: text('指派技术调查官', 'Appoint a technical investigator'),
  by: ['courtLiaison', 'rulingOfficer'],
  occurredOn: { precision: 'day', label: text('指派日期', 'Appointed on') },
  fields: {
    registerNumber: textOf({
      label: text('技术调查官编号', "The investigator's register number"),
      maxLength: 40,
      pattern: '^[A-Za-z0-9-]+$',
      optional: true,
    }),
    told: flag({ label: text('已告知各方当事人', 'The parties were told') }),
  },
  requires: [
    excluded<{ registerNumber: string | null }>(
      'F21',
      'technical-investigator-twice',
      'data',
      ({ data, caseFile, proceeding }) =>
        data.registerNumber !== null &&
        factsOf(caseFile, 'appointTechnicalInvestigator').some(
          (fact) => fact.values.registerNumber === data.registerNumber && fact.proceeding !== proceeding!.id,
        ),
      'registerNumber',
    ),
  ],
  apply: ({ data }) => ({
    values: { told: data.told, registerNumber: data.registerNumber },
    facts: [
      { type: 'technicalInvestigatorAppointed' },
      ...(data.told ? [{ type: 'technicalInvestigatorDisclosed' }] : []),
    ],
  }),
});

const tellOfTechnicalInvestigator = command({
  ...here,
  sharedWith: ['adminRuling'],
  type: 'tellOfTechnicalInvestigator',
  kind: 'fact',
  label: text('告知技术调查官', 'Tell of the technical investigator'),
  by: ['courtLiaison', 'rulingOfficer'],
  occurredOn: { precision: 'day', label: text('告知日期', 'Told on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'technicalInvestigatorDisclosed' }] }),
});

/** The investigator's opinion: reference for those who decide, and no evidence; nothing follows from it by itself (O81 52). */
const recordTechnicalOpinion = command({
  ...here,
  sharedWith: ['adminRuling'],
  type: 'recordTechnicalOpinion',
  kind: 'fact',
  label: text('登记技术调查意见', 'Record the technical opinion'),
  hint: text('技术调查意见仅供参考。', 'The opinion is for reference only.'),
  by: ['courtLiaison', 'rulingOfficer'],
  occurredOn: { precision: 'day', label: text('提出日期', 'Given on') },
  fields: {
    questions: textOf({ label: text('技术问题', 'The technical questions'), maxLength: 300 }),
    opinion: itemOf({ label: text('技术调查意见', 'The opinion'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-technical-investigator',
      basis: [],
      check: ({ caseFile, proceeding }) =>
        factsOf(caseFile, 'technicalInvestigatorAppointed', { proceeding: proceeding!.id }).length > 0
          ? null
          : { text: text('没有登记技术调查官。', 'No technical investigator is on record.') },
    }),
  ],
});

/** The court allows a withdrawal, or treats the suit as withdrawn. It may be filed again. */
const withdrawSuit = command({
  ...here,
  type: 'withdrawSuit',
  kind: 'step',
  label: text('登记撤诉', 'Record a withdrawal'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    how: choiceOf({ label: text('方式', 'How'), of: labelsOf(withdrawalKinds) }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'withdrawn'),
    values: { how: data.how },
  }),
});

/** After registration it shows that the conditions for a suit are not met: a ruling that can be appealed (CPL 157). */
const dismissSuit = command({
  ...here,
  type: 'dismissSuit',
  kind: 'step',
  label: text('裁定驳回起诉', 'Ruled: suit dismissed'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(suitRefusalReasons) }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
    served: servedRows,
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => {
    const end = ended(caseFile, proceeding!, 'turnedAway');
    const service = data.served.map((row) => ({
      type: 'appealableRulingServed',
      party: row.party,
      occurredOn: row.servedOn,
    }));
    return { caseFile: end.caseFile, facts: [...end.facts, ...service], values: { reason: data.reason } };
  },
});

/** Records a judgment: who gave it, when, the number on the paper, for whom. It is never made here, and not in effect yet. */
const recordJudgment = command({
  ...here,
  type: 'recordJudgment',
  kind: 'step',
  label: text('登记一审判决', 'Record the judgment'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('判决日期', 'Given on') },
  fields: {
    number: textOf(courtNumber),
    result: choiceOf({
      label: text('结果', 'Result'),
      of: {
        upheld: text('支持诉讼请求', 'For the claimant'),
        inPart: text('部分支持', 'In part'),
        dismissed: text('驳回诉讼请求', 'Claim dismissed'),
      },
    }),
    judge: textOf({ label: text('审判长或独任法官', 'Judge'), maxLength: 60 }),
    performanceDueOn: legalDate({
      label: text('判决履行期限', 'To be performed by'),
      mayBeFuture: true,
      optional: true,
    }),
    scan: itemOf({ label: text('判决书', 'The judgment'), optional: true }),
    served: servedRows,
  },
  requires: [
    dataRequirement<{ served: readonly { readonly party: Id; readonly servedOn: string }[] }>({
      code: 'judgment-served-before-given',
      basis: [{ instrument: 'CPL', article: '第一百五十一条' }],
      check: ({ data, day }) =>
        data.served.some((row) => row.servedOn < day)
          ? {
              text: text('送达日期不能早于判决日期。', 'A judgment cannot be served before it is given.'),
              field: 'served',
            }
          : null,
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: numbered(caseFile, proceeding!, proceeding!.number === null ? data.number : null),
    values: { result: data.result, performanceDueOn: data.performanceDueOn },
    facts: data.served.map((row) =>
      served('judgmentServed', row.party, row.servedOn, caseFile.parties[row.party]?.foreign ?? false),
    ),
    body: { number: data.number },
  }),
});

export const trialCommands: readonly CommandDefinition[] = [
  openTrial,
  extendTrial,
  appointTechnicalInvestigator,
  tellOfTechnicalInvestigator,
  recordTechnicalOpinion,
  withdrawSuit,
  dismissSuit,
  recordJudgment,
];
