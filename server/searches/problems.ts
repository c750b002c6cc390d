import { text } from '../../workflows/text.ts';
import type { ProblemKind } from '../errors.ts';

/** Why words cannot be looked for in this way. Part of the table of problems. */
export const searchProblems = {
  'words-in-address': {
    status: 400,
    title: text(
      '查找的词语不能写在网址里，没有查找。',
      'Words to look for cannot stand in an address; nothing was looked for.',
    ),
    instead: text(
      '网址会留在浏览历史和服务器记录中。请在查找框中输入；程序请用 POST 的正文发送。',
      'Addresses stay in histories and records. Type them into the search box; programs send them in the body of a POST.',
    ),
  },
  'search-over': {
    status: 410,
    title: text('这次查找已不在，或者不是您的。', 'This search is not kept any more, or is not yours.'),
    instead: text(
      '查找的词语只为本人保存七天。请在查找框中重新输入。',
      'Words are kept for seven days, for whoever typed them. Type them into the search box again.',
    ),
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
