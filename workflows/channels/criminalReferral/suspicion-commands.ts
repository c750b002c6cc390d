import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, count, flag, itemOf, textOf } from '../../fields.ts';
import { type CrimeId, crimes } from '../../rules/crime-thresholds.ts';
import { labelsOf } from '../../rules/labels.ts';
import { fewestOfficers } from '../../rules/penalty-terms.ts';
import { text } from '../../text.ts';
import { ended } from '../trademarkEnforcement/shared.ts';
import { atThePolice } from './shared.ts';
import { crimeFitsRight } from './suspicion.ts';

/** What an administrative authority does about a suspected crime, on its own case. Mediators report and never transfer (F14). */
const atAuthority = {
  target: 'proceeding',
  machine: 'trademarkEnforcement',
  relation: 'custodian',
  by: ['enforcementOfficer', 'rulingOfficer'],
} as const;

/** At least two officers check the suspicion and report in writing; for intellectual property reasonable suspicion is enough (TRR 3, 5). */
const reportSuspectedCrime = command({
  ...atAuthority,
  sharedWith: ['adminRuling'],
  type: 'reportSuspectedCrime',
  kind: 'fact',
  label: text('提出涉嫌犯罪移送报告', 'Report a suspected crime'),
  occurredOn: { precision: 'day', label: text('负责人收到报告之日', 'Received by the head on') },
  fields: {
    crime: choiceOf({ label: text('涉嫌罪名', 'Suspected crime'), of: labelsOf(crimes) }),
    officers: count({ label: text('核查人员人数', 'Officers who checked it'), minimum: 1, maximum: 20 }),
    grounds: textOf({
      label: text('事实和合理怀疑的理由', 'Facts and grounds of suspicion'),
      maxLength: 2000,
      multiline: true,
    }),
    report: itemOf({ label: text('移送报告', 'The report'), optional: true }),
  },
  requires: [
    crimeFitsRight<{ crime: CrimeId }>(({ data }) => data.crime),
    dataRequirement<{ officers: number }>({
      code: 'too-few-officers-checked',
      basis: [{ instrument: 'TRR', article: '第五条' }],
      check: ({ data }) =>
        data.officers >= fewestOfficers
          ? null
          : {
              text: text(
                '涉嫌犯罪应由两名以上执法人员核查后报告。',
                'At least two officers check a suspected crime before it is reported.',
              ),
              field: 'officers',
            },
    }),
  ],
  apply: ({ data }) => ({ values: { crime: data.crime }, facts: [{ type: 'transferReported' }] }),
});

/** The head approves, or refuses with reasons that stay on record. From the approval the transfer is a matter of hours. */
const decideTransfer = command({
  ...atAuthority,
  sharedWith: ['adminRuling'],
  type: 'decideTransfer',
  kind: 'fact',
  label: text('负责人决定是否移送', 'The head decides on the transfer'),
  occurredOn: { precision: 'minute', label: text('决定时间', 'Decided at') },
  fields: {
    approved: flag({ label: text('批准移送', 'Approved') }),
    reason: textOf({
      label: text('不批准的理由', 'Reasons for refusing'),
      maxLength: 1000,
      multiline: true,
      optional: true,
    }),
  },
  requires: [
    stateRequirement({
      code: 'no-transfer-report',
      basis: [{ instrument: 'TRR', article: '第五条' }],
      check: ({ caseFile, proceeding }) => {
        const scope = { proceeding: proceeding!.id };
        const report = latestFact(caseFile, 'reportSuspectedCrime', scope)?.seq ?? -1;
        const findings = latestFact(caseFile, 'recordFindings', scope);
        const asked = report > (latestFact(caseFile, 'decideTransfer', scope)?.seq ?? -1);
        return asked || findings?.values.reached === true
          ? null
          : {
              text: text('没有待决定的移送报告。', 'No report waits for a decision.'),
              instead: text('请先提出移送报告。', 'Report the suspected crime first.'),
            };
      },
    }),
    dataRequirement<{ approved: boolean; reason: string | null }>({
      code: 'refusal-needs-reasons',
      basis: [{ instrument: 'TRR', article: '第五条第二款' }],
      check: ({ data }) =>
        data.approved || data.reason !== null
          ? null
          : {
              text: text(
                '不批准移送的，应当将理由记录在案。',
                'A refusal to transfer is put on record with its reasons.',
              ),
              field: 'reason',
            },
    }),
  ],
  apply: ({ data }) => ({
    values: { approved: data.approved },
    facts: data.approved ? [{ type: 'transferApproved' }] : [],
  }),
});

