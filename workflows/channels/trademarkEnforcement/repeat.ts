import { command, stateRequirement } from '../../command.ts';
import { exclusiveProceeding } from '../../dossier/opening.ts';
import { latestFact } from '../../facts.ts';
import { text } from '../../text.ts';
import { channelOf } from '../index.ts';

/** After a ruling the same patent is infringed again: in Shandong the patent department may penalise it (route T38; order 352, to be confirmed). */
export const openRepeatCase = command({
  type: 'openRepeatCase',
  target: 'matter',
  kind: 'fact',
  label: text('对重复侵权启动查处', 'Enforce against a repeated infringement'),
  by: ['rulingOfficer', 'enforcementOfficer'],
  relation: 'anyCustodian',
  concerns: ({ matter }) => ['inventionPatent', 'utilityModel', 'designPatent'].includes(matter?.right.kind ?? ''),
  fields: {},
  requires: [
    stateRequirement({
      code: 'no-repeated-infringement',
      basis: [
        { instrument: 'O81', article: '第三十四条' },
        { instrument: 'O352', article: '' },
      ],
      check: ({ caseFile, matter }) =>
        latestFact(caseFile, 'recordRepeatInfringement', { matter: matter!.id }) === null
          ? {
              text: text('没有裁决认定侵权后再次侵权的记录。', 'No infringement after a ruling is on record.'),
              instead: text(
                '专利侵权本身不予处罚；请在裁决程序中登记重复侵权。',
                'Patent infringement as such is not penalised; record the repetition in the ruling first.',
              ),
            }
          : null,
    }),
    stateRequirement({
      code: 'organisation-cannot-run-channel',
      basis: [],
      check: ({ given }) => {
        const kind = given.reference.organisations[given.actor.organisation ?? '']?.kind;
        return kind !== undefined && channelOf('trademarkEnforcement')?.runBy.includes(kind)
          ? null
          : { text: text('本机构不能办理行政查处。', 'This organisation cannot enforce.') };
      },
    }),
    stateRequirement({
      code: 'exclusive-proceeding-open',
      basis: [],
      check: ({ caseFile, matter }) =>
        exclusiveProceeding(caseFile, 'trademarkEnforcement', [matter!.id]) === null
          ? null
          : { text: text('同一争议事项已有未结的查处案件。', 'An enforcement case over this matter is still open.') },
    }),
  ],
  apply: ({ given }) => ({ values: { channel: 'trademarkEnforcement', organisation: given.actor.organisation } }),
});
