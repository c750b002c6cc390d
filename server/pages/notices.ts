import { commands } from '../../workflows/index.ts';
import { administrationDone } from './administration/texts.ts';
import type { Notice } from './components/index.ts';

/**
 * The answer to what a person just did, carried over the redirect as the type of the command (`?done=openSession`): an
 * address can make a page say that something known was done, and nothing else.
 */
export function noticeOf(query: unknown): Notice | undefined {
  const done = query !== null && typeof query === 'object' && 'done' in query ? query.done : undefined;
  if (done === 'signedOut') {
    return { tone: 'good', text: { zh: '您已退出。', en: 'You are signed out.' } };
  }
  if (done === 'passwordSet') {
    return {
      tone: 'good',
      text: { zh: '密码已设置，请登录。', en: 'Your password is set; please sign in.' },
    };
  }
  if (done === 'openedInPart') {
    const text = {
      zh: '案件已登记；所选代理人或材料没有全部带入，请核对后补录。',
      en: 'The case is open; not every agent or paper that was chosen came along. See what is missing and add it.',
    };
    return { tone: 'warn', text };
  }
  if (typeof done === 'string' && isAdministrative(done)) return { tone: 'good', text: administrationDone[done] };
  const definition = typeof done === 'string' && Object.hasOwn(commands, done) ? commands[done] : undefined;
  if (definition === undefined) return undefined;
  const { zh, en } = definition.label;
  return { tone: 'good', text: { zh: `已办理：${zh}。`, en: `Done: ${en}.` } };
}

function isAdministrative(done: string): done is keyof typeof administrationDone {
  return Object.hasOwn(administrationDone, done);
}

/** An address with the note of what was done. */
export function withNotice(address: string, done: string): string {
  const url = new URL(address, 'http://here.invalid');
  url.searchParams.set('done', done);
  return `${url.pathname}${url.search}${url.hash}`;
}