/** After the notice that a case was opened, goods and papers go to the police with a list that both sides sign (TRR 12). */
const recordHandover = command({
  ...atAuthority,
  sharedWith: ['adminRuling'],
  type: 'recordHandover',
  kind: 'fact',
  label: text('移交涉案物品和材料', 'Hand over goods and papers'),
  occurredOn: { precision: 'day', label: text('移交日期', 'Handed over on') },
  fields: {
    list: itemOf({ label: text('双方签字的移交清单', 'The list signed by both'), optional: true }),
    signedByBoth: flag({ label: text('双方已在清单上签字', 'Both signed the list') }),
  },
  requires: [
    stateRequirement({
      code: 'no-criminal-case-opened',
      basis: [{ instrument: 'TRR', article: '第十二条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'openingNoticeReceived', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有收到立案通知。', 'No notice that a case was opened has come yet.') }
          : null,
    }),
    dataRequirement<{ signedByBoth: boolean }>({
      code: 'handover-not-signed',
      effect: 'marks',
      basis: [{ instrument: 'PSR', article: '第一百八十五条' }],
      check: ({ data }) =>
        data.signedByBoth
          ? null
          : {
              text: text('移交清单没有双方签字。', 'The list was not signed by both sides.'),
              instead: text('请补签移交清单。', 'Have the list signed.'),
            },
    }),
  ],
  // The police wait for the same goods: their clock ends with it.
  apply: ({ caseFile, proceeding }) => ({ facts: atThePolice(caseFile, proceeding!, { type: 'goodsHandedOver' }) }),
});

const awaitCriminalCase = command({
  ...atAuthority,
  by: ['system'],
  relation: 'system',
  type: 'awaitCriminalCase',
  kind: 'step',
  label: text('已移送公安机关', 'The police have it'),
  fields: {},
  requires: [],
});

/** No case was opened, or it came back: the administrative case goes on at once (TRR 10, 13). */
const takeBackFromPolice = command({
  ...atAuthority,
  type: 'takeBackFromPolice',
  kind: 'step',
  label: text('恢复行政处理', 'Take the case up again'),
  tone: 'primary',
  fields: { because: textOf({ label: text('原因', 'Why'), maxLength: 300, optional: true }) },
  requires: [],
  apply: ({ caseFile, proceeding }) => ({
    caseFile: {
      ...caseFile,
      proceedings: { ...caseFile.proceedings, [proceeding!.id]: { ...proceeding!, outcomes: {} } },
    },
  }),
});

/** The police opened a case: what is left of the administrative case ends; its goods and papers still go over. */
const closeAsTransferred = command({
  ...atAuthority,
  type: 'closeAsTransferred',
  kind: 'step',
  label: text('公安立案，终结行政处理', 'End it: a criminal case runs'),
  occurredOn: { precision: 'day', label: text('结案日期', 'Ended on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'no-criminal-case-opened',
      basis: [{ instrument: 'TRR', article: '第十二条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'openingNoticeReceived', { proceeding: proceeding!.id }) === null
          ? {
              text: text('公安机关还没有立案。', 'The police have not opened a case.'),
              instead: text('等待公安机关的决定。', 'Wait for the decision of the police.'),
            }
          : null,
    }),
  ],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'transferred'),
});

/** A procuratorate's opinion arrived with the case: the answer is due on the day it names. */
const receiveOpinion = command({
  ...atAuthority,
  by: ['system'],
  relation: 'system',
  type: 'receiveOpinion',
  kind: 'fact',
  label: text('收到检察意见', 'The procuratorate’s opinion arrived'),
  fields: {
    replyBy: textOf({ label: text('回复期限', 'Reply by') }),
    referral: textOf({ label: text('刑事程序', 'Criminal proceeding') }),
  },
  requires: [],
  apply: ({ data }) => ({
    values: { referral: data.referral },
    facts: [{ type: 'opinionDelivered', values: { replyBy: data.replyBy } }],
  }),
});

export const suspicionCommands: readonly CommandDefinition[] = [
  reportSuspectedCrime,
  decideTransfer,
  recordHandover,
  awaitCriminalCase,
  takeBackFromPolice,
  closeAsTransferred,
  receiveOpinion,
];
