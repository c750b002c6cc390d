import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../command.ts';
import { choiceOf, flag, itemOf, textOf } from '../fields.ts';
import { text } from '../text.ts';
import { cameInBy, isOnRecord, lastDayOf, onMatter } from './shared.ts';

const atCustoms = { ...onMatter, concerns: cameInBy('customs') } as const;
const day = (zh: string, en: string) => ({ precision: 'day', label: text(zh, en) }) as const;

/** Customs found goods that may infringe a recorded right: the right holder has working days to ask for detention (CUS 16). */
const recordCustomsNotice = command({
  ...atCustoms,
  type: 'recordCustomsNotice',
  label: text('登记海关通知', 'Record the notice of customs'),
  occurredOn: day('通知送达权利人之日', 'Served on the right holder on'),
  fields: { paper: itemOf({ label: text('海关通知书', 'The notice'), optional: true }) },
  requires: [],
  apply: () => ({ facts: [{ type: 'customsNoticeServed' }] }),
});

const recordCustomsApplication = command({
  ...atCustoms,
  type: 'recordCustomsApplication',
  label: text('登记申请扣留', 'Detention was asked for'),
  occurredOn: day('申请日期', 'Asked on'),
  fields: { security: flag({ label: text('已提供担保', 'Security was given') }) },
  requires: [
    stateRequirement({
      code: 'customs-application-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CUS', article: '第十六条' }],
      check: (context) => {
        const due = lastDayOf('customs.apply', 'customsNoticeServed', context);
        return due !== null && context.day > due
          ? {
              text: text(`申请期限已于 ${due} 届满，由海关决定。`, `The time to ask ended on ${due}; customs decides.`),
            }
          : null;
      },
    }),
    dataRequirement<{ security: boolean }>({
      code: 'customs-needs-security',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CUS', article: '第十四条' }],
      check: ({ data }) =>
        data.security
          ? null
          : {
              text: text('未提供担保的，海关不予扣留。', 'Without security customs does not detain.'),
              field: 'security',
            },
    }),
  ],
  apply: () => ({ facts: [{ type: 'customsApplicationFiled' }] }),
});

/** On application and ex officio have different terms (CUS 24). The goods get a custody record of their own. */
const recordDetention = command({
  ...atCustoms,
  type: 'recordDetention',
  label: text('登记海关扣留', 'Record the detention'),
  hint: text('货物另用“登记涉案物品保管流转”逐次登记。', 'Record the goods themselves with “Record custody of goods”.'),
  occurredOn: day('扣留之日', 'Detained on'),
  fields: {
    ground: choiceOf({
      label: text('扣留方式', 'How'),
      of: {
        onApplication: text('依申请扣留', 'On application'),
        exOfficio: text('依职权扣留', 'Ex officio'),
      },
    }),
    paper: itemOf({ label: text('扣留凭单', 'Detention receipt'), optional: true }),
  },
  requires: [
    dataRequirement<{ ground: string }>({
      code: 'detained-without-application',
      effect: 'marks',
      basis: [{ instrument: 'CUS', article: '第十六条' }],
      check: (context) =>
        context.data.ground === 'exOfficio' && !isOnRecord(context, 'customsApplicationFiled')
          ? {
              text: text(
                '没有权利人申请和担保的记录。',
                'No application and security of the right holder is on record.',
              ),
              instead: text('请补记申请，或向海关核实。', 'Record the application, or ask customs.'),
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { ground: data.ground },
    facts: [{ type: data.ground === 'exOfficio' ? 'customsDetainedExOfficio' : 'customsDetainedOnApplication' }],
  }),
});

const recordCustomsFinding = command({
  ...atCustoms,
  type: 'recordCustomsFinding',
  label: text('登记海关认定', 'Record the finding of customs'),
  occurredOn: day('书面通知之日', 'Told in writing on'),
  fields: {
    result: choiceOf({
      label: text('认定', 'Finding'),
      of: {
        infringing: text('认定侵权', 'Infringing'),
        notInfringing: text('认定不侵权', 'Not infringing'),
        cannotTell: text('不能认定', 'Cannot be told'),
      },
    }),
  },
  requires: [
    stateRequirement({
      code: 'nothing-detained',
      basis: [{ instrument: 'CUS', article: '第二十条' }],
      check: (context) =>
        isOnRecord(context, 'customsDetainedExOfficio') || isOnRecord(context, 'customsDetainedOnApplication')
          ? null
          : { text: text('还没有登记海关扣留。', 'No detention is recorded.') },
    }),
  ],
  apply: ({ data }) => ({
    values: { result: data.result },
    facts: [{ type: 'customsFinding' }, ...(data.result === 'infringing' ? [{ type: 'infringementEstablished' }] : [])],
  }),
});

const recordCourtAssistance = command({
  ...atCustoms,
  type: 'recordCourtAssistance',
  label: text('登记法院协助执行通知', 'Record the court’s order to assist'),
  occurredOn: day('到达海关之日', 'Reached customs on'),
  fields: { paper: itemOf({ label: text('协助执行通知', 'The order'), optional: true }) },
  requires: [],
  apply: () => ({ facts: [{ type: 'courtAssistanceReceived' }] }),
});

const recordGoodsRelease = command({
  ...atCustoms,
  type: 'recordGoodsRelease',
  label: text('登记货物放行', 'Record the release of the goods'),
  occurredOn: day('放行之日', 'Released on'),
  fields: {
    reason: choiceOf({
      label: text('原因', 'Why'),
      of: {
        noOrder: text('期满未收到法院协助执行通知', "No court's order in time"),
        notInfringing: text('认定不侵权', 'Found not infringing'),
        counterSecurity: text('收发货人提供反担保（专利）', 'Counter-security (patents)'),
        withdrawn: text('权利人撤回或法院通知', 'Withdrawn, or by order of the court'),
      },
    }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 300, optional: true }),
  },
  requires: [
    dataRequirement<{ reason: string }>({
      code: 'goods-released-early',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CUS', article: '第二十四条' }],
      check: (context) => {
        if (context.data.reason !== 'noOrder') return null;
        const due =
          lastDayOf('customs.court50', 'customsDetainedExOfficio', context) ??
          lastDayOf('customs.court20', 'customsDetainedOnApplication', context);
        return due !== null && context.day <= due
          ? { text: text(`等待法院通知的期限到 ${due} 才届满。`, `The time to wait for the court runs until ${due}.`) }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ values: { reason: data.reason }, facts: [{ type: 'goodsReleased' }] }),
});

/** Goods held at the border, from the notice to the court's order or their release (CUS 12-27). */
export const customsCommands: readonly CommandDefinition[] = [
  recordCustomsNotice,
  recordCustomsApplication,
  recordDetention,
  recordCustomsFinding,
  recordCourtAssistance,
  recordGoodsRelease,
];
