import { command, stateRequirement } from '../../command.ts';
import { exclusiveProceeding } from '../../dossier/opening.ts';
import { awardInForce } from '../../path/standing.ts';
import { excluded } from '../../rules/guards.ts';
import { text } from '../../text.ts';
import { channelOf } from '../index.ts';
import { secretary } from './shared.ts';

/**
 * Takes a matter into arbitration at this institution: after a settlement that was not kept (AL25 63), after an award was set
 * aside or refused enforcement, with a new agreement (AL25 10), or for an award on agreed terms (routes T12, T30, T31).
 */
export const arbitrateAgain = command({
  type: 'arbitrateAgain',
  target: 'matter',
  kind: 'fact',
  label: text('（再次）申请仲裁', 'Arbitrate (again)'),
  by: secretary,
  relation: 'anyCustodian',
  fields: {},
  requires: [
    stateRequirement({
      code: 'not-open-to-arbitration',
      basis: [
        { instrument: 'AL25', article: '第十条、第六十三条' },
        { instrument: 'AL17', article: '第九条、第五十条' },
      ],
      check: ({ matter, caseFile }) =>
        ['triage', 'unresolved', 'settled'].includes(String(matter!.slot.value)) &&
        exclusiveProceeding(caseFile, 'arbitration', [matter!.id]) === null
          ? null
          : {
              text: text(
                '该争议事项尚在其他程序中，或已经办结。',
                'The matter is with another proceeding, or is concluded.',
              ),
              instead: text(
                '已办结而和解未履行的，请先“重新办理”。',
                'If it was concluded and the settlement was not kept, reopen it first.',
              ),
            },
    }),
    stateRequirement({
      code: 'organisation-cannot-arbitrate',
      basis: [{ instrument: 'AL25', article: '第六条' }],
      check: ({ given }) => {
        const kind = given.reference.organisations[given.actor.organisation ?? '']?.kind;
        return kind !== undefined && channelOf('arbitration')?.runBy.includes(kind)
          ? null
          : { text: text('本机构不能办理仲裁。', 'This organisation cannot arbitrate.') };
      },
    }),
    excluded('F5', 'award-in-force', 'state', ({ caseFile, matter }) => awardInForce(caseFile, [matter!.id])),
  ],
  apply: ({ given }) => ({ values: { channel: 'arbitration', organisation: given.actor.organisation } }),
});
