import { authoring, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';
import { reverseStates } from './states-reverse.ts';

const opening = { openCriminalCase: 'opened', declineCriminalCase: 'notOpened' } as const;
const upheldOrOpened = [
  { target: 'opened', guard: whenFacts({ result: 'opened' }) },
  { target: 'refusalUpheld', guard: whenFacts({ result: 'upheld' }) },
] as const;

/** A transferred case at the police, then at the procuratorate and the court, and the way back (TRR 7-13, PSR 175-187). */
export const criminalReferralMachine = authoring.createMachine({
  id: 'criminalReferral',
  initial: 'received',
  context: {},
  options: { maxIterations: 100 },
  states: {
    received: {
      meta: stateMeta({
        label: text('公安机关已接收，审查中', 'With the police, being examined'),
        publicLabel: text('公安机关正在审查', 'The police are examining it'),
        owner: 'custodian',
        clocks: ['crim.examine', 'crim.supplement.ask', 'crim.forward'],
        tasks: [
          {
            role: 'criminalLiaison',
            text: text(
              '审查：立案或不予立案；材料不齐的一次告知补正，不得拒收；无管辖权的转送',
              'Examine: open a case or not; ask once for missing papers, never refuse them; forward without jurisdiction',
            ),
          },
        ],
      }),
      on: { askForPapers: 'supplementAsked', ...opening },
    },
    supplementAsked: {
      meta: stateMeta({
        label: text('已告知补正', 'Papers asked for'),
        publicLabel: text('公安机关要求补充材料', 'The police ask for more papers'),
        owner: 'sender',
        clocks: ['crim.supplement.give', 'crim.examine'],
        tasks: [
          {
            role: 'criminalLiaison',
            text: text('收到补正材料后登记，并继续审查', 'Record the papers when they come, and go on examining'),
          },
        ],
      }),
      on: { recordTransferSupplement: 'received', ...opening },
    },
    notOpened: {
      meta: stateMeta({
        label: text('不予立案', 'Not opened'),
        publicLabel: text('公安机关不予立案', 'The police opened no case'),
        owner: 'sender',
        clocks: ['crim.reconsider'],
        waits: text(
          '由移送机关决定是否提请复议、建议立案监督或作行政处理。',
          'The authority decides on reconsideration, supervision or handling it itself.',
        ),
      }),
      on: {
        requestReconsideration: 'reconsideration',
        suggestSupervision: 'supervision',
        leaveToAuthority: 'backAtAuthority',
        endReferral: 'ended',
      },
    },
    reconsideration: {
      meta: stateMeta({
        label: text('复议中', 'Being reconsidered'),
        publicLabel: text('公安机关正在复议', 'The police are reconsidering'),
        owner: 'custodian',
        clocks: ['crim.reconsider.decide'],
        tasks: [{ role: 'criminalLiaison', text: text('登记复议决定', 'Record the decision on the reconsideration') }],
      }),
      on: { decideReconsideration: upheldOrOpened },
    },
    refusalUpheld: {
      meta: stateMeta({
        label: text('维持不予立案', 'Refusal upheld'),
        publicLabel: text('维持不予立案', 'The refusal was upheld'),
        owner: 'sender',
        clocks: ['crim.supervise'],
        waits: text(
          '由移送机关决定是否建议立案监督，或作行政处理。',
          'The authority decides on supervision, or handles it itself.',
        ),
      }),
      on: { suggestSupervision: 'supervision', leaveToAuthority: 'backAtAuthority', endReferral: 'ended' },
    },
    supervision: {
      meta: stateMeta({
        label: text('检察机关立案监督中', 'Supervised by the procuratorate'),
        publicLabel: text('检察机关正在审查', 'The procuratorate is examining it'),
        owner: 'custodian',
        waits: text(
          '立案监督的期限由检察机关的规定确定，本系统不计算。',
          "The procuratorate's own rules set its time; none is counted here.",
        ),
        tasks: [{ role: 'criminalLiaison', text: text('登记立案监督结果', 'Record the result of the supervision') }],
      }),
      on: { decideSupervision: upheldOrOpened },
    },
    opened: {
      meta: stateMeta({
        label: text('刑事立案', 'Criminal case opened'),
        publicLabel: text('公安机关已立案', 'The police opened a case'),
        owner: 'custodian',
        clocks: ['crim.handover'],
        waits: text('刑事诉讼的期限不由本系统计算。', 'The terms of criminal procedure are not counted here.'),
        tasks: [
          {
            role: 'criminalLiaison',
            text: text(
              '登记撤案、移送审查起诉、起诉或不起诉；退赃、谅解及时登记',
              'Record a cancellation, the passing on, prosecution or not; repayment and forgiveness when they happen',
            ),
          },
        ],
      }),
      on: {
        cancelCriminalCase: 'reverseDue',
        recordProsecutionDecision: [
          { target: 'prosecuted', guard: whenFacts({ prosecution: 'prosecuted' }) },
          { target: 'reverseDue', guard: whenFacts({ prosecution: 'notProsecuted' }) },
        ],
      },
    },
    prosecuted: {
      meta: stateMeta({
        label: text('已提起公诉', 'Prosecuted'),
        publicLabel: text('已提起公诉', 'Prosecuted'),
        owner: 'custodian',
        waits: text('刑事审判的期限不由本系统计算。', 'The terms of the criminal trial are not counted here.'),
        tasks: [{ role: 'criminalLiaison', text: text('登记刑事裁判结果', 'Record the criminal judgment') }],
      }),
      on: {
        recordCriminalJudgment: [
          { target: 'convicted', guard: whenFacts({ judgment: 'convicted' }) },
          { target: 'reverseDue', guard: whenFacts({ judgment: 'noPunishment' }) },
          { target: 'reverseDue', guard: whenFacts({ judgment: 'acquitted' }) },
        ],
      },
    },
    ...reverseStates,
  },
});
