import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../command.ts';
import { factsOf } from '../facts.ts';
import { choiceOf, choicesOf, itemOf, legalDate, organisationOf, textOf } from '../fields.ts';
import { text } from '../text.ts';
import { cameInBy, isOnRecord, lastDayOf, onMatter } from './shared.ts';

const onPlatform = { ...onMatter, concerns: cameInBy('platform') } as const;

/** The right holder's notice, and what the platform did on it (ECL 42). */
const recordPlatformNotice = command({
  ...onPlatform,
  type: 'recordPlatformNotice',
  label: text('登记平台投诉通知', 'Record the notice to the platform'),
  occurredOn: { precision: 'day', label: text('通知到达平台之日', 'Reached the platform on') },
  fields: {
    listing: textOf({ label: text('商品链接或编号', 'Listing'), maxLength: 300, optional: true }),
    measures: choicesOf({
      label: text('平台采取的措施', 'What the platform did'),
      of: {
        removed: text('删除', 'Removed'),
        blocked: text('屏蔽', 'Blocked'),
        unlinked: text('断开链接', 'Unlinked'),
        ended: text('终止交易和服务', 'Ended trade and services'),
      },
    }),
    measuresOn: legalDate({ label: text('采取措施之日', 'Measures taken on'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { measures: data.measures, measuresOn: data.measuresOn } }),
});

/** The seller says it does not infringe. From its arrival the platform waits for a complaint or a suit (ECL 43). */
const recordCounterStatement = command({
  ...onPlatform,
  type: 'recordCounterStatement',
  label: text('登记不侵权声明', 'Record the counter-statement'),
  occurredOn: { precision: 'day', label: text('到达权利人之日', 'Reached the right holder on') },
  fields: { paper: itemOf({ label: text('声明及初步证据', 'The statement'), optional: true }) },
  requires: [],
  apply: () => ({ facts: [{ type: 'counterStatementArrived' }] }),
});

const tellPlatform = command({
  ...onPlatform,
  type: 'tellPlatform',
  label: text('告知平台已投诉或起诉', 'Tell the platform of a complaint or a suit'),
  occurredOn: { precision: 'day', label: text('通知到达平台之日', 'Reached the platform on') },
  fields: {
    what: choiceOf({
      label: text('已采取的途径', 'What was done'),
      of: { complaint: text('向主管部门投诉', 'Complaint to an authority'), suit: text('向法院起诉', 'Suit') },
    }),
    proof: itemOf({ label: text('受理凭据', 'Proof'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'platform-told-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'ECL', article: '第四十三条第二款' }],
      check: (context) => {
        const due = lastDayOf('ecom.counter', 'counterStatementArrived', context);
        return due !== null && context.day > due
          ? {
              text: text(
                `等待期已于 ${due} 届满，平台可能已终止措施。`,
                `The wait ended on ${due}; the platform may have ended its measures.`,
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ values: { what: data.what }, facts: [{ type: 'platformTold' }] }),
});

const endPlatformMeasures = command({
  ...onPlatform,
  type: 'endPlatformMeasures',
  label: text('登记平台终止措施', 'The platform ended its measures'),
  occurredOn: { precision: 'day', label: text('终止之日', 'Ended on') },
  fields: {
    reason: textOf({ label: text('平台说明的原因', 'What the platform says'), maxLength: 300, optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'platform-wait-still-runs',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'ECL', article: '第四十三条第二款' }],
      check: (context) => {
        const due = lastDayOf('ecom.counter', 'counterStatementArrived', context);
        const told = isOnRecord(context, 'platformTold');
        return told || (due !== null && context.day <= due)
          ? {
              text: text(
                '权利人已告知投诉、起诉，或等待期未满，平台不应终止措施。',
                'The platform was told, or the wait still runs: its measures should stand.',
              ),
              instead: text('可以向平台和主管部门提出异议。', 'Object to the platform and the authority.'),
            }
          : null;
      },
    }),
  ],
  apply: () => ({ facts: [{ type: 'platformMeasuresEnded' }] }),
});

/** A platform asks for an opinion and names the day; the opinion is advisory and binds nobody. */
const recordOpinionRequest = command({
  ...onPlatform,
  type: 'recordOpinionRequest',
  label: text('登记平台的咨询请求', 'The platform asks for an opinion'),
  occurredOn: { precision: 'day', label: text('收到之日', 'Received on') },
  fields: {
    platform: organisationOf({
      label: text('平台（在名录内的）', 'Platform, if listed'),
      kinds: ['platformOperator'],
      optional: true,
    }),
    question: textOf({ label: text('咨询事项', 'Question'), maxLength: 500, multiline: true }),
    replyBy: legalDate({ label: text('请求答复的日期', 'Answer asked for by'), mayBeFuture: true }),
  },
  requires: [
    dataRequirement<{ replyBy: string }>({
      code: 'term-before-start',
      basis: [{ instrument: 'ECL', article: '第四十二条' }],
      check: ({ data, day }) =>
        data.replyBy < day
          ? {
              text: text('答复日期不能早于收到之日。', 'The day to answer cannot lie before the request.'),
              field: 'replyBy',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { replyBy: data.replyBy },
    facts: [{ type: 'opinionAsked', values: { replyBy: data.replyBy } }],
  }),
});

const answerPlatform = command({
  ...onPlatform,
  type: 'answerPlatform',
  label: text('答复平台', 'Answer the platform'),
  occurredOn: { precision: 'day', label: text('答复之日', 'Answered on') },
  fields: {
    opinion: choiceOf({
      label: text('意见（仅供参考）', 'Opinion (advisory)'),
      of: {
        likely: text('侵权可能性较大', 'Infringement is likely'),
        unlikely: text('侵权可能性较小', 'Infringement is unlikely'),
        cannotTell: text('不能判断', 'Cannot be told'),
      },
    }),
    paper: itemOf({ label: text('咨询意见', 'The opinion'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-opinion-asked',
      basis: [{ instrument: 'ECL', article: '第四十二条' }],
      check: ({ caseFile, matter }) => {
        const scope = { matter: matter!.id };
        return factsOf(caseFile, 'opinionAsked', scope).length > factsOf(caseFile, 'answerPlatform', scope).length
          ? null
          : { text: text('没有待答复的咨询。', 'No request waits for an answer.') };
      },
    }),
  ],
  apply: ({ data }) => ({ values: { opinion: data.opinion } }),
});

/** A complaint on a trading platform, from the notice to the end of the measures (ECL 42-43). */
export const platformCommands: readonly CommandDefinition[] = [
  recordPlatformNotice,
  recordCounterStatement,
  tellPlatform,
  endPlatformMeasures,
  recordOpinionRequest,
  answerPlatform,
];
