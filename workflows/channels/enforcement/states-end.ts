import { stateMeta } from '../../machine.ts';
import { type Text, text } from '../../text.ts';

function end(label: Text, publicLabel: Text) {
  return stateMeta({ label, publicLabel, owner: 'nobody', over: true });
}

/** What was enforced on a title that later fell is given back (CPL 244). */
const reversible = { reverseEnforcement: 'reversing' } as const;

/** How an enforcement ends, and how it is turned back. */
export const endStates = {
  completed: {
    meta: end(text('执行完毕', 'Completed'), text('已经执行完毕', 'Enforcement is completed')),
    on: reversible,
  },
  terminated: {
    meta: end(text('终结执行', 'Terminated'), text('法院裁定终结执行', 'The court has ended the enforcement')),
    on: reversible,
  },
  notEnforced: {
    meta: end(text('裁定不予执行', 'Not enforced'), text('法院裁定不予执行', 'The court has ruled not to enforce')),
    on: reversible,
  },
  reversing: {
    meta: stateMeta({
      label: text('执行回转', 'Being reversed'),
      publicLabel: text(
        '执行依据被撤销，正在返还已执行的财产',
        'The title fell; what was enforced is being given back',
      ),
      owner: 'custodian',
      waits: text('由法院裁定返还，法律没有规定期限。', 'The court orders the return; no law sets a term.'),
      tasks: [{ role: 'enforcementJudge', text: text('执行返还，完成后登记', 'Have it given back, and record it') }],
    }),
    on: { completeReversal: 'reversed' },
  },
  reversed: {
    meta: end(text('已执行回转', 'Reversed'), text('已返还被执行的财产', 'What was enforced has been given back')),
  },
  refused: {
    meta: end(text('不予受理', 'Not accepted'), text('法院裁定不予受理执行申请', 'The application was not accepted')),
  },
  withdrawn: {
    meta: end(
      text('撤销申请，终结执行', 'Withdrawn'),
      text('申请执行人撤销了申请', 'The creditor has withdrawn the application'),
    ),
  },
} as const;
