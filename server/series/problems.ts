import { text } from '../../workflows/text.ts';
import type { ProblemKind } from '../errors.ts';

/** Why a series of cases cannot be gathered, changed or started. Part of the table of problems. */
export const seriesProblems = {
  'series-too-few': {
    status: 422,
    title: text('系列案件至少要有两个案件。', 'A series has two cases at least.'),
    instead: text(
      '请至少选择两个案件；只有一个案件的，直接在该案记录调解协议。',
      'Choose two or more; for a single case record the agreement there.',
    ),
  },
  'series-too-many': {
    status: 422,
    title: text('一个系列最多一百个案件。', 'A series has a hundred cases at most.'),
    instead: text('请分成几个系列。', 'Make several series of them.'),
  },
  'series-not-a-mediation': {
    status: 422,
    title: text('所选案件中有的不在您承办的调解中。', 'A chosen case is in no mediation of yours.'),
    instead: text(
      '请只选择由您承办、正在调解的案件；其他案件请由其承办人办理。',
      'Choose cases whose mediation is running and yours; others are for whoever is in charge there.',
    ),
  },
  'series-without-terms': {
    status: 409,
    title: text('还没有填写协议内容。', 'The agreement is not written yet.'),
    instead: text(
      '请先填写共同条款并保存，再核对各案。',
      'Fill in and save the common terms first, then check each case.',
    ),
  },
  'series-nothing-possible': {
    status: 409,
    title: text('现在没有可以办理的案件，没有开始。', 'No case of the series is possible now; nothing was started.'),
    instead: text('请按各案的提示处理后再开始。', 'Deal with what is said at each case, then start.'),
  },
  'series-running': {
    status: 409,
    title: text('系列正在办理，暂不能修改。', 'The series is being dealt with and cannot be changed now.'),
    instead: text('请等待本轮办理完毕。', 'Wait until this round is over.'),
  },
  'series-closed': {
    status: 409,
    title: text('该系列已结束。', 'This series is over.'),
    instead: text('请新建一个系列。', 'Gather a new one.'),
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
