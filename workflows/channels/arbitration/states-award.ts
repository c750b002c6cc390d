import { stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const afterTitle = {
  recordAwardPerformed: 'performed',
  recordNonEnforcement: 'notEnforced',
  closeArbitration: 'closed',
} as const;

/** From the award in force to what becomes of it. */
export const awardStates = {
  awarded: {
    meta: stateMeta({
      label: text('已裁决', 'Awarded'),
      publicLabel: text('仲裁裁决已作出并生效', 'The award was made and is in effect'),
      owner: 'parties',
      clocks: ['arb.correct', 'arb.setaside', 'arb.setaside.old'],
      waits: text(
        '裁决自作出之日起生效；补正和撤销的期限自各方收到之日起分别计算。',
        'In effect from the day it was made; the times to ask for correction or setting aside run from receipt by each party.',
      ),
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text(
            '登记裁决书送达各方的日期、补正和履行情况',
            'Record service on each party, corrections and performance',
          ),
        },
      ],
      documentsDue: ['award', 'serviceReceipt'],
    }),
    on: { correctAward: 'awarded', applyToSetAside: 'setAsidePending', ...afterTitle },
  },
  documentEffective: {
    meta: stateMeta({
      label: text('仲裁调解书已生效', 'Mediation document in effect'),
      publicLabel: text('仲裁调解书已经生效', 'The mediation document is in effect'),
      owner: 'parties',
      waits: text(
        '与裁决书效力相同；申请执行的期限在争议事项上计算。',
        'It has the force of an award; the time to ask for enforcement runs on the matter.',
      ),
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text('登记履行情况，整理案卷后结案', 'Record performance; close the file'),
        },
      ],
      documentsDue: ['arbitralMediationDocument'],
    }),
    on: afterTitle,
  },
  setAsidePending: {
    meta: stateMeta({
      label: text('撤销裁决审查中', 'Setting aside examined'),
      publicLabel: text('法院正在审查撤销裁决的申请', 'A court examines an application to set the award aside'),
      owner: 'custodian',
      clocks: ['arb.setaside.rule'],
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text('收到法院裁定或重新仲裁通知后登记', "Record the court's ruling, or its notice to arbitrate anew"),
        },
      ],
    }),
    on: {
      decideSetAside: [
        { target: 'awarded', guard: whenFacts({ review: 'rejected' }) },
        { target: 'setAside', guard: whenFacts({ review: 'setAside' }) },
        { target: 'remitted', guard: whenFacts({ review: 'remitted' }) },
      ],
    },
  },
  remitted: {
    meta: stateMeta({
      label: text('法院通知重新仲裁', 'To be arbitrated anew'),
      publicLabel: text('法院通知仲裁庭重新仲裁', 'The court asks the tribunal to arbitrate anew'),
      owner: 'custodian',
      clocks: ['arb.remit'],
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text('登记仲裁庭开始重新仲裁，或拒绝', 'Record that the tribunal begins anew, or refuses'),
        },
      ],
    }),
    on: { beginReArbitration: 'inHearing', refuseReArbitration: 'setAsidePending' },
  },
} as const;
