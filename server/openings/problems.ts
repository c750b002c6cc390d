import { text } from '../../workflows/text.ts';
import type { ProblemKind } from '../errors.ts';

/** Why a draft cannot be kept. Part of the table of problems. */
export const openingProblems = {
  'drafts-full': {
    status: 409,
    title: text('草稿已满二十份，没有保存。', 'There are twenty drafts already; this one was not kept.'),
    instead: text('请先登记或删除旧草稿。', 'Open or delete an older draft first.'),
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
