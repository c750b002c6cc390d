import { type Text, text } from '../workflows/text.ts';
import { batchProblems } from './batches/problems.ts';
import { openingProblems } from './openings/problems.ts';
import { partyAccountProblems } from './party-accounts/problems.ts';
import { registerProblems } from './registers/problems.ts';
import { seriesProblems } from './series/problems.ts';

/** Every error a door of this server answers by itself. Refusals of the law carry their own codes and use the same form. */
export type ProblemCode = keyof typeof problems;

/** One row of the table: HTTP status, what happened, and what the person can do now. */
export interface ProblemKind {
  readonly status: number;
  readonly title: Text;
  readonly instead: Text;
}

/**
 * A problem as sent (RFC 9457): Chinese in the standard members, English under `en`. `type` leads to the explanation in
 * `docs/reference/errors.md`. `detail` is the particular sentence, `instead` what to do; further members may follow.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instead: string;
  readonly code: string;
  readonly instance?: string;
  readonly requestId?: string;
  readonly en: { readonly title: string; readonly detail: string; readonly instead: string };
  readonly [member: string]: unknown;
}

/** What a problem may carry beside its row. `retryAfterSeconds` also becomes the header Retry-After. */
export interface ProblemExtras {
  readonly detail?: Text;
  readonly instead?: Text;
  readonly instance?: string;
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
  readonly [member: string]: unknown;
}

/** Builds the problem of a code. Never put into `extras` what the reader may not know. */
export function problem(code: ProblemCode, extras: ProblemExtras = {}): Problem {
  return problemOfKind(code, problems[code], extras);
}

/** Builds a problem for a code that is not in this table: a refusal of the law, with its own texts. */
export function problemOfKind(code: string, kind: ProblemKind, extras: ProblemExtras = {}): Problem {
  const { detail = kind.title, instead = kind.instead, ...members } = extras;
  return {
    type: `/docs/errors#${code}`,
    title: kind.title.zh,
    status: kind.status,
    detail: detail.zh,
    instead: instead.zh,
    code,
    ...members,
    en: { title: kind.title.en, detail: detail.en, instead: instead.en },
  };
}

