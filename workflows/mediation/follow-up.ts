import type { Id } from '../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../command.ts';
import { latestFact } from '../facts.ts';
import { choiceOf, flag, itemOf, textOf } from '../fields.ts';
import { text } from '../text.ts';
import { effectOf } from './agreements.ts';

import { committee, here, mediators } from './shared.ts';

/** Facts both sides do not dispute, written down only when no agreement came about, with consent and both signatures (SDR 24). */
const recordUndisputedFacts = command({
  ...here,
  type: 'recordUndisputedFacts',
  kind: 'fact',
  label: text('记载无争议事实', 'Record undisputed facts'),
  by: mediators,
  relation: 'assigned',
  occurredOn: { precision: 'day', label: text('签署日期', 'Signed on') },
  fields: { item: itemOf({ label: text('各方签署的记载表', 'The paper all sides signed') }) },
  requires: [
    dataRequirement<{ item: Id }>({
      code: 'undisputed-facts-need-joint-paper',
      basis: [
        { instrument: 'SDR', article: '第二十四条' },
        { instrument: 'OMR', article: '第二十二条' },
      ],
      check: ({ data, caseFile }) =>
        caseFile.items[data.item]?.class === 'jointSigned'
          ? null
          : {
              text: text('无争议事实须由各方共同签署。', 'Undisputed facts need a paper signed by all sides.'),
              field: 'item',
            },
    }),
    stateRequirement({
      code: 'undisputed-facts-only-without-agreement',
      basis: [{ instrument: 'SDR', article: '第二十四条' }],
      check: ({ caseFile, proceeding }) =>
        Object.keys(proceeding!.agreements).some((id) => effectOf(caseFile, id) !== null) &&
        Object.values(proceeding!.outcomes).every((outcome) => outcome === 'settled')
          ? { text: text('已全部达成协议，无需记载无争议事实。', 'Everything was agreed; there is nothing to record.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { item: data.item } }),
});

const recordReturnVisit = command({
  ...here,
  type: 'recordReturnVisit',
  kind: 'fact',
  label: text('记录回访', 'Record a return visit'),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('回访日期', 'Visited on') },
  fields: {
    performance: choiceOf({
      label: text('履行情况', 'Performance'),
      of: { full: text('已履行', 'Performed'), part: text('部分履行', 'In part'), none: text('未履行', 'Not yet') },
    }),
    hiddenRisk: flag({ label: text('发现新的矛盾隐患', 'A new risk was found') }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 500, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { performance: data.performance, hiddenRisk: data.hiddenRisk } }),
});

const closeMediation = command({
  ...here,
  type: 'closeMediation',
  kind: 'step',
  label: text('结案', 'Close the file'),
  by: committee,
  relation: 'custodian',
  fields: { archiveNumber: textOf({ label: text('卷号', 'File number'), maxLength: 60, optional: true }) },
  requires: [
    stateRequirement({
      code: 'return-visit-missing',
      effect: 'warns',
      basis: [{ instrument: 'PMW', article: '第三十九条' }],
      check: ({ caseFile, proceeding }) =>
        proceeding!.channel !== 'commercialMediation' &&
        Object.values(proceeding!.outcomes).includes('settled') &&
        latestFact(caseFile, 'recordReturnVisit', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有回访记录。', 'No return visit is recorded yet.') }
          : null,
    }),
    stateRequirement({
      code: 'court-not-told',
      basis: [{ instrument: 'OMR', article: '第十五条、第二十条、第二十一条' }],
      check: ({ caseFile, proceeding }) => {
        if (proceeding!.channel !== 'courtAnnexedMediation') return null;
        const told = Object.values(caseFile.handoffs)
          .filter((one) => one.fromProceeding === proceeding!.id && (one.kind === 'H2' || one.kind === 'H3'))
          .filter((one) => String(one.slot.value) === 'accepted')
          .flatMap((one) => one.matters);
        return proceeding!.matters.every((id) => told.includes(id))
          ? null
          : {
              text: text('结果还没有全部反馈法院并由法院签收。', 'The court has not received the whole result yet.'),
              instead: text(
                '请报送协议或退回材料，待法院签收后再结案。',
                'Report the agreement or return the papers first; close when the court has them.',
              ),
            };
      },
    }),
  ],
  // The office of the State is told how a mediation over ownership ended (O81 70).
  apply: ({ caseFile, proceeding }) => ({
    facts:
      proceeding!.channel === 'adminMediation' &&
      proceeding!.matters.some((id) => caseFile.matters[id]?.dispute === 'ownership')
        ? [{ type: 'ownershipMediationClosed' }]
        : [],
  }),
});

export const followUpCommands: readonly CommandDefinition[] = [
  recordUndisputedFacts,
  recordReturnVisit,
  closeMediation,
];
