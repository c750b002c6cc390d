import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, count, flag, itemOf, legalDate, partiesOf, partyOf, textOf } from '../../fields.ts';
import { labelsOf } from '../../rules/labels.ts';
import {
  administrativeRefusalReasons,
  administrativeStayReasons,
  administrativeWithdrawalKinds,
} from '../../rules/reasons-administrative-suit.ts';
import { text } from '../../text.ts';
import { suitOver } from '../adminRuling/admission.ts';
import { ended, here, judgmentResults, liaison } from './shared.ts';

const holdAdministrativeHearing = command({
  ...here,
  type: 'holdAdministrativeHearing',
  kind: 'step',
  label: text('登记行政案件开庭', 'Record a hearing'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'minute', label: text('开庭时间', 'Held at') },
  fields: {
    present: partiesOf({ label: text('到庭的当事人', 'Parties present'), minimum: 0 }),
    authorityPresent: flag({ label: text('被告机关到庭', 'The authority was present') }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { present: data.present.length, authorityPresent: data.authorityPresent } }),
});

/** More time for the trial: only the high court, or the Supreme Court, may give it (APL 81). */
const extendAdministrativeTrial = command({
  ...here,
  type: 'extendAdministrativeTrial',
  kind: 'fact',
  label: text('高级法院批准延长审理期限', 'Trial term extended by the high court'),
  by: liaison,
  fields: { days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 400 }) },
  requires: [],
  apply: ({ data }) => ({ facts: [{ type: 'administrativeTrialExtended', values: { days: data.days } }] }),
});

/** A party asks the court to settle the civil dispute in the same suit; a civil suit that was filed already stands against it (APL 61, APLI 137-140). */
const joinCivilDispute = command({
  ...here,
  type: 'joinCivilDispute',
  kind: 'fact',
  label: text('登记请求一并解决民事争议', 'Civil dispute to be settled in the same suit'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('请求日期', 'Asked on') },
  fields: {
    party: partyOf({ label: text('请求的当事人', 'Who asked') }),
    allowed: flag({ label: text('法院准许一并审理', 'The court allows it') }),
  },
  requires: [
    dataRequirement<{ allowed: boolean }>({
      code: 'civil-suit-pending-already',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'APLI', article: '第一百三十九条(三)' }],
      check: ({ data, caseFile, proceeding }) =>
        data.allowed && suitOver(caseFile, proceeding!.matters) !== undefined
          ? {
              text: text(
                '已经提起民事诉讼的，不准许一并审理；由法院决定。',
                'Where a civil suit was filed already it is not joined; the court decides.',
              ),
              field: 'allowed',
            }
          : null,
    }),
    stateRequirement({
      code: 'civil-dispute-asked-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'APLI', article: '第一百三十七条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'holdAdministrativeHearing', { proceeding: proceeding!.id }) === null
          ? null
          : {
              text: text(
                '应当在第一审开庭前提出；有正当理由的，可以在法庭调查中提出。',
                'It is asked before the first hearing; with a good reason, in the inquiry.',
              ),
            },
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { allowed: data.allowed } }),
});

/** The suit itself holds nothing up; only an order of the court suspends the ruling, and lifting it lets it bind again (APL 56). */
const orderSuspensionOfRuling = command({
  ...here,
  type: 'orderSuspensionOfRuling',
  kind: 'fact',
  label: text('登记停止执行裁决的裁定', 'Record an order on suspending the ruling'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    order: choiceOf({
      label: text('裁定', 'Order'),
      of: {
        suspended: text('停止执行', 'Suspended'),
        refused: text('不停止执行', 'Not suspended'),
        lifted: text('解除停止执行', 'Suspension lifted'),
      },
    }),
    scan: itemOf({ label: text('裁定书', 'The order'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { order: data.order } }),
});

const stayAdministrativeSuit = command({
  ...here,
  type: 'stayAdministrativeSuit',
  kind: 'step',
  label: text('登记中止行政诉讼', 'Record a stay'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: { reason: choiceOf({ label: text('原因', 'Ground'), of: labelsOf(administrativeStayReasons) }) },
  requires: [],
  apply: ({ data }) => ({ values: { reason: data.reason }, facts: [{ type: 'administrativeSuitStayed' }] }),
});

const resumeAdministrativeSuit = command({
  ...here,
  type: 'resumeAdministrativeSuit',
  kind: 'step',
  label: text('恢复行政诉讼', 'Resume the suit'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('恢复日期', 'Resumed on') },
  fields: {
    because: textOf({ label: text('中止原因如何消除', 'How the cause ended'), maxLength: 200, optional: true }),
  },
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: [{ resumeTo: 'registered' }, { resumeTo: 'inTrial' }],
  apply: () => ({ facts: [{ type: 'administrativeSuitResumed' }] }),
});

/** The court allows a withdrawal, also after the authority changed its ruling and the plaintiff agrees, or treats the suit as withdrawn (APL 58, 62). */
const withdrawAdministrativeSuit = command({
  ...here,
  type: 'withdrawAdministrativeSuit',
  kind: 'step',
  label: text('登记行政诉讼撤诉', 'Record a withdrawal'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    how: choiceOf({ label: text('方式', 'How'), of: labelsOf(administrativeWithdrawalKinds) }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'withdrawn'),
    values: { how: data.how },
  }),
});

/** After registration it shows that the conditions for a suit are not met; the ruling can be appealed (APL 85). */
const dismissAdministrativeSuit = command({
  ...here,
  type: 'dismissAdministrativeSuit',
  kind: 'step',
  label: text('裁定驳回行政起诉', 'Ruled: suit dismissed'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(administrativeRefusalReasons) }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { reason: data.reason } }),
});

/** Records a judgment of first instance on the ruling; it is never made here, and not in effect yet. */
const recordAdministrativeJudgment = command({
  ...here,
  type: 'recordAdministrativeJudgment',
  kind: 'step',
  label: text('登记行政一审判决', 'Record the judgment'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('判决日期', 'Given on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: judgmentResults }),
    newRulingBy: legalDate({
      label: text('重新作出裁决的期限（判决写明的）', 'New ruling to be given by, if the judgment says so'),
      mayBeFuture: true,
      optional: true,
    }),
    scan: itemOf({ label: text('判决书', 'The judgment'), optional: true }),
  },
  requires: [
    dataRequirement<{ result: string; newRulingBy: string | null }>({
      code: 'no-new-ruling-ordered',
      basis: [{ instrument: 'APL', article: '第七十条' }],
      check: ({ data }) =>
        data.newRulingBy !== null && data.result !== 'revokedAnew'
          ? {
              text: text(
                '只有责令重新作出裁决的，才有期限。',
                'Only a judgment that orders a new ruling sets a day for it.',
              ),
              field: 'newRulingBy',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { result: data.result, newRulingBy: data.newRulingBy } }),
});

export const trialCommands: readonly CommandDefinition[] = [
  holdAdministrativeHearing,
  extendAdministrativeTrial,
  joinCivilDispute,
  orderSuspensionOfRuling,
  stayAdministrativeSuit,
  resumeAdministrativeSuit,
  withdrawAdministrativeSuit,
  dismissAdministrativeSuit,
  recordAdministrativeJudgment,
];
