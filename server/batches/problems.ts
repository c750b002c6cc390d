import { text } from '../../workflows/text.ts';
import type { ProblemKind } from '../errors.ts';

/** Why a list of cases cannot be brought, changed or started. Part of the table of problems. */
export const batchProblems = {
  'batch-too-long': {
    status: 422,
    title: text('一份名单最多五百行，没有保存。', 'A list has five hundred rows at most; nothing was kept.'),
    instead: text('请拆成几份名单分别上传。', 'Split it and upload the parts one by one.'),
  },
  'batch-nothing-possible': {
    status: 409,
    title: text('没有可以登记的行，没有开始。', 'No row can be opened; nothing was started.'),
    instead: text(
      '请按各行的提示改正名单后重新上传；已登记的行会自动识别，不会重复登记。',
      'Correct the list by what is said at each row and upload it again; what is open already is recognised.',
    ),
  },
  'batch-running': {
    status: 409,
    title: text('名单正在逐行登记，暂不能更改。', 'The list is being dealt with and cannot be changed now.'),
    instead: text('请等待本轮登记完毕。', 'Wait until this round is over.'),
  },
  'batch-closed': {
    status: 409,
    title: text('该名单已结束，内容已删除。', 'This list is over and its content deleted.'),
    instead: text('需要登记其余各行的，请重新上传名单。', 'To open the rest, upload the list again.'),
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
