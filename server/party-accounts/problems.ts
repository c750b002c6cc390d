import { text } from '../../workflows/text.ts';
import type { ProblemKind } from '../errors.ts';

/** What the account of a party answers by itself, for the table of `server/errors.ts`. */
export const partyAccountProblems = {
  'party-sign-in-needed': {
    status: 401,
    title: text('请先登录当事人账户。', 'Sign in to the party’s account first.'),
    instead: text(
      '用开立账户时的联系方式获取验证码后登录。',
      'Ask for a code to the contact of the account and sign in with it.',
    ),
  },
  'one-time-code-wrong': {
    status: 422,
    title: text('验证码不正确或者已失效。', 'That code is not right, or no longer counts.'),
    instead: text('请核对后再填，或者重新获取。', 'Check it and enter it again, or ask for a new one.'),
  },
  'contact-unreadable': {
    status: 422,
    title: text('这不是邮箱地址，也不是手机号。', 'That is neither an e-mail address nor a mobile number.'),
    instead: text('例如 name@example.cn 或者 13800000000。', 'Such as name@example.cn or 13800000000.'),
  },
  'other-side-held': {
    status: 409,
    title: text('这个账户已经作为本案的另一方。', 'This account is on the other side of this case already.'),
    instead: text('双方的页面不放在同一个账户里。', 'The pages of both sides are never in one account.'),
  },
  'party-account-full': {
    status: 409,
    title: text('清单已满。', 'The list is full.'),
    instead: text('请先移出已办结的案件。', 'Take off cases that are over first.'),
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
