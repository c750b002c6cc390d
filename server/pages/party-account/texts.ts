import type { Text } from '../i18n.ts';

/** The words of the pages of a party's account. */
export const accountTexts = {
  title: { zh: '我的案件', en: 'My cases' },
  link: { zh: '我的案件', en: 'My cases' },
  signIn: { zh: '登录我的账户', en: 'Sign in to my account' },
  signInHint: {
    zh: '填写开立账户时预留的邮箱或手机号，我们向它发送一次性验证码。没有密码，也不会向您索要密码、银行卡或者付款。',
    en: 'Give the e-mail address or mobile number of the account; a one-time code is sent there. There is no password, and nobody will ask you for one, for a card or for money.',
  },
  contact: { zh: '邮箱或者手机号', en: 'E-mail address or mobile number' },
  contactWrong: {
    zh: '请填写一个邮箱地址或者手机号，例如 name@example.cn 或者 13800000000。',
    en: 'Give an e-mail address or a mobile number, such as name@example.cn or 13800000000.',
  },
  sendCode: { zh: '获取验证码', en: 'Send me a code' },
  noAccount: { zh: '还没有账户？', en: 'No account yet?' },
  howToOpen: {
    zh: '先用查询码打开一件案件，再在该页面选择“开立账户”：验证码发往该案预留的联系方式，填对即可。适合案件较多的权利人和代理人。',
    en: 'Open one case with its query code and choose “Open an account” there: a code goes to the contact on file in that case. Meant for rights holders and lawyers with many cases.',
  },
  toCode: { zh: '用查询码查看一件案件', en: 'Look at one case with its query code' },
  codeSentIfAny: {
    zh: '如果这个联系方式开立过账户，六位验证码已经发出，十分钟内有效。',
    en: 'If there is an account with this contact, a six-digit code was sent to it, valid for ten minutes.',
  },
  bring: { zh: '把刚才打开的案件加入我的账户', en: 'Add the cases I have open now to my account' },
  enter: { zh: '登录', en: 'Sign in' },
  again: { zh: '重新获取验证码', en: 'Send a new code' },
  locked: { zh: '尝试次数过多，请过几分钟再试。', en: 'Too many attempts. Try again in a few minutes.' },
  tooMany: {
    zh: '获取验证码的次数过多，请过半小时再试。',
    en: 'Too many codes were asked for. Try again in half an hour.',
  },
  sessionGone: { zh: '登录已中断，请重新获取验证码。', en: 'The sign-in was interrupted. Ask for a new code.' },
  open: { zh: '开立账户', en: 'Open an account' },
  openHint: {
    zh: '一个账户一张清单：您的各件案件、由谁承办、需要您做什么、什么时候之前。账户只用于查看和答复，以后用同一联系方式收验证码登录；随时可以注销。',
    en: 'One account, one list: your cases, who holds each, what is expected of you and by when. It is for looking and answering only; you sign in later with a code to the same contact, and may close it at any time.',
  },
  openOffer: { zh: '案件较多？', en: 'Several cases?' },
  opened: {
    zh: '账户已开立，刚才打开的案件已加入清单。以后用同一联系方式登录。',
    en: 'The account is open and holds the cases you had open. Sign in with the same contact from now on.',
  },
  notOpened: {
    zh: '没有可用的预留联系方式，无法开立账户。请致电承办机构登记邮箱或者手机号。',
    en: 'There is no contact on file to open an account with. Ring the organisation to have one put on file.',
  },
  empty: {
    zh: '清单里还没有案件。请在下面输入通知上的查询码，或者打开通知里的链接、扫描二维码。',
    en: 'There is no case in your list yet. Enter a query code from a letter below, or open the link or scan the QR code in the letter.',
  },
  none: { zh: '没有符合条件的案件。', en: 'No case fits.' },
  showAll: { zh: '显示全部', en: 'Show all' },
  add: { zh: '添加一件案件', en: 'Add a case' },
  find: { zh: '查找', en: 'Find' },
  findHint: { zh: '案件编号、权利、商品或者承办机构', en: 'Case code, right, product or organisation' },
  state: { zh: '范围', en: 'Which' },
  side: { zh: '我的身份', en: 'My side' },
  anySide: { zh: '全部', en: 'Any' },
  show: { zh: '显示', en: 'Show' },
  about: { zh: '关于', en: 'About' },
  holder: { zh: '承办机构', en: 'Held by' },
  expects: { zh: '需要我做什么', en: 'Expected of me' },
  due: { zh: '什么时候之前', en: 'By when' },
  noDue: { zh: '没有期限', en: 'No date' },
  count: { zh: '件', en: 'cases' },
  gone: { zh: '不再显示的案件', en: 'No longer shown' },
  replaced: {
    zh: '查询码已重新发放，原来的查询码停用。请向承办机构或者您的委托人索取新的查询码后重新添加。',
    en: 'A new query code was issued and the old one ended. Ask the organisation, or your client, for the new one and add the case again.',
  },
  agencyEnded: {
    zh: '该当事人的代理已终止，原来的查询码停用。仍需查看的，请索取新的查询码。',
    en: 'An agency for this party ended, and its query code with it. Ask for the new one if you still need to see the case.',
  },
  remove: { zh: '移出清单', en: 'Take off the list' },
  removed: { zh: '已移出清单；查询码仍然有效。', en: 'It is off the list; its query code still works.' },
  otherSide: {
    zh: '这个账户已经作为本案的另一方，不能再加入对方的页面。',
    en: 'This account is on the other side of this case already; the pages of both sides are never in one account.',
  },
  full: {
    zh: '清单已满，请先移出已办结的案件。',
    en: 'The list is full. Take off cases that are over first.',
  },
  account: { zh: '我的账户', en: 'My account' },
  address: { zh: '登录用的联系方式', en: 'Signs in with' },
  close: { zh: '注销账户', en: 'Close my account' },
  closeHint: {
    zh: '注销后，清单和登录用的联系方式立即删除，无法恢复；各案件和查询码不受影响。',
    en: 'The list and the contact you sign in with are erased at once and for good; the cases and their query codes stay.',
  },
  closeSure: { zh: '我要注销账户', en: 'Yes, close my account' },
  closeUnsure: { zh: '请勾选确认后再注销。', en: 'Tick the box to confirm first.' },
  closed: { zh: '账户已注销，联系方式已删除。', en: 'The account is closed and your contact erased.' },
} as const satisfies Record<string, Text>;

export const stateTexts = {
  open: { zh: '进行中', en: 'Going on' },
  due: { zh: '有期限的', en: 'With a date' },
  awaited: { zh: '等我答复的', en: 'Waiting for my answer' },
  over: { zh: '已办结', en: 'Over' },
  all: { zh: '全部', en: 'All' },
} as const satisfies Record<string, Text>;
