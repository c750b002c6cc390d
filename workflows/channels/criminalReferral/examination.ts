import { type CaseFile, type Proceeding, patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { factsOf } from '../../facts.ts';
import { choiceOf, itemOf, organisationOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { ended, here, liaison, onBothSides } from './shared.ts';

/** One round of what is missing. The police may ask, and may not refuse the transfer for it (PSR 180). */
const askForPapers = command({
  ...here,
  type: 'askForPapers',
  kind: 'step',
  label: text('一次告知补正', 'Ask for missing papers'),
  by: liaison,
  occurredOn: { precision: 'minute', label: text('告知时间', 'Asked at') },
  fields: { papers: textOf({ label: text('需要补充的材料', 'Papers'), maxLength: 500, multiline: true }) },
  requires: [
    stateRequirement({
      code: 'papers-asked-for-already',
      effect: 'marks',
      basis: [{ instrument: 'PSR', article: '第一百八十条第二款' }],
      check: ({ caseFile, proceeding }) =>
        factsOf(caseFile, 'papersAskedFor', { proceeding: proceeding!.id }).length > 0
          ? {
              text: text('补正应当一次告知。', 'What is missing is asked for once.'),
              instead: text(
                '继续审查，不得因材料不齐不予接收。',
                'Go on examining; the transfer may not be refused for it.',
              ),
            }
          : null,
    }),
  ],
  apply: ({ caseFile, proceeding }) => ({ facts: onBothSides(caseFile, proceeding!, { type: 'papersAskedFor' }) }),
});

const recordTransferSupplement = command({
  ...here,
  type: 'recordTransferSupplement',
  kind: 'step',
  label: text('收到补正材料', 'Missing papers received'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => ({ facts: onBothSides(caseFile, proceeding!, { type: 'papersSupplemented' }) }),
});

/** Forwarding itself is a handoff to the competent body, with the authority told in writing (TRR 7). */
const findNoJurisdiction = command({
  ...here,
  type: 'findNoJurisdiction',
  kind: 'fact',
  label: text('认定无管辖权', 'Find no jurisdiction'),
  hint: text('随后准备移送至有管辖权的公安机关。', 'Then prepare a handoff to the competent police.'),
  by: liaison,
  occurredOn: { precision: 'minute', label: text('认定时间', 'Found at') },
  fields: {
    competent: organisationOf({
      label: text('有管辖权的机关（在名录内的）', 'Competent body, if listed'),
      kinds: ['publicSecurity'],
      optional: true,
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { competent: data.competent } }),
});

const numberField = textOf({
  label: text('决定书、通知书文号', 'Number of the decision'),
  maxLength: 60,
  optional: true,
});

/** The notice goes to the authority, whose time to hand goods over begins (TRR 12). */
const openCriminalCase = command({
  ...here,
  type: 'openCriminalCase',
  kind: 'step',
  label: text('立案', 'Open a criminal case'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('移送机关收到立案通知之日', 'Notice received by the authority on') },
  fields: { number: numberField },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: numbered(caseFile, proceeding!, data.number),
    facts: opened(caseFile, proceeding!),
  }),
});

function numbered(caseFile: CaseFile, proceeding: Proceeding, number: string | null): CaseFile {
  return number === null ? caseFile : patchPart(caseFile, 'proceedings', proceeding.id, { number });
}

const opened = (caseFile: CaseFile, proceeding: Proceeding) =>
  onBothSides(caseFile, proceeding, { type: 'openingNoticeReceived' });

/** Written, with reasons, and the papers go back; the authority may ask again, and must handle the case itself (TRR 8-10). */
const declineCriminalCase = command({
  ...here,
  type: 'declineCriminalCase',
  kind: 'step',
  label: text('不予立案', 'Open no case'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('移送机关收到不予立案通知之日', 'Notice received by the authority on') },
  fields: {
    reason: choiceOf({
      label: text('理由', 'Reason'),
      of: {
        noCrime: text('没有犯罪事实', 'No crime'),
        minor: text('犯罪事实显著轻微，不需要追究刑事责任', 'Plainly minor'),
        otherReason: text('其他依法不追究刑事责任的情形', 'Another ground not to prosecute'),
      },
    }),
    explanation: textOf({ label: text('说明', 'Explanation'), maxLength: 1000, multiline: true }),
    notice: itemOf({ label: text('不予立案通知书', 'The notice'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    values: { reason: data.reason },
    facts: [
      ...onBothSides(caseFile, proceeding!, { type: 'refusalNoticeReceived' }),
      { type: 'criminalCaseRefused', values: { reason: data.reason } },
    ],
  }),
});

/** The authority's own step: whoever transferred the case may ask once more (TRR 9). */
const fromAuthority = {
  ...here,
  relation: 'anyCustodian',
  by: ['enforcementOfficer', 'enforcementJudge', 'rulingOfficer', 'courtLiaison', 'criminalLiaison'],
} as const;

const requestReconsideration = command({
  ...fromAuthority,
  type: 'requestReconsideration',
  kind: 'step',
  label: text('提请复议', 'Ask for reconsideration'),
  occurredOn: { precision: 'day', label: text('公安机关收到之日', 'Received by the police on') },
  fields: { grounds: textOf({ label: text('理由', 'Grounds'), maxLength: 1000, multiline: true }) },
  requires: [],
  apply: ({ caseFile, proceeding }) => ({
    facts: onBothSides(caseFile, proceeding!, { type: 'reconsiderationReceived' }),
  }),
});

const results = {
  opened: text('决定立案', 'A case is opened'),
  upheld: text('维持不予立案', 'The refusal stands'),
} as const;

const decideReconsideration = command({
  ...here,
  type: 'decideReconsideration',
  kind: 'step',
  label: text('登记复议决定', 'Record the decision'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('移送机关收到决定之日', 'Received by the authority on') },
  fields: { result: choiceOf({ label: text('结果', 'Result'), of: results }) },
  requires: [],
  facts: ({ data }) => ({ result: data.result }),
  factCases: [{ result: 'opened' }, { result: 'upheld' }],
  apply: ({ data, caseFile, proceeding }) => ({
    values: { result: data.result },
    facts:
      data.result === 'opened'
        ? [...opened(caseFile, proceeding!), { type: 'criminalCaseOpenedAfterAll' }]
        : onBothSides(caseFile, proceeding!, { type: 'reconsiderationAnswered' }),
  }),
});

const suggestSupervision = command({
  ...fromAuthority,
  type: 'suggestSupervision',
  kind: 'step',
  label: text('建议检察机关立案监督', 'Suggest supervision'),
  occurredOn: { precision: 'day', label: text('提出日期', 'Suggested on') },
  fields: {
    to: organisationOf({ label: text('检察机关', 'Procuratorate'), kinds: ['procuratorate'] }),
    grounds: textOf({ label: text('理由', 'Grounds'), maxLength: 1000, multiline: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    values: { to: data.to },
    facts: onBothSides(caseFile, proceeding!, { type: 'supervisionSuggested' }),
  }),
});

const decideSupervision = command({
  ...here,
  type: 'decideSupervision',
  kind: 'step',
  label: text('登记立案监督结果', 'Record the result of supervision'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('移送机关获知之日', 'Known to the authority on') },
  fields: { result: choiceOf({ label: text('结果', 'Result'), of: results }) },
  requires: [],
  facts: ({ data }) => ({ result: data.result }),
  factCases: [{ result: 'opened' }, { result: 'upheld' }],
  apply: ({ data, caseFile, proceeding }) => ({
    values: { result: data.result },
    facts: data.result === 'opened' ? [...opened(caseFile, proceeding!), { type: 'criminalCaseOpenedAfterAll' }] : [],
  }),
});

/** Nobody asks the police again, and no penalty is due: the referral is at its end. */
const endReferral = command({
  ...fromAuthority,
  type: 'endReferral',
  kind: 'step',
  label: text('刑事程序结束', 'End the referral'),
  occurredOn: { precision: 'day', label: text('日期', 'On') },
  fields: {
    how: choiceOf({
      label: text('其后如何处理', 'What follows'),
      of: {
        handledByAuthority: text('由移送机关继续行政处理', 'The authority goes on with its case'),
        nothingDue: text('不需要行政处理', 'Nothing further is due'),
      },
    }),
  },
  requires: [
    dataRequirement<{ how: string }>({
      code: 'authority-must-handle-it',
      basis: [{ instrument: 'TRR', article: '第十条' }],
      check: ({ data, caseFile, proceeding }) => {
        const origin = caseFile.handoffs[proceeding!.openedByHandoff ?? '']?.fromProceeding ?? '';
        const open = caseFile.proceedings[origin]?.endedOn === null;
        return data.how === 'nothingDue' && open && caseFile.proceedings[origin]?.channel === 'trademarkEnforcement'
          ? {
              text: text(
                '公安机关不予立案的，移送机关应当依法作行政处理。',
                'Where no case is opened the authority handles it administratively.',
              ),
              field: 'how',
            }
          : null;
      },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'notOpened'),
    values: { how: data.how },
  }),
});

export const examinationCommands: readonly CommandDefinition[] = [
  askForPapers,
  recordTransferSupplement,
  findNoJurisdiction,
  openCriminalCase,
  declineCriminalCase,
  requestReconsideration,
  decideReconsideration,
  suggestSupervision,
  decideSupervision,
  endReferral,
];