/** Thrown by a handler to answer with a problem; the error handler adds instance and request id. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(of: ProblemCode | Problem, extras: ProblemExtras = {}) {
    const built = typeof of === 'string' ? problem(of, extras) : of;
    super(built.en.title);
    this.name = 'ProblemError';
    this.problem = built;
  }
}

const kind = (status: number, title: Text, instead: Text): ProblemKind => ({ status, title, instead });

/** The table. A test holds `docs/reference/errors.md` equal to it. */
export const problems = {
  // Who is asking
  'sign-in-needed': kind(
    401,
    text('请先登录。', 'Please sign in first.'),
    text('登录后再试。', 'Sign in and try again.'),
  ),
  'sign-in-failed': kind(
    401,
    text('登录名或密码不正确。', 'The login or the password is not right.'),
    text(
      '请核对后重试；忘记密码请联系系统管理员索取一次性链接。',
      'Check both and try again, or ask the system administrator for a one-time link.',
    ),
  ),
  'second-factor-needed': kind(
    401,
    text('还需要输入动态验证码。', 'The code of your authenticator is still needed.'),
    text('请输入验证器上显示的六位数字。', 'Enter the six digits that your authenticator shows.'),
  ),
  'second-factor-wrong': kind(
    401,
    text('验证码不正确或已使用过。', 'That code is not right, or was used before.'),
    text('请等待下一个验证码；手机时间须准确。', 'Wait for the next code; the clock of your phone must be right.'),
  ),
  'second-factor-not-set-up': kind(
    403,
    text('本账号还没有设置动态验证码，不能登录。', 'This account has no second factor yet and cannot sign in.'),
    text('请向系统管理员索取一次性链接完成设置。', 'Ask the system administrator for a one-time link to set it up.'),
  ),
  'locked-out': kind(
    429,
    text('尝试次数过多，登录已暂时锁定。', 'Too many attempts; signing in is locked for a while.'),
    text(
      '请稍后再试。若不是您本人操作，请告知安全管理员。',
      'Try again later. If it was not you, tell the security administrator.',
    ),
  ),
  'link-not-valid': kind(
    410,
    text('链接已使用、已过期或不正确。', 'This link was used, is over, or is not right.'),
    text('请向系统管理员索取新的链接。', 'Ask the system administrator for a new one.'),
  ),
  'password-too-weak': kind(
    422,
    text(
      '密码须为 12 至 128 个字符，且不得包含登录名。',
      'A password has 12 to 128 characters and does not contain the login.',
    ),
    text('请换一个更长的密码，例如几个不相关的词。', 'Choose a longer one, for example several unrelated words.'),
  ),
  'cross-site-refused': kind(
    403,
    text('该请求来自其他网站，已拒绝。', 'This request came from another site and was refused.'),
    text('请在本网站的页面上操作。', 'Use the pages of this site.'),
  ),
  'not-allowed': kind(
    403,
    text('您没有办理此事的权限。', 'You may not do this.'),
    text('请由承办机构的相应人员办理。', 'The responsible people of the organisation that holds it can.'),
  ),
  'not-found': kind(
    404,
    text('没有找到，或不对您开放。', 'There is no such thing, or it is not open to you.'),
    text('请核对网址、案件码或案号。', 'Check the address, the case code or the number.'),
  ),
  'query-code-unknown': kind(
    404,
    text('查询码不正确或已失效。', 'This query code is not right or no longer valid.'),
    text(
      '请核对通知书上的查询码，或联系承办机构。',
      'Check the code on your notice, or ask the organisation that handles the case.',
    ),
  ),
  // What is asked, and when
  'not-in-this-state': kind(
    409,
    text('当前状态下不能办理此项操作。', 'This is not possible in the present state.'),
    text('请查看案件页面上现在可以办理的操作。', 'See on the case page what is possible now.'),
  ),
  'acknowledge-warnings': kind(
    409,
    text('有提示需要先确认。', 'There are warnings to acknowledge first.'),
    text('请阅读提示，确认后再次提交。', 'Read them, confirm, and send it again.'),
  ),
  'channel-not-offered-yet': kind(
    409,
    text('本系统尚未提供该渠道。', 'This channel is not offered here yet.'),
    text(
      '请按提示的法律依据线下办理，并在案件中记录。',
      'Use it outside the system under the article named, and record it in the case.',
    ),
  ),
  'case-busy': kind(
    409,
    text('多人同时在办理本案，您的操作没有保存。', 'Several people are working on this case; yours was not saved.'),
    text('请刷新后重试。', 'Reload and try again.'),
  ),
  'stale-revision': kind(
    412,
    text(
      '您打开页面之后，内容已被他人更新；您的操作没有保存。',
      'Somebody changed this after you opened it; yours was not saved.',
    ),
    text('请查看更新的内容，再决定是否提交。', 'Look at what changed, then decide whether to send yours.'),
  ),
  'precondition-required': kind(
    428,
    text('缺少 If-Match：须说明基于哪一版办理。', 'If-Match is missing: say which revision you act on.'),
    text('请先读取，再以读到的版本号提交。', 'Read it first, and send the revision you read.'),
  ),
  'idempotency-key-missing': kind(
    400,
    text('缺少 Idempotency-Key。', 'The Idempotency-Key is missing.'),
    text(
      '请为每次操作附上一个新的 UUID，重试时用同一个。',
      'Send a new UUID with each command, and the same one when you repeat it.',
    ),
  ),
  'idempotency-key-reused': kind(
    422,
    text('同一个 Idempotency-Key 已用于另一内容。', 'This Idempotency-Key was used with another body.'),
    text('新的操作请使用新的键。', 'Use a new key for a new command.'),
  ),
  'invalid-input': kind(
    422,
    text('填写的内容有误，没有保存。', 'Something entered is not right; nothing was saved.'),
    text('请按各项提示改正。', 'Correct the fields that are named.'),
  ),
  'reason-needed': kind(
    403,
    text('负责人查看案件须先写明理由。', 'The head of a centre opens a case only with a reason.'),
    text(
      '请写明理由；理由当日有效，并留存供审计。',
      'Give one; it holds for this case today, and is kept for the auditor.',
    ),
  ),
  'aggregates-only': kind(
    403,
    text('负责人只看汇总数据，不看案件清单。', 'The head of a centre sees totals, not lists of cases.'),
    text(
      '请查看汇总；需要查看某一案件时，以案件码打开并写明理由。',
      'See the totals; open a single case by its code, with a reason.',
    ),
  ),
  // Accounts
  'role-not-granted': kind(
    403,
    text('您的岗位尚未批准，暂不能登录。', 'Your role is not granted yet; you cannot sign in.'),
    text(
      '请等待系统管理员提出、安全管理员确认。',
      'Wait until the system administrator proposed and the security administrator confirmed it.',
    ),
  ),
  'login-taken': kind(
    409,
    text('该登录名已被使用。', 'This login is taken.'),
    text('请换一个登录名。', 'Choose another.'),
  ),
  'login-invalid': kind(
    422,
    text('登录名须为 1 至 64 个字符。', 'A login has 1 to 64 characters.'),
    text('请改正登录名。', 'Correct the login.'),
  ),
  'role-missing': kind(
    422,
    text('没有选择岗位。', 'No role was chosen.'),
    text(
      '请至少选择一个岗位；不再需要的账号请停用。',
      'Choose at least one; suspend an account that is no longer needed.',
    ),
  ),
  'roles-not-combinable': kind(
    422,
    text('管理员和当事人的岗位不能与其他岗位兼任。', 'Administrators and parties hold no other role beside.'),
    text('请分别设置账号。', 'Use separate accounts.'),
  ),
  'organisation-mismatch': kind(
    422,
    text(
      '工作岗位须有所属机构；管理员和当事人不属于任何机构。',
      'Staff belong to an organisation; administrators and parties to none.',
    ),
    text('请核对机构与岗位。', 'Check organisation and roles.'),
  ),
  'two-needed': kind(
    403,
    text('提出的人不能自己确认。', 'Whoever proposed it cannot confirm it.'),
    text('请由另一位管理员确认。', 'Have the other administrator confirm.'),
  ),
  'self-grant': kind(
    403,
    text('不能为自己办理。', 'Nobody does this for himself.'),
    text('请由其他管理员办理。', 'Have another administrator do it.'),
  ),
  'proposal-open-already': kind(
    409,
    text('该账号已有一项同类申请待确认。', 'A proposal of this kind is open for this account already.'),
    text('请先确认、驳回或撤回原申请。', 'Have it confirmed, rejected or withdrawn first.'),
  ),
  'proposal-closed': kind(
    409,
    text('该申请已处理。', 'This proposal was decided already.'),
    text('请刷新页面查看结果。', 'Reload the page to see how.'),
  ),
  'last-administrator': kind(
    409,
    text('这是该类管理员中最后一个可用账号。', 'This is the last active account of this kind of administrator.'),
    text('请先设立另一个同类管理员账号。', 'Set up another administrator of this kind first.'),
  ),
  'confirmation-needed': kind(
    409,
    text(
      '已有岗位的账号重设登录须由两位管理员办理。',
      'Setting up anew the sign-in of somebody with roles takes two administrators.',
    ),
    text('请提出重设申请，由安全管理员确认。', 'Propose it; the security administrator confirms.'),
  ),
  'stand-in-not-possible': kind(
    422,
    text('不能指定此人代理。', 'This person cannot stand in.'),
    text(
      '代理人须为同一机构的在岗人员，且不是本人；期间最长一年，不得早于今天结束。',
      'A deputy is an active colleague of the same organisation, not the person; for one year at most, and not over already.',
    ),
  ),
  'nothing-to-reassign': kind(
    422,
    text('没有选择要移交的程序。', 'No proceeding was chosen.'),
    text('请至少为一个程序选择接手人。', 'Choose a colleague for at least one proceeding.'),
  ),
  'field-empty': kind(
    404,
    text('没有登记这一项。', 'Nothing is recorded under this.'),
    text('请补充登记，或选择另一项。', 'Record it, or choose another.'),
  ),
  'file-too-large': kind(
    413,
    text('文件过大，没有保存。', 'The file is too large and was not saved.'),
    text('请压缩或拆分后再上传，或登记为纸质原件。', 'Make it smaller or split it, or record it as a paper original.'),
  ),
  'file-empty': kind(
    422,
    text('文件是空的。', 'The file is empty.'),
    text('请重新选择文件。', 'Choose the file again.'),
  ),
  'file-not-uploaded': kind(
    422,
    text('没有找到您上传的这个文件。', 'There is no such file among your uploads.'),
    text('请重新上传文件后再提交。', 'Upload the file again and send this once more.'),
  ),
  // Lists that are compared with the register of referrals
  ...registerProblems,
  // Series of cases that one agreement closes
  ...seriesProblems,
  // Lists of cases to open
  ...batchProblems,
  ...openingProblems,
  ...partyAccountProblems,
  // How it is asked
  'bad-request': kind(
    400,
    text('无法理解该请求。', 'The request cannot be understood.'),
    text(
      '请返回上一页重试；程序调用请核对接口文档。',
      'Go back and try again; programs should check the API documentation.',
    ),
  ),
  'malformed-json': kind(
    400,
    text('请求正文不是正确的 JSON。', 'The body is not well-formed JSON.'),
    text('请改正后重发。', 'Correct it and send it again.'),
  ),
  'unsupported-media-type': kind(
    415,
    text('不支持这种内容类型。', 'This kind of content is not understood here.'),
    text('请以接口文档所列的类型发送。', 'Send one of the types that the API documentation lists.'),
  ),
  'body-too-large': kind(
    413,
    text('请求正文过大，没有保存。', 'The body is too large; nothing was saved.'),
    text('请缩短内容，或作为文件上传。', 'Shorten it, or upload it as a file.'),
  ),
  'too-many-requests': kind(
    429,
    text('请求过于频繁。', 'Too many requests.'),
    text('请稍候再试。', 'Wait a little and try again.'),
  ),
  // What is wrong with us
  'queue-full': kind(
    503,
    text('系统正忙，您的操作没有保存。', 'The system is busy; nothing was saved.'),
    text('请几秒钟后重试。', 'Try again in a few seconds.'),
  ),
  'not-ready': kind(
    503,
    text('系统正在启动或停止。', 'The system is starting or stopping.'),
    text('请稍候再试。', 'Try again shortly.'),
  ),
  'storage-full': kind(
    507,
    text('存储空间不足，您的操作没有保存。', 'There is no room left; nothing was saved.'),
    text('请联系系统管理员；腾出空间后重试即可。', 'Tell the system administrator; try again when there is room.'),
  ),
  internal: kind(
    500,
    text('系统出错，您的操作可能没有保存。', 'Something went wrong here; it may not have been saved.'),
    text(
      '请刷新核对后重试；仍有问题请告知系统管理员本次请求编号。',
      'Reload and check, then try again; if it persists give the administrator the request id.',
    ),
  ),
} as const satisfies Readonly<Record<string, ProblemKind>>;
